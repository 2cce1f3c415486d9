"""What an island refused: wants that cannot be seated together there, and everybody who is like them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.plan import Needs

Kind = tuple[Needs, int | None, str]
"""Needs, the pinned booth, and the group of competitors if several of the refused are in it."""


@dataclass(frozen=True)
class Refusal:
    """An island cannot seat so many of each kind together. `groups` are the competitors that the refusal is about."""

    island: int
    kinds: Mapping[Kind, int]
    groups: frozenset[str]

    def kind(self, ground: Ground, want: int) -> Kind:
        """Return of which kind a want is, as far as this refusal tells kinds apart."""
        return _kind(ground, want, self.groups)


def refusal(ground: Ground, island: int, wants: Sequence[int]) -> Refusal:
    """Return what is to be learned from wants that cannot be seated together."""
    members = Counter(ground.wants[want].competitor for want in wants if ground.wants[want].competitor)
    groups = frozenset(group for group, number in members.items() if number > 1)
    return Refusal(island, Counter(_kind(ground, want, groups) for want in wants), groups)


def _kind(ground: Ground, want: int, groups: frozenset[str]) -> Kind:
    asked = ground.wants[want]
    return ground.needs[want], asked.pinned, asked.competitor if asked.competitor in groups else ""
