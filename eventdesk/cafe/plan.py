"""How the ways were thought out, and whether cards were printed of them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CafePlan:
    """One time that ways were given to all; `at` is aware.

    `way` is how they were found ("design", "search", "published", "by_hand"), `repeats` how often two people meet
    again, each further time counted, `seed` and `milliseconds` those of the search.
    """

    id: int
    at: datetime
    desk: str
    way: str
    repeats: int
    seed: int = 0
    milliseconds: int = 0
    printed: bool = False
