"""Reads who was there, when, and in which sessions, a few people at a time."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from eventdesk.checkin import records as checkin
from eventdesk.checkin.point import PointKind
from eventdesk.event import Event
from eventdesk.panels.doors import records as doors
from eventdesk.panels.doors.attending import Pass, attendances
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import COMING, read_plan
from eventdesk.panels.seating.rounds import sessions_with_places
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.reports.attendance import records
from eventdesk.reports.attendance.attended import Attendance, Attended, SessionThere
from eventdesk.reports.attendance.house import Seen, days_there, hours_of
from eventdesk.reports.attendance.records import Groups, Scanned
from eventdesk.store import times

_AT_ONCE = 250
_NOBODY: frozenset[int] = frozenset()
Answer = TypeVar("Answer")


def attendance(event: Event) -> Attendance:
    """Return who was there."""
    return whole(attendance_in_steps(event))


def attendance_in_steps(event: Event) -> Generator[float, None, Attendance]:
    """Read the same in short steps, each telling which part of it is done, from 0 to 1.

    Begin anew if something is changed meanwhile.
    """
    reading, total = _Reading(event), people.count(event.db)
    done, after = 0, -1
    while ids := people.ids(event.db, _AT_ONCE, after=after):
        reading.take(ids, after)
        done, after = done + len(ids), ids[-1]
        yield done / max(total, done)
    return reading.result()


def whole(steps: Generator[object, None, Answer]) -> Answer:
    """Return what short steps lead to, all of them taken at once."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            answer: Answer = done.value
            return answer


class _Reading:
    """What does not change from person to person, and what was read so far."""

    def __init__(self, event: Event) -> None:
        self.event, reader = event, event.db
        self.programme: Programme = read_plan(reader)
        self.hours = hours_of(event.details, ((slot.starts, slot.ends) for slot in self.programme.slots))
        self.entrances = {point.id for point in checkin.all_points(reader) if point.kind is PointKind.ENTRANCE}
        self.rooms = [(room.points, doors.sittings(reader, room)) for room in doors.rooms(reader)]
        self.doors = {point for points, _ in self.rooms for point in points}
        self.parts = records.parts(reader)
        self.found: list[Attended] = []
        self.scanned: Counter[int] = Counter()
        self.places: Counter[int] = Counter()
        self.wishes: Counter[tuple[int, ...]] = Counter()
        self.at_entrances = False

    def take(self, ids: Sequence[int], after: int) -> None:
        """Read these people, whose ids follow each other from the one behind `after` on."""
        reader = self.event.db
        scans = records.scans_between(reader, after, ids[-1])
        seen = {person: list(own) for person, own in groupby(scans, key=lambda scan: scan.person)}
        places = records.places_between(reader, after, ids[-1])
        here = people.people(reader, ids)
        parts = {each.id: self.parts.get(each.foreign_id, _NOBODY) if each.foreign_id else _NOBODY for each in here}
        minutes = self._minutes(scans, places, parts)
        for each in here:
            self._wishes_of(each)
            expected = places.get(each.id, _NOBODY) | parts[each.id]
            days = days_there(self._seen(seen.get(each.id, ())), self.hours)
            found = _attended(each)
            self.found.append(replace(found, days=days, minutes=minutes.get(each.id, {}), expected=expected))

    def result(self) -> Attendance:
        """Return all that was read."""
        return Attendance(tuple(self.found), self._sessions(), tuple(self._days()), self.at_entrances)

    # ---- parts of it

    def _minutes(self, scans: Sequence[Scanned], places: Groups, parts: Groups) -> Mapping[int, Mapping[int, int]]:
        """Return the minutes in each session, by person."""
        expected: defaultdict[int, set[int]] = defaultdict(set)
        for group in (places, parts):
            for person, sessions in group.items():
                for session in sessions:
                    expected[session].add(person)
        known = {session: frozenset(found) for session, found in expected.items()}
        found: defaultdict[int, dict[int, int]] = defaultdict(dict)
        for session, there in attendances(self.rooms, self._passes(scans), known, {}, self.event.zone).items():
            for person, minutes in there.minutes.items():
                found[person][session] = minutes
            self.scanned[session] += len(there.minutes)
        for sessions in places.values():
            self.places.update(sessions)
        return found

    def _passes(self, scans: Iterable[Scanned]) -> Iterator[Pass]:
        """Yield what concerns the doors of rooms: who leaves the house is in none of them."""
        for scan in scans:
            if scan.point in self.doors:
                yield scan
            elif not scan.inwards and scan.point in self.entrances:
                yield scan.person, 0, False, scan.at

    def _seen(self, scans: Sequence[Scanned]) -> list[Seen]:
        zone, found = self.event.zone, []
        for scan in scans:
            at = times.from_text(scan.at).astimezone(zone).replace(tzinfo=None)
            found.append(Seen(at, scan.inwards, scan.point in self.entrances))
        self.at_entrances = self.at_entrances or any(each.entrance for each in found)
        return found

    def _wishes_of(self, person: Person) -> None:
        if person.status in COMING and person.wishes:
            known = (self.programme.session_by_ref.get(ref) for ref in person.wishes)
            self.wishes[tuple(dict.fromkeys(each.id for each in known if each is not None))] += 1

    def _sessions(self) -> tuple[SessionThere, ...]:
        plan = replace(self.programme, wishes=dict(enumerate(self.wishes)))
        with_places = {session.id for session in sessions_with_places(plan)}
        counted = attendances(self.rooms, (), {}, doors.counts_by_session(self.event.db), self.event.zone)
        found = []
        for session in plan.sessions:
            slot, room = plan.slot_of.get(session.slot or 0), plan.room_of.get(session.room or 0)
            found.append(
                SessionThere(
                    id=session.id,
                    title=session.title,
                    kind=session.kind,
                    starts=slot.starts if slot is not None else "",
                    ends=slot.ends if slot is not None else "",
                    room=room.name if room is not None else "",
                    seats=plan.capacity(session, session.room),
                    for_all=slot is not None and session.id not in with_places,
                    places=self.places[session.id],
                    scanned=self.scanned[session.id],
                    counted=counted[session.id].counted if session.id in counted else 0,
                )
            )
        return tuple(sorted(found, key=lambda each: (not each.starts, each.starts, each.ends, each.title, each.id)))

    def _days(self) -> list[str]:
        """Return the days of the event: those of its own times and slots, and those on which somebody came."""
        details = self.event.details
        told = {text[:10] for text in (details.starts, details.ends) if text}
        return sorted({*told, *self.hours, *(day.day for each in self.found for day in each.days)})


def _attended(person: Person) -> Attended:
    return Attended(
        id=person.id,
        name=person.name,
        list_name=person.list_name,
        organisation=person.organisation,
        title=person.title,
        town=person.town,
        ref=person.foreign_id,
        code=person.code,
        sector=person.sector,
        roles=person.roles,
        languages=person.languages,
        status=person.status,
        origin=person.origin,
    )
