#!/usr/bin/env python3
"""Make names.tsv: given names, surnames and East Asian syllables in Latin script, folded as the rules fold words.

    generate.py NAMES.json > ../names.tsv

NAMES.json  {locale: {first: [...], last: [...]}}: the names of the npm package @faker-js/faker 10.6.0 (MIT)
and from Debian: mecab-ipadic (Japanese names by reading), wamerican (which names are also common words).
What the authority file's places and gazetteer.tsv hold is a doubtful name: it counts only beside a surname that is sure.

Columns: class, names parted by blanks.
"""
import json
import re
import subprocess
import sys
import unicodedata

KANA = dict(zip(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n "
    "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po".split()))

# Initials and finals of Mandarin, in Pinyin and in Wade-Giles without apostrophes.
PINYIN = ("b p m f d t n l g k h j q x zh ch sh r z c s y w".split(),
          "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue ü".split())
WADE_GILES = ("p m f t n l k h ch hs sh j ts tz ss y w".split(),
              "a o e ai ei ao ou an en ang eng ung i ia ieh iao iu ien in iang ing iung u ua uo uai ui uei uan un uang ueh ih eh".split())
# Korean, as personal names are usually spelled.
KOREAN = ("g k n d t r l m b p s sh j ch h kw hw w y".split() + [""],
          [v + f for v in "a ae e eo o u eu i oo ee ya yeo yo yu wa wo ui ye ah".split() for f in ["", "k", "g", "n", "l", "m", "p", "b", "ng"]])
# Hokkien, Teochew, Hakka and Cantonese, as in the names of Singapore, Malaysia and Hong Kong.
SOUTHERN = """ah aik aw ba bak bee beng boon boey buan bun cha chai chan chang chao chap char chay che chee cheah chek cheng cheong chern cheuk cheung chew chi chia chiang
chien chik chim chin ching chiu choi chok choo choon choong chor chou chow choy chu chua chuan chui chun chung dak eng ee fai fat fatt fei fong foo fook fu fun fung gan gek
geok gin giam gim guan gwee hai hak hang hao heng hee hian hiang hin hing hiong ho hoe hock hoi hon hong hoo hoon hor hsien huay hui hun hung hwa hwee imm jee jin jiak joo
kah kai kam kan kang kar kay keat kee keen keng keong keow kheng khai khim khoo khoon khor khiam kia kiam kian kiang kiat kim kin king kiong kit ko koh kok kong koo koon
kor kow kuan kui kum kuo kwan kwang kwee kwek kwok kwong lai lak lam lan lang lau lay lee leng leong ler leung lew li liak lian liang lih lik lim lin ling lip liu lock loh
loi lok long loo loong lor low loy luan lui luk lum lun lung mei meng mee min ming moi mok mui mun mung nam ng ngai ngiam ngee ngoh nguk oi ong ooi pak pang peck pei peng pheng
phang phoon phua piah pin ping poh pok pong poon pow puay pui pun quah quan quek sai sam san sang sau say see seah seang sek seng seok seow ser sha shan shek sheng shing shiu
shu shuk shum shun shung siak sian siang siau siew siu sin sing sio siong soh soo soon su suan suat suen sui sum sun sung swan swee swan ta tai tak tan tang tat tay teck tee teik
teng teo teoh thiam thian thien thong thye tian tiang tien tin ting tiong tiow to toh tok tong too tou tse tseng tsui tsun tuan tuck tung wah wai wan wang wei weng wing woei
woh won wong woo woon wui wun yam yan yang yap yau yeap yee yen yeng yeo yeow yet yew yick yik yim yin ying yip yiu yoke yong yoon yow yu yue yuen yuk yun yung zee""".split()
SURNAMES = """kim lee yi rhee park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im rim han oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo
yu hong jeon jun ko koh go moon mun yang son sohn bae pae baek paik heo hur huh nam sim shim noh roh no ha joo ju woo koo gu ku min jin ji chi cha eom um won chun cheon bang kong gong
hyun sung seong ban pyo byun myung ki gi wang do tak eun in pyun yeo yo chu choo na ra la maeng so seol sun do
li zhang liu chen huang zhao wu zhou xu ma zhu hu guo he lin gao luo liang zheng xie tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang du ye cheng wei su lu ding ren shen
yao cui zhong tan lu jin fan fang shi xiong bai qin qiu hou shao meng long wan duan lei qian yin li yi chang wen pang niu hong
tsai chiang lai hsu hsieh kuo liao yeh tseng teng hsiao tsao lo chou chuang yen kao lien soong kung shih lung tai ting tu chiu chia hsiung jao ku kuan liang mao mei ou pai pei shao sheng
tsou tsui wen yin yu yui chi chin hung tien tung pan peng wei fu hou hsueh
ng goh ong ang aw beh boey boon chai cham chan cheah chee cheong cheng cheung chew chia chin chiam chng chong choo chow chua chui dai eng er fong foo foong gan gay gn goh hee heng ho hoon hor how hui
kang khoo khor kho koh kok kong koo kua kuek kwa kwan kwek kwok lam lau lee leng leong leow leung liew lim ling lo loh loke loo low loy lui lye mah mak mok neo ngiam ngo oh oei ong ooi oon pang peh phang phua png poh poon
quah quek sam seah see seet sew sia siew sim sin sng soh soo soon sua sum tan tang tay teo teoh tham thio thien thng thong tiong toh tong tsang tse wee wong woo yam yap yeo yeoh yeow yip yong yuen""".split()


