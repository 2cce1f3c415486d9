"""Lists and workbooks that somebody built to fill the memory, to take for ever, or to have something else read."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people.importing import import_people, load_mapping
from eventdesk.tables import limits
from eventdesk.tables.reading import read_tables
from tests.faults.hostile.bounds import many, outcome
from tests.faults.hostile.samples import parts, samples, zipped

MEGABYTE = 1_000_000


def listed(folder: Path, data: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def reading(path: Path) -> Callable[[], object]:
    return lambda: read_tables(path)


TEXTS: dict[str, Callable[[], bytes]] = {
    "200000 columns": lambda: b";".join(b"c%d" % at for at in range(200_000)) + b"\nx",
    "60 MB of delimiters": lambda: b"name\n" + b";" * (limits.FILE_BYTES - 10),
    "rows of delimiters": lambda: b"name;ort\n" + (b";" * 299 + b"\n") * 199_000,
    "one cell of 10 MB": lambda: b'name;ort\n"' + b"a" * 10 * MEGABYTE + b'";x\n',
    "a header of 10 MB of brackets": lambda: b"(" * many(2, 10) * MEGABYTE + b";name\nx;Elif\n",
    "a header of 10 MB of blanks between letters": lambda: b"a b " * (many(2, 10) * MEGABYTE // 4) + b";name\nx;Elif\n",
    "short words in many cells": lambda: b"name;ort\n" + (b"ab;" * 190 + b"\n") * 105_000,
    "a smiley in 59 MB of letters": lambda: b"name\n" + "😀".encode() + b"a" * 59 * MEGABYTE,
    "quotation marks without an end": lambda: b'name\n"' + b'a"b"' * many(1, 5) * MEGABYTE,
    "line ends alone": lambda: b"name\n" + b"\r\n" * many(2, 20) * MEGABYTE,
    "all kinds of line ends": lambda: b"name\n" + "\u2028\x0b\x0c\x85\r".encode() * many(1, 4) * MEGABYTE,
    "joiners": lambda: b"name\n" + "\u200d".encode() * many(3, 15) * MEGABYTE,
    "marks on one letter": lambda: b"name\na" + "\u0315\u0300".encode() * many(1, 5) * MEGABYTE,
    "the same header two hundred times": lambda: b"name;" * 200 + b"\nx",
    "UTF-16 cut in half": lambda: (
        b"\xff\xfe" + "name;ort\n".encode("utf-16-le") * (many(2, 10) * MEGABYTE // 10) + b"\xd8"
    ),
    "UTF-7 and other magic": lambda: b"+AD0-cmd|' /C calc'!A0;name\n=1+1;x\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_lists_of_text(tmp_path: Path, name: str) -> None:
    outcome(reading(listed(tmp_path, TEXTS[name]())))


def test_a_zero_byte_is_no_text(tmp_path: Path) -> None:
    for data in (b"name\nEl\0if\n", b"\0" * 5000, "name\nEl\0if\n".encode("utf-16")):
        with pytest.raises(KnownError) as caught:
            read_tables(listed(tmp_path, data))
        assert caught.value.details["trouble"] == "binary"


BIDI = "".join(chr(sign) for sign in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))


def test_nothing_turns_a_name_around(event: Event, tmp_path: Path) -> None:
    text = f"name;organisation;{BIDI}note\nElif{BIDI}Demirtaş;\u202egpj.exe;\u2067x\u2069\n"
    assert import_people(event, listed(tmp_path, text.encode())).plan.added == 1
    row = event.db.row("SELECT * FROM person")
    extra = event.db.rows("SELECT name, value FROM extra")
    assert row is not None
    assert not set(BIDI) & set("".join(map(str, [*row, *(cell for each in extra for cell in each)])))
    assert (row["given_name"], row["organisation"]) == ("ElifDemirtaş", "gpj.exe")


@pytest.mark.parametrize(
    "name",
    ["..", "../people.csv", "/etc/passwd", "people.csv.", "CON", "people\0.csv", "x" * 5000, "\ud800.csv", "~", "-o"],
)
def test_names_of_files(tmp_path: Path, name: str) -> None:
    outcome(reading(tmp_path / name))


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "circle.csv").symlink_to(tmp_path / "circle.csv")
    for path in (tmp_path / "pipe.csv", tmp_path / "circle.csv", tmp_path, Path("/dev/zero")):
        assert outcome(reading(path)) in {Fault.CANNOT_READ, Fault.NO_FILE}


# ---- workbooks


def xlsx(change: Callable[[str, bytes], bytes | None], more: dict[str, bytes] | None = None) -> bytes:
    inside = parts(samples().workbooks["list.xlsx"])
    changed = {name: change(name, data) for name, data in inside.items()}
    return zipped({name: data for name, data in changed.items() if data is not None} | (more or {}))


def in_sheet(old: bytes, new: bytes) -> bytes:
    def change(name: str, data: bytes) -> bytes:
        return data.replace(old, new) if name.endswith("sheet1.xml") else data

    return xlsx(change)


def lying(workbook: bytes, name: str, content: bytes, claimed: int) -> bytes:
    """Return a workbook one part of which unpacks to more than the directory says."""
    inside = parts(workbook)
    inside[name] = content
    data = bytearray(zipped(inside))
    size, crc = struct.pack("<I", len(content)), struct.pack("<I", zlib.crc32(content[:claimed]))
    true_crc = struct.pack("<I", zlib.crc32(content))
    for at in (at for at in range(len(data) - 4) if bytes(data[at : at + 4]) in {b"PK\x01\x02", b"PK\x03\x04"}):
        start = at + (24 if data[at + 2] == 1 else 22)
        if data[start : start + 4] == size and data[start - 8 : start - 4] == true_crc:
            data[start : start + 4] = struct.pack("<I", claimed)
            data[start - 8 : start - 4] = crc
    return bytes(data)


def many_entries(count: int) -> bytes:
    """Return a zip whose directory names very many parts, none of which is there."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<HHHHHII", 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * count
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(directory), 4, 0)
    return b"PK\x03\x04" + directory + end


