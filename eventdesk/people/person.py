"""A person who comes to the event, as the rest of the house sees them."""

from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.people.consent import Consent


class Status(StrEnum):
    """Whether a person may come in."""

    REGISTERED = "registered"
    CANCELLED = "cancelled"
    PENDING = "pending"
    WAITING = "waiting"


class Origin(StrEnum):
    """How a person came into the file."""

    IMPORT = "import"
    WALK_IN = "walk_in"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class Person:
    """One person. Given and family name are kept apart; text fields are empty rather than None.

    `code` is our own badge code (16 digits), `ticket` a foreign code kept as it was delivered, `foreign_id` the
    row's id in the list it came from and `source` the kind of that list. `exhibitor` and `wishes` hold the ids that
    the event folder uses for exhibitors and sessions, `days` ISO dates (none: every day).
    """

    id: int
    given_name: str = ""
    family_name: str = ""
    native_name: str = ""
    title: str = ""
    organisation: str = ""
    position: str = ""
    sector: str = ""
    roles: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    town: str = ""
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    note: str = ""
    attention: str = ""
    status: Status = Status.REGISTERED
    group: str = ""
    exhibitor: str = ""
    wishes: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    code: str = ""
    ticket: str = ""
    source: str = ""
    foreign_id: str = ""
    origin: Origin = Origin.IMPORT
    consents: tuple[Consent, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Given name first: "Elif Demirtaş". A person with only a native name is called by that."""
        return f"{self.given_name} {self.family_name}".strip() or self.native_name

    @property
    def list_name(self) -> str:
        """Family name first: "Demirtaş, Elif"."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part) or self.native_name
