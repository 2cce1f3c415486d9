"""The curve of arrivals: a bar for every five minutes, the present one marked, the times below."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eventdesk.checkin.arrivals import Bar
from ui.look import Look

WIDEST_BAR, NARROWEST_BAR = 13.0, 3.0
"""From one bar to the next, in pixels at 100 %. Where even the narrowest do not fit, the oldest are left out."""
FILLED = 0.68
"""So much of that is bar, the rest is gap."""
LOWEST = 2.0
"""A single arrival among hundreds is still to be seen."""
LABEL = 12


class Curve(QWidget):
    """Bars over a line with times."""

    def __init__(self, look: Look, zone: tzinfo) -> None:
        super().__init__()
        self._look, self._zone = look, zone
        self._bars: tuple[Bar, ...] = ()
        self._high = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("Arrivals every five minutes"))
        self.be_high(88)

    def be_high(self, high: int) -> None:
        """Make the bars so high, in pixels at 100 %."""
        self._high = high
        self.updateGeometry()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        if tuple(bars) != self._bars:
            self._bars = tuple(bars)
            self.setAccessibleDescription(self._sentence())
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bars and the times below them."""
        space, metrics = self._look.theme.space, self._look.theme.metrics(LABEL)
        return QSize(space(200), space(self._high) + space(4) + metrics.height())

    def minimumSizeHint(self) -> QSize:
        """At least the first and the last time fit side by side."""
        metrics = self._look.theme.metrics(LABEL)
        return QSize(3 * metrics.horizontalAdvance("00:00"), self.sizeHint().height())

    def labels(self) -> list[str]:
        """Return the times that stand below the bars now, from left to right."""
        return [text for _, text in self._placed_labels(*self._placed_bars())]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the bars and the times."""
        painter, colours = QPainter(self), self._look.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, space = self._look.theme.metrics(LABEL), self._look.theme.space
        ground = self.height() - metrics.height() - space(4)
        shown, pitch = self._placed_bars()
        highest = max((bar.arrived for bar in shown), default=0)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(shown):
            share = bar.arrived / highest if highest else 0.0
            high = max(LOWEST, share * (ground - 2)) if bar.arrived or bar.present else 0.0
            painter.setBrush(QColor(colours.accent if bar.present else colours.bar))
            body = QRectF(number * pitch + pitch * (1 - FILLED) / 2, ground - high, pitch * FILLED, high)
            round_ = min(2.0, pitch * FILLED / 3, high / 2)
            painter.drawRoundedRect(body, round_, round_)
        painter.fillRect(QRectF(0, ground, self.width(), 1), QColor(colours.line))
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._look.theme.font(LABEL))
        for left, text in self._placed_labels(shown, pitch):
            room = QRectF(left, ground + space(4), metrics.horizontalAdvance(text) + 2, metrics.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _placed_bars(self) -> tuple[Sequence[Bar], float]:
        """Return the bars that fit, and from one to the next in pixels."""
        space = self._look.theme.space
        fit = max(1, int(self.width() / NARROWEST_BAR))
        shown = self._bars[-fit:]
        return shown, min(float(space(WIDEST_BAR)), self.width() / max(1, len(shown)))

    def _placed_labels(self, shown: Sequence[Bar], pitch: float) -> list[tuple[float, str]]:
        """Return where each time begins: the first and the last, then full and half hours where there is room."""
        if not shown:
            return []
        metrics, gap = self._look.theme.metrics(LABEL), self._look.theme.space(10)
        times = [self._time(bar.at) for bar in shown]
        hours = [number for number, text in enumerate(times) if text.endswith(":00")]
        halves = [number for number, text in enumerate(times) if text.endswith(":30")]
        placed: list[tuple[float, str]] = []
        for number in dict.fromkeys([0, len(shown) - 1, *hours, *halves]):
            wide = metrics.horizontalAdvance(times[number])
            left = max(0.0, min((number + 0.5) * pitch - wide / 2, self.width() - wide))
            if all(left >= other + metrics.horizontalAdvance(text) + gap or left + wide + gap <= other
                   for other, text in placed):  # fmt: skip
                placed.append((left, times[number]))
        return sorted(placed)

    def _time(self, at: datetime) -> str:
        return at.astimezone(self._zone).strftime("%H:%M")

    def _sentence(self) -> str:
        if not self._bars:
            return ""
        words, most = self._look.words, max(self._bars, key=lambda bar: bar.arrived)
        since, peak = self._time(self._bars[0].at), self._time(most.at)
        return words.t(
            "People have come since {since}; most of them, {count}, in the five minutes from {peak}.",
            since=since,
            count=most.arrived,
            peak=peak,
        )
