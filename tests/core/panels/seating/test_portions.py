"""Places for thousands who all wish otherwise: in portions, in time, and nothing is called proven that is not."""

from collections.abc import Iterator
from itertools import count

import pytest

from eventdesk.panels.place import Way
from eventdesk.panels.seating import leximin, portions
from eventdesk.panels.seating.checking import check_protocol
from eventdesk.panels.seating.outcome import Aim, Outcome, Status
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ways import draw
from tests.core.panels.seating.judge import Judge
from tests.core.panels.seating.programmes import gathered, rounds

UNLIKE = rounds(120, 2, 6, 1.1, seed=3, wishes=4)


@pytest.fixture
def in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leximin, "_TOO_MANY", 1)
    monkeypatch.setattr(portions, "_CROWDS", 25)


def worst_first(outcome: Outcome) -> list[tuple[int, int]]:
    """Return what is to be small: those without a place, then the worst regret and how many have it, and so on."""
    return [
        (outcome.unplaced, 0),
        *sorted(((each, many) for each, many in outcome.regret.items() if each), reverse=True),
    ]


def last(outcomes: Iterator[Outcome]) -> Outcome:
    *_, outcome = outcomes
    return outcome


@pytest.mark.parametrize("judge", [UNLIKE, rounds(90, 2, 4, 0.9, seed=5, repeats=False)], ids=["room", "too few seats"])
def test_portions_are_fairer_than_lots_and_never_fairer_than_what_is_proven(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
):
    _, asked = gathered(judge)
    proven, lots = last(leximin.leximin(asked)), last(draw(Way.LOTTERY, asked))
    assert proven.pareto_proven
    monkeypatch.setattr(leximin, "_TOO_MANY", 1)
    monkeypatch.setattr(portions, "_CROWDS", 25)
    told = list(leximin.leximin(asked))
    assert worst_first(proven) <= worst_first(told[-1]) < worst_first(lots)
    assert [worst_first(each) for each in told] == sorted((worst_first(each) for each in told), reverse=True)
    assert not check_protocol(protocol(asked, told[-1]), again=True)


@pytest.mark.usefixtures("in_portions")
def test_what_nobody_knows_is_not_called_proven():
    told = last(leximin.leximin(gathered(UNLIKE)[1]))
    assert (told.status, told.pareto_proven) == (Status.FEASIBLE, False)
    assert {level.aim for level in told.levels if level.proven} <= {Aim.WITHOUT}
    reached = {level.value: level.reached for level in told.levels if level.aim is Aim.REGRET}
    assert reached == {regret: people for regret, people in told.regret.items() if regret}


@pytest.mark.usefixtures("in_portions")
def test_the_clock_ends_the_mixing_but_not_the_first_result():
    _, asked = gathered(UNLIKE)
    hours = count(step=3600)
    told = list(leximin.leximin(asked, seconds=5, clock=lambda: float(next(hours))))
    assert len(told) <= 2
    assert worst_first(told[-1]) < worst_first(last(draw(Way.LOTTERY, asked)))


@pytest.mark.usefixtures("in_portions")
def test_who_stops_at_once_has_places_by_lots():
    _, asked = gathered(UNLIKE)
    told = list(leximin.leximin(asked, stopped=lambda: True))
    assert [each.places for each in told] == [last(draw(Way.LOTTERY, asked)).places]
    assert told[-1].status is Status.FEASIBLE


def test_the_clock_ends_levels_that_take_too_long():
    asked: Seats = gathered(UNLIKE)[1]
    hours = count(step=3600)
    told = last(leximin.leximin(asked, seconds=5, clock=lambda: float(next(hours))))
    assert told.status is Status.FEASIBLE
    assert not told.pareto_proven
    assert not check_protocol(protocol(asked, told))
