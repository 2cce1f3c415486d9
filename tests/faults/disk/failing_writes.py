"""Lets every single write of a step fail, one after the other, and looks at what the desk makes of it.

    python -m tests.faults.disk.failing_writes --every 1 --seed 1
    python -m tests.faults.disk.failing_writes --step scan

Each time the step must be refused with a known fault and leave nothing behind, or be done in full; afterwards the same
step works. What the desk shows then is what lies on the disk. Four kinds of trouble take turns: the disk is full or
broken, for one write or until it is mended; four seeds in a row give each of them to every write.
"""

import argparse
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count, product
from pathlib import Path
from random import Random
from shutil import copyfile

from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from tests.faults.disk import working_day
from tests.faults.disk.content import content_of
from tests.faults.disk.failing_disk import FailingDisk, Trouble
from tests.faults.disk.python_files import python_watched_by
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.sqlite_vfs import watched_disk
from tests.faults.disk.whole_files import NEW, OPEN, WHOLE_FILES, content
from tests.faults.disk.working_day import STEPS, Day, prepare

EXPECTED = {Fault.DISK_FULL, Fault.CANNOT_WRITE}
KINDS = tuple(product(Trouble, (False, True)))
LONG = {"undo_scan": 5, "walk_in": 4, "group": 12, "import_list": 160, "stands": 6, "place": 2, "print_badges": 2}
"""Steps of which not every write is tried unless it is asked for: every so manieth."""
_REOPENED = 0.1
"""How often the file is looked at as it lies on the disk, as after a kill just then."""
_ENOUGH = 50
"""After so many failures there is no need for more."""
_DRAWN_ANEW = 20
"""So often a step is drawn again of which chance has it that it changes nothing."""


@dataclass
class Outcome:
    """What came of all writes that have failed so far."""

    cases: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    done_all_the_same: int = 0
    refused_but_done: int = 0
    """The very last sync of a commit failed and so did all after it: nobody can know whether it will stay."""
    reopened: int = 0
    failures: list[str] = field(default_factory=list)

    def check(self, holds: bool, name: str, number: int, what: str) -> None:
        """Note what does not hold."""
        if not holds:
            self.failures.append(f"{name}, write {number}: {what}")

    def line(self) -> str:
        """Return all of it in a line."""
        faults = ", ".join(f"{number} {name}" for name, number in sorted(self.faults.items()))
        return (
            f"failing writes: {self.cases} cases ({faults}; {self.done_all_the_same} done all the same, "
            f"{self.refused_but_done} refused but done, {self.reopened} looked at on the disk), "
            f"{len(self.failures)} failures"
        )


class Trial:
    """One step at one desk, with each of its writes failing in turn."""

    def __init__(self, name: str, folder: Path, morning: Path, chance: Random, outcome: Outcome) -> None:
        self.name, self.folder, self.chance, self.outcome = name, folder, chance, outcome
        self.path = folder / f"{name}.eventdesk"
        copyfile(morning, self.path)
        self.disk = FailingDisk()
        self.looking = Random(name)

    def run(self, every: int, offset: int) -> None:
        """Let each `every`-th write fail, until the step is done before it would have."""
        numbers = Random(f"{self.name} {offset}")
        with drawn_from(numbers), watched_disk().watched_by(self.disk, numbers):
            day = Day.begin(self.path, self.chance, self.folder)
            self.confirmed = content_of(day.event._connection)
            day.event.changed.append(lambda _changes: self._confirm(day))
            working_day.work(day, 8)
            for turn, number in enumerate(count(1 + offset % every, every)):
                trouble, lasting = KINDS[(turn + offset) % len(KINDS)]
                if not self.fail(day, number, trouble, lasting=lasting):
                    break
            self._check(set(day.event.verify().values()) == {True}, "the file is not whole", 0)
            day.event.close()
        with open_event(self.path) as event:
            self._check(content_of(event._connection) == self.confirmed, "the file holds something else", 0)

    def fail(self, day: Day, number: int, trouble: Trouble, *, lasting: bool) -> bool:
        """Let one write of the step fail; returns whether it came so far."""
        connection, step = day.event._connection, STEPS[self.name]
        for _ in range(_DRAWN_ANEW):
            self._make_ready(day)
            before = self.confirmed
            state, imported = day.chance.getstate(), day.imported
            self.disk.fail_at(number, trouble, lasting=lasting)
            refused = refusal(self.outcome, self.name, lambda: step(day), number)
            self.disk.mend()
            if self.disk.heard:
                break
        if not self.disk.hit:
            return False
        self.outcome.cases += 1
        now = content_of(connection)
        if refused and now != self.confirmed and lasting:
            self.outcome.refused_but_done += 1
            self.confirmed = now
        self.outcome.done_all_the_same += not refused
        self._check(now == self.confirmed, f"something else stands there after {refused or 'it was done'}", number)
        self._check(bool(refused) or now != before, "it was confirmed and is not there", number)
        if self.looking.random() < _REOPENED:
            self._reopen(number)
        if refused:
            day.chance.setstate(state)
            day.imported = imported
            again = refusal(self.outcome, self.name, lambda: step(day), number)
            self._check(not again, "it does not work afterwards", number)
            self._check(content_of(connection) == self.confirmed != before, "it is not there afterwards", number)
        return len(self.outcome.failures) < _ENOUGH

    def _make_ready(self, day: Day) -> None:
        """See to it that there is something to be taken back."""
        day.clock.advance(seconds=7)
        if self.name in {"undo", "undo_scan"}:
            day.done.clear()
            day.scanned.clear()
            working_day.scan(day)
        elif self.name == "group":
            working_day.group_leaves(day)

    def _confirm(self, day: Day) -> None:
        self.confirmed = content_of(day.event._connection)

    def _reopen(self, number: int) -> None:
        """Look at the files as they are on the disk now, in another place."""
        self.outcome.reopened += 1
        other = self.folder / "reopened"
        other.mkdir(exist_ok=True)
        for end in ("", "-journal"):
            there, copy = Path(f"{self.path}{end}"), other / f"copy.eventdesk{end}"
            copy.unlink(missing_ok=True)
            if there.exists():
                copyfile(there, copy)
        with open_event(other / "copy.eventdesk") as event:
            self._check(content_of(event._connection) == self.confirmed, "something else is on the disk", number)

    def _check(self, holds: bool, what: str, number: int) -> None:
        self.outcome.check(holds, self.name, number, what)


