"""What giving out places depends on: sessions with free places, and crowds of people who are alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

NOT_WISHED = 5
"""What a place counts in a session that the person has not wished for; a wish never counts more."""
WITHOUT = 10
"""What a slot counts in which the person could be somewhere and has no place."""


@dataclass(frozen=True, slots=True)
class Round:
    """A slot that places are given out for; `beside` are the slots that overlap it, itself included."""

    id: int
    ref: str
    starts: str
    ends: str
    beside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Offer:
    """A session with places: `seats` are those that nobody has yet, `kept` those that people have and keep.

    Nobody is given two places in one `family`: a session and what repeats it.
    """

    id: int
    ref: str
    slot: int
    family: int
    seats: int
    kept: int = 0
    step_free: bool = True


@dataclass(frozen=True, slots=True)
class Crowd:
    """People who are alike in everything that places depend on.

    `wishes` are ranks (0 is the best) by offer, for what they wished and can have; `open` all offers that they can
    have; `rounds` the slots in which they can be somewhere, ids in order; `placed`: they have a place already, or
    speak. `units` are who stays together, `size` people each; who is for themselves is a unit of one. Best lot first.
    """

    wishes: Mapping[int, int]
    open: tuple[int, ...]
    rounds: tuple[int, ...]
    placed: bool
    size: int
    units: tuple[tuple[int, ...], ...]

    @property
    def people(self) -> int:
        """How many they are."""
        return self.size * len(self.units)


@dataclass(frozen=True)
class Seats:
    """Everything that giving out places depends on.

    `crowds` are those who have wishes, `rest` those who have none but are to have places all the same, when everybody
    else has theirs. `kept` are sessions by person and slot that nobody takes away; `labels` what people are called in
    a draw, `registered` in which order they came; `seed` is what the lots were drawn with. `apart` are groups that wish
    the same and are too many for any session; `roomless` sessions that nobody knows the capacity of, ids.
    """

    rounds: tuple[Round, ...]
    offers: tuple[Offer, ...]
    crowds: tuple[Crowd, ...]
    rest: tuple[Crowd, ...]
    kept: Mapping[int, Mapping[int, int]]
    labels: Mapping[int, str]
    registered: Mapping[int, int]
    seed: int = 1
    apart: tuple[str, ...] = ()
    roomless: tuple[int, ...] = ()

    @cached_property
    def offer_of(self) -> Mapping[int, Offer]:
        """The offers by their ids."""
        return {each.id: each for each in self.offers}

    @cached_property
    def round_of(self) -> Mapping[int, Round]:
        """The rounds by their ids."""
        return {each.id: each for each in self.rounds}

    @property
    def people(self) -> int:
        """How many people have wishes."""
        return sum(crowd.people for crowd in self.crowds)
