"""A short look at an event file that is not open here: whose it is, how much is in it. Never waits, never writes.

Never look so at the file that this process has open: on Unix, closing it again would give up the locks of the open one.
"""

import contextlib
import sqlite3
import stat
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from eventdesk.files import SQLITE_MAGIC
from eventdesk.store import schema, times
from eventdesk.store.faults import UNREADABLE

_HEADER = 100
RESTORED = "restored"
"""Under this key a file that was made from a backup says when; later ones are not mixed up with earlier backups."""


class Reach(StrEnum):
    """Whether the file could be looked at."""

    READ = "read"
    GONE = "gone"
    OPEN_ELSEWHERE = "open_elsewhere"
    LEFT_OPEN = "left_open"
    """It was not closed properly; opening it puts that right."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Glance:
    """What a look showed. All but `path` and `reach` are empty unless it is READ.

    `event` is the id that all copies of one event share, `checked_in` how many people came in at any time,
    `check_ins` how many entries were admitted, `used` the time of the last entry of the journal, `last` its number.
    `restored` tells when the file was made from a backup, `votes` how many it holds, `zone` the time zone of the event.
    `latest` is the id of that last entry, which no other entry of any file has.
    """

    path: Path
    reach: Reach
    event: str = ""
    title: str = ""
    people: int = 0
    checked_in: int = 0
    check_ins: int = 0
    used: datetime | None = None
    size: int = 0
    last: int = 0
    restored: str = ""
    votes: int = 0
    zone: str = ""
    latest: str = ""


def peek(path: Path) -> Glance:
    """Look at a file. Raises nothing: what cannot be read is told as `reach`."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # a pipe would keep us waiting
            return Glance(path, Reach.UNREADABLE)
        size = facts.st_size
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        return Glance(path, Reach.GONE)
    except OSError:
        return Glance(path, Reach.UNREADABLE)
    ours = head.startswith(SQLITE_MAGIC) and int.from_bytes(head[68:72]) == schema.APPLICATION_ID
    if not ours:
        return Glance(path, Reach.UNREADABLE, size=size)
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as found:
            found.execute("PRAGMA trusted_schema=OFF")
            return _seen(found, path, size)
    except UNREADABLE as error:
        return Glance(path, _reach(error), size=size)


def _seen(found: sqlite3.Connection, path: Path, size: int) -> Glance:
    def one(sql: str) -> object:
        row = found.execute(sql).fetchone()
        return row[0] if row else None

    latest = found.execute("SELECT at, ord, eid FROM entry ORDER BY ord DESC LIMIT 1").fetchone() or ("", 0, "")
    has_urn = one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'urn'")
    admitted = "SELECT count(DISTINCT person), count(*) FROM scan WHERE outcome = 'accepted' AND direction = 'in'"
    checked_in, check_ins = found.execute(admitted).fetchone()
    return Glance(
        path,
        Reach.READ,
        event=str(one("SELECT value FROM meta WHERE key = 'event'") or ""),
        title=str(one("SELECT value FROM setting WHERE key = 'title'") or ""),
        people=int(str(one("SELECT count(*) FROM person"))),
        checked_in=checked_in,
        check_ins=check_ins,
        used=_time(str(latest[0])),
        size=size,
        last=int(latest[1]),
        restored=str(one(f"SELECT value FROM meta WHERE key = '{RESTORED}'") or ""),
        votes=int(str(one("SELECT sum(CAST(votes AS INTEGER)) FROM urn") or 0)) if has_urn else 0,
        zone=str(one("SELECT value FROM setting WHERE key = 'timezone'") or ""),
        latest=str(latest[2]),
    )


def _time(text: str) -> datetime | None:
    """Return a stored time; None for a text that is none, or one without a zone."""
    try:
        found = times.from_text(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _reach(error: Exception) -> Reach:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Reach.OPEN_ELSEWHERE
    # a file that was not closed waits for its last step to be taken back, which a reader may not do
    return Reach.LEFT_OPEN if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN) else Reach.UNREADABLE
