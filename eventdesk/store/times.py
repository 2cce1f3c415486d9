"""Times as the file keeps them, so that text order is time order.

Moments are UTC, ISO 8601 with milliseconds; what is planned is what the clock at the venue shows.
"""

from datetime import UTC, datetime

_CLOCK = len("2026-11-21T11:00")


def to_text(moment: datetime) -> str:
    """Return an aware datetime as "2026-11-21T08:41:07.123Z"."""
    if moment.tzinfo is None:
        raise ValueError("a time in the file needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """Return the aware UTC datetime that `to_text` wrote."""
    return datetime.fromisoformat(text)


def is_clock_text(text: str) -> bool:
    """Say whether a text is what the clock at the venue shows at a moment: "2026-11-21T11:00"."""
    if len(text) != _CLOCK or text[10:11] != "T":
        return False
    try:
        return datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False
