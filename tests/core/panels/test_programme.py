"""The programme as it is read: who may come, what they wish, what belongs together."""

import pytest

from eventdesk.event import Event
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_plan, read_programme
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people import actions as people
from eventdesk.people.needs import needs_step_free
from eventdesk.people.person import Person
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, Z1, Z2, Z3, Z4, bare, person_id


def test_who_may_come_and_what_they_wish(programme: Programme) -> None:
    names = [guest.name for guest in sorted(programme.people.values(), key=lambda guest: guest.registered)]
    assert names == [
        "Elif Demirtaş",
        "Aram Petrosyan",
        "Bruno Lang",
        "Chi Nguyen",
        "Dilan Kaya",
        "Ewa Nowak",
        "Gül Aydın",
    ]
    aram, ewa = (programme.people[person_id(programme, name)] for name in ("Aram", "Ewa"))
    assert (aram.needs_step_free, aram.ref, ewa.needs_step_free, ewa.group, ewa.ref) == (
        True,
        "P2",
        False,
        "Verein",
        "",
    )
    assert len(ewa.code) == 16
    assert programme.wishes[person_id(programme, "Chi")] == (F2, F1)
    assert programme.unknown_wishes == {person_id(programme, "Chi"): ("F9",)}
    assert person_id(programme, "Gül") not in programme.wishes
    assert set(programme.wishers) == {F1, F2, F3, F4}
    assert programme.wish_lists[(F2,)] == 2


def test_who_comes_later_is_later_in_the_order(event: Event, programme: Programme) -> None:
    del programme
    walk_ins = [people.add(event, Person(0, f"Gast {number}")).id for number in range(5)]
    now = read_programme(event.db)
    assert sorted(walk_ins, key=lambda person: now.people[person].registered) == walk_ins
    assert min(now.people[person].registered for person in walk_ins) > now.people[person_id(now, "Gül")].registered


def test_a_plan_has_the_crew_but_no_wishes(event: Event, programme: Programme) -> None:
    plan = read_plan(event.db)
    assert (plan.rooms, plan.slots, plan.sessions) == (programme.rooms, programme.slots, programme.sessions)
    assert {guest.name for guest in plan.people.values()} == {"Elif Demirtaş", "Aram Petrosyan"}
    assert (plan.wishes, plan.places) == ({}, ())


def test_what_is_at_one_time(programme: Programme) -> None:
    assert programme.concurrent == {
        Z1: frozenset({Z1}),
        Z2: frozenset({Z2, Z3}),
        Z3: frozenset({Z2, Z3}),
        Z4: frozenset({Z4}),
    }
    early, next_, _, late = programme.slots
    assert (early.minutes, early.minutes_between(next_), late.minutes_between(early)) == (60, 0, 180)


def test_what_is_the_same_session_repeated() -> None:
    programme = bare(F4={"repeat_of": "F5"}, F2={"repeat_of": "unknown"})
    same = frozenset({F1, F4, F5})
    assert {session: programme.alike[session] for session in (F1, F2, F4, F5)} == {
        F1: same,
        F2: frozenset({F2}),
        F4: same,
        F5: same,
    }
    circle = bare(F1={"repeat_of": "F3"}, F3={"repeat_of": "F2"}, F2={"repeat_of": "F1"})
    assert circle.alike[F1] == circle.alike[F2] == circle.alike[F3]
    assert bare(F1={"repeat_of": "F1"}).alike[F1] == frozenset({F1, F5})


def test_another_timetable_leaves_the_rest_as_it_is(programme: Programme) -> None:
    other = programme.with_timetable({F5: (Z1, None)})
    assert other.timetable == {F5: (Z1, None)}
    assert other.with_timetable(programme.timetable) == programme
    assert other.session_of[PO].slot_fixed


def test_who_is_on_no_list_is_called_as_written(programme: Programme) -> None:
    assert (programme.called("P1"), programme.called("Dr. Groß")) == ("Elif Demirtaş", "Dr. Groß")
    assert programme.parts_of["Dr. Groß"] == (F2,)
    assert Session(1, "S", "T", speakers=("a", "b"), moderators=("a",)).crew == ("a", "b")


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ((), False),
        (("vegetarisch", "Kinderbetreuung"), False),
        (("stufenfrei",), True),
        (("vegan", "Rollstuhlplatz bitte"), True),
        (("Wheelchair",), True),
        (("STEP-FREE access",), True),
    ],
)
def test_which_needs_are_a_rule_for_the_room(needs: tuple[str, ...], expected: bool) -> None:
    assert needs_step_free(needs) is expected


def test_a_slot_overlaps_itself_and_none_that_begins_when_it_ends() -> None:
    one, two = Slot(1, "A", "T09:00", "T10:00"), Slot(2, "B", "T10:00", "T11:00")
    assert one.overlaps(one)
    assert not one.overlaps(two)
    assert not Slot(3, "C", "T10:00", "T10:00").is_possible
