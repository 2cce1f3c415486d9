"""The SQL of people: the table `person`, and the rows of `extra` that belong to one."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from eventdesk.codes import Op
from eventdesk.people.consent import in_order
from eventdesk.people.person import Origin, Person, Status
from eventdesk.store import extras
from eventdesk.store.access import Reader, Row, Value, Writer

EXTRA_KIND = "person"
EXTRA_COLUMNS = ("id", "kind", "owner", "name", "value")
LIST_SEPARATOR = ", "

COLUMNS = (
    "id",
    "given_name",
    "family_name",
    "native_name",
    "title",
    "organisation",
    "position",
    "sector",
    "roles",
    "email",
    "phone",
    "town",
    "languages",
    "needs",
    "note",
    "attention",
    "status",
    "party",
    "exhibitor",
    "wishes",
    "days",
    "code",
    "ticket",
    "source",
    "foreign_id",
    "origin",
    "consents",
)
DEFAULTS = {**dict.fromkeys(COLUMNS[1:], ""), "status": Status.REGISTERED.value, "origin": Origin.IMPORT.value}
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM person"
_CHOSEN = "(SELECT value FROM json_each(?))"


class FormerKey(StrEnum):
    """What else leads to a person since another one was merged into them, or is known of a badge that was replaced."""

    CODE = "code"
    TICKET = "ticket"
    FOREIGN_ID = "foreign_id"
    LOST = "lost"
    """The code of a badge that was replaced: it says whose it was, and opens no door."""


def joined(items: Iterable[str]) -> str:
    """Return the text that a list is stored as."""
    return LIST_SEPARATOR.join(items)


def split(text: str) -> tuple[str, ...]:
    """Return the list that a stored text stands for."""
    return tuple(text.split(LIST_SEPARATOR)) if text else ()


def person(reader: Reader, person_id: int) -> Person | None:
    """Return one person, or None."""
    found = people(reader, [person_id])
    return found[0] if found else None


def people(reader: Reader, ids: Sequence[int]) -> list[Person]:
    """Return the people with these ids, in this order; ids that nobody has are left out."""
    rows = reader.rows(f"{_SELECT} WHERE id IN {_CHOSEN}", json.dumps(list(ids)))
    found = {each.id: each for each in _with_extras(reader, rows)}
    return [found[person_id] for person_id in ids if person_id in found]


def everyone(reader: Reader) -> list[Person]:
    """Return all people, in the order of the list that sorts them by name, simply compared."""
    rows = reader.rows(f"{_SELECT} ORDER BY family_name, given_name, id")
    return _with_extras(reader, rows)


def by_code(reader: Reader, code: str) -> Person | None:
    """Return whom our own badge code belongs to."""
    return _first(reader, reader.rows(f"{_SELECT} WHERE code = ? AND code <> '' LIMIT 1", code))


def by_ticket(reader: Reader, ticket: str) -> list[Person]:
    """Return everybody with this foreign ticket code; a list may have given one to several people."""
    rows = reader.rows(f"{_SELECT} WHERE ticket = ? AND ticket <> '' ORDER BY family_name, given_name, id", ticket)
    return _with_extras(reader, rows)


def by_former_code(reader: Reader, text: str) -> list[Person]:
    """Return whom a badge code or ticket leads to whose first owner was merged into them, in the order of their ids."""
    return _led_to(reader, text, FormerKey.CODE, FormerKey.TICKET)


def by_lost_code(reader: Reader, text: str) -> list[Person]:
    """Return whose badge with this code was replaced by another one."""
    return _led_to(reader, text, FormerKey.LOST)


def former_keys(reader: Reader, person_id: int) -> list[tuple[FormerKey, str]]:
    """Return what else leads to a person."""
    rows = reader.rows("SELECT kind, value FROM former_key WHERE person = ? ORDER BY kind, value", person_id)
    return [(FormerKey(row[0]), row[1]) for row in rows]


def in_group(reader: Reader, group: str) -> list[Person]:
    """Return everybody of one group."""
    rows = reader.rows(f"{_SELECT} WHERE party = ? AND party <> '' ORDER BY family_name, given_name, id", group)
    return _with_extras(reader, rows)


def count(reader: Reader) -> int:
    """Return how many people the file holds."""
    return int(reader.value("SELECT count(*) FROM person"))


def anybody(reader: Reader) -> bool:
    """Say whether the file holds any people."""
    return reader.row("SELECT 1 FROM person LIMIT 1") is not None


def ids(reader: Reader, limit: int, *, after: int = -1) -> list[int]:
    """Return the ids of people in ascending order: the first so many `after` one."""
    return [row[0] for row in reader.rows("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?", after, limit)]


def agreeing(reader: Reader, limit: int, *, after: int = -1) -> list[int]:
    """Return the ids of people who agreed to anything in ascending order: the first so many `after` one."""
    sql = "SELECT id FROM person WHERE id > ? AND consents <> '' ORDER BY id LIMIT ?"
    return [row[0] for row in reader.rows(sql, after, limit)]


def codes_taken(reader: Reader, codes: Iterable[str]) -> set[str]:
    """Return those of `codes` that somebody has already."""
    taken = (
        f"SELECT code FROM person WHERE code IN {_CHOSEN} UNION SELECT value FROM former_key WHERE value IN {_CHOSEN}"
    )
    asked = json.dumps(list(codes))
    rows = reader.rows(taken, asked, asked)
    return {row[0] for row in rows}


def role_counts(reader: Reader) -> dict[str, int]:
    """Return how many people have each role, the most frequent first."""
    counts: Counter[str] = Counter()
    for roles, number in reader.rows("SELECT roles, count(*) FROM person GROUP BY roles"):
        for role in split(roles):
            counts[role] += number
    return dict(counts.most_common())


def crews(reader: Reader) -> list[tuple[str, int]]:
    """Return who is registered and belongs to an exhibitor: the exhibitor's id in the event folder, and the person."""
    sql = "SELECT exhibitor, id FROM person WHERE exhibitor <> '' AND status = 'registered' ORDER BY exhibitor, id"
    return [(row[0], row[1]) for row in reader.rows(sql)]


