"""From the people whom a search found to the rows of the list, and what Enter may do with them."""

from collections.abc import Sequence
from itertools import groupby
from typing import assert_never

from eventdesk.checkin.meant import Candidate, Doubt, doubt
from eventdesk.codes import Outcome
from eventdesk.people.code import grouped
from eventdesk.people.person import Person, Status
from eventdesk.people.rolebook import RoleBook
from eventdesk.people.search import marker
from eventdesk.words import Words, verdicts
from ui.checkin.findings import Found
from ui.checkin.result_rows import Detail, Mark, Result
from ui.checkin.results import Advice
from ui.checkin.tone import tone
from ui.colours import Colours

_OF_STATUS = {
    Status.CANCELLED: Outcome.CANCELLED,
    Status.PENDING: Outcome.PENDING,
    Status.WAITING: Outcome.WAITING,
}


def together(found: Sequence[Found]) -> list[Found]:
    """Return the same people, those of one name next to each other where the best of them stood."""
    by_name: dict[str, list[Found]] = {}
    for each in found:
        by_name.setdefault(_name(each.person), []).append(each)
    return [each for namesakes in by_name.values() for each in namesakes]


def results(
    found: Sequence[Found], typed: str, words: Words, colours: Colours, book: RoleBook | None = None
) -> list[Result]:
    """Return the rows of people whose namesakes stand together."""
    rows: list[Result] = []
    book, mark = book or RoleBook(), marker(typed)
    for _, alike in groupby(found, lambda each: _name(each.person)):
        namesakes = list(alike)
        details = _details([each.person for each in namesakes], words, book)
        for number, (each, apart) in enumerate(zip(namesakes, details, strict=True)):
            rows.append(_result(each, mark, apart, (number, len(namesakes)), words, colours))
    return rows


def advice(found: Sequence[Found], typed: str, words: Words, *, closed: bool) -> Advice:
    """Return what stands below the rows: whether Enter takes the first one, else what to do.

    `closed`: the file can only be looked at, so nobody can be added.
    """
    if not found:
        said = words.t("Nobody is called “{name}”.", name=typed.strip())
        more = "" if closed else words.t("Try a part of the name, or add this person.")
        return Advice(said, more, walk_in=not closed)
    match doubt(typed, [Candidate(each.person, each.hit.exact) for each in found]):
        case None:
            return Advice(sure=True)
        case Doubt.NAMESAKES:
            said = words.t("Several people have this name. Ask for what is marked, then choose with ↓ and Enter.")
        case Doubt.SEVERAL:
            said = words.t("Several people fit. Type more of the name, or choose with ↓ and Enter.")
        case Doubt.UNFINISHED:
            said = words.t("The name is not whole yet. Type all of it, or choose with ↓ and Enter.")
        case Doubt.UNLIKE if closed:
            said = words.t("Nobody is called exactly that. Choose with ↓ and Enter.")
        case Doubt.UNLIKE:
            said = words.t("Nobody is called exactly that. Choose with ↓ and Enter, or add the person.")
            return Advice(said, walk_in=True)
        case unknown:
            assert_never(unknown)
    return Advice(said)


def list_name(person: Person) -> str:
    """Return the name as lists show it: family name first, then the name in its own script."""
    native = person.native_name if person.native_name != person.list_name else ""
    return " · ".join(part for part in (person.list_name, native) if part)


def apart(person: Person, words: Words, book: RoleBook) -> str:
    """Return what tells a person from a namesake, as one text."""
    return " · ".join(part for part in _traits(person, words, book) if part)


def _name(person: Person) -> str:
    return person.name.casefold()


def _traits(person: Person, words: Words, book: RoleBook) -> tuple[str, ...]:
    roles = ", ".join(book.name(words, role) for role in person.roles)
    return person.organisation, person.town, roles


def _details(namesakes: Sequence[Person], words: Words, book: RoleBook) -> list[tuple[Detail, ...]]:
    """Return what is told about each of several people of one name; what not all of them share is `differs`."""
    traits = [_traits(person, words, book) for person in namesakes]
    if len(namesakes) > 1 and len(set(traits)) < len(namesakes):
        traits = [(*own, _mark_of(person, words)) for own, person in zip(traits, namesakes, strict=True)]
    shared = [len(set(column)) == 1 for column in zip(*traits, strict=True)]
    return [
        tuple(Detail(trait, differs=not same) for trait, same in zip(own, shared, strict=True) if trait)
        for own in traits
    ]


def _mark_of(person: Person, words: Words) -> str:
    """Return what tells apart two people who seem to be the same: their mail, or the end of their code."""
    return person.email or words.t("badge … {digits}", digits=grouped(person.code)[-4:])


def _result(
    found: Found, mark: Mark, apart: tuple[Detail, ...], place: tuple[int, int], words: Words, colours: Colours
) -> Result:
    person, (number, namesakes) = found.person, place
    state, dot = "", ""
    if person.status in _OF_STATUS:
        outcome = _OF_STATUS[person.status]
        state, dot = verdicts.remark(words, outcome), tone(outcome, colours).dot
    elif found.inside:
        state, dot = words.t("in the house"), colours.dot_welcome
    return Result(
        person=person.id,
        name=list_name(person),
        details=apart,
        mark=mark,
        state=state,
        dot=dot,
        shared=words.t("{number} of {count} with this name", number=number + 1, count=namesakes)
        if namesakes > 1
        else "",
        last_of_name=number == namesakes - 1,
    )
