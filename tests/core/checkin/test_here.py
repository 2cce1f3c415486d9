"""What counts in a room and at a counter: right after every scan, exit, undo, second meal and midnight."""

import random
from datetime import timedelta

import pytest

from eventdesk.checkin.attendance import Here, HereCounter, Servings, records
from eventdesk.checkin.point import Point, PointKind, Rule
from tests.core.checkin.desk import Desk


@pytest.fixture
def counter(desk: Desk) -> HereCounter:
    """Return one who counts, and hears what is scanned."""
    made = HereCounter(desk.event.zone)
    desk.event.changed.append(lambda changes: made.change(desk.event.db, changes.ids.get("scan", frozenset())))
    return made


def here(desk: Desk, counter: HereCounter, point: Point) -> Here | None:
    while not counter.look(desk.event.db, point, desk.event.now()):
        pass
    return counter.here(point, desk.counts())


def test_an_entrance_is_told_by_the_house(desk: Desk, counter: HereCounter):
    assert here(desk, counter, desk.point) is None


def test_a_room_counts_who_is_inside_and_who_came(desk: Desk, counter: HereCounter):
    room, elif_, jan = desk.add_point("Saal 3A", capacity=60), desk.person(), desk.person("Jan Kowalski")
    desk.scan(elif_)
    desk.scan(elif_, room)
    desk.scan(jan, room)
    desk.leave(jan, room)
    assert here(desk, counter, room) == Here(PointKind.ROOM, 1, 2, 0, 1, 60)


def test_every_meal_counts_the_second_of_one_person_too(desk: Desk, counter: HereCounter):
    meal = desk.add_point("Mittagsimbiss", PointKind.CATERING, rule=Rule.ONCE_A_DAY)
    elif_ = desk.person()
    desk.scan(elif_)
    assert here(desk, counter, meal) == Here(PointKind.CATERING, 0, 0, 0, 1, None)
    desk.scan(elif_, meal)
    desk.scan(elif_, meal)
    assert here(desk, counter, meal) == Here(PointKind.CATERING, 1, 1, 1, 1, None)
    desk.scan(elif_, meal, forced=True)
    found = here(desk, counter, meal)
    assert found is not None
    assert (found.arrived, found.served) == (1, 2)
    desk.event.undo()
    found = here(desk, counter, meal)
    assert found is not None
    assert found.served == 1


def test_meals_of_another_point_or_day_do_not_count(desk: Desk, counter: HereCounter):
    meal, drinks = desk.add_point("Imbiss", PointKind.CATERING), desk.add_point("Getränke", PointKind.CATERING)
    elif_ = desk.person()
    desk.scan(elif_, meal)
    desk.scan(elif_, drinks, at=desk.ago(days=1))
    found = [here(desk, counter, point) for point in (meal, drinks, meal)]
    assert [each.served for each in found if each is not None] == [1, 0, 1]
    desk.clock.advance(days=1)
    tomorrow = here(desk, counter, meal)
    assert tomorrow is not None
    assert tomorrow.served == 0


def test_a_full_day_is_read_in_pieces(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(records, "_MANY", 3)
    meal = desk.add_point("Imbiss", PointKind.CATERING, rule=Rule.ALWAYS)
    people = [desk.person(f"Person {number}") for number in range(4)]
    chance = random.Random(7)
    for _ in range(20):
        desk.scan(chance.choice(people), chance.choice([meal, desk.point]))
    now = desk.event.now()
    whole, pieces = Servings(meal.id, now - timedelta(hours=1), now + timedelta(hours=1)), 1
    while not whole.fill(desk.event.db):
        pieces += 1
    assert pieces == 7
    expected = desk.event.db.value("SELECT count(*) FROM scan WHERE point = ? AND outcome = 'accepted'", meal.id)
    assert whole.count == expected > 3
    desk.scan(people[0], meal)
    assert whole.fill(desk.event.db)
    assert whole.count == expected + 1