def nested() -> bytes:
    data = b"x" * MEGABYTE
    for _ in range(6):
        data = zipped({f"{at}.zip": data for at in range(8)})
    return xlsx(lambda _name, part: part, {"inner.zip": data})


ENTITIES = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'


def with_entities(doctype: bytes, used: bytes) -> bytes:
    def change(name: str, data: bytes) -> bytes:
        if not name.endswith(("sheet1.xml", "sharedStrings.xml")):
            return data
        head, mark, rest = data.partition(b"?>")
        return head + mark + doctype + rest.replace(b"Elif", used)

    return xlsx(change)


BOOKS: dict[str, Callable[[], bytes]] = {
    "a manifest that unpacks to 2 GB": lambda: zipped(
        {"content.xml": b"", "META-INF/manifest.xml": bytes(many(40, 300) * MEGABYTE)}
    ),
    "a broken manifest": lambda: zipped({"content.xml": b"<x/>", "META-INF/manifest.xml": b"m" * 5000}).replace(
        zlib.compress(b"m" * 5000)[2:-4], b"\xff" * len(zlib.compress(b"m" * 5000)[2:-4])
    ),
    "a part that unpacks to more than it says": lambda: lying(
        samples().workbooks["list.xlsx"], "xl/sharedStrings.xml", b"<sst>" + b" " * many(40, 390) * MEGABYTE, 100
    ),
    "a million parts": lambda: many_entries(1_200_000),
    "a zip in a zip in a zip": nested,
    "entities within entities": lambda: with_entities(ENTITIES, b"&j;"),
    "entities from elsewhere": lambda: with_entities(OUTSIDE, b"&x;&y;"),
    "a cell at the far corner": lambda: in_sheet(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    ),
    "a sheet of five million cells": lambda: in_sheet(
        b"</sheetData>", b'<row r="40000"><c r="DZ40000"><v>1</v></c></row></sheetData>'
    ),
    "rows in any order": lambda: in_sheet(b'<row r="2"', b'<row r="1048576"'),
    "a cell nowhere": lambda: in_sheet(b'r="A2"', b'r="ZZZZZZZ99999999999"'),
    "a text that is not there": lambda: in_sheet(b"<v>0</v>", b"<v>4294967295</v>"),
    "a number without an end": lambda: in_sheet(b"<v>1067</v>", b"<v>" + b"9" * MEGABYTE + b"</v>"),
    "tags within tags": lambda: in_sheet(b"</sheetData>", b"<a>" * 300_000 + b"</sheetData>"),
    "a hundred thousand sheets": lambda: xlsx(
        lambda name, data: (
            data.replace(b"</sheets>", b'<sheet name="x" sheetId="9" r:id="rId1"/>' * 100_000 + b"</sheets>")
            if name == "xl/workbook.xml"
            else data
        )
    ),
    "rows repeated in ODS": lambda: zipped(
        parts(samples().workbooks["list.ods"])
        | {
            "content.xml": parts(samples().workbooks["list.ods"])["content.xml"].replace(
                b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">', 1
            )
        }
    ),
    "cells repeated in ODS": lambda: zipped(
        parts(samples().workbooks["list.ods"])
        | {
            "content.xml": parts(samples().workbooks["list.ods"])["content.xml"].replace(
                b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="4294967295" '
            )
        }
    ),
    "names of parts that lead elsewhere": lambda: xlsx(
        lambda _name, data: data, {"../../../../tmp/hostile": b"x", "/etc/passwd": b"x", "C:\\CON": b"x"}
    ),
}


