"""The wider circles of a search: what holds the typed words or sounds the same, then what may have been meant."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from eventdesk.people.search import ranking, records, sounds, typos
from eventdesk.people.search.query import Term
from eventdesk.people.search.ranking import Likeness, Likenesses, Scored
from eventdesk.people.search.records import Answers

_INDEXED = "family given organisation"
_NAMES = "family given"
_SHORTEST_INSIDE = 3
_CLEARLY_INSIDE = 4
_CLEAR_SOUND = 3
_SOME_SOUND = 2
_SHORTEST_PART = 3
_MOST_INSIDE = 16
_SOME_OF_EACH = 4
_MOST_WORDS = 24  # the index looks at each of them again for every person


def same_sound(reader: Answers, terms: Sequence[Term]) -> list[Likenesses]:
    """Return for each term the words that sound the same."""
    return [_same_sound(reader, term) for term in terms]


def around(
    reader: Answers, terms: Sequence[Term], alike: Sequence[Likenesses], limit: int, *, beside: bool
) -> list[Scored]:
    """Return people in whose words the typed ones stand in the middle, or who have words that sound the same.

    `alike` is what `same_sound` says of the terms; `beside`: somebody was found whose words begin as typed. Then few
    letters in the middle of a word, or in that of an organisation, are hardly what was meant.
    """
    letters, columns = (_CLEARLY_INSIDE, _NAMES) if beside else (_SHORTEST_INSIDE, _INDEXED)
    holding = [_having(columns, _holding(reader, term, letters)) for term in terms]
    sounding = [_having(_INDEXED, words) for words in alike]
    more = [" OR ".join(filter(None, each)) for each in zip(holding, sounding, strict=True)]
    return _with_more(reader, terms, more, alike, limit)


def near(terms: Sequence[Term]) -> list[list[str]]:
    """Return for each term what the words fold to that are one slip away from it."""
    return [[word for spelled in _long_enough(term) for word in typos.one_away(spelled)] for term in terms]


def known(reader: Answers, slips: Sequence[Sequence[str]]) -> list[Likenesses]:
    """Return for each term which of its slips are words of somebody; `slips` are what `near` says of the terms."""
    return [dict.fromkeys(records.words_among(reader, words), ranking.ONE_SLIP) for words in slips]


def close(
    reader: Answers, terms: Sequence[Term], sounding: Sequence[Likenesses], slipped: Sequence[Likenesses], limit: int
) -> list[Scored]:
    """Return people who have words one slip away from the typed ones.

    `sounding` is what `same_sound` says of the terms, `slipped` what `known` says of their slips.
    """
    alike = [_best_of(sound, slip) for sound, slip in zip(sounding, slipped, strict=True)]
    found = _with_more(reader, terms, [_having(_INDEXED, _likest(words)) for words in alike], alike, limit)
    if len(terms) > 1 or len(found) < limit:
        return found
    return joined(found, _of_each_word(reader, terms, alike[0]))


def joined(found: Sequence[Scored], more: Iterable[Scored]) -> list[Scored]:
    """Return those found, and of the others who is not among them."""
    known = {each.person for each in found}
    return [*found, *(each for each in more if each.person not in known)]


def _of_each_word(reader: Answers, terms: Sequence[Term], alike: Likenesses) -> list[Scored]:
    """Return some people of each word: many who are called alike must not hide the few who were meant."""
    called = (
        row
        for word in _likest(alike)[:_MOST_WORDS]
        for row in records.matching(reader, records.in_columns("family", records.being([word])), _SOME_OF_EACH)
    )
    return ranking.scored({row[0]: row for row in called}.values(), terms, [alike])


def begun(
    reader: Answers,
    terms: Sequence[Term],
    slips: Sequence[Sequence[str]],
    slipped: Sequence[Likenesses],
    limit: int,
) -> list[Scored]:
    """Return people whose words may become what is being typed: they begin with the same sounds, or with a slip."""
    alike = [
        _best_of(_sound_begun(reader, term), {**_slip_begun(reader, words), **whole})
        for term, words, whole in zip(terms, slips, slipped, strict=True)
    ]
    return _with_more(reader, terms, [_having(_INDEXED, _likest(words)) for words in alike], alike, limit)


def taken_apart(reader: Answers, terms: Sequence[Term], limit: int) -> list[Scored]:
    """Return people whose two words were typed as one: "abdulrahman" for Abdul Rahman."""
    for at, term in enumerate(terms):
        for head, tail in _halves(reader, term.words[0]):
            parted = [*terms[:at], _part(head), _part(tail), *terms[at + 1 :]]
            wanted = [records.beginning(each.anywhere) for each in parted]
            wanted[at] = records.being([head])
            found = ranking.scored(records.first_matching(reader, records.all_of(wanted), limit), parted)
            if found:
                return found
    return []


def _with_more(
    reader: Answers, terms: Sequence[Term], others: Sequence[str], alike: Sequence[Likenesses], limit: int
) -> list[Scored]:
    """Return people whom the terms fit if for each of them the expression in `others` will do as well.

    This may leave out whom all terms fit as typed: they are found already.
    """
    if not any(others):
        return []
    begun = [records.beginning(term.anywhere) for term in terms]
    if sum(map(bool, others)) == 1:
        wanted = [other or typed for typed, other in zip(begun, others, strict=True)]
    else:
        wanted = [f"{typed} OR {other}" if other else typed for typed, other in zip(begun, others, strict=True)]
    return ranking.scored(records.closest_matching(reader, records.all_of(wanted), limit), terms, alike)


def _having(columns: str, words: Iterable[str]) -> str:
    """Return the expression for people who have one of the first of these words there, "" if there is no word."""
    some = list(islice(words, _MOST_WORDS))
    return records.in_columns(columns, records.being(some)) if some else ""


def _likest(words: Likenesses) -> list[str]:
    return sorted(words, key=lambda word: words[word], reverse=True)


def _holding(reader: Answers, term: Term, letters: int) -> Iterator[str]:
    for word in term.words:
        if len(word) >= letters:
            yield from records.words_around(reader, word, _MOST_INSIDE)


def _same_sound(reader: Answers, term: Term) -> Likenesses:
    found: dict[str, Likeness] = {}
    for word in term.words:
        bones = sounds.skeleton(word)
        if len(bones) >= _SOME_SOUND:
            for other in records.words_sounding(reader, bones):
                if other.startswith(word):
                    continue
                if sounds.akin(word, other):
                    found[other] = ranking.SAME_SOUND_LESS_VOWELS
                elif len(bones) >= _CLEAR_SOUND:
                    found.setdefault(other, ranking.SAME_SOUND)
    return dict(sorted(found.items(), key=lambda each: each[1], reverse=True))


def _sound_begun(reader: Answers, term: Term) -> Likenesses:
    found: dict[str, Likeness] = {}
    for word in term.words:
        for bones in sounds.beginnings(word):
            if len(bones) >= _SOME_SOUND:
                for other in records.words_starting_to_sound(reader, bones, _MOST_WORDS):
                    whole = sounds.skeleton(other) == bones
                    found.setdefault(other, ranking.SAME_SOUND if whole else ranking.SOUND_BEGUN)
    return found


def _slip_begun(reader: Answers, slips: Sequence[str]) -> Likenesses:
    return dict.fromkeys(records.words_beginning_with_any(reader, slips, _MOST_WORDS), ranking.SLIP_BEGUN)


def _long_enough(term: Term) -> list[str]:
    return [spelled for spelled in term.spelled if len(spelled) >= typos.SHORTEST and not spelled.isdecimal()]


def _best_of(one: Likenesses, other: Likenesses) -> Likenesses:
    return {word: max(each.get(word, ranking.UNLIKE) for each in (one, other)) for word in (*one, *other)}


def _halves(reader: Answers, word: str) -> Iterator[tuple[str, str]]:
    heads = [word[:at] for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1)]
    known = set(records.words_among(reader, heads))
    return ((head, word[len(head) :]) for head in heads if head in known)


def _part(folded: str) -> Term:
    return Term(folded, (folded,), folded, (folded,), (folded,))
