"""What a person agreed to, in the panel beside the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eventdesk.people import records
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from tests.ui.people_driver import PeopleDriver
from ui.people.chips import Chip
from ui.people.form import ChipsField


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")


@pytest.fixture
def people(english: None, desk: DeskDriver) -> PeopleDriver:
    return PeopleDriver(desk)


def stored(people: PeopleDriver, name: str) -> Person:
    return next(person for person in records.everyone(people.event.db) if person.given_name == name)


def chip(people: PeopleDriver, name: str) -> Chip:
    field = people.page.panel.form.fields["consents"]
    assert isinstance(field, ChipsField)
    return next(each for each in field.findChildren(Chip) if each.text() == name)


def test_consents_are_given_and_taken_by_keys_alone(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif")
    for name in ("May be invited next time", "Contact may be passed on"):
        chip(people, name).setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(chip(people, name), Qt.Key.Key_Space)
    assert people.unsaved() == "Not saved yet: Agreed to"
    people.presses("Ctrl+S")
    assert stored(people, "Elif").consents == (Consent.CONTACT, Consent.INVITE)
    QTest.mouseClick(chip(people, "Contact may be passed on"), Qt.MouseButton.LeftButton)
    people.presses("Ctrl+S")
    assert stored(people, "Elif").consents == (Consent.INVITE,)
    people.presses("Ctrl+Z", "Ctrl+Z")
    assert stored(people, "Elif").consents == ()
