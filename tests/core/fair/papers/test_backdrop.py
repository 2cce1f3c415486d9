"""What lies behind a plan: faint, in its place, and never what keeps a plan from being printed."""

import io

import pytest
from PIL import Image

from eventdesk.drawing.pages.leaves import body
from eventdesk.fair.floor.picture import STROKES, FloorPicture, strokes_body
from eventdesk.fair.papers.backdrop import Backdrop, faint
from eventdesk.fair.papers.floor_plan import floor_plan
from eventdesk.fair.papers.plan_layout import PlanWish
from tests.core.drawing.pages import picture
from tests.core.fair.papers.fairs import IMPRINT, KIT, colours_of, hall, standing, white_at_the_edge

EMPTY = standing([hall(width=20_000, depth=10_000)], [], [])


def encoded(colour: tuple[int, ...], kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (40, 20), colour).save(out, kind)
    return out.getvalue()


def printed(backdrop: Backdrop | None) -> bytes:
    out = io.BytesIO()
    floor_plan(EMPTY, IMPRINT, out, KIT, PlanWish(landscape=True), [backdrop] if backdrop else [])
    return out.getvalue()


def placed(media: str, data: bytes, x: int = 0, y: int = 0, width: int = 20_000, depth: int = 10_000) -> Backdrop:
    return Backdrop(FloorPicture(7, 1, "Plan", media, x, y, width, depth), data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_faint_and_in_its_place(kind: str):
    pages = printed(placed(f"image/{kind.lower()}", encoded((0, 0, 0), kind), width=10_000))
    image = colours_of(pages, dpi=72)
    area = body((842, 595), 1.0)
    left, right = round(area.left + area.width * 0.25), round(area.left + area.width * 0.75)
    middle = round(595 - area.top + area.width * 0.25)
    behind, beside = image.getpixel((left, middle)), image.getpixel((right, middle))
    assert all(170 <= part <= 200 for part in behind)  # type: ignore[union-attr]
    assert all(part > 245 for part in beside)  # type: ignore[union-attr]


def test_what_reaches_beyond_the_hall_is_cut_off_there():
    assert white_at_the_edge(printed(placed("image/png", encoded((0, 0, 0)), -90_000, -90_000, 300_000, 300_000)))


def test_transparency_is_white():
    made = faint(encoded((0, 0, 0, 0), mode="RGBA"))
    assert made is not None
    decoded = Image.open(io.BytesIO(made.data))
    assert decoded.getpixel((3, 3)) == (255, 255, 255)


def test_strokes_are_pale_lines_in_the_size_they_were_brought_to():
    strokes = strokes_body((((0, 0), (100, 50)), ((0, 50), (100, 0))))
    plain = picture(printed(None), dpi=72)
    drawn = picture(printed(placed(STROKES, strokes)), dpi=72)
    differing = [
        (x, y)
        for y in range(drawn.height)
        for x in range(drawn.width)
        if drawn.getpixel((x, y)) != plain.getpixel((x, y))
    ]
    assert len(differing) > 200
    greys = sorted(drawn.getpixel(each) for each in differing)  # type: ignore[type-var]
    assert greys[len(greys) // 20] > 150  # type: ignore[operator]
    across = max(x for x, _ in differing) - min(x for x, _ in differing)
    assert across > 0.95 * body((842, 595), 1.0).width


def test_a_picture_of_another_hall_and_no_picture_at_all_are_left_out():
    other = Backdrop(FloorPicture(7, 2, "Plan", "image/png", 0, 0, 20_000, 10_000), encoded((0, 0, 0)))
    assert printed(other) == printed(None)
    assert printed(placed("image/png", b"no picture")) == printed(None)
    assert faint(b"") is None
