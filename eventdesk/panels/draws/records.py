"""The SQL of places: the tables `place`, `waiting` and `draw`."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from eventdesk.codes import Op
from eventdesk.event import Transaction
from eventdesk.panels.place import Draw, DrawFacts, How, Place, Waiting, Way
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Writer
from eventdesk.store.transaction import ENTRY_ROWS

PLACE_COLUMNS = ("id", "person", "session", "how")
WAITING_COLUMNS = ("id", "person", "session", "at")
_PLACES = "SELECT id, person, session, how FROM place"
_WAITING = "SELECT id, person, session, at FROM waiting"
_DRAWS = "SELECT id, at, desk, way, seed, body FROM draw"
Thing = TypeVar("Thing")
_HOW = {how.value: how for how in How}


def places(reader: Reader, *, after: int = -1, limit: int = -1) -> list[Place]:
    """Return who has a place in which session, by the ids of the rows; with `limit` the first so many `after` one."""
    return [_place(row) for row in reader.each(f"{_PLACES} WHERE id > ? ORDER BY id LIMIT ?", after, limit)]


def places_of(reader: Reader, person: int) -> list[Place]:
    """Return the places of one person."""
    return [_place(row) for row in reader.rows(f"{_PLACES} WHERE person = ? ORDER BY id", person)]


def waiting(reader: Reader) -> list[Waiting]:
    """Return who waits for a place in which session, the first first."""
    return [_waiting(row) for row in reader.rows(f"{_WAITING} ORDER BY at, id")]


def waiting_for(reader: Reader, session: int) -> list[Waiting]:
    """Return who waits for a place in one session, the first first."""
    return [_waiting(row) for row in reader.rows(f"{_WAITING} WHERE session = ? ORDER BY at, id", session)]


def taken(reader: Reader, session: int) -> int:
    """Return how many places in a session somebody has."""
    return int(reader.value("SELECT count(*) FROM place WHERE session = ?", session))


def draws(reader: Reader) -> list[Draw]:
    """Return how often and how places were given out, the newest first."""
    return [_draw(row) for row in reader.rows(f"{_DRAWS} ORDER BY at DESC, rowid DESC")]


def last_draw(reader: Reader) -> Draw | None:
    """Return how places were given out last."""
    row = reader.row(f"{_DRAWS} ORDER BY at DESC, rowid DESC LIMIT 1")
    return None if row is None else _draw(row)


def insert_place(writer: Writer, place: Place) -> None:
    """Write a place, which already has an id."""
    writer.insert("place", dict(zip(PLACE_COLUMNS, place_row(place), strict=True)))


def place_row(place: Place) -> tuple[int, int, int, str]:
    """Return what the columns hold for a place, in the order of PLACE_COLUMNS."""
    return place.id, place.person, place.session, place.how.value


def waiting_row(each: Waiting) -> tuple[int, int, int, str]:
    """Return what the columns hold for somebody who waits, in the order of WAITING_COLUMNS."""
    return each.id, each.person, each.session, times.to_text(each.at)


def confirm_place(writer: Writer, place: int) -> None:
    """Note that a place is confirmed."""
    writer.update("place", place, {"how": How.CONFIRMED.value})


def move_place(writer: Writer, place: int, session: int) -> None:
    """Let a place be one in another session."""
    writer.update("place", place, {"session": session})


def delete_places(writer: Writer, gone: Iterable[int]) -> None:
    """Delete places."""
    for row_id in gone:
        writer.delete("place", row_id)


def insert_waiting(writer: Writer, each: Waiting) -> None:
    """Write who waits, which already has an id."""
    writer.insert("waiting", dict(zip(WAITING_COLUMNS, waiting_row(each), strict=True)))


def delete_waiting(writer: Writer, gone: Iterable[int]) -> None:
    """Take people off waiting lists, by the rows that say that they wait."""
    for row_id in gone:
        writer.delete("waiting", row_id)


def in_entries(tx: Transaction, op: Op, label: str, things: Iterable[Thing], write: Callable[[Thing], None]) -> None:
    """Write something for each of many things, a hundred to an entry of one whole."""
    for at, thing in enumerate(things):
        if at and at % ENTRY_ROWS == 0:
            tx.next_entry(op, label)
        write(thing)


def delete_all_of(writer: Writer, session: int) -> None:
    """Delete all places in a session, and its waiting list."""
    for table in ("place", "waiting"):
        for (row_id,) in writer.rows(f"SELECT id FROM {table} WHERE session = ? ORDER BY id", session):
            writer.delete(table, row_id)


def insert_draw(writer: Writer, draw: Draw) -> None:
    """Write how places were given out; it already has an id."""
    values: Mapping[str, int | str] = {
        "id": draw.id,
        "at": times.to_text(draw.at),
        "desk": draw.desk,
        "way": draw.facts.way.value,
        "seed": draw.facts.seed,
        "body": json.dumps(draw.facts.protocol, ensure_ascii=False, separators=(",", ":")),
    }
    writer.insert("draw", values)


def pass_on(writer: Writer, kept: int, other: int) -> None:
    """Let one person have the places of another one, and wait where they waited, but not twice in one session."""
    for table in ("place", "waiting"):
        rows = writer.rows(f"SELECT id, person, session FROM {table} WHERE person IN (?, ?) ORDER BY id", kept, other)
        has = {row["session"] for row in rows if row["person"] == kept}
        for row in rows:
            if row["person"] == other and row["session"] in has:
                writer.delete(table, row["id"])
            elif row["person"] == other:
                writer.update(table, row["id"], {"person": kept})
                has.add(row["session"])


def _place(row: Row) -> Place:
    return Place(row[0], row[1], row[2], _HOW.get(row[3], How.DRAWN))


def _waiting(row: Row) -> Waiting:
    return Waiting(row[0], row[1], row[2], times.from_text(row[3]))


def _draw(row: Row) -> Draw:
    facts = DrawFacts(Way(row["way"]), row["seed"], json.loads(row["body"]))
    return Draw(row["id"], times.from_text(row["at"]), row["desk"], facts)
