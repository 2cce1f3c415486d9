"""The last step: how far the import is, and then what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, key_of
from ui.icons import IconView
from ui.importing.flow import ImportFlow
from ui.importing.narrow import is_narrow
from ui.importing.progress import ProgressCard
from ui.importing.state import Deed, End, Outcome
from ui.importing.telling import doing, ended, undo_answer
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.turning import turn


class DoneStep(QWidget):
    """Undo is right here."""

    people_asked = Signal()

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        theme, words = look.theme, look.words
        self.progress = ProgressCard(look)
        self.progress.stop_asked.connect(flow.stop)
        self._icon = IconView(look.icons, "welcome", theme.colours.text, theme.text_px(44))
        self._heading, self._said = Text("", "heading", wrap=True), Text("", "", wrap=True)
        self._fault = Text("", "danger", wrap=True)
        key = key_of(words, ActionId.UNDO)
        self.people = Button(look, words.t("To the people"), primary(theme.colours), icon="people")
        self.undo = Button(look, words.t("Undo"), plain(theme.colours), key=key, icon="undo")
        self.again = Button(look, words.t("Check the list again"), plain(theme.colours))
        self.another = Button(look, words.t("Another list"), plain(theme.colours))
        self.people.clicked.connect(self.people_asked)
        self.undo.clicked.connect(flow.undo)
        self.again.clicked.connect(flow.check_again)
        self.another.clicked.connect(flow.start_over)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(8))
        for text in (self._heading, self._said, self._fault):
            texts.addWidget(text)
        head = QHBoxLayout()
        head.setSpacing(theme.space(18))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(theme.space(8))
        for button in (self.people, self.undo, self.again, self.another):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(theme.space(24), theme.space(22), theme.space(24), theme.space(22))
        inside.setSpacing(theme.space(18))
        inside.addLayout(head)
        inside.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.progress)
        column.addWidget(self._card)
        column.addStretch(1)

    def take_focus(self) -> None:
        """Begin at what is likely to be done next."""
        first = self.progress.stop_button if self._flow.writes else self.people
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where there is little room."""
        super().resizeEvent(event)
        turn(self._buttons, narrow=is_narrow(self._look, self.width()))

    def show_flow(self) -> None:
        """Show where the import stands."""
        flow = self._flow
        self.progress.setVisible(flow.writes)
        self._card.setVisible(not flow.writes and flow.outcome is not None)
        if flow.writes:
            self.show_progress()
        elif flow.outcome is not None:
            self._show_outcome(flow.outcome)

    def show_progress(self) -> None:
        """Show how far it is."""
        flow, words = self._flow, self._look.words
        if flow.deed is Deed.WRITING and flow.plan is not None:
            hint = words.t(
                "You can go on scanning meanwhile. If you stop, what is written stays, and one undo takes it back."
            )
            self.progress.show_task(doing(words, Deed.WRITING, flow.plan.tables.file), hint, flow.task)
        elif flow.deed is Deed.TAKING_BACK and flow.outcome is not None:
            hint = words.t("You can go on scanning meanwhile.")
            self.progress.show_task(doing(words, Deed.TAKING_BACK, flow.outcome.file), hint, flow.task)

    def _show_outcome(self, outcome: Outcome) -> None:
        words, colours = self._look.words, self._look.theme.colours
        heading, said = ended(words, outcome)
        self._heading.setText(heading)
        self._said.setText(said)
        fault = fault_sentence(words, self._flow.fault) if self._flow.fault is not None else ""
        why = fault or undo_answer(words, outcome.undo)
        self._fault.setText(why)
        self._fault.setVisible(bool(why))
        good = outcome.end is End.WHOLE and not outcome.taken_back
        icon = "undo" if outcome.taken_back else "welcome" if good else "note"
        self._icon.show_icon(icon, colours.dot_welcome if good else colours.muted)
        self.undo.setVisible(outcome.may_undo)
        whole = outcome.end is End.WHOLE and not outcome.written.left and not outcome.taken_back
        self.again.setVisible(not whole and self._flow.listing.there)
