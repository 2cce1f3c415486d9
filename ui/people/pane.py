"""What can lie beside the list in place of a person: a card with a heading, a way back, and things to choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


class Pane(QFrame):
    """A card that scrolls. Esc leaves it."""

    left = Signal()

    def __init__(self, look: Look, heading: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        theme = look.theme
        inside = QWidget()
        inside.setObjectName("scrolled")
        side = theme.space(20)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(side, theme.space(4), side, theme.space(20))
        self.column.setSpacing(theme.space(8))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.done = Button(look, look.words.t("Done"), plain(theme.colours), key="Esc", size=14, high=38)
        self.done.clicked.connect(self.left)
        top = QHBoxLayout()
        top.setContentsMargins(side, theme.space(14), side, theme.space(6))
        top.addWidget(Text(heading, "heading", wrap=True), 1)
        top.addWidget(self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
