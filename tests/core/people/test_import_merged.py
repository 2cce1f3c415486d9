"""A list that still has somebody who was merged into somebody else: both rows are the one person who stayed."""

import pytest

from eventdesk.event import Event
from eventdesk.merging.actions import merge
from eventdesk.merging.choice import Take
from eventdesk.people import actions, records
from eventdesk.people.importing import apply_in_steps, plan_against, snapshot_in_steps
from eventdesk.people.person import Origin, Person
from eventdesk.tables.problems import Remark
from eventdesk.tables.reading import read_tables
from tests.core.people.lists import counts, imported, listed, names, person

HEADER = "id;Name;E-Mail;Verein;Telefon;Ticket"
ELIF = "P1;Elif Demirtaş;elif@example.org;A;1;T1"
DOUBLE = "P2;Elif Demirtas;e.demirtas@example.net;B;2;T2"
JOERN = "P3;Jörn Meyer;joern@example.org;C;3;T3"


def by_organisation(event: Event, organisation: str) -> Person:
    (found,) = [each for each in records.everyone(event.db) if each.organisation == organisation]
    return found


@pytest.fixture
def path(event, tmp_path):
    """A list, imported, of which the first two people were merged."""
    path = listed(tmp_path, HEADER, ELIF, DOUBLE, JOERN)
    imported(event, path)
    merge(event, by_organisation(event, "A").id, by_organisation(event, "B").id)
    return path


def test_the_same_list_doubles_and_changes_nothing(event, path):
    before = records.everyone(event.db)
    result = imported(event, path)
    assert counts(result) == {"read": 3, "unchanged": 2, "repeated": 1}
    (remark,) = result.plan.remarks
    assert (remark.line, remark.about, remark.args) == (3, Remark.PERSON_TWICE, ("2",))
    assert records.everyone(event.db) == before


def test_the_same_in_steps(event, path):
    before = records.everyone(event.db)
    *_, last = snapshot_in_steps(event.db)
    assert last.snapshot is not None
    plan = plan_against(last.snapshot, read_tables(path))
    assert (plan.added, plan.changed, plan.unchanged, plan.repeated) == (0, 0, 2, 1)
    assert list(apply_in_steps(event, plan)) == []
    assert records.everyone(event.db) == before


def test_of_two_rows_the_one_that_the_person_is_known_by_now_counts(event, path, tmp_path):
    changed = [line.replace(";A;1", ";A;11").replace(";B;2", ";B;22") for line in (DOUBLE, ELIF)]
    result = imported(event, listed(tmp_path, HEADER, *changed))
    assert counts(result) == {"read": 2, "changed": 1, "repeated": 1}
    assert [(remark.line, remark.args) for remark in result.plan.remarks] == [(2, ("3",))]
    assert person(event, "Elif Demirtaş").phone == "11"


@pytest.mark.parametrize(
    "row",
    [
        "P2;Elif Demirtas;e.demirtas@example.net;B;22;T2",  # the id and the name
        "P2;Elif Kaya;e.demirtas@example.net;B;22;",  # the id, renamed
        ";Elif Demirtas;e.demirtas@example.net;;22;",  # e-mail and name
        ";Elif Demirtas;neu@example.net;B;22;T2",  # ticket and name
        ";Elif Demirtas;;B;22;",  # name and organisation
    ],
)
def test_a_row_of_the_one_who_is_gone_updates_the_one_who_stayed(event, path, tmp_path, row):
    stayed = person(event, "Elif Demirtaş")
    result = imported(event, listed(tmp_path, HEADER, row))
    assert (result.plan.added, result.plan.changed) == (0, 1)
    now = records.person(event.db, stayed.id)
    assert now is not None
    assert now.phone == "22"
    assert (now.foreign_id, now.code) == ("P1", stayed.code)
    event.undo()
    assert records.person(event.db, stayed.id) == stayed


def test_a_badge_code_of_the_one_who_is_gone_leads_to_the_one_who_stayed(event, tmp_path):
    kept = actions.add(event, Person(0, given_name="Elif", origin=Origin.WALK_IN))
    gone = actions.add(event, Person(0, given_name="E.", origin=Origin.WALK_IN))
    merge(event, kept.id, gone.id)
    result = imported(event, listed(tmp_path, "Vorname;badge_code;Telefon", f"E.;{gone.code};5"))
    assert counts(result) == {"read": 1, "changed": 1}
    (now,) = records.everyone(event.db)
    assert (now.id, now.code, now.phone) == (kept.id, kept.code, "5")


