"""The life of a desk that will be killed: it looks at what the one before it has left, then works until its end.

It says in a pipe what a screen would confirm, right after it is saved.
"""

import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Thread

from eventdesk.backups import backup_path, backups_in, copy_path, keeping, open_copy, write
from eventdesk.backups.copies import Occasion
from eventdesk.event import Changes
from eventdesk.store.belt import Belt
from tests.faults.disk.same_again import drawn_from
from tests.faults.disk.sqlite_vfs import OK, PRETEND, OpenFile, watched_disk
from tests.faults.disk.working_day import STEPS, Day

HALF_MADE = ".*"
"""How a file is called that has not got its name yet."""
Say = Callable[[str, object], None]
_OFTEN = {"scan": 12, "undo": 4, "undo_scan": 3, "walk_in": 4, "ballot": 4} | dict.fromkeys(
    ("group", "place", "print_badges", "stands"), 2
)


@dataclass
class Saved:
    """What the desks of one file have said so far."""

    entries: set[str] = field(default_factory=set)
    votes: int = 0
    copies: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Plan:
    """What is to become of one life. `operation`: it ends when SQLite is to do so many things to the disk."""

    file: Path
    folder: Path
    """Where lists and backups go."""
    seed: str
    operation: int | None
    thorough: bool
    lame: Callable[[sqlite3.Connection], None] | None = None


class Watch:
    """Measures from its making; as a text, seconds of the clock and of the processor."""

    def __init__(self) -> None:
        self._begun, self._worked = time.perf_counter(), time.process_time()

    def __str__(self) -> str:
        """Return both, with a blank between."""
        return f"{time.perf_counter() - self._begun:.3f} {time.process_time() - self._worked:.3f}"


class WrongError(Exception):
    """What was left is not what was said."""


