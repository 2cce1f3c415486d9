"""What a scan at the door of a room costs beside a check-in at the entrance: CPU without waiting for the disk.

    python tests/benchmarks/bench_doors.py [--people 1000 100000] [--seats 300]

Check-ins and door scans take turns, twenty at a time, so that both meet the same machine; a ratio is that of two
neighbours, the median of all. In the rooms a session takes place for which every seat is given away. Measured are:
people who have a place; the same people moving on to another room, so that each scan records an exit, too; people
without a place where seats are free; those for whom every seat has to be counted; and the figures beside the verdict.
The floor of moving is what a second scan in the same entry costs where nothing is asked or decided. Syncs are switched
off, everything else is as it is.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from eventdesk.checkin import actions
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_point
from eventdesk.checkin.records import insert_scan
from eventdesk.checkin.scan import Direction, Scan
from eventdesk.codes import Op, Outcome
from eventdesk.desk import create_event
from eventdesk.doors import doors_for, fill_of
from eventdesk.event import Event
from eventdesk.panels import records as programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people import records as people
from eventdesk.people.code import new_code
from eventdesk.people.person import Person
from eventdesk.store.access import new_id

GOAL = 1.05
ROUND = 20


def crowd(number: int) -> list[Person]:
    return [
        Person(id=new_id(), given_name=f"Vorname{each % 997}", family_name=f"Familie{each}", code=new_code())
        for each in range(number)
    ]


def session(event: Event, room: str, seats: int, holders: Sequence[Person]) -> Point:
    """Let a session take place now in a new room, with places for these people; returns its door."""
    now = event.local_now()
    slot, place, talk = new_id(), new_id(), new_id()
    with event.transact(Op.SETTINGS, room) as tx:
        programme.insert_room(tx, Room(place, room, room, seats))
        begins, ends = (f"{now + timedelta(minutes=after):%Y-%m-%dT%H:%M}" for after in (-5, 60))
        programme.insert_slot(tx, Slot(slot, room, begins, ends))
        programme.insert_session(tx, Session(talk, room, f"Forum in {room}", slot=slot, room=place))
        for person in holders:
            tx.insert("place", {"person": person.id, "session": talk, "how": "drawn"})
    return add_point(event, room, PointKind.ROOM)


def bare_entry(event: Event, person: Person, points: Sequence[Point]) -> None:
    """Write a scan at each of these points in one entry: in at the first, out at the others."""
    ways = [(Direction.IN, Outcome.ACCEPTED), *[(Direction.OUT, Outcome.LEFT)] * (len(points) - 1)]
    now = event.now()
    with event.transact(Op.CHECK_IN, person.name) as tx:
        for point, (direction, outcome) in zip(points, ways, strict=True):
            scan = Scan(new_id(), tx.eid, person.id, person.code, point.id, direction, outcome, False, now, event.desk)
            insert_scan(tx, scan)


def spent(some: Sequence[Person], scan: Callable[[Person], object]) -> float:
    """Return the CPU milliseconds of one scan."""
    start = time.process_time()
    for person in some:
        scan(person)
    return (time.process_time() - start) * 1000 / len(some)


def measure(number: int, seats: int) -> None:
    who = crowd(number)
    random.Random(4).shuffle(who)
    groups = [who[at * seats : (at + 1) * seats] for at in range(4)]
    holders, others, guests, newcomers = groups
    noon = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
    ticks = iter(range(1, 10**9))
    with (
        tempfile.TemporaryDirectory() as name,
        create_event(Path(name) / "bench.eventdesk", clock=lambda: noon + timedelta(milliseconds=next(ticks))) as event,
    ):
        with event.transact(Op.IMPORT, "people.csv") as tx:
            tx.insert_many("person", people.COLUMNS, map(people.row_of, who))
        entrance = add_point(event, "Haupteingang")
        first, second = (session(event, room, seats, holders) for room in ("Saal 3A", "Saal 3B"))
        wide = session(event, "Saal 2", 3 * seats, holders)
        doors = doors_for(event)
        event._connection.execute("PRAGMA synchronous=OFF")
        enter = lambda person: actions.check_in(event, person.code, entrance, doors=doors)
        through = lambda door: lambda person: actions.check_in(event, person.code, door, doors=doors)
        steps = (
            ("with a place", through(first), holders),
            ("moving to another room", through(second), holders),
            ("a free place", through(wide), guests),
            ("without a place, every seat counted", through(second), others),
        )
        print(f"{number} people, {seats} seats, all given away")
        for what, scan, some in steps:
            tell(what, *taking_turns(some, scan, newcomers, enter), "check-in")
            for person in newcomers:
                actions.check_in(event, person.code, entrance, direction=Direction.OUT)
        two = lambda person: bare_entry(event, person, [second, first])
        one = lambda person: bare_entry(event, person, [entrance])
        tell("bare entry with two scans (floor)", *taking_turns(holders, two, newcomers, one), "with one")
        start = time.process_time()
        for _ in range(50):
            fill_of(event, second)
        print(f"  {'how full the room is':<36} {(time.process_time() - start) * 20:.3f} ms")


def taking_turns(
    some: Sequence[Person],
    scan: Callable[[Person], object],
    others: Sequence[Person],
    beside: Callable[[Person], object],
) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each round of both, by turns one or the other first."""
    found: tuple[list[float], list[float]] = ([], [])
    for number, at in enumerate(range(0, len(some), ROUND)):
        both = [(found[0], some[at : at + ROUND], scan), (found[1], others[at : at + ROUND], beside)]
        for times, people_now, do in both if number % 2 else reversed(both):
            times.append(spent(people_now, do))
    return found


def tell(what: str, ours: Sequence[float], beside: Sequence[float], name: str) -> None:
    """Print the medians and the ratio of neighbours."""
    ratio = statistics.median(one / other for one, other in zip(ours, beside, strict=True))
    print(
        f"  {what:<36} {statistics.median(ours):.3f} ms   {name} beside it {statistics.median(beside):.3f} ms   "
        f"ratio {ratio:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--seats", type=int, default=300)
    wanted = parser.parse_args()
    for number in wanted.people:
        measure(number, min(wanted.seats, number // 4))
    print(f"goal: ratio {GOAL} for people with a place, and for a free one")


if __name__ == "__main__":
    main()
