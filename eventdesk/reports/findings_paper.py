"""What sessions and tables found, on paper: large for whoever speaks at the end, and as a list for everybody."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe import records as cafe
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, together
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.event import Event
from eventdesk.findings import records as findings
from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.panels import records as panels
from eventdesk.refs import as_counted
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words

_BULLET = "–"
_MOST = 620.0
"""What one session or table found is not torn apart if it is at most this high, in points."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one session or table found, a line each. `subtitle` says when and where, or what was asked there.

    `author` is whoever told it; empty if that is not to be told. `title` is empty for what is not in the file any more.
    """

    kind: FindingKind
    title: str
    lines: tuple[str, ...]
    subtitle: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class _Size:
    """How large a paper is set, in points."""

    title: float
    subtitle: float
    text: float
    apart: float
    between: float


_LARGE = _Size(title=22.0, subtitle=12.0, text=18.0, apart=30.0, between=8.0)
_SMALL = _Size(title=12.0, subtitle=8.5, text=9.5, apart=16.0, between=3.0)
_WHITE = Block(8.0, lambda *_: None)


def collected(event: Event) -> tuple[Chapter, ...]:
    """Return what was found: sessions in the order of time, then tables as people count them, then what is gone."""
    reader = event.db
    left = dict(findings.findings(reader))
    slots, rooms = {each.id: each for each in panels.slots(reader)}, {each.id: each for each in panels.rooms(reader)}
    found: list[tuple[tuple[object, ...], Chapter]] = []
    for session in panels.sessions(reader):
        lines = left.pop((FindingKind.SESSION, session.id), ())
        slot, room = slots.get(session.slot or 0), rooms.get(session.room or 0)
        time = f"{slot.starts[11:16]}–{slot.ends[11:16]}" if slot is not None else ""
        where = " · ".join(part for part in (time, room.name if room is not None else "") if part)
        order = (0, slot is None, slot.starts if slot is not None else "", as_counted(session.ref), session.id)
        found += [(order, _chapter(FindingKind.SESSION, session.title, where, lines))] if lines else []
    for table in cafe.tables(reader):
        lines = left.pop((FindingKind.TABLE, table.id), ())
        order = (1, False, "", as_counted(table.ref), table.id)
        found += [(order, _chapter(FindingKind.TABLE, table.name, table.question, lines))] if lines else []
    gone = sorted(left.items(), key=lambda each: (each[0][0] is FindingKind.TABLE, each[1][0].at, each[0][1]))
    chapters = [chapter for _, chapter in sorted(found, key=lambda each: each[0])]
    return (*chapters, *(_chapter(kind, "", "", lines) for (kind, _), lines in gone))


def findings_paper(
    chapters: Sequence[Chapter],
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    large: bool = True,
    listed: bool = True,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write what was found: `large` for the closing speech, and then `listed` in two columns to be handed out.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    leaves: list[Leaf] = []
    if large:
        listing = Listing(words.t("Results"))
        leaves += listing.leaves(
            kit, list(_blocks(chapters, _LARGE, listing.width, kit, words)), _nothing(words), head=_WHITE
        )
    if listed and (chapters or not large):
        listing = Listing(words.t("Results"), columns=2, gutter=26.0)
        leaves += listing.leaves(
            kit, list(_blocks(chapters, _SMALL, listing.width, kit, words)), _nothing(words), head=_WHITE
        )
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(chapters), progress=progress)


def title_of(words: Words, chapter: Chapter) -> str:
    """Return what a chapter is called, also if its session or table is not in the file any more."""
    if chapter.title:
        return chapter.title
    if chapter.kind is FindingKind.TABLE:
        return words.t("A table that is no longer there")
    return words.t("A session that is no longer in the programme")


def _chapter(kind: FindingKind, title: str, subtitle: str, lines: Sequence[Finding]) -> Chapter:
    authors = dict.fromkeys(each.author for each in lines if each.author)
    return Chapter(kind, title, tuple(each.body for each in lines), subtitle, ", ".join(authors))


def _nothing(words: Words) -> str:
    return words.t("Nothing has been noted yet.")


def _blocks(chapters: Sequence[Chapter], size: _Size, width: float, kit: Kit, words: Words) -> Iterator[Block]:
    for at, chapter in enumerate(chapters):
        parts = list(_parts(chapter, size, width, kit, words))
        yield from together([parts[0]._replace(above=size.apart if at else 0.0), *parts[1:]], _MOST)


def _parts(chapter: Chapter, size: _Size, width: float, kit: Kit, words: Words) -> Iterator[Block]:
    yield _text(kit, title_of(words, chapter), Weight.BOLD, size.title, width, above=0.0)
    if chapter.subtitle:
        yield _text(kit, chapter.subtitle, Weight.REGULAR, size.subtitle, width, above=2.0)
    for at, line in enumerate(chapter.lines, 1):
        yield _line(kit, line, size, width)._replace(head=bool(chapter.author) and at == len(chapter.lines))
    if chapter.author:
        told = words.t("Told by {names}", names=chapter.author)
        yield _text(kit, told, Weight.REGULAR, size.subtitle, width, above=size.between, head=False)


def _text(kit: Kit, text: str, weight: Weight, size: float, width: float, *, above: float, head: bool = True) -> Block:
    fitted = kit.flow(text, weight, size, width, leading=1.25)
    colour = INK if weight is Weight.BOLD else MUTED

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put_first(pen.remarks.note(text, fitted), x, top, colour)

    return Block(fitted.block_height, draw, above, head)


def _line(kit: Kit, text: str, size: _Size, width: float) -> Block:
    """Return one thing that was found, behind a dash."""
    dash = kit.flow(_BULLET, Weight.SEMIBOLD, size.text, width)
    aside = dash.block_width + size.text * 0.55
    fitted = kit.flow(text, Weight.REGULAR, size.text, width - aside, leading=1.35, lines=40)

    def draw(pen: Pen, x: float, top: float) -> None:
        turned = fitted.right_to_left
        pen.put(dash, x + width - dash.block_width if turned else x, top, colour=MUTED)
        pen.put_first(pen.remarks.note(text, fitted), x if turned else x + aside, top)

    return Block(fitted.block_height, draw, size.between)
