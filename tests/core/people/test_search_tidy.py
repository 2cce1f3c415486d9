"""Joining the parts of the index: in steps, between which the desk goes on, and nothing that is found changes."""

import random
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.desk import open_event
from eventdesk.event import Event, Undone
from eventdesk.people import records
from eventdesk.people.importing import apply_in_steps, import_people, plan_import
from eventdesk.people.person import Person
from eventdesk.people.search import search
from eventdesk.store import journal
from eventdesk.store.access import new_id
from eventdesk.tables.reading import read_tables
from tests.core.people.searching import found, named, parts, put


def scattered(event: Event) -> None:
    """Write an index of many parts: thousands of people at once, no two names alike, and some one by one."""
    chance = random.Random(3)
    letters = [["".join(chance.choices("abdefgiklmnoprstuvz", k=12)) for _ in range(3)] for _ in range(6_000)]
    people = [
        Person(new_id(), f"Vorname {first}", f"Name {family}", organisation=organisation)
        for first, family, organisation in letters
    ]
    with event.transact(Op.IMPORT, "Liste") as tx:
        tx.insert_many("person", records.COLUMNS, map(records.row_of, people))
    for number in range(7):
        put(event, named("Neu", f"Dazu{number}x"))
    assert parts(event) > 4


def test_tidying_joins_the_parts_in_steps_and_changes_nothing_that_is_found(event: Event):
    scattered(event)
    words = ["name", "vorname a", "dazu", "dazu3x", "ada"]
    before = [search(event.db, word) for word in words]
    steps = 0
    for _ in event.tidy_in_steps():
        steps += 1
        assert [search(event.db, word) for word in words] == before
    assert steps > 1
    assert parts(event) == 1
    assert [search(event.db, word) for word in words] == before
    assert event.verify()["derived"] is True
    assert list(event.tidy_in_steps()) == []


def test_no_step_of_tidying_writes_more_than_a_part_of_the_index(event: Event):
    scattered(event)
    written = [event.db.value("SELECT total_changes()")]
    written.extend(event.db.value("SELECT total_changes()") for _ in event.tidy_in_steps())
    assert max(after - before for before, after in pairwise(written)) < 0.6 * (written[-1] - written[0])


def test_between_two_steps_of_tidying_the_desk_goes_on(event: Event):
    scattered(event)
    steps = event.tidy_in_steps()
    next(steps)
    put(event, named("Elif", "Demirtaş"))
    next(steps)
    event.undo()
    put(event, named("Jörn", "Meyer"))
    assert len(list(steps)) < 100
    assert found(event, "jorn meyer") == ["Jörn Meyer"]
    assert "Elif Demirtaş" not in found(event, "elif demirtas")
    assert found(event, "neu dazu3x") == ["Neu Dazu3x"]
    assert parts(event) <= 4
    assert event.verify()["derived"] is True


def test_after_tidying_the_file_is_guarded_and_undoes_as_before(event: Event):
    scattered(event)
    list(event.tidy_in_steps())
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        event.db._connection.execute("UPDATE person SET town = 'Peine'")
    put(event, named("Elif", "Demirtaş"))
    assert found(event, "elif demirtas") == ["Elif Demirtaş"]
    assert isinstance(event.undo(), Undone)
    assert found(event, "elif demirtas") == []
    assert event.verify() == dict.fromkeys(event.verify(), True)


def test_tidying_may_end_early_and_begin_again(event: Event):
    scattered(event)
    next(iter(event.tidy_in_steps()))
    for number in range(5):
        put(event, named("Später", f"Noch{number}x"))
    list(event.tidy_in_steps())
    assert parts(event) == 1
    assert event.verify()["derived"] is True


def test_small_events_are_left_as_they_are(event: Event):
    put(event, named("Uwe", "Bergmann"))
    assert list(event.tidy_in_steps()) == []


def people_list(folder: Path, number: int) -> Path:
    path = folder / "list.csv"
    path.write_text("Name;Verein\n" + "\n".join(f"Vorname{at} Name{at}x;Verein {at}" for at in range(number)), "utf-8")
    return path


def test_an_import_at_once_ends_with_one_part(event: Event, tmp_path: Path):
    result = import_people(event, people_list(tmp_path, 5_100))
    assert result.done
    assert parts(event) == 1
    assert found(event, "name5099x") == ["Vorname5099 Name5099x"]
    assert event.verify()["derived"] is True


def test_an_import_and_an_undo_in_steps_end_with_few_parts(event: Event, tmp_path: Path):
    put(event, named("Elif", "Demirtaş"))
    plan = plan_import(event.db, read_tables(people_list(tmp_path, 2_100)))
    *_, last = apply_in_steps(event, plan)
    assert (last.done, parts(event) <= 4) == (2_100, True)
    assert found(event, "name2099x") == ["Vorname2099 Name2099x"]
    *_, undone = event.undo_in_steps(last.eid)
    assert isinstance(undone, Undone)
    assert parts(event) <= 4
    assert (found(event, "name2099x"), found(event, "elif")) == ([], ["Elif Demirtaş"])
    assert event.verify()["derived"] is True


def test_a_file_that_can_only_be_looked_at_is_left_as_it_is(event: Event):
    scattered(event)
    event.close()
    event.path.chmod(0o444)
    with open_event(event.path) as looked_at:
        assert looked_at.view_only is Fault.VIEW_ONLY
        number = parts(looked_at)
        assert list(looked_at.tidy_in_steps()) == []
        assert parts(looked_at) == number


def test_where_few_people_are_left_their_index_is_made_anew(event: Event, tmp_path: Path):
    put(event, named("Elif", "Demirtaş"))
    plan = plan_import(event.db, read_tables(people_list(tmp_path, 7_100)))
    *_, last = apply_in_steps(event, plan)
    *_, undone = event.undo_in_steps(last.eid)
    assert isinstance(undone, Undone)
    assert parts(event) <= 4
    assert event.db.value("SELECT count(*) FROM search_text_data") < 40
    assert (found(event, "name2099x"), found(event, "elif")) == ([], ["Elif Demirtaş"])
    assert event.verify()["derived"] is True
