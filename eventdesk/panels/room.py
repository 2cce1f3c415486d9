"""A room that sessions take place in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seating:
    """One way to seat people in a room: in rows, at tables, in a circle; `capacity` in people."""

    name: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Room:
    """One room; `capacity` in people, the door in millimetres from the origin of its hall, or not known.

    `hall` and `unavailable` hold the event folder's ids of a hall and of slots. `capacity` holds for the way people are
    seated now, which `seating` names; `seatings` are other ways. Between two sessions `changeover_min` minutes are
    needed.
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
    induction_loop: bool = False
    changeover_min: int = 0
    seating: str = ""
    seatings: tuple[Seating, ...] = ()
    note: str = ""
    extra: dict[str, str] = field(default_factory=dict)