class Executioner:
    """Counts what SQLite does to the disk, and kills this very process when it is about to do the n-th thing."""

    def __init__(self, number: int) -> None:
        self.left = number

    def _count(self) -> int:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return OK

    def opening(self, path: str, *, create: bool) -> int:
        """Count a file that is made."""
        return self._count() if create and path else OK

    def opened(self, file: OpenFile, *, created: bool) -> None:
        """Say nothing to it."""

    def writing(self, file: OpenFile, at: int, content: bytes) -> int:
        """Count it. Half of the content is written before the end, as a killed program may leave it."""
        if self.left == 0 and file.path and Path(file.path).exists():
            with Path(file.path).open("rb+") as half:
                half.seek(at)
                half.write(content[: len(content) // 2])
        return self._count() if file.path else OK

    def truncating(self, file: OpenFile, size: int) -> int:
        """Count it."""
        return self._count() if file.path else OK

    def syncing(self, file: OpenFile) -> int:
        """Count it, but do not wait for the disk: what a killed program has written is not lost."""
        if file.path:
            self._count()
        return PRETEND

    def deleting(self, path: str, *, folder_synced: bool) -> int:
        """Count it."""
        return self._count()

    def renaming(self, path: str, target: str) -> int:
        """Count it: a copy gets its name."""
        return self._count()

    def syncing_folder(self, path: str) -> int:
        """Count it."""
        return self._count()


@contextmanager
def ended_by(plan: Plan) -> Iterator[None]:
    """Let everything be drawn by the plan's seed and, if it says so, end at one operation of the disk."""
    chance = Random(plan.seed)
    with drawn_from(chance):
        if plan.operation is None:
            yield
        else:
            with watched_disk().watched_by(Executioner(plan.operation), chance):
                yield


def live(plan: Plan, saved: Saved, say: Say, *, work: bool) -> None:
    """Open the file, look at it, and `work` without rest. Raises WrongError if what was said is not there."""
    with ended_by(plan):
        begun = Watch()
        day = Day.begin(plan.file, Random(f"steps {plan.seed}"), plan.folder)
        say("opened", begun)
        if plan.lame is not None:
            plan.lame(day.event._connection)
        for eid in look_after(day, saved, thorough=plan.thorough):
            say("found", eid)
        say("seen", _votes(day))
        looked_at = _check_copies(plan, saved)
        day.event.changed.append(lambda changes: _confirm(day, changes, say))
        say("ready", "")
        for each in looked_at:  # not before: a life that ends while it opens must leave them to the next one
            each.unlink()
        if work:
            _work(day, plan, say)
        day.event.close()


def _confirm(day: Day, changes: Changes, say: Say) -> None:
    if changes.eid:
        say("entry", changes.eid)
    else:
        say("votes", _votes(day))


def _votes(day: Day) -> int:
    return int(day.event.db.value("SELECT count(*) FROM ballot_use WHERE channel <> '-'"))


def look_after(day: Day, saved: Saved, *, thorough: bool) -> list[str]:
    """Compare the file with what was said; return the entries that nobody had been told of before the kill."""
    stored = [row[0] for row in day.event.db.rows("SELECT eid FROM entry ORDER BY ord")]
    lost = saved.entries.difference(stored)
    if lost:
        raise WrongError(f"lost {sorted(lost)}")
    last = max((at for at, eid in enumerate(stored) if eid in saved.entries), default=-1)
    votes = _votes(day)
    if not saved.votes <= votes <= saved.votes + 1:
        raise WrongError(f"lost votes: {votes} instead of {saved.votes}")
    if day.event.db.value("PRAGMA quick_check(1)") != "ok":
        raise WrongError("damaged: quick_check")
    wrong = {name: found for name, found in day.event.verify().items() if found is not True} if thorough else {}
    if wrong:
        raise WrongError(f"damaged: {wrong}")
    return stored[last + 1 :] if saved.entries else stored


def _check_copies(plan: Plan, saved: Saved) -> list[Path]:
    """Look at every file that has got the name of a backup; return them, with what never got one."""
    there = {str(path) for path in plan.folder.rglob("*.eventdesk") if not path.name.startswith(".")}
    missing = {name for name in saved.copies if name not in there and not _has_given_way(name, there)}
    if missing:
        raise WrongError(f"lost backups {missing}")
    for name in there:
        with closing(sqlite3.connect(f"{Path(name).as_uri()}?mode=ro", uri=True)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            entries = copy.execute("SELECT count(*) FROM entry").fetchone()[0]
        if found != "ok" or not entries:
            raise WrongError(f"damaged backup {name}: {found}")
    return [*map(Path, there), *plan.folder.rglob(HALF_MADE)]


def _has_given_way(name: str, there: set[str]) -> bool:
    """Say whether a newer automatic backup of the same few minutes is there: the older one goes only after it came."""
    automatic = name.endswith(" auto.eventdesk")
    return automatic and any(other.endswith(" auto.eventdesk") and other > name for other in there)


def _work(day: Day, plan: Plan, say: Say) -> None:
    steps: Mapping[str, Callable[[Day], None]] = STEPS
    copies: Mapping[str, Callable[[Day, Plan], Path]] = {
        each.__name__: each for each in (backup_by_hand, backup_beside, backup_automatic, restore)
    }
    names = [*steps, *copies]
    while True:
        weights = [_OFTEN.get(name, 0 if name == "import_list" and day.imported else 1) for name in names]
        (name,) = day.chance.choices(names, weights)
        say("step", name)
        day.clock.advance(seconds=7)
        if name in copies:
            say("copy", copies[name](day, plan))
        else:
            steps[name](day)


def backup_by_hand(day: Day, plan: Plan) -> Path:
    """Write a backup in one go."""
    target = backup_path(day.event, plan.folder)
    day.event.backup(target)
    return target


def backup_beside(day: Day, plan: Plan) -> Path:
    """Write a backup in another thread while the desk scans on."""
    target, belt = backup_path(day.event, plan.folder), Belt()
    thread = Thread(target=write, args=(belt, target, lambda _done, _total: None), daemon=True)
    thread.start()
    for number, _ in enumerate(day.event.photograph(belt)):
        if number == 0:
            STEPS["scan"](day)
    thread.join()
    return target


def backup_automatic(day: Day, plan: Plan) -> Path:
    """Write a backup as the desk does every five minutes, and do away with those that are not needed any more."""
    return keeping.keep_now(plan.folder / "home", day.event, Occasion.AUTO).backup.path


def restore(day: Day, plan: Plan) -> Path:
    """Make a file to work with from a backup."""
    if not backups_in(plan.folder, day.event.event_id, plan.file):
        backup_by_hand(day, plan)
    newest = backups_in(plan.folder, day.event.event_id, plan.file)[0]
    return open_copy(newest.path, copy_path(newest.path))
