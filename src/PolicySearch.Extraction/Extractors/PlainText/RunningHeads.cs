using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks lines that come again at page after page: running heads, page numbers, the name of the series.</summary>
internal static class RunningHeads
{
    private const int MostWords = 14;
    private const int PageGap = 2;
    private const int LeastRepeats = 3;
    private const int EdgeGap = 4;

    public static void Mark(TextDraft draft)
    {
        var places = Places(draft);
        var heads = new HashSet<string>();
        foreach (var (key, at) in places)
        {
            var atBreak = at.Count(index => IsAtPageBreak(draft, index));
            if (at.Count >= LeastRepeats && atBreak * 3 >= at.Count * 2)
            {
                heads.Add(key);
            }
        }

        foreach (var key in heads)
        {
            // Of a document in pages the first line is the title that the later pages repeat.
            var isTitle = draft.Units[^1].Page > 0 && places[key][0] == 0;
            places[key].Skip(isTitle ? 1 : 0).ToList().ForEach(index => draft.Units[index].Kind = BlockKind.Boilerplate);
        }

        MarkFollowers(draft, places, heads);
        MarkPageNumbers(draft);
    }

    private static Dictionary<string, List<int>> Places(TextDraft draft)
    {
        var places = new Dictionary<string, List<int>>();
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.Form is not (UnitForm.Prose or UnitForm.Numbered) || unit.Span.Length > 200 || TextKeys.Words(draft.Of(unit)) > MostWords)
            {
                continue;
            }

            var key = KeyOf(draft.Of(unit));
            if (key.Any(char.IsLetter))
            {
                if (!places.TryGetValue(key, out var at))
                {
                    places.Add(key, at = []);
                }

                at.Add(i);
            }
        }

        return places;
    }

    // A motto under the name of the series comes again too, if less often: always right behind a running head.
    private static void MarkFollowers(TextDraft draft, Dictionary<string, List<int>> places, HashSet<string> heads)
    {
        foreach (var (key, at) in places)
        {
            if (at.Count >= 2 && !heads.Contains(key) && at.TrueForAll(index => index > 0 && IsHead(draft, draft.Units[index - 1], heads)))
            {
                at.ForEach(index => draft.Units[index].Kind = BlockKind.Boilerplate);
            }
        }
    }

    private static bool IsHead(TextDraft draft, TextUnit unit, HashSet<string> heads) =>
        unit.IsBoilerplate && heads.Contains(KeyOf(draft.Of(unit)));

    // Beside a gap or a page number, or with a page number at its edge.
    private static bool IsAtPageBreak(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var before = index > 0 ? draft.Units[index - 1] : null;
        var next = index + 1 < draft.Units.Count ? draft.Units[index + 1] : null;
        return unit.BlankBefore >= PageGap || (unit.BlankBefore == 0 && before is { BlankBefore: >= PageGap })
            || next is null || next.Page > unit.Page || next.BlankBefore >= PageGap || before?.Page < unit.Page
            || IsPageNumber(draft, before) || IsPageNumber(draft, next) || WithoutEdgeNumber(draft.Of(unit)).Length < unit.Span.Length;
    }

    private static bool IsPageNumber(TextDraft draft, TextUnit? unit) =>
        unit is { Lines: 1, Span.Length: <= 24 } && PageNumbers.Is(draft.Of(unit));

    private static string KeyOf(ReadOnlySpan<char> line) => TextKeys.Of(WithoutEdgeNumber(line), anyNumber: true);

    // "12      Annual report", "Annual report      12": a page number that a gap parts from the line.
    private static ReadOnlySpan<char> WithoutEdgeNumber(ReadOnlySpan<char> line)
    {
        var start = line.IndexOfAnyExceptInRange('0', '9');
        if (start is >= 1 and <= 4 && HasGap(line[start..]))
        {
            return line[start..].TrimStart();
        }

        var end = line.LastIndexOfAnyExceptInRange('0', '9') + 1;
        return line.Length - end is >= 1 and <= 4 && end >= EdgeGap && line[(end - EdgeGap)..end].IsWhiteSpace() ? line[..end].TrimEnd() : line;
    }

    private static bool HasGap(ReadOnlySpan<char> rest) => rest.Length > EdgeGap && rest[..EdgeGap].IsWhiteSpace();

    // A number alone on its line; a year there is the heading of a chronicle.
    private static void MarkPageNumbers(TextDraft draft)
    {
        foreach (var unit in draft.Units)
        {
            if (unit.Kind is null && (IsPageNumber(draft, unit) || (unit.Lines == 1 && PageNumbers.IsInFoot(draft.Of(unit)))))
            {
                unit.Kind = BlockKind.Boilerplate;
            }
        }
    }
}
