"""Cuts the power while a whole file is made or opened: an event, a backup, a migration, a recovery.

    python -m tests.faults.disk.cut_files --count 1000 --seed 1

Whatever lies under the name of an event or of a backup afterwards is whole. What was said to be done is there.
"""

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from tests.faults.disk.content import content_of
from tests.faults.disk.failing_disk import FailingDisk
from tests.faults.disk.power import Disk
from tests.faults.disk.python_files import python_watched_by
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.sqlite_vfs import watched_disk
from tests.faults.disk.trace import Trace
from tests.faults.disk.whole_files import OPEN, WHOLE_FILES
from tests.faults.disk.working_day import prepare


@dataclass
class Outcome:
    """What came of all cuts so far."""

    cuts: int = 0
    opened: int = 0
    lost: int = 0
    damaged: int = 0
    failures: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return all of it in a line."""
        return (
            f"power cuts while files are made: {self.cuts} cases, {self.opened} files opened, {self.lost} lost, "
            f"{self.damaged} damaged"
        )


@dataclass(frozen=True)
class Made:
    """How a file was made: what was in the folder before, what happened, and what is in the event and in the file."""

    name: str
    folder: Path
    before: Mapping[str, bytes]
    trace: Trace
    event: str
    file: str

    @classmethod
    def record(cls, name: str, folder: Path, morning: Path, chance: Random) -> "Made":
        """Make the file once."""
        deed, trace = WHOLE_FILES[name], Trace()
        deed.prepare(folder, morning)
        before = {str(path): path.read_bytes() for path in folder.iterdir()}
        with drawn_from(chance), watched_disk().watched_by(trace, chance), python_watched_by(trace, folder):
            deed.do(folder)
        return cls(name, folder, before, trace, _content(folder / OPEN), _content(folder / deed.made))

    def cut(self, moment: int, place: Path, chance: Random, outcome: Outcome) -> None:
        """Cut the power after so many operations and look at what is left in another place."""
        outcome.cuts += 1
        disk = Disk(self.before)
        for operation in self.trace.operations[:moment]:
            disk.do(operation)
        for name, left in disk.without_power(chance).items():
            there = place / Path(name).relative_to(self.folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(left)
        where = f"{self.name}, cut after {moment} of {len(self.trace.operations)} operations"
        made, done = WHOLE_FILES[self.name].made, moment == len(self.trace.operations)
        if not (place / OPEN).exists() or (done and not (place / made).exists()):
            outcome.lost += 1
            outcome.failures.append(f"{where}: lost")
        for path in sorted(place.rglob("[!.]*.eventdesk")):
            outcome.opened += 1
            content = _content(path)
            wanted = self.event if path.name == OPEN and made != OPEN else self.file if done else content
            if content.startswith("!") or (path.name in (OPEN, made) and content != wanted):
                outcome.damaged += 1
                outcome.failures.append(f"{where}: {path.name} is not as it must be: {content}")


def _content(path: Path) -> str:
    """Return what an event holds once it is opened by today's desk, or after an exclamation mark what is wrong."""
    try:  # on a disk that does not fail, but spares the waiting for syncs
        with watched_disk().watched_by(FailingDisk()), open_event(path) as event:
            checks = event.verify()
            wrong = [name for name, holds in checks.items() if holds is not True]
            return f"!{wrong}" if wrong else content_of(event._connection)
    except (KnownError, sqlite3.Error) as error:
        return f"!{error}"


def cut_files(folder: Path, seed: int, count: int, only: str | None = None) -> Outcome:
    """Make so many cuts for each kind of file."""
    folder.mkdir(exist_ok=True)
    outcome, morning = Outcome(), folder / "morning.eventdesk"
    with drawn_from(Random(seed)):
        prepare(morning)
    for name in WHOLE_FILES if only is None else WHOLE_FILES.keys() & {only}:
        chance = Random(f"{seed}/{name}")
        with tempfile.TemporaryDirectory(dir=folder) as making:
            made = Made.record(name, Path(making), morning, chance)
            for at in range(count):
                last = len(made.trace.operations)
                moment = last - chance.randrange(6) if at % 3 == 0 else chance.randrange(last + 1)
                with tempfile.TemporaryDirectory(dir=folder) as place:
                    made.cut(max(0, moment), Path(place), Random(f"{seed}/{name}/{at}"), outcome)
    return outcome


def main() -> int:
    """Run it as a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50, help="so many cuts for each kind of file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", choices=[*WHOLE_FILES])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="eventdesk-cuts-") as folder:
        outcome = cut_files(Path(folder), wanted.seed, wanted.count, wanted.file)
    sys.stdout.write("\n".join([*outcome.failures, outcome.line()]) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
