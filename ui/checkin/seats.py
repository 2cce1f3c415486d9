"""How the card looks at the door of a room: what takes place there, and the colour of each kind of seat."""

from eventdesk.checkin.seating import Seat
from eventdesk.checkin.verdict import Accepted, Verdict
from eventdesk.guide import short_title
from ui.checkin.tone import Tone
from ui.colours import Colours
from ui.sounds import Sound


def title(verdict: Verdict) -> str:
    """Return the short title of the session that somebody came for, empty where it is none."""
    return short_title(verdict.door.title) if verdict.door is not None else ""


def seat_tone(verdict: Verdict, colours: Colours) -> Tone | None:
    """Return how it looks that somebody goes in at a door; None: as any other verdict."""
    if not isinstance(verdict, Accepted) or verdict.door is None:
        return None
    if verdict.door.here_since is not None:
        return Tone(colours.welcome, "again", colours.dot_welcome, Sound.WELCOME)
    match verdict.door.seat:
        case Seat.RESERVED | Seat.PART:
            return Tone(colours.welcome, "seat-kept", colours.dot_welcome, Sound.WELCOME)
        case Seat.FREE:
            return Tone(colours.free, "seat-free", colours.dot_free, Sound.WELCOME)
        case Seat.OPEN:
            return None
