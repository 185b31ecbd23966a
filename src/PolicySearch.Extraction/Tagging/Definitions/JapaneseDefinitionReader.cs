using System.Buffers;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads the short forms that Japanese text gives a body or an instrument: （以下「機構」という。）, （略称：ABC、理事長 …）, （ABC）.</summary>
internal sealed class JapaneseDefinitionReader(Lexicon lexicon)
{
    private const int MaxShort = 20;

    private static readonly string[] Openers = ["以下", "略称", "通称", "略して", "いわゆる", "英語名", "英略", "英文略称"];

    // Particles and blanks, as in "令和3年に改称".
    private static readonly SearchValues<char> Sentence = SearchValues.Create("がをはに年 ");

    private readonly string[] _legalForms = [.. lexicon.EastAsian("ja_legal_agency"), .. lexicon.EastAsian("ja_legal_organisation")];

    /// <summary>Adds what stands behind <paramref name="candidate"/> in brackets, and its name without the legal form, to <paramref name="names"/>.</summary>
    /// <param name="context">The document.</param>
    /// <param name="candidate">A name in Japanese.</param>
    /// <param name="found">The names found, settled, by their end.</param>
    /// <param name="names">Where definitions are collected.</param>
    public void Read(TaggingContext context, Candidate candidate, IReadOnlyDictionary<int, Candidate> found, DocumentNames names)
    {
        if (candidate.Type is null or MentionType.Year or MentionType.Person or MentionType.Place || !Scripts.IsCjk(context.Text[candidate.Span.End - 1]))
        {
            return;
        }

        if (ShortForm(context, candidate, out var end) is { } shortForm)
        {
            var inside = found.GetValueOrDefault(end);
            if (candidate.Entry is null && inside is { Entry: not null } && inside.Span.Length == shortForm.Length && AreAlike(candidate.Type, inside.Type))
            {
                // "新エネルギー…機構（NEDO）": the short form tells who it is.
                names.AddName(inside.Type, inside.Id, candidate.Id);
            }
            else
            {
                names.AddShort(candidate.Type, candidate.Id, shortForm);
            }
        }
        else if (Alternative(context, candidate, found) is { } other)
        {
            names.AddName(other.Type, (other.Entry is null ? candidate : other).Id, (other.Entry is null ? other : candidate).Id);
        }

        if (candidate.Entry is null)
        {
            AddOtherForms(context, candidate, names);
        }
    }

    private void AddOtherForms(TaggingContext context, Candidate candidate, DocumentNames names)
    {
        if (candidate.Evidence == "rule:ja-quoted")
        {
            // What was once quoted as a name is one without quotation marks too.
            names.AddName(candidate.Type, candidate.Id, candidate.Id);
        }

        var name = candidate.Span.Of(context.Text);
        foreach (var form in _legalForms)
        {
            const int MinName = 4;
            if (name.StartsWith(form, StringComparison.Ordinal) && name.Length >= form.Length + MinName)
            {
                names.AddName(candidate.Type, candidate.Id, candidate.Id[form.Length..]);
                return;
            }
        }
    }

    // "研究開発支援事業（ABC事業）": a shorter name of an instrument of that kind fills the bracket; one of the two at most is known.
    private static Candidate? Alternative(TaggingContext context, Candidate candidate, IReadOnlyDictionary<int, Candidate> found)
    {
        const int MaxName = 30;
        var text = context.Text;
        var open = candidate.Span.End + (candidate.Span.End < text.Length && text[candidate.Span.End] is '」' or '』' ? 1 : 0);
        if (candidate.Type != MentionType.Programme || open + 1 >= text.Length || text[open] is not ('(' or '（'))
        {
            return null;
        }

        var close = text.AsSpan(open, Math.Min(MaxName, text.Length - open)).IndexOfAny(')', '）') + open;
        return close > open && found.GetValueOrDefault(close) is { Type: MentionType.Programme } other && other.Span.Start == open + 1 && other.Span.Length < candidate.Span.Length
            && (other.Entry is null || candidate.Entry is null) && Kind(other.Span.Of(text)).SequenceEqual(Kind(candidate.Span.Of(text)))
            ? other
            : null;
    }

    // A law is called 法律 in full and 法 in short.
    private static ReadOnlySpan<char> Kind(ReadOnlySpan<char> name) => name.EndsWith("法律") || name.EndsWith("法") ? "法" : name[^Math.Min(2, name.Length)..];

    // The short form in the bracket right behind the name, and where it ends in the text.
    private static string? ShortForm(TaggingContext context, Candidate candidate, out int end)
    {
        var block = context.Blocks[candidate.Block].Span.End;
        var text = context.Text.AsSpan(0, Math.Min(block, candidate.Span.End + 90));
        var at = candidate.Span.End;
        at += at < text.Length && text[at] is '」' or '』' ? 1 : 0;
        end = 0;
        if (at >= text.Length || text[at] is not ('(' or '（'))
        {
            return null;
        }

        at = BehindNumber(text, at + 1);
        var isAnnounced = false;
        foreach (var opener in Openers)
        {
            if (text[at..].StartsWith(opener, StringComparison.Ordinal))
            {
                at += opener.Length;
                isAnnounced = true;
                break;
            }
        }

        while (at < text.Length && text[at] is ' ' or '\u3000' or '、' or ',' or '，' or '：' or ':' or '「' or '“' or '"' or '\n')
        {
            at++;
        }

        end = at;
        while (end < text.Length && text[end] is not ('」' or '”' or '"' or '）' or ')' or '、' or ',' or '，' or '。' or '：' or ':' or '「' or '（' or '('))
        {
            end++;
        }

        var shortForm = isAnnounced ? NamingPhrases.WithoutTail(text[at..end]) : text[at..end];
        end = at + shortForm.Length;
        var isShort = shortForm.Length is >= 2 and <= MaxShort && end < text.Length && !shortForm.Contains('\n');
        return isShort && (ShortForms.IsShortForm(shortForm) || (isAnnounced && IsName(shortForm))) ? shortForm.ToString() : null;
    }

    // "（平成19年法律第40号。以下「…」という。）": a law's number and date stand before.
    private static int BehindNumber(ReadOnlySpan<char> text, int at)
    {
        const int MaxNumber = 30;
        var rest = text[at..Math.Min(text.Length, at + MaxNumber)];
        var stop = rest.IndexOfAny("。、）)");
        return stop > 0 && rest[stop] is '。' or '、' && rest[(stop + 1)..].StartsWith("以下") && rest[..stop].EndsWith("号") ? at + stop + 1 : at;
    }

    // Whether a body is an agency or an organisation its form tells badly.
    private static bool AreAlike(MentionType? a, MentionType? b) =>
        a == b || (a is MentionType.Agency or MentionType.Organisation && b is MentionType.Agency or MentionType.Organisation);

    // "機構", "本計画"
    private static bool IsName(ReadOnlySpan<char> text) => Scripts.IsCjk(text[^1]) && !text.ContainsAny(Sentence);
}
