"""Who of a list is in the file already, who stands in the list twice, and who may be the same person.

A person is known by our badge code, else by the list's own id, else by their ticket, else by e-mail and name, else, in
lists that have none of these, by the exact name and organisation. Nobody is found twice, nobody is merged by a guess.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventdesk.people import records
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.presets import Preset

Key = tuple[str, ...]
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"})
_NO_KEY: Key = ()
_NAME_PARTS = ("given_name", "family_name", "native_name")


class Folder:
    """Folds names to what stays the same in careless spelling; each word is folded once."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """Return the folded words of a name in alphabetical order, so that "Demirtas ELIF" is "Elif Demirtaş"."""
        known = self._words
        words = [known[word] if word in known else self._learned(word) for word in name.split()]
        words.sort()
        return " ".join(words)

    def _learned(self, word: str) -> str:
        latin = unicodedata.normalize("NFKD", word.casefold().translate(_UMLAUTS))
        folded = self._words[word] = "".join(letter for letter in latin if letter.isalnum())
        return folded


@dataclass(frozen=True, slots=True)
class Crowd:
    """People as columns of keys: those of a list, or those in the file."""

    names: Sequence[str]
    emails: Sequence[str]
    codes: Sequence[str]
    foreign: Sequence[Key]
    tickets: Sequence[str]
    written: Sequence[str]
    organisations: Sequence[str]

    def exact(self, row: int) -> Key:
        """Return name and organisation as they are written but for the case."""
        return (self.written[row].casefold(), self.organisations[row].casefold())

    def by_mail(self, row: int) -> Key:
        """Return e-mail and folded name, or no key."""
        return (self.emails[row], self.names[row]) if self.emails[row] else _NO_KEY

    def agrees(self, row: int, other: "Crowd", at: int) -> bool:
        """Whether two people share their e-mail or a word of their name."""
        if self.emails[row] and self.emails[row] == other.emails[at]:
            return True
        return not set(self.names[row].split()).isdisjoint(other.names[at].split())


@dataclass(frozen=True, slots=True)
class Matches:
    """By row of the list: who in the file it is, or which earlier row of the list; rows in neither are new.

    `clashes` are rows whose id an earlier row has for somebody else, `passed_on` those whose id somebody else in the
    file has.
    """

    known: Mapping[int, int]
    repeats: Mapping[int, int]
    clashes: Mapping[int, int]
    passed_on: Mapping[int, int]


def listed_crowd(drafts: Drafts, fold: Folder) -> Crowd:
    """Return the keys of the people in a list."""
    column = drafts.column
    return _crowd(fold, [column(part) for part in _NAME_PARTS], column)


def stored_crowd(rows: Sequence[Sequence[str]], fold: Folder) -> Crowd:
    """Return the keys of the people in the file, from rows in the order of records.COLUMNS."""

    def column(name: str) -> Sequence[str]:
        at = records.COLUMNS.index(name)
        return [row[at] for row in rows]

    return _crowd(fold, [column(part) for part in _NAME_PARTS], column)


def _crowd(fold: Folder, names: Sequence[Sequence[str]], column: Callable[[str], Sequence[str]]) -> Crowd:
    full = [f"{given} {family}" if given or family else native for given, family, native in zip(*names, strict=True)]
    return Crowd(
        names=[fold(name) for name in full],
        emails=[email.casefold() for email in column("email")],
        codes=column("code"),
        foreign=[
            (source, foreign) if foreign else _NO_KEY
            for source, foreign in zip(column("source"), column("foreign_id"), strict=True)
        ],
        tickets=column("ticket"),
        written=full,
        organisations=column("organisation"),
    )


def match(drafts: Drafts, listed: Crowd, stored: Crowd) -> Matches:
    """Find everybody of the list in the file and in the list itself."""
    repeats, clashes = _within(drafts, listed)
    if not stored.names:
        return Matches({}, repeats, clashes, {})
    matcher = _Matcher(listed, stored)
    rows = [row for row in range(len(drafts)) if row not in repeats and row not in clashes and row not in drafts.things]
    matcher.look(rows, lambda row: listed.codes[row], stored.codes)
    passed_on = matcher.look_by_id(rows, guess=False)
    matcher.look(rows, listed.tickets.__getitem__, stored.tickets, agree=True)
    by_mail = [stored.by_mail(at) for at in range(len(stored.names))]
    matcher.look(rows, listed.by_mail, by_mail)
    anonymous = [row for row in rows if not (listed.emails[row] or listed.foreign[row] or listed.tickets[row])]
    if anonymous:
        matcher.look(anonymous, listed.exact, [stored.exact(at) for at in range(len(stored.names))])
    if drafts.preset is not Preset.PLAIN:
        # A program's own id stays with its ticket, also when the ticket goes to another person.
        passed_on = matcher.look_by_id(rows, guess=True)
    return Matches(
        matcher.found, repeats, clashes, {row: at for row, at in passed_on.items() if row not in matcher.found}
    )


class _Matcher:
    """Finds people pass by pass, the surest key first; who was found is taken."""

    def __init__(self, listed: Crowd, stored: Crowd) -> None:
        self.found: dict[int, int] = {}
        self._taken: set[int] = set()
        self._listed = listed
        self._stored = stored

    def look(
        self,
        rows: Sequence[int],
        key: Callable[[int], str | Key],
        stored: Sequence[str | Key],
        *,
        agree: bool = False,
    ) -> None:
        """Match by one key. `agree`: the name or e-mail must agree as well where several people have the key."""
        places = _places(stored)
        for row in rows:
            wanted = None if row in self.found else key(row)
            free = [at for at in places.get(wanted, ()) if at not in self._taken] if wanted else []
            if agree and free:
                free = [at for at in free if self._listed.agrees(row, self._stored, at)]
            if free:
                self._take(row, free[0])

    def look_by_id(self, rows: Sequence[int], *, guess: bool) -> dict[int, int]:
        """Match by the list's own id; returns the rows whose id belongs to somebody else. `guess`: also take those."""
        places = _places(self._stored.foreign)
        others: dict[int, int] = {}
        for row in rows:
            wanted = None if row in self.found else self._listed.foreign[row]
            free = [at for at in places.get(wanted, ()) if at not in self._taken] if wanted else []
            agreeing = [at for at in free if self._listed.agrees(row, self._stored, at)]
            if agreeing or (guess and free):
                self._take(row, (agreeing or free)[0])
            elif free:
                others[row] = free[0]
        return others

    def _take(self, row: int, at: int) -> None:
        self.found[row] = at
        self._taken.add(at)