def refusal(outcome: Outcome, name: str, do: Callable[[], None], number: int) -> str:
    """Do it; return the fault by which it was refused, or nothing."""
    try:
        do()
    except KnownError as error:
        outcome.faults[error.fault.name] += 1
        outcome.check(error.fault in EXPECTED, name, number, f"refused by {error.fault.name}")
        return error.fault.name
    except (sqlite3.Error, OSError, AssertionError) as error:
        outcome.check(False, name, number, f"refused by {error!r}")
        return repr(error)
    return ""


def try_file(name: str, place: Path, morning: Path, outcome: Outcome, every: int, offset: int) -> None:
    """Let the writes fail that make, or open, a whole file: each time in a fresh folder."""
    for turn, number in enumerate(count(1 + offset % every, every)):
        with tempfile.TemporaryDirectory(dir=place) as folder:
            trial = FileTrial(name, Path(folder), morning, outcome)
            if not trial.fail(number, *KINDS[(turn + offset) % len(KINDS)]) or len(outcome.failures) >= _ENOUGH:
                return


class FileTrial:
    """One whole file that is made, or opened, once, with one of the writes failing."""

    def __init__(self, name: str, folder: Path, morning: Path, outcome: Outcome) -> None:
        self.name, self.folder, self.outcome = name, folder, outcome
        self.deed = WHOLE_FILES[name]
        self.deed.prepare(folder, morning)

    def fail(self, number: int, trouble: Trouble, lasting: bool) -> bool:
        """Let one write fail; returns whether it came so far."""
        before, disk = content(self.folder), FailingDisk()
        with watched_disk().watched_by(disk), python_watched_by(disk, self.folder):
            disk.fail_at(number, trouble, lasting=lasting)
            refused = self._refusal(number)
            disk.mend()
        if not disk.hit:
            return False
        self.outcome.cases += 1
        if refused:
            self._look_for_traces(before, number, undeletable=lasting and trouble is Trouble.BROKEN)
            self._check(not self._refusal(number), "it does not work afterwards", number)
        self.outcome.done_all_the_same += not refused
        with open_event(self.folder / self.deed.made) as event:
            self._check(set(event.verify().values()) == {True}, "the file is not whole", number)
            used = int(event.db.value("SELECT count(*) FROM entry")) > 1
            self._check(used or self.deed.made == NEW, "nothing is in the file", number)
        return True

    def _look_for_traces(self, before: Mapping[str, bytes], number: int, *, undeletable: bool) -> None:
        after, made = content(self.folder), self.deed.made
        strange = {each for each in after.keys() - before.keys() if not each.startswith(OPEN)}
        self._check(undeletable or not strange, f"{strange} is left over", number)
        self._check(made == OPEN or after.get(made) == before.get(made), "the file has changed", number)

    def _refusal(self, number: int) -> str:
        return refusal(self.outcome, self.name, lambda: self.deed.do(self.folder), number)

    def _check(self, holds: bool, what: str, number: int) -> None:
        self.outcome.check(holds, self.name, number, what)


def try_all(folder: Path, seed: int, every: int | None = None, only: str | None = None) -> Outcome:
    """Try the writes of all steps, or `only` those of one; `every` so manieth instead of the usual."""
    outcome, morning = Outcome(), folder / "morning.eventdesk"
    with drawn_from(Random(seed)):
        prepare(morning)
    for name in STEPS if only is None else STEPS.keys() & {only}:
        Trial(name, folder, morning, Random(f"{seed}/{name}"), outcome).run(every or LONG.get(name, 1), seed)
    for name in WHOLE_FILES if only is None else WHOLE_FILES.keys() & {only}:
        try_file(name, folder, morning, outcome, every or WHOLE_FILES[name].every, seed)
    return outcome


def main() -> int:
    """Run it as a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--every", type=int, help="try every so manieth write; else all of short steps, some of long ones"
    )
    parser.add_argument("--step", choices=[*STEPS, *WHOLE_FILES])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="eventdesk-writes-") as folder:
        outcome = try_all(Path(folder), wanted.seed, wanted.every, wanted.step)
    sys.stdout.write("\n".join([*outcome.failures, outcome.line()]) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
