"""The print log is looked through for a printer, a desk, a reason, a time, people: all at once, and in stretches."""

from collections.abc import Generator
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.badges import print_log, records
from eventdesk.badges.actions import mark_printed
from eventdesk.badges.print_log import LogPage, LogValues
from eventdesk.badges.records import LogFilter, Print
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.clock import FakeClock

T = TypeVar("T")
PRINTERS, REASONS = ("Zebra", "Laser", "Folder"), ("batch", "lost", "Kaffee")


def drained(steps: Generator[Any, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def all_pages(event: Event, wanted: LogFilter, limit: int) -> list[Print]:
    """Go through all pages."""
    found: list[Print] = []
    page = drained(print_log.page(event.db, wanted, limit))
    while True:
        assert len(page.prints) <= limit
        found += page.prints
        if page.following is None:
            return found
        assert page.prints
        page = drained(print_log.page(event.db, wanted, limit, below=page.following))


@pytest.fixture
def printed(event: Event, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Print five badges again and again, on three printers, for three reasons, at two desks, for two days."""
    monkeypatch.setattr(print_log, "STRETCH", 7)
    ids = [people.add(event, Person(0, f"V{number}", "N")).id for number in range(5)]
    for number in range(24):
        event.desk = "Büro" if number % 4 else "Foyer"
        mark_printed(event, ids[: 1 + number % 5], PRINTERS[number % 3], REASONS[number % 3 if number % 7 else 0])
        clock.advance(minutes=61)
    return event


def fits(each: Print, wanted: LogFilter) -> bool:
    return (
        all(
            not getattr(wanted, name) or getattr(each, name) == getattr(wanted, name)
            for name in ("printer", "desk", "reason")
        )
        and (wanted.since is None or each.at >= wanted.since)
        and (wanted.until is None or each.at < wanted.until)
        and (wanted.people is None or each.person in wanted.people)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_filter_finds_what_fits_in_order_whatever_the_page(printed: Event, data: st.DataObject):
    everything = records.print_log(printed.db, limit=-1)
    moments = sorted({each.at for each in everything})
    moment = st.one_of(st.none(), st.sampled_from(moments), st.just(moments[0] - timedelta(days=9)))
    wanted = LogFilter(
        data.draw(st.sampled_from(["", *PRINTERS, "Nirgends"])),
        data.draw(st.sampled_from(["", "Büro", "Foyer"])),
        data.draw(st.sampled_from(["", *REASONS])),
        data.draw(moment),
        data.draw(moment),
        data.draw(st.one_of(st.none(), st.sets(st.sampled_from([each.person for each in everything])).map(tuple))),
    )
    limit = data.draw(st.integers(1, 30))
    assert all_pages(printed, wanted, limit) == [each for each in everything if fits(each, wanted)]


def test_a_rare_print_is_found_in_short_steps(printed: Event):
    seen: list[int] = []

    def counted() -> Generator[None, None, LogPage]:
        steps = print_log.page(printed.db, LogFilter(printer="Zebra", desk="Foyer"), 1000)
        while True:
            try:
                seen.append(next(steps).done)
            except StopIteration as end:
                page: LogPage = end.value
                return page
            yield

    page = drained(counted())
    assert seen == sorted(seen)
    assert len(seen) > 5
    assert page.following is None
    assert {(each.printer, each.desk) for each in page.prints} == {("Zebra", "Foyer")}


def test_what_prints_are_told_apart_by(printed: Event):
    found = drained(print_log.values(printed.db))
    assert found.printers == frozenset(PRINTERS)
    assert found.desks == {"Büro", "Foyer"}
    assert found.reasons == frozenset(REASONS)
    hours = {f"{each.at:%Y-%m-%dT%H}" for each in records.print_log(printed.db, limit=-1)}
    assert found.hours == hours
    assert len({datetime.fromisoformat(f"{hour}:00").date() for hour in hours}) == 2


def test_an_empty_log(event: Event):
    assert drained(print_log.page(event.db, LogFilter(), 10)) == LogPage(())
    assert drained(print_log.values(event.db)) == LogValues()
    assert LogFilter().everything
    assert not LogFilter(people=()).everything
