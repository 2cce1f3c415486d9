"""Checks a protocol of a draw from what is printed in it alone; on request the draw is made again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise
from typing import Any

from eventdesk.panels.place import Way
from eventdesk.panels.seating.lots import unit_lot
from eventdesk.panels.seating.problem import Crowd, Offer, Round, Seats
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ways import draw


class Wrong(StrEnum):
    """What may be wrong in a protocol."""

    UNREADABLE = "unreadable"
    """It has not the keys of a protocol, or names what it does not have."""
    TOO_MANY = "too_many"
    """More people than seats in a session."""
    TWO_AT_ONCE = "two_at_once"
    SAME_TWICE = "same_twice"
    NOT_OPEN = "not_open"
    """A session that these people cannot have."""
    LOTS = "lots"
    """The lots do not follow from the seed, or a worse lot got the better places."""
    REGRET = "regret"
    """The counted regrets are not those that are told."""
    LEVELS = "levels"
    UNPLACED = "unplaced"
    AGAIN = "again"
    """The same draw, made again, gives something else."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that is wrong; `what` is the session, the code or the number it is about."""

    code: Wrong
    what: str


def check_protocol(protocol: Mapping[str, Any], *, again: bool = False, seconds: float = 30.0) -> tuple[Breach, ...]:
    """Return everything that is wrong in a protocol, nothing if it is right.

    With `again` the draw is made once more out of what the protocol says; it must give the same levels and places.
    """
    try:
        found = (*_Check(protocol).run(), *(_drawn_again(protocol, seconds) if again else ()))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        return (Breach(Wrong.UNREADABLE, str(error).strip("'")),)
    return found


class _Check:
    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told
        self._sessions = {each["session"]: each for each in told["sessions"]}
        self._times = {each["slot"]: (each["starts"], each["ends"]) for each in told["slots"]}

    def run(self) -> Iterator[Breach]:
        taken: Counter[str] = Counter()
        regret: Counter[str] = Counter()
        without = 0
        for crowd in (*self._told["crowds"], *self._told["rest"]):
            is_rest = any(crowd is each for each in self._told["rest"])
            felt = [self._counted(crowd, unit["got"]) - crowd["best"] for unit in crowd["people"]]
            for unit, each in zip(crowd["people"], felt, strict=True):
                taken.update(dict.fromkeys(unit["got"].values(), crowd["together"]))
                yield from self._of_one(crowd, unit)
                if not is_rest:
                    regret[str(each)] += crowd["together"]
                    without += crowd["together"] * (not unit["got"] and not crowd["placed_already"])
            yield from self._lots(crowd, felt)
        for session, people in taken.items():
            if people > self._sessions[session]["seats"]:
                yield Breach(Wrong.TOO_MANY, session)
        if dict(regret) != dict(self._told["regret"]):
            yield Breach(Wrong.REGRET, str(dict(regret)))
        if without != self._told["unplaced"]:
            yield Breach(Wrong.UNPLACED, str(without))
        yield from self._levels(regret, without)

    def _of_one(self, crowd: Mapping[str, Any], unit: Mapping[str, Any]) -> Iterator[Breach]:
        code = unit["codes"][0]
        for slot, session in unit["got"].items():
            if session not in crowd["open"] or self._sessions[session]["slot"] != slot:
                yield Breach(Wrong.NOT_OPEN, code)
        for one, other in combinations(unit["got"].items(), 2):
            if self._overlap(one[0], other[0]):
                yield Breach(Wrong.TWO_AT_ONCE, code)
            if self._sessions[one[1]]["same_as"] == self._sessions[other[1]]["same_as"]:
                yield Breach(Wrong.SAME_TWICE, code)

    def _lots(self, crowd: Mapping[str, Any], felt: list[int]) -> Iterator[Breach]:
        lots = [unit_lot(self._told["seed"], unit["codes"]) for unit in crowd["people"]]
        is_dealt = self._told["way"] in {Way.LEXIMIN, Way.RANK_MAXIMAL}
        for (unit, lot, worse), (_, other, better) in pairwise(zip(crowd["people"], lots, felt, strict=True)):
            if lot > other or (is_dealt and worse > better):
                yield Breach(Wrong.LOTS, unit["codes"][0])

    def _levels(self, regret: Mapping[str, int], without: int) -> Iterator[Breach]:
        for level in self._told["levels"]:
            reached = {"without": without, "regret": regret.get(str(level["value"]), 0)}.get(level["aim"])
            if reached is not None and reached != level["reached"]:
                yield Breach(Wrong.LEVELS, f"{level['aim']} {level['value']}")
            if level["proven"] and level["bound"] != level["reached"]:
                yield Breach(Wrong.LEVELS, f"{level['aim']} {level['value']}")

    def _counted(self, crowd: Mapping[str, Any], got: Mapping[str, str]) -> int:
        counts = self._told["counts"]
        ranks = sum(crowd["wishes"].get(session, counts["not_wished"]) for session in got.values())
        left = [slot for slot in crowd["slots"] if not any(self._overlap(slot, held) for held in got)]
        return int(ranks + counts["without"] * len(left))

    def _overlap(self, one: str, other: str) -> bool:
        (starts, ends), (begins, stops) = self._times[one], self._times[other]
        return one == other or (starts < stops and begins < ends)


def _drawn_again(told: Mapping[str, Any], seconds: float) -> Iterator[Breach]:
    seats = _seats(told)
    *_, outcome = draw(Way(told["way"]), seats, seconds=seconds)
    anew = protocol(seats, outcome)
    for key in ("levels", "regret", "crowds", "rest", "waiting"):
        if anew[key] != told[key]:
            yield Breach(Wrong.AGAIN, key)


def _seats(told: Mapping[str, Any]) -> Seats:
    """Return what was given out, with numbers of its own for people, sessions and slots."""
    times = {each["slot"]: (each["starts"], each["ends"]) for each in told["slots"]}
    slots = {each: number for number, each in enumerate(times)}

    def beside(slot: str) -> frozenset[int]:
        starts, ends = times[slot]
        return frozenset(
            slots[other]
            for other, (begins, stops) in times.items()
            if other == slot or (starts < stops and begins < ends)
        )

    rows = told["sessions"]
    numbers = {each["session"]: number for number, each in enumerate(rows)}
    labels: dict[int, str] = {}
    registered: dict[int, int] = {}

    def crowd(row: Mapping[str, Any]) -> Crowd:
        units = []
        for unit, first in zip(row["people"], row["registered"], strict=True):
            people = range(len(labels), len(labels) + len(unit["codes"]))
            labels.update(zip(people, unit["codes"], strict=True))
            registered.update(dict.fromkeys(people, first))
            units.append(tuple(people))
        return Crowd(
            {numbers[each]: rank for each, rank in row["wishes"].items()},
            tuple(numbers[each] for each in row["open"]),
            tuple(slots[each] for each in row["slots"]),
            row["placed_already"],
            row["together"],
            tuple(units),
        )

    return Seats(
        rounds=tuple(Round(slots[each], each, *times[each], beside(each)) for each in times),
        offers=tuple(
            Offer(
                numbers[each["session"]],
                each["session"],
                slots[each["slot"]],
                numbers[each["same_as"]],
                each["seats"],
                each["kept"],
                each["step_free"],
            )
            for each in rows
        ),
        crowds=tuple(crowd(each) for each in told["crowds"]),
        rest=tuple(crowd(each) for each in told["rest"]),
        kept={},
        labels=labels,
        registered=registered,
        seed=told["seed"],
    )
