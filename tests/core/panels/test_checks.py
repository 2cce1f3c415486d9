"""What is wrong is found where a session is and where it is dragged to, told once, and in a sentence."""

from dataclasses import replace
from typing import Any

import pytest

from eventdesk.codes import PlaceCode, SessionCode
from eventdesk.panels.checks import programme_troubles, rule_troubles, session_troubles
from eventdesk.panels.programme import Guest, Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.panels.trouble import PlaceTrouble, Trouble
from eventdesk.words import Words
from eventdesk.words.panels import place_trouble_sentence, trouble_sentence
from tests.core.panels.programme_of_tests import (
    F1,
    F2,
    F3,
    F4,
    F5,
    PO,
    R1,
    R2,
    R3,
    SESSIONS,
    Z1,
    Z2,
    Z3,
    Z4,
    bare,
)

ENGLISH = Words("en")


def said(troubles: tuple[Trouble, ...]) -> list[str]:
    return [trouble_sentence(ENGLISH, each) for each in troubles]


CASES: list[tuple[dict[str, Any], int, int | None, int | None, list[str]]] = [
    ({}, F1, Z1, R1, []),
    ({}, F1, None, None, []),
    ({}, F1, Z3, R1, ["“Forum 4” is in Saal 1 at that time."]),
    ({}, F1, Z2, R1, ["“Forum 4” is in Saal 1 at that time."]),
    (
        {},
        F1,
        Z2,
        R2,
        [
            "“Forum 1” needs beamer, which Saal 2 does not have.",
            "Saal 2 needs 15 minutes between two sessions; “Forum 2” leaves it 0.",
        ],
    ),
    ({"F5": {"speakers": ("P1",)}}, F5, Z1, R3, ["P1 would be in two sessions at once: “Forum 5” and “Forum 1”."]),
    ({}, F3, Z4, R3, ["Saal 3 cannot be used at 14:00."]),
    (
        {"F5": {"unavailable": ("Z2",)}},
        F5,
        Z3,
        R3,
        [
            "“Forum 5” cannot take place at 11:30.",
            "“Forum 3” is in Saal 3 at that time.",
        ],
    ),
    ({"F5": {"room_forbidden": ("R2",)}}, F5, Z4, R2, ["“Forum 5” must not be in Saal 2."]),
    ({"F5": {"after": ("F3",)}}, F5, Z3, None, ["“Forum 5” would begin before “Forum 3” is over, on which it builds."]),
    ({"F5": {"after": ("F3",)}}, F5, Z4, None, []),
    ({"F2": {"after": ("F5",)}}, F5, Z2, None, ["“Forum 2” would begin before “Forum 5” is over, on which it builds."]),
    (
        {},
        PO,
        Z1,
        R2,
        ["“Podium” is fixed at 14:00.", "“Podium” is fixed in Saal 1.", "“Forum 2” is in Saal 2 at that time."],
    ),
    (
        {},
        F4,
        Z4,
        R2,
        [
            "“Forum 4” would rather be in Saal 1 than in Saal 2.",
            "“Forum 4” would rather be at another time than at 14:00.",
        ],
    ),
    ({"F2": {"after": ("F5",), "slot": Z4}}, F5, Z2, None, []),
    ({"F5": {"after": ("F1",)}}, F5, Z2, None, []),
    (
        {"F5": {"needs": ("beamer", "Flügel", "Leinwand")}},
        F5,
        Z4,
        R1,
        [
            "“Forum 5” needs Flügel, Leinwand, which Saal 1 does not have.",
            "“Podium” is in Saal 1 at that time.",
        ],
    ),
    (
        {"F5": {"room_wished": ("R1", "gone", "R2")}},
        F5,
        None,
        R3,
        ["“Forum 5” would rather be in Saal 1, Saal 2 than in Saal 3."],
    ),
    (
        {"F4": {"room_forbidden": ("R2",)}},
        F4,
        Z4,
        R2,
        [
            "“Forum 4” must not be in Saal 2.",
            "“Forum 4” would rather be in Saal 1 than in Saal 2.",
            "“Forum 4” would rather be at another time than at 14:00.",
        ],
    ),
    ({}, 99, Z1, R1, ["This session, slot or room is not in the file any more."]),
    ({}, F1, 99, R1, ["This session, slot or room is not in the file any more."]),
]


@pytest.mark.parametrize(("changes", "session", "slot", "room", "expected"), CASES)
def test_what_would_be_wrong(
    changes: dict[str, Any], session: int, slot: int | None, room: int | None, expected: list[str]
) -> None:
    assert said(session_troubles(bare(**changes), session, slot, room)) == expected


