using System.Buffers;

namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>One letter for the forms that a Han letter has in Japan, in Taiwan and in mainland China, so that a name is found however it is written: 経済部, 經濟部, 经济部.</summary>
internal static class HanVariants
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    // Three letters each: as written in Japan, in traditional Chinese, in simplified Chinese.
    private const string Triples =
        "国國国経經经済濟济発發发実實实学學学会會会区區区沢澤泽図圖图県縣县庁廳厅広廣广応應应恵惠惠業業业務務务産產产員員员財財财貿貿贸資資资質質质農農农環環环護護护衛衛卫衆眾众労勞劳動動动運運运輸輸输鉄鐵铁鉱礦矿銀銀银銭錢钱電電电気氣气機機机構構构"
        + "関關关開開开際際际協協协議議议計計计画畫画劃劃划規規规創創创戦戰战総總总統統统続續续編編编線線线組組组織織织級級级絡絡络網網网緑綠绿純純纯紀紀纪約約约結結结給給给証證证認認认識識识訊訊讯設設设許許许評評评論論论試試试話話话談談谈調調调講講讲"
        + "課課课該該该詳詳详語語语説說说読讀读諸諸诸謀謀谋譲讓让変變变長長长門門门間間间問問问聞聞闻閣閣阁閲閱阅険險险陸陸陆隊隊队陽陽阳階階阶隣鄰邻雑雜杂難難难雲雲云霊靈灵静靜静頭頭头題題题額額额顔顏颜願願愿類類类顧顧顾預預预領領领頻頻频顕顯显風風风"
        + "飛飛飞飲飲饮館館馆養養养馬馬马駅驛驿験驗验駐駐驻騒騷骚魚魚鱼鮮鮮鲜鳥鳥鸟麦麥麦黄黃黄点點点党黨党斉齊齐歯齒齿竜龍龙亜亞亚両兩两並並并乗乘乘乱亂乱争爭争亀龜龟仏佛佛仮假假伝傳传価價价倹儉俭優優优億億亿償償偿側側侧備備备傷傷伤債債债児兒儿円圓圆"
        + "写寫写軍軍军処處处別別别則則则剛剛刚剤劑剂剣劍剑劇劇剧励勵励勢勢势勧勸劝勲勳勋単單单厳嚴严参參参双雙双収收收叙敘叙号號号営營营嘱囑嘱囲圍围団團团園園园圧壓压執執执報報报場場场塁壘垒塩鹽盐増增增壊壞坏壌壤壤売賣卖壮壯壮声聲声夢夢梦奨獎奖奥奧奥"
        + "婦婦妇孫孫孙宝寶宝寛寬宽専專专対對对寿壽寿将將将導導导尽盡尽届屆届属屬属岡岡冈島島岛峡峽峡嶺嶺岭巣巢巢帥帥帅師師师帯帶带帰歸归幣幣币庫庫库廃廢废弾彈弹強強强当當当径徑径徴徵征徳德德従從从復復复恋戀恋恒恆恒悪惡恶態態态慣慣惯憲憲宪憶憶忆懐懷怀"
        + "戸戶户戯戲戏払拂拂抜拔拔択擇择拡擴扩挙舉举挟挾挟捜搜搜掲揭揭換換换揺搖摇損損损撃擊击担擔担拠據据摂攝摄数數数敵敵敌斎齋斋断斷断旧舊旧時時时昼晝昼歴歷历曽曾曾条條条来來来東東东査查查栄榮荣桟棧栈桜櫻樱検檢检楽樂乐極極极様樣样標標标権權权橋橋桥"
        + "欧歐欧歓歡欢歩步步歳歲岁残殘残殺殺杀毎每每決決决況況况浄淨净浅淺浅浜濱滨渉涉涉渋澀涩渇渴渴温溫温測測测湾灣湾満滿满準準准漢漢汉潔潔洁潜潛潜滝瀧泷渓溪溪灯燈灯炉爐炉為為为焼燒烧煙煙烟熱熱热犠犧牺状狀状独獨独狭狹狭猟獵猎献獻献獣獸兽現現现畳疊叠"
        + "異異异療療疗盗盜盗監監监盤盤盘真眞真砕碎碎砲砲炮礎礎础礼禮礼禅禪禅種種种称稱称稲稻稻積積积穏穩稳窃竊窃競競竞筆筆笔節節节範範范築築筑粋粹粹糧糧粮納納纳紙紙纸紹紹绍絵繪绘緊緊紧締締缔練練练縁緣缘縄繩绳縦縱纵績績绩繊纖纤羅羅罗習習习聖聖圣職職职"
        + "聯聯联聴聽听粛肅肃脳腦脑脅脅胁臓臟脏臨臨临興興兴与與与芸藝艺荘莊庄華華华蔵藏藏薬藥药虚虛虚虫蟲虫蛍螢萤術術术補補补装裝装制製制覚覺觉覧覽览観觀观視視视親親亲触觸触訂訂订討討讨訓訓训託託托記記记訪訪访訴訴诉診診诊詞詞词誠誠诚請請请諮諮咨謝謝谢"
        + "豊豐丰貝貝贝貞貞贞負負负貢貢贡貨貨货販販贩貫貫贯責責责貯貯贮費費费賀賀贺賃賃赁賞賞赏賠賠赔賢賢贤購購购贈贈赠軌軌轨軽輕轻転轉转軟軟软載載载輝輝辉輩輩辈輪輪轮輯輯辑車車车辺邊边達達达遅遲迟遠遠远適適适選選选遺遺遗郷鄉乡郵郵邮医醫医醸釀酿釈釋释"
        + "針針针鈴鈴铃録錄录鋼鋼钢銅銅铜鋭銳锐鎮鎮镇鏡鏡镜鐘鐘钟陣陣阵陥陷陷随隨随隠隱隐響響响頂頂顶順順顺項項项飾飾饰駆驅驱駿駿骏鶏雞鸡麗麗丽黒黑黑黙默默齢齡龄進進进連連连過過过還還还逓遞递違違违陳陳陈張張张楊楊杨劉劉刘趙趙赵呉吳吴蒋蔣蒋鄭鄭郑葉葉叶"
        + "蘇蘇苏韓韓韩鄧鄧邓馮馮冯呂呂吕盧盧卢蕭蕭萧頼賴赖寧寧宁遼遼辽慶慶庆貴貴贵陝陝陕蘭蘭兰台臺台個個个們們们無無无籌籌筹勝勝胜審審审奪奪夺奮奮奋尋尋寻層層层崗崗岗帳帳帐幾幾几後後后徹徹彻慮慮虑憂憂忧揚揚扬揮揮挥携攜携擬擬拟敗敗败晋晉晋暁曉晓書書书"
        + "楼樓楼漁漁渔湯湯汤溝溝沟滅滅灭漸漸渐潤潤润濁濁浊濃濃浓瀬瀨濑愛愛爱爾爾尔牽牽牵猶猶犹獄獄狱畝畝亩畢畢毕痴癡痴碩碩硕確確确禍禍祸離離离秘祕秘税稅税窮窮穷罰罰罚罷罷罢義義义脱脫脱腸腸肠舎舍舍艦艦舰茎莖茎薦薦荐覇霸霸見見见詩詩诗誘誘诱謹謹谨譜譜谱"
        + "貧貧贫躍躍跃軸軸轴輔輔辅辞辭辞遷遷迁鉛鉛铅銘銘铭鋒鋒锋錦錦锦鎖鎖锁鎌鐮镰閉閉闭閑閒闲閥閥阀陰陰阴隷隸隶韻韻韵頁頁页頌頌颂飯飯饭飼飼饲飽飽饱騎騎骑驚驚惊鯨鯨鲸鳴鳴鸣鴻鴻鸿塵塵尘壇壇坛弐貳贰拝拜拜暫暫暂横橫横檔檔档殻殼壳氷冰冰篤篤笃簡簡简籃籃篮"
        + "糸絲丝紅紅红紛紛纷細細细紳紳绅終終终継繼继維維维綱綱纲綿綿绵緒緒绪緩緩缓緯緯纬縮縮缩聡聰聪脈脈脉膚膚肤舗鋪铺藍藍蓝蛮蠻蛮襲襲袭訟訟讼誤誤误諒諒谅諾諾诺謡謠谣訳譯译賦賦赋賛贊赞践踐践辦辦办鋳鑄铸鍵鍵键鑑鑑鉴霧霧雾頒頒颁駕駕驾稟稟禀輛輛辆";

    private static readonly char[] Folded = MakeFolded();
    private static readonly SearchValues<char> SimplifiedOnly = Only(2, 1);
    private static readonly SearchValues<char> TraditionalOnly = Only(1, 2);

    /// <summary>The letter as Japan writes it; the code unit itself where only one form is known.</summary>
    public static char Fold(char unit) => unit is >= First and <= Last ? Folded[unit - First] : unit;

    /// <summary>The script of a Chinese text, by the letters that Japanese writes otherwise; null for a text that is not Chinese.</summary>
    public static ChineseScript? ScriptOf(ReadOnlySpan<char> text)
    {
        // In Chinese a quarter of the letters; in a list of Japanese names now and then an old form, as 齋 or 澤.
        const int LeastPercent = 8;
        if (text.ContainsAnyInRange('\u3041', '\u30FA') || !text.ContainsAnyInRange(First, Last))
        {
            return null;
        }

        int han = 0, simplified = 0, traditional = 0;
        foreach (var unit in text)
        {
            if (unit is >= First and <= Last)
            {
                han++;
                simplified += SimplifiedOnly.Contains(unit) ? 1 : 0;
                traditional += TraditionalOnly.Contains(unit) ? 1 : 0;
            }
        }

        var isChinese = 100 * Math.Max(simplified, traditional) >= LeastPercent * han && 2 * han > text.Length;
        return !isChinese ? null : simplified > traditional ? ChineseScript.Simplified : ChineseScript.Traditional;
    }

    private static char[] MakeFolded()
    {
        var folded = new char[Last - First + 1];
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = (char)(First + i);
        }

        for (var i = 0; i < Triples.Length; i++)
        {
            folded[Triples[i] - First] = Triples[i - (i % 3)];
        }

        return folded;
    }

    // Letters of one column that neither Japan nor the other Chinese form has.
    private static SearchValues<char> Only(int column, int other) =>
        SearchValues.Create([.. Triples.Chunk(3).Where(forms => forms[column] != forms[0] && forms[column] != forms[other]).Select(forms => forms[column])]);
}
