"""What the window can look like: one table for the tests that read every widget and for the pictures of every page."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.ui.driver import DeskDriver
from tests.ui.journal_driver import JournalDriver
from tests.ui.people_driver import PeopleDriver
from ui.actions import PageId


@dataclass(frozen=True)
class Cast:
    """Who plays in the scenes: badge codes of guests, and what is typed."""

    guest: str
    member: str
    search: str
    stranger: str
    likeness: str


Scene = Callable[[DeskDriver, Cast], object]


def _twice(desk: DeskDriver, cast: Cast) -> None:
    desk.scan(cast.guest)
    desk.clock.advance(minutes=3)
    desk.scan(cast.guest)


def _person(desk: DeskDriver, cast: Cast) -> PeopleDriver:
    people = PeopleDriver(desk).presses("F2").types(cast.search).presses("Enter")
    return people.presses("Enter")


def _journal(desk: DeskDriver, _cast: Cast) -> JournalDriver:
    journal = JournalDriver(desk)
    journal.page.list.choose(1)
    return journal.rests()


SCENES: dict[str, Scene] = {
    "start": lambda desk, _cast: desk.application.close_event(),
    "ready": lambda _desk, _cast: None,
    "welcome": lambda desk, cast: desk.scan(cast.guest),
    "already": _twice,
    "unknown": lambda desk, _cast: desk.scan("1234567890123456"),
    "search": lambda desk, cast: desk.types(cast.search),
    "nobody": lambda desk, cast: desk.types(cast.stranger),
    "walk-in": lambda desk, cast: desk.presses("F3").types(cast.likeness),
    "group": lambda desk, cast: desk.scan(cast.member).presses("F6"),
    "people": lambda desk, _cast: PeopleDriver(desk),
    "person": _person,
    "new-person": lambda desk, _cast: PeopleDriver(desk).presses("F3"),
    "nobody-found": lambda desk, _cast: PeopleDriver(desk).presses("F2").types("qqqqqq"),
    "journal": _journal,
    "event": lambda desk, _cast: desk.goes_to(PageId.EVENT),
    "help": lambda desk, _cast: desk.presses("F1"),
}


def bring(desk: DeskDriver, cast: Cast, scene: str) -> None:
    """Bring the window into one of the scenes."""
    SCENES[scene](desk, cast)
    desk.settles()


def dress(desk: DeskDriver, *, language: str = "de", shade: str = "light", percent: int = 100) -> None:
    """Set the language, the colours and the size of the text."""
    preferences = desk.application.preferences
    preferences.language, preferences.shade, preferences.text_size = language, shade, percent
    desk.application.rebuild()
    desk.settles()
