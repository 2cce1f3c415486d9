"""What the command line prints of a verdict, and the sentences of the notes."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from eventdesk.checkin.point import Point
from eventdesk.checkin.verdict import (
    Accepted,
    AlreadyIn,
    FirstScan,
    Group,
    Left,
    Note,
    NotInside,
    Refused,
    UnknownCode,
    as_json,
    note_sentence,
)
from eventdesk.codes import Outcome
from eventdesk.people.person import Person
from eventdesk.words import Words

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2017, 3, 6, 8, 41, 7, 123_000, tzinfo=UTC)
ELIF = Person(7, "Elif", "Demirtaş", organisation="Bürgerinitiative", roles=("exhibitor",), code="1482901633752042")
SCAN: dict[str, Any] = {
    "eid": "run.1",
    "at": AT,
    "point": Point(1, "Haupteingang"),
    "desk": "Schalter 2",
    "scanned": ELIF.code,
}
FIRST = FirstScan(datetime(2017, 3, 5, 23, 30, tzinfo=UTC), "Nebeneingang", "Schalter 1")
ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Accepted(person=ELIF, **SCAN), "accepted"),
        (AlreadyIn(person=ELIF, first=FIRST, **SCAN), "already_in"),
        (Left(person=ELIF, **SCAN), "left"),
        (NotInside(person=ELIF, **SCAN), "not_inside"),
        (UnknownCode(**SCAN), "unknown_code"),
        (Refused(person=ELIF, code=Outcome.CANCELLED, **SCAN), "cancelled"),
        (Refused(person=ELIF, code=Outcome.FULL, **SCAN), "full"),
    ],
)
def test_each_verdict_has_its_outcome(verdict, outcome):
    printed = as_json(verdict, ENGLISH, BERLIN)
    assert list(printed) == ["outcome", "person", "at", "point", "desk", "first", "notes", "where", "box"]
    assert printed["outcome"] == outcome
    assert (printed["at"], printed["point"], printed["desk"]) == (
        "2017-03-06T09:41:07+01:00",
        "Haupteingang",
        "Schalter 2",
    )


def test_person_and_first_scan():
    verdict = AlreadyIn(person=ELIF, first=FIRST, where=("Stand B-14", "Saal 3A"), **SCAN)
    printed = as_json(verdict, ENGLISH, BERLIN)
    assert printed["person"] == {
        "id": 7,
        "name": "Elif Demirtaş",
        "organisation": "Bürgerinitiative",
        "roles": ["exhibitor"],
        "code": "1482901633752042",
    }
    assert printed["first"] == {"at": "2017-03-06T00:30:00+01:00", "desk": "Schalter 1", "point": "Nebeneingang"}
    assert printed["where"] == ["Stand B-14", "Saal 3A"]


def test_nobody_and_nothing():
    printed = as_json(UnknownCode(**SCAN), ENGLISH, BERLIN)
    assert (printed["person"], printed["first"], printed["notes"], printed["where"]) == (None, None, [], [])


ALL_NOTED = Accepted(
    person=replace(ELIF, attention="Envelope B-14 is ready."),
    notes=tuple(Note),
    forced=True,
    overruled=Outcome.CANCELLED,
    group=Group("Course B1", 12, 11),
    candidates=(Person(8, "Bo", "Novak"), Person(9, "Cem", "Novak")),
    **SCAN,
)


def test_every_note_has_its_sentence():
    notes = as_json(ALL_NOTED, ENGLISH, BERLIN)["notes"]
    assert notes == [
        "Envelope B-14 is ready.",
        "Admitted anyway: Cancelled",
        "Group Course B1: 11 people are still missing",
        "The same code also belongs to: Bo Novak, Cem Novak",
        "The keyboard layout does not suit the scanner. The code was repaired.",
        "This is the code of a booth, a room or the staff: scan the badge of the person.",
        "One digit is wrong: scan again, or type the name.",
    ]


def test_one_person_missing():
    verdict = replace(ALL_NOTED, group=Group("Course B1", 12, 1))
    assert note_sentence(verdict, Note.GROUP, ENGLISH) == "Group Course B1: one person is still missing"


def test_notes_without_what_they_are_about():
    bare = UnknownCode(**SCAN)
    assert note_sentence(bare, Note.ATTENTION, ENGLISH) == ""
    assert note_sentence(bare, Note.FORCED, ENGLISH) == "Admitted anyway"
    assert note_sentence(bare, Note.GROUP, ENGLISH) == "Group : 0 people are still missing"


def test_verdicts_are_frozen():
    with pytest.raises(FrozenInstanceError):
        ALL_NOTED.desk = "Schalter 9"  # type: ignore[misc]
