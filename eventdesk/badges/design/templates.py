"""The templates to choose from: those that come with eventdesk, and the event's own."""

from collections.abc import Mapping
from functools import cache

from eventdesk import paths
from eventdesk.badges.design.template import Template
from eventdesk.badges.design.template_file import Reading, parse
from eventdesk.errors import BugError

CLASSIC = "a6-classic"
"""What an event has if nobody chose."""

_FOLDER = "templates"


@cache
def names() -> tuple[str, ...]:
    """Return the names of the templates that come with eventdesk, the classic one first."""
    found = sorted(path.stem for path in (paths.resources() / _FOLDER).glob("*.toml"))
    return (CLASSIC, *(name for name in found if name != CLASSIC))


@cache
def shipped(name: str) -> Template:
    """Return one of the templates that come with eventdesk. Raises KeyError for other names."""
    if name not in names():
        raise KeyError(name)
    file = paths.resources() / _FOLDER / f"{name}.toml"
    reading = parse(file.read_text(encoding="utf-8"), file.name)
    if reading.template is None or reading.template.name != name:
        raise BugError(f"{file.name}: {reading.problems}")
    return reading.template


def classic() -> Template:
    """Return the template of an event for which nobody chose another."""
    return shipped(CLASSIC)


class Shelf:
    """The templates of one event: its own, by name and as TOML, before those that come with eventdesk."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = dict(own or {})

    def names(self) -> tuple[str, ...]:
        """Return the names to choose from, the event's own first."""
        return (*self._own, *(name for name in names() if name not in self._own))

    def reading(self, name: str) -> Reading:
        """Return a template, or what is wrong in it. Raises KeyError for a name that there is not."""
        if name in self._own:
            return parse(self._own[name], f"{name}.toml")
        return Reading(shipped(name))

    def usable(self, name: str) -> Template:
        """Return the template of this name; the classic one if there is none, or if it is wrong."""
        reading = self.reading(name) if name in self.names() else Reading(None)
        return reading.template or classic()
