"""Placements as a whole: applied in one undoable step, kept before, brought back, told apart."""

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.fair import actions, actions_floor, actions_plans, records
from eventdesk.fair.actions_plans import apply_plan, differences, keep_version, restore_version, stands_of, versions
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.plan import Change, PlanFacts
from eventdesk.fair.records import read_fair
from tests.clock import FakeClock
from tests.core.fair.hall_of_tests import booth_ids, numbered

FACTS = PlanFacts("optimal", 726, 726, 1200, 1)


def now(event: Event) -> dict[str, str]:
    return numbered(read_fair(event.db))


def plan(fair: Fair, **stands: str) -> dict[int, tuple[int, ...]]:
    by_ref = {each.ref: each.id for each in fair.exhibitors}
    return {by_ref[ref]: booth_ids(fair, numbers) for ref, numbers in stands.items()}


def test_a_plan_is_applied_in_one_step_and_the_one_before_is_kept(event: Event, standing: Fair) -> None:
    wanted = plan(standing, E1="A-03", E2="A-02", E4="A-08")
    applied = apply_plan(event, wanted, FACTS, "Vorschlag 1")
    assert now(event) == {"E1": "A-03", "E2": "A-02", "E4": "A-08"}
    assert [(each.exhibitor, each.before, each.after) for each in applied.changes] == [
        (1, booth_ids(standing, "A-01"), booth_ids(standing, "A-03")),
        (3, booth_ids(standing, "A-05 A-06"), ()),
        (4, (), booth_ids(standing, "A-08")),
    ]
    newest, before = versions(event.db)
    assert newest == applied.version
    assert before == applied.kept
    assert (newest.name, newest.status, newest.cost, newest.bound, newest.milliseconds) == (
        "Vorschlag 1",
        "optimal",
        726,
        726,
        1200,
    )
    assert (before.name, before.status, before.cost) == ("", "", None)
    assert stands_of(event.db, before.id) == standing.stands
    assert set(event.verify().values()) == {True}
    assert isinstance(event.undo(), Undone)
    assert now(event) == {"E1": "A-01", "E2": "A-02", "E3": "A-05 A-06"}
    assert versions(event.db) == []


def test_a_version_is_the_same_when_it_is_read(event: Event, standing: Fair, clock: FakeClock) -> None:
    clock.set("2017-03-06T09:00:00.123456+01:00")
    kept = keep_version(event, "Genau", FACTS)
    assert versions(event.db) == [kept]


def test_what_was_kept_already_is_not_kept_again(event: Event, standing: Fair, clock: FakeClock) -> None:
    keep_version(event, "Von Hand")
    clock.advance(minutes=1)
    applied = apply_plan(event, plan(standing, E1="A-03"), FACTS, "Neu")
    assert applied.kept is None
    assert [each.name for each in versions(event.db)] == ["Neu", "Von Hand"]


def test_the_same_plan_twice_is_one_version(event: Event, standing: Fair) -> None:
    wanted = plan(standing, E1="A-03")
    first = apply_plan(event, wanted, FACTS, "Neu")
    length = event.journal_length()
    again = apply_plan(event, wanted, FACTS, "Neu")
    assert (again.eid, again.changes, again.version) == (None, (), first.version)
    assert event.journal_length() == length


def test_one_goes_back_to_any_version(event: Event, standing: Fair, clock: FakeClock) -> None:
    morning = keep_version(event, "Morgens")
    clock.advance(minutes=5)
    apply_plan(event, plan(standing, E5="A-01"), FACTS, "Mittags")
    clock.advance(minutes=5)
    restored = restore_version(event, morning.id)
    assert now(event) == {"E1": "A-01", "E2": "A-02", "E3": "A-05 A-06"}
    assert (restored.version.name, restored.version.at) == ("Morgens", event.now())
    assert event.journal(1)[0].op is Op.RESTORE_PLAN
    event.undo()
    assert now(event) == {"E5": "A-01"}
    with pytest.raises(KnownError) as error:
        restore_version(event, 99)
    assert error.value.fault is Fault.GONE


def test_what_is_gone_since_is_left_out_and_told(event: Event, standing: Fair) -> None:
    kept = keep_version(event)
    actions_floor.remove_booths(event, booth_ids(standing, "A-01"))
    actions.set_status(event, [2], ExhibitorStatus.CANCELLED)
    actions.remove_exhibitor(event, 3)
    restored = restore_version(event, kept.id)
    assert restored.left_out == (1, 2, 3)
    assert now(event) == {}
    assert set(event.verify().values()) == {True}


def test_pins_follow_a_plan(event: Event, standing: Fair) -> None:
    actions.pin(event, [1, 2])
    apply_plan(event, plan(standing, E1="A-03", E2="A-02"), FACTS)
    pinned = {each.ref: each.pinned for each in records.exhibitors(event.db)}
    assert (pinned["E1"], pinned["E2"]) == (*booth_ids(standing, "A-03"), *booth_ids(standing, "A-02"))


def test_differences_go_by_booths_whatever_their_order(standing: Fair) -> None:
    swapped = {**standing.stands, 3: tuple(reversed(standing.stands[3]))}
    assert differences(standing.stands, swapped, standing) == ()
    assert differences({}, {1: (7,)}, standing) == (Change(1, (), (7,)),)
    assert differences({1: (7,)}, {99: (8,)}, standing) == (Change(1, (7,), ()),)


def test_a_thousand_stands_are_one_undo(event: Event) -> None:
    from eventdesk.fair.exhibitor import Exhibitor
    from eventdesk.fair.hall import Hall

    with event.transact(Op.IMPORT, "much") as tx:
        records.insert_hall(tx, Hall(1, "H", "H", 9_000_000, 2000))
        for number in range(1, 251):
            records.insert_booth(tx, Booth(number, f"B{number}", 1, number * 3000, 0, 3000, 2000))
            records.insert_exhibitor(tx, Exhibitor(1000 + number, f"E{number}", f"Name {number}"))
    actions_plans.apply_plan(event, {1000 + number: (number,) for number in range(1, 251)}, FACTS, "Alle")
    assert len(read_fair(event.db).stands) == 250
    assert isinstance(event.undo(), Undone)
    assert (read_fair(event.db).stands, versions(event.db)) == ({}, [])
    assert set(event.verify().values()) == {True}
