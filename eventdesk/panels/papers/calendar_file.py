"""The programme, or one person's day, as an iCalendar file (RFC 5545) for telephones and calendars.

Times are written in UTC: that needs no table of a zone's changes, which calendars read differently, and is exact
on the days on which clocks change, too. A session keeps its UID, so that a file read again moves it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from eventdesk.codes import Holding
from eventdesk.files import target
from eventdesk.outputs import Content
from eventdesk.panels.papers.agenda import Agenda, Item
from eventdesk.panels.papers.telling import crew_text, languages_text, moderators_text, room_text
from eventdesk.words import Words

if TYPE_CHECKING:
    from icalendar import Event

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What a calendar says of the event beside its sessions.

    `zone` is that of the venue, `stamp` the present moment, aware; `place` where the event takes place.
    """

    title: str
    zone: ZoneInfo
    stamp: datetime
    language: str = "de"
    place: str = ""


def calendar_file(agenda: Agenda, facts: CalendarFacts, items: Iterable[Item], out: BinaryIO | Path) -> int:
    """Write sessions as a calendar, and return how many; those without a time are left out.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    from icalendar import Calendar

    words = Words(facts.language)
    calendar = Calendar()
    calendar.add("prodid", "-//eventdesk//programme//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", facts.title)
    calendar.add("x-wr-timezone", facts.zone.key)
    timed = [item for item in items if item.timed is not None]
    for item in timed:
        calendar.add_component(_entry(agenda, facts, words, item))
    with target(out, Content(Holding.CALENDAR, len(timed))) as file:
        file.write(calendar.to_ical())
    return len(timed)


def uid(session: int) -> str:
    """Return what calendars know a session by: the same in every file, for the programme and for a person."""
    return f"session-{session:016x}@eventdesk"


def _entry(agenda: Agenda, facts: CalendarFacts, words: Words, item: Item) -> "Event":
    from icalendar import Event

    session, slot = item.session, item.timed
    entry = Event()
    entry.add("uid", uid(session.id))
    entry.add("dtstamp", facts.stamp.astimezone(UTC).replace(microsecond=0))
    if slot is not None:
        entry.add("dtstart", moment(slot.starts, facts.zone))
        entry.add("dtend", moment(slot.ends, facts.zone))
    entry.add("summary", session.title)
    where = [room_text(agenda, item.room) if item.room is not None else "", facts.place]
    _say(entry, "location", ", ".join(part for part in where if part))
    told = (
        crew_text(agenda.who(session.speakers)),
        moderators_text(words, agenda, session, organisations=True),
        languages_text(words, agenda, session),
        session.note,
    )
    _say(entry, "description", "\n".join(text for text in told if text))
    entry.add("categories", [session.kind.value])
    entry.add("status", "CONFIRMED")
    return entry


def _say(entry: "Event", name: str, text: str) -> None:
    """Add a text without the marks of direction that only paper needs; nothing for none."""
    plain = text.translate(_ISOLATES).replace("\u00a0", " ")
    if plain:
        entry.add(name, plain)


def moment(local: str, zone: ZoneInfo) -> datetime:
    """Return the moment at which the clock at the venue shows `local`, in UTC; the first of two, in autumn."""
    return datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)