def fold(name: str) -> str:
    name = name.translate(str.maketrans("øØłŁđĐıßæÆœŒ", "oOlLdDisaAoO"))
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower())


def romanise(kana: str) -> set[str]:
    """Hepburn, with long vowels as names are written: short, and "oh" for a final long o."""
    out = ""
    for i, c in enumerate(kana):
        if c in "ャュョ":
            vowel = {"ャ": "a", "ュ": "u", "ョ": "o"}[c]
            out = out[:-1] + (vowel if out.endswith(("shi", "chi", "ji")) else "y" + vowel)
        elif c == "ッ":
            head = KANA.get(kana[i + 1:i + 2], "")
            out += "t" if head.startswith("ch") else head[:1]
        else:
            out += KANA.get(c, "")
    short = re.sub(r"uu", "u", re.sub(r"ou|oo", "o", out))
    return {short, short + "h" if re.search(r"(ou|oo)$", out) else short, re.sub(r"n(?=[bmp])", "m", short)}


def iconv(file: str) -> str:
    return subprocess.run(["iconv", "-f", "euc-jp", "-t", "utf-8", file], capture_output=True, check=True).stdout.decode()


def main() -> None:
    locales = json.load(open(sys.argv[1], encoding="utf-8"))
    words = {line.strip() for line in open("/usr/share/dict/american-english") if line[:1].islower()}
    places: set[str] = set()
    for file in ("40-countries", "45-places"):
        text = open(f"../{file}.yaml", encoding="utf-8").read()
        for names in re.findall(r'(?:names|id): "?([^",}]*)', text):
            places |= {fold(name) for name in names.split("|")}
    for line in open("../gazetteer.tsv", encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        places |= {fold(name) for name in [columns[0], *columns[2].split("|")]}

    given: set[str] = set()
    family: set[str] = set()
    for locale, names in locales.items():
        for key, target in (("first", given), ("last", family)):
            for name in names[key]:
                for part in re.split(r"[\s-]+", name) if locale != "vi" else []:
                    if re.fullmatch(r"[^\W\d_][^\W\d_'’]{2,}", part) and len(fold(part)) > 2:
                        target.add(fold(part))
    for line in iconv("/usr/share/mecab/dic/ipadic/Noun.name.csv").split("\n"):
        parts = line.split(",")
        if len(parts) > 11 and parts[7] in ("姓", "名"):
            (family if parts[7] == "姓" else given).update(name for name in romanise(parts[11]) if len(name) > 3)

    syllables = {fold(i + f) for initials, finals in (PINYIN, WADE_GILES, KOREAN) for i in initials for f in finals} | set(SOUTHERN)
    common = words | places
    heads = {"van", "von", "der", "den", "del", "della", "bin", "ibn", "san", "santa", "saint", "les", "los", "las", "the", "and"}
    classes = {
        "given_name": given - common - heads - family - set(SURNAMES) | {name for name in given & family - common - heads if len(name) > 3},
        "doubtful_given_name": (given & common) - heads,
        "family_name": family - common - heads - given,
        "eastern_surname": set(SURNAMES),
        "eastern_syllable": {name for name in syllables if len(name) < 7},
    }
    for name, members in classes.items():
        by_letter: dict[str, list[str]] = {}
        for member in sorted(members):
            if member:
                by_letter.setdefault(member[0], []).append(member)
        for letter in by_letter.values():
            print(name, " ".join(letter), sep="\t")


if __name__ == "__main__":
    main()
