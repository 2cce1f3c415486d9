"""Pictures, drawings and pages that somebody built to fill the memory, to take for ever, or to have something run."""

import contextlib
import io
import struct
import zlib
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.codes import BackgroundTrouble, Fault
from eventdesk.drawing.picture import WrongPictureError, read_picture
from eventdesk.errors import KnownError
from eventdesk.fair.floor.background import read_background
from tests.core.fair.floor.files import SVG, dxf, line, pdf, picture
from tests.faults.hostile.bounds import many, outcome

MOST = 20_000_000
Tags = tuple[tuple[int, object], ...]


def laid(folder: Path, data: bytes) -> Fault | None:
    """Lay a file behind a plan, and read it as a picture for paper, too."""
    path = folder / "plan"
    path.write_bytes(data)

    def use() -> None:
        with contextlib.suppress(WrongPictureError):
            read_picture(data)
        read_background(path)

    return outcome(use)


def trouble(folder: Path, data: bytes) -> BackgroundTrouble:
    path = folder / "plan"
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        read_background(path)
    return BackgroundTrouble(caught.value.details["trouble"])


# ---- SVG


def tag(inside: bytes) -> bytes:
    return SVG % inside


SVGS: dict[str, Callable[[], bytes]] = {
    "a million times a million": lambda: (
        b'<svg xmlns="x" width="1000000" height="1000000"><rect width="1e6" height="1e6"/></svg>'
    ),
    "numbers without an end": lambda: tag(b'<line x2="' + b"9" * MOST + b'"/>')[:MOST],
    "points": lambda: tag(b'<polygon points="' + b"1 " * (MOST // 2 - 200) + b'"/>'),
    "points below the limit of a tag": lambda: tag(b'<polygon points="' + b"1 " * many(100_000, 1_900_000) + b'"/>'),
    "a transform of letters": lambda: tag(b'<g transform="' + b"a" * 3_900_000 + b'"><line x2="1"/></g>'),
    "a transform of blanks": lambda: tag(b'<g transform="' + b" " * 3_900_000 + b'"><line x2="1"/></g>'),
    "a transform of words": lambda: tag(b'<g transform="' + b"ab ," * 900_000 + b'"><line x2="1"/></g>'),
    "a transform of brackets": lambda: tag(b'<g transform="' + b"a(" * 1_900_000 + b'"><line x2="1"/></g>'),
    "a transform of turns": lambda: tag(
        b'<g transform="' + b"scale(1)" * many(20_000, 480_000) + b'"><line x2="1"/></g>'
    ),
    "transforms of letters": lambda: tag(
        (b'<g transform="' + b"a" * 900 + b'"><line x2="1"/></g>') * many(2_000, 20_000)
    ),
    "a style of semicolons": lambda: tag(b'<line x2="5" style="' + b"; " * 1_900_000 + b'"/>'),
    "a path of moves": lambda: tag(b'<path d="' + b"M1 1" * many(100_000, 900_000) + b'"/>'),
    "a path of closings": lambda: tag(b'<path d="M0 0' + b"L1 1z" * many(20_000, 700_000) + b'"/>'),
    "a path of digits": lambda: tag(b'<path d="M' + b"1" * 3_900_000 + b'"/>'),
    "a path of arcs": lambda: tag(b'<path d="M0 0' + b"a9 9 0 0 1 5 5" * many(20_000, 250_000) + b'"/>'),
    "attributes": lambda: tag(b"<line " + b"".join(b'a%d="" ' % at for at in range(many(600_000, 1_400_000))) + b"/>"),
    "attributes below the limit of a tag": lambda: tag(
        b"<line " + b"".join(b'a%d="" ' % at for at in range(many(60_000, 350_000))) + b"/>"
    ),
    "names of spaces": lambda: tag(b"".join(b'<g xmlns:a%d="u%d"/>' % (at, at) for at in range(90_000))),
    "elements within elements": lambda: tag(b"<g>" * 5_000_000),
    "text": lambda: tag(b"<text>" + b"x" * (MOST - 300) + b"</text>"),
    "comments": lambda: tag(b"<!--" + b"x" * (MOST - 300) + b"-->"),
    "character data that is none": lambda: tag(b"<![CDATA[" + b"]" * (MOST - 300) + b"]]>"),
    "entities within entities": lambda: (
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9))
        + b"]><svg>&j;</svg>"
    ),
    "an entity from a file": lambda: (
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>'
    ),
    "a document type from elsewhere": lambda: (
        b'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd"><svg><line x2="1"/></svg>'
    ),
    "pictures from elsewhere": lambda: tag(
        b'<image href="file:///etc/passwd"/><image href="/etc/hosts"/><use href="http://127.0.0.1:9/#a"/>'
        b'<line x2="5"/><style>@import url(http://127.0.0.1:9/x.css)</style><script>alert(1)</script>'
    ),
    "an encoding of several bytes": lambda: b'<?xml version="1.0" encoding="shift_jis"?>' + tag(b'<line x2="5"/>'),
    "an encoding that nobody knows": lambda: b'<?xml version="1.0" encoding="nonsense"?>' + tag(b'<line x2="5"/>'),
    "UTF-7": lambda: b'<?xml version="1.0" encoding="utf-7"?>' + tag(b'<line x2="5"/>'),
    "a zero byte": lambda: tag(b'<line x2="5\0"/>'),
    "squeezed": lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + zlib.compress(tag(b'<line x2="5"/>')),
}


