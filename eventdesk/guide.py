"""Where does this person go today: their stand, sessions they have a part or a place in, their tables."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from eventdesk.badges.badge import Appointment, Way
from eventdesk.cafe import records as cafe
from eventdesk.cafe.itinerary import Sitting
from eventdesk.cafe.ways import records as ways
from eventdesk.checkin.presence.counting import presence_of
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.arrivals import CrewCount, crew_counts, empty_stands, is_alarm
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.fair.fair import Door, Fair
from eventdesk.panels import records as panels
from eventdesk.panels.draws import records as draws
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.store.access import Reader
from eventdesk.words import Words
from eventdesk.words.cafe import BETWEEN, table_text, tables_text

_LONG_TITLE = 30
_END_OF_HEAD = re.compile(r"\s+[·–|-]\s+|:\s+")


def doors(reader: Reader) -> Mapping[str, Door]:
    """Return the doors of the rooms that sessions take place in, by the session's id in the event folder.

    Left out are sessions without a room, and rooms of which nobody says where their door is.
    """
    rooms = {room.id: room for room in panels.rooms(reader)}
    found: dict[str, Door] = {}
    for session in panels.sessions(reader):
        room = rooms.get(session.room or 0)
        if room is not None and room.door_x_mm is not None and room.door_y_mm is not None:
            name = ", ".join(dict.fromkeys(part for part in (short_title(session.title), room.name) if part))
            found.setdefault(session.ref, Door(room.hall, room.door_x_mm, room.door_y_mm, name))
    return found


def crew(event: Event) -> Mapping[int, CrewCount]:
    """Return who of the people of each exhibitor is in the house now, by the exhibitor's row id.

    Expected are those who are registered; exhibitors without people are left out.
    """
    belonging = people.crews(event.db)
    refs = {exhibitor.ref: exhibitor.id for exhibitor in reversed(fair.exhibitors(event.db))}
    present = presence_of(event.db, [person for _, person in belonging], event.now(), event.zone)
    return crew_counts(refs, belonging, {person for person, where in present.items() if where.inside})


def stands_to_look_after(event: Event, now: Fair) -> tuple[int, ...]:
    """Return the row ids of exhibitors whose stand is still empty although the event is about to begin."""
    if not is_alarm(event.local_now(), event.details.starts, event.details.ends):
        return ()
    return empty_stands(now, crew(event))


class PlaceKind(StrEnum):
    """What kind of place somebody is expected at."""

    STAND = "stand"
    SESSION = "session"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Place:
    """One place to go to.

    `name` is the number of the stand, the title of the session or the name of the table; `room` the room or hall and
    `starts` the local start ("2026-11-21T11:00"), each empty where there is none. `sittings` are the tables of the
    World Café, round by round, of somebody who has a way through them; `name` is then empty.
    """

    kind: PlaceKind
    name: str
    room: str = ""
    starts: str = ""
    sittings: tuple[Sitting, ...] = ()


def places(reader: Reader, person: Person, day: date | None = None) -> list[Place]:
    """Return where a person is expected: the stand first, then sessions by time, then their tables.

    People are expected at the stand and in the session of their exhibitor, and in every session they speak in,
    moderate or have a place in that has a room or a slot. With `day`, sessions of other days are left out.
    """
    presence = fair.presence(reader, person.exhibitor) if person.exhibitor else None
    found: list[Place] = []
    if presence is not None and presence.booth:
        found.append(Place(PlaceKind.STAND, presence.booth, presence.hall))
    session = presence.session if presence is not None else ""
    found += [
        Place(PlaceKind.SESSION, each.title, each.room, each.starts)
        for each in panels.appointments(reader, person.foreign_id, session, person.id)
        if day is None or not each.starts or each.starts.startswith(day.isoformat())
    ]
    sittings = [
        each
        for each in ways.sittings_of(reader, person.id)
        if day is None or not each.starts or each.starts.startswith(day.isoformat())
    ]
    hosted = cafe.hosted_by(reader, person.foreign_id) if person.foreign_id and not sittings else []
    return [*found, *_tables(sittings, hosted)]


def place_text(words: Words, place: Place) -> str:
    """Return one line for the verdict and the badge: "Stand B-14", "Forum 2 · Saal 3A · 11:00", "Tisch 7"."""
    match place.kind:
        case PlaceKind.STAND:
            name = place.name
            return name if name.casefold().startswith(("stand", "booth")) else words.t("Booth {number}", number=name)
        case PlaceKind.SESSION:
            return " · ".join(part for part in (short_title(place.name), place.room, place.starts[11:16]) if part)
        case PlaceKind.TABLE:
            if place.sittings:
                return tables_text(words, place.sittings)
            name = place.name
            return name if name.casefold().startswith(("tisch", "table")) else words.t("Table {name}", name=name)
        case _:
            assert_never(place.kind)


def guide_for(event: Event, words: Words) -> Callable[[Person], Sequence[str]]:
    """Return what tells the desk, in lines, where a person goes today.

    On a day of an event of several days, only that day's sessions are told; before and after it, all of them.
    """

    def where(person: Person) -> Sequence[str]:
        return [place_text(words, place) for place in places(event.db, person, _one_of_several_days(event))]

    return where


def badge_guide(event: Event, words: Words, *, many: bool = True) -> Callable[[Person], Way]:
    """Return what tells a badge all places of a person, on every day of the event, with their programme.

    Everything is read once, when the first person is asked for, so that ten thousand can be asked for. Unless there
    are `many`: then only what concerns a person is read, each time.
    """
    several_days = event.details.starts[:10] < event.details.ends[:10]
    read: list[_AllPlaces] = []

    def places_of(person: Person) -> list[Place]:
        if not many:
            return places(event.db, person)
        if not read:
            read.append(_AllPlaces(event.db))
        return read[0].of(person)

    def way(person: Person) -> Way:
        found = places_of(person)
        lines = [(place.kind, _held_together(place, place_text(words, place))) for place in found]
        return Way(
            lines=tuple(line for _, line in lines),
            stand=next((line for kind, line in lines if kind is PlaceKind.STAND), ""),
            panels=tuple(line for kind, line in lines if kind is PlaceKind.SESSION),
            tables=tuple(line for kind, line in lines if kind is PlaceKind.TABLE),
            programme=_programme(words, found, with_day=several_days),
        )

    return way


class _AllPlaces:
    """The places of everybody: the same as `places` finds for one person, from what was read once."""

    def __init__(self, reader: Reader) -> None:
        halls = {hall.id: hall.name for hall in fair.halls(reader)}
        booths = {booth.id: booth for booth in fair.booths(reader)}
        standing = fair.stands(reader)
        self._stands: dict[str, tuple[tuple[str, str], str]] = {}
        for exhibitor in fair.exhibitors(reader):
            if exhibitor.status is not ExhibitorStatus.CANCELLED:
                mine = [booths[each] for each in standing.get(exhibitor.id, ())]
                number = fair.BETWEEN.join(booth.ref for booth in mine)
                stand = (number, halls.get(mine[0].hall, "") if mine else "")
                self._stands.setdefault(exhibitor.ref, (stand, exhibitor.session))
        self._tables: defaultdict[str, list[str]] = defaultdict(list)
        for table in cafe.tables(reader):
            if table.host:
                self._tables[table.host].append(table.name)
        self._sittings: defaultdict[int, list[Sitting]] = defaultdict(list)
        for person, sitting in ways.sittings(reader):
            self._sittings[person].append(sitting)
        self._by_part: defaultdict[str, set[int]] = defaultdict(set)
        self._by_ref: defaultdict[str, set[int]] = defaultdict(set)
        self._by_place: defaultdict[int, set[int]] = defaultdict(set)
        self._sessions: dict[int, Place] = {}
        self._read_sessions(reader)

    def _read_sessions(self, reader: Reader) -> None:
        rooms = {room.id: room.name for room in panels.rooms(reader)}
        slots = {slot.id: slot.starts for slot in panels.slots(reader)}
        for session in panels.sessions(reader):
            if session.room is None and session.slot is None:
                continue
            room, starts = rooms.get(session.room or 0, ""), slots.get(session.slot or 0, "")
            self._sessions[session.id] = Place(PlaceKind.SESSION, session.title, room, starts)
            self._by_ref[session.ref].add(session.id)
            for person in (*session.speakers, *session.moderators):
                self._by_part[person].add(session.id)
        for place in draws.places(reader):
            if place.session in self._sessions:
                self._by_place[place.person].add(place.session)

    def of(self, person: Person) -> list[Place]:
        """Return where a person is expected, in the order of `places`."""
        (booth, hall), session = self._stands.get(person.exhibitor, (("", ""), ""))
        found = [Place(PlaceKind.STAND, booth, hall)] if booth else []
        ids = self._by_place.get(person.id, set()) | (self._by_ref.get(session, set()) if session else set())
        if person.foreign_id:
            ids = ids | self._by_part.get(person.foreign_id, set())
        found += [self._sessions[each] for each in sorted(ids, key=self._when)]
        sittings = self._sittings.get(person.id, ())
        return [*found, *_tables(sittings, () if sittings else self._tables.get(person.foreign_id, ()))]

    def _when(self, session: int) -> tuple[bool, str, str, int]:
        place = self._sessions[session]
        return not place.starts, place.starts, place.name, session


def _tables(sittings: Sequence[Sitting], hosted: Sequence[str]) -> list[Place]:
    """Return the tables of a person: those of their way, else those they host."""
    if sittings:
        return [Place(PlaceKind.TABLE, "", sittings=tuple(sittings))]
    return [Place(PlaceKind.TABLE, name) for name in hosted]


def _held_together(place: Place, line: str) -> str:
    """Return tables round by round so that a line ends only between two rounds."""
    return BETWEEN.join(part.replace(" ", "\u00a0") for part in line.split(BETWEEN)) if place.sittings else line


def _programme(words: Words, found: Sequence[Place], *, with_day: bool) -> tuple[Appointment, ...]:
    """Return places as lines of somebody's day: the stand, then what has a time in its order, then the rest."""
    timed = [(starts, each) for place in found for starts, each in _appointments(words, place, with_day=with_day)]
    timed.sort(key=lambda each: (not each[0], each[0]))
    stands = [
        Appointment(title=place_text(words, each), place=each.room) for each in found if each.kind is PlaceKind.STAND
    ]
    return (*stands, *(each for _, each in timed))


