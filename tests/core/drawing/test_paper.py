"""The PDF itself: readable, the same every time, small in memory, with its fonts inside."""

import io
import re
import tracemalloc
import zlib
from functools import partial

import pypdfium2
from PIL import ImageChops

from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.paper import Paper
from tests.core.drawing.pages import drawn, ink, picture

ROOM = Room(200, 40, 20, 8)


def hello(kit: Kit, text: str = "Elif Demirtaş"):
    def draw(paper: Paper) -> None:
        kit.draw(paper, kit.fit(text, Weight.BOLD, ROOM), 20, 80, colour=INK)

    return draw


def test_same_drawing_same_bytes(kit: Kit):
    assert drawn(hello(kit), (240, 100)) == drawn(hello(Kit()), (240, 100))


def test_pages_have_their_size_and_metadata():
    out = io.BytesIO()
    paper = Paper(out, (297.6378, 419.5276), About("Namensschilder „K4“", "Bündnis", "de"))
    paper.box(0, 400, 50, 50, INK)
    paper.showPage()
    paper.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    assert document.get_metadata_dict()["Title"] == "Namensschilder „K4“"
    assert document.get_metadata_dict()["Author"] == "Bündnis"
    assert [round(edge, 3) for edge in document[0].get_size()] == [297.638, 419.528]
    document.close()
    assert b"/Lang (de)" in out.getvalue()


def test_latin_text_can_be_found_and_copied(kit: Kit):
    document = pypdfium2.PdfDocument(drawn(hello(kit, "Jürgen Groß-Weißenfels"), (240, 100)))
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert text.replace("\ufffe", "-").replace("\x02", "-") == "Jürgen Groß-Weißenfels"


def test_every_font_is_inside_and_none_besides(kit: Kit):
    pdf = drawn(hello(kit, "Elif محمد"), (240, 100))
    fonts = set(re.findall(rb"/BaseFont /([A-Z]{6}\+[\w-]+)", pdf))
    assert {name.split(b"+")[1] for name in fonts} == {b"Inter-Bold", b"NotoSansArabic-Bold"}
    assert pdf.count(b"/FontFile2") == 2
    assert b"Helvetica" not in pdf


def references(pdf: bytes) -> list[tuple[int, int, int]]:
    """Return the entries of the cross-reference stream: kind, place, number there."""
    start = int(re.findall(rb"startxref\n(\d+)", pdf)[0])
    packed = re.match(rb"\d+ 0 obj\n<</Type/XRef.*?>>\nstream\n(.*?)\nendstream", pdf[start:], re.DOTALL)
    assert packed is not None
    data, row, entries = zlib.decompress(packed[1]), bytes(8), []
    for at in range(0, len(data), 9):
        assert data[at] == 2, "each is told from the one before"
        row = bytes((each + above) % 256 for each, above in zip(data[at + 1 : at + 9], row, strict=True))
        entries.append((row[0], int.from_bytes(row[1:6], "big"), int.from_bytes(row[6:], "big")))
    return entries


def test_cross_references_point_at_their_objects(kit: Kit):
    pdf = drawn(hello(kit), (240, 100), pages=450)
    free, *entries = references(pdf)
    assert free == (0, 0, 65535)
    assert f"/Size {len(entries) + 1}".encode() in pdf
    packed: dict[int, list[tuple[int, int]]] = {}
    for number, (kind, place, at) in enumerate(entries, 1):
        if kind == 1:
            assert pdf[place:].startswith(b"%d 0 obj\n" % number)
        else:
            packed.setdefault(place, []).append((at, number))
    assert len(packed) == 4, "the pages in three streams, the tree of all pages in another one"
    for stream, inside in packed.items():
        heads, first, data = opened(pdf[entries[stream - 1][1] :])
        assert [number for _, number in sorted(inside)] == heads[::2]
        assert all(data[first + place :].startswith(b"<<") for place in heads[1::2])


