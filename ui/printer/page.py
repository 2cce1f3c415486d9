"""The page "Printer" (F9): where badges go, how they fit, what waits, and whether the scanner reads them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.badges.printers.frame import Paper
from ui.actions import ActionId
from ui.look import Look
from ui.preferences import Preferences
from ui.print_places import name_of
from ui.printer.card import Card
from ui.printer.fit_card import FitCard
from ui.printer.place_card import PlaceCard
from ui.printer.queue_card import QueueCard
from ui.printer.scanner_card import ScannerCard
from ui.printing import Printing
from ui.scanner_memory import ScannerMemory
from ui.timers import single_shot
from ui.widgets.scroll import Scroll
from ui.widgets.turning import turn

WIDEST = 1360
TWO_COLUMNS = 980
ROOM_BESIDE = 520


class PrinterPage(Scroll):
    """Two columns where there is room for them. Printers are looked for when the page is first shown."""

    said = Signal(str)
    told = Signal(str)
    folder_asked = Signal()
    back_asked = Signal()

    def __init__(self, look: Look, preferences: Preferences, printing: Printing, scanners: ScannerMemory) -> None:
        inside = QWidget()
        super().__init__(inside)
        self._look, self._printing = look, printing
        self.place = PlaceCard(look, preferences, printing)
        self.fitting = FitCard(look, printing)
        self.queue = QueueCard(look, printing)
        self.scanner = ScannerCard(look, scanners)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        gap = look.theme.space(16)
        self._columns.setSpacing(gap)
        for cards in ((self.place, self.fitting), (self.queue, self.scanner)):
            column = QVBoxLayout()
            column.setSpacing(gap)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.place.folder_asked.connect(self.folder_asked)
        self.place.back_asked.connect(self.back_asked)
        self.fitting.frame_asked.connect(self._print_frame)
        self.queue.said.connect(self.said)
        self._bring_scanner = single_shot(self, self._show_scanner)
        self.scanner.judged.connect(self._bring_scanner.start)
        self.queue.place_wanted.connect(self._turn_to)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards, in the order of the keyboard."""
        return self.place, self.fitting, self.queue, self.scanner

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        match wanted:
            case ActionId.PRINTER:
                self.take_focus()
            case ActionId.SEARCH:
                self.scanner.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(self.scanner)
            case ActionId.TEST_FRAME:
                self.fitting.ask_frame()
            case ActionId.PRINT_AGAIN:
                self.queue.print_again()
            case ActionId.PRINT_ELSEWHERE:
                self.queue.print_elsewhere()
            case ActionId.PRINT_LATER:
                self.queue.keep_for_later()
            case _:
                return False
        return True

    def take_focus(self) -> None:
        """Begin at the choice of the printer."""
        self.place.printers.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters typed here are meant for no field of this page."""
        return None

    def offer_way_back(self, name: str) -> None:
        """Offer to go back to the page of this name; none: offer nothing."""
        self.place.offer_way_back(name)

    def choose(self, place: str) -> None:
        """Let badges go there from now on."""
        self._printing.choose(place)
        self.list_printers()

    def list_printers(self) -> None:
        """Show where badges can go."""
        self.place.list_printers()
        self.fitting.show_setup()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for printers, beside the window: anew if one is in trouble, for another may have been plugged in."""
        super().showEvent(event)
        self._printing.find_printers(again=self._printing.stuck > 0)
        self.list_printers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is little room."""
        super().resizeEvent(event)
        theme = self._look.theme
        wide = min(self.width(), round(WIDEST * theme.scale))
        beside = wide >= TWO_COLUMNS * theme.scale
        turn(self._columns, narrow=not beside)
        side = (self.width() - wide) // 2 + theme.space(24)
        self._columns.setContentsMargins(side, theme.space(20), side, theme.space(20))
        room = wide / (2 if beside else 1)
        for card in self.cards:
            card.fit(narrow=room < ROOM_BESIDE * theme.scale)

    def _turn_to(self, place: str) -> None:
        self.choose(place)
        self.told.emit(self._look.words.t("From now on badges go to “{place}”.", place=name_of(place)))

    def _show_scanner(self) -> None:
        """Bring into view what was found out about a scanner, and the field for the next trial."""
        for widget in (self.scanner.forget, self.scanner.field):
            self.ensureWidgetVisible(widget)

    def _print_frame(self, paper: Paper) -> None:
        if self._printing.ready:
            self._printing.print_frame(paper, self._look.words)
