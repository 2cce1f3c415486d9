"""Where a desk keeps its automatic backups, and what it remembers of the event files it kept safe.

Each event has a folder of its own on the system disk, called by its id. A list in it says which files of that event
were open here and where else backups went: a file that cannot be read any more is still known by its path.
"""

import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from eventdesk import log
from eventdesk.errors import KnownError
from eventdesk.files import replacing

LIST = "places.json"
_MOST = 20
"""So many files and folders of one event are remembered, those of last."""
_ID = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of an event: its files, and the folders other than its own with automatic backups."""

    event: str = ""
    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()


def home() -> Path:
    """Return the folder of this user for what eventdesk keeps by itself; EVENTDESK_HOME overrides it."""
    given = os.environ.get(log.HOME)
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "eventdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/eventdesk"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "eventdesk"


def own_folder(home: Path, event_id: str) -> Path:
    """Return the folder of this desk for the automatic backups of an event. Nobody makes it before it is needed."""
    plain = event_id if _ID.fullmatch(event_id) else f"x{blake2b(event_id.encode(), digest_size=16).hexdigest()}"
    return home / "backups" / plain


def remember(home: Path, event_id: str, *, file: Path | None = None, folder: Path | None = None) -> None:
    """Remember a file of an event, and a folder with backups of it. A desk works as well where that fails."""
    own, known = own_folder(home, event_id), known_of(home, event_id)
    files = _with(known.files, file)
    folders = _with(known.folders, folder)
    if (files, folders) == (known.files, known.folders) and known.event:
        return
    text = json.dumps({"event": event_id, "files": [*map(str, files)], "folders": [*map(str, folders)]})
    with suppress(OSError, KnownError):
        own.mkdir(parents=True, exist_ok=True)
        with replacing(own / LIST) as making:
            making.write_text(text, encoding="utf-8")


def known_of(home: Path, event_id: str) -> Known:
    """Return what is remembered of an event."""
    return _read(own_folder(home, event_id) / LIST)


def event_of(home: Path, file: Path) -> str:
    """Return the id of the event that a file held when it was open here last; empty if nobody knows it."""
    wanted = _absolute(file)
    with suppress(OSError):
        for listed in sorted((home / "backups").glob(f"*/{LIST}"), key=lambda each: each.stat().st_mtime, reverse=True):
            known = _read(listed)
            if wanted in known.files:
                return known.event
    return ""


def forget(home: Path, event_id: str) -> None:
    """Forget an event, and take its folder away if nothing else is in it."""
    own = own_folder(home, event_id)
    with suppress(OSError):
        (own / LIST).unlink(missing_ok=True)
        own.rmdir()


def folders_of(home: Path, event_id: str) -> tuple[Path, ...]:
    """Return where automatic backups of an event may lie: its own folder, then the others that are remembered."""
    return (own_folder(home, event_id), *known_of(home, event_id).folders)


def _read(listed: Path) -> Known:
    try:
        found = json.loads(listed.read_text("utf-8"))
        files, folders = (tuple(Path(str(each)) for each in found[key]) for key in ("files", "folders"))
        return Known(str(found["event"]), files, folders)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Known()


def _with(known: tuple[Path, ...], more: Path | None) -> tuple[Path, ...]:
    if more is None:
        return known
    wanted = _absolute(more)
    return known if wanted in known else (*known, wanted)[-_MOST:]


def _absolute(path: Path) -> Path:
    """Return a path as it is remembered; a link is followed only as far as that can be done."""
    try:
        return path.resolve()
    except OSError:
        return path.absolute()
