"""Valid files of every kind, small ones, to be spoilt. All are made once, before there is any other process."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from PIL import Image

from eventdesk import paths
from tests.core.fair.floor import files

HERE = Path(__file__).parents[2]
SEEDS = HERE.parent / "seeds"
PEOPLE = (
    ("id", "given_name", "family_name", "organisation", "roles", "email", "PLZ", "status", "wishes", "days", "code"),
    (
        "P1",
        "Elif",
        "Demirtaş",
        "Haus Kulturbrücke",
        "visitor",
        "elif@example.org",
        "01067",
        "registered",
        "S1 S2",
        "",
        "A-1",
    ),
    (
        "P2",
        "Jörg",
        "Müller-Lüdenscheidt",
        "Verein für alles",
        "exhibitor, speaker",
        "",
        "31224",
        "cancelled",
        "",
        "",
        "A-2",
    ),
    ("P3", "Nguyễn", "Văn A", "=1+1", "Presse", "x@example.net", "1067", "waiting", "S2", "2027-03-06", "A-3"),
)


@dataclass(frozen=True, slots=True)
class Samples:
    """Bytes by the name of the file."""

    lists: Mapping[str, bytes]
    workbooks: Mapping[str, bytes]
    templates: tuple[str, ...]
    sheets: str
    pictures: Mapping[str, bytes]
    drawings: Mapping[str, bytes]
    pages: Mapping[str, bytes]
    folder: Mapping[str, bytes]
    event: bytes


@cache
def samples() -> Samples:
    """Return all samples."""
    plain = "\r\n".join(";".join(row) for row in PEOPLE)
    return Samples(
        lists={
            "list.csv": plain.encode(),
            "list.tsv": plain.replace(";", "\t").encode("utf-8-sig"),
            "list.txt": ("sep=;\n" + plain).encode("cp1252", "replace"),
            "pretix.csv": (HERE / "data/events/more_people.csv").read_bytes(),
        },
        workbooks={"list.xlsx": _xlsx(), "list.ods": _ods(), "list.xls": _xls()},
        templates=tuple(path.read_text("utf-8") for path in sorted((paths.resources() / "templates").glob("*.toml"))),
        sheets=(paths.resources() / "sheets.toml").read_text("utf-8"),
        pictures=_pictures(),
        drawings={"plan.svg": _svg(), "plan.dxf": _dxf()},
        pages={"plan.pdf": files.pdf(2), "empty.pdf": _empty_page()},
        folder={path.name: path.read_bytes() for path in sorted((HERE / "data/events/sample").iterdir())},
        event=gzip.decompress(max((HERE / "data/events").glob("v*.eventdesk.gz")).read_bytes()),
    )


def parts(workbook: bytes) -> dict[str, bytes]:
    """Return what a zip holds, by name."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
    return out.getvalue()


def _xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in (("people", PEOPLE), ("halls", (("hall", "name"), ("H1", "Kuppel")))):
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
            sheet.write_number(1, 6, 1067)
            sheet.write_formula(2, 3, "=1+1", None, 2)
            sheet.write_boolean(2, 5, True)
    return out.getvalue()


def _ods() -> bytes:
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Personen")
    for cells in PEOPLE:
        row = TableRow()
        for cell in cells:
            made = TableCell(valuetype="string")
            made.addElement(P(text=cell))
            row.addElement(made)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _xls() -> bytes:
    return (HERE / "core/tables/files/list.xls").read_bytes()


def _pictures() -> Mapping[str, bytes]:
    """Return small pictures in every mode that the formats know."""
    found = {}
    gradient = Image.linear_gradient("L").resize((24, 16))
    colours = Image.merge("RGB", (gradient, gradient.rotate(90), gradient.rotate(180)))
    clear = Image.merge("RGBA", (*colours.split(), gradient))
    for name, kind, image, more in (
        ("rgb.png", "PNG", colours, {}),
        ("clear.png", "PNG", clear, {}),
        ("palette.png", "PNG", colours.quantize(7), {"transparency": 0}),
        ("deep.png", "PNG", gradient.convert("I;16"), {}),
        ("bits.png", "PNG", gradient.convert("1"), {}),
        ("grey.jpg", "JPEG", gradient, {}),
        ("steps.jpg", "JPEG", colours, {"progressive": True}),
        ("print.jpg", "JPEG", colours.convert("CMYK"), {}),
        ("flat.webp", "WEBP", colours, {"lossless": True}),
        ("clear.webp", "WEBP", clear, {}),
        ("moving.webp", "WEBP", clear, {"save_all": True, "append_images": [clear.rotate(180)]}),
    ):
        exif = Image.Exif()
        exif[0x0112] = 6
        out = io.BytesIO()
        image.save(out, kind, **({} if name == "moving.webp" else {"exif": exif}), **more)
        found[name] = out.getvalue()
    return found


def _svg() -> bytes:
    shapes = b"""<g transform="translate(10 5) scale(2)"><rect width="20" height="10"/><circle cx="5" cy="5" r="3"/></g>
    <path d="M0 0h10a5 5 0 0 1 5 5c1 2 3 4 5 6s7 8 9 10q1 1 2 2t3 3z"/><polygon points="0,0 10,0 10,10"/>
    <text>Halle</text>
    <g style="display:none"><line x2="9" y2="4"/></g><ellipse cx="9" rx="4" ry="2" transform="rotate(30 4 4)"/>"""
    return b'<?xml version="1.0" encoding="utf-8"?>' + files.SVG % shapes


def _dxf() -> bytes:
    block = ((0, "BLOCK"), (2, "T"), (10, 1), (20, 0), *files.line(0, 0, 9, 9), (0, "ENDBLK"))
    corners = ((10, 0), (20, 0), (42, 1), (10, 90), (20, 0), (10, 90), (20, 60))
    knots = ((40, 0), (40, 0), (40, 0), (40, 1), (40, 1), (40, 1))
    things = (
        *(
            *files.line(10, 10, 43, 10),
            (0, "CIRCLE"),
            (10, 5),
            (20, 5),
            (40, 3),
            (0, "LWPOLYLINE"),
            (90, 3),
            (70, 1),
            *corners,
        ),
        *(
            (0, "SPLINE"),
            (71, 2),
            *knots,
            *corners,
            (0, "INSERT"),
            (2, "T"),
            (10, 5),
            (20, 5),
            (41, 2),
            (50, 90),
            (70, 3),
            (44, 2),
        ),
        *((0, "ELLIPSE"), (10, 0), (20, 0), (11, 10), (21, 0), (40, 0.5), (41, 0), (42, 3), (0, "TEXT"), (1, "x")),
    )
    return files.dxf(*things, unit=6, blocks=block)


def _empty_page() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 100)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
