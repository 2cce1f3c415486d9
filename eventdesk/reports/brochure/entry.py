"""One project on a page: its picture and how to reach it at the side, beside it what it does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.picture import Picture
from eventdesk.drawing.shapes import rectangle
from eventdesk.reports.brochure.project import Project
from eventdesk.reports.brochure.setting import Face, Line, draw_lines, height_of, set_address, set_text
from eventdesk.reports.brochure.style import Style
from eventdesk.reports.brochure.tile import draw_tile
from eventdesk.words import Words

_RULE = 1.2
_BELOW_RULE = 9.0
_RADIUS = 3.0
UPRIGHT = 1.25
"""A picture is at most so much higher than wide."""
_LEAST_PICTURE = 0.55
_TILE = 0.42
"""The ornament of a project without a picture, per width of the column at the side."""


class Kept(NamedTuple):
    """A picture, and what it is called in the file that is written."""

    key: str
    picture: Picture


Album = Mapping[str, Kept]
"""Pictures by their names."""


class Look(NamedTuple):
    """What all projects of a chapter are drawn with."""

    kit: Kit
    words: Words
    style: Style
    colour: Colour
    album: Album


class Entry(NamedTuple):
    """A project, or what of it stands on one page. `first`: whether it begins here."""

    project: Project
    main: tuple[Line, ...]
    side: tuple[Line, ...]
    picture: tuple[float, float]
    height: float
    first: bool = True

    def draw(self, pen: Pen, look: Look, x: float, top: float) -> None:
        """Draw it; (x, top) is its upper left corner."""
        style, about = look.style, self.project.name
        pen.paper.box(x, top, style.text_width, _RULE, INK)
        top -= _RULE + _BELOW_RULE
        draw_lines(pen, self.main, x + style.side + style.gutter, top, style.main, about)
        if not self.first:
            return
        width, height = self.picture
        _draw_picture(pen, look, self.project, (x, top - style.name * 0.16, width, height))
        below = top - style.name * 0.16 - height - style.small
        draw_lines(pen, self.side, x, below, style.side, about)


def entries(project: Project, look: Look, room: float) -> Iterator[Entry]:
    """Yield a project in parts, none of them higher than `room`; nearly all are one."""
    main, side = _main(project, look), _side(project, look)
    picture = _picture_size(project, look)
    style = look.style
    of_side = style.name * 0.16 + picture[1] + (style.small + height_of(side) if side else 0.0)
    first = True
    while first or main:
        count = _fitting(main, room - _RULE - _BELOW_RULE)
        part, main = main[:count], main[count:]
        height = max(height_of(part), of_side if first else 0.0) + _RULE + _BELOW_RULE
        yield Entry(project, tuple(part), tuple(side), picture, height, first)
        if main:
            again = look.words.t("{name}, continued", name=project.name)
            main = [*set_text(look.kit, again, Face(style.small, Weight.SEMIBOLD, 1.9, MUTED), style.main), *main]
        first = False


def _fitting(lines: Sequence[Line], room: float) -> int:
    """Return how many lines find room; at least two, so that every part goes on."""
    count = len(lines)
    while count > 2 and height_of(lines[:count]) > room:
        count -= 1
    return count


def _main(project: Project, look: Look) -> list[Line]:
    """Return what stands beside the picture: name, the short text larger, the portrait."""
    kit, style = look.kit, look.style
    lines = set_text(kit, project.name, Face(style.name, Weight.BOLD, 1.22), style.main)
    told = bool(project.portrait)
    lead = Face(style.lead if told else style.body, Weight.REGULAR, 1.42, MUTED if told else INK)
    parts = (
        (set_text(kit, project.blurb, lead, style.main), style.body * 0.55),
        (set_text(kit, project.portrait, Face(style.body), style.main, above=style.body * 0.5), style.body * 0.75),
    )
    for part, white in parts:
        if part:
            lines += [part[0]._replace(above=white), *part[1:]]
    return lines


def _side(project: Project, look: Look) -> list[Line]:
    """Return how to reach a project, as far as it may be printed."""
    kit, style = look.kit, look.style
    plain, strong = Face(style.small, Weight.REGULAR, 1.45), Face(style.small, Weight.SEMIBOLD, 1.45)
    parts = [
        set_text(kit, project.town, strong, style.side),
        set_text(kit, project.contact, plain, style.side),
        set_text(kit, project.phone, plain, style.side),
        set_address(kit, project.email, plain, style.side) if project.email else [],
        set_address(kit, _plain_address(project.website), plain, style.side) if project.website else [],
    ]
    return [line for part in parts for line in part]


def _plain_address(website: str) -> str:
    """Return a web address as it is written on paper."""
    return website.removeprefix("https://").removeprefix("http://").rstrip("/")


def _picture_size(project: Project, look: Look) -> tuple[float, float]:
    """Return width and height of the picture, which fills the column; of the ornament if there is none."""
    kept, side = look.album.get(project.picture), look.style.side
    if kept is None:
        return side * _TILE, side * _TILE
    shape = kept.picture.height / kept.picture.width
    return side, side * min(max(shape, _LEAST_PICTURE), UPRIGHT)


def _draw_picture(pen: Pen, look: Look, project: Project, place: tuple[float, float, float, float]) -> None:
    """Draw a picture so that it fills its place; what is left and right or above and below of it is not shown."""
    x, top, width, height = place
    kept = look.album.get(project.picture)
    with pen.paper.clipped(rectangle(x, top, width, height, _RADIUS)):
        if kept is None:
            draw_tile(pen, project.name, look.colour, x, top, width)
            return
        picture = kept.picture
        scale = max(width / picture.width, height / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        pen.paper.show(kept.key, x - (wide - width) / 2, top + (high - height) / 2, wide, high)
