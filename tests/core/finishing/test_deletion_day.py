"""The day on which people are to be deleted: two weeks after the end, or as somebody chose; then one is reminded."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eventdesk.codes import Op
from eventdesk.desk import create_event, open_event
from eventdesk.details import WrongDetailError
from eventdesk.event import Event, EventDetails
from eventdesk.finishing.deletion_day import (
    AFTER_THE_END,
    choose_deletion_day,
    deletion_day,
    is_after_the_end,
    is_due,
    understood,
    usual_day,
)
from eventdesk.finishing.ending import finish
from eventdesk.history import listing
from eventdesk.history.telling import step_sentences
from eventdesk.history.whole import Filter
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.words import Words
from tests.clock import FakeClock

DETAILS = EventDetails(title="T", starts="2027-03-06T09:00", ends="2027-03-07T17:00")


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with create_event(tmp_path / "a.eventdesk", details=DETAILS, clock=clock) as made:
        yield made


def made(tmp_path: Path, starts: str, ends: str) -> date | None:
    """Return the usual day of an event of this time."""
    with create_event(tmp_path / f"{starts}{ends}.eventdesk", details=EventDetails(starts=starts, ends=ends)) as event:
        return deletion_day(event)


def test_it_is_two_weeks_after_the_end(tmp_path: Path) -> None:
    assert made(tmp_path, "2027-03-06", "2027-03-07") == date(2027, 3, 21)
    assert made(tmp_path, "2027-03-06", "") == date(2027, 3, 20)
    assert made(tmp_path, "", "") is None
    assert made(tmp_path, "", "9999-12-31") is None


def test_an_event_that_was_entered_later_stays_two_weeks(tmp_path: Path, clock: FakeClock) -> None:
    """A sample of a day long ago does not greet with a reminder."""
    late = clock().date()
    details = EventDetails(title="T", starts="2015-03-06", ends="2015-03-07")
    with create_event(tmp_path / "late.eventdesk", details=details, clock=clock) as event:
        add(event, Person(0, "Elif"))
        assert deletion_day(event) == usual_day(event) == late + AFTER_THE_END
        assert not is_after_the_end(event)
        assert not is_due(event)


def test_another_day_can_be_chosen_and_undone(event: Event) -> None:
    choose_deletion_day(event, date(2027, 4, 1))
    assert deletion_day(event) == date(2027, 4, 1)
    (line,) = [each for each in listing.page(event.db, Filter()).lines if each.entry.op is Op.SETTINGS]
    assert line.step is not None
    assert step_sentences(Words("en"), line.step, event.zone) == ["People are to be deleted on 1 Apr 2027"]
    before = event.journal_length()
    choose_deletion_day(event, date(2027, 4, 1))
    assert event.journal_length() == before
    choose_deletion_day(event, None)
    assert deletion_day(event) == usual_day(event) == date(2027, 3, 21)
    event.undo()
    assert deletion_day(event) == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"), [("", None), ("  ", None), ("1.4.2027", date(2027, 4, 1)), ("2027-04-01", date(2027, 4, 1))]
)
def test_a_day_as_people_write_it(text: str, day: date | None) -> None:
    assert understood(text) == day


@pytest.mark.parametrize("text", ["bald", "1.4.2027 9:00", "32.1.2027"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(WrongDetailError):
        understood(text)


def test_one_is_reminded_from_that_day_on_while_there_is_somebody(event: Event, clock: FakeClock) -> None:
    clock.set("2027-03-20T22:59:00+00:00")  # 23:59 in Berlin
    add(event, Person(0, "Ada"))
    assert not is_due(event)
    clock.set("2027-03-20T23:00:00+00:00")
    assert is_due(event)
    event.close()
    finish(event.path, clock=clock)
    with open_event(event.path, clock=clock) as again:
        assert not is_due(again)


def test_without_anybody_there_is_nothing_to_remind_of(event: Event, clock: FakeClock) -> None:
    clock.set("2028-01-01T00:00:00+00:00")
    assert not is_due(event)
