"""Scans at a real event file: what is answered, what is recorded, what is taken back."""

import pytest

from eventdesk.checkin import actions, records
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, AlreadyIn, FirstScan, Group, Left, Note, NotInside, Refused, UnknownCode
from eventdesk.codes import Fault, Op, Outcome, Refusal
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Undone, UndoRefused
from eventdesk.people import actions as people
from eventdesk.people.code import Kind, new_code
from eventdesk.people.importing import import_people
from eventdesk.people.person import Person, Status
from tests.core.checkin.desk import Desk


class TestAnswers:
    def test_welcome(self, desk: Desk):
        elif_ = desk.person(organisation="Bürgerinitiative", roles=("exhibitor",))
        verdict = desk.scan(elif_)
        assert isinstance(verdict, Accepted)
        assert verdict.person == elif_
        assert verdict.code is Outcome.ACCEPTED
        assert verdict.at == desk.event.now()
        assert (verdict.point, verdict.desk, verdict.scanned) == (desk.point, "Schalter 1", elif_.code)
        assert verdict.notes == ()
        assert not verdict.forced
        assert not verdict.repeated

    def test_already_in_says_since_when_where_and_by_which_desk(self, desk: Desk):
        elif_ = desk.person()
        first = desk.scan(elif_)
        verdict = desk.scan(elif_)
        assert isinstance(verdict, AlreadyIn)
        assert verdict.first == FirstScan(first.at, "Haupteingang", "Schalter 1")

    def test_another_desk_is_named(self, desk: Desk, clock):
        elif_ = desk.person()
        desk.scan(elif_)
        path = desk.event.path
        desk.event.close()
        clock.advance(minutes=5)
        with open_event(path, desk="Schalter 2", clock=clock) as event:
            verdict = actions.check_in(event, elif_.code, desk.point)
        assert isinstance(verdict, AlreadyIn)
        assert verdict.first.desk == "Schalter 1"
        assert verdict.desk == "Schalter 2"

    def test_goodbye_and_welcome_back(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_)
        assert isinstance(desk.leave(elif_), Left)
        assert isinstance(desk.scan(elif_), Accepted)

    def test_who_was_not_in_cannot_leave(self, desk: Desk):
        elif_ = desk.person()
        verdict = desk.leave(elif_)
        assert isinstance(verdict, NotInside)
        assert verdict.first is None
        desk.scan(elif_)
        left = desk.leave(elif_)
        again = desk.leave(elif_)
        assert isinstance(again, NotInside)
        assert again.first == FirstScan(left.at, "Haupteingang", "Schalter 1")

    @pytest.mark.parametrize(
        ("status", "outcome"),
        [
            (Status.CANCELLED, Outcome.CANCELLED),
            (Status.PENDING, Outcome.PENDING),
            (Status.WAITING, Outcome.WAITING),
        ],
    )
    def test_who_is_not_registered_is_refused(self, desk: Desk, status, outcome):
        verdict = desk.scan(desk.person(status=status))
        assert isinstance(verdict, Refused)
        assert verdict.code is outcome

    def test_unknown_code(self, desk: Desk):
        verdict = desk.scan(new_code())
        assert isinstance(verdict, UnknownCode)
        assert (verdict.person, verdict.notes) == (None, ())

    def test_the_code_of_a_booth_is_not_a_person(self, desk: Desk):
        assert desk.scan(new_code(Kind.BOOTH)).notes == (Note.NOT_A_PERSON,)

    def test_a_wrong_digit_is_told(self, desk: Desk):
        code = desk.person().code
        verdict = desk.scan(code[:-1] + str((int(code[-1]) + 1) % 10))
        assert isinstance(verdict, UnknownCode)
        assert verdict.notes == (Note.MISREAD,)

    def test_attention_is_noted(self, desk: Desk):
        verdict = desk.scan(desk.person(attention="Umschlag B-14 mitgeben"))
        assert verdict.notes == (Note.ATTENTION,)

    def test_where_to_go_comes_from_the_guide(self, desk: Desk):
        elif_ = desk.person()
        verdict = desk.scan(elif_, where=lambda person: [f"Stand von {person.given_name}", "Saal 3A"])
        assert verdict.where == ("Stand von Elif", "Saal 3A")

    def test_the_guide_is_not_asked_about_nobody(self, desk: Desk):
        assert desk.scan(new_code(), where=lambda _: pytest.fail("there is nobody")).where == ()

    def test_role_day_and_capacity_of_a_point(self, desk: Desk):
        elif_, jan = desk.person(roles=("exhibitor",)), desk.person("Jan Kowalski", roles=("press",))
        press = desk.add_point("Presseraum", roles=("press",))
        tomorrow = desk.add_point("Saal 1", days=("2017-03-07",))
        tiny = desk.add_point("Saal 2", capacity=1)
        assert desk.scan(elif_, press).code is Outcome.WRONG_POINT
        assert desk.scan(jan, press).code is Outcome.ACCEPTED
        assert desk.scan(jan, tomorrow).code is Outcome.WRONG_DAY
        assert desk.scan(jan, tiny).code is Outcome.ACCEPTED
        assert desk.scan(elif_, tiny).code is Outcome.FULL
        assert desk.leave(jan, tiny).code is Outcome.LEFT
        assert desk.scan(elif_, tiny).code is Outcome.ACCEPTED

    def test_the_capacity_of_an_entrance_is_that_of_the_house(self, desk: Desk):
        side = desk.add_point("Nebeneingang", PointKind.ENTRANCE, capacity=1)
        assert desk.scan(desk.person()).code is Outcome.ACCEPTED
        assert desk.scan(desk.person("Jan Kowalski"), side).code is Outcome.FULL

    def test_all_entrances_lead_into_one_house(self, desk: Desk):
        elif_ = desk.person()
        side = desk.add_point("Nebeneingang", PointKind.ENTRANCE)
        first = desk.scan(elif_)
        verdict = desk.scan(elif_, side)
        assert isinstance(verdict, AlreadyIn)
        assert verdict.first == FirstScan(first.at, "Haupteingang", "Schalter 1")
        assert isinstance(desk.leave(elif_, side), Left)
        assert isinstance(desk.scan(elif_), Accepted)

    def test_rooms_are_places_of_their_own(self, desk: Desk):
        elif_ = desk.person()
        room = desk.add_point("Saal 1", rule=Rule.ONCE)
        assert desk.scan(elif_).code is Outcome.ACCEPTED
        assert desk.scan(elif_, room).code is Outcome.ACCEPTED
        assert desk.scan(elif_, room).code is Outcome.ALREADY_IN
        assert desk.leave(elif_, desk.add_point("Saal 2")).code is Outcome.NOT_INSIDE
        jan = desk.person("Jan Kowalski")
        assert desk.scan(jan, room).code is Outcome.ACCEPTED
        assert desk.scan(jan).code is Outcome.ACCEPTED

    def test_a_changed_rule_counts_at_once(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_)
        desk.point = desk.change(desk.point, rule=Rule.ALWAYS)
        assert desk.scan(elif_).code is Outcome.ACCEPTED

    def test_by_name(self, desk: Desk):
        elif_ = desk.person()
        verdict = actions.check_in_person(desk.event, elif_.id, desk.point)
        assert isinstance(verdict, Accepted)
        assert verdict.scanned == elif_.code
        assert desk.scan(elif_).code is Outcome.ALREADY_IN

    def test_nobody_by_that_id(self, desk: Desk):
        with pytest.raises(KnownError) as caught:
            actions.check_in_person(desk.event, 4711, desk.point)
        assert caught.value.fault is Fault.UNKNOWN_PERSON
        assert desk.scans() == 0


