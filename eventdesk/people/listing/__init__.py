"""The list of all people as the desk looks through it: filtered, ordered, and kept true while the event goes on."""

from eventdesk.people.listing.order import NAME, SORTABLE
from eventdesk.people.listing.roll import Roll
from eventdesk.people.listing.wanted import Facet, Part, Presence, Wanted

__all__ = ["NAME", "SORTABLE", "Facet", "Part", "Presence", "Roll", "Wanted"]
