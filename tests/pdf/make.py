#!/usr/bin/env python3
"""Makes the PDF files of this folder with their truth: NAME.html is printed by Chromium to NAME.pdf, NAME.json says what must be read out of it.

    python3 tests/pdf/make.py [NAME...]

Needs chromium and poppler-utils. All text is made here from small vocabularies, with a fixed seed for each file.
A scan (scan-NAME.pdf) is another file's pages as black and white images and nothing else.
"""
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zlib

FOLDER = pathlib.Path(__file__).resolve().parent
SHY = "\u00ad"

SUBJECTS = "ministry,regional council,industrial agency,university consortium,prefectural office,innovation board,science foundation,expert committee".split(",")
VERBS = "published,reviewed,extended,evaluated,financed,coordinated,postponed,redesigned".split(",")
OBJECTS = "cluster programme,knowledge strategy,research partnership,subsidy scheme,technology platform,regional network,training initiative,evaluation framework".split(",")
REASONS = "because small firms needed longer support,so that laboratories and companies could share equipment,after the first phase had ended without clear results,although the budget was smaller than in earlier years,in order to strengthen cooperation between neighbouring regions,when a new generation of managers had taken over".split(",")
ADVERBS = "carefully,repeatedly,jointly,quietly,formally,partly".split(",")
TOPICS = "Background,Objectives,Instruments,Governance,Funding,Regional partners,Evaluation,International comparison,Lessons learned,Outlook".split(",")
JA_SUBJECTS = "文部科学省,経済産業省,地方自治体,大学連合,産業技術機構,専門委員会,地域協議会".split(",")
JA_OBJECTS = "産業集積計画,知識創造事業,研究連携制度,技術移転の仕組み,地域革新計画,人材育成事業".split(",")
JA_VERBS = "見直した,公表した,拡充した,評価した,延長した,開始した".split(",")
JA_REASONS = "中小企業の支援を続けるため,大学と企業の連携を深めるため,第一期の成果が明らかになったので,予算が減ったにもかかわらず,地域の競争力を高めるために".split(",")
JA_TOPICS = "背景,目的,施策の概要,推進体制,予算,評価,海外との比較,今後の課題".split(",")


