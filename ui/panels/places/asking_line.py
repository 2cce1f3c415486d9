"""Why something should not be done, and doing it all the same."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import Text


class AskingLine(QFrame):
    """Hidden while there is nothing to ask."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self.setObjectName("fairask")
        self._do: Callable[[], object] | None = None
        self._after: Callable[[], object] | None = None
        self.sentence = Text("", "mind", wrap=True)
        colours = look.theme.colours
        self.yes = Button(look, words.t("All the same"), plain(colours), size=14, high=36)
        self.no = Button(look, words.t("Leave it"), plain(colours), size=14, high=36)
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.forget)
        self._row = ButtonRow(space(8), [self.yes, self.no])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(10), space(12), space(12))
        column.setSpacing(space(8))
        column.addWidget(self.sentence)
        column.addWidget(self._row)
        self.hide()

    def ask(self, sentence: str, do: Callable[[], object], after: Callable[[], object]) -> None:
        """Ask; `after`: where the focus goes then."""
        self._do, self._after = do, after
        self.sentence.setText(sentence)
        self.show()
        self._row.refit()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Ask no more."""
        after, self._do, self._after = self._after, None, None
        had = self.yes.hasFocus() or self.no.hasFocus()
        self.hide()
        if had and after is not None:
            after()

    def _answer(self) -> None:
        do = self._do
        self.forget()
        if do is not None:
            do()
