"""Reads the tables of a TOML file of ours and collects all that is wrong in them; writes what is not as usual."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any

from eventdesk.badges.design.toml_cells import Cell, Expected, FileProblem, WrongValueError, shortened, told
from eventdesk.badges.design.toml_lines import Path, line_of_error


class TableReader:
    """Collects what is wrong in one document; `places` are the lines of it, `file` what it is called in problems."""

    def __init__(self, places: Mapping[Path, int], file: str) -> None:
        self._places = places
        self._file = file
        self._problems: list[FileProblem] = []

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """What is wrong, each once, from the first line to the last."""
        return tuple(sorted(dict.fromkeys(self._problems), key=lambda problem: problem.line))

    def values(
        self,
        known: Mapping[str, Cell],
        table: Mapping[str, Any],
        path: Path,
        needed: Iterable[str],
        keys: Iterable[str],
    ) -> dict[str, Any] | None:
        """Return the values of a table by key; None if one of them is wrong, missing or unknown.

        `keys` are those that may stand in the table, as its author is told.
        """
        before = len(self._problems)
        found: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                self.note((*path, key), Expected.KNOWN_KEY, value, ", ".join(keys))
                continue
            try:
                found[key] = known[key].read(value)
            except WrongValueError as error:
                self.note((*path, key), error.expected, value, *error.wanted)
        for key in needed:
            if key not in table:
                self.note(path, Expected.KEY, key=key)
        return found if len(self._problems) == before else None

    def note(self, path: Path, expected: Expected, value: object = "", *args: str, key: str = "") -> None:
        """Note that something else was expected at the end of `path`, which names the key unless `key` does."""
        where = path
        while where not in self._places:
            where = where[:-1]
        name = key or next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        shown = "" if value is None else told(value)
        self._problems.append(FileProblem(self._file, self._places[where], name, shown, expected, args))


def no_toml(file: str, text: str, error: Exception) -> FileProblem:
    """Return what is wrong with a text that cannot be read at all."""
    line = line_of_error(text, error)
    shown = shortened("".join(text.splitlines()[line - 1 : line]).strip())
    return FileProblem(file, line, "", shown, Expected.TOML, (str(error),))


def needed(made: type[Any], known: Mapping[str, Cell]) -> tuple[str, ...]:
    """Return the keys without which such a thing cannot be made."""
    usual = _usual(made)
    return tuple(key for key in known if usual[key] is MISSING)


def written(thing: Any, known: Mapping[str, Cell]) -> Iterator[str]:
    """Yield "key = value" for what differs from what holds if nothing is written."""
    usual = _usual(type(thing))
    for key, cell in known.items():
        value = getattr(thing, key)
        if usual[key] is MISSING or value != usual[key]:
            yield f"{key} = {cell.write(value)}"


def _usual(made: type[Any]) -> dict[str, Any]:
    return {each.name: each.default for each in fields(made)}
