"""People as columns of keys: what they are called and known by, folded so that careless spelling does not matter."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from eventdesk.people import records
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.records import Former, Stored

Key = tuple[str, ...]
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"})
NO_KEY: Key = ()
_NAMES_AT_ONCE = 1000
_DOTTED_I = "i\u0307"
_NAME_PARTS = ("given_name", "family_name", "native_name")


class Folder:
    """Folds names to what stays the same in careless spelling; each word is folded once."""

    def __init__(self) -> None:
        self._folded = _Folded()

    def __call__(self, name: str) -> str:
        """Return the folded words of a name in alphabetical order, so that "Demirtas ELIF" is "Elif Demirtaş"."""
        return " ".join(sorted(map(self._folded.__getitem__, name.split())))


class _Folded(dict[str, str]):
    def __missing__(self, word: str) -> str:
        folded = word.casefold()
        if not folded.isascii():
            folded = unicodedata.normalize("NFKD", folded.translate(_UMLAUTS))
        folded = self[word] = folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
        return folded


class _Names(Sequence[str]):
    """Folded names, a thousand at a time as they are asked for: a long list in an empty file needs few of them."""

    def __init__(self, names: Sequence[str], fold: Folder) -> None:
        self._names = names
        self._fold = fold
        self._folded: list[str | None] = [None] * len(names)

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, row: int) -> str: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...

    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        folded = self._folded[row]
        return self._made(row) if folded is None else folded

    def _made(self, row: int) -> str:
        start = row % len(self) // _NAMES_AT_ONCE * _NAMES_AT_ONCE
        some = slice(start, start + _NAMES_AT_ONCE)
        self._folded[some] = made = [self._fold(name) for name in self._names[some]]
        return made[row % len(self) - start]


def caseless(text: str) -> str:
    """Return the text without case. The Turkish pairs I ı and İ i become one i, since no list says its language."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("ı", "i").replace(_DOTTED_I, "i")


@dataclass(frozen=True, slots=True)
class Crowd:
    """People as columns of keys: those of a list, or those in the file.

    `who` tells who each is: the row in the list, or the id in the file, which is the same for one person's former keys.
    """

    who: Sequence[int]
    names: Sequence[str]
    emails: Sequence[str]
    codes: Sequence[str]
    foreign: Sequence[Key]
    tickets: Sequence[str]
    written: Sequence[str]
    organisations: Sequence[str]

    def by_exact_name(self, row: int) -> Key:
        """Return name and organisation as they are written but for the case."""
        return (self.written[row].casefold(), self.organisations[row].casefold())

    def by_caseless_name(self, row: int) -> Key:
        """Return name and organisation without case in any language."""
        return (caseless(self.written[row]), caseless(self.organisations[row]))

    def by_code(self, row: int) -> Key:
        """Return our badge code."""
        return (self.codes[row],) if self.codes[row] else NO_KEY

    def by_everything(self, row: int) -> Key:
        """Return all that a person is known by together: nobody else's row is as like."""
        return (*self.foreign[row], self.emails[row], self.tickets[row], *self.by_exact_name(row))

    def by_id(self, row: int) -> Key:
        """Return the kind of list and the id in it."""
        return self.foreign[row]

    def by_id_and_name(self, row: int) -> Key:
        """Return the id in the list and the folded name."""
        return (*self.foreign[row], self.names[row]) if self.foreign[row] else NO_KEY

    def by_mail(self, row: int) -> Key:
        """Return e-mail and folded name."""
        return (self.emails[row], self.names[row]) if self.emails[row] else NO_KEY

    def by_ticket(self, row: int) -> Key:
        """Return the foreign ticket code."""
        return (self.tickets[row],) if self.tickets[row] else NO_KEY

    def by_ticket_and_name(self, row: int) -> Key:
        """Return the foreign ticket code and the folded name."""
        return (self.tickets[row], self.names[row]) if self.tickets[row] else NO_KEY

    def known_by(self, row: int) -> Iterator[Key]:
        """Yield all by which a person may be the same as somebody else, if only because they are called alike."""
        yield ("name", self.names[row])
        for kind, key in (("code", self.by_code(row)), ("id", self.by_id(row)), ("ticket", self.by_ticket(row))):
            if key:
                yield (kind, *key)

    def agrees(self, row: int, other: "Crowd", at: int) -> bool:
        """Whether two people share their e-mail or a word of their name."""
        if self.emails[row] and self.emails[row] == other.emails[at]:
            return True
        return not set(self.names[row].split()).isdisjoint(other.names[at].split())


def listed_crowd(drafts: Drafts, fold: Folder) -> Crowd:
    """Return the keys of the people in a list."""
    column = drafts.column
    return _crowd(fold, range(len(drafts)), column)


def crowd_of(drafts: Drafts, rows: Sequence[int], fold: Folder) -> Crowd:
    """Return the keys of some people in a list."""

    def column(name: str) -> Sequence[str]:
        cells = drafts.columns.get(name)
        return [""] * len(rows) if cells is None else [cells[row] for row in rows]

    return _crowd(fold, rows, column)


def stored_crowd(people: Sequence[Stored], former: Sequence[Former], fold: Folder) -> Crowd:
    """Return the keys of the people in the file, and after them what they are known by since they were merged."""
    rows = [*people, *(each.row for each in former)]

    def column(name: str) -> Sequence[str]:
        at = records.COLUMNS.index(name)
        return [row[at] for row in rows]

    return _crowd(fold, [row[0] for row in rows], column)


def _crowd(fold: Folder, who: Sequence[int], column: Callable[[str], Sequence[str]]) -> Crowd:
    names = zip(*(column(part) for part in _NAME_PARTS), strict=True)
    full = [f"{given} {family}" if given or family else native for given, family, native in names]
    return Crowd(
        who=who,
        names=_Names(full, fold),
        emails=[email.casefold() for email in column("email")],
        codes=column("code"),
        foreign=[pair if pair[1] else NO_KEY for pair in zip(column("source"), column("foreign_id"), strict=True)],
        tickets=column("ticket"),
        written=full,
        organisations=column("organisation"),
    )
