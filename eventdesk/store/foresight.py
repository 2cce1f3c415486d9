"""Says whether a whole can be taken back, before anything of it is: entry by entry, newest first, only reading."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from eventdesk.store import entries, journal, schema
from eventdesk.store.entries import Entry
from eventdesk.store.journal import Change, Image
from eventdesk.store.undo import OvertakenError, refuse_if_scanned, refuse_if_settled

Place = tuple[str, int]


class Foresight:
    """Knows the rows as they will be when the entries looked at so far have been taken back."""

    def __init__(self, connection: sqlite3.Connection, columns: Mapping[str, tuple[str, ...]]) -> None:
        """`columns` are those of the journaled tables."""
        self._connection = connection
        self._columns = columns
        # Of a hundred thousand lists the collector would make a pause that is felt; texts are nothing to it
        self._looked: defaultdict[str, dict[int, str]] = defaultdict(dict)

    def look(self, target: Entry) -> None:
        """Take an entry back in thought. Raises `OvertakenError` with what stands in the way, as undoing it would.

        Only what SQLite itself refuses (a foreign key, two rows under a unique index) is not foreseen.
        """
        changes = journal.changes(self._connection, target.eid)
        if not all(map(self._knows, changes)):
            raise OvertakenError(None)
        rows = self._rows({_place(change) for change in changes})
        for change in reversed(changes):
            place = _place(change)
            if not _is_as_left(rows[place], change.after):
                raise OvertakenError(entries.came_between(self._connection, change))
            if change.before is None:
                self._refuse_if_held(change, rows)
            refuse_if_scanned(self._connection, change)
            refuse_if_settled(self._connection, change)
            rows[place] = _taken_back(rows[place], change)
        for table, row_id in rows:
            looked = self._looked[table]
            looked[row_id] = f"{looked[row_id]} {target.eid}" if row_id in looked else target.eid

    def _rows(self, places: Iterable[Place]) -> dict[Place, Image | None]:
        """Return rows as they will be; None for those that will not be there."""
        rows: dict[Place, Image | None] = dict.fromkeys(places)
        ids: defaultdict[str, list[int]] = defaultdict(list)
        for table, row_id in rows:
            ids[table].append(row_id)
        for table, wanted in ids.items():
            sql = f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
            for row in self._connection.execute(sql, (json.dumps(wanted),)):
                rows[table, row["id"]] = dict(row)
        for place, row in rows.items():
            table, row_id = place
            changed = row
            for eid in self._looked[table].get(row_id, "").split():
                for change in reversed(journal.changes(self._connection, eid)):
                    if _place(change) == place:
                        changed = _taken_back(changed, change)
            rows[place] = changed
        return rows

    def _knows(self, change: Change) -> bool:
        """Say whether this version has the table and the columns."""
        names = self._columns.get(change.table, ())
        return bool(names) and {*(change.before or ()), *(change.after or ())}.issubset(names)

    def _refuse_if_held(self, change: Change, rows: Mapping[Place, Image | None]) -> None:
        """Raise `OvertakenError` if a row is held by one that will be there; `rows` are those of this entry by now."""
        for table, column, which in schema.HELD_BY.get(change.table, ()):
            sql = f"SELECT id FROM {table} WHERE {column} = ? AND {which}"
            for (holder,) in self._connection.execute(sql, (change.row_id,)).fetchall():
                place = (table, holder)
                if (rows[place] if place in rows else self._rows([place])[place]) is not None:
                    raise OvertakenError(entries.author(self._connection, table, holder))


def _place(change: Change) -> Place:
    return change.table, change.row_id


def _is_as_left(row: Image | None, left: Image | None) -> bool:
    if row is None or left is None:
        return row is left
    return all(row[name] == value for name, value in left.items())


def _taken_back(row: Image | None, change: Change) -> Image | None:
    return None if change.before is None else {**(row or {}), **change.before}
