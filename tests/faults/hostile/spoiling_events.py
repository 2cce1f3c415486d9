"""Spoils event files: their bytes, what stands in their tables, and the tables themselves."""

import sqlite3
from random import Random

from tests.faults.hostile.mutation import NUMBERS, TEXTS, spoilt

_ROWS = 3


def spoilt_event(rng: Random, data: bytes) -> bytes:
    """Return the event file with mistakes in it."""
    way = rng.random()
    if way < 0.3:
        return spoilt(rng, data)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(data)
        _in_rows(rng, connection) if way < 0.7 else _in_tables(rng, connection)
        return connection.serialize()
    finally:
        connection.close()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
        "AND name NOT LIKE 'search\\_%\\_%' ESCAPE '\\'"
    )
    return [row[0] for row in connection.execute(found)]


def _in_rows(rng: Random, connection: sqlite3.Connection) -> None:
    """Put values where nobody expects them, each of the type that its column may have."""
    for _ in range(rng.randint(1, 4)):
        table = rng.choice(_tables(connection))
        columns = [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
        name, kind = rng.choice(columns or [("rowid", "INTEGER")])
        new: object = rng.choice(NUMBERS) if kind == "INTEGER" else rng.choice(TEXTS)
        if rng.random() < 0.15:
            there = connection.execute(f"SELECT {name} FROM {table} ORDER BY {name} LIMIT 1").fetchone()
            new = there[0] if there else None
        which = "" if rng.random() < 0.3 else f"WHERE {name} IN (SELECT {name} FROM {table} LIMIT {_ROWS})"
        try:
            connection.execute(f"UPDATE {table} SET {name} = ? {which}", (new,))
        except sqlite3.Error:
            continue


def _in_tables(rng: Random, connection: sqlite3.Connection) -> None:
    """Change what the tables are, past every check that SQLite makes."""
    table = rng.choice(_tables(connection))
    kinds = "('table', 'index')"
    text = f"(SELECT sql FROM sqlite_schema WHERE name = '{table}' AND type IN {kinds})"
    trigger = f"CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END"
    ways = (
        f"DROP TABLE {table}",
        f"ALTER TABLE {table} RENAME TO other",
        f"ALTER TABLE {table} ADD COLUMN more TEXT",
        f"CREATE TRIGGER foreign_one AFTER INSERT ON {table} BEGIN DELETE FROM {table}; END",
        f"CREATE VIEW foreign_view AS SELECT * FROM {table}",
        "CREATE TABLE foreign_table (a, b DEFAULT (random()))",
        f"CREATE INDEX foreign_index ON {table} (length(hex(zeroblob(9))))",
        "CREATE VIRTUAL TABLE foreign_words USING fts5 (a, b)",
        f"UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET sql = replace(sql, 'TEXT', 'ANY') WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT', 'name TEXT CHECK (0)') WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET rootpage = (SELECT max(rootpage) FROM sqlite_schema) WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET rootpage = 0 WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET type = 'table', sql = '{trigger}', rootpage = 0 WHERE name = 'scan_at'",
        f"UPDATE sqlite_schema SET sql = substr({text}, 1, {rng.randint(1, 90)}) WHERE name = '{table}'",
        f"UPDATE sqlite_schema SET sql = 'CREATE VIEW {table} AS SELECT 1 AS id', rootpage = 0 WHERE name = '{table}'",
        f"DELETE FROM sqlite_schema WHERE name = '{table}'",
        "DELETE FROM sqlite_schema WHERE type = 'index'",
        "UPDATE search_text_data SET block = x'00ff' || block",
        "DELETE FROM search_text_data",
        "UPDATE search_inside_config SET v = 99",
        "DELETE FROM meta",
        f"PRAGMA user_version = {rng.choice((0, 1, 3, 6, 8, 99, -1))}",
    )
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in rng.sample(ways, rng.choice((1, 1, 2))):
        try:
            connection.execute(statement)
        except sqlite3.Error:
            continue
