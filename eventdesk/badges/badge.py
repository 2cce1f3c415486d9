"""What stands on one badge, and what is to be said about a batch of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import Any

from eventdesk.drawing.letters import isolated

DIGITS_IN_A_GROUP = 4


class Field(StrEnum):
    """A text on a badge. `text` stands for words of the template itself, `programme` for the person's own day."""

    EVENT_TITLE = "event_title"
    EVENT_LINE = "event_line"
    TITLE = "title"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NAME = "name"
    NATIVE_NAME = "native_name"
    ORGANISATION = "organisation"
    POSITION = "position"
    PRONOUN = "pronoun"
    FIRST_PLACE = "first_place"
    OTHER_PLACES = "other_places"
    STAND = "stand"
    PANELS = "panels"
    TABLE = "table"
    LANGUAGES = "languages"
    ROLE = "role"
    SECTOR = "sector"
    CODE = "code"
    DIGITS = "digits"
    BOX = "box"
    PROGRAMME = "programme"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One line of a person's own day: when ("11:00"), what, where; each may be empty."""

    time: str = ""
    title: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A person's way through the day: all places in `lines`, the most important one first, and the same by kind."""

    lines: tuple[str, ...] = ()
    stand: str = ""
    panels: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    programme: tuple[Appointment, ...] = ()

    @classmethod
    def of(cls, told: "Way | Sequence[str]") -> "Way":
        """Return a way; of lines alone nobody knows the kinds."""
        return told if isinstance(told, Way) else cls(tuple(told))


@dataclass(frozen=True, slots=True)
class BadgeData:
    """One badge, all texts in the language of the event, which `language` names ("de").

    `role` is what the roles are called, `roles` their codes, `colour` that of the first one ("#14213d"); `sector`,
    `sector_code` and `sector_colour` likewise. `accent` is the colour of the event. `code` has sixteen digits or is
    empty, `event_line` is place and date in one line. `where` holds the places to go to, the most important one first;
    `stand`, `panels` and `tables` the same places by kind, `programme` the person's day, `box` where the printed badge
    lies until somebody comes for it.
    """

    person: int
    given_name: str = ""
    family_name: str = ""
    native_name: str = ""
    title: str = ""
    organisation: str = ""
    role: str = ""
    colour: str = "#14213d"
    languages: tuple[str, ...] = ()
    code: str = ""
    event_title: str = ""
    event_line: str = ""
    where: tuple[str, ...] = ()
    position: str = ""
    pronoun: str = ""
    roles: tuple[str, ...] = ()
    sector: str = ""
    sector_code: str = ""
    sector_colour: str = "#14213d"
    accent: str = "#ffb703"
    stand: str = ""
    panels: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    programme: tuple[Appointment, ...] = ()
    box: str = ""
    language: str = "de"

    @property
    def name(self) -> str:
        """The name as it is said: given name first."""
        return " ".join(part for part in (self.given_name, self.family_name) if part) or self.native_name

    @property
    def digits(self) -> str:
        """The code as people read it: its digits in fours."""
        return " ".join(self.code[at : at + DIGITS_IN_A_GROUP] for at in range(0, len(self.code), DIGITS_IN_A_GROUP))

    def texts(self, wanted: Field) -> tuple[str, ...]:
        """Return what stands in a field, each on lines of its own; nothing if there is nothing to print.

        Somebody with one name only has it where it is largest.
        """
        found = _FIELDS[wanted](self)
        if isinstance(found, str):
            return (found,) if found else ()
        return tuple([text for text in found if text])

    @property
    def largest(self) -> str:
        """The part of the name that stands largest: the given name, or the only one."""
        return self.given_name or self.family_name or self.native_name


def _native_name(badge: BadgeData) -> str:
    return "" if badge.native_name in {badge.largest, badge.name} else badge.native_name


_FIELDS: Mapping[Field, Callable[[BadgeData], str | Sequence[str]]] = {
    **{
        field: attrgetter(field.value) for field in Field if field is not Field.TEXT and hasattr(BadgeData, field.value)
    },
    Field.GIVEN_NAME: lambda badge: badge.largest,
    Field.FAMILY_NAME: lambda badge: badge.family_name if badge.given_name else "",
    Field.NATIVE_NAME: _native_name,
    Field.FIRST_PLACE: lambda badge: badge.where[:1],
    Field.OTHER_PLACES: lambda badge: badge.where[1:],
    Field.TABLE: lambda badge: badge.tables,
    Field.LANGUAGES: lambda badge: " · ".join(map(isolated, badge.languages)),
    Field.PROGRAMME: lambda badge: tuple(each.title for each in badge.programme),
    Field.TEXT: lambda _badge: "",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a text on a badge that somebody should look at before all of them are printed.

    `text` is what should stand there, `shown` what does, `size` its font size in points. `clusters` are letters that
    no font has, shown in Latin letters; `cut`: the end is left out; `abbreviated`: second names are initials, or what
    an organisation can do without is left out.
    """

    person: int
    name: str
    field: Field
    text: str
    size: float
    clusters: tuple[str, ...] = ()
    shown: str = ""
    cut: bool = False
    abbreviated: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the keys that the command line promises."""
        return {**asdict(self), "field": self.field.value, "clusters": list(self.clusters)}


@dataclass(frozen=True, slots=True)
class BadgeReport:
    """What came out: how many badges on how many pages, and the texts that need a look.

    `shrunk`: less than a comfortable part of the intended size; `overflow`: below the least size of their box,
    abbreviated or cut; `missing_glyphs`: shown in Latin letters, because no font has them.
    """

    badges: int = 0
    pages: int = 0
    shrunk: tuple[Remark, ...] = ()
    overflow: tuple[Remark, ...] = ()
    missing_glyphs: tuple[Remark, ...] = ()

    def as_json(self) -> Mapping[str, Any]:
        """Return the keys that the command line promises."""
        return {
            "badges": self.badges,
            "pages": self.pages,
            "shrunk": [each.as_json() for each in self.shrunk],
            "overflow": [each.as_json() for each in self.overflow],
            "missing_glyphs": [each.as_json() for each in self.missing_glyphs],
        }


@dataclass(slots=True)
class Remarks:
    """Collects remarks while badges are drawn."""

    shrunk: list[Remark] = field(default_factory=list)
    overflow: list[Remark] = field(default_factory=list)
    missing: list[Remark] = field(default_factory=list)
