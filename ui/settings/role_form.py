"""The form of one role: its two names, its colour from our palette or a number of one's own, and the way back."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from eventdesk.people.role import role_name
from eventdesk.people.rolebook import PALETTE, READABLE, RoleBook, contrast_on, ink_on, parse_colour, readable
from eventdesk.words import LANGUAGES, Words
from ui import languages
from ui.amounts import written
from ui.look import Look
from ui.settings.rows import Rows
from ui.widgets.button import Button, plain
from ui.widgets.field import Field, Note
from ui.widgets.pressable import Pressable
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

LONGEST_NAME = 60
LONGEST_COLOUR = 9


class Swatch(Pressable):
    """One colour of the palette, with two letters on it as they would stand on a badge."""

    def __init__(self, look: Look, colour: str) -> None:
        super().__init__()
        self._look, self.colour = look, colour
        self.setText("")
        self.setAccessibleName(look.words.t("Colour {colour}", colour=colour))
        self.setToolTip(colour)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_factor(self, factor: float) -> None:
        """Stay as large as drawn."""

    def sizeHint(self) -> QSize:
        """Return the size of a fingertip."""
        side = self._look.theme.text_px(38)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour; the chosen one has a tick, the one with the focus a ring."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if not self.isEnabled():
            painter.setOpacity(0.6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours.focus), 2.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2), 9, 9)
        painter.setPen(QPen(QColor(theme.colours.edge), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(body, 6, 6)
        ink = ink_on(self.colour)
        if self.isChecked():
            side = theme.text_px(18)
            place = QRectF(body.center().x() - side / 2, body.center().y() - side / 2, side, side)
            self._look.icons.paint(painter, "check", ink, place)
        else:
            painter.setPen(QColor(ink))
            painter.setFont(theme.font(13, QFont.Weight.DemiBold))
            painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), "Aa")
        painter.end()


class _Swatches(Wrapping):
    """All colours of the palette, as many in a line as fit."""

    def __init__(self, look: Look) -> None:
        self.all = [Swatch(look, colour) for colour in PALETTE]
        super().__init__(look.theme.space(2), self.all)


class RoleForm(QFrame):
    """Everything takes effect at once."""

    coloured = Signal(str)
    named = Signal(str, str)
    forgotten = Signal()

    def __init__(self, look: Look, code: str, *, closed: bool) -> None:
        super().__init__()
        self.setObjectName("form")
        self._look, self._code, self._closed = look, code, closed
        words, theme = look.words, look.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(16), theme.space(12), theme.space(16), theme.space(14))
        self._column.setSpacing(theme.space(8))
        self._rows = Rows(look, self._column)
        self.names: dict[str, Field] = {}
        for language, spoken in zip(LANGUAGES, languages.NAMES, strict=True):
            title = words.t("Name ({language})", language=spoken)
            field = Field(look, title, longest=LONGEST_NAME, hint=role_name(Words(language), code))
            field.entered.connect(partial(self._name, language))
            self.names[language] = field
            self._rows.add(title, field)
        self._column.addWidget(Text(words.t("Colour"), "", wrap=True))
        self.swatches = _Swatches(look)
        for swatch in self.swatches.all:
            swatch.clicked.connect(partial(self._choose, swatch.colour))
        self._column.addWidget(self.swatches)
        title = words.t("Or a colour of your own")
        self.colour = Field(look, title, self._check, longest=LONGEST_COLOUR, hint="#14213d")
        self.colour.entered.connect(lambda text: self._choose(parse_colour(text)))
        self._rows.add(title, self.colour)
        self.nearest = Button(look, "", plain(theme.colours), size=14, high=38)
        self.nearest.clicked.connect(lambda: self._choose(readable(parse_colour(self.colour.text()))))
        self.nearest.hide()
        self._column.addWidget(self.nearest)
        self.back = Button(look, words.t("As it was"), plain(theme.colours), icon="undo", size=14, high=38)
        self.back.clicked.connect(self.forgotten)
        self._column.addWidget(self.back)
        if closed:
            for child in self.findChildren(QWidget):
                if not isinstance(child, Text):
                    child.setEnabled(False)

    def show_role(self, book: RoleBook) -> None:
        """Show names and colour as they are stored."""
        entry = book.entry(self._code)
        for language, field in self.names.items():
            field.show_text(entry.names.get(language, ""))
        for swatch in self.swatches.all:
            swatch.setChecked(swatch.colour == entry.colour)
        self.colour.show_text(entry.colour, self._measured(entry.colour))
        self.nearest.hide()
        words = self._look.words
        self.back.say(words.t("Remove role") if entry.own else words.t("As it was"))
        changed = self._code in book.chosen()
        if self.back.hasFocus() and not changed:
            self.names[LANGUAGES[0]].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.back.setEnabled(changed and not self._closed)

    def fit(self, *, narrow: bool) -> None:
        """Arrange everything for a narrow page, or a wide one."""
        self._rows.fit(narrow=narrow)

    def _name(self, language: str, name: str) -> None:
        self.named.emit(language, name)

    def _choose(self, colour: str) -> None:
        self.coloured.emit(colour)

    def _check(self, text: str) -> Note:
        words = self._look.words
        self.nearest.hide()
        try:
            colour = parse_colour(text)
        except ValueError:
            return Note(words.t("A colour is written like #14213d."), wrong=True)
        if contrast_on(colour) >= READABLE:
            return self._measured(colour)
        near = readable(colour)
        self.nearest.say(words.t("Take {colour} instead", colour=near))
        self.nearest.show()
        return Note(
            words.t("No word can be read well on this colour: contrast {ratio} of 4.5.", ratio=_ratio(words, colour)),
            wrong=True,
        )

    def _measured(self, colour: str) -> Note:
        words = self._look.words
        return Note(words.t("Contrast {ratio} : 1; 4.5 is needed to be read well.", ratio=_ratio(words, colour)))


def _ratio(words: Words, colour: str) -> str:
    return written(words, f"{contrast_on(colour):.1f}")
