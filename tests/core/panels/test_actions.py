"""What is done with rooms, slots, sessions and wishes: written, read back, undone; what cannot be is refused."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from eventdesk.codes import Fault, SessionCode
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.panels import actions, actions_places, actions_spots, records
from eventdesk.panels.outcome import Done, NotPut, Put
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, R1, R2, R3, Z1, Z2, Z3, Z4, person_id

NEW_ROOM = Room(0, "", "Kleiner Saal", 30, seatings=(Seating("Kreis", 20),), extra={"Etage": "2"})
DEEDS: list[Callable[[Event], Any]] = [
    lambda e: actions.add_room(e, NEW_ROOM),
    lambda e: actions.change_room(e, R1, ref="A", seatings=(Seating("U", 30), Seating("Kreis", 20)), extra={"a": "b"}),
    lambda e: actions.seat(e, R1, "U"),
    lambda e: actions.remove_room(e, R1),
    lambda e: actions.add_slot(e, Slot(0, "", "2027-03-06T16:00", "2027-03-06T17:00")),
    lambda e: actions.change_slot(e, Z4, ref="Ende", ends="2027-03-06T15:30"),
    lambda e: actions.remove_slot(e, Z4),
    lambda e: actions.add_session(e, Session(0, "", "Forum 6", speakers=("P3",))),
    lambda e: actions.change_session(e, F1, ref="Eins", title="Anders", interpretation=("Arabisch",)),
    lambda e: actions.remove_session(e, F2),
    lambda e: actions_spots.put_session(e, F5, Z2, R2, anyway=True),
    lambda e: actions_spots.swap_sessions(e, F2, F3, anyway=True),
    lambda e: actions_spots.fix(e, [F1, F2]),
    lambda e: actions_spots.unfix(e, [PO]),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_every_deed_is_one_entry_and_can_be_undone(
    event: Event, programme: Programme, deed: Callable[[Event], Any]
) -> None:
    entries = event.journal_length()
    deed(event)
    assert event.journal_length() == entries + 1
    assert read_programme(event.db) != programme
    assert isinstance(event.undo(), Undone)
    assert read_programme(event.db) == programme
    assert set(event.verify().values()) == {True}


def test_what_is_added_gets_an_id_like_the_others(event: Event, programme: Programme) -> None:
    del programme
    room = actions.add_room(event, NEW_ROOM)
    assert room.ref == "R4"
    assert room in records.rooms(event.db)
    assert actions.add_slot(event, Slot(0, "", "2027-03-06T16:00", "2027-03-06T17:00")).ref == "Z5"
    assert actions.add_session(event, Session(0, "", "Forum 6")).ref == "F6"


def test_the_first_ones_get_an_id_too(event: Event) -> None:
    assert actions.add_room(event, Room(0, "", "Saal", 10)).ref == "R1"
    assert actions.add_session(event, Session(0, "", "Forum")).ref == "S1"


@pytest.mark.parametrize(
    ("deed", "fault"),
    [
        (lambda e: actions.add_room(e, Room(0, "", " ", 10)), Fault.NO_ROOM_NAME),
        (lambda e: actions.add_room(e, Room(0, "R1", "Saal", 10)), Fault.NUMBER_TAKEN),
        (lambda e: actions.add_room(e, Room(0, "", "Saal", -1)), Fault.BAD_CAPACITY),
        (lambda e: actions.change_room(e, R1, ref="R2"), Fault.NUMBER_TAKEN),
        (lambda e: actions.change_room(e, R1, seatings=(Seating("x", 1 << 40),)), Fault.BAD_CAPACITY),
        (lambda e: actions.change_room(e, 99, name="x"), Fault.GONE),
        (lambda e: actions.seat(e, R1, "Kreis"), Fault.GONE),
        (lambda e: actions.remove_room(e, 99), Fault.GONE),
        (lambda e: actions.add_slot(e, Slot(0, "", "2027-03-06T16:00", "2027-03-06T16:00")), Fault.SLOT_ENDS_FIRST),
        (lambda e: actions.add_slot(e, Slot(0, "", "16:00", "2027-03-06T17:00")), Fault.BAD_TIME),
        (lambda e: actions.add_slot(e, Slot(0, "", "2027-03-06T16:00", "2027-03-06Tabcde")), Fault.BAD_TIME),
        (lambda e: actions.change_slot(e, Z1, ends="2027-03-06T09:00"), Fault.SLOT_ENDS_FIRST),
        (lambda e: actions.remove_slot(e, 99), Fault.GONE),
        (lambda e: actions.add_session(e, Session(0, "", "")), Fault.NO_SESSION_TITLE),
        (lambda e: actions.add_session(e, Session(0, "", "x", slot=99)), Fault.GONE),
        (lambda e: actions.change_session(e, F1, expected=-3), Fault.BAD_CAPACITY),
        (lambda e: actions.change_session(e, F1, room=99), Fault.GONE),
        (lambda e: actions.remove_session(e, 99), Fault.GONE),
        (lambda e: actions.set_wishes(e, 99, ["F1"]), Fault.UNKNOWN_PERSON),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    event: Event, programme: Programme, deed: Callable[[Event], Any], fault: Fault
) -> None:
    entries = event.journal_length()
    with pytest.raises(KnownError) as refused:
        deed(event)
    assert refused.value.fault is fault
    assert event.journal_length() == entries
    assert read_programme(event.db) == programme


def test_nothing_is_written_where_nothing_differs(event: Event, programme: Programme) -> None:
    entries = event.journal_length()
    elif_ = person_id(programme, "Elif")
    answers = [
        actions.change_room(event, R1, name="Saal 1"),
        actions.seat(event, R1, "Reihen"),
        actions.change_slot(event, Z1, ref="Z1"),
        actions.change_session(event, F1, title="Forum 1"),
        actions.set_wishes(event, elif_, ["F2", "F2"]),
        actions_spots.fix(event, [PO, F5]),
        actions_spots.unfix(event, [F1, 99]),
    ]
    assert answers == [Done()] * len(answers)
    put = actions_spots.put_session(event, F1, Z1, R1)
    assert isinstance(put, Put)
    assert put.eid is None
    assert event.journal_length() == entries


def test_another_id_is_followed_by_all_that_names_it(event: Event, programme: Programme) -> None:
    actions.change_session(event, F5, after=("F1", "F3"), unavailable=("Z1", "Z3"), room_forbidden=("R1", "R3"))
    actions.change_session(event, F1, ref="Eins")
    actions.change_slot(event, Z1, ref="Früh")
    actions.change_room(event, R1, ref="Groß")
    now = read_programme(event.db)
    assert now.wishes == programme.wishes
    f5 = now.session_of[F5]
    assert (f5.repeat_of, f5.after, f5.unavailable) == ("Eins", ("Eins", "F3"), ("Früh", "Z3"))
    assert (f5.room_forbidden, now.session_of[F4].room_wished) == (("Groß", "R3"), ("Groß",))


def test_seating_people_in_another_way(event: Event, programme: Programme) -> None:
    actions.seat(event, R1, "U")
    room = read_programme(event.db).room_of[R1]
    assert (room.seating, room.capacity, room.seatings) == ("U", 40, (Seating("Reihen", 100),))
    actions.seat(event, R1, "Reihen")
    assert read_programme(event.db) == programme


def test_what_took_place_there_is_nowhere_when_it_is_removed(event: Event, programme: Programme) -> None:
    del programme
    assert set(actions.remove_room(event, R1).sessions) == {F1, F4, PO}
    assert actions.remove_slot(event, Z1).sessions == (F1, F2)
    now = read_programme(event.db)
    assert now.timetable == {F2: (None, R2), F3: (Z2, R3), F4: (Z3, None), PO: (Z4, None)}
    assert (now.session_of[PO].slot_fixed, now.session_of[PO].room_fixed) == (True, False)


def test_a_removed_session_takes_its_places_along(event: Event, programme: Programme) -> None:
    elif_, bruno = person_id(programme, "Elif"), person_id(programme, "Bruno")
    actions_places.give_place(event, bruno, F2)
    actions_places.put_on_waiting(event, elif_, F2)
    before = read_programme(event.db)
    actions.remove_session(event, F2)
    now = read_programme(event.db)
    assert (now.places, now.waiting, now.unknown_wishes[elif_]) == ((), (), ("F2",))
    event.undo()
    assert read_programme(event.db) == before


def test_wishes_are_noted_each_once_and_what_was_unknown_may_stay(event: Event, programme: Programme) -> None:
    chi = person_id(programme, "Chi")
    actions.set_wishes(event, chi, ["F9", "F3", "F3"])
    now = read_programme(event.db)
    assert (now.wishes[chi], now.unknown_wishes[chi]) == ((F3,), ("F9",))
    with pytest.raises(KnownError):
        actions.set_wishes(event, chi, ["F10"])
    event.undo()
    assert read_programme(event.db) == programme


# ---- when and where


def test_a_session_is_put_somewhere_and_keeps_being_fixed(event: Event, programme: Programme) -> None:
    del programme
    assert isinstance(actions_spots.put_session(event, F5, Z4, R2), Put)
    refused = actions_spots.put_session(event, PO, Z1, R3)
    assert isinstance(refused, NotPut)
    assert {each.code for each in refused.troubles} == {SessionCode.FIXED_ELSEWHERE}
    assert not refused.final
    assert isinstance(actions_spots.put_session(event, PO, None, R3, anyway=True), Put)
    podium = read_programme(event.db).session_of[PO]
    assert (podium.spot, podium.slot_fixed, podium.room_fixed) == ((None, R3), False, True)


def test_what_nobody_can_decide_is_refused_for_good(event: Event, programme: Programme) -> None:
    for session, slot, room in ((F5, Z1, R1), (F5, Z2, R1), (99, Z1, R1), (F1, 99, R1)):
        refused = actions_spots.put_session(event, session, slot, room, anyway=True)
        assert isinstance(refused, NotPut)
        assert refused.final
    assert read_programme(event.db) == programme


def test_two_sessions_change_places(event: Event, programme: Programme) -> None:
    """Each is looked at with the other one gone: neither takes the room of the other."""
    refused = actions_spots.swap_sessions(event, F1, F2)
    assert isinstance(refused, NotPut)
    assert {each.code for each in refused.troubles} == {SessionCode.EQUIPMENT_MISSING}
    done = actions_spots.swap_sessions(event, F1, F2, anyway=True)
    assert isinstance(done, Put)
    assert (done.before[F1], done.after[F1], done.after[F2]) == ((Z1, R1), (Z1, R2), (Z1, R1))
    assert isinstance(actions_spots.swap_sessions(event, F1, F2), Put)
    assert read_programme(event.db) == programme
    assert isinstance(actions_spots.swap_sessions(event, F4, F5), Put)
    moved = {session: spot for session, spot in programme.timetable.items() if session != F4}
    assert read_programme(event.db).timetable == {**moved, F5: (Z3, R1)}
    assert isinstance(actions_spots.swap_sessions(event, F1, 99), NotPut)


def test_slot_and_room_are_fixed_one_by_one(event: Event, programme: Programme) -> None:
    actions_spots.fix(event, [F1], room=False)
    actions_spots.unfix(event, [PO], slot=False)
    now = read_programme(event.db)
    wanted = {
        F1: replace(programme.session_of[F1], slot_fixed=True),
        PO: replace(programme.session_of[PO], room_fixed=False),
    }
    assert {each: now.session_of[each] for each in wanted} == wanted
