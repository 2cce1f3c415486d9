"""What kinds of points and their rules are called, and why a name cannot be taken."""

from typing import assert_never

from eventdesk.checkin.point import PointKind, PointTrouble, Rule
from eventdesk.words import Words


def kind_name(words: Words, kind: PointKind) -> str:
    """Return what a kind of point is called."""
    match kind:
        case PointKind.ENTRANCE:
            return words.t("Entrance")
        case PointKind.ROOM:
            return words.t("Room")
        case PointKind.CATERING:
            return words.t("Catering")
        case _:
            assert_never(kind)


def rule_name(words: Words, rule: Rule) -> str:
    """Return how often a person may pass."""
    match rule:
        case Rule.ONCE:
            return words.t("once in the whole event")
        case Rule.ONCE_A_DAY:
            return words.t("once a day")
        case Rule.AFTER_EXIT:
            return words.t("again after an exit")
        case Rule.ALWAYS:
            return words.t("as often as you like")
        case _:
            assert_never(rule)


def name_trouble(words: Words, trouble: PointTrouble) -> str:
    """Return why a point cannot be called so."""
    match trouble:
        case PointTrouble.NO_NAME:
            return words.t("A point needs a name.")
        case PointTrouble.NAME_TAKEN:
            return words.t("There is a point of this name already.")
        case _:
            assert_never(trouble)
