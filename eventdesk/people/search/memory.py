"""What a searcher remembers while somebody types on: what was asked of the database, and whom the words fitted."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eventdesk.people.search import records
from eventdesk.people.search.query import Term
from eventdesk.store.access import Reader, Row, Value

_MOST = 20_000  # rows, some ten megabytes
_BETWEEN_WORDS = re.compile(r"[\x00-/:-@\[-`{-\x7f]+")


class Fitting(NamedTuple):
    """All people who have for each of the terms a word that begins so; none is missing."""

    terms: tuple[Term, ...]
    rows: tuple[Row, ...]


class Memory:
    """Asks each question once as long as nothing changes in the file.

    Whoever types on asks most of it again: of the words before, and of fewer people with each letter.
    """

    def __init__(self, reader: Reader) -> None:
        """Remember what `reader` says."""
        self._reader = reader
        self._answers: dict[tuple[str, tuple[Value, ...]], list[Row]] = {}
        self._kept = 0
        self._state: tuple[int, int] | None = None
        self._fitting: Fitting | None = None

    def keep_true(self) -> None:
        """Forget everything if the file has been written to, or if it has become much."""
        state = records.state(self._reader)
        if state != self._state or self._kept > _MOST:
            self._answers.clear()
            self._kept, self._state, self._fitting = 0, state, None

    def rows(self, sql: str, *values: Value) -> list[Row]:
        """Return all rows, which are not to be changed."""
        question = (sql, values)
        answer = self._answers.get(question)
        if answer is None:
            answer = self._answers[question] = self._reader.rows(sql, *values)
            self._kept += len(answer) + 1
        return answer

    def all_fitting(self, terms: Sequence[Term], limit: int) -> Sequence[Row] | None:
        """Return all whom these terms fit, if they are among those remembered and not more than `limit`, else None."""
        if self._fitting is None or not _go_on(terms, self._fitting.terms):
            return None
        heads = [[f" {word}" for word in term.anywhere] for term in terms]
        found = [row for row in self._fitting.rows if _fits(row, heads)]
        return found if len(found) <= limit else None

    def remember(self, terms: Sequence[Term], rows: Iterable[Row]) -> None:
        """Remember all whom these terms fit."""
        self._fitting = Fitting(tuple(terms), tuple(rows))


def _go_on(terms: Sequence[Term], before: Sequence[Term]) -> bool:
    """Say whether nobody can fit `terms` who did not fit those before: each of these is met by one that goes on."""
    heads = [term.anywhere for term in before]
    return all(any(all(word.startswith(head) for word in term.anywhere) for term in terms) for head in heads)


def _fits(row: Row, heads: Sequence[Sequence[str]]) -> bool:
    """Say the same as the index: parts the words of an address where that does."""
    _, _, family, given, organisation, mail = row
    text = f" {family} {given} {organisation} {_BETWEEN_WORDS.sub(' ', mail)}"
    return all(any(head in text for head in any_of) for any_of in heads)
