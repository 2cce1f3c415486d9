"""The tables of an event file, read from the `.sql` files beside this module."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "schema"
APPLICATION_ID = 0x45444B31

CHANGE_TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {"slot": (("starts", "ends"),)}
"""Columns that mean something only together: the journal writes all of a group when one changes."""

HELD_BY: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "person": (
        ("scan", "person", "outcome IN ('accepted', 'left')"),
        ("place", "person", "TRUE"),
        ("waiting", "person", "TRUE"),
        ("cafe_itinerary", "person", "TRUE"),
        ("cafe_pair", "one", "TRUE"),
        ("cafe_pair", "other", "TRUE"),
        ("ballot_issue", "person", "TRUE"),
        ("visit", "person", "TRUE"),
    ),
    "booth": (("stand", "booth", "TRUE"), ("exhibitor", "pinned", "TRUE")),
    "exhibitor": (("stand", "exhibitor", "TRUE"),),
    "hall": (("booth", "hall", "TRUE"), ("hall_part", "hall", "TRUE"), ("floor_picture", "hall", "TRUE")),
    "room": (("session", "room", "TRUE"), ("room_seating", "room", "TRUE"), ("point_room", "room", "TRUE")),
    "slot": (("session", "slot", "TRUE"),),
    "session": (("place", "session", "TRUE"), ("waiting", "session", "TRUE")),
    "point": (("point_room", "point", "TRUE"),),
    "cafe_itinerary": (("cafe_seat", "itinerary", "TRUE"),),
    "cafe_round": (("cafe_seat", "round", "TRUE"),),
    "cafe_table": (("cafe_seat", "cafe_table", "TRUE"),),
    "poll": (("poll_entry", "poll", "TRUE"), ("ballot", "poll", "TRUE"), ("ballot_issue", "poll", "TRUE")),
    "poll_entry": (("ballot", "barred", "TRUE"),),
}
"""Rows of a table are held by rows elsewhere (table, column, which rows): there is no undoing them before those.

Some by a foreign key, too, which would refuse it without saying what came in between; a scan by no foreign key.
"""

SCANNED_SINCE = (
    "SELECT scan.id FROM former_key AS led CROSS JOIN scan ON scan.person = led.person AND scan.code = coalesce("
    "(SELECT json_extract(after, '$.code') FROM change WHERE eid = :eid AND tbl = 'person' "
    "AND row_id = led.person AND before IS NOT NULL AND led.kind = 'lost'), led.value) "
    "WHERE led.id = :row AND NOT EXISTS "
    "(SELECT 1 FROM change WHERE change.eid = :eid AND change.tbl = 'scan' AND change.row_id = scan.id) LIMIT 1"
)
"""A scan for which a former code or ticket led to the person, since the entry that let it lead there: taken back, that
entry would leave the scan with somebody whose code was not scanned. For a badge that was replaced the new code
counts: who scans the lost one has found it, and may well take its replacement back."""


_POLL = "coalesce(:poll, (SELECT poll FROM {table} WHERE id = :row))"
_BEGUN = "SELECT 'poll', id FROM poll WHERE id = {poll} AND state <> 'preparing'"
_ON_PAPER = (
    "SELECT 'ballot', id FROM ballot WHERE poll = {poll} AND NOT EXISTS "
    "(SELECT 1 FROM change WHERE change.eid = :eid AND change.tbl = 'ballot' AND change.row_id = ballot.id)"
)
_CLOSED = "SELECT 'poll', id FROM poll WHERE id = {poll} AND state = 'closed'"
_REPLACED = (
    "SELECT 'ballot_issue', other.id FROM ballot_issue AS own JOIN ballot_issue AS other "
    "ON other.person = own.person AND other.poll = own.poll AND other.id <> own.id AND other.kind = 'again' "
    "JOIN change AS made ON made.tbl = 'ballot_issue' AND made.row_id = other.id AND made.before IS NULL "
    "JOIN entry ON entry.eid = made.eid "
    "WHERE own.id = :row AND entry.ord > (SELECT ord FROM entry WHERE eid = :eid) LIMIT 1"
)
SETTLED: Mapping[str, str] = {
    "poll": f"{_BEGUN} UNION ALL {_ON_PAPER} LIMIT 1".format(poll=":row"),
    "poll_entry": f"{_BEGUN} UNION ALL {_ON_PAPER} LIMIT 1".format(poll=_POLL.format(table="poll_entry")),
    "ballot": f"{_BEGUN} UNION ALL SELECT 'ballot_issue', id FROM ballot_issue WHERE poll = {{poll}} LIMIT 1".format(
        poll=_POLL.format(table="ballot")
    ),
    "ballot_issue": f"{_CLOSED} UNION ALL {_REPLACED}".format(poll=_POLL.format(table="ballot_issue")),
}
"""What no change of these tables is taken back after, whatever it changed: table and id of the row that stands for it.

A poll and its entries stay as they are on its ballots; ballots stay once one is handed out or the poll is open, and who
got one stays when it is closed, or when a lost one has been replaced since.
"""


def statements(text: str) -> Iterator[str]:
    """Split SQL text into its statements. `executescript` would commit silently."""
    pending = ""
    for line in text.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"SQL text ends inside a statement: {pending.strip()[:60]}")


def _texts(part: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((FOLDER / part).glob("*.sql"))]


def _tables(texts: list[str]) -> tuple[str, ...]:
    found = [name for text in texts for name in re.findall(r"^CREATE (?:VIRTUAL )?TABLE (\w+)", text, re.MULTILINE)]
    return tuple(found)


def journaled_tables() -> tuple[str, ...]:
    """Return the names of the tables whose every change goes into the journal."""
    return _tables(_texts("journaled"))


def derived_tables() -> tuple[str, ...]:
    """Return the names of the tables that are made from the journaled ones."""
    return _tables(_texts("derived"))


def sealed_tables() -> tuple[str, ...]:
    """Return the names of the tables that have no journal on purpose, and are made from nothing else."""
    return _tables(_texts("sealed"))


def create_tables(connection: sqlite3.Connection, *, derived: bool = True) -> None:
    """Create all tables in an empty database."""
    beside = [*_texts("derived"), *_texts("sealed")] if derived else []
    texts = [(FOLDER / "journal.sql").read_text("utf-8"), *_texts("journaled"), *beside]
    for text in texts:
        for statement in statements(text):
            connection.execute(statement)


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the column names of a table, `id` first."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
