"""A white card in the place of the verdict: a title, what it is about, buttons at its foot."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import ElidedText, Text

LEAST_HEIGHT_WITH_LEAD = 400


class Panel(QFrame):
    """Enter does it, Esc goes back. Children put their own things into `body`, which scrolls in a low window."""

    done = Signal()
    left = Signal()

    def __init__(self, look: Look, icon: str, title: str, do: str) -> None:
        """`do` is the text of the button that does it."""
        super().__init__()
        self.setProperty("kind", "card")
        self.look = look
        theme, words, colours = look.theme, look.words, look.theme.colours
        self.heading = ElidedText(title, "heading")
        self.lead = Text("", "muted", wrap=True)
        self.do_button = Button(look, do, primary(colours), key=words.t("Enter"), size=16, high=46)
        self.do_button.clicked.connect(self.press)
        self.back_button = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=16, high=46)
        self.back_button.clicked.connect(self.left)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(theme.space(12))
        top.addWidget(IconView(look.icons, icon, colours.text, theme.text_px(28)))
        top.addWidget(self.heading, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.space(8))
        self.foot.addStretch(1)
        self.foot.addWidget(self.back_button)
        self.foot.addWidget(self.do_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.space(8))
        self._column.addWidget(self._top)
        self._column.addWidget(self.lead)
        self._column.addWidget(self._scrolling(), 1)
        self._column.addLayout(self.foot)

    def press(self) -> None:
        """Do what the panel is for."""
        self.done.emit()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to a widget of the body."""
        self._area.ensureWidgetVisible(widget)

    def foot_note(self, note: QWidget) -> None:
        """Put something above the buttons that is never scrolled away."""
        self._column.insertWidget(self._column.count() - 1, note)

    def order(self, *stops: QWidget) -> None:
        """Let Tab go through these first, then to the buttons at the foot."""
        for before, after in pairwise((*stops, self.back_button, self.do_button)):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window leave out what is not needed."""
        super().resizeEvent(event)
        theme = self.look.theme
        roomy = self.height() >= LEAST_HEIGHT_WITH_LEAD * theme.scale
        self.lead.setVisible(roomy)
        side, top = (theme.space(32), theme.space(22)) if roomy else (theme.space(18), theme.space(10))
        side = min(side, self.width() // 20)
        self._column.setContentsMargins(side, top, side, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, elsewhere it does what the panel is for; Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            if event.isAutoRepeat():
                return  # a key held down opened the panel; it must not do what is asked there, too
            if isinstance(focus, QAbstractButton):
                focus.click()
            else:
                self.press()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _scrolling(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self.look.theme.space(6))
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self._area
