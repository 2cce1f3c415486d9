"""Who may be the same person as a walk-in: pointed out at the desk, never prevented."""

from difflib import SequenceMatcher

from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.people.search.finding import search
from eventdesk.people.search.folding import fold
from eventdesk.people.search.sounds import skeleton
from eventdesk.store.access import Reader

MOST = 5
_HITS = 30
_SHORTEST_TYPO = 4
_ALIKE = 0.8


def possible_duplicates(reader: Reader, newcomer: Person) -> tuple[Person, ...]:
    """Return up to five people who have the newcomer's address, or their name in another spelling, order or script."""
    hits = [hit for asked in (newcomer.email, newcomer.name) if asked for hit in search(reader, asked, _HITS)]
    found = people.people(reader, list(dict.fromkeys(hit.person for hit in hits)))
    return tuple(person for person in found if _same_address(newcomer, person) or _same_name(newcomer, person))[:MOST]


def is_same(newcomer: Person, person: Person) -> bool:
    """Say whether somebody has exactly the newcomer's name, in whatever order of its words, or their address."""
    ours = sorted(fold(newcomer.name).split())
    names = (person.name, person.native_name)
    return _same_address(newcomer, person) or any(ours and sorted(fold(name).split()) == ours for name in names)


def _same_address(one: Person, other: Person) -> bool:
    return bool(one.email) and one.email.casefold() == other.email.casefold()


def _same_name(one: Person, other: Person) -> bool:
    names = (other.name, other.native_name, f"{other.name} {other.native_name}")
    return any(_all_words_meet(fold(one.name).split(), fold(name).split()) for name in names)


def _all_words_meet(ours: list[str], theirs: list[str]) -> bool:
    """Say whether each word of the shorter name stands in the other; a single word is enough only for a single word."""
    fewer, more = sorted((ours, theirs), key=len)
    if not fewer or (len(fewer) == 1 and len(ours) > 1):
        return False
    return all(any(_same_word(word, other) for other in more) for word in fewer)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_TYPO:
        return False
    return skeleton(one) == skeleton(other) or SequenceMatcher(None, one, other).ratio() >= _ALIKE
