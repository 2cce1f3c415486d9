"""At the door of a room: who has a place, who gets a free one, who has to wait; and nobody is in two rooms."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.checkin import actions, records, saying
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.checkin.points import add_point, remove_point
from eventdesk.checkin.seating import AtDoor, Seat
from eventdesk.checkin.verdict import Accepted, AlreadyIn, Left, NotInside, Refused, Verdict, as_json
from eventdesk.codes import Outcome
from eventdesk.doors import doors_for, fill_of
from eventdesk.event import Undone
from eventdesk.panels.doors.actions import lead_to
from eventdesk.words import Words
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import BERLIN, House


@pytest.fixture
def house(desk: Desk) -> House:
    return House(desk)


def seat(verdict: Verdict) -> Seat | None:
    return verdict.door.seat if verdict.door is not None else None


def inside(house: House, room: str) -> int:
    found = fill_of(house.desk.event, house.points[room])
    assert found is not None
    return found.inside


def test_a_place_a_free_one_and_none(house: House):
    house.room("Saal 3A", 2)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, guest, late = house.people(3)
    house.place(forum, holder)
    first, second, third = (house.scan(each, "Saal 3A", "10:50") for each in (holder, guest, late))
    assert (first.code, seat(first)) == (Outcome.ACCEPTED, Seat.RESERVED)
    assert (second.code, seat(second)) == (Outcome.ACCEPTED, Seat.FREE)
    assert (third.code, seat(third)) == (Outcome.FULL, Seat.FREE)
    assert first.door is not None
    assert (first.door.title, first.door.room) == ("Forum 1", "Saal 3A")


def test_places_are_kept_until_a_quarter_past(house: House):
    house.room("Saal 3A", 1)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, guest = house.people(2)
    house.place(forum, holder)
    early = house.scan(guest, "Saal 3A", "11:14:00")
    assert early.code is Outcome.FULL
    assert early.door is not None
    assert early.door.free_at is not None
    assert f"{early.door.free_at:%H:%M}" == "11:15"
    assert house.scan(guest, "Saal 3A", "11:15:30").code is Outcome.ACCEPTED
    assert house.scan(holder, "Saal 3A", "11:16:00").code is Outcome.FULL


def test_what_becomes_free_goes_to_those_who_wait_and_then_to_everybody(house: House):
    house.room("Saal 3A", 1)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, first, second, guest = house.people(4)
    house.place(forum, holder)
    house.wait(forum, first, second)
    asked = house.scan(second, "Saal 3A", "11:10:00")
    assert (asked.code, asked.door and asked.door.number) == (Outcome.FULL, 2)
    assert house.scan(guest, "Saal 3A", "11:16:00").code is Outcome.FULL
    assert house.scan(second, "Saal 3A", "11:17:00").code is Outcome.FULL
    assert house.scan(first, "Saal 3A", "11:18:00").code is Outcome.ACCEPTED
    assert house.leave(first, "Saal 3A", "11:21:00").code is Outcome.LEFT
    assert house.scan(guest, "Saal 3A", "11:22:00").code is Outcome.ACCEPTED


def test_who_waits_gets_a_seat_that_nobody_has(house: House):
    house.room("Saal 3A", 2)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, waiting, guest = house.people(3)
    house.place(forum, holder)
    house.wait(forum, waiting)
    assert house.scan(guest, "Saal 3A", "10:50:00").code is Outcome.FULL
    assert house.scan(waiting, "Saal 3A", "10:51:00").code is Outcome.ACCEPTED


def test_who_speaks_always_gets_in(house: House):
    house.room("Saal 3A", 1)
    speaker, holder = house.desk.person("Nilüfer Aydın", foreign_id="P7"), house.people(1)[0]
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00", speakers=("P7",))
    house.place(forum, holder)
    assert house.scan(holder, "Saal 3A", "10:55:00").code is Outcome.ACCEPTED
    came = house.scan(speaker, "Saal 3A")
    assert (came.code, seat(came)) == (Outcome.ACCEPTED, Seat.PART)


def test_a_session_for_everybody_has_only_the_limit_of_the_room(house: House):
    house.room("Forum A", 1)
    house.session("Eröffnung", "Forum A", "10:00", "11:00")
    one, other = house.people(2)
    came = house.scan(one, "Forum A", "09:50:00")
    assert (came.code, seat(came)) == (Outcome.ACCEPTED, Seat.OPEN)
    assert house.scan(other, "Forum A").code is Outcome.FULL
    assert house.scan(one, "Forum A").code is Outcome.ACCEPTED, "who is in may pass again"


def test_entering_a_room_leaves_the_other_and_one_undo_takes_both_back(house: House):
    house.room("Saal 3A")
    house.room("Saal 3B")
    (guest,) = house.people(1)
    entered = house.scan(guest, "Saal 3A", "09:30:00")
    assert (inside(house, "Saal 3A"), inside(house, "Saal 3B")) == (1, 0)
    moved = house.scan(guest, "Saal 3B", "09:40:00")
    assert (inside(house, "Saal 3A"), inside(house, "Saal 3B")) == (0, 1)
    assert house.leave(guest, "Saal 3A").code is Outcome.NOT_INSIDE
    event = house.desk.event
    assert isinstance(actions.undo_scan(event, moved.eid), Undone)
    assert (inside(house, "Saal 3A"), inside(house, "Saal 3B")) == (0, 0), "a helper saw them go out of 3A since"
    assert moved.eid != entered.eid
    assert all(event.verify().values())


def test_undo_brings_somebody_back_to_the_room_they_came_from(house: House):
    house.room("Saal 3A")
    house.room("Saal 3B")
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "09:30:00")
    moved = house.scan(guest, "Saal 3B", "09:40:00")
    undone = actions.undo_scan(house.desk.event, moved.eid)
    assert isinstance(undone, Undone)
    assert undone.entries == 1
    assert (inside(house, "Saal 3A"), inside(house, "Saal 3B")) == (1, 0)


def test_the_last_scans_tell_a_move_once(house: House):
    house.room("Saal 3A")
    house.room("Saal 3B")
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "09:30:00")
    house.scan(guest, "Saal 3B", "09:40:00")
    house.leave(guest, "Saal 3B", "09:50:00")
    told = [(scan.outcome, scan.point, scan.together) for scan in records.recent(house.desk.event.db, 10)]
    assert told == [
        (Outcome.LEFT, "Saal 3B", 1),
        (Outcome.ACCEPTED, "Saal 3B", 1),
        (Outcome.ACCEPTED, "Saal 3A", 1),
    ]


def test_a_paper_list_takes_nobody_out_of_where_they_went_later(house: House):
    house.room("Saal 3A")
    house.room("Saal 3B")
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "11:00:00")
    earlier = house.desk.event.now() - timedelta(hours=1)
    actions.check_in(house.desk.event, guest.code, house.points["Saal 3B"], at=earlier)
    assert inside(house, "Saal 3A") == 1


def test_entrance_and_counter_do_not_take_anybody_out_of_a_room(house: House):
    house.room("Saal 3A")
    counter = house.desk.add_point("Mittagessen", PointKind.CATERING)
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "12:00:00")
    house.desk.scan(guest, counter)
    house.desk.scan(guest)
    assert inside(house, "Saal 3A") == 1


def test_a_room_with_two_doors_is_one_room(house: House):
    house.room("Saal 3A", 1)
    back = add_point(house.desk.event, "Saal 3A hinten", PointKind.ROOM)
    house.points["hinten"] = back
    lead_to(house.desk.event, back.id, house.rooms["Saal 3A"])
    house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    one, other = house.people(2)
    assert house.scan(one, "Saal 3A", "11:00:00").code is Outcome.ACCEPTED
    assert house.scan(other, "hinten").code is Outcome.FULL
    assert isinstance(house.leave(one, "hinten"), Left)
    assert (inside(house, "Saal 3A"), inside(house, "hinten")) == (0, 0)
    assert isinstance(house.leave(one, "Saal 3A"), NotInside)
    assert house.scan(other, "hinten").code is Outcome.ACCEPTED


def test_who_stayed_from_the_session_before_takes_no_seat_unless_it_is_theirs(house: House):
    house.room("Saal 3A", 1)
    house.session("Forum 1", "Saal 3A", "10:00", "11:00")
    later = house.session("Forum 2", "Saal 3A", "11:00", "12:00")
    stays, holder = house.people(2)
    assert house.scan(stays, "Saal 3A", "10:00:00").code is Outcome.ACCEPTED
    house.place(later, holder)
    came = house.scan(holder, "Saal 3A", "10:55:00")
    assert (came.code, came.door and came.door.title) == (Outcome.ACCEPTED, "Forum 2")
    assert inside(house, "Saal 3A") == 1
    assert house.scan(stays, "Saal 3A").code is Outcome.FULL, "they were here for the one before"


def test_who_stays_for_the_next_session_keeps_their_seat(house: House):
    house.room("Saal 3A", 1)
    house.session("Forum 1", "Saal 3A", "10:00", "11:00")
    later = house.session("Forum 2", "Saal 3A", "11:00", "12:00")
    stays, guest = house.people(2)
    house.place(later, stays)
    house.scan(stays, "Saal 3A", "10:00:00")
    assert house.scan(guest, "Saal 3A", "11:30:00").code is Outcome.FULL


def test_between_sessions_the_door_only_counts(house: House):
    house.room("Saal 3A", 1)
    house.session("Forum 1", "Saal 3A", "14:00", "15:00")
    one, other = house.people(2)
    verdicts = [house.scan(each, "Saal 3A", "10:00:00") for each in (one, other)]
    assert [(each.code, seat(each)) for each in verdicts] == [(Outcome.ACCEPTED, Seat.OPEN)] * 2
    assert inside(house, "Saal 3A") == 2


def test_the_rule_and_the_limit_of_the_point_hold_at_a_door_too(house: House):
    house.room("Saal 3A", 5)
    house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    house.points["Saal 3A"] = house.desk.change(house.points["Saal 3A"], rule=Rule.AFTER_EXIT, capacity=1)
    one, other = house.people(2)
    house.scan(one, "Saal 3A", "11:00:00")
    assert isinstance(house.scan(one, "Saal 3A"), AlreadyIn)
    assert house.scan(other, "Saal 3A").code is Outcome.FULL


def test_an_organiser_may_let_somebody_into_a_full_room(house: House):
    house.room("Saal 3A", 1)
    house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    one, other = house.people(2)
    house.scan(one, "Saal 3A", "11:00:00")
    verdict = house.scan(other, "Saal 3A", forced=True)
    assert isinstance(verdict, Accepted)
    assert verdict.overruled is Outcome.FULL


def test_a_group_goes_in_as_far_as_there_is_room(house: House):
    house.room("Saal 3A", 3)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder = house.people(4, group="Chor")[0]
    house.place(forum, holder)
    house.turn_to("10:55")
    result = actions.check_in_group(
        house.desk.event, "Chor", house.points["Saal 3A"], doors=doors_for(house.desk.event)
    )
    came = [verdict for verdict in result.verdicts if isinstance(verdict, Accepted)]
    assert len(came) == 3
    assert holder.id in {verdict.person.id for verdict in came}
    assert [type(verdict) for verdict in result.verdicts if verdict not in came] == [Refused]


def test_a_group_of_the_session_before_comes_again_for_the_next(house: House):
    house.room("Saal 3A", 9)
    house.session("Forum 1", "Saal 3A", "10:00", "11:00")
    house.session("Forum 2", "Saal 3A", "12:00", "13:00")
    house.people(2, group="Chor")
    doors, point = doors_for(house.desk.event), house.points["Saal 3A"]
    taken = []
    for time in ("10:00", "10:10", "12:00"):
        house.turn_to(time)
        result = actions.check_in_group(house.desk.event, "Chor", point, doors=doors)
        taken.append((len(result.verdicts), len(result.already_in)))
    assert taken == [(2, 0), (0, 2), (2, 0)]


def test_a_walk_in_at_a_door_gets_a_free_place(house: House):
    house.room("Saal 3A", 3)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    house.place(forum, *house.people(2))
    house.turn_to("11:00")
    event, point = house.desk.event, house.points["Saal 3A"]
    added = actions.walk_in(event, "Mariam Haidari", point=point, doors=doors_for(event))
    assert seat(added.verdict) is Seat.FREE
    refused = actions.walk_in(event, "Oksana Petrenko", point=point, doors=doors_for(event))
    assert refused.verdict.code is Outcome.FULL


def test_the_echo_of_a_scan_tells_the_same_seat(house: House):
    house.room("Saal 3A", 1)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    (holder,) = house.people(1)
    house.place(forum, holder)
    first = house.scan(holder, "Saal 3A", "11:00:00")
    doors = doors_for(house.desk.event)
    again = house.desk.scan_at_once(holder, house.points["Saal 3A"], doors=doors)
    assert again.repeated
    assert (again.eid, seat(again)) == (first.eid, Seat.RESERVED)


def test_a_point_that_leads_nowhere_is_as_before(house: House):
    point = house.desk.add_point("Garderobe", PointKind.ROOM)
    (guest,) = house.people(1)
    verdict = house.desk.scan(guest, point, doors=doors_for(house.desk.event))
    assert (verdict.code, verdict.door) == (Outcome.ACCEPTED, None)
    assert fill_of(house.desk.event, point) is None


def test_a_door_that_nobody_went_through_can_be_removed(house: House):
    point = house.room("Saal 3A")
    lead_to(house.desk.event, point.id, house.rooms["Saal 3A"])
    assert remove_point(house.desk.event, point.id)
    assert isinstance(house.desk.event.undo(), Undone)
    assert fill_of(house.desk.event, point) is not None


def test_the_answer_in_json_says_what_the_door_knew(house: House):
    house.room("Saal 3A", 1)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, waiting = house.people(2)
    house.place(forum, holder)
    house.wait(forum, waiting)
    words = Words("en")
    told = as_json(house.scan(waiting, "Saal 3A", "11:00:00"), words, BERLIN)["door"]
    assert told == {
        "room": "Saal 3A",
        "session": "Forum 1",
        "seat": "free",
        "waiting_list": 1,
        "here_since": None,
        "elsewhere": None,
    }
    assert "door" not in as_json(house.desk.scan(waiting), words, BERLIN)


@given(st.integers(0, 9), st.integers(0, 9), st.lists(st.sampled_from([None, True, False]), max_size=9))
def test_seats_that_a_group_takes_itself_are_not_taken_twice(inside_now: int, kept: int, group: list[bool | None]):
    door = AtDoor((1,), inside=inside_now, kept=kept)
    entering = [None if own is None else AtDoor((1,), own_kept=own) for own in group]
    taken = door.taken(entering)
    assert inside_now + len(group) <= taken <= inside_now + len(group) + kept
    assert taken >= inside_now + kept


def test_what_is_said_at_a_door(house: House):
    house.room("Saal 3A", 2)
    speaker = house.desk.person("Nilüfer Aydın", foreign_id="P7")
    holder, guest, waits = house.people(3)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00", moderators=("P7",))
    words = Words("en")
    assert saying.word(house.scan(guest, "Saal 3A", "10:40"), words) == "Welcome", "nobody has a place yet"
    house.leave(guest, "Saal 3A")
    house.place(forum, holder)
    house.wait(forum, waits)
    verdicts = [house.scan(each, "Saal 3A", "10:50" if each is holder else "") for each in (holder, waits, guest)]
    assert [saying.word(each, words) for each in verdicts] == ["Place reserved", "Free place", "Full"]
    assert saying.next_step(verdicts[2], words, BERLIN) == "Ask the person to wait until somebody leaves."
    assert saying.word(house.scan(speaker, "Saal 3A"), words) == "Has a part here"
    assert saying.word(house.leave(waits, "Saal 3A"), words) == "Goodbye"
    house.wait(forum, *house.people(1), guest)
    number = house.scan(guest, "Saal 3A")
    assert saying.word(number, words) == "Full – waiting list 3"


def test_what_is_said_while_seats_are_kept(house: House):
    house.room("Saal 3A", 1)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holder, guest = house.people(2)
    house.place(forum, holder)
    words = Words("en")
    refused = house.scan(guest, "Saal 3A", "11:00")
    assert saying.next_step(refused, words, BERLIN) == (
        "Places that nobody came for become free at 11:15: ask the person to wait here."
    )
    assert saying.next_step(house.scan(holder, "Saal 3A"), words, BERLIN) == ""
