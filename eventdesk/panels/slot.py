"""A time slot of the programme."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. `starts` and `ends` are what the clock at the venue shows: "2026-11-21T11:00", without a time zone."""

    id: int
    ref: str
    starts: str
    ends: str
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def is_possible(self) -> bool:
        """Whether it ends after it starts."""
        return self.starts < self.ends

    def overlaps(self, other: "Slot") -> bool:
        """Say whether both are on at one moment; a slot overlaps itself, and none that begins when it ends."""
        return self.id == other.id or (self.starts < other.ends and other.starts < self.ends)

    def minutes_between(self, other: "Slot") -> int:
        """Return how many minutes lie between the end of the earlier and the start of the later; 0 if they overlap."""
        first, second = sorted((self, other), key=lambda each: (each.starts, each.ends))
        gap = datetime.fromisoformat(second.starts) - datetime.fromisoformat(first.ends)
        return max(0, int(gap.total_seconds()) // 60)

    @property
    def minutes(self) -> int:
        """How long it is, in minutes."""
        length = datetime.fromisoformat(self.ends) - datetime.fromisoformat(self.starts)
        return int(length.total_seconds()) // 60
