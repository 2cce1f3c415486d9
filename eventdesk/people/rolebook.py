"""What roles are called and how they are coloured at one event: ours, changed by the organiser, and the event's own."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from eventdesk.codes import Op
from eventdesk.drawing.colour import INK, WHITE, Colour
from eventdesk.event import Event
from eventdesk.people.role import KNOWN_ROLES, OTHER_ROLE_COLOUR, ROLE_COLOURS, parse_role, role_colour, role_name
from eventdesk.store import settings
from eventdesk.store.access import Reader, Writer
from eventdesk.tables.cleaning import clean, one_line
from eventdesk.words import LANGUAGES, Words

READABLE = 4.5
"""The least contrast of a word on the colour of its role (WCAG 2.1 AA)."""
PALETTE = (*dict.fromkeys((*ROLE_COLOURS.values(), "#7b3f00", "#3d5a00", "#ffd166", "#a8dadc", "#f4a6a0")),)
"""Colours to choose from: dark ones for white words, then pale ones for dark words."""
LONGEST_NAME = 60
_PREFIX = "role."
_COLOUR = "colour"
_MARK = "own"


@dataclass(frozen=True)
class RoleEntry:
    """How one role appears at an event. `names` by language, empty where ours stand; `own`: eventdesk knows it not."""

    code: str
    colour: str
    names: Mapping[str, str] = field(default_factory=dict)
    own: bool = False


class RoleBook:
    """The roles of one event, as they were when it was read."""

    def __init__(self, chosen: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """Take what was chosen: by the code of the role, then by language or "colour"."""
        self._chosen = dict(chosen or {})

    def name(self, words: Words, role: str) -> str:
        """Return what a role is called in the language of `words`."""
        return self._chosen.get(role, {}).get(words.language) or role_name(words, role)

    def colour(self, role: str) -> str:
        """Return the colour of a role as #rrggbb."""
        return self._chosen.get(role, {}).get(_COLOUR) or role_colour(role)

    def ink(self, role: str) -> str:
        """Return the colour of a word on the colour of its role: white or dark, whichever can be read."""
        return ink_on(self.colour(role))

    def entry(self, role: str) -> RoleEntry:
        """Return how a role appears."""
        chosen = self._chosen.get(role, {})
        names = {language: chosen[language] for language in LANGUAGES if chosen.get(language)}
        return RoleEntry(role, self.colour(role), names, own=not is_ours(role))

    def chosen(self) -> list[str]:
        """Return the roles of the event's own, and those of ours that were changed."""
        return list(self._chosen)

    def parse(self, text: str) -> str:
        """Return the role that a text names, in any language; an unknown one as it was written."""
        code = parse_role(text)
        if code in self._chosen or is_ours(code):
            return code
        wanted = text.strip().casefold()
        for role, chosen in self._chosen.items():
            if wanted in {role.casefold(), *(chosen.get(each, "").casefold() for each in LANGUAGES)}:
                return role
        return code


def is_ours(role: str) -> bool:
    """Say whether eventdesk knows a role by itself."""
    return role in KNOWN_ROLES


def role_book(reader: Reader) -> RoleBook:
    """Return the roles of an event as they are now."""
    chosen: dict[str, dict[str, str]] = {}
    for key, value in settings.beginning_with(reader, _PREFIX).items():
        what, _, role = key.partition(".")
        with contextlib.suppress(ValueError):  # a colour that is none, written by hand, counts as not chosen
            chosen.setdefault(role, {})[what] = parse_colour(value) if what == _COLOUR else value
    return RoleBook(chosen)


def ink_on(colour: str) -> str:
    """Return white, or our dark ink where white cannot be read on this colour."""
    return "#ffffff" if Colour.parse(colour).contrast(WHITE) >= READABLE else OTHER_ROLE_COLOUR


def contrast_on(colour: str) -> float:
    """Return the contrast of a word on this colour, 1 to 21."""
    ground = Colour.parse(colour)
    white = ground.contrast(WHITE)
    return white if white >= READABLE else ground.contrast(INK)


def parse_colour(text: str) -> str:
    """Return a colour as "#rrggbb": "#14213d", "14213D" and "#123" are understood. Raises ValueError."""
    digits = text.strip().removeprefix("#").casefold()
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not all(digit in "0123456789abcdef" for digit in digits):
        raise ValueError(text)
    return f"#{digits}"


def readable(colour: str) -> str:
    """Return the colour, or the nearest one (darker) on which a word can be read."""
    ground = Colour.parse(colour)
    for share in range(100, 0, -2):
        nearer = "#{:02x}{:02x}{:02x}".format(
            *(part * share // 100 for part in (ground.red, ground.green, ground.blue))
        )
        if contrast_on(nearer) >= READABLE:
            return nearer
    return OTHER_ROLE_COLOUR


def change_role(event: Event, code: str, *, colour: str | None = None, names: Mapping[str, str] | None = None) -> str:
    """Give a role another colour, or other names by language (an empty one: ours again). One entry; returns its eid.

    Raises ValueError for a colour on which nothing can be read.
    """
    if colour is not None and contrast_on(colour) < READABLE:
        raise ValueError(f"no word can be read on {colour}")
    with event.transact(Op.SETTINGS, _label(event, code)) as tx:
        if colour is not None:
            _put(tx, _COLOUR, code, "" if is_ours(code) and colour == role_colour(code) else colour)
        for language, name in (names or {}).items():
            _put(tx, language, code, one_line(clean(name))[:LONGEST_NAME].strip())
        return tx.eid


def add_role(event: Event, name: str) -> str:
    """Add a role of the event's own, called `name` in both languages at first; returns its code, which is this name.

    A name that eventdesk knows ("Aussteller:in") leads to that role, and nothing is written.
    """
    book = role_book(event.db)
    code = book.parse(" ".join(clean(name).replace(",", " ").split())[:LONGEST_NAME].strip())
    if not code or is_ours(code) or code in book.chosen():
        return code
    with event.transact(Op.SETTINGS, code) as tx:
        _put(tx, _MARK, code, "1")
    return code


def forget_role(event: Event, code: str) -> str:
    """Take away what was chosen for a role: its own names and colour. People keep the role. Returns the eid."""
    with event.transact(Op.SETTINGS, _label(event, code)) as tx:
        for what in (_COLOUR, _MARK, *LANGUAGES):
            settings.drop(tx, f"{_PREFIX}{what}.{code}")
        return tx.eid


def _put(writer: Writer, what: str, code: str, value: str) -> None:
    key = f"{_PREFIX}{what}.{code}"
    if value:
        settings.put(writer, key, value)
    else:
        settings.drop(writer, key)


def _label(event: Event, code: str) -> str:
    return role_book(event.db).name(Words(event.details.language), code)
