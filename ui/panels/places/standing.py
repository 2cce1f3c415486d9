"""How content everybody is with the places they have: counted, by the wish that came true. Pure."""

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, islice

from eventdesk.panels.place import Places
from eventdesk.panels.programme import Programme
from eventdesk.panels.seating.rounds import sessions_with_places
from eventdesk.panels.session import Session

NEARLY_FULL = 0.9
AT_ONCE = 1000


@dataclass(frozen=True)
class Content:
    """`ranks`: how many places are in which wish (0 the first); `other` places nobody wished for who has them.

    `without` are people with wishes and without any place, `people` all who have wishes, `most` the longest list.
    `twice` are people with wishes whose places are at one time.
    """

    ranks: Mapping[int, int] = field(default_factory=dict)
    other: int = 0
    without: int = 0
    people: int = 0
    most: int = 0
    twice: int = 0


@dataclass(frozen=True)
class Taken:
    """A session that places are given for: how many are taken, how many people wait, how many fit in."""

    session: Session
    taken: int
    waiting: int
    most: int | None

    @property
    def share(self) -> float | None:
        """How full it is, 0 to 1; None where there is no limit."""
        return None if self.most is None else min(1.0, self.taken / self.most) if self.most else 1.0

    @property
    def free(self) -> int | None:
        """How many places nobody has; None: there is no limit."""
        return None if self.most is None else max(0, self.most - self.taken)


@dataclass(frozen=True)
class Overview:
    """How content people are with today's places, and how full the sessions are, by time and title."""

    content: Content
    taken: tuple[Taken, ...]


def overview(programme: Programme) -> Generator[None, None, Overview]:
    """Count everything in short steps: there may be very many people."""
    places = places_now(programme)
    yield
    counting = Counting(programme, places)
    people = iter(programme.wishes)
    while some := list(islice(people, AT_ONCE)):
        counting.add(some)
        yield
    line = programme.waiting_for
    yield
    known = frozenset(each.id for each in sessions_with_places(programme))
    yield
    waiting = {session: len(each) for session, each in line.items()}
    taken = {session: len(each) for session, each in programme.places_in.items()}
    return Overview(counting.content(), tuple(_taken(programme, known, taken, waiting)))


def overview_at_once(programme: Programme) -> Overview:
    """Count everything in one go."""
    steps = overview(programme)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Overview = end.value
            return found


def places_now(programme: Programme) -> dict[int, list[int]]:
    """Return the sessions in which people have places, by person."""
    return {person: [place.session for place in mine] for person, mine in programme.places_of.items()}


def places_then(places: Places) -> dict[int, list[int]]:
    """Return the same for places that were thought out."""
    return {person: list(mine.values()) for person, mine in places.items()}


class Counting:
    """Counts by which wish people sit; a repeat of what somebody wished counts as that wish."""

    def __init__(self, programme: Programme, places: Mapping[int, Collection[int]]) -> None:
        self._programme, self._places = programme, places
        self._crew = crew(programme)
        self._ranks: Counter[int] = Counter()
        self._other = self._without = self._twice = 0
        self._slots = {each.id: each.slot for each in programme.sessions if each.slot is not None}

    def add(self, people: Iterable[int]) -> None:
        """Count some of those who have wishes."""
        programme = self._programme
        for person in people:
            wishes, mine = programme.wishes[person], self._places.get(person, ())
            for session in mine:
                rank = rank_of(programme, wishes, session)
                if rank is None:
                    self._other += 1
                else:
                    self._ranks[rank] += 1
            self._without += not mine and person not in self._crew
            self._twice += self._meet(mine)

    def content(self) -> Content:
        """Return what was counted."""
        wishes = self._programme.wishes
        most = max(map(len, wishes.values()), default=0)
        return Content(dict(sorted(self._ranks.items())), self._other, self._without, len(wishes), most, self._twice)

    def _meet(self, mine: Collection[int]) -> bool:
        """Say whether two of these sessions are at one time."""
        slots = [slot for slot in map(self._slots.get, mine) if slot is not None]
        return any(after in self._programme.concurrent[before] for before, after in combinations(slots, 2))


def content(programme: Programme, places: Mapping[int, Collection[int]]) -> Content:
    """Count by which wish people sit who have these places."""
    counting = Counting(programme, places)
    counting.add(programme.wishes)
    return counting.content()


def rank_of(programme: Programme, wishes: Collection[int], session: int) -> int | None:
    """Return the number of the wish that a session is, from 0; None if it is not wished."""
    same = programme.alike.get(session, frozenset())
    ranks = list(wishes)
    if session in ranks:
        return ranks.index(session)
    return next((rank for rank, each in enumerate(ranks) if each in same), None)


def taken_then(programme: Programme, places: Places, waiting: Mapping[int, Collection[int]]) -> list[Taken]:
    """Return how full the sessions would be."""
    taken = Counter(session for mine in places.values() for session in mine.values())
    known = frozenset(each.id for each in sessions_with_places(programme))
    return _taken(programme, known, taken, {session: len(line) for session, line in waiting.items()})


def _taken(
    programme: Programme, known: Collection[int], taken: Mapping[int, int], waiting: Mapping[int, int]
) -> list[Taken]:
    found = [
        Taken(each, taken.get(each.id, 0), waiting.get(each.id, 0), programme.capacity(each, each.room))
        for each in programme.sessions
        if each.id in known or each.id in taken or each.id in waiting
    ]
    return sorted(found, key=lambda each: (when_key(programme, each.session), each.session.title, each.session.id))


def when_key(programme: Programme, session: Session) -> str:
    """Return what sorts sessions by their time; those without one come last."""
    slot = programme.slot_of.get(session.slot or 0)
    return f"{slot.starts} {slot.ends}" if slot is not None else "~"


def crew(programme: Programme) -> frozenset[int]:
    """Return the people who speak or moderate somewhere: they are in a room, with a place or without."""
    parts = programme.parts_of
    return frozenset(person for person, guest in programme.people.items() if guest.ref and guest.ref in parts)


def changed(
    before: Mapping[int, Collection[int]], after: Mapping[int, Collection[int]], busy: Collection[int] = ()
) -> tuple[int, int]:
    """Return how many people get a place who had none, and how many get other places than they have.

    `busy` people are not counted as such who had none.
    """
    new = sum(1 for person, mine in after.items() if mine and not before.get(person) and person not in busy)
    return new, sum(1 for person, mine in before.items() if mine and {*mine} != {*after.get(person, ())})
