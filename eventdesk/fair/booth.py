"""A booth: where it stands and what it offers."""

import re
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Power(IntEnum):
    """The strongest current that a booth has or an exhibitor needs."""

    NONE = 0
    V230 = 1
    V400 = 2


class BoothState(StrEnum):
    """Whether anybody may stand at a booth."""

    FREE = "free"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Booth:
    """One booth; `x_mm`, `y_mm` are its corner nearest the hall's origin, `rotation` whole degrees.

    `hall` is the hall's row id, `ref` the number on the booth ("B-14"), `reason` why it is blocked.
    """

    id: int
    ref: str
    hall: int
    x_mm: int
    y_mm: int
    width_mm: int
    depth_mm: int
    island: str = ""
    rotation: int = 0
    power: Power = Power.NONE
    wall: bool = False
    step_free: bool = False
    state: BoothState = BoothState.FREE
    reason: str = ""
    extra: dict[str, str] = field(default_factory=dict)


def number_order(ref: str) -> tuple[tuple[str, int], ...]:
    """Return a key that puts booth numbers, or other ids, in the order of their parts: "A-2" before "A-10"."""
    return tuple((text.casefold(), int(digits or 0)) for text, digits in re.findall(r"([^0-9]*)([0-9]{0,15})", ref))