def test_what_was_chosen_in_merging_stands_whichever_row_comes_again(event, tmp_path):
    path = listed(tmp_path, HEADER, ELIF, DOUBLE)
    imported(event, path)
    kept, gone = by_organisation(event, "A"), by_organisation(event, "B")
    choice = {"family_name": Take.OTHER, "foreign_id": Take.OTHER, "ticket": Take.OTHER}
    merge(event, kept.id, gone.id, choice)
    (before,) = records.everyone(event.db)
    for rows in ((ELIF, DOUBLE), (DOUBLE,), (ELIF,)):
        result = imported(event, listed(tmp_path, HEADER, *rows))
        assert (result.plan.added, result.plan.changed) == (0, 0)
    assert records.everyone(event.db) == [before]


def test_who_was_merged_with_a_walk_in_keeps_what_the_desk_wrote(event, tmp_path):
    path = listed(tmp_path, HEADER, DOUBLE)
    imported(event, path)
    kept = actions.add(event, Person(0, "Elif", "Demirtaş", phone="desk", origin=Origin.WALK_IN))
    merge(event, kept.id, by_organisation(event, "B").id)
    before = records.everyone(event.db)
    assert counts(imported(event, path)) == {"read": 1, "unchanged": 1}
    assert records.everyone(event.db) == before
    imported(event, listed(tmp_path, HEADER, DOUBLE.replace(";B;2;", ";Neu;2;")))
    (now,) = records.everyone(event.db)
    assert (now.organisation, now.phone) == ("Neu", "desk")


def test_who_was_merged_twice_is_known_by_all_three(event, path, tmp_path):
    merge(event, person(event, "Jörn Meyer").id, person(event, "Elif Demirtaş").id)
    result = imported(event, path)
    assert counts(result) == {"read": 3, "unchanged": 1, "repeated": 2}
    assert len(names(event)) == 1
    for row in (ELIF, DOUBLE):
        assert counts(imported(event, listed(tmp_path, HEADER, row))) == {"read": 1, "unchanged": 1}


def test_after_the_merging_is_undone_both_are_themselves_again(event, path):
    merging = event.journal(1)[0]
    undone = event.undo(merging.eid)
    assert counts(imported(event, path)) == {"read": 3, "unchanged": 3}
    event.undo(undone.eid)
    assert counts(imported(event, path)) == {"read": 3, "unchanged": 2, "repeated": 1}


def test_somebody_else_of_the_same_name_is_still_somebody_else(event, tmp_path):
    imported(event, listed(tmp_path, HEADER, ELIF, DOUBLE))
    merge(event, by_organisation(event, "A").id, by_organisation(event, "B").id)
    result = imported(event, listed(tmp_path, HEADER, ELIF, "P9;Elif Demirtaş;elif@example.com;A;;T9"))
    assert counts(result) == {"read": 2, "added": 1, "unchanged": 1}
    (other,) = result.plan.possible_duplicates
    assert other.other.organisation == "A"


def test_a_new_row_that_was_a_walk_in_who_was_merged_meanwhile_is_kept_back(event, tmp_path):
    path = listed(tmp_path, HEADER, *(f"Q{at};Jörn Meyer{at};;A;;" for at in range(150)), ELIF)
    *_, last = snapshot_in_steps(event.db)
    assert last.snapshot is not None
    steps = apply_in_steps(event, plan_against(last.snapshot, read_tables(path)))
    next(steps)
    walked_in = actions.add(event, Person(0, "Elif", "Demirtaş", origin=Origin.WALK_IN))
    other = actions.add(event, Person(0, "Elfi", "Demir", origin=Origin.WALK_IN))
    merge(event, other.id, walked_in.id)
    *_, end = steps
    assert (end.done, end.left) == (150, 1)


def test_no_former_badge_code_is_given_again(event, monkeypatch):
    kept, gone = (actions.add(event, Person(0, given_name=name)) for name in ("Elif", "E."))
    merge(event, kept.id, gone.id)
    drawn = iter([[gone.code, kept.code], ["1000000000000007", "1000000000000015"]])
    monkeypatch.setattr(actions, "new_codes", lambda _number, share: next(drawn))
    assert actions.free_codes(event.db, 2) == ["1000000000000007", "1000000000000015"]
