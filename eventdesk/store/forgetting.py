"""Takes what belongs to a person out of the file and of its journal, as if it had never been written.

The only place where the journal is changed afterwards. What is left of it still leads to what is left in the file:
rows that go are taken out of every entry, and what is put in place of a text or a reference stands in both alike.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from eventdesk.codes import NOTES
from eventdesk.store import schema

BLANK = "–"
"""What stands in the place of a name that was part of a longer text."""
_CHOSEN = "(SELECT value FROM json_each(?))"
_IMAGES = ("before", "after")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is to be forgotten.

    `rows` by table, those that depend on others first; `references` (table, column) that point to one of `owners` and
    are emptied; `lists` (table, column) of ids or names separated by ", " from which `names` are taken out; `texts`
    that are put out wherever they stand, the longest first.
    """

    rows: Mapping[str, Collection[int]]
    owners: Collection[int] = ()
    references: Collection[tuple[str, str]] = ()
    lists: Collection[tuple[str, str]] = ()
    names: Collection[str] = ()
    texts: Collection[str] = field(default_factory=tuple)


def forget(connection: sqlite3.Connection, wanted: Forgotten) -> int:
    """Forget it, inside a transaction that is not recorded; returns how many rows are gone."""
    touched: set[str] = set()
    gone = 0
    for table, ids in wanted.rows.items():
        chosen = json.dumps(sorted(ids))
        found = f"SELECT DISTINCT eid FROM change WHERE tbl = ? AND row_id IN {_CHOSEN}"
        touched.update(row[0] for row in connection.execute(found, (table, chosen)))
        connection.execute(f"DELETE FROM change WHERE tbl = ? AND row_id IN {_CHOSEN}", (table, chosen))
    for table, column in wanted.references:
        _empty(connection, table, column, wanted.owners)
    for table, ids in wanted.rows.items():
        gone += connection.execute(f"DELETE FROM {table} WHERE id IN {_CHOSEN}", (json.dumps(sorted(ids)),)).rowcount
    for table, column in wanted.lists:
        for name in wanted.names:
            _take_out(connection, table, column, name)
    _forget_entries(connection, touched)
    _forget_notes(connection, wanted.owners)
    for text in sorted(wanted.texts, key=len, reverse=True):
        _put_out(connection, text)
    return gone


def _empty(connection: sqlite3.Connection, table: str, column: str, owners: Iterable[int]) -> None:
    for owner in owners:
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (owner,))
        for image in _IMAGES:
            connection.execute(
                f"UPDATE change SET {image} = json_set({image}, ?1, NULL) "
                f"WHERE tbl = ?2 AND json_extract({image}, ?1) = ?3",
                (f"$.{column}", table, owner),
            )


def _take_out(connection: sqlite3.Connection, table: str, column: str, name: str) -> None:
    """Take one item out of lists that are stored as text, in the rows and in the journal alike."""
    without = "trim(replace(', ' || {0} || ', ', ', ' || ? || ', ', ', '), ', ')"
    holds = "instr(', ' || {0} || ', ', ', ' || ? || ', ') > 0"
    connection.execute(
        f"UPDATE {table} SET {column} = {without.format(column)} WHERE {holds.format(column)}", (name, name)
    )
    for image in _IMAGES:
        cell = f"json_extract({image}, '$.{column}')"
        connection.execute(
            f"UPDATE change SET {image} = json_set({image}, '$.{column}', {without.format(cell)}) "
            f"WHERE tbl = ? AND {holds.format(cell)}",
            (name, table, name),
        )


def _forget_entries(connection: sqlite3.Connection, touched: Collection[str]) -> None:
    """Delete the entries that say nothing any more; the others lose their label if it is not that of a whole import."""
    chosen = json.dumps(sorted(touched))
    emptied = (
        f"eid IN {_CHOSEN} AND NOT EXISTS (SELECT 1 FROM change WHERE change.eid = entry.eid) "
        "AND NOT EXISTS (SELECT 1 FROM entry AS part WHERE part.part_of = entry.eid)"
    )
    connection.execute(f"DELETE FROM entry WHERE {emptied}", (chosen,))
    connection.execute(
        f"UPDATE entry SET label = '' WHERE eid IN {_CHOSEN} AND op NOT IN ('import', 'create')", (chosen,)
    )


def _forget_notes(connection: sqlite3.Connection, owners: Iterable[int]) -> None:
    """Take people out of what is noted of look-ups and files: that somebody was looked at stays, whom nobody knows."""
    marks = ", ".join("?" * len(NOTES))
    for owner in owners:
        mark = f" #{owner} "
        connection.execute(
            "UPDATE entry SET label = trim(replace(' ' || label || ' ', ?, ' ')) "
            f"WHERE op IN ({marks}) AND instr(' ' || label || ' ', ?) > 0",
            (mark, *sorted(NOTES), mark),
        )


def _put_out(connection: sqlite3.Connection, text: str) -> None:
    """Put a text out in every cell, in every image of the journal and in every label."""
    for table in schema.journaled_tables():
        for column in _text_columns(connection, table):
            connection.execute(
                f"UPDATE {table} SET {column} = CASE WHEN {column} = ? THEN '' ELSE replace({column}, ?, ?) END "
                f"WHERE instr({column}, ?) > 0",
                (text, text, BLANK, text),
            )
    written = json.dumps(text, ensure_ascii=False)
    for image in _IMAGES:
        connection.execute(
            f"UPDATE change SET {image} = replace(replace({image}, ?, ?), ?, ?) WHERE instr({image}, ?) > 0",
            (f":{written}", ':""', written[1:-1], BLANK, written[1:-1]),
        )
    connection.execute("UPDATE entry SET label = replace(label, ?, ?) WHERE instr(label, ?) > 0", (text, BLANK, text))


def _text_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})") if row["type"] == "TEXT"]
