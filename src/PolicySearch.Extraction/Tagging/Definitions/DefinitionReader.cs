using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads what brackets say of names: long form (SHORT), SHORT (long form), (hereafter …), （以下「…」という）, a name in another language.</summary>
internal sealed class DefinitionReader(AuthorityIndex authority, Lexicon lexicon)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme;

    /// <summary>Adds the definitions of a block to <paramref name="names"/>.</summary>
    /// <param name="context">The document.</param>
    /// <param name="block">The block.</param>
    /// <param name="found">The names found in the block so far, settled, by their end.</param>
    /// <param name="names">Where definitions are collected.</param>
    public void Read(TaggingContext context, TextBlock block, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var words = block.Words;
        for (var i = 1; i < words.Count; i++)
        {
            if ((words[i].Before & Gap.Open) == Gap.None || (words[i].Before & (Gap.Close | Gap.Break | Gap.Period)) != Gap.None)
            {
                continue;
            }

            var outside = found.GetValueOrDefault(words[i - 1].End);
            var last = CloseOf(words, i);
            if (last < 0)
            {
                continue;
            }

            if (ReadHereafter(context, words, i, last) is { Length: > 0 } hereafter)
            {
                Define(outside, hereafter, names);
            }
            else if (i == last && ShortForms.IsShortForm(context.TextOf(words[i])))
            {
                ReadShort(context, block, i, outside, names);
            }
            else if (outside is { Type: not null and not MentionType.Person and not MentionType.Place })
            {
                ReadOtherName(context, words, i, last, outside, found, names);
            }
        }
    }

    // The last word before the closing bracket, within a bounded distance; -1 where none closes.
    private static int CloseOf(IReadOnlyList<Word> words, int open)
    {
        for (var i = open; i < words.Count && i < open + 24; i++)
        {
            if (i + 1 == words.Count || (words[i + 1].Before & (Gap.Close | Gap.Break)) != Gap.None)
            {
                return i;
            }

            if ((words[i + 1].Before & Gap.Open) != Gap.None)
            {
                return -1;
            }
        }

        return -1;
    }

    private void ReadShort(TaggingContext context, TextBlock block, int index, Candidate? outside, DocumentNames names)
    {
        var shortForm = context.TextOf(block.Words[index]);
        if (outside is { Type: not null and not MentionType.Place and not MentionType.Person }
            && (outside.Entry is not null || ShortForms.Fits(shortForm, outside.Span.Of(context.Text))))
        {
            names.AddShort(outside.Type, outside.Id, shortForm.ToString());
            return;
        }

        if (LongForms.Before(shortForm, context.Text.AsSpan(block.Span.Start, block.Words[index - 1].End - block.Span.Start)) is { } span)
        {
            AddLongForm(context, block, block.Span.Start + span.Start, index - 1, shortForm.ToString(), names);
        }
    }

    private void AddLongForm(TaggingContext context, TextBlock block, int start, int last, string shortForm, DocumentNames names)
    {
        var end = block.Words[last].End;
        var name = CleanName.Of(context.Text, start, end);
        var type = TypeOf(block.Words, start, last);
        if (type is null || !char.IsUpper(context.Text[start]))
        {
            // The letters mean something else here than in the authority file: "small and medium enterprises (SME)".
            if (Known(shortForm) is not { } known || !SharesWords(known, name))
            {
                names.AddShort(null, name, shortForm);
            }

            return;
        }

        var id = Known(shortForm) is { } entry && entry.Type == type && SharesWords(entry, name) ? entry.Id : authority.Find(type.Value, name)?.Id ?? name;
        names.AddShort(type, id, shortForm);
        context.Candidates.Add(new Candidate(type, id, new TextSpan(start, end), Trust.Document, "definition") { Block = block.Number });
    }

    private MentionType? TypeOf(IReadOnlyList<Word> words, int start, int last)
    {
        for (var i = last; i >= 0 && words[i].Start >= start; i--)
        {
            // The head is the first word of a kind before "of" or "for", else the last word.
            var classes = lexicon.Of(words[i]) & Heads;
            if (classes != WordClass.None && words[i].IsCapital && (i == last || lexicon.Is(words[i + 1], WordClass.Connector)))
            {
                return (classes & WordClass.Ministry) != WordClass.None ? MentionType.Ministry
                    : classes == WordClass.Programme ? MentionType.Programme
                    : (classes & WordClass.Organisation) != WordClass.None ? MentionType.Organisation
                    : MentionType.Agency;
            }
        }

        return null;
    }

    private AuthorityEntry? Known(string shortForm)
    {
        foreach (var type in new[] { MentionType.Ministry, MentionType.Agency, MentionType.Organisation, MentionType.Programme })
        {
            if (authority.Find(type, shortForm) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    // Whether a name of the entry begins with the same word and shares half of the words.
    private static bool SharesWords(AuthorityEntry entry, string name)
    {
        var words = name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var known in entry.Names)
        {
            var others = known.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
            var shared = words.Count(word => others.Contains(word, StringComparer.OrdinalIgnoreCase));
            if (2 * shared > Math.Max(words.Length, others.Length) && BeginAlike(others[0], words[0]))
            {
                return true;
            }
        }

        return false;
    }

    // "Japan" and "Japanese", "Centre" and "Center"; but not "Centre" and "Council".
    private static bool BeginAlike(string a, string b)
    {
        const int Telling = 4;
        return a.Equals(b, StringComparison.OrdinalIgnoreCase)
            || (a.Length >= Telling && b.Length >= Telling && a.AsSpan(0, Telling).Equals(b.AsSpan(0, Telling), StringComparison.OrdinalIgnoreCase));
    }

    private static void Define(Candidate? outside, string shortForm, DocumentNames names)
    {
        if (outside is { Type: { } type } && type != MentionType.Year)
        {
            names.AddShort(type, outside.Id, shortForm);
        }
    }

    // "(hereafter MOTIE)", "(hereinafter referred to as “the Act”)", "（以下「機構」という。）"
    private static string? ReadHereafter(TaggingContext context, IReadOnlyList<Word> words, int open, int last)
    {
        var text = context.TextOf(words[open]);
        if (text.EndsWith("以下") && open < last && (words[open + 1].Before & Gap.Quote) != Gap.None)
        {
            var end = context.Text.IndexOf('」', words[open + 1].Start);
            return end > 0 && end - words[open + 1].Start <= 24 ? context.Text[words[open + 1].Start..end] : null;
        }

        if (!text.StartsWith("hereafter", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("hereinafter", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("henceforth", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var first = open + 1;
        while (first <= last && !words[first].IsCapital)
        {
            first++;
        }

        return first <= last && words[last].End - words[first].Start <= 40 && ShortForms.IsShortForm(context.TextOf(words[first]))
            ? CleanName.Of(context.Text, words[first].Start, words[last].End)
            : null;
    }

    // A bracket that holds one name, known or in another script, right after a name: two names of one thing.
    private static void ReadOtherName(
        TaggingContext context, IReadOnlyList<Word> words, int first, int last, Candidate outside, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var inside = found.GetValueOrDefault(words[last].End);
        if (inside is not null && inside.Span.Start <= words[first].Start + 4 && inside.Span.Start >= words[first].Start && inside.Type == outside.Type)
        {
            if (inside.Entry is not null && outside.Entry is null)
            {
                names.AddName(outside.Type, inside.Id, outside.Span.Of(context.Text).ToString());
            }
            else if (inside.Entry is null)
            {
                names.AddName(outside.Type, outside.Id, inside.Span.Of(context.Text).ToString());
            }
        }
        else if (inside is null && first == last && words[first].IsCjk && !outside.Span.Of(context.Text).ContainsAnyInRange('\u3041', '\u9FFF'))
        {
            names.AddName(outside.Type, outside.Id, context.TextOf(words[first]).ToString());
        }
    }
}
