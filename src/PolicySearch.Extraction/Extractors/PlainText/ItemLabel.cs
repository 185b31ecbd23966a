using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>What begins a line that is an item of its own, though no bullet says so.</summary>
/// <param name="Form">What it looks like.</param>
/// <param name="Word">For a word with a number: the word; else empty.</param>
internal readonly partial record struct ItemLabel(ItemLabelForm Form, string Word)
{
    private const int LongestLabel = 48;
    private const int MostWordsOfTerm = 6;
    private const int LongestJapanese = 9;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十");

    /// <summary>The label that a line begins with.</summary>
    public static ItemLabel Of(ReadOnlySpan<char> line)
    {
        var start = line[..Math.Min(line.Length, LongestLabel)];
        if (start.IsEmpty)
        {
            return default;
        }

        if (start[0] is '(' or '（' or '[' or '【' or '［' && Bracket().IsMatch(start))
        {
            return new ItemLabel(ItemLabelForm.Bracket, "");
        }

        var digit = start.IndexOfAny(Digits);
        if (digit > 1 && char.IsLetter(start[0]) && WordAndNumber().IsMatch(start))
        {
            return new ItemLabel(ItemLabelForm.Number, start[..digit].TrimEnd().ToString());
        }

        if (digit >= 0 && DatedEntries.BeginsWithDate(start))
        {
            return new ItemLabel(ItemLabelForm.Date, "");
        }

        return IsTerm(line, start) ? new ItemLabel(ItemLabelForm.Term, "") : IsColumn(start) ? new ItemLabel(ItemLabelForm.Column, "") : default;
    }

    // "Budget: 20 million euros"
    private static bool IsTerm(ReadOnlySpan<char> line, ReadOnlySpan<char> start)
    {
        var colon = start.IndexOfAny(':', '：');
        return colon > 1 && colon + 1 < line.Length && (line[colon] == '：' || char.IsWhiteSpace(line[colon + 1])) && char.IsLetter(line[0]) && !char.IsLower(line[0])
            && TextKeys.Words(line[..colon]) <= MostWordsOfTerm;
    }

    // "BMBF     Federal Ministry of Education", "日時　平成元年"
    private static bool IsColumn(ReadOnlySpan<char> start)
    {
        var gap = start.IndexOf("   ", StringComparison.Ordinal);
        var wide = gap < 0 ? start[..Math.Min(start.Length, LongestJapanese)].IndexOf('\u3000') : -1;
        return (gap > 1 && char.IsLetter(start[0]) && !start[..gap].ContainsAny('.', ',')) || (wide > 1 && LineWidths.IsWide(start[0]) && start[..wide].IndexOfAny("、。，．") < 0);
    }

    // （委員）山田　太郎, [Chair] Jane Roe
    [GeneratedRegex(@"^[（(【［\[]\p{L}[\p{L} ・]{1,16}[)）】］\]]\s*\S", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    // 資料1　…, Phase 2 – …, Goal 3: …
    [GeneratedRegex(@"^\p{L}{2,14} ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})([-－][0-9０-９]{1,2})?(号?\s*[:：–—]|号?[.．　)）]|号?\s+)\s*\p{L}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WordAndNumber();
}