class TestForced:
    def test_an_organiser_admits_somebody_who_cancelled(self, desk: Desk):
        jan = desk.person("Jan Kowalski", status=Status.CANCELLED)
        assert desk.scan(jan).code is Outcome.CANCELLED
        verdict = desk.scan(jan, forced=True)
        assert isinstance(verdict, Accepted)
        assert verdict.forced
        assert verdict.overruled is Outcome.CANCELLED
        assert Note.FORCED in verdict.notes
        assert [scan.forced for scan in records.recent(desk.event.db, 5)] == [True, False]
        assert desk.counts().inside == 1

    def test_right_after_the_refusal(self, desk: Desk):
        jan = desk.person("Jan Kowalski", status=Status.PENDING)
        desk.scan(jan)
        assert isinstance(desk.scan_at_once(jan, forced=True), Accepted)

    def test_not_marked_as_forced_when_it_was_not_needed(self, desk: Desk):
        verdict = desk.scan(desk.person(), forced=True)
        assert isinstance(verdict, Accepted)
        assert not verdict.forced
        assert not records.recent(desk.event.db, 1)[0].forced

    def test_forced_twice_is_recorded_twice(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_)
        desk.scan(elif_, forced=True)
        desk.scan(elif_, forced=True)
        assert [scan.forced for scan in records.recent(desk.event.db, 5)] == [True, True, False]
        assert desk.counts().inside == 1

    def test_an_unknown_code_cannot_be_forced(self, desk: Desk):
        assert isinstance(desk.scan(new_code(), forced=True), UnknownCode)
        assert desk.counts().inside == 0


