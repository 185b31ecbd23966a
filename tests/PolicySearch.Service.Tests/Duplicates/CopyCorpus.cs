using System.Net;
using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing.Gold;

namespace PolicySearch.Service.Tests.Duplicates;

/// <summary>A source of the corpus.</summary>
/// <param name="Path">Its name; ids are made from it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Base">Sources of one base are copies of one another; each of a template has a base of its own.</param>
/// <param name="Kind">How it was made.</param>
internal sealed record CopySource(string Path, byte[] Content, string Base, string Kind);

/// <summary>Real documents with copies that were changed as copies are, and forms filled in differently, which are no copies. The same for a seed.</summary>
internal sealed class CopyCorpus(int seed)
{
    public const string Original = "original";
    public const string SameBytes = "same bytes";
    public const string OtherEncoding = "other encoding and line ends";
    public const string AsPage = "page with menus";
    public const string Edited = "a word in 150 edited";
    public const string Cut = "first half";
    public const string Template = "template";

    private static readonly string[] Towns = ["Aomori", "Kitakyushu", "Linz", "Tampere", "Utsunomiya", "Graz", "Eindhoven", "Sapporo", "Daejeon", "Leuven"];
    private static readonly string[] JapaneseTowns = ["青森", "北九州", "宇都宮", "札幌", "浜松", "高松", "富山", "熊本", "福井", "米沢"];
    private static readonly string[] Firms = ["Tanimura Optics", "Bergmann Antriebe", "Lumitek", "Orvex", "Kanda Precision", "Novasil", "Hartung Chemie", "Suisei Medical", "Veldkamp", "Iris Robotics"];
    private static readonly string[] JapaneseFirms = ["谷村光学", "神田精密", "彗星医療", "水野電機", "白石化学", "大友製作所", "北辰工業", "西村機械", "高見食品", "三国繊維"];

    private static readonly PlainTextExtractor Extractor = new(ExtractionLimits.Default);

    private readonly Random _random = new(seed);

