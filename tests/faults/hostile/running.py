"""Runs hostile cases in a process of its own, one after the other, and watches it from outside.

A case may end the process, never end, or eat the memory: then that is what was found, and a new process goes on with
the next case. Every case is made from its seed and number alone, so each can be done again.
"""

import contextlib
import gc
import os
import pickle
import resource
import shutil
import signal
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from eventdesk.errors import KnownError
from eventdesk.words import LANGUAGES, Words
from eventdesk.words.faults import fault_sentence

MOST_SECONDS = 10.0
"""So much processor time a case may take, its children included."""
MOST_BYTES = 512_000_000
"""So much memory the process may have at its peak, or a child of it at its own."""
_PATIENCE_S = 90.0
"""A case that only waits ends after so many seconds of the clock; beside others the clock says little about work."""
_LOOK_S = 0.5
_ADDRESSES = 8_000_000_000
_PLAIN_BYTES = 100_000_000
"""So much a process has that has read nothing yet."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of hostile input: how a case of it is made, and what is done with it.

    `make` returns what the case consists of; `use` gets that and an empty folder. Only a `KnownError` may come of it.
    """

    name: str
    weight: int
    make: Callable[[Random], Any]
    use: Callable[[Any, Path], object]


@dataclass(frozen=True, slots=True)
class Case:
    """One input: of which kind, and its number under a seed."""

    kind: Kind
    seed: int
    number: int

    def made(self) -> Any:
        """Return what the case consists of, always the same."""
        return self.kind.make(Random(f"{self.seed}/{self.kind.name}/{self.number}"))


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of one case. `wrong` is empty if all was well; `fault` is what was said, if anything was."""

    number: int
    kind: str
    wrong: str
    seconds: float
    peak: int
    fault: str = ""


def cases(kinds: Sequence[Kind], seed: int, count: int) -> Iterator[Case]:
    """Yield cases of all kinds, as many of each as its weight says, mixed."""
    chance = Random(f"{seed}/kinds")
    weights = [kind.weight for kind in kinds]
    for number in range(count):
        yield Case(chance.choices(kinds, weights)[0], seed, number)


def run(wanted: Sequence[Case], prepare: Callable[[], None] = lambda: None) -> Iterator[Ended]:
    """Run cases, and yield what came of each. `prepare` is done once, before there is any other process."""
    prepare()
    left = list(wanted)
    while left:
        done = 0
        with tempfile.TemporaryDirectory(prefix="hostile-", ignore_cleanup_errors=True) as folder:
            for ended in _in_child(left, Path(folder)):
                yield ended
                done += 1
                if ended.wrong:
                    break
        left = left[done:]


def _in_child(wanted: Sequence[Case], folder: Path) -> Iterator[Ended]:
    here, there = Pipe()
    gc.collect()
    gc.freeze()
    child = os.fork()
    if not child:
        here.close()
        _work(wanted, there, folder)
    there.close()
    try:
        for case in wanted:
            yield _watched(child, here, case)
    finally:
        _end(child)
        here.close()


def _watched(child: int, here: Connection, case: Case) -> Ended:
    """Wait for what the child says about a case, no longer than a case may take."""
    began, busy = time.monotonic(), _processor_seconds(child)

    def found(wrong: str) -> Ended:
        return Ended(case.number, case.kind.name, wrong, _processor_seconds(child) - busy, 0)

    while not here.poll(_LOOK_S):
        if _processor_seconds(child) - busy > MOST_SECONDS:
            return found(f"still busy after {MOST_SECONDS:.0f} s of processor time")
        if time.monotonic() - began > _PATIENCE_S:
            return found(f"no answer after {_PATIENCE_S:.0f} s")
    try:
        ended: Ended = pickle.loads(here.recv_bytes())
    except EOFError:
        _, status = os.waitpid(child, 0)
        how = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"
        return Ended(case.number, case.kind.name, f"the process ended: {how}", 0, 0)
    return ended


def _processor_seconds(child: int) -> float:
    """Return the processor time of a process and of its children so far, those that still run included."""
    total = 0.0
    for each in (child, *_children(child)):
        with contextlib.suppress(OSError, IndexError):
            facts = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, facts[11:15])) / _TICKS
    return total


def _children(child: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{child}/task/{child}/children").read_text().split()]
    except OSError:
        return []


def _end(child: int) -> None:
    for each in (*_children(child), child):
        with contextlib.suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


# ---- in the child


def _work(wanted: Sequence[Case], there: Connection, folder: Path) -> NoReturn:
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        inherited = max(_memory("VmRSS") - _PLAIN_BYTES, 0)  # of a process that has run other tests before
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", module="PIL")  # it warns of what it can do without
        tempfile.tempdir = str(folder)  # taken away by the process that started this one, however this one ends
        for case in wanted:
            there.send_bytes(pickle.dumps(_one(case, folder, inherited)))
    except BrokenPipeError:
        pass
    finally:
        os._exit(0)


def _one(case: Case, folder: Path, inherited: int) -> Ended:
    inside = folder / "case"
    inside.mkdir()
    Path("/proc/self/clear_refs").write_text("5")  # the peak of memory is counted from here
    before = _used()
    wrong = fault = ""
    try:
        case.kind.use(case.made(), inside)
    except KnownError as error:
        fault, wrong = error.fault.value, _unsaid(error)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what was looked for
        wrong = traceback.format_exc()
    seconds, peak = _used() - before, _peak(inherited)
    shutil.rmtree(inside, ignore_errors=True)
    if not wrong and seconds > MOST_SECONDS:
        wrong = f"took {seconds:.1f} s of processor time"
    if not wrong and peak > MOST_BYTES:
        wrong = f"took {peak / 1e6:.0f} MB of memory"
    return Ended(case.number, case.kind.name, wrong, seconds, peak, fault)


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _peak(inherited: int) -> int:
    return max(_memory("VmHWM") - inherited, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)


def _memory(which: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith(which))) * 1024


def _unsaid(error: KnownError) -> str:
    """Return what is wrong with the sentence for a fault, in either language."""
    for language in LANGUAGES:
        try:
            said = fault_sentence(Words(language), error)
        except Exception:  # noqa: BLE001 - then there is none
            return traceback.format_exc()
        if not said or len(said) > 1000 or "\0" in said:
            return f"no sentence for {error}: {said[:200]!r}"
    return ""