def _places(keys: Sequence[str | Key]) -> dict[str | Key, list[int]]:
    places: defaultdict[str | Key, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        if key:
            places[key].append(at)
    return places


def _within(drafts: Drafts, listed: Crowd) -> tuple[dict[int, int], dict[int, int]]:
    """Find rows that repeat an earlier one, and rows that use an earlier row's id for somebody else."""
    repeats: dict[int, int] = {}
    clashes: dict[int, int] = {}
    seen: dict[Key, int] = {}
    for row, key in enumerate(_own_keys(listed)):
        if row in drafts.things or row in drafts.rejected:
            continue
        first = seen.setdefault(key, row)
        if first == row:
            continue
        if key[0] != "id" or listed.names[first] == listed.names[row]:
            repeats[row] = first
        else:
            clashes[row] = first
    return repeats, clashes


def _own_keys(listed: Crowd) -> Iterator[Key]:
    """Yield for each row the surest thing that it is known by."""
    for row, (code, foreign, ticket, email) in enumerate(
        zip(listed.codes, listed.foreign, listed.tickets, listed.emails, strict=True)
    ):
        if code:
            yield ("code", code)
        elif foreign:
            yield ("id", *foreign)
        elif ticket:
            yield ("ticket", ticket, listed.names[row])
        elif email:
            yield ("mail", email, listed.names[row])
        else:
            yield ("name", *listed.exact(row))


def lookalikes(
    rows: Sequence[int], listed: Crowd, stored: Crowd, most: int
) -> list[tuple[int, int | None, int | None]]:
    """Return new rows with the folded name of somebody else: (row, earlier row or None, place in the file or None)."""
    in_file = {name: at for at, name in enumerate(stored.names)}
    in_list: dict[str, int] = {}
    found: list[tuple[int, int | None, int | None]] = []
    for row in rows:
        name = listed.names[row]
        earlier = in_list.setdefault(name, row)
        if name in in_file:
            found.append((row, None, in_file[name]))
        elif earlier != row:
            found.append((row, earlier, None))
        if len(found) >= most:
            break
    return found
