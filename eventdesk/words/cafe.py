"""Sentences about the World Café: what is wrong with it, and what a number of tables allows."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from eventdesk.codes import Fault
from eventdesk.words import Words, mark

WAYS: Mapping[str, str] = {
    "design": mark("by a design in which nobody meets twice"),
    "search": mark("by search"),
    "published": mark("by a published design"),
    "by_hand": mark("by hand"),
}
"""How the ways through the tables were found."""
BETWEEN = " · "
_SHORT = 3
"""A longer name of a table is no number."""

PAIRS: Mapping[str, str] = {"together": mark("together"), "apart": mark("not together")}
"""What is wanted of two people."""


class Sitting(Protocol):
    """Where somebody sits in one round."""

    @property
    def number(self) -> int:
        """The number of the round."""

    @property
    def table(self) -> str:
        """The name of the table."""


class Option(Protocol):
    """What a number of tables allows."""

    @property
    def tables(self) -> int:
        """How many tables."""

    @property
    def rounds(self) -> int:
        """In how many rounds nobody meets anybody twice."""

    @property
    def smallest(self) -> int:
        """How many people sit at the smallest table."""

    @property
    def largest(self) -> int:
        """How many people sit at the largest table."""


class Advice(Protocol):
    """What is to be said about a number of tables and rounds."""

    @property
    def rounds(self) -> int:
        """How many rounds are wished."""

    @property
    def enough(self) -> bool:
        """Whether nobody has to meet anybody twice."""

    @property
    def asked(self) -> Option:
        """The number of tables that is wished."""

    @property
    def others(self) -> Sequence[Option]:
        """Numbers of tables that allow more."""


class Quality(Protocol):
    """Counts over all rounds; 0 is best."""

    @property
    def sector_deviation(self) -> int:
        """By how many people tables miss their share of each sector."""

    @property
    def colleagues_together(self) -> int:
        """Pairs out of one organisation at one table."""

    @property
    def alone_in_language(self) -> int:
        """People who share no language with anybody else at their table."""

    @property
    def other_language(self) -> int:
        """People at a table whose language they do not speak."""

    @property
    def pairs_broken(self) -> int:
        """Pairs that must sit together and do not, or must not and do."""

    @property
    def steps(self) -> int:
        """People who need a table without steps, and sit at another."""

    @property
    def same_table(self) -> int:
        """Times that a guest comes back to a table."""

    @property
    def beyond_seats(self) -> int:
        """Chairs more than a table has seats."""


def cafe_fault(words: Words, fault: Fault) -> str:
    """Return the sentence for a fault of the World Café, with gaps for its details; empty for any other."""
    match fault:
        case Fault.NO_TABLE_NAME:
            return words.t("A table needs a name. Nothing was changed.")
        case Fault.BAD_SEATS:
            return words.t("“{name}”: a table has 1 to {most} seats. Nothing was changed.")
        case Fault.BAD_ROUNDS:
            return words.t("There can be 1 to {most} rounds. Nothing was changed.")
        case Fault.BAD_MINUTES:
            return words.t("A round takes 1 to {most} minutes. Nothing was changed.")
        case Fault.ROUND_TOOK_PLACE:
            return words.t("A round that has begun cannot be taken away. Nothing was changed.")
        case _:
            return ""


def table_text(words: Words, name: str) -> str:
    """Return what a table is called: "Table 7"; its name alone if that is more than a number or a letter."""
    return words.t("Table {name}", name=name) if len(name) <= _SHORT else name


def repeats_text(words: Words, repeats: int) -> str:
    """Return how often two people meet again."""
    if not repeats:
        return words.t("Nobody meets anybody twice.")
    return words.n("Two people meet again.", "{count} times two people meet again.", repeats)


def advice_text(words: Words, advice: Advice) -> str:
    """Return what so many tables allow, and what another number would allow if that is not enough."""
    asked = advice.asked
    tables = tables_phrase(words, asked.tables, asked.smallest, asked.largest)
    if asked.rounds > 1:
        said = words.t(
            "{tables}: nobody meets anybody twice in up to {rounds} rounds.", tables=tables, rounds=asked.rounds
        )
    else:
        said = words.t("{tables}: from the second round on some people meet again.", tables=tables)
    better = max(advice.others, key=lambda each: (each.rounds >= advice.rounds, each.rounds), default=None)
    if advice.enough or better is None or better.rounds <= asked.rounds:
        return said
    more = words.t(
        "With {tables} tables ({size} people each) that is so in up to {rounds} rounds.",
        tables=better.tables,
        size=size_text(better.smallest, better.largest),
        rounds=better.rounds,
    )
    return f"{said} {more}"


def tables_phrase(words: Words, tables: int, smallest: int, largest: int) -> str:
    """Return "16 tables with 7–8 people each"."""
    size = size_text(smallest, largest)
    return words.n("One table with {size} people", "{count} tables with {size} people each", tables, size=size)


def size_text(smallest: int, largest: int) -> str:
    """Return "7–8" or "8"."""
    return str(largest) if smallest == largest else f"{smallest}–{largest}"


def quality_lines(words: Words, quality: Quality) -> list[str]:
    """Return what is not as it should be about who sits with whom; a word of praise if everything is."""
    counted = (
        (quality.pairs_broken, mark("Wishes for two people that are not met: {count}.")),
        (quality.steps, mark("People who need a table without steps and sit at another: {count}.")),
        (quality.beyond_seats, mark("Chairs that are missing at tables: {count}.")),
        (quality.alone_in_language, mark("People who share no language with anybody at their table: {count}.")),
        (quality.other_language, mark("People at a table whose language they do not speak: {count}.")),
        (quality.same_table, mark("Guests who come back to a table: {count}.")),
        (quality.colleagues_together, mark("Pairs from one organisation at one table: {count}.")),
        (quality.sector_deviation, mark("People too many or too few of a sector at a table: {count}.")),
    )
    lines = [words.t(said, count=number) for number, said in counted if number]
    return lines or [words.t("Sectors, organisations and languages are mixed as well as can be.")]


def host_text(words: Words, name: str) -> str:
    """Return who hosts a table; empty for nobody."""
    return words.t("Host: {name}", name=name) if name else ""


def tables_text(words: Words, sittings: Sequence[Sitting]) -> str:
    """Return where somebody sits on one line: "Round 1 Table 3 · 2 Table 7"; one table for all rounds is told once."""
    tables = [table_text(words, each.table) for each in sittings]
    if len(set(tables)) == 1 and len(tables) > 1:
        return words.t("{table} in all rounds", table=tables[0])
    said = [f"{each.number} {table}" for each, table in zip(sittings, tables, strict=True)]
    return words.t("Round {first}", first=BETWEEN.join(said))
