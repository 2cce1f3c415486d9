"""The card that says whose certificates are meant, in which order, and how many there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.look import Look
from ui.reports.flow.certificates_flow import Organisation
from ui.widgets.card import Card
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text


class WhoseCard(Card):
    """All people who were there, or those of one organisation; and one of them to look at."""

    changed = Signal()
    sought = Signal(str)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("For whom"), edges=(20, 14, 20, 16))
        self.count = Text("", "strong", wrap=True)
        self.organisation = SteadyBox(words.t("Organisation"))
        self.order = Segments(look, [words.t("By name"), words.t("By organisation")], 0, words.t("Order"))
        self.search = QLineEdit()
        self.search.setProperty("kind", "form")
        self.search.setAccessibleName(words.t("Look at the certificate of"))
        self.search.setPlaceholderText(words.t("Name: look at this certificate"))
        for widget in (self.count, self.organisation, self.order, self.search):
            self.column.addWidget(widget)
        self.organisation.activated.connect(lambda _at: self.changed.emit())
        self.order.chosen.connect(lambda _at: self.changed.emit())
        self.search.textEdited.connect(self.sought)
        self.search.returnPressed.connect(lambda: self.sought.emit(self.search.text()))

    def chosen(self) -> str:
        """Return the organisation that is chosen; empty for all."""
        return str(self.organisation.currentData() or "")

    def is_grouped(self) -> bool:
        """Say whether people are sorted by organisation."""
        return self.order.at() == 1

    def offer(self, organisations: Sequence[Organisation], chosen: str, *, grouped: bool) -> None:
        """Offer these organisations."""
        words, box = self.look.words, self.organisation
        box.clear()
        box.addItem(words.t("All organisations"), "")
        for each in organisations:
            box.addItem(f"{each.name} ({each.people})", each.name)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self.order.choose(int(grouped))

    def say(self, sentence: str) -> None:
        """Say how many certificates there are, or why there are none."""
        self.count.setText(sentence)
