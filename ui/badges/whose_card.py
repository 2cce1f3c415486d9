"""The card that says whose badges are wanted, and in which order."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from eventdesk.badges.choice import Order
from eventdesk.people.listing import Facet
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, mark
from ui.badges.card import Card, Pairs
from ui.badges.wish import NARROWING, Start, Wish
from ui.facets import FACET_NAMES, value_name
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text

MOST_VALUES = 300
"""So many values of a facet are offered, the most frequent ones; the others are found by their words."""
TYPING_MS = 350
_STARTS = {
    Start.EVERYBODY: mark("Everybody who may come"),
    Start.NOT_PRINTED: mark("Who has no badge yet"),
    Start.CHANGED: mark("Whose badge has changed since it was printed"),
    Start.WAITING: mark("Whose badge is printed and lies here"),
}
_ORDERS = {
    Order.NAME: mark("Name"),
    Order.ORGANISATION: mark("Organisation"),
    Order.SECTOR: mark("Sector"),
    Order.CODE: mark("Code"),
}
Values = Callable[[Facet], Mapping[str, int]]


class FacetBox(SteadyBox):
    """One value of a facet, or all; what there is is looked up when the list opens."""

    def __init__(self, words: Words, facet: Facet, values: Values, book: RoleBook) -> None:
        super().__init__(words.t(FACET_NAMES[facet]))
        self._words, self._facet, self._values, self._book = words, facet, values, book
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Choose a value without telling."""
        if self.findData(value) < 0 or self.count() == 0:
            self._fill(value, {value: 0})
        self.setCurrentIndex(self.findData(value))

    def showPopup(self) -> None:
        """Offer what there is now. Never while the list closes: what was chosen in it would be lost."""
        self.offer()
        super().showPopup()

    def offer(self) -> None:
        """Offer the values that people have now, by name."""
        chosen = str(self.currentData())
        counted = self._values(self._facet)
        frequent = sorted(counted, key=lambda value: -counted[value])[:MOST_VALUES]
        self._fill(chosen, {value: counted[value] for value in frequent})

    def _fill(self, chosen: str, counted: Mapping[str, int]) -> None:
        named = {value: value_name(self._words, self._book, self._facet, value) for value in counted if value}
        if chosen and chosen not in named:
            named[chosen] = value_name(self._words, self._book, self._facet, chosen)
        entries = [("", self._words.t("All"))]
        entries += sorted(((value, name) for value, name in named.items()), key=lambda entry: entry[1].casefold())
        self.clear()
        for value, name in entries:
            number = counted.get(value, 0) if value else 0
            self.addItem(f"{name} · {number}" if number else name, value)
        self.setCurrentIndex(self.findData(chosen))


class WordsField(QLineEdit):
    """Words that people are found by; Esc empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class WhoseCard(Card):
    """Everything is narrowed down by boxes; the words are looked for when nobody has typed for a moment."""

    changed = Signal(object)

    def __init__(self, look: Look, values: Values, book: RoleBook) -> None:
        words = look.words
        super().__init__(look, words.t("Whose badges"))
        self._wish = Wish()
        self.start = SteadyBox(words.t("Whose badges"))
        for start, name in _STARTS.items():
            self.start.addItem(words.t(name), start)
        self.start.activated.connect(lambda: self._tell(replace(self._wish, start=self.start.currentData())))
        self.column.addWidget(self.start)
        self.by_hand = Text("", "note", wrap=True)
        self.column.addWidget(self.by_hand)
        self.rows = Pairs(look)
        self.field = WordsField()
        self.field.setProperty("kind", "form")
        self.field.setPlaceholderText(words.t("Name, organisation, e-mail or code"))
        self._typing = single_shot(self, self._take_words, TYPING_MS)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self._take_words)
        self.rows.add(words.t("Search"), self.field, wide=True)
        self.boxes = {facet: FacetBox(words, facet, values, book) for facet in NARROWING}
        for facet, box in self.boxes.items():
            box.activated.connect(lambda _at, facet=facet: self._narrow(facet))
            self.rows.add(words.t(FACET_NAMES[facet]), box)
        self.order = SteadyBox(words.t("Sorted by"))
        for order, name in _ORDERS.items():
            self.order.addItem(words.t(name), order)
        self.order.activated.connect(lambda: self._tell(replace(self._wish, order=self.order.currentData())))
        self.rows.add(words.t("Sorted by"), self.order)
        self.column.addWidget(self.rows)
        self.everybody = self.button(words.t("Do not narrow down"))
        self.everybody.clicked.connect(self._widen)
        self._line = self.add_buttons([self.everybody])
        self.show_wish(self._wish)

    @property
    def busy(self) -> bool:
        """Whether words were typed that nobody has looked for yet."""
        return self._typing.isActive()

    def show_wish(self, wish: Wish) -> None:
        """Show whose badges are wanted."""
        self._wish = wish
        self.start.setCurrentIndex(self.start.findData(wish.start))
        self.order.setCurrentIndex(self.order.findData(wish.order))
        for facet, box in self.boxes.items():
            box.show_value(wish.value(facet))
        if self.field.text().strip() != wish.words.strip():
            self.field.setText(wish.words)
            self._typing.stop()
        chosen = self.look.words.n(
            "Only one person who was chosen in the list", "Only {count} people who were chosen in the list",
            len(wish.people),
        )  # fmt: skip
        self.by_hand.setText(chosen)
        self.by_hand.setVisible(bool(wish.people))
        self._line.setVisible(wish.narrowed)

    def _narrow(self, facet: Facet) -> None:
        self._tell(self._wish.narrow(facet, str(self.boxes[facet].currentData())))

    def _take_words(self) -> None:
        self._typing.stop()
        if self.field.text().strip() != self._wish.words:
            self._tell(replace(self._wish, words=self.field.text().strip()))

    def _widen(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(Wish(start=self._wish.start, order=self._wish.order))

    def _tell(self, wish: Wish) -> None:
        self.show_wish(wish)
        self.changed.emit(wish)
