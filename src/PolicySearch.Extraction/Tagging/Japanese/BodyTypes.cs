namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>What a Japanese body is: its legal form and its founders tell more than its last word.</summary>
internal static class BodyTypes
{
    private static readonly string[] Public = ["国立研究開発法人", "独立行政法人", "地方独立行政法人", "特殊法人", "認可法人", "国立", "県立", "府立", "都立", "道立", "市立", "政府系"];

    private static readonly string[] Private =
        ["一般社団法人", "公益社団法人", "一般財団法人", "社団法人", "財団法人", "特定非営利活動法人", "ＮＰＯ法人", "NPO法人", "学校法人", "医療法人", "社会福祉法人", "株式会社", "有限会社", "合同会社"];

    private static readonly string[] Learning = ["大学", "大学院", "学部", "研究科", "高専", "高等専門学校", "高等学校", "高校", "学院"];

    // Words of the foundations that prefectures and cities keep for their industry.
    private static readonly string[] Promoting = ["産業", "機構", "センター", "公社", "振興", "支援", "推進"];

    /// <summary>The type of the body of that name, whose last word alone would make it <paramref name="type"/>.</summary>
    public static MentionType Of(ReadOnlySpan<char> name, MentionType type)
    {
        if (type == MentionType.Ministry || EndsWithAny(name, Learning))
        {
            return type;
        }

        if (name.StartsWith("公益財団法人"))
        {
            return ContainsAny(name, Promoting) ? MentionType.Agency : MentionType.Organisation;
        }

        if (StartsWithAny(name, Private))
        {
            return MentionType.Organisation;
        }

        if (ContainsAny(name, Public) && !name.Contains("大学", StringComparison.Ordinal))
        {
            return MentionType.Agency;
        }

        if (name.Contains("大学", StringComparison.Ordinal) && !name.EndsWith("会議") && !name.EndsWith("委員会") && !name.EndsWith("審議会"))
        {
            // "東京大学先端科学技術研究センター" is the university's; a council on universities is not.
            return IsPartOfUniversity(name) ? MentionType.Organisation : type;
        }

        // "…県工業技術研究所", "…県産業振興財団"
        return name[1..].Contains('県') && (name.EndsWith("研究所") || name.EndsWith("財団")) ? MentionType.Agency : type;
    }

    private static bool IsPartOfUniversity(ReadOnlySpan<char> name)
    {
        var at = name.IndexOf("大学", StringComparison.Ordinal);
        return at >= 2 && !name.StartsWith("地方") && !name.StartsWith("国立");
    }

    private static bool ContainsAny(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
