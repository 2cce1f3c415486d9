"""Takes backups of the open event without being asked: every few minutes, and before much is changed at once."""

import logging
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from eventdesk import log
from eventdesk.backups import Backup, Occasion, keeping, places
from eventdesk.backups.keeping import Kept, Wanted
from eventdesk.codes import Op
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Event
from eventdesk.store.belt import PIECE, Belt, GivenUpError, Taken
from ui.jobs import Err, Ok
from ui.keeping.standing import SecondPlace, Standing
from ui.timers import single_shot
from ui.work import Stopped, Task, Work

FIRST_LOOK_MS = 20_000
"""So long after an event was opened its first backup is taken, if it needs one: nobody waits for a disk meanwhile."""
LOOK_EVERY_MS = 30_000
AT_ONCE = 12 << 20
"""A file of up to so many bytes is read at once before much is changed: 20 ms. A larger one has its last backup."""
SPARSELY = timedelta(minutes=1)
"""Several small deeds of one kind after each other, like merging, share a backup for so long."""
MUCH = frozenset(
    {
        *(Op.IMPORT, Op.APPLY_PLAN, Op.RESTORE_PLAN, Op.REMOVE_HALL),
        *(Op.PANELS_APPLY, Op.PANELS_RESTORE, Op.PANELS_DRAW, Op.CAFE_APPLY),
    }
)
"""What changes much at once: before each of them a backup is taken."""
MANY_TIMES = frozenset({Op.MERGE_PEOPLE, Op.REMOVE_BOOTHS, Op.REMOVE_EXHIBITOR})
"""What is mostly done several times after each other."""


@dataclass
class _Shot:
    """A photograph on its way into a backup; `later`: when the first change after it was made."""

    at: datetime
    later: datetime | None = None
    fault: KnownError | None = None