def with_status(
    reader: Reader, *statuses: Status, refs: Iterable[str] | None = None, after: int = -1, limit: int = -1
) -> list[Row]:
    """Return who has one of these states, by id, with only what a programme needs: rows are read faster than people.

    With `refs` only those who have one of these ids in the list that they came from, with `limit` the first so many
    `after` an id. The columns: id, foreign_id, given_name, family_name, native_name, needs, party, wishes, code.
    """
    sql = "SELECT id, foreign_id, given_name, family_name, native_name, needs, party, wishes, code FROM person"
    which = f"WHERE id > ? AND status IN ({', '.join('?' * len(statuses))})"
    if refs is None:
        return reader.rows(f"{sql} {which} ORDER BY id LIMIT ?", after, *statuses, limit)
    chosen = json.dumps([ref for ref in refs if ref])
    which = f"{which} AND foreign_id <> '' AND foreign_id IN {_CHOSEN}"
    return reader.rows(f"{sql} {which} ORDER BY id LIMIT ?", after, *statuses, chosen, limit)


def order_of_coming(reader: Reader) -> list[int]:
    """Return the ids of all who ever were in the file, in the order in which they came into it; some may come twice."""
    sql = (
        "SELECT c.row_id FROM change AS c JOIN entry AS e ON e.eid = c.eid "
        "WHERE c.tbl = 'person' AND c.before IS NULL ORDER BY e.ord, c.i"
    )
    return [row[0] for row in reader.rows(sql)]


def extra_names(reader: Reader) -> list[str]:
    """Return the names of all extra fields that people have, in alphabetical order."""
    rows = reader.rows("SELECT DISTINCT name FROM extra WHERE kind = ? ORDER BY name", EXTRA_KIND)
    return [row[0] for row in rows]


