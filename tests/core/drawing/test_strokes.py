"""Lines, shapes with holes, windows and pages of several sizes on paper."""

import io

import pypdfium2

from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK
from eventdesk.drawing.paper import Paper
from eventdesk.drawing.shapes import rectangle
from tests.core.drawing.pages import drawn, ink, picture

SIZE = (100.0, 100.0)


def test_a_line_is_as_wide_as_it_should_be():
    image = picture(drawn(lambda paper: paper.stroke("10 50 m 90 50 l\n", INK, 4), SIZE), dpi=720)
    assert ink(image) == (100, 480, 900, 520)


def test_dashes_leave_white_and_end_with_their_line():
    def draw(paper: Paper) -> None:
        paper.stroke("10 70 m 90 70 l\n", INK, 4, (8, 8))
        paper.stroke("10 30 m 90 30 l\n", INK, 4)

    image = picture(drawn(draw, SIZE), dpi=72)
    dashed, whole = (sum(grey < 128 for grey in image.crop((0, y, 100, y + 1)).tobytes()) for y in (30, 70))
    assert whole == 80
    assert 36 <= dashed <= 44


def test_a_hole_stays_white():
    image = picture(
        drawn(lambda paper: paper.shape(rectangle(10, 90, 80, 80) + rectangle(30, 70, 40, 40), INK), SIZE), dpi=72
    )
    assert (image.getpixel((15, 50)), image.getpixel((50, 50))) != (image.getpixel((50, 50)), image.getpixel((50, 50)))
    assert image.getpixel((50, 50)) == 255


def test_a_window_cuts_off_what_lies_outside_and_no_more():
    def draw(paper: Paper) -> None:
        with paper.clipped(rectangle(20, 80, 30, 30)):
            paper.box(0, 100, 100, 100, INK)
        paper.box(90, 10, 5, 5, INK)

    image = picture(drawn(draw, SIZE), dpi=72)
    assert ink(image.crop((0, 0, 80, 100))) == (20, 20, 50, 50)
    assert ink(image.crop((80, 0, 100, 100))) == (10, 90, 15, 95)


def test_pages_may_have_sizes_of_their_own():
    out = io.BytesIO()
    paper = Paper(out, SIZE, About())
    for size in (SIZE, (300.0, 50.0), SIZE):
        paper.resize(size)
        paper.box(0, size[1], *size, INK)
        paper.showPage()
    paper.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    assert [page.get_size() for page in document] == [SIZE, (300.0, 50.0), SIZE]
    document.close()
