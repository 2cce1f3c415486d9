"""One open event file, and the one door through which everything in it changes."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo

from eventdesk import rights
from eventdesk.codes import NOTES, Op, Refusal
from eventdesk.errors import KnownError
from eventdesk.rights import Duty, Level
from eventdesk.store import backup, database, entries, journal, settings, undo, verify
from eventdesk.store.access import Reader, Writer
from eventdesk.store.belt import Belt, Photographer, Taken
from eventdesk.store.database import State
from eventdesk.store.derived import Refresher
from eventdesk.store.door import Door
from eventdesk.store.entries import Entry
from eventdesk.store.journal import Change
from eventdesk.store.pace import Pace
from eventdesk.store.place import Place
from eventdesk.store.settings import EventDetails
from eventdesk.store.transaction import Scribe, Transaction
from eventdesk.store.undo import Undone, UndoPhase, UndoRefused, UndoStep, UndoStopped
from eventdesk.store.wellformed import Rule

__all__ = [
    "Changes",
    "Clock",
    "Entry",
    "Event",
    "EventDetails",
    "State",
    "Transaction",
    "UndoPhase",
    "UndoProgress",
    "UndoRefused",
    "UndoStep",
    "UndoStopped",
    "Undone",
]

Clock = Callable[[], datetime]
_FEW_PAGES, _MANY_PAGES = 2, 160
"""So many pages of derived data are tidied at a time: a few, as long as nobody knows how long they take."""
_MANY_ENTRIES = 64
UndoProgress = UndoStep | Undone | UndoRefused | UndoStopped
"""What an undo in steps tells; the last item is none of the first kind."""


def system_clock() -> datetime:
    """Return the time of this machine, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a committed transaction touched: table names, and the ids of their rows; `eid` is empty for a sealed one."""

    op: Op
    eid: str
    ids: Mapping[str, frozenset[int]]

    @property
    def kinds(self) -> frozenset[str]:
        """The names of the touched tables."""
        return frozenset(self.ids)


class Event:
    """One open event file. Make it with `create` or `open`, close it or use it as a context manager."""

    def __init__(
        self,
        path: Path,
        opened: database.Opened,
        refreshers: tuple[Refresher, ...],
        desk: str,
        actor: str,
        clock: Clock,
    ) -> None:
        """Use `Event.open` instead."""
        self.path = path
        self.actor = actor
        self.view_only = opened.view_only
        self.strays = opened.strays
        self.level = Level.ORGANISER
        self.changed: list[Callable[[Changes], None]] = []
        self.about_to: list[Callable[[Op], None]] = []
        self.refused: list[Callable[[KnownError], None]] = []
        self.db = Reader(opened.connection)
        self._connection = opened.connection
        self._refreshers = refreshers
        self._clock = clock
        columns = journal.install(opened.connection) if opened.view_only is None else {}
        self._scribe = Scribe(desk, actor, self.now, columns)
        place = Place.of(path)
        self._door = Door(opened.connection, place, self._scribe, refreshers, opened.view_only)
        self._details: EventDetails | None = None
        self._photographer = Photographer(opened.connection, place)
        if opened.migrated:
            with suppress(KnownError):  # nothing depends on it
                next(self.tidy_in_steps(), None)  # the first step frees what so large a write leaves in memory

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        details: EventDetails | None = None,
        fill: Callable[[Transaction], None] | None = None,
        refreshers: Iterable[Refresher] = (),
        desk: str = "",
        actor: str = "",
        clock: Clock = system_clock,
    ) -> Self:
        """Make a new event file at `path` and open it. It appears with all that `fill` writes, or not at all.

        Raises `KnownError` if there is a file already, and whatever `fill` raises.
        """
        described = details or EventDetails()
        made_of = tuple(refreshers)
        with (
            database.creating(path) as making,
            cls.open(making, refreshers=made_of, desk=desk, actor=actor, clock=clock) as event,
            event.transact(Op.CREATE, described.title) as tx,
        ):
            described.save(tx)
            if fill is not None:
                fill(tx)
        return cls.open(path, refreshers=made_of, desk=desk, actor=actor, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        refreshers: Iterable[Refresher] = (),
        desk: str = "",
        actor: str = "",
        clock: Clock = system_clock,
        known: State | None = None,
    ) -> Self:
        """Open an event file. A newer or read-only one opens with `view_only` set and refuses changes.

        In the `known` state that `close_known` returned it is not checked again, which takes long for a large file.
        Raises `KnownError` with NO_FILE, NOT_OURS, DAMAGED, ALREADY_OPEN or CANNOT_READ.
        """
        made_of = tuple(refreshers)
        opened = database.open_file(path, known, made_of)
        try:
            return cls(path, opened, made_of, desk, actor, clock)
        except BaseException:
            database.close(opened.connection)
            raise

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        database.close(self._connection)
        self._photographer.close()

    def close_known(self) -> State | None:
        """Close the file and return the state it is left in, so that it can be opened again without being checked.

        Returns None if that cannot be told. Meant for a file that was opened, and so checked, in another thread.
        """
        state = database.close_known(self._connection, self.path)
        self._photographer.close()
        return state

    def __enter__(self) -> Self:
        """Return the event itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    @property
    def desk(self) -> str:
        """The name of this desk, which signs every entry from now on."""
        return self._scribe.desk

    @desk.setter
    def desk(self, name: str) -> None:
        self._scribe.desk = name

    @property
    def details(self) -> EventDetails:
        """Title, place, time and language of the event."""
        if self._details is None:
            self._details = settings.details(self.db)
        return self._details

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the event's days begin and end."""
        return ZoneInfo(self.details.timezone)

    def now(self) -> datetime:
        """Return the present moment, aware, by the clock that was handed in."""
        return self._clock()

    def local_now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.now().astimezone(self.zone)

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return KnownError(self.view_only, path=str(self.path)) if self.view_only else None

    def may(self, duty: Duty) -> bool:
        """Say whether this desk may do this at present."""
        return rights.may(self.level, duty)

    def require(self, duty: Duty) -> None:
        """Raise KnownError with NOT_ALLOWED unless this desk may do this at present."""
        rights.require(self.level, duty)

    def set_clock(self, clock: Clock) -> None:
        """Go by another clock from now on: to enter paper lists with the time that stands on them."""
        self._clock = clock

    @contextmanager
    def transact(self, op: Op, label: str, *, part_of: str | None = None) -> Iterator[Transaction]:
        """Open the door: begin, let the caller change rows, write the journal, commit, then say what changed.

        An exception inside leaves no trace. `label` says what it is about in plain text (a name, a file name). Those in
        `about_to` are told before anything begins.
        """
        rights.require_op(self.level, op)
        if part_of is None:
            for listener in self.about_to:
                listener(op)
        with self._telling(), self._door.transaction(op, label, part_of) as (tx, touched):
            yield tx
        self._announce(Changes(op, tx.eid, touched))

    @contextmanager
    def transact_sealed(self, op: Op, ids: Mapping[str, frozenset[int]]) -> Iterator[Writer]:
        """Open the door to the sealed tables alone: nothing of it goes into the journal, not even that it took place.

        So there is no undoing it. `ids` is what will be said to have changed, without an entry; an exception inside
        leaves no trace.
        """
        rights.require_op(self.level, op)
        with self._telling(), self._door.sealed() as writer:
            yield writer
        self._announce(Changes(op, "", ids))

    def undo(self, eid: str | None = None) -> Undone | UndoRefused:
        """Take back the named entry, or the latest one, with all it is part of. Works across restarts.

        Refuses, with the reason and the entry in the way, rather than overwrite what came later.
        """
        chosen = self._chosen(eid)
        if isinstance(chosen, UndoRefused):
            return chosen
        try:
            with self._telling():
                done, touched = self._door.take_back(chosen)
        except undo.OvertakenError as error:
            return UndoRefused(Refusal.OVERTAKEN, chosen[0], error.against)
        self._announce(Changes(Op.UNDO, done, touched))
        return Undone(chosen[0], len(chosen), done)

    def replay(self, entry: Entry, changes: Sequence[Change], rules: Sequence[Rule] = ()) -> bool:
        """Do an entry of another copy of this event again, under its own id and time; returns whether that was done.

        Nothing is changed if it is here already, does not fit what is in the file, or would break one of the `rules`.
        """
        touched = self._door.replay(entry, changes, rules)
        if touched is not None:
            self._announce(Changes(entry.op, entry.eid, touched))
        return touched is not None

    def undo_in_steps(self, eid: str | None = None) -> Generator[UndoProgress, None, None]:
        """Take back the same as `undo` in short steps, one entry each, between which the desk goes on working.

        First all entries are checked, and nothing is changed if one cannot be taken back. The last item says what came
        of it: `Undone` or `UndoRefused` as from `undo`, or `UndoStopped` if something came in between while entries
        were taken back. What was taken back, also by an iterator that is closed early, is one whole that can be undone.
        """
        chosen = self._chosen(eid)
        if isinstance(chosen, UndoRefused):
            yield chosen
            return
        foresight, total = self._door.foresight(), len(chosen)
        taken, root = 0, ""
        try:
            for number, target in enumerate(chosen, 1):
                foresight.look(target)
                yield UndoStep(UndoPhase.CHECKING, number, total)
            for target in chosen:
                undo.still_open(self._connection, target, root)
                done, touched = self._door.take_back([target], root or None)
                taken, root = taken + 1, root or done
                self._announce(Changes(Op.UNDO, done, touched))
                yield UndoStep(UndoPhase.TAKING_BACK, taken, total)
                # What is left of all that is gone would be too much to be tidied up in the end alone
                if taken == total or (total > _MANY_ENTRIES and total - taken in {total // 4, total // 16}):
                    for _ in self.tidy_in_steps():
                        yield UndoStep(UndoPhase.TAKING_BACK, taken, total)
        except undo.OvertakenError as error:
            if taken:
                yield UndoStopped(chosen[0], taken, root, error.against)
            else:
                yield UndoRefused(Refusal.OVERTAKEN, chosen[0], error.against)
            return
        yield Undone(chosen[0], total, root)

    def tidy_in_steps(self) -> Iterator[None]:
        """Join what many writes have scattered over the search index, in short steps, if there is enough of it.

        Everything is found before, meanwhile and after, only faster in the end. Closing the iterator early does no
        harm. Long imports and undos end with it.
        """
        pace = Pace(_FEW_PAGES, least=1, most=_MANY_PAGES)
        begin, more = True, self.view_only is None
        while more:
            with pace.step():
                more = self._door.tidy(pace.size, begin)
            begin = False
            if more:
                yield

    def scrub(self) -> None:
        """Write the whole file anew after somebody was forgotten: nothing is left of them between its pages either."""
        self._door.scrub()

    def journal(self, limit: int = 100, offset: int = 0) -> list[Entry]:
        """Return journal entries, newest first."""
        return entries.listed(self._connection, limit, offset)

    @property
    def latest(self) -> int:
        """The number of the newest entry of the journal, which only grows; 0 if there is none."""
        return entries.latest(self._connection)

    def journal_length(self) -> int:
        """Return how many entries the journal holds."""
        return entries.count(self._connection)

    def entry(self, eid: str) -> Entry | None:
        """Return one journal entry."""
        return entries.find(self._connection, eid)

    def verify(self) -> dict[str, bool | str]:
        """Check integrity, references, and that the journal leads to what stands in the file."""
        return verify.checks(self._connection, self._refreshers)

    def backup(self, target: Path) -> None:
        """Write a checked copy of the file to `target`."""
        backup.write(self._connection, target)

    @property
    def event_id(self) -> str:
        """The id that this event shares with all its copies."""
        return backup.event_id(self._connection)

    def photograph(self, belt: Belt) -> Iterator[Taken]:
        """Lay the whole file as it is on a belt, a piece each step, between which the desk goes on working.

        `eventdesk.backups.write` makes a backup of what comes at its other end, in another thread. What changes
        meanwhile is carried again.
        """
        return self._photographer.pieces(belt)

    def _chosen(self, eid: str | None) -> list[Entry] | UndoRefused:
        """Return the entries to take back, newest first, if this desk may take them back at present."""
        chosen = undo.choose(self._connection, eid)
        for entry in chosen if isinstance(chosen, list) else ():
            rights.require_undo(self.level, entry.op, own=entry.desk == self.desk)
        return chosen

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell those in `refused` what kept something from being written, whoever else hears of it."""
        try:
            yield
        except KnownError as error:
            for listener in self.refused:
                listener(error)
            raise

    def _announce(self, changes: Changes) -> None:
        if "setting" in changes.ids:
            self._details = None
        if changes.ids or changes.op in NOTES:
            for listener in self.changed:
                listener(changes)
