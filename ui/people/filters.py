"""The filter: chips for each value, the most frequent first, with the number of people who have it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.people.listing import Facet, Presence, Wanted
from ui.facets import FACET_NAMES
from ui.look import Look
from ui.people.chips import Chip, Lines
from ui.people.columns import Speech
from ui.people.form import FormField
from ui.people.pane import Pane
from ui.people.telling import PRESENCE_NAMES, facet_value
from ui.widgets.button import Button, plain
from ui.widgets.emptied import empty
from ui.widgets.text import Text

FEW_VALUES = 14
"""So many values are simply shown; of more, the most frequent, and a field to find the others."""
MOST_VALUES = 8
Values = Mapping[Facet, Mapping[str, int]]


class ChipBox(QWidget):
    """A heading, a field to find a value where there are many, and chips. The focus stays on its value."""

    toggled = Signal(str)

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self._look = look
        self._entries: list[tuple[str, str]] = []
        self._on: frozenset[str] = frozenset()
        self._shown: list[tuple[str, str]] = []
        self.chips: dict[str, Chip] = {}
        theme, words = look.theme, look.words
        self.finder = FormField(words.t("Find: {facet}", facet=heading))
        self.finder.setPlaceholderText(words.t("Find …"))
        self.finder.textEdited.connect(lambda _text: self._show())
        holder = QWidget()
        self._lines = Lines(holder, theme.space(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(8), 0, 0)
        column.setSpacing(theme.space(6))
        column.addWidget(Text(heading, "title"))
        column.addWidget(self.finder)
        column.addWidget(holder)

    def show_entries(self, entries: list[tuple[str, str]], on: frozenset[str]) -> None:
        """Show pairs of value and text, the most important first; those in `on` are pressed."""
        self._entries, self._on = entries, on
        self._show()

    def _show(self) -> None:
        wanted = self.finder.text().strip().casefold()
        pressed = [entry for entry in self._entries if entry[0] in self._on]
        others = [entry for entry in self._entries if entry[0] not in self._on and wanted in entry[1].casefold()]
        many = len(self._entries) > FEW_VALUES
        self.finder.setVisible(many)
        shown = sorted([*pressed, *(others[:MOST_VALUES] if many else others)], key=self._entries.index)
        if shown != self._shown:
            self._make(shown)
        for value, chip in self.chips.items():
            chip.setChecked(value in self._on)

    def _make(self, shown: list[tuple[str, str]]) -> None:
        focused = next((value for value, chip in self.chips.items() if chip.hasFocus()), None)
        self._shown = shown
        empty(self._lines)
        self.chips = {value: Chip(self._look, text) for value, text in shown}
        for value, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, value=value: self.toggled.emit(value))
            self._lines.addWidget(chip)
            chip.show()
        if focused in self.chips:
            self.chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)


class FilterPane(Pane):
    """All facets that tell people apart at this event."""

    changed = Signal(object)

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__(look, look.words.t("Filter"))
        self._speech = speech
        self._wanted = Wanted()
        words = speech.words
        self.presence = ChipBox(look, words.t("Today"))
        self.presence.toggled.connect(lambda value: self._tell(self._wanted.with_presence(Presence(value))))
        self.facets = {facet: ChipBox(look, words.t(name)) for facet, name in FACET_NAMES.items()}
        self.clear = Button(look, words.t("Show everybody"), plain(look.theme.colours), icon="close", size=14, high=38)
        self.clear.clicked.connect(lambda: self._tell(Wanted()))
        self.column.addWidget(self.presence)
        for facet, box in self.facets.items():
            box.toggled.connect(lambda value, facet=facet: self._tell(self._wanted.toggled(facet, value)))
            self.column.addWidget(box)
        self.column.addWidget(self.clear)
        self.column.addStretch(1)

    def show_values(self, values: Values, presence: Mapping[Presence, int], wanted: Wanted) -> None:
        """Show what there is to choose from, and what is chosen."""
        self._wanted = wanted
        words = self._speech.words
        here = [(each.value, f"{words.t(name)} · {presence[each]}") for each, name in PRESENCE_NAMES.items()]
        self.presence.show_entries(here, frozenset(each.value for each in wanted.presence))
        for facet, box in self.facets.items():
            counts, on = values[facet], wanted.values.get(facet, frozenset())
            several = len(counts) > 1 or bool(on)
            box.setVisible(several)
            if several:
                counted = {**dict.fromkeys(on, 0), **counts}
                ordered = sorted(counted, key=lambda value: (not value, -counted[value], value))
                entries = [
                    (value, f"{facet_value(self._speech, facet, value)} · {counted[value]}") for value in ordered
                ]
                box.show_entries(entries, on)
        self.clear.setVisible(not wanted.everybody)

    def take_focus(self) -> None:
        """Begin at the first chip."""
        first = next(iter(self.presence.chips.values()), None)
        (first or self.done).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, wanted: Wanted) -> None:
        self.changed.emit(wanted)
