"""The page "Event": which file this is, how this desk looks and speaks, where badges go."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui import languages
from ui.actions import ActionId
from ui.keys import DIGITS
from ui.look import Look
from ui.preferences import AS_SYSTEM, Preferences
from ui.printing import Printing
from ui.widgets.button import Button, plain
from ui.widgets.choice import ChoiceBox
from ui.widgets.segments import Segments
from ui.widgets.text import ElidedText, Text
from ui.widgets.tick import Tick

WIDEST = 760
ROOM_BESIDE = 620
LONGEST_NAME = 40
"""Letters in the name of a desk; the field takes the digits of a badge as well, which then go where they belong."""
SHADES = ("light", "dark", AS_SYSTEM)
TEXT_SIZES = (0, 100, 125, 150, 200)


@dataclass(frozen=True)
class About:
    """What the page says about the open file."""

    title: str
    place: str
    file: str


class SettingsPage(QScrollArea):
    """Everything takes effect at once."""

    look_changed = Signal()
    desk_named = Signal()
    printing_changed = Signal()
    folder_asked = Signal()
    close_asked = Signal()

    def __init__(self, look: Look, preferences: Preferences, printing: Printing, about: About) -> None:
        super().__init__()
        self._look, self._preferences, self._printing = look, preferences, printing
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme = look.theme
        page = QWidget()
        page.setObjectName("scrolled")
        middle = QHBoxLayout(page)
        middle.setContentsMargins(theme.space(24), theme.space(20), theme.space(24), theme.space(20))
        holder = QWidget()
        holder.setMaximumWidth(round(WIDEST * theme.scale))
        self._rows: list[QBoxLayout] = []
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(14))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        middle.addWidget(holder)
        self._add_event(about)
        self._add_desk()
        self._add_badges()
        self._add_end()
        self.setWidget(page)

    def do(self, wanted: ActionId) -> bool:
        """No key of its own yet."""
        return False

    def field_for_letters(self) -> None:
        """Letters typed here are not meant for this page."""

    def take_focus(self) -> None:
        """Begin at the first thing that can be changed."""
        self._printing.find_printers()
        self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_figures(self, figures: str) -> None:
        """Show how much is in the file."""
        self._figures.setText(figures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put names above what they name where there is little room beside."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < ROOM_BESIDE * self._look.theme.scale
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _add_event(self, about: About) -> None:
        words = self._look.words
        box = self._card(words.t("Event"))
        box.addWidget(Text(about.title, "heading", wrap=True))
        if about.place:
            box.addWidget(Text(about.place, "muted", wrap=True))
        self._figures = Text("", "", wrap=True)
        box.addWidget(self._figures)
        box.addWidget(ElidedText(about.file, "small"))

    def _add_desk(self) -> None:
        words, kept = self._look.words, self._preferences
        box = self._card(words.t("This desk"))
        self.desk = QLineEdit(kept.desk)
        self.desk.setMaxLength(LONGEST_NAME + DIGITS)
        self.desk.editingFinished.connect(self._name_desk)
        self._row(box, words.t("Name of this desk"), self.desk)
        self.language = Segments(
            self._look, languages.NAMES, languages.CODES.index(words.language), words.t("Language")
        )
        self.language.chosen.connect(self._choose_language)
        self._row(box, words.t("Language"), self.language)
        shades = [words.t("Light"), words.t("Dark"), words.t("As the system")]
        self.shade = Segments(self._look, shades, SHADES.index(kept.shade), words.t("Brightness"))
        self.shade.chosen.connect(self._choose_shade)
        self._row(box, words.t("Brightness"), self.shade)
        self.text_size = ChoiceBox(words.t("Size of text"))
        self.text_size.addItems([words.t("As the system"), *(f"{size} %" for size in TEXT_SIZES[1:])])
        self.text_size.setCurrentIndex(TEXT_SIZES.index(kept.text_size) if kept.text_size in TEXT_SIZES else 0)
        self.text_size.activated.connect(self._choose_text_size)
        self._row(box, words.t("Size of text"), self.text_size)

    def _add_badges(self) -> None:
        words, kept = self._look.words, self._preferences
        box = self._card(words.t("Badges"))
        self.printers = ChoiceBox(words.t("Badges go to"))
        self._printing.printers_found.connect(self.list_printers)
        self.printers.activated.connect(self._choose_printer)
        self._row(box, words.t("Badges go to"), self.printers)
        theme = self._look.theme
        walk_in, check_in = words.t("Print the badge of a walk-in at once"), words.t("Print a badge at every check-in")
        self.on_walk_in = Tick(theme, walk_in, ticked=kept.print_walk_ins)
        self.on_check_in = Tick(theme, check_in, ticked=kept.print_check_ins)
        for tick in (self.on_walk_in, self.on_check_in):
            tick.toggled.connect(self._choose_occasions)
            box.addWidget(tick)
        self.list_printers()

    def _add_end(self) -> None:
        look = self._look
        self.close_button = Button(
            look, look.words.t("Close and go to the start page"), plain(look.theme.colours), icon="home"
        )
        self.close_button.clicked.connect(self.close_asked)
        self._column.addWidget(self.close_button)

    def _card(self, title: str) -> QVBoxLayout:
        theme = self._look.theme
        card = QFrame()
        card.setProperty("kind", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(theme.space(24), theme.space(18), theme.space(24), theme.space(20))
        box.setSpacing(theme.space(8))
        box.addWidget(Text(title, "label"))
        self._column.addWidget(card)
        return box

    def _row(self, box: QVBoxLayout, title: str, widget: QWidget) -> None:
        label = Text(title, "", wrap=True)
        label.setBuddy(widget)
        widget.setAccessibleName(title)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self._look.theme.space(6))
        row.addWidget(label, 2)
        row.addWidget(widget, 3)
        box.addLayout(row)
        self._rows.append(row)

    # ---- what was chosen

    def _name_desk(self) -> None:
        name = self.desk.text().strip()[:LONGEST_NAME].rstrip() or self._preferences.desk
        self.desk.setText(name)
        if name != self._preferences.desk:
            self._preferences.desk = name
            self.desk_named.emit()

    def _choose_language(self, number: int) -> None:
        self._preferences.language = languages.CODES[number]
        self.look_changed.emit()

    def _choose_shade(self, number: int) -> None:
        self._preferences.shade = SHADES[number]
        self.look_changed.emit()

    def _choose_text_size(self, number: int) -> None:
        self._preferences.text_size = TEXT_SIZES[number]
        self.look_changed.emit()

    def list_printers(self) -> None:
        """Show where badges can go, the chosen place chosen."""
        words = self._look.words
        self.printers.clear()
        for choice in self._printing.choices(words):
            self.printers.addItem(choice.text, choice.value)
        self.printers.addItem(words.t("Another folder …"), _OTHER_FOLDER)
        self.printers.setCurrentIndex(max(0, self.printers.findData(self._preferences.printer)))
        self._show_occasions()

    def _choose_printer(self) -> None:
        if self.printers.currentData() == _OTHER_FOLDER:
            self.folder_asked.emit()
        else:
            self._preferences.printer = self.printers.currentData()
        self.list_printers()
        self.printing_changed.emit()

    def _show_occasions(self) -> None:
        """Without a printer there is nothing to choose."""
        for tick in (self.on_walk_in, self.on_check_in):
            tick.setEnabled(self._printing.ready)

    def _choose_occasions(self) -> None:
        self._preferences.print_walk_ins = self.on_walk_in.box.isChecked()
        self._preferences.print_check_ins = self.on_check_in.box.isChecked()


_OTHER_FOLDER = "folder:"
