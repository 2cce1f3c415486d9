"""The SQL of badges: which were printed, when, why, where they lie, who has theirs; templates and pictures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from eventdesk.badges.boxes import Spot
from eventdesk.people.person import Person
from eventdesk.store.access import Reader, Row, Value, new_id
from eventdesk.store.times import from_text, to_text
from eventdesk.store.transaction import Transaction

_COLUMNS = ("id", "person", "at", "desk", "printer", "reason", "template", "digest", "box", "number")
_HANDOUT_COLUMNS = ("id", "person", "at", "desk")
_CHOSEN = "(SELECT value FROM json_each(?))"
_SHOWN = (
    "SELECT p.id, p.person, p.at, p.desk, p.printer, p.reason, p.template, p.digest, p.box, p.number, "
    "who.given_name, who.family_name, who.native_name, who.organisation "
)
_LOG = f"{_SHOWN} FROM badge_print AS p LEFT JOIN person AS who ON who.id = p.person"
_LATEST_FIRST = "ORDER BY p.at DESC, p.id DESC"
_HELD = "EXISTS (SELECT 1 FROM badge_handout AS given WHERE given.person = last.person AND given.at >= last.at) AS held"
_LATEST = f"SELECT last.person, last.digest, {_HELD}, max(last.at) AS at FROM badge_print AS last"
"""Of each person's prints the latest one; SQLite takes the other columns from the row with the maximum."""

_COUNTED = (
    "SELECT max(id), sum(status IN ('registered', 'pending')), sum(printed IS NOT NULL), "
    "sum(printed IS NOT NULL AND EXISTS "
    "(SELECT 1 FROM badge_handout AS given WHERE given.person = some.id AND given.at >= some.printed)), "
    "sum(EXISTS (SELECT 1 FROM scan JOIN point ON point.id = scan.point WHERE scan.person = some.id "
    "AND point.kind = 'entrance' AND scan.outcome = 'accepted' AND scan.direction = 'in')) "
    "FROM (SELECT id, status, (SELECT max(at) FROM badge_print WHERE person = who.id) AS printed "
    "FROM person AS who WHERE id > ? ORDER BY id LIMIT ?) AS some"
)
_STEP = 2000


@dataclass(frozen=True, slots=True)
class Print:
    """One badge that went to a printer. `spot`: where it was put, `digest`: what stood on it, if anybody noted it."""

    person: int
    at: datetime
    desk: str
    printer: str
    reason: str
    template: str = ""
    digest: str = ""
    spot: Spot | None = None
    name: str = ""
    list_name: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which prints are wanted; what is empty does not matter. `since` and `until` (exclusive) are aware times."""

    printer: str = ""
    desk: str = ""
    reason: str = ""
    since: datetime | None = None
    until: datetime | None = None
    people: tuple[int, ...] | None = None

    @property
    def everything(self) -> bool:
        """Whether every print is wanted."""
        return self == LogFilter()


LogPlace = tuple[str, int]
"""Where a print stands in the log: its time as it is stored, and its id."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The badge that somebody has, or that waits for them. `handed_out`: they have it."""

    digest: str
    handed_out: bool


@dataclass(frozen=True, slots=True)
class BadgeCounts:
    """How many people may come, have a printed badge, got it, and were ever admitted at an entrance.

    `waiting` badges are printed and still lie here. Nobody is counted twice, nor anybody who is off the list.
    """

    expected: int
    printed: int
    handed_out: int
    waiting: int
    checked_in: int


def printed(reader: Reader, ids: Sequence[int] | None = None) -> set[int]:
    """Return who has a badge already, among `ids` or among all."""
    if ids is None:
        return {row[0] for row in reader.rows("SELECT DISTINCT person FROM badge_print")}
    rows = reader.rows(
        f"SELECT DISTINCT person FROM badge_print WHERE person IN {_CHOSEN}",
        json.dumps(list(ids)),
    )
    return {row[0] for row in rows}


def latest(reader: Reader, ids: Sequence[int]) -> dict[int, Latest]:
    """Return the latest badge of those of these people who have one."""
    rows = reader.rows(f"{_LATEST} WHERE last.person IN {_CHOSEN} GROUP BY last.person", json.dumps(list(ids)))
    return {row[0]: Latest(row[1], bool(row[2])) for row in rows}