def _appointments(words: Words, place: Place, *, with_day: bool) -> Iterator[tuple[str, Appointment]]:
    """Yield sessions by their whole titles, and tables round by round, each with its start; stands are left out."""
    for each in place.sittings:
        title = words.t("World Café, round {number}", number=each.number)
        time = _time(words, each.starts, with_day=with_day)
        yield each.starts, Appointment(time, title, table_text(words, each.table))
    if place.kind is PlaceKind.SESSION:
        time = _time(words, place.starts, with_day=with_day)
        yield place.starts, Appointment(time, place.name, place.room)
    elif place.kind is PlaceKind.TABLE and not place.sittings:
        yield "", Appointment(title=place_text(words, place), place=place.room)


def _time(words: Words, starts: str, *, with_day: bool) -> str:
    time = starts[11:16]
    if with_day and time:
        _, month, day = starts[:10].split("-")
        return words.t("{day}.{month}., {time}", day=int(day), month=int(month), time=time)
    return time


def _one_of_several_days(event: Event) -> date | None:
    first, last = event.details.starts[:10], event.details.ends[:10]
    if first >= last:
        return None
    today = event.now().astimezone(event.zone).date()
    return today if first <= today.isoformat() <= last else None


def short_title(title: str) -> str:
    """Return the head of a long title: "Forum 2 · Begegnung im Stadtteil" is Forum 2."""
    return _END_OF_HEAD.split(title, maxsplit=1)[0] if len(title) > _LONG_TITLE else title
