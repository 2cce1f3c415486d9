"""A round of the World Café: how long it is, what is asked, and when it took place."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class CafeRound:
    """One round; `number` counts from 1 without gaps.

    `starts` is planned, local ISO text ("2026-11-21T11:00", empty: nobody said), `began` and `ended` are aware moments
    of what took place. `question` is asked at every table, beside the table's own. `stands`: its clock stands still
    since then.
    """

    id: int
    number: int
    minutes: int
    question: str = ""
    starts: str = ""
    began: datetime | None = None
    ended: datetime | None = None
    stands: datetime | None = None

    @property
    def is_on(self) -> bool:
        """Whether it has begun and is not over."""
        return self.began is not None and self.ended is None

    @property
    def is_over(self) -> bool:
        """Whether it took place."""
        return self.ended is not None

    @property
    def due(self) -> datetime | None:
        """When its minutes are up, aware; None before it begins."""
        return None if self.began is None else self.began + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class RoundWanted:
    """What an organiser says about a round; the same fields as in `CafeRound`."""

    minutes: int
    question: str = ""
    starts: str = ""
