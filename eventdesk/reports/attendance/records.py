"""The SQL of attendance: scans and places of a few people at a time, for everybody in the end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from eventdesk.store.access import Reader, Row

_SCANS = """
SELECT person, point, direction = 'in' AS inwards, at FROM scan
WHERE person > ? AND person <= ? AND outcome IN ('accepted', 'left', 'not_inside') ORDER BY person, at, inwards
"""
_PLACES = "SELECT person, session FROM place WHERE person > ? AND person <= ?"
_PARTS = "SELECT person, session FROM session_person"

Groups = Mapping[int, frozenset[int]]


class Scanned(NamedTuple):
    """One scan that says where somebody is; `at` in UTC as the file keeps it."""

    person: int
    point: int
    inwards: bool
    at: str


def scans_between(reader: Reader, after: int, last: int) -> list[Scanned]:
    """Return the scans that count of people with ids above `after` up to `last`; of what is at one time exits first."""
    return [Scanned(row[0], row[1], bool(row[2]), row[3]) for row in reader.rows(_SCANS, after, last)]


def places_between(reader: Reader, after: int, last: int) -> Groups:
    """Return the sessions in which these people have a place, by person."""
    return _grouped(reader.rows(_PLACES, after, last))


def parts(reader: Reader) -> Mapping[str, frozenset[int]]:
    """Return the sessions that somebody speaks in or moderates, by their id in the event folder."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for person, session in reader.rows(_PARTS):
        found[person].add(session)
    return {ref: frozenset(sessions) for ref, sessions in found.items()}


def _grouped(rows: Iterable[Row]) -> Groups:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for person, session in rows:
        found[person].add(session)
    return {person: frozenset(sessions) for person, sessions in found.items()}
