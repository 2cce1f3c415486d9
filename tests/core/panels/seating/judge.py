"""An independent judge of places: knows the tables of an event folder alone, and shares no code with eventdesk."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from pathlib import Path

YES = {"yes", "ja", "1", "x", "true"}
Row = Mapping[str, str]
Places = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Judge:
    """Knows the rows of the tables; `confirmed` are sessions that people have and keep."""

    rooms: Mapping[str, Row]
    slots: Mapping[str, Row]
    sessions: Mapping[str, Row]
    people: Mapping[str, Row]
    confirmed: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Judge":
        rooms, slots, sessions, people = (
            _rows(folder / f"{name}.csv") for name in ("rooms", "slots", "sessions", "people")
        )
        return cls(rooms, slots, sessions, people)

    # ---- the rules

    def overlap(self, one: str, other: str) -> bool:
        a, b = self.slots[one], self.slots[other]
        return one == other or (a["starts"] < b["ends"] and b["starts"] < a["ends"])

    def family(self, session: str) -> str:
        while first := self.sessions[session].get("repeat_of"):
            session = first
        return session

    def wishes(self, person: str) -> list[str]:
        return [each for each in _list(self.people[person].get("wishes")) if each in self.sessions]

    def capacity(self, session: str) -> int | None:
        row = self.sessions[session]
        both = [row.get("capacity"), self.rooms.get(row.get("room", ""), {}).get("capacity")]
        return min((int(each) for each in both if each), default=None)

    @cached_property
    def given_out(self) -> list[str]:
        """The sessions that places are given out for."""
        wished = {self.family(wish) for person in self.people for wish in self.wishes(person)}
        timed = [name for name, row in self.sessions.items() if row.get("slot") and row["kind"] != "plenary"]
        found = []
        for name in timed:
            slot = self.sessions[name]["slot"]
            alone = not any(name != other and self.overlap(slot, self.sessions[other]["slot"]) for other in timed)
            for_all = self.family(name) not in wished and (alone or self.sessions[name]["kind"] in {"podium", "cafe"})
            if not for_all and self.capacity(name) is not None:
                found.append(name)
        return found

    def speaks(self, person: str) -> list[str]:
        return [
            name
            for name, row in self.sessions.items()
            if person in _list(row.get("speakers")) + _list(row.get("moderators"))
        ]

    def engaged(self, person: str) -> list[str]:
        return [*self.speaks(person), *self.confirmed.get(person, ())]

    def busy(self, person: str, slot: str) -> bool:
        there = (self.sessions[each].get("slot") for each in self.engaged(person))
        return any(each and self.overlap(each, slot) for each in there)

    def may_have(self, person: str) -> list[str]:
        mine = {self.family(each) for each in self.engaged(person)}
        step_free = "stufenfrei" in self.people[person].get("needs", "")
        return [
            name
            for name in self.given_out
            if not self.busy(person, self.sessions[name]["slot"])
            and self.family(name) not in mine
            and (not step_free or self.without_steps(name))
        ]

    def without_steps(self, session: str) -> bool:
        room = self.rooms.get(self.sessions[session].get("room", ""), {})
        return room.get("step_free", "yes") in YES

    def possible(self, person: str) -> list[tuple[str, ...]]:
        """Return all sets of sessions that somebody may have, capacity aside."""
        may = self.may_have(person)
        at_most = len({self.sessions[each]["slot"] for each in may})
        return [
            chosen
            for number in range(at_most + 1)
            for chosen in combinations(may, number)
            if not any(
                self.overlap(self.sessions[a]["slot"], self.sessions[b]["slot"]) or self.family(a) == self.family(b)
                for a, b in combinations(chosen, 2)
            )
        ]

    # ---- what it counts

    def ranks(self, person: str, chosen: Iterable[str]) -> list[int]:
        wished = self.wishes(person)
        families = [self.family(each) for each in wished]
        found = []
        for each in chosen:
            if each in wished:
                found.append(min(5, wished.index(each)))
            elif self.family(each) in families:
                found.append(min(5, families.index(self.family(each))))
            else:
                found.append(5)
        return found

    def cost(self, person: str, chosen: Sequence[str]) -> int:
        slots = {self.sessions[each]["slot"] for each in self.given_out}
        empty = [
            slot
            for slot in slots
            if not self.busy(person, slot)
            and not any(self.overlap(slot, self.sessions[each]["slot"]) for each in chosen)
        ]
        return sum(self.ranks(person, chosen)) + 10 * len(empty)

    def regret(self, person: str, chosen: Sequence[str]) -> int:
        return self.cost(person, chosen) - min(self.cost(person, each) for each in self.possible(person))

    def is_without(self, person: str, chosen: Sequence[str]) -> bool:
        return not chosen and not any(each in self.given_out for each in self.engaged(person))

    @property
    def wishing(self) -> list[str]:
        return [each for each in self.people if self.wishes(each)]

    def verdict(self, drawn: Places) -> "Verdict":
        """Judge what was drawn, sessions by person and slot, without the confirmed ones."""
        broken = list(self._broken(drawn))
        regret: Counter[int] = Counter()
        unplaced = 0
        for person in self.wishing:
            chosen = tuple(drawn.get(person, {}).values())
            regret[self.regret(person, chosen)] += 1
            unplaced += self.is_without(person, chosen)
        return Verdict(unplaced, dict(sorted(regret.items())), broken)

    def _broken(self, drawn: Places) -> Iterator[str]:
        load = Counter(session for chosen in drawn.values() for session in chosen.values())
        held = Counter(session for sessions in self.confirmed.values() for session in sessions)
        for session, people in load.items():
            if people > max(0, (self.capacity(session) or 0) - held[session]):
                yield f"{session} has {people}"
        for person, chosen in drawn.items():
            for slot, session in chosen.items():
                if session not in self.may_have(person) or self.sessions[session]["slot"] != slot:
                    yield f"{person} may not have {session}"
            for a, b in combinations(chosen.values(), 2):
                if self.overlap(self.sessions[a]["slot"], self.sessions[b]["slot"]):
                    yield f"{person} is in {a} and {b} at once"
                if self.family(a) == self.family(b):
                    yield f"{person} has {a} twice"


@dataclass(frozen=True)
class Verdict:
    """How many are without a place, how many have which regret, and which rules are broken."""

    unplaced: int
    regret: Mapping[int, int]
    broken: Sequence[str]

    @property
    def fairness(self) -> tuple[int, list[int]]:
        """What is to be small: people without a place, then the worst regrets."""
        return self.unplaced, sorted((value for value, people in self.regret.items() for _ in range(people)))[::-1]


def all_ways(judge: Judge) -> Iterator[dict[str, tuple[str, ...]]]:
    """Yield all ways to give places to everybody that no capacity forbids. For very few people."""
    wishing = judge.wishing
    held = Counter(session for sessions in judge.confirmed.values() for session in sessions)
    left = {name: max(0, (judge.capacity(name) or 0) - held[name]) for name in judge.given_out}
    for choice in product(*(judge.possible(person) for person in wishing)):
        load = Counter(session for chosen in choice for session in chosen)
        if all(people <= left[session] for session, people in load.items()):
            yield dict(zip(wishing, choice, strict=True))


def best_fairness(judge: Judge) -> tuple[int, list[int]]:
    """Return the fairest there is, by trying everything."""
    regret = {person: {each: judge.regret(person, each) for each in judge.possible(person)} for person in judge.wishing}
    without = {person: {each: judge.is_without(person, each) for each in regret[person]} for person in regret}
    return min(
        (
            sum(without[person][chosen] for person, chosen in way.items()),
            sorted((regret[person][chosen] for person, chosen in way.items()), reverse=True),
        )
        for way in all_ways(judge)
    )


def _list(cell: str | None) -> list[str]:
    return [each for each in (cell or "").replace(",", " ").split() if each]


def _rows(path: Path) -> dict[str, Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {next(iter(row.values())): row for row in rows}
