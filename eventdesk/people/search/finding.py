"""Finds people in ever wider circles and stops as soon as there are enough."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from eventdesk.people.search import query, ranking, records, wider
from eventdesk.people.search.memory import Memory
from eventdesk.people.search.query import Query, Term
from eventdesk.people.search.ranking import Scored
from eventdesk.people.search.records import Answers
from eventdesk.store.access import Reader, Row

_CODE_DIGITS = 16
_PLENTY = 20  # people whom several words fit as typed: nobody looks for more who fit less
_NAMES = "family given"
_FEW_WORDS = 4
_FEW_LETTERS = 2  # with which many people have a word that begins so


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
    return Searcher(reader).search(words, limit)


class Searcher:
    """Searches while somebody types on: says the same as `search`, only sooner.

    Notices by itself what is changed in the file. Do not ask inside a transaction, which may be rolled back.
    """

    def __init__(self, reader: Reader) -> None:
        """Search the people of this file."""
        self._memory = Memory(reader)

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """Return the same as `search`."""
        if limit < 1:
            return []
        self._memory.keep_true()
        asked = query.parse(words)
        found = {each.person: each for each in _by_name(self._memory, asked.terms, limit)}
        for each in _by_code(self._memory, asked, limit):
            if each.person not in found or found[each.person].score < each.score:
                found[each.person] = each
        return [Hit(each.person, each.score, each.exact) for each in ranking.best(found.values(), limit)]


def _by_code(reader: Answers, asked: Query, limit: int) -> Iterator[Scored]:
    if asked.code:
        points = ranking.CODE if len(asked.code) == _CODE_DIGITS else ranking.PART_OF_CODE
        for row in records.with_code(reader, asked.code, limit):
            yield Scored(row[0], row[1], points, exact=True)
    if asked.ticket:
        for row in records.with_ticket(reader, asked.ticket, limit):
            whole = row[-1].casefold() == asked.ticket.casefold()
            yield Scored(row[0], row[1], ranking.TICKET if whole else ranking.PART_OF_TICKET, exact=True)


def _by_name(memory: Memory, terms: Sequence[Term], limit: int) -> list[Scored]:
    if not terms:
        return []
    asked = _Asked(memory, terms)
    found: dict[int, Row] = {}
    if not _filled(found, _listed(memory, asked, limit), limit):
        fitting = memory.all_fitting(terms, limit)
        if fitting is None:
            fitting = (_of_one if len(terms) == 1 else _of_several)(memory, asked, limit, found)
        if fitting is not None:
            memory.remember(terms, fitting)
            return _with_others(memory, terms, ranking.scored(fitting, terms), limit)
    return ranking.scored(found.values(), terms)


class _Asked:
    """The terms, and for each the expression for who has it as a whole word, and for who has a word that begins so.

    These are for names and organisations, and "" if nobody has such a word there.
    """

    def __init__(self, reader: Answers, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.whole: list[str] = []
        self.begun: list[str] = []
        for term in terms:
            known = {word: records.words_beginning(reader, word, _FEW_WORDS + 1) for word in term.words}
            self.whole.append(records.being(word for word, longer in known.items() if word in longer))
            begun = " OR ".join(_begun(word, longer) for word, longer in known.items() if longer)
            self.begun.append(self.whole[-1] if term.drawn_out else begun)


def _begun(word: str, longer: Sequence[str]) -> str:
    """Return the expression for a word that begins so, `longer` being the first of these: few are found faster each."""
    return records.being(longer) if len(longer) <= _FEW_WORDS else records.beginning([word])


def _of_one(reader: Answers, asked: _Asked, limit: int, found: dict[int, Row]) -> Sequence[Row] | None:
    """Return all who have a word that begins as the one typed; or put the best of them into `found`, if many have.

    Asks column by column, for a word that many people have is frequent in one of them, and the whole index is slow.
    """
    (term,), (begun,) = asked.terms, asked.begun
    fitting: dict[int, Row] = {}
    if begun:
        for column in ("family", "given", "organisation"):
            rows = records.first_matching(reader, records.in_columns(column, begun), limit + 1)
            fitting.update((row[0], row) for row in rows)
            if len(fitting) > limit:
                found.update(fitting)
                return None
    mail = records.in_columns("mail", records.beginning(term.anywhere))
    fitting.update((row[0], row) for row in records.matching(reader, mail, limit + 1))
    if len(fitting) <= limit:
        return list(fitting.values())
    found.update(fitting)
    return None


def _of_several(reader: Answers, asked: _Asked, limit: int, found: dict[int, Row]) -> Sequence[Row] | None:
    """Return all whose words begin as those typed; or put the best of them into `found`, if these are many."""
    best = _best_first(reader, asked, limit)
    if len(asked.terms[-1].raw) <= _FEW_LETTERS and _filled(found, best, limit):
        return None
    everywhere = records.all_of(records.beginning(term.anywhere) for term in asked.terms)
    some = records.matching(reader, everywhere, limit + 1)
    if len(some) <= limit:
        return some
    _filled(found, chain(best, [some]), limit)
    return None


def _with_others(reader: Answers, terms: Sequence[Term], found: list[Scored], limit: int) -> list[Scored]:
    """Add who is found in wider circles to all whose words begin as typed."""
    if len(found) >= (limit if len(terms) == 1 else min(limit, _PLENTY)):
        return found
    sounding = wider.same_sound(reader, terms)
    found = wider.joined(found, wider.around(reader, terms, sounding, limit, beside=bool(found)))
    if any(each.exact and each.score >= len(terms) * ranking.WORTH_TYPING for each in found):
        return found
    slips = wider.near(terms)
    slipped = wider.known(reader, slips)
    found = wider.joined(found, wider.close(reader, terms, sounding, slipped, limit))
    return found or wider.begun(reader, terms, slips, slipped, limit) or wider.taken_apart(reader, terms, limit)


def _filled(found: dict[int, Row], answers: Iterable[Sequence[Row]], limit: int) -> bool:
    """Put the rows of one answer after the other into `found`, until there are enough; returns whether there are."""
    for rows in answers:
        found.update((row[0], row) for row in rows)
        if len(found) >= limit:
            return True
    return False


def _listed(reader: Answers, asked: _Asked, limit: int) -> Iterator[Sequence[Row]]:
    """Yield those who are called exactly as typed, then those who stand in the list under it.

    Nobody who is found otherwise is worth more; therefore these alone will do if they are enough.
    """
    keys = [term.listed for term in asked.terms]
    if not all(keys):
        return
    if len(keys) > 1:
        if all(asked.whole):
            yield records.first_matching(reader, records.in_columns(_NAMES, records.all_of(asked.whole)), limit)
        yield records.listed_from(reader, " ".join(keys), limit)
        return
    listed = records.listed_from(reader, keys[0], limit)
    yield [row for row in listed if row[1].startswith(f"{keys[0]} ")]
    if asked.whole[0]:
        for column in ("family", "given"):
            yield records.first_matching(reader, records.in_columns(column, asked.whole[0]), limit)
    yield listed


def _best_first(reader: Answers, asked: _Asked, limit: int) -> Iterator[Sequence[Row]]:
    """Yield people by ever weaker conditions, in the order of what these are worth; each in the order of lists."""
    *before, last = asked.terms
    yield records.listed_from(reader, " ".join(term.listed for term in (last, *before)), limit)
    whole, begun = asked.whole, asked.begun
    if not all(each and records.matching(reader, records.in_columns(_NAMES, each), 1) for each in begun):
        return
    for wanted in ([*whole[:-1], begun[-1]], [begun[0], *whole[1:]], begun):
        if all(wanted):
            yield records.first_matching(reader, records.in_columns(_NAMES, records.all_of(wanted)), limit)
