"""The card that says who came how often, among those who agreed to be remembered."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget

from eventdesk.finishing.regulars import Regular
from ui.look import Look
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

MOST_SHOWN = 500


class RegularsCard(Card):
    """Counted when somebody asks."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        sentence = words.t("Among those who agreed to be invited again, and so to be remembered.")
        super().__init__(look, words.t("Who came how often"), sentence, edges=(20, 14, 20, 16))
        self.times = Text("", "strong", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(words.t("Who came how often"))
        self.list.setWordWrap(True)
        self.list.setMinimumSize(QSize(0, look.theme.text_px(160)))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_button = self.button(words.t("Show"))
        self.show_button.clicked.connect(self.asked)
        for widget in (self.times, self.list):
            self.column.addWidget(widget)
            widget.hide()
        self.column.addWidget(Wrapping(look.theme.space(8), [self.show_button]))

    def show_found(self, found: Sequence[Regular]) -> None:
        """Show who came how often."""
        words = self.look.words
        counts = sorted(Counter(each.times for each in found).items())
        lines = [
            words.t("{times} × : {people}", times=times, people=words.n("one person", "{count} people", people))
            for times, people in counts
        ]
        self.times.setText("\n".join(lines) if lines else words.t("Nobody who agreed has come yet."))
        self.times.show()
        self.list.clear()
        for each in found[:MOST_SHOWN]:
            self.list.addItem(" · ".join(part for part in (f"{each.times} ×", each.name, each.organisation) if part))
        self.list.setVisible(bool(found))
