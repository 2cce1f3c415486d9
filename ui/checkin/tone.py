"""The colour and the icon of each verdict."""

from dataclasses import dataclass
from typing import assert_never

from eventdesk.codes import Outcome
from ui.colours import Colours


@dataclass(frozen=True)
class Tone:
    """The ground a verdict stands on, its icon, and the dot beside it in lists."""

    ground: str
    icon: str
    dot: str


def tone(outcome: Outcome, colours: Colours) -> Tone:
    """Return how a verdict looks. Nothing here is told by colour alone: each has its icon and its word."""
    match outcome:
        case Outcome.ACCEPTED:
            look = Tone(colours.welcome, "welcome", colours.dot_welcome)
        case Outcome.LEFT:
            look = Tone(colours.leave, "goodbye", colours.dot_leave)
        case Outcome.ALREADY_IN:
            look = Tone(colours.attention, "again", colours.dot_attention)
        case Outcome.NOT_INSIDE:
            look = Tone(colours.attention, "not-inside", colours.dot_attention)
        case Outcome.PENDING:
            look = Tone(colours.attention, "pending", colours.dot_attention)
        case Outcome.WAITING:
            look = Tone(colours.attention, "waiting", colours.dot_attention)
        case Outcome.CANCELLED:
            look = Tone(colours.refused, "refused", colours.dot_refused)
        case Outcome.WRONG_POINT:
            look = Tone(colours.refused, "place", colours.dot_refused)
        case Outcome.WRONG_DAY:
            look = Tone(colours.refused, "calendar", colours.dot_refused)
        case Outcome.FULL:
            look = Tone(colours.refused, "full", colours.dot_refused)
        case Outcome.UNKNOWN_CODE:
            look = Tone(colours.help, "unknown", colours.dot_help)
        case _:
            assert_never(outcome)
    return look


def failed(colours: Colours) -> Tone:
    """Return how a scan looks that could not be saved."""
    return Tone(colours.refused, "refused", colours.dot_refused)


def neutral(colours: Colours) -> Tone:
    """Return how something that was taken back looks."""
    return Tone(colours.neutral, "undo", colours.muted)
