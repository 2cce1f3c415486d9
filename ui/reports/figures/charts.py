"""Charts that one can read without colour: bars with their figures beside, columns over time, large numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.text import Text, laid_out, wrapping

LABEL, SMALL = 14, 12
THICK, ROUND = 10, 3
LABEL_SHARE, TOLD_SHARE = 0.42, 0.3


@dataclass(frozen=True)
class ChartLine:
    """One line: what it is, which part of `most` is filled and which pale, the figures, and what is said below it."""

    label: str
    part: int
    whole: int
    told: str
    under: str = ""


@dataclass(frozen=True)
class _Laid:
    """A line in a certain width."""

    label: QTextLayout
    under: QTextLayout | None
    told: QTextLayout
    high: float


class BarChart(QWidget):
    """Lines below each other. As high as they need."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[ChartLine, ...] = ()
        self._laid: tuple[int, list[_Laid]] = (-1, [])
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    @property
    def lines(self) -> tuple[ChartLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[ChartLine]) -> None:
        """Show other lines."""
        self._lines, self._laid = tuple(lines), (-1, [])
        self.setAccessibleDescription("\n".join(f"{each.label}: {each.told}" for each in lines))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A long label takes more lines where there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in this width."""
        return round(sum(each.high for each in self._lay(width))) + 1

    def sizeHint(self) -> QSize:
        """Return the height in the present width."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._look.theme.text_px(160), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw labels, bars and figures."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((each.whole for each in self._lines), default=0) or 1
        left, gap = self.width() * LABEL_SHARE, theme.space(12)
        told_wide = max((_wide(each.told) for each in self._lay(self.width())), default=0.0)
        across = max(10.0, self.width() - left - told_wide - 2 * gap)
        top, thick, height = 0.0, theme.text_px(THICK), theme.metrics(LABEL).height()
        for line, laid in zip(self._lines, self._lay(self.width()), strict=True):
            painter.setPen(QColor(colours.text))
            laid.label.draw(painter, QPointF(0, top))
            laid.told.draw(painter, QPointF(self.width() - _wide(laid.told), top))
            if laid.under is not None:
                painter.setPen(QColor(colours.muted))
                laid.under.draw(painter, QPointF(0, top + _high(laid.label)))
            painter.setPen(Qt.PenStyle.NoPen)
            upper = top + (height - thick) / 2
            for people, colour in ((line.whole, colours.track), (line.part, colours.strong)):
                if people:
                    painter.setBrush(QColor(colour))
                    painter.drawRoundedRect(
                        QRectF(left + gap, upper, max(2.0, across * people / most), thick), ROUND, ROUND
                    )
            top += laid.high
        painter.end()

    def _lay(self, width: int) -> list[_Laid]:
        if self._laid[0] != width:
            self._laid = (width, [self._lay_line(line, width) for line in self._lines])
        return self._laid[1]

    def _lay_line(self, line: ChartLine, width: int) -> _Laid:
        theme, option = self._look.theme, wrapping()
        wide = max(20, round(width * LABEL_SHARE))
        label = laid_out(line.label, theme.font(LABEL, QFont.Weight.DemiBold), wide, option)
        under = laid_out(line.under, theme.font(SMALL), wide, option) if line.under else None
        told = laid_out(line.told, theme.font(LABEL), max(20, round(width * TOLD_SHARE)), option)
        texts = _high(label) + (_high(under) if under is not None else 0.0)
        return _Laid(label, under, told, max(texts, _high(told)) + theme.space(9))


