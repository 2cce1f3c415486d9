"""The World Café with another number of tables or rounds, to try it before anything is written. Pure."""

from collections import Counter
from dataclasses import replace
from math import ceil

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.rotation.advising import option
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.refs import next_ref

USUAL_ROUNDS, USUAL_MINUTES, USUAL_SEATS = 3, 20, 8


def with_size(cafe: Cafe, tables: int | None = None, rounds: int | None = None) -> Cafe:
    """Return the same World Café with so many tables and rounds: the first of them, or more like the last.

    None: as many as there are; if there is none, so many that they suit those who take part. Tables and rounds that are
    not in the file have ids below 0.
    """
    number = rounds or len(cafe.rounds) or USUAL_ROUNDS
    sized = replace(cafe, rounds=tuple(_rounds(cafe, number)))
    people = sum(guest.takes_part for guest in cafe.guests.values())
    return replace(
        sized, tables=tuple(_tables(cafe, tables or len(cafe.tables) or fitting_tables(people, number), people))
    )


def fitting_tables(people: int, rounds: int) -> int:
    """Return how many tables of about eight seats so many people need so that nobody meets twice; else the fewest."""
    fewest = max(1, ceil(people / USUAL_SEATS))
    good = (number for number in range(fewest, 2 * fewest) if option(people, number).rounds >= rounds)
    return next(good, fewest)


def _rounds(cafe: Cafe, wanted: int) -> list[CafeRound]:
    known = list(cafe.rounds[:wanted])
    minutes = known[-1].minutes if known else USUAL_MINUTES
    return [*known, *(CafeRound(-number, number, minutes) for number in range(len(known) + 1, wanted + 1))]


def _tables(cafe: Cafe, wanted: int, people: int) -> list[CafeTable]:
    known = list(cafe.tables[:wanted])
    usual = Counter(table.seats for table in known).most_common(1)
    seats = max(usual[0][0] if usual else USUAL_SEATS, ceil(people / wanted))
    refs, names = {table.ref for table in cafe.tables}, {table.name for table in cafe.tables}
    while len(known) < wanted:
        ref, name = next_ref(refs, "T"), next_ref(names, "")
        refs.add(ref)
        names.add(name)
        known.append(CafeTable(-len(known) - 1, ref, name, seats))
    return known
