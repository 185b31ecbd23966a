using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks tables of contents.</summary>
internal static partial class ContentsPages
{
    private const int MostEntries = 400;
    private const int LongestHeading = 40;
    private const int LongestLink = 80;
    private const string Pages = @"(\d{1,4}|[ivxlc]{1,7})([–-](\d{1,4}|[ivxlc]{1,7}))?";

    private static readonly FrozenSet<string> Headings = new[]
    {
        "contents", "table of contents", "toc", "content", "list of contents", "目次", "目 次", "もく じ", "もくじ", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
    }.ToFrozenSet();

    // Over the links to a web page's own parts; alone they are a label of the menu.
    private static readonly FrozenSet<string> PageHeadings = new[]
    {
        "on this page", "in this article", "in this report", "in this section", "page contents", "contents of this page", "jump to", "jump to section", "このページの内容", "この記事の内容", "ページ内目次",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> ColumnHeads = new[] { "page", "pages", "頁", "ページ", "seite" }.ToFrozenSet();

    /// <summary>Whether a heading with these words stands over a table of contents.</summary>
    public static bool IsHeading(ReadOnlySpan<char> words) => words.Length <= LongestHeading && TextKeys.Of(words) is var key && (Headings.Contains(key) || PageHeadings.Contains(key));

    public static void Mark(TextDraft draft)
    {
        var keys = LaterKeys(draft);
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.Kind is null && unit.Span.Length <= LongestHeading && Headings.Contains(TextKeys.Of(draft.WordsOf(unit))))
            {
                unit.Kind = BlockKind.Contents;
                i = MarkEntries(draft, i, keys);
            }
            else if (unit is { Kind: null or BlockKind.Boilerplate, Span.Length: <= LongestHeading } && PageHeadings.Contains(TextKeys.Of(draft.WordsOf(unit))))
            {
                var end = MarkEntries(draft, i, keys);
                unit.Kind = end > i ? BlockKind.Contents : unit.Kind;
                i = end;
            }
            else if (unit.Kind is null && IsEntry(draft.Of(unit)))
            {
                unit.Kind = BlockKind.Contents;
            }
        }
    }

    /// <summary>Whether a line is an entry with dots before its page number.</summary>
    public static bool IsEntry(ReadOnlySpan<char> line) => line.Length is > 0 and <= 300 && (char.IsDigit(line[^1]) || line[^1] is 'i' or 'v' or 'x' or 'I' or 'V' or 'X') && Leaders().IsMatch(line);

    // Entries end with a page number, or come again further down as headings.
    private static int MarkEntries(TextDraft draft, int heading, Dictionary<string, int> lastPlaces)
    {
        var index = heading;
        for (var i = heading + 1; i < draft.Units.Count && i - heading <= MostEntries; i++)
        {
            var unit = draft.Units[i];
            if (unit.IsBoilerplate)
            {
                continue;
            }

            var line = draft.Of(unit);
            var endsWithPage = unit.Span.Length <= 300 && PageAtEnd().IsMatch(line);
            var comesAgain = unit.Span.Length <= 200 && lastPlaces.GetValueOrDefault(TextKeys.Of(WithoutArticles(draft.WordsOf(unit)))) > i;
            var isColumnHead = i <= heading + 2 && line.Length <= 8 && ColumnHeads.Contains(TextKeys.Of(line));
            if (!isColumnHead && !endsWithPage && !comesAgain)
            {
                break;
            }

            unit.Kind = BlockKind.Contents;
            index = i;
        }

        return index > heading ? MarkRest(draft, index) : heading;
    }

    // 総則（第一条―第四条）: the contents of a law say which articles stand under a heading.
    private static ReadOnlySpan<char> WithoutArticles(ReadOnlySpan<char> words)
    {
        var open = words[^1] is '）' or ')' ? words.LastIndexOfAny('（', '(') : -1;
        return open > 0 && open + 1 < words.Length && words[open + 1] == '第' ? words[..open] : words;
    }

    // Some entries are named otherwise where they lead to.
    private static int MarkRest(TextDraft draft, int index)
    {
        while (index + 1 < draft.Units.Count && draft.Units[index + 1] is { BlankBefore: 0, Lines: 1, Span.Length: <= LongestLink } next && !LineWidths.EndsSentence(draft.Text[next.Span.End - 1]))
        {
            next.Kind = BlockKind.Contents;
            index++;
        }

        return index;
    }

    private static Dictionary<string, int> LaterKeys(TextDraft draft)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < draft.Units.Count; i++)
        {
            if (draft.Units[i].Span.Length <= 200)
            {
                places[TextKeys.Of(draft.WordsOf(draft.Units[i]))] = i;
            }
        }

        return places;
    }

    [GeneratedRegex(@"(\t|\.{3,}|…|・{3,}|  +|　　+|\. \.)[\s.…・]*" + Pages + @"$|^\d[\d.]*\s.*\s\d{1,3}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageAtEnd();

    [GeneratedRegex(@"(\.{5,}|(\. ){4,}|…{2,}|・{5,}|(・ ){4,})\s*" + Pages + "$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Leaders();
}
