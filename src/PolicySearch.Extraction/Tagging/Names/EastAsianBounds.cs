using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Where an East Asian name may begin and end inside a run of letters without blanks.</summary>
internal static class EastAsianBounds
{
    // A country before these is a place; before other Han it works as an adjective (日本企業, 日本経済).
    private static readonly string[] AfterCountry = ["政府", "国内", "全国", "各地", "側", "市場", "全体", "全土", "国民", "以外", "地域", "地区", "地方", "北部", "南部", "東部", "西部", "中部", "沿岸", "周辺", "近郊", "県内", "市内", "圏", "進出", "出身", "在住", "訪問", "等", "内", "国", "両国", "及", "並", "向", "発", "初"];

    /// <summary>Whether a name from <paramref name="start"/> to <paramref name="end"/> stands there as a whole.</summary>
    public static bool Fit(string text, Word run, int start, int end, IReadOnlyList<NameForm> forms)
    {
        // Katakana words are not cut: インド is not in インドネシア.
        if ((Scripts.IsKatakana(text[start]) && start > run.Start && Scripts.IsKatakana(text[start - 1]))
            || (Scripts.IsKatakana(text[end - 1]) && end < run.End && Scripts.IsKatakana(text[end])))
        {
            return false;
        }

        var length = end - start;
        var type = forms[0].Entry.Type;
        if (type == MentionType.Place)
        {
            return FitsPlace(text, run, start, end);
        }

        // Two Han, as 法相 or 維新, are part of too many other words.
        return length > 2 || !(end < run.End && Scripts.IsHan(text[end])) && !(start > run.Start && Scripts.IsHan(text[start - 1]));
    }

    // 浜松ホトニクス, 東京エレクトロン: a firm; not 大阪エリア.
    private static bool IsKatakanaName(ReadOnlySpan<char> after)
    {
        const int Shortest = 4;
        var length = 0;
        while (length < after.Length && Scripts.IsKatakana(after[length]))
        {
            length++;
        }

        return length >= Shortest && after[..length] is not ("オリンピック" or "ブロック" or "キャンパス" or "オフィス" or "シリコンバレー");
    }

    private static bool FitsPlace(string text, Word run, int start, int end)
    {
        if (start > run.Start && Scripts.IsHan(text[start - 1]) && Scripts.IsHan(text[start]) && end - start <= 2)
        {
            return false;
        }

        if (end >= run.End)
        {
            return true;
        }

        var after = text.AsSpan(end, run.End - end);
        if (after[0] is '人' or '語' or '製' or '式' or '産' or '系' or '車' or '株' or '軍')
        {
            return false;
        }

        if (text[end - 1] == '国' && after[0] is '内' or '外' or '民' or '際' or '土' or '産' or '籍')
        {
            // "日本国内" is inside Japan.
            return false;
        }

        if (IsKatakanaName(after))
        {
            return false;
        }

        if (!Scripts.IsHan(after[0]) || "都道府県市区町村州省県".Contains(text[end - 1], StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var word in AfterCountry)
        {
            if (after.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }
}
