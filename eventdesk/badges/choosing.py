"""Finds the people whose badges are meant, and sorts them; in steps, between which the desk goes on working."""

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import assert_never

from eventdesk.badges import records, stock
from eventdesk.badges.choice import (
    Changed,
    Choice,
    Everyone,
    Filter,
    InGroup,
    InState,
    Matching,
    NotHandedOut,
    NotPrinted,
    OfOrganisation,
    OfSector,
    Order,
    These,
    WithRole,
    filters,
    whatever_state,
)
from eventdesk.badges.design.template import Template
from eventdesk.badges.digest import digests
from eventdesk.badges.snapshot import Where, nowhere, snapshot
from eventdesk.event import Event
from eventdesk.people import records as people_records
from eventdesk.people.person import Person, Status
from eventdesk.people.role import Role, sector_name
from eventdesk.people.rolebook import role_book
from eventdesk.people.search import search
from eventdesk.people.sorting import sort_key
from eventdesk.words import Words

_STEP = 250
_RUNS_AT_ONCE = 20
"""So many sorted runs are let go of in one step: all at once would take a noticeable moment."""
_MANY = 1000
_MAY_COME = frozenset({Status.REGISTERED, Status.PENDING})
_Key = tuple[str, ...]
_Test = Callable[[Person], bool]


@dataclass(frozen=True, slots=True)
class Choosing:
    """How many people have been looked at."""

    done: int
    total: int


def choose(
    event: Event,
    choice: Choice,
    order: Order = Order.NAME,
    *,
    where: Where = nowhere,
    template: Template | None = None,
) -> list[Person]:
    """Return whose badges are meant, sorted; at once. See `choosing`."""
    steps = choosing(event, choice, order, where=where, template=template)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            people: list[Person] = end.value
            return people


def choosing(
    event: Event,
    choice: Choice,
    order: Order = Order.NAME,
    *,
    where: Where = nowhere,
    template: Template | None = None,
) -> Generator[Choosing, None, list[Person]]:
    """Find whose badges are meant, in short steps; the result is sorted.

    `where` and `template` say what would be printed now, for those whose badge has changed since it was printed:
    they are to be the ones that badges are made with. Without a template it is the one of the event. Badges of which
    nobody noted what stood on them count as unchanged.
    """
    wanted = filters(choice)
    named = _named(event, wanted)
    total = people_records.count(event.db) if named is None else len(named)
    done = 0
    tests = [*_tests(event, wanted), *(() if whatever_state(choice) else (_may_come,))]
    key = _key(event, order)
    runs: list[list[tuple[_Key, int, Person]]] = []
    for ids in _everybody(event) if named is None else _in_steps(named):
        found = people_records.people(event.db, ids)
        chosen = [person for person in found if all(test(person) for test in tests)]
        for part in wanted:
            chosen = _by_print(event, part, chosen, where, template)
        runs.append(sorted(((key(person), person.id, person) for person in chosen), key=itemgetter(0, 1)))
        done += len(ids)
        yield Choosing(done, max(done, total))
    people: list[Person] = []
    for _, _, person in heapq.merge(*runs, key=itemgetter(0, 1)):
        people.append(person)
        if not len(people) % _STEP:
            yield Choosing(done, done)
    while runs:
        del runs[-_RUNS_AT_ONCE:]
        yield Choosing(done, done)
    return people


def _everybody(event: Event) -> Iterator[Sequence[int]]:
    """Yield the ids of all people, some at a time: all of a hundred thousand at once would hold up the desk."""
    last = -1
    while ids := people_records.ids(event.db, _STEP, after=last):
        last = ids[-1]
        yield ids


def _in_steps(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _STEP] for start in range(0, len(ids), _STEP))


def _named(event: Event, wanted: Iterable[Filter]) -> Sequence[int] | None:
    """Return the ids of those who are named; None if nobody is."""
    named: dict[int, None] | None = None
    for part in wanted:
        match part:
            case These(ids):
                here = dict.fromkeys(ids)
            case Matching(words):
                here = dict.fromkeys(hit.person for hit in search(event.db, words, _MANY) if hit.exact)
            case _:
                continue
        named = here if named is None else {person: None for person in named if person in here}
    return None if named is None else list(named)


def _tests(event: Event, wanted: Iterable[Filter]) -> Iterable[_Test]:
    """Yield what has to be true of a person, as far as their own fields say it."""
    for part in wanted:
        match part:
            case WithRole(named):
                yield _has_role(role_book(event.db).parse(named))
            case InState(status):
                yield _is("status", status)
            case OfSector(sector):
                yield _is("sector", sector)
            case OfOrganisation(name):
                yield _reads("organisation", name)
            case InGroup(name):
                yield _reads("group", name)
            case Everyone() | NotPrinted() | NotHandedOut() | Changed() | These() | Matching():
                pass
            case _:
                assert_never(part)


def _may_come(person: Person) -> bool:
    return person.status in _MAY_COME


def _has_role(role: str) -> _Test:
    return lambda person: role in (person.roles or (Role.PARTICIPANT.value,))


def _is(field: str, value: str) -> _Test:
    return lambda person: getattr(person, field) == value


def _reads(field: str, value: str) -> _Test:
    wanted = _plain(value)
    return lambda person: _plain(getattr(person, field)) == wanted


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _by_print(
    event: Event, part: Filter, people: list[Person], where: Where, template: Template | None
) -> list[Person]:
    """Return those of whom it is true what is asked of their last print."""
    if not people or not isinstance(part, NotPrinted | NotHandedOut | Changed):
        return people
    latest = records.latest(event.db, [person.id for person in people])
    match part:
        case NotPrinted():
            return [person for person in people if person.id not in latest]
        case NotHandedOut():
            return [person for person in people if person.id in latest and not latest[person.id].handed_out]
        case Changed():
            known = [person for person in people if person.id in latest and latest[person.id].digest]
            now = digests(snapshot(event, known, where), template or stock.template_of(event))
            return [person for person in known if now[person.id] != latest[person.id].digest]
        case _:
            assert_never(part)


def _key(event: Event, order: Order) -> Callable[[Person], _Key]:
    words = Words(event.details.language)

    def name(person: Person) -> _Key:
        return sort_key(person.list_name), person.code

    def key(person: Person) -> _Key:
        match order:
            case Order.NAME:
                return name(person)
            case Order.ORGANISATION:
                return "" if person.organisation else "1", sort_key(person.organisation), *name(person)
            case Order.SECTOR:
                sector = sort_key(sector_name(words, person.sector))
                return "" if person.sector else "1", sector, *name(person)
            case Order.CODE:
                return person.code, *name(person)
            case _:
                assert_never(order)

    return key
