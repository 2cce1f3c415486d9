"""Are the tables of a file those that this program made, and is nothing in it that would run by itself?"""

import re
import sqlite3
from functools import cache

from eventdesk.store import schema

_STATEMENTS = re.compile(r"CREATE (?:TABLE|INDEX|UNIQUE INDEX) |CREATE VIRTUAL TABLE \S+ USING fts5\b", re.IGNORECASE)
_RULES = re.compile(
    r"\b(?:CHECK|COLLATE|GENERATED|AS|CONSTRAINT|CONFLICT|CASCADE|DEFERRABLE|AUTOINCREMENT)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"--[^\n]*|'[^']*'|/\*.*?\*/", re.DOTALL)
_COLUMNS = (
    'SELECT t.name, t.type, t.wr, t.strict, c.name, c.type, c."notnull", c.pk, c.hidden, c.dflt_value '
    "FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' "
    "AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_REFERENCES = (
    'SELECT s.name, f."from", f."table", f."to", f.on_update, f.on_delete FROM sqlite_schema AS s, '
    "pragma_foreign_key_list(s.name) AS f WHERE s.type = 'table'"
)
_INDEXES = (
    'SELECT s.name, i.name, i."unique", i.partial, x.seqno, x.cid, x.name FROM sqlite_schema AS s, '
    "pragma_index_list(s.name) AS i, pragma_index_xinfo(i.name) AS x WHERE s.type = 'table' AND x.key"
)


def foreign_code(connection: sqlite3.Connection) -> str:
    """Return the name of something that could run by itself, whatever the file says that it is; "" for nothing."""
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        if kind not in ("table", "index") or (sql is not None and not _STATEMENTS.match(str(sql))):
            return str(name)
        if kind == "table" and _RULES.search(_ASIDE.sub("", str(sql))):
            return str(name)
    return ""


def difference(connection: sqlite3.Connection) -> str:
    """Return the name of a table that is not as this program makes it, one too many or one that is missing, or ""."""
    try:
        different = sorted(_facts(connection) ^ _wanted(), key=repr)
    except sqlite3.DatabaseError as error:  # such as a full-text index that is not even one
        return str(error)
    return str(different[0][0]) if different else ""


def unreadable_index(connection: sqlite3.Connection) -> str:
    """Return what is wrong with a full-text index that cannot even be asked, or ""."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    ).fetchall():
        try:
            connection.execute(f"SELECT rowid FROM {name} ('abc') LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            return f"{name}: {error}"
    return ""


@cache
def _wanted() -> frozenset[tuple[object, ...]]:
    empty = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.create_tables(empty)
        return _facts(empty)
    finally:
        empty.close()


def _facts(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    return frozenset(
        tuple(row) for statement in (_COLUMNS, _REFERENCES, _INDEXES) for row in connection.execute(statement)
    )
