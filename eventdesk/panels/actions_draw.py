"""Gives places out to all, as they were thought out or drawn, and writes down how."""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TypeVar

from eventdesk.codes import Op
from eventdesk.event import Event, Transaction
from eventdesk.panels import records
from eventdesk.panels.draws import records as draws
from eventdesk.panels.outcome import PlacesApplied
from eventdesk.panels.place import Draw, DrawFacts, How, Place, Places, Waiting
from eventdesk.store import times
from eventdesk.store.access import new_id, new_ids
from eventdesk.store.transaction import ENTRY_ROWS

Thing = TypeVar("Thing")
Write = Callable[[Transaction], None]
Pair = tuple[int, int]
"""Row ids of a person and a session."""
_OP = Op.PANELS_DRAW
_WRITES_AT_ONCE = 5


def apply_places(
    event: Event, places: Places, about: DrawFacts, waiting: Sequence[Pair] | None = None
) -> PlacesApplied:
    """Give everybody the places they have in `places`, sessions by person and slot, and no other drawn ones.

    Confirmed places stay whatever `places` say. `waiting`: who waits for which session from now on, person and session,
    in their order; None leaves the lists as they are, but for those who have a place now. Who or what is gone since is
    left out. One whole of the journal, with the protocol: one undo takes all of it back.
    """
    preparing = _prepared(event, places, about, waiting)
    work = _result(preparing)
    with event.transact(_OP, "") as tx:
        for at, write in enumerate(work.writes()):
            if at:
                tx.next_entry(_OP, "")
            write(tx)
        return work.applied(tx.root)


def apply_places_in_steps(
    event: Event, places: Places, about: DrawFacts, waiting: Sequence[Pair] | None = None
) -> Generator[None, None, PlacesApplied]:
    """Do the same in short steps, between which the desk goes on working; rooms and sessions must stay meanwhile.

    What was written by an iterator that is closed early is one whole, too, that can be undone.
    """
    work = yield from _prepared(event, places, about, waiting)
    root, left = "", work.writes()
    while some := list(islice(left, _WRITES_AT_ONCE)):
        with event.transact(_OP, "", part_of=root or None) as tx:
            for at, write in enumerate(some):
                if at:
                    tx.next_entry(_OP, "")
                write(tx)
            root = root or tx.root
        yield
    return work.applied(root)


@dataclass(frozen=True)
class _Work:
    """All that is to be written."""

    draw: Draw
    steps: "_Steps"
    lists: "_Lists"

    def writes(self) -> Iterator[Write]:
        """Yield what writes it, piece by piece: each is an entry of the journal, or several that hold inserts."""
        yield partial(draws.insert_draw, draw=self.draw)
        yield from (partial(_move, moves=some) for some in _pieces(self.steps.moved))
        yield from (partial(draws.delete_places, gone=some) for some in _pieces(self.steps.gone))
        yield from (partial(draws.delete_waiting, gone=some) for some in _pieces(self.lists.gone))
        ids = new_ids(len(self.steps.new))
        places = [Place(row_id, *pair, How.DRAWN) for row_id, pair in zip(ids, self.steps.new, strict=True)]
        yield from (partial(_insert_places, places=some) for some in _pieces(places))
        # Those who begin to wait at one moment wait in the order of their row ids
        ids = new_ids(len(self.lists.new))
        lines = [Waiting(row_id, *pair, self.draw.at) for row_id, pair in zip(ids, self.lists.new, strict=True)]
        yield from (partial(_insert_waiting, lines=some) for some in _pieces(lines))

    def applied(self, eid: str) -> PlacesApplied:
        """Return what became of the places."""
        moved = len(self.steps.moved)
        given, taken = moved + len(self.steps.new), moved + len(self.steps.gone)
        return PlacesApplied(given, taken, self.steps.stayed, self.draw, eid)


def _prepared(
    event: Event, places: Places, about: DrawFacts, waiting: Sequence[Pair] | None
) -> Generator[None, None, _Work]:
    """Work out what is to be written, in short steps."""
    programme = yield from records.read_in_steps(event.db)
    people, sessions = programme.people, programme.session_of
    wanted = {
        (person, session): None
        for person, mine in places.items()
        for session in mine.values()
        if person in people and session in sessions
    }
    yield
    steps = _steps(programme.places, wanted)
    yield
    have = {*wanted, *steps.kept}
    line = None if waiting is None else [each for each in waiting if each[0] in people and each[1] in sessions]
    lists = _lists(programme.waiting, line, have)
    now = times.from_text(times.to_text(event.now()))
    return _Work(Draw(new_id(), now, event.desk, about), steps, lists)


def _result(steps: Generator[None, None, Thing]) -> Thing:
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: Thing = done.value
            return result


@dataclass
class _Steps:
    """What is to be written: places that get another session, that go, and that are new; `kept` are confirmed."""

    moved: list[tuple[int, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    new: list[Pair] = field(default_factory=list)
    kept: set[Pair] = field(default_factory=set)
    stayed: int = 0


def _steps(before: Iterable[Place], wanted: Mapping[Pair, None]) -> _Steps:
    steps, left, free = _Steps(), dict(wanted), defaultdict[int, list[int]](list)
    for place in before:
        pair = (place.person, place.session)
        stays = left.pop(pair, pair) is None or place.how is How.CONFIRMED
        steps.stayed += stays
        if place.how is How.CONFIRMED:
            steps.kept.add(pair)
        if not stays:
            free[place.person].append(place.id)
    for person, session in left:
        if free[person]:
            steps.moved.append((free[person].pop(0), session))
        else:
            steps.new.append((person, session))
    steps.gone = [each for rows in free.values() for each in rows]
    return steps


@dataclass(frozen=True)
class _Lists:
    """What is to be written of the waiting lists: rows that go, and who waits now, in their order."""

    gone: list[int]
    new: list[Pair]


def _lists(before: Sequence[Waiting], wanted: Sequence[Pair] | None, have: set[Pair]) -> _Lists:
    """Return how the lists become as they are wanted; a list whose order changes is written anew."""
    if wanted is None:
        return _Lists([each.id for each in before if (each.person, each.session) in have], [])
    now, then = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for each in before:
        then[each.session].append(each.person)
    for person, session in dict.fromkeys(wanted):
        if (person, session) not in have:
            now[session].append(person)
    other = {session for session in (*now, *then) if now[session] != then[session]}
    gone = [each.id for each in before if each.session in other]
    return _Lists(gone, [(person, session) for session in now if session in other for person in now[session]])


def _pieces(things: Sequence[Thing]) -> Iterator[Sequence[Thing]]:
    return (things[at : at + ENTRY_ROWS] for at in range(0, len(things), ENTRY_ROWS))


def _move(tx: Transaction, moves: Sequence[tuple[int, int]]) -> None:
    for place, session in moves:
        draws.move_place(tx, place, session)


def _insert_places(tx: Transaction, places: Sequence[Place]) -> None:
    tx.insert_many("place", draws.PLACE_COLUMNS, map(draws.place_row, places))


def _insert_waiting(tx: Transaction, lines: Sequence[Waiting]) -> None:
    tx.insert_many("waiting", draws.WAITING_COLUMNS, map(draws.waiting_row, lines))
