"""Reads the rows of a list as people, column by column: lists repeat themselves, each different cell is read once."""

import re
from collections.abc import Callable, Mapping, Sequence

from eventdesk.people import records
from eventdesk.people.code import LENGTH, clean, is_code
from eventdesk.people.consent import parse_consents
from eventdesk.people.importing.answers import extras
from eventdesk.people.importing.columns import Columns
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import ColumnMapping
from eventdesk.people.importing.plain import FAMILY_FIRST
from eventdesk.people.importing.presets import Preset
from eventdesk.people.importing.statuses import STATUSES
from eventdesk.people.naming import split_family_first, split_name
from eventdesk.people.person import Origin, Status
from eventdesk.people.role import KNOWN_ROLES, parse_role, parse_roles, parse_sector
from eventdesk.tables import cells
from eventdesk.tables.headers import normal
from eventdesk.tables.problems import CellError, Expectation, Remark
from eventdesk.tables.table import Table

Found = dict[str, Sequence[str]]
_AND = re.compile(r"\s+(?:und|and|&|\+)\s+", re.IGNORECASE)
_BETWEEN_LANGUAGES = re.compile(rf"\s*/\s*|{_AND.pattern}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b\.?,?\s*",
    re.IGNORECASE,
)
_FAMILY_FIRST = frozenset(map(normal, FAMILY_FIRST))
_TEXTS = {
    "native_name": Field.NATIVE_NAME,
    "organisation": Field.ORGANISATION,
    "position": Field.POSITION,
    "phone": Field.PHONE,
    "town": Field.TOWN,
    "party": Field.GROUP,
    "exhibitor": Field.EXHIBITOR,
}


def _items(cell: str) -> str:
    return records.joined(cells.items(cell))


def _ids(cell: str) -> str:
    return records.joined(cells.ids(cell))


def _ticket(cell: str) -> str:
    """Return a foreign code as a scan of it will read: cleaned in the same way, and no further."""
    return cell if cell.isalnum() else clean(cell)


def _consents(cell: str) -> str:
    return records.joined(parse_consents(cell))


def _languages(cell: str) -> str:
    return records.joined(cells.items(_BETWEEN_LANGUAGES.sub(",", cell)))


def _days(cell: str) -> str:
    """Return the days of a cell like "Sa, 6.3.2027 und So, 7.3.2027"; the names of weekdays say nothing new."""
    items = cells.items(_AND.sub(",", _WEEKDAY.sub("", cell)))
    if cell.strip() and not items:
        raise CellError(Expectation.DAY)
    return records.joined(cells.day(item).isoformat() for item in items)


_CONVERTED: Mapping[str, tuple[Field, Callable[[str], str]]] = {
    "sector": (Field.SECTOR, parse_sector),
    "email": (Field.EMAIL, cells.email),
    "languages": (Field.LANGUAGES, _languages),
    "needs": (Field.NEEDS, _items),
    "wishes": (Field.WISHES, _ids),
    "days": (Field.DAYS, _days),
    "consents": (Field.CONSENTS, _consents),
    "ticket": (Field.TICKET, _ticket),
}
_OWN: Mapping[Field, Callable[[str], str]] = {Field.EMAIL: str, Field.LANGUAGES: _items}
"""How fields are read where our own export wrote them."""
_MAY_BE_WRONG = (Field.EMAIL, Field.DAYS, Field.STATUS, Field.CONSENTS)


def read_people(table: Table, mapping: ColumnMapping) -> Drafts:
    """Read all rows of a list of people. What is wrong is collected in the drafts."""
    columns = Columns(table, mapping)
    things = _things(columns)
    found: Found = {name: columns.text(field) for name, field in _TEXTS.items() if columns.has(field)}
    ours = columns.has(Field.BADGE_CODE)
    for name, (field, convert) in _CONVERTED.items():
        if columns.has(field):
            # In our own export comes back what was typed at the desk, be it an e-mail address or not.
            as_stored = _OWN.get(field, convert) if ours else convert
            found[name] = columns.read(field, as_stored, cells.first_email if field is Field.EMAIL else None)
    if columns.has(Field.NOTE):
        found["note"] = columns.raw(Field.NOTE)
    found |= _names(columns, things, found.get("organisation", ()))
    found |= _roles(columns)
    found |= _status(columns, mapping.preset)
    found |= _attention(columns)
    found |= _identity(columns, mapping.preset)
    _note_quantities(columns)
    lines = {table.lines[row] for row in things}
    return Drafts(
        table=table,
        preset=mapping.preset,
        columns=found,
        extras=extras(columns, mapping.preset),
        problems=tuple(problem for problem in columns.problems if problem.line not in lines),
        remarks=tuple(columns.remarks),
        rejected=frozenset(columns.rejected - things),
        things=frozenset(things),
        readable={table.header[at]: at for field in _MAY_BE_WRONG for at in columns.places(field)},
    )


def _things(columns: Columns) -> set[int]:
    """Find the rows that stand for a lunch or a parking place which a person of another row booked."""
    things = {row for row, cell in enumerate(columns.raw(Field.ADD_ON_TO)) if cell}
    for row in sorted(things):
        what = next(iter(columns.raw(Field.TICKET_TYPE)[row : row + 1]), "")
        columns.remark(row, Field.TICKET_TYPE, Remark.ADD_ON, what)
    return things


