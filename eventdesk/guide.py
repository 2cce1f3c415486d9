"""Where does this person go today: their stand, the sessions they have a part in, the table they host."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from eventdesk.cafe import records as cafe
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.panels import records as panels
from eventdesk.people.person import Person
from eventdesk.store.access import Reader
from eventdesk.words import Words

_LONG_TITLE = 30
_END_OF_HEAD = re.compile(r"\s+[·–|-]\s+|:\s+")


class PlaceKind(StrEnum):
    """What kind of place somebody is expected at."""

    STAND = "stand"
    SESSION = "session"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Place:
    """One place to go to.

    `name` is the number of the stand, the title of the session or the name of the table; `room` the room or hall and
    `starts` the local start ("2026-11-21T11:00"), each empty where there is none.
    """

    kind: PlaceKind
    name: str
    room: str = ""
    starts: str = ""


def places(reader: Reader, person: Person, day: date | None = None) -> list[Place]:
    """Return where a person is expected: the stand first, then sessions by time, then the table they host.

    People are expected at the stand and in the session of their exhibitor, and in every session they speak in or
    moderate that has a room or a slot. With `day`, sessions of other days are left out.
    """
    presence = fair.presence(reader, person.exhibitor) if person.exhibitor else None
    found: list[Place] = []
    if presence is not None and presence.booth:
        found.append(Place(PlaceKind.STAND, presence.booth, presence.hall))
    session = presence.session if presence is not None else ""
    if person.foreign_id or session:
        found += [
            Place(PlaceKind.SESSION, each.title, each.room, each.starts)
            for each in panels.appointments(reader, person.foreign_id, session)
            if day is None or not each.starts or each.starts.startswith(day.isoformat())
        ]
    if person.foreign_id:
        found += [Place(PlaceKind.TABLE, name) for name in cafe.hosted_by(reader, person.foreign_id)]
    return found


def place_text(words: Words, place: Place) -> str:
    """Return one line for the verdict and the badge: "Stand B-14", "Forum 2 · Saal 3A · 11:00", "Tisch 7"."""
    match place.kind:
        case PlaceKind.STAND:
            return _named(words.t("Booth {number}", number=place.name), place.name, ("stand", "booth"))
        case PlaceKind.SESSION:
            return " · ".join(part for part in (_short(place.name), place.room, place.starts[11:16]) if part)
        case PlaceKind.TABLE:
            return _named(words.t("Table {name}", name=place.name), place.name, ("tisch", "table"))
        case _:
            assert_never(place.kind)


def guide_for(event: Event, words: Words) -> Callable[[Person], Sequence[str]]:
    """Return what tells the desk, in lines, where a person goes today.

    On a day of an event of several days, only that day's sessions are told; before and after it, all of them.
    """

    def where(person: Person) -> Sequence[str]:
        return [place_text(words, place) for place in places(event.db, person, _one_of_several_days(event))]

    return where


def _one_of_several_days(event: Event) -> date | None:
    first, last = event.details.starts[:10], event.details.ends[:10]
    if first >= last:
        return None
    today = event.now().astimezone(event.zone).date()
    return today if first <= today.isoformat() <= last else None


def _short(title: str) -> str:
    """Return the head of a long title: "Forum 2 · Begegnung im Stadtteil" is Forum 2."""
    return _END_OF_HEAD.split(title, maxsplit=1)[0] if len(title) > _LONG_TITLE else title


def _named(full: str, name: str, kinds: tuple[str, ...]) -> str:
    """Return `full`, unless the name itself says already what kind of place it is ("Tisch 7")."""
    return name if name.casefold().startswith(kinds) else full
