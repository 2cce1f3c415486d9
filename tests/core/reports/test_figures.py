"""Figures: right, complete, and without anybody in them."""

import json

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.person import Origin, Status
from eventdesk.reports.figures import gathering
from eventdesk.reports.figures.figure import CafeFigures, DayFigures, PeopleFigures, PollFigures
from eventdesk.reports.figures.gathering import day_figures, figures, figures_in_steps
from eventdesk.store.access import Value
from tests.core.checkin.programme import House


@pytest.fixture
def crowd(house: House) -> Event:
    """Let seven volunteers and two of the press come, of ten and three; one walks in, others never were expected."""
    desk = house.desk
    forum = house.session("Forum 1", "Saal 1", "10:00", "11:00")
    house.session("Forum 2", "Saal 2", "10:00", "11:00")
    desk.clock.set("2017-03-06T08:31:00+01:00")
    for number in range(13):
        roles = ("volunteer",) if number < 10 else ("press",)
        person = desk.person(
            f"Gast{number} Fam{number}", organisation=f"Verein {number % 4}", roles=roles, languages=("Dari", "Deutsch")
        )
        if number < 7 or number > 10:
            desk.scan(person)
        if number < 2:
            house.place(forum, person)
            desk.clock.set("2017-03-06T09:50:00+01:00")
            desk.scan(person, house.points["Saal 1"])
    walked = desk.person("Walk In", origin=Origin.WALK_IN, roles=("volunteer",))
    desk.scan(walked)
    for status in (Status.CANCELLED, Status.PENDING, Status.PENDING, Status.WAITING):
        desk.person("Not There", status=status, sector="politics", organisation="Other")
    return desk.event


def test_people(crowd: Event):
    assert figures(crowd).people == PeopleFigures(
        registered=13, came=10, no_shows=4, walk_ins=1, cancelled=1, pending=2, waiting=1, organisations=4, towns=0
    )


def test_groups_keep_small_ones_together(crowd: Event):
    found = figures(crowd)
    assert [(each.code, each.known, each.came, each.joined) for each in found.roles] == [("", 14, 10, 2)]
    exact = figures(crowd, least=1)
    assert [(each.code, each.known, each.came) for each in exact.roles] == [("volunteer", 11, 8), ("press", 3, 2)]
    assert [each.code for each in exact.languages] == ["Dari", "Deutsch", ""]
    assert found.sectors == (), "nobody who may come named a sector"


def test_arrivals_and_sessions(crowd: Event):
    found = figures(crowd)
    (day,) = found.days
    assert (day.day, day.came, day.minutes, day.arrivals[0]) == ("2017-03-06", 10, 5, ("08:30", 1))
    assert sum(people for _, people in day.arrivals) == 10
    one, two = found.sessions
    assert (one.title, one.people, one.places, one.seats, one.room) == ("Forum 1", 2, 2, 40, "Saal 1")
    assert two.people is None, "nobody was scanned at its door"


def test_before_the_day_figures_tell_who_is_expected(event: Event, house: House):
    for number in range(6):
        house.desk.person(f"Gast {number}", organisation=f"Verein {number % 2}", town="Peine")
    found = figures(event)
    assert not found.is_over
    assert (found.people.registered, found.people.no_shows, found.people.organisations) == (6, 6, 2)
    assert found.days == ()


def test_no_name_and_no_contact_is_in_them(sample: Event):
    told = json.dumps(figures(sample).as_json(), ensure_ascii=False)
    for person in people.everyone(sample.db):
        for own in (person.name, person.email, person.phone, person.code, person.organisation):
            assert len(own) < 4 or f'"{own}"' not in told


def test_every_group_of_the_sample_is_large_enough(sample: Event):
    found = figures(sample)
    groups = (*found.roles, *found.sectors, *found.languages)
    assert groups
    assert all(number >= 5 or number == 0 for each in groups for number in (each.known, each.came))


def test_short_steps_lead_to_the_same(sample: Event, monkeypatch: pytest.MonkeyPatch):
    at_once = figures(sample)
    monkeypatch.setattr(gathering, "_AT_ONCE", 9)
    told = list(figures_in_steps(sample))
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert figures(sample) == at_once


def test_cafe_prize_and_catering(event: Event):
    with event.transact(Op.SETTINGS, "") as tx:
        tx.insert("cafe_table", {"ref": "T1", "name": "Tisch 1", "seats": 8})
        person = tx.insert("person", {"given_name": "Elif", "code": "1"})
        tx.insert("cafe_round", {"number": 1, "minutes": 20})
        tx.insert("cafe_itinerary", {"number": 1, "person": person})
        tx.insert("cafe_itinerary", {"number": 2, "person": None})
        plan: dict[str, Value] = {"desk": "", "way": "design", "milliseconds": 3}
        tx.insert("cafe_plan", {**plan, "at": "2017-03-06T08:00:00.000Z", "repeats": 4})
        tx.insert("cafe_plan", {**plan, "at": "2017-03-06T09:00:00.000Z", "repeats": 0})
        poll = tx.insert("poll", {"title": "Preis"})
        tx.insert("poll", {"title": "Noch leer"})
        tx.insert("ballot_issue", {"poll": poll, "person": person, "kind": "first"})
        point = tx.insert("point", {"name": "Imbiss", "kind": "catering"})
        for outcome in ("accepted", "accepted", "full"):
            where: dict[str, Value] = {"point": point, "direction": "in", "at": "2017-03-06T11:00:00.000Z"}
            tx.insert("scan", {"eid": "", "code": "", "outcome": outcome, "desk": "", **where})
    found = figures(event)
    assert found.cafe == CafeFigures(tables=1, rounds=1, guests=1, repeats=0)
    assert found.polls == (PollFigures("Preis", issued=1),)
    assert found.served == (("Imbiss", 2),)


@pytest.mark.parametrize(
    ("times", "minutes", "columns"),
    [(["09:00"], 5, 1), (["08:02", "09:00"], 5, 13), (["08:00", "12:00"], 10, 25), (["06:00", "22:00"], 30, 33)],
)
def test_columns_are_as_fine_as_fits(times: list[str], minutes: int, columns: int):
    (day,) = day_figures(dict.fromkeys((f"2017-03-06T{time}" for time in times), 3))
    assert (day.minutes, len(day.arrivals)) == (minutes, columns)
    assert day.came == 3 * len(times) == sum(people for _, people in day.arrivals)


def test_each_day_has_its_own_columns():
    first, second = day_figures({"2017-03-07T09:02": 2, "2017-03-06T09:00": 1})
    assert first == DayFigures("2017-03-06", 1, 5, (("09:00", 1),))
    assert second == DayFigures("2017-03-07", 2, 5, (("09:00", 2),))
