"""What the journal says about the programme: sessions, rooms and people by their names."""

from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.history import listing
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import step_sentences, title, told
from eventdesk.history.whole import Filter
from eventdesk.merging.actions import merge
from eventdesk.panels import actions, actions_draw, actions_places, actions_spots, actions_timetable
from eventdesk.panels.place import DrawFacts, Way
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.version import TimetableFacts
from eventdesk.words import Words
from tests.core.panels import programme_of_tests
from tests.core.panels.programme_of_tests import F1, F2, F3, F5, PO, R1, R2, Z1, Z2, Z4, person_id

ENGLISH = Words("en")
FACTS = DrawFacts(Way.REGISTRATION, 7, {})


@pytest.fixture
def programme(event: Event) -> Programme:
    return programme_of_tests.build(event)


def said(event: Event) -> list[str]:
    """Return what the newest entry says."""
    steps = [step for each in listing.parts(event.db, event.journal(1)[0].root).happenings for step in each.steps]
    return [text for step in steps for text in step_sentences(ENGLISH, step, event.zone)]


def entrance(event: Event) -> int:
    """Return a new check-in point."""
    with event.transact(Op.SETTINGS, "Eingang") as tx:
        return tx.insert("point", {"name": "Eingang", "kind": "room"})


def door(event: Event, programme: Programme) -> None:
    del programme
    point = entrance(event)
    with event.transact(Op.PANELS_DOOR, "Saal 1") as tx:
        tx.insert("point_room", {"point": point, "room": R1})


def counted(event: Event, programme: Programme) -> None:
    del programme
    values: dict[str, int | str | None] = {
        "point": entrance(event),
        "session": F1,
        "at": "2027-03-06T10:00:00.000Z",
        "desk": "",
        "change": 2,
    }
    with event.transact(Op.PANELS_COUNT, "Saal 1") as tx:
        tx.insert("door_count", values)


CASES: list[tuple[Callable[[Event, Programme], Any], str, list[str]]] = [
    (
        lambda e, p: actions_spots.put_session(e, F5, Z4, R2),
        "Session placed: Forum 5 · Saal 2 · 14:00",
        ["Forum 5: Slot entered: “14:00–15:00”", "Forum 5: Room entered: “Saal 2”"],
    ),
    (
        lambda e, p: actions_spots.put_session(e, F2, Z2, None),
        "Session placed: Forum 2 · 11:00",
        [
            "Forum 2: Slot changed from “10:00–11:00” to “11:00–12:00”",
            "Forum 2: Room removed; it was “Saal 2”",
        ],
    ),
    (
        lambda e, p: actions_spots.unfix(e, [PO], slot=False),
        "Session no longer fixed: Podium",
        ["Podium: Room is fixed changed from “yes” to “no”"],
    ),
    (
        lambda e, p: actions.add_room(e, Room(0, "", "Foyer", 30, seatings=(Seating("Kreis", 20),))),
        "Room added: Foyer",
        ["Room “Foyer” added", "Seats: 30", "Way to seat people added: Kreis", "Room: Foyer", "Seats: 20"],
    ),
    (
        lambda e, p: actions.add_slot(e, Slot(0, "", "2027-03-06T16:00", "2027-03-06T17:00")),
        "Slot added: 16:00–17:00",
        ["Slot 16:00–17:00 added", "Begins: 6 Mar 2027 16:00", "Ends: 6 Mar 2027 17:00"],
    ),
    (
        lambda e, p: actions.add_session(e, Session(0, "", "Forum 6", slot=Z1)),
        "Session added: Forum 6",
        ["Session “Forum 6” added", "Kind: Panel", "Slot: 10:00–11:00"],
    ),
    (
        lambda e, p: actions_places.give_place(e, person_id(p, "Bruno"), F2),
        "Place given: Bruno Lang · Forum 2",
        ["Bruno Lang has a place in “Forum 2”"],
    ),
    (
        lambda e, p: actions_places.put_on_waiting(e, person_id(p, "Bruno"), F3),
        "Waiting list: Bruno Lang · Forum 3",
        ["Bruno Lang waits for a place in “Forum 3”"],
    ),
    (
        lambda e, p: actions_timetable.apply_timetable(e, {}, TimetableFacts("optimal", 2, 1, seed=7), "Neu"),
        "Timetable applied: Neu",
        [
            "Timetable kept: without a name",
            "Timetable kept: Neu",
            "State: proven to be the best timetable",
            "Wishes lost: 2",
            "People turned away: 1",
            "Seed: 7",
            "Forum 1: Slot removed; it was “10:00–11:00”",
        ],
    ),
    (door, "Door of a room: Saal 1", ["“Eingang” is the door of “Saal 1” now"]),
    (counted, "Counted at the door: Saal 1", ["Counted at “Eingang”: +2"]),
]


