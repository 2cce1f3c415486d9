"""The file of the guided first scan: apart from all others, and new each time."""

from pathlib import Path

from eventdesk import paths, starting
from eventdesk.event import Clock, Event
from eventdesk.eventfolder import create_from
from eventdesk.store.peek import Reach, peek

FOLDER = "practice"
_NAME = "practice"


def is_practice(path: Path, home: Path) -> bool:
    """Return whether a file was made to practise with. `home` is the folder of what this desk keeps."""
    return path.parent == home / FOLDER


def fresh(home: Path, desk: str, clock: Clock) -> Event:
    """Throw away the former practice files, but for one that is open elsewhere, and make and open a new one."""
    folder = home / FOLDER
    starting.make_folder(folder)
    for former in folder.glob(f"{_NAME}*.eventdesk"):
        if peek(former).reach is not Reach.OPEN_ELSEWHERE:
            _remove(former)
    source = paths.seeds() / starting.DEFAULT_SAMPLE
    return create_from(starting.free_name(folder, _NAME), source, desk=desk, clock=clock).opened()


def _remove(file: Path) -> None:
    """Remove a file and what lies beside it under its name; what cannot be removed stays."""
    for each in file.parent.glob(f"{file.name}*"):
        try:
            each.unlink()
        except OSError:
            continue