class TestRecords:
    def test_refused_scans_are_recorded_too(self, desk: Desk):
        jan = desk.person("Jan Kowalski", status=Status.CANCELLED)
        desk.scan(jan)
        desk.scan("xyz-unknown-4711")
        last, before = records.recent(desk.event.db, 5)
        assert (last.outcome, last.code, last.person) == (Outcome.UNKNOWN_CODE, "xyz-unknown-4711", None)
        assert (before.outcome, before.name) == (Outcome.CANCELLED, "Jan Kowalski")
        assert [entry.op for entry in desk.event.journal(2)] == [Op.REFUSED_SCAN] * 2

    def test_a_very_long_unknown_code_is_cut(self, desk: Desk):
        verdict = desk.scan("4" * 5000)
        assert verdict.scanned == "4" * 200

    def test_every_scan_is_one_insert_under_its_own_entry(self, desk: Desk):
        elif_ = desk.person()
        verdicts = [desk.scan(elif_), desk.scan(elif_), desk.leave(elif_), desk.scan(new_code())]
        entries = desk.event.journal(4)[::-1]
        assert [entry.eid for entry in entries] == [verdict.eid for verdict in verdicts]
        assert [entry.op for entry in entries] == [Op.CHECK_IN, Op.REFUSED_SCAN, Op.CHECK_OUT, Op.REFUSED_SCAN]
        for eid in (verdict.eid for verdict in verdicts):
            changes = desk.event.db.rows("SELECT tbl, before FROM change WHERE eid = ?", eid)
            assert [tuple(change) for change in changes] == [("scan", None)]

    def test_recent_newest_first_with_what_can_be_undone(self, desk: Desk):
        elif_ = desk.person(organisation="Bürgerinitiative", native_name="Элиф")
        desk.scan(elif_)
        desk.scan(elif_)
        desk.leave(elif_)
        left, again, came = records.recent(desk.event.db, 10)
        assert [left.outcome, again.outcome, came.outcome] == [Outcome.LEFT, Outcome.ALREADY_IN, Outcome.ACCEPTED]
        assert [left.undoable, again.undoable, came.undoable] == [True, False, True]
        assert (came.name, came.list_name, came.native_name) == ("Elif Demirtaş", "Demirtaş, Elif", "Элиф")
        assert (came.organisation, came.point, came.desk) == ("Bürgerinitiative", "Haupteingang", "Schalter 1")
        assert (came.direction, left.direction, came.together) == (Direction.IN, Direction.OUT, 1)
        assert len(records.recent(desk.event.db, 2)) == 2

    def test_scans_of_somebody_who_is_not_in_the_file_any_more(self, desk: Desk):
        jan = desk.person("Jan Kowalski", status=Status.CANCELLED)
        desk.scan(jan)
        with desk.event.transact(Op.EDIT_PERSON, jan.name) as tx:
            tx.delete("person", jan.id)
        scan = records.recent(desk.event.db, 1)[0]
        assert (scan.person, scan.name, scan.organisation, scan.code) == (None, "", "", jan.code)

    def test_times_are_whole_milliseconds_as_in_the_file(self, desk: Desk):
        at = desk.event.now().replace(microsecond=123_456)
        verdict = desk.scan(desk.person(), at=at)
        assert verdict.at == at.replace(microsecond=123_000)
        assert records.recent(desk.event.db, 1)[0].at == verdict.at

    def test_a_time_without_zone_is_refused(self, desk: Desk):
        elif_ = desk.person()
        with pytest.raises(ValueError, match="zone"):
            desk.scan(elif_, at=desk.event.now().replace(tzinfo=None))
        assert desk.scans() == 0

    def test_scans_of_the_same_minute_keep_their_order(self, desk: Desk):
        elif_ = desk.person()
        at = desk.event.now()
        assert desk.scan(elif_, at=at).code is Outcome.ACCEPTED
        assert desk.leave(elif_, at=at).code is Outcome.LEFT
        assert desk.scan(elif_, at=at).code is Outcome.ACCEPTED
        assert desk.counts().inside == 1