@pytest.mark.parametrize("name", SVGS)
def test_svg(tmp_path: Path, name: str) -> None:
    assert laid(tmp_path, SVGS[name]()) in {None, Fault.BAD_BACKGROUND}


def test_what_a_drawing_names_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture((3, 3)))
    path = tmp_path / "plan.svg"
    path.write_bytes(tag(f'<image href="{secret}" width="9" height="9"/><line x2="5" y2="3"/>'.encode()))
    found = read_background(path)
    assert found.body == b"0,0 20000,12000"


# ---- DXF


def blocks(*names: str) -> Iterator[tuple[int, object]]:
    """Each block inserts the next one nine times."""
    for here, there in pairwise(names):
        yield from ((0, "BLOCK"), (2, here), *[(0, "INSERT"), (2, there)] * 9, (0, "ENDBLK"))


def inserted(*things: tuple[int, object], times: int = 99_000) -> bytes:
    block = ((0, "BLOCK"), (2, "B"), *things, (0, "ENDBLK"))
    return dxf((0, "INSERT"), (2, "B"), (70, times), (44, 1), blocks=block)


def corners(count: int, bulge: object = 0) -> Tags:
    return tuple(chain.from_iterable(((10, at % 9), (20, at % 7), (42, bulge)) for at in range(count)))


DXFS: dict[str, Callable[[], bytes]] = {
    "a block in itself": lambda: dxf(
        (0, "INSERT"), (2, "A"), blocks=((0, "BLOCK"), (2, "A"), (0, "INSERT"), (2, "A"), (0, "ENDBLK"))
    ),
    "two blocks in each other": lambda: dxf((0, "INSERT"), (2, "A"), blocks=tuple(blocks("A", "B", "A", "B"))),
    "blocks in blocks in blocks": lambda: dxf((0, "INSERT"), (2, "A"), blocks=tuple(blocks(*"ABCDEFGHIJ"))),
    "a row of very many": lambda: dxf(
        (0, "INSERT"), (2, "A"), (70, 2**31), (71, 2**31), blocks=((0, "BLOCK"), (2, "A"))
    ),
    "a curve that goes nowhere, often": lambda: inserted(
        (0, "SPLINE"), (71, 3), *[(40, 0)] * 5004, *corners(5000), times=45_000
    ),
    "a steep curve": lambda: dxf((0, "SPLINE"), (71, 10), *[(40, at) for at in range(40_011)], *corners(40_000)),
    "a long curve": lambda: dxf((0, "SPLINE"), (71, 3), *[(40, at) for at in range(90_004)], *corners(90_000)),
    "half of the places, often": lambda: inserted((0, "LWPOLYLINE"), *[(10, 1)] * 100_000, times=90_000),
    "bows": lambda: dxf((0, "LWPOLYLINE"), (70, 1), *corners(many(4_000, 250_000), 1)),
    "a long name, often": lambda: inserted((0, "LINE"), (8, "x" * 10_000_000), (10, 1), (20, 1), (11, 2), (21, 2)),
    "many small things": lambda: dxf(*(each for at in range(many(20_000, 95_000)) for each in line(at, 0, at, 9))),
    "things with many values": lambda: dxf(*((0, "LINE"), *((at % 80, at) for at in range(many(60_000, 700_000))))),
    "values that nobody needs": lambda: b"0\nSECTION\n2\nTABLES\n" + b"1\nx\n" * many(200_000, 4_900_000),
    "layers": lambda: b"0\nSECTION\n2\nTABLES\n" + b"0\nLAYER\n2\nx\n62\n-1\n" * many(100_000, 900_000),
    "a code of very many digits": lambda: b"0\nSECTION\n2\nENTITIES\n" + b"9" * 10_000_000 + b"\nx\n",
    "a value of very many digits": lambda: dxf((0, "LINE"), (10, "9" * 10_000_000), (20, 0)),
    "no numbers": lambda: dxf((0, "CIRCLE"), (10, "nan"), (20, "inf"), (40, "-inf")),
    "huge figures": lambda: dxf(*line(-1e12, -1e12, 1e12, 1e12), *line(-9e11, -9e11, 9e11, 9e11), unit=6),
    "tiny figures": lambda: dxf(*line(0, 0, 1e-300, 1e-300), unit=1),
    "zero bytes": lambda: dxf(*line(0, 0, 5, 5)).replace(b"LINE", b"LI\0NE"),
}


