"""Who comes when, and what each of them must hear: a plain model that knows nothing of the desk."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

AGO = 30
"""Who scans again has come so many arrivals ago: the same badge twice in three seconds counts once."""
MIXTURE = {"scan": 78, "again": 5, "stranger": 2, "search": 8, "walk_in": 4, "undo": 3}
"""Of a hundred who come: so many do this."""


class Coming(Enum):
    """How somebody comes."""

    SCAN = "scan"
    AGAIN = "again"
    STRANGER = "stranger"
    SEARCH = "search"
    WALK_IN = "walk_in"
    UNDO = "undo"


@dataclass(frozen=True)
class Guest:
    """Somebody who is registered. Nobody else has this name."""

    code: str
    name: str


@dataclass(frozen=True)
class Visit:
    """Somebody comes: after so many seconds of the day, in this way; `verdict` is what the desk must answer."""

    at: float
    how: Coming
    text: str
    name: str
    verdict: str


@dataclass
class Day:
    """One day, and what has to be in the file behind it."""

    seed: int
    guests: list[Guest]
    arrivals: int
    seconds: float
    inside: list[str] = field(default_factory=list)
    """The names of those who are in, in the order in which they came."""
    refused: int = 0

    def visits(self) -> Iterator[Visit]:
        """Yield who comes, by chance but always the same for one seed."""
        chance, waiting = random.Random(self.seed), list(self.guests)
        chance.shuffle(waiting)
        moments = sorted(chance.uniform(0, self.seconds) for _ in range(self.arrivals))
        before = Coming.STRANGER
        for number, at in enumerate(moments):
            how = Coming(chance.choices(list(MIXTURE), list(MIXTURE.values()))[0])
            if how is Coming.UNDO and before not in (Coming.SCAN, Coming.SEARCH):
                how = Coming.SCAN
            if how is Coming.AGAIN and not self._long_in():
                how = Coming.SCAN
            if how in (Coming.SCAN, Coming.SEARCH) and not waiting:
                how = Coming.STRANGER
            yield self._visit(at, how, number, waiting, chance)
            before = how

    def _visit(self, at: float, how: Coming, number: int, waiting: list[Guest], chance: random.Random) -> Visit:
        match how:
            case Coming.SCAN | Coming.SEARCH:
                guest = waiting.pop()
                self.inside.append(guest.name)
                text = guest.code if how is Coming.SCAN else guest.name
                return Visit(at, how, text, guest.name, "Accepted")
            case Coming.AGAIN:
                self.refused += 1
                name = chance.choice(self._long_in())
                return Visit(at, how, self._codes[name], name, "AlreadyIn")
            case Coming.STRANGER:
                self.refused += 1
                # Of a code that is nobody's the first letter is kept: the same twice in three seconds counts once, too
                first = 1 + self.refused % 9
                return Visit(at, how, f"{first}{chance.randrange(10**15):015}", "", "UnknownCode")
            case Coming.WALK_IN:
                name = f"Neu{number} Dazugekommen{number}"
                self.inside.append(name)
                return Visit(at, how, name, name, "Accepted")
            case Coming.UNDO:
                return Visit(at, how, "", self.inside.pop(), "")

    def _long_in(self) -> list[str]:
        return [name for name in self.inside[:-AGO] if name in self._codes]

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {guest.name: guest.code for guest in self.guests}
