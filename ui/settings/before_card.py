"""The card of what is to be done before the day: what the file knows by itself, and what somebody has to say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.words import mark
from ui.icons import IconView
from ui.look import Look
from ui.moments import moment_text
from ui.preferences import Preferences, key_of_file
from ui.rights.keeper import Keeper
from ui.settings.backing_up import backup_folder
from ui.settings.card import Card
from ui.settings.flow import SettingsFlow
from ui.widgets.button import Button, plain
from ui.widgets.text import Text

ENCRYPTED, TRIED = "before/encrypted", "before/printed"
"""What somebody has said: about this computer, and about this computer with this file."""


@dataclass(frozen=True)
class Found:
    """How it stands with one thing: whether it is done, and what there is to say about it."""

    done: bool
    sentence: str


class CheckLine(QWidget):
    """One thing to be done, and a button that leads to it or says that it is done."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        theme = look.theme
        self._look, self.title = look, title
        self._icon = IconView(look.icons, "waiting", theme.colours.muted, theme.text_px(22))
        self.sentence = Text("", "small", wrap=True)
        self.button = Button(look, "", plain(theme.colours), size=14, high=38)
        self.button.setAccessibleDescription(title)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(title, "strong", wrap=True))
        said.addWidget(self.sentence)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        row.setSpacing(theme.space(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.done = False

    def add(self, button: Button) -> None:
        """Add another button."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_found(self, found: Found, button: str) -> None:
        """Show how it stands."""
        words, colours = self._look.words, self._look.theme.colours
        self.done = found.done
        icon, colour = ("check", colours.on_saved) if found.done else ("waiting", colours.on_warning)
        self._icon.show_icon(icon, colour)
        self.sentence.setText(found.sentence)
        state = words.t("done") if found.done else words.t("still to do")
        self.setAccessibleName(words.t("{what}: {state}", what=self.title, state=state))
        self.button.say(button)


class BeforeCard(Card):
    """Nothing here is needed to begin."""

    TITLE = mark("Before the day")

    rights_asked = Signal()
    backup_asked = Signal()
    event_asked = Signal()
    printer_asked = Signal()

    def __init__(self, look: Look, flow: SettingsFlow, preferences: Preferences, keeper: Keeper) -> None:
        words = look.words
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t("What keeps people's data safe, and the queue short. Nothing of it is needed to begin."),
        )
        self._flow, self._preferences, self._keeper = flow, preferences, keeper
        self._tried_key = key_of_file(TRIED, flow.path)
        self.summary = Text("", "strong", wrap=True)
        self.column.addWidget(self.summary)
        self.encrypted = self._line(words.t("The disk of this computer is encrypted"), partial(self._turn, ENCRYPTED))
        self.pin = self._line(words.t("A PIN for organisers is set"), self.rights_asked.emit)
        self.second = self._line(words.t("A second place for backups is chosen"), self.backup_asked.emit)
        self.deletion = self._line(words.t("It is settled when people are deleted"), self.event_asked.emit)
        self.printer = self._line(words.t("A badge was printed on trial, and scanned"), self.printer_asked.emit)
        self.tried = Button(look, "", plain(look.theme.colours), size=14, high=38)
        self.tried.setAccessibleDescription(self.printer.title)
        self.tried.clicked.connect(partial(self._turn, self._tried_key))
        self.printer.add(self.tried)
        keeper.turned.connect(self.refresh)
        self.refresh()

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """All things to be done."""
        return (self.encrypted, self.pin, self.second, self.deletion, self.printer)

    def refresh(self) -> None:
        """Show how it stands with everything now."""
        words, kept = self.look.words, self._preferences
        encrypted, tried = bool(kept.kept(ENCRYPTED)), bool(kept.kept(self._tried_key))
        said = words.t(
            "BitLocker on Windows, FileVault on a Mac, LUKS on Linux: without it a stolen computer tells all."
        )
        not_done, done = words.t("Not done yet"), words.t("Mark as done")
        self.encrypted.show_found(Found(encrypted, said), not_done if encrypted else done)
        guarded = self._keeper.guarded
        said = (
            words.t("Clerks check in, and change nothing else.") if guarded else words.t("Everybody may do everything.")
        )
        self.pin.show_found(Found(guarded, said), words.t("Go there"))
        folder, day = backup_folder(kept), self._flow.deletion_day()
        there = folder is not None and folder.is_dir()
        self.second.show_found(Found(there, self._place(folder, there=there)), words.t("Go there"))
        said = moment_text(words, day) if day else words.t("The event has no end yet.")
        self.deletion.show_found(Found(bool(day), said), words.t("Go there"))
        said = words.t("With the printer, the labels and the scanner of the day.")
        self.printer.show_found(Found(tried, said), words.t("Printer"))
        self.tried.say(not_done if tried else done)
        number, all_of_them = sum(line.done for line in self.lines), len(self.lines)
        if number == all_of_them:
            self.summary.setText(words.t("Everything is done."))
        else:
            self.summary.setText(words.t("{number} of {all} are done.", number=number, all=all_of_them))

    def _place(self, folder: Path | None, *, there: bool) -> str:
        """Return what there is to say about the second place of backups."""
        words = self.look.words
        if folder is None:
            return words.t("A stick, best: this computer may break.")
        if there:
            return str(folder)
        return words.t(
            "The second place is not there at the moment: {folder}. Backups on this computer go on.", folder=folder
        )

    def _line(self, title: str, press: Callable[[], None]) -> CheckLine:
        line = CheckLine(self.look, title)
        line.button.clicked.connect(lambda _down: press())
        self.column.addWidget(line)
        return line

    def _turn(self, key: str) -> None:
        """Note that something is done, or that it is not."""
        self._preferences.keep(key, "" if self._preferences.kept(key) else "yes")
        self.refresh()
