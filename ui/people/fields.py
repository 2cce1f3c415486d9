"""The fields of a person as they are typed: which there are, in which groups, and what a typed text means."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from eventdesk.people.consent import in_order
from eventdesk.people.person import Person, Status
from eventdesk.tables.cleaning import clean, one_line
from eventdesk.words import Words, mark
from eventdesk.words.fields import EXTRA, field_name

SEPARATOR = ", "
LONGEST = 500
"""So many letters a field takes; the digits of a badge that is scanned into it find room."""

Texts = dict[str, str]
"""What stands in each field, by its name in Person; those of other lists begin with "extra:"."""


class Kind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LIST = "list"
    ROLES = "roles"
    SECTOR = "sector"
    STATUS = "status"
    CONSENTS = "consents"


@dataclass(frozen=True)
class Field:
    """One field. `half`: two of these stand side by side where there is room; `hint` stands in it while it is empty."""

    name: str
    kind: Kind = Kind.LINE
    half: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """Fields that belong together, under a heading."""

    heading: str
    fields: tuple[Field, ...]


SECTIONS = (
    Section(
        mark("Name"),
        (
            Field("given_name", half=True),
            Field("family_name", half=True),
            Field("native_name", half=True),
            Field("title", half=True),
        ),
    ),
    Section(
        mark("Comes as"),
        (
            Field("roles", Kind.ROLES),
            Field("organisation"),
            Field("position", half=True),
            Field("sector", Kind.SECTOR, half=True),
        ),
    ),
    Section(
        mark("Contact"),
        (
            Field("email"),
            Field("phone", half=True),
            Field("town", half=True),
            Field("consents", Kind.CONSENTS),
        ),
    ),
    Section(
        mark("At the event"),
        (
            Field("status", Kind.STATUS, half=True),
            Field("group", half=True),
            Field("languages", Kind.LIST, half=True),
            Field("needs", Kind.LIST, half=True),
            Field("attention", hint=mark("The desk sees this when the person comes")),
            Field("note"),
        ),
    ),
    Section(
        mark("Programme and codes"),
        (
            Field("days", Kind.LIST, half=True, hint=mark("every day; else like 2027-03-06")),
            Field("exhibitor", half=True),
            Field("wishes", Kind.LIST, half=True),
            Field("ticket", half=True),
        ),
    ),
)
OTHER = mark("From the list")
"""The heading of the fields that eventdesk has no column for."""
LISTS = frozenset({"roles", "languages", "needs", "wishes", "days"})


def label(words: Words, name: str) -> str:
    """Return what a field is called."""
    return field_name(words, "person", "party" if name == "group" else name)


def extra_fields(person: Person) -> tuple[Field, ...]:
    """Return the fields of this person that eventdesk has no column for."""
    return tuple(Field(f"{EXTRA}{name}", half=True) for name in sorted(person.extra))


def texts_of(person: Person) -> Texts:
    """Return what stands in each field of a person."""
    names = [field.name for section in SECTIONS for field in section.fields]
    texts = {name: _text(getattr(person, name)) for name in names}
    return texts | {f"{EXTRA}{name}": value for name, value in person.extra.items()}


def understood(person: Person, texts: Mapping[str, str]) -> Person:
    """Return the person as typed; fields that `texts` does not name stay as they are."""
    values: dict[str, Any] = {}
    extra = dict(person.extra)
    for name, text in texts.items():
        if name.startswith(EXTRA):
            extra[name.removeprefix(EXTRA)] = _plain(text)
        elif name in LISTS:
            items = (_plain(item) for item in text.replace(";", ",").split(","))
            values[name] = tuple(dict.fromkeys(item for item in items if item))
        elif name == "consents":
            values[name] = in_order(text.split(SEPARATOR))
        elif name == "status":
            values[name] = Status(text)
        else:
            values[name] = _plain(text)
    return replace(person, **values, extra=extra)


def typed(before: Person, texts: Mapping[str, str]) -> Texts:
    """Return those of the texts that say something else than what stands in the file."""
    stored = texts_of(before)
    now = texts_of(understood(before, texts))
    return {name: text for name, text in texts.items() if now.get(name) != stored.get(name)}


def _text(value: object) -> str:
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _plain(text: str) -> str:
    return one_line(clean(text))
