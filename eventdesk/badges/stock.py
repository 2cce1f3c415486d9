"""What an event prints with: templates, pictures and sheets, its own beside those that come along; what is chosen."""

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from eventdesk.badges import records
from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design import template_file, templates
from eventdesk.badges.design.template import Template
from eventdesk.badges.design.templates import Shelf
from eventdesk.badges.design.toml_cells import FileProblem
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.sheet import Duplex, Placing, Sheet, alone
from eventdesk.codes import Op
from eventdesk.drawing.colour import Colour
from eventdesk.event import Event, Transaction
from eventdesk.store import settings

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture

LARGEST_PICTURE = 1_000_000
"""So many bytes a picture may have: the event file carries it along for ever."""

_PREFIX = "badges."
_SHEETS = f"{_PREFIX}sheets."
_PNG = b"\x89PNG"
_ACCENT = BadgeData.__dataclass_fields__["accent"].default


class WrongTemplateError(ValueError):
    """A template or a sheet breaks a rule. `problems` say which, and in which line."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Chosen:
    """What badges of an event are made with. Empty texts: what comes along.

    `sheet` is a name, empty for pages of the size of the badge; `start` the first free place on the first sheet.
    `boxes`: how many badges lie in a box, 0 if nobody wants boxes. `accent`: the colour of the event.
    """

    template: str = ""
    sheet: str = ""
    start: int = 1
    duplex: Duplex = Duplex.NONE
    boxes: int = 0
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Design:
    """What badges are drawn with. Without `placing` each side has a page of its own."""

    template: Template
    pictures: "Mapping[str, Picture]"
    placing: Placing | None = None


def design_of(event: Event, *, placed: bool = True) -> Design:
    """Return what is chosen for the badges of an event; if not `placed`, on pages of their own size."""
    template = template_of(event)
    return Design(template, pictures_of(event, template), placing_of(event) if placed else None)


def chosen(event: Event) -> Chosen:
    """Return what is chosen for the badges of an event; what cannot be understood counts as not chosen."""
    stored = settings.beginning_with(event.db, _PREFIX)
    duplex = stored.get("duplex", "")
    return Chosen(
        template=stored.get("template", ""),
        sheet=stored.get("sheet", ""),
        start=max(_whole(stored.get("start", "")), 1),
        duplex=Duplex(duplex) if duplex in {each.value for each in Duplex} else Duplex.NONE,
        boxes=_whole(stored.get("boxes", "")),
        accent=_colour(stored.get("accent", "")),
    )


def choose_design(event: Event, wanted: Chosen) -> str | None:
    """Print with this from now on. Returns the journal entry, None if nothing differs."""
    usual, now = Chosen(), chosen(event)
    if wanted == now:
        return None
    with event.transact(Op.SETTINGS, event.details.title) as tx:
        for name in Chosen.__dataclass_fields__:
            value = getattr(wanted, name)
            if value == getattr(now, name):
                continue
            if value == getattr(usual, name):
                settings.drop(tx, f"{_PREFIX}{name}")
            else:
                settings.put(tx, f"{_PREFIX}{name}", str(value))
        return tx.eid


def accent_of(event: Event) -> str:
    """Return the colour of the event as "#rrggbb"."""
    return chosen(event).accent or str(_ACCENT)


# ---- templates


def shelf(event: Event) -> Shelf:
    """Return the templates of an event: its own before those that come along."""
    return Shelf(records.templates(event.db))


def templates_of(event: Event) -> tuple[str, ...]:
    """Return the names of the templates to choose from, the event's own first."""
    return shelf(event).names()


def is_own(event: Event, name: str) -> bool:
    """Say whether a template belongs to the event, so that it can be changed and removed."""
    return name in records.templates(event.db)


def reading_of(event: Event, name: str) -> template_file.Reading:
    """Return a template, or what is wrong in it. Raises KeyError for a name that there is not."""
    return shelf(event).reading(name)


def template_of(event: Event, name: str = "") -> Template:
    """Return a template, without a name the chosen one; the classic one if there is none, or if it is wrong."""
    return shelf(event).usable(name or chosen(event).template or templates.CLASSIC)


def save_template(event: Event, template: Template) -> str | None:
    """Keep a template in the event, over the one of the same name. Returns the journal entry, None if it is the same.

    Raises `WrongTemplateError` if it breaks a rule.
    """
    body = template_file.to_toml(template)
    reading = template_file.parse(body, f"{template.name}.toml")
    if reading.problems:
        raise WrongTemplateError(reading.problems)
    if records.templates(event.db).get(template.name) == body:
        return None
    return _written(event, template.name, lambda tx: records.put_template(tx, template.name, body))


def remove_template(event: Event, name: str) -> str | None:
    """Take a template of the event away; one that comes along and has its name is back then."""
    if not is_own(event, name):
        return None
    return _written(event, name, lambda tx: records.drop_template(tx, name))


# ---- pictures


def pictures_of(event: Event, template: Template | None = None) -> "dict[str, Picture]":
    """Return the pictures a template wants, or all but those of exhibitors; one that cannot be read is left out."""
    return read_pictures(picture_files(event, template))


def picture_files(event: Event, template: Template | None = None) -> dict[str, bytes]:
    """Return the same as they were saved, which is fast."""
    if template is None:
        wanted = records.own_picture_names(event.db)
    else:
        wanted = [name for name in records.picture_names(event.db) if name in template.pictures]
    found = {name: picture_bytes(event, name) for name in wanted}
    return {name: data for name, data in found.items() if data is not None}


