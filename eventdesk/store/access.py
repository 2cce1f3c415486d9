"""What the rest of the house may do with the open file: read always, write only inside the one door."""

import secrets
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eventdesk.store import faults

Value = int | str | None
Row = sqlite3.Row
ID_BITS = 62
Share = tuple[float, float]
"""From where to where in the range of all numbers that can be drawn, 0 to 1."""
WHOLE: Share = (0.0, 1.0)


def new_id() -> int:
    """Return a random 62-bit id: rows are made on several desks and must never meet."""
    return secrets.randbits(ID_BITS) | 1


def new_ids(number: int, share: Share = WHOLE) -> list[int]:
    """Return so many new ids in ascending order: rows that are written in the order of their ids are written faster.

    Who writes many rows a few at a time takes each time ids from the next `share` of all for the same reason.
    """
    return sorted(each | 1 for each in drawn(number, 1 << ID_BITS, share))


def drawn(number: int, below: int, share: Share = WHOLE) -> Iterator[int]:
    """Yield so many random numbers from a share of the range that ends before `below`."""
    first, end = (int(below * edge) for edge in share)
    return (first + (word * (end - first) >> 64) for word in array("Q", secrets.token_bytes(8 * number)))


class Reader:
    """Reading statements. SQL text is handed in by `records` modules only.

    What the disk does not give away, or gives away damaged, is a `KnownError` with CANNOT_READ or DAMAGED.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Return all rows."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            faults.tell_of_reading(self._connection, error)
            raise

    def each(self, sql: str, *values: Value) -> Iterator[Row]:
        """Yield rows one by one; finish before writing."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as error:
            faults.tell_of_reading(self._connection, error)
            raise

    def row(self, sql: str, *values: Value) -> Row | None:
        """Return the first row, or None."""
        try:
            found: Row | None = self._connection.execute(sql, values).fetchone()
        except sqlite3.Error as error:
            faults.tell_of_reading(self._connection, error)
            raise
        return found

    def value(self, sql: str, *values: Value) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, *values)
        return None if found is None else found[0]


class Writer(Reader):
    """Writing statements. Exists only while a transaction is open."""

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """Insert one row, with a new random id unless `values` brings one. Returns the id."""
        row = {"id": new_id(), **values}
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
        return int(row["id"] or 0)

    def update(self, table: str, row_id: int, values: Mapping[str, Value]) -> None:
        """Set the given columns of one row."""
        sets = ", ".join(f"{name} = ?" for name in values)
        self._connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), row_id))

    def delete(self, table: str, row_id: int) -> None:
        """Delete one row. Rows that depend on it are deleted by name before."""
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def run(self, sql: str, *values: Value) -> int:
        """Run one writing statement; returns the number of rows it touched."""
        return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Iterable[tuple[Value, ...]]) -> None:
        """Run one writing statement for many rows."""
        self._connection.executemany(sql, rows)
