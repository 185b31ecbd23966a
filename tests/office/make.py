#!/usr/bin/env python3
"""Makes the documents in this folder anew from their sources (plan.html, slides.fodp, book.fods).

Needs LibreOffice (soffice), which the tests do not: they use what is committed.
"""
import pathlib
import struct
import subprocess
import tempfile

FOLDER = pathlib.Path(__file__).parent


def convert(profile, source, target, out):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", target, "--outdir", str(out), str(FOLDER / source)], check=True)


def streams(data, wanted):
    """The streams of a compound file that are long enough to lie in sectors of their own, and the short ones."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    fat = []
    for i in range(109):
        sector = struct.unpack_from("<I", data, 76 + 4 * i)[0]
        if sector < 0xFFFFFFFA:
            fat += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)

    def chain(sector):
        parts = b""
        while sector < 0xFFFFFFFA:
            parts += data[(sector + 1) * size:(sector + 2) * size]
            sector = fat[sector]
        return parts

    directory = chain(struct.unpack_from("<I", data, 48)[0])
    entries = {}
    for at in range(0, len(directory), 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at:at + max(0, length - 2)].decode("utf-16-le")
        entries[name] = struct.unpack_from("<II", directory, at + 116)
    mini = chain(entries["Root Entry"][0])
    minifat = struct.unpack(f"<{len(chain(struct.unpack_from('<I', data, 60)[0])) // 4}I", chain(struct.unpack_from("<I", data, 60)[0]))
    found = {}
    for name in wanted:
        start, length = entries[name]
        if length >= 4096:
            found[name] = chain(start)[:length]
            continue
        parts = b""
        while start < 0xFFFFFFFA:
            parts += mini[start * 64:start * 64 + 64]
            start = minifat[start]
        found[name] = parts[:length]
    return found


def compound(contents):
    """A compound file of these streams alone, each padded so that it lies in sectors of its own."""
    sectors, fat, entries = [], [], []
    for name, content in contents.items():
        content = content.ljust(4096, b"\0")
        content += b"\0" * (-len(content) % 512)
        start = len(sectors)
        count = len(content) // 512
        sectors += [content[i * 512:i * 512 + 512] for i in range(count)]
        fat += [start + i + 1 for i in range(count - 1)] + [0xFFFFFFFE]
        entries.append((name, 2, start, len(content)))
    directory = b""
    for i, (name, kind, start, length) in enumerate([("Root Entry", 5, 0xFFFFFFFE, 0)] + entries):
        encoded = name.encode("utf-16-le") + b"\0\0"
        right = i + 1 if 0 < i < len(entries) else 0xFFFFFFFF
        child = 1 if i == 0 else 0xFFFFFFFF
        directory += encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, right, child) + b"\0" * 36 + struct.pack("<III", start, length, 0)
    directory += b"\0" * (-len(directory) % 512)
    first = len(sectors)
    count = len(directory) // 512
    sectors += [directory[i * 512:i * 512 + 512] for i in range(count)]
    fat += [first + i + 1 for i in range(count - 1)] + [0xFFFFFFFE]
    tables = -(-(len(fat) + 1) // 127)
    fat += [0xFFFFFFFD] * tables
    table = b"".join(struct.pack("<I", one) for one in fat)
    table += b"\xff" * (tables * 512 - len(table))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, tables, first, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += b"".join(struct.pack("<I", first + count + i if i < tables else 0xFFFFFFFF) for i in range(109))
    return header + b"".join(sectors) + table


with tempfile.TemporaryDirectory() as folder:
    profile, out = pathlib.Path(folder) / "profile", pathlib.Path(folder)
    convert(profile, "plan.html", "doc:MS Word 97", FOLDER)
    convert(profile, "book.fods", "xls:MS Excel 97", FOLDER)
    convert(profile, "plan.html", 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}', FOLDER)
    (FOLDER / "plan.pdf").rename(FOLDER / "locked.pdf")

    # Without the picture of the first slide, which is forty times as large as the rest.
    convert(profile, "slides.fodp", "ppt", out)
    (FOLDER / "slides.ppt").write_bytes(compound(streams((out / "slides.ppt").read_bytes(), ["Current User", "PowerPoint Document"])))
