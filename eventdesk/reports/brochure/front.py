"""What stands around the chapters: cover, imprint, greeting, what the forums found, notes, the back."""

from collections.abc import Iterator, Sequence
from math import ceil

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.shapes import path
from eventdesk.reports.brochure.chapters import looks_of
from eventdesk.reports.brochure.flowing import (
    draw_heading,
    flowing,
    heading_height,
    on_one_page,
    text_blocks,
    width_of_column,
)
from eventdesk.reports.brochure.page import Sheet
from eventdesk.reports.brochure.project import Brochure, Result
from eventdesk.reports.brochure.setting import Face, Line, draw_lines, height_of, set_text
from eventdesk.reports.brochure.style import Style
from eventdesk.reports.brochure.tile import draw_tile
from eventdesk.words import Words
from eventdesk.words.days import days_text

_MOSAIC = 0.6
"""The ornaments on the cover take at most so much of its height."""
_FEWEST, _MOST = 3, 14
_STRIP = 8


def cover(brochure: Brochure, words: Words, style: Style) -> Sheet:
    """Return the cover: an ornament for each project, the title large below."""

    def draw(pen: Pen, _area: Area, _number: int) -> None:
        low = style.height - _draw_mosaic(pen, brochure, style)
        left, width = style.outer, style.width - 2 * style.outer
        foot = pen.fit(_occasion(brochure, words), Weight.REGULAR, _line(style, width), brochure.title)
        by = pen.fit(brochure.facts.organiser, Weight.SEMIBOLD, _line(style, width), brochure.title)
        base = style.below * 0.8
        if brochure.facts.organiser:
            pen.put_first(by, left, base + by.block_height)
        pen.put_first(foot, left, base + by.block_height + foot.block_height + style.lead * 0.3, MUTED)
        room_high = low - base - by.block_height - foot.block_height - style.between * 2
        sub = pen.fit_whole(
            brochure.subtitle, Weight.REGULAR, Room(width, room_high * 0.35, style.name * 1.05, style.body, 3, 1.3),
            brochure.title,
        )  # fmt: skip
        title_room = Room(width, room_high * 0.62, style.cover, style.name, 4, 1.1, 0.86)
        title = pen.fit_whole(brochure.title, Weight.BOLD, title_room, brochure.title)
        top = low - style.between * 0.9
        pen.put_first(title, left, top)
        if brochure.subtitle:
            pen.put_first(sub, left, top - title.block_height - style.name * 0.5)

    return Sheet(draw, bare=True)


def imprint(brochure: Brochure, kit: Kit, words: Words, style: Style) -> Sheet:
    """Return the page behind the cover: who publishes this, and by whose leave."""
    face = Face(style.small * 1.06, Weight.REGULAR, 1.5, MUTED)
    width = style.text_width * 0.78
    lines = set_text(kit, words.t("Imprint"), Face(style.lead, Weight.BOLD, 1.9), width)
    for text in _imprint_texts(brochure, words):
        found = set_text(kit, text, face, width, above=face.size * 0.6)
        lines += [found[0]._replace(above=face.size * 0.6), *found[1:]] if found else []

    def draw(pen: Pen, area: Area, _number: int) -> None:
        draw_lines(pen, lines, area.left, area.bottom + height_of(lines), width, words.t("Imprint"))

    return Sheet(draw, bare=True)


def greeting(brochure: Brochure, kit: Kit, words: Words, style: Style) -> list[Sheet]:
    """Return the pages of the greeting; its first paragraph is set larger. None without a greeting."""
    if not brochure.texts.greeting:
        return []
    first, _, rest = brochure.texts.greeting.replace("\r\n", "\n").partition("\n\n")
    width = style.text_width * 0.86
    large = set_text(kit, first, Face(style.lead * 1.24, Weight.REGULAR, 1.45), width)
    plain = set_text(kit, rest, Face(style.body * 1.08, Weight.REGULAR, 1.55), width, above=style.body * 0.8)
    signed = [
        line
        for at, each in enumerate(brochure.texts.greeted_by.splitlines())
        for line in set_text(kit, each, Face(style.body * 1.08, Weight.REGULAR if at else Weight.BOLD, 1.5), width)
    ]
    parts = ((large, 0.0), (plain, style.body * 1.3), (signed, style.body * 2.2))
    lines = [line._replace(above=white) if at == 0 else line for part, white in parts for at, line in enumerate(part)]
    heading = words.t("Greeting")
    return flowing(style, heading, text_blocks(lines, width, heading))


def results(found: Sequence[Result], kit: Kit, words: Words, style: Style) -> list[Sheet]:
    """Return what the forums found: a title for each, and its lines below. None if nothing was found."""
    if not found:
        return []
    width, heading = width_of_column(style, style.columns), words.t("What the forums found")

    def blocks(scale: float) -> list[Block]:
        return [block for result in found for block in _result_blocks(result, kit, style, width, scale)]

    return on_one_page(lambda scale: flowing(style, heading, blocks(scale), columns=style.columns))


def notes(words: Words, style: Style) -> Sheet:
    """Return a page for notes, so that the back is the last of four pages of a folded sheet."""

    def draw(pen: Pen, area: Area, _number: int) -> None:
        draw_heading(pen, style, words.t("Notes"), area)
        step = style.body * 2.6
        low = area.top - heading_height(style) - step * 0.5
        while low > area.bottom:
            line = path(((area.left, low), (area.right, low)), closed=False)
            pen.paper.stroke(f"1 J\n{line}", LINE, 0.7, (0.01, 3.0))
            low -= step

    return Sheet(draw, words.t("Notes"), opens=True)


