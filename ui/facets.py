"""What people are chosen by, wherever they are chosen: what it is called, and what its values are called."""

from eventdesk.people.listing import Facet
from eventdesk.people.person import Status
from eventdesk.people.role import sector_name
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, mark

FACET_NAMES = {
    Facet.ROLE: mark("Role"),
    Facet.STATUS: mark("State"),
    Facet.SECTOR: mark("Sector"),
    Facet.ORGANISATION: mark("Organisation"),
    Facet.GROUP: mark("Group"),
    Facet.LANGUAGE: mark("Languages"),
    Facet.NEED: mark("Needs"),
}
STATUS_NAMES = {
    Status.REGISTERED: mark("registered"),
    Status.CANCELLED: mark("cancelled"),
    Status.PENDING: mark("not confirmed"),
    Status.WAITING: mark("on the waiting list"),
}


def value_name(words: Words, roles: RoleBook, facet: Facet, value: str) -> str:
    """Return what a value of a facet is called."""
    match facet:
        case Facet.ROLE:
            return roles.name(words, value)
        case Facet.STATUS:
            return words.t(STATUS_NAMES[Status(value)])
        case Facet.SECTOR:
            return sector_name(words, value)
        case _:
            return value
