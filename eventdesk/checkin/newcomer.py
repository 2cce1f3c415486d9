"""A walk-in as somebody types them at the desk: a name, perhaps an e-mail address behind it."""

import re

from eventdesk.people.naming import split_name
from eventdesk.people.person import Origin, Person

LONGEST = 200
"""So much of each text of a walk-in is kept: a list that is imported again must not find it cut."""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def as_typed(typed: str, family_name: str | None = None) -> Person:
    """Return what was typed as a person without an id.

    Without a `family_name` the name is split, and an e-mail address among its words is kept as such.
    """
    if family_name is not None:
        return Person(0, kept(typed), kept(family_name), origin=Origin.WALK_IN)
    words = typed.split()
    address = next(filter(_ADDRESS.fullmatch, words), "")
    name = split_name(" ".join(word for word in words if word != address))
    return Person(
        id=0,
        given_name=kept(name.given),
        family_name=kept(name.family),
        title=kept(name.title),
        email=kept(address),
        origin=Origin.WALK_IN,
    )


def kept(text: str) -> str:
    """Return as much of a text as is kept."""
    return text[:LONGEST].rstrip()
