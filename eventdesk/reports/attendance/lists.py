"""Lists of the whole event on paper: one to sign on the day, one that says afterwards who was there and how long."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, TEXT, Cell, Column, Text, heading, paragraph, row
from eventdesk.reports.attendance.attended import Attendance, Attended, DayThere, SessionThere
from eventdesk.reports.choice import Choice, Order, expected
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.reports import hours_text

_BLANK_LINES = 8
"""So many empty lines are left on a list to sign for those who come without being expected."""
_SIGNED = (0.07, 0.33, 0.28, 0.32)
_THERE = (0.36, 0.3, 0.1, 0.1, 0.14)
_IN_SESSION = (0.44, 0.4, 0.16)
_GROUP = 11.0
_WHITE = 6.0

Progress = Callable[[int], None]


def signature_list(
    attendance: Attendance,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    choice: Choice | None = None,
    days: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> PaperReport:
    """Write a list to be signed for each day of the event, or for these `days` (ISO): who is expected, and empty lines.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    writer = _Writer(attendance, kit, Words(imprint.language), choice or Choice())
    wanted = tuple(days if days is not None else attendance.days) or ("",)
    leaves = [leaf for day in wanted for leaf in writer.to_sign(day)]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(wanted), progress=progress)


def attendance_list(
    attendance: Attendance,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    choice: Choice | None = None,
    days: Sequence[str] | None = None,
    sessions: bool = False,
    progress: Progress | None = None,
) -> PaperReport:
    """Write for each day, or for these `days`, who was there, from when to when, and how long.

    With `sessions` also who was in each session whose door was scanned, and for how many minutes. Raises `KnownError`
    DISK_FULL or CANNOT_WRITE.
    """
    writer = _Writer(attendance, kit, Words(imprint.language), choice or Choice())
    wanted = tuple(days if days is not None else days_with_people(attendance)) or ("",)
    leaves = [leaf for day in wanted for leaf in writer.there(day)]
    held = [each for each in attendance.sessions if sessions and each.scanned]
    leaves += [leaf for each in held for leaf in writer.in_session(each)]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(wanted) + len(held), progress=progress)


def days_with_people(attendance: Attendance) -> tuple[str, ...]:
    """Return the days on which anybody came, as ISO text."""
    return tuple(sorted({day.day for person in attendance.people for day in person.days}))


