#!/usr/bin/env python3
"""Make a gold document from its annotated form.

    annotate.py FOLDER...      rewrites, in each folder, documents/NAME, gold/NAME.jsonl and blocks/NAME.jsonl
                               from every annotated/NAME, and aliases.json from all of them: the names under which
                               each id is mentioned, surnames alone and names of two ids left out

The annotated form is the document with a code and a tab before each line, and its mentions in brackets; README.md
describes both. Exit status: 0; 2 with file and line where an annotation is malformed.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, Iterator

KINDS = {
    "T": "title", "H": "heading", "P": "paragraph", "L": "list-item", "C": "table-cell", "K": "caption",
    "F": "footnote", "R": "reference", "N": "contents", "B": "boilerplate",
}
FURNITURE = {"contents", "boilerplate"}
TYPES = {"year", "ministry", "agency", "organisation", "person", "place", "programme"}
BASES = {"calendar", "fiscal", "era", "decade"}
MARK = re.compile(r"⟦|⟧")
OPEN = re.compile(r"⟦(\w+):([^|⟦⟧\n]*)\|")
YEAR = re.compile(r"(\d{3,4})(?:-(\d{3,4}))?(?:,(\w+))?$")


class Malformed(Exception):
    """An annotation that cannot be read."""


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def read_lines(path: Path) -> Iterator[tuple[int, str | None, bool, str]]:
    """Line number, kind (None outside every block), whether it goes on with the block before it, and the text."""
    kind: str | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            kind = None
            yield number, None, False, ""
            continue
        code, tab, text = line.partition("\t")
        if not tab or code not in {*KINDS, "+", "-"}:
            raise Malformed(f"{path}:{number}: a line begins with one of {' '.join(KINDS)}, + or -, and a tab")
        if code == "+" and kind is None:
            raise Malformed(f"{path}:{number}: + goes on with a block, but there is none before it")
        kind = kind if code == "+" else KINDS.get(code)
        yield number, kind, code == "+", text


def mention(path: Path, line: int, sort: str, given: str, text: str) -> dict[str, Any]:
    if sort not in TYPES:
        raise Malformed(f"{path}:{line}: unknown type '{sort}'")
    if sort != "year":
        return {"id": given or " ".join(text.split())}
    year = YEAR.match(given or text)
    if not year or (year[3] or "calendar") not in BASES:
        raise Malformed(f"{path}:{line}: '{given or text}' is no year; write 2001, 2001-2005 or 2001-2005,fiscal")
    first, last = int(year[1]), int(year[2] or year[1])
    if last < first:
        raise Malformed(f"{path}:{line}: the year {first} is after {last}")
    name = str(first) if first == last else f"{first}-{last}"
    return {"id": name, "from": first, "to": last, "basis": year[3] or "calendar"}


def convert(path: Path) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    text = ""
    blocks: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    opened: list[tuple[int, int, str, str]] = []
    lines = list(read_lines(path))
    for place, (number, kind, goes_on, raw) in enumerate(lines):
        start, position = units(text), 0
        while mark := MARK.search(raw, position):
            text += raw[position:mark.start()]
            if mark[0] == "⟦":
                head = OPEN.match(raw, mark.start())
                if not head:
                    raise Malformed(f"{path}:{number}: a mention is written ⟦type:id|text⟧")
                opened.append((len(text), number, head[1], head[2].strip()))
                position = head.end()
                continue
            if not opened:
                raise Malformed(f"{path}:{number}: ⟧ without ⟦")
            first, line, sort, given = opened.pop()
            covered = text[first:]
            if not covered.strip() or covered != covered.strip():
                raise Malformed(f"{path}:{line}: the mention '{covered}' is empty or begins or ends with a space")
            row = {"doc": path.name, "type": sort, "start": units(text[:first]), "end": units(text), "text": covered}
            row |= mention(path, line, sort, given, covered)
            mentions.append(row | ({"zone": "menu"} if kind in FURNITURE else {}))
            position = mark.end()
        text += raw[position:]
        if kind and goes_on:
            blocks[-1]["end"] = units(text)
        elif kind:
            blocks.append({"doc": path.name, "kind": kind, "start": start, "end": units(text)})
        if place < len(lines) - 1:
            text += "\n"
    if opened:
        raise Malformed(f"{path}:{opened[-1][1]}: a mention is not closed")
    return text, sorted(mentions, key=lambda row: (row["start"], -row["end"])), blocks


def fold(name: str) -> str:
    return re.sub(r"[\s\-\u2010-\u2013]+", "", re.sub(r"^\s*the\s+", "", name.casefold()))


def is_full_name(name: str, others: set[str]) -> bool:
    if " " in name or ord(name[0]) < 0x3000:
        return " " in name
    # 丸山隆 is a full name, 佐々木 beside 佐々木一郎 is none.
    return len(name) > 3 or (len(name) == 3 and not any(other != name and other.startswith(name) for other in others))


def aliases(rows: list[dict[str, Any]], known: dict[str, list[str]]) -> dict[str, list[str]]:
    ids: dict[str, set[str]] = {}
    for canonical, names in known.items():
        for name in (canonical, *names):
            ids.setdefault(fold(name), set()).add(fold(canonical))
    found: dict[str, list[str]] = {}
    texts: dict[str, set[str]] = {}
    for row in rows:
        texts.setdefault(row["id"], set()).add("".join(row["text"].split()))
    for row in rows:
        name = " ".join(row["text"].split())
        if row["type"] != "year" and (row["type"] != "person" or is_full_name(name, texts[row["id"]])):
            ids.setdefault(fold(row["id"]), {fold(row["id"])})
            key = next(iter(ids[fold(row["id"])]))
            inverted = re.fullmatch(r"([^,]+), (.+)", name) if row["type"] == "person" else None
            for other in [name, f"{inverted[2]} {inverted[1]}"] if inverted else [name]:
                ids.setdefault(fold(other), set()).add(key)
                if other not in found.setdefault(row["id"], []):
                    found[row["id"]].append(other)
    return {key: kept for key, names in sorted(found.items())
            if (kept := sorted(name for name in names if name != key and len(ids[fold(name)]) == 1))}


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8", newline="\n")


def main(folders: list[str]) -> int:
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        known = json.loads((Path(__file__).parent / "aliases.json").read_text(encoding="utf-8"))
        for folder in map(Path, folders):
            everything: list[dict[str, Any]] = []
            for path in sorted((folder / "annotated").iterdir()):
                text, mentions, blocks = convert(path)
                (folder / "documents").mkdir(exist_ok=True)
                (folder / "documents" / path.name).write_text(text, encoding="utf-8", newline="\n")
                write(folder / "gold" / f"{path.name}.jsonl", mentions)
                write(folder / "blocks" / f"{path.name}.jsonl", blocks)
                everything += mentions
                counted = sum("zone" not in row for row in mentions)
                print(f"{folder.name}/{path.name}: {len(text.split())} words, {counted} mentions, {len(blocks)} blocks")
            names = json.dumps(aliases(everything, known), ensure_ascii=False, indent=1)
            (folder / "aliases.json").write_text(names + "\n", encoding="utf-8", newline="\n")
    except Malformed as problem:
        print(f"annotate.py: {problem}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