ABOUT: list[tuple[dict[str, Any], int, int | None, int | None, Trouble]] = [
    ({}, 99, Z1, R1, Trouble(SessionCode.GONE, 99, slot=Z1, room=R1)),
    (
        {"PO": {"room_fixed": False}},
        PO,
        Z2,
        R2,
        Trouble(SessionCode.FIXED_ELSEWHERE, PO, slot=Z2, room=R2, name="Podium", time="2027-03-06T14:00"),
    ),
    (
        {"PO": {"slot_fixed": False}},
        PO,
        Z2,
        R2,
        Trouble(SessionCode.FIXED_ELSEWHERE, PO, slot=Z2, room=R2, name="Podium", room_name="Saal 1"),
    ),
    (
        {"PO": {"slot": 99, "room_fixed": False}},
        PO,
        Z4,
        None,
        Trouble(SessionCode.FIXED_ELSEWHERE, PO, slot=Z4, name="Podium"),
    ),
    (
        {"PO": {"room": 99, "slot_fixed": False}},
        PO,
        None,
        R3,
        Trouble(SessionCode.FIXED_ELSEWHERE, PO, room=R3, name="Podium"),
    ),
    (
        {"F5": {"after": ("F3",), "slot": Z1}},
        F3,
        Z4,
        None,
        Trouble(
            SessionCode.BEFORE_PREREQUISITE,
            F5,
            other=F3,
            slot=Z4,
            name="Forum 5",
            other_name="Forum 3",
            time="2027-03-06T14:00",
        ),
    ),
]


@pytest.mark.parametrize(("changes", "session", "slot", "room", "expected"), ABOUT)
def test_a_trouble_says_which_rows_it_is_about(
    changes: dict[str, Any], session: int, slot: int | None, room: int | None, expected: Trouble
) -> None:
    found = session_troubles(bare(**changes), session, slot, room)
    assert [each for each in found if each.code is expected.code] == [expected]


def test_the_same_fault_of_two_sessions_is_told_of_each() -> None:
    both = bare(F1={"room_forbidden": ("R1",)}, F4={"room_forbidden": ("R1",)})
    found = [each.session for each in programme_troubles(both) if each.code is SessionCode.ROOM_FORBIDDEN]
    assert found == [F1, F4]


def test_what_is_nowhere_stands_in_nobodys_way_whatever_the_ids() -> None:
    """The first row of a table has the id 1: it must not be taken for what has no place."""
    slot = Slot(1, "Z1", "2027-03-06T10:00", "2027-03-06T11:00")
    room = Room(1, "R1", "Saal 1", 100)
    here = Session(1, "A", "Anfang", slot=1, room=1)
    nowhere = (Session(2, "B", "Mitte", after=("A",), room=1), Session(3, "C", "Ende", room=1))
    programme = Programme((room,), (slot,), (here, *nowhere), wishes={})
    assert session_troubles(programme, 1, 1, 1) == ()
    assert rule_troubles(replace(programme, sessions=(replace(here, after=("C",)), *nowhere)), 1, 1, 1) == ()


def test_one_lost_wish_is_a_price_and_the_price_says_of_what(programme: Programme) -> None:
    found = session_troubles(programme, F4, Z2, R1)
    (clash,) = (each for each in found if each.code is SessionCode.CLASH)
    assert (clash.session, clash.slot, clash.room, clash.people, clash.other) == (F4, Z2, R1, 1, F3)
    prices = [each for each in programme_troubles(programme) if each.code is SessionCode.CLASH]
    assert [(each.session, each.slot, each.room, each.other) for each in prices] == [
        (F1, Z1, R1, F2),
        (F2, Z1, R2, F1),
        (F4, Z3, R1, F3),
    ]


def test_who_needs_a_way_without_steps(programme: Programme) -> None:
    found = session_troubles(programme, F3, Z4, R2)
    assert said(found)[0] == "Aram Petrosyan needs a step-free way, and there is none to Saal 2."
    assert found[0].is_hard


def test_the_price_in_people(programme: Programme) -> None:
    """F3 beside F1 and F2: Bruno and Dilan each lose one wish more, and Bruno goes to F1 anyway."""
    found = session_troubles(programme, F3, Z1, R3)
    (clash,) = (each for each in found if each.code is SessionCode.CLASH)
    assert (clash.people, clash.other, clash.is_hard) == (2, F2, False)
    assert trouble_sentence(ENGLISH, clash) == (
        "“Forum 3” at 10:00: 2 wishes are lost, most of them because of “Forum 2”."
    )
    away = session_troubles(programme, F2, Z1, R3)[-1]
    assert trouble_sentence(ENGLISH, away) == "“Forum 2”: 3 people find no seat in Saal 3."


