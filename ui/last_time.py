"""What is said when the last session did not end properly: one calm line, with a report to save if there is one."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eventdesk import files
from eventdesk.crashes import HowEnded, Left
from eventdesk.errors import KnownError
from eventdesk.words import Words
from ui.dialogs import Dialogs
from ui.look import Look
from ui.moments import moment_text
from ui.notices import Notices
from ui.preferences import Preferences
from ui.shell.frame import Frame
from ui.shell.strip_column import Urgency
from ui.widgets.button import Button, plain, primary
from ui.widgets.calm_strip import CalmStrip


class LastTimeStrip(CalmStrip):
    """Stays above the pages until somebody has saved the report, or wants none."""

    save_asked = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, left: Sequence[Left], zone: tzinfo | None = None, *, promises: bool = False) -> None:
        """Say it in the `zone` of the event that is open; in that of this computer without one.

        `promises`: an event is open and whole, so that everything confirmed is known to be in it.
        """
        words, colours = look.words, look.theme.colours
        crashed = any(each.how is HowEnded.CRASHED for each in left)
        self.save = Button(look, words.t("Save the report …"), primary(colours), size=14, high=36)
        self.save.setToolTip(words.t("Versions and lines of code; nothing about any guest"))
        said = words.t("Discard the report") if crashed else words.t("Got it")
        self.dismiss = Button(look, said, plain(colours), size=14, high=36)
        super().__init__(look, "note", [self.save, self.dismiss])
        self.save.clicked.connect(self.save_asked)
        self.dismiss.clicked.connect(self.dismissed)
        if not crashed:
            self.save.hide()
        told, briefly = (sentence(words, left, zone, short=short, promises=promises) for short in (False, True))
        self.say(told, briefly)


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
            self.strip.show()

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
