"""A time slot of the programme."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. `starts` and `ends` are what the clock at the venue shows: "2026-11-21T11:00", without a time zone."""

    id: int
    ref: str
    starts: str
    ends: str
    extra: dict[str, str] = field(default_factory=dict)
