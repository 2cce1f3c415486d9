"""What stands above the sheet of a table: its name, in letters as large as on other papers."""

from typing import NamedTuple

from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.words import Words

_SIZE, _WIDEST = 14.0, 300.0
"""A name that is wider at this size, in points, has no room in the head of a page."""


class Above(NamedTuple):
    """What stands in the head of a page, and what stands below it because it is too long for that."""

    title: str
    below: str = ""


def above_sheet(kit: Kit, words: Words, name: str) -> Above:
    """Return where the name of a table stands: in the head of the page, or if it is long, below it."""
    if kit.width(name, Weight.BOLD, _SIZE) <= _WIDEST:
        return Above(name)
    return Above(words.t("World Café"), name)
