"""What stands in a brochure, taken out of an event; and what is still lacking of a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.people.consent import Consent
from eventdesk.reports.brochure.texts import Texts


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it is printed: contact and picture are empty unless it agreed to them.

    `picture` is the name of a picture of the brochure, `number` tells projects of one brochure apart.
    """

    number: int
    name: str
    blurb: str = ""
    portrait: str = ""
    town: str = ""
    website: str = ""
    contact: str = ""
    email: str = ""
    phone: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The projects of one theme; those without one have an empty theme and stand last."""

    theme: str
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a session or a table found: its lines, and whoever said them."""

    title: str
    lines: tuple[str, ...]
    authors: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the brochure says about the event. Days are ISO dates."""

    title: str = ""
    subtitle: str = ""
    starts: str = ""
    ends: str = ""
    venue: str = ""
    address: str = ""
    organiser: str = ""
    language: str = "de"


@dataclass(frozen=True, slots=True)
class Brochure:
    """Everything that is printed. `pictures` are saved PNG and JPEG files by name; `themes`: all, in order."""

    facts: Facts
    texts: Texts
    chapters: tuple[Chapter, ...]
    results: tuple[Result, ...] = ()
    themes: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects, in the order in which they are printed."""
        return tuple(project for chapter in self.chapters for project in chapter.projects)

    @property
    def title(self) -> str:
        """What the brochure is called."""
        return self.texts.title or self.facts.title

    @property
    def subtitle(self) -> str:
        """What stands below its title."""
        return self.texts.subtitle or self.facts.subtitle


class Lack(StrEnum):
    """What a project has not got yet, so that less of it is printed."""

    PORTRAIT = "portrait"
    CONTACT_CONSENT = "contact_consent"
    PHOTO_CONSENT = "photo_consent"
    PICTURE = "picture"
    TOWN = "town"


def lacks(exhibitor: Exhibitor) -> tuple[Lack, ...]:
    """Return what is lacking for a full page: texts, a picture, and consents to print what is there."""
    found = {
        Lack.PORTRAIT: not exhibitor.portrait,
        Lack.CONTACT_CONSENT: Consent.CONTACT not in exhibitor.consents,
        Lack.PHOTO_CONSENT: bool(exhibitor.picture) and Consent.PHOTO not in exhibitor.consents,
        Lack.PICTURE: not exhibitor.picture,
        Lack.TOWN: not exhibitor.town,
    }
    return tuple(lack for lack, is_lacking in found.items() if is_lacking)


def printed(exhibitor: Exhibitor, number: int) -> Project:
    """Return a project as it may be printed."""
    contact = Consent.CONTACT in exhibitor.consents
    return Project(
        number=number,
        name=exhibitor.name,
        blurb=exhibitor.blurb,
        portrait=exhibitor.portrait,
        town=exhibitor.town,
        website=exhibitor.website,
        contact=exhibitor.contact if contact else "",
        email=exhibitor.email if contact else "",
        phone=exhibitor.phone if contact else "",
        picture=exhibitor.picture if Consent.PHOTO in exhibitor.consents else "",
    )
