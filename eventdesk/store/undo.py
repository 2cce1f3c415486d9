"""Undo is an ordinary entry that writes the touched columns back, newest first, if nothing came in between."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.codes import Refusal
from eventdesk.store import bulk, entries, journal, schema
from eventdesk.store.entries import Entry


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the newest entry of the whole, how many entries, and the eid of the undo itself."""

    entry: Entry
    entries: int
    eid: str


@dataclass(frozen=True, slots=True)
class UndoRefused:
    """Nothing was changed. `against` is the entry that stands in the way, where there is one."""

    reason: Refusal
    entry: Entry | None = None
    against: Entry | None = None


@dataclass(frozen=True, slots=True)
class UndoStopped:
    """Only a part was taken back: `entries` of the whole, by the undo `eid`; then `against` stood in the way.

    The undo can itself be undone; undoing the whole once more goes on with the rest.
    """

    entry: Entry
    entries: int
    eid: str
    against: Entry | None = None


class UndoPhase(StrEnum):
    """What an undo in steps is doing. Until it takes back, nothing is changed."""

    CHECKING = "checking"
    TAKING_BACK = "taking_back"


@dataclass(frozen=True, slots=True)
class UndoStep:
    """How many entries of the whole have been checked, or taken back."""

    phase: UndoPhase
    done: int
    total: int


class OvertakenError(Exception):
    """A later entry builds on what should be taken back."""

    def __init__(self, against: Entry | None) -> None:
        super().__init__(against)
        self.against = against


def choose(connection: sqlite3.Connection, eid: str | None) -> list[Entry] | UndoRefused:
    """Return the entries to take back, newest first: the named one, or the latest, with all it is part of."""
    target = entries.latest_undoable(connection) if eid is None else entries.find(connection, eid)
    if target is None:
        return UndoRefused(Refusal.NOTHING)
    if not target.op.undoable:
        return UndoRefused(Refusal.NOT_UNDOABLE, target)
    if target.undone:
        return UndoRefused(Refusal.ALREADY_UNDONE, target, _undo_of(connection, target))
    return [entry for entry in entries.whole(connection, target.root) if not entry.undone and entry.op.undoable]


def still_open(connection: sqlite3.Connection, target: Entry, undoing: str | None) -> None:
    """Raise `OvertakenError` if `target`, or the undo that is under way, was undone since they were chosen."""
    for eid in filter(None, (target.eid, undoing)):
        now = entries.find(connection, eid)
        if now is not None and now.undone:
            raise OvertakenError(_undo_of(connection, now))


def _undo_of(connection: sqlite3.Connection, target: Entry) -> Entry | None:
    row = connection.execute("SELECT eid FROM entry WHERE undoes = ? ORDER BY ord DESC", (target.eid,)).fetchone()
    return entries.find(connection, row[0]) if row else None


def take_back(connection: sqlite3.Connection, target: Entry, eid: str, columns: Mapping[str, tuple[str, ...]]) -> None:
    """Reverse one entry inside the open undo entry `eid`. Raises `OvertakenError` with what stands in the way."""
    if not bulk.take_back(connection, target.eid, eid, columns):
        _take_back_row_by_row(connection, target, columns)
    entries.flip(connection, target)


def _take_back_row_by_row(
    connection: sqlite3.Connection, target: Entry, columns: Mapping[str, tuple[str, ...]]
) -> None:
    for change in reversed(journal.changes(connection, target.eid)):
        if change.before is None:
            _refuse_if_held(connection, change)
        refuse_if_scanned(connection, change)
        refuse_if_settled(connection, change)
        try:
            journal.apply(connection, change.reversed(), columns, recorded=True)
        except journal.UnrepeatableError as error:
            raise OvertakenError(entries.came_between(connection, change)) from error


def refuse_if_scanned(connection: sqlite3.Connection, change: journal.Change) -> None:
    """Raise `OvertakenError` with the scan that a former code has led to its present owner since this change."""
    if change.table == "former_key":
        given = {"row": change.row_id, "eid": change.eid}
        scan = connection.execute(schema.SCANNED_SINCE, given).fetchone()
        if scan is not None:
            raise OvertakenError(entries.author(connection, "scan", scan[0]))


def refuse_if_settled(connection: sqlite3.Connection, change: journal.Change) -> None:
    """Raise `OvertakenError` if what this change was about has been settled since; see `schema.SETTLED`."""
    settled = schema.SETTLED.get(change.table)
    if settled is None:
        return
    images = {**(change.before or {}), **(change.after or {})}
    values = {"row": change.row_id, "eid": change.eid, "poll": images.get("poll")}
    found = connection.execute(settled, values).fetchone()
    if found is not None:
        latest = entries.latest_on(connection, found[0], found[1])
        raise OvertakenError(latest if latest is not None and latest.op.undoable else None)


def _refuse_if_held(connection: sqlite3.Connection, change: journal.Change) -> None:
    for table, column, which in schema.HELD_BY.get(change.table, ()):
        sql = f"SELECT id FROM {table} WHERE {column} = ? AND {which} LIMIT 1"
        holder = connection.execute(sql, (change.row_id,)).fetchone()
        if holder is not None:
            raise OvertakenError(entries.author(connection, table, holder[0]))
