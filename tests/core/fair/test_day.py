"""The day goes wrong: what happens and the moves are one transaction and one undo, or nothing at all."""

from dataclasses import replace

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.fair import actions, actions_plans, records
from eventdesk.fair.actions_day import apply_day
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.day import Case, What, happened, late_wishes, would_be
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from tests.core.fair.hall_of_tests import booth_ids, numbered

FACTS = PlanFacts("optimal", 70, 70, 12, 1)
CHOIR = Exhibitor(-1, "", "Chor der Vielfalt")
KITCHEN = Exhibitor(-2, "", "Offene Küche", power=Power.V230)


def booth(fair: Fair, number: str) -> int:
    return booth_ids(fair, number)[0]


def bad_day(fair: Fair) -> list[Case]:
    """A-01 falls away, A-02 and A-05 have no power, E3 is not there, E5 has a wish, two come."""
    return [
        Case(What.WALK_IN, newcomer=CHOIR),
        Case(What.NO_POWER, booth=booth(fair, "A-02")),
        Case(What.BLOCKED, booth=booth(fair, "A-01")),
        Case(What.NO_SHOW, exhibitor=3),
        Case(What.LATE_WISH, exhibitor=5, island="B"),
        Case(What.WALK_IN, newcomer=KITCHEN),
        Case(What.NO_POWER, booth=booth(fair, "A-05")),
    ]


def answer(fair: Fair) -> dict[int, tuple[int, ...]]:
    stands = {1: "A-03", 5: "B-01", -1: "A-02", -2: "A-06"}
    return {who: booth_ids(fair, numbers) for who, numbers in stands.items()}


def ops(event: Event, count: int) -> list[tuple[Op, str]]:
    return [(entry.op, entry.label) for entry in reversed(event.journal(count))]


def test_all_of_it_is_one_whole(event: Event, standing: Fair) -> None:
    length = event.journal_length()
    applied = apply_day(event, bad_day(standing), answer(standing), FACTS, "Mittags")
    fair = read_fair(event.db)
    assert numbered(fair) == {"E1": "A-03", "E5": "B-01", "E6": "A-02", "E7": "A-06"}
    assert fair.booth_of[booth(fair, "A-01")].state is BoothState.BLOCKED
    assert {fair.booth_of[booth(fair, each)].power for each in ("A-02", "A-05")} == {Power.NONE}
    assert fair.exhibitor_of[3].status is ExhibitorStatus.NO_SHOW
    assert fair.exhibitor_of[5].wish_1 == "B"
    assert [(each.ref, each.name) for each in fair.exhibitors[5:]] == [("E6", CHOIR.name), ("E7", KITCHEN.name)]
    assert ops(event, event.journal_length() - length) == [
        (Op.APPLY_PLAN, "Mittags"),
        (Op.FAIR_BLOCK, "A-01"),
        (Op.FAIR_POWER, "A-02"),
        (Op.FAIR_STATUS, "Rückenwind"),
        (Op.EDIT_EXHIBITOR, "Lernpaten"),
        (Op.ADD_EXHIBITOR, CHOIR.name),
        (Op.ADD_EXHIBITOR, KITCHEN.name),
        (Op.APPLY_PLAN, "Mittags"),
    ]
    assert {entry.root for entry in event.journal(8)} == {applied.eid}
    assert {each.exhibitor for each in applied.changes} == {each.id for each in fair.exhibitors if each.ref != "E4"}
    assert set(event.verify().values()) == {True}


def test_one_undo_brings_everything_back_and_another_does_it_again(event: Event, standing: Fair) -> None:
    actions.pin(event, [1, 2])
    before = read_fair(event.db)
    apply_day(event, bad_day(standing), answer(standing), FACTS)
    after = read_fair(event.db)
    undone = event.undo()
    assert isinstance(undone, Undone)
    assert undone.entry.op is Op.APPLY_PLAN
    assert read_fair(event.db) == before
    assert actions_plans.versions(event.db) == []
    assert set(event.verify().values()) == {True}
    event.undo(undone.eid)
    assert read_fair(event.db) == after


def test_the_placement_of_before_is_kept_as_it_was(event: Event, standing: Fair) -> None:
    applied = apply_day(event, bad_day(standing), answer(standing), FACTS)
    assert applied.kept is not None
    assert actions_plans.stands_of(event.db, applied.kept.id) == standing.stands
    assert actions_plans.stands_of(event.db, applied.version.id) == read_fair(event.db).stands


