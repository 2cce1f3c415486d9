"""Knows for whom this desk works, checks PINs beside the window, and falls back to clerks when nobody is there."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from eventdesk import pins
from eventdesk.errors import KnownError
from eventdesk.event import Changes, Event
from eventdesk.pins import PinTrouble, Tries
from eventdesk.rights import Duty, Level, may
from ui.jobs import Err, Jobs, Ok
from ui.preferences import Preferences
from ui.timers import single_shot

TRIES = "rights/tries"
"""Where this desk keeps how many wrong PINs came, whatever file is open: a restart helps nobody."""
STIRS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})
MINUTE_MS = 60_000


class Standing(Enum):
    """For whom a desk works: for everybody, as there is no PIN; for clerks; for organisers; for nobody."""

    FREE = "free"
    CLERK = "clerk"
    ORGANISER = "organiser"
    LOCKED = "locked"


@dataclass(frozen=True)
class Tried:
    """What came of a PIN: the level that it opens, or None; how many more are taken, and how long to wait before."""

    level: Level | None
    left: int
    wait: timedelta


@dataclass(frozen=True)
class Made:
    """What came of a new PIN for a level."""

    level: Level
    trouble: PinTrouble | None = None
    error: KnownError | None = None


class Keeper(QObject):
    """Lives as long as an event is open. `turned` tells that the desk works for others now, or that PINs changed."""

    turned = Signal()
    tried = Signal(object)
    made = Signal(object)
    asked = Signal(object)

    def __init__(self, event: Event, preferences: Preferences, working: Callable[[], bool]) -> None:
        """Keep `event`; while `working` says so, what an organiser has begun goes on to its end."""
        super().__init__()
        self._event, self._preferences, self._working = event, preferences, working
        self._jobs = Jobs()
        self._rest = single_shot(self, self._fall_back)
        self._settling = single_shot(self, self._settle)
        self._stirred = event.now()
        self._window: QWindow | None = None
        self.pins = pins.pins(event)
        self.standing = Standing.FREE
        if self.pins.organiser:
            self._be(Standing.LOCKED if self.pins.clerk else Standing.CLERK)
        event.changed.append(self._on_changed)

    # ---- what may be done

    @property
    def guarded(self) -> bool:
        """Whether there is a PIN at all."""
        return self.standing is not Standing.FREE

    @property
    def locked(self) -> bool:
        """Whether the desk works for nobody."""
        return self.standing is Standing.LOCKED

    def may(self, duty: Duty) -> bool:
        """Say whether this desk may do something at present."""
        level = Level.CLERK if self.standing is Standing.CLERK else Level.ORGANISER
        return not self.locked and may(level, duty)

    # ---- turning

    def step_down(self) -> None:
        """Work for clerks again."""
        if self.standing is Standing.ORGANISER:
            self._be(Standing.CLERK)

    def lock(self) -> bool:
        """Work for nobody until somebody types a PIN; without one for clerks it goes on. Returns whether it did."""
        if self.guarded and self.pins.clerk:
            self._be(Standing.LOCKED)
        return self.locked

    def unlock(self, level: Level) -> None:
        """Work for those whose PIN was typed."""
        if self.guarded:
            self._be(Standing.ORGANISER if level is Level.ORGANISER else Standing.CLERK)

    def ask(self, then: Callable[[], object], *, once: bool = False) -> None:
        """Ask for the PIN of the organisers, then do something; `once`: go on for clerks as soon as it is done."""

        def granted() -> None:
            then()
            if once:
                self.step_down()

        self.asked.emit(granted)

    # ---- PINs

    @property
    def wait(self) -> timedelta:
        """How long to wait before a PIN is taken."""
        return self._tries.wait(self._event.now())

    def try_pin(self, typed: str, wanted: Level | None = None) -> None:
        """Check a PIN beside the window; `tried` tells what came of it. `wanted`: only that of this level counts."""
        if self.wait:
            self.tried.emit(Tried(None, 0, self.wait))
            return
        kept = self.pins

        def work() -> Level | None:
            if wanted is None:
                return kept.level_of(typed)
            return wanted if pins.matches(typed, kept.of(wanted)) else None

        self._jobs.run(work, self._on_tried)

    def set_pin(self, level: Level, typed: str) -> None:
        """Make a PIN beside the window and keep it; `made` tells what came of it."""
        trouble = pins.trouble(typed)
        if trouble is not None:
            self.made.emit(Made(level, trouble))
            return
        other = self.pins.of(Level.CLERK if level is Level.ORGANISER else Level.ORGANISER)

        def deliver(result: Ok[str] | Err) -> None:
            if isinstance(result, Err):
                raise result.error
            self.made.emit(self._kept(level, result.value))

        self._jobs.run(lambda: "" if pins.matches(typed, other) else pins.hashed(typed), deliver)

    def drop_pin(self, level: Level) -> None:
        """Take a PIN away. Raises KnownError."""
        pins.drop(self._event, level)

    def keep_minutes(self, minutes: int) -> None:
        """Fall back after so many minutes. Raises KnownError."""
        pins.keep_minutes(self._event, minutes)

    def idle(self) -> bool:
        """Say whether no PIN is being checked or made."""
        return self._jobs.idle()

    # ---- somebody is there, or nobody

    def watch(self, window: QWindow | None) -> None:
        """Notice keys and clicks in this window, as long as the desk works for organisers."""
        if self._window is not None:
            with suppress(RuntimeError):  # it is gone already: then nothing comes from there any more
                self._window.removeEventFilter(self)
        self._window = window
        if window is not None and self.standing is Standing.ORGANISER:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; if nobody was for long, as the computer slept, it may be somebody else."""
        if event.type() in STIRS:
            now, minutes = self._event.now(), self.pins.minutes
            if minutes and now - self._stirred > timedelta(minutes=minutes):
                self._fall_back()
            else:
                self._stir(now)
        return False

    def settle(self) -> None:
        """See whether work has come to its end, as soon as what came of it is delivered."""
        self._settling.start()

    def close(self) -> None:
        """Have done with this event."""
        self._rest.stop()
        self.watch(None)
        self._jobs.end()
        self._event.changed.remove(self._on_changed)

    # ---- inside

    @property
    def _tries(self) -> Tries:
        return Tries.read(self._preferences.kept(TRIES))

    def _be(self, standing: Standing) -> None:
        self.standing = standing
        self._settle()
        if self._window is not None:
            self._window.removeEventFilter(self)
            if standing is Standing.ORGANISER:
                self._window.installEventFilter(self)
        self._stir(self._event.now())
        self.turned.emit()

    def _settle(self) -> None:
        """Open the door of the file for those whom the desk works for, or shut it as soon as no work goes on."""
        if self.standing in (Standing.FREE, Standing.ORGANISER):
            self._event.level = Level.ORGANISER
        elif not self._working():
            self._event.level = Level.CLERK

    def _stir(self, now: datetime) -> None:
        self._stirred = now
        if self.standing is Standing.ORGANISER and self.pins.minutes:
            self._rest.start(self.pins.minutes * MINUTE_MS)
        else:
            self._rest.stop()

    def _fall_back(self) -> None:
        if self._working() or QApplication.activeModalWidget() is not None:
            self._rest.start(MINUTE_MS)
        else:
            self.step_down()

    def _on_tried(self, result: Ok[Level | None] | Err) -> None:
        if isinstance(result, Err):
            raise result.error
        now, tries = self._event.now(), self._tries
        tries = tries.after_wrong(now) if result.value is None else Tries()
        self._preferences.keep(TRIES, tries.text())
        self._preferences.save()
        self.tried.emit(Tried(result.value, tries.left, tries.wait(now)))

    def _kept(self, level: Level, made: str) -> Made:
        if not made:
            return Made(level, PinTrouble.SAME)
        try:
            pins.keep(self._event, level, made)
        except KnownError as error:
            return Made(level, error=error)
        return Made(level)

    def _on_changed(self, changes: Changes) -> None:
        """Know other PINs at once: whoever sets the first one is an organiser."""
        if "setting" not in changes.kinds:
            return
        before, self.pins = self.pins, pins.pins(self._event)
        if before == self.pins:
            return
        if not self.pins.organiser:
            self._be(Standing.FREE)
        else:
            self._be(Standing.ORGANISER if self.standing is Standing.FREE else self.standing)
