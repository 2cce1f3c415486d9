"""The days of an event, as they stand on paper."""

from datetime import date

from eventdesk.words import Words, mark

_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def days_text(words: Words, starts: str, ends: str) -> str:
    """Return "6 March 2017", "6-7 March 2017" or "30 March 2017 – 1 April 2017" for ISO dates or times.

    Empty if `starts` is no date; `ends` counts only if it is a later day.
    """
    first, last = _day(starts), _day(ends)
    if first is None:
        return ""
    if last is None or last <= first:
        return _full(words, first)
    if (first.year, first.month) == (last.year, last.month):
        return words.t(
            "{first}–{last} {month} {year}",
            first=first.day,
            last=last.day,
            month=words.t(_MONTHS[first.month - 1]),
            year=first.year,
        )
    return f"{_full(words, first)} – {_full(words, last)}"


def moment_text(words: Words, moment: str) -> str:
    """Return "as of 6 March 2017, 08:10" for local ISO time."""
    day, time = days_text(words, moment, moment), moment[11:16]
    if not day:
        return ""
    return words.t("as of {day}, {time}", day=day, time=time) if time else words.t("as of {day}", day=day)


def _full(words: Words, day: date) -> str:
    return words.t("{day} {month} {year}", day=day.day, month=words.t(_MONTHS[day.month - 1]), year=day.year)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
