"""Above and below the list: the search field, what is filtered for, how many people are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.actions import ActionId, action, key_text
from ui.icons import IconView
from ui.look import Look
from ui.people.chips import Chip, Lines
from ui.people.form import FormField
from ui.people.keys import key_here
from ui.widgets.button import Button, plain
from ui.widgets.keys import KeyCap, claims
from ui.widgets.text import Text

MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchField(FormField):
    """Enter and the arrows go on to the list, Esc empties."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("kind", "search")

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the page, which shows what it undoes: what was typed here goes by Esc."""
        if claims(event, QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the keys mean here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, *MOVES) and not event.modifiers():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(QFrame):
    """The frame around the search field, with the key that leads here."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme, words = look.theme, look.words
        self.setObjectName("searchbar")
        self.field = SearchField(words.t("Search people"))
        self.field.setPlaceholderText(words.t("Name, organisation, e-mail or code"))
        self._cap = KeyCap(theme, key_text(words, key_here(ActionId.SEARCH)))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(14), theme.space(4), theme.space(12), theme.space(4))
        row.setSpacing(theme.space(10))
        row.addWidget(IconView(look.icons, "search", theme.colours.text, theme.text_px(22)))
        row.addWidget(self.field, 1)
        row.addWidget(self._cap)
        self.setMinimumHeight(theme.text_px(48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Bar(QWidget):
    """The search field and the buttons beside it, and a line of chips for what is filtered for."""

    asked = Signal(ActionId)
    taken_away = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.search = SearchBar(look)
        self.add = self.button(ActionId.ADD, "walk-in")
        self.filter = self.button(ActionId.FILTER, "filter")
        self.columns = self.button(ActionId.COLUMNS, "columns")
        top = QHBoxLayout()
        top.setSpacing(theme.space(10))
        top.addWidget(self.search, 1)
        top.addWidget(self.add)
        chips = QWidget()
        self._lines = Lines(chips, theme.space(8))
        self._lines.addWidget(self.filter)
        self._lines.addWidget(self.columns)
        self.chips: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        column.addLayout(top)
        column.addWidget(chips)

    def button(self, wanted: ActionId, icon: str) -> Button:
        """Return a button for an action of this page, which shows its key."""
        look = self._look
        text, key = look.words.t(action(wanted).text), key_text(look.words, key_here(wanted))
        button = Button(look, text, plain(look.theme.colours), key=key, icon=icon, size=14, high=38)
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button

    def import_button(self) -> Button:
        """Return a button that leads to the page for imports."""
        look = self._look
        key = key_text(look.words, action(ActionId.IMPORT_LIST).keys[0])
        text = look.words.t("Import a list")
        button = Button(look, text, plain(look.theme.colours), key=key, icon="import", size=14, high=38)
        button.clicked.connect(lambda: self.asked.emit(ActionId.IMPORT_LIST))
        return button

    def show_chips(self, texts: Sequence[tuple[object, str]]) -> None:
        """Show what is filtered for: pairs of what is taken away with the chip, and its text."""
        for chip in self.chips:
            self._lines.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for what, text in texts:
            chip = Chip(self._look, text, closes=True)
            chip.clicked.connect(lambda _checked=False, what=what: self.taken_away.emit(what))
            self._lines.addWidget(chip)
            chip.show()
            self.chips.append(chip)


class Foot(QWidget):
    """How many people are shown, and what can be done with all of them."""

    def __init__(self, look: Look, bar: Bar) -> None:
        super().__init__()
        self._words, self._marked, self._low = look.words, 0, False
        self.count = Text("", "strong")
        self.unsaved = Button(look, "", plain(look.theme.colours), icon="note", size=14, high=38)
        self.import_list = bar.import_button()
        self.export = bar.button(ActionId.EXPORT, "file")
        self._lines = Lines(self, look.theme.space(8))
        self.compare = bar.button(ActionId.COMPARE, "people")
        self.badges = bar.button(ActionId.PRINT_THESE, "badge")
        for widget in (self.count, self.compare, self.unsaved, self.import_list, self.export, self.badges):
            self._lines.addWidget(widget)
        self.unsaved.hide()
        self.compare.hide()

    def be_low(self, *, low: bool) -> None:
        """Leave out the buttons in a low window: the pane of the columns has them, too."""
        self.import_list.setVisible(not low)
        self.export.setVisible(not low)
        self._low = low
        self._offer_badges()

    def show_marked(self, marked: int) -> None:
        """Offer what can be done with so many marked people."""
        self._marked = marked
        self.compare.setVisible(marked == 2)
        self._offer_badges()

    def _offer_badges(self) -> None:
        words, several = self._words, self._marked > 1
        marked = words.t("Badges of {count} marked people", count=self._marked)
        self.badges.say(marked if several else words.t("Badges of these people"))
        self.badges.setVisible(several or not self._low)

    def say_unsaved(self, text: str) -> None:
        """Say how many people have something that is not saved."""
        self.unsaved.say(text)
        self.unsaved.setVisible(bool(text))
