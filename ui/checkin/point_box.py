"""The box with the point that a desk scans at: its name takes two lines before it loses a letter."""

import re

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from ui.look import Look
from ui.widgets.choice import ChoiceBox
from ui.widgets.text import breaks_a_word, laid_out, lines_of, wrapping

SIZES = (15, 14, 13)
"""The letters grow smaller before a name that is too long ends in "…"."""
LINES = 2
ARROW = 22
LONGEST_WORD = 18
_BOLD = QFont.Weight.DemiBold


class PointBox(ChoiceBox):
    """One line if the name fits, else two; the list that opens is as wide as the longest name."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.words.t("Check-in point"))
        self.setObjectName("point")
        self._look = look
        self.currentTextChanged.connect(self._tell_name)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        theme = self._look.theme
        high = max(LINES * theme.metrics(size, _BOLD).height() for size in SIZES[1:]) + theme.space(8)
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """The longest word fits, unless it is longer than any that is usual."""
        theme = self._look.theme
        words = [word for at in range(self.count()) for word in re.split(r"(?<=[-/])|\s", self.itemText(at))]
        longest = max((word[:LONGEST_WORD] for word in words), key=len, default="")
        wide = theme.metrics(SIZES[-1], _BOLD).horizontalAdvance(longest) + theme.space(10) + theme.space(ARROW) + 2
        return QSize(wide, self.sizeHint().height())

    def lines(self) -> list[str]:
        """Return the name as it is drawn, line by line."""
        layout, _ = self._fitted(self._room().width())
        return [line.strip() for line in lines_of(layout)]

    def showPopup(self) -> None:
        """Open the list, wide enough for every name."""
        metrics = QFontMetrics(self.view().font())
        widest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        room = min(widest + 4 * self._look.theme.space(12), self.window().width() // 2)
        self.view().setMinimumWidth(max(room, self.width()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the name."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self._room()
        layout, text = self._fitted(room.width())
        whole = self.currentText() if text != self.currentText() else ""
        if whole != self.toolTip():
            self.setToolTip(whole)
        high = layout.boundingRect().height()
        painter.setPen(QColor(self._look.theme.colours.text))
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - high) / 2))
        painter.end()

    def _tell_name(self, name: str) -> None:
        self.setAccessibleDescription(name)

    def _room(self) -> QRect:
        space = self._look.theme.space
        return self.rect().adjusted(space(10), 2, -space(ARROW), -2)

    def _fitted(self, width: int) -> tuple[QTextLayout, str]:
        """Return the name laid out in this width, and what of it is to be seen."""
        name, theme, option = self.currentText(), self._look.theme, wrapping()
        for size in SIZES:
            layout = laid_out(name, theme.font(size, _BOLD), width, option)
            if layout.lineCount() <= (1 if size == SIZES[0] else LINES) and not breaks_a_word(layout, " -/"):
                return layout, name
        font, metrics = theme.font(SIZES[-1], _BOLD), theme.metrics(SIZES[-1], _BOLD)
        layout = laid_out(name, font, width, option)
        if layout.lineCount() <= LINES:
            return layout, name
        first, *others = lines_of(layout)
        shown = first + metrics.elidedText("".join(others), Qt.TextElideMode.ElideRight, width)
        return laid_out(shown, font, width, option), shown
