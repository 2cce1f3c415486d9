"""A room that sessions take place in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Room:
    """One room; `capacity` in people, the door in millimetres from the origin of its hall, or not known.

    `hall` and `unavailable` hold the event folder's ids of a hall and of slots.
    """

    id: int
    ref: str
    name: str
    capacity: int
    hall: str = ""
    door_x_mm: int | None = None
    door_y_mm: int | None = None
    equipment: tuple[str, ...] = ()
    step_free: bool = False
    unavailable: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
