"""Is the urn whole? It has no journal that could be replayed, but it must agree with the polls and their ballots."""

import sqlite3

_OPENED = "SELECT id FROM poll WHERE state <> 'preparing'"
_DIGITS = "[0-9]" * 8
_WRONG = {
    "urn": (
        f"SELECT entry FROM urn WHERE votes NOT GLOB '{_DIGITS}' OR poll NOT IN ({_OPENED}) OR NOT EXISTS "
        "(SELECT 1 FROM poll_entry WHERE poll_entry.id = urn.entry AND poll_entry.poll = urn.poll)"
    ),
    "poll_entry": (
        f"SELECT id FROM poll_entry WHERE poll IN ({_OPENED}) "
        "AND NOT EXISTS (SELECT 1 FROM urn WHERE urn.poll = poll_entry.poll AND urn.entry = poll_entry.id)"
    ),
    "ballot_use": (
        "SELECT ballot_use.ballot FROM ballot_use LEFT JOIN ballot ON ballot.id = ballot_use.ballot "
        f"WHERE ballot.id IS NULL OR ballot.poll NOT IN ({_OPENED}) OR channel NOT IN ('-', 'k', 's', 'p') "
        "OR (ballot.state <> 'valid' AND channel <> '-')"
    ),
    "ballot": (
        f"SELECT id FROM ballot WHERE poll IN ({_OPENED}) "
        "AND NOT EXISTS (SELECT 1 FROM ballot_use WHERE ballot_use.ballot = ballot.id)"
    ),
    "votes": (
        "SELECT id FROM poll WHERE coalesce("
        "(SELECT sum(CAST(votes AS INTEGER)) FROM urn WHERE urn.poll = poll.id), 0) <> "
        "(SELECT count(*) FROM ballot JOIN ballot_use ON ballot_use.ballot = ballot.id "
        "WHERE ballot.poll = poll.id AND channel <> '-')"
    ),
}
"""By where it is found: what must not be there. The last is a poll with more or fewer votes than used ballots."""


def check(connection: sqlite3.Connection) -> bool | str:
    """Return True, or where the first thing is wrong."""
    for where, sql in _WRONG.items():
        found = connection.execute(sql).fetchone()
        if found is not None:
            return f"{where}: {found[0]}"
    return True