    /// <summary>All sources: documents with five copies each, and the filled-in forms.</summary>
    /// <param name="every">1 for all documents, 2 for every second one.</param>
    public IEnumerable<CopySource> Sources(int every)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var source in GoldSet.Development.Sources().Where((_, i) => i % every == 0))
        {
            var text = Encoding.UTF8.GetString(source.Content.Span).TrimStart('\uFEFF');
            var name = Path.GetFileNameWithoutExtension(source.Name);
            yield return Of(name, Original, ".txt", Encoding.UTF8.GetBytes(text));
            yield return Of(name, SameBytes, ".txt", Encoding.UTF8.GetBytes(text));
            yield return Of(name, OtherEncoding, ".txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text.ReplaceLineEndings("\r\n"))));
            yield return Of(name, AsPage, ".html", Encoding.UTF8.GetBytes(Page(Extractor.Extract(source, CancellationToken.None))));
            yield return Of(name, Edited, ".txt", Encoding.UTF8.GetBytes(Edit(text)));
            yield return Of(name, Cut, ".txt", Encoding.UTF8.GetBytes(text[..text.LastIndexOf('\n', text.Length / 2)]));
        }

        for (var i = 0; i < 40; i++)
        {
            yield return Of($"form{i}", Template, ".txt", Encoding.UTF8.GetBytes(i % 2 == 0 ? Form(i / 2) : JapaneseForm(i / 2)));
        }
    }

    private static CopySource Of(string name, string kind, string extension, IEnumerable<byte> content) =>
        new($"{kind.Replace(' ', '-')}/{name}{extension}", [.. content], name, kind);

    private static string Page(Document document)
    {
        var content = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            var said = WebUtility.HtmlEncode(block.Span.Of(document.Text).ToString());
            content.Append(block.Kind switch
            {
                BlockKind.Title => $"<h1>{said}</h1>",
                BlockKind.Heading => $"<h{Math.Clamp(block.Level + 1, 2, 6)}>{said}</h{Math.Clamp(block.Level + 1, 2, 6)}>",
                BlockKind.ListItem => $"<ul><li>{said}</li></ul>",
                BlockKind.TableCell => $"<table><tr><td>{said}</td></tr></table>",
                BlockKind.Boilerplate or BlockKind.Contents => "",
                _ => $"<p>{said}</p>",
            }).Append('\n');
        }

        return $"""
            <!DOCTYPE html><html><head><title>Archive of documents</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li><li><a href="/archive">Archive</a></li><li><a href="/contact">Contact</a></li></ul></nav>
            <main><article>{content}</article></main>
            <footer><p>Follow us | Share this page | Cookie settings</p><p>Terms of use</p></footer></body></html>
            """;
    }

    /// <summary>One word in 150, or as much of a text without spaces, is doubled, left out or spelled wrong; numbers stay.</summary>
    private string Edit(string text)
    {
        var edited = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (char.IsAsciiLetterLower(text[i]) && end < text.Length && char.IsAsciiLetterLower(text[end]))
            {
                end++;
            }

            var piece = text.AsSpan(i, end - i);
            var (isWord, isKana) = (piece.Length > 2, piece[0] is >= 'ぁ' and <= 'ん');
            if ((isWord && _random.Next(150) == 0) || (isKana && _random.Next(225) == 0))
            {
                edited.Append(_random.Next(3) switch
                {
                    0 => "",
                    1 when isWord => piece.ToString() + " " + piece.ToString(),
                    _ => isWord ? string.Concat(piece[..1], piece[2..3], piece[1..2], piece[3..]) : "",
                });
            }
            else
            {
                edited.Append(piece);
            }

            i = end;
        }

        return edited.ToString();
    }

    /// <summary>Each paragraph differs from the other forms' in a name, a number or a word.</summary>
    private string Form(int i)
    {
        var (town, firm) = (Towns[i % 10], Firms[(i + (i / 10)) % 10]);
        var (year, budget) = (1996 + i, 100 + (17 * i));
        string[] goals = ["medical devices", "machine tools", "photonics", "food processing", "marine energy", "textiles", "batteries", "logistics", "robotics", "ceramics"];
        return $"""
            Regional innovation plan

            Purpose of the plan

            This plan sets out how the region of {town} is to strengthen the ties between its universities, its public laboratories and its firms over the next ten years, and which bodies are to carry the work out. It was drawn up by the regional office together with the chamber of commerce and was put before the council for approval in the spring, after a public hearing in which citizens and firms could say what they thought of it.

            Budget

            The costs of the plan are borne by the regional government and by the national ministry in equal parts. For {year} a budget of {budget} million has been set aside, of which one half goes to joint research projects, a third to the support of young firms, and the rest to the secretariat, to the training of its staff and to the evaluation that is to be carried out by an independent panel at the end of the plan.

            Lead partner

            The consortium is led by a firm with a long record of work with universities. In the first phase this role falls to {firm}, which looks after the shared equipment, keeps the books of the consortium, calls the meetings of its members, reports to the regional office twice a year and speaks for the consortium in all its dealings with other regions and with the national ministry that pays for the larger part of the equipment.

            Fields of work

            The members of the consortium have agreed to work above all on {goals[i % 10]}, as this is where the region has both a research base that is known abroad and a number of suppliers that can turn results into products. Other fields are not left out: each year a tenth of the funds is kept for proposals from outside the main field, which are chosen by lot among those that the panel holds to be sound.
            """;
    }

    private string JapaneseForm(int i)
    {
        var (town, firm) = (JapaneseTowns[i % 10], JapaneseFirms[(i + (i / 10)) % 10]);
        var (year, budget) = (8 + i, 100 + (17 * i));
        string[] goals = ["医療機器", "工作機械", "光技術", "食品加工", "海洋発電", "高機能繊維", "蓄電池", "物流", "ロボット", "窯業"];
        return $"""
            地域産業計画

            計画の目的

            この計画は、{town}地域において大学、公設試験研究機関及び企業の連携を今後の期間にわたって強めるための方針と、これを担う組織の役割を定めるものである。計画の案は地域事務局が商工会議所とともに作成し、住民と企業の意見を聴く公聴会を経て、春の議会に提出して承認を得た。

            予算

            計画に要する費用は、地域の自治体と国の所管官庁が等しく負担する。平成{year}年度は{budget}百万円を計上し、その半分を共同研究に、残りを若い企業の支援、事務局の運営、職員の研修及び独立した委員会による評価に充てる。

            代表機関

            共同体の代表は、大学との共同研究に長い実績を持つ企業が務める。第一期は{firm}がこれを引き受け、共用設備の管理、会計、会員の会議の招集、事務局への報告を行い、他の地域及び所管官庁との折衝においても共同体を代表する。

            取組の分野

            会員は主として{goals[i % 10]}の分野に取り組むことで合意した。この分野には国外にも知られた研究の基盤があり、成果を製品に結び付けることのできる部品の供給企業も多いからである。他の分野も排除せず、毎年資金の一部を主な分野以外の提案のために残しておく。
            """;
    }
}
