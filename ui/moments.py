"""Days and times of the event: as a person writes them, and in words; and why one cannot be taken."""

from typing import assert_never

from PySide6.QtCore import QDateTime, QLocale

from eventdesk.details import DetailTrouble
from eventdesk.words import Words
from ui.dates import day_text


def written(iso: str) -> str:
    """Return a stored time as a person writes it: "06.03.2027 09:00"; anything else as it is."""
    day, _, clock = iso.partition("T")
    parts = day.split("-")
    return " ".join(part for part in (".".join(reversed(parts)), clock) if part) if len(parts) == 3 else iso


def moment_text(words: Words, iso: str) -> str:
    """Return a stored time in words: "Saturday, 6 March 2027, 9:00"."""
    moment = QDateTime.fromString(iso[:16] if "T" in iso else f"{iso}T00:00", "yyyy-MM-ddTHH:mm")
    if not moment.isValid():
        return iso
    day = f"{QLocale(words.language).dayName(moment.date().dayOfWeek())}, {day_text(words, iso)}"
    if "T" not in iso:
        return day
    return words.t("{day}, {time}", day=day, time=moment.time().toString("H:mm"))


def trouble_sentence(words: Words, trouble: DetailTrouble) -> str:
    """Return why a text cannot be taken."""
    match trouble:
        case DetailTrouble.EMPTY:
            return words.t("The event needs a title.")
        case DetailTrouble.NOT_A_TIME:
            return words.t("This is no day or time. Write it like 6.3.2027 9:00.")
        case DetailTrouble.ENDS_FIRST:
            return words.t("The end must come after the beginning.")
        case DetailTrouble.UNKNOWN_ZONE:
            return words.t("There is no such time zone.")
        case DetailTrouble.UNKNOWN_LANGUAGE:
            return words.t("eventdesk does not speak this language.")
        case DetailTrouble.TOO_LONG:
            return words.t("This is too long.")
        case _:
            assert_never(trouble)
