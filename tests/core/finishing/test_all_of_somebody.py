"""One person's data out and erased, with everything that knows of them: notes, backups, PINs beside them."""

import json
from datetime import date
from pathlib import Path

import pytest

from eventdesk import audit, pins
from eventdesk.backups import Occasion, keeping, places
from eventdesk.codes import Op
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.deletion_day import DELETE_ON, choose_deletion_day
from eventdesk.finishing.ending import finish, leftovers
from eventdesk.finishing.erasing import erase_person
from eventdesk.finishing.next_time import Choice, next_event, proposed
from eventdesk.people.actions import add
from eventdesk.people.exporting import export_people
from eventdesk.people.person import Person
from eventdesk.rights import Level
from eventdesk.store import settings
from tests.clock import FakeClock

NAME = "Brzęczyszczykiewicz"


@pytest.fixture
def event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> Event:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    details = EventDetails(title="T", starts="2017-03-06", ends="2017-03-07")
    made = create_event(tmp_path / "a.eventdesk", details=details, clock=clock)
    pins.keep(made, Level.ORGANISER, pins.hashed("4711"))
    choose_deletion_day(made, date(2017, 4, 1))
    return made


def _everywhere(folder: Path, text: str) -> list[str]:
    """Return the files of this computer in which a text stands."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes())


def test_of_somebody_who_is_erased_nothing_is_left_that_eventdesk_keeps(event: Event, tmp_path: Path) -> None:
    person = add(event, Person(0, "Zuzanna", NAME, email="zuzanna@xylofon.example"))
    audit.note_look_ups(event, [person.id])
    with audit.noting(event, "people"):
        export_people(event, tmp_path / "liste.csv")
    keeping.keep_now(places.home(), event, Occasion.AUTO)
    event.backup(tmp_path / "von Hand.eventdesk")
    told = json.dumps(about_person(event, person.id), ensure_ascii=False)
    assert "scrypt" not in told
    assert "pin." not in told
    assert [each["op"] for each in json.loads(told)["looked_at"]] == [Op.LOOK_UP.value]
    erase_person(event, person.id)
    event.close()
    for text in (NAME, "zuzanna@xylofon.example", str(person.id)):
        left = set(_everywhere(tmp_path, text))
        assert left <= {"von Hand.eventdesk", "liste.csv"}, text
    assert "von Hand.eventdesk" in _everywhere(tmp_path, NAME)  # the search finds what there is


def test_when_the_event_is_finished_nobody_is_left_anywhere(event: Event, tmp_path: Path) -> None:
    add(event, Person(0, "Zuzanna", NAME))
    with audit.noting(event, "people"):
        export_people(event, tmp_path / "liste.csv")
    keeping.keep_now(places.home(), event, Occasion.AUTO)
    left = leftovers(event, [])
    event.close()
    finish(event.path, delete=[*left.backups, *(each.path for each in left.outputs)])
    assert _everywhere(tmp_path, NAME) == []


def test_the_next_event_has_no_pin_and_its_own_day(event: Event, tmp_path: Path) -> None:
    details = proposed(event.details)
    next_event(event, tmp_path / "b.eventdesk", details, Choice(people=True))
    with open_event(tmp_path / "b.eventdesk") as following:
        stored = settings.all_of(following.db)
    assert DELETE_ON not in stored
    assert not [key for key in stored if key.startswith("pin.")]
    event.close()
