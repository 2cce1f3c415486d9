"""The window itself: its size, its keys, files that are dropped on it, and what it shows while something is loaded.

Light on purpose: it is painted before the rest of the program is imported.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QWindowStateChangeEvent,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.colours import DARK, LIGHT

LEAST = QSize(1024, 640)
USUAL = QSize(1280, 800)
RAIL, HEADER = 92, 60
SUFFIX = ".eventdesk"
LISTS = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls")
"""Files that may hold a list of people."""


class Window(QMainWindow):
    """One window, which stays while its contents are exchanged."""

    dropped = Signal(list)
    closing = Signal()
    pressed = Signal(str)
    filled = Signal(bool)

    def __init__(self, *, dark: bool = False) -> None:
        """Be light or dark until something is inside."""
        super().__init__()
        self._dark, self._sentence = dark, ""
        self._then: Callable[[], object] | None = None
        self.setWindowTitle("eventdesk")
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self.setAcceptDrops(True)

    def be(self, *, dark: bool) -> None:
        """Be dark or light while nothing is inside."""
        self._dark = dark

    def listen(self, key: str) -> None:
        """Say `pressed` when this key is pressed in any window of ours, unless a dialog asks something."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.pressed.emit(key))

    def show_inside(self, widget: QWidget) -> None:
        """Exchange everything inside."""
        self.setCentralWidget(widget)

    def clear(self) -> None:
        """Throw away what is inside at once, so that a new style sheet need not dress it first."""
        inside = self.centralWidget()
        if inside is not None:  # taken out of the window first, it would be dressed once more on its way
            inside.hide()
            inside.deleteLater()
            QCoreApplication.sendPostedEvents(inside, QEvent.Type.DeferredDelete)

    def wait(self, sentence: str, then: Callable[[], object]) -> None:
        """Show nothing but a sentence, and go on with `then` as soon as that is painted."""
        self.clear()
        self._sentence, self._then = sentence, then
        self.update()
        if not self.isVisible():
            QTimer.singleShot(0, self, self._go_on)

    def turn_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline of what will be here."""
        if self.centralWidget() is None:
            colours, painter = DARK if self._dark else LIGHT, QPainter(self)
            painter.fillRect(self.rect(), QColor(colours.paper))
            painter.fillRect(0, 0, self.width(), HEADER, QColor(colours.card))
            painter.fillRect(0, 0, RAIL, self.height(), QColor(colours.rail))
            painter.setPen(QColor(colours.muted))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._sentence)
            painter.end()
            QTimer.singleShot(0, self, self._go_on)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome every file: what cannot be taken is told when it is dropped."""
        if _dropped_files(event):
            _copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped; what becomes of it is another one's business."""
        paths = _dropped_files(event)
        if paths:
            _copy(event)
            self.dropped.emit(paths)

    def changeEvent(self, event: QEvent) -> None:
        """Say when the window fills the screen, and when it does so no more."""
        super().changeEvent(event)
        if isinstance(event, QWindowStateChangeEvent):
            full = bool(self.windowState() & Qt.WindowState.WindowFullScreen)
            if full != bool(event.oldState() & Qt.WindowState.WindowFullScreen):
                self.filled.emit(full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the full screen by Esc, where nothing else had a use for that key."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.turn_full_screen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


def _dropped_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy: who is told that it was moved may delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
