"""What happens on the people page. Knows no widget; the only part of the page that calls actions."""

import json
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from eventdesk import audit
from eventdesk.badges.actions_desk import replace_badge
from eventdesk.badges.records import printed
from eventdesk.checkin import records as scans
from eventdesk.checkin.duplicates import possible_duplicates
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.presence import Presence as Stay
from eventdesk.checkin.presence import presence_of
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Verdict
from eventdesk.codes import Holding, Op, PrintReason
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Clock, Entry, Event, Undone, UndoRefused
from eventdesk.files import handing_over
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.erasing import Erased, erase_person
from eventdesk.guide import guide_for
from eventdesk.history.happening import Happening
from eventdesk.history.of_person import history_of
from eventdesk.merging import actions as merging
from eventdesk.merging.choice import Take
from eventdesk.outputs import Content
from eventdesk.people import actions, checking, exporting, records
from eventdesk.people.checking import Trouble
from eventdesk.people.exporting import PeopleTable
from eventdesk.people.listing import Part
from eventdesk.people.person import Origin, Person, Status
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.words import Words
from ui.closed_file import After, ClosedDeed
from ui.people.columns import Row
from ui.people.fields import Texts, typed, understood
from ui.people.looking import Looking
from ui.printing import Occasion, Printing
from ui.work import Task

NEW = 0
"""The id of somebody who is being added."""
OWN_DEEDS = frozenset({Op.ADD_PERSON, Op.EDIT_PERSON, Op.MERGE_PEOPLE, Op.REPLACE_BADGE})
LOOK_BACK = 500
"""So many entries are looked through for what this desk did last to people."""
MOST_MEMBERS = 200


class CheckIn(Protocol):
    """The check-in of this desk, as far as it is needed here."""

    @property
    def point(self) -> Point:
        """Where this desk scans."""

    @property
    def direction(self) -> Direction:
        """Whether it takes people in, or notes that they go."""

    def take(self, person: int) -> Verdict:
        """Check in, or out, somebody."""


@dataclass(frozen=True)
class Known:
    """All that the panel shows of one person besides their fields."""

    person: Person
    stay: Stay | None = None
    where: Sequence[str] = ()
    has_badge: bool = False
    former_codes: Sequence[str] = ()
    members: Sequence[tuple[Person, bool]] = ()
    passes: Direction | None = None
    """What a check-in from here would note; None where it would only say that there is nothing to note."""


@dataclass
class Memory:
    """What outlives a change of language: who is chosen, what was typed and not saved, whom one checked in here."""

    chosen: int | None = None
    drafts: dict[int, Texts] = field(default_factory=dict)
    given_back: tuple[int, Texts] | None = None
    taken: set[str] = field(default_factory=set)


