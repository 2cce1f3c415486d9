"""The one door: begins, lets an action write, keeps derived data true, commits. Nothing else writes."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from eventdesk.codes import Fault, Op
from eventdesk.errors import BugError, KnownError
from eventdesk.store import entries, faults, replaying, undo
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher
from eventdesk.store.entries import Entry
from eventdesk.store.foresight import Foresight
from eventdesk.store.journal import Change
from eventdesk.store.place import Place
from eventdesk.store.transaction import Scribe, Transaction
from eventdesk.store.wellformed import Rule

Touched = dict[str, frozenset[int]]


class Door:
    """Guards one connection: the triggers of the journal refuse every write except while a transaction is open."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        place: Place,
        scribe: Scribe,
        refreshers: tuple[Refresher, ...],
        shut_by: Fault | None,
    ) -> None:
        """Shut the door. `shut_by` says why this file can only be looked at, if so."""
        self._connection = connection
        self._place = place
        self._path = place.path
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

    def replay(self, entry: Entry, changes: Sequence[Change], rules: Sequence[Rule]) -> Touched | None:
        """Do an entry of another copy of this event again; returns the touched ids.

        None, and nothing has changed, if the file is not as the entry found it, or a row would break a rule.
        """
        try:
            with self._open():
                touched = replaying.replay(self._connection, entry, changes, self._scribe.columns, rules)
                self._refresh_and_commit(Writer(self._connection), touched, entry.eid)
                return touched
        except (replaying.NotReplayedError, sqlite3.IntegrityError):
            return None

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
        self._place.require()
        self._busy = True
        try:
            with faults.told_plainly(self._path):
                self._connection.execute("BEGIN IMMEDIATE")
                yield
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._busy = False

    def _commit(self, tx: Transaction) -> Touched:
        touched = tx.finish()
        self._refresh_and_commit(tx, touched, tx.latest)
        return touched

    def _refresh_and_commit(self, writer: Writer, touched: Touched, eid: str) -> None:
        for refresher in self._refreshers:
            if not refresher.tables.isdisjoint(touched):
                refresher.refresh(writer, touched)
        self._connection.execute("UPDATE door SET eid = NULL")
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            if not self._saved_all_the_same(eid):
                raise

    def _saved_all_the_same(self, eid: str) -> bool:
        """Say whether an entry stands although its commit has failed, and see to it that it will stay.

        That is so if only the very last sync failed, of the rollback journal that was emptied already. Refused, the
        step would be done twice. One more write makes sure: it needs that sync as well. (The version is the same, but
        its page is written whatever it is; a row that stays as it is would not be.)
        """
        self._roll_back()
        with contextlib.suppress(sqlite3.Error):
            if entries.find(self._connection, eid) is not None:
                version = self._connection.execute("PRAGMA user_version").fetchone()[0]
                self._connection.execute(f"PRAGMA user_version={version}")
                return True
        return False

    def _roll_back(self) -> None:
        """Leave the transaction, however ill the disk is; what is to be told is the error that came first.

        SQLite may have rolled back by itself (disk full), and ROLLBACK be an error then. If even the rollback could not
        be written, the next statement fails, whatever it is, before SQLite tries again: that is the second one here.
        """
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("SELECT 1 FROM meta LIMIT 1").fetchone()
