"""Days as the desk writes them."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from eventdesk.words import Words


def place_text(words: Words, venue: str, starts: str) -> str:
    """Return where an event is, and when: "Convention Center Hannover · 6 March 2017"."""
    return " · ".join(part for part in (venue, day_text(words, starts)) if part)


def day_text(words: Words, iso: str) -> str:
    """Return the day of an ISO date or time: "6. März 2027", "6 March 2027"; anything else as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    pattern = "d. MMMM yyyy" if words.language == "de" else "d MMMM yyyy"
    return QLocale(words.language).toString(QDate(day.year, day.month, day.day), pattern)
