"""Who of a list is in the file already, who stands in the list twice, and who may be the same person.

A person is known by our badge code, else by the list's own id, else by e-mail and name, else by their ticket, else, in
lists that have none of these, by the exact name and organisation. Nobody is found twice, nobody is merged by a guess.
Who was merged into somebody at the desk is that person; if the list has both, it says nothing of the second.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from eventdesk.people.importing.crowd import NO_KEY, Crowd, Key
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.presets import Preset


@dataclass(frozen=True, slots=True)
class Matches:
    """By row of the list: who in the file it is, or which other row of the list; rows in neither are new.

    `clashes` are rows whose id an earlier row has for somebody else, `passed_on` those whose id somebody else in the
    file has.
    """

    known: Mapping[int, int]
    repeats: Mapping[int, int]
    clashes: Mapping[int, int]
    passed_on: Mapping[int, int]


def match(drafts: Drafts, listed: Crowd, stored: Crowd, unread: Container[int] = ()) -> Matches:
    """Find everybody of the list in the file and in the list itself.

    `unread` are the ids of people whose address could not be read when they came in: they go by their names.
    """
    repeats, clashes = _within(drafts, listed)
    if not stored.names:
        return Matches({}, repeats, clashes, {})
    rows = [row for row in range(len(drafts)) if row not in repeats and row not in clashes and row not in drafts.things]
    matcher = _Matcher(rows, listed, stored, unread)
    matcher.look(Crowd.by_code)
    matcher.look(Crowd.by_everything)
    matcher.look(Crowd.by_id_and_name)
    matcher.look(Crowd.by_mail)
    matcher.look(Crowd.by_ticket_and_name)
    plain = drafts.preset is Preset.PLAIN
    matcher.look(Crowd.by_exact_name, matcher.may_go_by_name(plain=plain))
    matcher.look(Crowd.by_caseless_name, matcher.may_go_by_name(plain=False))
    matcher.look(Crowd.by_id, matcher.is_renamed)
    matcher.look(Crowd.by_ticket, matcher.is_last_of_ticket())
    passed_on = matcher.with_foreign_id()
    if not plain:
        # A program's own id stays with its ticket, also when the ticket goes to another person.
        matcher.look(Crowd.by_id)
    twice = _twice(matcher.found, stored)
    return Matches(
        known={row: at for row, at in matcher.found.items() if row not in twice},
        repeats=repeats | twice,
        clashes=clashes,
        passed_on={row: at for row, at in passed_on.items() if row not in matcher.found},
    )


def _twice(found: Mapping[int, int], stored: Crowd) -> dict[int, int]:
    """Find rows that are one person in the file since a merging: by each but the surest, that one."""
    rows: dict[int, int] = {}
    # By what they are known by now before what they were known by once
    in_order = sorted(found.items(), key=itemgetter(1))
    return {row: rows[who] for row, at in in_order if rows.setdefault(who := stored.who[at], row) != row}


class _Matcher:
    """Finds people pass by pass, the surest key first; who was found is taken."""

    def __init__(self, rows: Sequence[int], listed: Crowd, stored: Crowd, unread: Container[int]) -> None:
        self.found: dict[int, int] = {}
        self._taken: set[int] = set()
        self._open = rows
        self._listed = listed
        self._stored = stored
        self._unread = unread
        self._names = frozenset(listed.names[row] for row in rows)

    def look(self, key: Callable[[Crowd, int], Key], may: Callable[[int, int], bool] = lambda _row, _at: True) -> None:
        """Match by one key those who are still open; `may` says of a row and a place whether they can be the same."""
        places = self._places(key) if self._open else {}
        for row in self._open:
            wanted = key(self._listed, row)
            for at in places[wanted].values() if wanted in places else ():
                if at not in self._taken and may(row, at):
                    self.found[row] = at
                    self._taken.add(at)
                    break
        self._open = [row for row in self._open if row not in self.found]

    def may_go_by_name(self, *, plain: bool) -> Callable[[int, int], bool]:
        """Return the rule for going by name and organisation alone: who has nothing else may.

        In a plain list so may who has an id, because running numbers move; but only if nobody else is called so.
        """
        in_list = Counter(map(self._listed.by_exact_name, range(len(self._listed.names)))) if plain else Counter[Key]()
        in_file = self._places(Crowd.by_exact_name) if plain else {}

        def may(row: int, at: int) -> bool:
            listed, unread = self._listed, self._stored.who[at] in self._unread
            if listed.tickets[row] or (listed.emails[row] and not unread):
                return False
            name = listed.by_exact_name(row)
            return not listed.foreign[row] or (in_list[name] == 1 and len(in_file.get(name, ())) == 1)

        return may

    def is_renamed(self, row: int, at: int) -> bool:
        """Whether it can be the same person under a changed name, whose old name nobody else in the list has."""
        return self._listed.agrees(row, self._stored, at) and self._stored.names[at] not in self._names

    def is_last_of_ticket(self) -> Callable[[int, int], bool]:
        """Return the rule for a ticket under a changed name: only one row and one person are left who have it."""
        listed, stored = self._listed.tickets, self._stored.tickets
        rows = Counter(listed[row] for row in self._open)
        people = Counter(
            ticket
            for ticket, _who in {(stored[at], who) for at, who in enumerate(self._stored.who) if at not in self._taken}
        )
        return lambda row, at: rows[listed[row]] == people[stored[at]] == 1 and self.is_renamed(row, at)

    def with_foreign_id(self) -> dict[int, int]:
        """Return the open rows whose id somebody else in the file has, and who."""
        places = self._places(Crowd.by_id)
        foreign = self._listed.foreign
        return {row: next(iter(places[foreign[row]].values())) for row in self._open if foreign[row] in places}

    def _places(self, key: Callable[[Crowd, int], Key]) -> dict[Key, dict[int, int]]:
        """Return by key and person the first place where that person is known by it."""
        places: defaultdict[Key, dict[int, int]] = defaultdict(dict)
        for at, who in enumerate(self._stored.who):
            found = key(self._stored, at)
            if found:
                places[found].setdefault(who, at)
        return dict(places)


def _within(drafts: Drafts, listed: Crowd) -> tuple[dict[int, int], dict[int, int]]:
    """Find rows that repeat an earlier one, and rows that use an earlier row's id for somebody else."""
    if not any(listed.codes) and len(set(listed.foreign) - {NO_KEY}) == len(drafts):
        return {}, {}  # every row has an id of its own
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
            yield ("name", *listed.by_exact_name(row))


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
