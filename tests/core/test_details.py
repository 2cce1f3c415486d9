"""The event's details are checked field by field, changed one entry each, and undone like everything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.codes import Op
from eventdesk.details import (
    LONGEST,
    MOST_DAYS,
    Detail,
    DetailTrouble,
    WrongDetailError,
    change_detail,
    days,
    understood,
    zones,
)
from eventdesk.event import Event, EventDetails

CONFERENCE = EventDetails(title="Konferenz", starts="2017-03-06T09:00", ends="2017-03-06T17:00")


def test_each_change_is_one_entry_and_can_be_undone(event: Event) -> None:
    before = event.journal_length()
    change_detail(event, Detail.TITLE, "  5. Integrationskonferenz ")
    change_detail(event, Detail.CONTACT, "Frau Yıldız, 0511 123456")
    assert (event.details.title, event.details.contact) == ("5. Integrationskonferenz", "Frau Yıldız, 0511 123456")
    assert event.journal_length() == before + 2
    newest = event.journal(1)[0]
    assert (newest.op, newest.label) == (Op.SETTINGS, "Frau Yıldız, 0511 123456")
    event.undo()
    event.undo()
    assert (event.details.title, event.details.contact) == ("4. Integrationskonferenz", "")


def test_the_same_again_writes_nothing(event: Event) -> None:
    assert change_detail(event, Detail.TITLE, event.details.title) is None
    assert event.journal_length() == 1


@pytest.mark.parametrize(
    ("detail", "text", "stored"),
    [
        (Detail.STARTS, "6.3.2017 8:30", "2017-03-06T08:30"),
        (Detail.STARTS, "2017-03-06", "2017-03-06"),
        (Detail.ENDS, "7.3.17", "2017-03-07"),
        (Detail.ENDS, "", ""),
        (Detail.TIMEZONE, "Europe/Vienna", "Europe/Vienna"),
        (Detail.VENUE, "Convention\tCenter", "Convention Center"),
        (Detail.LANGUAGE, "en", "en"),
    ],
)
def test_what_people_write_is_understood(detail: Detail, text: str, stored: str) -> None:
    assert understood(CONFERENCE, detail, text) == stored


@pytest.mark.parametrize(
    ("detail", "text", "trouble"),
    [
        (Detail.TITLE, "  ", DetailTrouble.EMPTY),
        (Detail.STARTS, "morgen", DetailTrouble.NOT_A_TIME),
        (Detail.STARTS, "7.3.2017", DetailTrouble.ENDS_FIRST),
        (Detail.ENDS, "6.3.2017 8:00", DetailTrouble.ENDS_FIRST),
        (Detail.TIMEZONE, "Mars/Olympus", DetailTrouble.UNKNOWN_ZONE),
        (Detail.TIMEZONE, "../etc", DetailTrouble.UNKNOWN_ZONE),
        (Detail.LANGUAGE, "fr", DetailTrouble.UNKNOWN_LANGUAGE),
        (Detail.VENUE, "x" * (LONGEST + 1), DetailTrouble.TOO_LONG),
    ],
)
def test_what_does_not_fit_is_told(detail: Detail, text: str, trouble: DetailTrouble) -> None:
    with pytest.raises(WrongDetailError) as wrong:
        understood(CONFERENCE, detail, text)
    assert wrong.value.trouble is trouble


@given(st.sampled_from(Detail), st.text(max_size=LONGEST + 20))
def test_whatever_is_typed_is_taken_or_told(detail: Detail, text: str) -> None:
    try:
        stored = understood(CONFERENCE, detail, text)
    except WrongDetailError:
        return
    assert understood(CONFERENCE, detail, stored) == stored


def test_the_days_of_an_event() -> None:
    assert days(CONFERENCE) == ["2017-03-06"]
    assert days(EventDetails(starts="2017-03-06", ends="2017-03-08T12:00"))[-1] == "2017-03-08"
    assert days(EventDetails()) == []
    assert len(days(EventDetails(starts="2017-01-01", ends="2018-01-01"))) == MOST_DAYS


def test_zones_of_europe_come_first() -> None:
    assert zones()[0].startswith("Europe/")
    assert "America/Bogota" in zones()
