"""What figures are called, in the language of a paper or a desk."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from eventdesk.people.role import sector_name
from eventdesk.reports.figures.figure import Figures, SessionFigures
from eventdesk.reports.figures.group import Group
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.panels import KINDS


class Number(NamedTuple):
    """One figure and what it is."""

    value: int
    label: str


class Bar(NamedTuple):
    """One line of a chart: `part` of `whole` as people, or `part` alone where both are the same."""

    label: str
    part: int
    whole: int
    under: str = ""


def main_numbers(words: Words, figures: Figures) -> tuple[Number, ...]:
    """Return the figures that everybody asks for first."""
    people = figures.people
    if not figures.is_over:
        return (
            Number(people.registered, words.t("registered")),
            Number(people.organisations, words.t("organisations")),
            Number(people.towns, words.t("towns")),
            Number(len(figures.sessions), words.t("sessions")),
        )
    return (
        Number(people.came, words.t("were there")),
        Number(people.registered, words.t("were registered")),
        Number(people.no_shows, words.t("of them did not come")),
        Number(people.walk_ins, words.t("came without registration")),
    )


def more_numbers(words: Words, figures: Figures) -> tuple[Number, ...]:
    """Return the other figures of people, without those that are 0."""
    people = figures.people
    found = (
        Number(people.organisations, words.t("organisations")) if figures.is_over else Number(0, ""),
        Number(people.towns, words.t("towns")) if figures.is_over else Number(0, ""),
        Number(people.cancelled, words.t("cancelled before")),
        Number(people.pending, words.t("not confirmed")),
        Number(people.waiting, words.t("on the waiting list")),
    )
    return tuple(each for each in found if each.value)


def role_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return the roles as lines of a chart."""
    none = words.t("no role told")
    return _bars(words, figures.roles, none, lambda code: figures.book.name(words, code))


def sector_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return the sectors as lines of a chart."""
    none = words.t("no sector told")
    return _bars(words, figures.sectors, none, lambda code: sector_name(words, code))


def language_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return the languages as lines of a chart."""
    none = words.t("no language told")
    return _bars(words, figures.languages, none, str)


def theme_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return how many exhibitors each theme has, as lines of a chart."""
    del words
    return tuple(Bar(theme, number, number) for theme, number in (figures.fair.themes if figures.fair else ()))


def fair_numbers(words: Words, figures: Figures) -> tuple[Number, ...]:
    """Return the figures of the fair, without those that are 0; none if there is no fair."""
    fair = figures.fair
    if fair is None:
        return ()
    found = (
        Number(fair.exhibitors, words.t("exhibitors")),
        Number(fair.taken, words.t("booths taken")),
        Number(max(0, fair.booths - fair.taken), words.t("booths left free")),
        Number(fair.cancelled, words.t("cancelled before")),
        Number(fair.no_shows, words.t("did not come")),
    )
    return tuple(each for each in found if each.value)


def cafe_numbers(words: Words, figures: Figures) -> tuple[Number, ...]:
    """Return the figures of the World Café; none if there is none."""
    cafe = figures.cafe
    if cafe is None:
        return ()
    found = (
        Number(cafe.tables, words.t("tables")),
        Number(cafe.rounds, words.t("rounds")),
        Number(cafe.guests, words.t("people at tables")),
    )
    repeats = () if cafe.repeats is None else (Number(cafe.repeats, words.t("pairs that met again")),)
    return (*(each for each in found if each.value), *repeats)


def poll_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return how many ballots of each poll were cast, of those that people got."""
    return tuple(
        Bar(poll.title, poll.used, poll.issued, "" if poll.closed else words.t("not closed yet"))
        for poll in figures.polls
    )


def served_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return how often each point of the catering let somebody through."""
    del words
    return tuple(Bar(point, times, times) for point, times in figures.served)


def session_bars(words: Words, figures: Figures) -> tuple[Bar, ...]:
    """Return how many people were in each session that somebody counted, of the seats there are."""
    return tuple(
        Bar(each.title, each.people, max(each.seats or 0, each.people), when_and_where(words, figures, each))
        for each in figures.sessions
        if each.people is not None
    )


def when_and_where(words: Words, figures: Figures, session: SessionFigures) -> str:
    """Return the time and the room of a session, with the day if the event has several."""
    days = {each.starts[:10] for each in figures.sessions if each.starts}
    day = days_text(words, session.starts, session.starts) if len(days) > 1 and session.starts else ""
    time = f"{session.starts[11:16]}–{session.ends[11:16]}" if session.starts else ""
    return " · ".join(part for part in (day, time, session.room) if part)


def kind_name(words: Words, kind: str) -> str:
    """Return what a kind of session is called."""
    return words.t(KINDS[kind]) if kind in KINDS else kind


def part_text(words: Words, figures: Figures, bar: Bar) -> str:
    """Return the figures of a line: "412 of 480", or one number alone."""
    if bar.part == bar.whole or not figures.is_over:
        return str(max(bar.part, bar.whole))
    return words.t("{part} of {whole}", part=bar.part, whole=bar.whole)


def privacy_text(words: Words, figures: Figures) -> str:
    """Return how groups are protected that are so small that somebody could be found in them; empty if none was."""
    if not any(group.joined for group in (*figures.roles, *figures.sectors, *figures.languages)):
        return ""
    return words.t(
        "Groups of fewer than {count} people are counted together, so that nobody can be found in these figures.",
        count=figures.least,
    )


def _bars(words: Words, found: Iterable[Group], none: str, name_of: Callable[[str], str]) -> tuple[Bar, ...]:
    return tuple(Bar(_label(words, each, none, name_of), each.came, each.known) for each in found)


def _label(words: Words, group: Group, none: str, name_of: Callable[[str], str]) -> str:
    if group.joined:
        return words.n("{count} smaller group", "{count} smaller groups together", group.joined)
    return name_of(group.code) if group.code else none
