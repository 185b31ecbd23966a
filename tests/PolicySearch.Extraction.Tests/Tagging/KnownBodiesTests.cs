using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Ministries and agencies under one id each, whether a text names them in English, in Japanese or by their short form.</summary>
public sealed class KnownBodiesTests
{
    private static readonly Tagger Tagger = new();

    public static TheoryData<MentionType, string, string, string, string> Bodies => new()
    {
        { MentionType.Ministry, "METI", "Ministry of Economy, Trade and Industry", "経済産業省", "経産省" },
        { MentionType.Ministry, "MITI", "Ministry of International Trade and Industry", "通商産業省", "通産省" },
        { MentionType.Ministry, "MEXT", "Ministry of Education, Culture, Sports, Science and Technology", "文部科学省", "文科省" },
        { MentionType.Ministry, "MHLW", "Ministry of Health, Labour and Welfare", "厚生労働省", "厚労省" },
        { MentionType.Ministry, "MAFF", "Ministry of Agriculture, Forestry and Fisheries", "農林水産省", "農水省" },
        { MentionType.Ministry, "MIC", "Ministry of Internal Affairs and Communications", "総務省", "MIC" },
        { MentionType.Ministry, "MLIT", "Ministry of Land, Infrastructure, Transport and Tourism", "国土交通省", "国交省" },
        { MentionType.Ministry, "MOE", "Ministry of the Environment", "環境省", "MOE" },
        { MentionType.Ministry, "MOF", "Ministry of Finance", "財務省", "MOF" },
        { MentionType.Ministry, "MOFA", "Ministry of Foreign Affairs", "外務省", "MOFA" },
        { MentionType.Ministry, "MOD", "Ministry of Defense", "防衛省", "MOD" },
        { MentionType.Ministry, "MPT", "Ministry of Posts and Telecommunications", "郵政省", "MPT" },
        { MentionType.Ministry, "MHW", "Ministry of Health and Welfare", "厚生省", "MHW" },
        { MentionType.Ministry, "MCI", "Ministry of Commerce and Industry", "商工省", "MCI" },
        { MentionType.Agency, "STA", "Science and Technology Agency", "科学技術庁", "STA" },
        { MentionType.Agency, "JPO", "Japan Patent Office", "特許庁", "JPO" },
        { MentionType.Agency, "SME Agency", "Small and Medium Enterprise Agency", "中小企業庁", "SMEA" },
        { MentionType.Agency, "ANRE", "Agency for Natural Resources and Energy", "資源エネルギー庁", "ANRE" },
        { MentionType.Agency, "NISA", "Nuclear and Industrial Safety Agency", "原子力安全・保安院", "NISA" },
        { MentionType.Agency, "FSA", "Financial Services Agency", "金融庁", "FSA" },
        { MentionType.Agency, "JFTC", "Japan Fair Trade Commission", "公正取引委員会", "公取委" },
        { MentionType.Agency, "NEDO", "New Energy and Industrial Technology Development Organization", "新エネルギー・産業技術総合開発機構", "NEDO" },
        { MentionType.Agency, "AIST", "National Institute of Advanced Industrial Science and Technology", "産業技術総合研究所", "産総研" },
        { MentionType.Agency, "JST", "Japan Science and Technology Agency", "科学技術振興機構", "JST" },
        { MentionType.Agency, "JSPS", "Japan Society for the Promotion of Science", "日本学術振興会", "JSPS" },
        { MentionType.Agency, "JETRO", "Japan External Trade Organization", "日本貿易振興機構", "ジェトロ" },
        { MentionType.Agency, "NISTEP", "National Institute of Science and Technology Policy", "科学技術・学術政策研究所", "NISTEP" },
        { MentionType.Agency, "CSTP", "Council for Science and Technology Policy", "総合科学技術会議", "CSTP" },
        { MentionType.Agency, "CSTI", "Council for Science, Technology and Innovation", "総合科学技術・イノベーション会議", "CSTI" },
        { MentionType.Agency, "CEFP", "Council on Economic and Fiscal Policy", "経済財政諮問会議", "CEFP" },
        { MentionType.Agency, "BOJ", "Bank of Japan", "日本銀行", "日銀" },
        { MentionType.Agency, "RIKEN", "Institute of Physical and Chemical Research", "理化学研究所", "理研" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_has_one_id_in_English_sentences(MentionType type, string id, string english, string japanese, string shortName)
    {
        Assert.Equal([(type, id)], Named($"In Tokyo, officials of the {english} met firms that year.", english));
        Assert.Equal([(type, id)], Named($"The {english} of Japan drew up the guidelines.", $"{english} of Japan"));
        Assert.Equal([(type, id)], Named($"A report for Japan by {shortName} followed.", shortName));
        Assert.Equal([(type, id), (type, id)], Named($"It was left to the {english} ({japanese}) of Japan.", english, japanese));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_has_one_id_in_Japanese_sentences(MentionType type, string id, string english, string japanese, string shortName)
    {
        Assert.Equal([(type, id)], Named($"その年、{japanese}は企業に補助金を交付した。", japanese));
        Assert.Equal([(type, id)], Named($"補助金は{japanese}及び関係機関が交付する。", japanese));
        Assert.Equal([(type, id)], Named($"日本では、{shortName}の報告書による。", shortName));
        Assert.Equal([(type, id), (type, id)], Named($"日本の{japanese}（{english}）による。", japanese, english));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_name_finds_the_body_in_a_filter(MentionType type, string id, string english, string japanese, string shortName)
    {
        Assert.All([id, english, english.ToUpperInvariant(), japanese, shortName], name => Assert.Equal(id, Tagger.Resolve(type, name)));
    }

    [Fact]
    public void Ministries_of_the_same_name_are_told_apart_by_the_country_spoken_of()
    {
        foreach (var (country, id) in new[] { ("Thailand", "Ministry of Industry (Thailand)"), ("Indonesia", "Ministry of Industry (Indonesia)"), ("France", "Ministry of Industry (France)") })
        {
            Assert.Equal([(MentionType.Ministry, id)], Named($"In {country} the Ministry of Industry decides.", "Ministry of Industry"));
        }
    }

    [Fact]
    public void Predecessors_lead_back_through_the_reforms()
    {
        var catalogue = new AuthorityCatalogue(AuthorityFiles.BuiltIn);
        var path = new List<string>();
        for (var entry = catalogue.Find("経済産業省").Single(); entry is not null; entry = catalogue.Lineage.PredecessorsOf(entry).SingleOrDefault())
        {
            path.Add(entry.Id);
        }

        Assert.Equal(["METI", "MITI", "MCI", "Ministry of Agriculture and Commerce"], path);
    }

    private static IEnumerable<(MentionType Type, string Id)> Named(string text, params string[] names) =>
        Tagger.Tag(PlainDocuments.OfOneBlock(text))
            .Where(mention => names.Contains(mention.Span.Of(text).ToString()))
            .Select(mention => (mention.Type, mention.Id));
}
