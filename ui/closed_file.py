"""What is done to an event file while it is closed, beside the window; then the file, or another one, is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.notices import Notices
from ui.start import flow


@dataclass(frozen=True)
class After:
    """What came of it: which file is to be opened now, and what is to be told."""

    path: Path
    saying: Callable[[Words], str]
    good: bool = True


@dataclass(frozen=True)
class ClosedDeed:
    """Something to be done to the file at `path`, by a desk and its clock; raises KnownError if it cannot be.

    `doing` is shown meanwhile. `forgets`: what this desk remembers of people in that file is to be forgotten, too;
    `erases`: of what it remembers only the list of what was to be done by hand, which may name who is erased.
    """

    path: Path
    doing: str
    do: Callable[[str, Clock], After]
    forgets: bool = False
    erases: bool = False


class Doing:
    """One deed: `make` does it and opens what is to be open then; `tell` says afterwards what came of it."""

    def __init__(self, deed: ClosedDeed, words: Words, desk: str, clock: Clock) -> None:
        self._deed, self._words, self._desk, self._clock = deed, words, desk, clock
        self._after: After | None = None

    def make(self) -> Event:
        """Do it, in any thread. What cannot be done is told later, and the file is opened as it was."""
        deed = self._deed
        try:
            self._after = deed.do(self._desk, self._clock)
        except KnownError as error:
            self._after = After(deed.path, partial(fault_sentence, error=error), good=False)
        return flow.open_file(self._after.path, self._words, self._desk, self._clock)

    def tell(self, notices: Notices) -> None:
        """Say what came of it."""
        if self._after is not None:
            say = notices.tell if self._after.good else notices.say
            say(self._after.saying)