def opened(pdf: bytes) -> tuple[list[int], int, bytes]:
    """Return the head of a stream of objects, where its objects begin, and all of it."""
    found = re.match(rb"\d+ 0 obj\n<</Type/ObjStm/N \d+/First (\d+).*?>>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)
    assert found is not None
    first, data = int(found[1]), zlib.decompress(found[2])
    return [int(part) for part in data[:first].split()], first, data


def test_every_page_of_many_is_read(kit: Kit):
    pdf = drawn(hello(kit), (240, 100), pages=450)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 450
    document.close()
    assert ink(picture(pdf, 0)) == ink(picture(pdf, 199)) == ink(picture(pdf, 449)) != (0, 0, 0, 0)


def test_forms_are_drawn_on_every_page_and_written_once(kit: Kit):
    out = io.BytesIO()
    paper = Paper(out, (200, 100), About())
    with paper.form("art"):
        paper.box(10, 90, 30, 30, INK)
    for _ in range(3):
        paper.place("art")
        paper.showPage()
    paper.save()
    assert out.getvalue().count(b"/Subtype /Form") == 1
    assert [ink(picture(out.getvalue(), page)) for page in range(3)] == [(20, 20, 80, 80)] * 3


def operators(pdf: bytes) -> str:
    """Return what stands on the first page, which is written first."""
    content = re.findall(rb"<</Filter/FlateDecode/Length \d+>>\nstream\n(.*?)\nendstream", pdf, re.DOTALL)[0]
    return zlib.decompress(content).decode("latin-1")


def test_texts_in_one_colour_stand_in_one_block(kit: Kit):
    name, place = (kit.fit(text, Weight.BOLD, ROOM) for text in ("Elif Demirtaş", "Stand B-14"))

    def draw(paper: Paper, *, between: bool = False, colour: Colour = INK) -> None:
        kit.draw(paper, name, 20, 80, colour=INK)
        if between:
            paper.box(0, 20, 10, 10, MUTED)
        kit.draw(paper, place, 20, 50, colour=colour)

    assert operators(drawn(draw, (240, 100))).count("BT") == 1
    assert operators(drawn(draw, (240, 100))).count(" Tf") == 1
    assert operators(drawn(partial(draw, between=True), (240, 100))).count("BT") == 2
    assert operators(drawn(partial(draw, colour=MUTED), (240, 100))).count("BT") == 2
    one, two = (picture(drawn(partial(draw, between=each), (240, 100))) for each in (False, True))
    assert ImageChops.difference(one.crop((40, 0, 480, 200)), two.crop((40, 0, 480, 200))).getbbox() is None


def test_a_text_after_a_form_or_a_page_begins_anew(kit: Kit):
    def draw(paper: Paper, *, form: bool) -> None:
        hello(kit)(paper)
        if form:
            with paper.form("art"):
                kit.draw(paper, kit.fit("Stand B-14", Weight.REGULAR, ROOM), 60, 70, colour=INK)
        kit.draw(paper, kit.fit("Peine", Weight.BOLD, ROOM), 20, 50, colour=INK)

    plain = picture(drawn(partial(draw, form=False), (240, 100)))
    assert ImageChops.difference(plain, picture(drawn(partial(draw, form=True), (240, 100)))).getbbox() is None
    twice = drawn(partial(draw, form=False), (240, 100), pages=2)
    assert ImageChops.difference(plain, picture(twice, 1)).getbbox() is None


def test_pages_of_another_size_have_it_themselves():
    def draw(paper: Paper) -> None:
        paper.resize((100.0, 60.0))

    document = pypdfium2.PdfDocument(drawn(draw, (240, 100)))
    assert document[0].get_size() == (100, 60)
    document.close()


def test_what_reportlab_draws_itself_comes_out_too(kit: Kit):
    def draw(paper: Paper) -> None:
        hello(kit)(paper)
        paper.setFillAlpha(0.5)
        paper.rect(120, 10, 40, 20, stroke=0, fill=1)
        paper.linkURL("https://example.org", (0, 0, 10, 10))

    image = picture(drawn(draw, (240, 100)))
    grey = image.getpixel((280, 160))
    assert isinstance(grey, (int, float))
    assert 110 < grey < 145
    assert ink(image.crop((0, 0, image.width, 100))) is not None


def test_memory_does_not_grow_with_pages(kit: Kit):
    draw = hello(kit)
    drawn(draw, (240, 100), pages=2)

    class Counter(io.RawIOBase):
        def write(self, data: object) -> int:
            return len(data)  # type: ignore[arg-type]

    def peak(pages: int) -> int:
        tracemalloc.start()
        paper = Paper(Counter(), (240, 100), About())  # type: ignore[arg-type]
        for _ in range(pages):
            draw(paper)
            paper.showPage()
        paper.save()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert (peak(1500) - peak(500)) / 1000 < 600  # bytes a page; reportlab alone keeps several thousand


def test_contrast_is_that_of_wcag():
    assert Colour(0, 0, 0).contrast(WHITE) == 21
    assert round(MUTED.contrast(WHITE), 1) >= 4.5
    assert round(Colour.parse("#1b7f3b").contrast(WHITE), 2) == 5.07
