"""Who looked at people, and which files were written, stands in the journal: without names, and never to be undone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk import audit
from eventdesk.codes import NOTES, Fault, Holding, Op, Refusal
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event, UndoRefused
from eventdesk.files import handing_over
from eventdesk.finishing.about_person import about_person
from eventdesk.finishing.ending import finish
from eventdesk.finishing.erasing import erase_person
from eventdesk.history import listing
from eventdesk.history.notes import noted
from eventdesk.history.telling import step_sentences, title
from eventdesk.history.whole import Filter
from eventdesk.outputs import Content
from eventdesk.people.actions import add
from eventdesk.people.exporting import export_people
from eventdesk.people.person import Person
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from eventdesk.words.audit import Given, export_label
from eventdesk.words.audit import given as understood
from eventdesk.words.ops import deed
from tests.clock import FakeClock

EN = Words("en")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with create_event(tmp_path / "a.eventdesk", desk="S", actor="amira", clock=clock) as made:
        yield made


def notes(event: Event) -> list[str]:
    """Return what is noted, the oldest first, as the journal's page says it."""
    found = listing.page(event.db, Filter(ops=NOTES)).lines
    return [title(EN, line) for line in reversed(found)]


def test_a_file_that_was_written_is_noted(event: Event, tmp_path: Path) -> None:
    for name in ("Ada", "Bo"):
        add(event, Person(0, name))
    with audit.noting(event, "people"):
        export_people(event, tmp_path / "alle.csv")
    assert notes(event) == ["Written to a file: People, 2 people, alle.csv"]
    (entry, *_) = event.journal(1)
    assert (entry.op, entry.desk, entry.actor, entry.label) == (Op.EXPORT, "S", "amira", "people 2 people alle.csv")
    assert all(each is True for each in event.verify().values())


def test_a_file_is_noted_though_something_failed_afterwards(event: Event, tmp_path: Path) -> None:
    def write_and_fail() -> None:
        with audit.noting(event, "x"):
            export_people(event, tmp_path / "a.json")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert len(notes(event)) == 1
    with pytest.raises(KnownError), audit.noting(event, "x"):
        export_people(event, tmp_path / "no folder" / "a.json")
    assert len(notes(event)) == 1


