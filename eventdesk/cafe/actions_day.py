"""What is done on the day: cards handed over, tables closed, the clock of the rounds.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from eventdesk.cafe import planning, records
from eventdesk.cafe.actions import found_table
from eventdesk.cafe.actions_ways import put_steps, steps_of
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.outcome import Clocked, Closed, Done, GivenBack, HandedOver, Joined, Moved, NoWay
from eventdesk.cafe.rotation.types import Handed
from eventdesk.cafe.rotation.types import Itinerary as Tables
from eventdesk.cafe.rotation.types import Moved as Reseated
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.ways import records as way_records
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.refs import label_of
from eventdesk.store import times
from eventdesk.store.access import Writer, new_id

# ---- cards


def hand_over(event: Event, cafe: Cafe, gone: Collection[int], handed: Handed) -> HandedOver:
    """Let the ways of people who are `gone` be free, and late arrivals have those that `planning.handed` found.

    Nobody else's card differs; in rounds that are over nobody sat on a way that is handed over. Raises `KnownError`
    GONE if one of these ways, people or rounds is gone since, or if one of the late arrivals has a way already.
    """
    now = records.read_seated(event.db, {*gone, *handed.taken, *handed.extra})
    if now.round_of.keys() != cafe.round_of.keys():
        raise KnownError(Fault.GONE)
    late = {**handed.taken, **handed.extra}
    if any(person in now.way_of or person not in now.guests for person in late):
        raise KnownError(Fault.GONE)
    rows = _rows(now, handed)
    taken = {row.id for row in rows.values()}
    left = [now.way_of[each] for each in gone if each in now.way_of and now.way_of[each].id not in taken]
    if not late and not left:
        return HandedOver(waiting=handed.waiting, repeats=now.repeats)
    label = label_of(now.guests[each].name for each in late or [way.person or 0 for way in left])
    with event.transact(Op.CAFE_HAND_OVER, label) as tx:
        _give(tx, now, late, rows)
        for row in left:
            way_records.give_itinerary(tx, row.id, None)
        eid = tx.root
    return HandedOver(
        taken={person: rows[person].person if person in rows else None for person in handed.taken},
        extra=tuple(handed.extra),
        waiting=handed.waiting,
        left=tuple(way.number for way in left),
        repeats=records.read_seated(event.db).repeats,
        eid=eid,
    )


def give_back(event: Event, person: int) -> GivenBack:
    """Note that somebody does not come to the tables: their way is free for somebody else."""
    cafe = records.read_seated(event.db)
    way = cafe.way_of.get(person)
    if way is None:
        return GivenBack(person)
    with event.transact(Op.CAFE_LEAVE, cafe.guests[person].name) as tx:
        way_records.give_itinerary(tx, way.id, None)
        return GivenBack(person, way, tx.eid)


def join(event: Event, cafe: Cafe, person: int) -> Joined | NoWay:
    """Give somebody who came late a way: a free one that suits them best, else one on chairs that are put to tables.

    Who has one keeps it. Raises `KnownError` UNKNOWN_PERSON for somebody who does not come.
    """
    if person not in cafe.guests:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    if person in cafe.way_of:
        return Joined(person, cafe.way_of[person], repeats=cafe.repeats)
    handed = planning.handed(cafe, (), (person,))
    if person in handed.waiting:
        return NoWay(person)
    now = records.read_seated(event.db, {person})
    rows = _rows(now, handed)
    with event.transact(Op.CAFE_JOIN, cafe.guests[person].name) as tx:
        _give(tx, now, {**handed.taken, **handed.extra}, rows)
        eid = tx.eid
    after = records.read_seated(event.db)
    return Joined(person, after.way_of[person], person in handed.extra, after.repeats, eid)


def _rows(now: Cafe, handed: Handed) -> dict[int, Itinerary]:
    """Return the way that each late arrival takes: that of the person it was found for, or a free one like it.

    Left out is who sits on a way that was not there: a chair put to tables, or the seat of a host.
    """
    start, free = planning.over(now), list(now.free)
    rows: dict[int, Itinerary] = {}
    for person, tables in handed.taken.items():
        whose = handed.from_whom.get(person)
        if whose is not None:
            if whose not in now.way_of:
                raise KnownError(Fault.GONE)
            rows[person] = now.way_of[whose]
            continue
        same = next((way for way in free if planning.in_rounds(now, way.tables)[start:] == tables[start:]), None)
        if same is not None:
            free.remove(same)
            rows[person] = same
    return rows


def _give(writer: Writer, now: Cafe, late: Mapping[int, Tables], rows: Mapping[int, Itinerary]) -> None:
    """Write that people have ways: those in `rows`, or new ones."""
    number = max((way.number for way in now.itineraries), default=0)
    for person, tables in late.items():
        row = rows.get(person)
        if row is None:
            number += 1
            new = Itinerary(new_id(), number, person, planning.by_round(now, tables))
            way_records.insert_itineraries(writer, [new])
            continue
        way_records.give_itinerary(writer, row.id, person)
        seats = way_records.seat_ids(writer, row.id)
        for each in now.rounds[: planning.over(now)]:
            if each.id in seats:
                way_records.delete_seat(writer, seats[each.id])


# ---- tables


def close_table(event: Event, cafe: Cafe, table: int, from_round: int, reseated: Reseated) -> Closed:
    """Close a table from a round on, by its number from 1; its guests sit where `planning.reseated` found.

    Its host is a guest from then on; ways that nobody has lead nowhere in these rounds. Nobody else's card differs.
    Raises `KnownError` GONE.
    """
    now = records.read_seated(event.db, reseated.ways)
    before = found_table(now.tables, table)
    later = [each.id for each in now.rounds if each.number >= from_round]
    wanted = {person: planning.by_round(cafe, way) for person, way in reseated.ways.items() if person in now.guests}
    places: dict[int, dict[int, int | None]] = {
        person: {each: way.get(each) for each in later} for person, way in wanted.items()
    }
    for person in reseated.unseated:
        places[person] = {each: None for each in later if now.way_of[person].tables.get(each) == table}
    steps = steps_of(now, places)
    with event.transact(Op.CAFE_CLOSE_TABLE, before.name) as tx:
        records.change_table(tx, before, replace(before, closed_from=from_round))
        put_steps(tx, now, steps)
        for way in now.free:
            seats = way_records.seat_ids(tx, way.id)
            for each in later:
                if way.tables.get(each) == table:
                    way_records.delete_seat(tx, seats[each])
        eid = tx.eid
    moved = Moved(steps, records.read_seated(event.db).repeats, eid)
    return Closed(table, from_round, moved, eid)


def reopen_table(event: Event, table: int) -> Done:
    """Let people sit at a table again; who was sent elsewhere stays there (undo takes them back)."""
    before = found_table(records.tables(event.db), table)
    if before.closed_from is None:
        return Done()
    with event.transact(Op.CAFE_EDIT_TABLE, before.name) as tx:
        records.change_table(tx, before, replace(before, closed_from=None))
        return Done(tx.eid, tables=(table,))


# ---- the clock


def begin_round(event: Event, round_id: int) -> Clocked:
    """Note that a round begins now; the one that is on ends by it. One that is over begins anew."""
    rounds = records.rounds(event.db)
    before, now = _round(rounds, round_id), _now(event)
    if before.is_on:
        return Clocked(round_id)
    on = next((each for each in rounds if each.is_on), None)
    with event.transact(Op.CAFE_CLOCK, str(before.number)) as tx:
        if on is not None:
            records.change_round(tx, on, replace(on, ended=now))
        records.change_round(tx, before, replace(before, began=now, ended=None))
        records.put_stands(tx, round_id, None)
        return Clocked(round_id, None if on is None else on.id, tx.eid)


def end_round(event: Event, round_id: int) -> Clocked:
    """Note that a round is over now."""
    before = _round(records.rounds(event.db), round_id)
    return _clock(event, before, replace(before, ended=_now(event))) if before.is_on else Clocked(round_id)


def shift_round(event: Event, round_id: int, by: timedelta) -> Clocked:
    """Let the round that is on end so much later (below 0: earlier): its clock stood still, or people want more time.

    It counts as begun that much later.
    """
    before = _round(records.rounds(event.db), round_id)
    if not before.is_on or before.began is None or not by:
        return Clocked(round_id)
    return _clock(event, before, replace(before, began=times.from_text(times.to_text(before.began + by))))


def pause_round(event: Event, round_id: int) -> Clocked:
    """Let the clock of the round that is on stand still, also while the file is closed."""
    before = _round(records.rounds(event.db), round_id)
    if not before.is_on or before.stands is not None:
        return Clocked(round_id)
    with event.transact(Op.CAFE_CLOCK, str(before.number)) as tx:
        records.put_stands(tx, round_id, _now(event))
        return Clocked(round_id, None, tx.eid)


def go_on_round(event: Event, round_id: int) -> Clocked:
    """Let the clock of a round go on: it counts as begun so much later as it stood still."""
    before = _round(records.rounds(event.db), round_id)
    if before.stands is None or before.began is None:
        return Clocked(round_id)
    stood = max(_now(event) - before.stands, timedelta(0))
    return _clock(event, before, replace(before, began=before.began + stood, stands=None))


def _clock(event: Event, before: CafeRound, after: CafeRound) -> Clocked:
    with event.transact(Op.CAFE_CLOCK, str(before.number)) as tx:
        records.change_round(tx, before, after)
        if after.is_over or after.stands is None:
            records.put_stands(tx, before.id, None)
        return Clocked(before.id, before.id if after.is_over else None, tx.eid)


def _round(rounds: Collection[CafeRound], round_id: int) -> CafeRound:
    for each in rounds:
        if each.id == round_id:
            return each
    raise KnownError(Fault.GONE)


def _now(event: Event) -> datetime:
    return times.from_text(times.to_text(event.now()))  # as the file keeps it
