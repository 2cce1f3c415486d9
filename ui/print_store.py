"""Keeps on the disk what is still to be printed: the list, and the PDFs until they came out.

It lies beside the preferences and not in the event: a printer belongs to a desk, several events may have badges in one
queue, and a badge whose event was closed meanwhile still has to come out. What was printed is noted in the event.
"""

import contextlib
import time
from pathlib import Path

from eventdesk.badges.queue import Queue, Stage, restored
from eventdesk.badges.spooler import FolderSpooler
from eventdesk.files import replacing

FRESH_SECONDS = 1800
"""After a longer break nothing comes out of a printer by itself: it waits until somebody wants it."""


class PrintStore:
    """One folder with a list and the PDFs, and the folder for later."""

    def __init__(self, folder: Path, later: Path) -> None:
        self.folder, self.later = folder, FolderSpooler(later)
        self.pages = FolderSpooler(folder / "pages")
        self._list = folder / "queue.json"

    def read(self) -> Queue:
        """Return what was to be printed when the program ended; a list that cannot be read is put aside."""
        try:
            text = self._list.read_text("utf-8")
            queue = restored(text)
            old = time.time() - self._list.stat().st_mtime > FRESH_SECONDS
        except OSError:
            return Queue()
        except ValueError:
            with contextlib.suppress(OSError):
                self._list.replace(self._list.with_suffix(".broken"))
            return Queue()
        if old:
            for item in queue:
                if item.stage is Stage.WAITING:
                    queue = queue.put_by(item.id, item.file)
        return queue

    def write(self, queue: Queue) -> None:
        """Keep the list. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
        if not len(queue) and not self._list.exists():
            return
        with replacing(self._list) as making:
            self.folder.mkdir(parents=True, exist_ok=True)
            making.write_text(queue.as_text(), "utf-8")

    def page(self, name: str) -> str:
        """Return where a page lies that `pages` took."""
        return str(self.pages.folder / name)

    def put_by(self, file: str, title: str) -> str:
        """Move a PDF to the folder for later; returns where it lies then. Raises as `write`."""
        path = Path(file)
        if path.parent == self.later.folder:
            return file
        job = self.later.submit(path, title, (0.0, 0.0))
        self.drop(file)
        return str(self.later.folder / job.id)

    def drop(self, file: str) -> None:
        """Delete a PDF of ours that nobody needs any more."""
        path = Path(file)
        if file and path.parent in (self.pages.folder, self.later.folder):
            with contextlib.suppress(OSError):
                path.unlink()
