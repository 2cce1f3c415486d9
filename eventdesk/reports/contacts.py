"""The directory of those who agreed to stand in one: projects and people, by place, by theme or by name."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from eventdesk.people.person import Person, Status
from eventdesk.people.sorting import sort_key

_AT_ONCE = 250
"""So many people are read in one turn."""


class Kind(StrEnum):
    """What a contact is."""

    PROJECT = "project"
    PERSON = "person"


class Whom(StrEnum):
    """Whose contacts are wanted."""

    ALL = "all"
    PROJECTS = "projects"
    PEOPLE = "people"


class By(StrEnum):
    """In which order they stand."""

    PLACE = "place"
    THEME = "theme"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Contact:
    """One entry of the directory. `id` is that of the row; `given_name` and `family_name` are empty for projects.

    `contact` is whom to ask for at a project, `organisation` whom a person works for, `blurb` what a project does.
    """

    id: int
    kind: Kind
    name: str
    given_name: str = ""
    family_name: str = ""
    organisation: str = ""
    position: str = ""
    theme: str = ""
    town: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    blurb: str = ""

    @property
    def list_name(self) -> str:
        """The name as it stands in lists, the family name of a person first."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part) or self.name


def contacts_of(
    event: Event, *, whom: Whom = Whom.ALL, by: By = By.PLACE, theme: str = "", town: str = ""
) -> tuple[Contact, ...]:
    """Return all who agreed that their contact is passed on, and no others; of one theme or town if that is wanted.

    Who has cancelled does not stand there, nor does who has neither an address nor a number.
    """
    steps = contacts_in_steps(event, whom=whom, by=by, theme=theme, town=town)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            contacts: tuple[Contact, ...] = done.value
            return contacts


def contacts_in_steps(
    event: Event, *, whom: Whom = Whom.ALL, by: By = By.PLACE, theme: str = "", town: str = ""
) -> Generator[int, None, tuple[Contact, ...]]:
    """Do the same in short turns, each saying how many were found. Begin anew if something changes meanwhile."""
    found: list[Contact] = []
    for some in _all(event, whom):
        reached = (each for each in some if each.email or each.phone or each.website)
        found += [each for each in reached if theme in {"", each.theme} and town in {"", each.town}]
        yield len(found)
    return tuple(sorted(found, key=_ORDERS[by]))


def _all(event: Event, whom: Whom) -> Iterator[list[Contact]]:
    exhibitors = fair.exhibitors(event.db)
    if whom is not Whom.PEOPLE:
        yield [_project(each) for each in exhibitors if Consent.CONTACT in each.consents and each.comes]
    if whom is not Whom.PROJECTS:
        themes = {each.ref: each.theme for each in exhibitors}
        last = -1
        while ids := people.agreeing(event.db, _AT_ONCE, after=last):
            yield [
                _person(each, themes)
                for each in people.people(event.db, ids)
                if Consent.CONTACT in each.consents and each.status is Status.REGISTERED
            ]
            last = ids[-1]


def _project(exhibitor: Exhibitor) -> Contact:
    return Contact(
        id=exhibitor.id,
        kind=Kind.PROJECT,
        name=exhibitor.name,
        theme=exhibitor.theme,
        town=exhibitor.town,
        contact=exhibitor.contact,
        email=exhibitor.email,
        phone=exhibitor.phone,
        website=exhibitor.website,
        blurb=exhibitor.blurb,
    )


def _person(person: Person, themes: Mapping[str, str]) -> Contact:
    return Contact(
        id=person.id,
        kind=Kind.PERSON,
        name=person.name,
        given_name=person.given_name,
        family_name=person.family_name,
        organisation=person.organisation,
        position=person.position,
        theme=themes.get(person.exhibitor, ""),
        town=person.town,
        email=person.email,
        phone=person.phone,
    )


Key = tuple[bool, str, str, int]


def _by_place(contact: Contact) -> Key:
    return not contact.town, sort_key(contact.town), sort_key(contact.list_name), contact.id


def _by_theme(contact: Contact) -> Key:
    return not contact.theme, sort_key(contact.theme), sort_key(contact.list_name), contact.id


def _by_name(contact: Contact) -> Key:
    return False, "", sort_key(contact.list_name), contact.id


_ORDERS: Mapping[By, Callable[[Contact], Key]] = {By.PLACE: _by_place, By.THEME: _by_theme, By.NAME: _by_name}
