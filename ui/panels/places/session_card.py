"""The card of one session: how full it is, who waits and who has a place, and what can be done about that."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.look import Look
from ui.panels.places.fill_bar import FillBar
from ui.panels.places.lines import Line, LineList
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WAITING, HOLDING = 0, 1


class SessionCard(QFrame):
    """Waiting list and places take turns in one list. `asked` carries a deed and the person it is about."""

    person_asked = Signal(object)
    up_asked = Signal(object)
    all_up_asked = Signal()
    off_asked = Signal(object)
    take_asked = Signal(object)
    confirm_asked = Signal(object)
    confirm_all_asked = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self._drawn = False
        self._lists: tuple[Sequence[Line], Sequence[Line]] = ((), ())
        self.title, self.about = Text("", "title", wrap=True), Text("", "muted", wrap=True)
        self.figure = Text("", "heading")
        self.bar = FillBar(look.theme)
        self.state = Text("", "strong", wrap=True)
        self.next = Text("", "muted", wrap=True)
        self.all_up = Button(look, words.t("Move up"), primary(colours), size=14, high=38)
        self.which = Segments(look, [words.t("Waiting"), words.t("Places")], WAITING, words.t("Who is shown"))
        self.list = LineList(look, words.t("Waiting list"), least=3)
        self.none = Text("", "muted", wrap=True)
        self.up = self._button(words.t("Give this one the place"), self.up_asked)
        self.off = self._button(words.t("Take off the list"), self.off_asked)
        self.take = self._button(words.t("Take the place"), self.take_asked)
        self.confirm = self._button(words.t("Confirm"), self.confirm_asked)
        self.person = self._button(words.t("Show person"), self.person_asked)
        self.confirm_all = Button(look, words.t("Confirm all here"), plain(colours), size=14, high=36)
        self.confirm_all.clicked.connect(self.confirm_all_asked)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=36)
        self.leave.clicked.connect(self.left)
        self.deeds = ButtonRow(
            space(8), [self.up, self.off, self.take, self.confirm, self.person, self.confirm_all, self.leave]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        full = QHBoxLayout()
        full.setSpacing(space(12))
        full.addWidget(self.figure)
        full.addWidget(self.state, 1)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(full)
        column.addWidget(self.bar)
        column.addWidget(self.next)
        column.addWidget(self.all_up, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.which)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addWidget(self.deeds)
        self.all_up.clicked.connect(self.all_up_asked)
        self.which.chosen.connect(lambda _at: self._show())
        self.list.turned.connect(lambda _key: self._show_deeds())
        self.list.entered.connect(self.person_asked)

    def show_session(
        self, line: Line, state: str, next_up: str, lists: tuple[Sequence[Line], Sequence[Line]], *, drawn: bool
    ) -> None:
        """Show a session: its line, whether it is full, who would move up (empty: nobody), who waits, who is in.

        `drawn`: there are places that are not confirmed.
        """
        self.setAccessibleName(line.title)
        self.title.setText(line.title)
        self.about.setText(line.about)
        self.figure.setText(line.figure)
        self.bar.show_share(line.share, line.tone)
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.next.setText(next_up)
        self.next.setVisible(bool(next_up))
        had = self.all_up.hasFocus()
        self.all_up.setVisible(bool(next_up))
        self._lists, self._drawn = lists, drawn
        self._show()
        if had and not next_up:
            self.take_focus()

    def show_part(self, part: int) -> None:
        """Show who waits, or who has a place."""
        self.which.choose(part)
        self._show()

    def begin_with_somebody(self) -> None:
        """Show who waits, or, where nobody does, who has a place."""
        waiting, holding = self._lists
        self.show_part(HOLDING if holding and not waiting else WAITING)

    def take_focus(self) -> None:
        """Begin with what can be done at once, else with who is shown."""
        if self.all_up.isVisible():
            self.all_up.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.lines:
            self.list.begin()
        else:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        words, at = self._look.words, self.which.at()
        had = self.list.hasFocus() or any(
            each.hasFocus() for each in (self.up, self.off, self.take, self.confirm, self.person)
        )
        self.list.setAccessibleName(words.t("Waiting list") if at == WAITING else words.t("Who has a place"))
        self.list.show_lines(self._lists[at])
        shown = bool(self._lists[at])
        self.list.setVisible(shown)
        self.none.setText(words.t("Nobody waits.") if at == WAITING else words.t("Nobody has a place here."))
        self.none.setVisible(not shown)
        self._show_deeds()
        if had and not shown:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_deeds(self) -> None:
        at, chosen = self.which.at(), self.list.chosen() is not None and bool(self._lists[self.which.at()])
        for button in (self.up, self.off):
            button.setVisible(chosen and at == WAITING)
        for button in (self.take, self.confirm):
            button.setVisible(chosen and at == HOLDING)
        self.person.setVisible(chosen)
        self.confirm_all.setVisible(at == HOLDING and self._drawn)
        self.deeds.refit()

    def _button(self, text: str, signal: object) -> Button:
        button = Button(self._look, text, plain(self._look.theme.colours), size=14, high=36)
        button.clicked.connect(self._asker(signal))
        return button

    def _asker(self, signal: object) -> Callable[[], None]:
        def ask() -> None:
            person = self.list.chosen()
            if person is not None:
                signal.emit(person)  # type: ignore[attr-defined]  # a bound signal has no type of its own

        return ask
