"""The colour, the icon and the sound of each verdict."""

from dataclasses import dataclass
from typing import assert_never

from eventdesk.codes import Outcome
from ui.colours import Colours
from ui.sounds import Sound
from ui.theme import mixed


@dataclass(frozen=True)
class Tone:
    """The ground a verdict stands on, its icon, the dot beside it in lists, and what is to be heard."""

    ground: str
    icon: str
    dot: str
    sound: Sound | None = None


def tone(outcome: Outcome, colours: Colours) -> Tone:  # noqa: C901 - one case per code
    """Return how a verdict looks. Nothing here is told by colour alone: each has its icon and its word."""
    match outcome:
        case Outcome.ACCEPTED:
            look = Tone(colours.welcome, "welcome", colours.dot_welcome, Sound.WELCOME)
        case Outcome.LEFT:
            look = Tone(colours.leave, "goodbye", colours.dot_leave, Sound.WELCOME)
        case Outcome.ALREADY_IN:
            look = Tone(colours.attention, "again", colours.dot_attention, Sound.ATTENTION)
        case Outcome.NOT_INSIDE:
            look = Tone(colours.attention, "not-inside", colours.dot_attention, Sound.ATTENTION)
        case Outcome.PENDING:
            look = Tone(colours.attention, "pending", colours.dot_attention, Sound.ATTENTION)
        case Outcome.WAITING:
            look = Tone(colours.attention, "waiting", colours.dot_attention, Sound.ATTENTION)
        case Outcome.CANCELLED:
            look = Tone(colours.refused, "refused", colours.dot_refused, Sound.REFUSED)
        case Outcome.WRONG_POINT:
            look = Tone(colours.refused, "place", colours.dot_refused, Sound.REFUSED)
        case Outcome.WRONG_DAY:
            look = Tone(colours.refused, "calendar", colours.dot_refused, Sound.REFUSED)
        case Outcome.FULL:
            look = Tone(colours.refused, "full", colours.dot_refused, Sound.REFUSED)
        case Outcome.REPLACED_BADGE:
            look = Tone(colours.refused, "badge-replaced", colours.dot_refused, Sound.REFUSED)
        case Outcome.UNKNOWN_CODE:
            look = Tone(colours.help, "unknown", colours.dot_help, Sound.REFUSED)
        case _:
            assert_never(outcome)
    return look


def aged(ground: str, colours: Colours) -> str:
    """Return the ground of a verdict that is old: the same colour, but dim. White text stands out even more."""
    return mixed(mixed(ground, colours.neutral, 0.4).name(), "#000000", 0.28).name()


def failed(colours: Colours) -> Tone:
    """Return how a scan looks that could not be saved."""
    return Tone(colours.refused, "refused", colours.dot_refused, Sound.REFUSED)


def neutral(colours: Colours) -> Tone:
    """Return how something that was taken back looks."""
    return Tone(colours.neutral, "undo", colours.muted)


def tangled(colours: Colours) -> Tone:
    """Return how it looks when nobody can say whose badge was scanned."""
    return Tone(colours.help, "unknown", colours.dot_help, Sound.REFUSED)
