"""The view of the figures: what everybody asks for first in large numbers, then charts, on one page to scroll."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from eventdesk.reports.figures import telling
from eventdesk.reports.figures.figure import DayFigures, Figures
from eventdesk.reports.figures.telling import Bar, Number
from eventdesk.words.days import days_text
from ui.actions import ActionId, PageId, key_of
from ui.dates import day_text
from ui.errands import Errands
from ui.look import Look
from ui.reports.figures.charts import BarChart, ChartLine, Columns, NumberTile
from ui.reports.flow import figures_flow
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.view import View
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.emptied import empty
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping
from ui.work import Work

WIDE_ENOUGH = 820
COUNTING = "figures"


class FiguresTab(View):
    """Counted when somebody looks; while they look, it is said if something has changed, and nothing jumps."""

    def __init__(self, look: Look, flow: ReportsFlow, work: Work) -> None:
        super().__init__(look, flow, work)
        words = look.words
        self._errands = Errands(work, self)
        self._shown: Figures | None = None
        self._rows: list[QBoxLayout] = []
        self.again = self.button(words.t("Count anew"), self.count)
        self.workbook = self.button(words.t("Save workbook …"), lambda: self._ask(".xlsx"))
        self.paper = self.button(
            words.t("Save PDF …"),
            lambda: self._ask(".pdf"),
            main=True,
            key=key_of(words, ActionId.PRINT, PageId.REPORTS),
        )
        self.deeds = ButtonRow(look.theme.space(8), [self.again, self.workbook, self.paper])
        self.again.hide()
        self.state = Text("", "muted", wrap=True)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, look.theme.space(6), 0)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.theme.space(14))
        inside.addLayout(self._cards)
        inside.addStretch(1)
        self.sight = Scroll(self._inside)
        self.sight.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sight.setAccessibleName(words.t("Figures"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(10))
        column.addWidget(self.state)
        column.addWidget(self.sight, 1)

    deeds_changed = Signal()

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return super().busy or self._errands.busy

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {ActionId.PRINT: lambda: self._ask(".pdf"), ActionId.SUGGEST: self.count}

    def take_focus(self) -> None:
        """Let arrows scroll."""
        self.sight.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self) -> None:
        """Say that something has changed; it is counted when somebody wants it, or looks here again."""
        self._stale = True
        if self.isVisible() and self.flow.finished is None:
            self._say_state()

    def refresh(self) -> None:
        """Count, if anything has changed since."""
        self.count()

    def count(self) -> None:
        """Count anew."""
        self._stale = False
        if self._shown is None:
            self.state.setText(self.look.words.t("Counting …"))
        self._errands.run(COUNTING, self.look.words.t("Counting"), figures_flow.counting(self.flow), self.show_figures)

    def save_to(self, path: Path) -> None:
        """Write a PDF or a workbook, as the ending says."""
        self.writing.write(path, figures_flow.gathering(self.flow), figures_flow.write)

    def show_figures(self, figures: Figures) -> None:
        """Show these figures."""
        if figures != self._shown:
            self._shown = figures
            self._empty()
            self._fill(figures)
            self._turn()
        self._say_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put charts below each other where there is little room."""
        super().resizeEvent(event)
        self._turn()

    # ---- inside

    def _ask(self, suffix: str) -> None:
        self.save_asked.emit(self.look.words.t("Figures"), suffix)

    def _say_state(self) -> None:
        words, flow = self.look.words, self.flow
        anew = flow.finished is None and not flow.is_new(flow.figures)
        if flow.finished is not None:
            day = day_text(words, flow.finished.date().isoformat())
            said = words.t("Kept when the event was finished, on {day}. Nobody is in the file any more.", day=day)
        elif anew:
            said = words.t("Counted at {time}; something has changed since.", time=flow.figures.at)
        else:
            said = words.t("Counted at {time}. Nobody is named here.", time=flow.figures.at)
        privacy = telling.privacy_text(words, self._shown) if self._shown is not None else ""
        self.state.setText(" ".join(part for part in (said, privacy) if part))
        if anew is self.again.isHidden():
            self.again.setVisible(anew)
            self.deeds_changed.emit()

    def _empty(self) -> None:
        self._rows.clear()
        empty(self._cards)

    def _fill(self, figures: Figures) -> None:
        words = self.look.words
        numbers = self._card(words.t("People"))
        self._add_numbers(numbers, telling.main_numbers(words, figures), large=True)
        self._add_numbers(numbers, telling.more_numbers(words, figures))
        self._cards.addWidget(numbers)
        for day in figures.days:
            if day.arrivals:
                self._cards.addWidget(self._day(day))
        charts = [
            (words.t("Roles"), telling.role_bars(words, figures)),
            (words.t("Sectors"), telling.sector_bars(words, figures)),
            (words.t("Languages"), telling.language_bars(words, figures)),
            (words.t("Exhibitors by theme"), telling.theme_bars(words, figures)),
            (words.t("Audience prize: ballots cast, of those given out"), telling.poll_bars(words, figures)),
            (words.t("Catering: how often it was taken"), telling.served_bars(words, figures)),
        ]
        cards: list[QWidget] = [self._chart(name, bars, figures) for name, bars in charts if bars]
        for name, found in (
            (words.t("Stands"), telling.fair_numbers(words, figures)),
            (words.t("World Café"), telling.cafe_numbers(words, figures)),
        ):
            if found:
                card = self._card(name)
                self._add_numbers(card, found)
                cards.append(card)
        sessions = telling.session_bars(words, figures)
        if sessions:
            self._cards.addWidget(self._chart(words.t("People in sessions, of the seats there are"), sessions, figures))
        self._add_beside(cards)

    def _add_beside(self, cards: Sequence[QWidget]) -> None:
        """Put cards into two columns, each new one where there is less so far."""
        if not cards:
            return
        space = self.look.theme.space
        holder = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(14))
        columns = [QVBoxLayout(), QVBoxLayout()]
        high = [0, 0]
        for column in columns:
            column.setSpacing(space(14))
            row.addLayout(column, 1)
        for card in cards:
            at = 0 if high[0] <= high[1] else 1
            columns[at].addWidget(card)
            high[at] += card.sizeHint().height()
        for column in columns:
            column.addStretch(1)
        self._rows.append(row)
        self._cards.addWidget(holder)

    def _card(self, title: str) -> Card:
        return Card(self.look, title, edges=(20, 14, 20, 16))

    def _add_numbers(self, card: Card, numbers: Sequence[Number], *, large: bool = False) -> None:
        if numbers:
            tiles = [NumberTile(self.look, each.value, each.label, large=large) for each in numbers]
            high = max(tile.sizeHint().height() for tile in tiles)
            for tile in tiles:
                tile.be_high(high)
            card.column.addWidget(Wrapping(self.look.theme.space(18), tiles))

    def _chart(self, name: str, bars: Sequence[Bar], figures: Figures) -> Card:
        card, chart = self._card(name), BarChart(self.look, name)
        words = self.look.words
        chart.show_lines(
            [ChartLine(bar.label, bar.part if figures.is_over else bar.whole, bar.whole,
                       telling.part_text(words, figures, bar), bar.under) for bar in bars]
        )  # fmt: skip
        card.column.addWidget(chart)
        return card

    def _day(self, day: DayFigures) -> Card:
        words = self.look.words
        card = self._card(words.t("Arrivals, {day}", day=days_text(words, day.day, day.day)))
        time, most = max(day.arrivals, key=lambda each: each[1])
        peak = words.n("one person in {minutes} minutes from {time}", "{count} people in {minutes} minutes from {time}",
                       most, minutes=day.minutes, time=time)  # fmt: skip
        card.column.addWidget(Columns(self.look, card.accessibleName(), day.arrivals, peak))
        return card

    def _turn(self) -> None:
        turn(*self._rows, narrow=self.width() < WIDE_ENOUGH * self.look.theme.scale)
