"""Finds people in ever wider circles and stops as soon as there are enough."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from eventdesk.people.search import query, ranking, records, wider
from eventdesk.people.search.query import Query, Term
from eventdesk.people.search.ranking import Scored
from eventdesk.store.access import Reader, Row

_CODE_DIGITS = 16
_PLENTY = 20  # people whom several words fit as typed: nobody looks for more who fit less
_NAMES = "family given"


class Hit(NamedTuple):
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
    whole = _whole(reader, terms)
    found: dict[int, Row] = {}
    if not _filled(found, _listed(reader, terms, whole, limit), limit):
        some = records.matching(reader, records.all_of(records.beginning(term.anywhere) for term in terms), limit + 1)
        if len(some) <= limit:
            return _with_others(reader, terms, ranking.scored(some, terms), limit)
        _filled(found, chain(_best_first(reader, terms, whole, limit), [some]), limit)
    return ranking.scored(found.values(), terms)


def _with_others(reader: Reader, terms: Sequence[Term], found: list[Scored], limit: int) -> list[Scored]:
    """Add who is found in wider circles to all whose words begin as typed."""
    if len(found) >= (limit if len(terms) == 1 else min(limit, _PLENTY)):
        return found
    sounding = wider.same_sound(reader, terms)
    found = _joined(found, wider.around(reader, terms, sounding, limit))
    if any(each.exact and each.score >= len(terms) * ranking.WORTH_TYPING for each in found):
        return found
    slips = wider.near(terms)
    slipped = wider.known(reader, slips)
    found = _joined(found, wider.close(reader, terms, sounding, slipped, limit))
    return found or wider.begun(reader, terms, slips, slipped, limit) or wider.taken_apart(reader, terms, limit)


def _joined(found: Sequence[Scored], more: Sequence[Scored]) -> list[Scored]:
    known = {each.person for each in found}
    return [*found, *(each for each in more if each.person not in known)]


def _filled(found: dict[int, Row], answers: Iterable[Sequence[Row]], limit: int) -> bool:
    """Put the rows of one answer after the other into `found`, until there are enough; returns whether there are."""
    for rows in answers:
        found.update((row[0], row) for row in rows)
        if len(found) >= limit:
            return True
    return False


def _whole(reader: Reader, terms: Sequence[Term]) -> list[str]:
    """Return for each term the expression for people who have it as a whole word, or "" if nobody has."""
    known = frozenset(records.words_among(reader, [word for term in terms for word in term.words]))
    return [records.being(word for word in term.words if word in known) for term in terms]


def _listed(reader: Reader, terms: Sequence[Term], whole: Sequence[str], limit: int) -> Iterator[Sequence[Row]]:
    """Yield those who are called exactly as typed, then those who stand in the list under it.

    Nobody who is found otherwise is worth more; therefore these alone will do if they are enough.
    """
    keys = [term.listed for term in terms]
    if not all(keys):
        return
    if len(terms) > 1:
        if all(whole):
            yield records.first_matching(reader, records.in_columns(_NAMES, records.all_of(whole)), limit)
        yield records.listed_from(reader, " ".join(keys), limit)
        return
    listed = records.listed_from(reader, keys[0], limit)
    yield [row for row in listed if row[1].startswith(f"{keys[0]} ")]
    if whole[0]:
        for column in ("family", "given"):
            yield records.first_matching(reader, records.in_columns(column, whole[0]), limit)
    yield listed


def _best_first(reader: Reader, terms: Sequence[Term], whole: Sequence[str], limit: int) -> Iterator[Sequence[Row]]:
    """Yield people by ever weaker conditions, in the order of what these are worth; each in the order of lists."""
    begun = [records.beginning(term.words) for term in terms]
    if len(terms) > 1:
        yield records.listed_from(reader, " ".join(term.listed for term in (terms[-1], *terms[:-1])), limit)
    names = records.in_columns(_NAMES, records.all_of(begun))
    called = records.matching(reader, names, limit + 1)
    if len(called) <= limit:
        yield called
    elif len(terms) > 1:
        for wanted in ([*whole[:-1], begun[-1]], [begun[0], *whole[1:]]):
            if all(wanted):
                yield records.first_matching(reader, records.in_columns(_NAMES, records.all_of(wanted)), limit)
        yield records.first_matching(reader, names, limit)
    else:
        for column in ("family", "given"):
            yield records.first_matching(reader, records.in_columns(column, begun[0]), limit)
    if len(terms) == 1:
        yield records.first_matching(reader, records.in_columns("organisation", begun[0]), limit)
