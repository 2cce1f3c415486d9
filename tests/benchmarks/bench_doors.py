"""What a scan at the door of a room costs beside a check-in at the entrance: CPU without waiting for the disk.

    python tests/benchmarks/bench_doors.py [--people 1000 100000] [--seats 300]

Check-ins and door scans take turns, fifty at a time, so that both meet the same machine. In the room a session takes
place for which every seat is given away. Measured are: people who have a place; the same people moving on to another
room, so that each scan records an exit, too; people without a place, for whom every seat has to be counted; and the
figures beside the verdict. Syncs are switched off, everything else is as it is.
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
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Op
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

GOAL = 1.3
ROUND = 50


def crowd(number: int) -> list[Person]:
    return [
        Person(id=new_id(), given_name=f"Vorname{each % 997}", family_name=f"Familie{each}", code=new_code())
        for each in range(number)
    ]


def session(event: Event, room: str, seats: int, holders: Sequence[Person]) -> Point:
    """Let a session take place now in a new room, every seat of which is given away; returns its door."""
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


def spent(some: Sequence[Person], scan: Callable[[Person], object]) -> float:
    """Return the CPU milliseconds of one scan."""
    start = time.process_time()
    for person in some:
        scan(person)
    return (time.process_time() - start) * 1000 / len(some)


def measure(number: int, seats: int) -> None:
    who = crowd(number)
    random.Random(4).shuffle(who)
    holders, others = who[:seats], who[seats : 2 * seats]
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
        doors = doors_for(event)
        event._connection.execute("PRAGMA synchronous=OFF")
        rounds: dict[str, list[float]] = {}
        steps: tuple[tuple[str, Point, Sequence[Person]], ...] = (
            ("with a place", first, holders),
            ("moving to another room", second, holders),
            ("without a place, every seat counted", second, others),
        )
        for what, door, guests in steps:
            for at in range(0, seats, ROUND):
                enter = lambda person: actions.check_in(event, person.code, entrance, doors=doors)
                pass_door = lambda person, door=door: actions.check_in(event, person.code, door, doors=doors)
                newcomers = who[2 * seats + at : 2 * seats + at + ROUND]
                rounds.setdefault(f"{what}: entrance beside", []).append(spent(newcomers, enter))
                rounds.setdefault(what, []).append(spent(guests[at : at + ROUND], pass_door))
                for person in newcomers:
                    actions.check_in(event, person.code, entrance, direction=Direction.OUT)
        print(f"{number} people, {seats} seats, all given away")
        for what, _, _ in steps:
            ours, beside = (statistics.median(rounds[key]) for key in (what, f"{what}: entrance beside"))
            print(f"  {what:<36} {ours:.3f} ms   check-in beside it {beside:.3f} ms   ratio {ours / beside:.2f}")
        start = time.process_time()
        for _ in range(50):
            fill_of(event, second)
        print(f"  {'how full the room is':<36} {(time.process_time() - start) * 20:.3f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--seats", type=int, default=300)
    wanted = parser.parse_args()
    for number in wanted.people:
        measure(number, min(wanted.seats, number // 3))
    print(f"goal: ratio {GOAL} for people with a place")


if __name__ == "__main__":
    main()
