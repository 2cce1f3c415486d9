"""A small event with a little life in it, for tests of what becomes of it when its file is damaged."""

import random
from pathlib import Path

from eventdesk.backups import keeping
from eventdesk.backups.copies import Backup, Occasion
from eventdesk.checkin.actions import check_in, walk_in
from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.actions import add, edit
from eventdesk.people.code import new_code
from eventdesk.people.person import Person
from eventdesk.store.access import new_id

PAGE = 4096


def filled(event: Event, number: int) -> Point:
    """Add a door and so many people; returns the door."""
    door = add_point(event, "Eingang")
    imported(event, "Gast", number)
    return door


def imported(event: Event, name: str, number: int) -> None:
    """Import so many people, in one entry up to a hundred."""
    with event.transact(Op.IMPORT, "list.csv") as tx:
        for each in range(number):
            people.insert(tx, Person(new_id(), f"{name} {each}", "Demirtaş", code=new_code(), note="x" * 40))


def morning(event: Event, door: Point, *, since: int, until: int) -> None:
    """Let people come: scans, one walk-in, one undo, one correction, and a code that nobody has."""
    codes = [person.code for person in sorted(people.everyone(event.db), key=lambda each: each.given_name)]
    for code in codes[since:until]:
        check_in(event, code, door)
    check_in(event, "0000111122223333", door)
    walk_in(event, f"Mariam Haidari-{since}", point=door)
    found = people.everyone(event.db)
    edit(event, next(each.id for each in found if each.code == codes[since]), organisation="Kirchenkreis")
    check_in(event, codes[until], door)
    event.undo()


def kept(event: Event, home: Path) -> Backup:
    """Keep an automatic backup."""
    return keeping.keep_now(home, event, Occasion.AUTO).backup


def rows(event: Event) -> dict[str, list[tuple[object, ...]]]:
    """Return what the day has put into the file, entries with their ids included."""
    tables = ("person", "scan", "point", "setting")
    found = {table: [tuple(row) for row in event.db.rows(f"SELECT * FROM {table} ORDER BY id")] for table in tables}
    entries = event.db.rows("SELECT eid, desk, op, label, actor, at, undoes, part_of, undone FROM entry ORDER BY eid")
    changes = event.db.rows("SELECT eid, i, tbl, row_id, before, after FROM change ORDER BY eid, i")
    return {**found, "entry": [tuple(row) for row in entries], "change": [tuple(row) for row in changes]}


def broken(path: Path, pages: list[int], chance: random.Random | None = None) -> None:
    """Fill pages of a file with zeros, or with anything."""
    content = bytearray(path.read_bytes())
    for number in pages:
        start = (number - 1) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE) if chance else bytes(PAGE)
    path.write_bytes(content)


def added(event: Event, name: str) -> Person:
    """Add one person."""
    return add(event, Person(0, name, "Demirtaş"))
