namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells a number that counts in Japanese: 2000社, 約2000人, 2000年間.</summary>
internal static class JapaneseCounters
{
    private const string Single = "社人円万億件名回個台号番頁種校館戸兆千店頭羽隻枚冊通組床歳倍票坪字語㎡㎞㎥";

    // Words that begin with a counter's letter.
    private static readonly string[] Others = ["社会", "人口", "人材", "人権", "名古屋", "台湾", "台北", "千葉", "千代田", "万博", "万国", "校正", "戸籍", "種子"];

    private static readonly string[] Longer =
        ["ページ", "カ所", "か所", "ヵ所", "ヶ所", "箇所", "ドル", "ユーロ", "ヘクタール", "メートル", "キロ", "トン", "平方", "平米", "世帯", "団体", "機関", "自治体", "市町村", "事業所", "施設", "企業", "時間", "丁目", "会議室", "教室", "講義室", "号室"];

    /// <summary>Whether the number from <paramref name="at"/> to <paramref name="end"/> counts something.</summary>
    public static bool IsCounted(ReadOnlySpan<char> text, int at, int end)
    {
        if (Beside.At(text, at - 1) == '約' || IsSpanOfTime(text, at, end) || Beside.StartsWithAny(text[end..], Longer))
        {
            return true;
        }

        return Single.Contains(Beside.At(text, end), StringComparison.Ordinal) && !Beside.StartsWithAny(text[end..], Others);
    }

    // "2000年間" and "2000年前", but "2010年前半" and "2015年前".
    private static bool IsSpanOfTime(ReadOnlySpan<char> text, int at, int end) =>
        Digits.Value(text[at..end]) % 100 == 0
        && (Beside.StartsWith(text, end, "年間") || (Beside.StartsWith(text, end, "年前") && Beside.At(text, end + 2) is not ('半' or '後' or '期')));
}
