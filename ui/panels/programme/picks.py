"""Several of a few things: chosen from a list that opens, each taken away again by its own button."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text


class Picks(QWidget):
    """`chosen` holds ids in the order in which they were chosen. An id that nobody knows any more is called by itself.

    `note` says what a choice means, or nothing.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        names: Mapping[str, str],
        chosen: Sequence[str],
        note: Callable[[Collection[str]], str] | None = None,
    ) -> None:
        super().__init__()
        self._look, self._names, self._note_of = look, names, note
        self._elsewhere: frozenset[str] = frozenset()
        self._buttons: dict[str, Button] = {}
        self.chosen: tuple[str, ...] = tuple(chosen)
        self.box = SteadyBox(name)
        self.box.activated.connect(lambda _at: self._choose(str(self.box.currentData() or "")))
        self.row = ButtonRow(look.theme.space(6), [])
        self.note = Text("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(4))
        for widget in (self.box, self.row, self.note):
            column.addWidget(widget)
        self._show()

    def exclude(self, refs: Collection[str]) -> None:
        """Offer none of these, which are chosen for something that does not go with it."""
        self._elsewhere = frozenset(refs)
        self._show()

    def button_of(self, ref: str) -> Button:
        """Return the button that takes something away again."""
        return self._buttons[ref]

    def _choose(self, ref: str) -> None:
        if ref:
            self._take((*self.chosen, ref))

    def _drop(self, ref: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(tuple(each for each in self.chosen if each != ref))

    def _take(self, chosen: tuple[str, ...]) -> None:
        self.chosen = chosen
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words, names = self._look.words, self._names
        left = [ref for ref in names if ref not in self.chosen and ref not in self._elsewhere]
        self.box.clear()
        self.box.addItem(words.t("Choose …") if left else words.t("Nothing else to choose"), "")
        for ref in left:
            self.box.addItem(names[ref], ref)
        for ref in self.chosen:
            if ref not in self._buttons:
                self._buttons[ref] = self._button(ref)
        for ref, button in self._buttons.items():
            button.setVisible(ref in self.chosen)
        self.row.setVisible(bool(self.chosen))
        self.row.refit()
        said = self._note_of(self.chosen) if self._note_of is not None else ""
        self.note.setText(said)
        self.note.setVisible(bool(said))
        listed = ", ".join(names.get(ref, ref) for ref in self.chosen)
        self.box.setAccessibleDescription(" ".join(part for part in (listed, said) if part))

    def _button(self, ref: str) -> Button:
        name = self._names.get(ref, ref)
        button = _Away(self._look, f"× {name}", plain(self._look.theme.colours), size=13, high=32)
        said = self._look.words.t("Take away “{name}”", name=name)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.clicked.connect(lambda: self._drop(ref))
        self.row.add([button])
        self.setTabOrder(next(reversed(self._buttons.values()), self.box), button)
        return button


class _Away(Button):
    """A long name ends in "…" where there is little room; it is whole in the tooltip."""

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the name."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())
