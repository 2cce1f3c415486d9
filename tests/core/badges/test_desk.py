"""Printed, handed out, checked in are three things; a lost badge is replaced, and the old one opens no door."""

from dataclasses import dataclass

import pytest

from eventdesk.badges import actions, records
from eventdesk.badges.actions_desk import hand_out, replace_badge, take_back
from eventdesk.badges.boxes import Spot
from eventdesk.checkin import actions as checkin
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, AlreadyIn, Refused, UnknownCode, Verdict
from eventdesk.codes import Fault, Op, Outcome, PrintReason, Refusal
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.history import of_person, telling
from eventdesk.history.badge_telling import code_text
from eventdesk.merging.actions import merge
from eventdesk.people import actions as people
from eventdesk.people import records as people_records
from eventdesk.people.person import Person, Status
from eventdesk.people.records import FormerKey
from eventdesk.people.search import search
from eventdesk.words import Words
from tests.clock import FakeClock

EN = Words("en")


@dataclass
class Hall:
    """An event with a door and a few people; ten seconds pass before each scan."""

    event: Event
    clock: FakeClock
    door: Point

    def person(self, name: str = "Elif", **fields: object) -> Person:
        return people.add(self.event, Person(0, name, "Demirtaş", **fields))  # type: ignore[arg-type]

    def printed(self, *persons: Person, box: str = "") -> None:
        self.clock.advance(seconds=10)
        spots = {person.id: Spot(box, number) for number, person in enumerate(persons, 1)} if box else {}
        actions.mark_printed(self.event, [person.id for person in persons], "Laser", "batch", spots=spots)

    def scan(self, code: str, point: Point | None = None, **wishes: object) -> Verdict:
        self.clock.advance(seconds=10)
        return checkin.check_in(self.event, code, point or self.door, **wishes)  # type: ignore[arg-type]

    def have(self) -> tuple[int, int, int, int]:
        counts = records.counts(self.event.db)
        assert counts.waiting == counts.printed - counts.handed_out
        return counts.expected, counts.printed, counts.handed_out, counts.checked_in

    def told(self, person: Person) -> list[str]:
        happenings = of_person.history_of(self.event.db, person.id)
        return [text for each in happenings for text in telling.told(EN, each, self.event.zone).sentences]

    def whole(self) -> bool:
        return set(self.event.verify().values()) == {True}


@pytest.fixture
def hall(event: Event, clock: FakeClock) -> Hall:
    return Hall(event, clock, add_point(event, "Haupteingang"))


# ---- handed out


def test_who_is_admitted_gets_the_badge_and_an_undo_takes_both_back(hall: Hall) -> None:
    elif_, bo = hall.person(), hall.person("Bo")
    hall.printed(elif_, bo)
    assert hall.have() == (2, 2, 0, 0)
    verdict = hall.scan(elif_.code)
    assert hall.have() == (2, 2, 1, 1)
    assert isinstance(hall.event.undo(verdict.eid), Undone)
    assert hall.have() == (2, 2, 0, 0)
    assert hall.whole()


@pytest.mark.parametrize("case", ["no badge", "a room", "cancelled", "going out", "before it was printed"])
def test_nothing_is_handed_out(hall: Hall, case: str) -> None:
    early = hall.event.now()
    person = hall.person(status=Status.CANCELLED if case == "cancelled" else Status.REGISTERED)
    if case != "no badge":
        hall.printed(person)
    room = add_point(hall.event, "Saal", PointKind.ROOM)
    wishes: dict[str, object] = {}
    if case == "going out":
        wishes["direction"] = Direction.OUT
    if case == "before it was printed":
        wishes["at"] = early
    hall.scan(person.code, room if case == "a room" else None, **wishes)
    assert hall.have()[2] == 0


def test_twice_a_day_hands_it_out_once(hall: Hall) -> None:
    person = hall.person()
    hall.printed(person)
    hall.scan(person.code)
    hall.scan(person.code, direction=Direction.OUT)
    hall.scan(person.code)
    assert hall.event.db.value("SELECT count(*) FROM badge_handout") == 1


