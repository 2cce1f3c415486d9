"""What a person's history says about deeds that were undone and done again: the deed itself, never its opposite."""

from eventdesk.badges.actions import mark_printed
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import add_point
from eventdesk.event import Event, Undone
from eventdesk.history import listing
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import remarks, told
from eventdesk.history.whole import Filter
from eventdesk.merging.actions import merge
from eventdesk.people.actions import add, cancel, edit, readmit
from eventdesk.people.person import Person
from eventdesk.words import Words
from tests.clock import FakeClock

ELIF = Person(0, "Elif", "Demirtaş", town="Peine")


def newest(event: Event, person: int) -> tuple[str, ...]:
    return told(Words("en"), history_of(event.db, person)[0], event.zone).sentences


def undo(event: Event, eid: str | None) -> str:
    done = event.undo(eid)
    assert isinstance(done, Undone)
    return done.eid


def test_undone_and_done_again_say_what_had_been_done(event: Event) -> None:
    person = add(event, ELIF).id
    first = undo(event, edit(event, person, town="Celle").eid)
    assert newest(event, person) == ("Undone: Town changed from “Peine” to “Celle”",)
    again = undo(event, first)
    assert newest(event, person) == ("Done again: Town changed from “Peine” to “Celle”",)
    undo(event, again)
    assert newest(event, person) == ("Undone: Town changed from “Peine” to “Celle”",)


def test_an_undone_removal_was_a_removal(event: Event) -> None:
    person = add(event, ELIF).id
    undo(event, edit(event, person, town="").eid)
    assert newest(event, person) == ("Undone: Town removed; it was “Peine”",)


def test_a_cancellation_is_told_as_it_was(event: Event) -> None:
    person = add(event, ELIF).id
    cancel(event, person)
    undo(event, readmit(event, person).eid)
    assert newest(event, person) == ("Undone: Cancellation taken back",)


def test_merging_prints_no_badge(event: Event) -> None:
    kept, other = add(event, ELIF).id, add(event, ELIF).id
    mark_printed(event, [other], "Drucker")
    merge(event, kept, other)
    said = [text for each in history_of(event.db, kept) for text in told(Words("en"), each, event.zone).sentences]
    assert sum("Badge printed" in text for text in said) == 1


def test_a_late_undo_is_no_late_scan(event: Event, clock: FakeClock) -> None:
    check_in(event, add(event, ELIF).code, add_point(event, "Eingang"))
    clock.advance(minutes=5)
    event.undo()
    assert remarks(Words("en"), listing.page(event.db, Filter()).lines[0], event.zone) == ["Eingang"]
