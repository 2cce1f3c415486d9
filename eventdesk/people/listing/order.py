"""People in the order of one column, equal ones in the order of their names; who has nothing there stands last."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from heapq import merge
from itertools import islice

from eventdesk.store.pace import Pace

NAME = "name"
SORTABLE = {
    NAME: "",
    "given_name": "given_name",
    "organisation": "organisation",
    "position": "position",
    "sector": "sector",
    "roles": "roles",
    "status": "status",
    "town": "town",
    "group": "party",
    "exhibitor": "exhibitor",
    "email": "email",
    "languages": "languages",
    "needs": "needs",
    "ticket": "ticket",
    "code": "code",
}
"""What the list can be ordered by, and the column of the file that holds it; names have their own keys."""
LAST = "\U0010ffff"
_FIRST, _LEAST, _MOST = 500, 100, 4000
"""So many people are put into an order at first, at least and at most in one piece."""
_ID_DIGITS = 20


class Order:
    """Keys and the ids of people who stand under them, always sorted; people under one key by their ids.

    Two lists beside each other rather than one of pairs: Python's collector would go through 100,000 pairs again and
    again, while nobody can type.
    """

    def __init__(self) -> None:
        self._sorted: list[str] = []
        self._people: list[int] = []
        self._keys: dict[int, str] = {}

    def __len__(self) -> int:
        """Return how many people stand in it."""
        return len(self._people)

    def add_last(self, person: int, key: str) -> None:
        """Add somebody who comes behind all others."""
        if person not in self._keys:
            self._sorted.append(key)
            self._people.append(person)
            self._keys[person] = key

    def put(self, person: int, key: str | None) -> None:
        """Let a person stand under another key; None takes them out."""
        before = self._keys.pop(person, None)
        if before is not None:
            at = self._people.index(person, bisect_left(self._sorted, before))
            del self._sorted[at], self._people[at]
        if key is not None:
            first, behind = bisect_left(self._sorted, key), bisect_right(self._sorted, key)
            at = bisect_left(self._people, person, first, behind)
            self._sorted.insert(at, key)
            self._people.insert(at, person)
            self._keys[person] = key

    def key(self, person: int) -> str:
        """Return the key of a person, empty if they do not stand in it."""
        return self._keys.get(person, "")

    def ids(self, among: AbstractSet[int] | None = None, *, backwards: bool = False) -> list[int]:
        """Return the people in order, all or those among some."""
        if among is None or (len(among) >= len(self._people) and self._keys.keys() <= among):
            found = self._people.copy()
        elif len(among) * 8 < len(self._people):
            keys = self._keys
            found = sorted(among & keys.keys(), key=lambda person: (keys[person], person))
        else:
            found = [person for person in self._people if person in among]
        if backwards:
            found.reverse()
        return found

    def first(self, number: int, among: AbstractSet[int] | None = None, *, backwards: bool = False) -> list[int]:
        """Return the first so many of them, without looking at the rest."""
        if among is not None and len(among) * 8 < len(self._people):
            return self.ids(among, backwards=backwards)[:number]
        people = reversed(self._people) if backwards else iter(self._people)
        return list(islice((person for person in people if among is None or person in among), number))


def run(pairs: Iterable[tuple[str, int]]) -> list[str]:
    """Return keys and ids as sorted texts that `merging` takes."""
    return sorted(f"{key}\0{person:0{_ID_DIGITS}}" for key, person in pairs)


def merging(runs: list[list[str]], order: Order) -> Iterator[int]:
    """Put sorted runs into an order, piece by piece; yields how many are in it."""
    texts, pace, before = merge(*runs), Pace(_FIRST, _LEAST, _MOST), -1
    while before != len(order):
        before = len(order)
        with pace.step():
            for text in islice(texts, pace.size):
                order.add_last(int(text[-_ID_DIGITS:]), text[: -_ID_DIGITS - 1])
        yield len(order)
