"""Timetables as a whole: applied, kept, printed, told apart, gone back to."""

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.panels import actions, actions_timetable
from eventdesk.panels.actions_timetable import apply_timetable, keep_programme, restore_programme, spots_of, versions
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.panels.timetable.problem import problem, speaker_from, what_fell_away, without_room
from eventdesk.panels.unavailable import Unavailable
from eventdesk.panels.version import Change, TimetableFacts
from tests.clock import FakeClock
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, R1, R2, R3, Z1, Z2, Z4

FACTS = TimetableFacts("optimal", 3, 1, 4, 1500, 7)
WANTED = {F1: (Z1, R1), F2: (Z2, R1), F3: (Z1, R3), F5: (Z4, R2), 99: (Z1, R2)}


def test_applying_keeps_what_was_and_is_undone_as_one(event: Event, programme: Programme) -> None:
    before = dict(programme.timetable)
    done = apply_timetable(event, WANTED, FACTS, "Vorschlag")
    after = {F1: (Z1, R1), F2: (Z2, R1), F3: (Z1, R3), F5: (Z4, R2), PO: (Z4, R1)}
    assert read_programme(event.db).timetable == after
    assert done.left_out == (99,)
    assert {each.session: (each.before, each.after) for each in done.changes} == {
        F2: ((Z1, R2), (Z2, R1)),
        F3: ((Z2, R3), (Z1, R3)),
        F4: (before[F4], (None, None)),
        F5: ((None, None), (Z4, R2)),
    }
    now, then = versions(event.db)
    assert (now, then) == (done.version, done.kept)
    assert (now.name, now.facts, then.facts) == ("Vorschlag", FACTS, TimetableFacts())
    assert (spots_of(event.db, now.id), spots_of(event.db, then.id)) == (after, before)
    assert isinstance(event.undo(), Undone)
    assert (read_programme(event.db), versions(event.db)) == (programme, [])
    assert set(event.verify().values()) == {True}


def test_what_is_fixed_stays_where_it_is_not_said_otherwise(event: Event, programme: Programme) -> None:
    apply_timetable(event, {}, FACTS)
    assert read_programme(event.db).timetable == {PO: programme.timetable[PO]}


def test_applying_the_same_once_more_writes_nothing(event: Event, programme: Programme) -> None:
    done = apply_timetable(event, programme.timetable, FACTS)
    assert (done.changes, done.kept) == ((), None)
    entries = event.journal_length()
    again = apply_timetable(event, programme.timetable, FACTS)
    assert (again.eid, again.version) == (None, done.version)
    assert event.journal_length() == entries


def test_what_fell_away_is_noted_with_what_changes_for_it(event: Event, programme: Programme) -> None:
    today = problem(programme)
    asked = speaker_from(without_room(today, R3, frozenset({Z1, Z2})), "P1", "2027-03-06T11:00")
    entries = event.journal_length()
    done = apply_timetable(event, WANTED, FACTS, unavailable=what_fell_away(today, asked))
    now = read_programme(event.db)
    assert (now.room_of[R3].unavailable, now.session_of[F1].unavailable) == (("Z4", "Z1", "Z2"), ("Z1",))
    assert [each for each in now.rooms if each.id != R3] == [each for each in programme.rooms if each.id != R3]
    assert event.journal_length() == entries + 1
    again = apply_timetable(event, WANTED, FACTS, unavailable=what_fell_away(today, asked))
    assert (again.eid, again.version) == (None, done.version)
    assert isinstance(event.undo(done.eid), Undone)
    assert (read_programme(event.db), versions(event.db)) == (programme, [])


def test_what_fell_away_alone_is_worth_an_entry_and_what_is_gone_is_left_out(
    event: Event, programme: Programme
) -> None:
    apply_timetable(event, programme.timetable, FACTS)
    assert apply_timetable(event, programme.timetable, FACTS, unavailable=Unavailable({99: ("Z1",)})).eid is None
    gone = Unavailable({R1: ("Z9", "Z3")}, {F5: ("Z1",)})
    assert apply_timetable(event, programme.timetable, FACTS, unavailable=gone).eid
    now = read_programme(event.db)
    assert (now.room_of[R1].unavailable, now.session_of[F5].unavailable) == (("Z3",), ("Z1",))


def test_what_is_kept_already_is_not_kept_twice(event: Event, clock: FakeClock, programme: Programme) -> None:
    kept = keep_programme(event, "Montag")
    clock.advance(minutes=1)
    assert apply_timetable(event, WANTED, FACTS).kept is None
    clock.advance(minutes=1)
    back = restore_programme(event, kept.id)
    assert (back.version.name, read_programme(event.db).timetable) == ("Montag", programme.timetable)
    assert len(versions(event.db)) == 3


def test_a_version_whose_rooms_are_gone_is_restored_as_far_as_it_goes(event: Event, programme: Programme) -> None:
    kept = keep_programme(event)
    actions.remove_room(event, R3)
    actions.remove_session(event, F2)
    done = restore_programme(event, kept.id)
    assert done.left_out == (F2, F3)
    assert read_programme(event.db).timetable == {
        F1: (Z1, R1),
        F3: (Z2, None),
        F4: programme.timetable[F4],
        PO: (Z4, R1),
    }
    with pytest.raises(KnownError) as gone:
        restore_programme(event, 99)
    assert gone.value.fault is Fault.GONE


def test_what_is_on_paper_is_known(event: Event, clock: FakeClock, programme: Programme) -> None:
    assert actions_timetable.last_printed(event.db) is None
    printed = keep_programme(event, "Aushang", FACTS, printed=True)
    clock.advance(minutes=1)
    apply_timetable(event, WANTED, FACTS)
    assert actions_timetable.last_printed(event.db) == printed
    changes = actions_timetable.differences(spots_of(event.db, printed.id), read_programme(event.db).timetable)
    assert Change(F4, programme.timetable[F4], (None, None)) in changes
    assert {each.session for each in changes} == {F2, F3, F4, F5}