class Columns(QWidget):
    """Arrivals over the hours of one day; the highest column says how many."""

    def __init__(self, look: Look, name: str, arrivals: Sequence[tuple[str, int]], peak: str) -> None:
        """Show how many came from each time on ("09:05"); `peak` is said of the highest column."""
        super().__init__()
        self._look, self._arrivals, self._peak = look, tuple(arrivals), peak
        self.setAccessibleName(name)
        self.setAccessibleDescription(peak)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for columns, the sentence above and the times below."""
        theme = self._look.theme
        return QSize(theme.space(280), theme.space(150) + 2 * theme.metrics(SMALL).height())

    def minimumSizeHint(self) -> QSize:
        """Some hours fit side by side."""
        metrics = self._look.theme.metrics(SMALL)
        wide = max(
            3 * metrics.horizontalAdvance("00:00"), self._look.theme.metrics(LABEL).horizontalAdvance(self._peak)
        )
        return QSize(min(wide, self._look.theme.text_px(420)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw columns, the line, the times."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, strong = theme.metrics(SMALL), theme.metrics(SMALL, QFont.Weight.DemiBold)
        above, ground = strong.height() + theme.space(4), self.height() - small.height() - theme.space(6)
        step = self.width() / max(len(self._arrivals), 24)
        most, first = max((people for _, people in self._arrivals), default=1) or 1, True
        for at, (_, people) in enumerate(self._arrivals):
            high = max(2.0, (ground - above) * people / most) if people else 0.0
            body = QRectF(at * step + step * 0.12, ground - high, step * 0.76, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.bar))
            painter.drawRoundedRect(body, min(2.0, high / 2), min(2.0, high / 2))
            if people == most and first:
                first, wide = False, strong.horizontalAdvance(self._peak)
                left = max(0.0, min(body.center().x() - wide / 2, self.width() - wide))
                painter.setPen(QColor(colours.text))
                painter.setFont(theme.font(SMALL, QFont.Weight.DemiBold))
                painter.drawText(
                    QRectF(left, 0, wide + 2, strong.height()), int(Qt.AlignmentFlag.AlignLeft), self._peak
                )
        painter.fillRect(QRectF(0, ground, self.width(), 1), QColor(colours.line))
        self._draw_times(painter, step, ground)
        painter.end()

    def _draw_times(self, painter: QPainter, step: float, ground: float) -> None:
        theme, metrics = self._look.theme, self._look.theme.metrics(SMALL)
        painter.setPen(QColor(theme.colours.muted))
        painter.setFont(theme.font(SMALL))
        free = -1.0
        for at, (time, _) in enumerate(self._arrivals):
            wide = metrics.horizontalAdvance(time)
            left = min(at * step, self.width() - wide)
            if left > free and (time.endswith(":00") or at == 0):
                painter.drawText(QRectF(left, ground + theme.space(4), wide + 2, metrics.height()), time)
                free = left + wide + theme.space(12)


class NumberTile(QWidget):
    """A large number, and what it is below."""

    def __init__(self, look: Look, value: int, label: str, *, large: bool = True) -> None:
        super().__init__()
        theme = look.theme
        self.value, self.label = Text(str(value), "display" if large else "heading"), Text(label, "small", wrap=True)
        self.setAccessibleName(f"{value} {label}")
        small, figure = theme.metrics(13), theme.metrics(40 if large else 20, QFont.Weight.Bold)
        longest = max((small.horizontalAdvance(word) for word in label.split()), default=0)
        wide = max(theme.text_px(124 if large else 104), longest + 4, figure.horizontalAdvance(str(value)) + 4)
        room = small.boundingRect(0, 0, wide - 4, 9999, int(Qt.TextFlag.TextWordWrap), label)
        self._least = QSize(wide + theme.space(10), figure.height() + room.height() + 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.space(10), 0)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(self.label)
        column.addStretch(1)

    def set_factor(self, factor: float) -> None:
        """Stay as large as it is."""

    def be_high(self, high: int) -> None:
        """Be as high as others beside it."""
        self._least.setHeight(max(high, self._least.height()))

    def sizeHint(self) -> QSize:
        """Return room for the number and what it is."""
        return self._least


def _high(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def _wide(layout: QTextLayout) -> float:
    return max((layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())), default=0.0)
