"""Reads out of a damaged event file what was done since a backup: whole entries of the journal, as far as they go.

First by SQLite, where the two tables of the journal are whole. Otherwise page by page: each page of a table is read for
itself, so that a page that is broken takes nothing with it but what stood on it.
"""

import contextlib
import json
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eventdesk.codes import Op
from eventdesk.store import schema, times
from eventdesk.store.entries import Entry
from eventdesk.store.faults import UNREADABLE
from eventdesk.store.journal import Change, Image
from eventdesk.store.pages import USUAL_SIZE, Pages, Row, size_in_header
from eventdesk.store.tree import Tree

_EID = re.compile(r"[a-z2-7]{8}\.[1-9][0-9]{0,17}")
_ENTRY = "eid, desk, n, seq, ord, v, op, label, actor, at, undoes, settles, part_of, status, undone, why, against"
_ENTRY_COLUMNS, _CHANGE_COLUMNS, _SCHEMA_COLUMNS = 17, 6, 5
_VOTES = "SELECT coalesce(sum(CAST(votes AS INTEGER)), 0) FROM urn"
_HAS_URN = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'urn'"
_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Lost:
    """One entry that the backup does not have. `sure`: all that it changed could be read.

    `entry` is None where only changes of it were found.
    """

    eid: str
    entry: Entry | None
    changes: tuple[Change, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Losses:
    """What was done since a backup, oldest first. `complete`: nothing of it can have been overlooked.

    `votes` is how many votes are in the damaged file and not in the backup; None if that cannot be told.
    """

    deeds: tuple[Lost, ...] = ()
    complete: bool = True
    votes: int | None = 0

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.deeds) or not self.complete or self.votes != 0


def losses(damaged: Path, backup: Path) -> Losses:
    """Return what a damaged file holds and the backup does not. Raises nothing, whatever the file is.

    Neither file is changed. Takes as long as the disk does.
    """
    known, votes = _known(backup)
    with contextlib.suppress(OSError), _looked_at(damaged) as path:
        found = _by_sqlite(path, known, votes)
        return found if found is not None else _by_pages(path, known, votes)
    return Losses(complete=False, votes=None if votes is not None else 0)


def _known(backup: Path) -> tuple[frozenset[str], int | None]:
    """Return the ids of all entries of the backup, and how many votes it holds; None if no poll was opened in it."""
    try:
        with _opened(backup) as found:
            eids = frozenset(str(row[0]) for row in found.execute("SELECT eid FROM entry"))
            urn = found.execute(_HAS_URN).fetchone() and found.execute("SELECT 1 FROM urn").fetchone()
            return eids, int(found.execute(_VOTES).fetchone()[0]) if urn else None
    except UNREADABLE:
        return frozenset(), None


@contextlib.contextmanager
def _looked_at(damaged: Path) -> Iterator[Path]:
    """Hand out a path at which the file may be read as it would be after its last step was taken back."""
    rollback = damaged.with_name(f"{damaged.name}-journal")
    if not rollback.is_file() or not rollback.stat().st_size:
        yield damaged
        return
    with tempfile.TemporaryDirectory(prefix=f".{damaged.name[:60]}.", dir=damaged.parent) as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(damaged, copy)
        shutil.copyfile(rollback, copy.with_name("copy-journal"))
        with contextlib.suppress(*UNREADABLE), contextlib.closing(sqlite3.connect(copy)) as found:
            found.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield copy


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file to read only, as if nothing lay beside it."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        yield connection


def _by_sqlite(path: Path, known: frozenset[str], votes: int | None) -> Losses | None:
    """Return what was lost if SQLite can read the whole journal; None if it cannot."""
    try:
        with _opened(path) as found:
            for table in ("entry", "change"):
                if found.execute(f"PRAGMA integrity_check('{table}')").fetchone()[0] != "ok":
                    return None
            rows = [tuple(row) for row in found.execute(f"SELECT {_ENTRY} FROM entry") if row[0] not in known]
            sql = "SELECT eid, i, tbl, row_id, before, after FROM change WHERE eid = ? ORDER BY i"
            tables = frozenset(schema.journaled_tables())
            changes = {row[0]: _changes(found.execute(sql, (row[0],)), tables) for row in rows}
    except UNREADABLE:
        return None
    certain = {eid: _is_gapless(made) for eid, made in changes.items()}
    return Losses(_sorted(rows, changes, certain), votes=_votes(path, votes))


def _votes(path: Path, before: int | None) -> int | None:
    """Return how many more votes there are than before; None if that cannot be told."""
    try:
        with _opened(path) as found:
            now = int(found.execute(_VOTES).fetchone()[0]) if found.execute(_HAS_URN).fetchone() else 0
            return now - (before or 0)
    except (sqlite3.Error, TypeError, ValueError):  # the last one also for bytes that are no text
        return 0 if before is None else None