class _Writer:
    """Makes the pages of all these lists."""

    def __init__(self, attendance: Attendance, kit: Kit, words: Words, choice: Choice) -> None:
        self.attendance, self.kit, self.words, self.choice = attendance, kit, words, choice
        self.grouped = choice.order is Order.ORGANISATION

    # ---- the lists

    def to_sign(self, day: str) -> list[Leaf]:
        """Return the pages to be signed on a day."""
        words, people = self.words, self.choice.of(expected(self.attendance.people))
        listing = Listing(words.t("List of signatures"), days_text(words, day, day))
        columns = _columns(listing.width, _SIGNED)
        names = words.t("No."), words.t("Name"), words.t("Organisation"), words.t("Signature")
        blocks = [self._to_sign(columns, at, each) for at, each in enumerate(people, 1)]
        blank = range(len(people) + 1, len(people) + 1 + _BLANK_LINES)
        blocks += [self._to_sign(columns, at, None) for at in blank]
        return listing.leaves(self.kit, blocks, head=heading(self.kit, columns, names, MUTED))

    def there(self, day: str) -> list[Leaf]:
        """Return the pages about those who were there on a day."""
        words = self.words
        found = {each.id: on for each in self.attendance.people for on in each.days if on.day == day}
        people = [each for each in self.choice.of(self.attendance.people) if each.id in found]
        told = words.n("{count} person was there", "{count} people were there", len(people))
        listing = Listing(
            words.t("Attendance list"), " · ".join(part for part in (days_text(words, day, day), told) if part)
        )
        columns = _columns(listing.width, _THERE, right=(4,))
        names = (*self._who_names(), words.t("Came"), words.t("Left"), words.t("There for"))
        blocks = list(self._in_groups(people, lambda each: self._there(columns, each, found[each.id]), listing.width))
        nothing = words.t("Nobody has been scanned yet.")
        return listing.leaves(self.kit, blocks, nothing, head=self._headed(heading(self.kit, columns, names, MUTED)))

    def in_session(self, session: SessionThere) -> list[Leaf]:
        """Return the pages about those who were in a session."""
        words = self.words
        people = [each for each in self.choice.of(self.attendance.people) if session.id in each.minutes]
        when = f"{session.starts[11:16]}–{session.ends[11:16]}"
        told = words.n("{count} person was there", "{count} people were there", len(people))
        parts = (days_text(words, session.starts, session.starts), when, session.room, told)
        listing = Listing(words.t("Attendance list"), " · ".join(part for part in parts if part))
        columns = _columns(listing.width, _IN_SESSION, right=(2,))
        names = heading(self.kit, columns, (*self._who_names(), words.t("There for")), MUTED)
        title = paragraph(self.kit, Text(session.title, Weight.BOLD, 13.0), listing.width)
        blocks = list(self._in_groups(people, lambda each: self._in(columns, each, session), listing.width))
        return listing.leaves(
            self.kit, blocks, words.t("Nobody of those chosen."), head=self._headed(_above(title, names))
        )

    # ---- lines

    def _headed(self, head: Block) -> Block:
        """Return what stands above each page, with some white below it where the name of an organisation follows."""
        return head._replace(height=head.height + _WHITE) if self.grouped else head

    def _in_groups(
        self, people: Sequence[Attended], line: Callable[[Attended], Block], width: float
    ) -> Iterator[Block]:
        """Yield a line for each person, below the names of organisations if people are sorted by them."""
        if not self.grouped:
            yield from map(line, people)
            return
        for organisation, members in groupby(people, key=lambda each: each.organisation):
            name = organisation or self.words.t("Without an organisation")
            yield paragraph(self.kit, Text(unbroken(name), Weight.BOLD, _GROUP), width, above=12.0, head=True)
            yield from map(line, members)

    def _to_sign(self, columns: Sequence[Column], number: int, who: Attended | None) -> Block:
        name, organisation = (who.list_name, who.organisation) if who is not None else ("", "")
        cells: tuple[Cell, ...] = (
            (Text(str(number), Weight.REGULAR, SMALL, MUTED),),
            (Text(name or " ", Weight.SEMIBOLD, 10.0),),
            (Text(unbroken(organisation), Weight.REGULAR, 8.5, MUTED),),
            (),
        )
        return row(self.kit, columns, cells, about=name, pad=8.0)

    def _there(self, columns: Sequence[Column], who: Attended, day: DayThere) -> Block:
        spent = hours_text(self.words, day.minutes) if day.minutes is not None else ""
        return row(
            self.kit,
            columns,
            (
                *self._who(who),
                (Text(day.came[11:16]),),
                (Text(day.left[11:16] or "–"),),
                (Text(spent, Weight.REGULAR, TEXT),),
            ),
            about=who.name,
            pad=3.5,
        )

    def _in(self, columns: Sequence[Column], who: Attended, session: SessionThere) -> Block:
        minutes = who.minutes[session.id]
        told = self.words.n("{count} minute", "{count} minutes", minutes)
        return row(self.kit, columns, (*self._who(who), (Text(told),)), about=who.name, pad=3.5)

    def _who_names(self) -> tuple[str, str]:
        """Return what stands above names and organisations; the latter stand between the lines if they sort them."""
        return self.words.t("Name"), "" if self.grouped else self.words.t("Organisation")

    def _who(self, who: Attended) -> tuple[Cell, Cell]:
        organisation = "" if self.grouped else unbroken(who.organisation)
        return (Text(who.list_name, Weight.SEMIBOLD, 9.5, INK),), (Text(organisation, Weight.REGULAR, 8.5, MUTED),)


def _columns(width: float, shares: Sequence[float], right: Sequence[int] = ()) -> list[Column]:
    found, left = [], 0.0
    for at, share in enumerate(shares):
        white = _WHITE if at < len(shares) - 1 else 0.0
        found.append(Column(left, width * share - white, Align.RIGHT if at in right else Align.LEFT))
        left += width * share
    return found


def _above(*blocks: Block) -> Block:
    """Return blocks below each other as one, with a little white between them."""
    white = 8.0
    height = sum(block.height for block in blocks) + white * (len(blocks) - 1)

    def draw(pen: Pen, x: float, top: float) -> None:
        for block in blocks:
            block.draw(pen, x, top)
            top -= block.height + white

    return Block(height, draw)
