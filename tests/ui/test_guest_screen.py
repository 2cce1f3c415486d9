"""The guest's screen: it welcomes, says nothing about who is not let in, and never takes a key from the desk."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from eventdesk.codes import Op
from eventdesk.people import records
from eventdesk.people.actions import edit
from eventdesk.store import settings
from tests.ui.driver import DeskDriver
from ui.actions import ActionId, PageId, actions_of
from ui.guest.greeting import Greeting, Mood
from ui.guest.window import MOST_PLACES, GuestWindow
from ui.preferences import GUEST_SECONDS

Codes = dict[str, str]


class Guest:
    """Stands before the second screen."""

    def __init__(self, desk: DeskDriver) -> None:
        self.desk = desk

    @property
    def window(self) -> GuestWindow:
        window = self.desk.application.guest.window
        assert window is not None
        return window

    def reads(self) -> list[str]:
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible() and label.text()]

    def waits(self) -> None:
        """Let the seconds after a greeting pass."""
        self.desk.application.guest._back.timeout.emit()
        self.desk.settles()


@pytest.fixture
def guest(desk: DeskDriver) -> Guest:
    desk.application.do(ActionId.GUEST_SCREEN)
    desk.settles()
    return Guest(desk)


def test_a_key_opens_and_closes_it_and_it_is_remembered(desk: DeskDriver) -> None:
    screen = desk.application.guest
    turned: list[bool] = []
    screen.turned.connect(turned.append)
    seen = [(screen.shown(), desk.application.preferences.guest_screen)]
    for _ in range(2):
        desk.presses("Shift+F11")
        seen.append((screen.shown(), desk.application.preferences.guest_screen))
    assert seen == [(False, False), (True, True), (False, False)]
    assert turned == [True, False]


def test_it_is_there_again_with_the_next_event_and_gone_without_one(guest: Guest, file: Path) -> None:
    desk = guest.desk
    desk.application.close_event()
    desk.settles()
    assert desk.application.guest.window is None
    assert desk.application.preferences.guest_screen
    desk.application.open(file)
    desk.settles()
    assert guest.reads()[0] == "4. Integrationskonferenz"


def test_the_key_works_on_every_page_of_an_event() -> None:
    for page in PageId:
        known = ActionId.GUEST_SCREEN in {line.id for line in actions_of(page)}
        assert known == (page not in {PageId.START, PageId.LOCK})


def test_at_rest_it_shows_event_place_and_time(guest: Guest) -> None:
    assert guest.reads() == ["4. Integrationskonferenz", "Convention Center Hannover · 6. März 2017", "09:00"]
    guest.desk.clock.advance(minutes=1)
    guest.desk.application.guest._minute.timeout.emit()
    assert guest.reads()[-1] == "09:01"
    assert "09:01" in guest.window.accessibleName()


def test_it_welcomes_by_name_in_both_scripts_and_rests_after_a_while(guest: Guest, codes: Codes) -> None:
    guest.desk.scan(codes["oksana"])
    assert "Oksana Netschyporenko" in guest.reads()
    assert "Оксана Нечипоренко" in guest.reads()
    assert guest.window.greeting() is not None
    assert guest.desk.application.guest._back.isActive()
    assert guest.desk.application.guest._back.interval() == 12_000
    guest.waits()
    assert guest.reads()[0] == "4. Integrationskonferenz"
    assert "Oksana" not in guest.window.accessibleName()


@pytest.mark.parametrize("who", ["cancelled", "pending", "waiting", "nobody", "elif again"])
def test_it_says_nothing_about_who_is_not_let_in(guest: Guest, codes: Codes, who: str) -> None:
    if who == "elif again":
        guest.desk.scan(codes["elif"])
    guest.desk.scan(codes.get(who.removesuffix(" again"), "1234567890123456"))
    greeting = guest.window.greeting()
    assert greeting is not None
    assert greeting.mood is Mood.ASK
    assert guest.reads() == [greeting.word]
    assert greeting.spoken == greeting.word


def test_with_names_hidden_there_is_only_the_welcome_and_the_way(guest: Guest, codes: Codes) -> None:
    guest.desk.application.preferences.guest_names = False
    guest.desk.application.guest.follow_preferences()
    guest.desk.scan(codes["farid"])
    greeting = guest.window.greeting()
    assert greeting is not None
    assert (greeting.mood, greeting.name, greeting.native_name) == (Mood.WELCOME, "", "")
    assert guest.reads() == [greeting.word]
    guest.desk.scan(codes["leila"]).presses("F6").presses("Enter")
    assert not any("Leila" in text or "Sprachkurs" in text for text in guest.reads())


def test_a_group_is_welcomed_together(guest: Guest, codes: Codes) -> None:
    guest.desk.scan(codes["leila"]).presses("F6").presses("Enter")
    greeting = guest.window.greeting()
    assert greeting is not None
    assert (greeting.mood, greeting.name) == (Mood.WELCOME, "Sprachkurs B1")


def test_who_leaves_is_told_goodbye(guest: Guest, codes: Codes) -> None:
    guest.desk.scan(codes["elif"]).presses("F7").scan(codes["elif"])
    greeting = guest.window.greeting()
    assert greeting is not None
    assert (greeting.mood, greeting.name) == (Mood.GOODBYE, "Elif Demirtaş")


def test_what_is_taken_back_is_gone_from_the_screen(guest: Guest, codes: Codes) -> None:
    guest.desk.scan(codes["elif"]).presses("Ctrl+Z")
    assert guest.window.greeting() is None
    assert not any("Elif" in text for text in guest.reads())


def test_it_never_takes_the_focus_nor_a_key(guest: Guest, codes: Codes) -> None:
    desk = guest.desk
    flags = guest.window.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert guest.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert QApplication.activeWindow() is desk.window
    assert desk.has_the_focus()
    QTest.mouseClick(guest.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    desk.settles()
    assert desk.has_the_focus()
    desk.scan(codes["elif"]).says("Willkommen", "Elif Demirtaş")


def test_it_does_not_keep_the_program_alive(guest: Guest) -> None:
    assert not guest.window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    guest.desk.window.close()
    assert guest.desk.application.guest.window is None
    assert guest.desk.application.preferences.guest_screen


def test_closed_by_its_frame_it_stays_closed(guest: Guest) -> None:
    guest.window.close()
    guest.desk.settles()
    assert guest.desk.application.guest.window is None
    assert not guest.desk.application.preferences.guest_screen
    assert guest.desk.has_the_focus()


def test_it_speaks_the_language_of_the_event(guest: Guest, codes: Codes) -> None:
    desk = guest.desk
    opened = desk.application.opened
    assert opened is not None
    with opened.event.transact(Op.SETTINGS, "language") as tx:
        settings.put(tx, "language", "en")
        settings.put(tx, "title", "5. Integrationskonferenz")
    desk.application.guest._minute.timeout.emit()
    assert guest.reads()[:2] == ["5. Integrationskonferenz", "Convention Center Hannover · 6 March 2017"]
    desk.scan(codes["elif"])
    assert "Welcome!" in guest.reads()
    desk.says("Willkommen")


@pytest.mark.parametrize("size", [(600, 400), (960, 540), (1024, 768), (1920, 1080), (1080, 1920)])
def test_the_longest_name_and_all_places_fit(guest: Guest, size: tuple[int, int]) -> None:
    long = "Prof. Dr. Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg"
    places = ("Stand B-14", "Forum 2 · Saal 3A · 11:00", "Podium · Großer Saal · 14:00", "Tisch 7", "Tisch 8")
    guest.window.resize(*size)
    guest.window.show_greeting(Greeting(Mood.WELCOME, "Willkommen!", long, "هانز یواخیم فرایهر", places))
    guest.desk.settles()
    labels = [label for label in guest.window.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 3 + MOST_PLACES
    for label in labels:
        place = label.rect().translated(label.mapTo(guest.window, QPoint(0, 0)))
        assert guest.window.rect().contains(place), label.text()
        assert label.height() >= label.heightForWidth(label.width()) - 1 if label.hasHeightForWidth() else True


def test_native_names_from_right_to_left_stand_at_the_same_edge(guest: Guest) -> None:
    guest.window.resize(960, 540)
    guest.window.show_greeting(Greeting(Mood.WELCOME, "Willkommen!", "فرید رحمانی"))
    guest.desk.settles()
    image = guest.window.grab().toImage()
    ground = image.pixelColor(2, 2)
    margin = guest.window._name.x()
    ink = [x for x in range(image.width()) for y in range(0, image.height(), 3) if image.pixelColor(x, y) != ground]
    assert margin - 4 <= min(ink) <= margin + 12


SECOND = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from eventdesk.words import Words
from ui.guest.screen import GuestScreen
from ui.icons import Icons
from ui.look import Look
from ui.preferences import Preferences
from ui.theme import Theme
from eventdesk.desk import create_event
from pathlib import Path

app, folder = QApplication([]), Path(sys.argv[1])
preferences = Preferences(folder)
preferences.guest_screen = True
desk = QWidget()
desk.show()
screen = GuestScreen(desk, preferences)
with create_event(folder / "x.eventdesk") as event:
    screen.serve(event, Look(Theme(), Icons(), Words("en")))
    app.processEvents()
    place = screen.window.geometry()
    print(screen.window.isFullScreen(), place.x(), place.y(), place.width(), place.height())
    screen.serve(None, Look(Theme(), Icons(), Words("en")))
"""
SCREENS = """{"screens": [
  {"name": "one", "x": 0, "y": 0, "width": 1000, "height": 700, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "two", "x": 1000, "y": 0, "width": 800, "height": 600, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
]}"""


