"""The SQL of the World Café: its tables, rounds, pairs and plans, and who may come."""

import json
from collections.abc import Generator, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.pair import Pair, PairKind
from eventdesk.cafe.plan import CafePlan
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.cafe.ways import records as ways
from eventdesk.people.needs import needs_step_free
from eventdesk.people.person import Status
from eventdesk.people.records import joined, split
from eventdesk.people.sorting import sort_key
from eventdesk.refs import as_counted
from eventdesk.store import extras, settings, times
from eventdesk.store.access import Reader, Row, Value, Writer

COMING = (Status.REGISTERED,)
"""Who may sit at a table: nobody who has cancelled, waits for a place at the event, or is not confirmed yet."""
LEFT_OUT = "cafe.left_out"
"""The key of the setting that names the roles of people who do not sit at tables."""
STANDS = "cafe.stands"
"""The key of the setting that says which round's clock stands still, and since when."""
_TABLES = "SELECT id, ref, name, seats, host, question, language, step_free, closed_from FROM cafe_table"
_TABLE_COLUMNS = ("ref", "name", "seats", "host", "question", "language", "step_free", "closed_from")
_ROUNDS = "SELECT id, number, minutes, question, starts, began, ended FROM cafe_round ORDER BY number, id"
_PAIRS = "SELECT id, one, other, kind FROM cafe_pair"
_PLANS = "SELECT id, at, desk, way, repeats, seed, milliseconds, printed FROM cafe_plan ORDER BY at DESC, rowid DESC"
_GUESTS = """
SELECT id, foreign_id, given_name, family_name, native_name, sector, organisation, languages, roles, needs, code
FROM person
"""
_HOST_NAMES = """
SELECT foreign_id, given_name, family_name, native_name FROM person
WHERE foreign_id <> '' AND foreign_id IN (SELECT host FROM cafe_table WHERE host <> '')
ORDER BY id DESC
"""
_HOSTED = "SELECT name FROM cafe_table WHERE host = ? AND host <> '' ORDER BY ref, id"
_AT_ONCE = 1000
"""So many rows are read in a step."""
_STATUSES = ", ".join("?" * len(COMING))
_SEATED = f"""
{_GUESTS} WHERE status IN ({_STATUSES}) AND (
  id IN (SELECT value FROM json_each(?))
  OR id IN (SELECT person FROM cafe_itinerary WHERE person IS NOT NULL)
  OR id IN (SELECT one FROM cafe_pair UNION SELECT other FROM cafe_pair)
  OR (foreign_id <> '' AND foreign_id IN (SELECT host FROM cafe_table WHERE host <> ''))
) ORDER BY id
"""


# ---- tables


def tables(reader: Reader) -> list[CafeTable]:
    """Return all tables, in the order of their ids in the event folder, as people count."""
    extra = extras.by_owner(reader, "cafe_table")
    found = [
        CafeTable(**dict(row) | {"step_free": bool(row["step_free"])}, extra=extra.get(row["id"], {}))
        for row in reader.rows(f"{_TABLES} ORDER BY ref, id")
    ]
    return sorted(found, key=lambda table: as_counted(table.ref))


def insert_table(writer: Writer, table: CafeTable) -> None:
    """Write a new table, which already has an id."""
    writer.insert("cafe_table", {"id": table.id, **_table_values(table)})
    extras.insert(writer, "cafe_table", table.id, table.extra)


def change_table(writer: Writer, before: CafeTable, after: CafeTable) -> None:
    """Write what differs, extra fields included."""
    _change(writer, "cafe_table", before.id, _table_values(before), _table_values(after))
    extras.change(writer, "cafe_table", before.id, before.extra, after.extra)


def delete_table(writer: Writer, table: int) -> None:
    """Delete a table with its extra fields and all seats at it."""
    for (row_id,) in writer.rows("SELECT id FROM cafe_seat WHERE cafe_table = ? ORDER BY id", table):
        writer.delete("cafe_seat", row_id)
    for extra in extras.rows_of(writer, "cafe_table", table).values():
        writer.delete("extra", extra)
    writer.delete("cafe_table", table)


def counts(reader: Reader) -> dict[str, int]:
    """Return how many tables the file holds."""
    return {"tables": int(reader.value("SELECT count(*) FROM cafe_table"))}


def hosted_by(reader: Reader, person: str) -> list[str]:
    """Return the names of the tables that a person hosts; `person` is their id in the event folder."""
    return [row[0] for row in reader.rows(_HOSTED, person)]


