"""The figures of an event on paper: for those who paid, and for whoever asks how it was."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, together
from eventdesk.drawing.pages.leaves import write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, Text, paragraph
from eventdesk.reports.figures import telling
from eventdesk.reports.figures.charts import Bars, beside, columns, numbers, title
from eventdesk.reports.figures.figure import DayFigures, Figures
from eventdesk.reports.figures.telling import Bar, Number
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from eventdesk.words.days import days_text

_CURVE = 112.0
_HIGHEST = 480.0
"""Charts beside each other are not higher than this, in points; else they stand below each other."""
_GUTTER = 26.0
_NARROW = 0.36
_SMALLER = 15.0
_MOST = 620.0
"""A part of at most this height, in points, is not torn apart by the end of a page."""


def figures_paper(
    figures: Figures,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write the figures as a PDF. `progress` as for all papers. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    subtitle = " · ".join(
        part for part in (days_text(words, figures.first_day, figures.last_day), figures.venue) if part
    )
    listing = Listing(words.t("The event in figures"), subtitle)
    blocks = list(_Writer(figures, kit, words, listing.width).blocks())
    return write_leaves(listing.leaves(kit, blocks), out, kit, imprint, Remarks(), progress=progress)


class _Writer:
    """Makes the parts of the paper, one below the other."""

    def __init__(self, figures: Figures, kit: Kit, words: Words, width: float) -> None:
        self.figures, self.kit, self.words, self.width = figures, kit, words, width
        self.half = (width - _GUTTER) / 2

    def blocks(self) -> Iterator[Block]:
        """Yield all parts."""
        figures, words = self.figures, self.words
        yield numbers(self.kit, telling.main_numbers(words, figures), self.width)
        yield from self._row(telling.more_numbers(words, figures))
        for day in figures.days:
            yield from self._day(day)
        left = self._chart(words.t("Roles"), telling.role_bars(words, figures), self.half)
        right = self._chart(words.t("Languages"), telling.language_bars(words, figures), self.half)
        sectors = self._chart(words.t("Sectors"), telling.sector_bars(words, figures), self.half)
        wide = [*left, *sectors], right
        if not left or not right:
            wide = left or right, sectors
        yield from beside(*wide, self.half + _GUTTER, _HIGHEST)
        privacy = telling.privacy_text(words, figures)
        if privacy:
            yield paragraph(self.kit, Text(privacy, Weight.REGULAR, SMALL, MUTED), self.width, above=6.0)
        yield from together(list(self._sessions()), _MOST)
        yield from together(list(self._fair()), _MOST)
        yield from self._rest()

    def _row(self, found: Sequence[Number], above: float = 12.0) -> Iterator[Block]:
        """Yield smaller numbers beside each other, as many to a line as fit."""
        across = 5 if len(found) == 5 else 4
        for start in range(0, len(found), across):
            block = numbers(self.kit, found[start : start + across], self.width, size=_SMALLER, across=across)
            yield block._replace(above=12.0 if start else above)

    def _day(self, day: DayFigures) -> Iterator[Block]:
        words, several = self.words, len(self.figures.days) > 1
        name = words.t("When people came")
        if several:
            name = f"{name} · {days_text(words, day.day, day.day)}"
        yield title(self.kit, name, self.width, above=20.0)
        time, most = max(day.arrivals, key=lambda each: each[1])
        told = words.n(
            "{count} person within {minutes} minutes, from {time} on",
            "{count} people within {minutes} minutes, from {time} on",
            most,
            time=time,
            minutes=day.minutes,
        )
        yield columns(self.kit, day, self.width, _CURVE, told)

    def _chart(self, name: str, found: Sequence[Bar], width: float) -> list[Block]:
        if not found:
            return []
        bars = Bars(self.kit, width, max(max(each.part, each.whole) for each in found))
        lines = [
            bars.line(each.label, *self._shown(each), telling.part_text(self.words, self.figures, each), each.under)
            for each in found
        ]
        return [title(self.kit, name, width, above=20.0), *lines]

    def _shown(self, bar: Bar) -> tuple[int, int]:
        """Return what is dark and what is pale: before anybody came, everybody who is expected is dark."""
        return (bar.part, bar.whole) if self.figures.is_over else (max(bar.part, bar.whole), 0)

    def _sessions(self) -> Iterator[Block]:
        found = telling.session_bars(self.words, self.figures)
        if not found:
            return
        yield title(self.kit, self.words.t("People in sessions, of the seats there are"), self.width, above=20.0)
        bars = Bars(self.kit, self.width, max(each.whole for each in found), label=0.5, told=0.13)
        for each in found:
            yield bars.line(
                each.label, each.part, each.whole, telling.part_text(self.words, self.figures, each), each.under
            )

    def _fair(self) -> Iterator[Block]:
        words, found = self.words, telling.fair_numbers(self.words, self.figures)
        if not found:
            return
        yield title(self.kit, words.t("Stands"), self.width, above=20.0)
        yield from self._row(found, above=2.0)
        themes = telling.theme_bars(words, self.figures)
        if themes:
            bars = Bars(self.kit, self.width, max(each.part for each in themes), label=_NARROW, told=0.12)
            yield title(self.kit, words.t("Exhibitors by theme"), self.width)
            for each in themes:
                yield bars.line(each.label, each.part, each.part, str(each.part))

    def _rest(self) -> Iterator[Block]:
        """Yield what not every event has: the World Café, the audience prize, catering."""
        words, figures = self.words, self.figures
        cafe = telling.cafe_numbers(words, figures)
        if cafe:
            yield title(self.kit, words.t("World Café"), self.width, above=20.0)
            yield from self._row(cafe, above=2.0)
        for name, found in (
            (words.t("Audience prize: ballots cast, of those given out"), telling.poll_bars(words, figures)),
            (words.t("Catering: how often it was taken"), telling.served_bars(words, figures)),
        ):
            if found:
                bars = Bars(self.kit, self.width, max(each.whole for each in found), label=_NARROW, told=0.16)
                lines = [
                    bars.line(each.label, each.part, each.whole, telling.part_text(words, figures, each), each.under)
                    for each in found
                ]
                yield from together([title(self.kit, name, self.width, above=20.0), *lines], _MOST)
