"""What the tests on a real screen share."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.person import Person
from eventdesk.starting import create_sample
from tests.screen.screen import PATIENCE_S, Screen, lacking, until

MUST_RUN = "EVENTDESK_SCREEN"
"""Set where a missing program is a failure instead of a reason to skip."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Return a screen with a German keyboard."""
    missing = lacking()
    if missing:
        assert not os.environ.get(MUST_RUN), f"missing here: {missing}"
        pytest.skip(f"a screen needs {', '.join(missing)}")
    screen = Screen(tmp_path)
    try:
        screen.begin()
        yield screen
    finally:
        screen.end()


class Conference:
    """The sample conference, opened in a window on the screen, and closed again to see what became of it."""

    def __init__(self, screen: Screen, file: Path, home: Path) -> None:
        self.screen, self.file, self.home = screen, file, home
        self._window: subprocess.Popen[bytes] | None = None
        with open_event(file) as event:
            self.people = records.everyone(event.db)
            self.entries = event.journal_length()

    def begin(self) -> None:
        """Open the window and wait until it can be worked with."""
        self._window = self.screen.open(str(self.file), home=self.home, EVENTDESK_LANGUAGE="de")
        self.screen.wait_for_window("Integrationskonferenz – eventdesk")

    def saves(self, deed: Callable[[], None]) -> None:
        """Do something, and wait until it has been written to the file."""
        before = self.file.stat().st_mtime_ns
        deed()
        until(lambda: self.file.stat().st_mtime_ns != before, "a change of the file")

    def person(self, given_name: str, family_name: str) -> Person:
        """Return one of the guests."""
        return next(who for who in self.people if (who.given_name, who.family_name) == (given_name, family_name))

    def end(self) -> Event:
        """Close the window by its keys and return the event as it was left."""
        assert self._window is not None
        self.screen.press("alt+F4")
        assert self._window.wait(PATIENCE_S) == 0
        assert self.screen.said() == ""
        return open_event(self.file)


@pytest.fixture
def conference(screen: Screen, tmp_path: Path) -> Conference:
    """Return the sample conference with its window open."""
    with create_sample("integrationskonferenz-4", tmp_path) as event:
        file = event.path
    conference = Conference(screen, file, tmp_path / "home")
    conference.begin()
    return conference
