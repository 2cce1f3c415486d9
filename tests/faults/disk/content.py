"""What stands in an event file, as a short text that differs as soon as anything does."""

import sqlite3
from hashlib import blake2b

from eventdesk.store import schema


def content_of(connection: sqlite3.Connection) -> str:
    """Return what all tables hold but those that are made from others; the journal is one of them."""
    found = blake2b(digest_size=12)
    tables = ("meta", "entry", "change", *schema.journaled_tables(), *schema.sealed_tables())
    for table in tables:
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        found.update(f"{table}{[tuple(row) for row in rows]}".encode())
    return found.hexdigest()
