"""Three people on whom a badge is tried: the longest name, one in another script, and one like most."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.person import Person
from eventdesk.people.role import Role


class Example(StrEnum):
    """What somebody is an example of."""

    TYPICAL = "typical"
    LONGEST = "longest"
    SCRIPT = "script"


INVENTED: Mapping[Example, Person] = {
    Example.LONGEST: Person(
        0,
        "Hans-Joachim",
        "Freiherr von Schleswig-Holstein-Sonderburg",
        title="Prof. Dr.",
        organisation="Landesamt für Soziales, Jugend und Familie, Außenstelle Braunschweig",
        position="Referatsleitung Integration",
        sector="administration",
        roles=(Role.SPEAKER.value,),
        languages=("Deutsch", "English", "Français"),
        code="1482901633752046",
    ),
    Example.SCRIPT: Person(
        0,
        "Farid",
        "Rahmani",
        "فرید رحمانی",
        organisation="Sprachmittlung Nord",
        position="Dolmetscher",
        sector="civil_society",
        roles=(Role.INTERPRETER.value,),
        languages=("Deutsch", "فارسی", "دری"),
        code="1482901633752046",
    ),
    Example.TYPICAL: Person(
        0,
        "Anna",
        "Hoffmann",
        organisation="Nachbarschaftshaus Linden",
        sector="civil_society",
        languages=("Deutsch",),
        code="1482901633752046",
    ),
}
"""Who stands in where an event has nobody yet."""

_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Examples:
    """One person for each kind of example. `invented`: those whom the event does not have."""

    people: Mapping[Example, Person]
    invented: frozenset[Example] = frozenset()


class Search:
    """Looks at one person after the other; keeps one of each length of name, however many come."""

    def __init__(self) -> None:
        self._longest: tuple[int, Person] | None = None
        self._script: tuple[tuple[bool, int], Person] | None = None
        self._lengths: Counter[int] = Counter()
        self._of_length: dict[int, Person] = {}

    def look_at(self, person: Person) -> None:
        """Take somebody into account. Of several who are alike, the first one stays."""
        long = _length(person.name)
        if not long:
            return
        if self._longest is None or long > self._longest[0]:
            self._longest = (long, person)
        foreign = _foreign(person)
        if foreign is not None and (self._script is None or foreign > self._script[0]):
            self._script = (foreign, person)
        self._lengths[long] += 1
        known = self._of_length.get(long)
        if known is None or (person.organisation and not known.organisation):
            self._of_length[long] = person

    def found(self) -> Examples:
        """Return who was found, and somebody invented for each example that nobody is one of."""
        real = {
            Example.LONGEST: self._longest[1] if self._longest else None,
            Example.SCRIPT: self._script[1] if self._script else None,
            Example.TYPICAL: self._typical(),
        }
        people = {kind: real[kind] or INVENTED[kind] for kind in Example}
        return Examples(people, frozenset(kind for kind in Example if real[kind] is None))

    def _typical(self) -> Person | None:
        """Return somebody whose name is as long as that of the one in the middle."""
        half = (self._lengths.total() + 1) // 2
        for long in sorted(self._lengths):
            half -= self._lengths[long]
            if half <= 0:
                return self._of_length[long]
        return None


def examples(people: Iterable[Person]) -> Examples:
    """Return the examples among these people."""
    search = Search()
    for person in people:
        search.look_at(person)
    return search.found()


def _length(name: str) -> int:
    """Return how hard a name is to place: its letters, and once more those of its longest word, which never breaks."""
    words = name.replace("-", "- ").split()
    return len(name) + max(map(len, words)) if words else 0


def _foreign(person: Person) -> tuple[bool, int] | None:
    """Return whether somebody's name is written from the right, and how long it is; None if it is in Latin letters."""
    name = person.native_name or person.name
    letters = [sign for sign in name if sign.isalpha()]
    if not any(not unicodedata.name(sign, "").startswith("LATIN") for sign in letters):
        return None
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in letters), len(name)