@pytest.mark.parametrize("name", DXFS)
def test_dxf(tmp_path: Path, name: str) -> None:
    assert laid(tmp_path, DXFS[name]()[:MOST]) in {None, Fault.BAD_BACKGROUND}


# ---- pictures


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *between: bytes, kind: int = 2, bits: int = 8, body: bytes | None = None) -> bytes:
    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))
    rows = zlib.compress(bytes(min(height * (1 + width * 4), 300_000_000)), 1) if body is None else body
    return head + b"".join(between) + chunk(b"IDAT", rows) + chunk(b"IEND")


def jpeg(size: tuple[int, int], *, progressive: bool = False) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (9, 99, 200)).save(out, "JPEG", progressive=progressive)
    return out.getvalue()


def resized(data: bytes, width: int, height: int) -> bytes:
    """Return a JPEG that says to be of another size."""
    at = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    return data[: at + 5] + struct.pack(">HH", height, width) + data[at + 9 :]


def in_steps(size: tuple[int, int], steps: int) -> bytes:
    """Return a JPEG whose last step is repeated very often."""
    data = jpeg(size, progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * steps + data[-2:]


def webp(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (16, 16)).save(out, "WEBP", save_all=True, append_images=[Image.new("RGBA", (16, 16), "red")])
    data = bytearray(out.getvalue())
    at = data.index(b"VP8X") + 12
    data[at : at + 6] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def clear(edge: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (edge, edge), (9, 99, 200, 90)).save(out, "PNG", compress_level=1)
    return out.getvalue()


PICTURES: dict[str, Callable[[], bytes]] = {
    "fifty thousand by fifty thousand": lambda: png(50_000, 50_000, body=zlib.compress(bytes(9000))),
    "two thousand million on each side": lambda: png(2**31 - 1, 2**31 - 1, body=b""),
    "no size": lambda: png(0, 0, body=b""),
    "the largest that is taken": lambda: clear(many(1500, 6320)),
    "a line of forty million": lambda: png(many(99_000, 40_000_000), 1),
    "a column of forty million": lambda: png(1, 39_000_000, kind=0, bits=1, body=zlib.compress(bytes(78_000_000), 1)),
    "more than there is room for": lambda: png(100, 100, body=zlib.compress(bytes(300_000_000), 1)),
    "pieces of nothing": lambda: png(10, 10, chunk(b"IDAT") * many(40_000, 1_500_000)),
    "notes of nothing": lambda: png(10, 10, chunk(b"aaAa") * many(40_000, 1_500_000)),
    "a note that unpacks to much": lambda: png(10, 10, chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(200_000_000), 1))),
    "colours that unpack to much": lambda: png(10, 10, chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(200_000_000), 1))),
    "a transparent nothing": lambda: png(10, 10, chunk(b"tRNS", b"\0")),
    "frames": lambda: png(10, 10, chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0))),
    "a photograph that lies about its size": lambda: resized(jpeg((16, 16)), 65_500, 65_500),
    "a photograph that lies within the limit": lambda: resized(jpeg((16, 16)), many(2000, 6320), many(2000, 6320)),
    "a photograph in very many steps": lambda: in_steps((2000, 2000), 90_000)[:MOST],
    "a photograph in as many steps as are taken": lambda: in_steps((many(1000, 4000), many(1000, 4000)), 28),
    "a photograph that turns": lambda: jpeg((9, 9)).replace(
        b"\xff\xdb",
        b"\xff\xe1\x00\x28Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\xff\xff\xff\xff\0\x63\0\0\0\0\0\x08\0\0\0\0\xff\xdb",
        1,
    ),
    "a moving picture of any size": lambda: webp(16_384, 16_384),
    "a moving picture that is none": lambda: webp(6300, 6300),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(tmp_path: Path, name: str) -> None:
    assert laid(tmp_path, PICTURES[name]()[:MOST]) in {None, Fault.BAD_BACKGROUND}


