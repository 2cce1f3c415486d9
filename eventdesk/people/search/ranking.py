"""How well a person fits what was typed. Everything here is pure; entries are rows of the index without the tail."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from eventdesk.people.search.query import Term

# Points for a word of the family name, the given name, the organisation, the mail address. A name's beginning is worth
# more than a whole word of an organisation: two words that both begin a name beat one name and one organisation.
WHOLE = (100, 98, 58, 46)
BEGINNING = (84, 80, 52, 44)
INSIDE = (40, 38, 30, 20)
_ORGANISATION, _MAIL = 2, 3
_NAMES_FIRST = (1, 0)
FIRST = 1
"""More for the first word of a name: Peter before Hans-Peter."""
_MOST = tuple(points + FIRST for points in WHOLE)
AS_SPELLED = 1
"""More for a family name that is spelled as typed: Mueller and Müller before Muller for "mue"."""

WORTH_TYPING = min(BEGINNING)
"""What a word is worth at least that somebody begins to type; less is found in the middle of words, or by chance."""

_PLACES = 2

CODE = 1_000
TICKET = 900
PART_OF_CODE = 200
PART_OF_TICKET = 45


@dataclass(frozen=True, order=True, slots=True)
class Likeness:
    """How much a word counts that is not what was typed but like it, in a name and in an organisation."""

    name: int
    organisation: int


SAME_SOUND_LESS_VOWELS = Likeness(30, 18)
ONE_SLIP = Likeness(26, 14)
SAME_SOUND = Likeness(22, 12)
SOUND_BEGUN = Likeness(16, 9)
SLIP_BEGUN = Likeness(12, 7)
UNLIKE = Likeness(0, 0)

Likenesses = Mapping[str, Likeness]
"""Words of the index that resemble a typed word."""


class Scored(NamedTuple):
    """A person with points; `exact` if every typed word stands in the entry letter by letter, after folding."""

    person: int
    sort: str
    score: int
    exact: bool


def scored(entries: Iterable[Sequence[Any]], terms: Sequence[Term], alike: Sequence[Likenesses] = ()) -> list[Scored]:
    """Return those whom all of the typed words fit, with their points. `alike` goes with `terms`, or is empty."""
    wanted = [_Wanted(term) for term in terms]
    found = (_score(entry, wanted, alike) for entry in entries)
    return [each for each in found if each is not None]


class _Wanted:
    """What a term is looked for as: in names and organisations, in addresses, and as the beginning of the sorting key.

    With each word stand " word" and " word ", which are found in a text between blanks if it begins so or is whole.
    """

    __slots__ = ("drawn_out", "listed", "mail", "words")

    def __init__(self, term: Term) -> None:
        self.words = [(word, f" {word}", f" {word} ") for word in term.words]
        self.mail = [(word, f" {word}", f" {word} ") for word in term.mail]
        self.listed = term.listed
        self.drawn_out = term.drawn_out


def _score(entry: Sequence[Any], wanted: Sequence[_Wanted], alike: Sequence[Likenesses]) -> Scored | None:
    """Return a person's points, or None if a typed word is missing."""
    person, sort, family, given, organisation, mail = entry
    texts = (family, given, organisation, mail)
    total, exact = 0, True
    for at, term in enumerate(wanted):
        points = _literal(term, texts, sort)
        if term.drawn_out and not _is_spelled(term, mail, sort):
            points, exact = min(points, INSIDE[0]), False
        if not points and alike:
            points, exact = _resembling(alike[at], texts), False
        if not points:
            return None
        total += points
    return Scored(person, sort, total, exact)


def best(scored: Iterable[Scored], limit: int) -> list[Scored]:
    """Return the best, first by points, then as lists are sorted.

    Where there are too many, those of whom no word is as typed make room for each other: of each family name two are
    taken before anybody else, so that a frequent name does not hide the one that was meant.
    """
    ranked = sorted(scored, key=_rank)
    if len(ranked) <= limit:
        return ranked
    taken: list[Scored] = []
    waiting: list[Scored] = []
    places: Counter[str] = Counter()
    for each in ranked:
        guessed = not each.exact and each.score < WORTH_TYPING
        family = each.sort.split(" ", 1)[0] if guessed else ""
        places[family] += 1
        (waiting if guessed and places[family] > _PLACES else taken).append(each)
    return sorted((taken + waiting)[:limit], key=_rank)


def _rank(each: Scored) -> tuple[int, str, int]:
    return -each.score, each.sort, each.person


def _literal(wanted: _Wanted, texts: Sequence[str], sort: str) -> int:
    points = 0
    for at, text in enumerate(texts):
        if points > _MOST[at]:
            break
        for word, begun, whole in wanted.words if at < _MAIL else wanted.mail:
            if word in text and (at == _MAIL or not wanted.drawn_out or whole in f" {text} "):
                points = max(points, _standing(f" {text} ", at, begun, whole))
        if at == 0 and points and sort.startswith(wanted.listed):
            points += AS_SPELLED
    return points


def _is_spelled(wanted: _Wanted, mail: str, sort: str) -> bool:
    """Say whether a word stands there letter by letter, before folding."""
    return wanted.listed in sort.split() or any(word in mail for word, _, _ in wanted.mail)


def _standing(text: str, at: int, begun: str, whole: str) -> int:
    if begun not in text:
        return INSIDE[at]
    return (WHOLE if whole in text else BEGINNING)[at] + (FIRST if text.startswith(begun) else 0)


def _resembling(alike: Likenesses, texts: Sequence[str]) -> int:
    points = 0
    for at, text in enumerate(texts[:_MAIL]):
        for place, word in enumerate(text.split()):
            if word in alike:
                worth = alike[word].organisation if at == _ORGANISATION else alike[word].name + _NAMES_FIRST[at]
                points = max(points, worth + (FIRST if place == 0 else 0))
    return points
