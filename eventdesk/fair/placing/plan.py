"""What the thinker answers: plans with their cost and bound, moves, reasons. Codes and data; words.placing speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.fair.weights import Weight


class Status(StrEnum):
    """What is known about a plan."""

    OPTIMAL = "optimal"
    """Proven: no plan costs less."""
    FEASIBLE = "feasible"
    """Good, and no rule broken; a cheaper one may exist, down to the bound."""
    INFEASIBLE = "infeasible"
    """Nobody could be placed at all."""


class Why(StrEnum):
    """Why somebody has no booth, or may not stand where they wish."""

    NO_BOOTHS = "no_booths"
    """There is no open booth at all."""
    NO_BOOTH_FITS = "no_booth_fits"
    """No open booth has what is needed."""
    NO_PAIR = "no_pair"
    """Two booths side by side are needed, and no such pair has what is needed."""
    PIN_BLOCKED = "pin_blocked"
    PIN_UNFIT = "pin_unfit"
    """The pinned booth has not what is needed, or no fitting neighbour."""
    PIN_TAKEN = "pin_taken"
    """Somebody else is pinned there too."""
    TOO_MANY = "too_many"
    """More exhibitors need such booths than there are: `rivals` share `booths`."""
    COMPETITORS = "competitors"
    """Every booth that is left stands beside a competitor."""
    CHEAPER = "cheaper"
    """The weights make it cheaper to leave them over."""
    UNSETTLED = "unsettled"
    """Nothing was found in the time; it is not proven that there is nothing."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a booth has to offer: `size` booths side by side, current, wall, step-free."""

    size: int = 1
    power: int = 0
    wall: bool = False
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Cure:
    """One change that would place somebody who is left over; tried, not guessed.

    `site` is the booth to be given what `needs` says (None: one more booth like that) in `island` of `hall`.
    """

    needs: Needs
    island: str
    hall: str
    site: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the needs that collide, the wants (`rivals`) that share them, and the sites that have what is needed."""

    code: Why
    needs: Needs
    rivals: tuple[int, ...] = ()
    booths: tuple[int, ...] = ()
    cure: Cure | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An exhibitor without a booth, by the want's id."""

    want: int
    why: Reason


@dataclass(frozen=True, slots=True)
class Plan:
    """A placement: want id -> site ids in order. `bound`: no plan can cost less. `seconds` since the question."""

    status: Status
    cost: int
    bound: int
    parts: Mapping[Weight, int]
    seconds: float
    seed: int
    assignments: Mapping[int, tuple[int, ...]]
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def gap(self) -> float:
        """How much of the cost may at most be saved, 0 to 1."""
        return (self.cost - self.bound) / self.cost if self.cost > self.bound else 0.0


class MoveWhy(StrEnum):
    """Why an exhibitor moves."""

    BLOCKED = "blocked"
    """Their booth is blocked or gone."""
    POWER = "power"
    """Their booth has not the current they need."""
    WALL = "wall"
    STEP_FREE = "step_free"
    SIZE = "size"
    """They stand on too few or too many booths, or not side by side."""
    PIN = "pin"
    """They are pinned to another booth."""
    SHARED = "shared"
    """Somebody else stands there."""
    COMPETITOR = "competitor"
    """A competitor stands beside them."""
    NEW = "new"
    """They had no booth."""
    WISH = "wish"
    """They asked for another island."""
    MAKES_ROOM = "makes_room"
    """Somebody else finds a place only so."""


@dataclass(frozen=True, slots=True)
class Move:
    """One exhibitor's way: `before` and `after` are site ids (empty: none), `metres` Manhattan, +60 to another hall."""

    want: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    metres: float
    why: MoveWhy


@dataclass(frozen=True, slots=True)
class Replanned:
    """An answer to what happened on the day. `stage` 1: who is not hit stays; 2: others may move to make room.

    `proven`: no answer places more, moves fewer, or goes fewer metres, or (those equal) costs less.
    """

    plan: Plan
    moves: tuple[Move, ...]
    stage: int
    left_over_minimum_proven: bool
    proven: bool = False


class Line(StrEnum):
    """What a line of an explanation is about, beside the weights: it costs nothing, but it rules."""

    PIN = "pin"
    NEEDS = "needs"


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of "why here": a part of the cost and its price, or a rule (price 0). `data` goes into the sentence."""

    what: Weight | Line
    cost: int
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why not on an island that was wished for: what fits there is taken by `rivals`, or nothing fits."""

    island: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why somebody stands where they stand.

    `next_best` is the best other island and what the whole plan would cost more there (`exact`: by solving anew; else
    with everybody else staying or one swap); None where no other island can take them.
    """

    want: int
    booths: tuple[int, ...]
    island: str
    lines: tuple[CostLine, ...]
    next_best: tuple[str, int] | None
    exact: bool
    conflicts: tuple[Conflict, ...]
