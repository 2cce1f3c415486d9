"""The journal in impatient hands: a full disk, a merging that is overtaken, thousands of entries, every kind of line."""

import pytest

from eventdesk.checkin.actions import check_in, check_in_group, walk_in
from eventdesk.checkin.records import points
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.history.telling import told
from eventdesk.history.of_person import history_of
from eventdesk.merging.actions import merge
from eventdesk.people import actions, records
from eventdesk.people.person import Person, Status
from eventdesk.words import Words
from tests.ui.driver import DeskDriver
from tests.ui.journal_driver import JournalDriver


@pytest.fixture
def journal(desk: DeskDriver) -> JournalDriver:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles()
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
        journal.chooses("Check-in: Elif Demirtaş · Haupteingang")

    def full(*_: object, **__: object) -> object:
        raise KnownError(Fault.DISK_FULL, path="x")

    monkeypatch.setattr(Event, "undo", full)
    journal.desk.presses(key).says("The disk is full")


def test_an_overtaken_merging_names_who_stands_in_the_way(journal: JournalDriver) -> None:
    anna = [person for person in records.everyone(journal.event.db) if person.given_name == "Anna"]
    merge(journal.event, anna[0].id, anna[1].id)
    actions.edit(journal.event, anna[0].id, roles=("press",))
    journal.rests().chooses("Duplicates merged: Anna Schmidt").desk.presses("Ctrl+Z")
    journal.desk.says("cannot be undone", "Person changed: Anna Schmidt, 09:00").clicks("Show what came later")
    assert journal.chosen() == "Person changed: Anna Schmidt"


def test_german(journal: JournalDriver, codes: dict[str, str]) -> None:
    event, clock = journal.event, journal.desk.clock
    door, _, room = points(event.db)
    who = {person.given_name: person for person in records.everyone(event.db)}
    check_in(event, codes["elif"], door)
    clock.advance(minutes=1); check_in(event, codes["elif"], door)
    clock.advance(minutes=1); check_in(event, codes["elif"], door, direction=Direction.OUT)
    clock.advance(minutes=1); check_in(event, codes["elif"], door, direction=Direction.OUT)
    clock.advance(minutes=1); check_in(event, codes["elif"], door, forced=True)
    clock.advance(minutes=1); check_in(event, codes["elif"], room); event.undo(); event.undo()
    check_in(event, codes["cancelled"], door); clock.advance(minutes=1); check_in(event, codes["cancelled"], door, forced=True)
    check_in(event, codes["pending"], door); check_in(event, codes["waiting"], door); check_in(event, "4711471147114711", door)
    e = who["Elif"]
    actions.edit(event, e.id, town="Peine", email="a@b.de", status=Status.CANCELLED, roles=("guest","press"), extra={"Essen":"vegan"}, days=("2017-03-06",))
    actions.edit(event, e.id, status=Status.REGISTERED, email="", town="Celle", attention="")
    actions.edit(event, who["Piotr"].id, status=Status.REGISTERED)
    check_in_group(event, "Sprachkurs B1", door); event.undo()
    walk_in(event, "Mariam Haidari", point=door, roles=("guest",)); event.undo()
    actions.add(event, Person(0, "Neu", "Anders", native_name="Ф", organisation="X")); event.undo(); event.undo()
    merge(event, e.id, who["Farid"].id); event.undo(); event.undo()
    journal.rests()
    words = Words("de")
    for person in (e, who["Farid"], who["Anke"], who["Piotr"], who["Lina"]):
        print("#####", person.name)
        for each in history_of(event.db, person.id):
            print("  ", told(words, each, event.zone).sentences)
    journal.desk.application.preferences.language = "de"; journal.desk.application.rebuild(); journal.desk.settles()
    j = JournalDriver(journal.desk)
    for row in range(j.page.lines.rowCount()):
        j.page.list.choose(row); j.rests()
        print(j.page.lines.line(row).text, "\n        ", j.told())
    assert 0
