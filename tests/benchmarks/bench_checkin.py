"""What one check-in costs: CPU without waiting for the disk, and the whole commit beside the bare syncs of such a one.

    python tests/benchmarks/bench_checkin.py [--people 1000 100000] [--scans 1000]

The floor is what the disk takes for a commit with a rollback journal that is truncated: as many pages into the journal,
sync, its header, sync, the pages into the file, sync, truncate, sync; no SQLite, nothing of ours. Scans and floor take
turns, so that both meet the same disk. CPU is measured with syncs switched off, everything else as it is.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eventdesk.checkin import actions, presence, records
from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from eventdesk.checkin.verdict import Accepted
from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.code import new_code
from eventdesk.people.person import Person
from eventdesk.store.access import new_id

GOAL_CPU_MS = 0.5
GOAL_COMMIT = 1.3
PAGE = 4096
ROLES = ("participant", "exhibitor", "speaker", "guest", "helper")
sync = getattr(os, "fdatasync", os.fsync)


def crowd(number: int) -> list[Person]:
    return [
        Person(
            id=new_id(),
            given_name=f"Vorname{each % 997}",
            family_name=f"Familie{each}",
            organisation=f"Verein {each % 83}",
            roles=(ROLES[each % len(ROLES)],),
            code=new_code(),
        )
        for each in range(number)
    ]


def fill(event: Event, who: list[Person]) -> Point:
    with event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", people.COLUMNS, map(people.row_of, who))
    return add_point(event, "Haupteingang")


def bytes_written() -> int:
    """Return how many bytes this process has handed to the system for writing (Linux), or 0."""
    try:
        lines = Path("/proc/self/io").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


class Floor:
    """The bare disk work of one commit."""

    def __init__(self, folder: Path, pages: int) -> None:
        self._journal = os.open(folder / "floor-journal", os.O_RDWR | os.O_CREAT)
        self._file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT)
        self._pages = pages
        self._size = 4000
        os.pwrite(self._file, b"\0" * PAGE * self._size, 0)
        os.fsync(self._file)

    def commit(self) -> None:
        block = os.urandom(PAGE)
        for page in range(self._pages):
            os.pwrite(self._journal, block, 512 + page * (PAGE + 8))
        sync(self._journal)
        os.pwrite(self._journal, block[:12], 0)
        sync(self._journal)
        for page in random.sample(range(self._size), self._pages):
            os.pwrite(self._file, block, page * PAGE)
        sync(self._file)
        os.ftruncate(self._journal, 0)
        sync(self._journal)

    def close(self) -> None:
        os.close(self._journal)
        os.close(self._file)


def timed(work: Callable[[], object]) -> float:
    """Return milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def each_of(times: int, work: Callable[[], object]) -> list[float]:
    return [timed(work) for _ in range(times)]


def line(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    print(f"  {what:<34} p50 {statistics.median(ordered):7.3f} ms   p99 {ordered[len(ordered) * 99 // 100]:7.3f} ms")


def commits(event: Event, point: Point, who: list[Person], folder: Path) -> float:
    """Measure whole check-ins and the floor in turns; returns the ratio of their medians."""
    before = bytes_written()
    for person in who[:20]:
        actions.check_in(event, person.code, point)
    pages = max(1, round((bytes_written() - before) / 20 / 2 / PAGE)) if before else 13
    floor = Floor(folder, pages)
    ours, bare = [], []
    for person in who[20:]:
        ours.append(timed(lambda person=person: actions.check_in(event, person.code, point)))  # type: ignore[misc]
        bare.append(timed(floor.commit))
    floor.close()
    line("check-in, committed", ours)
    line(f"floor: bare syncs, {pages} pages", bare)
    return statistics.median(ours) / statistics.median(bare)


def cpu(event: Event, point: Point, who: list[Person]) -> float:
    """Return the CPU milliseconds of one check-in with the syncs switched off."""
    event._connection.execute("PRAGMA synchronous=OFF")
    for person in who[:50]:
        actions.check_in(event, person.code, point)
    rounds = []
    for at in range(50, len(who), 50):
        some = who[at : at + 50]
        start = time.process_time()
        for person in some:
            assert isinstance(actions.check_in(event, person.code, point), Accepted)
        rounds.append((time.process_time() - start) * 1000 / len(some))
    event._connection.execute("PRAGMA synchronous=FULL")
    return statistics.median(rounds)


def measure(number: int, scans: int) -> float:
    print(f"{number} people, {scans} scans of each kind")
    who = crowd(number)
    random.Random(4).shuffle(who)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with create_event(folder / "bench.eventdesk", desk="Schalter 1") as event:
            point = fill(event, who)
            ratio = commits(event, point, who[: scans // 2], folder)
            spent = cpu(event, point, who[scans // 2 : scans])
            line("counts of the house", each_of(50, lambda: presence.counts(event.db, event.now(), event.zone)))
            line("list of the last 12 scans", each_of(50, lambda: records.recent(event.db, 12)))
    print(f"  check-in / floor                   {ratio:.2f}   (goal {GOAL_COMMIT}, the repaint included)")
    print(f"  CPU of a check-in without the sync {spent:.3f} ms   (goal {GOAL_CPU_MS})")
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--scans", type=int, default=1_000)
    wanted = parser.parse_args()
    spent = [measure(number, min(wanted.scans, number)) for number in wanted.people]
    print(f"CPU, most / fewest people: {spent[-1] / spent[0]:.2f}")


if __name__ == "__main__":
    main()
