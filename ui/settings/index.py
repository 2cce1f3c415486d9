"""The index of the page: the names of its cards. Beside them where there is room, otherwise one choice above them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.pressable import Pressable
from ui.widgets.steady_box import SteadyBox


class Place(Pressable):
    """The name of one card."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the text in bold."""
        theme = self._look.theme
        metrics = theme.metrics(15, QFont.Weight.DemiBold)
        return QSize(metrics.horizontalAdvance(self.text()) + theme.space(26), metrics.height() + theme.space(16))

    def minimumSizeHint(self) -> QSize:
        """A name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name; the present card has a bar before it."""
        theme, painter, here = self._look.theme, QPainter(self), self.isChecked()
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft) if here or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 8, 8)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(3, 8, 4, self.height() - 16), 2, 2)
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(15, QFont.Weight.DemiBold if here else QFont.Weight.Normal))
        room = QRectF(self.rect()).adjusted(theme.space(14), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class Index(QWidget):
    """`chosen` tells the number of the card to go to."""

    chosen = Signal(int)

    def __init__(self, look: Look, titles: Sequence[str]) -> None:
        super().__init__()
        name = look.words.t("Cards of this page")
        self.setAccessibleName(name)
        self.places = [Place(look, title) for title in titles]
        self.box = SteadyBox(name)
        self.box.addItems(list(titles))
        self.box.activated.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        column.addWidget(self.box)
        for number, place in enumerate(self.places):
            place.clicked.connect(lambda _=False, at=number: self.chosen.emit(at))
            column.addWidget(place)
        column.addStretch(1)
        self.show_card(0)

    def wide(self) -> int:
        """Return the width that all names take below each other."""
        return max(place.sizeHint().width() for place in self.places)

    def fit(self, *, narrow: bool) -> None:
        """Be one choice, or all names below each other."""
        self.box.setVisible(narrow)
        for place in self.places:
            place.setVisible(not narrow)
        self.setMinimumWidth(0 if narrow else self.wide())

    def show_card(self, number: int) -> None:
        """Mark the card that is being looked at."""
        self.box.setCurrentIndex(number)
        for each, place in enumerate(self.places):
            place.setChecked(each == number)