class Paper:
    """A document in the making: its HTML, and what must be read out of it."""

    def __init__(self, name, language="en"):
        self.name, self.language = name, language
        self.random = random.Random(name)
        self.body, self.blocks, self.tables, self.running = [], [], [], []
        self.style = ""
        self.count = 0

    def add(self, kind, text, markup):
        self.blocks.append({"kind": kind, "text": text.replace(SHY, "")})
        self.body.append(markup)

    def title(self, text):
        self.name_of = text
        self.add("title", text, f"<h1>{html.escape(text)}</h1>")

    def heading(self, text, tag="h2"):
        self.add("heading", text, f"<{tag}>{html.escape(text)}</{tag}>")

    def paragraph(self, sentences=4, hyphens=False):
        text = self.sentences(sentences)
        self.add("paragraph", text, f"<p>{html.escape(broken(text) if hyphens else text)}</p>")

    def items(self, count, tag="ul"):
        texts = [self.sentence() for _ in range(count)]
        mark = (lambda i: "") if tag == "ul" else (lambda i: f"{i + 1}. ")  # Chromium draws bullets, they are no text
        self.body.append(f"<{tag}>" + "".join(f"<li>{html.escape(text)}</li>" for text in texts) + f"</{tag}>")
        self.blocks += [{"kind": "list-item", "text": mark(i) + text} for i, text in enumerate(texts)]

    def table(self, rows, css=""):
        cells = lambda row, tag: "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row)
        self.body.append(f'<table class="{css}"><thead><tr>{cells(rows[0], "th")}</tr></thead><tbody>' + "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows[1:]) + "</tbody></table>")
        self.tables.append(rows)
        self.blocks += [{"kind": "table-cell", "text": cell} for row in rows for cell in row if cell]

    def sentence(self):
        pick, self.count = self.random.choice, self.count + 1
        if self.language == "ja":
            return f"{pick(JA_SUBJECTS)}は{pick(JA_REASONS)}、{2000 + self.random.randrange(20)}年に{pick(JA_OBJECTS)}を{pick(JA_VERBS)}。"
        return f"In {2000 + self.random.randrange(20)} the {pick(SUBJECTS)} {pick(ADVERBS)} {pick(VERBS)} the {pick(OBJECTS)} {pick(REASONS)}."

    def sentences(self, count):
        return ("" if self.language == "ja" else " ").join(self.sentence() for _ in range(count))

    def topics(self, count):
        return self.random.sample(JA_TOPICS if self.language == "ja" else TOPICS, count)

    def write(self):
        font = "'Droid Sans Fallback'" if self.language == "ja" else "'Liberation Serif'"
        page = f"""<!doctype html>
<html lang="{self.language}"><head><meta charset="utf-8"><title>{html.escape(getattr(self, 'name_of', self.name))}</title><style>
@page {{ size: A4; margin: 25mm 22mm }}
body {{ font: 10.5pt/1.35 {font}; margin: 0 }} h1 {{ font-size: 20pt }} h2 {{ font-size: 14pt }} h3 {{ font-size: 12pt }}
p {{ margin: 0 0 7pt }} table {{ border-collapse: collapse; margin: 8pt 0 }} td, th {{ border: 0.5pt solid; padding: 2pt 7pt; text-align: left; vertical-align: top }}
{'h1, h2, th { font-weight: normal }' if self.language == 'ja' else ''}
{self.style}</style></head><body>
{chr(10).join(self.body)}
</body></html>
"""
        source = FOLDER / f"{self.name}.html"
        source.write_text(page, encoding="utf-8")
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer", "--disable-pdf-tagging", f"--print-to-pdf={FOLDER / self.name}.pdf", source.as_uri()], check=True, stderr=subprocess.DEVNULL)
        write_truth(self.name, {"language": self.language, "blocks": self.blocks, "tables": self.tables, "running": self.running})


def write_truth(name, truth):
    (FOLDER / f"{name}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def broken(text):
    """Soft hyphens where a long word may be broken."""
    return re.sub(r"[a-z]{8,}", lambda word: SHY.join(re.findall(r".{3,4}(?=..)|.+$", word[0])), text)


def running(paper, header, footer="Page"):
    paper.style += f"""@page {{ @top-left {{ content: "{header}"; font: 8pt sans-serif }} @bottom-center {{ content: "{footer} " counter(page); font: 8pt sans-serif }} }}\n"""
    paper.running += [header, footer]


def sections(paper, count, numbered=False, tag="h2", **paragraphs):
    for i, topic in enumerate(paper.topics(count)):
        paper.heading(f"{i + 1}. {topic}" if numbered else topic, tag)
        for _ in range(2 + paper.random.randrange(2)):
            paper.paragraph(3 + paper.random.randrange(3), **paragraphs)


def plain(paper):
    paper.title("The regional innovation policy in the second decade")
    sections(paper, 3)
    paper.items(3)
    paper.heading("Recommendations")
    paper.items(4, "ol")
    paper.paragraph()


def long(paper):
    running(paper, "Annual report on regional policy", "Page")
    paper.title("Annual report on industrial clusters")
    sections(paper, 8, numbered=True)


def mirrored(paper):
    paper.style += """@page :left { @top-left { content: counter(page) "   Institute for Policy Studies"; font: 8pt serif } } @page :right { @top-right { content: "Working papers on clusters   " counter(page); font: 8pt serif } }\n"""
    paper.running += ["Institute for Policy Studies", "Working papers on clusters"]
    paper.title("Clusters and their managers: a survey")
    sections(paper, 9)


def columns(paper, hyphens=False, count=4):
    running(paper, "Journal of cluster studies", "–")
    paper.title("How subsidies reach small firms in two regions")
    paper.body.append('<div class="columns">')
    paper.style += ".columns { columns: 2; column-gap: 8mm; text-align: justify } .columns h2 { margin: 8pt 0 4pt; font-size: 12.5pt }\n"
    sections(paper, count, hyphens=hyphens)
    paper.body.append("</div>")


def mixed(paper):
    paper.title("A page that changes its columns")
    paper.paragraph(5)
    paper.heading("In two columns")
    paper.style += ".columns { columns: 2; column-gap: 7mm } .columns p { margin: 0 0 6pt }\n"
    paper.body.append('<div class="columns">')
    for _ in range(4):
        paper.paragraph(3)
    paper.body.append("</div>")
    paper.heading("In one column again")
    paper.paragraph(5)


def bold(paper):
    paper.style += "h2 { font-size: 10.5pt; margin: 10pt 0 3pt } h1 { font-size: 15pt }\n"
    paper.title("Headings that are only bold")
    sections(paper, 4)


def levels(paper):
    paper.title("Headings at two levels")
    for i, topic in enumerate(paper.topics(3)):
        paper.heading(f"{i + 1} {topic}")
        paper.paragraph()
        for j, part in enumerate(("Scope", "Methods")):
            paper.heading(f"{i + 1}.{j + 1} {part}", "h3")
            paper.paragraph()


def indented(paper):
    paper.style += "p { margin: 0; text-indent: 12pt; text-align: justify }\n"
    paper.title("Paragraphs parted by their first line alone")
    sections(paper, 4)


def footnotes(paper):
    paper.style += ".sheet { height: 240mm; display: flex; flex-direction: column; break-after: page } .notes { margin-top: auto; border-top: 0.5pt solid; padding-top: 4pt; font-size: 8pt } .notes p { margin: 0 0 2pt }\n"
    number = 0
    for sheet in range(2):
        paper.body.append('<div class="sheet">')
        if sheet == 0:
            paper.title("Evaluation of a programme, with its notes")
        notes = []
        for topic in paper.topics(2):
            paper.heading(f"{topic} {sheet + 1}")
            for _ in range(2):
                number += 1
                text = paper.sentences(4)
                paper.add("paragraph", text + str(number), f"<p>{html.escape(text)}<sup>{number}</sup></p>")
                notes.append(f"{number} See the {paper.random.choice(OBJECTS)} of the {paper.random.choice(SUBJECTS)}, which was revised in {2000 + number}.")
        paper.body.append('<div class="notes">')
        for note in notes:
            paper.add("footnote", note, f"<p>{html.escape(note)}</p>")
        paper.body.append("</div></div>")


def budget(paper, rows):
    pick = paper.random
    if paper.language == "ja":
        return [["年度", "事業名", "予算額"]] + [[f"{2001 + i}年度", pick.choice(JA_OBJECTS), f"{pick.randrange(10, 90)}億円"] for i in range(rows)]
    return [["Year", "Programme", "Budget", "Projects"]] + [[str(2001 + i), pick.choice(OBJECTS).capitalize(), f"{pick.randrange(10, 90)}.{i % 10}", str(pick.randrange(5, 60))] for i in range(rows)]


def table(paper, css=""):
    paper.style += ".open td, .open th { border: none; padding: 3pt 12pt 3pt 0 } .right td:nth-child(n+3) { text-align: right } .wide { width: 100% }\n"
    paper.title("Budgets of the cluster programmes")
    paper.paragraph()
    paper.heading("Figures by year")
    paper.table(budget(paper, 7), css)
    paper.paragraph()
    paper.heading("Figures by region")
    paper.table([["Region", "Firms", "Universities"]] + [[region, str(paper.random.randrange(100, 999)), str(paper.random.randrange(2, 20))] for region in ("Northern coast", "Inner basin", "Southern islands", "Capital area")], css)
    paper.paragraph()


def wrapped(paper, css=""):
    paper.style += "table { width: 100% } .open td, .open th { border: none; border-bottom: 0.5pt solid }\n"
    paper.title("Instruments and what they are for")
    paper.paragraph()
    paper.table([["Instrument", "Purpose", "Result"]] + [[paper.random.choice(OBJECTS).capitalize(), paper.sentence(), paper.sentence()] for _ in range(5)], css)
    paper.paragraph()


def ja_plain(paper):
    running(paper, "地域産業政策年報", "ページ")
    paper.title("地域産業政策の二十年")
    for i, topic in enumerate(paper.topics(4)):
        paper.heading(f"第{i + 1}章　{topic}")
        for _ in range(3):
            paper.paragraph(4)


def ja_columns(paper):
    paper.title("産業集積と大学の役割")
    paper.style += ".columns { columns: 2; column-gap: 8mm } .columns h2 { font-size: 12.5pt; margin: 6pt 0 }\n"
    paper.body.append('<div class="columns">')
    for topic in paper.topics(4):
        paper.heading(topic)
        paper.paragraph(4)
        paper.paragraph(3)
    paper.body.append("</div>")


def ja_table(paper):
    paper.title("事業の予算")
    paper.paragraph(3)
    paper.table(budget(paper, 6))
    paper.paragraph(3)


def ja_vertical(paper):
    paper.style += "body { writing-mode: vertical-rl } h1 { font-size: 18pt; margin: 0 0 0 8pt } h2 { margin: 0 8pt 0 4pt } p { margin: 0 0 0 5pt }\n"
    paper.title("地域産業政策の歩み")
    for topic in paper.topics(3):
        paper.heading(topic)
        for _ in range(2):
            text = "".join(re.sub(r"\d", lambda d: "〇一二三四五六七八九"[int(d[0])], paper.sentence()) for _ in range(3))
            paper.add("paragraph", text, f"<p>{text}</p>")


def scan(name, dots, turned=False, layer=()):
    """Another file as images of its pages, turned upside down or with a text layer of garbage where asked for."""
    original = FOLDER / f"{name}.pdf"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-mono", "-r", str(dots), original, f"{folder}/page"], check=True)
        images = [page.read_bytes() for page in sorted(pathlib.Path(folder).glob("page*.pbm"))]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(images)} /Kids [{' '.join(f'{3 + 3 * i} 0 R' for i in range(len(images)))}] >>"]
    for i, image in enumerate(images):
        _, size, bits = image.split(b"\n", 2)
        width, height = map(int, size.split())
        first = 3 + 3 * i
        draw = (b"q -595 0 0 -842 595 842 cm /Im Do Q" if turned else b"q 595 0 0 842 0 0 cm /Im Do Q") + (f" BT 3 Tr /F 8 Tf 10 TL 20 800 Td {' '.join(f'({line}) Tj T*' for line in layer)} ET".encode() if layer else b"")
        font = " /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>" if layer else ""
        packed = zlib.compress(bits, 9)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 1} 0 R /Resources << /XObject << /Im {first + 2} 0 R >>{font} >> >>")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw))
        objects.append(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(packed), packed))
    kind = "upturned-" if turned else "garbage-" if layer else ""
    write_pdf(FOLDER / f"scan-{kind}{name}.pdf", objects)
    truth = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    write_truth(f"scan-{kind}{name}", truth)