@pytest.mark.parametrize("broken", ["change_booth", "insert_exhibitor", "put_stands", "let_pin_follow"])
def test_what_fails_in_the_middle_leaves_no_trace(
    event: Event, standing: Fair, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    length, told = event.journal_length(), list[object]()
    event.changed.append(told.append)

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    whole = getattr(records, broken)
    monkeypatch.setattr(records, broken, fail)
    with pytest.raises(OSError, match="the disk is full"):
        apply_day(event, bad_day(standing), answer(standing), FACTS)
    assert read_fair(event.db) == standing
    assert (event.journal_length(), actions_plans.versions(event.db), told) == (length, [], [])
    assert set(event.verify().values()) == {True}
    monkeypatch.setattr(records, broken, whole)
    assert apply_day(event, bad_day(standing), answer(standing), FACTS).eid is not None


@pytest.mark.parametrize(
    ("newcomer", "fault"),
    [(replace(CHOIR, name=" "), Fault.NO_EXHIBITOR_NAME), (replace(CHOIR, ref="E1"), Fault.NUMBER_TAKEN)],
)
def test_a_newcomer_who_cannot_be_written_stops_all_of_it(
    event: Event, standing: Fair, newcomer: Exhibitor, fault: Fault
) -> None:
    cases = [*bad_day(standing)[1:], Case(What.WALK_IN, newcomer=newcomer)]
    with pytest.raises(KnownError) as error:
        apply_day(event, cases, answer(standing), FACTS)
    assert error.value.fault is fault
    assert read_fair(event.db) == standing


def test_what_has_no_effect_is_not_written(event: Event, standing: Fair) -> None:
    actions_plans.keep_version(event, "Morgens")
    length = event.journal_length()
    cases = [
        Case(What.BLOCKED, booth=booth(standing, "B-02")),
        Case(What.NO_POWER, booth=booth(standing, "A-03")),
        Case(What.LATE_WISH, exhibitor=1),
        Case(What.NO_SHOW, exhibitor=99),
    ]
    assert apply_day(event, cases, standing.stands, FACTS).eid is None
    assert event.journal_length() == length
    assert read_fair(event.db).booth_of[booth(standing, "B-02")].reason == "Rohrbruch"


def test_only_what_happened_is_written_where_nobody_moves(event: Event, standing: Fair) -> None:
    morning = actions_plans.keep_version(event, "Morgens")
    applied = apply_day(event, [Case(What.BLOCKED, booth=booth(standing, "A-08"))], standing.stands, FACTS)
    assert (applied.changes, applied.version) == ((), morning)
    assert ops(event, 1) == [(Op.FAIR_BLOCK, "A-08")]
    assert event.journal(1)[0].root == applied.eid
    event.undo()
    assert read_fair(event.db) == standing


def test_without_a_case_it_is_applied_like_any_plan(event: Event, standing: Fair) -> None:
    applied = apply_day(event, [], {1: booth_ids(standing, "A-03")}, FACTS, "Neu")
    assert numbered(read_fair(event.db)) == {"E1": "A-03"}
    assert applied.version.name == "Neu"
    event.undo()
    assert read_fair(event.db) == standing


def test_a_booth_may_fall_away_and_lose_its_power(event: Event, standing: Fair) -> None:
    both = [Case(what, booth=booth(standing, "A-01")) for what in (What.NO_POWER, What.BLOCKED)]
    apply_day(event, both, {1: booth_ids(standing, "A-03")}, FACTS)
    changed = read_fair(event.db).booth_of[booth(standing, "A-01")]
    assert (changed.state, changed.power) == (BoothState.BLOCKED, Power.NONE)
    event.undo()
    assert read_fair(event.db) == standing


def test_two_hundred_newcomers_are_one_undo(event: Event, standing: Fair) -> None:
    many = [Case(What.WALK_IN, newcomer=Exhibitor(-each, "", f"Name {each}")) for each in range(1, 201)]
    apply_day(event, many, standing.stands, FACTS)
    fair = read_fair(event.db)
    assert len({each.ref for each in fair.exhibitors}) == 205
    event.undo()
    assert read_fair(event.db) == standing


# ---- the fair as it would be


def test_the_fair_as_it_would_be(standing: Fair) -> None:
    cases = bad_day(standing)
    then = would_be(standing, cases)
    assert then.booth_of[booth(then, "A-01")].state is BoothState.BLOCKED
    assert then.booth_of[booth(then, "A-02")].power is Power.NONE
    assert not then.exhibitor_of[3].comes
    assert set(then.stands) == {1, 2}
    assert then.exhibitor_of[-1] == CHOIR
    assert then.exhibitor_of[5].wish_1 == "B"
    assert late_wishes(cases) == {5}
    assert would_be(standing, []) == standing


@pytest.mark.parametrize(
    ("what", "number", "free"),
    [
        (What.BLOCKED, "A-02", True),
        (What.NO_POWER, "A-02", True),
        (What.BLOCKED, "A-03", False),
        (What.NO_POWER, "A-03", False),
    ],
)
def test_nobody_is_held_to_a_booth_that_will_not_do(standing: Fair, what: What, number: str, free: bool) -> None:
    pin = booth(standing, "A-02")
    pinned = tuple(replace(each, pinned=pin) if each.id == 2 else each for each in standing.exhibitors)
    fair, case = replace(standing, exhibitors=pinned), Case(what, booth=booth(standing, number))
    assert would_be(fair, [case]).exhibitor_of[2].pinned == (None if free else pin)
    assert happened(fair, [case]).exhibitor_of[2].pinned == pin
