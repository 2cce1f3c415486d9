"""A wrong name is put right at the desk, and who needs another badge gets one, with the reason noted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.badges import records as prints
from eventdesk.codes import Op, PrintReason
from eventdesk.event import Event
from eventdesk.people import actions, records
from eventdesk.people.person import Person
from tests.ui import reading
from tests.ui.check_in_driver import CheckInDriver
from tests.ui.driver import DeskDriver
from tests.ui.people_driver import PeopleDriver
from tests.ui.scenes import dress
from ui.checkin.reprint_panel import ReprintPanel
from ui.preferences import Preferences

Codes = dict[str, str]


@pytest.fixture
def folder(application: object, tmp_path: Path) -> Path:
    """Return the folder that badges of this desk go to."""
    folder = tmp_path / "badges"
    Preferences().printer = f"folder:{folder}"
    return folder


@pytest.fixture
def english(desk: DeskDriver) -> DeskDriver:
    """Return the desk in English."""
    dress(desk, language="en")
    return desk


def event_of(desk: DeskDriver) -> Event:
    return CheckInDriver(desk).event


def person_of(desk: DeskDriver, code: str) -> Person:
    (person,) = [each for each in records.everyone(event_of(desk).db) if each.code == code]
    return person


def log_of(desk: DeskDriver, person: Person) -> list[str]:
    """Return why badges of a person were printed, the latest first."""
    return [line.reason for line in prints.prints(event_of(desk).db, person.id)]


def ops(desk: DeskDriver) -> list[Op]:
    """Return what happened, the latest first."""
    return [entry.op for entry in event_of(desk).journal(50)]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def with_badge(desk: DeskDriver, code: str) -> DeskDriver:
    """Scan somebody and print the badge."""
    desk.scan(code).presses("F5").waits_for_prints()
    desk.clock.advance(minutes=1)
    return desk


# ---- the name


def test_a_name_is_corrected_and_printed_at_once(folder: Path, english: DeskDriver, codes: Codes) -> None:
    before = person_of(english, codes["elif"])
    english.scan(codes["elif"]).presses("F10").says("Correct name: Elif Demirtaş", "Save and print")
    english.presses("Tab", "Ctrl+A").types("Demirtas-Yıldız").presses("Enter")
    english.says("Welcome", "Elif Demirtas-Yıldız").waits_for_prints().says("Badge printed (badges)")
    assert names(folder) == ["0001 Elif Demirtas-Yıldız.pdf"]
    after = person_of(english, codes["elif"])
    assert (after.id, after.family_name, after.code) == (before.id, "Demirtas-Yıldız", before.code)
    assert log_of(english, after) == [PrintReason.NAME_CORRECTED]
    assert ops(english).count(Op.EDIT_PERSON) == 1
    assert english.has_the_focus()


def test_the_correction_shows_in_people(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10", "Ctrl+A").types("Elife").presses("Enter")
    people = PeopleDriver(english).presses("F2").types("Elife")
    people.says("Elife Demirtaş", "Given name changed from “Elif” to “Elife”")


def test_without_a_printer_it_is_saved_only(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10").does_not_say("Save and print").presses("Ctrl+A").types("Elife")
    english.presses("Enter").waits_for_prints().says("Elife Demirtaş")
    assert log_of(english, person_of(english, codes["elif"])) == []


def test_escape_leaves_all_as_it_was(folder: Path, english: DeskDriver, codes: Codes) -> None:
    before = ops(english.scan(codes["elif"]))
    english.presses("F10", "Ctrl+A").types("Elife").presses("Esc").says("Elif Demirtaş").does_not_say("Elife")
    assert ops(english) == before
    assert english.has_the_focus()
    english.presses("F10")
    assert english.page.correction.texts()["given_name"] == "Elif"


def test_what_is_as_it_stands_is_no_entry_and_no_print(folder: Path, english: DeskDriver, codes: Codes) -> None:
    before = ops(english.scan(codes["elif"]))
    english.presses("F10").presses("End").types("  ").presses("Enter").waits_for_prints()
    english.says("nothing was changed", "Elif Demirtaş")
    assert ops(english) == before


def test_without_any_name_nothing_is_saved(folder: Path, english: DeskDriver, codes: Codes) -> None:
    before = ops(english.scan(codes["elif"]))
    english.presses("F10", "Backspace", "Tab", "Ctrl+A", "Backspace", "Enter")
    english.says("A name is needed: given name, family name, or the name in its own script.")
    assert ops(english) == before
    english.types("Eliff").does_not_say("A name is needed").presses("Enter").says("Welcome", "Eliff")


def test_whoever_is_chosen_in_the_list_is_corrected(folder: Path, english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).types("schmidt").presses("Down", "Down", "F10").says("Correct name: Anna Schmidt")
    organisation = english.page.correction.texts()["organisation"]
    english.presses("Ctrl+A").types("Anne").presses("Enter").says("Name corrected", "Anne Schmidt", organisation)
    english.waits_for_prints().says("Badge printed (badges)").does_not_say("Elif Demirtaş")
    corrected = [each for each in records.everyone(event_of(english).db) if each.name == "Anne Schmidt"]
    assert [each.organisation for each in corrected] == [organisation]
    assert english.counts() == "1 of 11 expected"


def test_of_several_nobody_is_corrected_before_one_is_chosen(english: DeskDriver) -> None:
    english.types("schmidt").presses("F10").says("First scan or search somebody.")


def test_nobody_is_let_in_against_the_rules_while_a_name_is_asked_for(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["cancelled"]).types("demirtas").presses("Down", "F10", "Ctrl+Enter")
    assert english.counts() == "0 of 11 expected"
    english.says("Correct name: Elif Demirtaş")


def test_undo_takes_the_correction_back_first(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10", "Ctrl+A").types("Elife").presses("Enter", "F8").says("Undone")
    assert person_of(english, codes["elif"]).given_name == "Elif"
    assert english.counts() == "1 of 11 expected"
    english.presses("F8")
    assert english.counts() == "0 of 11 expected"


def test_a_scan_in_between_arrives_whole_and_leaves_the_draft(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10", "Ctrl+A").types("Elife").scan(codes["joern"])
    english.says("Welcome", "Jörn Meyer-Lüerßen")
    assert english.has_the_focus()
    assert person_of(english, codes["elif"]).given_name == "Elif"
    english.types("demirtas").presses("Down", "F10")
    assert english.page.correction.texts()["given_name"] == "Elife"
    english.scan(codes["anna_1"]).presses("F10")
    assert english.page.correction.texts()["given_name"] == "Anna"


def test_what_was_not_typed_is_shown_as_it_is_now(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10", "Ctrl+A").types("Elife").scan(codes["joern"])
    actions.edit(event_of(english), person_of(english, codes["elif"]).id, organisation="AWO Peine")
    english.types("demirtas").presses("Down", "F10")
    texts = english.page.correction.texts()
    assert (texts["given_name"], texts["organisation"]) == ("Elife", "AWO Peine")


def test_what_another_desk_changed_meanwhile_stays(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F10", "Ctrl+A").types("Elife")
    actions.edit(event_of(english), person_of(english, codes["elif"]).id, organisation="AWO Peine")
    english.presses("Enter")
    after = person_of(english, codes["elif"])
    assert (after.given_name, after.organisation) == ("Elife", "AWO Peine")


# ---- another badge


def test_the_first_badge_is_printed_at_once(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).says("Welcome", "Badge printed (badges)")
    assert log_of(english, person_of(english, codes["elif"])) == ["by_hand"]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ((), PrintReason.DAMAGED),
        (("2",), PrintReason.DAMAGED),
        (("Down", "Down"), PrintReason.ROLE_CHANGED),
        (("4",), PrintReason.ROLE_CHANGED),
        (("5", "Down"), PrintReason.PRINTER_FAULT),
    ],
)
def test_another_badge_has_its_reason(
    folder: Path, english: DeskDriver, codes: Codes, keys: tuple[str, ...], reason: PrintReason
) -> None:
    with_badge(english, codes["elif"]).presses("F5").says("Print again: Elif Demirtaş")
    assert isinstance(english.page.stage.currentWidget(), ReprintPanel)
    assert len(names(folder)) == 1
    english.presses(*keys, "Enter").waits_for_prints().says("Welcome", "Elif Demirtaş", "Badge printed (badges)")
    person = person_of(english, codes["elif"])
    assert log_of(english, person) == [reason, "by_hand"]
    assert english.has_the_focus()


def test_a_lost_badge_is_refused_and_the_new_one_is_good(folder: Path, english: DeskDriver, codes: Codes) -> None:
    old = person_of(with_badge(english, codes["elif"]), codes["elif"])
    english.presses("F5", "1").says("New code and print", "the lost one is refused").presses("Enter")
    english.says("The lost badge of Elif Demirtaş is refused from now on.").waits_for_prints()
    renewed = records.person(event_of(english).db, old.id)
    assert renewed is not None
    assert renewed.code != old.code
    assert log_of(english, renewed) == [PrintReason.LOST, "by_hand"]
    english.clock.advance(minutes=5)
    english.scan(old.code).does_not_say("Welcome").says("Elif Demirtaş")
    assert english.page.flow.verdict is not None
    assert english.page.flow.verdict.code == "replaced_badge"
    english.scan(renewed.code).says("Already in", "Elif Demirtaş")


def test_without_a_printer_a_lost_badge_is_refused_all_the_same(
    folder: Path, english: DeskDriver, codes: Codes
) -> None:
    old = person_of(with_badge(english, codes["elif"]), codes["elif"])
    english.application.preferences.printer = ""
    english.presses("F5", "1").says("New code", "the new one can be printed later").presses("Enter")
    english.says("The lost badge of Elif Demirtaş is refused", "choose a printer with F9 for the new one.")
    renewed = records.person(event_of(english).db, old.id)
    assert renewed is not None
    english.clock.advance(minutes=5)
    english.scan(old.code).says("Elif Demirtaş")
    assert english.page.flow.verdict is not None
    assert english.page.flow.verdict.code == "replaced_badge"
    english.application.preferences.printer = f"folder:{folder}"
    english.scan(renewed.code).says("Already in").presses("F5", "Enter").waits_for_prints()
    assert log_of(english, renewed) == [PrintReason.DAMAGED, "by_hand"]
    assert len(names(folder)) == 2


def test_a_badge_that_was_printed_elsewhere_is_refused_without_a_printer_too(english: DeskDriver, codes: Codes) -> None:
    english.scan(codes["elif"]).presses("F5").says("No printer is chosen yet. Choose one with F9.")
    english.presses("1", "Enter").says("The lost badge of Elif Demirtaş is refused")
    english.clock.advance(minutes=5)
    english.scan(codes["elif"]).does_not_say("Welcome", "Already in").says("Elif Demirtaş")


@pytest.mark.parametrize("reason", ["2", "3", "4", "5"])
def test_without_a_printer_no_other_reason_changes_anything(
    folder: Path, english: DeskDriver, codes: Codes, reason: str
) -> None:
    before = person_of(with_badge(english, codes["elif"]), codes["elif"])
    english.application.preferences.printer = ""
    english.presses("F5", reason).says("No printer is chosen yet.").presses("Enter", "Enter")
    after = records.person(event_of(english).db, before.id)
    assert after == before
    assert len(names(folder)) == 1


def test_name_corrected_leads_to_the_name(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).presses("F5", "3", "Enter").says("Correct name: Elif Demirtaş")
    english.presses("Ctrl+A").types("Elife").presses("Enter").waits_for_prints().says("Elife Demirtaş")
    assert log_of(english, person_of(english, codes["elif"])) == [PrintReason.NAME_CORRECTED, "by_hand"]


def test_a_name_corrected_elsewhere_is_printed_unchanged(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).presses("F5", "3", "Enter", "Enter").waits_for_prints()
    assert log_of(english, person_of(english, codes["elif"])) == [PrintReason.NAME_CORRECTED, "by_hand"]
    assert Op.EDIT_PERSON not in ops(english)


def test_escape_prints_nothing(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).presses("F5", "1", "Esc").waits_for_prints().says("Welcome", "Elif Demirtaş")
    assert len(names(folder)) == 1
    assert person_of(english, codes["elif"]).name == "Elif Demirtaş"
    assert english.has_the_focus()


def test_a_scan_closes_the_panel_and_arrives_whole(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).presses("F5").scan(codes["joern"]).waits_for_prints()
    english.says("Welcome", "Jörn Meyer-Lüerßen").does_not_say("Print again:")
    assert len(names(folder)) == 1
    assert english.has_the_focus()


def test_whoever_is_chosen_in_the_list_gets_another_badge(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).scan(codes["joern"]).types("demirtas").presses("Down", "F5")
    english.says("Print again: Elif Demirtaş").presses("Enter").waits_for_prints()
    english.says("Damaged", "Elif Demirtaş", "Badge printed (badges)").does_not_say("Jörn")
    assert log_of(english, person_of(english, codes["elif"])) == [PrintReason.DAMAGED, "by_hand"]


def test_f5_once_more_asks_on(folder: Path, english: DeskDriver, codes: Codes) -> None:
    with_badge(english, codes["elif"]).presses("F5", "4", "F5")
    assert english.page.reprint.reason() is PrintReason.ROLE_CHANGED
    assert QApplication.focusWidget() is english.page.reprint.reasons


# ---- everybody can read and reach it


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("panel", ["F5", "F10"])
def test_nothing_is_cut(folder: Path, desk: DeskDriver, codes: Codes, panel: str, percent: int, language: str) -> None:
    dress(desk, language=language, percent=percent)
    desk.window.resize(1024, 640)
    with_badge(desk, codes["long"])
    assert reading.cut(desk.window) == []
    desk.presses(panel)
    assert reading.cut(desk.window) == []


@pytest.mark.parametrize("panel", ["F5", "F10"])
def test_every_control_has_a_name_and_tab_comes_to_it(
    folder: Path, english: DeskDriver, codes: Codes, panel: str
) -> None:
    with_badge(english, codes["elif"]).presses(panel)
    page = english.page
    wanted = [*page.correction.fields.values()] if panel == "F10" else [page.reprint.reasons]
    shown = page.correction if panel == "F10" else page.reprint
    reached = []
    for _ in range(len(wanted) + 2):
        reached.append(QApplication.focusWidget())
        english.presses("Tab")
    assert reached == [*wanted, shown.back_button, shown.do_button]
    assert all(widget.accessibleName() for widget in wanted)


def test_the_button_goes_where_the_others_need_the_room_and_the_key_stays(desk: DeskDriver, codes: Codes) -> None:
    dress(desk, language="en")
    desk.window.resize(1440, 900)
    desk.scan(codes["elif"]).says("Correct name").clicks("Correct name").says("Correct name: Elif Demirtaş")
    desk.presses("Esc")
    desk.window.resize(1024, 640)
    desk.clock.advance(minutes=3)
    desk.scan(codes["leila"]).does_not_say("Correct name").presses("F10").says("Correct name: Leila Ebrahimi")
