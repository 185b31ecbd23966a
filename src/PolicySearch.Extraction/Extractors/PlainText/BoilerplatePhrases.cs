using System.Collections.Frozen;
using System.Text.RegularExpressions;
namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>What web pages in English and Japanese say around their text.</summary>
internal static partial class BoilerplatePhrases
{
    private const int LongestLine = 240;
    private const int LongestImprint = 300;

    private static readonly FrozenSet<string> Lines = new[]
    {
        "menu", "main menu", "navigation", "search", "advanced search", "site search", "search this site", "close", "home", "back", "next", "previous",
        "view more", "read more", "show more", "see more", "load more", "learn more", "more", "see all", "view all", "show all", "expand all", "collapse all",
        "back to top", "top of page", "to top", "go to top", "scroll to top", "back to list", "previous article", "next article", "previous page", "next page", "previous post", "next post",
        "share", "share this", "tweet", "print", "print this page", "email this page", "email", "facebook", "twitter", "linkedin", "instagram", "youtube", "whatsapp", "rss", "rss feed", "copy link", "permalink", "bookmark", "save this page",
        "sign in", "sign up", "log in", "login", "log out", "register", "subscribe", "unsubscribe", "newsletter", "my account", "donate", "cart",
        "contact", "contact us", "contact form", "inquiries", "enquiries", "feedback", "was this page helpful", "help", "faq", "sitemap", "site map", "accessibility", "accessibility statement",
        "privacy", "privacy policy", "privacy notice", "cookies", "cookie policy", "cookie settings", "cookie preferences", "accept", "accept all", "accept cookies", "accept all cookies", "reject", "reject all", "manage cookies", "manage preferences",
        "terms", "terms of use", "terms of service", "terms and conditions", "legal notice", "disclaimer", "imprint", "impressum", "copyright",
        "advertisement", "sponsored", "sponsored content", "loading", "download", "download pdf", "pdf", "tags", "categories", "language", "select language", "english", "comments", "leave a comment", "leave a reply", "follow us", "about us", "careers", "press", "skip",
        "on this page", "in this section", "in this article", "jump to", "quick links", "site navigation", "breadcrumb", "breadcrumbs", "you are here",
        "ホーム", "トップ", "トップページ", "サイトマップ", "検索", "サイト内検索", "メニュー", "お問い合わせ", "お問合せ", "お問い合わせ先", "問い合わせ", "プライバシーポリシー", "個人情報保護方針", "個人情報の取扱い", "利用規約", "ページの先頭へ", "ページの先頭へ戻る", "ページトップへ", "ページトップへ戻る", "このページの先頭へ", "トップへ戻る",
        "印刷", "印刷する", "このページを印刷", "このページを印刷する", "シェア", "シェアする", "ツイート", "ポスト", "もっと見る", "続きを読む", "詳細はこちら", "詳しくはこちら", "こちら", "一覧へ", "一覧へ戻る", "一覧に戻る", "一覧を見る", "前へ", "次へ", "前のページ", "次のページ", "前の記事", "次の記事", "戻る", "閉じる", "文字サイズ", "文字サイズ変更", "標準", "拡大", "小", "中", "大",
        "ログイン", "ログアウト", "会員登録", "新規登録", "メルマガ登録", "採用情報", "リンク集", "著作権", "著作権について", "免責事項", "アクセシビリティ", "ウェブアクセシビリティ", "日本語", "ダウンロード", "広告", "タグ", "カテゴリー", "よくある質問", "アクセス", "言語",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> MenuWords = new[]
    {
        "about", "about us", "news", "events", "publications", "research", "topics", "people", "experts", "policies", "programmes", "programs", "projects", "resources", "media", "blog", "library", "data", "statistics", "reports", "services", "products", "our work", "who we are", "what we do", "press releases", "newsroom", "careers", "jobs", "organisation", "organization", "members", "partners", "policy index", "speeches", "ministers", "departments",
        "ニュース", "お知らせ", "新着情報", "組織", "組織情報", "組織案内", "政策", "政策一覧", "統計", "統計情報", "白書", "報道発表", "会見", "審議会", "法令", "申請", "申請・届出", "予算", "研究会", "会社概要", "イベント", "刊行物", "出版物", "調査", "研究",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> HomeWords = new[]
    {
        "home", "top", "top page", "homepage", "home page", "startseite", "accueil", "ホーム", "トップ", "トップページ",
    }.ToFrozenSet();

    /// <summary>Whether the whole line, without its list mark, is one that web pages put around their text.</summary>
    public static bool IsBoilerplate(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.IsEmpty)
        {
            return false;
        }

        return (line.Length <= 40 && line[^1] is not ('.' or '。') && Lines.Contains(TextKeys.Of(line)))
            || Prefixes().IsMatch(line) || Endings().IsMatch(line) || Rights().IsMatch(line) || Cookies().IsMatch(line)
            || IsCredit(line);
    }

    /// <summary>Whether the line names who made the picture above it.</summary>
    public static bool IsCredit(ReadOnlySpan<char> line) => (line.Length <= 120 && (Credits().IsMatch(line) || Agencies().IsMatch(line))) || (line.Length <= LongestLine && Wires().IsMatch(line));

    /// <summary>Whether the line is a crumb trail: Home > Policies > Clusters.</summary>
    public static bool IsCrumbTrail(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        var hasLabel = false;
        foreach (var label in CrumbLabel().EnumerateMatches(line))
        {
            line = line[label.Length..];
            hasLabel = true;
        }

        var separator = line.IndexOfAny(">»›＞/");
        return separator > 0 && (hasLabel || IsHome(line[..separator]));
    }

    /// <summary>Whether the line, above a title, is three short names or more with arrows between them.</summary>
    public static bool IsPath(ReadOnlySpan<char> line)
    {
        var arrows = 0;
        while (line.Length <= LongestLine && line.IndexOfAny("›»＞>") is > 0 and var arrow)
        {
            if (arrow > 40 || line[arrow - 1] != ' ')
            {
                return false;
            }

            arrows++;
            line = line[(arrow + 1)..];
        }

        return arrows >= 2 && line.Length <= 80;
    }

    /// <summary>Whether the line stands above what a page is about: a crumb trail, a link past the menu, a word on cookies.</summary>
    public static bool IsTopOfPage(ReadOnlySpan<char> line) =>
        line.Length <= LongestLine && (IsCrumbTrail(line) || IsPath(line) || Cookies().IsMatch(line) || SkipLinks().IsMatch(line));

    /// <summary>Whether the line is the first entry of a crumb trail.</summary>
    public static bool IsHome(ReadOnlySpan<char> line) => line.Length <= 12 && HomeWords.Contains(TextKeys.Of(line));

    /// <summary>Whether the line alone might be a heading but stands in many menus.</summary>
    public static bool IsMenuWord(ReadOnlySpan<char> line) => line.Length <= 30 && MenuWords.Contains(TextKeys.Of(line));

    /// <summary>Whether the line says who stands behind the page: "Hosted by …", "An initiative of …".</summary>
    public static bool IsAttribution(ReadOnlySpan<char> line) => line.Length <= 160 && Attributions().IsMatch(line);

    /// <summary>Whether the line has a body's address, register number or telephone, as the foot of a page does; in a text it may be what is looked for.</summary>
    public static bool IsImprint(ReadOnlySpan<char> line) => line.Length <= LongestImprint && Imprint().IsMatch(line);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(skip|jump) to (the )?(main |primary )?(content|navigation|main|search|footer)|^(click|tap|press) (here|on the link|the link|the button)\b|^(share|follow|find|like|join) (this|us|me|it) ?(article|page|post|story)?\s*(on|via|at)?\s*(facebook|twitter|x|linkedin|instagram|youtube|social media)?\s*:?$|^(share|tweet|pin|post) (on|to|via) |^(subscribe|sign up) (to|for) (our|the) |^(get|receive) (our|the) .{0,40}\b(newsletter|updates|alerts|bulletin)|^(enter )?your e-?mail( address)?$|^download\b.{0,60}\b(pdf|docx?|xlsx?|csv|epub)\b|^comments (will be|are) (moderated|closed|disabled)|^(please )?(enable|turn on) javascript|^(add|post|leave) a comment|^\d+ comments?$|^posted in\b|^filed under\b|^tagged( with)?\b|^listen to this article|^\d+ min(ute)?s? read$|^(本文|メインコンテンツ|コンテンツ|グローバルナビ|メニュー)(へ|に|を)(移動|スキップ|飛ば|読み飛ば|ジャンプ)|^ここ(から|まで)(本文|メニュー|フッター)|^このページの(先頭|トップ)|^(フォロー|シェア)する|^(read|see|watch|listen) (also|next)(\s*[:：]|.{0,100}[^.。])?$|^related( \w+)?\s*[:：]|^関連(記事|リンク|コンテンツ|ページ|情報|サイト|ニュース|レポート|資料)?\s*[:：]|^newsletter:|^tags?:|^(was|is) this (page|article|information) (helpful|useful)|^(is there anything|what is|report (anything|a problem)).{0,20}\b(wrong )?(with|on) this page|^report a problem\b|^(rate|improve|cite|download|listen to) this (page|article)\b|^(first )?published\b.{0,80}\bsee all updates$|^(this page was )?last (edited|modified)\b.{0,60}\b(by|on)\b|^page \w+:|^accessibility links$|^an official website of|^(most (read|popular|viewed|shared))(\s{2,}|:|$)|^このページ(の(作成者|担当|情報は|内容は)|に関する|は役に)|^(役に立った|はい|良い|満足).{0,40}(役に立たなかった|いいえ|悪い|不満)|^メニューを(飛ば|スキップ)|^(音声読み上げ|ふりがな)|^(お問い?合わ?せ先?|問い?合わ?せ先)\s*[:：]?\s*$|^この(記事|ページ)(を|について)(シェア|共有|印刷|のお問)", Options)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^(skip|jump) to (the )?(main |primary )?(content|navigation|main|search|footer)|^(本文|メインコンテンツ|コンテンツ|グローバルナビ|メニュー)(へ|に|を)(移動|スキップ|飛ば|読み飛ば|ジャンプ)", Options)]
    private static partial Regex SkipLinks();

    [GeneratedRegex(@"^related$|^further information$|^[\w\s-]{0,24}\b(related|featured|recommended|trending|popular) (content|contents|articles?|posts?|stories|links?|reading|news|pages?|publications|topics|items|documents)$|^(you (may|might) also (like|be interested in)|stay (informed|connected|in touch|up to date)|keep in touch|recommended for you|more from|also of interest|read next|latest news|latest posts)\b.{0,40}$|^関連(記事|リンク|コンテンツ|ページ|情報|サイト|ニュース)$|^(おすすめ|人気|最新)(記事|の記事|ランキング)$|^(アクセス)?ランキング$|^\d{1,3} ?%$", Options)]
    private static partial Regex Endings();

    [GeneratedRegex(@"^(copyright|©|\(c\)|Ⓒ)\s*(©|\(c\))?[\s\d,–-]|all rights reserved|^(©|\(c\))? ?crown copyright|open government licen[cs]e|\b(available|licen[cs]ed|published) under (a|an|the) (creative commons|cc[- ]by)|^(licen[cs]e|text|content)\W{1,3}(creative commons|cc[- ]by)|^cc[- ]by\b|無断(転載|複製)を禁|著作権は.{0,40}帰属", Options)]
    private static partial Regex Rights();

    [GeneratedRegex(@"\b(this|our) (web)?site (uses?|stores?) cookies|\bcookies on (this|our) (web)?site\b|^(we value )?your privacy( choices| matters)?\s*[.:]|\bwe use (necessary |optional |essential )?cookies|by continuing to (use|browse) |(cookies?|クッキー)([(（]cookie[)）])? ?(を使用|を利用)|クッキーを", Options)]
    private static partial Regex Cookies();

    [GeneratedRegex(@"^\(?(photo|photos|photograph|photography|image|images|picture|illustration|cover photo|header image)( credits?| courtesy| source)?( by| of|:|：)\s*\S.{0,80}$|^(写真|画像|撮影|提供|写真提供|画像提供)[:：／/=＝].{0,60}$|^©\s?\S.{0,60}$|^(credit|credits|courtesy)\s*:.{0,60}$", Options)]
    private static partial Regex Credits();

    [GeneratedRegex(@"^.{0,40}\b(getty images|shutterstock|istock(photo)?|adobe stock|unsplash|pixabay|alamy|ap photo|afp photo|reuters pictures|wikimedia commons)\b.{0,30}$", Options)]
    private static partial Regex Agencies();

    // "… at the Elysée Palace, October 12, 2021. POOL / REUTERS"
    [GeneratedRegex(@"(^|[.:/(]\s*)((POOL|AFP|AP|EPA|REUTERS|KYODO|JIJI|YONHAP|XINHUA|DPA|PTI|ANI)(-EFE|-JIJI)?(\s*/\s*|\s+VIA\s+|$)){1,3}\)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Wires();

    [GeneratedRegex(@"\bregistered (charity|company|office|in england)\b|\b(charity|company|vat) (reg(istration)? )?(no|number)\b|\b(tel|telephone|phone|fax|e-?mail)\b ?\.? ?[:：]?\s*[+(]?[\d\w]|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b|\b[a-z]{2} \d{5}(-\d{4})?\b|〒 ?\d{3}|(電話|ファックス|FAX|法人番号|所在地)\s*[:：(（]?\s*[\d〒(（０-９]|\b\S+@\S+\.\w", Options)]
    private static partial Regex Imprint();

    [GeneratedRegex(@"^(you are (here|in)|現在位置|現在地|パンくず(リスト)?)\s*[:：]\s*", Options)]
    private static partial Regex CrumbLabel();

    [GeneratedRegex(@"^(hosted|powered|funded|co-funded|supported|sponsored|maintained|operated|managed|published|brought to you|provided) by\b|^(an?|the) (official )?(initiative|project|service|publication|website|site|programme|program|portal|product) (of|by|from)\b|^in (partnership|cooperation|collaboration) with\b|^(発行|運営|主催|提供|編集)[:：]", Options)]
    private static partial Regex Attributions();
}
