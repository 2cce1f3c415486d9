"""The entries of the journal: who did what, when, at which desk."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from eventdesk.codes import Op
from eventdesk.store import journal, times


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `label` is what it was about, as plain text; `rows` how many rows it changed."""

    eid: str
    desk: str
    op: Op
    label: str
    actor: str
    at: datetime
    undoes: str | None
    part_of: str | None
    undone: bool

    @property
    def root(self) -> str:
        """The eid of the whole that this entry is part of: an import, a walk-in, a group."""
        return self.part_of or self.eid


COLUMNS = "eid, desk, op, label, actor, at, undoes, part_of, undone"


def from_row(row: sqlite3.Row) -> Entry:
    """Return the entry that a row with COLUMNS, and perhaps others, stands for."""
    return Entry(
        eid=row["eid"],
        desk=row["desk"],
        op=Op(row["op"]),
        label=row["label"],
        actor=row["actor"],
        at=times.from_text(row["at"]),
        undoes=row["undoes"],
        part_of=row["part_of"],
        undone=bool(row["undone"]),
    )


def begin(connection: sqlite3.Connection, entry: Entry, number: int) -> None:
    """Write the entry's own row; its changes follow by the triggers."""
    connection.execute("UPDATE door SET eid = ?", (entry.eid,))
    connection.execute(
        "INSERT INTO entry (eid, desk, n, ord, v, op, label, actor, at, undoes, part_of) "
        "VALUES (?, ?, ?, (SELECT coalesce(max(ord), 0) + 1 FROM entry), ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.eid,
            entry.desk,
            number,
            journal.VERSION,
            entry.op.value,
            entry.label,
            entry.actor,
            times.to_text(entry.at),
            entry.undoes,
            entry.part_of,
        ),
    )


def drop_if_empty(connection: sqlite3.Connection, eid: str) -> bool:
    """Remove an entry that changed nothing, inside the transaction that began it."""
    sql = "DELETE FROM entry WHERE eid = ? AND NOT EXISTS (SELECT 1 FROM change WHERE change.eid = entry.eid)"
    return connection.execute(sql, (eid,)).rowcount == 1


def find(connection: sqlite3.Connection, eid: str) -> Entry | None:
    """Return one entry."""
    row = connection.execute(f"SELECT {COLUMNS} FROM entry WHERE eid = ?", (eid,)).fetchone()
    return row and from_row(row)


def latest_undoable(connection: sqlite3.Connection) -> Entry | None:
    """Return what a plain "undo" takes back: the newest entry in effect that is neither a fact nor an undo."""
    ops = [op.value for op in Op if op.undoable and op is not Op.UNDO]
    marks = ", ".join("?" * len(ops))
    row = connection.execute(
        f"SELECT {COLUMNS} FROM entry WHERE undone = 0 AND undoes IS NULL AND op IN ({marks}) "
        "ORDER BY ord DESC LIMIT 1",
        ops,
    ).fetchone()
    return row and from_row(row)


def whole(connection: sqlite3.Connection, root: str) -> list[Entry]:
    """Return all entries of one import, walk-in or group, newest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM entry WHERE eid = ? OR part_of = ? ORDER BY ord DESC", (root, root)
    )
    return [from_row(row) for row in rows]


def listed(connection: sqlite3.Connection, limit: int, offset: int = 0) -> list[Entry]:
    """Return entries, newest first."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM entry ORDER BY ord DESC LIMIT ? OFFSET ?", (limit, offset))
    return [from_row(row) for row in rows]


def count(connection: sqlite3.Connection) -> int:
    """Return how many entries the journal holds."""
    return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def latest(connection: sqlite3.Connection) -> int:
    """Return the number of the newest entry; 0 if there is none."""
    return int(connection.execute("SELECT coalesce(max(ord), 0) FROM entry").fetchone()[0])


def flip(connection: sqlite3.Connection, target: Entry) -> None:
    """Note that `target` was undone; if it was an undo itself, what it had undone is in effect again, and so on."""
    undone, current = True, target
    while True:
        connection.execute("UPDATE entry SET undone = ? WHERE eid = ?", (int(undone), current.eid))
        following = current.undoes and find(connection, current.undoes)
        if not following:
            return
        undone, current = not undone, following


def came_between(connection: sqlite3.Connection, change: journal.Change) -> Entry | None:
    """Return the newest entry that touched the same columns of the row after the change's own entry."""
    named = ", ".join(f"entry.{column}" for column in COLUMNS.split(", "))
    rows = connection.execute(
        f"SELECT {named}, change.before, change.after FROM change JOIN entry ON entry.eid = change.eid "
        "WHERE change.tbl = ? AND change.row_id = ? AND entry.eid <> ? "
        "AND entry.ord > (SELECT ord FROM entry WHERE eid = ?) ORDER BY entry.ord DESC",
        (change.table, change.row_id, change.eid, change.eid),
    ).fetchall()
    touched = set(change.before or {}) | set(change.after or {})
    for row in rows:
        other = journal.Change("", 0, "", 0, *(text and json.loads(text) for text in row[-2:]))
        if touched & (set(other.before or {}) | set(other.after or {})):
            return from_row(row)
    return None


def author(connection: sqlite3.Connection, table: str, row_id: int) -> Entry | None:
    """Return the newest entry that inserted the row."""
    row = connection.execute(
        "SELECT eid FROM change WHERE tbl = ? AND row_id = ? AND before IS NULL "
        "ORDER BY (SELECT ord FROM entry WHERE entry.eid = change.eid) DESC LIMIT 1",
        (table, row_id),
    ).fetchone()
    return find(connection, row[0]) if row else None


def latest_on(connection: sqlite3.Connection, table: str, row_id: int) -> Entry | None:
    """Return the newest entry that touched the row."""
    row = connection.execute(
        "SELECT eid FROM change WHERE tbl = ? AND row_id = ? "
        "ORDER BY (SELECT ord FROM entry WHERE entry.eid = change.eid) DESC LIMIT 1",
        (table, row_id),
    ).fetchone()
    return find(connection, row[0]) if row else None
