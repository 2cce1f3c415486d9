"""When something goes wrong that nobody foresaw: it is logged, told once, and the desk goes on scanning."""

import logging
import platform
from collections.abc import Callable

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from eventdesk import __version__, log
from ui.icons import IconView
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text

KEY = "F12"
"""Goes to the report; nothing else uses it, and a scanner does not send it."""
LONGEST_MESSAGE = 300
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def listen_to_qt() -> Callable[[], None]:
    """Send what Qt says to the logger "qt". Returns a function that puts the former handler back."""
    logger = logging.getLogger("qt")

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        logger.log(_LEVELS.get(kind, logging.WARNING), "%s", text)

    former = qInstallMessageHandler(hear)

    def restore() -> None:
        qInstallMessageHandler(former)

    return restore


class Alarm(QObject):
    """Carries an uncaught exception from any thread to the window."""

    raised = Signal(object)

    def tell(self, error: BaseException) -> None:
        """Hand on an exception; called by the hooks of `log.watch`."""
        self.raised.emit(error)


def report(error: BaseException) -> str:
    """Return what a person may copy and send: versions and the way through the code, nothing about any guest."""
    versions = f"eventdesk {__version__} · Python {platform.python_version()} · PySide6 {qt_version}"
    return f"{versions}\n{platform.platform()}\n\n{log.trace(error)}"


def message(error: BaseException) -> str:
    """Return what the error itself says. It may name a guest: for the screen alone, never for the report."""
    kind, said = type(error).__name__, " ".join(str(error).split())
    return f"{kind}: {said[:LONGEST_MESSAGE]}" if said else kind


class BugDialog(QDialog):
    """Says that something failed, with a text to copy. It does not stop anybody from scanning."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        theme, words, colours = look.theme, look.words, look.theme.colours
        self._desk = parent
        self.setObjectName("page")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(words.t("Something went wrong"))
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(words.t("Report"))
        self._message = Text("", "strong", wrap=True)
        copy = Button(look, words.t("Copy the report"), plain(colours))
        copy.clicked.connect(self._copy)
        self._close = close = Button(look, words.t("Close"), primary(colours), key=words.t("Esc"))
        close.clicked.connect(self.close)
        QShortcut(QKeySequence(KEY), self, self.go_to, context=Qt.ShortcutContext.ApplicationShortcut)
        top = QHBoxLayout()
        top.setSpacing(theme.space(14))
        top.addWidget(IconView(look.icons, "note", colours.danger, theme.text_px(30)), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.addWidget(Text(words.t("Something went wrong"), "heading"))
        lead = words.t(
            "This is a mistake in eventdesk, not yours. What was confirmed is saved. Go on scanning; "
            "please send this report to those who look after eventdesk."
        )
        said.addWidget(Text(lead, "", wrap=True))
        said.addWidget(self._message)
        top.addLayout(said, 1)
        foot = QHBoxLayout()
        foot.addWidget(Text(words.t("{key} goes to this window", key=KEY), "small"))
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        margin = theme.space(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.space(12))
        column.addLayout(top)
        column.addWidget(self._text, 1)
        column.addLayout(foot)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._margin = margin
        self.resize(theme.space(620), theme.space(360))

    def show_error(self, error: BaseException) -> None:
        """Show the report of one error; a second one is added below the first."""
        former = self._text.toPlainText() if self.isVisible() else ""
        self._text.setPlainText("\n\n".join(part for part in (former, report(error)) if part))
        self._message.setText(message(error))
        if not self.isVisible():
            self._lie_low()
        self.show()

    def go_to(self) -> None:
        """Come to the front, at the button that closes it."""
        self.activateWindow()
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def done(self, result: int) -> None:
        """Go back to the window of the desk."""
        super().done(result)
        self._desk.activateWindow()

    def text(self) -> str:
        """Return the report."""
        return self._text.toPlainText()

    def _lie_low(self) -> None:
        """Lie in the lower corner of the window: scan field and verdict stay in view."""
        desk = self._desk.frameGeometry()
        high = min(self.height(), desk.height() // 2)
        self.resize(min(self.width(), desk.width()), high)
        corner = desk.bottomRight()
        self.move(corner.x() - self.width() - self._margin, corner.y() - self.height() - self._margin)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