class Safekeeper(QObject):
    """Lives as long as one event is open. It works by itself, beside everything else, and tells how it stands.

    `turned`: it stands otherwise now. `second_gone`: the second place, where copies go as well, takes none any more.
    """

    turned = Signal()
    second_gone = Signal(SecondPlace)

    def __init__(self, event: Event, home: Path, second: Callable[[], Path | None], *, watches: bool) -> None:
        """Put backups into a folder of `home`, and into what `second` says. It does nothing unless it `watches`."""
        super().__init__()
        self._event, self._home, self._second = event, home, second
        self._watches = watches and event.view_only is None
        self.standing = Standing()
        self._work = Work()
        self._shots: list[_Shot] = []
        self._first = single_shot(self, self._begin, FIRST_LOOK_MS)
        self._beat = QTimer(self)
        self._beat.setInterval(LOOK_EVERY_MS)
        self._beat.timeout.connect(self.look)
        if self._watches:
            event.changed.append(self._on_changed)
            event.about_to.append(self._on_about_to)
            self._work.beside("", _looking(home, event), self._on_found)
            self._first.start()

    @property
    def busy(self) -> bool:
        """Whether a backup is on its way."""
        return not self._work.idle()

    def look(self) -> None:
        """Take a backup if it is time; say anew how old the newest one is."""
        standing = self.standing
        due = keeping.is_due(standing.newest, standing.waits_since, self._event.now())
        if standing.known and due and not self._shots:
            self.take()
        self.turned.emit()

    def take(self) -> None:
        """Take a backup now, in pieces between keys and paints."""
        if self._watches:
            belt, shot = Belt(), self._shot()
            self._work.in_slices("", self._photographed(belt, shot), lambda _result: None)
            self._write(belt, shot, Occasion.AUTO)

    def before(self) -> Generator[Taken, None, None]:
        """Take a backup of what is there now: everything is read when this is through, however large the file is."""
        if self._watches and self._needs_one():
            belt, shot = Belt(), self._shot()
            self._write(belt, shot, Occasion.BEFORE)
            yield from self._photographed(belt, shot)

    def count_by_hand(self, _path: Path) -> None:
        """Know that somebody has just taken a backup by hand."""
        if self._watches:
            self._stand(replace(self.standing, by_hand=self._event.now()))

    def close(self) -> None:
        """Keep what came last, and take no more; a backup that is being written is given up, and leaves nothing."""
        looked = self._beat.isActive()
        self._first.stop()
        self._beat.stop()
        self._work.stop()
        if self._watches:
            self._event.changed.remove(self._on_changed)
            self._event.about_to.remove(self._on_about_to)
            self._watches = False
            if looked and self.standing.waits_since is not None and self._is_small():
                self._keep_last()

    def _keep_last(self) -> None:
        """Take a backup at once. The event is closed in any case: it is safe in its file."""
        try:
            keeping.keep_now(self._home, self._event, Occasion.AUTO, self._second())
        except KnownError as error:
            logging.getLogger(__name__).warning("no backup at the end: %s", error.fault)
        except OSError as error:
            logging.getLogger(__name__).warning("no backup at the end: %s", log.describe(error))

    # ---- when

    def _begin(self) -> None:
        self._beat.start()
        self.look()

    def _needs_one(self) -> bool:
        """Say whether something has changed since the last photograph."""
        if self._shots:
            return self._shots[-1].later is not None
        return self.standing.newest is None or self.standing.waits_since is not None

    def _on_changed(self, _changes: Changes) -> None:
        now = self._event.now()
        for shot in self._shots:
            shot.later = shot.later or now
        if self.standing.waits_since is None:
            self._stand(replace(self.standing, waits_since=now))

    def _on_about_to(self, op: Op) -> None:
        """Photograph everything before much is changed at once."""
        often = op in MANY_TIMES and not self._is_recent()
        if (op in MUCH or often) and self._needs_one() and self._is_small():
            belt, shot = Belt(AT_ONCE // PIECE + 2), self._shot()
            for taken in self._photographed(belt, shot):
                if taken.waiting:  # the file has become another one
                    belt.give_up()
            self._write(belt, shot, Occasion.BEFORE)

    def _is_recent(self) -> bool:
        last = self._shots[-1].at if self._shots else self.standing.newest
        return last is not None and self._event.now() - last < SPARSELY

    def _is_small(self) -> bool:
        try:
            return self._event.path.stat().st_size <= AT_ONCE
        except OSError:
            return False

    # ---- how

    def _shot(self) -> _Shot:
        shot = _Shot(self._event.now())
        self._shots.append(shot)
        return shot

    def _photographed(self, belt: Belt, shot: _Shot) -> Generator[Taken, None, None]:
        """Lay the file on the belt; what keeps it from being read is told at the other end, where it is waited for."""
        try:
            yield from self._event.photograph(belt)
        except KnownError as error:
            shot.fault = error

    def _write(self, belt: Belt, shot: _Shot, occasion: Occasion) -> None:
        wanted = keeping.wanted(self._home, self._event, occasion, self._second())
        writing = partial(_keep, belt, wanted)
        task = self._work.beside("", writing, lambda result: self._end(shot, result))
        belt.give_up_when(lambda: task.stopped)

    def _end(self, shot: _Shot, result: Ok[Kept] | Err | Stopped) -> None:
        self._shots.remove(shot)
        error = shot.fault or (result.error if isinstance(result, Err) else None)
        if isinstance(result, Ok):
            self._take_in(shot, result.value)
        elif isinstance(error, KnownError):
            self._stand(replace(self.standing, known=True, fault=error))
        elif error is not None and not isinstance(error, GivenUpError):
            raise error

    def _take_in(self, shot: _Shot, kept: Kept) -> None:
        second, was = self._second(), self.standing.missing
        fault = kept.second_fault
        missing = SecondPlace(second, fault) if second is not None and fault is not None else None
        by_hand = self.standing.by_hand
        self._stand(Standing(True, shot.at, kept.backup.check_ins, shot.later, kept.own_fault, missing, by_hand))
        if missing is not None and not missing.is_like(was):
            self.second_gone.emit(missing)

    def _on_found(self, result: Ok[list[Backup]] | Err | Stopped) -> None:
        """Know what there is from earlier days; a file that was changed elsewhere meanwhile has something to keep."""
        if isinstance(result, Err):
            raise result.error
        if isinstance(result, Ok) and self.standing.newest is None:
            found = keeping.newest(keeping.of_this_file(self._event, result.value))
            waits = self.standing.waits_since
            if waits is None and keeping.lags(self._event, result.value):
                waits = self._event.now()
            at, check_ins = (found.at, found.check_ins) if found is not None else (None, 0)
            self._stand(Standing(True, at, check_ins, waits, by_hand=self.standing.by_hand))

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.turned.emit()


def _keep(belt: Belt, wanted: Wanted, task: Task) -> Kept:
    return keeping.keep(belt, wanted, task.tell)


def _looking(home: Path, event: Event) -> Callable[[Task], list[Backup]]:
    """Return the work of finding what there is from earlier days, and of remembering where the file lies."""
    look, event_id, path = keeping.automatic(home, event), event.event_id, event.path

    def work(_task: Task) -> list[Backup]:
        places.remember(home, event_id, file=path)
        return look()

    return work