def test_a_badge_printed_anew_waits_again(hall: Hall) -> None:
    person = hall.person()
    hall.printed(person)
    hall.scan(person.code)
    hall.printed(person)
    assert hall.have() == (1, 1, 0, 1)
    hall.scan(person.code, direction=Direction.OUT)
    hall.scan(person.code)
    assert hall.have() == (1, 1, 1, 1)


def test_a_group_and_a_walk_in_get_theirs_in_the_same_step(hall: Hall) -> None:
    choir = [hall.person(name, group="Chor") for name in ("Anna", "Bo", "Cem")]
    hall.printed(*choir)
    result = checkin.check_in_group(hall.event, "Chor", hall.door)
    assert hall.have() == (3, 3, 3, 3)
    hall.event.undo(result.eid)
    assert hall.have() == (3, 3, 0, 0)
    hall.clock.advance(seconds=10)
    added = checkin.walk_in(hall.event, "Neu Hier", point=hall.door)
    actions.mark_printed(hall.event, [added.person.id], "Etiketten", "walk_in", handed_out=True)
    assert hall.have() == (4, 4, 1, 1)
    assert hall.whole()


def test_a_leader_fetches_many_and_brings_one_back(hall: Hall) -> None:
    choir = [hall.person(f"Kind {number}") for number in range(120)]
    hall.printed(*choir)
    ids = [person.id for person in choir]
    eid = hand_out(hall.event, [*ids, ids[0]])
    assert eid is not None
    assert hall.have() == (120, 120, 120, 0)
    assert hand_out(hall.event, ids) is None
    assert take_back(hall.event, ids[:1]) is not None
    assert hall.have()[2] == 119
    assert take_back(hall.event, ids[:1]) is None
    refused = hall.event.undo(eid)
    assert isinstance(refused, UndoRefused)
    assert (refused.reason, refused.against and refused.against.op) == (Refusal.OVERTAKEN, Op.TAKE_BACK)
    assert isinstance(hall.event.undo(), Undone)
    assert isinstance(hall.event.undo(eid), Undone)
    assert hall.have()[2] == 0
    assert hall.whole()


def test_who_has_no_badge_gets_none_and_strangers_are_a_fault(hall: Hall) -> None:
    person = hall.person()
    assert hand_out(hall.event, [person.id]) is None
    assert take_back(hall.event, [person.id]) is None
    for deed in (hand_out, take_back):
        with pytest.raises(KnownError) as caught:
            deed(hall.event, [person.id, 7])
        assert caught.value.fault is Fault.UNKNOWN_PERSON


# ---- boxes at the door


def test_the_door_tells_the_box_until_the_badge_is_out(hall: Hall) -> None:
    person = hall.person()
    hall.printed(person, box="A–D")
    first = hall.scan(person.code)
    assert (first.box, first.box_number) == ("A–D", 1)
    echo = checkin.check_in(hall.event, person.code, hall.door)
    assert (echo.repeated, echo.box, echo.box_number) == (True, "A–D", 1)
    assert hall.scan(person.code).box == ""
    assert records.prints(hall.event.db, person.id)[0].spot == Spot("A–D", 1)


def test_who_is_in_without_a_badge_is_told_the_box(hall: Hall) -> None:
    person = hall.person()
    hall.scan(person.code)
    hall.printed(person, box="A–D")
    again = hall.scan(person.code)
    assert isinstance(again, AlreadyIn)
    assert again.box == "A–D"


def test_badges_without_a_box_and_people_who_are_refused_are_told_none(hall: Hall) -> None:
    elif_, bo = hall.person(), hall.person("Bo", status=Status.CANCELLED)
    hall.printed(elif_)
    hall.printed(bo, box="A–D")
    assert hall.scan(elif_.code).box == ""
    assert hall.scan(bo.code).box == ""


# ---- lost badges