def _names(columns: Columns, things: set[int], organisations: Sequence[str]) -> Found:
    """Return the names; who has none is called after the organisation, so that a place that was booked is not lost."""
    given, family = columns.text(Field.GIVEN_NAME), columns.text(Field.FAMILY_NAME)
    title, native = columns.text(Field.TITLE), columns.text(Field.NATIVE_NAME)
    if columns.has(Field.NAME):
        full = columns.text(Field.NAME)
        family_first = normal(columns.table.header[columns.places(Field.NAME)[0]]) in _FAMILY_FIRST
        split = {name: (split_family_first if family_first else split_name)(name) for name in set(full)}
        for row, name in enumerate(full):
            if name and not given[row] and not family[row]:
                given[row], family[row] = split[name].given, split[name].family
                title[row] = title[row] or split[name].title
    for row, names in enumerate(zip(given, family, native, strict=True)):
        if names[0] or any(names) or row in things:
            continue
        if organisations and organisations[row]:
            columns.leave_out(row, _name_field(columns), Expectation.NAME)
            family[row] = organisations[row]
        else:
            columns.refuse(row, _name_field(columns), Expectation.NAME)
    found: Found = {"given_name": given, "family_name": family}
    if columns.has(Field.TITLE) or any(title):
        found["title"] = title
    return found


def _name_field(columns: Columns) -> Field:
    names = (Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
    return next((field for field in names if columns.has(field)), Field.NAME)


def _roles(columns: Columns) -> Found:
    stated = columns.read(Field.ROLES, lambda cell: records.joined(parse_roles(cell)))
    by_ticket = columns.read(Field.TICKET_TYPE, _role_of_ticket)
    if not any(by_ticket):
        return {"roles": stated} if columns.has(Field.ROLES) else {}
    return {"roles": [said or ticket for said, ticket in zip(stated, by_ticket, strict=True)]}


def _role_of_ticket(ticket_type: str) -> str:
    """Return the one role that a ticket is named after: "Aussteller-Ticket" is for exhibitors."""
    parts = ticket_type.replace("-", " ").replace("/", " ").split()
    roles = {parse_role(part) for part in (ticket_type, *parts)} & KNOWN_ROLES
    return roles.pop() if len(roles) == 1 else ""


def _status(columns: Columns, preset: Preset) -> Found:
    if not any(columns.has(field) for field in (Field.STATUS, Field.PAID, Field.BLOCKED)):
        return {}
    unknown: set[str] = set()

    def convert(cell: str) -> str:
        status = STATUSES.find(cell) if cell else Status.REGISTERED
        if status is None and preset is Preset.PLAIN:
            raise CellError(Expectation.CHOICE, ", ".join(code.value for code in STATUSES.codes))
        if status is None:
            unknown.add(cell)
        return (status or Status.REGISTERED).value

    stated = columns.read(Field.STATUS, convert, lambda _cell: Status.REGISTERED.value)
    for row, cell in enumerate(columns.raw(Field.STATUS)) if unknown else ():
        if cell in unknown:
            columns.remark(row, Field.STATUS, Remark.UNKNOWN_STATUS, cell)
    if not columns.has(Field.PAID) and not columns.has(Field.BLOCKED):
        return {"status": stated}
    unpaid = [cell and _is(cell, cells.NO) for cell in columns.raw(Field.PAID)]
    blocked = [_is(cell, cells.YES) for cell in columns.raw(Field.BLOCKED)]
    return {
        "status": [
            Status.PENDING.value if status == Status.REGISTERED and (owes or barred) else status
            for status, owes, barred in zip(stated, unpaid, blocked, strict=True)
        ]
    }


def _is(cell: str, answers: frozenset[str]) -> bool:
    return cell.strip().casefold() in answers


def _attention(columns: Columns) -> Found:
    if not columns.has(Field.ATTENTION) and not columns.has(Field.ATTENTION_FLAG):
        return {}
    texts = columns.raw(Field.ATTENTION)
    for row, flag in enumerate(columns.raw(Field.ATTENTION_FLAG)):
        if _is(flag, cells.YES) and not texts[row]:
            texts[row] = columns.table.header[columns.places(Field.ATTENTION_FLAG)[0]]
    return {"attention": texts}


def _identity(columns: Columns, preset: Preset) -> Found:
    """Return where people come from and what they are known by: the list's own id, our badge code."""
    found: Found = {"source": columns.text(Field.SOURCE)}
    if not columns.has(Field.SOURCE):
        found["source"] = [preset.value] * len(columns.table.rows)
    if columns.has(Field.FOREIGN_ID):
        found["foreign_id"] = columns.text(Field.FOREIGN_ID)
    elif columns.has(Field.ORDER) and columns.has(Field.ORDER_POSITION):
        orders, positions = columns.text(Field.ORDER), columns.text(Field.ORDER_POSITION)
        found["foreign_id"] = [f"{order}-{at}" if order else "" for order, at in zip(orders, positions, strict=True)]
    if columns.has(Field.BADGE_CODE):
        found["code"] = _badge_codes(columns)
    if columns.has(Field.ORIGIN):
        origins = {origin.value for origin in Origin}
        found["origin"] = [cell if cell in origins else Origin.IMPORT.value for cell in columns.raw(Field.ORIGIN)]
    return found


def _badge_codes(columns: Columns) -> list[str]:
    codes = ["".join(cell.split()) for cell in columns.raw(Field.BADGE_CODE)]
    for row, code in enumerate(codes):
        if code and not (len(code) == LENGTH and is_code(code)):
            columns.remark(row, Field.BADGE_CODE, Remark.NOT_A_BADGE_CODE, code)
            codes[row] = ""
    return codes


def _note_quantities(columns: Columns) -> None:
    for row, cell in enumerate(columns.raw(Field.QUANTITY)):
        if cell not in {"", "0", "1"}:
            columns.remark(row, Field.QUANTITY, Remark.SEVERAL_TICKETS, cell)
