"""The columns that the list can show, and what stands in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from eventdesk.people.code import grouped
from eventdesk.people.listing import NAME
from eventdesk.people.person import Person, Status
from eventdesk.people.role import sector_name
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words
from ui.facets import STATUS_NAMES
from ui.people.fields import SEPARATOR, label

TODAY = "today"


@dataclass(frozen=True)
class Row:
    """A person as the list shows them. `arrived` is local, None for somebody who has not come today."""

    person: Person
    arrived: datetime | None = None
    inside: bool = False


@dataclass(frozen=True)
class Speech:
    """The language, and what roles are called at this event."""

    words: Words
    roles: RoleBook


@dataclass(frozen=True)
class Column:
    """One column: its key (that of its order, where it has one), its share of the width, its least width in ems."""

    key: str
    text: Callable[[Row, Speech], str]
    share: float = 1
    least: float = 6
    sortable: bool = True


def _field(name: str) -> Callable[[Row, Speech], str]:
    return lambda row, _speech: str(getattr(row.person, name))


def _items(name: str) -> Callable[[Row, Speech], str]:
    return lambda row, _speech: SEPARATOR.join(getattr(row.person, name))


def roles_text(person: Person, speech: Speech) -> str:
    """Return what a person comes as."""
    return SEPARATOR.join(speech.roles.name(speech.words, role) for role in person.roles)


def today_text(row: Row, speech: Speech) -> str:
    """Return when a person came today, or went; who is not expected, why."""
    if row.arrived is None:
        status = row.person.status
        return "" if status is Status.REGISTERED else speech.words.t(STATUS_NAMES[status])
    at = row.arrived.strftime("%H:%M")
    return at if row.inside else speech.words.t("{time}, gone", time=at)


COLUMNS = (
    Column(NAME, lambda row, _speech: row.person.list_name, 2.4, 11),
    Column("native_name", _field("native_name"), 1.4, 7, sortable=False),
    Column("title", _field("title"), 0.7, 5, sortable=False),
    Column("organisation", _field("organisation"), 2.4, 9),
    Column("position", _field("position"), 1.4, 7),
    Column("roles", lambda row, speech: roles_text(row.person, speech), 1.5, 8),
    Column("sector", lambda row, speech: sector_name(speech.words, row.person.sector), 1, 7),
    Column("status", lambda row, speech: speech.words.t(STATUS_NAMES[row.person.status]), 1, 7),
    Column(TODAY, today_text, 0.8, 7, sortable=False),
    Column("town", _field("town"), 1.2, 7),
    Column("group", _field("group"), 1.2, 7),
    Column("languages", _items("languages"), 1.2, 7),
    Column("needs", _items("needs"), 1.2, 7),
    Column("email", _field("email"), 1.8, 9),
    Column("phone", _field("phone"), 1.2, 8, sortable=False),
    Column("attention", _field("attention"), 1.8, 8, sortable=False),
    Column("note", _field("note"), 1.8, 8, sortable=False),
    Column("days", _items("days"), 1.2, 7, sortable=False),
    Column("exhibitor", _field("exhibitor"), 0.8, 6),
    Column("wishes", _items("wishes"), 1, 6, sortable=False),
    Column("ticket", _field("ticket"), 1.2, 8),
    Column("code", lambda row, _speech: grouped(row.person.code), 1.2, 11),
)
BY_KEY = {column.key: column for column in COLUMNS}
USUAL = (NAME, "organisation", "roles", TODAY)


def heading(words: Words, key: str) -> str:
    """Return what a column is called."""
    return {NAME: words.t("Name"), TODAY: words.t("Today")}.get(key) or label(words, key)


def remembered(text: str) -> list[str]:
    """Return the columns that a text names, in our order; the usual ones if it names none. The name always stays."""
    wanted = set(text.split(",")) if text else set(USUAL)
    return [column.key for column in COLUMNS if column.key in wanted | {NAME}]


def cells(row: Row, keys: Sequence[str], speech: Speech) -> list[str]:
    """Return what stands in these columns of a row."""
    return [BY_KEY[key].text(row, speech) for key in keys]