def test_the_old_badge_is_refused_with_the_name_and_the_new_one_lets_in(hall: Hall) -> None:
    person = hall.person()
    done = replace_badge(hall.event, person.id, PrintReason.LOST)
    assert done.old_code == person.code != done.person.code
    refused = hall.scan(done.old_code)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.person.id, refused.group) == (Outcome.REPLACED_BADGE, person.id, None)
    latest = hall.event.db.row("SELECT person, outcome, code FROM scan ORDER BY at DESC")
    assert latest is not None
    assert tuple(latest) == (None, "replaced_badge", person.code)
    assert hall.event.journal(1)[0].op is Op.REFUSED_SCAN
    assert isinstance(hall.scan(done.person.code), Accepted)
    assert hall.scan(done.old_code).code is Outcome.REPLACED_BADGE
    assert hall.scan(done.old_code, direction=Direction.OUT).code is Outcome.REPLACED_BADGE
    assert hall.whole()


def test_a_lost_badge_is_no_echo_of_the_new_one(hall: Hall) -> None:
    """The finder stands behind the owner: within three seconds, at the same door."""
    person = hall.person()
    done = replace_badge(hall.event, person.id, PrintReason.LOST)
    assert isinstance(hall.scan(done.person.code), Accepted)
    hall.clock.advance(seconds=1)
    refused = checkin.check_in(hall.event, done.old_code, hall.door)
    assert (refused.code, refused.repeated) == (Outcome.REPLACED_BADGE, False)
    again = checkin.check_in(hall.event, done.old_code, hall.door)
    assert (again.code, again.repeated) == (Outcome.REPLACED_BADGE, True)


def test_two_lost_badges_at_once_are_two_scans(hall: Hall) -> None:
    person = hall.person()
    lost = [replace_badge(hall.event, person.id, PrintReason.LOST).old_code for _ in range(2)]
    assert hall.scan(lost[0]).code is Outcome.REPLACED_BADGE
    other = checkin.check_in(hall.event, lost[1], hall.door)
    assert (other.code, other.repeated, other.scanned) == (Outcome.REPLACED_BADGE, False, lost[1])


def test_a_badge_scanned_and_replaced_within_a_moment_is_refused(hall: Hall) -> None:
    person = hall.person()
    assert isinstance(hall.scan(person.code), Accepted)
    replace_badge(hall.event, person.id, PrintReason.LOST)
    assert checkin.check_in(hall.event, person.code, hall.door).code is Outcome.REPLACED_BADGE


def test_an_organiser_may_admit_all_the_same(hall: Hall) -> None:
    person = hall.person()
    done = replace_badge(hall.event, person.id, PrintReason.LOST)
    hall.scan(done.old_code)
    hall.clock.advance(seconds=1)
    forced = checkin.check_in(hall.event, done.old_code, hall.door, forced=True)
    assert (forced.code, forced.overruled) == (Outcome.ACCEPTED, Outcome.REPLACED_BADGE)


def test_a_badge_that_was_found_again_is_taken_back_into_use(hall: Hall) -> None:
    person = hall.person()
    done = replace_badge(hall.event, person.id, "im Zug vergessen")
    hall.scan(done.old_code)
    assert isinstance(hall.event.undo(done.eid), Undone)
    assert isinstance(hall.scan(person.code), Accepted)
    assert isinstance(hall.scan(done.person.code), UnknownCode)
    assert hall.whole()


@pytest.mark.parametrize("in_steps", [False, True])
def test_a_new_badge_that_was_scanned_cannot_be_taken_back(hall: Hall, *, in_steps: bool) -> None:
    person = hall.person()
    done = replace_badge(hall.event, person.id, PrintReason.LOST)
    hall.scan(done.person.code)
    answer = list(hall.event.undo_in_steps(done.eid))[-1] if in_steps else hall.event.undo(done.eid)
    assert isinstance(answer, UndoRefused)
    assert (answer.reason, answer.against and answer.against.op) == (Refusal.OVERTAKEN, Op.CHECK_IN)
    assert isinstance(hall.event.undo(), Undone)
    assert isinstance(hall.event.undo(done.eid), Undone)
    assert hall.whole()