def imported_values(reader: Reader, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return by person what lists wrote last into each column: imports in effect, and the event folder at the start."""
    rows = reader.each(
        "SELECT c.row_id, c.after FROM change AS c JOIN entry AS e ON e.eid = c.eid "
        f"WHERE c.tbl = 'person' AND c.row_id IN {_CHOSEN} AND e.op IN (?, ?) AND e.undone = 0 AND c.after IS NOT NULL "
        "ORDER BY e.ord, c.i",
        json.dumps(list(ids)),
        Op.IMPORT.value,
        Op.CREATE.value,
    )
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for person_id, after in rows:
        found[person_id].update(json.loads(after))
    return dict(found)


def latest_entry(reader: Reader) -> str:
    """Return the id of the newest journal entry: what was planned before it may be out of date."""
    return str(reader.value("SELECT eid FROM entry ORDER BY ord DESC LIMIT 1") or "")


def insert(writer: Writer, person: Person) -> None:
    """Write a new person, who already has an id."""
    writer.insert("person", dict(zip(COLUMNS, row_of(person), strict=True)))
    extras.insert(writer, EXTRA_KIND, person.id, person.extra)


def change(writer: Writer, before: Person, after: Person) -> None:
    """Write only what differs between `before` and `after`; nothing differs: nothing is written."""
    old, new = row_of(before), row_of(after)
    touched = {name: new[at] for at, name in enumerate(COLUMNS) if old[at] != new[at]}
    if touched:
        writer.update("person", before.id, touched)
    if before.extra != after.extra:
        _change_extras(writer, before, after)


def add_former_key(writer: Writer, person_id: int, kind: FormerKey, value: str, reason: str = "") -> None:
    """Let something lead to a person from now on that led to another one before, or keep the code of a lost badge."""
    writer.insert("former_key", {"person": person_id, "kind": kind.value, "value": value, "reason": reason})


def set_extras(writer: Writer, person_id: int, fields: Mapping[str, str]) -> None:
    """Give a person these extra fields; an empty one is taken away, and those beyond these stay as they are."""
    row_ids = _extra_ids(writer, person_id) if fields else {}
    for name, value in fields.items():
        if not value:
            if name in row_ids:
                writer.delete("extra", row_ids[name])
        elif name in row_ids:
            writer.update("extra", row_ids[name], {"value": value})
        else:
            extras.insert(writer, EXTRA_KIND, person_id, {name: value})


def delete(writer: Writer, person: Person) -> None:
    """Delete a person, after the extra fields that belong to them."""
    for row_id in _extra_ids(writer, person.id).values():
        writer.delete("extra", row_id)
    writer.delete("person", person.id)


def row_of(person: Person) -> tuple[Value, ...]:
    """Return what the columns hold for this person, in the order of COLUMNS."""
    return (
        person.id,
        person.given_name,
        person.family_name,
        person.native_name,
        person.title,
        person.organisation,
        person.position,
        person.sector,
        joined(person.roles),
        person.email,
        person.phone,
        person.town,
        joined(person.languages),
        joined(person.needs),
        person.note,
        person.attention,
        person.status.value,
        person.group,
        person.exhibitor,
        joined(person.wishes),
        joined(person.days),
        person.code,
        person.ticket,
        person.source,
        person.foreign_id,
        person.origin.value,
        joined(person.consents),
    )


def person_of(row: Sequence[Any], extra: dict[str, str]) -> Person:
    """Return the person that a row of the table, in the order of COLUMNS, stands for."""
    return Person(
        id=row[0],
        given_name=row[1],
        family_name=row[2],
        native_name=row[3],
        title=row[4],
        organisation=row[5],
        position=row[6],
        sector=row[7],
        roles=split(row[8]),
        email=row[9],
        phone=row[10],
        town=row[11],
        languages=split(row[12]),
        needs=split(row[13]),
        note=row[14],
        attention=row[15],
        status=Status(row[16]),
        group=row[17],
        exhibitor=row[18],
        wishes=split(row[19]),
        days=split(row[20]),
        code=row[21],
        ticket=row[22],
        source=row[23],
        foreign_id=row[24],
        origin=Origin(row[25]),
        consents=in_order(split(row[26])) if row[26] else (),
        extra=extra,
    )


def _change_extras(writer: Writer, before: Person, after: Person) -> None:
    for name, row_id in _extra_ids(writer, before.id).items():
        if name not in after.extra:
            writer.delete("extra", row_id)
    new = {name: value for name, value in after.extra.items() if value != before.extra.get(name)}
    set_extras(writer, before.id, new)


def _extra_ids(reader: Reader, owner: int) -> dict[str, int]:
    rows = reader.rows("SELECT name, id FROM extra WHERE kind = ? AND owner = ? ORDER BY name", EXTRA_KIND, owner)
    return {row[0]: row[1] for row in rows}


def _led_to(reader: Reader, text: str, *kinds: FormerKey) -> list[Person]:
    sql = f"SELECT DISTINCT person FROM former_key WHERE value = ? AND kind IN ({', '.join('?' * len(kinds))})"
    rows = reader.rows(sql, text, *kinds)
    return people(reader, sorted(row[0] for row in rows)) if rows else []


def _first(reader: Reader, rows: list[Row]) -> Person | None:
    return _with_extras(reader, rows)[0] if rows else None


def _with_extras(reader: Reader, rows: list[Row]) -> list[Person]:
    fields: defaultdict[int, dict[str, str]] = defaultdict(dict)
    owners = json.dumps([row[0] for row in rows])
    for owner, name, value in reader.rows(
        f"SELECT owner, name, value FROM extra WHERE kind = ? AND owner IN {_CHOSEN} ORDER BY name", EXTRA_KIND, owners
    ):
        fields[owner][name] = value
    return [person_of(row, fields.get(row[0], {})) for row in rows]
