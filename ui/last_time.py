"""What is said when the last session did not end properly: one calm line, with a report to save if there is one."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from eventdesk import files
from eventdesk.crashes import HowEnded, Left
from eventdesk.errors import KnownError
from eventdesk.words import Words
from ui.dialogs import Dialogs
from ui.icons import IconView
from ui.look import Look
from ui.moments import moment_text
from ui.notices import Notices
from ui.preferences import Preferences
from ui.shell.frame import Frame
from ui.shell.strip_column import Urgency
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.turning import turn

LOW, ROOM_BESIDE = 450, 900
"""The height of a window (at 100 %) below which every line counts; the width that has room for buttons at the side."""


class LastTimeStrip(QFrame):
    """Stays above the pages until somebody has saved the report, or wants none."""

    save_asked = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, left: Sequence[Left], zone: tzinfo | None = None, *, promises: bool = False) -> None:
        """Say it in the `zone` of the event that is open; in that of this computer without one.

        `promises`: an event is open and whole, so that everything confirmed is known to be in it.
        """
        super().__init__()
        self.setObjectName("calm")
        words, theme, colours = look.words, look.theme, look.theme.colours
        self._look, self._left, self._zone, self._promises = look, list(left), zone, promises
        crashed = any(each.how is HowEnded.CRASHED for each in left)
        self.sentence = Text("", "", wrap=True)
        self.save = Button(look, words.t("Save the report …"), primary(colours), size=14, high=36)
        self.save.setToolTip(words.t("Versions and lines of code; nothing about any guest"))
        self.save.setVisible(crashed)
        said = words.t("Discard the report") if crashed else words.t("Got it")
        self.dismiss = Button(look, said, plain(colours), size=14, high=36)
        self.save.clicked.connect(self.save_asked)
        self.dismiss.clicked.connect(self.dismissed)
        self._icon = IconView(look.icons, "note", colours.text, theme.text_px(24))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        buttons.addWidget(self.save)
        buttons.addWidget(self.dismiss)
        buttons.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.space(12))
        self._line.addWidget(self.sentence, 1)
        self._line.addLayout(buttons)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.space(12))
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._line, 1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page in a low window: fewer words, smaller letters."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme, window = self._look.theme, self.window()
        low = window.height() < LOW * theme.scale
        turn(self._line, narrow=self.width() < ROOM_BESIDE * theme.scale)
        said = sentence(self._look.words, self._left, self._zone, short=low, promises=self._promises)
        self.sentence.setText(said)
        self.sentence.be("small" if low else "")
        self.setAccessibleName(self.sentence.text())
        self._icon.setVisible(not low)
        for button in (self.save, self.dismiss):
            button.set_factor(0.75 if low else 1.0)
        side, top = theme.space(24), theme.space(3 if low else 10)
        self._row.setContentsMargins(side, top, side, top)
        self._line.setSpacing(theme.space(3 if low else 12))


class LastTime(QObject):
    """Knows what earlier sessions have left, and offers it in every inside of the window until that is answered."""

    def __init__(
        self,
        left: Sequence[Left],
        window: QWidget,
        look: Callable[[], Look],
        dialogs: Dialogs,
        preferences: Preferences,
        notices: Notices,
        zone: Callable[[], tzinfo | None] = lambda: None,
        whole: Callable[[], bool] = lambda: False,
    ) -> None:
        """`zone` tells the zone of the event that is open, if one is."""
        super().__init__(window)
        self._zone, self._whole = zone, whole
        self._left, self._window, self._look = list(left), window, look
        self._dialogs, self._preferences, self._notices = dialogs, preferences, notices
        self._frame: Frame | None = None
        self.strip: LastTimeStrip | None = None

    def serve(self, frame: Frame) -> None:
        """Say it above the pages of this frame, too."""
        self.strip, self._frame = None, frame
        if self._left:
            self.strip = LastTimeStrip(self._look(), self._left, self._zone(), promises=self._whole())
            self.strip.save_asked.connect(self._save)
            self.strip.dismissed.connect(self._dismiss)
            frame.show_strip(self.strip, Urgency.REPORT)

    def _save(self) -> None:
        """Write the reports to one file, and speak no more of them when that is done."""
        words, crashed = self._look().words, [each for each in self._left if each.how is HowEnded.CRASHED]
        folder = self._preferences.folder_for_files()
        proposed = folder / f"eventdesk-{crashed[0].at:%Y-%m-%d-%H%M}.txt"
        path = self._dialogs.save_other(self._window, words.t("Save the report"), proposed)
        if path is None:
            return
        try:
            write(path, crashed)
        except KnownError as error:
            self._notices.say_fault(error)
            return
        self._dismiss()
        self._notices.tell(lambda said: saved_text(said, path))

    def _dismiss(self) -> None:
        for each in self._left:
            each.dismiss()
        self._left.clear()
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
            if self._frame is not None:
                self._frame.take_focus()


def write(path: Path, left: Sequence[Left]) -> None:
    """Write the reports, the latest first. Raises KnownError."""
    with files.naming_nobody(path) as out:
        out.write("\n".join(each.report for each in left).encode("utf-8"))


def saved_text(words: Words, path: Path) -> str:
    """Return where the report is, and what to do with it."""
    return words.t("The report is saved as “{name}”. Please send it to those who look after eventdesk.", name=path.name)


def sentence(
    words: Words, left: Sequence[Left], zone: tzinfo | None = None, *, short: bool = False, promises: bool = False
) -> str:
    """Return what happened: a crash, or that something else ended the last session."""
    crashed = next((each for each in left if each.how is HowEnded.CRASHED), None)
    promise = words.t("What was confirmed is saved.") if promises else ""
    if crashed is None:
        told = words.t("Last time eventdesk was ended from outside.")
        cause = "" if short else words.t("The power failed, or the system or somebody ended it.")
        parts = [told, cause, promise]
    elif short:
        parts = [words.t("eventdesk crashed last time."), promise, words.t("Please send the report.")]
    else:
        when = moment_text(words, crashed.at.astimezone(zone).isoformat())
        told = words.t("eventdesk crashed: {when}. This is a mistake in eventdesk, not yours.", when=when)
        wish = words.t("Please save the report and send it to those who look after eventdesk.")
        parts = [told, promise, wish]
    return " ".join(part for part in parts if part)
