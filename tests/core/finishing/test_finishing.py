"""People are exported, erased, deleted with the whole event, or asked again, and no byte is left of who is gone."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from eventdesk import outputs, paths
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.records import points
from eventdesk.codes import Op
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from eventdesk.eventfolder import create_from
from eventdesk.finishing import belongings, records
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.ending import finish, finished_at, leftovers
from eventdesk.finishing.erasing import erase_person
from eventdesk.finishing.next_time import Choice, next_event, proposed
from eventdesk.finishing.regulars import by_times, regulars
from eventdesk.people import records as people
from eventdesk.people.actions import add, edit
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person, Status
from eventdesk.prize import records as prizes
from eventdesk.store import schema
from tests.clock import FakeClock
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import Prize

ZUZANNA = Person(
    0,
    "Zuzanna",
    "Brzęczyszczykiewicz",
    "Зузанна Бженчищикевич",
    organisation="Quxverein",
    email="zuzanna@xylofon.example",
    phone="0511 7766554433",
    ticket="TCKT-998877",
    note="Zuzanna Brzęczyszczykiewicz bringt Kuchen",
    consents=(Consent.CONTACT, Consent.INVITE),
    extra={"T-Shirt": "Größe Zyx"},
)
BYTES = ("Brzęczyszczykiewicz", "Бженчищикевич", "zuzanna@xylofon.example", "7766554433", "TCKT-998877", "Größe Zyx")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def harburg(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = create_from(tmp_path / "h.eventdesk", paths.seeds() / "harburg-integrationskonferenz", desk="S", clock=clock)
    with made.opened() as event:
        yield event


def _left(path: Path, *texts: str) -> list[str]:
    content = path.read_bytes()
    return [text for text in texts if text.encode() in content]


def _lively(event: Event) -> Person:
    """Let somebody do what people do at an event."""
    person = add(event, ZUZANNA)
    edit(event, person.id, email="", note="")
    edit(event, person.id, email=ZUZANNA.email, note=ZUZANNA.note)
    (point, *_) = points(event.db)
    check_in(event, person.code, point)
    check_in(event, ZUZANNA.ticket, point)
    with event.transact(Op.PANELS_EDIT_SESSION, "Runde") as tx:
        for row in list(records.all_rows(tx, "session"))[:1]:
            tx.update("session", int(row["id"] or 0), {"speakers": f"X1, {person.name}, X2"})
    return person


def test_every_table_is_decided_about() -> None:
    tables = set(schema.journaled_tables())
    assert set(belongings.STAYS) | belongings.GOES == tables | {"extra"}
    assert not set(belongings.STAYS) & belongings.GOES


def test_every_reference_to_a_person_is_known(event: Event) -> None:
    known = {*belongings.BY_PERSON, *belongings.EMPTIED}
    for table in schema.journaled_tables():
        for row in event.db.rows(f"PRAGMA foreign_key_list({table})"):
            if row["table"] == "person":
                assert (table, row["from"]) in known
        columns = {row["name"] for row in event.db.rows(f"PRAGMA table_info({table})")}
        if "person" in columns:
            assert (table, "person") in known


def test_one_person_is_told_all_that_is_stored(harburg: Event) -> None:
    person = _lively(harburg)
    told = about_person(harburg, person.id)
    assert told["person"]["email"] == ZUZANNA.email
    assert told["stored"]["extra"] == [{"kind": "person", "name": "T-Shirt", "value": "Größe Zyx"}]
    assert {scan["point"] for scan in told["stored"]["scan"]} == {points(harburg.db)[0].name}
    assert [line["op"] for line in told["journal"]][:3] == ["add_person", "edit_person", "edit_person"]
    assert json.loads(json.dumps(told)) == told


def test_nothing_is_left_of_a_person_who_was_erased(harburg: Event) -> None:
    person = _lively(harburg)
    assert _left(harburg.path, person.name) != []
    before = people.count(harburg.db)
    erased = erase_person(harburg, person.id)
    assert not erased.namesake
    assert erased.rows >= 3
    assert people.count(harburg.db) == before - 1
    assert all(harburg.verify().values()), harburg.verify()
    assert harburg.journal(1)[0].op is Op.ERASE_PERSON
    harburg.close()
    assert _left(harburg.path, *BYTES, person.code, "Zuzanna") == []


def test_the_rest_of_a_list_stays_when_a_speaker_is_erased(harburg: Event) -> None:
    person = _lively(harburg)
    erase_person(harburg, person.id)
    speakers = [str(row["speakers"]) for row in records.all_rows(harburg.db, "session")]
    assert "X1, X2" in speakers


def test_who_has_the_same_name_stays(harburg: Event) -> None:
    person, other = (
        add(harburg, ZUZANNA),
        add(harburg, Person(0, "Zuzanna", "Brzęczyszczykiewicz", ZUZANNA.native_name)),
    )
    assert erase_person(harburg, person.id).namesake
    assert people.person(harburg.db, other.id) == other
    assert all(harburg.verify().values())


def test_undo_goes_on_after_somebody_was_erased(harburg: Event) -> None:
    other = add(harburg, Person(0, "Bleibt", "Da"))
    person = _lively(harburg)
    edit(harburg, other.id, town="Peine")
    erase_person(harburg, person.id)
    harburg.undo()
    kept = people.person(harburg.db, other.id)
    assert kept is not None
    assert kept.town == ""
    assert all(harburg.verify().values())


@pytest.mark.parametrize(
    "seed", ["harburg-integrationskonferenz", "integrationskonferenz-4", "integrationskonferenz-9"]
)
def test_a_finished_event_knows_nobody(tmp_path: Path, clock: FakeClock, seed: str) -> None:
    path = tmp_path / "e.eventdesk"
    with create_from(path, paths.seeds() / seed, desk="S", clock=clock).opened() as event:
        person = _lively(event)
        everybody = people.everyone(event.db)
        exhibitors = list(records.all_rows(event.db, "exhibitor"))
        event.backup(tmp_path / "copy.eventdesk")
        more = leftovers(event, [tmp_path])
    assert more.backups == (tmp_path / "copy.eventdesk",)
    done = finish(path, delete=more.backups, desk="S", clock=clock)
    assert done.people == len(everybody)
    assert done.traces == 0
    assert done.deleted == more.backups
    assert not (tmp_path / "copy.eventdesk").exists()
    searched = [each.email for each in everybody if each.email] + [each.code for each in everybody]
    searched += [each.name for each in everybody] + [each.list_name for each in everybody]
    assert _left(path, *BYTES, person.code, *searched) == []
    contacts = [str(row[name]) for row in exhibitors for name in ("contact", "email", "phone")]
    assert _left(path, *(text for text in contacts if len(text) > 5)) == []
    with open_event(path, clock=clock) as event:
        assert people.count(event.db) == 0
        assert finished_at(event) is not None
        assert len(list(records.all_rows(event.db, "exhibitor"))) == len(exhibitors)
        assert all(event.verify().values()), event.verify()


def test_a_failed_end_leaves_the_file_as_it_was(
    tmp_path: Path, harburg: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    harburg.close()
    before = harburg.path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("eventdesk.finishing.ending.create_event", full)
    with pytest.raises(OSError, match="No space"):
        finish(harburg.path)
    assert harburg.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob(".*eventdesk")) == []


def test_what_this_computer_wrote_is_found_and_deleted(harburg: Event, tmp_path: Path, clock: FakeClock) -> None:
    from eventdesk.tables.writing import write_table

    listed, changed = tmp_path / "liste.csv", tmp_path / "andere.csv"
    for path in (listed, changed):
        write_table(path, ["Name"], [["Elif"]])
    changed.write_text("selbst geschrieben", encoding="utf-8")
    found = {each.path.name: each.untouched for each in leftovers(harburg, []).outputs}
    assert found == {"liste.csv": True, "andere.csv": False}
    harburg.close()
    done = finish(harburg.path, delete=[listed, tmp_path / "gibt-es-nicht.csv"], clock=clock)
    assert listed in done.deleted
    assert not listed.exists()
    assert changed.exists()
    assert [each.path.name for each in outputs.written_since(clock() - timedelta(days=9999))] == ["andere.csv"]


def test_what_cannot_be_deleted_is_told(harburg: Event, tmp_path: Path, clock: FakeClock) -> None:
    harburg.close()
    folder = tmp_path / "ordner"
    folder.mkdir()
    assert finish(harburg.path, delete=[folder], clock=clock).kept == (folder,)


def test_the_next_event_has_the_rooms_and_who_agreed(harburg: Event, tmp_path: Path, clock: FakeClock) -> None:
    person = _lively(harburg)
    quiet = add(harburg, Person(0, "Ohne", "Einwilligung"))
    details = EventDetails(title="9. Konferenz", starts="2018-06-14T17:00", ends="2018-06-14T21:00")
    agreed = sum(Consent.INVITE in each.consents for each in people.everyone(harburg.db))
    made = next_event(harburg, tmp_path / "next.eventdesk", details, clock=clock)
    assert made.people == agreed
    assert made.left_out == people.count(harburg.db) - agreed
    with open_event(made.path, clock=clock) as event:
        guests = {each.id: each for each in people.everyone(event.db)}
        assert quiet.id not in guests
        guest = guests[person.id]
        assert guest.status is Status.PENDING
        assert guest.code != person.code
        assert guest.note == ""
        assert not guest.ticket
        assert event.details.title == "9. Konferenz"
        for table in ("room", "point", "cafe_table", "slot"):
            assert len(list(records.all_rows(event.db, table))) == len(list(records.all_rows(harburg.db, table)))
        assert {str(row["starts"])[:10] for row in records.all_rows(event.db, "slot")} == {"2018-06-14"}
        (own,) = [each for each in regulars(event) if each.person == person.id]
        assert own.events == (harburg.details.title,)
        assert by_times(regulars(event)) == {1: 1}
        check_in(event, guest.code, points(event.db)[0])
        assert all(event.verify().values())
    assert _left(made.path, "Ohne", quiet.code, person.code, "Größe Zyx") == []


def test_the_next_event_takes_only_what_is_chosen(harburg: Event, tmp_path: Path, clock: FakeClock) -> None:
    nothing = Choice(*[False] * 7)
    made = next_event(harburg, tmp_path / "n.eventdesk", EventDetails(title="Leer"), nothing, clock=clock)
    with open_event(made.path, clock=clock) as event:
        filled = [table for table in schema.journaled_tables() if list(records.all_rows(event.db, table))]
        assert filled == ["setting"]
    assert (made.people, made.left_out) == (0, 0)


@pytest.mark.parametrize(
    ("title", "number", "following"),
    [
        ("4. Integrationskonferenz", "4", ("5. Integrationskonferenz", "5")),
        ("Integrationskonferenz Harburg", "8", ("Integrationskonferenz Harburg", "9")),
        ("Fest", "", ("Fest", "")),
        ("Fest", "²", ("Fest", "")),
        pytest.param("Fest", "9" * 5000, ("Fest", ""), id="5,000 digits"),
    ],
)
def test_the_next_number_is_proposed(title: str, number: str, following: tuple[str, str]) -> None:
    details = proposed(EventDetails(title=title, number=number, starts="2017-03-06T09:00", venue="V"))
    assert (details.title, details.number) == following
    assert (details.starts, details.venue) == ("", "V")


def test_a_poll_and_its_run_off_go_over_with_their_votes(tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "p.eventdesk"
    with create_event(path, details=EventDetails(title="P"), clock=clock) as event:
        with event.transact(Op.PRIZE_ADD_POLL, "P") as tx:
            first = tx.insert("poll", {"title": "Preis"})
            for number in range(5):
                again = tx.insert("poll", {"title": f"Stichwahl {number}", "run_off_of": first})
                first = again
        titles = {str(row["title"]) for row in records.all_rows(event.db, "poll")}
    finish(path, clock=clock)
    with open_event(path, clock=clock) as event:
        assert {str(row["title"]) for row in records.all_rows(event.db, "poll")} == titles
        assert all(event.verify().values())


@pytest.fixture
def voted(tmp_path: Path, clock: FakeClock) -> Iterator[Prize]:
    with create_event(tmp_path / "v.eventdesk", details=EventDetails(title="P"), desk="S", clock=clock) as event:
        prize = prize_of_tests.build(event)
        for name in ("Dua", "Eva", "Fay"):
            prize.issue(prize_of_tests.person(event, name))
        for ballot, number in zip(prize.ballots(), (1, 1, 2), strict=False):
            prize.cast(ballot, number)
        yield prize


def test_a_poll_that_was_voted_in_is_counted_the_same_after_the_end(voted: Prize, clock: FakeClock) -> None:
    voted.close()
    before, turnout = prizes.count(voted.event.db, voted.poll_id), prizes.turnout(voted.event.db, voted.poll_id)
    voted.event.close()
    finish(voted.event.path, clock=clock)
    with open_event(voted.event.path, clock=clock) as event:
        assert prizes.count(event.db, voted.poll_id) == before
        assert prizes.turnout(event.db, voted.poll_id) == turnout
        assert (turnout.issued, sum(turnout.used.values())) == (3, 3)
        assert all(event.verify().values()), event.verify()


def test_that_a_ballot_was_handed_out_stays_when_its_person_is_erased(voted: Prize) -> None:
    person = prize_of_tests.person(voted.event, "Dua")
    assert about_person(voted.event, person)["ballots"] == [{"poll": prize_of_tests.TITLE, "kind": "first"}]
    erase_person(voted.event, person)
    assert prizes.turnout(voted.event.db, voted.poll_id).issued == 3
    assert all(voted.event.verify().values()), voted.event.verify()
