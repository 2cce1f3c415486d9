"""The card of backups: where they go, how old the newest is, taking one, opening a copy of one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.backups import Backup
from eventdesk.words import mark
from ui.actions import ActionId, key_of
from ui.amounts import age_text, size_text
from ui.keeping.safekeeper import Safekeeper
from ui.keeping.standing import told_whole
from ui.look import Look
from ui.preferences import Preferences
from ui.settings.backing_up import FOLDER_KEY, BackingUp, backup_folder
from ui.settings.card import Card
from ui.settings.flow import SettingsFlow, newest
from ui.widgets.button import Button, plain, primary
from ui.widgets.emptied import empty
from ui.widgets.text import ElidedText, Text
from ui.work import Work

MOST_SHOWN = 8
TICK_MS = 30_000
"""The age of the newest backup is said anew after this time."""


class BackupCard(Card):
    """Says what `BackingUp` does for it, so that the desk goes on working."""

    TITLE = mark("Backup")

    folder_asked = Signal()
    file_asked = Signal(Path)

    def __init__(
        self, look: Look, flow: SettingsFlow, preferences: Preferences, work: Work, safekeeper: Safekeeper
    ) -> None:
        words, colours = look.words, look.theme.colours
        super().__init__(
            look,
            words.t(self.TITLE),
            words.t(
                "A backup is a whole copy of this event. One is made on this computer every five minutes, if something "
                "was changed, and before much is changed at once. It never overwrites another file."
            ),
        )
        self._flow, self._preferences, self._safekeeper = flow, preferences, safekeeper
        self._found: list[Backup] = []
        self._gone = False
        self._backing_up = BackingUp.of(work)
        self._backing_up.found.connect(self._show_found)
        self._backing_up.written.connect(self.look_for_backups)
        self._backing_up.copied.connect(self.file_asked)
        self._backing_up.turned.connect(self._turned)
        self.automatic = Text("", "strong", wrap=True)
        self.trouble = Text("", "danger", wrap=True)
        self.missing = Text("", "", wrap=True)
        for text in (self.automatic, self.trouble, self.missing):
            self.column.addWidget(text)
        second = words.t(
            "A second place, best on a stick, gets a copy of each of them, and those that you make yourselves:"
        )
        self.column.addSpacing(look.theme.space(6))
        self.column.addWidget(Text(second, "muted", wrap=True))
        self.where = ElidedText("", "")
        self.choose = Button(look, words.t("Choose folder …"), plain(colours), icon="open", size=14, high=38)
        self.choose.clicked.connect(self.folder_asked)
        self.rows.add_line([self.where, self.choose], stretch=0)
        self.age = Text("", "strong", wrap=True)
        self.column.addWidget(self.age)
        key = key_of(words, ActionId.BACK_UP)
        self.now = Button(look, words.t("Back up now"), primary(colours), key=key, icon="check")
        self.now.clicked.connect(self.back_up)
        self.column.addWidget(self.now)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.space(4))
        self.column.addLayout(self._list)
        self.file = Text("", "small", wrap=True)
        self.column.addWidget(self.file)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._show_age)
        self._seen = safekeeper.standing.newest
        safekeeper.turned.connect(self._on_kept)
        self._turned()

    @property
    def folder(self) -> Path | None:
        """Where backups go; None before somebody has chosen."""
        return backup_folder(self._preferences)

    def choose_folder(self, folder: Path) -> None:
        """Put backups here from now on."""
        self._preferences.keep(FOLDER_KEY, str(folder))
        self._found, self._gone = [], False
        self.refresh()
        self.look_for_backups()

    def refresh(self) -> None:
        """Show what is known now."""
        words, folder = self.look.words, self.folder
        self.where.setText(str(folder) if folder else words.t("No folder chosen yet"))
        self.file.setText(
            words.t(
                "This event lies in {path} ({size}).", path=self._flow.path, size=size_text(words, self._flow.size())
            )
        )
        self._show_automatic()
        self._show_age()

    def look_for_backups(self) -> None:
        """Look what is in the folder, beside the window."""
        self._timer.start()
        if self.folder is not None:
            self._backing_up.look(self._flow, self.look.words, self.folder)

    def back_up(self) -> None:
        """Take a backup now; ask for the folder first if there is none."""
        if self._backing_up.busy:
            return
        if self.folder is None:
            self.folder_asked.emit()
        if self.folder is not None:
            self._backing_up.take(self._flow, self.look.words, self.folder)

    def _turned(self) -> None:
        self.now.setEnabled(not self._backing_up.busy)
        self.refresh()

    def _on_kept(self) -> None:
        """Show how it stands; a new backup is at the second place, too."""
        self._show_automatic()
        newest_one, self._seen = self._seen, self._safekeeper.standing.newest
        if newest_one != self._seen and self.isVisible():
            self.look_for_backups()

    def _show_automatic(self) -> None:
        """Say how it stands with the backups that nobody has to think of."""
        told = told_whole(self.look.words, self._safekeeper.standing, self._flow.now())
        for text, said in ((self.automatic, told.newest), (self.trouble, told.trouble), (self.missing, told.missing)):
            text.setText(said)
            text.setVisible(bool(said))

    def _show_age(self) -> None:
        words, latest = self.look.words, newest(self._found)
        if latest is None:
            none = words.t("No backup of this event in this folder yet.")
            self.age.setText(words.t("This folder is not there at the moment.") if self._gone else none)
            self.age.setVisible(self.folder is not None)
            return
        age = age_text(words, latest.at, self._flow.now())
        count = words.n("one check-in", "{count} check-ins", latest.check_ins)
        self.age.setText(words.t("Newest backup there: {age}, {count}", age=age, count=count))
        self.age.show()

    def _show_found(self, folder: Path, found: list[Backup] | None) -> None:
        if folder != self.folder:
            return
        self._found, self._gone = found or [], found is None
        self._show_age()
        empty(self._list)
        words, theme = self.look.words, self.look.theme
        for each in self._found[:MOST_SHOWN]:
            at = each.at.astimezone(self._flow.now().tzinfo)
            count = words.n("one check-in", "{count} check-ins", each.check_ins)
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.space(10))
            told = f"{at:%d.%m.%Y %H:%M} · {count} · {size_text(words, each.size)}"
            line.addWidget(ElidedText(told, "muted"), 1)
            button = Button(self.look, words.t("Open a copy"), plain(theme.colours), size=14, high=36)
            button.setAccessibleDescription(told)
            button.clicked.connect(partial(self._open_copy, each.path))
            line.addWidget(button)
            self._list.addWidget(row)

    def _open_copy(self, path: Path) -> None:
        self._backing_up.copy(self.look.words, path)
