"""Where a person goes today: their stand, the sessions they have a part in, the table they host."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eventdesk.badges.badge import Appointment
from eventdesk.cafe import actions
from eventdesk.cafe import records as cafe
from eventdesk.cafe.actions_ways import move
from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import Event, EventDetails
from eventdesk.fair import records as fair
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.fair import Door
from eventdesk.fair.hall import Hall
from eventdesk.guide import Place, PlaceKind, badge_guide, doors, guide_for, place_text, places
from eventdesk.panels import records as panels
from eventdesk.panels.actions_places import give_place, take_place
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store import settings
from eventdesk.words import Words
from tests.clock import FakeClock

STAND = Place(PlaceKind.STAND, "B-14", "Eilenriedehalle")
FORUM = Place(PlaceKind.SESSION, "Forum 2", "Saal 3A", "2017-03-06T11:00")
PODIUM = Place(PlaceKind.SESSION, "Podium", "Saal 3A", "2017-03-07T09:30")
TABLE = Place(PlaceKind.TABLE, "7")


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    details = EventDetails(title="Zwei Tage", starts="2017-03-06T09:00", ends="2017-03-07T17:00")
    with create_event(tmp_path / "two-days.eventdesk", details=details, clock=clock) as event:
        with event.transact(Op.IMPORT, "all") as tx:
            fair.insert_hall(tx, Hall(1, "H1", "Eilenriedehalle", 60_000, 20_000))
            fair.insert_booth(tx, Booth(2, "B-14", 1, 0, 0, 3_000, 3_000))
            fair.insert_exhibitor(tx, Exhibitor(3, "E1", "Gemeinsam", session="S1", pinned=2))
            fair.insert_exhibitor(tx, Exhibitor(4, "E2", "Ohne Stand"))
            panels.insert_room(tx, Room(5, "R1", "Saal 3A", 80))
            panels.insert_slot(tx, Slot(6, "T1", "2017-03-06T11:00", "2017-03-06T12:00"))
            panels.insert_slot(tx, Slot(7, "T2", "2017-03-07T09:30", "2017-03-07T10:30"))
            panels.insert_session(tx, Session(8, "S1", "Forum 2", speakers=("P1",), slot=6, room=5))
            panels.insert_session(tx, Session(9, "S2", "Podium", moderators=("P1", "P2"), slot=7, room=5))
            panels.insert_session(tx, Session(10, "S3", "Noch offen", speakers=("P1",)))
            cafe.insert_table(tx, CafeTable(11, "7", "7", 8, host="P3"))
        yield event


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person(1, foreign_id="P1", exhibitor="E1"), [STAND, FORUM, PODIUM]),
        (Person(1, foreign_id="P1"), [FORUM, PODIUM]),
        (Person(1, foreign_id="P2"), [PODIUM]),
        (Person(1, exhibitor="E1"), [STAND, FORUM]),
        (Person(1, exhibitor="E2"), []),
        (Person(1, exhibitor="E9"), []),
        (Person(1, foreign_id="P3"), [TABLE]),
        (Person(1, foreign_id="P9"), []),
        (Person(1), []),
    ],
)
def test_places(event: Event, person: Person, expected: list[Place]) -> None:
    assert places(event.db, person) == expected


def test_places_of_one_day_leave_out_the_sessions_of_others(event: Event) -> None:
    person = Person(1, foreign_id="P1", exhibitor="E1")
    assert places(event.db, person, date(2017, 3, 7)) == [STAND, PODIUM]
    assert places(event.db, person, date(2017, 3, 8)) == [STAND]


@pytest.mark.parametrize(
    ("place", "english"),
    [
        (STAND, "Booth B-14"),
        (Place(PlaceKind.STAND, "Stand 9"), "Stand 9"),
        (FORUM, "Forum 2 · Saal 3A · 11:00"),
        (Place(PlaceKind.SESSION, "Forum 2", "", "2017-03-06T11:00"), "Forum 2 · 11:00"),
        (Place(PlaceKind.SESSION, "Forum 2", "Foyer"), "Forum 2 · Foyer"),
        (
            Place(
                PlaceKind.SESSION, "Forum 2 · Begegnung im Stadtteil und auf dem Dorf", "Saal 3A", "2017-03-06T11:00"
            ),
            "Forum 2 · Saal 3A · 11:00",
        ),
        (Place(PlaceKind.SESSION, "Eröffnung: Werkstatt Bürgerschaftliches Engagement"), "Eröffnung"),
        (Place(PlaceKind.SESSION, "Ankommen - wie geht das?"), "Ankommen - wie geht das?"),
        (Place(PlaceKind.SESSION, "Ein-Eltern-Familien und ihre Netzwerke"), "Ein-Eltern-Familien und ihre Netzwerke"),
        (TABLE, "Table 7"),
        (Place(PlaceKind.TABLE, "Tisch 7"), "Tisch 7"),
        (Place(PlaceKind.TABLE, "Wohnen"), "Table Wohnen"),
    ],
)
def test_place_text(place: Place, english: str) -> None:
    assert place_text(Words("en"), place) == english


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2017-03-05T08:00:00+01:00", ["Booth B-14", "Forum 2 · Saal 3A · 11:00", "Podium · Saal 3A · 09:30"]),
        ("2017-03-06T08:00:00+01:00", ["Booth B-14", "Forum 2 · Saal 3A · 11:00"]),
        ("2017-03-07T00:30:00+01:00", ["Booth B-14", "Podium · Saal 3A · 09:30"]),
        ("2017-03-08T08:00:00+01:00", ["Booth B-14", "Forum 2 · Saal 3A · 11:00", "Podium · Saal 3A · 09:30"]),
    ],
)
def test_on_the_day_the_desk_tells_the_sessions_of_that_day(
    event: Event, clock: FakeClock, now: str, expected: list[str]
) -> None:
    clock.set(now)
    assert guide_for(event, Words("en"))(Person(1, foreign_id="P1", exhibitor="E1")) == expected


def test_two_booths_are_told_together_and_by_where_one_stands_now(event: Event) -> None:
    with event.transact(Op.FAIR_PLACE, "E1") as tx:
        for number in (10, 9):
            fair.insert_booth(tx, Booth(60 + number, f"C-{number}", 1, 0, 0, 3_000, 3_000))
            fair.insert_stand(tx, 3, 60 + number)
    assert places(event.db, Person(1, exhibitor="E1"))[0] == Place(PlaceKind.STAND, "C-9, C-10", "Eilenriedehalle")
    assert guide_for(event, Words("en"))(Person(1, exhibitor="E1"))[0] == "Booth C-9, C-10"
    assert badge_guide(event, Words("en"))(Person(1, exhibitor="E1")).stand == "Booth C-9, C-10"


def test_who_was_given_up_is_sent_to_no_stand_but_to_the_session(event: Event) -> None:
    with event.transact(Op.FAIR_STATUS, "E1") as tx:
        tx.update("exhibitor", 3, {"status": ExhibitorStatus.NO_SHOW.value})
    person = Person(1, exhibitor="E1")
    assert places(event.db, person) == [FORUM]
    assert badge_guide(event, Words("en"))(person).stand == ""


def test_doors_of_sessions(event: Event) -> None:
    assert doors(event.db) == {}
    with event.transact(Op.IMPORT, "doors") as tx:
        tx.update("room", 5, {"hall": "H1", "door_x_mm": -3_000, "door_y_mm": 0})
        panels.insert_session(tx, Session(40, "S1", "Forum 2 noch einmal"))
    assert doors(event.db) == {
        "S1": Door("H1", -3_000, 0, "Forum 2, Saal 3A"),
        "S2": Door("H1", -3_000, 0, "Podium, Saal 3A"),
    }


def test_a_lookup_uses_an_index_for_every_table(event: Event) -> None:
    """A scan asks this: it must not get slower with the number of sessions."""
    queries = (
        (panels._APPOINTMENTS, ("P1", "S1", 1)),
        (fair._PRESENCE, ("E1",)),
        (cafe._HOSTED, ("P3",)),
    )
    steps = [row["detail"] for sql, values in queries for row in event.db.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]
    assert [step for step in steps if step.startswith("SCAN")] == []
    assert len([step for step in steps if step.startswith("SEARCH")]) >= 6


@pytest.mark.parametrize("foreign_id", ["", "P1", "P2", "P3", "P9"])
@pytest.mark.parametrize("exhibitor", ["", "E1", "E2", "E3", "E4", "E9"])
def test_a_badge_is_told_the_same_places_as_the_desk_on_all_days(event: Event, foreign_id: str, exhibitor: str) -> None:
    with event.transact(Op.IMPORT, "more") as tx:
        fair.insert_exhibitor(
            tx, Exhibitor(30, "E3", "Abgesagt", session="S1", pinned=2, status=ExhibitorStatus.CANCELLED)
        )
        fair.insert_booth(tx, Booth(33, "A-2", 1, 0, 0, 3_000, 3_000))
        fair.insert_exhibitor(tx, Exhibitor(34, "E4", "Zu zweit", session="S2", pinned=2))
        fair.insert_stand(tx, 34, 33)
        panels.insert_session(tx, Session(31, "S4", "Am Rand", speakers=("P1", "P2"), room=5))
        panels.insert_session(tx, Session(32, "S1", "Forum 2b", slot=6))
        cafe.insert_table(tx, CafeTable(35, "8", "Wohnen", 8, host="P3"))
    person = Person(1, foreign_id=foreign_id, exhibitor=exhibitor)
    expected = places(event.db, person)
    words = Words("en")
    way = badge_guide(event, words)(person)
    assert way.lines == tuple(place_text(words, place) for place in expected)
    assert way.stand == {"E1": "Booth B-14", "E4": "Booth A-2"}.get(exhibitor, "")
    assert len(way.panels) == sum(place.kind is PlaceKind.SESSION for place in expected)
    assert len(way.tables) == sum(place.kind is PlaceKind.TABLE for place in expected)
    assert len(way.programme) == len(expected)
    assert badge_guide(event, words, many=False)(person) == way


def test_a_place_is_somewhere_to_go_as_a_part_is(event: Event) -> None:
    person = add(event, Person(0, "Elif", foreign_id="P2"))
    give_place(event, person.id, 8)
    give_place(event, person.id, 10)
    assert places(event.db, person) == [FORUM, PODIUM]
    assert guide_for(event, Words("de"))(person) == ["Forum 2 · Saal 3A · 11:00"]  # on the first day
    for many in (True, False):
        assert badge_guide(event, Words("en"), many=many)(person).panels == (
            "Forum 2 · Saal 3A · 11:00",
            "Podium · Saal 3A · 09:30",
        )
    take_place(event, person.id, 8)
    assert places(event.db, person) == [PODIUM]


def test_who_is_on_no_list_has_places_too(event: Event) -> None:
    person = add(event, Person(0, "Ohne Liste"))
    assert places(event.db, person) == []
    give_place(event, person.id, 8)
    assert places(event.db, person) == [FORUM]
    assert badge_guide(event, Words("en"))(person).panels == ("Forum 2 · Saal 3A · 11:00",)


def test_the_programme_on_the_back_of_a_badge(event: Event, clock: FakeClock) -> None:
    clock.set("2017-03-06T08:00:00+01:00")
    way = badge_guide(event, Words("en"))(Person(1, foreign_id="P1", exhibitor="E1"))
    assert way.programme == (
        Appointment("", "Booth B-14", "Eilenriedehalle"),
        Appointment("6.3., 11:00", "Forum 2", "Saal 3A"),
        Appointment("7.3., 09:30", "Podium", "Saal 3A"),
    )


def test_the_programme_of_a_single_day_needs_no_date(event: Event) -> None:
    with event.transact(Op.SETTINGS, "one day") as tx:
        settings.put(tx, "ends", "2017-03-06T17:00")
    (forum, podium) = badge_guide(event, Words("en"))(Person(1, foreign_id="P1")).programme
    assert (forum.time, podium.time) == ("11:00", "09:30")


def test_tables_of_the_world_cafe_are_told_round_by_round(event: Event):
    guest = add(event, Person(0, given_name="Kim"))
    host = add(event, Person(0, given_name="Oksana", foreign_id="P3"))
    second = actions.add_table(event, CafeTable(0, "8", "Tisch 8", 8))
    actions.set_rounds(event, [RoundWanted(20, "", "2017-03-06T13:00"), RoundWanted(20, "", "2017-03-07T09:00")])
    first_round, second_round = cafe.rounds(event.db)
    for person, round_id, table in (
        (guest, first_round, 11),
        (guest, second_round, second.id),
        (host, first_round, 11),
        (host, second_round, 11),
    ):
        move(event, person.id, round_id.id, table)
    english = Words("en")
    assert guide_for(event, english)(guest) == ["Round 1 Table 7"], "the second round is on another day"
    event.set_clock(FakeClock("2017-03-01T08:00:00+00:00"))
    assert guide_for(event, english)(guest) == ["Round 1 Table 7 · 2 Tisch 8"]
    assert guide_for(event, english)(host) == ["Table 7 in all rounds"]
    for many in (True, False):
        way = badge_guide(event, english, many=many)(guest)
        assert [line.replace("\u00a0", " ") for line in way.tables] == ["Round 1 Table 7 · 2 Tisch 8"]
        assert way.tables[0].split(" ") == ["Round\u00a01\u00a0Table\u00a07", "·", "2\u00a0Tisch\u00a08"]
        assert way.programme == (
            Appointment("6.3., 13:00", "World Café, round 1", "Table 7"),
            Appointment("7.3., 09:00", "World Café, round 2", "Tisch 8"),
        )


def test_sessions_and_tables_stand_in_the_order_of_time(event: Event):
    speaker = add(event, Person(0, given_name="Elif", foreign_id="P1", exhibitor="E1"))
    actions.set_rounds(event, [RoundWanted(20, "", "2017-03-06T10:00"), RoundWanted(20, "", "2017-03-06T16:00")])
    for each in cafe.rounds(event.db):
        move(event, speaker.id, each.id, 11)
    programme = badge_guide(event, Words("en"))(speaker).programme
    assert [each.title for each in programme] == [
        "Booth B-14",
        "World Café, round 1",
        "Forum 2",
        "World Café, round 2",
        "Podium",
    ]