def test_only_what_this_thread_writes_is_heard(event: Event, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = threading.Thread(target=lambda: write_table(tmp_path / "b.csv", ["a"], []))
    with audit.noting(event, "x"):
        other.start()
        other.join()
    assert notes(event) == []
    write_table(tmp_path / "c.csv", ["a"], [])
    assert notes(event) == []
    assert "c.csv" not in "".join(capfd.readouterr())


def test_a_file_that_can_only_be_looked_at_holds_no_notes(event: Event, tmp_path: Path, clock: FakeClock) -> None:
    person = add(event, Person(0, "Ada"))
    event.close()
    event.path.chmod(0o444)
    with open_event(event.path, clock=clock) as again:
        again.view_only = again.view_only or Fault.VIEW_ONLY  # root may write everything
        looked = audit.LookUps(again)
        looked.see(person.id)
        looked.write()
        with audit.noting(again, "x"):
            export_people(again, tmp_path / "a.csv")
        assert notes(again) == []
        assert not looked.waiting


def test_notes_cannot_be_undone_and_an_undo_passes_them_by(event: Event) -> None:
    person = add(event, Person(0, "Ada"))
    audit.note_look_ups(event, [person.id])
    (entry, *_) = event.journal(1)
    refused = event.undo(entry.eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOT_UNDOABLE
    assert refused.entry is not None
    assert refused.entry.eid == entry.eid
    assert not isinstance(event.undo(), UndoRefused)
    assert notes(event) == ["Details looked at: …"]


def test_who_is_looked_at_again_is_noted_once_in_ten_minutes(event: Event, clock: FakeClock) -> None:
    ada, bo = add(event, Person(0, "Ada")), add(event, Person(0, "Bo"))
    looked = audit.LookUps(event)
    for minutes in (0, 4, 4, 4, -60):
        clock.advance(minutes=minutes)
        looked.see(ada.id)
    looked.see(bo.id)
    assert notes(event) == []
    looked.write()
    looked.write()
    assert notes(event) == ["Details looked at: Ada and one more"]
    clock.advance(minutes=10)
    looked.see(ada.id)
    looked.write()
    assert notes(event)[1:] == ["Details looked at: Ada"]


def test_what_could_not_be_noted_waits(event: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = audit.LookUps(event)
    looked.see(add(event, Person(0, "Ada")).id)
    with monkeypatch.context() as patch:
        patch.setattr(event, "transact", _full)
        with pytest.raises(KnownError):
            looked.write()
    assert looked.waiting
    looked.write()
    assert notes(event) == ["Details looked at: Ada"]


def _full(*_arguments: object) -> object:
    raise KnownError(Fault.DISK_FULL)


def test_many_stand_in_several_entries_each_told_by_name(event: Event) -> None:
    people = [add(event, Person(0, f"P{number}")).id for number in range(41)]
    audit.note_look_ups(event, people)
    lines = listing.page(event.db, Filter(ops=NOTES)).lines
    assert [title(EN, line) for line in lines] == ["Details looked at: P40", "Details looked at: P0 and 39 more"]
    steps = listing.parts(event.db, lines[0].entry.eid).happenings[0].steps
    told = [(step.name, step_sentences(EN, step, event.zone)) for step in steps]
    assert told == [("P40", ["Details were shown or given out"])]
    assert [len(note.people) for note in noted(event.db, 5)] == [1, 40]


def test_who_changes_is_told_of_a_note(event: Event) -> None:
    heard = []
    event.changed.append(lambda changes: heard.append((changes.op, dict(changes.ids))))
    audit.note_look_ups(event, [7])
    assert heard == [(Op.LOOK_UP, {})]


def test_somebody_who_is_erased_is_in_no_note(event: Event, tmp_path: Path) -> None:
    ada, bo = add(event, Person(0, "Ada", "Lovelace-Byron")), add(event, Person(0, "Bo"))
    audit.note_look_ups(event, [ada.id, bo.id])
    audit.note_look_ups(event, [ada.id])
    about = tmp_path / "Ada Lovelace-Byron.json"
    with audit.noting(event, "people"), handing_over(about, content=Content(Holding.ABOUT, 1, (ada.id,))) as making:
        making.write_text("{}")
    told = about_person(event, ada.id)["looked_at"]
    assert [(each["op"], each["desk"]) for each in told] == [("look_up", "S"), ("look_up", "S"), ("export", "S")]
    assert len(about_person(event, bo.id)["looked_at"]) == 1
    assert str(bo.id) not in str(about_person(event, ada.id)["looked_at"])
    assert notes(event)[-1].endswith(": Ada Lovelace-Byron")
    erase_person(event, ada.id)
    labels = [entry.label for entry in event.journal() if entry.op in NOTES]
    assert labels == ["about 1 people .json", "", f"#{bo.id}"]
    assert notes(event) == [
        "Details looked at: Bo",
        "Details looked at",
        "Written to a file: All that is stored about somebody, one person, .json",
    ]
    assert all(each is True for each in event.verify().values())
    event.close()
    content = event.path.read_bytes()
    assert b"Lovelace" not in content
    assert str(ada.id).encode() not in content


def test_nothing_is_left_of_notes_when_the_event_is_finished(event: Event) -> None:
    person = add(event, Person(0, "Ada"))
    audit.note_look_ups(event, [person.id])
    event.close()
    finish(event.path)
    assert str(person.id).encode() not in event.path.read_bytes()


@settings(max_examples=40)
@given(
    holding=st.sampled_from(Holding),
    amount=st.integers(2, 10**6),
    place=st.from_regex(r"[a-z]{0,9}( [a-z]+)?", fullmatch=True),
    name=st.text(st.characters(codec="utf-8"), min_size=1)
    .map(str.strip)
    .filter(lambda text: text[:1] not in ("", "#")),
)
def test_a_label_says_what_was_put_in(holding: Holding, amount: int, place: str, name: str) -> None:
    found = understood(export_label(Given(holding, amount, place, name)))
    assert found == Given(holding, amount, "/".join(place.split()), name)


@pytest.mark.parametrize("holding", Holding)
def test_the_name_of_a_file_about_one_is_not_kept(holding: Holding) -> None:
    label = export_label(Given(holding, 1, "people", "Ada Lovelace.pdf"))
    assert "Ada" not in label
    assert deed(EN, Op.EXPORT, label).endswith(", .pdf")


@pytest.mark.parametrize("label", ["", "Ada", "people x y", "nothing 3 people a.csv", "people 3"])
def test_a_label_of_another_kind_is_shown_as_it_is(label: str) -> None:
    assert deed(EN, Op.EXPORT, label) == ("Written to a file" + (f": {label}" if label else ""))
