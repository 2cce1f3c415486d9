"""The one door: begins, lets an action write, keeps derived data true, commits. Nothing else writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventdesk.codes import Fault, Op
from eventdesk.errors import BugError, KnownError
from eventdesk.store import faults, undo
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher
from eventdesk.store.entries import Entry
from eventdesk.store.foresight import Foresight
from eventdesk.store.transaction import Scribe, Transaction

Touched = dict[str, frozenset[int]]


class Door:
    """Guards one connection: the triggers of the journal refuse every write except while a transaction is open."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        scribe: Scribe,
        refreshers: tuple[Refresher, ...],
        shut_by: Fault | None,
    ) -> None:
        """Shut the door. `shut_by` says why this file can only be looked at, if so."""
        self._connection = connection
        self._path = path
        self._scribe = scribe
        self._refreshers = refreshers
        self._shut_by = shut_by
        self._busy = False

    @contextmanager
    def transaction(self, op: Op, label: str, part_of: str | None) -> Iterator[tuple[Transaction, Touched]]:
        """Yield a transaction and the dict of touched ids, which is filled when it has committed."""
        with self._open():
            tx = Transaction(self._connection, self._scribe, op, label, part_of=part_of)
            touched: Touched = {}
            yield tx, touched
            touched.update(self._commit(tx))

    def take_back(self, targets: list[Entry], part_of: str | None = None) -> tuple[str, Touched]:
        """Undo entries, newest first, in one transaction; returns the eid of the undo and the touched ids.

        `part_of` is the undo that this one goes on with. Raises `undo.OvertakenError`, having changed nothing, if
        something later builds on them.
        """
        first = targets[0]
        with self._open():
            tx = Transaction(self._connection, self._scribe, Op.UNDO, first.label, undoes=first.eid, part_of=part_of)
            eid = tx.eid
            for target in targets:
                if target is not first:
                    tx.next_entry(Op.UNDO, target.label, undoes=target.eid)
                undo.take_back(self._connection, target, tx.eid, self._scribe.columns)
            return eid, self._commit(tx)

    def foresight(self) -> Foresight:
        """Return what says whether entries can be taken back, before any is."""
        return Foresight(self._connection, self._scribe.columns)

    def rebuild_derived(self) -> None:
        """Make all derived tables anew."""
        with self._unrecorded() as writer:
            for refresher in self._refreshers:
                refresher.rebuild(writer)

    def scrub(self) -> None:
        """Write the whole file anew, so that nothing is left in it of what was deleted."""
        self.rebuild_derived()
        with faults.told_plainly(self._path):
            self._connection.execute("VACUUM")

    def tidy(self, pages: int, begin: bool) -> bool:
        """Do a bit of tidying in the derived tables, the first of several or the next; returns whether more is left."""
        with self._unrecorded() as writer:
            left = [each.tidy(writer, pages, begin) for each in self._refreshers if each.tidy is not None]
        return any(left)

    @contextmanager
    def sealed(self) -> Iterator[Writer]:
        """Yield what writes into the sealed tables, and nothing else: no entry says that it took place."""
        with self._open():
            self._connection.execute("UPDATE door SET sealed = 1")
            yield Writer(self._connection)
            self._connection.execute("UPDATE door SET sealed = 0")
            self._connection.execute("COMMIT")

    @contextmanager
    def _unrecorded(self) -> Iterator[Writer]:
        """Yield what writes into derived tables, for which there is no journal."""
        with self._open():
            self._connection.execute("UPDATE door SET eid = ''")
            yield Writer(self._connection)
            self._connection.execute("UPDATE door SET eid = NULL")
            self._connection.execute("COMMIT")

    @contextmanager
    def _open(self) -> Iterator[None]:
        if self._shut_by is not None:
            raise KnownError(self._shut_by, path=str(self._path))
        if self._busy:
            raise BugError("a transaction is already open")
        self._busy = True
        try:
            with faults.told_plainly(self._path):
                self._connection.execute("BEGIN IMMEDIATE")
                yield
        finally:
            # SQLite may have rolled back by itself (disk full): a bare ROLLBACK would then hide the real error
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            self._busy = False

    def _commit(self, tx: Transaction) -> Touched:
        touched = tx.finish()
        for refresher in self._refreshers:
            if not refresher.tables.isdisjoint(touched):
                refresher.refresh(tx, touched)
        self._connection.execute("UPDATE door SET eid = NULL")
        self._connection.execute("COMMIT")
        return touched
