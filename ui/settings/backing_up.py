"""Backups that are being taken, looked for or copied: they go on whatever becomes of the card that asked for them."""

from pathlib import Path

from PySide6.QtCore import QMetaMethod, QObject, Signal

from eventdesk.backups import Backup
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.store.belt import Belt
from eventdesk.words import Words
from ui.jobs import Err, Ok
from ui.preferences import Preferences
from ui.settings.flow import SettingsFlow, open_copy, write_backup
from ui.work import Stopped, Task, Work

FOLDER_KEY = "backup/folder"
"""The folder, best on a stick, into which backups go by hand and, as their second place, by themselves."""


def backup_folder(preferences: Preferences) -> Path | None:
    """Return that folder; None before somebody has chosen one."""
    kept = preferences.kept(FOLDER_KEY)
    return Path(kept) if kept else None


class BackingUp(QObject):
    """One for each `Work`, which it lives as long as. Reading is done in slices here, the rest beside."""

    written = Signal(Path)
    found = Signal(Path, object)
    """The folder, and the backups in it; None if the folder is not there."""
    copied = Signal(Path)
    turned = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self._tasks: tuple[Task, ...] = ()
        self._fault: Err | Stopped | None = None
        self._folder: Path | None = None

    @classmethod
    def of(cls, work: Work) -> "BackingUp":
        """Return the one that belongs to `work`: a card that is made anew finds what its forerunner began."""
        found = work.findChild(cls)
        return found if isinstance(found, cls) else cls(work)

    @property
    def busy(self) -> bool:
        """Whether a backup is being taken."""
        return any(task in self._tasks for task in self._work.tasks)

    def take(self, flow: SettingsFlow, words: Words, folder: Path) -> None:
        """Take a backup, unless one is being taken: pieces are read here and written in the other thread."""
        if self.busy:
            return
        belt, target = Belt(), flow.backup_path(folder)
        reading = self._work.in_slices(words.t("Backup: reading …"), flow.photograph(belt), self._on_read)
        title = words.t("Backup: writing and checking …")
        writing = self._work.beside(title, lambda task: write_backup(belt, target, task.tell), self._end)
        belt.give_up_when(lambda: writing.stopped)
        self._tasks, self._fault, self._folder = (reading, writing), None, folder
        self.turned.emit()

    def look(self, flow: SettingsFlow, words: Words, folder: Path) -> None:
        """Look what is in a folder."""
        look = flow.looking_for_backups(folder)

        def found(result: Ok[list[Backup] | None] | Err | Stopped) -> None:
            self.found.emit(folder, result.value if isinstance(result, Ok) else [])

        self._work.beside(words.t("Looking for backups …"), lambda _task: look() if folder.is_dir() else None, found)

    def copy(self, words: Words, path: Path) -> None:
        """Copy a backup, so that the copy can be opened."""

        def copied(result: Ok[Path] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                self._tell_copied(result.value)
            elif isinstance(result, Err):
                self._work.notices.say_fault(result.error)

        self._work.beside(words.t("Copying the backup …"), lambda _task: open_copy(path), copied)

    def _on_read(self, result: Ok[None] | Err | Stopped) -> None:
        """All is read. If it could not be, or should not, nothing is to be written."""
        if not isinstance(result, Ok):
            self._fault = result
            for task in self._tasks:
                task.stop()

    def _end(self, result: Ok[Path] | Err | Stopped) -> None:
        result, self._tasks, self._fault = self._fault or result, (), None
        self.turned.emit()
        if isinstance(result, Err):
            self._say(result.error)
        elif isinstance(result, Ok):
            name = result.value.name
            self._work.notices.tell(lambda words: words.t("Backup written and checked: {file}", file=name))
            self.written.emit(result.value)

    def _say(self, error: Exception) -> None:
        """Say what went wrong; a folder that is not there is mostly a stick that was pulled out."""
        gone = isinstance(error, KnownError) and error.fault is Fault.CANNOT_WRITE and error.details.get("path")
        if gone and gone == str(self._folder):
            self._work.notices.say(
                lambda words: words.t(
                    "The folder for backups is not there: {folder}. Nothing was written. Put the stick back, or choose "
                    "another folder.",
                    folder=gone,
                )
            )
        else:
            self._work.notices.say_fault(error)

    def _tell_copied(self, path: Path) -> None:
        """Let the copy be opened; where the card that asked for it is gone, nobody is taken by surprise."""
        if self.isSignalConnected(QMetaMethod.fromSignal(self.copied)):
            self.copied.emit(path)
        else:
            self._work.notices.tell(lambda words: words.t("The copy of the backup lies in {path}.", path=str(path)))
