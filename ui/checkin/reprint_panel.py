"""A badge that was printed before: why another one is wanted."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from eventdesk.codes import PrintReason
from eventdesk.people.person import Person
from eventdesk.words import mark
from eventdesk.words.badges import REASONS, reason_text
from ui.checkin.panel import Panel
from ui.look import Look
from ui.print_words import no_printer
from ui.widgets.text import Text

FIRST_CHOSEN = PrintReason.DAMAGED
"""Who presses Enter too soon gets the same badge once more, and no badge is refused."""
_CONSEQUENCES: Mapping[PrintReason, str] = {
    PrintReason.LOST: mark("The new badge gets a new code; the lost one is refused from now on."),
    PrintReason.DAMAGED: mark("The same badge once more."),
    PrintReason.NAME_CORRECTED: mark("First correct the name, then it is printed."),
    PrintReason.ROLE_CHANGED: mark("With the role that stands in the list of people now."),
    PrintReason.PRINTER_FAULT: mark("The same badge once more; the first print was no good."),
}
_DEEDS: Mapping[PrintReason, str] = {
    PrintReason.LOST: mark("New code and print"),
    PrintReason.NAME_CORRECTED: mark("Correct name"),
}
_LEFT_TO_THE_PANEL = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


FRAME = 3
"""Room for the line around the list, which is 2 pixels wide while it has the focus."""


class Reasons(QListView):
    """Arrows choose, and the digit before a reason; Enter and Esc belong to the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit."""
        if event.key() in _LEFT_TO_THE_PANEL:
            event.ignore()
        elif event.text() and event.text() in "123456789":
            row = int(event.text()) - 1
            if row < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)


class ReprintPanel(Panel):
    """The reasons, one below the other; below them what follows from the chosen one."""

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, "printer", words.t("Print again"), words.t("Print"))
        self.lead.setText(words.t("Why is another badge wanted? Choose by the arrow keys or a digit."))
        self.person: Person | None = None
        self._prints = True
        self._model = QStandardItemModel(self)
        for number, reason in enumerate(REASONS, start=1):
            item = QStandardItem(f"{number}   {reason_text(words, reason)}")
            item.setData(reason, Qt.ItemDataRole.UserRole)
            item.setData(words.t(_CONSEQUENCES[PrintReason(reason)]), Qt.ItemDataRole.AccessibleDescriptionRole)
            self._model.appendRow(item)
        self.reasons = Reasons()
        self.reasons.setObjectName("reasons")
        self.reasons.setModel(self._model)
        self.reasons.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reasons.setAccessibleName(words.t("Why is another badge wanted?"))
        self.reasons.selectionModel().currentChanged.connect(lambda _now, _before: self._show_what_follows())
        self.consequence = Text("", "muted", wrap=True)
        self.body.addWidget(self.reasons, 1)
        self.body.addStretch()
        self.foot_note(self.consequence)

    def start(self, person: Person, *, prints: bool = True) -> None:
        """Ask why a person needs another badge. Unless it `prints`, a lost one can be refused all the same."""
        self.person, self._prints = person, prints
        self.heading.setText(self.look.words.t("Print again: {name}", name=person.name))
        self.reasons.setCurrentIndex(self._model.index(list(REASONS).index(FIRST_CHOSEN), 0))
        self._show_what_follows()
        self._be_no_higher_than_needed()
        self.order(self.reasons)
        self.go_on()

    def go_on(self) -> None:
        """Go to the reasons."""
        self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> PrintReason:
        """Return the reason that is chosen."""
        return PrintReason(self.reasons.currentIndex().data(Qt.ItemDataRole.UserRole))

    def _be_no_higher_than_needed(self) -> None:
        rows = self._model.rowCount() * self.reasons.sizeHintForRow(0)
        self.reasons.setMaximumHeight(rows + 2 * self.look.theme.space(6) + 2 * FRAME)

    def _show_what_follows(self) -> None:
        words, reason = self.look.words, self.reason()
        deed, follows = words.t(_DEEDS.get(reason, mark("Print"))), words.t(_CONSEQUENCES[reason])
        if not self._prints and reason is PrintReason.LOST:
            deed = words.t("New code")
            follows = words.t("The lost badge is refused from now on; the new one can be printed later.")
        elif not self._prints:
            follows = no_printer(words)
        self.do_button.say(deed)
        self.consequence.setText(follows)
