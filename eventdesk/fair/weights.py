"""What a placement of booths is judged by; the organiser may weigh it differently."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Weight(StrEnum):
    """One part of the cost of a placement, as `[weights]` of the event folder names it."""

    UNPLACED = "unplaced"
    WISH_2 = "wish_2"
    WISH_NONE = "wish_none"
    THEME_ISLAND = "theme_island"
    THEME_HALL = "theme_hall"
    COMPETITOR_ISLAND = "competitor_island"
    FORUM_5M = "forum_5m"


USUAL: Mapping[Weight, int] = MappingProxyType(
    {
        Weight.UNPLACED: 2000,
        Weight.WISH_2: 4,
        Weight.WISH_NONE: 12,
        Weight.THEME_ISLAND: 10,
        Weight.THEME_HALL: 10,
        Weight.COMPETITOR_ISLAND: 15,
        Weight.FORUM_5M: 1,
    }
)
"""What a part weighs as long as nobody says anything else."""

PREFIX = "weights."
"""Begins the keys of the settings that weights are kept under."""

HEAVIEST = 1_000_000