def write_pdf(path, objects):
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(data)


PAPERS = {
    "plain-1": plain, "plain-2": plain, "plain-3": plain,
    "long-1": long, "long-2": long, "mirrored-1": mirrored, "mirrored-2": mirrored,
    "columns-1": columns, "columns-2": columns, "columns-3": lambda paper: columns(paper, count=8),
    "hyphens-1": lambda paper: columns(paper, hyphens=True), "hyphens-2": lambda paper: columns(paper, hyphens=True, count=7), "hyphens-3": lambda paper: columns(paper, hyphens=True),
    "mixed-1": mixed, "mixed-2": mixed, "bold-1": bold, "bold-2": bold, "levels-1": levels, "levels-2": levels, "indented-1": indented,
    "footnotes-1": footnotes, "footnotes-2": footnotes, "footnotes-3": footnotes,
    "table-1": table, "table-2": lambda paper: table(paper, "open"), "table-3": lambda paper: table(paper, "open right"), "table-4": lambda paper: table(paper, "wide right"),
    "wrapped-1": wrapped, "wrapped-2": lambda paper: wrapped(paper, "open"),
    "ja-1": ja_plain, "ja-2": ja_plain, "ja-columns-1": ja_columns, "ja-columns-2": ja_columns, "ja-table-1": ja_table, "ja-table-2": ja_table,
    "ja-vertical-1": ja_vertical, "ja-vertical-2": ja_vertical,
}
SCANS = {"plain-1": 150, "levels-1": 150, "mixed-1": 170, "table-1": 150, "ja-columns-1": 170, "ja-table-1": 170, "columns-1": 170, "footnotes-1": 170, "ja-1": 170}


def main(names):
    for name, make in PAPERS.items():
        if not names or name in names:
            paper = Paper(name, "ja" if name.startswith("ja") else "en")
            make(paper)
            paper.write()
    for name, dots in SCANS.items():
        if not names or f"scan-{name}" in names:
            scan(name, dots)
    if not names or "scan-upturned-bold-1" in names:
        scan("bold-1", 150, turned=True)
    if not names or "scan-garbage-plain-2" in names:
        letters = random.Random(7)
        scan("plain-2", 150, layer=[" ".join("".join(letters.choices("bcdfghjklmnpqrstvwxz", k=letters.randrange(3, 9))) for _ in range(12)) for _ in range(40)])


if __name__ == "__main__":
    main(sys.argv[1:])
