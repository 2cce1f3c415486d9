"""Pictures on paper: what is read, what is refused, and that they look as they should."""

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from eventdesk.drawing.paper import Paper
from eventdesk.drawing.picture import LONGEST_EDGE, Picture, PictureTrouble, WrongPictureError, read_picture
from eventdesk.drawing.shapes import rectangle, turned
from tests.core.drawing.pages import drawn, picture

RED = (200, 30, 30)


def data(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def shown(found: Picture) -> Image.Image:
    """Return a page, black at first, with the picture over its middle."""

    def draw(paper: Paper) -> None:
        from eventdesk.drawing.colour import BLACK

        paper.box(0, 100, 100, 100, BLACK)
        if "p" not in paper._shared.XObject:
            paper.keep("p", found)
        paper.show("p", 25, 75, 50, 50)

    return picture(drawn(draw, (100, 100)), dpi=72)


def level(image: Image.Image, x: int, y: int) -> int:
    return image.tobytes()[y * image.width + x]


@pytest.mark.parametrize(
    "made",
    [
        lambda: data(Image.new("RGB", (20, 20), RED)),
        lambda: data(Image.new("RGB", (20, 20), RED), "JPEG"),
        lambda: data(Image.new("CMYK", (20, 20), (0, 200, 200, 40)), "JPEG"),
        lambda: data(Image.new("L", (20, 20), 90)),
        lambda: data(Image.new("L", (20, 20), 90), "JPEG"),
        lambda: data(Image.new("I;16", (20, 20), 90 * 257)),
        lambda: data(Image.new("RGB", (20, 20), RED).quantize(4)),
        lambda: data(Image.new("RGBA", (20, 20), (*RED, 255))),
        lambda: data(Image.new("LA", (20, 20), (90, 255))),
    ],
)
def test_every_kind_of_picture_is_read(made: Callable[[], bytes]):
    image = shown(read_picture(made()))
    assert level(image, 50, 50) == pytest.approx(85, abs=25)
    assert level(image, 10, 10) == 0


def test_black_and_white_stays_so():
    mask = Image.new("1", (20, 20), 1)
    mask.paste(0, (0, 0, 10, 20))
    image = shown(read_picture(data(mask)))
    assert (level(image, 30, 50), level(image, 70, 50)) == (0, 255)


def test_what_is_transparent_shows_the_ground():
    clear = Image.new("RGBA", (20, 20), (255, 255, 255, 0))
    clear.paste((255, 255, 255, 255), (10, 0, 20, 20))
    image = shown(read_picture(data(clear)))
    assert (level(image, 30, 50), level(image, 70, 50)) == (0, 255)


def test_a_transparent_colour_of_a_palette_is_transparent():
    flat = Image.new("P", (20, 20), 0)
    flat.putpalette([255, 255, 255, 255, 255, 255])
    flat.paste(1, (10, 0, 20, 20))
    image = shown(read_picture(data(flat, transparency=0)))
    assert (level(image, 30, 50), level(image, 70, 50)) == (0, 255)


def test_a_photograph_lies_as_it_was_taken():
    photograph = Image.new("L", (40, 20), 0)
    photograph.paste(255, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise by a quarter
    found = read_picture(data(photograph, "JPEG", exif=exif))
    assert (found.width, found.height) == (20, 40)
    image = shown(found)
    assert level(image, 50, 30) > 240
    assert level(image, 50, 70) < 15


def test_a_large_picture_becomes_as_small_as_a_printer_needs_it():
    found = read_picture(data(Image.new("RGB", (3000, 1500), RED)))
    assert (found.width, found.height) == (LONGEST_EDGE, LONGEST_EDGE // 2)
    assert found.within(100, 100) == (100, 50)
    assert found.within(100, 20) == (40, 20)


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", PictureTrouble.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureTrouble.NO_PICTURE),
        (b"\x89PNG\r\n\x1a\n broken", PictureTrouble.NO_PICTURE),
        (data(Image.new("RGB", (20, 20), RED))[:-40], PictureTrouble.NO_PICTURE),
        (data(Image.new("RGB", (20, 20), RED), "JPEG")[:200], PictureTrouble.NO_PICTURE),
        (data(Image.new("RGB", (20, 20), RED), "GIF"), PictureTrouble.NO_PICTURE),
        (data(Image.new("1", (8000, 8000))), PictureTrouble.TOO_LARGE),
        (data(Image.new("1", (10000, 10000))), PictureTrouble.TOO_LARGE),
    ],
)
def test_what_is_no_picture_for_us_is_refused(content: bytes, trouble: PictureTrouble):
    with pytest.raises(WrongPictureError) as caught:
        read_picture(content)
    assert caught.value.trouble is trouble


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_area_lies_right_of_and_below_its_corner(turn: int):
    a, b, c, d, e, f = turned(turn, 10, 90, 30, 20)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (0, 30) for y in (0, 20)]
    width, height = (20, 30) if turn % 180 else (30, 20)
    assert (min(x for x, _ in corners), max(x for x, _ in corners)) == (10, 10 + width)
    assert (min(y for _, y in corners), max(y for _, y in corners)) == (90 - height, 90)


def test_a_radius_is_no_larger_than_half_of_the_rectangle():
    assert rectangle(0, 10, 20, 10) == "0.00 0.00 20.00 10.00 re\n"
    assert rectangle(0, 10, 20, 10, 50) == rectangle(0, 10, 20, 10, 5)


def test_a_picture_with_broken_notes_is_none():
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0))
    rest = chunk(b"IDAT", zlib.compress(bytes(310))) + chunk(b"IEND", b"")
    bomb = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(50_000_000)))
    for notes in (chunk(b"tRNS", b"\0"), bomb):
        with pytest.raises(WrongPictureError, match=PictureTrouble.NO_PICTURE):
            read_picture(head + notes + rest)
