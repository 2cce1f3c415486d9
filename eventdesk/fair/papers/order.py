"""The order in which booths and names stand on paper."""

from collections.abc import Iterable

from eventdesk.fair.booth import Booth, number_order
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.people.sorting import sort_key


def booths_in_order(booths: Iterable[Booth]) -> list[Booth]:
    """Return booths in the order of their numbers as people count."""
    return sorted(booths, key=lambda booth: (number_order(booth.ref), booth.id))


def by_name(exhibitors: Iterable[Exhibitor]) -> list[Exhibitor]:
    """Return exhibitors in the order of German lists (DIN 5007, variant 2)."""
    return sorted(exhibitors, key=lambda exhibitor: (sort_key(exhibitor.name), exhibitor.ref))


def stand_text(fair: Fair, booths: Iterable[int]) -> str:
    """Return the numbers of booths: "A-01 + A-02", empty for none; booths that are gone are left out."""
    known = [fair.booth_of[booth] for booth in booths if booth in fair.booth_of]
    return " + ".join(booth.ref for booth in booths_in_order(known))


def hall_names(fair: Fair, booths: Iterable[int]) -> str:
    """Return the names of the halls that booths stand in."""
    halls = dict.fromkeys(fair.booth_of[booth].hall for booth in booths if booth in fair.booth_of)
    return ", ".join(fair.hall_of[hall].name for hall in halls if hall in fair.hall_of)
