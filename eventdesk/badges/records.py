"""The SQL of badges: which were printed, when, where, by which printer and why."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from eventdesk.store.access import Reader, new_id
from eventdesk.store.times import from_text, to_text
from eventdesk.store.transaction import Transaction

_COLUMNS = ("id", "person", "at", "desk", "printer", "reason")


@dataclass(frozen=True, slots=True)
class Print:
    """One badge that went to a printer."""

    person: int
    at: datetime
    desk: str
    printer: str
    reason: str


def printed(reader: Reader, ids: Sequence[int] | None = None) -> set[int]:
    """Return who has a badge already, among `ids` or among all."""
    if ids is None:
        return {row[0] for row in reader.rows("SELECT DISTINCT person FROM badge_print")}
    rows = reader.rows(
        "SELECT DISTINCT person FROM badge_print WHERE person IN (SELECT value FROM json_each(?))",
        json.dumps(list(ids)),
    )
    return {row[0] for row in rows}


def prints(reader: Reader, person: int) -> list[Print]:
    """Return all prints of one person's badge, the latest first."""
    rows = reader.rows(
        "SELECT person, at, desk, printer, reason FROM badge_print WHERE person = ? ORDER BY at DESC, id", person
    )
    return [Print(row[0], from_text(row[1]), row[2], row[3], row[4]) for row in rows]


def insert(tx: Transaction, people: Sequence[int], at: datetime, desk: str, printer: str, reason: str) -> None:
    """Note that the badges of these people were printed."""
    moment = to_text(at)
    tx.insert_many("badge_print", _COLUMNS, ((new_id(), each, moment, desk, printer, reason) for each in people))
