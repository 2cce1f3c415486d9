"""What the window can look like: one table for the tests that read every widget and for the pictures of every page."""

from collections.abc import Callable
from dataclasses import dataclass

from eventdesk.cafe.round import RoundWanted
from eventdesk.fair.day import What
from tests.ui.badges_driver import BadgesDriver
from tests.ui.cafe_driver import CafeDriver
from tests.ui.driver import DeskDriver
from tests.ui.fair_driver import FairDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.journal_driver import JournalDriver
from tests.ui.panels_driver import PanelsDriver
from tests.ui.people_driver import PeopleDriver
from tests.ui.places_driver import DoorsDriver, PlacesDriver
from tests.ui.printer_driver import PrinterDriver
from tests.ui.templates_driver import TemplatesDriver
from tests.ui.waiting import until
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


LIST = """Vorname;Nachname;E-Mail;Organisation;Rolle;Sprachen
Nurgül;Aydın;n.aydin@example.org;Nachbarschaftshaus Linden;Ehrenamt;Deutsch, Türkisch
Hoàng;Phạm;h.pham@example.org;Vietnamesischer Kulturverein;Gast;Deutsch, Vietnamesisch
Олена;Шевчук;o.shevchuk@example.org;Sprachcafé Nord;Dolmetschen;Ukrainisch
Jörg;Bußmann;joerg.bussmann(at)example.org;Stadt Celle;Teilnehmer:in;Deutsch
;;leer@example.org;Stadt Peine;Gast;
"""


def _importing(desk: DeskDriver, steps: int) -> None:
    path = desk.application.preferences.folder / "Nachmeldungen.csv"
    path.write_text(LIST, encoding="utf-8")
    page = ImportDriver.of(desk)
    page.presses("Ctrl+I")
    page.drops(path)
    for _ in range(steps):
        page.forward()
    page.waits()


def _walk_in(desk: DeskDriver, cast: Cast) -> None:
    desk.presses("F3").types(cast.likeness)
    until(lambda: any(widget.objectName() == "likeness" for widget in desk.visible()))


def _print_again(desk: DeskDriver, cast: Cast) -> None:
    """Print a badge, and ask for another one."""
    assert desk.application.opened is not None
    desk.application.opened.printing.choose(f"folder:{desk.application.preferences.folder / 'badges'}")
    desk.scan(cast.guest).presses("F5").waits_for_prints().presses("F5")


def _placed(desk: DeskDriver) -> FairDriver | None:
    """Let everybody stand as is thought best; None where there is no fair, and the page says so."""
    page = FairDriver.at(desk)
    if not page.flow.fair.booths:
        return None
    page.presses("F6").thinks().fair.suggestion.card.take.click()
    return page.rests()


def _why_here(desk: DeskDriver, _cast: Cast) -> None:
    if page := _placed(desk):
        page.clicks_booth("C-14")


def _what_if(desk: DeskDriver, _cast: Cast) -> None:
    if page := _placed(desk):
        page.clicks_booth("A-04").presses("F7").thinks().fair.what_if.buttons[What.BLOCKED].click()
        page.thinks()


def _in_rooms(desk: DeskDriver, _cast: Cast) -> PanelsDriver | None:
    """Let every session be when and where it is best, and look at one; None where there is no programme."""
    page = PanelsDriver.at(desk)
    if not page.flow.programme.sessions:
        return None
    found = page.presses("F6").thinks().tab.suggestion.found
    assert found is not None
    page.flow.apply(found)
    page.presses("Esc")
    slot, room = next(spot for each in page.settles().flow.programme.sessions if None not in (spot := each.spot))
    page.tab.choose_cell((slot or 0, room or 0))
    return page.thinks()


def _room_drops_out(desk: DeskDriver, cast: Cast) -> None:
    if page := _in_rooms(desk, cast):
        form = page.presses("F7").tab.what_if.form
        form.which.setCurrentIndex(max(0, form.which.findText("Saal 3B")))
        form.do.click()
        page.thinks()


def _tables(desk: DeskDriver, *keys: str) -> CafeDriver:
    """Go to the World Café, which has tables and rounds, and press keys there."""
    page = CafeDriver.at(desk)
    if not page.cafe.tables:
        page.flow.add_tables(["Tisch 1", "Tisch 2", "Tisch 3"], {"seats": 8})
    if not page.cafe.rounds:
        page.flow.set_rounds([RoundWanted(20), RoundWanted(20)])
    return page.settles().presses(*keys).thinks()


def _seated(desk: DeskDriver, *keys: str) -> CafeDriver:
    """Let everybody have a card of the World Café, and press keys then."""
    page = _tables(desk)
    if not page.cafe.way_of:
        page.presses("F6").thinks().presses("Enter")
    return page.settles().presses(*keys).thinks()


