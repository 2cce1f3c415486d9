"""A scanner is tried; what it does to codes is remembered and made up for: in the scan field and anywhere else."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from eventdesk.people.scanner import TEST_TEXT, Habit
from tests.ui.driver import DeskDriver
from tests.ui.elsewhere import beside as beside  # noqa: PLC0414 - a fixture
from tests.ui.elsewhere import focused
from tests.ui.english import home
from tests.ui.pauses import skip, until_skipping
from tests.ui.printer_driver import PrinterDriver
from tests.ui.typist_driver import Typist
from tests.ui.waiting import until
from ui.actions import PageId
from ui.keys import END_MS, GIVE_UP_MS
from ui.scanner_memory import ScannerMemory
from ui.widgets.choice import ChoiceBox

__all__ = ["home"]

Codes = dict[str, str]


@pytest.fixture
def memory(desk: DeskDriver) -> ScannerMemory:
    """What this desk remembers of its scanners."""
    opened = desk.application.opened
    assert opened is not None
    return opened.scanners


@pytest.fixture
def typist(desk: DeskDriver) -> Typist:
    return Typist(desk)


def tries(desk: DeskDriver, typed: str, end: str = "Enter") -> PrinterDriver:
    """Try a scanner on the page of the printer."""
    page = PrinterDriver.at(desk)
    page.presses("F2").types(typed)
    if end:
        page.presses(end)
    else:
        silence = page.printer.scanner._silence
        until_skipping(lambda: not page.printer.scanner.field.text(), lambda: (silence,))
    return page


def waits(desk: DeskDriver) -> DeskDriver:
    """Let a pause end that ends a scan where scanners do not press Enter."""
    router = desk.application._stray._router
    skip(router._pause)
    return desk.settles()


def waits_long(desk: DeskDriver) -> DeskDriver:
    """Let so much time go by without a key that a code which nobody has is told."""
    router = desk.application._stray._router
    until_skipping(
        lambda: not (router._pause.isActive() or router._long_pause.isActive()),
        lambda: (router._pause, router._long_pause),
    )
    return desk.settles()


# ---- what stands around a code


def test_what_a_trial_shows_is_remembered_and_can_be_forgotten(desk: DeskDriver, memory: ScannerMemory) -> None:
    page = tries(desk, f"#1{TEST_TEXT}##")
    page.says(
        "The scanner writes “#1” before each code.", "This desk makes up for: “#1” before a code, “##” after a code"
    )
    assert list(memory.habits) == [Habit("#1", "##")]
    page = tries(desk, TEST_TEXT)
    page.says("All is well", "This desk makes up for: “#1” before a code")
    page.clicks("Forget this").does_not_say("This desk makes up for")
    assert list(memory.habits) == []
    assert page.printer.scanner.field.hasFocus()


def test_it_is_still_known_after_a_change_of_language(desk: DeskDriver) -> None:
    tries(desk, f"#1{TEST_TEXT}##")
    desk.application.rebuild()
    PrinterDriver.at(desk).says("This desk makes up for: “#1” before a code")
    desk.goes_to(PageId.CHECK_IN)
    Typist(desk).scans("#1hx7-QK-2209##").says("Welcome", "Thị Hạnh Nguyễn")


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_ticket_in_the_scan_field(desk: DeskDriver, typist: Typist, end: str) -> None:
    typist.scans("#1hx7-QK-2209##", end).does_not_say("Thị Hạnh Nguyễn")
    tries(desk, f"#1{TEST_TEXT}##")
    desk.goes_to(PageId.CHECK_IN)
    typist.scans("#1hx7-QK-2209##", end).says("Welcome", "Thị Hạnh Nguyễn")
    assert desk.field() == ""


def test_an_unknown_code_is_told_without_its_prefix(desk: DeskDriver, typist: Typist) -> None:
    tries(desk, f"99{TEST_TEXT}")
    desk.goes_to(PageId.CHECK_IN)
    typist.scans("991234567890123456").says("Unknown code", "1234 5678 9012 3456")


def test_a_code_goes_out_of_a_field_with_all_that_stands_around_it(
    desk: DeskDriver, typist: Typist, beside: QWidget, codes: Codes
) -> None:
    tries(desk, f"#1{TEST_TEXT}##")
    desk.goes_to(PageId.EVENT)
    field = QLineEdit("Landkreis")
    focused(field, beside)
    typist.types(" Peine", end="")
    typist.scans(f"#1{codes['joern']}##").says("Welcome", "Jörn Meyer-Lüerßen")
    assert field.text() == "Landkreis Peine"


def test_a_ticket_goes_out_of_a_field_with_all_that_stands_around_it(
    desk: DeskDriver, typist: Typist, beside: QWidget
) -> None:
    tries(desk, f"#1{TEST_TEXT}##")
    desk.goes_to(PageId.EVENT)
    field = QLineEdit("Landkreis")
    focused(field, beside)
    typist.scans("#1hx7-QK-2209##").says("Thị Hạnh Nguyễn")
    assert field.text() == "Landkreis"


def test_what_a_hand_types_stays_in_its_field(desk: DeskDriver, typist: Typist, beside: QWidget) -> None:
    tries(desk, f"#1{TEST_TEXT}##", end="")
    desk.goes_to(PageId.EVENT)
    for typed in ("#1 Elif##", "Elif##", "#1abc##", "hx7-QK-220"):
        field = QLineEdit()
        focused(field, beside)
        typist.types(typed)
        waits(desk)
        assert field.text() == typed
        assert desk.frame.page_id is PageId.EVENT, typed


def test_a_name_with_the_letters_of_a_prefix_is_searched_for(desk: DeskDriver, typist: Typist) -> None:
    tries(desk, f"De{TEST_TEXT}")
    desk.goes_to(PageId.CHECK_IN)
    typist.types("Demirtaş", end="")
    assert desk.page.results.all()[0].name == "Demirtaş, Elif"
    assert desk.field() == "Demirtaş"
    desk.presses("Enter").says("Welcome", "Elif Demirtaş")


def test_capitals_on_a_german_keyboard(desk: DeskDriver, typist: Typist) -> None:
    typist.scans("HX7ßqkß2209").does_not_say("Welcome")
    tries(desk, "eventDESKßZYß0123456789").says("Caps Lock is on", "Y and Z are swapped", "swapped capitals")
    desk.goes_to(PageId.CHECK_IN)
    typist.scans("HX7ßqkß2209").says("Welcome", "Thị Hạnh Nguyễn")


# ---- no Enter


@pytest.fixture
def silent(desk: DeskDriver) -> DeskDriver:
    """A desk whose scanner does not press Enter, at the check-in."""
    tries(desk, TEST_TEXT, end="").says("The scanner does not press Enter.", "no Enter")
    return desk.goes_to(PageId.CHECK_IN)


def test_nothing_ends_by_itself_where_scanners_press_enter(desk: DeskDriver, typist: Typist, codes: Codes) -> None:
    typist.scans(codes["joern"], end="")
    QTest.qWait(GIVE_UP_MS + END_MS + 100)
    assert desk.field() == codes["joern"]
    desk.presses("Enter").says("Welcome")


def test_a_badge_is_taken_when_nothing_more_comes(silent: DeskDriver, typist: Typist, codes: Codes) -> None:
    typist.scans(codes["joern"], end="")
    until(lambda: silent.field() == "")
    silent.settles().says("Welcome", "Jörn Meyer-Lüerßen")
    silent.clock.advance(seconds=4)
    typist.scans(codes["elif"], end="")
    until(lambda: silent.field() == "")
    silent.settles().says("Welcome", "Elif Demirtaş")
    assert silent.last() == ["Demirtaş, Elif", "Meyer-Lüerßen, Jörn"]


def test_a_ticket_is_taken_when_nothing_more_comes(silent: DeskDriver, typist: Typist) -> None:
    typist.scans("hx7-QK-2209", end="")
    until(lambda: silent.field() == "")
    silent.settles().says("Welcome", "Thị Hạnh Nguyễn")


def test_an_unknown_ticket_is_told_and_gone(silent: DeskDriver, typist: Typist) -> None:
    typist.scans("zz9-nobody-77", end="")
    until(lambda: silent.field() == "")
    silent.settles().says("Unknown code")


def test_a_scanner_that_presses_enter_all_the_same_checks_in_once(
    silent: DeskDriver, typist: Typist, codes: Codes
) -> None:
    typist.scans(codes["joern"])
    waits_long(silent)
    assert silent.last() == ["Meyer-Lüerßen, Jörn"]
    silent.says("Welcome")


def test_a_badge_is_taken_out_of_another_field(
    silent: DeskDriver, typist: Typist, beside: QWidget, codes: Codes
) -> None:
    field = QLineEdit("Landkreis")
    focused(field, beside)
    typist.types(" Peine", end="")
    typist.scans(codes["joern"], end="")
    until(lambda: silent.frame.page_id is PageId.CHECK_IN)
    silent.settles().says("Welcome", "Jörn Meyer-Lüerßen")
    assert field.text() == "Landkreis Peine"


def test_a_badge_on_a_button_presses_nothing(silent: DeskDriver, typist: Typist, beside: QWidget, codes: Codes) -> None:
    button, pressed = QPushButton("Weiter"), []
    button.clicked.connect(lambda: pressed.append(True))
    focused(button, beside)
    typist.scans(codes["joern"], end="")
    until(lambda: silent.frame.page_id is PageId.CHECK_IN)
    silent.settles().says("Welcome", "Jörn Meyer-Lüerßen")
    assert pressed == []


def test_a_badge_over_a_closed_box_leaves_its_choice(
    silent: DeskDriver, typist: Typist, beside: QWidget, codes: Codes
) -> None:
    box = ChoiceBox("Kind")
    box.addItems(["A", *(f"{digit} things" for digit in range(10))])
    focused(box, beside)
    typist.scans(codes["joern"], end="")
    until(lambda: silent.frame.page_id is PageId.CHECK_IN)
    silent.settles().says("Welcome", "Jörn Meyer-Lüerßen")
    assert box.currentText() == "A"


def test_a_badge_from_a_button_of_the_desk(silent: DeskDriver, typist: Typist, codes: Codes) -> None:
    typist.scans(codes["elif"], end="")
    until(lambda: silent.field() == "")
    silent.settles().focuses("Undo")
    typist.scans(codes["joern"], end="")
    until(lambda: silent.field() == "" and len(silent.last()) == 2)
    silent.settles().says("Jörn Meyer-Lüerßen")


def test_a_hand_that_rests_while_it_types_is_not_taken_for_a_scan(silent: DeskDriver, typist: Typist) -> None:
    for typed in ("Elif Demirtaş", "Meyer", "30159", "Saal 3A12"):
        typist.types(typed, end="")
        waits_long(silent)
        assert silent.field() == typed
        silent.presses("Esc")
        assert silent.field() == ""


def test_a_code_typed_by_hand_waits_for_enter(silent: DeskDriver, typist: Typist, codes: Codes) -> None:
    typist.types(codes["joern"], end="")
    waits(silent)
    assert silent.field() == codes["joern"]
    silent.presses("Enter").says("Welcome", "Jörn Meyer-Lüerßen")


def test_a_code_typed_by_hand_stays_in_a_search_field(
    silent: DeskDriver, typist: Typist, beside: QWidget, codes: Codes
) -> None:
    field = QLineEdit()
    focused(field, beside)
    typist.types(codes["joern"], end="")
    waits(silent)
    assert field.text() == codes["joern"]
    assert silent.frame.page_id is PageId.EVENT


def test_fast_letters_that_are_no_code_stay(silent: DeskDriver, typist: Typist, beside: QWidget) -> None:
    field = QLineEdit()
    focused(field, beside)
    typist.scans("Niedersachsen 2017", end="")
    waits_long(silent)
    assert field.text() == "Niedersachsen 2017"


def test_a_code_that_stumbles_on_its_way_arrives_whole(silent: DeskDriver, typist: Typist, codes: Codes) -> None:
    typist.scans(codes["joern"][:9], end="")
    waits(silent)
    assert silent.field() == codes["joern"][:9]
    typist.scans(codes["joern"][9:], end="")
    waits_long(silent)
    silent.presses("Enter").says("Jörn Meyer-Lüerßen")


def test_the_trial_itself_is_not_disturbed(silent: DeskDriver, memory: ScannerMemory) -> None:
    tries(silent, f"#{TEST_TEXT}", end="").says("The scanner writes “#” before each code.", "does not press Enter")
    assert memory.habits == (Habit("#", silent=True), Habit(silent=True))


@pytest.mark.parametrize("percent", [100, 200])
def test_the_card_fits(desk: DeskDriver, percent: int) -> None:
    desk.application.preferences.text_size = percent
    desk.application.rebuild()
    desk.window.resize(1024, 640)
    card = tries(desk, f"#1{TEST_TEXT}##", end="").printer.scanner
    inside = desk.frame.printer.widget()
    assert inside is not None
    assert card.geometry().right() < inside.width() <= desk.frame.printer.viewport().width()
    assert card.forget.width() >= card.forget.minimumSizeHint().width()
