"""What a person does with tables and rounds, and with who sits with whom.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat
from typing import Any

from eventdesk.cafe import numbering, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.outcome import Done, Furnished
from eventdesk.cafe.pair import Pair, PairKind
from eventdesk.cafe.round import CafeRound, RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.refs import label_of, next_ref
from eventdesk.store.access import Writer, new_id

# ---- tables


def add_table(event: Event, table: CafeTable) -> CafeTable:
    """Add a table, which gets a row id and, unless it brings one, an id like the others ("T14").

    Raises `KnownError` NO_TABLE_NAME, BAD_SEATS, or NUMBER_TAKEN for an id that another table has.
    """
    return add_tables(event, [table])[0]


def add_tables(event: Event, tables: Sequence[CafeTable]) -> list[CafeTable]:
    """Add several tables in one entry. Raises as `add_table`."""
    refs = {each.ref for each in records.tables(event.db)}
    added: list[CafeTable] = []
    for table in tables:
        new = replace(table, id=new_id(), ref=table.ref or next_ref(refs, "T"))
        numbering.require_table(new, refs)
        refs.add(new.ref)
        added.append(new)
    if added:
        with event.transact(Op.CAFE_ADD_TABLE, label_of(table.name for table in added)) as tx:
            for table in added:
                records.insert_table(tx, table)
    return added


def change_table(event: Event, table: int, **fields: Any) -> Done:
    """Change fields of a table. Raises as `add_table`, and GONE."""
    tables = records.tables(event.db)
    before = found_table(tables, table)
    after = replace(before, **fields)
    if after == before:
        return Done()
    numbering.require_table(after, {each.ref for each in tables if each.id != table})
    with event.transact(Op.CAFE_EDIT_TABLE, after.name) as tx:
        records.change_table(tx, before, after)
        return Done(tx.eid, tables=(table,))


def remove_table(event: Event, table: int) -> Done:
    """Remove a table: the ways that lead to it lead nowhere in these rounds. Raises `KnownError` GONE."""
    gone = found_table(records.tables(event.db), table)
    with event.transact(Op.CAFE_REMOVE_TABLE, gone.name) as tx:
        records.delete_table(tx, table)
        return Done(tx.eid, tables=(table,))


def found_table(tables: Iterable[CafeTable], table: int) -> CafeTable:
    """Return one of these tables by its row id. Raises `KnownError` GONE."""
    for each in tables:
        if each.id == table:
            return each
    raise KnownError(Fault.GONE)


# ---- rounds


def set_rounds(event: Event, rounds: Sequence[RoundWanted]) -> Done:
    """Let there be these rounds, in this order; the first ones keep their rows, with what took place.

    Ways lead nowhere in a round that is new, and seats in rounds that are gone are taken away. Raises `KnownError`
    BAD_MINUTES, BAD_ROUNDS, BAD_TIME, or ROUND_TOOK_PLACE where a round would go that has begun.
    """
    before = records.rounds(event.db)
    touched, gone = _rounds(before, rounds)
    if not touched and not gone:
        return Done()
    with event.transact(Op.CAFE_ROUNDS, str(len(rounds))) as tx:
        _write_rounds(tx, before, touched, gone)
        return Done(tx.root, rounds=tuple(each.id for each in (*touched, *gone)))


def furnish(event: Event, sized: Cafe) -> Furnished:
    """Add the tables that the file lacks, and let there be these rounds, in one entry; `sizing.with_size` made `sized`.

    Raises as `set_rounds`.
    """
    before = records.rounds(event.db)
    wanted = [RoundWanted(each.minutes, each.question, each.starts) for each in sized.rounds]
    touched, gone = _rounds(before, wanted)
    new = {table.id: replace(table, id=new_id()) for table in sized.tables if table.id < 0}
    if not (new or touched or gone):
        return Furnished()
    label = label_of(table.name for table in new.values()) or str(len(wanted))
    with event.transact(Op.CAFE_ADD_TABLE if new else Op.CAFE_ROUNDS, label) as tx:
        for table in new.values():
            records.insert_table(tx, table)
        _write_rounds(tx, before, touched, gone)
        root = tx.root
    return Furnished({old: table.id for old, table in new.items()}, len(wanted) - len(before), root)


def _rounds(before: Sequence[CafeRound], rounds: Sequence[RoundWanted]) -> tuple[list[CafeRound], list[CafeRound]]:
    """Return the rounds that have to be written, and those that have to go. Raises as `set_rounds`."""
    numbering.require_rounds(rounds)
    gone = list(before[len(rounds) :])
    if any(each.began is not None for each in gone):
        raise KnownError(Fault.ROUND_TOOK_PLACE)
    wanted = [_round(old, number, each) for number, (old, each) in enumerate(_beside(before, rounds), 1)]
    known = {each.id: each for each in before}
    return [each for each in wanted if known.get(each.id) != each], gone


def _write_rounds(
    writer: Writer, before: Sequence[CafeRound], touched: Sequence[CafeRound], gone: Sequence[CafeRound]
) -> None:
    known = {each.id: each for each in before}
    for each in gone:
        records.delete_round(writer, each.id)
    for each in touched:
        if each.id in known:
            records.change_round(writer, known[each.id], each)
        else:
            records.insert_round(writer, each)


def _beside(
    before: Sequence[CafeRound], rounds: Sequence[RoundWanted]
) -> Iterator[tuple[CafeRound | None, RoundWanted]]:
    return zip(chain(before, repeat(None)), rounds, strict=False)


def _round(old: CafeRound | None, number: int, wanted: RoundWanted) -> CafeRound:
    row = CafeRound(new_id(), number, wanted.minutes) if old is None else old
    return replace(row, number=number, minutes=wanted.minutes, question=wanted.question.strip(), starts=wanted.starts)


# ---- people


def set_pair(event: Event, one: int, other: int, kind: PairKind | None) -> Done:
    """Let two people have to sit together, or apart; None: neither. Nobody's way changes by it.

    Raises `KnownError` UNKNOWN_PERSON.
    """
    names = {person.id: person.name for person in people.people(event.db, [one, other])}
    for person in (one, other):
        if person not in names or one == other:
            raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    known = [pair for pair in records.pairs(event.db) if pair.people == {one, other}]
    if [pair.kind for pair in known] == ([] if kind is None else [kind]):
        return Done()
    with event.transact(Op.CAFE_PAIR, label_of((names[one], names[other]))) as tx:
        for pair in known[1:] if kind is not None else known:
            records.delete_pair(tx, pair.id)
        if kind is not None and known:
            if known[0].kind is not kind:
                records.change_pair(tx, known[0].id, kind)
        elif kind is not None:
            records.insert_pair(tx, Pair(new_id(), one, other, kind))
        return Done(tx.eid, people=(one, other))


def leave_out(event: Event, roles: Iterable[str]) -> Done:
    """Let people of these roles not sit at tables from now on; ways that they have stay theirs."""
    wanted = tuple(sorted(set(roles)))
    if wanted == records.left_out_roles(event.db):
        return Done()
    with event.transact(Op.SETTINGS, event.details.title) as tx:
        records.put_left_out(tx, wanted)
        return Done(tx.eid)
