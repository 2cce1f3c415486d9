"""What can be opened: a file, a sample, an empty event, one made of something else, the practice."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from eventdesk.event import Clock, Event
from eventdesk.words import Words
from ui.jobs import Jobs
from ui.opening import Wish
from ui.preferences import Preferences
from ui.start import flow
from ui.start.flow import Prepared
from ui.tour import practice


class Wishes:
    """Knows the desk and its clock; `looks` at files have to be over before one is opened."""

    def __init__(self, preferences: Preferences, clock: Clock, looks: Jobs) -> None:
        self._preferences, self._clock, self._looks = preferences, clock, looks

    def file(self, path: Path, words: Words) -> Wish:
        """An event file that is there."""
        make = partial(flow.open_file, path, words, self._preferences.desk, self._clock)
        return self._wish(path.stem, make, words, creates=False)

    def sample(self, name: str, folder: Path, words: Words) -> Wish:
        """A sample event in a new file."""
        return self.new(name, partial(flow.create_sample, name, folder, self._preferences.desk, self._clock), words)

    def empty(self, path: Path, words: Words) -> Wish:
        """An event without anybody."""
        return self.new(path.stem, partial(flow.create_empty, path, words, self._preferences.desk, self._clock), words)

    def practice(self, words: Words) -> Wish:
        """The sample to practise with."""
        kept = self._preferences
        return self.new(words.t("Practice"), partial(practice.fresh, kept.folder, kept.desk, self._clock), words)

    def new(self, name: str, make: Callable[[], Event], words: Words) -> Wish:
        """An event that is made in a new file."""
        return self._wish(name, make, words, creates=True)

    def done_first(self, doing: str, make: Callable[[], Event], words: Words) -> Wish:
        """A file to which something is done before it is opened; `doing` says what, as a sentence."""
        return replace(self._wish("", make, words, creates=False), doing=doing)

    def _wish(self, name: str, make: Callable[[], Event], words: Words, *, creates: bool) -> Wish:
        desk = self._preferences.desk

        def again(prepared: Prepared) -> Event:
            return flow.open_prepared(prepared, words, desk, self._clock)

        return Wish(name, make, again, creates=creates, before=self._looks.wait)
