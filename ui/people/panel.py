"""One person beside the list: what they are, what can be done, what was typed and not saved."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.actions import ActionId, key_text
from ui.look import Look
from ui.people.chips import Lines
from ui.people.columns import Speech
from ui.people.form import PersonForm
from ui.people.head import Head
from ui.people.keys import key_here
from ui.people.privacy import Privacy
from ui.people.relations import Relations
from ui.reprinting import Reprint
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text


class PersonPanel(QFrame):
    """A card that scrolls, with what is not saved at its foot."""

    asked = Signal(ActionId)
    gave_back = Signal()
    brought_back = Signal()
    left = Signal()
    turned = Signal()

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        theme, words = look.theme, look.words
        self.head, self.form = Head(look, speech), PersonForm(look, speech)
        self.alike, self.relations = Relations(look, speech), Relations(look, speech)
        self.privacy = Privacy(look)
        self.reprint = Reprint(look, key=key_text(words, key_here(ActionId.PRINT)))
        self.back = Button(look, words.t("Back to the list"), plain(theme.colours), key="Esc", icon="people", high=38)
        self.back.clicked.connect(self.left)
        self._nobody = Text(words.t("Choose somebody in the list to see more."), "muted", wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        side = theme.space(20)
        column.setContentsMargins(side, theme.space(16), side, theme.space(20))
        column.setSpacing(theme.space(10))
        self._body = (self.head, self.reprint, self.alike, self.form, self.relations, self.privacy)
        for widget in (self.back, self._nobody, *self._body):
            column.addWidget(widget)
        column.addStretch(1)
        self.view = QScrollArea()
        self.view.setWidgetResizable(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._foot())
        self.head.asked.connect(self.asked)
        QApplication.instance().focusObjectChanged.connect(self._bring_into_view)  # type: ignore[union-attr]
        self.show_nobody()

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        for widget in self._body:
            widget.hide()
        self._nobody.show()
        self.say_unsaved("", can_save=False)
        self.turned.emit()

    def show_somebody(self) -> None:
        """Show the person whom head, form and relations were told."""
        self._nobody.hide()
        for widget in (self.head, self.form, self.relations):
            widget.show()
        self.privacy.setVisible(self.privacy.is_known)
        self.turned.emit()

    def shows_somebody(self) -> bool:
        """Say whether somebody is chosen."""
        return self._nobody.isHidden()

    def ask_reprint(self, *, asked: bool) -> None:
        """Ask why one more badge is wanted, or ask no more."""
        if asked:
            self.reprint.show()
            self.view.ensureWidgetVisible(self.reprint)
            self.reprint.take_focus()
        elif not self.reprint.isHidden():
            if self.reprint.holds_focus():
                self.head.print.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reprint.hide()

    def be_alone(self, *, alone: bool) -> None:
        """Offer the way back where the panel takes the place of the list."""
        self.back.setVisible(alone)

    def say_unsaved(self, sentence: str, *, can_save: bool, restorable: bool = False) -> None:
        """Say at the foot what is not saved, or that it was given back; nothing to say: no foot."""
        self._said.setText(sentence)
        self.save.setVisible(not restorable)
        self.discard.setVisible(not restorable)
        self.restore.setVisible(restorable)
        self.save.setEnabled(can_save)
        self._said.setVisible(bool(sentence))
        self._buttons.setVisible(bool(sentence))
        self._done.hide()
        self.foot.setVisible(bool(sentence))

    def say_saved(self, *, saved: bool) -> None:
        """Say at the foot, where nothing is to be saved, that all of it just was."""
        self._done.setVisible(saved)
        self.foot.setVisible(saved)

    def says_saved(self) -> bool:
        """Say whether the foot tells that all is saved."""
        return self._done.isVisible()

    def unsaved(self) -> str:
        """Return what is said at the foot."""
        return "" if self.foot.isHidden() else self._said.text()

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.view.verticalScrollBar().setValue(0)

    def show_troubles(self, troubles: Mapping[str, str]) -> None:
        """Say below the fields what is wrong."""
        self.form.say(troubles)

    def show_history(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show what happened with the person."""
        self.relations.show_history(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives back what was typed, or leaves; Enter in a field goes to the next one."""
        if event.key() == Qt.Key.Key_Escape:
            if self.reprint.holds_focus():
                self.ask_reprint(asked=False)
            elif self.discard.isVisible():
                self.gave_back.emit()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the form use the width."""
        super().resizeEvent(event)
        self.form.fit(self.width() - 2 * self._look.theme.space(20) - 12)

    def _foot(self) -> QFrame:
        look, words, theme = self._look, self._look.words, self._look.theme
        self.foot = QFrame()
        self.foot.setObjectName("unsaved")
        self._said = Text("", "", wrap=True)
        self._done = Text(words.t("Saved"), "muted", wrap=True)
        key = key_text(words, key_here(ActionId.SAVE))
        self.save = Button(look, words.t("Save"), primary(theme.colours), key=key, size=14, high=38)
        self.discard = Button(look, words.t("Give back"), plain(theme.colours), key="Esc", size=14, high=38)
        self.restore = Button(look, words.t("Bring back what was typed"), plain(theme.colours), size=14, high=38)
        self.save.clicked.connect(lambda: self.asked.emit(ActionId.SAVE))
        self.discard.clicked.connect(self.gave_back)
        self.restore.clicked.connect(self.brought_back)
        self._buttons = QWidget()
        row = Lines(self._buttons, theme.space(8))
        for button in (self.save, self.discard, self.restore):
            row.addWidget(button)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(theme.space(20), theme.space(10), theme.space(20), theme.space(12))
        column.setSpacing(theme.space(8))
        for widget in (self._said, self._done, self._buttons):
            column.addWidget(widget)
        return self.foot

    def _bring_into_view(self, focused: QObject) -> None:
        inside = self.view.widget()
        if isinstance(focused, QWidget) and inside is not None and inside.isAncestorOf(focused):
            self.view.ensureWidgetVisible(focused, 20, self._look.theme.text_px(60))
