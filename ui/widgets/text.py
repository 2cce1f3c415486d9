"""Texts: plain, cut short with the whole in the tooltip, and shrinking to fit."""

import re
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme

K = TypeVar("K")
V = TypeVar("V")
REMEMBERED = 40
"""So many texts, widths and sizes are kept fitted."""
_SHORT_END = re.compile(r"(?<=\w)-(?=\w{1,3}\b)")
_JOINER = "\u2060"
"""Where this stands, no line ends."""


class Text(QLabel):
    """A plain text of one of the kinds that the style sheet knows. Never reads markup in a name."""

    def __init__(self, text: str = "", kind: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(wrap)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text. Where it is broken into lines, the end of a word such as “Check-in” is not torn off."""
        super().setText(_SHORT_END.sub(f"-{_JOINER}", text) if self.wordWrap() else text)

    def text(self) -> str:
        """Return the text as it was given."""
        return super().text().replace(_JOINER, "")

    def be(self, kind: str) -> None:
        """Become a text of another kind."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedText(Text):
    """One line that ends in "…" where the room ends; the tooltip and the screen reader have it whole."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__(text, kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters is enough."""
        few = min(super().sizeHint().width(), 4 * self.fontMetrics().height())
        return QSize(few, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        whole = "" if shown == self.text() else self.text()
        if self.toolTip() != whole:
            self.setToolTip(whole)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()


@dataclass(frozen=True)
class _Fitted:
    layout: QTextLayout
    font: QFont
    lines: int
    height: int


class FittingText(QLabel):
    """One strong text, as large as drawn or smaller until it fits; a long one takes a second line first."""

    def __init__(
        self,
        theme: Theme,
        size: float,
        weight: QFont.Weight,
        colour: str,
        *,
        lines: int = 2,
        shrink: float = 0.6,
        least: float = 6.0,
    ) -> None:
        """Draw text at most `size` pixels high (at 100 %) on at most `lines` lines.

        A text that is too long shrinks down to `shrink` before it takes another line, and on the last line down to
        `least`. A word for which even that is too large is broken.
        """
        super().__init__()
        self._theme, self._size, self._weight, self._colour = theme, size, weight, QColor(colour)
        self._lines, self._shrink, self._least = lines, shrink, least
        self._said, self._factor, self._option = "", 1.0, wrapping()
        self._natural: tuple[tuple[str, float], int] | None = None
        self._fitted: dict[tuple[str, int, float, int], _Fitted] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Show a text."""
        if text != self._said:
            self._said = text
            super().setText(text)

    def text(self) -> str:
        """Return what is shown."""
        return self._said

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor, because the card is low."""
        if factor != self._factor:
            self._factor = factor
            self.updateGeometry()
            self.update()

    def limit(self, lines: int) -> None:
        """Take at most so many lines from now on."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def weigh(self, weight: QFont.Weight) -> None:
        """Draw strokes of this weight from now on."""
        if weight != self._weight:
            self._weight, self._natural, self._fitted = weight, None, {}
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height that the text takes at the present width."""
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(40, 1)

    def hasHeightForWidth(self) -> bool:
        """Narrow means smaller, or two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in this width."""
        return self._fit(width).height if self._said else 0

    def natural_width(self) -> int:
        """Return the width of the whole text on one line at full size."""
        key = (self._said, self._factor)
        if self._natural is None or self._natural[0] != key:
            metrics = self._theme.metrics(self._size * self._factor, self._weight)
            self._natural = (key, metrics.horizontalAdvance(self._said) + 2)
        return self._natural[1]

    def drawn(self) -> tuple[int, int]:
        """Return the size of the letters in pixels and the number of lines, as they are drawn now."""
        fitted = self._fit(self.width())
        return fitted.font.pixelSize(), fitted.lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.setPen(self._colour)
        self._fit(self.width()).layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _fit(self, width: int) -> _Fitted:
        key = (self._said, width, self._factor, self._lines)
        return self._fitted.get(key) or keep(self._fitted, key, self._laid_out(self._said, max(width, 40)))

    def _laid_out(self, text: str, width: int) -> _Fitted:
        """Shrink on one line, then take the next line at full size, and on the last line shrink until it fits."""
        largest = self._size * self._factor
        least = min(largest, max(6.0, self._least * self._factor))
        passes = [(lines, largest * self._shrink, False) for lines in range(1, self._lines)]
        for lines, smallest, may_break in (*passes, (self._lines, least, False), (self._lines, least, True)):
            size = largest
            while size >= smallest:
                font = self._theme.font(size, self._weight)
                layout = laid_out(text, font, width, self._option)
                taken = layout.lineCount()
                if taken <= lines and (may_break or taken == 1 or not breaks_a_word(layout)):
                    return _Fitted(layout, font, taken, round(layout.boundingRect().height()))
                size *= 0.95
        return _Fitted(layout, font, taken, round(layout.boundingRect().height()))


def keep(kept: dict[K, V], key: K, value: V) -> V:
    """Keep one more in `kept` and return it; when they get many, those before are forgotten."""
    if len(kept) >= REMEMBERED:
        kept.clear()
    kept[key] = value
    return value


def wrapping() -> QTextOption:
    """Return how text is broken into lines: between words, and within one that is too long."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def laid_out(text: str, font: QFont, width: int, option: QTextOption) -> QTextLayout:
    """Return a text broken into lines of this width, one below the other."""
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def lines_of(layout: QTextLayout) -> list[str]:
    """Return what stands on each line, with the blanks at its end.

    Qt counts in halves of UTF-16, where an emoji is two; a text of Python must not be cut by its figures.
    """
    halves = layout.text().encode("utf-16-le", "surrogatepass")
    lines = map(layout.lineAt, range(layout.lineCount()))
    places = ((2 * line.textStart(), 2 * line.textLength()) for line in lines)
    return [halves[start : start + length].decode("utf-16-le", "surrogatepass") for start, length in places]


def breaks_a_word(layout: QTextLayout, between: str = " -\u00ad") -> bool:
    """Say whether a line ends with another sign than those after which a word may go on below."""
    return any(line and line[-1] not in between for line in lines_of(layout)[:-1])
