"""Colours on a badge: what a template calls them, and what can be read on what."""

from functools import lru_cache

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design.template import AUTO
from eventdesk.drawing.colour import BLACK, INK, MUTED, WHITE, Colour
from eventdesk.people.role import OTHER_ROLE_COLOUR, Sector

READABLE_CONTRAST = 4.5
"""Least contrast of a text to what lies below it (WCAG 2.1, 1.4.3)."""

LINE = Colour.parse("#c3c9d5")
"""Hairlines: pale, and still there on a black-and-white printer."""

ACCENT = "accent"
ROLE = "role"
SECTOR = "sector"
_FIXED = {"ink": INK, "muted": MUTED, "white": WHITE, "line": LINE}
NAMES = (AUTO, *_FIXED, ACCENT, ROLE, SECTOR)
"""What a template may write instead of "#rrggbb"."""

OF_THE_ROLE = frozenset({ROLE, SECTOR})
_SECTORS = {
    Sector.CIVIL_SOCIETY.value: "#136a3a",
    Sector.ADMINISTRATION.value: "#5b2a86",
    Sector.BUSINESS.value: "#8a5a00",
    Sector.POLITICS.value: "#b3261e",
}
_ON_WHITE = {AUTO: INK, "ink": INK, "muted": MUTED}
_STEPS = 40


def sector_colour(sector: str) -> str:
    """Return the colour of a sector as "#rrggbb", dark enough for white letters on it."""
    return _SECTORS.get(sector, OTHER_ROLE_COLOUR)


def fill(colour: str, badge: BadgeData) -> Colour:
    """Return the colour of a surface or a line; what is called "auto" is ink there."""
    match colour:
        case "accent":
            return _parsed(badge.accent)
        case "role":
            return _parsed(badge.colour)
        case "sector":
            return _parsed(badge.sector_colour)
        case "auto":
            return INK
        case _:
            return _FIXED.get(colour) or _parsed(colour)


def text_colour(colour: str, badge: BadgeData, ground: Colour) -> Colour:
    """Return the colour of a text on `ground`: the wanted one, or the nearest to it that can be read there."""
    if ground is WHITE and colour in _ON_WHITE:
        return _ON_WHITE[colour]
    return legible(ground) if colour == AUTO else _nearest(fill(colour, badge), ground)


@lru_cache(maxsize=256)
def legible(ground: Colour) -> Colour:
    """Return white on dark ground, else ink, or black on the few middle tones that ink is too pale for."""
    if ground.contrast(WHITE) >= READABLE_CONTRAST:
        return WHITE
    return INK if ground.contrast(INK) >= READABLE_CONTRAST else BLACK


@lru_cache(maxsize=256)
def _nearest(wanted: Colour, ground: Colour) -> Colour:
    end = legible(ground)
    for step in range(_STEPS + 1):
        mixed = _mixed(wanted, end, step / _STEPS)
        if mixed.contrast(ground) >= READABLE_CONTRAST:
            return mixed
    return end


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    return Colour(
        round(one.red + (other.red - one.red) * share),
        round(one.green + (other.green - one.green) * share),
        round(one.blue + (other.blue - one.blue) * share),
    )


@lru_cache(maxsize=256)
def _parsed(text: str) -> Colour:
    return Colour.parse(text)
