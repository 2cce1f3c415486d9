"""Keeps on the disk what is still to be printed: the list, and the PDFs until they came out.

It lies beside the preferences and not in the event: a printer belongs to a desk, several events may have badges in one
queue, and a badge whose event was closed meanwhile still has to come out. What was printed is noted in the event.

Each eventdesk that runs at a desk has a queue of its own: of a common one, each would print everything. What one has
left behind is taken over by the next that starts.
"""

import contextlib
import time
from pathlib import Path

from PySide6.QtCore import QLockFile

from eventdesk.badges.printers.queue import Queue, restored
from eventdesk.badges.printers.spooler import FolderSpooler
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing

FRESH_SECONDS = 1800
"""After a longer break nothing comes out of a printer by itself: it waits until somebody wants it."""


MOST_AT_ONCE = 9
"""So many run at one desk at once, at most."""


class PrintStore:
    """One folder with a list and the PDFs, and the folder for later."""

    def __init__(self, folder: Path, later: Path) -> None:
        self.folder, self.later = folder, FolderSpooler(later)
        self.pages = FolderSpooler(folder / "pages")
        self.list = folder / "queue.json"
        self.damaged: KnownError | None = None
        """What is to be said about a list that could not be read."""
        self._ours = {self.pages.folder, self.later.folder}
        self._lock: QLockFile | None = None

    @classmethod
    def of_desk(cls, folder: Path, later: Path) -> "PrintStore":
        """Return a store below `folder` that nobody else uses, with all that others left behind there."""
        names = ["printing", *(f"printing-{number}" for number in range(2, MOST_AT_ONCE + 1))]
        stores = [cls(folder / name, later) for name in names]
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        own = next((store for store in stores if store.lock()), stores[0])
        for store in stores:
            own.may_drop(store)
            if store is not own and store.list.exists() and store.lock():
                own.take_over(store)
                store.close()
        return own

    def lock(self) -> bool:
        """Keep others from using it; returns whether none does already."""
        lock = QLockFile(str(self.folder.with_suffix(".lock")))
        lock.setStaleLockTime(0)
        self._lock = lock if lock.tryLock(0) else None
        return self._lock is not None

    def close(self) -> None:
        """Let somebody else use it."""
        if self._lock is not None:
            self._lock.unlock()

    def may_drop(self, other: "PrintStore") -> None:
        """Know the pages of another one, which are deleted like ours as soon as nobody needs them."""
        self._ours.add(other.pages.folder)

    def take_over(self, other: "PrintStore") -> None:
        """Continue the list of another one. It is deleted as soon as ours is on the disk."""
        queue = self.read()
        known = {item.id for item in queue}
        with contextlib.suppress(KnownError, OSError):
            self.write(Queue((*queue, *(item for item in other.read() if item.id not in known))))
            other.list.unlink(missing_ok=True)
        self.damaged = self.damaged or other.damaged

    def read(self) -> Queue:
        """Return what was to be printed when the program ended; a list that cannot be read is put aside."""
        try:
            text = self.list.read_text("utf-8")
            queue = restored(text)
            old = time.time() - self.list.stat().st_mtime > FRESH_SECONDS
        except FileNotFoundError:
            return Queue()
        except (OSError, ValueError):
            self.damaged = KnownError(Fault.QUEUE_DAMAGED, path=str(self.pages.folder))
            with contextlib.suppress(OSError):
                self.list.replace(self.list.with_suffix(".broken"))
            return Queue()
        return queue.rested() if old else queue

    def write(self, queue: Queue) -> None:
        """Keep the list. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
        if not len(queue) and not self.list.exists():
            return
        with replacing(self.list) as making:
            self.folder.mkdir(parents=True, exist_ok=True)
            making.write_text(queue.as_text(), "utf-8")

    def page(self, name: str) -> str:
        """Return where a page lies that `pages` took."""
        return str(self.pages.folder / name)

    def copy_for_later(self, file: str, title: str) -> str:
        """Copy a PDF to the folder for later; returns where it lies there. Raises as `write`."""
        path = Path(file)
        if path.parent == self.later.folder:
            return file
        return str(self.later.folder / self.later.submit(path, title, (0.0, 0.0)).id)

    def drop(self, file: str) -> None:
        """Delete a PDF of ours that nobody needs any more."""
        path = Path(file)
        if file and path.parent in self._ours:
            with contextlib.suppress(OSError):
                path.unlink()
