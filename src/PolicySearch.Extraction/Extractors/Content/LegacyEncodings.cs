using System.Text;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Tells the encodings of the time before Unicode apart: a text is decoded by each, and the one in which it reads like some language wins.</summary>
internal static class LegacyEncodings
{
    private const double LeastScore = 0.25;

    // Kana first: without them no Japanese text is. Then the Han characters that are most frequent in Japanese.
    private const string Japanese =
        "のるにはをとたがでてしいなれすこさもかあっよりうくらきまめけせそどつえわやみおちばだへほぐげごじずべびぶぼ" +
        "ンルトスリアイクシタラドレロコプフカマテナサメニムチツキオバパデジボィッェーァュョヶ日一国人年大十二本中長出三時行見月分後前生五間上東四今会同事自社発者地業" +
        "方新場員立開力問代明動京通言理体主意不作用度強公持家世多正安院心界文重近考知道集別物使品計朝運産省府法律第条項経済政策議制治県市区町村電気機部術科学技成関係定必要規" +
        "設令当該合実施等得平保管全事業資金調査報告研究支援対応推進基準的化性及其場権利義務団組構";

    private const string Simplified =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部" +
        "其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月" +
        "话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市" +
        "直德资命山金指克许统区保至队形社便空决治展马科司五基书非则听界达光强权思完设式色路记南品住告类求据程北边死张该交规万取城集服策推技术企业济";

    private const string Traditional =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部" +
        "其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月" +
        "話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市" +
        "直德資命山金指克許統區保至隊形社便空決治展馬科司五基書非則聽界達光強權思完設式色路記南品住告類求據程北邊死張該交規萬取城集服策推技術企濟";

    private const string Korean =
        "이다는의에을가고하지를로기은사도어한리서시자대인나정일그수들으해있라보부전국아장과것년주원제구성공상동신여무소조비경스등적선계화방위중만안게오면세연업계관미우유통법실내용분산었였했회생발교학와" +
        "행개명문물재치역할합민군력입물진체심영모당트까음던되된될며본간반재책육두함설강직금말거니습합후남차마";

    private const string Russian = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ";
    private const string Ukrainian = "оаиніверткслдумпязбьгчйхжїшюцєщфґ";
    private const string Bulgarian = "аоеинтрсвлдкпмзбуягъчщжшцхйюфь";
    private const string Greek = "αοιετσνηυρπκμλςωάίόέγδήχθφύβώξζψϊϋ";

    private static readonly (int CodePage, LetterScript Script, string[] Languages)[] Candidates =
    [
        (1252, LetterScript.Latin, ["éèàçêâùôîûëïœ", "äöüßé", "áéíóúñ¿¡ºªü", "ãçáéíóõêâàúôº", "åäöæøé", "àèéìòù", "ëéïóöüèáê", "ðþæöáéíóúý", "äöõüšž"]),
        (932, LetterScript.EastAsian, [Japanese]),
        (51932, LetterScript.EastAsian, [Japanese]),
        (54936, LetterScript.EastAsian, [Simplified]),
        (950, LetterScript.EastAsian, [Traditional]),
        (949, LetterScript.EastAsian, [Korean]),
        (1250, LetterScript.Latin, ["ąćęłńóśźż", "áčďéěíňóřšťúůýžäľĺŕôÚ", "áéíóöőúüű", "čćžšđ", "ăâîşţșț"]),
        (1251, LetterScript.Alphabet, [Russian, Ukrainian, Bulgarian]),
        (20866, LetterScript.Alphabet, [Russian]),
        (21866, LetterScript.Alphabet, [Ukrainian]),
        (1253, LetterScript.Alphabet, [Greek]),
        (1254, LetterScript.Latin, ["ığşçöüâîİ"]),
        (1257, LetterScript.Latin, ["āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž"]),
    ];

    private static readonly (Encoding Encoding, LetterFrequencies[] Languages)[] All =
        [.. Candidates.Select(one => (ByCodePage(one.CodePage), one.Languages.Select(letters => new LetterFrequencies(one.Script, letters)).ToArray()))];

    /// <summary>An encoding by its code page, undecodable bytes as U+FFFD.</summary>
    /// <exception cref="NotSupportedException">There is none of that number.</exception>
    public static Encoding ByCodePage(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(
        codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>The encoding of a number that a file names; Windows-1252 where there is none of that number.</summary>
    public static Encoding ByCodePageOr1252(int codePage)
    {
        try
        {
            return ByCodePage(codePage);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return ByCodePage(1252);
        }
    }

    /// <summary>The encoding in which <paramref name="bytes"/> read like text, with how well from 0 to 1; null where they do in none.</summary>
    /// <param name="bytes">Bytes that are no UTF-8; some kilobytes are enough.</param>
    /// <param name="score">Mean weight of a character beyond ASCII.</param>
    public static Encoding? Find(ReadOnlySpan<byte> bytes, out double score)
    {
        score = LeastScore;
        Encoding? best = null;
        foreach (var (encoding, languages) in All)
        {
            var text = encoding.GetString(bytes);
            foreach (var language in languages)
            {
                var own = language.Score(text);
                if (own > score)
                {
                    (best, score) = (encoding, own);
                }
            }
        }

        return best;
    }

    /// <summary>Whether <paramref name="bytes"/> are text with the escape sequences of ISO-2022-JP.</summary>
    public static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0 || bytes.IndexOf("\u001B$@"u8) >= 0;
}
