"""The rail at the left: one page at a time. Where the window is low it grows tighter, then it shows icons alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from eventdesk.words import Words
from ui.actions import PAGE_OF, ActionId, PageId, action, key_text
from ui.look import Look
from ui.widgets.pressable import Pressable

WIDTH = 92
LABEL = 13
_WAYS = {page: wanted for wanted, page in PAGE_OF.items()} | {PageId.PRINTER: ActionId.PRINTER}
"""The action that leads to each page."""


@dataclass(frozen=True)
class Stop:
    """One place of the rail. `low` ones stand at its foot."""

    page: PageId
    icon: str
    text: str
    low: bool = False


class Density(Enum):
    """How much room a page takes: what is between icon, name and the next page, how large the icon, whether named."""

    ROOMY = (34, 6, 23, True)
    TIGHT = (12, 2, 23, True)
    ICONS = (16, 0, 23, False)
    CLOSE = (6, 0, 23, False)
    SMALL = (4, 0, 19, False)
    LEAST = (2, 0, 16, False)

    def __init__(self, around: int, between: int, icon: int, named: bool) -> None:
        self.around, self.between, self.icon, self.named = around, between, icon, named


class RailButton(Pressable):
    """A page, with its icon and its name."""

    def __init__(self, look: Look, stop: Stop, told: str) -> None:
        """`told`: by which key one comes here, and for what."""
        super().__init__()
        self._look = look
        self.density = Density.ROOMY
        self.say(stop.icon, stop.text, told)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, icon: str, text: str, told: str) -> None:
        """Show an icon and a name; `told`: by which key one comes here, and for what."""
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(told)
        self.setToolTip("\n".join(part for part in (text, told) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and name."""
        theme = self._look.theme
        metrics = self._look.theme.metrics(LABEL)
        named = metrics.horizontalAdvance(self.text()) + theme.space(22) if self.density.named else 0
        return QSize(max(theme.space(WIDTH), named), self.height_at(self.density))

    def height_at(self, density: Density) -> int:
        """Return the height it has at a density."""
        name = self._look.theme.metrics(LABEL).height() if density.named else 0
        return self._icon_side(density) + name + self._look.theme.space(density.around)

    def show_at(self, density: Density) -> None:
        """Take this much room from now on."""
        if density is not self.density:
            self.density = density
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """A name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and name; the current page has a marker at the edge."""
        theme, painter = self._look.theme, QPainter(self)
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.rail_current))
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), QColor(colours.accent))
        ink = colours.on_verdict if self.isChecked() else colours.on_rail
        between = theme.space(self.density.between)
        side = self._icon_side(self.density)
        high = theme.metrics(LABEL).height() if self.density.named else 0
        top = (self.height() - side - high - between) / 2
        self._look.icons.paint(painter, self._icon, ink, QRectF((self.width() - side) / 2, top, side, side))
        if self.density.named:
            painter.setPen(QColor(ink))
            painter.setFont(self._font())
            words = QRectF(0, top + side + between, self.width(), high)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 4, -6, -4), 6, 6)
        painter.end()

    def _font(self) -> QFont:
        return self._look.theme.font(LABEL)

    def _icon_side(self, density: Density) -> int:
        return self._look.theme.text_px(density.icon)


class Rail(QFrame):
    """The pages that there are."""

    chosen = Signal(PageId)
    lock_asked = Signal()

    def __init__(self, look: Look, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(look.words.t("Pages"))
        self.buttons: dict[PageId, RailButton] = {}
        self._alone = len(stops) == 1
        self._margin = look.theme.space(14)
        self._look, self._column = look, QVBoxLayout(self)
        self.lock: RailButton | None = None
        column = self._column
        column.setContentsMargins(0, self._margin, 0, self._margin)
        column.setSpacing(0)
        for stop in (stop for stop in stops if not stop.low):
            column.addWidget(self._button(look, stop))
        column.addStretch(1)
        self._place_of_lock, self._above_lock = column.count(), list(self.buttons.values())[-1]
        for stop in (stop for stop in stops if stop.low):
            column.addWidget(self._button(look, stop))

    def show_page(self, page: PageId) -> None:
        """Mark the current page."""
        for each, button in self.buttons.items():
            button.setChecked(each is page)

    def name_of(self, page: PageId) -> str:
        """Return what a page is called here."""
        return self.buttons[page].text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages as much room as there is."""
        super().resizeEvent(event)
        self._fit()

    def show_only(self, pages: Collection[PageId] | None) -> None:
        """Show the way to these pages alone; None: to all."""
        for page, button in self.buttons.items():
            button.setVisible(pages is None or page in pages)
        self._fit()

    def show_lock(self, icon: str, text: str, told: str) -> None:
        """Show the lock, what a press on it does, and that in more words; without a text there is none."""
        if self.lock is None and text:
            self.lock = RailButton(self._look, Stop(PageId.LOCK, icon, text), told)
            self.lock.setCheckable(False)
            self.lock.clicked.connect(self.lock_asked)
            self._column.insertWidget(self._place_of_lock, self.lock)
            self.setTabOrder(self._above_lock, self.lock)
        if self.lock is not None:
            self.lock.say(icon, text, told)
            self.lock.setVisible(bool(text))
            self._fit()

    def _fit(self) -> None:
        room = self.height() - 2 * self._margin
        buttons = [each for each in (*self.buttons.values(), self.lock) if each is not None and not each.isHidden()]
        fitting = (each for each in Density if sum(button.height_at(each) for button in buttons) <= room)
        density = next(fitting, Density.LEAST)
        for button in buttons:
            button.show_at(density)

    def minimumSizeHint(self) -> QSize:
        """Never ask for more height than the window has: the rail gives way. It stays as wide, whatever it leads to."""
        every = [*self.buttons.values(), *([self.lock] if self.lock is not None else [])]
        return QSize(max(button.sizeHint().width() for button in every), 0)

    def _button(self, look: Look, stop: Stop) -> RailButton:
        button = RailButton(look, stop, "" if self._alone else _told(look.words, stop.page))
        button.clicked.connect(lambda: self.chosen.emit(stop.page))
        self.buttons[stop.page] = button
        return button


def _told(words: Words, page: PageId) -> str:
    """Return what leads to a page: "Go to the list of all people (Ctrl 2)"."""
    if page not in _WAYS:
        return ""
    line = action(_WAYS[page])
    return f"{words.t(line.help)} ({key_text(words, line.keys[0])})"
