"""Where no wish decides, sessions are evenly full; and nobody sits better or worse for it."""

from collections import Counter

import pytest

from eventdesk.panels.place import Way
from eventdesk.panels.seating import leximin
from eventdesk.panels.seating.flow import Split
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import NOT_WISHED, Seats
from eventdesk.panels.seating.ways import draw
from tests.core.panels.seating.judge import Judge
from tests.core.panels.seating.programmes import drawn, gathered, rounds, simple


def people_in(judge: Judge, way: Way = Way.LEXIMIN) -> Counter[str]:
    plan, asked = gathered(judge)
    *_, outcome = draw(way, asked)
    return Counter(session for mine in drawn(plan, outcome).values() for session in mine.values())


@pytest.mark.parametrize("way", [Way.LEXIMIN, Way.RANK_MAXIMAL])
def test_a_session_and_its_repeat_are_equally_full(way: Way):
    taken = people_in(simple({"A": 120, "B": 320}, ["A,B"] * 150, repeats=True), way)
    assert taken == {"A": 75, "A-2": 75, "B": 75, "B-2": 75}


def test_who_has_none_of_their_wishes_goes_where_most_room_is():
    assert people_in(simple({"A": 10, "B": 10, "C": 40}, ["A"] * 30)) == {"A": 10, "B": 4, "C": 16}


def test_a_room_of_no_seats_stays_empty():
    assert people_in(simple({"A": 10, "B": 0, "C": 40}, ["A"] * 30)) == {"A": 10, "C": 20}


def unevenness(asked: Seats, outcome: Outcome) -> float:
    taken = Counter(session for mine in outcome.drawn.values() for session in mine.values())
    return sum(taken[each.id] ** 2 / max(1, each.seats) for each in asked.offers)


def ranks_of(asked: Seats, outcome: Outcome) -> dict[int, list[int]]:
    return {
        person: sorted(crowd.wishes.get(each, NOT_WISHED) for each in outcome.drawn.get(person, {}).values())
        for crowd in asked.crowds
        for unit in crowd.units
        for person in unit
    }


@pytest.mark.parametrize(
    "judge",
    [
        rounds(60, 2, 3, 1.5, seed=1),
        rounds(90, 3, 4, 1.2, seed=2, wishes=4),
        rounds(150, 3, 4, 1.2, seed=3, repeats=False),
    ],
    ids=["few crowds", "many crowds", "no repeats"],
)
def test_everybody_has_the_same_ranks_as_without_spreading(judge: Judge, monkeypatch: pytest.MonkeyPatch):
    _, asked = gathered(judge)
    *_, even = draw(Way.LEXIMIN, asked)

    def as_it_is(_: object, __: object, split: Split) -> Split:
        return split

    monkeypatch.setattr(leximin, "spread", as_it_is)
    *_, before = draw(Way.LEXIMIN, asked)
    assert ranks_of(asked, even) == ranks_of(asked, before)
    assert (even.levels, even.regret, even.status) == (before.levels, before.regret, before.status)
    assert unevenness(asked, even) < unevenness(asked, before)
