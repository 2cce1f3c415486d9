"""Cuts the power of a working desk at any moment, and looks at what is left.

    python -m tests.faults.disk.power_cuts --count 10000 --seed 1
    python -m tests.faults.disk.power_cuts --seed 1 --day 17          one day again, exactly

A day is worked through once while all that SQLite does to the disk is written down; nothing in it can notice a cut
before it comes, so each moment of that record is a cut that might have been. What is left is opened by the desk: it
must hold exactly what was confirmed last, or the one step that was just being confirmed. Some cuts come again while
the desk recovers from the first.
"""

import argparse
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from random import Random
from shutil import copyfile

from eventdesk.desk import open_event, refreshers
from eventdesk.errors import KnownError
from eventdesk.store import database
from tests.faults.disk.content import content_of
from tests.faults.disk.failing_disk import FailingDisk
from tests.faults.disk.power import Disk, Files
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.sqlite_vfs import watched_disk
from tests.faults.disk.trace import Deleted, Synced, Trace, Truncated
from tests.faults.disk.working_day import Day, prepare, work

Lame = Callable[[sqlite3.Connection], None]
"""Makes a connection careless."""
STEPS, CUTS = 30, 30
"""So many steps has a day, and so many cuts are made in it."""
_EVENT = "event.eventdesk"
_AGAIN, _THOROUGHLY, _WHOLLY = 0.15, 0.1, 0.2
"""How often a second cut comes while the desk recovers, how often the journal is replayed, and all the desk opened."""


@dataclass
class Outcome:
    """What came of all cuts so far."""

    cuts: int = 0
    second_cuts: int = 0
    unfinished: int = 0
    """Cuts after which there was something to be rolled back."""
    opened: int = 0
    """By the desk as a whole; else as far as the file is checked."""
    replayed: int = 0
    lost: int = 0
    damaged: int = 0
    longest_s: float = 0.0
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Outcome", name: str) -> None:
        """Take in what came of one cut, or of several."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if each.name == "longest_s":
                self.longest_s = max(mine, theirs)
            elif each.name == "failures":
                self.failures += [f"{name}, {failure}" for failure in theirs]
            else:
                setattr(self, each.name, mine + theirs)

    def line(self) -> str:
        """Return all of it in a line."""
        return (
            f"power cuts: {self.cuts} cases ({self.second_cuts} with a second cut, "
            f"{self.unfinished} with something to roll back, {self.opened} opened wholly, "
            f"{self.replayed} replayed), {self.lost} lost, {self.damaged} damaged, "
            f"longest opening {self.longest_s:.3f} s"
        )


@dataclass(frozen=True)
class Recorded:
    """A day on the disk: what was there in the morning, and what happened then."""

    morning: Files
    trace: Trace

    def until(self, moments: Iterable[int]) -> Iterator[tuple[int, Disk]]:
        """Yield the disk after so many operations each time; the moments ascend."""
        disk, done = Disk(self.morning), 0
        for moment in moments:
            for operation in self.trace.operations[done:moment]:
                disk.do(operation)
            done = moment
            yield moment, disk

    def allowed(self, moment: int) -> list[str]:
        """Return what the file may hold then: what was confirmed last, or the step that was not confirmed yet."""
        last = max(at for at, (done, _) in enumerate(self.trace.confirmed) if done <= moment)
        return [content for _, content in self.trace.confirmed[last : last + 2]]

    def moments(self, number: int, chance: Random) -> list[int]:
        """Draw moments: half of them anywhere, half of them where a step of a commit is just being made."""
        first, total = self.trace.confirmed[0][0], len(self.trace.operations)
        done = enumerate(self.trace.operations)
        edges = [at for at, each in done if at >= first and isinstance(each, Synced | Truncated | Deleted)]
        anywhere = [chance.randrange(first, total + 1) for _ in range(number if not edges else number - number // 2)]
        return sorted([*anywhere, *(chance.choice(edges) + chance.randrange(2) for _ in range(number - len(anywhere)))])


def recorded_day(morning: Path, folder: Path, chance: Random, steps: int = STEPS, lame: Lame | None = None) -> Recorded:
    """Work through a day that begins with a copy of the file `morning`."""
    folder.mkdir()
    path = folder / _EVENT
    copyfile(morning, path)
    trace = Trace()
    with drawn_from(chance), watched_disk().watched_by(trace, chance):
        day = Day.begin(path, chance, folder)
        connection = day.event._connection
        if lame is not None:
            lame(connection)
        trace.confirm(content_of(connection))
        day.event.changed.append(lambda _changes: trace.confirm(content_of(connection)))
        work(day, steps)
        day.event.close()
    return Recorded({str(path): morning.read_bytes()}, trace)


def look_after(recorded: Recorded, moment: int, left: Files, folder: Path, chance: Random) -> Outcome:
    """Look at what is left after one cut."""
    outcome = Outcome(cuts=1)
    if chance.random() < _AGAIN:
        outcome.second_cuts = 1
        left = _cut_again(_put(left, folder / "first"), chance)
    outcome.unfinished = any(path.endswith("-journal") and content for path, content in left.items())
    path = _put(left, folder / "left")
    drawn = chance.random()
    outcome.replayed, outcome.opened = drawn < _THOROUGHLY, drawn < _THOROUGHLY + _WHOLLY
    wrong: list[bool | str] = []
    try:
        if outcome.opened:
            before = time.perf_counter()
            with open_event(path) as event:
                outcome.longest_s = time.perf_counter() - before
                content = content_of(event._connection)
                checks = event.verify() if outcome.replayed else {}
                wrong = [each for each in checks.values() if each is not True]
        else:
            with watched_disk().watched_by(FailingDisk()):  # which does not fail, and spares the waiting for syncs
                opened = database.open_file(path, refreshers=refreshers())
                content = content_of(opened.connection)
                database.close(opened.connection)
    except (KnownError, sqlite3.Error, OSError) as error:
        content, wrong = "", [str(error)]
    if content not in recorded.allowed(moment) or wrong:
        outcome.lost = content in {each for _, each in recorded.trace.confirmed}
        outcome.damaged = not outcome.lost
        outcome.failures.append(f"after {moment} operations: {'lost' if outcome.lost else 'damaged'} {wrong}")
    return outcome


def _put(files: Files, folder: Path) -> Path:
    """Write the files into an empty folder; returns the path of the event."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    return folder / _EVENT


