"""The programme as a calendar, read back: moments, identity, texts, and the days on which clocks change."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.calendar_file import CalendarFacts, calendar_file, moment, uid
from tests.core.panels.papers.agendas import LONG, NOON, agenda, panel, slot

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2017, 3, 6, 7, 10, tzinfo=UTC)
FACTS = CalendarFacts("4. Integrationskonferenz", BERLIN, NOW, "en", "Pavillon, Hannover")


def written(found: Agenda, facts: CalendarFacts = FACTS) -> tuple[bytes, Calendar]:
    out = io.BytesIO()
    calendar_file(found, facts, found.items, out)
    calendar = Calendar.from_ical(out.getvalue())
    assert isinstance(calendar, Calendar)
    return out.getvalue(), calendar


def sessions(calendar: Calendar) -> list[Event]:
    return [entry for entry in calendar.walk("VEVENT") if isinstance(entry, Event)]


def test_sessions_with_a_time_are_written():
    body, calendar = written(agenda())
    found = sessions(calendar)
    assert [str(entry["summary"]) for entry in found] == [
        "Eröffnung", "Panel I · Buddies", "Panel II · Lernpatenschaften", "Panel II, Runde 2"
    ]  # fmt: skip
    assert str(calendar["version"]) == "2.0"
    assert str(calendar["x-wr-calname"]) == "4. Integrationskonferenz"
    forum = found[1]
    assert (forum.start, forum.end) == (
        datetime(2017, 3, 6, 10, 0, tzinfo=UTC), datetime(2017, 3, 6, 11, 15, tzinfo=UTC)
    )  # fmt: skip
    assert str(forum["location"]) == "Saal 1 · Halle 1, Pavillon, Hannover"
    assert str(forum["description"]) == "Gast 2, Verein 2 e.V. · Ute Gast\nModerated by Gast 3, Verein 3 e.V."
    assert forum.DTSTAMP == NOW
    assert b"\r\n" in body


def test_lines_are_folded_and_signs_escaped():
    title = f"Semikolon; Komma, Schrägstrich \\ und\nZeile – {LONG}"
    body, calendar = written(agenda([panel(1, NOON, 1, title, note="حوار مفتوح · " + LONG)]))
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    (entry,) = sessions(calendar)
    assert str(entry["summary"]) == title
    assert str(entry["description"]).endswith(LONG)


def test_a_session_keeps_its_identity_wherever_it_moves():
    before = sessions(written(agenda([panel(1, NOON, 1)]))[1])[0]["uid"]
    after = sessions(written(agenda([panel(1, 21, 2, "Anders")]))[1])[0]["uid"]
    assert before == after == uid(101)
    uids = [str(entry["uid"]) for entry in sessions(written(agenda())[1])]
    assert len(set(uids)) == len(uids)


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2025-03-29T10:00", "2025-03-29T09:00+00:00"),
        ("2025-03-30T01:30", "2025-03-30T00:30+00:00"),
        ("2025-03-30T02:30", "2025-03-30T01:30+00:00"),
        ("2025-03-30T10:00", "2025-03-30T08:00+00:00"),
        ("2025-10-26T02:30", "2025-10-26T00:30+00:00"),
        ("2025-10-26T03:00", "2025-10-26T02:00+00:00"),
        ("2025-10-26T10:00", "2025-10-26T09:00+00:00"),
    ],
)
def test_moments_around_the_days_on_which_clocks_change(local: str, expected: str):
    assert moment(local, BERLIN) == datetime.fromisoformat(expected)


def test_a_night_in_which_clocks_change_is_as_long_as_it_is():
    slots = [slot(1, "01:00", "04:00", "2025-10-26"), slot(2, "01:00", "04:00", "2025-03-30")]
    found = agenda([panel(1, 1, 1), panel(2, 2, 1)], slots=slots)
    spring, autumn = sessions(written(found)[1])
    assert [(entry.end - entry.start).total_seconds() / 3600 for entry in (spring, autumn)] == [2, 4]
    assert b"TZID" not in written(found)[0]


def test_other_zones():
    _, calendar = written(agenda(), replace(FACTS, zone=ZoneInfo("America/New_York")))
    assert sessions(calendar)[0].start == datetime(2017, 3, 6, 15, 0, tzinfo=UTC)


def test_the_same_moment_gives_the_same_bytes():
    assert written(agenda())[0] == written(agenda())[0]


def test_the_number_of_sessions_is_told_and_the_file_is_whole(tmp_path: Path):
    found = agenda()
    assert calendar_file(found, FACTS, found.items, tmp_path / "a.ics") == 4
    assert [path.name for path in tmp_path.iterdir()] == ["a.ics"]
