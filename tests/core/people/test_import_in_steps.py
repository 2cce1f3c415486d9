"""An import in steps: the desk goes on between two of them, and nothing of either is lost or doubled."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from eventdesk.codes import Op
from eventdesk.desk import open_event
from eventdesk.event import Event, Undone
from eventdesk.people import actions, records
from eventdesk.people.importing import (
    ImportPlan,
    Stopped,
    Written,
    apply_in_steps,
    import_people,
    plan_against,
    snapshot_in_steps,
)
from eventdesk.people.importing.meanwhile import MOST
from eventdesk.people.importing.snapshot import PEOPLE_AT_ONCE
from eventdesk.people.person import Origin, Person
from eventdesk.tables.reading import read_tables
from tests.core.people.lists import imported, listed, names, person

HEADER = "id;Vorname;Nachname;E-Mail;Verein;Code"


def row(number: int, club: str = "A") -> str:
    return f"P{number};Elif{number};Demirtaş{number};p{number}@example.org;{club};T{number}"


def list_of(folder: Path, number: int, club: str = "A", name: str = "list.csv") -> Path:
    return listed(folder, HEADER, *(row(at, club) for at in range(number)), name=name)


def planned(event: Event, path: Path) -> ImportPlan:
    """Plan as the window does: a snapshot in slices, the rest without a connection."""
    *_, last = snapshot_in_steps(event.db)
    assert last.snapshot is not None
    return plan_against(last.snapshot, read_tables(path))


def written(event: Event, path: Path) -> Written:
    return list(apply_in_steps(event, planned(event, path)))[-1]


def verified(event: Event) -> bool:
    return all(result is True for result in event.verify().values())


def test_a_list_is_written_in_steps_of_a_hundred_and_is_one_whole(event, tmp_path):
    steps = list(apply_in_steps(event, planned(event, list_of(tmp_path, 250))))
    assert [(step.done, step.left, step.total, step.stopped) for step in steps] == [
        (100, 0, 250, None),
        (200, 0, 250, None),
        (250, 0, 250, None),
    ]
    assert len({step.eid for step in steps}) == 1
    assert len({each.code for each in records.everyone(event.db)}) == records.count(event.db) == 250
    undone = event.undo(steps[-1].eid)
    assert isinstance(undone, Undone)
    assert undone.entries == 3
    assert records.count(event.db) == 0


def test_it_writes_the_same_as_an_import_at_once(event, tmp_path):
    path = list_of(tmp_path, 30)
    imported(event, path)
    at_once = [records.row_of(each)[1:21] for each in records.everyone(event.db)]
    event.undo()
    written(event, path)
    assert [records.row_of(each)[1:21] for each in records.everyone(event.db)] == at_once


def test_extra_fields_count_among_the_hundred_rows(event, tmp_path):
    path = listed(tmp_path, "Name;Essen;Größe", *(f"Elif {at};vegan;38" for at in range(70)))
    steps = list(apply_in_steps(event, planned(event, path)))
    assert [step.done for step in steps] == [33, 66, 70]
    sizes = event.db.rows("SELECT count(*) FROM change JOIN entry USING (eid) WHERE op = 'import' GROUP BY eid")
    assert max(size for (size,) in sizes) <= 100
    assert person(event, "Elif 69").extra == {"Essen": "vegan", "Größe": "38"}


def test_changes_are_written_one_entry_for_each_person(event, tmp_path):
    imported(event, list_of(tmp_path, 45))
    last = written(event, list_of(tmp_path, 46, club="B"))
    assert (last.done, last.total) == (46, 46)
    assert len([entry for entry in event.journal() if entry.root == last.eid]) == 46
    event.undo(last.eid)
    assert {each.organisation for each in records.everyone(event.db)} == {"A"}
    assert verified(event)


def test_with_changes_alone_one_undo_takes_back_all(event, tmp_path):
    imported(event, list_of(tmp_path, 3))
    result = imported(event, list_of(tmp_path, 3, club="B"))
    undone = event.undo(result.eid)
    assert isinstance(undone, Undone)
    assert undone.entries == 3
    last = written(event, list_of(tmp_path, 3, club="C"))
    assert isinstance(event.undo(last.eid), Undone)
    assert {each.organisation for each in records.everyone(event.db)} == {"A"}


def test_nothing_to_do_and_wrong_cells_are_no_steps(event, tmp_path):
    path = list_of(tmp_path, 3)
    written(event, path)
    assert list(apply_in_steps(event, planned(event, path))) == []
    wrong = planned(event, listed(tmp_path, HEADER, row(7), "P8;;;no.name@example.org;;"))
    assert list(apply_in_steps(event, wrong)) == []
    assert [step.done for step in apply_in_steps(event, wrong, good_rows=True)] == [1]


def test_a_walk_in_who_stands_in_the_list_is_not_doubled(event, tmp_path):
    path = list_of(tmp_path, 250)
    steps = apply_in_steps(event, planned(event, path))
    next(steps)
    walked_in = actions.add(
        event,
        Person(0, given_name="Elif220", family_name="Demirtas220", email="p220@example.org", origin=Origin.WALK_IN),
    )
    *_, last = steps
    assert (last.done, last.left, last.total, last.stopped) == (249, 1, 250, None)
    assert records.count(event.db) == 250
    again = imported(event, path)
    assert (again.plan.added, again.plan.changed) == (0, 1)
    assert {each.id: each.organisation for each in records.everyone(event.db)}[walked_in.id] == "A"


@pytest.mark.parametrize(
    "somebody",
    [
        Person(0, given_name="Anke", ticket="T150"),
        Person(0, given_name="Anke", source="plain", foreign_id="P150"),
        Person(0, given_name="DEMIRTAS150", family_name="elif150"),
    ],
)
def test_whatever_a_newcomer_shares_with_a_row_keeps_that_row_back(event, tmp_path, somebody):
    steps = apply_in_steps(event, planned(event, list_of(tmp_path, 160)))
    next(steps)
    actions.add(event, somebody)
    (last,) = steps
    assert (last.done, last.left) == (159, 1)


def test_a_badge_code_that_was_given_meanwhile_is_not_given_twice(event, tmp_path):
    code = actions.add(event, Person(0, given_name="Anke")).code
    event.undo()
    path = listed(tmp_path, "Vorname;Nachname;badge_code", f"Elif;Demirtaş;{code}", "Jörn;Meyer;")
    steps = apply_in_steps(event, planned(event, path))
    actions.add(event, Person(0, given_name="Selin", code=code))
    (last,) = steps
    assert (last.done, last.left) == (1, 1)
    assert names(event) == ["Jörn Meyer", "Selin"] or names(event) == ["Selin", "Jörn Meyer"]


def test_whoever_was_edited_meanwhile_keeps_the_desks_word(event, tmp_path):
    imported(event, list_of(tmp_path, 45))
    steps = apply_in_steps(event, planned(event, list_of(tmp_path, 45, club="B")))
    next(steps)
    edited = person(event, "Elif44 Demirtaş44")
    actions.edit(event, edited.id, organisation="desk")
    *_, last = steps
    assert (last.done, last.left) == (44, 1)
    assert {each.id: each.organisation for each in records.everyone(event.db)}[edited.id] == "desk"
    assert sum(each.organisation == "B" for each in records.everyone(event.db)) == 44


@pytest.mark.parametrize("after", [{"Essen": "halal"}, {}])
def test_an_extra_field_that_was_changed_meanwhile_counts_as_well(event, tmp_path, after):
    imported(event, listed(tmp_path, "id;Name;Essen", "P1;Elif Demirtaş;vegan"))
    plan = planned(event, listed(tmp_path, "id;Name;Essen", "P1;Elif Demirtaş;ohne Nüsse"))
    actions.edit(event, person(event, "Elif Demirtaş").id, extra=after)
    (last,) = apply_in_steps(event, plan)
    assert (last.done, last.left, last.eid) == (0, 1, None)
    assert person(event, "Elif Demirtaş").extra == after


def test_whoever_was_deleted_meanwhile_stays_away(event, tmp_path):
    first = imported(event, list_of(tmp_path, 1))
    steps = apply_in_steps(event, planned(event, list_of(tmp_path, 2, club="B")))
    event.undo(first.eid)
    *_, last = steps
    assert (last.done, last.left) == (1, 1)
    assert names(event) == ["Elif1 Demirtaş1"]


def test_scans_in_between_disturb_nobody(event, tmp_path):
    known = actions.add(event, Person(0, given_name="Anke", family_name="Groß"))
    told = []
    for step in apply_in_steps(event, planned(event, list_of(tmp_path, 250))):
        told.append((step.done, step.left))
        with event.transact(Op.CHECK_IN, "Anke") as tx:
            scan = {"eid": tx.eid, "person": known.id, "point": 1, "code": "", "direction": "in", "desk": ""}
            tx.insert("scan", {**scan, "outcome": "accepted", "at": "2017-03-06T08:00:00.000Z"})
    assert list(dict.fromkeys(told)) == [(100, 0), (200, 0), (250, 0)]
    assert verified(event)


def test_an_import_that_is_undone_meanwhile_stops(event, tmp_path):
    steps = apply_in_steps(event, planned(event, list_of(tmp_path, 250)))
    first = next(steps)
    event.undo(first.eid)
    (last,) = steps
    assert (last.done, last.stopped) == (100, Stopped.UNDONE)
    assert records.count(event.db) == 0


def test_a_plan_that_is_far_out_of_date_is_not_carried_out(event, tmp_path):
    plan = planned(event, list_of(tmp_path, 3))
    imported(event, list_of(tmp_path, MOST + 1, name="other.csv"))
    (last,) = apply_in_steps(event, plan)
    assert (last.done, last.eid, last.stopped) == (0, None, Stopped.OUTDATED)
    assert records.count(event.db) == MOST + 1


def test_closing_it_early_leaves_one_whole_and_the_same_list_completes_it(event, tmp_path):
    path = list_of(tmp_path, 250)
    steps = apply_in_steps(event, planned(event, path))
    first = next(steps)
    steps.close()
    assert records.count(event.db) == 100
    second = written(event, path)
    assert (second.done, second.total) == (150, 150)
    event.undo(second.eid)
    event.undo(first.eid)
    assert records.count(event.db) == 0


def test_people_who_come_while_the_snapshot_is_taken_are_not_doubled(event, tmp_path):
    imported(event, list_of(tmp_path, PEOPLE_AT_ONCE + 1))
    slices = snapshot_in_steps(event.db)
    next(slices)
    actions.add(event, Person(0, given_name="Elif900", family_name="Demirtaş900"))
    *_, last = slices
    assert last.snapshot is not None
    path = list_of(tmp_path, 901, name="longer.csv")
    *_, written_ = apply_in_steps(event, plan_against(last.snapshot, read_tables(path)))
    assert names(event).count("Elif900 Demirtaş900") == 1
    assert written_.done + written_.left == written_.total


KILLED = """
import os, signal, sys
from pathlib import Path
from eventdesk.codes import Op
from eventdesk.desk import open_event
from eventdesk.people.importing import apply_in_steps, plan_import
from eventdesk.tables.reading import read_tables
with open_event(Path(sys.argv[1])) as event:
    steps = apply_in_steps(event, plan_import(event.db, read_tables(Path(sys.argv[2]))))
    next(steps)
    event.changed.append(lambda changes: os.kill(os.getpid(), signal.SIGKILL))
    next(steps)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only here can a program be ended at once")
def test_after_a_crash_in_the_middle_the_same_list_completes_it(event, tmp_path):
    path = list_of(tmp_path, 250)
    event.close()
    command = [sys.executable, "-c", KILLED, str(event.path), str(path)]
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert done.returncode == -signal.SIGKILL
    with open_event(event.path) as again:
        assert records.count(again.db) == 200
        result = import_people(again, path)
        assert (result.plan.added, result.plan.unchanged) == (50, 200)
        assert len(set(names(again))) == 250
        assert verified(again)
