"""Whether a typed name surely means one person, so that nobody comes in under the name of somebody else."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from eventdesk.people.naming import split_name
from eventdesk.people.person import Person
from eventdesk.people.search.folding import mail_words
from eventdesk.people.search.query import Term, parse
from eventdesk.people.search.sounds import skeleton

_ENOUGH_DIGITS = 8
"""So many digits of a badge come about by chance for one of 100,000 people in one of a thousand tries."""


class Doubt(Enum):
    """Why a typed name does not surely mean the first person found."""

    UNLIKE = auto()
    """Nobody is called what was typed."""
    UNFINISHED = auto()
    """It fits one person, but their family name was not typed to its end: a stranger may be called so."""
    SEVERAL = auto()
    """It fits several people."""
    NAMESAKES = auto()
    """It fits several people of one name."""


class Candidate(NamedTuple):
    """Somebody found. `exact`: all that was typed stands in their data, letter by letter after folding."""

    person: Person
    exact: bool


def doubt(typed: str, found: Sequence[Candidate]) -> Doubt | None:
    """Say why `typed` may not mean the first of these people, the best first; None if it surely does.

    It surely means somebody whose family name was typed to its end. If a given name was typed as well, all the rest
    stands in their data, and nobody else may have all these words, or words that sound so, in their name; with less
    than that, nothing else may be typed (it may be the given name of a stranger, in whose firm or by whose mail address
    this one came), and nobody else be found at all, except by letters in the middle of a word. Half of a badge code
    means its owner as well.
    """
    if not found or not found[0].exact:
        return Doubt.UNLIKE
    asked = parse(typed)
    if len(asked.code) >= _ENOUGH_DIGITS and len(found) == 1 and asked.code in found[0].person.code:
        return None
    terms = asked.terms
    first, *others = [_Reading(each, terms) for each in found]
    called_so = first.is_called_so
    rivals = [other for other in others if (other.may_be_called_so if called_so else other.may_be_meant)]
    if rivals:
        alike = all(rival.name == first.name for rival in rivals)
        return Doubt.NAMESAKES if alike else Doubt.SEVERAL
    if not first.family_is_whole:
        return Doubt.UNFINISHED
    return None if called_so or first.is_all_of_the_name else Doubt.UNLIKE


class _Reading:
    """What was typed, held against one person. Whoever has but one name is called by it as by a family name."""

    def __init__(self, candidate: Candidate, terms: Sequence[Term]) -> None:
        person, native = candidate.person, split_name(candidate.person.native_name)
        self.name = person.name.casefold()
        self._terms = terms
        self._exact = candidate.exact
        families = [parse(name).terms for name in (person.family_name, native.family) if name]
        given = [parse(name).terms for name in (person.given_name, native.given) if name]
        if not families:
            families, given = given, []
        self._family, self._given = _words(families), _words(given)
        self._rest = _words([parse(person.organisation).terms]) | frozenset(mail_words(person.email).split())
        self.family_is_whole = self._fits() and any(_stands_in(family, terms) for family in families)

    @property
    def is_called_so(self) -> bool:
        """Whether the whole family name was typed, and a given name."""
        return self.family_is_whole and self._both_names()

    @property
    def is_all_of_the_name(self) -> bool:
        """Whether nothing was typed but words of the name."""
        names = self._family | self._given
        return all(not names.isdisjoint(term.words) for term in self._terms)

    @property
    def may_be_called_so(self) -> bool:
        """Whether both names were typed, or what sounds like them, be it without a part of a double name."""
        return self._fits() and self._both_names() if self._exact else self._sounds()

    @property
    def may_be_meant(self) -> bool:
        """Whether what was typed begins words of this person, or is like them."""
        words = self._family | self._given | self._rest
        return not self._exact or all(_begins(term, words) for term in self._terms)

    def _fits(self) -> bool:
        """Whether each typed word stands whole in the name or begins a word of the rest."""
        names = self._family | self._given
        return all(not names.isdisjoint(term.words) or _begins(term, self._rest) for term in self._terms)

    def _both_names(self) -> bool:
        family = [not self._family.isdisjoint(term.words) for term in self._terms]
        given = [not self._given.isdisjoint(term.words) for term in self._terms]
        return any(family) and any(given) and sum(map(bool.__or__, family, given)) > 1

    def _sounds(self) -> bool:
        bones = {skeleton(name) for name in self._family | self._given}
        return all(not bones.isdisjoint(map(skeleton, term.words)) for term in self._terms)


def _words(names: Iterable[Sequence[Term]]) -> frozenset[str]:
    return frozenset(word for terms in names for term in terms for word in term.words)


def _stands_in(name: Sequence[Term], typed: Sequence[Term]) -> bool:
    """Say whether every word of a name was typed."""
    words = _words([typed])
    return bool(name) and all(not words.isdisjoint(term.words) for term in name)


def _begins(term: Term, words: Iterable[str]) -> bool:
    return any(word.startswith(term.anywhere) for word in words)
