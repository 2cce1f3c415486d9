"""What was done since the backup that is worked with now: taken over at a button, the rest as a list to do by hand."""

import json
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eventdesk.codes import Holding, Op, WhyLeft
from eventdesk.event import Event
from eventdesk.tables.writing import write_table
from eventdesk.words import Words, ops
from eventdesk.words.recovering import why_left
from ui.jobs import Err, Ok
from ui.preferences import Preferences, key_of_file
from ui.recovery import flow
from ui.recovery.flow import Left, Losses, TakenOver
from ui.work import Part, Progress, Stopped, Work

LIST = "recovery/left"
"""Where the list waits, for each file, until somebody has dismissed it."""


@dataclass(frozen=True)
class Line:
    """One thing to be done again, in words."""

    at: str
    deed: str
    who: str
    why: str


class Aftermath(QObject):
    """Lives as long as the event is open.

    `turned`: there is something else to show; `done`: nothing any more; `taken_over`: so many steps were done again.
    """

    turned = Signal()
    done = Signal(int)
    taken_over = Signal(int)

    def __init__(self, event: Event, work: Work, preferences: Preferences) -> None:
        """Be about the list that was left of an earlier day, if there is one."""
        super().__init__()
        self._event, self._work, self._preferences = event, work, preferences
        self.losses: Losses | None = None
        self._known = 0
        self.applied: int | None = None
        self.busy = False
        self.left: Sequence[Left] = _read(preferences.kept(self._key))

    def take(self, losses: Losses) -> None:
        """Be about what was done since a backup."""
        self.losses, self.applied = losses or None, None
        self.left = flow.left_of(self._event, losses)
        self._keep()
        self.turned.emit()

    @property
    def there(self) -> bool:
        """Whether there is anything to show."""
        lacking = not self.complete or bool(self.votes)
        return bool(self.left) or (self.losses is not None and (self.applied is None or lacking))

    @property
    def may_take_over(self) -> bool:
        """Whether something can be taken over still."""
        return self.losses is not None and bool(self.losses.deeds) and self.applied is None and not self.busy

    @property
    def complete(self) -> bool:
        """Whether nothing can have been overlooked."""
        return self.losses is None or self.losses.complete

    @property
    def votes(self) -> int | None:
        """How many votes are lost; None if nobody can tell."""
        return 0 if self.losses is None else self.losses.votes

    def take_over(self, words: Words) -> None:
        """Do again what can be done again, a piece at a time."""
        if self.losses is None or not self.may_take_over:
            return
        self.busy, self._known = True, len(self.left)
        title = words.t("Taking over what was done since the backup …")
        self._work.in_slices(title, self._steps(self.losses), self._end)
        self.turned.emit()

    def dismiss(self) -> None:
        """Have done with all of it."""
        self.left, self.losses = (), None
        self._keep()
        self.turned.emit()

    def lines(self, words: Words) -> list[Line]:
        """Return what is left, in words."""
        return [self._line(words, each) for each in self.left]

    def write(self, path: Path, words: Words) -> None:
        """Write the list to a table. Raises KnownError."""
        header = (words.t("Time"), words.t("What was done"), words.t("Who"), words.t("Why by hand"))
        rows = ((each.at, each.deed, each.who, each.why) for each in self.lines(words))
        write_table(path, header, rows, holding=Holding.JOURNAL)

    def _line(self, words: Words, left: Left) -> Line:
        at = left.at.astimezone(self._event.zone).strftime("%d.%m.%Y %H:%M") if left.at is not None else ""
        if left.op is None:
            deed = words.t("Something that cannot be read any more")
        else:
            label = "" if left.who and left.who in left.label else left.label
            deed = ops.deed(words, left.op, label)
        open_yet = self.losses is not None and self.applied is None and left.why is WhyLeft.OVERTAKEN
        return Line(
            at, deed, left.who, words.t("It can still be taken over.") if open_yet else why_left(words, left.why)
        )

    def _steps(self, losses: Losses) -> Generator[Progress, None, TakenOver]:
        steps, total = flow.taking_over(self._event, losses), len(losses.deeds)
        while True:
            try:
                yield Part(next(steps), total)
            except StopIteration as end:
                taken: TakenOver = end.value
                return taken

    def _end(self, result: Ok[TakenOver] | Err | Stopped) -> None:
        self.busy = False
        if isinstance(result, Ok):
            self.left = result.value.left
            self.applied = max(0, self._known - len(self.left))
            self._keep()
            if not self.there:
                self.done.emit(self.applied)
            self.taken_over.emit(self.applied)
        self.turned.emit()
        if isinstance(result, Err):
            self._work.notices.say_fault(result.error)

    @property
    def _key(self) -> str:
        return key_of_file(LIST, self._event.path)

    def _keep(self) -> None:
        self._preferences.keep(self._key, _written(self.left))


def _written(left: Sequence[Left]) -> str:
    lines = [
        [each.op, each.at.isoformat() if each.at else "", each.who, each.label, each.desk, each.why] for each in left
    ]
    return json.dumps(lines) if lines else ""


def _read(text: str) -> list[Left]:
    """Return a list that was kept; what somebody changed by hand counts as none."""
    with suppress(ValueError, TypeError, RecursionError):
        return [
            Left(Op(op) if op else None, datetime.fromisoformat(at) if at else None, who, label, desk, WhyLeft(why))
            for op, at, who, label, desk, why in json.loads(text)
        ]
    return []
