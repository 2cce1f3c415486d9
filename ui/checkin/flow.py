"""What happens on the check-in page. Knows no widget; the only part of the page that calls actions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from eventdesk.badges.actions_desk import replace_badge
from eventdesk.badges.records import prints
from eventdesk.checkin import actions, finding, records
from eventdesk.checkin.arrivals import Arrivals, arrivals
from eventdesk.checkin.duplicates import is_same, possible_duplicates
from eventdesk.checkin.newcomer import as_typed
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.presence import counts, presence_of
from eventdesk.checkin.scan import Counts, Direction, RecentScan
from eventdesk.checkin.verdict import Accepted, AlreadyIn, GroupResult, Left, Note, Refused, Verdict, WalkIn
from eventdesk.codes import Op, PrintReason
from eventdesk.doors import Fill, doors_for, fill_of
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.guide import guide_for
from eventdesk.panels.doors.actions import count
from eventdesk.people import actions as people_actions
from eventdesk.people import code as codes
from eventdesk.people import records as people
from eventdesk.people.person import Person, Status
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.people.scanner import Habit
from eventdesk.people.search import Searcher
from eventdesk.tables.cleaning import clean, one_line
from eventdesk.words import Words
from ui.checkin.findings import Alike, Found, TakenBack
from ui.printing import Occasion, Printing

FEWEST_LETTERS = 2
MOST_HITS = 24
RECENT = 30
WITH_PREFIX = tuple(codes.LENGTH + more for more in (10, 7, 3))
"""How long a code is behind the prefixes of scanners: AIM and ECI, ECI, AIM."""
NOWHERE = Point(0, "–")
"""Stands in for the points of a file that has none and cannot be changed."""


class CheckInFlow:
    """One desk: its point, its direction, the last verdict, and what can be done next."""

    def __init__(
        self,
        event: Event,
        words: Words,
        printing: Printing,
        roles_used: Callable[[], list[str]] | None = None,
        habits: Callable[[], Sequence[Habit]] = tuple,
    ) -> None:
        """Scan at `event`; `roles_used` tells which roles people have there, the most frequent first.

        `habits` are those of the scanners of this desk.
        """
        self.event = event
        self.printing = printing
        self._searcher = Searcher(event.db)
        self._habits = habits
        self._roles_used = roles_used or (lambda: list(people.role_counts(event.db)))
        self.points = records.points(event.db) or [NOWHERE]
        self._at = 0
        self.direction = Direction.IN
        self.verdict: Verdict | None = None
        self._present: Person | None = None
        self._undoable = ""
        self._told: set[codes.Repair] = set()
        self._doors = doors_for(event)
        self._counting: set[int] = set()
        self._counts: dict[str, int] = {}
        self.book: RoleBook = role_book(event.db)
        self.speak(words)

    def speak(self, words: Words) -> None:
        """Speak another language from now on, about the last verdict, too."""
        self._guide = guide_for(self.event, words)
        if self.verdict is not None and self.verdict.person is not None:
            self.verdict = replace(self.verdict, where=tuple(self._guide(self.verdict.person)))

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    @property
    def point(self) -> Point:
        """Where this desk scans."""
        return self.points[self._at]

    @property
    def point_number(self) -> int:
        """The place of the point in `points`."""
        return self._at

    def choose_point(self, number: int) -> None:
        """Scan at another point."""
        self._at = number % len(self.points)

    def choose_point_named(self, name: str) -> None:
        """Scan at the point of this name; without one, at the first entrance."""
        named = [number for number, point in enumerate(self.points) if point.name == name]
        entrances = [number for number, point in enumerate(self.points) if point.kind is PointKind.ENTRANCE]
        self._at = next(iter([*named, *entrances]), 0)

    def reload_points(self) -> None:
        """Look again which points there are; scan on at the same one, or at the first entrance if it is gone."""
        present = self.point.id
        self.points = records.points(self.event.db) or [NOWHERE]
        at = next((number for number, point in enumerate(self.points) if point.id == present), None)
        if at is None:
            self.choose_point_named("")
        else:
            self._at = at

    def reload_roles(self) -> None:
        """Look again what roles are called."""
        self.book = role_book(self.event.db)

    def next_point(self, by: int = 1) -> None:
        """Scan at the next point, or `by` points further on."""
        self.choose_point(self._at + by)

    def turn(self) -> None:
        """Change between entry and exit."""
        self.direction = Direction.OUT if self.direction is Direction.IN else Direction.IN

    def is_scan(self, text: str) -> bool:
        """Say whether a text that was ended by Enter is a code rather than a name."""
        return finding.is_scan(self.event.db, self.meant(text))

    def meant(self, text: str) -> str:
        """Return the code that the scanner meant which wrote this; any other text as it is."""
        return finding.meant(self.event.db, text, self._habits())

    def belongs(self, code: str) -> bool:
        """Say whether a scanned text belongs to somebody."""
        return bool(finding.find(self.event.db, self.meant(code)).people)

    def split_scan(self, text: str) -> tuple[str, str]:
        """Return what was typed, and the code that a scanner wrote behind it (or nothing), without its prefix."""
        for habit in self._habits():
            typed, code = self._split(text.removesuffix(habit.suffix)) if text.endswith(habit.suffix) else (text, "")
            if code:
                return typed.removesuffix(habit.prefix), code
        return self._split(text)

    def _split(self, text: str) -> tuple[str, str]:
        for length in WITH_PREFIX:
            last = text[-length:]
            prefixed = len(last) == length and not last[0].isalnum() and not last[0].isspace()
            if prefixed and isinstance(codes.read(last), codes.Code):
                return text[:-length], last[-codes.LENGTH :]
        typed, last = text[: -codes.LENGTH], text[-codes.LENGTH :]
        is_code = isinstance(codes.read(last), codes.Code) or (len(last) == codes.LENGTH and last.isdigit())
        return (typed, last) if is_code else (text, "")

    def scan(self, code: str) -> Verdict:
        """Check in, or out, who has this code."""
        return self._seen(
            actions.check_in(
                self.event,
                self.meant(code),
                self.point,
                direction=self.direction,
                where=self._guide,
                doors=self._doors,
            )
        )

    def take(self, person: int, *, forced: bool = False) -> Verdict:
        """Check in, or out, somebody who was found by name."""
        return self._seen(
            actions.check_in_person(
                self.event,
                person,
                self.point,
                direction=self.direction,
                forced=forced,
                where=self._guide,
                doors=self._doors,
            )
        )

    def turned_away(self) -> Person | None:
        """Return the person whom the last verdict did not let in, if it was one that can be overruled."""
        return self.verdict.person if isinstance(self.verdict, AlreadyIn | Refused) else None

    def owner(self, code: str) -> Person | None:
        """Look up who has a code; None if nobody, or more than one person, has it."""
        holders = finding.find(self.event.db, self.meant(code)).people
        return holders[0] if len(holders) == 1 else None

    def person(self, number: int) -> Person | None:
        """Look up a person."""
        return people.person(self.event.db, number)

    def forget(self) -> None:
        """Go on without the last verdict."""
        self.verdict, self._present, self._undoable = None, None, ""

    def walk_in(self, name: str, organisation: str, role: str) -> WalkIn:
        """Add a person who is not registered, and admit them. Raises KnownError without a name."""
        added = actions.walk_in(
            self.event,
            name,
            organisation=organisation,
            roles=(role,) if role else (),
            point=self.point,
            where=self._guide,
            doors=self._doors,
        )
        self._seen(added.verdict)
        self._undoable = added.eid
        return added

    def likenesses(self, typed: str) -> list[Alike]:
        """Return registered people who may be the one with this name, or with the address behind it."""
        if len(typed.strip()) <= FEWEST_LETTERS:
            return []
        newcomer = as_typed(typed)
        return [Alike(person, is_same(newcomer, person)) for person in possible_duplicates(self.event.db, newcomer)]

    def search(self, text: str) -> list[Found]:
        """Return who may be meant, best first."""
        if len(text.strip()) < FEWEST_LETTERS:
            return []
        hits = self._searcher.search(text, MOST_HITS)
        persons = {each.id: each for each in people.people(self.event.db, [hit.person for hit in hits])}
        inside = self._inside(list(persons))
        return [Found(hit, persons[hit.person], hit.person in inside) for hit in hits if hit.person in persons]

    def undo(self, eid: str = "") -> TakenBack | UndoRefused | None:
        """Take back the named scan, the last verdict, or the last scan of this desk; None if there is none."""
        wanted = eid or self._undoable or self._last_count() or self._latest()
        if not wanted:
            return None
        person = self._person_of(wanted)
        answer = actions.undo_scan(self.event, wanted)
        if isinstance(answer, UndoRefused):
            return answer
        self.forget()
        self._counts.pop(wanted, None)
        return self._taken_back(answer, person)

    def group_of(self, person: Person) -> list[tuple[Person, bool]]:
        """Return who came with a person, and whether each is in already where this desk scans."""
        if not person.group:
            return []
        members = [each for each in people.in_group(self.event.db, person.group) if each.status is Status.REGISTERED]
        inside = self._inside([member.id for member in members], self.point)
        return [(member, member.id in inside) for member in members]

    def take_group(self, group: str, left_out: frozenset[int]) -> GroupResult:
        """Take in everybody of a group who is not left out. The answer names as left out who was not in before."""
        inside = self._inside(list(left_out), self.point)
        result = actions.check_in_group(self.event, group, self.point, left_out, where=self._guide, doors=self._doors)
        self.verdict, self._undoable = (result.verdicts[-1] if result.verdicts else None), result.eid
        return replace(result, left_out=tuple(person for person in result.left_out if person.id not in inside))

    def fill(self) -> Fill | None:
        """Return how full the room is where this desk scans; None if its point is no door of a room."""
        return fill_of(self.event, self.point) if self.point.kind is PointKind.ROOM else None

    @property
    def counting(self) -> bool:
        """Whether this desk counts people at this point without their names."""
        return self.point.id in self._counting

    def count_here(self, *, wanted: bool) -> bool:
        """Count without names at this point, or not any more; returns whether it does: only rooms can be counted."""
        self._counting.discard(self.point.id)
        if wanted and self.fill() is not None:
            self._counting.add(self.point.id)
        return self.counting

    def count(self, change: int) -> bool:
        """Write that somebody without a name came in (1) or went out (-1); returns whether that is possible."""
        fill = self.fill()
        if fill is None or fill.inside + change < 0:
            return False
        self.forget()
        self._counts[count(self.event, self.point.id, change).eid] = self.point.id
        return True

    def print_badge(self, person: Person, occasion: Occasion, reason: str = "") -> None:
        """Print the badge of a person, in the language of the event; `reason`: why another one is wanted."""
        self.printing.print_badge(self.event, person, occasion, reason)

    @property
    def present(self) -> Person | None:
        """Who stands on the screen: the person of the last verdict, or whose badge the desk took care of since."""
        return self._present or (self.verdict.person if self.verdict is not None else None)

    def correct(self, person: Person, typed: Mapping[str, str]) -> Person | None:
        """Write a person as typed; returns None if that is how they stand there. Raises KnownError without a name."""
        texts = {name: one_line(clean(text)) for name, text in typed.items()}
        changed = {name: text for name, text in texts.items() if text != getattr(person, name)}
        edited = people_actions.edit(self.event, person.id, **changed)
        if edited.eid is None:
            return None
        self.turn_to(edited.after)
        self._undoable = edited.eid
        return edited.after

    def replace_lost(self, person: Person) -> Person:
        """Give a person a new code, the old one is refused from now on; returns them with it."""
        renewed = replace_badge(self.event, person.id, PrintReason.LOST).person
        self.turn_to(renewed)
        return renewed

    def turn_to(self, person: Person) -> None:
        """Let this person stand on the screen as they are now, with the last verdict if it is theirs."""
        if self.verdict is not None and self.verdict.person is not None and self.verdict.person.id == person.id:
            self.verdict = replace(self.verdict, person=person)
        elif self._present is None or self._present.id != person.id:
            self.forget()
            self._present = person
        else:
            self._present = person

    def printed(self, person: Person | None) -> datetime | None:
        """Return when a badge of this person was printed last."""
        latest = prints(self.event.db, person.id)[:1] if person is not None else []
        return latest[0].at if latest else None

    def repair_to_tell(self, verdict: Verdict, scanned: str) -> codes.Repair | None:
        """Return how a scan had to be repaired, once for each way that the keyboard and the scanner disagree."""
        if Note.KEYBOARD not in verdict.notes:
            return None
        repair = finding.find(self.event.db, self.meant(scanned)).repaired
        if repair is None or repair in self._told:
            return None
        self._told.add(repair)
        return repair

    def counts(self) -> Counts:
        """Return how many are in the house today."""
        return counts(self.event.db, self.event.now(), self.event.zone)

    def arrivals(self, house: Counts | None = None) -> Arrivals:
        """Return how people came today."""
        return arrivals(self.event.db, self.event.now(), self.event.zone, house)

    def recent(self) -> list[RecentScan]:
        """Return the last scans, newest first."""
        return records.recent(self.event.db, RECENT)

    def roles_of_unaffiliated(self, scans: Sequence[RecentScan]) -> dict[int, tuple[str, ...]]:
        """Return the roles of those whom no organisation tells apart."""
        ids = [scan.person for scan in scans if scan.person is not None and not scan.organisation]
        return {person.id: person.roles for person in people.people(self.event.db, list(dict.fromkeys(ids)))}

    def anybody(self) -> bool:
        """Say whether there is anybody in the list."""
        return people.anybody(self.event.db)

    def roles(self) -> list[str]:
        """Return the roles that people have here, the most frequent first, then those that the organiser added."""
        return list(dict.fromkeys([*self._roles_used(), *self.book.chosen()]))

    def _last_count(self) -> str:
        own = [eid for eid, point in self._counts.items() if point == self.point.id and self.counting]
        return own[-1] if own else ""

    def _latest(self) -> str:
        own = (scan for scan in self.recent() if scan.undoable and scan.desk == self.event.desk)
        return next((scan.eid for scan in own), "")

    def _person_of(self, eid: str) -> Person | None:
        """Return whom an entry is about: who stands on the screen, or one of the list."""
        if self.present is not None and eid == self._undoable:
            return self.present
        number = next((scan.person for scan in self.recent() if scan.eid == eid), None)
        return None if number is None else self.person(number)

    def _taken_back(self, undone: Undone, person: Person | None) -> TakenBack:
        newest = undone.entry
        first = self.event.entry(newest.root) or newest
        organisation = person.organisation if person else ""
        if undone.entries == 1 or first.op is Op.WALK_IN:
            return TakenBack(first.op, newest.label, organisation)
        return TakenBack(newest.op, newest.label, organisation, person.group if person else "", undone.entries)

    def _inside(self, ids: list[int], point: Point | None = None) -> set[int]:
        """Return who of these people is in the house, or where a point leads to."""
        stays = presence_of(self.event.db, ids, self.event.now(), self.event.zone, point)
        return {person for person, stay in stays.items() if stay.inside}

    def _seen(self, verdict: Verdict) -> Verdict:
        self.verdict, self._present = verdict, None
        self._undoable = verdict.eid if isinstance(verdict, Accepted | Left) else ""
        return verdict
