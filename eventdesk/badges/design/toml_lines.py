"""The line of every key and value in a TOML text, so that a problem can be told where it stands."""

import re
from collections.abc import Mapping
from typing import Any

from eventdesk.tables import toml_text

Path = tuple[str | int, ...]
"""The way to a value: keys, and the numbers of list items from 0."""

_DEEPEST = 16
"""Files of ours are not half as deep. The line of what lies deeper is that of what it lies in."""
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\r\n]*")
_STRINGS = (
    re.compile(r'"""(?:\\.|[^\\])*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:\\.|[^"\\])*"'),
    re.compile(r"'[^']*'"),
)
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def line_of_error(text: str, error: Exception) -> int:
    """Return the line that the reader of TOML names, or the last one if it read to the end."""
    place = _PLACE.search(str(error))
    return int(place[1]) if place else max(text.count("\n") + (not text.endswith("\n")), 1)


def load(text: str) -> tuple[dict[str, Any], Mapping[Path, int]]:
    """Return what a TOML text says, and the lines of that. Raises ValueError or RecursionError if it is none."""
    return toml_text.parse(text), lines(text)


def lines(text: str) -> Mapping[Path, int]:
    """Return the line of each table, key and list item, counted from 1. The text must be valid TOML."""
    return _Scanner(text).document()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._found: dict[Path, int] = {(): 1}
        self._counts: dict[Path, int] = {}
        self._counted, self._line = 0, 1

    def document(self) -> Mapping[Path, int]:
        base: Path = ()
        self._blank()
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                base = self._header()
            else:
                self._pair(base)
            self._blank()
        return self._found

    def _header(self) -> Path:
        line = self._here()
        many = self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        path: Path = ()
        names = self._key()
        for name in names[:-1]:
            path = self._last(_within(path, name))
        path = _within(path, names[-1])
        if many:
            number = self._counts.get(path, 0)
            self._counts[path] = number + 1
            self._found.setdefault(path, line)
            path = _within(path, number)
        self._found.setdefault(path, line)
        self._at += 2 if many else 1
        return path

    def _last(self, path: Path) -> Path:
        """Return the last item of a list of tables, the table itself if it is none."""
        return (*path, self._counts[path] - 1) if path in self._counts else path

    def _pair(self, base: Path) -> None:
        line = self._here()
        path = base
        for name in self._key():
            path = _within(path, name)
            self._found.setdefault(path, line)
        self._at += 1  # the equals sign
        self._blank()
        self._value(path)

    def _key(self) -> list[str]:
        names = []
        while True:
            self._blank()
            string = self._string()
            if string:
                names.append(string[1:-1])
            else:
                match = _BARE_KEY.match(self._text, self._at)
                names.append(match[0] if match else "")
                self._at = match.end() if match else self._at + 1
            self._blank()
            if not self._text.startswith(".", self._at):
                return names
            self._at += 1

    def _value(self, path: Path) -> None:
        self._found.setdefault(path, self._here())
        sign = self._text[self._at : self._at + 1]
        if sign == "[":
            self._items(path)
        elif sign == "{":
            self._inline(path)
        elif not self._string():
            match = _SCALAR.match(self._text, self._at)
            self._at = match.end() if match else len(self._text)

    def _items(self, path: Path) -> None:
        self._at += 1
        number = 0
        while self._more("]"):
            self._value(_within(path, number))
            number += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while self._more("}"):
            self._pair(path)

    def _more(self, end: str) -> bool:
        """Go to the next item, or behind the end."""
        self._blank()
        if self._text.startswith(",", self._at):
            self._at += 1
            self._blank()
        if self._text.startswith(end, self._at) or self._at >= len(self._text):
            self._at += 1
            return False
        return True

    def _string(self) -> str:
        for pattern in _STRINGS:
            match = pattern.match(self._text, self._at)
            if match:
                self._at = match.end()
                return match[0]
        return ""

    def _blank(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def _within(path: Path, part: str | int) -> Path:
    """Return the way to a part of what `path` leads to; of what lies too deep, the way there."""
    return (*path, part) if len(path) < _DEEPEST else path