def _cut_again(path: Path, chance: Random) -> Files:
    """Let the desk recover, and cut the power meanwhile as well."""
    before = {str(each): each.read_bytes() for each in path.parent.iterdir()}
    trace = Trace()
    with watched_disk().watched_by(trace, chance):
        try:
            open_event(path).close()
        except (KnownError, sqlite3.Error, OSError):
            return before
    disk = Disk(before)
    for operation in trace.operations[: chance.randrange(len(trace.operations) + 1)]:
        disk.do(operation)
    left = disk.without_power(chance)
    return {name: content for name, content in left.items() if Path(name).parent == path.parent}


def cut_days(
    folder: Path, seed: int, count: int, *, only: int | None = None, lame: Lame | None = None, steps: int = STEPS
) -> Outcome:
    """Make so many cuts in as many days as it takes; `only` one of these days if wanted."""
    folder.mkdir(exist_ok=True)
    morning = folder / "morning.eventdesk"
    with drawn_from(Random(seed)):
        prepare(morning)
    outcome = Outcome()
    for day in range(-(-count // CUTS)) if only is None else [only]:
        chance = Random(f"{seed}/{day}")
        with tempfile.TemporaryDirectory(dir=folder) as place:
            recorded = recorded_day(morning, Path(place) / "day", chance, steps, lame)
            moments = recorded.moments(CUTS if only is not None else min(CUTS, count - day * CUTS), chance)
            for at, (moment, disk) in enumerate(recorded.until(moments)):
                own = Random(f"{seed}/{day}/{at}")
                found = look_after(recorded, moment, disk.without_power(own), Path(place), own)
                outcome.add(found, f"seed {seed}, day {day}, cut {at}")
    return outcome


def main() -> int:
    """Run it as a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--day", type=int, help="only this one of the days")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="eventdesk-power-") as folder:
        outcome = cut_days(Path(folder), wanted.seed, wanted.count, only=wanted.day)
    sys.stdout.write("\n".join([*outcome.failures, outcome.line()]) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
