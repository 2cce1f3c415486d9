"""A group comes in together: one step, one undo, an entry for each person."""

from datetime import timedelta

import pytest

from eventdesk.checkin import actions, records
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.verdict import Accepted, Refused
from eventdesk.codes import Op, Outcome
from eventdesk.event import Changes, Undone
from eventdesk.people.person import Person, Status
from tests.core.checkin.desk import Desk


@pytest.fixture
def course(desk: Desk) -> list[Person]:
    names = ("Amal Haddad", "Bao Trần", "Cem Öztürk", "Dana Schewtschenko")
    return [desk.person(name, group="Sprachkurs B1") for name in names]


def names(people) -> list[str]:
    return sorted(person.given_name for person in people)


def test_the_whole_group_comes_in(desk: Desk, course):
    desk.person("Jan Kowalski", group="anderer Kurs")
    result = actions.check_in_group(desk.event, "Sprachkurs B1", desk.point)
    assert all(isinstance(verdict, Accepted) for verdict in result.verdicts)
    assert names(verdict.person for verdict in result.verdicts) == ["Amal", "Bao", "Cem", "Dana"]
    assert (result.left_out, result.already_in) == ((), ())
    assert desk.counts().inside == 4
    assert all(verdict.group is not None and verdict.group.missing == 0 for verdict in result.verdicts)


def test_who_is_absent_is_left_out(desk: Desk, course):
    result = actions.check_in_group(desk.event, "Sprachkurs B1", desk.point, frozenset({course[1].id}))
    assert names(verdict.person for verdict in result.verdicts) == ["Amal", "Cem", "Dana"]
    assert names(result.left_out) == ["Bao"]
    assert desk.scan(course[1]).code is Outcome.ACCEPTED


def test_who_is_in_already_is_left_as_they_are(desk: Desk, course):
    desk.scan(course[0])
    result = actions.check_in_group(desk.event, "Sprachkurs B1", desk.point)
    assert names(result.already_in) == ["Amal"]
    assert len(result.verdicts) == 3
    assert desk.scans() == 4


def test_who_is_not_registered_does_not_come_in(desk: Desk, course):
    desk.person("Ex Mitglied", group="Sprachkurs B1", status=Status.CANCELLED)
    desk.person("Auf Warteliste", group="Sprachkurs B1", status=Status.WAITING)
    assert len(actions.check_in_group(desk.event, "Sprachkurs B1", desk.point).verdicts) == 4


def test_one_entry_each_and_one_undo_for_all(desk: Desk, course):
    result = actions.check_in_group(desk.event, "Sprachkurs B1", desk.point)
    entries = desk.event.journal(4)
    assert {entry.op for entry in entries} == {Op.CHECK_IN}
    assert {entry.root for entry in entries} == {result.eid}
    assert sorted(entry.label for entry in entries) == sorted(person.name for person in course)
    assert [scan.together for scan in records.recent(desk.event.db, 10)] == [4] * 4
    undone = actions.undo_scan(desk.event, result.verdicts[2].eid)
    assert isinstance(undone, Undone)
    assert undone.entries == 4
    assert (desk.counts().inside, desk.scans()) == (0, 0)
    assert desk.event.verify()["derived"] is True


def test_it_is_announced_as_one_change(desk: Desk, course):
    heard: list[Changes] = []
    desk.event.changed.append(heard.append)
    actions.check_in_group(desk.event, "Sprachkurs B1", desk.point)
    assert len(heard) == 1
    assert len(heard[0].ids["scan"]) == 4


def test_a_room_takes_in_as_many_as_fit(desk: Desk, course):
    room = desk.add_point("Saal 1", capacity=3)
    desk.scan(desk.person("Jan Kowalski"), room)
    result = actions.check_in_group(desk.event, "Sprachkurs B1", room)
    assert [type(verdict) for verdict in result.verdicts] == [Accepted, Accepted, Refused, Refused]
    assert {verdict.code for verdict in result.verdicts[2:]} == {Outcome.FULL}
    assert desk.counts().by_point[room.id].inside == 3
    assert desk.scans() == 5
    assert isinstance(actions.undo_scan(desk.event, result.eid), Undone)
    assert desk.counts().by_point[room.id].inside == 1
    assert [scan.outcome for scan in records.recent(desk.event.db, 9)].count(Outcome.FULL) == 2


def test_an_organiser_may_force_a_group_into_a_full_room(desk: Desk, course):
    room = desk.add_point("Saal 1", capacity=3)
    result = actions.check_in_group(desk.event, "Sprachkurs B1", room, forced=True)
    assert [verdict.forced for verdict in result.verdicts] == [False, False, False, True]
    assert desk.counts().by_point[room.id].inside == 4


def test_nobody_of_the_group_may_come_in(desk: Desk, course):
    press = desk.add_point("Presseraum", roles=("press",))
    result = actions.check_in_group(desk.event, "Sprachkurs B1", press)
    assert result.eid == ""
    assert {verdict.code for verdict in result.verdicts} == {Outcome.WRONG_POINT}


def test_nobody_at_all(desk: Desk, course):
    entries = len(desk.event.journal(1000))
    everybody = frozenset(person.id for person in course)
    assert actions.check_in_group(desk.event, "Sprachkurs B1", desk.point, everybody).verdicts == ()
    assert actions.check_in_group(desk.event, "gibt es nicht", desk.point).verdicts == ()
    assert actions.check_in_group(desk.event, "", desk.point).verdicts == ()
    assert len(desk.event.journal(1000)) == entries


def test_lunch_is_once_a_day_for_groups_too(desk: Desk, course, clock):
    lunch = desk.add_point("Mittagessen", PointKind.CATERING)
    desk.scan(course[0], lunch)
    desk.leave(course[0], lunch)
    assert names(actions.check_in_group(desk.event, "Sprachkurs B1", lunch).already_in) == ["Amal"]
    clock.advance(days=1)
    assert len(actions.check_in_group(desk.event, "Sprachkurs B1", lunch).verdicts) == 4


def test_forcing_does_not_take_in_twice_who_is_in(desk: Desk, course):
    actions.check_in_group(desk.event, "Sprachkurs B1", desk.point)
    again = actions.check_in_group(desk.event, "Sprachkurs B1", desk.point, forced=True)
    assert (len(again.already_in), again.verdicts) == (4, ())


def test_at_another_time_and_with_a_guide(desk: Desk, course):
    at = desk.event.now() - timedelta(hours=1)
    result = actions.check_in_group(
        desk.event, "Sprachkurs B1", desk.point, at=at, where=lambda person: [person.given_name]
    )
    assert {verdict.at for verdict in result.verdicts} == {at}
    assert sorted(verdict.where[0] for verdict in result.verdicts) == ["Amal", "Bao", "Cem", "Dana"]
