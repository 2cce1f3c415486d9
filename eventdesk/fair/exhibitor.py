"""An exhibitor: what they show, what they need and what they wish for."""

from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.fair.booth import Power
from eventdesk.people.consent import Consent


class ExhibitorStatus(StrEnum):
    """Whether an exhibitor comes."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Setup(StrEnum):
    """How far a stand is on the day."""

    NOT_YET = ""
    SET_UP = "set_up"
    TAKEN_DOWN = "taken_down"


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """One exhibitor. `size` counts booths side by side (1 or 2), `priority` 1 is normal.

    `pinned` is the row id of the booth that is settled for them, `wish_1` and `wish_2` name islands, `session` is the
    folder's id of the session they present in; exhibitors with the same word as `competitor` never stand side by side.
    `furniture` is what they ordered, in their own words. `portrait` is what the brochure tells of them, `picture` the
    name of a picture of the event, `brochure` whether they were chosen for it; without a consent neither contact nor
    picture is printed.
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
    setup: Setup = Setup.NOT_YET
    furniture: str = ""
    portrait: str = ""
    website: str = ""
    town: str = ""
    picture: str = ""
    consents: tuple[Consent, ...] = ()
    brochure: bool = False
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def comes(self) -> bool:
        """Whether they want a stand: neither cancelled nor given up as a no-show."""
        return self.status is ExhibitorStatus.CONFIRMED
