"""Printed badges lie in boxes by name: which box a badge is in, what is written on the box, and its number."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from eventdesk.people.person import Person
from eventdesk.people.sorting import sort_key

MOST = 100
"""So many badges a box holds if nobody says otherwise."""

_NAMELESS = "#"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a badge lies: what is written on its box ("M–R"), and its number in the whole batch."""

    box: str
    number: int


@dataclass(frozen=True, slots=True)
class Box:
    """One box: what is written on it, the number of its first badge, and whose badges lie in it."""

    label: str
    first: int
    people: tuple[int, ...]

    @property
    def last(self) -> int:
        """The number of its last badge."""
        return self.first + len(self.people) - 1


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody in the list, by the key that the list is sorted by. `letters`: what was folded into it."""

    person: int
    key: str
    letters: str


@dataclass(frozen=True, slots=True)
class _Part:
    """People whose names begin alike, no more than fit into a box. `number` counts parts that begin with the same."""

    beginning: str
    people: tuple[int, ...]
    number: int = 1

    @property
    def label(self) -> str:
        return self.beginning if self.number == 1 else f"{self.beginning} ({self.number})"


def cut(people: Sequence[Person], most: int = MOST) -> list[Box]:
    """Return boxes of at most so many badges, for people sorted by name.

    Boxes end where a first letter does, if they can: only a letter that has too many is cut after its second letter,
    and so on. Ä lies under A, as in the list. Raises ValueError if boxes hold nothing.
    """
    if most < 1:
        raise ValueError(most)
    named = [_Named(person.id, sort_key(person.list_name), person.list_name.casefold()) for person in people]
    boxes: list[Box] = []
    labels: Counter[str] = Counter()
    number = 1
    for parts in _filled(_parts(named, 1, most), most):
        inside = tuple(person for part in parts for person in part.people)
        first, last = parts[0].label, parts[-1].label
        label = first if first == last else f"{first}–{last}"
        labels[label] += 1
        boxes.append(Box(label if labels[label] == 1 else f"{label} ({labels[label]})", number, inside))
        number += len(inside)
    return boxes


def spots(boxes: Iterable[Box]) -> dict[int, Spot]:
    """Return where each badge lies, by person."""
    return {
        person: Spot(box.label, number) for box in boxes for number, person in enumerate(box.people, start=box.first)
    }


def _filled(parts: Iterable[_Part], most: int) -> Iterator[list[_Part]]:
    """Yield what lies in a box together: one part after the other, as long as there is room."""
    box: list[_Part] = []
    taken = 0
    for part in parts:
        if box and taken + len(part.people) > most:
            yield box
            box, taken = [], 0
        box.append(part)
        taken += len(part.people)
    if box:
        yield box


def _parts(named: Sequence[_Named], length: int, most: int) -> Iterator[_Part]:
    """Yield parts of people who have the first `length` letters in common, or more where these would be too many."""
    for _, alike in groupby(named, key=lambda each: each.key[:length].rstrip()):
        group = list(alike)
        if len(group) <= most:
            yield _Part(_shown(group[0], length), tuple(each.person for each in group))
        elif all(len(each.key) <= length for each in group):
            for number, start in enumerate(range(0, len(group), most), start=1):
                some = group[start : start + most]
                yield _Part(_shown(group[0], length), tuple(each.person for each in some), number)
        else:
            yield from _parts(group, length + 1, most)


def _shown(someone: _Named, length: int) -> str:
    """Return the beginning of a key as people write it: "Mu", "Ng B", "Шев"."""
    letters = "".join(_letter(sign, someone.letters) for sign in someone.key[:length])
    return " ".join(word[:1].upper() + word[1:] for word in letters.split()) or _NAMELESS


def _letter(sign: str, letters: str) -> str:
    """Return the letter that stands for itself or for a letter of another script in a key."""
    if sign.isascii():
        return " " if sign == "-" else sign
    return next((letter for letter in letters if sort_key(letter) == sign), sign)