def test_two_badges_can_be_lost_one_after_the_other(hall: Hall) -> None:
    person = hall.person()
    first = replace_badge(hall.event, person.id, PrintReason.LOST)
    second = replace_badge(hall.event, person.id, PrintReason.DAMAGED)
    assert [hall.scan(code).code for code in (first.old_code, second.old_code, second.person.code)] == [
        Outcome.REPLACED_BADGE, Outcome.REPLACED_BADGE, Outcome.ACCEPTED,
    ]  # fmt: skip
    assert not search(hall.event.db, first.old_code, 5)


def test_lost_codes_of_merged_people_stay_lost(hall: Hall) -> None:
    kept, other = hall.person(), hall.person("Elifnur")
    done = replace_badge(hall.event, other.id, PrintReason.LOST)
    hall.printed(other)
    hand_out(hall.event, [other.id])
    merged = merge(hall.event, kept.id, other.id)
    refused = hall.scan(done.old_code)
    assert (refused.code, refused.person and refused.person.id) == (Outcome.REPLACED_BADGE, kept.id)
    assert isinstance(hall.scan(done.person.code), Accepted)
    assert (FormerKey.LOST, done.old_code) in people_records.former_keys(hall.event.db, kept.id)
    assert hall.have() == (1, 1, 1, 1)
    assert isinstance(hall.event.undo(merged.eid), UndoRefused)
    assert hall.whole()


def test_a_merge_is_undone_with_the_lost_codes_it_moved(hall: Hall) -> None:
    kept, other = hall.person(), hall.person("Elifnur")
    done = replace_badge(hall.event, other.id, PrintReason.LOST)
    merged = merge(hall.event, kept.id, other.id)
    assert isinstance(hall.event.undo(merged.eid), Undone)
    refused = hall.scan(done.old_code)
    assert (refused.code, refused.person and refused.person.id) == (Outcome.REPLACED_BADGE, other.id)
    assert hall.whole()


def test_nobody_else_can_get_a_lost_code(hall: Hall) -> None:
    done = replace_badge(hall.event, hall.person().id, PrintReason.LOST)
    assert people_records.codes_taken(hall.event.db, [done.old_code]) == {done.old_code}


# ---- what is told


def test_the_history_of_a_person_tells_it_all(hall: Hall) -> None:
    person = hall.person()
    hall.printed(person, box="A–D")
    hand_out(hall.event, [person.id])
    take_back(hall.event, [person.id])
    done = replace_badge(hall.event, person.id, PrintReason.LOST)
    new = code_text(done.person.code)
    old = code_text(person.code)
    assert hall.told(person) == [
        f"Badge replaced; its code is {new} now",
        f"The badge with the code {old} is refused from now on (Lost)",
        "Badge taken back",
        "Badge handed out",
        "Badge printed (Laser)",
        "Reason: All together",
        "Box A–D · no. 1",
        "Added to the list",
    ]


def test_an_undone_check_in_says_no_more_than_that(hall: Hall) -> None:
    person = hall.person()
    hall.printed(person)
    hall.event.undo(hall.scan(person.code).eid)
    assert hall.told(person)[:3] == [
        "Check-in at Haupteingang undone",
        "Checked in at Haupteingang",
        "Badge handed out",
    ]


# ---- the log


def test_the_log_tells_who_when_where_and_why_page_by_page(hall: Hall) -> None:
    anna, bo = hall.person("Anna", organisation="Verein"), hall.person("Bo")
    hall.printed(anna, bo, box="A–D")
    hall.clock.advance(minutes=1)
    actions.mark_printed(hall.event, [anna.id], "Etiketten", PrintReason.NAME_CORRECTED, template="label-62")
    first = records.print_log(hall.event.db, 1)
    assert [(each.name, each.printer, each.reason, each.desk, each.template) for each in first] == [
        ("Anna Demirtaş", "Etiketten", "name_corrected", "Schalter 1", "label-62")
    ]
    rest = records.print_log(hall.event.db, 5, 1)
    assert {(each.name, each.spot) for each in rest} == {
        ("Anna Demirtaş", Spot("A–D", 1)),
        ("Bo Demirtaş", Spot("A–D", 2)),
    }
    assert len(records.print_log(hall.event.db)) == 3
    assert [each.printer for each in records.prints(hall.event.db, anna.id)] == ["Etiketten", "Laser"]