# ---- rounds


def rounds(reader: Reader) -> list[CafeRound]:
    """Return all rounds by their numbers."""
    which, _, since = (settings.get(reader, STANDS) or "").partition(" ")
    found = [_round(row) for row in reader.rows(_ROUNDS)]
    try:
        return [replace(each, stands=times.from_text(since)) if str(each.id) == which else each for each in found]
    except ValueError:  # what another program wrote there is not a moment
        return found


def put_stands(writer: Writer, round_id: int, since: datetime | None) -> None:
    """Note since when the clock of a round stands still; None: it does not."""
    if since is None:
        settings.drop(writer, STANDS)
    else:
        settings.put(writer, STANDS, f"{round_id} {times.to_text(since)}")


def insert_round(writer: Writer, each: CafeRound) -> None:
    """Write a new round, which already has an id."""
    writer.insert("cafe_round", {"id": each.id, **_round_values(each)})


def change_round(writer: Writer, before: CafeRound, after: CafeRound) -> None:
    """Write what differs."""
    _change(writer, "cafe_round", before.id, _round_values(before), _round_values(after))


def delete_round(writer: Writer, round_id: int) -> None:
    """Delete a round with all seats in it."""
    for (row_id,) in writer.rows("SELECT id FROM cafe_seat WHERE round = ? ORDER BY id", round_id):
        writer.delete("cafe_seat", row_id)
    writer.delete("cafe_round", round_id)


# ---- people


def pass_on(writer: Writer, kept: int, other: int) -> None:
    """Let one person have the way of another, which is free if they have one; what is wanted of one is of both."""
    rows = writer.rows("SELECT id, person FROM cafe_itinerary WHERE person IN (?, ?) ORDER BY id", kept, other)
    has = any(row["person"] == kept for row in rows)
    for row in (each for each in rows if each["person"] == other):
        ways.give_itinerary(writer, row["id"], None if has else kept)
        has = True
    known = {pair.people for pair in pairs(writer) if other not in pair.people}
    for pair in (each for each in pairs(writer) if other in each.people):
        now = frozenset(kept if each == other else each for each in pair.people)
        if len(now) < len(pair.people) or now in known:
            delete_pair(writer, pair.id)
        else:
            writer.update("cafe_pair", pair.id, {"one" if pair.one == other else "other": kept})
            known.add(now)


# ---- pairs and plans


def pairs(reader: Reader) -> list[Pair]:
    """Return who must, or must not, sit together."""
    return [_pair(row) for row in reader.rows(f"{_PAIRS} ORDER BY id")]


def insert_pair(writer: Writer, pair: Pair) -> None:
    """Write what is wanted of two people; it already has an id."""
    values: dict[str, Value] = {"id": pair.id, "one": pair.one, "other": pair.other, "kind": pair.kind.value}
    writer.insert("cafe_pair", values)


def change_pair(writer: Writer, pair: int, kind: PairKind) -> None:
    """Let something else be wanted of two people."""
    writer.update("cafe_pair", pair, {"kind": kind.value})


def delete_pair(writer: Writer, pair: int) -> None:
    """Let nothing be wanted of two people."""
    writer.delete("cafe_pair", pair)


def plans(reader: Reader) -> list[CafePlan]:
    """Return how often and how ways were given to all, the newest first."""
    return [_plan(row) for row in reader.rows(_PLANS)]


def insert_plan(writer: Writer, plan: CafePlan) -> None:
    """Write how ways were given to all; it already has an id."""
    values: dict[str, Value] = {name: getattr(plan, name) for name in CafePlan.__dataclass_fields__}
    writer.insert("cafe_plan", values | {"at": times.to_text(plan.at), "printed": int(plan.printed)})


def print_plan(writer: Writer, plan: int) -> None:
    """Note that cards of a plan were printed."""
    writer.update("cafe_plan", plan, {"printed": 1})


# ---- all of it


def read_cafe(reader: Reader, guests: Mapping[int, CafeGuest] | None = None) -> Cafe:
    """Return the World Café as it is now; with `guests`, who may come is not read again."""
    steps = read_in_steps(reader, guests)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            cafe: Cafe = done.value
            return cafe


