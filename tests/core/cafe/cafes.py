"""A small World Café for tests: four tables of four, three rounds, fourteen people; nobody meets anybody twice."""

from eventdesk.cafe import actions, actions_ways, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.rotation.types import Quality, Rotation, RotationWay
from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people.actions import identified
from eventdesk.people.person import Person
from eventdesk.people.records import insert

NAMES = ("Anna", "Bruno", "Cemile", "Dana", "Elif", "Farid", "Gül", "Hana", "Ivo", "Jale", "Kim", "Leo", "Mina", "Nour")
SECTORS = ("civil_society", "administration", "politics")
_TIMES = ((0, 0, 0, 0), (0, 1, 2, 3), (0, 2, 3, 1), (0, 3, 1, 2))
"""Multiplication in the field of four elements; its addition is `^`."""


def build(event: Event) -> None:
    """Write the people, of whom the first four host, the tables and the rounds."""
    with event.transact(Op.IMPORT, "Gäste") as tx:
        for at, name in enumerate(NAMES):
            person = Person(
                0,
                given_name=name,
                family_name="Gast",
                organisation=f"Verein {at % 5}",
                sector=SECTORS[at % 3],
                languages=("Deutsch",),
                foreign_id=f"P{at}",
            )
            insert(tx, identified(tx, person))
    questions = ("Was hilft?", "Wo treffen wir uns?", "Wer fehlt?", "")
    actions.add_tables(
        event, [CafeTable(0, "", f"Tisch {at + 1}", 4, f"P{at}", asked) for at, asked in enumerate(questions)]
    )
    actions.set_rounds(
        event,
        [RoundWanted(20, "", "2017-03-06T13:00"), RoundWanted(20, "Und nun?", "2017-03-06T13:25"), RoundWanted(15)],
    )


def rotation(cafe: Cafe, *, without: frozenset[int] = frozenset()) -> Rotation:
    """Return ways in which nobody meets twice: hosts stay, class k moves by k times the round in the field of four."""
    tables = [table.id for table in cafe.tables]
    ways = {guest: (table,) * len(cafe.rounds) for guest, table in cafe.hosted_by.items()}
    others = [guest.id for guest in sorted(cafe.guests.values(), key=lambda each: each.order) if guest.id not in ways]
    places = [(at % 4, 1 + at // 4) for at in range(12)]
    all_ways = [
        tuple(tables[seat ^ _TIMES[kind][number]] for number in range(len(cafe.rounds))) for seat, kind in places
    ]
    ways |= dict(zip(others, all_ways, strict=False))
    kept = {guest: way for guest, way in ways.items() if guest not in without}
    spare = tuple(all_ways[len(others) :])
    return Rotation(RotationWay.DESIGN, kept, 0, 0, spare, 7, 0.25, Quality())


def seated(event: Event) -> Cafe:
    """Give everybody a way and return the World Café as it is then."""
    cafe = records.read_cafe(event.db)
    actions_ways.apply_rotation(event, cafe, rotation(cafe))
    return records.read_cafe(event.db)


def who(cafe: Cafe, name: str) -> int:
    """Return the row id of somebody by given name."""
    return next(guest.id for guest in cafe.guests.values() if guest.name.startswith(name))


def tables_of(cafe: Cafe, name: str) -> list[str]:
    """Return the names of somebody's tables, round by round; "–" for none."""
    way = cafe.way_of[who(cafe, name)].tables
    return [cafe.table_of[way[each.id]].name if each.id in way else "–" for each in cafe.rounds]


def meetings(cafe: Cafe) -> int:
    """Count by brute force how often two people meet again."""
    seen: dict[frozenset[int], int] = {}
    for each in cafe.rounds:
        for one in cafe.way_of:
            for other in cafe.way_of:
                here, there = (cafe.way_of[person].tables.get(each.id) for person in (one, other))
                if one < other and here is not None and here == there:
                    seen[frozenset((one, other))] = seen.get(frozenset((one, other)), 0) + 1
    return sum(times - 1 for times in seen.values())
