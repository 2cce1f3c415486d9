"""The contents at the front and the index at the back: what stands on which page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.fair.papers.directory import initial
from eventdesk.people.naming import split_name
from eventdesk.people.sorting import sort_key
from eventdesk.reports.brochure.chapters import chapter_name
from eventdesk.reports.brochure.flowing import flowing, leader_block, on_one_page, text_blocks, width_of_column
from eventdesk.reports.brochure.page import Sheet
from eventdesk.reports.brochure.project import Brochure
from eventdesk.reports.brochure.setting import Face, draw_lines, height_of, set_text
from eventdesk.reports.brochure.style import Style
from eventdesk.words import Words

_PAGES_SHARE = 0.4
"""The pages of an entry take at most so much of its line, per width of a column."""

UNKNOWN = "000"
"""Stands for a number that is not known yet; it is as wide as any that will be."""


class Numbers(NamedTuple):
    """On which page everything stands: parts by their headings, chapters by their places, projects by their numbers."""

    parts: Mapping[str, int]
    chapters: Mapping[int, int]
    projects: Mapping[int, int]

    def part(self, heading: str) -> str:
        """Return the page of a part as text."""
        return _page(self.parts.get(heading))

    def chapter(self, place: int) -> str:
        """Return the page of a chapter as text."""
        return _page(self.chapters.get(place))

    def project(self, number: int) -> str:
        """Return the page of a project as text."""
        return _page(self.projects.get(number))


def contents(
    brochure: Brochure, kit: Kit, words: Words, style: Style, numbers: Numbers, before: list[str], after: list[str]
) -> list[Sheet]:
    """Return the pages of the contents: parts `before` the chapters, chapters with projects, parts `after`."""
    heading = words.t("Contents")

    def blocks(scale: float) -> list[Block]:
        return list(_content_blocks(brochure, kit, words, style, numbers, (before, after), scale))

    return on_one_page(lambda scale: flowing(style, heading, blocks(scale), columns=style.columns))


def _content_blocks(
    brochure: Brochure,
    kit: Kit,
    words: Words,
    style: Style,
    numbers: Numbers,
    parts: tuple[list[str], list[str]],
    scale: float,
) -> Iterator[Block]:
    before, after = parts
    width = width_of_column(style, style.columns)
    strong, plain = Face(style.lead * scale, Weight.BOLD), Face(style.body * scale, Weight.REGULAR, 1.42)
    part_white, white = style.lead * 0.35 * scale, style.lead * 1.3 * scale
    for part in before:
        yield leader_block(kit, part, numbers.part(part), strong, width, above=part_white)
    for place, chapter in enumerate(brochure.chapters):
        name = chapter_name(words, brochure, chapter)
        yield leader_block(kit, name, numbers.chapter(place), strong, width, above=white, head=True)
        for project in chapter.projects:
            yield leader_block(kit, project.name, numbers.project(project.number), plain, width, above=1.5 * scale)
    for part in after:
        yield leader_block(kit, part, numbers.part(part), strong, width, above=white)


def index(brochure: Brochure, kit: Kit, words: Words, style: Style, numbers: Numbers) -> list[Sheet]:
    """Return the pages of the index: projects and people by their names, then places."""
    width = width_of_column(style, style.index_columns)
    names: defaultdict[str, set[int]] = defaultdict(set)
    places: defaultdict[str, set[int]] = defaultdict(set)
    for project in brochure.projects:
        names[project.name].add(project.number)
        if project.contact.strip():
            names[_listed(project.contact)].add(project.number)
        if project.town.strip():
            places[project.town].add(project.number)
    blocks = list(_names(kit, style, names, numbers, width))
    if places:
        heading = Face(style.name, Weight.BOLD, 1.3)
        lines = set_text(kit, words.t("Towns"), heading, width)
        white = style.between * 0.9
        blocks += [each._replace(above=white) for each in text_blocks(lines, width, "", head=True)]
        blocks += [_entry(kit, style, place, places[place], numbers, width) for place in _sorted(places)]
    return flowing(style, words.t("Index"), blocks, columns=style.index_columns)


def _names(kit: Kit, style: Style, names: Mapping[str, set[int]], numbers: Numbers, width: float) -> Iterator[Block]:
    letter = ""
    for name in _sorted(names):
        if initial(name) != letter:
            letter = initial(name)
            lines = set_text(kit, letter, Face(style.body, Weight.BOLD, 1.5), width)
            yield from (each._replace(above=style.body * 0.7) for each in text_blocks(lines, width, "", head=True))
        yield _entry(kit, style, name, names[name], numbers, width)


def _entry(kit: Kit, style: Style, text: str, projects: set[int], numbers: Numbers, width: float) -> Block:
    """Return a name with its pages: on one line, or below it where there are many."""
    pages = ", ".join(dict.fromkeys(numbers.project(each) for each in sorted(projects)))
    face = Face(style.small, Weight.REGULAR, 1.42)
    if kit.width(pages, Weight.SEMIBOLD, face.size) <= width * _PAGES_SHARE:
        return leader_block(kit, text, pages, face, width)
    indent = face.size
    lines = set_text(kit, text, face, width)
    below = set_text(kit, pages, face._replace(weight=Weight.SEMIBOLD), width - indent)

    def draw(pen: Pen, x: float, top: float) -> None:
        end = draw_lines(pen, lines, x, top, width, text)
        draw_lines(pen, below, x + indent, end, width - indent, text)

    return Block(height_of(lines) + height_of(below), draw)


def _listed(contact: str) -> str:
    """Return a person's name with the family name first; anything that is no plain name as it is."""
    if not all(part.replace("-", "").replace("'", "").replace(".", "").isalpha() for part in contact.split()):
        return contact
    name = split_name(contact)
    return f"{name.family}, {name.given}" if name.family and name.given else contact


def _sorted(names: Mapping[str, set[int]]) -> list[str]:
    return sorted(names, key=lambda name: (sort_key(name), name))


def _page(number: int | None) -> str:
    return UNKNOWN if number is None else str(number)
