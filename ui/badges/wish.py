"""Whose badges a person wants, in which order: what stands in the boxes of the page."""

from dataclasses import dataclass, replace
from enum import StrEnum

from eventdesk.badges.choice import (
    Changed,
    Choice,
    Everyone,
    Filter,
    InGroup,
    InState,
    Matching,
    NotHandedOut,
    NotPrinted,
    OfOrganisation,
    OfSector,
    Order,
    These,
    WithRole,
    both,
)
from eventdesk.people.listing import Facet
from eventdesk.people.person import Status


class Start(StrEnum):
    """Where the choice begins, before it is narrowed."""

    EVERYBODY = "everybody"
    NOT_PRINTED = "not_printed"
    CHANGED = "changed"
    WAITING = "waiting"


_STARTS: dict[Start, Filter] = {
    Start.EVERYBODY: Everyone(),
    Start.NOT_PRINTED: NotPrinted(),
    Start.CHANGED: Changed(),
    Start.WAITING: NotHandedOut(),
}
NARROWING = (Facet.ROLE, Facet.STATUS, Facet.SECTOR, Facet.ORGANISATION, Facet.GROUP)


@dataclass(frozen=True)
class Wish:
    """A choice as it is put together on the page. `people` were chosen by hand, elsewhere; empty texts mean all."""

    start: Start = Start.EVERYBODY
    role: str = ""
    status: str = ""
    sector: str = ""
    organisation: str = ""
    group: str = ""
    words: str = ""
    people: tuple[int, ...] = ()
    order: Order = Order.NAME

    @property
    def narrowed(self) -> bool:
        """Whether anything but the start says who is meant."""
        return replace(self, start=Start.EVERYBODY, order=Order.NAME) != Wish()

    @property
    def depends_on_template(self) -> bool:
        """Whether another template may mean other people."""
        return self.start is Start.CHANGED

    @property
    def choice(self) -> Choice:
        """Whom all of it means."""
        parts: list[Filter] = [_STARTS[self.start]]
        if self.people:
            parts.append(These(self.people))
        if self.role:
            parts.append(WithRole(self.role))
        if self.status:
            parts.append(InState(Status(self.status)))
        if self.sector:
            parts.append(OfSector(self.sector))
        if self.organisation:
            parts.append(OfOrganisation(self.organisation))
        if self.group:
            parts.append(InGroup(self.group))
        if self.words.strip():
            parts.append(Matching(self.words.strip()))
        found: Choice = Everyone()
        for part in parts:
            found = both(found, part)
        return found

    def value(self, facet: Facet) -> str:
        """Return what it is narrowed to."""
        return str(getattr(self, facet.value))

    def narrow(self, facet: Facet, value: str) -> "Wish":
        """Return the wish narrowed to one value; an empty one means all."""
        return replace(self, **{facet.value: value})  # type: ignore[arg-type]  # facets that narrow are fields of text
