"""A desk on a real screen that prints by a real CUPS: what is seen there, what comes out, what is on the disk."""

import json
import subprocess
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from eventdesk.badges import records as badges
from eventdesk.badges.records import Print
from eventdesk.checkin.records import recent
from eventdesk.codes import Outcome
from eventdesk.desk import open_event
from eventdesk.people import records
from eventdesk.people.person import Person, Status
from tests.core.badges.cups_here import PPD, CupsHere
from tests.screen.overheard import WORDS
from tests.screen.screen import DIGIT_KEYS, END_KEYS, PATIENCE_S, Screen, until
from ui.preferences import Preferences

PRINT_PATIENCE_S = 120
"""A hundred badges come out in ten seconds, but a machine for tests has more to do."""
SECOND = "Zweiter"
"""Another printer of the same CUPS."""


class PrintDesk:
    """The sample conference in its window. Everybody who is checked in gets a badge."""

    def __init__(self, screen: Screen, file: Path, home: Path) -> None:
        self.screen, self.file, self.home = screen, file, home
        self._words = home.parent / "words.json"
        self._window: subprocess.Popen[bytes] | None = None
        with open_event(file) as event:
            everyone = records.everyone(event.db)
        named = {person.name: person for person in everyone if person.status is Status.REGISTERED}
        self.guests = list(named.values())

    def begin(self, place: str, others: Sequence[str] = ()) -> None:
        """Open the window of a desk that prints on `place` and knows other places."""
        preferences = Preferences(self.home)
        preferences.printer, preferences.print_policy = place, "always"
        preferences.keep("printing/places", "\n".join(others))
        preferences.save()
        self._window = self.screen.open(
            str(self.file),
            home=self.home,
            module="tests.screen.overheard",
            EVENTDESK_LANGUAGE="en",
            **{WORDS: str(self._words)},
        )
        self.screen.wait_for_window("Integrationskonferenz – eventdesk")
        self.sees("Ready")

    def texts(self) -> list[str]:
        """Return everything that can be read in the window now."""
        return [str(text) for text in json.loads(self._words.read_text("utf-8"))] if self._words.exists() else []

    def sees(self, *texts: str) -> None:
        """Wait until each of these can be read."""
        self._waits(lambda: all(map(self._count, texts)), f"{texts} can be read")

    def sees_once(self, text: str) -> None:
        """Wait until this can be read, and in one place only."""
        self._waits(lambda: self._count(text) == 1, f"{text!r} can be read in one place")

    def scan(self, *guests: Person) -> None:
        """Scan badges one after the other, as fast as a scanner is, and wait until the last is let in."""
        keys = [(*(DIGIT_KEYS[digit] for digit in guest.code), END_KEYS["Enter"]) for guest in guests]
        self.screen.press(*chain.from_iterable(keys))
        self.sees("Welcome", guests[-1].name)

    def waiting(self) -> list[str]:
        """Return whose badges are still to be printed, as the disk knows it."""
        try:
            kept = json.loads((self.home / "printing/queue.json").read_text("utf-8"))
        except FileNotFoundError:
            return []
        return [item["title"] for item in kept["items"]]

    def nothing_waits(self) -> None:
        """Wait until everything came out and was noted."""
        self._waits(lambda: not self.waiting(), "nothing waits")

    def end(self) -> list[Print]:
        """Close the window by its keys; returns what was printed, the oldest first. Everybody was let in once."""
        assert self._window is not None
        self.screen.press("alt+F4")
        assert self._window.wait(PATIENCE_S) == 0
        assert self.screen.said() == ""
        with open_event(self.file) as event:
            scans, printed = recent(event.db, -1), badges.print_log(event.db, limit=-1)
        assert {scan.outcome for scan in scans} == {Outcome.ACCEPTED}
        assert len({scan.person for scan in scans}) == len(scans)
        assert sorted(each.person for each in printed) == sorted(scan.person for scan in scans if scan.person)
        return printed[::-1]

    def _count(self, text: str) -> int:
        return sum(text in each for each in self.texts())

    def _waits(self, holds: Callable[[], bool], what: str) -> None:
        try:
            until(holds, what, PRINT_PATIENCE_S)
        except AssertionError as error:
            raise AssertionError(
                f"{error}; {self.waiting()} are to be printed, and to be seen is {self.texts()}"
            ) from error


def add_second(cups: CupsHere) -> None:
    """Set up another printer."""
    cups.tell("lpadmin", "-p", SECOND, "-E", "-v", "cups-pdf:/", "-P", str(PPD))
