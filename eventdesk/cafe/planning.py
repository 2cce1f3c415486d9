"""What the thinkers of the rotation are asked, made of the World Café as it is now. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.pair import PairKind
from eventdesk.cafe.rotation import types
from eventdesk.cafe.rotation.advising import advice
from eventdesk.cafe.rotation.closing import close_table as rotation_close_table
from eventdesk.cafe.rotation.closing import thin_tables as rotation_thin_tables
from eventdesk.cafe.rotation.hand_over import hand_over as rotation_hand_over
from eventdesk.cafe.rotation.judging import judged, price
from eventdesk.cafe.rotation.types import (
    LEAST,
    NOWHERE,
    Advice,
    Guest,
    Handed,
    Moved,
    Price,
    Problem,
    Rotation,
    RotationWay,
    Table,
    Thin,
)
from eventdesk.cafe.table import CafeTable


def problem_of(cafe: Cafe, present: frozenset[int] | None = None, *, keep: bool = False) -> Problem:
    """Return who is to sit where: all who take part, or of them those who are `present`.

    Tables that are closed are left out; a host who is not on the list takes one of the seats. With `keep`, who has a
    whole way keeps it.
    """
    tables = [table for table in cafe.tables if table.closed_from is None]
    taking_part = (guest for guest in cafe.guests.values() if guest.takes_part)
    guests = [guest for guest in taking_part if present is None or guest.id in present]
    found = _problem(cafe, tables, guests)
    if not keep:
        return found
    known, ids = {guest.id for guest in guests}, {table.id for table in tables}
    kept = {who: way for who, way in _ways(cafe).items() if who in known and ids.issuperset(way)}
    return replace(found, kept=kept)


def rotation_of(cafe: Cafe, present: frozenset[int] | None = None) -> Rotation:
    """Return the ways as they are now, with all that can be counted about them; with `present` only of those people."""
    plan = cafe.plan
    ways = {person: way for person, way in _ways(cafe).items() if present is None or person in present}
    return judged(
        _seated(cafe),
        ways,
        way=RotationWay(plan.way) if plan is not None else RotationWay.BY_HAND,
        spare=tuple(way for way in (in_rounds(cafe, each.tables) for each in cafe.free) if not _stays(way)),
        seed=plan.seed if plan is not None else 0,
        seconds=plan.milliseconds / 1000 if plan is not None else 0.0,
    )


def in_rounds(cafe: Cafe, way: Mapping[int, int]) -> types.Itinerary:
    """Return the tables of a way in the order of the rounds; NOWHERE for a round in which it leads nowhere."""
    return tuple(way.get(each.id, NOWHERE) for each in cafe.rounds)


def by_round(cafe: Cafe, tables: types.Itinerary) -> dict[int, int]:
    """Return the tables of a way by the row ids of the rounds."""
    return {each.id: table for each, table in zip(cafe.rounds, tables, strict=False) if table != NOWHERE}


# ---- what is asked on the day


def over(cafe: Cafe) -> int:
    """Return how many rounds are over: late arrivals sit from the next one on, or from the one that is on."""
    return sum(each.is_over for each in cafe.rounds)


def gone_and_late(cafe: Cafe, present: frozenset[int]) -> tuple[frozenset[int], tuple[int, ...]]:
    """Return who has a way and is not present, and who is present, takes part and has none, by name.

    Hosts keep their way: their table needs somebody in any case.
    """
    gone = frozenset(person for person in cafe.way_of if person not in present and person not in cafe.hosted_by)
    return gone, tuple(guest.id for guest in cafe.without_way if guest.id in present)


def handed(cafe: Cafe, gone: Collection[int], late: Collection[int]) -> Handed:
    """Return which ways late arrivals take: those of people who are gone, free ones, else chairs put to tables.

    Takes up to 0.2 s: where nothing may block, call it in a job.
    """
    arrived = tuple(_guest(cafe, cafe.guests[person], {table.id for table in cafe.tables}) for person in late)
    open_tables = [table for table in cafe.tables if table.closed_from is None]
    problem = _problem(cafe, open_tables, [cafe.guests[each] for each in {**cafe.way_of, **dict.fromkeys(late)}])
    return rotation_hand_over(problem, rotation_of(cafe), frozenset(gone), arrived, from_round=over(cafe))


def without_host(cafe: Cafe) -> tuple[CafeTable, ...]:
    """Return the open tables with guests at them whose host is on the list, and has no card or does not come."""
    taken = {table for way in cafe.way_of.values() for table in way.tables.values()}
    hosted = {table for person, table in cafe.hosted_by.items() if person in cafe.way_of}
    return tuple(
        table
        for table in cafe.tables
        if table.host in cafe.host_names and table.id in taken - hosted and table.closed_from is None
    )


def reseated(cafe: Cafe, table: int, from_round: int, present: Collection[int] | None = None) -> Moved:
    """Return where the guests of a table sit if it closes from a round on, by its number from 1.

    Those who are `present` are seated as if nobody else had a way, and only they count for repeats and chairs; then the
    others get seats beside them, in case they come after all. None: all are there.
    """
    tables = [each for each in cafe.tables if each.closed_from is None or each.id == table]
    here = frozenset(cafe.way_of if present is None else cafe.way_of.keys() & present)
    now = rotation_of(cafe, here)
    first = rotation_close_table(
        _problem(cafe, tables, [cafe.guests[each] for each in now.ways]), now, table, from_round - 1
    )
    if len(here) == len(cafe.way_of):
        return first
    then = replace(now, ways={**_ways(cafe), **first.ways})
    more = rotation_close_table(
        _problem(cafe, tables, [cafe.guests[each] for each in then.ways]), then, table, from_round - 1
    )
    return replace(first, ways={**first.ways, **more.ways}, unseated=(*first.unseated, *more.unseated))


def thin_tables(cafe: Cafe, present: frozenset[int] | None = None, least: int = LEAST) -> tuple[Thin, ...]:
    """Return which open tables have fewer people than this, of those who are present; None: of all who have a way.

    Only rounds that are not over, counted from 0; a table at which nobody sits is not told.
    """
    return rotation_thin_tables(_seated(cafe), rotation_of(cafe, present), least=least, from_round=over(cafe))


def price_of(cafe: Cafe, person: int, round_id: int, table: int, present: Collection[int] | None = None) -> Price:
    """Return what it costs to let somebody sit at a table in a round, compared with how it is now.

    Only whom they meet of those who are `present` counts; None: everybody.
    """
    at = cafe.round_of[round_id].number - 1
    there = {each: way for each, way in _ways(cafe).items() if present is None or each in present or each == person}
    ways = {person: (NOWHERE,) * len(cafe.rounds), **there}
    return price(_problem(cafe, cafe.tables, [cafe.guests[each] for each in ways]), ways, person, at, table)


def advice_for(cafe: Cafe, present: frozenset[int] | None = None) -> Advice:
    """Return what is to be said about the number of tables and rounds, for so many people."""
    problem = problem_of(cafe, present)
    hosted = bool(problem.tables) and {table.id for table in problem.tables} <= cafe.host_at.keys()
    return advice(len(problem.guests), len(problem.tables), problem.rounds, hosted=hosted)


def _stays(way: types.Itinerary) -> bool:
    """Say whether a way is that of a host, who stays at one table."""
    return len(way) > 1 and len({*way}) == 1


def _seated(cafe: Cafe) -> Problem:
    """Return the problem of those who have a way, at all tables."""
    return _problem(cafe, cafe.tables, [cafe.guests[each] for each in cafe.way_of])


def _problem(cafe: Cafe, tables: Collection[CafeTable], guests: Collection[CafeGuest]) -> Problem:
    ids, known = {table.id for table in tables}, {guest.id for guest in guests}
    return Problem(
        tables=tuple(_table(cafe, table) for table in tables),
        rounds=len(cafe.rounds),
        guests=tuple(_guest(cafe, guest, ids) for guest in guests),
        together=_pairs(cafe, PairKind.TOGETHER, known),
        apart=_pairs(cafe, PairKind.APART, known),
    )


def _ways(cafe: Cafe) -> dict[int, types.Itinerary]:
    return {person: in_rounds(cafe, way.tables) for person, way in cafe.way_of.items()}


def _table(cafe: Cafe, table: CafeTable) -> Table:
    unlisted_host = bool(table.host) and table.host not in cafe.host_names
    return Table(table.id, max(1, table.seats - unlisted_host), table.language, table.step_free)


def _guest(cafe: Cafe, guest: CafeGuest, tables: set[int]) -> Guest:
    host_of = cafe.hosted_by.get(guest.id)
    return Guest(
        id=guest.id,
        sector=guest.sector,
        organisation=guest.organisation,
        languages=guest.languages,
        step_free=guest.step_free,
        host_of=host_of if host_of in tables else None,
    )


def _pairs(cafe: Cafe, kind: PairKind, known: set[int]) -> frozenset[types.Pair]:
    return frozenset(pair.people for pair in cafe.pairs if pair.kind is kind and pair.people <= known)