class TestTimes:
    def test_an_exit_dated_after_an_entry_that_was_handed_in_later(self, desk: Desk):
        elif_ = desk.person()
        assert desk.leave(elif_, at=desk.ago(minutes=30)).code is Outcome.NOT_INSIDE
        assert desk.scan(elif_, at=desk.ago(minutes=60)).code is Outcome.ACCEPTED
        assert desk.counts().inside == 0
        assert desk.scan(elif_).code is Outcome.ACCEPTED

    def test_an_exit_dated_before_the_entry_does_not_count_as_the_last(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_, at=desk.ago(minutes=30))
        assert desk.leave(elif_, at=desk.ago(minutes=60)).code is Outcome.LEFT
        assert desk.counts().inside == 1
        assert desk.scan(elif_).code is Outcome.ALREADY_IN

    def test_three_entries_and_local_midnight(self, desk: Desk, clock):
        elif_ = desk.person()
        lunch = desk.add_point("Mittagessen", PointKind.CATERING)
        clock.set("2020-01-01T10:00:00+00:00")
        assert desk.scan(elif_, lunch).code is Outcome.ACCEPTED
        clock.set("2020-01-01T22:50:00+00:00")
        assert desk.scan(elif_, lunch).code is Outcome.ALREADY_IN
        clock.set("2020-01-01T23:10:00+00:00")
        assert desk.scan(elif_, lunch).code is Outcome.ACCEPTED
        assert desk.scan(elif_, lunch).code is Outcome.ALREADY_IN

    def test_the_event_has_its_own_zone(self, desk: Desk, clock):
        elif_ = desk.person(days=("2020-01-02",))
        with desk.event.transact(Op.SETTINGS, "zone") as tx:
            tx.run("UPDATE setting SET value = 'Asia/Tehran' WHERE key = 'timezone'")
        clock.set("2020-01-01T20:20:00+00:00")
        assert desk.scan(elif_).code is Outcome.WRONG_DAY
        clock.set("2020-01-01T20:40:00+00:00")
        assert desk.scan(elif_).code is Outcome.ACCEPTED