# ---- pages


def page(
    extra: bytes, *, size: bytes = b"0 0 200 100", body: bytes = b"0 0 50 50 re f", more: bytes = b"", kids: int = 1
) -> bytes:
    """Return a PDF of one page, whose catalogue holds something extra."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * kids + b"]/Count %d>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[" + size + b"]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(body) + body + b"\nendstream",
        more
        or b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 6>>"
        b"stream\n/F Do \nendstream",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    end = (
        b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )
    return out + end


PAGES: dict[str, Callable[[], bytes]] = {
    "a script that starts by itself": lambda: page(b"/OpenAction<</S/JavaScript/JS(app.alert(1);while(1){})>>"),
    "a program that starts by itself": lambda: page(b"/OpenAction<</S/Launch/F(/usr/bin/touch)/Win<</F(calc.exe)>>>>"),
    "a picture from elsewhere": lambda: page(b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/x)>>"),
    "a form in itself": lambda: page(b"", body=b"/F Do"),
    "a huge page": lambda: page(b"", size=b"0 0 1e9 1e9"),
    "a page of no size": lambda: page(b"", size=b"0 0 0 0"),
    "a page inside out": lambda: page(b"", size=b"900 900 -900 -900"),
    "a page that is very long": lambda: page(b"", size=b"0 0 1 1000000"),
    "a picture of any size": lambda: page(
        b"",
        body=b"/F Do",
        more=b"<</Type/XObject/Subtype/Image/Width 50000/Height 50000/ColorSpace/DeviceRGB/BitsPerComponent 8"
        b"/Length 4>>stream\n    \nendstream",
    ),
    "very many strokes": lambda: page(b"", body=b"0 0 m 200 100 l S " * many(200, 1_000_000)),
    "very many clear strokes": lambda: page(b"", body=b"q 0 0 50 50 re W n 0 0 200 100 re f Q " * many(100, 500_000)),
    "ten thousand pages": lambda: page(b"", kids=10_000),
    "a password": lambda: pdf(1, "secret"),
    "objects within objects": lambda: page(b"/X" + b"[" * many(100_000, 3_000_000)),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(tmp_path: Path, name: str) -> None:
    assert laid(tmp_path, PAGES[name]()[:MOST]) in {None, Fault.BAD_BACKGROUND}


def test_the_trouble_is_told(tmp_path: Path) -> None:
    assert trouble(tmp_path, PAGES["a password"]()) is BackgroundTrouble.ENCRYPTED
    assert trouble(tmp_path, PICTURES["fifty thousand by fifty thousand"]()) is BackgroundTrouble.PIXELS
    assert trouble(tmp_path, PICTURES["a photograph in very many steps"]()[:MOST]) is BackgroundTrouble.SLOW
    assert trouble(tmp_path, DXFS["a curve that goes nowhere, often"]()) is BackgroundTrouble.NOTHING
    assert trouble(tmp_path, SVGS["entities within entities"]()) is BackgroundTrouble.UNSAFE
