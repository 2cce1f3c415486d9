"""The disk is full while people are scanned: nothing is confirmed that is not saved, and the desk goes on then."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QLabel

from eventdesk.event import Event
from eventdesk.people import records
from tests.ui.driver import DeskDriver
from ui.actions import ActionId

Codes = dict[str, str]
ENOUGH = 5
"""So often in a row a scan could not be written: no room is left in any page of the file."""


@pytest.fixture
def event(desk: DeskDriver) -> Event:
    """Return the open event."""
    assert desk.application.opened is not None
    return desk.application.opened.event


@contextmanager
def full_disk(desk: DeskDriver, event: Event) -> Iterator[None]:
    """Let the file grow no more, and fill it: SQLite answers then as it does for a full disk."""
    most = event.db.value("PRAGMA max_page_count")
    event.db.value(f"PRAGMA max_page_count={event.db.value('PRAGMA page_count')}")
    refused = 0
    for number in range(2_000):
        desk.page.scan(f"nobody-{number:05}")
        shown = desk.page.card.shown()
        refused = refused + 1 if shown is not None and shown.word == "Nicht gespeichert" else 0
        if refused == ENOUGH:
            break
    assert refused == ENOUGH
    desk.presses("F2")
    try:
        yield
    finally:
        event.db.value(f"PRAGMA max_page_count={most}")


def test_a_scan_on_a_full_disk_is_not_confirmed(desk: DeskDriver, event: Event, codes: Codes) -> None:
    desk.application.do(ActionId.GUEST_SCREEN)
    with full_disk(desk, event):
        length, inside = event.journal_length(), desk.counts()
        desk.scan(codes["joern"]).says("Nicht gespeichert", "Jörn Meyer-Lüerßen").does_not_say("Willkommen")
        screen = desk.application.guest.window
        assert screen is not None
        assert not any("Jörn" in label.text() for label in screen.findChildren(QLabel))
        assert event.journal_length() == length
        assert desk.counts() == inside
        assert desk.has_the_focus()
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")
    assert event.journal_length() == length + 1


def test_a_walk_in_on_a_full_disk_keeps_what_was_typed(desk: DeskDriver, event: Event) -> None:
    with full_disk(desk, event):
        desk.presses("F3").types("Mariam Haidari").presses("Enter")
        desk.says("Mariam Haidari", "Speicherplatz ist voll").does_not_say("Willkommen")
        assert "Mariam Haidari" not in [person.name for person in records.everyone(event.db)]
    desk.presses("Enter").says("Willkommen", "Mariam Haidari").does_not_say("Speicherplatz ist voll")


def test_a_group_on_a_full_disk_is_taken_in_afterwards(desk: DeskDriver, event: Event, codes: Codes) -> None:
    desk.scan(codes["leila"])
    with full_disk(desk, event):
        desk.types("leila").presses("Down", "F6", "Enter").does_not_say("Willkommen")
    desk.presses("Enter").says("Willkommen", "2 Personen")


def test_an_undo_on_a_full_disk_leaves_the_scan_as_it_is(desk: DeskDriver, event: Event, codes: Codes) -> None:
    desk.scan(codes["joern"])
    inside = desk.counts()
    with full_disk(desk, event):
        desk.presses("Ctrl+Z").says("Speicherplatz ist voll").does_not_say("Rückgängig gemacht")
        assert desk.counts() == inside
    desk.presses("Ctrl+Z").says("Rückgängig gemacht", "Jörn Meyer-Lüerßen").does_not_say("Speicherplatz ist voll")
