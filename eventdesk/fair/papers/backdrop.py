"""The picture or drawing behind a plan, so faint that everything else is read before it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from eventdesk.drawing.colour import Colour
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.picture import Picture, WrongPictureError, read_picture
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.floor.picture import STROKES, FloorPicture, strokes_of
from eventdesk.fair.papers.view import View

_LINE = Colour.parse("#cdd3dd")
_WIDTH = 0.4
_WHITE_SHARE = 0.72
_WHITE = (255, 255, 255, 255)
LONGEST_EDGE = 5000
"""So many pixels of a picture are kept: on A0 they are a quarter of a millimetre each."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A picture of a hall's floor, and what is in its file."""

    picture: FloorPicture
    body: bytes


def draw_backdrops(pen: Pen, view: View, hall: int, backdrops: Sequence[Backdrop]) -> None:
    """Draw the pictures of a hall's floor. What is no picture is left out."""
    for backdrop in backdrops:
        if backdrop.picture.hall != hall:
            continue
        if backdrop.picture.media == STROKES:
            _draw_strokes(pen, view, backdrop)
        else:
            _draw_picture(pen, view, backdrop)


def _draw_strokes(pen: Pen, view: View, backdrop: Backdrop) -> None:
    strokes = strokes_of(backdrop.body)
    width = max((x for stroke in strokes for x, _ in stroke), default=0) or 1
    depth = max((y for stroke in strokes for _, y in stroke), default=0) or 1
    where = backdrop.picture
    across, down = where.width_mm / width, where.depth_mm / depth

    def on_floor(point: Place) -> Place:
        return where.x_mm + point[0] * across, where.y_mm + point[1] * down

    lines = "".join(view.path([on_floor(point) for point in stroke], closed=False) for stroke in strokes)
    pen.paper.stroke(lines, _LINE, _WIDTH * view.grown)


def _draw_picture(pen: Pen, view: View, backdrop: Backdrop) -> None:
    picture = faint(backdrop.body)
    if picture is None:
        return
    where = backdrop.picture
    name = f"floor{where.id}"
    pen.paper.keep(name, picture)
    x, y = view.at((where.x_mm, where.y_mm))
    pen.paper.show(name, x, y, where.width_mm * view.scale, where.depth_mm * view.scale)


def faint(body: bytes) -> Picture | None:
    """Return a picture as pale as a plan needs it; None for what is no picture of ours."""
    from PIL import Image

    try:
        read_picture(body)  # refuses what is far too large or broken before anything is done with it
        with Image.open(io.BytesIO(body), formats=("PNG", "JPEG")) as opened:
            image = Image.alpha_composite(Image.new("RGBA", opened.size, _WHITE), opened.convert("RGBA")).convert("RGB")
    except WrongPictureError:
        return None
    image.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    pale = Image.blend(image, Image.new("RGB", image.size, _WHITE[:3]), _WHITE_SHARE)
    out = io.BytesIO()
    pale.save(out, "JPEG", quality=80)
    entries = (
        f"/Type /XObject /Subtype /Image /Width {pale.width} /Height {pale.height} /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /Filter /DCTDecode"
    )
    return Picture(pale.width, pale.height, out.getvalue(), entries)
