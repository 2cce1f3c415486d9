"""What the colours of the dots mean. One of them can be made to stand out: nobody needs to tell colours apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.cafe.hall.painting import again_ground, moved_ground
from ui.cafe.hall.palette import EDGE
from ui.cafe.hall.sight import Mark, Sight
from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.parts import Sized
from ui.widgets.pill import Cut, Pill
from ui.widgets.pressable import Pressable


@dataclass(frozen=True)
class Sector:
    """One sector: its code, its name, its colour."""

    code: str
    name: str
    colour: str


class Chip(Pressable):
    """A dot and a word."""

    def __init__(self, look: Look, sector: Sector) -> None:
        super().__init__()
        self._look, self.sector = look, sector
        self.setText(sector.name)
        self.setAccessibleName(look.words.t("Let {sector} stand out", sector=sector.name))
        self.setToolTip(self.accessibleName())
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_factor(self, factor: float) -> None:
        """Stay as large as it is."""

    def sizeHint(self) -> QSize:
        """Return room for dot and word."""
        theme = self._look.theme
        metrics = theme.metrics(13)
        return QSize(metrics.horizontalAdvance(self.text()) + theme.text_px(32), metrics.height() + theme.space(8))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot and the word."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft) if self.isChecked() or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 6, 6)
        dot = theme.text_px(5.5)
        painter.setPen(QPen(QColor(EDGE), 1.1))
        painter.setBrush(QColor(self.sector.colour) if self.sector.colour else QColor(colours.card))
        painter.drawEllipse(QPointF(theme.text_px(12), self.height() / 2), dot, dot)
        painter.setPen(QColor(colours.text if self.isChecked() else colours.muted))
        painter.setFont(theme.font(13))
        room = self.rect().adjusted(theme.text_px(23), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()


class AbsentSign(QWidget):
    """How somebody is drawn who is not here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._text = look, look.words.t("not here")
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_factor(self, factor: float) -> None:
        """Stay as large as it is."""

    def sizeHint(self) -> QSize:
        """Return room for dot and word."""
        theme = self._look.theme
        metrics = theme.metrics(13)
        return QSize(metrics.horizontalAdvance(self._text) + theme.text_px(32), metrics.height() + theme.space(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hollow dot and the word."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = theme.text_px(5.5)
        painter.setPen(QPen(QColor(EDGE), 1.4, Qt.PenStyle.DashLine))
        painter.drawEllipse(QPointF(theme.text_px(12), self.height() / 2), dot, dot)
        painter.setPen(QColor(theme.colours.muted))
        painter.setFont(theme.font(13))
        room = self.rect().adjusted(theme.text_px(23), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._text)
        painter.end()


class Legend(QWidget):
    """All sectors that there are, and what else is drawn. `turned` carries the one that stands out, or None."""

    turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[Sector, ...], frozenset[Mark], bool, bool] = ((), frozenset(), False, False)
        self.chips: list[Chip] = []
        self._row: ButtonRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.theme.space(10), 0, look.theme.space(10), look.theme.space(6))
        self.setAccessibleName(look.words.t("Sectors"))

    def show_sight(self, sectors: Sequence[Sector], sight: Sight) -> None:
        """Show these sectors, and what else is to be seen among the people."""
        faces = [guest for table in sight.tables for guest in table.guests]
        marks = frozenset(guest.mark for guest in faces)
        absent = any(not guest.here for guest in faces)
        self.setVisible(bool(sectors) or absent or marks > {Mark.NONE})
        shown = (tuple(sectors), marks, absent, sight.many_again)
        if shown == self._shown:
            return
        self._shown = shown
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self.chips = [Chip(self._look, each) for each in sectors]
        for chip in self.chips:
            chip.clicked.connect(partial(self._on_clicked, chip))
        signs = self._signs(marks, absent=absent, many=sight.many_again)
        self._row = ButtonRow(self._look.theme.space(2), [*self.chips, *signs])
        self._column.addWidget(self._row)
        self._row.refit()

    def _signs(self, marks: frozenset[Mark], *, absent: bool, many: bool) -> list[Sized]:
        words, theme, colours = self._look.words, self._look.theme, self._look.theme.colours
        signs: list[Sized] = [AbsentSign(self._look)] if absent else []
        cut = Cut(size=13, pad=6, radius=5, whole=True)
        if Mark.AGAIN in marks:
            ground = again_ground(colours, many=many).name()
            signs.append(Pill(theme, words.t("meets somebody again"), ground, colours.on_warning, cut))
        if Mark.MOVED in marks:
            ground = moved_ground(colours).name()
            signs.append(Pill(theme, words.t("sits elsewhere than now"), ground, colours.text, cut))
        return signs

    def _on_clicked(self, chip: Chip, _checked: bool = False) -> None:
        for each in self.chips:
            if each is not chip:
                each.setChecked(False)
        self.turned.emit(chip.sector.code if chip.isChecked() else None)
