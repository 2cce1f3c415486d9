"""A check-in point: a door, a room or a counter where codes are scanned, and how often one person may pass."""

from dataclasses import dataclass
from enum import StrEnum


class PointKind(StrEnum):
    """What a point stands for. All entrances lead into one house and know each other's scans."""

    ENTRANCE = "entrance"
    ROOM = "room"
    CATERING = "catering"


class Rule(StrEnum):
    """How often a person may enter."""

    ONCE = "once"
    """One time in the whole event; an exit does not change that."""
    ONCE_A_DAY = "once_a_day"
    """One time on each local day; an exit does not change that."""
    AFTER_EXIT = "after_exit"
    """Like once a day, and again whenever the last scan of the day is an exit."""
    ALWAYS = "always"
    """As often as a person likes."""


class PointTrouble(StrEnum):
    """Why a point cannot have a name."""

    NO_NAME = "no_name"
    NAME_TAKEN = "name_taken"


DEFAULT_RULES: dict[PointKind, Rule] = {
    PointKind.ENTRANCE: Rule.AFTER_EXIT,
    PointKind.ROOM: Rule.ALWAYS,
    PointKind.CATERING: Rule.ONCE_A_DAY,
}


def default_rule(kind: PointKind) -> Rule:
    """Return the rule that a point of this kind gets when the organiser names none."""
    return DEFAULT_RULES[kind]


@dataclass(frozen=True, slots=True)
class Point:
    """One check-in point.

    `roles` (none: everyone) and `days` (ISO dates, none: every day) say who may pass and when, `capacity` how many
    people fit inside (None: no limit; at an entrance it is the limit of the house), `place` the order in lists.
    A `retired` point has scans that count and can be read, but nobody scans there any more.
    """

    id: int
    name: str
    kind: PointKind = PointKind.ENTRANCE
    rule: Rule = Rule.AFTER_EXIT
    roles: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    capacity: int | None = None
    place: int = 0
    retired: bool = False
