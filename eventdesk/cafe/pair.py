"""Two people who must, or must not, sit at one table."""

from dataclasses import dataclass
from enum import StrEnum


class PairKind(StrEnum):
    """What is wanted of two people."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Pair:
    """What is wanted of two people, who are row ids."""

    id: int
    one: int
    other: int
    kind: PairKind

    @property
    def people(self) -> frozenset[int]:
        """Both of them."""
        return frozenset((self.one, self.other))
