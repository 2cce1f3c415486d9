"""The journal in impatient hands: a disk that is full, a merging that something was built on."""

import pytest

from eventdesk.checkin.actions import check_in
from eventdesk.checkin.records import points
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.merging.actions import merge
from eventdesk.people import actions, records
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.journal_driver import JournalDriver

__all__ = ["home"]


@pytest.fixture
def journal(desk: DeskDriver) -> JournalDriver:
    return JournalDriver(desk)


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Y"])
def test_a_full_disk_is_said_where_one_looks(
    journal: JournalDriver, monkeypatch: pytest.MonkeyPatch, codes: dict[str, str], key: str
) -> None:
    check_in(journal.event, codes["elif"], points(journal.event.db)[0])
    if key == "Ctrl+Y":
        journal.event.undo()
    journal.rests()
    if key == "Ctrl+Y":
        journal.chooses("Check-in: Elif Demirtaş")

    def full(*_: object, **__: object) -> object:
        raise KnownError(Fault.DISK_FULL, path="x")

    monkeypatch.setattr(Event, "undo", full)
    journal.desk.presses(key).says("The disk is full")


def test_an_overtaken_merging_names_who_stands_in_the_way(journal: JournalDriver) -> None:
    anna = [person for person in records.everyone(journal.event.db) if person.given_name == "Anna"]
    merge(journal.event, anna[0].id, anna[1].id)
    actions.edit(journal.event, anna[0].id, roles=("press",))
    journal.rests().chooses("Duplicates merged: Anna Schmidt + Anna Schmidt").desk.presses("Ctrl+Z")
    journal.desk.says("cannot be undone", "Person changed: Anna Schmidt, 09:00").clicks("Show what came later")
    assert journal.chosen() == "Person changed: Anna Schmidt"


def test_desks_and_days_are_found_however_long_the_journal_is(
    journal: JournalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eventdesk.history.listing.STRETCH", 3)
    person = records.everyone(journal.event.db)[0]
    for number in range(9):
        journal.event.desk = f"Schalter {number}"
        actions.edit(journal.event, person.id, town=f"Ort {number}")
    journal.rests()
    desks = [journal.page.filters.desk.itemText(row) for row in range(journal.page.filters.desk.count())]
    assert desks == ["All desks", "Büro", *(f"Schalter {number}" for number in range(9))]
    journal.picks("desk", "Schalter 7")
    assert journal.page.filters.desk.currentText() == "Schalter 7"