class PeopleFlow:
    """Everybody of one event, and what this desk does to them."""

    def __init__(
        self,
        event: Event,
        words: Words,
        printing: Printing,
        check_in: CheckIn,
        roles_used: Callable[[], list[str]] | None = None,
        looked_at: Callable[[int], None] = lambda _person: None,
    ) -> None:
        """Look through everybody of `event`; `roles_used` tells which roles people have, the most frequent first.

        `looked_at` is told whose details are read.
        """
        self.event, self.printing = event, printing
        self._roles_used = roles_used or (lambda: list(records.role_counts(event.db)))
        self._check_in, self._looked_at = check_in, looked_at
        self.looking = Looking(event)
        self.memory = Memory()
        self.speak(words)

    def speak(self, words: Words) -> None:
        """Speak another language from now on."""
        self._guide = guide_for(self.event, words)

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    def roles(self) -> RoleBook:
        """Return what roles are called here."""
        return role_book(self.event.db)

    def roles_used(self) -> list[str]:
        """Return the roles that people have here, the most frequent first."""
        return self._roles_used()

    # ---- looking

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """Return people as the list shows them."""
        stays = presence_of(self.event.db, ids, self.event.now(), self.event.zone)
        return [_row(person, stays.get(person.id), self.event) for person in records.people(self.event.db, ids)]

    def person(self, number: int) -> Person | None:
        """Look up a person; a new one is empty."""
        return Person(NEW, origin=Origin.DESK) if number == NEW else records.person(self.event.db, number)

    def known(self, person: Person) -> Known:
        """Return what is known about a person besides their fields."""
        database = self.event.db
        members = [each for each in records.in_group(database, person.group) if each.id != person.id][:MOST_MEMBERS]
        ids = [person.id, *(member.id for member in members)]
        stays = presence_of(database, ids, self.event.now(), self.event.zone)
        return Known(
            person,
            stays.get(person.id),
            tuple(self._guide(person)),
            self.has_badge(person.id),
            [value for kind, value in records.former_keys(database, person.id) if kind is records.FormerKey.CODE],
            [(member, member.id in stays and stays[member.id].inside) for member in members],
            self._passes(person, inside=person.id in stays and stays[person.id].inside),
        )

    def _passes(self, person: Person, *, inside: bool) -> Direction | None:
        """Return what a check-in would note: who is not registered is refused, who is in the house is in."""
        direction = self._check_in.direction
        if person.id == NEW or person.status is not Status.REGISTERED:
            return None
        at_door = self._check_in.point.kind is PointKind.ENTRANCE
        return None if at_door and inside is (direction is Direction.IN) else direction

    def alike(self, person: Person) -> list[Person]:
        """Return others who may be the same person."""
        if not person.name:
            return []
        return [other for other in possible_duplicates(self.event.db, person) if other.id != person.id]

    def alike_as_typed(self, person: Person) -> list[Person]:
        """Return others who may be the same person as the one that was typed so far."""
        return self.alike(understood(person, self.draft(person.id)))

    def history(self, person: int) -> list[Happening]:
        """Return what happened with a person, newest first."""
        return history_of(self.event.db, person) if person != NEW else []

    def first_point(self, stay: Stay | None, person: int) -> str:
        """Return the name of the point where a person came in first today."""
        if stay is None or stay.first_at is None:
            return ""
        entrance = next((point for point in scans.points(self.event.db) if point.kind is PointKind.ENTRANCE), None)
        past = scans.history(self.event.db, person, entrance) if entrance else []
        return next((each.point for each in past if each.at == stay.first_at), "")

    # ---- drafts

    def draft(self, person: int) -> Texts:
        """Return what was typed about a person and not saved."""
        return self.memory.drafts.get(person, {})

    def keep_draft(self, person: Person, texts: Mapping[str, str]) -> Texts:
        """Keep what was typed; what stands in the file anyway is no draft. Returns what is kept."""
        kept = typed(person, texts)
        if kept:
            self.memory.drafts[person.id] = kept
        else:
            self.memory.drafts.pop(person.id, None)
        return kept

    def give_back(self, person: int) -> None:
        """Take back what was typed about a person; it can be brought back once."""
        draft = self.memory.drafts.pop(person, None)
        if draft:
            self.memory.given_back = (person, draft)

    def bring_back(self, person: int) -> None:
        """Bring back what was given back last."""
        if self.memory.given_back is not None and self.memory.given_back[0] == person:
            self.memory.drafts[person] = self.memory.given_back[1]
            self.memory.given_back = None

    def drafts(self) -> str:
        """Return all drafts as a text that can be kept."""
        return json.dumps(self.memory.drafts, ensure_ascii=False) if self.memory.drafts else ""

    def take_drafts(self, text: str) -> None:
        """Take up the drafts that a text holds, of people who are still there."""
        try:
            kept = json.loads(text or "{}")
            drafts = {int(person): {str(name): str(value) for name, value in kept[person].items()} for person in kept}
        except (ValueError, AttributeError, TypeError, IndexError, RecursionError):
            return  # somebody has written into the settings by hand
        self.memory.drafts |= {person: texts for person, texts in drafts.items() if self.person(person) is not None}

    def look_at(self, person: int) -> None:
        """Know that somebody's details are read."""
        if person != NEW:
            self._looked_at(person)

    # ---- deeds

    def troubles(self, person: Person, texts: Mapping[str, str]) -> Mapping[str, Trouble]:
        """Return what is wrong with a person as typed."""
        return checking.troubles(self.event.db, understood(person, texts))

    def save(self, person: Person) -> int:
        """Write what was typed about a person; returns their id. Raises KnownError without a name."""
        after = understood(person, self.draft(person.id))
        if person.id == NEW:
            number = actions.add(self.event, after).id
        else:
            changed = {name: getattr(after, name) for name in _fields(person, after)}
            number = actions.edit(self.event, person.id, **changed).after.id
        self.memory.drafts.pop(person.id, None)
        return number

    def set_status(self, person: int, status: Status) -> None:
        """Cancel a person, or let them come."""
        actions.edit(self.event, person, status=status)

    def merge(self, kept: int, other: int, choice: Mapping[str, Take]) -> merging.Merged:
        """Make one person of two. What was typed about the other and not saved waits with the one who stays."""
        done = merging.merge(self.event, kept, other, choice)
        left = self.memory.drafts.pop(other, None)
        if left:
            self.keep_draft(done.after, {**left, **self.draft(kept)})
        return done

    def check_in(self, person: int) -> Verdict:
        """Check a person in where this desk scans, or out."""
        verdict = self._check_in.take(person)
        self.memory.taken.add(verdict.eid)
        return verdict

    def print_badge(self, person: Person, reason: str = "") -> None:
        """Print the badge of a person, in the language of the event; `reason`: why once more."""
        self.printing.print_badge(self.event, person, Occasion.BY_HAND, reason)

    def has_badge(self, person: int) -> bool:
        """Say whether a badge of this person was printed before."""
        return bool(printed(self.event.db, [person]))

    def replace_badge(self, person: int) -> Person:
        """Give a person who lost a badge a new code; the old one is refused from now on. Returns them with it."""
        return replace_badge(self.event, person, PrintReason.LOST).person

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what this desk did last to people, a check-in from here included; None if there is nothing."""
        entry = next((each for each in self.event.journal(LOOK_BACK) if self._is_own(each)), None)
        return self.event.undo(entry.eid) if entry else None

    def _is_own(self, entry: Entry) -> bool:
        own = entry.eid in self.memory.taken or (entry.op in OWN_DEEDS and entry.desk == self.event.desk)
        return own and entry.op.undoable and not entry.undone

    def gathering(self, ids: Sequence[int]) -> Generator[Part, None, PeopleTable]:
        """Read some people for a file, piece by piece."""
        return exporting.gathering(self.event.db, ids)

    def writing(self, path: Path, table: PeopleTable) -> Callable[[Task], int]:
        """Return the work of writing a file, which knows no event; it returns how many people were written."""
        return lambda task: exporting.write_people(path, table, task.tell)

    # ---- their data

    def write_about(self, person: int, path: Path) -> int:
        """Write all that is stored about somebody; returns how many entries of the journal. Raises KnownError."""
        told = about_person(self.event, person)
        content = Content(Holding.ABOUT, 1, (person,))
        with audit.noting(self.event, "people"), handing_over(path, content=content) as making:
            making.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return len(told["journal"])

    def erasing(self, person: Person, words: Words) -> ClosedDeed:
        """Return the work of erasing somebody, done to the closed file; what this desk remembers goes at once."""
        here, number = self.event.path, person.id
        self.memory.drafts.pop(number, None)
        self.memory.given_back = None
        self.looking.look_for("")

        def do(desk: str, clock: Clock) -> After:
            with open_event(here, desk=desk, clock=clock) as event:
                done = erase_person(event, number)
            return After(here, partial(_erased_text, done=done))

        return ClosedDeed(here, words.t("Erasing a person …"), do, erases=True)

    # ---- keeping up

    def keep_up(self, changes: Sequence[Changes]) -> Iterator[object]:
        """Bring the list up to date after changes; yields between pieces."""
        return self.looking.keep_up(changes)


def _erased_text(words: Words, done: Erased) -> str:
    said = [words.t("The person was erased. Please delete backups and lists, too, that were written before.")]
    if done.namesake:
        said.append(words.t("Somebody else has the same name: it was left in other people's texts."))
    return " ".join(said)


def _fields(before: Person, after: Person) -> list[str]:
    return [name for name in Person.__slots__ if getattr(before, name) != getattr(after, name)]


def _row(person: Person, stay: Stay | None, event: Event) -> Row:
    if stay is None or stay.first_at is None:
        return Row(person)
    return Row(person, stay.first_at.astimezone(event.zone), stay.inside)