def read_pictures(files: Mapping[str, bytes], longest: int = 0) -> "dict[str, Picture]":
    """Return saved pictures as they are printed, which may take a moment and needs no event.

    `longest` is how many pixels of their longer edges are kept; without it as many as any paper needs.
    """
    from eventdesk.drawing.picture import LONGEST_EDGE, WrongPictureError, read_picture

    found: dict[str, Picture] = {}
    for name, data in files.items():
        with suppress(WrongPictureError):
            found[name] = read_picture(data, longest or LONGEST_EDGE)
    return found


class Album(Mapping[str, "Picture"]):
    """Saved pictures, read when somebody first looks at one: reading takes a moment, which the desk has not."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self._read: dict[str, Picture] | None = None
        self._reading = Lock()

    def _pictures(self) -> "dict[str, Picture]":
        with self._reading:
            if self._read is None:
                self._read = read_pictures(self.files)
            return self._read

    def __getitem__(self, name: str) -> "Picture":
        """Return a picture."""
        return self._pictures()[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of those that can be read."""
        return iter(self._pictures())

    def __len__(self) -> int:
        """Return how many can be read."""
        return len(self._pictures())


def picture_bytes(event: Event, name: str) -> bytes | None:
    """Return a picture as it was saved."""
    stored = records.picture(event.db, name)
    return base64.b64decode(stored[1]) if stored is not None else None


def save_picture(event: Event, name: str, data: bytes) -> str | None:
    """Keep a PNG or JPEG in the event, over the one of the same name.

    Returns the journal entry, None if it is the same. Raises `WrongPictureError` if it is none of both, or larger than
    a megabyte.
    """
    require_picture(data)
    return keep_picture(event, name, data)


def require_picture(data: bytes) -> None:
    """Raise `WrongPictureError` if this is no picture that can be kept. May take a second and needs no event."""
    from eventdesk.drawing.picture import PictureTrouble, WrongPictureError, read_picture

    if len(data) > LARGEST_PICTURE:
        raise WrongPictureError(PictureTrouble.TOO_LARGE)
    read_picture(data)


def keep_picture(event: Event, name: str, data: bytes) -> str | None:
    """Do as `save_picture` with data that `require_picture` let through, which is fast."""
    if picture_bytes(event, name) == data:
        return None
    return _written(event, name, lambda tx: put_picture_data(tx, name, data))


def put_picture_data(tx: Transaction, name: str, data: bytes) -> None:
    """Write a picture that `require_picture` let through, inside a deed."""
    media = "image/png" if data.startswith(_PNG) else "image/jpeg"
    records.put_picture(tx, name, media, base64.b64encode(data).decode("ascii"))


def remove_picture(event: Event, name: str) -> str | None:
    """Take a picture away. Returns the journal entry, None if there is none."""
    if name not in records.picture_names(event.db):
        return None
    return _written(event, name, lambda tx: records.drop_picture(tx, name))


# ---- sheets


def sheets_of(event: Event) -> dict[str, Sheet]:
    """Return the sheets to choose from by name, the event's own first."""
    own = _own_sheets(event)
    return {**own, **{name: sheet for name, sheet in sheet_file.known().items() if name not in own}}


def sheet_of(event: Event, name: str = "") -> Sheet | None:
    """Return a sheet, without a name the chosen one; None for pages of the size of the badge."""
    return sheets_of(event).get(name or chosen(event).sheet)


def save_sheet(event: Event, sheet: Sheet) -> str | None:
    """Keep a sheet in the event, over the one of the same name. Returns the journal entry, None if it is the same.

    Raises `WrongTemplateError` if its places do not fit on its page.
    """
    body = sheet_file.to_toml(sheet)
    problems = sheet_file.parse(body, f"{sheet.name}.toml").problems
    if problems:
        raise WrongTemplateError(problems)
    key = f"{_SHEETS}{sheet.name}"
    if settings.get(event.db, key) == body:
        return None
    return _written(event, sheet.name, lambda tx: settings.put(tx, key, body))


def remove_sheet(event: Event, name: str) -> str | None:
    """Take a sheet of the event away. Returns the journal entry, None if there is none."""
    key = f"{_SHEETS}{name}"
    if settings.get(event.db, key) is None:
        return None
    return _written(event, name, lambda tx: settings.drop(tx, key))


def placing_of(event: Event, shift: tuple[float, float] = (0, 0)) -> Placing | None:
    """Return how badges come onto the chosen sheet; None if each has pages of its own and nothing is shifted.

    `shift` is that of the printer. A start beyond the sheet, from one with more places, counts as its first place.
    """
    want = chosen(event)
    sheet = sheets_of(event).get(want.sheet)
    if sheet is not None:
        return Placing(sheet, want.start if want.start <= sheet.capacity else 1, want.duplex, shift)
    template = template_of(event)
    return replace(alone(template.width, template.height), shift=shift) if any(shift) else None


def _own_sheets(event: Event) -> dict[str, Sheet]:
    bodies = settings.beginning_with(event.db, _SHEETS)
    found = [sheet for body in bodies.values() for sheet in sheet_file.parse(body).sheets]
    return {sheet.name: sheet for sheet in found}


def _written(event: Event, label: str, write: Callable[[Transaction], None]) -> str:
    with event.transact(Op.SETTINGS, label) as tx:
        write(tx)
        return tx.eid


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _colour(text: str) -> str:
    try:
        Colour.parse(text)
    except ValueError:
        return ""
    return text
