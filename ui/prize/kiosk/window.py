"""The window of the voting screen: what is asked, tiles to choose from, a question, thanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.people.code import LENGTH
from eventdesk.prize.poll import Poll, PollEntry
from ui.languages import CODES, NAMES
from ui.look import Look
from ui.prize.issue.telling import Said
from ui.prize.kiosk.field import KioskField, KioskLine
from ui.prize.kiosk.page_bar import PageBar
from ui.prize.kiosk.search import matching
from ui.prize.kiosk.tiles import Tiles
from ui.prize.verdict_panel import VerdictPanel
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import FittingText

SIDE = 28
_MANY_DIGITS = 9


class KioskWindow(QWidget):
    """One language. Only the field takes keys; everything else can be touched."""

    entered = Signal(str)
    escaped = Signal()
    chosen = Signal(object)
    confirmed = Signal()
    leaving = Signal()
    left = Signal()
    language_asked = Signal(str)
    stirred = Signal()

    def __init__(self, look: Look, language: str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._look, self.language = look, language
        self._may_close = False
        self._entries: tuple[PollEntry, ...] = ()
        self._barred: int | None = None
        words, theme = look.words, look.theme
        self.setWindowTitle(words.t("Voting screen"))
        self.field = KioskField()
        self.line = KioskLine(look, self.field)
        self.panel = VerdictPanel(look, words.t("Voting screen"), large=True)
        self.yes = self.panel.add_button(words.t("Yes, that is my vote"), words.t("Enter"))
        self.no = self.panel.add_button(words.t("Choose again"), words.t("Esc"))
        self.stay = self.panel.add_button(words.t("Stay here"), words.t("Esc"))
        self.go = self.panel.add_button(words.t("Leave the voting screen"))
        self.tiles = Tiles(look)
        self.again = self._button(words.t("Stop voting"), key=words.t("Esc"))
        self.bar = PageBar(look, self.tiles)
        self.head = FittingText(theme, 24, QFont.Weight.Bold, theme.colours.text, lines=1)
        self.languages = {code: self._language(code, name) for code, name in zip(CODES, NAMES, strict=True)}
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        self._choice = self._choice_page()
        self.stack.addWidget(self._choice)
        self._lay_out()
        self._wire()

    # ---- what is shown

    def show_poll(self, poll: Poll, title: str) -> None:
        """Show what is voted about."""
        self.head.setText(" · ".join(part for part in (poll.title, title) if part))
        self._entries = poll.entries

    def ask_ballot(self, said: Said) -> None:
        """Ask for a ballot; nothing is left of a vote before."""
        self._forget()
        self.line.ask(self._look.words.t("Scan your ballot, or type its code"), "scan")
        self._show_panel(said)

    def ask_choice(self, barred: int | None) -> None:
        """Ask what a ballot is for."""
        self._barred = barred
        self.line.ask(self._look.words.t("What do you vote for? Number or name"), "search")
        self.tiles.show_entries(self._entries, barred)
        self.stack.setCurrentWidget(self._choice)
        self._focus()

    def ask_sure(self, said: Said) -> None:
        """Ask whether that is the vote."""
        self.line.ask("", "scan")
        self._show_panel(said, self.yes, self.no)

    def ask_to_leave(self, said: Said) -> None:
        """Ask whether the voting screen is to be left."""
        self._forget()
        self.line.ask("", "scan")
        self._show_panel(said, self.stay, self.go)

    def ask_for_pin(self, said: Said) -> None:
        """Ask for the PIN without which the voting screen is not left."""
        self._forget()
        self.line.ask(self._look.words.t("PIN for organisers"), "lock", secret=True)
        self._show_panel(said, self.stay)

    def tell(self, said: Said) -> None:
        """Say something, without a trace of any vote."""
        self._forget()
        self.line.ask("", "scan")
        self._show_panel(said)

    def end(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first: no key of the system closes it by chance."""
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.leaving.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.colours.paper))
        painter.end()

    # ---- inside

    def _forget(self) -> None:
        self._barred = None
        self.field.setText("")
        self.tiles.show_entries((), None)

    def _show_panel(self, said: Said, *buttons: Button) -> None:
        self.panel.show_said(said, buttons)
        self.stack.setCurrentWidget(self.panel)
        self._focus()

    def _focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, text: str) -> None:
        if self.stack.currentWidget() is self._choice:
            digits = text.strip()
            meant = int(digits) if digits.isdecimal() and len(digits) < _MANY_DIGITS else None
            self.tiles.show_entries(matching(self._entries, text), self._barred, meant=meant)

    def _escape(self) -> None:
        """Take back the search first, if something was typed."""
        if self.stack.currentWidget() is self._choice and self.field.text():
            self.field.setText("")
            self._search("")
        else:
            self.escaped.emit()

    def _enter(self, text: str) -> None:
        searched = self.stack.currentWidget() is self._choice and self.tiles.current() is None
        if not searched or len(text) >= LENGTH:
            self.field.setText("")
        self.entered.emit(text)

    def _button(self, text: str, *, key: str = "") -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), key=key, size=18, high=56)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _language(self, code: str, name: str) -> Button:
        colours = self._look.theme.colours
        chosen = code == self.language
        dress = primary(colours) if chosen else plain(colours)
        button = Button(self._look, name, dress, key="" if chosen else "F2", size=16, high=46)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.language_asked.emit(code))
        return button

    def _choice_page(self) -> QWidget:
        page, space = QWidget(), self._look.theme.space
        foot = QHBoxLayout()
        foot.setSpacing(space(12))
        foot.addWidget(self.again)
        foot.addWidget(self.bar, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(14))
        column.addWidget(self.tiles, 1)
        column.addLayout(foot)
        return page

    def _lay_out(self) -> None:
        space = self._look.theme.space
        head = QHBoxLayout()
        head.setSpacing(space(10))
        head.addWidget(self.head, 1)
        for button in self.languages.values():
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(space(SIDE), space(18), space(SIDE), space(SIDE))
        column.setSpacing(space(16))
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.stack, 1)

    def _wire(self) -> None:
        field = self.field
        field.textEdited.connect(self._search)
        field.textEdited.connect(lambda _text: self.stirred.emit())
        field.entered.connect(self._enter)
        field.escaped.connect(self._escape)
        field.leaving.connect(self.leaving)
        field.stepped.connect(self._step)
        field.paged.connect(self.tiles.turn)
        field.language_asked.connect(self._next_language)
        self.tiles.chosen.connect(self.chosen)
        self.tiles.turned.connect(self.bar.show_pages)
        self.tiles.turned.connect(self.stirred)
        self.bar.turned.connect(self.tiles.turn)
        self.again.clicked.connect(self.escaped)
        for button in (self.yes, self.no, self.stay, self.go):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.escaped)
        self.stay.clicked.connect(self.escaped)
        self.go.clicked.connect(self.left)

    def _step(self, across: int, down: int) -> None:
        if self.stack.currentWidget() is self._choice:
            self.tiles.step(across, down)

    def _next_language(self) -> None:
        at = (CODES.index(self.language) + 1) % len(CODES)
        self.language_asked.emit(CODES[at])
