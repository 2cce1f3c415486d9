"""The list of people is read in pieces that a slow machine, too, does in a moment."""

from itertools import count, pairwise

import pytest

from eventdesk.event import Event
from eventdesk.people.listing import NAME, Roll, Wanted
from tests.core.people.searching import named, put

PEOPLE = 700


@pytest.fixture
def crowd(event: Event) -> Event:
    put(event, *(named(f"Vorname{n % 30}", f"Nachname{n % 90}", town=f"Ort{n % 7}") for n in range(PEOPLE)))
    return event


def every_step_takes(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    ticks = count()
    monkeypatch.setattr("eventdesk.store.pace.time.thread_time", lambda: next(ticks) * seconds)


def steps(done: list[int]) -> list[int]:
    return [after - before for before, after in pairwise([0, *done])]


def test_a_slow_machine_reads_fewer_people_in_one_piece(crowd: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    every_step_takes(monkeypatch, 0.03)
    roll = Roll()
    read = steps([part.done for part in roll.filling(crowd.db)])
    assert read[:3] == [100, 50, 25]
    assert max(read[2:]) == 25
    ordered = steps([2 * part.done for part in roll.ordering(crowd.db, "town")])
    assert max(ordered[2:20]) <= 26
    assert len(roll) == PEOPLE


def test_a_fast_machine_reads_more(crowd: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    every_step_takes(monkeypatch, 0.001)
    read = steps([part.done for part in Roll().filling(crowd.db)])
    assert read[:3] == [100, 200, 400]


@pytest.mark.parametrize("seconds", [0.001, 0.03])
def test_everybody_is_read_once_and_in_order_at_any_pace(
    crowd: Event, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    every_step_takes(monkeypatch, seconds)
    roll = Roll()
    for _ in roll.filling(crowd.db):
        pass
    for _ in roll.ordering(crowd.db, "town"):
        pass
    names = crowd.db.rows("SELECT id FROM search_person ORDER BY sort, id")
    assert roll.ids(Wanted(), NAME) == [row[0] for row in names]
    towns = crowd.db.rows("SELECT p.id FROM person p JOIN search_person s ON s.id = p.id ORDER BY p.town, s.sort, p.id")
    assert roll.ids(Wanted(), "town") == [row[0] for row in towns]


def test_nobody_is_read_as_well(event: Event) -> None:
    roll = Roll()
    assert [part.done for part in roll.filling(event.db)] == [0]
    assert list(roll.ids(Wanted())) == []
