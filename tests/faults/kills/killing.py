"""Kills desks at any moment, and lets the next one look at what is left.

    python -m tests.faults.kills.killing --count 10000 --seed 1
    python -m tests.faults.kills.killing --seed 1 --file 17          the lives of one file again

One process that has everything loaded forks the desks. On every second file they end at a moment that this process
chooses, on the others before an operation of the disk that their seed chooses: those do all of it again exactly.
"""

import argparse
import gc
import os
import resource
import select
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from shutil import copyfile

from tests.faults.disk.power_cuts import Lame
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.working_day import prepare
from tests.faults.kills.life import Plan, Saved, Say, WrongError, live

LIVES = 30
"""So many desks work on one file, one after another."""
_LONGEST_LIFE_S, _MOST_OPERATIONS = 0.15, 600
_WHILE_OPENING, _THOROUGH = 0.1, 0.1
_PATIENCE_S = 60.0
KILLED, ENDED, WRONG = -signal.SIGKILL, 0, 3
Life = Callable[[Say], None]


@dataclass
class Outcome:
    """What came of all kills so far."""

    what: str
    kills: int = 0
    while_opening: int = 0
    lost: int = 0
    damaged: int = 0
    longest_s: float = 0.0
    hardest_s: float = 0.0
    """How long opening took at most, by the clock and of the processor."""
    said: int = 0
    steps: dict[str, int] = field(default_factory=dict)
    """How often the kill came into which step."""
    failures: list[str] = field(default_factory=list)

    def wrong(self, name: str, why: str) -> None:
        """Note that something is not as it was said."""
        self.lost += why.startswith("lost")
        self.damaged += not why.startswith("lost")
        self.failures.append(f"{name}: {why}")

    def line(self) -> str:
        """Return all of it in a line."""
        cases = f"{self.kills} cases ({self.while_opening} while opening)"
        return f"{self.what}: {cases}, {self.said} confirmed, {self.found()}"

    def opened(self, heard: "Heard") -> None:
        """Note how long opening took."""
        for clock, processor in map(str.split, heard.of("opened")):
            self.longest_s = max(self.longest_s, float(clock))
            self.hardest_s = max(self.hardest_s, float(processor))

    def found(self) -> str:
        """Return what was found afterwards."""
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> (20 if sys.platform == "darwin" else 10)
        return (
            f"{self.lost} lost, {self.damaged} damaged, longest opening {self.longest_s:.3f} s "
            f"({self.hardest_s:.3f} s of the processor), peak memory {peak} MB"
        )


@dataclass(frozen=True)
class Fate:
    """How a life ends: after so many seconds, from its begin or from when it is ready to work; or by itself."""

    seconds: float | None
    from_begin: bool


@dataclass
class Heard:
    """What a desk had said before its end."""

    lines: list[tuple[str, str]]
    exit: int

    def of(self, kind: str) -> list[str]:
        """Return what it said of one kind."""
        return [text for each, text in self.lines if each == kind]


