"""Finds people in ever wider circles and stops as soon as there are enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventdesk.people.search import query, ranking, records, wider
from eventdesk.people.search.query import Query, Term
from eventdesk.people.search.ranking import Scored
from eventdesk.store.access import Reader, Row

_CODE_DIGITS = 16


@dataclass(frozen=True, order=True, slots=True)
class Hit:
    """A person who was found. `exact`: all that was typed stands in their data, letter by letter after folding."""

    person: int
    score: int
    exact: bool


def search(reader: Reader, words: str, limit: int = 50) -> list[Hit]:
    """Return whom these words may mean, the best first, then by list name (DIN 5007-2); at most `limit` people.

    Words may be parts of names, organisation or e-mail address, in any order and in several alphabets; or a badge code,
    whole, its beginning or its end, four digits at least; or a foreign ticket code.
    """
    if limit < 1:
        return []
    asked = query.parse(words)
    found = {each.person: each for each in _by_name(reader, asked.terms, limit)}
    for each in _by_code(reader, asked, limit):
        if each.person not in found or found[each.person].score < each.score:
            found[each.person] = each
    return [Hit(each.person, each.score, each.exact) for each in ranking.best(found.values(), limit)]


def _by_code(reader: Reader, asked: Query, limit: int) -> Iterator[Scored]:
    if asked.code:
        points = ranking.CODE if len(asked.code) == _CODE_DIGITS else ranking.PART_OF_CODE
        for row in records.with_code(reader, asked.code, limit):
            yield Scored(row[0], row[1], points, exact=True)
    if asked.ticket:
        for row in records.with_ticket(reader, asked.ticket, limit):
            whole = row[-1].casefold() == asked.ticket.casefold()
            yield Scored(row[0], row[1], ranking.TICKET if whole else ranking.PART_OF_TICKET, exact=True)


def _by_name(reader: Reader, terms: Sequence[Term], limit: int) -> list[Scored]:
    if not terms:
        return []
    enough = 2 * limit
    rows = records.matching(reader, records.all_of(records.beginning(term.anywhere) for term in terms), enough + 1)
    if len(rows) > enough:
        return ranking.scored(_narrowed(reader, terms, rows, limit), terms)
    found = ranking.scored(rows, terms)
    if len(found) < limit:
        known = {each.person for each in found}
        found += [each for each in wider.around(reader, terms, enough) if each.person not in known]
    return found or wider.guessed(reader, terms, enough) or wider.taken_apart(reader, terms, enough)


def _narrowed(reader: Reader, terms: Sequence[Term], some: Sequence[Row], limit: int) -> list[Row]:
    """Return the best of more people than can all be looked at, and `some` if that leaves room."""
    found: dict[int, Row] = {}
    for rows in _best_first(reader, terms, limit) if len(terms) > 1 else _best_of_one(reader, terms[0], limit):
        found.update((row[0], row) for row in rows)
        if len(found) >= limit:
            return list(found.values())
    found.update((row[0], row) for row in some)
    return list(found.values())


def _best_of_one(reader: Reader, term: Term, limit: int) -> Iterator[list[Row]]:
    """Yield people by ever weaker conditions, in the order of what these are worth; each in the order of lists."""
    whole, begun = records.being(term.words), records.beginning(term.words)
    yield records.first_matching(reader, records.in_columns("family", whole), limit)
    yield records.first_matching(reader, records.in_columns("given", whole), limit)
    yield records.listed_from(reader, term.listed, limit)
    yield records.first_matching(reader, records.in_columns("family", begun), limit)
    yield records.first_matching(reader, records.in_columns("given", begun), limit)
    yield records.first_matching(reader, records.in_columns("organisation", begun), limit)


def _best_first(reader: Reader, terms: Sequence[Term], limit: int) -> Iterator[list[Row]]:
    """Yield people whom several words fit, by ever weaker conditions; each in the order of lists."""
    whole = [records.being(term.words) for term in terms]
    begun = [records.beginning(term.words) for term in terms]
    for expressions in (whole, [*whole[:-1], begun[-1]], [begun[0], *whole[1:]], begun):
        anywhere = records.in_columns("family given", records.all_of(expressions))
        yield records.first_matching(reader, anywhere, limit)
