"""The card of the printer: where badges go, and whose are printed at the check-in."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from eventdesk.badges.printers.brother import TAPES
from eventdesk.badges.printers.network import parse_address
from eventdesk.badges.printers.zpl import DPI
from eventdesk.words import mark
from ui.look import Look
from ui.preferences import PRINT_POLICIES, Preferences
from ui.print_places import BROTHER, ZEBRA
from ui.printer.card import Card
from ui.printer.trays import Trays
from ui.printing import Printing
from ui.widgets.button import Button, plain
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

_OTHER_FOLDER = "?folder"
_NETWORK = "?network"
_POLICIES = {
    "never": mark("For nobody"),
    "walk_ins": mark("For walk-ins"),
    "once": mark("For whoever has none yet"),
    "always": mark("For everybody, each time"),
}


class PlaceCard(Card):
    """The printer belongs to this desk. Printers of the system are looked for beside the window."""

    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, preferences: Preferences, printing: Printing) -> None:
        words = look.words
        super().__init__(look, words.t("Printer"), words.t("For this computer only, whatever file is open."))
        self._preferences, self._printing = preferences, printing
        self.printers = SteadyBox(words.t("Badges go to"))
        self.printers.activated.connect(self._choose)
        self.add_row(words.t("Badges go to"), self.printers)
        self._add_network()
        self._trays = Trays(printing.runner.line)
        self._trays.found.connect(self._show_trays)
        self.tray = SteadyBox(words.t("Paper from"))
        self.tray.activated.connect(self._choose_tray)
        self._tray_name = self.add_row(words.t("Paper from"), self.tray)
        name = words.t("Badge at the check-in")
        self.policy = SteadyBox(name)
        self.policy.addItems([words.t(_POLICIES[policy]) for policy in PRINT_POLICIES])
        self.policy.setCurrentIndex(PRINT_POLICIES.index(preferences.print_policy))
        self.policy.activated.connect(self._choose_policy)
        self.add_row(name, self.policy)
        self.again = self.button(words.t("Look for printers again"))
        self.again.clicked.connect(self._look_again)
        self.way_back = Button(look, "", plain(look.theme.colours), key=words.t("Esc"), size=14, high=38)
        self.way_back.clicked.connect(self.back_asked)
        self.way_back.hide()
        self.add_buttons([self.again])
        self.column.addWidget(self.way_back)
        printing.printers_found.connect(self.list_printers)
        self.list_printers()

    def offer_way_back(self, name: str) -> None:
        """Offer to go back to the page of this name; none: offer nothing."""
        if name:
            self.way_back.say(self.look.words.t("Back to “{page}”", page=name))
        self.way_back.setVisible(bool(name))

    def list_printers(self) -> None:
        """Show where badges can go, the chosen place chosen."""
        words = self.look.words
        self.printers.clear()
        for choice in self._printing.choices(words):
            self.printers.addItem(choice.text, choice.value)
        self.printers.addItem(words.t("Another folder …"), _OTHER_FOLDER)
        self.printers.addItem(words.t("A label printer in the network …"), _NETWORK)
        self.printers.setCurrentIndex(max(0, self.printers.findData(self._preferences.printer)))
        self.policy.setEnabled(self._printing.ready)
        self._show_trays()

    def _show_trays(self) -> None:
        """Offer the trays of the chosen printer, if it has several; the chosen one also while it does not answer."""
        place, words = self._printing.places.chosen, self.look.words
        chosen = self._printing.places.setup(place).tray
        trays = self._trays.of(place)
        offered = dict.fromkeys([*trays, chosen] if chosen else trays)
        self.tray.clear()
        self.tray.addItem(words.t("As the printer sees fit"), "")
        for each in offered:
            self.tray.addItem(each.rpartition("=")[2], each)
        self.tray.setCurrentIndex(max(0, self.tray.findData(chosen)))
        focused = self.tray.hasFocus()
        for widget in (self._tray_name, self.tray):
            widget.setVisible(bool(offered))
        if focused and not offered:
            self.printers.setFocus()

    def _choose_tray(self) -> None:
        place = self._printing.places.chosen
        setup = self._printing.places.setup(place)
        self._printing.places.set_up(place, replace(setup, tray=str(self.tray.currentData())))
        self._printing.renew(place)

    def _add_network(self) -> None:
        words = self.look.words
        self._models = [(f"Zebra, {dpi} dpi", ZEBRA, str(dpi)) for dpi in DPI]
        self._models += [(f"Brother QL, {tape.name} mm", BROTHER, tape.name) for tape in TAPES]
        self.model = SteadyBox(words.t("Label printer"))
        self.model.addItems([name for name, _, _ in self._models])
        self.address = QLineEdit()
        self.address.setPlaceholderText("192.168.1.40")
        self.address.returnPressed.connect(self._take_address)
        self.take = self.button(words.t("Use this printer"))
        self.take.clicked.connect(self._take_address)
        self.wrong = Text("", "danger", wrap=True)
        rows = [self.add_row(words.t("Label printer"), self.model), self.add_row(words.t("Its address"), self.address)]
        self._take_line = self.add_buttons([self.take])
        self.column.addWidget(self.wrong)
        self._network = [*rows, self.model, self.address, self.wrong]
        self._show_network(shown=False)

    def _show_network(self, *, shown: bool) -> None:
        for widget in self._network:
            widget.setVisible(shown)
        self.show_some(self._take_line, {self.take: shown})
        self.wrong.setVisible(shown and bool(self.wrong.text()))

    def _take_address(self) -> None:
        words, address = self.look.words, parse_address(self.address.text())
        if address is None:
            self.wrong.setText(
                words.t("This is no address. It looks like 192.168.1.40 and stands on the printer's display.")
            )
            self.wrong.show()
            self.address.setFocus()
            return
        _, kind, detail = self._models[self.model.currentIndex()]
        self.wrong.setText("")
        self._show_network(shown=False)
        self._take(f"{kind}{address}|{detail}")
        self.printers.setFocus()

    def _choose(self) -> None:
        wanted = self.printers.currentData()
        self._show_network(shown=wanted == _NETWORK)
        if wanted == _NETWORK:
            self.address.setFocus()
        elif wanted == _OTHER_FOLDER:
            self.list_printers()
            self.folder_asked.emit()
        else:
            self._take(wanted)

    def _take(self, place: str) -> None:
        self._printing.choose(place)
        self.list_printers()

    def _look_again(self) -> None:
        self._trays.forget()
        self._printing.find_printers(again=True)

    def _choose_policy(self, number: int) -> None:
        self._preferences.print_policy = PRINT_POLICIES[number]
