"""The second step: what each column of the list means."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from eventdesk.people.importing import Field
from eventdesk.words.faults import fault_sentence
from ui.importing.column_list import Column, ColumnList
from ui.importing.flow import ImportFlow
from ui.importing.narrow import is_narrow
from ui.importing.telling import shared_fields
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.turning import turn

BETWEEN_SAMPLES = " · "
SAMPLE_LETTERS = 40


class ColumnsStep(QWidget):
    """Recognised as far as it goes; everything can be corrected."""

    save_asked = Signal()
    load_asked = Signal()

    def __init__(self, look: Look, flow: ImportFlow) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        theme, words = look.theme, look.words
        self._lead, self._warnings = Text("", "", wrap=True), Text("", "danger", wrap=True)
        self._hints = Text("", "muted", wrap=True)
        self.contacts = Tick(
            theme,
            words.t(
                "Take e-mail addresses and telephone numbers over, because we need them and people were told so. "
                "Without them people are recognised by name and organisation."
            ),
            ticked=False,
        )
        self.contacts.toggled.connect(lambda wanted: flow.take_contacts(wanted=wanted))
        self.list = ColumnList(look, flow.mean)
        self.reset, self.save, self.load = (
            Button(look, text, plain(theme.colours), size=14, high=36)
            for text in (words.t("As recognised"), words.t("Save mapping …"), words.t("Load mapping …"))
        )
        self.reset.clicked.connect(flow.mean_as_proposed)
        self.save.clicked.connect(self.save_asked)
        self.load.clicked.connect(self.load_asked)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.space(8), theme.space(8), theme.space(8), theme.space(8))
        inside.addWidget(self.list)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(theme.space(8))
        for button in (self.reset, self.save, self.load):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(10))
        for text in (self._lead, self._warnings, self._hints):
            column.addWidget(text)
        column.addWidget(self.contacts)
        column.addWidget(card, 1)
        column.addLayout(self._buttons)

    def take_focus(self) -> None:
        """Begin at the columns."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where there is little room."""
        super().resizeEvent(event)
        turn(self._buttons, narrow=is_narrow(self._look, self.width()))

    def show_flow(self) -> None:
        """Show what the columns mean now."""
        flow, words = self._flow, self._look.words
        listing = flow.listing
        self._lead.setText(self._said())
        wrong = fault_sentence(words, flow.fault) if flow.fault is not None else ""
        if not listing.has_names:
            wrong = words.t("No column holds names yet. Choose for one of them: full name, given name or family name.")
            if not self._known():
                wrong = words.t(
                    "None of these headings says what its column holds. Perhaps the first row is a person already: "
                    "then write headings above it, such as “Name”, and choose the list again. Or choose here which "
                    "column holds the names."
                )
        for text, said in ((self._warnings, wrong), (self._hints, "\n".join(shared_fields(words, listing)))):
            text.setText(said)
            text.setVisible(bool(said))
        self.contacts.setVisible(bool(listing.contact_columns))
        with QSignalBlocker(self.contacts.box):
            self.contacts.box.setChecked(listing.takes_contacts)
        self.reset.setEnabled(listing.corrected)
        meanings, proposed = listing.meanings(), listing.proposed()
        self.list.columns.show_columns(
            [
                Column(header, self._samples(at), meanings[at], self._remark(header, meanings[at], proposed[at]))
                for at, header in enumerate(listing.header)
            ]
        )

    def _said(self) -> str:
        words, listing = self._look.words, self._flow.listing
        if listing.remembered:
            return words.t("You had a list with these columns before: they mean the same as then.")
        return words.t(
            "{known} of {total} columns have their place. Look them through: a click or the space bar changes where "
            "one goes.",
            known=self._known(),
            total=len(listing.header),
        )

    def _known(self) -> int:
        """Return how many columns go to a field of ours."""
        return sum(field not in (Field.EXTRA, Field.IGNORE) for field in self._flow.listing.meanings())

    def _samples(self, column: int) -> str:
        cells = (" ".join(cell.split())[:SAMPLE_LETTERS] for cell in self._flow.listing.samples(column))
        return BETWEEN_SAMPLES.join(cells) or self._look.words.t("(empty)")

    def _remark(self, header: str, field: Field, proposed: Field) -> str:
        words = self._look.words
        if field is Field.IGNORE and header in self._flow.listing.contact_columns:
            return words.t("only if ticked above")
        if field is not proposed:
            return words.t("your choice")
        if field in (Field.EXTRA, Field.IGNORE):
            return ""
        return words.t("recognised")
