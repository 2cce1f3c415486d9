"""How many of what: each figure is a tile, and choosing one lists who is meant."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.pressable import ENTER, Pressable

FIGURE, LABEL = 22, 13
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Tile(Pressable):
    """A figure above its word. Tab comes to the chosen one, arrows to the others."""

    stepped = Signal(int)

    def __init__(self, look: Look, text: str, *, alarming: bool = False) -> None:
        super().__init__()
        self._look, self._alarming, self._figure = look, alarming, 0
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._be_reached)
        self.show_figure(0)

    def show_figure(self, figure: int) -> None:
        """Show another figure."""
        self._figure = figure
        self.setAccessibleName(f"{self.text()}: {figure}")
        self.update()

    @property
    def figure(self) -> int:
        """The figure that is shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Return room for figure and word."""
        theme = self._look.theme
        wide = theme.metrics(LABEL, QFont.Weight.DemiBold).horizontalAdvance(self.text())
        high = theme.metrics(FIGURE, QFont.Weight.Bold).height() + theme.metrics(LABEL).height()
        return QSize(wide + theme.space(30), high + theme.space(18))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which way an arrow points. Enter is left to the page: the chosen one is chosen already."""
        if event.key() in _STEPS:
            event.accept()
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen one with a strong edge."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = colours.focus if self.hasFocus() else colours.strong if chosen else colours.line
        painter.setPen(QPen(QColor(edge), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(QColor(colours.hover if self.underMouse() and not chosen else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        side, top = theme.space(14), theme.space(8)
        metrics = theme.metrics(FIGURE, QFont.Weight.Bold)
        painter.setPen(QColor(colours.danger if self._alarming else colours.text))
        painter.setFont(theme.font(FIGURE, QFont.Weight.Bold))
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(side, top, self.width() - side, metrics.height()), left, str(self._figure))
        painter.setPen(QColor(colours.text if chosen else colours.muted))
        painter.setFont(theme.font(LABEL, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        below = QRectF(side, top + metrics.height(), self.width() - side, theme.metrics(LABEL).height())
        painter.drawText(below, left, self.text())
        painter.end()

    def _be_reached(self, chosen: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.NoFocus)


class Tiles(QWidget):
    """All tiles, in as many rows as they need; those that are hidden take no room."""

    chosen = Signal(int)

    def __init__(self, look: Look, tiles: list[Tile], name: str) -> None:
        super().__init__()
        self._look, self._tiles = look, tiles
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space(8))
        for number, tile in enumerate(tiles):
            tile.setParent(self)
            tile.stepped.connect(self._step)
            self._group.addButton(tile, number)
        self._group.idClicked.connect(self.chosen)

    def choose(self, number: int) -> None:
        """Show number `number` as chosen, without announcing it."""
        self._group.button(number).setChecked(True)

    def at(self) -> int:
        """Return the number of the chosen tile."""
        return self._group.checkedId()

    def take_focus(self) -> None:
        """Put the focus on the chosen tile."""
        self._tiles[max(0, self.at())].setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Place the tiles that are seen."""
        seen = [tile for tile in self._tiles if not tile.isHidden()]
        if not seen:
            return
        gap = self._grid.spacing()
        widest = max(tile.sizeHint().width() for tile in seen)
        most = max(1, (self.width() + gap) // (widest + gap))
        rows = -(-len(seen) // min(most, len(seen)))
        columns = -(-len(seen) // rows)
        for number, tile in enumerate(seen):
            self._grid.addWidget(tile, number // columns, number % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row where there is little room."""
        super().resizeEvent(event)
        self.arrange()

    def _step(self, step: int) -> None:
        seen = [number for number, tile in enumerate(self._tiles) if not tile.isHidden()]
        place = seen.index(self.at()) + step if self.at() in seen else 0
        if 0 <= place < len(seen):
            tile = self._tiles[seen[place]]
            tile.setChecked(True)
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(seen[place])
