"""Finds the people, roles and tables of the World Café that a command line names."""

from collections.abc import Iterable

import typer

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.table import CafeTable
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.role import KNOWN_ROLES
from eventdesk.people.rolebook import role_book


def people_called(cafe: Cafe, wanted: Iterable[str], hint: str) -> list[int]:
    """Return the row ids of people who are called by id, badge code or whole name; each must be one alone."""
    found = []
    for called in wanted:
        key = called.casefold()
        guests = cafe.guests.values()
        ids = [each.id for each in guests if called in {each.ref, each.code}] or [
            each.id for each in guests if each.name.casefold() == key
        ]
        if len(ids) != 1:
            several = ", ".join(cafe.guests[each].ref or cafe.guests[each].code for each in ids)
            raise typer.BadParameter(f"{called} ({several})" if several else called, param_hint=hint)
        found += ids
    return found


def roles_called(event: Event, wanted: Iterable[str], hint: str) -> list[str]:
    """Return the roles of these names in any language; wrong usage if one is none, with those that people have."""
    book, had = role_book(event.db), people.role_counts(event.db)
    known = {*KNOWN_ROLES, *book.chosen(), *had}
    found = []
    for called in wanted:
        role = book.parse(called)
        if role not in known:
            raise typer.BadParameter(f"{called} ({', '.join(sorted(had))})", param_hint=hint)
        found.append(role)
    return found


def table_called(cafe: Cafe, called: str, hint: str) -> CafeTable:
    """Return the table of this id or name; wrong usage if there is none, with those there are."""
    key = called.casefold()
    for table in cafe.tables:
        if key in {table.ref.casefold(), table.name.casefold()}:
            return table
    raise typer.BadParameter(f"{called} ({', '.join(table.ref for table in cafe.tables)})", param_hint=hint)
