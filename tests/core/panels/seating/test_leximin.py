"""The fair way, against trying everything, and by its own rules."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.panels.place import Way
from eventdesk.panels.seating.checking import check_protocol
from eventdesk.panels.seating.dealing import Verdict, deal, outcome
from eventdesk.panels.seating.gathering import seats
from eventdesk.panels.seating.itineraries import Paths
from eventdesk.panels.seating.leximin import leximin
from eventdesk.panels.seating.outcome import Aim, Outcome, Status
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.shares import by_shares
from eventdesk.solving import Budget, Effort, never
from tests.core.panels.seating.judge import Judge, all_ways, best_fairness
from tests.core.panels.seating.programmes import drawn, gathered, programme, rounds, simple

TIMES = (("09:00", "10:00"), ("10:00", "11:00"), ("09:30", "10:30"))


def fair(judge: Judge, seed: int = 1) -> tuple[Outcome, dict[str, dict[str, str]]]:
    plan, asked = gathered(judge, seed)
    *_, told = leximin(asked)
    assert not check_protocol(protocol(asked, told))
    return told, drawn(plan, told)


@st.composite
def tiny(draw: st.DrawFn) -> Judge:
    """Draw up to four people and five sessions: overlapping slots, repeats, steps, speakers, confirmed places."""
    slots = {
        f"Z{number}": {"starts": f"2027-03-06T{starts}", "ends": f"2027-03-06T{ends}"}
        for number, (starts, ends) in enumerate(TIMES[: draw(st.integers(1, 3))])
    }
    names = [f"S{number}" for number in range(draw(st.integers(1, 4)))]
    rooms = {
        f"R{each}": {"capacity": str(draw(st.integers(0, 2))), "step_free": draw(st.sampled_from(("yes", "yes", "no")))}
        for each in names
    }
    people = [f"P{number}" for number in range(draw(st.integers(1, 4)))]
    sessions = {
        name: {
            "kind": draw(st.sampled_from(("panel", "panel", "forum", "podium", "plenary"))),
            "slot": draw(st.sampled_from([*slots, *slots, ""])),
            "room": draw(st.sampled_from([f"R{name}", f"R{name}", ""])),
            "repeat_of": draw(st.sampled_from(["", *names[:number]])),
            "speakers": draw(st.sampled_from(["", "", "", *people])),
        }
        for number, name in enumerate(names)
    }
    guests = {
        person: {
            "wishes": ",".join(draw(st.lists(st.sampled_from(names), unique=True, max_size=3))),
            "needs": draw(st.sampled_from(("", "", "vegan, stufenfrei"))),
        }
        for person in people
    }
    confirmed = {
        person: [draw(st.sampled_from(names))]
        for person in draw(st.lists(st.sampled_from(people), unique=True, max_size=1))
    }
    return Judge(rooms, slots, sessions, guests, confirmed)


@given(tiny())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_nothing_is_fairer_by_trying_everything(judge: Judge):
    told, places = fair(judge)
    verdict = judge.verdict(places)
    assert not verdict.broken
    assert (verdict.unplaced, verdict.regret) == (told.unplaced, dict(told.regret))
    assert verdict.fairness == best_fairness(judge)
    assert told.status is (Status.INFEASIBLE if judge.wishing and not judge.given_out else Status.OPTIMAL)


@given(tiny())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nobody_can_sit_better_unless_somebody_sits_worse(judge: Judge):
    told, places = fair(judge)
    if not told.pareto_proven:
        return
    now = {person: judge.regret(person, tuple(places.get(person, {}).values())) for person in judge.wishing}
    for way in all_ways(judge):
        then = {person: judge.regret(person, chosen) for person, chosen in way.items()}
        assert then == now or any(then[person] > now[person] for person in now)


@given(tiny())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shares_of_people_lead_to_the_same(judge: Judge):
    plan, asked = gathered(judge)
    if not asked.crowds or not asked.offers:
        return
    paths = [Paths(asked, crowd) for crowd in asked.crowds]
    shared = by_shares(asked, paths, Effort(1, Budget(30), never))
    if shared is None:  # shares may reach what whole numbers cannot; then whole numbers alone are solved
        return
    dealt = deal(asked, paths, shared.split)
    told = outcome(asked, paths, dealt, Verdict(Way.LEXIMIN, 0.0, shared.levels, is_optimal=True))
    assert judge.verdict(drawn(plan, told)).fairness == best_fairness(judge)


@pytest.mark.parametrize("share", [1.1, 0.8, 0.4])
def test_shares_and_whole_numbers_agree_on_every_level(share: float):
    _, asked = gathered(rounds(200, 2, 3, share, 4))
    *_, whole = leximin(asked)
    shared = by_shares(asked, [Paths(asked, crowd) for crowd in asked.crowds], Effort(1, Budget(30), never))
    assert shared is not None
    reached = {(level.aim, level.value): level.reached for level in whole.levels if level.reached}
    assert {(level.aim, level.value): level.reached for level in shared.levels if level.reached} == reached


def test_very_many_crowds_take_the_way_over_shares():
    judge = rounds(250, 2, 7, 1.0, 6)
    plan, asked = gathered(judge)
    assert len(asked.crowds) >= 60
    *_, told = leximin(asked)
    assert (told.status, told.pareto_proven) == (Status.OPTIMAL, True)
    verdict = judge.verdict(drawn(plan, told))
    assert not verdict.broken
    assert (verdict.unplaced, verdict.regret) == (told.unplaced, dict(told.regret))


@pytest.mark.parametrize(("share", "repeats"), [(1.1, True), (0.8, True), (1.0, False)])
def test_many_people_at_all_levels(share: float, repeats: bool):
    judge = rounds(60, 2, 3, share, 4, repeats=repeats)
    told, places = fair(judge)
    verdict = judge.verdict(places)
    assert not verdict.broken
    assert (verdict.unplaced, verdict.regret) == (told.unplaced, dict(told.regret))
    assert told.status is Status.OPTIMAL
    assert all(level.proven and level.bound == level.reached for level in told.levels)
    assert told.pareto_proven


def test_who_cannot_be_seated_is_told_and_as_few_as_can_be():
    told, places = fair(simple({"A": 2, "B": 1}, ["A,B"] * 5))
    assert told.unplaced == 2
    assert len(told.without) == 2
    assert told.regret == {0: 2, 1: 1, 10: 2}
    assert told.levels[0].aim is Aim.WITHOUT
    assert told.levels[0].reached == told.levels[0].bound == 2
    assert len(places) == 3


def test_a_wish_is_met_by_its_repeat_and_never_twice():
    told, places = fair(simple({"A": 1, "B": 1}, ["A,B", "A,B"], repeats=True))
    assert told.regret == {0: 2}
    assert {tuple(mine.values()) for mine in places.values()} == {("A", "B-2"), ("B", "A-2")}


def test_the_best_possible_counts_no_session_twice():
    # S is on at both times and there is nothing else: one place and one slot without is the best that P1 could have
    judge = simple({"S": 0}, ["S", "X"], repeats=True)
    sessions = {**judge.sessions, "X": {"kind": "panel", "slot": "Z0", "room": "", "repeat_of": ""}}
    told, places = fair(Judge(judge.rooms, judge.slots, sessions, judge.people))
    assert places == {}
    assert told.regret == {5: 1, 10: 1}


def test_who_has_a_confirmed_place_keeps_it():
    judge = simple({"A": 1, "B": 1}, ["A,B", "A,B"])
    plan, asked = gathered(Judge(judge.rooms, judge.slots, judge.sessions, judge.people, {"P1": ["A"]}))
    *_, told = leximin(asked)
    refs = {
        plan.people[person].ref: [plan.session_of[each].ref for each in mine.values()]
        for person, mine in told.places.items()
    }
    assert refs == {"P0": ["B"], "P1": ["A"]}
    assert drawn(plan, told) == {"P0": {"Z0": "B"}}
    assert told.regret == {0: 1, 1: 1}


def test_who_speaks_is_where_they_speak():
    judge = simple({"A": 5, "B": 5}, ["A,B", "A,B"], repeats=True)
    sessions = {name: {**row, "speakers": "P0" if name == "B" else ""} for name, row in judge.sessions.items()}
    told, places = fair(Judge(judge.rooms, judge.slots, sessions, judge.people))
    assert places["P0"] == {"Z1": "A-2"}
    assert told.regret == {0: 2}


def test_steps_keep_people_out_of_a_room():
    judge = simple({"A": 5, "B": 5}, ["A,B"])
    rooms = {**judge.rooms, "R-A": {"capacity": "5", "step_free": "no"}}
    told, places = fair(Judge(rooms, judge.slots, judge.sessions, {"P0": {"wishes": "A,B", "needs": "stufenfrei"}}))
    assert places == {"P0": {"Z0": "B"}}
    assert told.regret == {0: 1}


def test_a_group_that_wishes_the_same_sits_together():
    judge = simple({"A": 3, "B": 2}, ["A,B"] * 4)
    people = {name: {**row, "group": "Kurs" if name in {"P0", "P1"} else ""} for name, row in judge.people.items()}
    for seed in range(1, 6):
        _, places = fair(Judge(judge.rooms, judge.slots, judge.sessions, people), seed)
        assert places["P0"] == places["P1"]
    plan = programme(Judge(judge.rooms, judge.slots, judge.sessions, people))
    assert {crowd.size for crowd in seats(plan, together=False).crowds} == {1}


def test_one_wheelchair_takes_the_whole_group_to_a_room_without_steps():
    judge = simple({"A": 5, "B": 5}, ["A,B", "A,B"])
    rooms = {**judge.rooms, "R-A": {"capacity": "5", "step_free": "no"}}
    people = {"P0": {"wishes": "A,B", "group": "Kurs"}, "P1": {"wishes": "A,B", "group": "Kurs", "needs": "stufenfrei"}}
    _, places = fair(Judge(rooms, judge.slots, judge.sessions, people))
    assert places == {"P0": {"Z0": "B"}, "P1": {"Z0": "B"}}


def test_a_group_too_large_for_any_session_is_parted_and_told():
    judge = simple({"A": 2, "B": 2}, ["A,B"] * 3)
    people = {name: {**row, "group": "Kurs"} for name, row in judge.people.items()}
    _, asked = gathered(Judge(judge.rooms, judge.slots, judge.sessions, people))
    assert asked.apart == ("Kurs",)
    *_, told = leximin(asked)
    assert told.unplaced == 0


def test_row_ids_decide_nothing_and_the_seed_does():
    judge = rounds(60, 2, 3, 0.9, 7)

    def places(ids: int, seed: int) -> dict[str, dict[str, str]]:
        plan = programme(judge, ids)
        *_, told = leximin(seats(plan, seed=seed))
        return drawn(plan, told)

    assert places(1, 1) == places(2, 1)
    assert len({str(sorted(places(1, seed).items())) for seed in range(1, 5)}) > 1


def test_stopped_at_once_there_are_places_all_the_same():
    judge = rounds(60, 2, 3, 0.9, 7)
    plan, asked = gathered(judge)
    *_, told = leximin(asked, stopped=lambda: True)
    assert not judge.verdict(drawn(plan, told)).broken
    assert told.status is not Status.OPTIMAL or told.pareto_proven


def test_without_time_nothing_is_claimed():
    judge = rounds(60, 2, 3, 0.9, 7)
    plan, asked = gathered(judge)
    *_, told = leximin(asked, seconds=0)
    assert not judge.verdict(drawn(plan, told)).broken
    assert told.pareto_proven == (told.status is Status.OPTIMAL)


def test_an_event_without_sessions_or_without_wishes():
    nobody, _ = fair(simple({"A": 1}, []))
    assert (nobody.status, nobody.places) == (Status.OPTIMAL, {})
    empty = simple({"A": 1}, ["A"])
    sessions = {"A": {**empty.sessions["A"], "slot": ""}}
    nothing, _ = fair(Judge(empty.rooms, empty.slots, sessions, empty.people))
    assert (nothing.status, nothing.unplaced) == (Status.INFEASIBLE, 1)


def test_who_wishes_nothing_gets_what_is_left_if_that_is_asked_for():
    judge = simple({"A": 2, "B": 1}, ["A", "A,B", "", "", ""])
    plan, asked = gathered(judge, everybody=True)
    *_, told = leximin(asked)
    places = drawn(plan, told)
    assert places["P0"] == places["P1"] == {"Z0": "A"}
    assert len(places) == 3
    assert len(told.silent) == 1
    assert told.regret == {0: 2}
    *_, without = leximin(gathered(judge)[1])
    assert len(without.places) == 2


def test_waiting_lists_hold_who_would_sit_better_there():
    judge = simple({"A": 1, "B": 1, "C": 3}, ["A,B", "A,B", "A,B,C"])
    plan, asked = gathered(judge)
    *_, told = leximin(asked)
    places = drawn(plan, told)
    waiting = {
        plan.session_of[session].ref: [plan.people[each].ref for each in line] for session, line in told.waiting.items()
    }
    last = next(person for person, mine in places.items() if mine["Z0"] == "C")
    second = next(person for person, mine in places.items() if mine["Z0"] == "B")
    assert waiting == {"A": [last, second], "B": [last]}
