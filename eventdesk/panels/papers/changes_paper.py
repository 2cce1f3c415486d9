"""What has changed since an older timetable: for the notice board, and for whoever changes the signs at the doors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE, version_text
from eventdesk.drawing.pages.leaves import write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import Column, Text, Tick, paragraph, row
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import crew_text, title_text
from eventdesk.panels.session import Spot
from eventdesk.panels.version import Change, Version
from eventdesk.words import Words
from eventdesk.words.days import days_text

_TITLE, _PLACE, _TEXT = 11.5, 11.5, 9.0
_TICK = 26.0


@dataclass(frozen=True, slots=True)
class _Spoken:
    """When and where something is, in words."""

    day: str
    time: str
    room: str


def changes_paper(
    agenda: Agenda,
    changes: Sequence[Change],
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    since: Version | None = None,
) -> PaperReport:
    """Write which sessions are at another time or in another room, and whose signs are to be printed.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    listing = Listing(words.t("What has changed"), _since_text(words, since))
    writer = _Writer(agenda, kit, words, listing.width)
    blocks = [*writer.lines(changes), *writer.signs(changes)]
    leaves = listing.leaves(kit, blocks, words.t("Nothing has changed."))
    return write_leaves(leaves, out, kit, imprint, Remarks())


def rooms_to_print(agenda: Agenda, changes: Sequence[Change]) -> tuple[int, ...]:
    """Return the row ids of the rooms whose signs are no longer true: something came, went, or moved in time."""
    touched = {spot[1] for change in changes for spot in (change.before, change.after) if None not in spot}
    return tuple(room.id for room in agenda.programme.rooms if room.id in touched)


class _Writer:
    """Makes the lines, as wide as the page."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words, width: float) -> None:
        self.agenda, self.kit, self.words, self.width = agenda, kit, words, width
        self.several_days = len(agenda.days) > 1

    def lines(self, changes: Sequence[Change]) -> Iterator[Block]:
        """Yield a line for each session, in the order of when they are now."""
        known = [change for change in changes if change.session in self.agenda.item_of]
        for change in sorted(known, key=lambda each: self.agenda.item_of[each.session].order):
            session = self.agenda.item_of[change.session].session
            before, after = self._spoken(change.before), self._spoken(change.after)
            crew = crew_text(self.agenda.who(session.crew), organisations=False)
            texts = (
                Text(title_text(session), Weight.BOLD, _TITLE),
                Text(crew, Weight.REGULAR, _TEXT, MUTED),
            )
            yield self._line(texts, _from_to(self.words, before, after), session.title)

    def signs(self, changes: Sequence[Change]) -> Iterator[Block]:
        """Yield the line that says at which doors the sign is to be changed."""
        rooms = rooms_to_print(self.agenda, changes)
        if rooms:
            names = [self.agenda.programme.room_of[room].name.replace(" ", NO_BREAK_SPACE) for room in rooms]
            title = Text(self.words.t("Door signs to change"), Weight.BOLD, _TITLE)
            yield paragraph(self.kit, title, self.width, above=18.0, head=True)
            for name in names:
                columns = Column(0.0, _TICK), Column(_TICK, self.width - _TICK)
                yield row(self.kit, columns, (Tick(), (Text(name, Weight.SEMIBOLD, 10.0),)), about=name)

    def _line(self, texts: tuple[Text, ...], place: tuple[Text, ...], about: str) -> Block:
        left = self.width * 0.52
        columns = Column(0.0, left), Column(left + 12.0, self.width - left - 12.0, Align.RIGHT)
        return row(self.kit, columns, (texts, place), about=about, pad=8.0)

    def _spoken(self, spot: Spot) -> _Spoken:
        slot = self.agenda.programme.slot_of.get(spot[0] or 0)
        room = self.agenda.programme.room_of.get(spot[1] or 0)
        day = days_text(self.words, slot.starts, slot.starts) if slot is not None and self.several_days else ""
        return _Spoken(day, slot.starts[11:16] if slot is not None else "", room.name if room is not None else "")


def _from_to(words: Words, before: _Spoken, after: _Spoken) -> tuple[Text, ...]:
    """Return where it is now, large, and where it was, small."""
    told = words.t("before: {place}", place=_text(words, before))
    return Text(_text(words, after), Weight.BOLD, _PLACE), Text(told, Weight.REGULAR, _TEXT, MUTED)


def _text(words: Words, place: _Spoken) -> str:
    """Return when and where something is, with what is missing of that."""
    if not (place.time or place.room):
        return words.t("still open")
    parts = (place.day, place.time or words.t("Time still open"), place.room or words.t("Room still open"))
    return " · ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts if part)


def _since_text(words: Words, since: Version | None) -> str:
    before = version_text(words, since)
    return words.t("Changes since {before}", before=before) if before else words.t("Changes")
