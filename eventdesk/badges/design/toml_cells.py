"""How values stand in a TOML file of ours: read strictly, with what was expected, and written back."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeGuard

_LONGEST = 120
"""So many letters of a value are shown."""
_MOST_BITS = 300
"""Python refuses to write a number of very many digits."""


class Expected(StrEnum):
    """What a file should have held. The comment names the `args` that go with it."""

    TOML = "toml"  # what the reader of TOML says
    KEY = "key"
    KNOWN_KEY = "known_key"  # the keys that there are
    TABLE = "table"
    TABLES = "tables"
    TEXT = "text"  # the longest
    NAME = "name"
    WORDS = "words"  # the longest
    NUMBER = "number"  # smallest, largest
    WHOLE = "whole"  # smallest, largest
    YES_NO = "yes_no"
    CHOICE = "choice"  # the words to choose from
    COLOUR = "colour"  # the names that there are
    CONDITION = "condition"  # what may be asked for
    PLACEHOLDER = "placeholder"  # the names that there are
    FIELD_OR_TEXT = "field_or_text"
    NOT_CAPITALS = "not_capitals"
    AT_MOST = "at_most"  # the other key
    INSIDE = "inside"  # width and height of the badge
    CODE_SIZE = "code_size"  # the least size
    WHITE = "white"  # the width of the white
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something in a file that cannot be taken. Lines count from 1, as an editor shows them."""

    file: str
    line: int
    key: str
    value: str
    expected: Expected
    args: tuple[str, ...] = ()


class WrongValueError(ValueError):
    """A value is not what it should be. `expected` and `wanted` say what, as in `FileProblem`."""

    def __init__(self, expected: Expected, *args: str) -> None:
        super().__init__(expected.value, *args)
        self.expected = expected
        self.wanted: tuple[str, ...] = args


class Cell(Protocol):
    """Reads one value as TOML gives it, and writes it as TOML."""

    def read(self, value: object) -> Any:
        """Return what a value means. Raises `WrongValueError`."""
        ...

    def write(self, value: Any) -> str:
        """Return a value as it stands in a file."""
        ...


@dataclass(frozen=True)
class Number:
    """A number within bounds."""

    low: float
    high: float

    def read(self, value: object) -> float:
        """Return the number."""
        if not isinstance(value, int | float) or isinstance(value, bool) or not self.low <= value <= self.high:
            raise WrongValueError(Expected.NUMBER, plain(self.low), plain(self.high))
        return float(value)

    def write(self, value: float) -> str:
        """Return the number, whole ones without a point."""
        return plain(value)


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    low: int
    high: int

    def read(self, value: object) -> int:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool) or not self.low <= value <= self.high:
            raise WrongValueError(Expected.WHOLE, str(self.low), str(self.high))
        return value

    def write(self, value: int) -> str:
        """Return the number."""
        return str(int(value))


class YesNo:
    """True or false."""

    def read(self, value: object) -> bool:
        """Return the value."""
        if not isinstance(value, bool):
            raise WrongValueError(Expected.YES_NO)
        return value

    def write(self, value: bool) -> str:
        """Return true or false."""
        return "true" if value else "false"


@dataclass(frozen=True)
class Text:
    """One line of text. `empty`: there may be none."""

    longest: int
    empty: bool = True

    def read(self, value: object) -> str:
        """Return the text."""
        if not is_line(value, self.longest) or not (self.empty or value.strip()):
            raise WrongValueError(Expected.TEXT, str(self.longest))
        return value

    def write(self, value: str) -> str:
        """Return the text in quotes."""
        return quoted(value)


@dataclass(frozen=True)
class Choice:
    """One of several words, each with what it means."""

    values: Mapping[str | int, Any]

    def read(self, value: object) -> Any:
        """Return what the word means."""
        if not isinstance(value, str | int) or isinstance(value, bool) or value not in self.values:
            raise WrongValueError(Expected.CHOICE, ", ".join(map(str, self.values)))
        return self.values[value]

    def write(self, value: Any) -> str:
        """Return the word."""
        word = next(word for word, meant in self.values.items() if meant == value)
        return quoted(word) if isinstance(word, str) else str(word)


def is_line(value: object, longest: int) -> TypeGuard[str]:
    """Say whether a value is one line of text, and no longer than that."""
    return isinstance(value, str) and len(value) <= longest and "\n" not in value


def plain(number: float) -> str:
    """Return a number without needless zeros."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def quoted(text: str) -> str:
    """Return a text as TOML has it in double quotes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def told(value: object) -> str:
    """Return a value as it is shown in a message, shortened if it is long."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if value.bit_length() < _MOST_BITS else "…"
        case float():
            return plain(value) if math.isfinite(value) else str(value)
        case dict():
            return "{…}"
        case list():
            return shortened(", ".join("[…]" if isinstance(each, list) else told(each) for each in value[:_LONGEST]))
        case _:
            return shortened(str(value))


def shortened(text: str) -> str:
    """Return a text as it fits into a message."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