def forked(life: Life, fate: Fate) -> Heard:
    """Fork a process that lives, end it as is its fate, and return what it had said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live_and_exit(life, writing)
    os.close(writing)
    begun, text, deadline, hung = time.monotonic(), b"", None, False
    while True:
        if deadline is None and fate.seconds is not None and (fate.from_begin or b"\nready " in text):
            deadline = (begun if fate.from_begin else time.monotonic()) + fate.seconds
        left = (begun + _PATIENCE_S if deadline is None else deadline) - time.monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            hung = deadline is None
            break
        piece = os.read(reading, 1 << 16)
        text += piece
        if not piece:
            break
    while piece := os.read(reading, 1 << 16):
        text += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    lines = [line.split(" ", 1) for line in text.decode().split("\n")[1:]]
    said, code = [(kind, rest[0]) for kind, *rest in lines if rest], os.waitstatus_to_exitcode(status)
    if hung or code not in (KILLED, ENDED, WRONG):
        said.append(("wrong", f"damaged: hung for {_PATIENCE_S} s" if hung else f"damaged: ended with {code}"))
        code = WRONG
    return Heard(said, code)


def _live_and_exit(life: Life, writing: int) -> None:
    def say(kind: str, what: object) -> None:
        os.write(writing, f"\n{kind} {what}".encode())

    code = ENDED
    try:
        life(say)
    except WrongError as error:
        code = WRONG
        say("wrong", str(error).replace("\n", " "))
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        code = WRONG
        say("wrong", "damaged: " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(code)


def careless(connection: sqlite3.Connection) -> None:
    """Keep what a rollback needs in memory, where a kill takes it along."""
    connection.execute("PRAGMA journal_mode=MEMORY")


def kill_desks(folder: Path, seed: int, count: int, *, only: int | None = None, lame: Lame | None = None) -> Outcome:
    """Kill so many desks, on as many files as it takes; `only` those of one of these files if wanted."""
    morning = folder / "morning.eventdesk"
    with drawn_from(Random(seed)):
        prepare(morning)
    outcome = Outcome("kills")
    for number in range(-(-count // LIVES)):
        if only not in (None, number):
            continue
        with tempfile.TemporaryDirectory(dir=folder) as place:
            plan = Plan(Path(place) / "event.eventdesk", Path(place) / "beside", f"{seed}/{number}", None, False, lame)
            plan.folder.mkdir()
            copyfile(morning, plan.file)
            _lives(plan, min(LIVES, count - number * LIVES), outcome, by_moment=number % 2 == 1)
    return outcome


def _lives(plan: Plan, lives: int, outcome: Outcome, *, by_moment: bool) -> None:
    """Let desks live on one file, one after another, and a last one look at it that nobody kills."""
    saved, done = Saved(), 0
    for life in range(lives + lives // 2):
        seed = f"{plan.seed}/{life}"
        chance = Random(f"fate {seed}")
        opening = chance.random() < _WHILE_OPENING
        last = done == lives
        operation = None if by_moment or last else chance.randrange(4 if opening else _MOST_OPERATIONS)
        seconds = chance.uniform(0, _LONGEST_LIFE_S / (3 if opening else 1)) if by_moment else None
        own = Plan(plan.file, plan.folder, seed, operation, last or chance.random() < _THOROUGH, plan.lame)
        heard = forked(partial(_one, own, saved, last), Fate(None if last else seconds, opening))
        _note(own, heard, saved, outcome)
        if last or heard.exit == WRONG:
            break
        done += heard.exit == KILLED


def _one(plan: Plan, saved: Saved, last: bool, say: Say) -> None:
    """Live one life; the last one only looks."""
    live(plan, saved, say, work=not last)


def _note(plan: Plan, heard: Heard, saved: Saved, outcome: Outcome) -> None:
    """Note what came of one life."""
    steps = heard.of("step")
    if heard.exit == KILLED:
        outcome.kills += 1
        outcome.while_opening += not heard.of("ready")
        into = steps[-1] if steps else "opening"
        outcome.steps[into] = outcome.steps.get(into, 0) + 1
    confirmed = heard.of("entry")
    saved.entries.update(confirmed, heard.of("found"))
    saved.votes = max([saved.votes, *map(int, heard.of("seen") + heard.of("votes"))])
    if heard.of("ready"):
        saved.copies.clear()
    saved.copies.update(heard.of("copy"))
    outcome.said += len(confirmed) + len(heard.of("votes")) + len(heard.of("copy"))
    outcome.opened(heard)
    for why in heard.of("wrong"):
        outcome.wrong(f"{plan.seed} at {plan.operation} in {steps[-1] if steps else 'opening'}", why)


def main() -> int:
    """Run it as a program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", type=int, help="only the lives of this one of the files")
    parser.add_argument("--careless", action="store_true", help="without a rollback journal: must be found out")
    wanted = parser.parse_args()
    gc.freeze()
    lame = careless if wanted.careless else None
    with tempfile.TemporaryDirectory(prefix="eventdesk-kills-") as folder:
        outcome = kill_desks(Path(folder), wanted.seed, wanted.count, only=wanted.file, lame=lame)
    into = ", ".join(f"{name} {number}" for name, number in sorted(outcome.steps.items()))
    sys.stdout.write("\n".join([*outcome.failures, f"killed in: {into}", outcome.line()]) + "\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
