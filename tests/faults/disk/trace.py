"""Writes down all that SQLite does to the files of a folder, so that any moment of it can be gone back to."""

from dataclasses import dataclass, field

from tests.faults.disk.sqlite_vfs import OK, PRETEND, OpenFile


@dataclass(frozen=True, slots=True)
class Made:
    """A file has got a name in the folder."""

    path: str


@dataclass(frozen=True, slots=True)
class Written:
    """Some bytes were written to a file."""

    path: str
    at: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Truncated:
    """A file was made shorter or longer."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """All that was written to a file is on the disk; so are the names in its folder, if `folder`."""

    path: str
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Deleted:
    """A file has lost its name."""

    path: str
    synced: bool


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file has got another name, and what had it before has none any more."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """The names in the folder are on the disk."""

    path: str


Operation = Made | Written | Truncated | Synced | Deleted | Renamed | FolderSynced


@dataclass
class Trace:
    """What was done, and after how many operations it was confirmed. A watcher that hinders nothing."""

    operations: list[Operation] = field(default_factory=list)
    confirmed: list[tuple[int, str]] = field(default_factory=list)
    """After so many operations somebody was told that this is what stands in the file now."""

    def confirm(self, content: str) -> None:
        """Note that the file is said to hold this from now on."""
        self.confirmed.append((len(self.operations), content))

    def opening(self, path: str, *, create: bool) -> int:
        """Let it happen."""
        return OK

    def opened(self, file: OpenFile, *, created: bool) -> None:
        """Note a new file."""
        if created:
            self.operations.append(Made(file.path))

    def writing(self, file: OpenFile, at: int, content: bytes) -> int:
        """Note what is written to a file with a name."""
        if file.path:
            self.operations.append(Written(file.path, at, content))
        return OK

    def truncating(self, file: OpenFile, size: int) -> int:
        """Note it."""
        if file.path:
            self.operations.append(Truncated(file.path, size))
        return OK

    def syncing(self, file: OpenFile) -> int:
        """Note it. The real disk need not be waited for: it is not the one that loses its power."""
        if file.path:
            self.operations.append(Synced(file.path, file.syncs_folder))
        return PRETEND

    def deleting(self, path: str, *, folder_synced: bool) -> int:
        """Note it."""
        self.operations.append(Deleted(path, folder_synced))
        return OK

    def renaming(self, path: str, target: str) -> int:
        """Note it."""
        self.operations.append(Renamed(path, target))
        return OK

    def syncing_folder(self, path: str) -> int:
        """Note it."""
        self.operations.append(FolderSynced(path))
        return PRETEND
