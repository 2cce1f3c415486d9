"""What is done with ways through the tables: take over a suggestion, let people sit elsewhere, note what is printed.

Each is one entry of the journal, or one whole of several, and can be undone as one. Nothing is written where nothing
differs.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from eventdesk.cafe import records
from eventdesk.cafe.applying import Work, Write, work_for
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.itinerary import Itinerary
from eventdesk.cafe.outcome import Applied, Done, Moved, Step
from eventdesk.cafe.plan import CafePlan
from eventdesk.cafe.rotation.types import Rotation, RotationWay
from eventdesk.cafe.ways import records as way_records
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.refs import label_of
from eventdesk.store import times
from eventdesk.store.access import Writer, new_id


def apply_rotation(event: Event, cafe: Cafe, rotation: Rotation, *, part_of: str | None = None) -> Applied:
    """Give everybody the way of a suggestion that was made of `cafe`; who is not in it has none then.

    Who had a way keeps its number, others get the next ones by their names. Ways that the suggestion has to spare are
    kept as nobody's. People, tables and rounds that are gone since are left out. What is so already is not written.
    With `part_of` it goes with another entry when that is undone.
    """
    work, plan, known = _prepared(event, cafe, rotation)
    if known:
        return Applied(plan, same=work.same, left_out=work.left_out)
    return Applied(plan, tuple(work.changed), work.same, work.left_out, _write(event, work.writes(plan), part_of or ""))


def clear_ways(event: Event) -> Done:
    """Take away all ways: nobody sits anywhere."""
    work = work_for(event.db, {}, (), ())
    if work.is_nothing:
        return Done()
    return Done(_write(event, work.writes(None)), people=tuple(work.changed))


def move(event: Event, person: int, round_id: int, table: int | None) -> Moved:
    """Let somebody sit at a table in one round; None: at none. Who had no way gets one.

    Raises `KnownError` UNKNOWN_PERSON for somebody who does not come, or GONE.
    """
    cafe = records.read_seated(event.db, {person})
    _require(cafe, {person}, {round_id}, set() if table is None else {table})
    return write_steps(event, Op.CAFE_MOVE, cafe, {person: {round_id: table}})


def swap(event: Event, one: int, other: int, rounds: Collection[int] | None = None) -> Moved:
    """Let two people change places in some rounds, by row ids; None: in all, which is to change cards.

    Raises as `move`.
    """
    cafe = records.read_seated(event.db, {one, other})
    chosen = [each.id for each in cafe.rounds] if rounds is None else list(rounds)
    _require(cafe, {one, other}, {*chosen}, set())
    ways = [cafe.way_of[each].tables if each in cafe.way_of else {} for each in (one, other)]
    wanted = {
        person: {each: way.get(each) for each in chosen}
        for person, way in zip((one, other), reversed(ways), strict=True)
    }
    return write_steps(event, Op.CAFE_MOVE, cafe, wanted)


def keep_printed(event: Event) -> Done:
    """Note that cards of the ways as they are were printed."""
    cafe = records.read_seated(event.db)
    if cafe.is_printed or not cafe.way_of:
        return Done()
    with event.transact(Op.CAFE_KEEP, "") as tx:
        if cafe.plan is None:
            records.insert_plan(tx, replace(new_plan(event, RotationWay.BY_HAND, cafe.repeats), printed=True))
        else:
            records.print_plan(tx, cafe.plan.id)
        return Done(tx.eid)


def write_steps(event: Event, op: Op, cafe: Cafe, wanted: Mapping[int, Mapping[int, int | None]]) -> Moved:
    """Let people sit elsewhere, by person and round, in one entry; what is so already is left out."""
    steps = steps_of(cafe, wanted)
    if not steps:
        return Moved((), cafe.repeats)
    label = label_of(cafe.guests[each].name for each in dict.fromkeys(step.person for step in steps))
    with event.transact(op, label) as tx:
        put_steps(tx, cafe, steps)
        root = tx.root
    return Moved(steps, records.read_cafe(event.db, cafe.guests).repeats, root)


def steps_of(cafe: Cafe, wanted: Mapping[int, Mapping[int, int | None]]) -> tuple[Step, ...]:
    """Return what differs between where people sit and where they are to sit, by person and round."""
    now = {person: cafe.way_of[person].tables if person in cafe.way_of else {} for person in wanted}
    return tuple(
        Step(person, each, now[person].get(each), table)
        for person, places in wanted.items()
        for each, table in places.items()
        if now[person].get(each) != table
    )


def put_steps(writer: Writer, cafe: Cafe, steps: Collection[Step]) -> None:
    """Write that people sit elsewhere; who has no way gets the next number."""
    number = max((way.number for way in cafe.itineraries), default=0)
    for person in dict.fromkeys(step.person for step in steps):
        way = cafe.way_of.get(person)
        if way is None:
            number += 1
            way = Itinerary(new_id(), number, person, {})
            way_records.insert_itineraries(writer, [way])
        seats = way_records.seat_ids(writer, way.id)
        for step in (each for each in steps if each.person == person):
            if step.after is None:
                way_records.delete_seat(writer, seats[step.round])
            elif step.round in seats:
                way_records.move_seat(writer, seats[step.round], step.after)
            else:
                way_records.insert_seat(writer, way.id, step.round, step.after)


def _require(cafe: Cafe, people: set[int], rounds: set[int], tables: set[int]) -> None:
    for person in people - cafe.guests.keys():
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    if rounds - cafe.round_of.keys() or tables - cafe.table_of.keys():
        raise KnownError(Fault.GONE)


def _prepared(event: Event, cafe: Cafe, rotation: Rotation) -> tuple[Work, CafePlan, bool]:
    """Work out what is to be written; True: nothing, and the plan is the one that is there."""
    now = records.read_seated(event.db, rotation.ways)
    tables, rounds = now.table_of, [(each.id, at) for at, each in enumerate(cafe.rounds) if each.id in now.round_of]

    def there(way: tuple[int, ...]) -> dict[int, int]:
        return {each: way[at] for each, at in rounds if way[at] in tables}

    coming = sorted((now.guests[each] for each in rotation.ways if each in now.guests), key=lambda guest: guest.order)
    ways = {guest.id: there(rotation.ways[guest.id]) for guest in coming}
    gone = [person for person in rotation.ways if person not in ways]
    work = work_for(event.db, ways, [there(way) for way in rotation.spare], gone)
    plan, facts = now.plan, (rotation.way.value, rotation.repeats)
    if work.is_nothing and plan is not None and (plan.way, plan.repeats) == facts:
        return work, plan, True
    return work, new_plan(event, *facts, rotation.seed, round(rotation.seconds * 1000)), False


def new_plan(event: Event, way: str, repeats: int, seed: int = 0, milliseconds: int = 0) -> CafePlan:
    """Return how ways were thought out at this moment and desk, with a row id."""
    at = times.from_text(times.to_text(event.now()))  # as the file keeps it
    return CafePlan(new_id(), at, event.desk, way, repeats, seed, milliseconds)


def _write(event: Event, writes: Iterable[Write], root: str = "") -> str:
    """Write pieces in one transaction, an entry each, as parts of one whole; returns its id."""
    with event.transact(Op.CAFE_APPLY, "", part_of=root or None) as tx:
        for at, write in enumerate(writes):
            if at:
                tx.next_entry(Op.CAFE_APPLY, "")
            write(tx)
        return tx.root
