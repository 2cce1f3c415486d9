"""Times to choose from, wherever something is looked for by its time: the last minutes, the last hour, a day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from eventdesk.history.values import day_text
from eventdesk.words import Words, mark

RECENT = ((timedelta(minutes=15), mark("Last 15 minutes")), (timedelta(hours=1), mark("Last hour")))


@dataclass(frozen=True)
class Span:
    """A time to choose: the last minutes, a day, or any time."""

    last: timedelta | None = None
    day: date | None = None

    def bounds(self, now: datetime) -> tuple[datetime | None, datetime | None]:
        """Return since when and until when."""
        if self.last is not None:
            return now - self.last, None
        if self.day is None:
            return None, None
        midnight = datetime.combine(self.day, time(), now.tzinfo)
        return midnight, datetime.combine(self.day + timedelta(days=1), time(), now.tzinfo)


class Spans:
    """Fills a box with times, and knows which one is chosen in it."""

    def __init__(self, words: Words, box: QComboBox) -> None:
        self._words, self._box = words, box
        self._offered: list[Span] = []

    def offer(self, days: Collection[date], today: date | None) -> None:
        """Offer these days beside what is always offered; what is chosen stays chosen if it is still there."""
        chosen = self.chosen()
        with QSignalBlocker(self._box):
            self._box.clear()
            self._offered = []
            for span, text in self._times(days, today):
                self._offered.append(span)
                self._box.addItem(text)
            self._box.setCurrentIndex(self._offered.index(chosen) if chosen in self._offered else 0)

    def chosen(self) -> Span:
        """Return the chosen time."""
        at = self._box.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else Span()

    def _times(self, days: Collection[date], today: date | None) -> Iterator[tuple[Span, str]]:
        words = self._words
        yield Span(), words.t("Any time")
        for last, name in RECENT:
            yield Span(last=last), words.t(name)
        for day in sorted(days, reverse=True):
            yield Span(day=day), words.t("Today") if day == today else day_text(words, day.isoformat())
