"""Times, days and numbers as people type them: "9:30", "0930", "14.5.2025"."""

import re
from datetime import date, time

from eventdesk.words import Words
from ui.widgets.field import Note

A_DAY = 24 * 60
_TIME = re.compile(r"(\d{1,2})\s*[:.h]?\s*(\d{2})?\s*(uhr)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


def time_of(text: str) -> str | None:
    """Return a time that was typed as "09:30"; None if it is none."""
    compact = text.strip()
    found = _TIME.fullmatch(f"{compact[:-2]}:{compact[-2:]}" if re.fullmatch(r"\d{3,4}", compact) else compact)
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0)).isoformat("minutes")
    except ValueError:
        return None


def day_of(text: str) -> str | None:
    """Return a day that was typed as "2025-05-14"; None if it is none."""
    german = _DAY.fullmatch(text.strip())
    try:
        if german is not None:
            return date(int(german[3]), int(german[2]), int(german[1])).isoformat()
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return None


def time_note(words: Words, text: str) -> Note:
    """Say what is wrong with a time."""
    return Note() if time_of(text) is not None else Note(words.t("A time such as 13:00."), wrong=True)


def day_note(words: Words, text: str) -> Note:
    """Say what is wrong with a day."""
    return Note() if day_of(text) is not None else Note(words.t("A day such as 2025-05-14."), wrong=True)


def number_note(words: Words, text: str, *, empty: bool) -> Note:
    """Say what is wrong with a number of people; `empty`: there may be none."""
    fine = (empty and not text.strip()) or (text.strip().isdecimal() and len(text.strip()) <= 6)
    return Note() if fine else Note(words.t("A number of people, such as 120."), wrong=True)


def minutes_note(words: Words, text: str) -> Note:
    """Say what is wrong with a number of minutes; there may be none."""
    typed = text.strip()
    fine = not typed or (typed.isdecimal() and len(typed) <= len(str(A_DAY)) and int(typed) <= A_DAY)
    return Note() if fine else Note(words.t("A number of minutes, such as 10."), wrong=True)
