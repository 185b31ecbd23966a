using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Names in Japanese text, one sentence at a time: what the finders make of it, as "type:id@text"; places and years left out.</summary>
public sealed class JapaneseNameTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("田中一郎審議官及び鈴木 花子課長補佐が出席", "person:田中一郎@田中一郎|person:鈴木花子@鈴木 花子")]
    [InlineData("会長：小林　誠（名古屋市）", "person:小林誠@小林　誠")]
    [InlineData("元理事長山田太郎氏", "person:山田太郎@山田太郎")]
    [InlineData("黒岩さゆり副知事は", "person:黒岩さゆり@黒岩さゆり")]
    [InlineData("｜代表者｜五十嵐美咲｜", "person:五十嵐美咲@五十嵐美咲")]
    [InlineData("藤田昌久（2003）は指摘し、藤田（2003）では", "person:藤田昌久@藤田昌久|person:藤田昌久@藤田")]
    [InlineData("山本宏編著『港町の地理』", "person:山本宏@山本宏")]
    [InlineData("大臣の中村亮弘は述べ、座長の山本一郎氏が", "person:中村亮弘@中村亮弘|person:山本一郎@山本一郎")]
    [InlineData("西村亮弘経済産業相と経済産業大臣西村亮弘が", "person:西村亮弘@西村亮弘|person:西村亮弘@西村亮弘")]
    [InlineData("小林鶴之、西村亮弘両氏と、佐藤、高橋、鈴木の3氏", "person:小林鶴之@小林鶴之|person:西村亮弘@西村亮弘|person:佐藤@佐藤|person:高橋@高橋|person:鈴木@鈴木")]
    [InlineData("北海道鈴木直道知事、北海道知事鈴木直道は", "person:鈴木直道@鈴木直道|person:鈴木直道@鈴木直道")]
    [InlineData("加藤港湾政策第二部長、○川口総務課長、石川産業部長、福島復興局長", "person:加藤@加藤|person:川口@川口")]
    [InlineData("鈴木直道前幹事長、鈴木前首相", "person:鈴木直道@鈴木直道|person:鈴木直道@鈴木")]
    [InlineData("石川製作所長と福島復興局長、中村地区委員、市長の福島訪問", "organisation:石川製作所@石川製作所")]
    [InlineData("大阪市長と福島県知事と港湾水理大学教授", "organisation:港湾水理大学@港湾水理大学")]
    [InlineData("山田花子・港湾水理大学教授によると", "person:山田花子@山田花子|organisation:港湾水理大学@港湾水理大学")]
    [InlineData("委員会の研究員数と本部長", "")]
    [InlineData("江戸時代の皆様と奥さん", "")]
    public void Persons_are_found_by_their_names_and_titles(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("出席者 山田太郎委員長、佐々木健一委員\n\n○山田委員長 では、佐々木委員。", "person:山田太郎@山田太郎|person:佐々木健一@佐々木健一|person:山田太郎@山田|person:佐々木健一@佐々木")]
    [InlineData("橋本和雄座長と橋本明知事。橋本座長", "person:橋本和雄@橋本和雄|person:橋本明@橋本明|person:橋本和雄@橋本")]
    [InlineData("早馬拓也知事の早馬県政", "person:早馬拓也@早馬拓也|person:早馬拓也@早馬")]
    [InlineData("ベルガー首相とマルコ・ベルガー独首相", "person:マルコ・ベルガー@ベルガー|person:マルコ・ベルガー@マルコ・ベルガー")]
    [InlineData("ドナルド・トランプとバラク・オバマ大統領、マーガレット・サッチャー", "person:Donald Trump@ドナルド・トランプ|person:Barack Obama@バラク・オバマ|person:Margaret Thatcher@マーガレット・サッチャー")]
    [InlineData("トニー・ブレアは述べた。ブレア氏とブラウン首相、ジョンソン首相", "person:Tony Blair@トニー・ブレア|person:Tony Blair@ブレア|person:Gordon Brown@ブラウン|person:ジョンソン@ジョンソン")]
    [InlineData("アレクセイ・ロシア大統領とフランス大統領", "person:アレクセイ@アレクセイ")]
    public void A_surname_means_the_person_whom_the_document_names_in_full(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("国土交通省南洋地方整備局は", "ministry:MLIT@国土交通省|agency:南洋地方整備局@南洋地方整備局")]
    [InlineData("埼玉県産業労働部と越谷市環境経済部の", "agency:埼玉県産業労働部@埼玉県産業労働部|agency:越谷市環境経済部@越谷市環境経済部")]
    [InlineData("文科省・経産省・農水省の", "ministry:MEXT@文科省|ministry:METI@経産省|ministry:MAFF@農水省")]
    [InlineData("一般社団法人とねがわ水運振興協会（TSA）とTSAの", "organisation:一般社団法人とねがわ水運振興協会@一般社団法人とねがわ水運振興協会|organisation:一般社団法人とねがわ水運振興協会@TSA|organisation:一般社団法人とねがわ水運振興協会@TSA")]
    [InlineData("公益財団法人みやぎ海洋産業支援センター（略称：MOC、理事長 山田太郎）。MOCは", "agency:公益財団法人みやぎ海洋産業支援センター@公益財団法人みやぎ海洋産業支援センター|agency:公益財団法人みやぎ海洋産業支援センター@MOC|person:山田太郎@山田太郎|agency:公益財団法人みやぎ海洋産業支援センター@MOC")]
    [InlineData("株式会社Coral Works、さくら水産株式会社、慶応水産大学大学院", "organisation:株式会社Coral Works@株式会社Coral Works|organisation:さくら水産株式会社@さくら水産株式会社|organisation:慶応水産大学大学院@慶応水産大学大学院")]
    [InlineData("一般財団法人東海潮流研究所。その後、東海潮流研究所は", "organisation:一般財団法人東海潮流研究所@一般財団法人東海潮流研究所|organisation:一般財団法人東海潮流研究所@東海潮流研究所")]
    [InlineData("港湾のあり方に関する検討会", "agency:港湾のあり方に関する検討会@港湾のあり方に関する検討会")]
    [InlineData("産業構造審議会第15回港湾産業分科会", "agency:Industrial Structure Council@産業構造審議会|agency:港湾産業分科会@港湾産業分科会")]
    [InlineData("中小企業庁　港湾支援部、関東経済産業局　産業部", "agency:SME Agency@中小企業庁|agency:港湾支援部@港湾支援部|agency:Kanto Bureau of Economy, Trade and Industry@関東経済産業局")]
    [InlineData("「みなとのTOBA」創造コンソーシアム、各党の議員連盟", "")]
    [InlineData("各種委員会、実行委員会、研究センター、関係省庁、両党、データセンター、地方銀行", "")]
    public void Bodies_are_found_by_their_last_word_or_legal_form(string text, string expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("第2期「みなと・ひと創生総合戦略」、第五次港湾循環推進基本計画が", "programme:みなと・ひと創生総合戦略@みなと・ひと創生総合戦略|programme:第五次港湾循環推進基本計画@第五次港湾循環推進基本計画")]
    [InlineData("平成25年度補正予算地域新産業創出支援事業は", "programme:地域新産業創出支援事業@地域新産業創出支援事業")]
    [InlineData("特定港湾設備の透明性及び公正性の向上に関する法律が成立", "programme:特定港湾設備の透明性及び公正性の向上に関する法律@特定港湾設備の透明性及び公正性の向上に関する法律")]
    [InlineData("循環型港湾構造への円滑な移行の推進に関する法律（令和2年法律第40号。以下「港湾移行法」という。）、港湾移行法は", "programme:循環型港湾構造への円滑な移行の推進に関する法律@循環型港湾構造への円滑な移行の推進に関する法律|programme:循環型港湾構造への円滑な移行の推進に関する法律@港湾移行法|programme:循環型港湾構造への円滑な移行の推進に関する法律@港湾移行法")]
    [InlineData("港湾中小企業等研究開発支援事業（Quay-Tech事業）と、Quay-Tech事業", "programme:港湾中小企業等研究開発支援事業@港湾中小企業等研究開発支援事業|programme:港湾中小企業等研究開発支援事業@Quay-Tech事業|programme:港湾中小企業等研究開発支援事業@Quay-Tech事業")]
    [InlineData("灯台法と方法、手法、司法、同法", "programme:灯台法@灯台法")]
    [InlineData("「ブルーハーバー」事業と「みなとのデジタルKAIUN創造計画」", "programme:ブルーハーバー@ブルーハーバー|programme:みなとのデジタルKAIUN創造計画@みなとのデジタルKAIUN創造計画")]
    [InlineData("文部科学省港湾科学研究費補助金", "ministry:MEXT@文部科学省|programme:港湾科学研究費補助金@港湾科学研究費補助金")]
    [InlineData("次世代港湾エネルギー推進計画と次世代灯台支援対策推進法、次世代帆船戦略2031、全国灯台整備法", "programme:次世代港湾エネルギー推進計画@次世代港湾エネルギー推進計画|programme:次世代灯台支援対策推進法@次世代灯台支援対策推進法|programme:次世代帆船戦略2031@次世代帆船戦略2031|programme:全国灯台整備法@全国灯台整備法")]
    [InlineData("新港湾創造戦略と新製品開発計画、次期計画、次計画、全事業", "programme:新港湾創造戦略@新港湾創造戦略")]
    [InlineData("事業計画、研究開発計画、本計画、補助事業、成長戦略", "")]
    public void Instruments_are_found_by_their_last_word(string text, string expected) => Assert.Equal(expected, Show(text));

    [Fact]
    public void A_name_broken_at_the_end_of_a_full_line_is_one_name()
    {
        const string Text = "この計画を受け継いだのは、瀬戸内海洋技術総合開\n発機構と、その前身の連絡会を率いた山田太\n郎理事長である。";
        Assert.Equal("agency:瀬戸内海洋技術総合開発機構@瀬戸内海洋技術総合開\n発機構|person:山田太郎@山田太\n郎", Show(Text));
    }

    [Fact]
    public void A_short_line_ends_a_name() =>
        Assert.DoesNotContain("\n", Show("佐藤港湾\n総合開発機構"), StringComparison.Ordinal);

    private static string Show(string text) =>
        string.Join('|', Tagger.Tag(PlainDocuments.OfOneBlock(text))
            .Where(mention => mention.Type is not (MentionType.Place or MentionType.Year))
            .Select(mention => $"{mention.Type.ToString().ToLowerInvariant()}:{mention.Id}@{mention.Span.Of(text)}"));
}
