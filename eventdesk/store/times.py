"""Times as the file keeps them: UTC, ISO 8601, milliseconds, so that text order is time order."""

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return an aware datetime as "2026-11-21T08:41:07.123Z"."""
    if moment.tzinfo is None:
        raise ValueError("a time in the file needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """Return the aware UTC datetime that `to_text` wrote."""
    return datetime.fromisoformat(text)
