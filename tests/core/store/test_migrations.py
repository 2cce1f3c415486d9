"""Older files are brought up to date in one transaction, with a backup before; a failed step changes nothing."""

import sqlite3
from pathlib import Path

import pytest

from eventdesk.badges import actions as badges
from eventdesk.badges import records
from eventdesk.badges.boxes import Spot
from eventdesk.badges.choice import Changed
from eventdesk.codes import Op
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, Undone
from eventdesk.fair import actions, actions_plans
from eventdesk.fair.exhibitor import Setup
from eventdesk.fair.records import read_fair
from eventdesk.merging.actions import merge
from eventdesk.panels import records as panels
from eventdesk.panels.actions_places import give_place
from eventdesk.panels.actions_timetable import keep_programme
from eventdesk.panels.outcome import PlaceGiven
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from eventdesk.people.records import by_former_code
from eventdesk.people.search import search
from eventdesk.store import migrations, schema
from tests.core.fair import hall_of_tests
from tests.core.store import older
from tests.core.store.test_door import add


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use another folder of migrations, which a test fills."""
    steps = tmp_path / "steps"
    steps.mkdir()
    monkeypatch.setattr(migrations, "FOLDER", steps)
    return steps


@pytest.fixture
def old(tmp_path: Path, folder: Path) -> Path:
    """Return a file of the first version."""
    path = tmp_path / "old.eventdesk"
    with Event.create(path) as event:
        add(event, "Elif")
    return path


def run(path: Path) -> bool:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        return migrations.migrate(connection, path, connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def create(path: Path) -> Path:
    create_event(path).close()
    return path


def value(path: Path, sql: str) -> object:
    connection = sqlite3.connect(path)
    found: object = connection.execute(sql).fetchone()[0]
    connection.close()
    return found


def test_steps_run_once_in_order_with_a_backup_before(old: Path, folder: Path) -> None:
    (folder / "0002_pronoun.sql").write_text("ALTER TABLE person ADD COLUMN pronoun TEXT NOT NULL DEFAULT '';\n")
    (folder / "0003_said.sql").write_text("UPDATE person SET pronoun = 'sie';\nCREATE INDEX p ON person (pronoun);\n")
    assert run(old)
    assert value(old, "SELECT pronoun FROM person") == "sie"
    assert value(old, "PRAGMA user_version") == 3
    backup = old.with_name(old.name + ".before-v3")
    assert value(backup, "PRAGMA user_version") == 1
    assert not run(old)


@pytest.mark.parametrize(
    "bad",
    [
        "ALTER TABLE person ADD COLUMN pronoun TEXT NOT NULL DEFAULT '';\nUPDATE nowhere SET x = 1;\n",
        "INSERT INTO booth (id, ref, hall, x_mm, y_mm, width_mm, depth_mm) VALUES (1, 'A', 99, 0, 0, 1, 1);\n",
    ],
)
def test_a_failing_step_leaves_the_file_as_it_was(old: Path, folder: Path, bad: str) -> None:
    (folder / "0002_bad.sql").write_text(bad)
    with pytest.raises(sqlite3.Error):
        run(old)
    assert value(old, "PRAGMA user_version") == 1
    assert value(old, "SELECT count(*) FROM pragma_table_info('person') WHERE name = 'pronoun'") == 0
    (folder / "0002_bad.sql").unlink()
    with Event.open(old) as event:
        assert all(result is True for result in event.verify().values())


def test_gaps_in_the_numbers_are_refused(folder: Path) -> None:
    (folder / "0003_late.sql").write_text("SELECT 1;")
    with pytest.raises(ValueError, match="without a gap"):
        migrations.steps()


def test_opening_brings_a_file_up_to_date_and_makes_derived_data_anew(old: Path, folder: Path) -> None:
    (folder / "0002_name.sql").write_text(
        "UPDATE person SET given_name = 'Elifnur';\n"
        "UPDATE change SET after = json_set(after, '$.given_name', 'Elifnur') WHERE tbl = 'person';\n"
    )
    with open_event(old) as event:
        assert [hit.person for hit in search(event.db, "elifnur")]
        assert all(result is True for result in event.verify().values())


def test_a_step_that_breaks_a_reference_names_the_table(old: Path, folder: Path) -> None:
    (folder / "0002_bad.sql").write_text(
        "INSERT INTO booth (id, ref, hall, x_mm, y_mm, width_mm, depth_mm) VALUES (1, 'A', 99, 0, 0, 1, 1);\n"
    )
    with pytest.raises(sqlite3.IntegrityError, match="booth"):
        run(old)


def test_a_statement_may_hold_semicolons_and_lines() -> None:
    text = "INSERT INTO t VALUES ('a;\nb');\nSELECT\n 1;\n"
    assert list(schema.statements(text)) == ["INSERT INTO t VALUES ('a;\nb');", "SELECT\n 1;"]
    with pytest.raises(ValueError, match="inside a statement"):
        list(schema.statements("SELECT 1"))


def test_a_file_of_the_first_version_gets_what_came_since(tmp_path: Path) -> None:
    path = tmp_path / "first.eventdesk"
    with Event.create(path) as event:
        add(event, "Elif")
    older.as_first(path)
    with open_event(path) as event:
        assert event.db.value("SELECT count(*) FROM former_key") == 0
        assert [hit.person for hit in search(event.db, "elif")]
        assert set(event.verify().values()) == {True}
    assert value(path, "PRAGMA user_version") == migrations.current()


def test_prints_and_former_codes_of_an_older_file_stay_and_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "third.eventdesk"
    with open_event(create(path), desk="Schalter 1") as event:
        kept, other = (people.add(event, Person(0, name, "Demirtaş")) for name in ("Elif", "Elifnur"))
        badges.mark_printed(event, [kept.id], "Laser", "Vorab")
        merged = merge(event, kept.id, other.id)
    older.as_third(path)
    with open_event(path, desk="Schalter 1") as event:
        (print_,) = records.prints(event.db, kept.id)
        assert (print_.printer, print_.reason, print_.digest, print_.spot) == ("Laser", "Vorab", "", None)
        assert [person.id for person in by_former_code(event.db, other.code)] == [kept.id]
        assert badges.choose(event, Changed()) == []
        assert set(event.verify().values()) == {True}
        assert isinstance(event.undo(merged.eid), Undone)
        badges.mark_printed(event, [other.id], "Laser", spots={other.id: Spot("A–D", 1)})
        assert set(event.verify().values()) == {True}


def test_a_file_of_the_fourth_version_gets_the_fair(tmp_path: Path) -> None:
    """Who has a settled booth stands there, and what was done before can still be undone."""
    path = tmp_path / "fourth.eventdesk"
    with open_event(create(path), desk="Schalter 1") as event:
        before = hall_of_tests.build(event)
        actions.pin(event, [1])
        pinned = actions.change_exhibitor(event, 1, pinned=before.booths[0].id)
    older.as_fourth(path)
    assert value(path, "SELECT count(*) FROM pragma_table_info('exhibitor') WHERE name = 'setup'") == 0
    with open_event(path, desk="Schalter 1") as event:
        assert set(event.verify().values()) == {True}
        fair = read_fair(event.db)
        assert (fair.stands, fair.parts) == ({1: (before.booths[0].id,)}, ())
        assert {each.setup for each in fair.exhibitors} == {Setup.NOT_YET}
        assert isinstance(event.undo(pinned.eid), Undone)
        assert read_fair(event.db) == before
        actions.place(event, 3, hall_of_tests.booth_ids(fair, "A-05 A-06"))
        actions.set_setup(event, [3], Setup.SET_UP)
        actions_plans.keep_version(event, "Erste")
        assert set(event.verify().values()) == {True}
    assert value(path, "PRAGMA user_version") == migrations.current()
    assert value(path.with_name(f"{path.name}.before-v{migrations.current()}"), "PRAGMA user_version") == 4


def test_a_file_of_the_fifth_version_gets_the_programme(tmp_path: Path) -> None:
    """What was settled for a session is fixed; what was done before can still be undone."""
    path = tmp_path / "fifth.eventdesk"
    with open_event(create(path), desk="Schalter 1") as event:
        with event.transact(Op.IMPORT, "programme") as tx:
            panels.insert_slot(tx, Slot(1, "Z1", "2027-03-06T10:00", "2027-03-06T11:00"))
            panels.insert_room(tx, Room(2, "R1", "Saal", 80))
            panels.insert_session(tx, Session(3, "S1", "Forum", slot=1, room=2))
            panels.insert_session(tx, Session(4, "S2", "Offen", slot=1))
        elif_ = people.add(event, Person(0, "Elif", "Demirtaş", wishes=("S2",)))
    older.as_fifth(path)
    with open_event(path, desk="Schalter 1") as event:
        assert set(event.verify().values()) == {True}
        programme = panels.read_programme(event.db)
        fixed = {each.ref: (each.slot_fixed, each.room_fixed) for each in programme.sessions}
        assert fixed == {"S1": (True, True), "S2": (True, False)}
        assert programme.wishes == {elif_.id: (4,)}
        assert isinstance(give_place(event, elif_.id, 4), PlaceGiven)
        assert keep_programme(event, "Gedruckt", printed=True).printed
        assert set(event.verify().values()) == {True}
        assert all(isinstance(event.undo(), Undone) for _ in range(4))
        assert panels.counts(event.db) == {"rooms": 0, "slots": 0, "sessions": 0}
        assert set(event.verify().values()) == {True}
    assert value(path.with_name(f"{path.name}.before-v{migrations.current()}"), "PRAGMA user_version") == 5


def as_first(path: Path, *, without_id: bool) -> None:
    """Make a file one of the first version, as the program of that time left it."""
    older.as_first(path)
    if without_id:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("DELETE FROM meta WHERE key = 'event'")
        connection.close()


@pytest.mark.parametrize("without_id", [False, True])
def test_a_copy_of_the_first_version_opens_a_second_time(tmp_path: Path, without_id: bool) -> None:
    """Whoever takes the old file back to its place, or was stopped halfway, is not locked out by the first copy."""
    path = tmp_path / "first.eventdesk"
    with Event.create(path) as event:
        add(event, "Elif")
    as_first(path, without_id=without_id)
    first = path.read_bytes()
    for _ in range(3):
        path.write_bytes(first)
        with open_event(path) as event:
            assert [hit.person for hit in search(event.db, "elif")]
    copies = sorted(each.name for each in tmp_path.glob("*.before-v*"))
    assert copies[0] == f"first.eventdesk.before-v{migrations.current()}"
    assert len(copies) == (3 if without_id else 1)
    assert all(value(tmp_path / name, "SELECT count(*) FROM person") == 1 for name in copies)


def test_what_lies_where_the_copy_goes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "first.eventdesk"
    Event.create(path).close()
    as_first(path, without_id=False)
    other = tmp_path / f"first.eventdesk.before-v{migrations.current()}"
    other.write_text("a letter", encoding="utf-8")
    open_event(path).close()
    assert other.read_text(encoding="utf-8") == "a letter"
    assert len(list(tmp_path.glob("*.before-v*"))) == 2