@pytest.mark.parametrize(("screens", "expected"), [(2, "True 1000 0 800 600"), (1, "False")])
def test_it_fills_a_second_screen_if_there_is_one(tmp_path: Path, screens: int, expected: str) -> None:
    config = tmp_path / "screens.json"
    config.write_text(SCREENS)
    platform = f"offscreen:configfile={config}" if screens == 2 else "offscreen"
    run = subprocess.run(
        [sys.executable, "-c", SECOND, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.stdout.strip().startswith(expected), run.stderr


def test_how_long_a_greeting_stays_can_be_chosen(guest: Guest, codes: Codes) -> None:
    guest.desk.goes_to(PageId.EVENT)
    guest.desk.frame.settings.make_all()
    card = guest.desk.frame.settings.desk_card
    assert card.guest_seconds.at() == GUEST_SECONDS.index(12)
    card.guest_seconds.chosen.emit(0)
    assert guest.desk.application.preferences.guest_seconds == 5
    guest.desk.goes_to(PageId.CHECK_IN).scan(codes["oksana"])
    assert guest.desk.application.guest._back.interval() == 5_000


def test_without_the_screen_nothing_about_it_can_be_chosen(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT)
    desk.frame.settings.make_all()
    card = desk.frame.settings.desk_card
    for wanted in (False, True, False):
        if desk.application.preferences.guest_screen is not wanted:
            desk.application.do(ActionId.GUEST_SCREEN)
        assert (card.guest_names.isEnabled(), card.guest_seconds.isEnabled()) == (wanted, wanted)


@pytest.mark.parametrize("broken", ["", "soon", "-1", "0", "7200"])
def test_a_broken_time_counts_as_none(desk: DeskDriver, broken: str) -> None:
    desk.application.preferences.keep("guest/seconds", broken)
    assert desk.application.preferences.guest_seconds == 12


def _rename(desk: DeskDriver) -> None:
    opened = desk.application.opened
    assert opened is not None
    person = next(each for each in records.everyone(opened.event.db) if each.family_name == "Netschyporenko")
    edit(opened.event, person.id, family_name="Netschiporenko")


def _undo_elsewhere(desk: DeskDriver) -> None:
    opened = desk.application.opened
    assert opened is not None
    opened.event.undo(next(iter(opened.event.journal(limit=1))).eid)


AFTER: dict[str, Callable[[DeskDriver], object]] = {
    "another point": lambda desk: desk.presses("F4"),
    "the point before": lambda desk: desk.presses("Shift+F4"),
    "exit": lambda desk: desk.presses("F7"),
    "undo": lambda desk: desk.presses("Ctrl+Z"),
    "undo in the journal": _undo_elsewhere,
    "another name": _rename,
    "no event": lambda desk: desk.application.close_event(),
    "another event": lambda desk: desk.application.create(desk.application.preferences.folder / "other.eventdesk"),
}


@pytest.mark.parametrize("what", AFTER)
def test_no_name_stays_after_what_made_it_wrong(guest: Guest, codes: Codes, what: str) -> None:
    guest.desk.scan(codes["oksana"])
    assert "Oksana Netschyporenko" in guest.reads()
    AFTER[what](guest.desk)
    guest.desk.settles()
    window = guest.desk.application.guest.window
    assert window is None or window.greeting() is None
    assert window is None or not any("Netsch" in text for text in guest.reads())


def test_somebody_else_who_is_corrected_leaves_the_greeting(guest: Guest, codes: Codes) -> None:
    guest.desk.scan(codes["elif"])
    _rename(guest.desk)
    guest.desk.settles()
    assert "Elif Demirtaş" in guest.reads()