def prints(reader: Reader, person: int) -> list[Print]:
    """Return all prints of one person's badge, the latest first."""
    return [_print(row) for row in reader.rows(f"{_LOG} WHERE p.person = ? {_LATEST_FIRST}", person)]


def print_log(reader: Reader, limit: int = 100, offset: int = 0) -> list[Print]:
    """Return prints of everybody's badges, the latest first; those of people who are gone without a name."""
    rows = reader.rows(f"{_LOG} {_LATEST_FIRST} LIMIT ? OFFSET ?", limit, offset)
    return [_print(row) for row in rows]


def log_stretch(
    reader: Reader, wanted: LogFilter, below: LogPlace | None, stretch: int, limit: int
) -> tuple[list[tuple[LogPlace, Print]], LogPlace | None]:
    """Look at so many prints below a place, the latest first; return those that are wanted, at most `limit`.

    Second, where the next stretch begins; None if nothing is left. The prints of named people are one stretch.
    """
    bounds: list[tuple[str, tuple[Value, ...]]] = []
    if below is not None:
        bounds.append(("(p.at, p.id) < (?, ?)", below))
    if wanted.since is not None:
        bounds.append(("p.at >= ?", (to_text(wanted.since),)))
    if wanted.until is not None:
        bounds.append(("p.at < ?", (to_text(wanted.until),)))
    if wanted.people is not None:
        bounds.append((f"p.person IN {_CHOSEN}", (json.dumps(wanted.people),)))
        stretch = -1
    texts = [(name, getattr(wanted, name)) for name in ("printer", "desk", "reason")]
    tests = [(f"p.{name} = ?", (text,)) for name, text in texts if text]
    within = f"FROM badge_print AS p {_where(bounds)} {_LATEST_FIRST}"
    values = [value for _, each in bounds for value in each]
    rows = reader.rows(
        f"{_SHOWN} FROM (SELECT * {within} LIMIT ?) AS p LEFT JOIN person AS who ON who.id = p.person "
        f"{_where(tests)} {_LATEST_FIRST} LIMIT ?",
        *values, stretch, *(value for _, each in tests for value in each), limit,
    )  # fmt: skip
    last = reader.row(f"SELECT p.at, p.id {within} LIMIT 1 OFFSET ?", *values, stretch - 1) if stretch > 0 else None
    return [((row["at"], row["id"]), _print(row)) for row in rows], (last[0], last[1]) if last else None


def log_values(reader: Reader, after: int, stretch: int) -> list[tuple[str, str, str, str, int]]:
    """Return the printers, desks, reasons and hours of the next prints in the order of ids, each with its last id."""
    rows = reader.rows(
        "SELECT printer, desk, reason, substr(at, 1, 13), max(id) FROM "
        "(SELECT id, printer, desk, reason, at FROM badge_print WHERE id > ? ORDER BY id LIMIT ?) GROUP BY 1, 2, 3, 4",
        after, stretch,
    )  # fmt: skip
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def insert(
    tx: Transaction,
    people: Sequence[int],
    at: datetime,
    why: Mapping[str, str],
    digests: Mapping[int, str],
    spots: Mapping[int, Spot],
) -> None:
    """Note that the badges of these people were printed; `why` has desk, printer, reason and template."""
    moment, nowhere = to_text(at), Spot("", 0)
    same = [why.get(name, "") for name in ("desk", "printer", "reason", "template")]

    def row(person: int) -> tuple[Value, ...]:
        spot = spots.get(person, nowhere)
        return new_id(), person, moment, *same, digests.get(person, ""), spot.box, spot.number

    tx.insert_many("badge_print", _COLUMNS, map(row, people))


def insert_handouts(tx: Transaction, people: Sequence[int], at: datetime, desk: str) -> None:
    """Note that these people got their badges."""
    moment = to_text(at)
    tx.insert_many("badge_handout", _HANDOUT_COLUMNS, ((new_id(), each, moment, desk) for each in people))


def handouts_since_print(reader: Reader, ids: Sequence[int]) -> list[int]:
    """Return the rows that say that these people have the latest of their badges."""
    rows = reader.rows(
        f"SELECT given.id FROM badge_handout AS given WHERE given.person IN {_CHOSEN} AND given.at >= coalesce("
        "(SELECT max(last.at) FROM badge_print AS last WHERE last.person = given.person), '') ORDER BY given.id",
        json.dumps(list(ids)),
    )
    return [row[0] for row in rows]