def read_in_steps(reader: Reader, guests: Mapping[int, CafeGuest] | None = None) -> Generator[None, None, Cafe]:
    """Read the same in short steps, between which the desk goes on working. Begin anew if something is changed."""
    if guests is None:
        left_out = frozenset(left_out_roles(reader))
        found: dict[int, CafeGuest] = {}
        last: int | None = -1
        while last is not None:
            last = _read_guests(reader, left_out, found, last)
            yield
        guests = found
    return _cafe(reader, guests)


def read_seated(reader: Reader, people: Iterable[int] = ()) -> Cafe:
    """Return the same, of the guests only those who have a way, host a table or belong to a pair, and `people`."""
    left_out = frozenset(left_out_roles(reader))
    rows = reader.rows(_SEATED, *(status.value for status in COMING), json.dumps([*people]))
    return _cafe(reader, {row[0]: _guest(row, left_out) for row in rows})


def left_out_roles(reader: Reader) -> tuple[str, ...]:
    """Return the roles of people who do not sit at tables."""
    return split(settings.get(reader, LEFT_OUT) or "")


def put_left_out(writer: Writer, roles: Iterable[str]) -> None:
    """Let people of these roles not sit at tables."""
    text = joined(roles)
    if text:
        settings.put(writer, LEFT_OUT, text)
    else:
        settings.drop(writer, LEFT_OUT)


def _cafe(reader: Reader, guests: Mapping[int, CafeGuest]) -> Cafe:
    return Cafe(
        tables=tuple(tables(reader)),
        rounds=tuple(rounds(reader)),
        itineraries=tuple(_of_those_who_come(each, guests) for each in ways.itineraries(reader)),
        pairs=tuple(each for each in pairs(reader) if each.one in guests and each.other in guests),
        plans=tuple(plans(reader)),
        guests=guests,
        host_names={row[0]: _name(*row[1:]) for row in reader.rows(_HOST_NAMES)},
        left_out=left_out_roles(reader),
    )


def _of_those_who_come(way: Itinerary, guests: Mapping[int, CafeGuest]) -> Itinerary:
    gone = way.person is not None and way.person not in guests
    return Itinerary(way.id, way.number, None, way.tables) if gone else way


def _read_guests(reader: Reader, left_out: frozenset[str], found: dict[int, CafeGuest], after: int) -> int | None:
    """Read some guests; returns the last id, None if they were the last."""
    rows = reader.rows(
        f"{_GUESTS} WHERE id > ? AND status IN ({_STATUSES}) ORDER BY id LIMIT ?",
        after,
        *(status.value for status in COMING),
        _AT_ONCE,
    )
    for row in rows:
        found[row[0]] = _guest(row, left_out)
    return rows[-1][0] if len(rows) == _AT_ONCE else None


def _guest(row: Any, left_out: frozenset[str]) -> CafeGuest:
    person, ref, given, family, native, sector, organisation, languages, roles, needs, code = row
    own = split(roles)
    list_name = ", ".join(part for part in (family, given) if part) or native
    return CafeGuest(
        id=person,
        ref=ref,
        name=_name(given, family, native),
        list_name=list_name,
        sector=sector,
        organisation=organisation,
        languages=split(languages),
        roles=own,
        step_free=bool(needs) and needs_step_free(split(needs)),
        code=code,
        takes_part=left_out.isdisjoint(own),
        key=sort_key(list_name),
    )


def _name(given: str, family: str, native: str) -> str:
    return f"{given} {family}".strip() or native


def _change(writer: Writer, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
    new = {name: value for name, value in after.items() if value != before[name]}
    if new:
        writer.update(table, row_id, new)


def _table_values(table: CafeTable) -> dict[str, Value]:
    return {name: getattr(table, name) for name in _TABLE_COLUMNS} | {"step_free": int(table.step_free)}


def _round_values(each: CafeRound) -> dict[str, Value]:
    return {
        "number": each.number,
        "minutes": each.minutes,
        "question": each.question,
        "starts": each.starts,
        "began": "" if each.began is None else times.to_text(each.began),
        "ended": "" if each.ended is None else times.to_text(each.ended),
    }


def _round(row: Row) -> CafeRound:
    moments = {name: times.from_text(row[name]) if row[name] else None for name in ("began", "ended")}
    return CafeRound(**dict(row) | moments)


def _pair(row: Row) -> Pair:
    return Pair(row["id"], row["one"], row["other"], PairKind(row["kind"]))


def _plan(row: Row) -> CafePlan:
    return CafePlan(**dict(row) | {"at": times.from_text(row["at"]), "printed": bool(row["printed"])})
