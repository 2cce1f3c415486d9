"""The card of printing: where badges go, and when."""

from PySide6.QtCore import Signal

from eventdesk.words import mark
from ui.look import Look
from ui.preferences import Preferences
from ui.printing import Printing
from ui.settings.card import Card
from ui.settings.steady_box import SteadyBox
from ui.widgets.button import Button, plain
from ui.widgets.tick import Tick

_OTHER_FOLDER = "folder:"


class PrintingCard(Card):
    """The printer belongs to this desk, as everything on this card."""

    TITLE = mark("Badges")

    printing_changed = Signal()
    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, preferences: Preferences, printing: Printing) -> None:
        words = look.words
        super().__init__(look, words.t(self.TITLE))
        self._preferences, self._printing = preferences, printing
        self.printers = SteadyBox(words.t("Badges go to"))
        printing.printers_found.connect(self.list_printers)
        self.printers.activated.connect(self._choose_printer)
        self.rows.add(words.t("Badges go to"), self.printers)
        walk_in, check_in = words.t("Print the badge of a walk-in at once"), words.t("Print a badge at every check-in")
        self.on_walk_in = Tick(look.theme, walk_in, ticked=preferences.print_walk_ins)
        self.on_check_in = Tick(look.theme, check_in, ticked=preferences.print_check_ins)
        for tick in (self.on_walk_in, self.on_check_in):
            tick.toggled.connect(self._choose_occasions)
            self.column.addWidget(tick)
        self.way_back = Button(look, "", plain(look.theme.colours), key=words.t("Esc"), size=14, high=38)
        self.way_back.clicked.connect(self.back_asked)
        self.way_back.hide()
        self.column.addWidget(self.way_back)
        self.list_printers()

    def offer_way_back(self, name: str) -> None:
        """Offer to go back to the page of this name; none: offer nothing."""
        if name:
            self.way_back.say(self.look.words.t("Back to “{page}”", page=name))
        self.way_back.setVisible(bool(name))

    def find_printers(self) -> None:
        """Look for the system's printers, if nobody has so far."""
        self._printing.find_printers()

    def list_printers(self) -> None:
        """Show where badges can go, the chosen place chosen."""
        words = self.look.words
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