def _by_pages(path: Path, known: frozenset[str], votes: int | None) -> Losses:
    content = path.read_bytes()
    sizes = dict.fromkeys((size_in_header(content), USUAL_SIZE))  # the header may be what is broken
    deeds = max((_in_pages(Pages(content, size), known) for size in sizes), key=len)
    return Losses(deeds, complete=False, votes=_votes(path, votes))


def _in_pages(pages: Pages, known: frozenset[str]) -> tuple[Lost, ...]:
    rows: dict[str, Row] = {}
    changes: dict[str, dict[int, Change]] = {}
    tree, tables = Tree(), frozenset(schema.journaled_tables())
    for page in pages.each(frozenset({_ENTRY_COLUMNS, _CHANGE_COLUMNS, _SCHEMA_COLUMNS})):
        eids = tuple(_eid_of(row) for row in page.rows)
        if any(
            row is not None and eid and len(row) == _CHANGE_COLUMNS for eid, row in zip(eids, page.rows, strict=True)
        ):
            tree.add(page.number, eids, page.children)
        for eid, row in zip(eids, page.rows, strict=True):
            if row is not None and row[:2] == ("table", "change") and isinstance(row[3], int):
                tree.root = row[3]
            if row is None or not eid or eid in known:
                continue
            if len(row) == _ENTRY_COLUMNS:
                rows[eid] = row
            elif (change := _change(row, tables)) is not None:
                changes.setdefault(eid, {})[change.i] = change
    told = {eid: [made[i] for i in sorted(made)] for eid, made in changes.items()}
    certain = {eid: _is_gapless(made) and tree.ends(eid) for eid, made in told.items()}
    return _sorted(rows.values(), told, certain)


def _eid_of(row: Row | None) -> str:
    """Return the id of the entry that a row of the journal belongs to; empty if it is none."""
    eid = row[0] if row else None
    return eid if isinstance(eid, str) and _EID.fullmatch(eid) else ""


def _is_gapless(made: list[Change]) -> bool:
    return [each.i for each in made] == list(range(1, len(made) + 1))


def _sorted(rows: Iterable[Row], changes: dict[str, list[Change]], certain: dict[str, bool]) -> tuple[Lost, ...]:
    """Put entries and changes together, in the order in which they were made; what has no entry stands last."""
    found: list[tuple[int, Lost]] = []
    seen: set[str] = set()
    for row in rows:
        eid, entry = str(row[0]), _entry(row)
        seen.add(eid)
        order = row[4] if isinstance(row[4], int) else _NEVER
        made = tuple(changes.get(eid, ()))
        found.append((order, Lost(eid, entry, made, sure=entry is not None and certain.get(eid, True))))
    found += [(_NEVER, Lost(eid, None, tuple(made), sure=False)) for eid, made in changes.items() if eid not in seen]
    return tuple(lost for _, lost in sorted(found, key=lambda each: (each[0], each[1].eid)))


def _entry(row: Row) -> Entry | None:
    """Return what a row of the table of entries says; None if it is not understood."""
    try:
        eid, desk, _n, _seq, _ord, _v, op, label, actor, at, undoes, _settles, part_of, *_rest = row
        moment = times.from_text(str(at))
        return Entry(
            str(eid),
            str(desk),
            Op(str(op)),
            str(label),
            str(actor),
            moment if moment.tzinfo else _no_time(),
            None if undoes is None else str(undoes),
            None if part_of is None else str(part_of),
            undone=False,
        )
    except ValueError:
        return None


def _no_time() -> datetime:
    raise ValueError("a time without a zone")


def _changes(rows: Iterable[Row], tables: frozenset[str]) -> list[Change]:
    return [change for row in rows if (change := _change(tuple(row), tables)) is not None]


def _change(row: Row, tables: frozenset[str]) -> Change | None:
    """Return what a row of the table of changes says; None if it is not understood."""
    if len(row) != _CHANGE_COLUMNS:
        return None
    eid, number, table, row_id, before, after = row
    if not isinstance(number, int) or not isinstance(row_id, int) or table not in tables:
        return None
    try:
        return Change(str(eid), number, str(table), row_id, _image(before), _image(after))
    except (ValueError, RecursionError):
        return None


def _image(text: object) -> Image | None:
    if text is None:
        return None
    found = json.loads(str(text))
    if not isinstance(found, dict) or any(isinstance(value, (dict, list, float, bool)) for value in found.values()):
        raise ValueError("no image of a row")
    return found
