"""Where the name of what a paper is about stands: in the head of its pages, or if it is long, below that."""

from typing import NamedTuple

from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit

_SIZE, _WIDEST = 14.0, 300.0
"""A name that is wider at this size, in points, has no room in the head of a page."""


class Above(NamedTuple):
    """What stands in the head of a page, and what stands below it because it is too long for that."""

    title: str
    below: str = ""


def above_page(kit: Kit, name: str, instead: str) -> Above:
    """Return where a name stands; `instead` is the title of a page whose name stands below its head."""
    if kit.width(name, Weight.BOLD, _SIZE) <= _WIDEST:
        return Above(name)
    return Above(instead, name)
