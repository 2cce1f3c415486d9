"""How long ago something was, how large a file is, how many take part, in words; numbers as one writes them."""

from datetime import datetime

from PySide6.QtCore import QLocale

from eventdesk.words import Words
from ui.dates import day_text

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_A_WEEK = 7 * _DAY
_KILO = 1000


def age_text(words: Words, at: datetime, now: datetime) -> str:
    """Return "8 minutes ago"; after a week the day itself. Both times are aware."""
    seconds = (now - at).total_seconds()
    if seconds < _MINUTE:
        return words.t("just now")
    if seconds < _HOUR:
        return words.n("one minute ago", "{count} minutes ago", int(seconds // _MINUTE))
    if seconds < _DAY:
        return words.n("one hour ago", "{count} hours ago", int(seconds // _HOUR))
    if seconds < _A_WEEK:
        return words.n("one day ago", "{count} days ago", int(seconds // _DAY))
    return words.t("on {day}", day=day_text(words, at.astimezone(now.tzinfo).date().isoformat()))


def crowd_text(words: Words, people: int, exhibitors: int) -> list[str]:
    """Return how many people there are, and how many exhibitors if there are any."""
    parts = [words.n("one person", "{count} people", people)]
    if exhibitors:
        parts.append(words.n("one exhibitor", "{count} exhibitors", exhibitors))
    return parts


def written(words: Words, number: str) -> str:
    """Return a number with the decimal sign of the language."""
    return number.replace(".", ",") if words.language == "de" else number


def size_text(words: Words, size: int) -> str:
    """Return the size of a file: "840 kB", "12.3 MB"."""
    locale = QLocale(words.language)
    if size < _KILO * _KILO:
        return f"{locale.toString(max(1, round(size / _KILO)))} kB"
    return f"{locale.toString(size / _KILO / _KILO, 'f', 1)} MB"
