"""The keys of a template file and how the value of each is read and written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import (
    CodeBox,
    Condition,
    Digits,
    Panel,
    Picture,
    Programme,
    Rule,
    Said,
    Stack,
    Turn,
    Vertical,
)
from eventdesk.badges.design.toml_cells import (
    Cell,
    Choice,
    Expected,
    Number,
    Text,
    Whole,
    WrongValueError,
    YesNo,
    is_line,
    quoted,
)
from eventdesk.badges.painting import paint, texts
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight

_LONGEST = 200
_LARGEST = 1000.0
_MOST_CONDITIONS = 20
_LONGEST_CONDITION = 2000
"""It may name many roles."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_CONDITION = re.compile(r"(not\s+)?(?:has\s+(\w+)|(\w+)\s*=\s*(\S.*))")


class _Name:
    """The name of a template: small letters, digits and hyphens."""

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not _NAME.fullmatch(value) or len(value) > _LONGEST:
            raise WrongValueError(Expected.NAME)
        return value

    def write(self, value: str) -> str:
        return quoted(value)


class _Words:
    """Words for every language, or a table with some for each. Placeholders must be known."""

    def read(self, value: object) -> Said:
        if isinstance(value, str):
            value = {"de": value, "en": value}
        if not isinstance(value, dict) or not set(value) <= {"de", "en"} or not any(value.values()):
            raise WrongValueError(Expected.WORDS, str(_LONGEST))
        if not all(is_line(each, _LONGEST) for each in value.values()):
            raise WrongValueError(Expected.WORDS, str(_LONGEST))
        said = Said(**value)
        unknown = [
            name for each in (said.de, said.en) for name in texts.placeholders(each) if name not in texts.PLACEHOLDERS
        ]
        if unknown:
            raise WrongValueError(Expected.PLACEHOLDER, ", ".join(texts.PLACEHOLDERS), unknown[0])
        return said

    def write(self, value: Said) -> str:
        if value.de == value.en:
            return quoted(value.de)
        parts = [f"{key} = {quoted(said)}" for key, said in (("de", value.de), ("en", value.en)) if said]
        return f"{{ {', '.join(parts)} }}"


@dataclass(frozen=True)
class _Colour:
    names: tuple[str, ...]

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not (value in self.names or _HEX.fullmatch(value)):
            raise WrongValueError(Expected.COLOUR, ", ".join(self.names))
        return value if value in self.names else value.lower()

    def write(self, value: str) -> str:
        return quoted(value)


class _Conditions:
    """One condition or a list of them."""

    def read(self, value: object) -> tuple[Condition, ...]:
        many = value if isinstance(value, list) else [value]
        if len(many) > _MOST_CONDITIONS:
            raise WrongValueError(Expected.CONDITION, ", ".join(texts.SUBJECTS))
        return tuple(_condition(each) for each in many)

    def write(self, value: tuple[Condition, ...]) -> str:
        return f"[{', '.join(quoted(str(each)) for each in value)}]"


def _condition(value: object) -> Condition:
    readable = value.strip() if isinstance(value, str) and len(value) <= _LONGEST_CONDITION else ""
    match = _CONDITION.fullmatch(readable)
    subject = (match[2] or match[3]) if match else ""
    if match is None or subject not in texts.SUBJECTS:
        raise WrongValueError(Expected.CONDITION, ", ".join(texts.SUBJECTS))
    values = tuple(part.strip() for part in (match[4] or "").split("|"))
    if match[3] and not all(values):
        raise WrongValueError(Expected.CONDITION, ", ".join(texts.SUBJECTS))
    return Condition(subject, values if match[3] else (), bool(match[1]))


_PLACE = Number(0, _LARGEST)
_LENGTH = Number(0.1, _LARGEST)
_FONT = Number(3, 400)
_COLOUR = _Colour(tuple(name for name in paint.NAMES if name != "auto"))
_ALIGN = Choice({each.name.lower(): each for each in Align})
_VERTICAL = Choice({each.value: each for each in Vertical})
_TURN = Choice({each.value: each for each in Turn})
_SHOW_IF = _Conditions()
_PLACED: Mapping[str, Cell] = {"x": _PLACE, "y": _PLACE, "width": _LENGTH, "height": _LENGTH}

HEAD: Mapping[str, Cell] = {
    "name": _Name(),
    "title": _Words(),
    "width": Number(20, 600),
    "height": Number(20, 600),
}
TEXT: Mapping[str, Cell] = {
    "field": Choice({each.value: each for each in Field if each is not Field.PROGRAMME}),
    "text": _Words(),
    "max_size": _FONT,
    "min_size": _FONT,
    "weight": Choice({each.name.lower(): each for each in Weight}),
    "colour": _Colour(paint.NAMES),
    "lines": Whole(1, 20),
    "lead": Number(0.5, 10),
    "leading": Number(0.8, 3),
    "comfortable": Number(0, 1),
    "compact": Number(0, 1),
    "capitals": YesNo(),
    "show_if": _SHOW_IF,
}
BOXES: Mapping[str, tuple[type[Any], Mapping[str, Cell]]] = {
    "stack": (Stack, {**_PLACED, "align": _ALIGN, "vertical": _VERTICAL, "turn": _TURN, "show_if": _SHOW_IF}),
    "code": (
        CodeBox,
        {
            "x": _PLACE,
            "y": _PLACE,
            "size": _LENGTH,
            "digits": Choice({each.value: each for each in Digits}),
            "digit_size": _FONT,
            "align": _ALIGN,
            "show_if": _SHOW_IF,
        },
    ),
    "panel": (
        Panel,
        {
            **_PLACED,
            "colour": _COLOUR,
            "radius": Number(0, _LARGEST),
            "padding": Number(0, _LARGEST),
            "align": _ALIGN,
            "turn": _TURN,
            "show_if": _SHOW_IF,
        },
    ),
    "picture": (
        Picture,
        {**_PLACED, "name": Text(_LONGEST, empty=False), "align": _ALIGN, "vertical": _VERTICAL, "show_if": _SHOW_IF},
    ),
    "programme": (
        Programme,
        {**_PLACED, "max_size": _FONT, "min_size": _FONT, "lines": Whole(1, 20), "show_if": _SHOW_IF},
    ),
    "rule": (
        Rule,
        {
            "x": _PLACE,
            "y": _PLACE,
            "length": _LENGTH,
            "thickness": Number(0.1, 100),
            "upright": YesNo(),
            "colour": _COLOUR,
            "show_if": _SHOW_IF,
        },
    ),
}
"""For each kind of box: what it makes, and its keys. Texts are tables of their own."""
