"""What stands on one badge, and what is to be said about a batch of them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from eventdesk.drawing.letters import isolated


class Field(StrEnum):
    """A text on a badge."""

    EVENT_TITLE = "event_title"
    EVENT_LINE = "event_line"
    TITLE = "title"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    ORGANISATION = "organisation"
    FIRST_PLACE = "first_place"
    OTHER_PLACES = "other_places"
    LANGUAGES = "languages"
    ROLE = "role"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class BadgeData:
    """One badge, all texts in the language of the event.

    `colour` is that of the role ("#14213d"), `code` sixteen digits or empty, `event_line` place and date in one line,
    `where` the places to go to, the most important one first.
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

    @property
    def name(self) -> str:
        """The name as it is said: given name first."""
        return " ".join(part for part in (self.given_name, self.family_name) if part) or self.native_name

    def texts(self, wanted: Field) -> tuple[str, ...]:
        """Return what stands in a field, each on lines of its own; nothing if there is nothing to print.

        Somebody with one name only has it where it is largest.
        """
        found: tuple[str, ...]
        match wanted:
            case Field.GIVEN_NAME:
                found = (self._largest,)
            case Field.FAMILY_NAME:
                found = (self.family_name if self.given_name else "",)
            case Field.NATIVE_NAME:
                found = ("" if self.native_name in {self._largest, self.name} else self.native_name,)
            case Field.FIRST_PLACE:
                found = self.where[:1]
            case Field.OTHER_PLACES:
                found = self.where[1:]
            case Field.LANGUAGES:
                found = (" · ".join(map(isolated, self.languages)),)
            case Field.ROLE:
                found = (self.role.upper(),)
            case _:
                found = (str(getattr(self, wanted.value)),)
        return tuple(text for text in found if text)

    @property
    def _largest(self) -> str:
        return self.given_name or self.family_name or self.native_name


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a text on a badge that somebody should look at before all of them are printed.

    `text` is what should stand there, `shown` what does, `size` its font size in points. `clusters` are letters that
    no font has, shown in Latin letters; `cut`: the end is left out.
    """

    person: int
    name: str
    field: Field
    text: str
    size: float
    clusters: tuple[str, ...] = ()
    shown: str = ""
    cut: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the keys that the command line promises."""
        return {**asdict(self), "field": self.field.value, "clusters": list(self.clusters)}


@dataclass(frozen=True, slots=True)
class BadgeReport:
    """What came out: how many badges on how many pages, and the texts that need a look.

    `shrunk`: less than a comfortable part of the intended size; `overflow`: below the least size of their box, or cut;
    `missing_glyphs`: shown in Latin letters, because no font has them.
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
