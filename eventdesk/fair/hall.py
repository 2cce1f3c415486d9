"""A hall that booths stand in."""

from dataclasses import dataclass, field


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
