"""The wider circles of a search: what holds the typed words or sounds the same, then what may have been meant."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventdesk.people.search import ranking, records, sounds, typos
from eventdesk.people.search.query import Term
from eventdesk.people.search.ranking import Likeness, Likenesses, Scored
from eventdesk.store.access import Reader

_INDEXED = "family given organisation"
_SHORTEST_INSIDE = 3
_CLEAR_SOUND = 3
_SOME_SOUND = 2
_SHORTEST_PART = 3
_MOST_INSIDE = 200
_MOST_GUESSES = 60


def around(reader: Reader, terms: Sequence[Term], limit: int) -> list[Scored]:
    """Return people in whose words the typed ones stand in the middle, or who have words that sound the same."""
    alike = [_same_sound(reader, term) for term in terms]
    return _with_more(reader, terms, alike, limit)


def guessed(reader: Reader, terms: Sequence[Term], limit: int) -> list[Scored]:
    """Return people who may have been meant: their words begin with the same sounds, or are one slip away."""
    alike = [_best_of(_sound_begun(reader, term), _one_slip(reader, term)) for term in terms]
    return _with_more(reader, terms, alike, limit)


def taken_apart(reader: Reader, terms: Sequence[Term], limit: int) -> list[Scored]:
    """Return people whose two words were typed as one: "abdulrahman" for Abdul Rahman."""
    for at, term in enumerate(terms):
        for head, tail in _halves(reader, term.words[0]):
            parted = [*terms[:at], _part(term, head), _part(term, tail), *terms[at + 1 :]]
            wanted = [records.being([head]) if each.raw is head else records.beginning(each.anywhere) for each in parted]
            found = ranking.scored(records.first_matching(reader, records.all_of(wanted), limit), parted)
            if found:
                return found
    return []


def _with_more(reader: Reader, terms: Sequence[Term], alike: Sequence[Likenesses], limit: int) -> list[Scored]:
    more = [[*_holding(reader, term), *words] for term, words in zip(terms, alike, strict=True)]
    if not any(more):
        return []
    wanted = (
        f"{records.beginning(term.anywhere)} OR {records.in_columns(_INDEXED, records.being(words))}"
        if words
        else records.beginning(term.anywhere)
        for term, words in zip(terms, more, strict=True)
    )
    return ranking.scored(records.first_matching(reader, records.all_of(wanted), limit), terms, alike)


def _holding(reader: Reader, term: Term) -> Iterator[str]:
    for word in term.words:
        if len(word) >= _SHORTEST_INSIDE:
            yield from records.words_around(reader, word, _MOST_INSIDE)


def _same_sound(reader: Reader, term: Term) -> Likenesses:
    found: dict[str, Likeness] = {}
    for word in term.words:
        bones = sounds.skeleton(word)
        if len(bones) >= _SOME_SOUND:
            for other in records.words_sounding(reader, bones):
                if sounds.akin(word, other):
                    found[other] = ranking.SAME_SOUND_LESS_VOWELS
                elif len(bones) >= _CLEAR_SOUND:
                    found.setdefault(other, ranking.SAME_SOUND)
    return found


def _sound_begun(reader: Reader, term: Term) -> Likenesses:
    found: dict[str, Likeness] = {}
    for word in term.words:
        for bones in sounds.beginnings(word):
            if len(bones) < _SOME_SOUND:
                continue
            for other in records.words_starting_to_sound(reader, bones, _MOST_GUESSES):
                whole = sounds.skeleton(other) == bones
                found.setdefault(other, ranking.SAME_SOUND if whole else ranking.SOUND_BEGUN)
    return _best_of(found, _same_sound(reader, term))


def _one_slip(reader: Reader, term: Term) -> Likenesses:
    found: dict[str, Likeness] = {}
    for word in term.words:
        if len(word) >= typos.SHORTEST:
            near = typos.one_away(word)
            found.update(dict.fromkeys(records.words_beginning(reader, near, _MOST_GUESSES), ranking.SLIP_BEGUN))
            found.update(dict.fromkeys(records.words_among(reader, near), ranking.ONE_SLIP))
    return found


def _best_of(one: Likenesses, other: Likenesses) -> Likenesses:
    return {word: max(each.get(word, ranking.UNLIKE) for each in (one, other)) for word in (*one, *other)}


def _halves(reader: Reader, word: str) -> Iterator[tuple[str, str]]:
    heads = [word[:at] for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)]
    known = set(records.words_among(reader, heads))
    return ((head, word[len(head) :]) for head in heads if head in known)


def _part(term: Term, word: str) -> Term:
    return replace(term, raw=word, words=(word,), listed=word, mail=(word,))