def test_what_two_sessions_have_with_each_other_is_told_once() -> None:
    both = bare(F5={"slot": Z1, "room": R1, "speakers": ("P1",), "slot_fixed": True, "needs": ("beamer",)})
    assert said(programme_troubles(both)) == [
        "P1 would be in two sessions at once: “Forum 1” and “Forum 5”.",
        "“Forum 5” is in Saal 1 at that time.",
    ]


def test_the_programme_as_it_is(programme: Programme) -> None:
    assert said(programme_troubles(programme)) == [
        "“Forum 1” at 10:00: one wish is lost because of “Forum 2”.",
        "“Forum 2” at 10:00: one wish is lost because of “Forum 1”.",
        "“Forum 2”: 2 people find no seat in Saal 2.",
        "“Forum 4” at 11:30: one wish is lost because of “Forum 3”.",
        "Chi Nguyen wishes for “F9”, which is not in the programme.",
    ]


def test_bad_input_is_told_in_a_sentence_each() -> None:
    many = tuple(Session(each, f"S{each}", f"Session {each}") for each in range(100, 140))
    circle = (
        Session(1, "A", "Anfang", after=("B",), capacity=0),
        Session(2, "B", "Mitte", after=("A",)),
        Session(3, "C", "Ende", after=("C", "unknown")),
        Session(4, "D", "Danach", after=("A",), kind=SessionKind.PLENARY),
    )
    broken = Programme(
        rooms=(Room(1, "R1", "Saal", 0),),
        slots=(
            Slot(1, "Z1", "2027-03-06T10:00", "2027-03-06T09:00"),
            Slot(2, "Z2", "2027-03-06T10:00", "2027-03-06T11:00"),
        ),
        sessions=(*circle, *many),
        wishes={7: tuple(each.id for each in (*many, *circle[:3])), 8: (1,)},
        people={7: Guest(7, "P7", "Elif Demirtaş"), 8: Guest(8, "P8", "Aram")},
        unknown_wishes={8: ("F9", "F10")},
    )
    assert said(programme_troubles(broken)) == [
        "The slot Z1 ends before it begins.",
        "Saal has no seats: its capacity is 0.",
        "“Anfang” takes nobody: its capacity is 0.",
        "There are 44 sessions, but rooms and slots for 1 at most. Add a room or a slot.",
        "“Anfang” would have to be over before it begins. In the same circle: Mitte.",
        "“Ende” would have to be over before it begins.",
        "Elif Demirtaş wishes for 43 sessions. Ask which of them matter most.",
        "Aram wishes for “F9, F10”, which is not in the programme.",
    ]


def test_what_nobody_wishes_for_is_told_unless_somebody_wishes_for_its_repeat() -> None:
    some = bare(wishes={1: (F1,)}, F2={"expected": 0})
    assert said(programme_troubles(some)) == ["Nobody has wished for “Forum 3”.", "Nobody has wished for “Forum 4”."]
    assert SessionCode.NO_WISHERS not in {each.code for each in programme_troubles(bare())}


def test_a_room_takes_no_more_than_its_changeovers_allow() -> None:
    """Z1, Z3 and Z4: Z2 would follow without a break."""
    one = replace(bare(), rooms=(Room(R2, "R2", "Saal 2", 3, changeover_min=15),))
    assert SessionCode.TOO_MANY_SESSIONS in {each.code for each in programme_troubles(one)}
    (found,) = (each for each in programme_troubles(one) if each.code is SessionCode.TOO_MANY_SESSIONS)
    assert (found.people, found.detail) == (len(SESSIONS), "3")


def test_every_code_has_a_sentence_and_no_gap_is_left() -> None:
    for code in SessionCode:
        for room in ("", "Saal {1}"):
            for people in (1, 2):
                trouble = Trouble(code, 1, other=2, people=people, name="A", other_name="B", room_name=room, who="C")
                sentence = trouble_sentence(ENGLISH, trouble)
                assert sentence.endswith("."), code
                assert "{" not in sentence.replace("{1}", "")
    for place in PlaceCode:
        for other in (1, 2):
            sentence = place_trouble_sentence(ENGLISH, PlaceTrouble(place, 7, 1, other, "A", "B", "C", 3))
            assert sentence.endswith(".")
            assert "{" not in sentence


def test_without_rooms_no_session_has_a_place(programme: Programme) -> None:
    without = replace(programme.with_timetable({}), rooms=())
    assert any("rooms and slots for 0 at most" in each for each in said(programme_troubles(without)))
