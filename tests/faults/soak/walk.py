"""One long walk through the window: step after step, each noted before it is done, until something is wrong."""

import faulthandler
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from PySide6.QtWidgets import QApplication

from eventdesk import log
from tests.faults.soak import gauges
from tests.faults.soak.deeds import next_deed
from tests.faults.soak.ears import Ears, ears
from tests.faults.soak.gauges import Gauges
from tests.faults.soak.stage import Stage, stage

HANGS_AFTER_S = 60
LAST_STEPS = 12


@dataclass
class Walked:
    """How a walk went."""

    steps: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    looks: list[Gauges] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Way:
    """Which way to go, and how far: so many steps or seconds, in days of so many steps."""

    seed: int
    steps: int
    seconds: float
    day: int
    fails_at_once: bool = True


@contextmanager
def scratch() -> Iterator[Path]:
    """Hand out an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def logged() -> Iterator[Path]:
    """Write a log as a desk does; hands out its folder."""
    with scratch() as folder:
        handler = log.start(folder)
        try:
            yield folder
        finally:
            if handler is not None:
                log.stop(handler)


def walk(app: QApplication, way: Way, steps: TextIO, say: Callable[[str], object]) -> Walked:
    """Go this way. After every day the event is closed, its files are checked, and what is used up is looked at."""
    walked, began = Walked(), time.monotonic()
    with logged() as written, scratch() as folder, ears() as heard, stage(app, folder) as played:
        while not walked.wrong and walked.steps < way.steps and time.monotonic() - began < way.seconds:
            _day(played, way, walked, steps, heard)
            played.tidy()
            walked.looks.append(gauges.read())
            say(f"after {walked.steps} steps: {walked.looks[-1]}")
            walked.wrong += [f"no longer whole: {each}" for each in played.problems()] + heard.take()
            walked.wrong += played.told(written)
            played.new_day()
        faulthandler.cancel_dump_traceback_later()
    walked.wrong += heard.take()
    walked.seconds = time.monotonic() - began
    return walked


def _day(played: Stage, way: Way, walked: Walked, steps: TextIO, heard: Ears) -> None:
    for _ in range(min(way.day, way.steps - walked.steps)):
        chance = random.Random(f"{way.seed}/{walked.steps}")
        played.answers.chance = chance
        name, (what, do) = next_deed(played, chance)
        note = f"{walked.steps} {name} {what}"
        walked.notes = [*walked.notes[-LAST_STEPS:], note]
        print(note, file=steps, flush=True)
        faulthandler.dump_traceback_later(HANGS_AFTER_S, exit=True)
        do()
        played.settle()
        _come_back(played)
        walked.steps += 1
        walked.wrong += heard.take()
        if walked.wrong:
            return


def _come_back(played: Stage) -> None:
    """Open the window again if it was closed: nobody can click where nothing is."""
    if not played.application.window.isVisible():
        played.application.window.show()
        played.application.show_start()
        played.settle()