class TestUndo:
    def test_of_a_check_in(self, desk: Desk):
        elif_ = desk.person()
        verdict = desk.scan(elif_)
        undone = actions.undo_scan(desk.event, verdict.eid)
        assert isinstance(undone, Undone)
        assert undone.entry.label == "Elif Demirtaş"
        assert (desk.scans(), desk.counts().inside, desk.counts().arrived) == (0, 0, 0)
        assert isinstance(desk.scan_at_once(elif_), Accepted)
        assert desk.event.verify()["journal"] is True

    def test_the_latest_without_naming_it_passes_over_refused_scans(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_)
        desk.scan(elif_)
        assert isinstance(desk.event.undo(), Undone)
        assert desk.counts().inside == 0

    def test_of_an_exit(self, desk: Desk):
        elif_ = desk.person()
        desk.scan(elif_)
        exit_ = desk.leave(elif_)
        assert desk.counts().inside == 0
        actions.undo_scan(desk.event, exit_.eid)
        assert desk.counts().inside == 1

    def test_twice_is_refused(self, desk: Desk):
        verdict = desk.scan(desk.person())
        actions.undo_scan(desk.event, verdict.eid)
        again = actions.undo_scan(desk.event, verdict.eid)
        assert isinstance(again, UndoRefused)
        assert again.reason is Refusal.ALREADY_UNDONE

    def test_of_a_refused_scan_is_refused(self, desk: Desk):
        refused = actions.undo_scan(desk.event, desk.scan(new_code()).eid)
        assert isinstance(refused, UndoRefused)
        assert refused.reason is Refusal.NOT_UNDOABLE

    def test_undoing_the_undo(self, desk: Desk):
        verdict = desk.scan(desk.person())
        undone = actions.undo_scan(desk.event, verdict.eid)
        assert isinstance(undone, Undone)
        assert isinstance(desk.event.undo(undone.eid), Undone)
        assert (desk.counts().inside, desk.scans()) == (1, 1)


class TestGroups:
    def test_how_many_of_the_group_are_missing(self, desk: Desk):
        group = [desk.person(f"Person {number}", group="Sprachkurs B1") for number in range(3)]
        desk.person("Nicht Dabei", group="Sprachkurs B1", status=Status.CANCELLED)
        verdict = desk.scan(group[0])
        assert verdict.group == Group("Sprachkurs B1", 3, 2)
        assert verdict.notes == (Note.GROUP,)
        desk.scan(group[1])
        verdict = desk.scan(group[2])
        assert verdict.group == Group("Sprachkurs B1", 3, 0)
        assert verdict.notes == ()

    def test_a_group_of_one_is_none(self, desk: Desk):
        assert desk.scan(desk.person(group="Allein")).group is None

    def test_nobody_asks_for_the_group_at_the_exit(self, desk: Desk):
        one, _ = desk.person(group="G"), desk.person("Jan Kowalski", group="G")
        desk.scan(one)
        assert desk.leave(one).group is None

    def test_in_a_room_the_group_is_counted_there(self, desk: Desk):
        one, two = desk.person(group="G"), desk.person("Jan Kowalski", group="G")
        desk.scan(one)
        desk.scan(two)
        room = desk.add_point("Saal 1")
        assert desk.scan(one, room).group == Group("G", 2, 1)


def test_status_is_read_when_it_matters(desk: Desk):
    jan = desk.person("Jan Kowalski", status=Status.WAITING)
    assert desk.scan(jan).code is Outcome.WAITING
    people.readmit(desk.event, jan.id)
    assert desk.scan_at_once(jan).code is Outcome.ACCEPTED


def test_a_person_without_any_code(desk: Desk):
    nobody = Person(17, "Ohne", "Code")
    with desk.event.transact(Op.ADD_PERSON, nobody.name) as tx:
        tx.insert("person", {"id": 17, "given_name": "Ohne", "family_name": "Code"})
    verdict = actions.check_in_person(desk.event, 17, desk.point)
    assert isinstance(verdict, Accepted)
    assert verdict.scanned == ""
    assert actions.check_in_person(desk.event, 17, desk.point).repeated


@pytest.mark.parametrize("ticket", ["x  y", " x  y ", "A-1  B", "]Q1TICKET-1"])
def test_a_ticket_is_found_as_it_stands_in_the_list(desk: Desk, tmp_path, ticket):
    path = tmp_path / "list.csv"
    path.write_text(f'Name;Ticket\nElif Demirtaş;"{ticket}"\n', "utf-8")
    assert import_people(desk.event, path).done
    verdict = desk.scan(ticket)
    assert isinstance(verdict, Accepted)
    assert verdict.person.name == "Elif Demirtaş"
