"""The SQL of the list of people: who stands in it, in which order, a piece at a time."""

import json
from collections.abc import Sequence

from eventdesk.store.access import Reader, Row

_LISTED = (
    "SELECT p.id, s.sort, p.roles, p.status, p.sector, p.organisation, p.party, p.languages, p.needs "
    "FROM {source} CROSS JOIN person p ON p.id = s.id"
)
_NEXT = "(SELECT id, sort FROM search_person WHERE (sort, id) > (?, ?) ORDER BY sort, id LIMIT ?) AS s"
_CHOSEN = "(SELECT value AS id, e.sort FROM json_each(?) CROSS JOIN search_person e ON e.id = value) AS s"


def listed_after(reader: Reader, key: str, person: int, limit: int) -> list[Row]:
    """Return the next people in the order of names after a sorting key and an id."""
    return reader.rows(f"{_LISTED.format(source=_NEXT)} ORDER BY s.sort, s.id", key, person, limit)


def listed(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Return how these people are listed; who is gone is left out."""
    return reader.rows(_LISTED.format(source=_CHOSEN), json.dumps(list(ids)))


def column_after(reader: Reader, column: str, person: int, limit: int) -> list[Row]:
    """Return the next ids, and what one column holds."""
    return reader.rows(f"SELECT id, {column} FROM person WHERE id > ? ORDER BY id LIMIT ?", person, limit)


def column_of(reader: Reader, column: str, ids: Sequence[int]) -> list[Row]:
    """Return id and what one column holds, of these people."""
    sql = f"SELECT person.id, person.{column} FROM json_each(?) CROSS JOIN person ON person.id = value"
    return reader.rows(sql, json.dumps(list(ids)))


def count(reader: Reader) -> int:
    """Return how many people the list has."""
    return int(reader.value("SELECT count(*) FROM search_person"))
