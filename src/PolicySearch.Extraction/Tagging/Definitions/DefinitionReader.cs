using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads what a block says of names: long form (SHORT), SHORT (long form), (hereafter …), （以下「…」という）, a name in another language, "or … for short".</summary>
internal sealed class DefinitionReader(AuthorityIndex authority, Lexicon lexicon)
{
    private const int LongestBracket = 24;

    private readonly LetterDefinitions _letters = new(authority, lexicon);

    /// <summary>Adds the definitions of a block to <paramref name="names"/>.</summary>
    /// <param name="context">The document.</param>
    /// <param name="block">The block.</param>
    /// <param name="found">The names found in the block so far, settled, by their end.</param>
    /// <param name="names">Where definitions are collected.</param>
    public void Read(TaggingContext context, TextBlock block, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var words = block.Words;
        HashSet<int>? settled = null;
        for (var i = 1; i < words.Count; i++)
        {
            if ((words[i].Before & Gap.Open) == Gap.None)
            {
                ReadInText(context, block, i, found, names);
            }
            else if ((words[i].Before & (Gap.Close | Gap.Break | Gap.Period)) == Gap.None && ReadBracket(context, words, i, found, names))
            {
                (settled ??= []).Add(words[i].Start);
            }
        }

        foreach (var definition in DefinitionScanner.Scan(context.Text, block.Span.Start, block.Span.End))
        {
            if (settled?.Contains(definition.Short.Start) != true && ShortForms.IsShortForm(definition.Short.Of(context.Text)))
            {
                Define(context, block, definition, found, names);
            }
        }
    }

    // Whether a name before the bracket has got the short form that the bracket holds.
    private static bool ReadBracket(TaggingContext context, IReadOnlyList<Word> words, int open, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var last = CloseOf(words, open);
        if (last < 0 || found.GetValueOrDefault(words[open - 1].End) is not { Type: { } type and not MentionType.Year } outside)
        {
            return false;
        }

        if (NamingPhrases.InBracket(context, words, open, last) is { Length: > 0 } name)
        {
            names.AddShort(type, outside.Id, name);
        }
        else if (type is not (MentionType.Person or MentionType.Place))
        {
            var text = context.TextOf(words[open]);
            if (open == last && AddSharedName(context, words[open], outside, found, names))
            {
                return true;
            }

            if (open == last && ShortForms.IsShortForm(text) && AddFitting(context, outside, text, names))
            {
                return true;
            }

            if (open < last && IsLongForm(context, words, open, last, outside))
            {
                names.AddName(type, outside.Id, CleanName.Of(context.Text, words[open].Start, words[last].End));
                return true;
            }

            if (open == last && ShortForms.IsShortForm(text) && type != MentionType.Ministry)
            {
                AddKnownBody(context, words[open], outside, found, names);
                return false;
            }

            ReadOtherName(context, words, open, last, outside, found, names);
        }

        return false;
    }

    // "FAME India (Faster Adoption and Manufacturing …)": what the letters of a known short name stand for.
    private static bool IsLongForm(TaggingContext context, IReadOnlyList<Word> words, int open, int last, Candidate outside)
    {
        var name = outside.Span.Of(context.Text);
        var blank = name.IndexOf(' ');
        var shortForm = blank < 0 ? name : name[..blank];
        return outside.Entry is { } entry && (entry.Country is null || entry.Country == context.MainCountry) && ShortForms.IsShortForm(shortForm) && words[open].IsCapital
            && LongForms.IsWhole(shortForm, context.Text.AsSpan(words[open].Start, words[last].End - words[open].Start));
    }

    // The last word before the closing bracket, within a bounded distance; -1 where none closes.
    private static int CloseOf(IReadOnlyList<Word> words, int open)
    {
        for (var i = open; i < words.Count && i < open + LongestBracket; i++)
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

    private static bool AddFitting(TaggingContext context, Candidate name, ReadOnlySpan<char> shortForm, DocumentNames names)
    {
        var fits = name.Entry is not null || ShortForms.Fits(shortForm, name.Span.Of(context.Text));
        if (fits)
        {
            names.AddShort(name.Type, name.Id, shortForm.ToString());
        }

        return fits;
    }

    // "the Ministry of Sea Trade, abbreviated as MOST"
    private void ReadInText(TaggingContext context, TextBlock block, int lead, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var index = NamingPhrases.InText(context, block.Words, lead);
        if (index < 0)
        {
            return;
        }

        var shortForm = new TextSpan(block.Words[index].Start, block.Words[index].End);
        var end = block.Words[lead - 1].End;
        if (found.GetValueOrDefault(end) is { Type: not null and not MentionType.Person and not MentionType.Place } outside)
        {
            names.AddShort(outside.Type, outside.Id, shortForm.Of(context.Text).ToString());
        }
        else if (DefinitionScanner.LongBefore(context.Text, block.Span.Start, end, shortForm) is { } definition)
        {
            Define(context, block, definition, found, names);
        }
    }

    private void Define(TaggingContext context, TextBlock block, Definition definition, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        if (found.GetValueOrDefault(definition.Long.End) is { Type: not null and not MentionType.Person and not MentionType.Place } name
            && AddFitting(context, name, definition.Short.Of(context.Text), names))
        {
            return;
        }

        _letters.Add(context, block, definition.Long, definition.Short.Of(context.Text).ToString(), names);
    }

    // "Ministry of Sea Trade (MOST)": of two bodies that had the name the one whose short form follows.
    private static bool AddSharedName(TaggingContext context, Word shortForm, Candidate outside, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var name = CleanName.Of(context.Text, outside.Span.Start, outside.Span.End);
        if (outside.Entry is not null && found.GetValueOrDefault(shortForm.End) is { Entry: { } entry } && entry != outside.Entry && entry.Type == outside.Type
            && entry.Forms.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.AddName(entry.Type, entry.Id, name);
            return true;
        }

        return false;
    }

    // "Secretariat-General for Investment (SGPI)": a known body's name in other words.
    private static void AddKnownBody(TaggingContext context, Word shortForm, Candidate outside, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        var name = CleanName.Of(context.Text, outside.Span.Start, outside.Span.End);
        if (outside.Entry is null && found.GetValueOrDefault(shortForm.End) is { Entry: { Type: MentionType.Ministry or MentionType.Agency or MentionType.Organisation } entry } && LetterDefinitions.SharesWords(entry, name))
        {
            names.AddName(entry.Type, entry.Id, name);
        }
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