@pytest.mark.parametrize(
    ("make", "name", "limit"),
    [
        (TEXTS["200000 columns"], "list.csv", "columns"),
        (TEXTS["60 MB of delimiters"], "list.csv", "cells"),
        (TEXTS["a smiley in 59 MB of letters"], "list.csv", "memory"),
        (BOOKS["a sheet of five million cells"], "list.xlsx", "cells"),
        (BOOKS["a hundred thousand sheets"], "list.xlsx", "sheets"),
    ],
    ids=["columns", "cells", "letters", "cells of a workbook", "sheets"],
)
def test_the_limit_is_told(tmp_path: Path, make: Callable[[], bytes], name: str, limit: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_tables(listed(tmp_path, make(), name))
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, limit)


def test_a_long_name_of_a_column_is_cut_and_told(event: Event, tmp_path: Path) -> None:
    path = listed(tmp_path, b"name;" + b"(" * 100_000 + b"\nElif;x\n")
    plan = import_people(event, path).plan
    assert [(each.about.value, each.args) for each in plan.remarks] == [("cell_shortened", ("200",))]
    assert event.db.value("SELECT length(name) FROM extra") == 200


@pytest.mark.parametrize("name", BOOKS)
def test_workbooks(tmp_path: Path, name: str) -> None:
    outcome(reading(listed(tmp_path, BOOKS[name](), "list.xlsx")))
    assert not Path("/tmp/hostile").exists()


def test_a_text_from_elsewhere_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("only here")
    doctype = OUTSIDE.replace(b"/etc/passwd", str(secret).encode())
    path = listed(tmp_path, with_entities(doctype, b"&x;"), "list.xlsx")
    try:
        found = read_tables(path)
    except KnownError:
        return
    assert "only here" not in repr(found)


# ---- mappings

MAPPINGS: dict[str, Callable[[], bytes]] = {
    "brackets.json": lambda: b"[" * 200_000,
    "braces.json": lambda: b'{"a":' * 200_000,
    "digits.json": lambda: b'{"columns": {"a": ' + b"9" * MEGABYTE + b"}}",
    "infinite.json": lambda: b'{"columns": {"a": 1e999, "b": NaN}, "preset": -Infinity}',
    "large.json": lambda: b'{"columns": {"a": "' + b"x" * 30 * MEGABYTE + b'"}}',
    "brackets.toml": lambda: b"a = " + b"[" * 200_000,
    "dots.toml": lambda: b"a." * 400_000 + b"a = 1\n",
    "quoted dots.toml": lambda: b'"a" . ' * 100_000 + b"a = 1\n",
    "dotted head.toml": lambda: b"[" + b"a." * 200_000 + b"a]\n",
    "heads.toml": lambda: b"".join(b"[a%d.b]\n" % at for at in range(200_000)),
    "hex.toml": lambda: b"[columns]\na = 0x" + b"f" * 2 * MEGABYTE,
    "letters.toml": lambda: b"[columns]\n" + b"\xff\xfe" * 500,
}


@pytest.mark.parametrize("name", MAPPINGS)
def test_mappings(tmp_path: Path, name: str) -> None:
    path = listed(tmp_path, MAPPINGS[name](), name)
    assert outcome(lambda: load_mapping(path)) in {Fault.BAD_TABLE, Fault.CANNOT_READ, Fault.TOO_LARGE}


def test_a_mapping_that_never_ends(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "map.toml")
    for path in (tmp_path / "map.toml", Path("/dev/zero"), tmp_path):
        assert outcome(partial(load_mapping, path)) is Fault.CANNOT_READ


def test_a_file_in_the_file(tmp_path: Path) -> None:
    """A zip before which something else stands is what stands first."""
    book = io.BytesIO(samples().workbooks["list.xlsx"]).read()
    assert zipfile.is_zipfile(io.BytesIO(b"name\nElif\n" + book))
    outcome(reading(listed(tmp_path, b"name\nElif\n" + book)))
