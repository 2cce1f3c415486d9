"""The tour of a new user, on a real screen, by keyboard alone: from the first badge to another language in the dark."""

import time
from functools import partial
from pathlib import Path

from eventdesk.checkin.records import recent
from eventdesk.codes import Op
from eventdesk.people import records
from eventdesk.people.person import Person, Status
from tests.screen.conftest import Conference
from ui.preferences import Preferences

LIST = "Vorname;Nachname;Organisation\nNurgül;Aydın;Nachbarschaftshaus Linden\nHoàng;Phạm;Kulturverein\n"
CYRILLIC = {"о": "Cyrillic_o", "к": "Cyrillic_ka", "с": "Cyrillic_es", "а": "Cyrillic_a", "н": "Cyrillic_en"}
PAUSE_S = 0.4
REBUILD_S = 1.5


def scan_three(conference: Conference, guests: list[Person]) -> None:
    """Scan three badges."""
    for guest in guests:
        conference.saves(partial(conference.screen.scan, guest.code))


def find_four(conference: Conference) -> None:
    """Find four people by their names: family name, both names, an umlaut typed without, another script."""
    screen = conference.screen
    for typed in ("rezaei", "temo rezan", "kruger-nowak"):
        screen.type(typed)
        conference.saves(lambda: screen.press("Down", "Return"))
    screen.lay_keys("ua")
    screen.press(*(CYRILLIC[letter] for letter in "оксана"))
    screen.press("Down")
    conference.saves(lambda: screen.press("ctrl+Return"))
    screen.lay_keys("de")


def take_walk_in_and_undo(conference: Conference) -> None:
    """Take in somebody who is not on the list, then take it back."""
    screen = conference.screen
    screen.press("F3")
    screen.type("Mariam Haidari")
    conference.saves(lambda: screen.press("Return"))
    conference.saves(lambda: screen.press("ctrl+z"))


def correct_name(conference: Conference, wrong: Person, right: str) -> None:
    """Correct a given name in the list of people."""
    screen = conference.screen
    screen.press("ctrl+2", "F2")
    screen.type(f"{wrong.given_name} {wrong.family_name}")
    time.sleep(PAUSE_S)
    screen.press("Return", "Return", "ctrl+a")
    screen.type(right)
    conference.saves(lambda: screen.press("ctrl+s"))


def import_list(conference: Conference, path: Path) -> None:
    """Import a list, file dialog and all."""
    screen = conference.screen
    screen.press("ctrl+i", "ctrl+o")
    time.sleep(PAUSE_S)
    screen.type(str(path))
    screen.press("Return")

    def steps() -> None:
        before = conference.file.stat().st_mtime_ns
        while conference.file.stat().st_mtime_ns == before:
            time.sleep(PAUSE_S)
            screen.press("ctrl+Return")

    conference.saves(steps)


def speak_english_in_the_dark(conference: Conference) -> None:
    """Choose another language and other colours."""
    screen = conference.screen
    screen.press("ctrl+9", "ctrl+Down", "ctrl+Down", "ctrl+Down", "Tab", "Right")
    time.sleep(REBUILD_S)
    screen.press("Tab", "Left")
    time.sleep(REBUILD_S)


def test_the_tour(conference: Conference, tmp_path: Path) -> None:
    path = tmp_path / "nachmeldungen.csv"
    path.write_text(LIST, encoding="utf-8")
    guests = [who for who in conference.people if who.status is Status.REGISTERED]
    scan_three(conference, guests[:3])
    find_four(conference)
    take_walk_in_and_undo(conference)
    correct_name(conference, guests[50], "Annika")
    import_list(conference, path)
    speak_english_in_the_dark(conference)
    with conference.end() as event:
        scans = recent(event.db, 10)
        people = {who.id: who for who in records.everyone(event.db)}
        deeds = [entry.op for entry in event.journal(10)]
    assert [scan.person for scan in scans[-3:]] == [who.id for who in reversed(guests[:3])]
    assert "Оксана" in people[scans[0].person or 0].native_name
    assert people[guests[50].id].given_name == "Annika"
    assert len(people) == len(conference.people) + 2
    assert {Op.WALK_IN, Op.UNDO, Op.EDIT_PERSON, Op.IMPORT} <= set(deeds)
    preferences = Preferences(conference.home)
    assert (preferences.language, preferences.shade) == ("en", "dark")
