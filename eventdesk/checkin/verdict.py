"""The answer to one scan: a union of frozen dataclasses, to be matched with `assert_never`."""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import assert_never

from eventdesk.checkin.point import Point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.seating import AtDoor
from eventdesk.checkin.seating import as_json as door_json
from eventdesk.codes import Outcome
from eventdesk.people.person import Person
from eventdesk.words import Words
from eventdesk.words.verdicts import word


class Note(StrEnum):
    """Something to tell beside the verdict. `note_sentence` says it."""

    ATTENTION = "attention"
    """The person's own `attention` text has to be read."""
    FORCED = "forced"
    """An organiser let the person in although the rules said no; `overruled` says what they said."""
    GROUP = "group"
    """Others of the group are not in yet: `group` says how many."""
    SHARED_CODE = "shared_code"
    """Several people have this ticket or code; `candidates` holds the others."""
    KEYBOARD = "keyboard"
    """The code arrived through a foreign keyboard layout and was repaired."""
    NOT_A_PERSON = "not_a_person"
    """The code is one of ours, but of a booth, a room or the staff."""
    MISREAD = "misread"
    """Sixteen digits whose check digit is wrong: mistyped or badly printed."""


@dataclass(frozen=True, slots=True)
class FirstScan:
    """When, at which point (its name) and at which desk a person was scanned before."""

    at: datetime
    point: str
    desk: str


@dataclass(frozen=True, slots=True)
class Group:
    """The group a person came with: all registered members, and how many of them are not in yet."""

    name: str
    size: int
    missing: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every verdict tells. `eid` is the journal entry of the scan, `scanned` the text as it was read.

    `where` names stand, sessions and table as the caller's guide gave them. `repeated` marks the same code scanned
    again within three seconds: the first verdict once more, and nothing was written. `box` and `box_number` say where
    the printed badge lies that the person has yet to get, `door` what the door of a room knew about the person.
    """

    eid: str
    at: datetime
    point: Point
    desk: str
    scanned: str
    direction: Direction = Direction.IN
    person: Person | None = None
    first: FirstScan | None = None
    overruled: Outcome | None = None
    notes: tuple[Note, ...] = ()
    candidates: tuple[Person, ...] = ()
    group: Group | None = None
    where: tuple[str, ...] = ()
    repeated: bool = False
    forced: bool = False
    box: str = ""
    box_number: int = 0
    door: AtDoor | None = None


@dataclass(frozen=True, kw_only=True)
class Accepted(Answer):
    """Welcome. `forced`: only because an organiser said so, against `overruled`."""

    person: Person
    code: Outcome = field(default=Outcome.ACCEPTED, init=False)


@dataclass(frozen=True, kw_only=True)
class AlreadyIn(Answer):
    """The person is in already; `first` says since when, where and by which desk."""

    person: Person
    first: FirstScan
    code: Outcome = field(default=Outcome.ALREADY_IN, init=False)


@dataclass(frozen=True, kw_only=True)
class Left(Answer):
    """Goodbye: an exit was recorded."""

    person: Person
    code: Outcome = field(default=Outcome.LEFT, init=False)


@dataclass(frozen=True, kw_only=True)
class NotInside(Answer):
    """An exit of somebody who is not in; `first` is the exit before, if there was one."""

    person: Person
    code: Outcome = field(default=Outcome.NOT_INSIDE, init=False)


@dataclass(frozen=True, kw_only=True)
class Refused(Answer):
    """No entry: `code` is cancelled, pending, waiting, wrong_point, wrong_day, full or replaced_badge."""

    person: Person
    code: Outcome


@dataclass(frozen=True, kw_only=True)
class UnknownCode(Answer):
    """Nobody in this event has this code. The page offers the name search."""

    code: Outcome = field(default=Outcome.UNKNOWN_CODE, init=False)


Verdict = Accepted | AlreadyIn | Left | NotInside | Refused | UnknownCode


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group taken in together. One `undo_scan(event, eid)` takes all of it back; `eid` is empty if nobody came in.

    `verdicts` has the accepted ones first. Nothing was written about `left_out` and about who was `already_in`.
    """

    group: str
    eid: str
    verdicts: tuple[Verdict, ...]
    left_out: tuple[Person, ...]
    already_in: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class WalkIn:
    """A person added at the desk and scanned in at once. One `undo_scan(event, eid)` takes back both."""

    person: Person
    verdict: Verdict
    eid: str
    possible_duplicates: tuple[Person, ...]


def as_json(verdict: Verdict, words: Words, zone: tzinfo) -> dict[str, object]:
    """Return the verdict as the command line prints it. Times are local ISO text, notes are sentences."""
    person = verdict.person
    return {
        "outcome": verdict.code.value,
        "person": None
        if person is None
        else {
            "id": person.id,
            "name": person.name,
            "organisation": person.organisation,
            "roles": list(person.roles),
            "code": person.code,
        },
        "at": _local(verdict.at, zone),
        "point": verdict.point.name,
        "desk": verdict.desk,
        "first": None
        if verdict.first is None
        else {"at": _local(verdict.first.at, zone), "desk": verdict.first.desk, "point": verdict.first.point},
        "notes": [note_sentence(verdict, note, words) for note in verdict.notes],
        "where": list(verdict.where),
        "box": {"name": verdict.box, "number": verdict.box_number} if verdict.box else None,
        **({"door": door_json(verdict.door, zone)} if verdict.door is not None else {}),
    }


def note_sentence(verdict: Verdict, note: Note, words: Words) -> str:
    """Return what a note says, in the language of `words`. The person's own attention text is said as it stands."""
    match note:
        case Note.ATTENTION:
            said = verdict.person.attention if verdict.person else ""
        case Note.FORCED:
            reason = verdict.overruled and word(words, verdict.overruled)
            said = words.t("Admitted anyway: {reason}", reason=reason) if reason else words.t("Admitted anyway")
        case Note.GROUP:
            name, missing = (verdict.group.name, verdict.group.missing) if verdict.group else ("", 0)
            said = words.n(
                "Group {group}: one person is still missing",
                "Group {group}: {count} people are still missing",
                missing,
                group=name,
            )
        case Note.SHARED_CODE:
            names = ", ".join(other.name for other in verdict.candidates)
            said = words.t("The same code also belongs to: {names}", names=names)
        case Note.KEYBOARD:
            said = words.t("The keyboard layout does not suit the scanner. The code was repaired.")
        case Note.NOT_A_PERSON:
            said = words.t("This is the code of a booth, a room or the staff: scan the badge of the person.")
        case Note.MISREAD:
            said = words.t("One digit is wrong: scan again, or type the name.")
        case _:
            assert_never(note)
    return said


def _local(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")
