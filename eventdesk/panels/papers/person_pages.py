"""A page for each person: their own day, with the sessions that are for all, their places, and what they speak in."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Leaf, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import Column, Text, paragraph, row
from eventdesk.panels.papers.agenda import Agenda, Attendee, Item
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import joined, room_text, title_text
from eventdesk.words import Words
from eventdesk.words.days import days_text

_NAME, _ORGANISATION = 34.0, 13.0
_TIME, _TITLE, _TEXT = 17.0, 15.0, 11.5
_TIMES = 66.0


@dataclass(frozen=True, slots=True)
class Stop:
    """One session in somebody's day. `waiting` is their place on the waiting list, 0 for who has a place."""

    item: Item
    speaks: bool = False
    moderates: bool = False
    waiting: int = 0


def person_pages(
    agenda: Agenda,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write a page for everybody who may come, or `only` for some, by row ids, in the order of German lists.

    `progress` is told the number of pages after each; what it raises cancels the work. Raises `KnownError` DISK_FULL or
    CANNOT_WRITE.
    """
    writer = _Writer(agenda, kit, Words(imprint.language))
    days = Days(agenda)
    wanted = [each for each in agenda.in_order if only is None or each.id in only]
    leaves = [leaf for each in wanted for leaf in writer.leaves(each, days.of(each))]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(wanted), progress=progress)


class Days:
    """Everybody's sessions, found quickly once what is asked of the programme was gone through."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda
        self._for_all = [item for item in agenda.items if agenda.is_for_all(item.session)]
        self._speaking: dict[int, set[int]] = {}
        self._moderating: dict[int, set[int]] = {}
        self._waiting: dict[int, dict[int, int]] = {}
        for item in agenda.items:
            session = item.session
            for found, refs in ((self._speaking, session.speakers), (self._moderating, session.moderators)):
                for who in agenda.who(refs):
                    found.setdefault(who.id, set()).add(session.id)
            for place, who in enumerate(agenda.waiting(session), 1):
                self._waiting.setdefault(who.id, {})[session.id] = place

    def of(self, who: Attendee) -> tuple[Stop, ...]:
        """Return somebody's sessions in the order of time; those they wait for stand among them."""
        programme = self.agenda.programme
        speaking, moderating = self._speaking.get(who.id, set()), self._moderating.get(who.id, set())
        waiting = self._waiting.get(who.id, {})
        mine = {place.session for place in programme.places_of.get(who.id, ())}
        mine |= {item.session.id for item in self._for_all}
        items = sorted(
            (self.agenda.item_of[each] for each in mine | speaking | moderating | set(waiting)),
            key=lambda item: item.order,
        )
        return tuple(
            Stop(
                item,
                item.session.id in speaking,
                item.session.id in moderating,
                0 if item.session.id in mine | speaking | moderating else waiting[item.session.id],
            )
            for item in items
        )


class _Writer:
    """Makes the pages."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words) -> None:
        self.agenda, self.kit, self.words = agenda, kit, words
        self.listing = Listing(words.t("Your programme"))
        self.several_days = len(agenda.days) > 1

    def leaves(self, who: Attendee, stops: tuple[Stop, ...]) -> list[Leaf]:
        """Return the page of one person, or several if their day is very full."""
        blocks = [*self._name(who), *self._stops(stops)]
        if not stops:
            told = self.words.t("There is no session for you in the programme yet.")
            blocks.append(paragraph(self.kit, Text(told, Weight.REGULAR, _TEXT, MUTED), self.listing.width))
        return self.listing.leaves(self.kit, blocks)

    def _name(self, who: Attendee) -> Iterator[Block]:
        width = self.listing.width
        yield paragraph(self.kit, Text(who.name, Weight.BOLD, _NAME), width, head=True)
        if who.organisation:
            organisation = Text(unbroken(who.organisation), Weight.REGULAR, _ORGANISATION, MUTED)
            yield paragraph(self.kit, organisation, width, above=2.0, head=True)
        yield Block(20.0, lambda *_: None, head=True)

    def _stops(self, stops: tuple[Stop, ...]) -> Iterator[Block]:
        day = ""
        for stop in stops:
            if self.several_days and stop.item.day != day:
                day = stop.item.day
                yield paragraph(
                    self.kit,
                    Text(days_text(self.words, day, day), Weight.BOLD, 13.0, MUTED),
                    self.listing.width,
                    above=16.0,
                    head=True,
                )
            yield self._stop(stop)

    def _stop(self, stop: Stop) -> Block:
        item, words = stop.item, self.words
        columns = Column(0.0, _TIMES), Column(_TIMES, self.listing.width - _TIMES)
        starts, ends = (item.slot.starts[11:16], item.slot.ends[11:16]) if item.slot is not None else ("", "")
        where = room_text(self.agenda, item.room) if item.room is not None else words.t("Room still open")
        settled = INK if not stop.waiting else MUTED
        when = (
            Text(starts or words.t("still open"), Weight.BOLD, _TIME, settled),
            Text(f"– {ends}" if ends else "", Weight.REGULAR, _TEXT, MUTED),
        )
        what = (
            Text(title_text(item.session), Weight.BOLD, _TITLE, settled),
            Text(where, Weight.SEMIBOLD, _TEXT, settled),
            Text(self._note(stop), Weight.REGULAR, _TEXT, MUTED),
        )
        return row(self.kit, columns, (when, what), about=item.session.title, pad=9.0)

    def _note(self, stop: Stop) -> str:
        """Return what somebody does in a session, or that they have no place there yet."""
        words = self.words
        return joined((
            words.t("You speak here.") if stop.speaks else "",
            words.t("You moderate here.") if stop.moderates else "",
            words.t("You are number {number} on the waiting list.", number=stop.waiting) if stop.waiting else "",
        ))  # fmt: skip
