"""An exhibitor: what they show, what they need and what they wish for."""

from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.fair.booth import Power


class ExhibitorStatus(StrEnum):
    """Whether an exhibitor comes."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """One exhibitor. `size` counts booths side by side (1 or 2), `priority` 1 is normal.

    `pinned` is the row id of the booth that is settled for them, `wish_1` and `wish_2` name islands, `session` is the
    folder's id of the session they present in; exhibitors with the same word as `competitor` never stand side by side.
    """

    id: int
    ref: str
    name: str
    theme: str = ""
    sector: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    size: int = 1
    power: Power = Power.NONE
    wall: bool = False
    step_free: bool = False
    wish_1: str = ""
    wish_2: str = ""
    competitor: str = ""
    session: str = ""
    pinned: int | None = None
    priority: int = 1
    votable: bool = True
    status: ExhibitorStatus = ExhibitorStatus.CONFIRMED
    blurb: str = ""
    extra: dict[str, str] = field(default_factory=dict)
