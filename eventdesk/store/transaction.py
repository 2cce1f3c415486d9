"""What an action may do while the door is open, and how it is written into the journal."""

import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from eventdesk.codes import Op
from eventdesk.errors import BugError
from eventdesk.store import bulk, entries, forgetting, journal
from eventdesk.store.access import Value, Writer
from eventdesk.store.entries import Entry
from eventdesk.store.forgetting import Forgotten

ENTRY_ROWS = 100
_ROWS_AT_ONCE = 5000
_RUN_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


def _new_run() -> str:
    return "".join(secrets.choice(_RUN_ALPHABET) for _ in range(8))


@dataclass
class Scribe:
    """Signs entries: desk, actor, time, and an id that no copied file repeats (`run` is new at every opening)."""

    desk: str
    actor: str
    now: Callable[[], datetime]
    columns: Mapping[str, tuple[str, ...]]
    run: str = field(default_factory=_new_run)
    number: int = 0

    def sign(self, op: Op, label: str, *, undoes: str | None, part_of: str | None) -> Entry:
        """Return the next entry of this run."""
        self.number += 1
        eid = f"{self.run}.{self.number}"
        return Entry(eid, self.desk, op, label, self.actor, self.now(), undoes, part_of, undone=False)


class Transaction(Writer):
    """What an action may do while the door is open. Everything here commits together or not at all."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        scribe: Scribe,
        op: Op,
        label: str,
        *,
        part_of: str | None = None,
        undoes: str | None = None,
    ) -> None:
        """Begin the first entry. Made by the door only."""
        super().__init__(connection)
        self._scribe = scribe
        self._root = part_of
        self._written: list[str] = []
        self._touched: defaultdict[str, set[Any]] = defaultdict(set)
        self._begin(op, label, undoes)

    @property
    def eid(self) -> str:
        """The id of the journal entry that is being written."""
        return self._entry.eid

    @property
    def root(self) -> str:
        """The id of the whole that the entries of this transaction belong to: what an undo takes back together."""
        return self._root or self.eid

    @property
    def latest(self) -> str:
        """The id of the newest entry that was closed and kept; empty if there is none."""
        return self._written[-1] if self._written else ""

    def next_entry(self, op: Op, label: str, *, undoes: str | None = None) -> None:
        """Close the entry and open another one that belongs to the same whole: one undo takes back both."""
        self._finish_entry()
        self._begin(op, label, undoes)

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """Insert one row; after a hundred rows the journal turns to a new entry of the same whole."""
        if self._rows >= ENTRY_ROWS:
            self.next_entry(self._entry.op, self._entry.label)
        self._rows += 1
        return super().insert(table, values)

    def insert_many(self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> None:
        """Insert many rows that bring their ids, a hundred to an entry."""
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        at, journaled = columns.index("id"), self._scribe.columns[table]
        waiting = iter(rows)
        while some := list(islice(waiting, _ROWS_AT_ONCE)):
            with bulk.unwatched(self._connection, self.eid, table, journaled, len(some)):
                self._connection.executemany(sql, some)
            self._write_down(table, journaled, [row[at] for row in some])

    def forget(self, wanted: Forgotten) -> int:
        """Forget what belongs to a person, also in the journal; returns how many rows are gone.

        The entry itself stays, though it says nothing but when somebody was forgotten.
        """
        self._connection.execute("UPDATE door SET eid = ''")
        gone = forgetting.forget(self._connection, wanted)
        self._connection.execute("UPDATE door SET eid = ?", (self.eid,))
        for table, ids in wanted.rows.items():
            self._touched[table].update(ids)
        self._kept = True
        return gone

    def keep(self) -> None:
        """Keep the entry although it changes nothing: that it took place is what is to be known."""
        self._kept = True

    def _write_down(self, table: str, journaled: tuple[str, ...], ids: Sequence[Value]) -> None:
        """Write inserted rows down. Entries that hold nothing but a hundred of them need no second look."""
        start, begun_here = 0, False
        while start < len(ids):
            if self._rows >= ENTRY_ROWS and begun_here:
                self._touched[table].update(ids[start - ENTRY_ROWS : start])
                self._begin(self._entry.op, self._entry.label, None)
            elif self._rows >= ENTRY_ROWS:
                self.next_entry(self._entry.op, self._entry.label)
                begun_here = True
            part = ids[start : start + ENTRY_ROWS - self._rows]
            bulk.write_down(self._connection, self.eid, table, journaled, part)
            self._rows += len(part)
            start += len(part)

    def _begin(self, op: Op, label: str, undoes: str | None) -> None:
        self._rows = 0
        self._kept = False
        self._entry = self._scribe.sign(op, label, undoes=undoes, part_of=self._root)
        entries.begin(self._connection, self._entry, self._scribe.number)
        self._root = self._root or self._entry.eid

    def _finish_entry(self) -> None:
        if not self._kept and entries.drop_if_empty(self._connection, self.eid):
            if self._root == self.eid:
                self._root = None
            return
        if self._entry.undoes is None:  # an undo has been made row by row in the first place
            self._rehearse()
        self._written.append(self.eid)

    def _rehearse(self) -> None:
        try:
            journal.rehearse(self._connection, self.eid, self._scribe.columns)
        except journal.UnrepeatableError as error:
            raise BugError(f"this change cannot be replayed row by row: {error}") from error

    def finish(self) -> dict[str, frozenset[int]]:
        """Close the last entry and return the touched ids by table. Called by the door only."""
        self._finish_entry()
        for eid in self._written:
            rows = self._connection.execute("SELECT tbl, row_id FROM change WHERE eid = ?", (eid,)).fetchall()
            for table, changes in groupby(rows, itemgetter(0)):
                self._touched[table].update(map(itemgetter(1), changes))
        return {table: frozenset(ids) for table, ids in self._touched.items()}
