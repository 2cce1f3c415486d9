"""A sentence over the header: what happened, what to do. It never asks for a click; good news goes by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, Dress
from ui.widgets.text import Text

GOOD_NEWS_MS = 8000


class Banner(QFrame):
    """Shows one sentence until the next scan, or until it is closed.

    It lies over what it gets, in whose place it is read, and takes no room of its own: nothing of the page moves when
    it comes or goes, so that every click hits what it was meant for.
    """

    closed = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._over = over
        over.installEventFilter(self)
        self._theme = theme = look.theme
        colours = theme.colours
        self._text = Text("", "", wrap=True)
        ground, ink = QColor(colours.warning), QColor(colours.on_warning)
        dress = Dress(ground, ink, ink, QColor(colours.card), QColor(colours.focus))
        self._close = Button(look, look.words.t("Got it"), dress, size=14, high=34)
        self._close.clicked.connect(self.clear)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(theme.space(12))
        self._note = IconView(look.icons, "note", colours.on_warning, theme.text_px(22))
        self._tick = IconView(look.icons, "check", colours.on_saved, theme.text_px(22))
        for icon in (self._note, self._tick):
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._leaving = single_shot(self, self.hide, GOOD_NEWS_MS)
        self.hide()

    def say(self, sentence: str, *, good: bool = False) -> None:
        """Show a sentence; good news looks calm, needs no answer and leaves after some seconds."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._note.setVisible(not good)
        self._tick.setVisible(good)
        self._close.setVisible(not good)
        self._wear("good", good)
        self._leaving.start() if good else self._leaving.stop()
        self._fit()
        self.show()
        self.raise_()

    @property
    def good(self) -> bool:
        """Whether the sentence that is shown is good news."""
        return bool(self.property("good"))

    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def clear(self) -> None:
        """Take the sentence away."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over what this lies over."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as high as what is under it, in smaller letters if need be; a very long sentence needs more than that."""
        parent = self.parentWidget()
        if parent is None:
            return
        place, width, room = self._over.mapTo(parent, QPoint()), self._over.width(), self._over.height()
        needed = self._height_for(width, small=False)
        if needed > room:
            needed = self._height_for(width, small=True)
        self.setGeometry(place.x(), place.y(), width, max(room, needed))

    def _height_for(self, width: int, *, small: bool) -> int:
        side, top = self._theme.space(24), self._theme.space(2 if small else 8)
        self._row.setContentsMargins(side, top, side, top)
        self._wear("small", small)
        self._row.invalidate()
        return self._row.totalHeightForWidth(width)

    def _wear(self, name: str, value: bool) -> None:
        """Look otherwise: the style sheet knows these properties."""
        if self.property(name) is not value:
            self.setProperty(name, value)
            for part in (self, self._text):
                self.style().unpolish(part)
                self.style().polish(part)
