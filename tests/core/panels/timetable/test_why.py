"""Why a session is where it is, and how that is said."""

import pytest

from eventdesk.panels.timetable.plan import Part, Reason, Rule, Status, Timetable, WhyNot
from eventdesk.panels.timetable.problem import Problem
from eventdesk.panels.timetable.telling import Told
from eventdesk.panels.timetable.why import explain
from eventdesk.words import Words
from tests.core.panels.timetable.problems import room, session, slot

SLOTS = (slot(0, "10:00", "10:50"), slot(1, "11:00", "11:50"))
ROOMS = (
    room(0, 30, equipment=("beamer",), step_free=True),
    room(1, 20, equipment=("beamer",), step_free=True),
    room(2, 50, step_free=True),
    room(3, 60, equipment=("beamer",)),
    room(4, 70, equipment=("beamer",), step_free=True, unavailable=("Z0",)),
    room(5, 10, equipment=("beamer",), step_free=True),
)
SESSIONS = (session(0, needs=("beamer",), speakers=("a",)), session(1), session(2, speakers=("a",)))
WISHES = {(300, 301): 12, (300,): 20, (301, 302): 5, (302,): 8}
ASKED = Problem(ROOMS, SLOTS, SESSIONS, WISHES, step_free=frozenset({300}), names={"a": "Ada"})
SPOTS = {300: (200, 100), 301: (200, 101), 302: (201, 100)}
EN = Words("en")


def test_who_would_come_and_what_is_beside_it():
    told = explain(ASKED, SPOTS, 300)
    assert (told.spot, told.wishers, told.demand, told.capacity, told.turned_away) == ((200, 100), 32, 32, 30, 2)
    assert told.rivals == ((301, 12),)
    assert {each.room: (each.why, each.other, each.extra) for each in told.rooms} == {
        104: (WhyNot.UNAVAILABLE, None, None),
        103: (WhyNot.STEP_FREE, None, None),
        102: (WhyNot.NEEDS, None, None),
        101: (WhyNot.TAKEN, 301, 10),
        105: (WhyNot.FREE, None, 20),
    }


def test_the_next_best_time_at_once_and_proven():
    assert explain(ASKED, SPOTS, 301).next_best == (201, 104)
    at_once, proven = explain(ASKED, SPOTS, 300), explain(ASKED, SPOTS, 300, seconds=5)
    assert (at_once.exact, proven.exact) == (False, True)
    assert proven.next_best is not None
    assert proven.next_best[0] == 201
    assert proven.next_extra <= at_once.next_extra


def test_there_may_be_no_other_time():
    fixed = session(0, slot=200, slot_fixed=True)
    told = explain(Problem(ROOMS, SLOTS, (fixed,)), {300: (200, 100)}, 300)
    assert (told.next_best, told.exact) == (None, True)
    alone = explain(Problem(ROOMS, SLOTS[:1], (session(0),)), {300: (200, 100)}, 300, seconds=5)
    assert (alone.next_best, alone.exact) == (None, True)


def test_why_it_is_nowhere():
    sessions = (session(0, speakers=("a",)), session(1, speakers=("a",)))
    asked = Problem(ROOMS, SLOTS[:1], sessions, names={"a": "Ada"})
    told = explain(asked, {300: (200, 100)}, 301, seconds=5)
    assert told.spot is None
    assert told.reason is not None
    assert Part(Rule.PERSON, person="a") in told.reason.cures
    lines = Told(EN, asked).explanation(told)
    assert (
        lines[0]
        == "Session 1 finds no place: Ada can only be in one session at a time; this needs a place too: Session 0."
    )
    assert "This would help: somebody else takes one of the parts of Ada." in lines


def test_said_in_sentences():
    told = Told(EN, ASKED)
    lines = told.explanation(explain(ASKED, SPOTS, 300))
    assert lines[:5] == (
        "Session 0: 10:00–10:50 · Room 0",
        "32 of 32 who wish it would come; 30 places.",
        "2 people find no place.",
        "At the same time: Session 1. 12 people wish both.",
        "Room 4: not available at that time.",
    )
    assert "Room 1: taken by Session 1; changing places: 10 people more lost." in lines


@pytest.mark.parametrize(
    ("status", "bound", "said"),
    [
        (Status.OPTIMAL, 12, "Proven: no timetable loses fewer people."),
        (Status.FEASIBLE, 9, "Not proven: at most 3 people fewer can be lost."),
    ],
)
def test_says_how_good_it_is(status: Status, bound: int, said: str):
    found = Timetable(status, 10, 2, bound, 1.0, 1, SPOTS)
    assert Told(EN, ASKED).status(found) == said
    assert Told(EN, ASKED).people(found) == "10 wishes lost by clash, 2 people turned away."


def test_why_it_is_nowhere_in_short_lines():
    rooms = tuple(room(each, 30, unavailable=("Z0", "Z1")) for each in range(2))
    sessions = tuple(session(each, slot=200, slot_fixed=True) for each in range(3))
    told = Told(EN, Problem(rooms, SLOTS, sessions))
    parts = [Part(Rule.FIXED_SLOT, each.id) for each in sessions]
    parts += [Part(Rule.ROOM_UNAVAILABLE, room=each.id) for each in rooms]
    parts += [Part(Rule.OTHER, each.id) for each in sessions[1:]]
    reason = Reason(tuple(parts))
    assert told.nowhere(300, reason) == "Session 0 finds no place."
    assert told.whys(300, reason) == (
        "Fixed at 10:00–10:50, all of them: Session 0, Session 1, Session 2",
        "Not available at 10:00–10:50: Room 0, Room 1",
    )
    cure = Reason(cures=(Part(Rule.ROOM_UNAVAILABLE, room=100),))
    assert told.cures(cure, 300) == ("This would help: Room 0 is available at 10:00–10:50 after all.",)
    assert "11:00" in told.cures(cure)[0]
    needy = Told(EN, Problem(rooms, SLOTS, tuple(session(each, needs=("beamer",)) for each in range(2))))
    needs = Reason((Part(Rule.NEEDS, 300), Part(Rule.NEEDS, 301)))
    assert needy.whys(300, needs) == ("Need beamer: Session 0, Session 1",)
    others = tuple(Part(Rule.OTHER, each) for each in range(310, 316))
    assert told.whys(300, Reason(others)) == ("A place is needed for this, too: –, –, –, –, 2 more",)
    assert told.whys(300, Reason()) == ("There is no room or no time at all",)
    assert "in the time given" in told.nowhere(300, Reason(proven=False))


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_rule_has_a_sentence(rule: Rule, language: str):
    part = Part(rule, 300, 100, "a")
    told = Told(Words(language), ASKED)
    said = told.reason(301, Reason((part,), (part,)))
    assert "Session 1" in said
    (cure,) = told.cures(Reason((part,), (part,)))
    assert cure.endswith(".")
    assert "{" not in said + cure
