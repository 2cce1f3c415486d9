"""The part of a form that is folded away until somebody wants it, so that the form stays short."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


class More(QWidget):
    """A button that unfolds further fields. While they are folded it says which of them are filled."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        space = look.theme.space
        self._filled: list[tuple[str, Callable[[], bool]]] = []
        self.button = Button(look, look.words.t("More …"), plain(look.theme.colours), size=14, high=36)
        self.button.clicked.connect(self._turn)
        self.summary = Text("", "muted", wrap=True)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, space(4), 0, 0)
        self.column.setSpacing(space(6))
        self.inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(4), 0, 0)
        column.setSpacing(space(4))
        for widget in (self.button, self.summary, self.inside):
            column.addWidget(widget)

    def watch(self, name: str, is_filled: Callable[[], bool]) -> None:
        """Name a field while it is folded away, if it is filled then."""
        self._filled.append((name, is_filled))

    def unfold(self, *, open_now: bool) -> None:
        """Show the further fields, or fold them away."""
        words = self._look.words
        self.inside.setVisible(open_now)
        self.button.say(words.t("Less") if open_now else words.t("More …"))
        self.tell()

    def tell(self) -> None:
        """Say what is filled in there, if it is folded away."""
        names = " · ".join(name for name, is_filled in self._filled if is_filled())
        said = self._look.words.t("Filled in: {fields}", fields=names) if names else ""
        self.summary.setText(said)
        self.summary.setVisible(bool(said) and self.inside.isHidden())
        self.button.setAccessibleDescription(said if self.inside.isHidden() else "")

    def _turn(self) -> None:
        self.unfold(open_now=self.inside.isHidden())
