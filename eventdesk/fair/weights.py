"""What a placement of booths is judged by; the organiser may weigh it differently."""

from enum import StrEnum


class Weight(StrEnum):
    """One part of the cost of a placement, as `[weights]` of the event folder names it."""

    UNPLACED = "unplaced"
    WISH_2 = "wish_2"
    WISH_NONE = "wish_none"
    THEME_ISLAND = "theme_island"
    THEME_HALL = "theme_hall"
    COMPETITOR_ISLAND = "competitor_island"
    FORUM_5M = "forum_5m"
