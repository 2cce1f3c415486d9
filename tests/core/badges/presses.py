"""Badges drawn by a press anywhere on a sheet, as pictures."""

import io
from collections.abc import Mapping

from PIL import Image

from eventdesk.badges.badge import BadgeData, Remarks
from eventdesk.badges.design.template import POINTS_PER_MM, Box, Said, Side, Template
from eventdesk.badges.painting.press import Press
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.paper import Paper
from eventdesk.drawing.picture import Picture
from tests.core.drawing.pages import picture

KIT = Kit()
SHEET = (210.0, 297.0)
SMALL = (140.0, 140.0)
Place = tuple[float, float, int]
"""Left and top of a badge on the sheet, in millimetres, and its turn."""


def template(*boxes: Box, back: tuple[Box, ...] = (), width: float = 105, height: float = 74) -> Template:
    """Return a template with these boxes."""
    return Template("test", Said("Test", "Test"), width, height, boxes, back)


def sheet(
    badges: Mapping[Place, BadgeData] | dict[Place, BadgeData],
    made: Template,
    *,
    side: Side = Side.FRONT,
    pictures: Mapping[str, Picture] | None = None,
    size: tuple[float, float] = SHEET,
) -> tuple[bytes, Remarks]:
    """Return a page with badges at these places, and what the press says about them."""
    out = io.BytesIO()
    paper = Paper(out, (size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM), About())
    press = Press(paper, KIT, made, pictures)
    for (x, y, turn), badge in badges.items():
        press.draw(badge, side, x, y, turn)
    paper.showPage()
    paper.save()
    return out.getvalue(), press.remarks


def alone(badge: BadgeData, made: Template, pictures: Mapping[str, Picture] | None = None) -> bytes:
    """Return one badge on a page of its own size."""
    return sheet({(0, 0, 0): badge}, made, pictures=pictures, size=(made.width, made.height))[0]


def crop(image: Image.Image, left: float, top: float, right: float, bottom: float, dpi: float) -> Image.Image:
    """Return a part of a page, given in millimetres."""
    scale = dpi / 25.4
    return image.crop((round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)))


def greys(image: Image.Image) -> tuple[int, int]:
    """Return the darkest and the palest pixel."""
    pixels = image.tobytes()
    return min(pixels), max(pixels)


def seen(pages: bytes, dpi: float = 254) -> Image.Image:
    """Return the first page as grey pixels, ten to the millimetre."""
    return picture(pages, dpi=dpi)
