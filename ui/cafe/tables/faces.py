"""What the picture of the tables shows of a round: who sits where, and what is said of everybody."""

from dataclasses import replace
from itertools import combinations

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.rotation.types import Rotation
from eventdesk.cafe.table import CafeTable
from eventdesk.people.role import Sector, sector_name
from eventdesk.words import Words
from ui.cafe.hall.palette import colours_of
from ui.cafe.hall.sight import GuestFace, Mark, Sight, TableFace

LONGEST_SIGN = 3


def sight_of(
    words: Words, cafe: Cafe, round_id: int | None, present: frozenset[int] | None, before: Cafe | None = None
) -> Sight:
    """Return how all tables look in a round; `before`: what is shown is compared with this one."""
    known = cafe.round_of.get(round_id or 0)
    number = known.number if known is not None else 1
    there = {table.id: cafe.at(round_id, table.id) if round_id is not None else () for table in cafe.tables}
    again = {
        person
        for people in there.values()
        for pair in combinations((each for each in people if present is None or each in present), 2)
        if frozenset(pair) in cafe.again
        for person in pair
    }
    tables = []
    for table in cafe.tables:
        faces = tuple(
            _guest(words, cafe, cafe.guests[person], table, round_id, present, before, again=person in again)
            for person in there[table.id]
        )
        tables.append(_table(words, cafe, table, number, faces))
    return Sight(tuple(tables), colours_of(sectors_of(cafe)))


def sectors_of(cafe: Cafe) -> list[str]:
    """Return the sectors of all who may come, those that eventdesk knows first."""
    found = {guest.sector for guest in cafe.guests.values() if guest.sector}
    known = [each.value for each in Sector if each.value in found]
    return [*known, *sorted(found.difference(known))]


def with_rotation(cafe: Cafe, rotation: Rotation) -> Cafe:
    """Return the café as it would be if everybody had the ways of a suggestion."""
    rounds = [each.id for each in cafe.rounds]
    ways = [
        Itinerary(-number, number, person, dict(zip(rounds, way, strict=False)))
        for number, (person, way) in enumerate(rotation.ways.items(), 1)
        if person in cafe.guests
    ]
    return replace(cafe, itineraries=tuple(ways))


def sign_of(table: CafeTable) -> str:
    """Return what stands in the circle of a table: its number, or the beginning of its id."""
    digits = "".join(sign for sign in table.ref if sign.isdecimal()).lstrip("0")
    return digits if 0 < len(digits) <= LONGEST_SIGN else table.ref[:LONGEST_SIGN]


def _table(words: Words, cafe: Cafe, table: CafeTable, number: int, guests: tuple[GuestFace, ...]) -> TableFace:
    sign = sign_of(table)
    is_number = table.name.split()[-1:] == [sign] and len(table.name.split()) == 2
    closed = "" if table.open_in(number) else words.t("closed")
    count = words.n("one person", "{count} people", sum(guest.here for guest in guests))
    spoken = [table.name, closed, words.t("{count} on {seats} seats", count=count, seats=table.seats)]
    host = cafe.host_name(table)
    spoken += [words.t("host: {name}", name=host) if host else "", table.question]
    return TableFace(
        table.id, sign, "" if is_number else table.name, table.seats, guests, closed,
        spoken=", ".join(each for each in spoken if each),
    )  # fmt: skip


def _guest(
    words: Words,
    cafe: Cafe,
    guest: CafeGuest,
    table: CafeTable,
    round_id: int | None,
    present: frozenset[int] | None,
    before: Cafe | None,
    *,
    again: bool,
) -> GuestFace:
    here = present is None or guest.id in present
    host = cafe.hosted_by.get(guest.id) == table.id
    moved = before is not None and round_id is not None and table_of(before, guest.id, round_id) != table.id
    spoken = (
        guest.name,
        table.name,
        words.t("host") if host else "",
        sector_name(words, guest.sector) if guest.sector else "",
        guest.organisation,
        "" if here else words.t("not here"),
        words.t("meets somebody again here") if again else "",
        words.t("sits elsewhere than now") if moved else "",
    )
    mark = Mark.AGAIN if again else Mark.MOVED if moved else Mark.NONE
    said = ", ".join(each for each in spoken if each)
    return GuestFace(guest.id, guest.name, short_name(guest), guest.sector, host, here, mark, said)


def short_name(guest: CafeGuest) -> str:
    """Return a name for little room: "Kaveh A."."""
    family, comma, given = guest.list_name.partition(", ")
    return f"{given.split()[0]} {family.split()[-1][0]}." if comma and given and family.strip() else guest.name


def table_of(cafe: Cafe, person: int, round_id: int) -> int | None:
    """Return where somebody sits in a round."""
    way = cafe.way_of.get(person)
    return way.tables.get(round_id) if way is not None else None