SCENES: dict[str, Scene] = {
    "start": lambda desk, _cast: desk.application.close_event(),
    "ready": lambda _desk, _cast: None,
    "welcome": lambda desk, cast: desk.scan(cast.guest),
    "already": _twice,
    "unknown": lambda desk, _cast: desk.scan("1234567890123456"),
    "search": lambda desk, cast: desk.types(cast.search),
    "nobody": lambda desk, cast: desk.types(cast.stranger),
    "walk-in": _walk_in,
    "group": lambda desk, cast: desk.scan(cast.member).presses("F6"),
    "event": lambda desk, _cast: desk.goes_to(PageId.EVENT),
    "cafe": lambda desk, _cast: _seated(desk),
    "help": lambda desk, _cast: desk.presses("F1"),
}


MORE_SCENES: dict[str, Scene] = {
    "people": lambda desk, _cast: PeopleDriver(desk),
    "journal": _journal,
    "person": _person,
    "new-person": lambda desk, _cast: PeopleDriver(desk).presses("F3"),
    "nobody-found": lambda desk, _cast: PeopleDriver(desk).presses("F2").types("xwvtqz").rests(),
    "correct": lambda desk, cast: desk.scan(cast.guest).presses("F10"),
    "print-again": _print_again,
    "import": lambda desk, _cast: desk.presses("Ctrl+I"),
    "import-file": lambda desk, _cast: _importing(desk, 0),
    "import-columns": lambda desk, _cast: _importing(desk, 1),
    "import-check": lambda desk, _cast: _importing(desk, 2),
    "import-done": lambda desk, _cast: _importing(desk, 3),
    "points": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses("Ctrl+Down"),
    "roles": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses("Ctrl+Down", "Ctrl+Down"),
    "this-desk": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses(*["Ctrl+Down"] * 3),
    "who-may-do-what": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses(*["Ctrl+Down"] * 4),
    "backup": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses(*["Ctrl+Down"] * 5),
    "before-the-day": lambda desk, _cast: desk.goes_to(PageId.EVENT).presses(*["Ctrl+Down"] * 6),
    "full-screen": lambda desk, cast: desk.presses("F11").scan(cast.guest),
    "next-point": lambda desk, _cast: desk.presses("F4"),
    "room": lambda desk, cast: desk.presses("F4", "F4").scan(cast.guest),
    "badges": lambda desk, _cast: BadgesDriver.at(desk),
    "print-log": lambda desk, _cast: BadgesDriver.at(desk).presses("F6"),
    "template": lambda desk, _cast: TemplatesDriver.at(desk, "a6-classic"),
    "printer": lambda desk, _cast: PrinterDriver.at(desk),
    "fair": lambda desk, _cast: FairDriver.at(desk),
    "fair-suggestion": lambda desk, _cast: FairDriver.at(desk).presses("F6").thinks(),
    "fair-placed": _why_here,
    "fair-what-if": _what_if,
    "panels": lambda desk, _cast: PanelsDriver.at(desk),
    "panels-suggestion": lambda desk, _cast: PanelsDriver.at(desk).presses("F6").thinks(),
    "panels-placed": _in_rooms,
    "panels-what-if": _room_drops_out,
    "panels-places": lambda desk, _cast: PlacesDriver.at(desk).presses("F10"),
    "panels-doors": lambda desk, _cast: DoorsDriver.at(desk),
    "cafe-empty": lambda desk, _cast: CafeDriver.at(desk),
    "cafe-suggestion": lambda desk, _cast: _tables(desk, "F6"),
    "cafe-clock": lambda desk, _cast: _seated(desk, "F7"),
    "cafe-papers": lambda desk, _cast: _seated(desk, "Ctrl+P"),
    "cafe-results": lambda desk, _cast: _seated(desk, "Ctrl+T"),
}
"""These are only looked at: the pages have tests of their own that read every widget."""


def bring(desk: DeskDriver, cast: Cast, scene: str) -> None:
    """Bring the window into one of the scenes."""
    (SCENES | MORE_SCENES)[scene](desk, cast)
    desk.settles()


def dress(desk: DeskDriver, *, language: str = "de", shade: str = "light", percent: int = 100) -> None:
    """Set the language, the colours and the size of the text."""
    preferences = desk.application.preferences
    if (preferences.language, preferences.shade, preferences.text_size) != (language, shade, percent):
        preferences.language, preferences.shade, preferences.text_size = language, shade, percent
        desk.application.rebuild()
    desk.settles()