def back(brochure: Brochure, words: Words, style: Style) -> Sheet:
    """Return the back: once more the event, and a row of ornaments."""

    def draw(pen: Pen, _area: Area, _number: int) -> None:
        side = style.width / _STRIP
        for at, (key, colour) in enumerate(_tiles(brochure)[:_STRIP]):
            draw_tile(pen, key, colour, at * side, side, side)
        left, width = style.outer, style.width - 2 * style.outer
        base = side + style.between * 1.4
        lines = (
            (_occasion(brochure, words), Weight.REGULAR, MUTED),
            (brochure.subtitle, Weight.REGULAR, MUTED),
            (brochure.title, Weight.BOLD, INK),
        )
        for text, weight, colour in lines:
            if text:
                fitted = pen.fit(text, weight, _line(style, width), brochure.title)
                pen.put_first(fitted, left, base + fitted.block_height, colour)
                base += fitted.block_height + style.lead * 0.2

    return Sheet(draw, bare=True)


def _line(style: Style, width: float) -> Room:
    return Room(width, style.lead * 3.2, style.lead, style.small * 0.8, 2, 1.3)


def _occasion(brochure: Brochure, words: Words) -> str:
    facts = brochure.facts
    days = days_text(words, facts.starts, facts.ends)
    named = facts.title if brochure.texts.title and brochure.texts.title != facts.title else ""
    return " · ".join(part for part in (named, days, facts.venue) if part)


def _tiles(brochure: Brochure) -> list[tuple[str, Colour]]:
    """Return the key and the colour of each project's ornament, themes mixed so that the colours are."""
    looks = looks_of(brochure)
    colours = [(chapter.projects, looks[chapter.theme].colour) for chapter in brochure.chapters]
    found = [(project.name, colour) for projects, colour in colours for project in projects]
    step = next((each for each in (7, 5, 3, 2) if len(found) % each), 1)
    return [found[at * step % len(found)] for at in range(len(found))]


def _draw_mosaic(pen: Pen, brochure: Brochure, style: Style) -> float:
    """Draw all ornaments across the top of the cover; returns how high they are together."""
    tiles = _tiles(brochure)
    count = max(len(tiles), 1)
    high = style.height * _MOSAIC
    fitting = [each for each in range(_FEWEST, _MOST) if ceil(count / each) * style.width / each <= high]
    columns = _fullest(count, fitting, style) if fitting else _MOST
    side = style.width / columns
    rows = min(ceil(count / columns), int(high / side))
    for at in range(rows * columns):
        row, column = divmod(at, columns)
        key, colour = tiles[at % count]
        if at < count:
            draw_tile(pen, key, colour, column * side, style.height - row * side, side)
        else:
            pen.paper.box(column * side, style.height - row * side, side, side, colour)
    return rows * side


def _fullest(count: int, fitting: Sequence[int], style: Style) -> int:
    """Return the number of columns that leaves the fewest squares without a project, and of those the highest."""

    def worth(columns: int) -> tuple[float, float]:
        rows = ceil(count / columns)
        height = rows * style.width / columns
        return 0.25 * (rows * columns - count) / columns + 2 * max(0.0, 0.42 - height / style.height), -height

    return min(fitting, key=worth)


def _imprint_texts(brochure: Brochure, words: Words) -> Iterator[str]:
    facts = brochure.facts
    if facts.organiser:
        yield words.t("Published by {organiser}", organiser=facts.organiser)
    place = ", ".join(part for part in (facts.venue, facts.address) if part)
    yield ". ".join(part for part in (facts.title, days_text(words, facts.starts, facts.ends), place) if part) + "."
    if brochure.texts.imprint:
        yield brochure.texts.imprint
    yield words.t("Contacts and pictures are printed with the consent of the projects.")
    yield words.t("Each project has an ornament of its own, in the colour of its theme. All of them make the cover.")


def _result_blocks(result: Result, kit: Kit, style: Style, width: float, scale: float) -> Iterator[Block]:
    size = style.body * scale
    title = set_text(kit, result.title, Face(style.lead * 1.1 * scale, Weight.BOLD, 1.28), width)
    heads = text_blocks(title, width, result.title, head=True)
    yield heads[0]._replace(above=style.between * scale)
    yield from heads[1:]
    indent = size * 1.3
    for at, line in enumerate(result.lines):
        told = set_text(kit, line, Face(size), width - indent)
        yield _point(told, indent, width, result.title, dashed=size)._replace(head=at == 0 and len(result.lines) > 1)
    if result.authors:
        face = Face(style.small * scale, Weight.REGULAR, 1.5, MUTED)
        yield _point(set_text(kit, result.authors, face, width - indent), indent, width, result.title)


def _point(lines: Sequence[Line], indent: float, width: float, about: str, *, dashed: float = 0.0) -> Block:
    """Return one line of a result, with a dash before it if its letters are `dashed` points large."""

    def draw(pen: Pen, x: float, top: float) -> None:
        if dashed:
            pen.paper.box(x, top - dashed * 0.7, dashed * 0.62, 1.0, INK)
        draw_lines(pen, lines, x + indent, top, width - indent, about)

    return Block(height_of(lines), draw, above=indent * 0.42)
