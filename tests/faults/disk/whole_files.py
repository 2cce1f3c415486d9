"""What makes a whole file, or opens one: it must be there in full or not at all, whichever write fails."""

import gzip
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from eventdesk.backups import copies, keeping
from eventdesk.desk import create_event, open_event
from eventdesk.event import EventDetails
from eventdesk.store.belt import Belt
from tests.clock import FakeClock

OLDER = Path(__file__).parents[2] / "data" / "events" / "v3.eventdesk.gz"
OPEN, COPY, NEW = "event.eventdesk", "copy.eventdesk", "new.eventdesk"


@dataclass(frozen=True)
class Deed:
    """Something that is done to files in a folder. `every` says how many of its writes are tried in between."""

    prepare: Callable[[Path, Path], None]
    """Gets the folder and a used event."""
    do: Callable[[Path], None]
    made: str
    """The file that there is afterwards, and is not or is as before if it was refused."""
    every: int = 1


def _used(folder: Path, morning: Path) -> None:
    copyfile(morning, folder / OPEN)


def _used_and_copied(folder: Path, morning: Path) -> None:
    copyfile(morning, folder / OPEN)
    copyfile(morning, folder / COPY)


def _older(folder: Path, morning: Path) -> None:
    (folder / OPEN).write_bytes(gzip.decompress(OLDER.read_bytes()))


def _cut_off(folder: Path, morning: Path) -> None:
    """Leave an event as a kill in the middle of a step does."""
    other = folder / "other.eventdesk"
    copyfile(morning, other)
    connection = sqlite3.connect(other, isolation_level=None)
    for setting in ("journal_mode=TRUNCATE", "cache_size=1", "cache_spill=1"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    connection.execute("UPDATE person SET note = note || 'x'")
    connection.execute("UPDATE change SET tbl = tbl || 'x'")
    for end in ("", "-journal"):
        copyfile(f"{other}{end}", folder / f"{OPEN}{end}")
    connection.close()
    for path in folder.glob("other.*"):
        path.unlink()


def _open(folder: Path) -> None:
    with open_event(folder / OPEN, clock=FakeClock()):
        pass


def _create(folder: Path) -> None:
    details = EventDetails(title="4. Integrationskonferenz", venue="Convention Center Hannover")
    create_event(folder / NEW, details=details, clock=FakeClock()).close()


def _backup(folder: Path) -> None:
    with open_event(folder / OPEN, clock=FakeClock()) as event:
        event.backup(folder / COPY)


def _photograph(folder: Path) -> None:
    """Write a backup as the window does, though not in two threads: the belt is long enough."""
    with open_event(folder / OPEN, clock=FakeClock()) as event:
        belt = Belt(room=1000)
        for _ in event.photograph(belt):
            pass
        copies.write(belt, folder / COPY, lambda _done, _total: None)


def _keep(folder: Path) -> None:
    with open_event(folder / OPEN, clock=FakeClock()) as event:
        keeping.keep_now(folder / "home", event, copies.Occasion.AUTO)


WHOLE_FILES = {
    "create": Deed(_used, _create, NEW, every=15),
    "backup": Deed(_used, _backup, COPY, every=13),
    "backup_over_an_older": Deed(_used_and_copied, _backup, COPY, every=19),
    "photograph": Deed(_used, _photograph, COPY),
    "migration": Deed(_older, _open, OPEN, every=31),
    "recovery": Deed(_cut_off, _open, OPEN, every=5),
    "keeping": Deed(_used, _keep, OPEN, every=21),
}


def content(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