@pytest.mark.parametrize(("deed", "line", "sentences"), CASES)
def test_deeds_are_told_by_names(
    event: Event, programme: Programme, deed: Callable[[Event, Programme], Any], line: str, sentences: list[str]
) -> None:
    deed(event, programme)
    assert title(ENGLISH, listing.page(event.db, Filter(), limit=1).lines[0]) == line
    assert said(event)[: len(sentences)] == sentences


def test_places_of_all_are_told_person_by_person(event: Event, programme: Programme) -> None:
    bruno, chi = person_id(programme, "Bruno"), person_id(programme, "Chi")
    actions_draw.apply_places(event, {bruno: {Z1: F1}, chi: {Z1: F2}}, FACTS)
    told = said(event)
    assert told[:3] == [
        "Written down how places were given out",
        "Places given out: in the order of registration",
        "Seed: 7",
    ]
    assert set(told[3:]) == {"Bruno Lang has a place in “Forum 1”", "Chi Nguyen has a place in “Forum 2”"}
    actions_draw.apply_places(event, {bruno: {Z1: F2}}, FACTS)
    assert set(said(event)[3:]) == {
        "Bruno Lang has a place in “Forum 2” instead of “Forum 1”",
        "Chi Nguyen no longer has a place in “Forum 2”",
    }
    actions_places.confirm_places(event, [bruno])
    assert said(event) == ["The place of Bruno Lang is confirmed"]
    merge(event, chi, bruno)
    assert "Moved to the other entry of this person" in said(event)
    actions.remove_session(event, F2)
    assert "Chi Nguyen no longer has a place in “Forum 2”" in said(event)


def own(event: Event, person: int) -> list[str]:
    """Return what the history of one person says, newest first."""
    found = [told(ENGLISH, each, event.zone) for each in history_of(event.db, person)]
    return [sentence for each in found for sentence in each.sentences]


def test_the_history_of_a_person_tells_their_places(event: Event, programme: Programme) -> None:
    chi, ewa = person_id(programme, "Chi"), person_id(programme, "Ewa")
    before, hers = own(event, chi), own(event, ewa)
    actions_draw.apply_places(event, {chi: {Z1: F1}, ewa: {Z1: F2}}, FACTS, [(chi, F2)])
    actions_places.give_place(event, chi, F2, anyway=True)
    actions_places.take_place(event, chi, F2)
    event.undo()
    actions_draw.apply_places(event, {ewa: {Z1: F1}}, FACTS)
    actions_places.take_place(event, chi, F2)
    actions_places.confirm_places(event, [ewa])
    assert own(event, chi) == [
        "No longer has a place in “Forum 2”",
        "Place in “Forum 2”, confirmed",
        "No longer has a place in “Forum 2”",
        "No longer has a place in “Forum 1”",
        "Place in “Forum 2”, confirmed",
        "No longer waits for a place in “Forum 2”",
        "Waits for a place in “Forum 2”",
        "Place in “Forum 1”, when places were given out to all",
        *before,
    ]
    assert own(event, ewa) == [
        "A place is confirmed",
        *(each for each in own(event, ewa) if "Forum" in each),
        *hers,
    ]
    assert {each for each in own(event, ewa) if "Forum" in each} >= {
        "Place in “Forum 2”, when places were given out to all"
    }


def test_a_session_that_is_gone_is_still_called_by_its_title(event: Event, programme: Programme) -> None:
    chi = person_id(programme, "Chi")
    actions_places.give_place(event, chi, F3)
    actions.remove_session(event, F3)
    assert own(event, chi)[:2] == ["No longer has a place in “Forum 3”", "Place in “Forum 3”, confirmed"]


def test_what_happened_to_a_person_is_not_told_of_another(event: Event, programme: Programme) -> None:
    before = {who: own(event, who) for who in programme.people}
    actions_draw.apply_places(event, {who: {Z1: F2} for who in programme.people}, FACTS)
    for who, told_before in before.items():
        assert own(event, who) == ["Place in “Forum 2”, when places were given out to all", *told_before]


def test_two_entries_of_one_person_tell_the_place_once_each(event: Event, programme: Programme) -> None:
    chi, ewa = person_id(programme, "Chi"), person_id(programme, "Ewa")
    actions_places.give_place(event, ewa, F1)
    actions_places.put_on_waiting(event, ewa, F2)
    merge(event, chi, ewa)
    assert [each for each in own(event, chi) if "Forum" in each] == [
        "Waits for a place in “Forum 2”",
        "Place in “Forum 1”, confirmed",
    ]
