"""What is said of how full a room is."""

from datetime import datetime

from eventdesk.doors import Fill
from eventdesk.words import Words
from eventdesk.words import doors as said


def session_text(words: Words, fill: Fill) -> str:
    """Return what the door leads to now: "11:00–12:15 · Forum 2"."""
    if fill.starts is None or fill.ends is None:
        return words.t("No session now")
    return f"{said.times(fill.starts, fill.ends)} · {fill.title}"


def figure_text(fill: Fill) -> str:
    """Return "84 / 120"."""
    return said.fill(max(0, fill.inside), fill.capacity)


def warning_text(words: Words, fill: Fill) -> str:
    """Return a warning where there is little room left."""
    if fill.capacity is None or not fill.nearly_full:
        return ""
    return said.warning(words, fill.inside, fill.capacity)


def rest_text(words: Words, fill: Fill, now: datetime) -> str:
    """Return what else is to be known: places that are kept and for how long yet, who waits, who was only counted."""
    parts = []
    if fill.kept and fill.kept_until is not None:
        parts.append(said.kept(words, fill.kept, fill.kept_until))
        minutes = -int((now - fill.kept_until).total_seconds() // 60)
        parts.append(words.n("free in one minute", "free in {count} minutes", max(1, minutes)))
    if fill.waiting:
        parts.append(said.waiting(words, fill.waiting))
    if fill.counted:
        parts.append(words.n("one person without a name", "{count} people without a name", fill.counted))
    if not fill.points:
        parts.append(words.t("no check-in point yet"))
    return " · ".join(parts)


def tone(fill: Fill) -> str:
    """Return the colour of how full a room is: a name of a colour."""
    if fill.full:
        return "refused"
    return "attention" if fill.nearly_full else "welcome"


def share(fill: Fill) -> float | None:
    """Return how full a room is, 0 to 1; None where there is no limit."""
    return None if fill.capacity is None else fill.inside / fill.capacity if fill.capacity else 1.0