def drop_handouts(tx: Transaction, ids: Sequence[int]) -> None:
    """Take these rows back."""
    for row_id in ids:
        tx.delete("badge_handout", row_id)


def counts(reader: Reader) -> BadgeCounts:
    """Return how many badges are printed and handed out, and how many people came; at once. See `counting`."""
    *_, whole = (BadgeCounts(0, 0, 0, 0, 0), *counting(reader))
    return whole


def counting(reader: Reader) -> Iterator[BadgeCounts]:
    """Yield the same as far as people have been counted, in short steps; the last one is the whole."""
    last, sums = -1, [0] * 4
    while True:
        row = reader.row(_COUNTED, last, _STEP)
        if row is None or row[0] is None:
            break
        last, sums = row[0], [one + more for one, more in zip(sums, row[1:], strict=True)]
        expected, printed, held, came = sums
        yield BadgeCounts(expected, printed, held, printed - held, came)


def templates(reader: Reader) -> dict[str, str]:
    """Return the event's own templates as TOML, by name."""
    return {row[0]: row[1] for row in reader.rows("SELECT ref, body FROM badge_template ORDER BY ref, id")}


def put_template(tx: Transaction, name: str, body: str) -> None:
    """Write a template over the one of the same name; writes nothing if it is the same."""
    _put(tx, "badge_template", ("ref", name), {"body": body})


def drop_template(tx: Transaction, name: str) -> None:
    """Take a template away."""
    _drop(tx, "badge_template", ("ref", name))


def picture_names(reader: Reader) -> list[str]:
    """Return the names of the event's pictures."""
    return [row[0] for row in reader.rows("SELECT name FROM picture ORDER BY name, id")]


def own_picture_names(reader: Reader) -> list[str]:
    """Return the names of the pictures that are the event's own, such as its logo, and of no exhibitor."""
    sql = "SELECT name FROM picture WHERE name NOT IN (SELECT picture FROM exhibitor) ORDER BY name, id"
    return [row[0] for row in reader.rows(sql)]


def picture(reader: Reader, name: str) -> tuple[str, str] | None:
    """Return the media type of a picture, and the picture in base64."""
    row = reader.row("SELECT media, body FROM picture WHERE name = ? ORDER BY id LIMIT 1", name)
    return (row[0], row[1]) if row else None


def put_picture(tx: Transaction, name: str, media: str, body: str) -> None:
    """Write a picture over the one of the same name; writes nothing if it is the same."""
    _put(tx, "picture", ("name", name), {"media": media, "body": body})


def drop_picture(tx: Transaction, name: str) -> None:
    """Take a picture away."""
    _drop(tx, "picture", ("name", name))


def _where(parts: Sequence[tuple[str, tuple[Value, ...]]]) -> str:
    return f"WHERE {' AND '.join(test for test, _ in parts)}" if parts else ""


def _put(tx: Transaction, table: str, key: tuple[str, str], values: Mapping[str, str]) -> None:
    column, name = key
    row = tx.row(f"SELECT * FROM {table} WHERE {column} = ? ORDER BY id LIMIT 1", name)
    if row is None:
        tx.insert(table, {column: name, **values})
    elif any(row[each] != value for each, value in values.items()):
        tx.update(table, row["id"], values)


def _drop(tx: Transaction, table: str, key: tuple[str, str]) -> None:
    column, name = key
    for row in tx.rows(f"SELECT id FROM {table} WHERE {column} = ?", name):
        tx.delete(table, row[0])


def _print(row: Row) -> Print:
    who = Person(row["person"], row["given_name"] or "", row["family_name"] or "", row["native_name"] or "")
    return Print(
        person=row["person"],
        at=from_text(row["at"]),
        desk=row["desk"],
        printer=row["printer"],
        reason=row["reason"],
        template=row["template"],
        digest=row["digest"],
        spot=Spot(row["box"], row["number"]) if row["box"] else None,
        name=who.name,
        list_name=who.list_name,
        organisation=row["organisation"] or "",
    )
