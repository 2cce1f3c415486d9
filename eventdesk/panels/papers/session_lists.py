"""Lists for the door and for whoever moderates: who is expected in a session, who waits, and where to sign."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, TITLE, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import HAIR, SMALL, TEXT, Cell, Column, Text, Tick, heading, paragraph, row
from eventdesk.panels.papers.agenda import Agenda, Attendee, Item
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import (
    crew_lines,
    joined,
    moderators_text,
    room_text,
    seats_text,
    time_text,
    title_text,
)
from eventdesk.words import Words
from eventdesk.words.days import days_text

_TITLE = 14.0
_GUTTER = 22.0
_LONGEST_TITLE = 440.0
"""A longer title would have to be set in small letters; the name of the room stands below it once more."""

_TICK = 15.0
_BLANK_LINES = 6
"""So many empty lines are left on a list of signatures for those who come without being expected."""

_SIGN_WIDTHS = (0.07, 0.33, 0.26, 0.34)


def room_lists(
    agenda: Agenda,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write for each session who is expected, with boxes to tick, and who waits; `only` for some, by row ids.

    Without `only`, sessions that are for all are left out. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    return _written(imprint, out, kit, _Lists(agenda, kit, words).room_list, _wanted(agenda, only), progress)


def signature_lists(
    agenda: Agenda,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write for each session a list to be signed by those who are there; `only` for some, by row ids.

    Without `only`, sessions that are for all are left out; the list of such a one names everybody who may come.
    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    lists = _Lists(agenda, kit, words)
    return _written(imprint, out, kit, lists.signature_list, _wanted(agenda, only), progress)


def sessions_with_lists(agenda: Agenda) -> tuple[Item, ...]:
    """Return the sessions that have lists of their own: they have a time, and are not for all."""
    return tuple(item for item in agenda.items if item.slot is not None and not agenda.is_for_all(item.session))


def _wanted(agenda: Agenda, only: Collection[int] | None) -> list[Item]:
    wanted = set(only) if only is not None else {item.session.id for item in sessions_with_lists(agenda)}
    return [item for item in agenda.items if item.session.id in wanted]


def _written(
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    write: Callable[[Item], list[Leaf]],
    items: Sequence[Item],
    progress: Callable[[int], None] | None,
) -> PaperReport:
    leaves = [leaf for item in items for leaf in write(item)]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(items), progress=progress)


class _Lists:
    """Makes the pages of both kinds of lists."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words) -> None:
        self.agenda, self.kit, self.words = agenda, kit, words

    def room_list(self, item: Item) -> list[Leaf]:
        """Return the pages for whoever moderates a session."""
        words, session = self.words, item.session
        listing = Listing(self._where(item, words.t("Room list")), self._day(item), columns=2, gutter=_GUTTER)
        whole = Listing(listing.title, listing.subtitle).width
        people = () if self.agenda.is_for_all(session) else self.agenda.expected(session)
        waiting = self.agenda.waiting(session)
        blocks = [self._ticked(each, listing.width) for each in people]
        if waiting:
            blocks.append(self._title(words.t("Waiting list"), listing.width))
            blocks += [self._numbered(at, each, listing.width) for at, each in enumerate(waiting, 1)]
        if not blocks:
            everybody = self.agenda.is_for_all(session)
            told = words.t("Everybody is welcome here.") if everybody else words.t("Nobody has a place here yet.")
            blocks = [paragraph(self.kit, Text(told, Weight.REGULAR, TEXT, MUTED), listing.width)]
        return listing.leaves(self.kit, blocks, head=self._head(item, len(people), whole))

    def signature_list(self, item: Item) -> list[Leaf]:
        """Return the pages to be signed in a session."""
        words, session = self.words, item.session
        listing = Listing(self._where(item, words.t("List of signatures")), self._day(item))
        columns = _columns(listing.width)
        crew = self.agenda.who(session.crew)
        people = self.agenda.expected(session)
        names = words.t("No."), words.t("Name"), words.t("Organisation"), words.t("Signature")
        head = _stacked(
            self._head(item, len(people), listing.width, crew=False), heading(self.kit, columns, names, MUTED)
        )
        roles = [words.t("moderates") if ref in session.moderators else words.t("speaks") for ref in session.crew]
        lines = [*zip(crew, roles, strict=True), *((each, "") for each in people)]
        blocks = [self._signed(columns, at, each, role) for at, (each, role) in enumerate(lines, 1)]
        blank = Attendee(0, "", "")
        more = range(len(lines) + 1, len(lines) + 1 + _BLANK_LINES)
        blocks += [self._signed(columns, at, blank, "") for at in more]
        return listing.leaves(self.kit, blocks, head=head)

    # ---- what stands above

    def _where(self, item: Item, what: str) -> str:
        room = item.room.name if item.room is not None else self.words.t("Room still open")
        whole = f"{what} · {room}"
        return whole if self.kit.width(whole, Weight.BOLD, TITLE) < _LONGEST_TITLE else what

    def _day(self, item: Item) -> str:
        if item.slot is None:
            return self.words.t("Time still open")
        return joined((days_text(self.words, item.day, item.day), time_text(item.slot)))

    def _head(self, item: Item, expected: int, width: float, *, crew: bool = True) -> Block:
        """Return what stands above each page: title, crew, and how many people there are."""
        session, words = item.session, self.words
        capacity = self.agenda.programme.capacity(session, session.room)
        waiting = len(self.agenda.waiting(session))
        figures = (
            room_text(self.agenda, item.room) if item.room is not None else "",
            words.n("{count} expected", "{count} expected", expected) if expected else "",
            seats_text(words, capacity) if capacity is not None else "",
            words.n("{count} on the waiting list", "{count} on the waiting list", waiting) if waiting else "",
        )
        told = (
            *crew_lines(self.agenda.who(session.speakers)),
            moderators_text(words, self.agenda, session, organisations=True),
        )
        return _stacked(
            paragraph(self.kit, Text(title_text(session), Weight.BOLD, _TITLE), width),
            *(paragraph(self.kit, Text(text, Weight.REGULAR, TEXT, MUTED), width) for text in told if text and crew),
            paragraph(self.kit, Text(joined(figures), Weight.SEMIBOLD, TEXT), width, above=3.0),
            _rule(width),
        )

    def _title(self, told: str, width: float) -> Block:
        return paragraph(self.kit, Text(told, Weight.BOLD, 11.0), width, above=14.0, head=True)

    # ---- lines

    def _ticked(self, who: Attendee, width: float) -> Block:
        columns = Column(0.0, _TICK), Column(_TICK, width - _TICK)
        return row(self.kit, columns, (Tick(), _named(who)), about=who.name, pad=3.5)

    def _numbered(self, number: int, who: Attendee, width: float) -> Block:
        columns = Column(0.0, _TICK), Column(_TICK, width - _TICK)
        cells: tuple[Cell, ...] = (Text(f"{number}.", Weight.REGULAR, TEXT, MUTED),), _named(who)
        return row(self.kit, columns, cells, about=who.name, pad=3.5)

    def _signed(self, columns: Sequence[Column], number: int, who: Attendee, role: str) -> Block:
        organisation = (
            Text(unbroken(who.organisation), Weight.REGULAR, 8.5, MUTED),
            Text(role, Weight.SEMIBOLD, SMALL, INK),
        )
        cells = (Text(str(number), Weight.REGULAR, SMALL, MUTED),), (Text(who.list_name, Weight.SEMIBOLD, 10.0),)
        return row(self.kit, columns, (*cells, organisation, (Text(" "),)), about=who.name, pad=8.0)


def _named(who: Attendee) -> tuple[Text, ...]:
    return (
        Text(who.list_name, Weight.SEMIBOLD, 9.5),
        Text(unbroken(who.organisation), Weight.REGULAR, SMALL, MUTED),
    )


def _columns(width: float) -> list[Column]:
    found, left = [], 0.0
    for share in _SIGN_WIDTHS:
        white = 6.0 if share is not _SIGN_WIDTHS[-1] else 0.0
        found.append(Column(left, width * share - white))
        left += width * share
    return found


def _rule(width: float) -> Block:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.paper.box(x, top - 5.0, width, HAIR * 2, LINE)

    return Block(9.0, draw)


def _stacked(*blocks: Block) -> Block:
    """Return blocks below each other as one."""
    height = sum(block.above + block.height for block in blocks)

    def draw(pen: Pen, x: float, top: float) -> None:
        for block in blocks:
            top -= block.above
            block.draw(pen, x, top)
            top -= block.height

    return Block(height, draw)
