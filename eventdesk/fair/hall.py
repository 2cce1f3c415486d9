"""A hall that booths stand in, and what else there is on its floor."""

from dataclasses import dataclass, field
from enum import StrEnum

Point = tuple[int, int]
"""A place on the floor of a hall: millimetres from its origin, x to the right and y down as the plan is drawn."""


class PartKind(StrEnum):
    """What a part of a hall is."""

    OUTLINE = "outline"
    PILLAR = "pillar"
    ENTRANCE = "entrance"
    EMERGENCY_EXIT = "emergency_exit"
    ESCAPE_ROUTE = "escape_route"
    SERVICE = "service"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Hall:
    """One hall; lengths in millimetres from its origin, the corner from which booths are measured.

    `ref` is the id that the event folder uses, `background` the name of a picture of the floor.
    """

    id: int
    ref: str
    name: str
    width_mm: int
    depth_mm: int
    background: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HallPart:
    """One part of a hall, whose row id is `hall`.

    An outline, a service area and a zone are areas of three points or more; so is a pillar, unless it is one point, the
    middle of a square of `width_mm`. Entrances and emergency exits go from one point of the wall to another. An escape
    route runs along its points and is `width_mm` wide (0: as wide as such routes are at least).
    """

    id: int
    hall: int
    kind: PartKind
    name: str
    points: tuple[Point, ...]
    width_mm: int = 0
