"""The fewest letters with which any ranking could put the right person first: what a measured figure is held against.

The ranking that is imagined knows the crowd and the way of typing, and nothing else: everybody is equally likely. With
one text it can put one name first, so what people are called decides how far it comes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

Name = tuple[str, str]
"""Family name and given name."""

Way = Callable[[str, str], list[str]]
"""What stands in the field after each letter, for a family name and a given name."""

_MOST_LETTERS = 30


def family_first(family: str, given: str) -> list[str]:
    """Type the family name, then the given name."""
    return [family[:end] for end in range(1, len(family) + 1)] + [
        f"{family} {given[:end]}" for end in range(1, len(given) + 1)
    ]


def in_turn(family: str, given: str) -> list[str]:
    """Type both names in turn: M, M A, Mü A, Mü An, …"""
    return [f"{family[: (end + 1) // 2]} {given[: end // 2]}" for end in range(1, len(family) + len(given) + 1)]


def letters(text: str) -> int:
    """Count what was typed; blanks are free."""
    return len(text.replace(" ", ""))


def steady(people: Sequence[Name], way: Way) -> int:
    """Return the median of letters at best, if who stands first stays there as long as what is typed fits them.

    So must a ranking be for people who look up only after some letters. Best is then to put the most frequent name
    first of all that fit.
    """
    names = Counter(people)
    first: dict[str, tuple[int, Name]] = {}
    for name, often in names.items():
        for text in way(*name):
            first[text] = max(first.get(text, (0, name)), (often, name))
    needed: Counter[int] = Counter()
    for name, often in names.items():
        needed[next((letters(text) for text in way(*name) if first[text][1] == name), _MOST_LETTERS)] += often
    return sorted(needed.elements())[len(people) // 2]


def restless(people: Sequence[Name], way: Way) -> int:
    """Return the median of letters at best, if with every letter somebody else may be put first.

    A bound for every ranking there is: whoever stood first counts as refused, and as many as possible have their turn.
    """
    names = Counter(people)
    return next(most for most in range(1, _MOST_LETTERS) if 2 * _shown(names, way, most) >= len(people))


def _shown(names: Mapping[Name, int], way: Way, most: int) -> int:
    """Return how many people can stand first once within `most` letters.

    From the longest texts to the shortest, each puts that name first which is the most frequent of those left.
    """
    left: defaultdict[str, list[int]] = defaultdict(list)
    before: dict[str, str] = {}
    for name, often in names.items():
        texts = list(_within(way(*name), most))
        before.update(zip(texts[1:], texts, strict=False))
        left[texts[-1]].append(-often)
    for waiting in left.values():
        heapify(waiting)
    shown = 0
    for text in sorted({*left, *before, *before.values()}, key=len, reverse=True):
        waiting = left.pop(text, [])
        if waiting:
            shown -= heappop(waiting)
        if text in before:
            smaller, larger = sorted((waiting, left[before[text]]), key=len)
            for often in smaller:
                heappush(larger, often)
            left[before[text]] = larger
    return shown


def _within(texts: Sequence[str], most: int) -> Iterator[str]:
    return (text for text in dict.fromkeys(texts) if letters(text) <= most)
