"""Somebody comes who is not registered, and a group comes together."""

from tests.ui.driver import DeskDriver

Codes = dict[str, str]


def test_a_name_is_enough(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Enter").says("Willkommen", "Mariam Haidari")
    assert desk.last() == ["Haidari, Mariam"]
    assert desk.has_the_focus()


def test_organisation_and_role(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Tab").types("AWO Peine").presses("Tab", "Down", "Enter")
    desk.says("Willkommen", "Mariam Haidari", "AWO Peine")


def test_without_a_name_nothing_is_added(desk: DeskDriver) -> None:
    desk.presses("F3", "Enter").says("Bitte einen Namen eintragen.")
    desk.types("Mariam").does_not_say("Bitte einen Namen eintragen.")


def test_escape_goes_back(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F3").does_not_say("Elif Demirtaş")
    desk.presses("Esc").says("Elif Demirtaş")
    assert desk.has_the_focus()


def test_somebody_registered_is_pointed_out_and_taken_instead(desk: DeskDriver) -> None:
    desk.presses("F3").types("Elif Demirtas")
    desk.page.walk_in.typed.emit("Elif Demirtas")
    desk.settles().says("Vielleicht schon angemeldet:")
    (likeness,) = desk.likenesses()
    assert likeness.text().startswith("Elif Demirtaş · Bürgerinitiative")
    desk.clicks_at(likeness, likeness.rect().center()).says("Willkommen", "Standausweis")
    assert desk.counts() == "1 von 11 erwartet"


def test_one_undo_takes_back_person_and_check_in(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Enter", "F8").says("Rückgängig gemacht", "Mariam Haidari")
    desk.types("haidari").says("Niemand heißt „haidari“.")


def test_a_scanned_text_in_the_field_is_not_taken_as_a_name(desk: DeskDriver) -> None:
    desk.types("123456").presses("F3")
    assert desk.page.walk_in.name.text() == ""


def test_a_whole_group_by_one_key(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).says("Gruppe Sprachkurs B1")
    desk.presses("F6").says("Sprachkurs B1", "2 Personen einlassen")
    desk.presses("Enter").says("Willkommen", "2 Personen", "Sprachkurs B1")
    assert desk.counts() == "3 von 11 erwartet"


def test_who_is_absent_is_left_out(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).presses("F6", "Space").says("Eine Person einlassen")
    desk.presses("Enter").says("Eine Person", "Ausgelassen: Selam Fessehaye")
    assert desk.counts() == "2 von 11 erwartet"


def test_a_group_from_the_search(desk: DeskDriver) -> None:
    desk.types("ebrahimi").presses("F6").says("Sprachkurs B1", "3 Personen einlassen")
    desk.presses("Enter").says("3 Personen")
    assert desk.counts() == "3 von 11 erwartet"


def test_one_undo_takes_back_the_group(desk: DeskDriver) -> None:
    desk.types("ebrahimi").presses("F6", "Enter", "F8").says("Rückgängig gemacht")
    assert desk.counts() == "0 von 11 erwartet"


def test_a_person_without_a_group(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F6").says("Diese Person gehört zu keiner Gruppe.")


def test_escape_leaves_the_group_outside(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).presses("F6", "Esc").says("Leila Ebrahimi")
    assert desk.counts() == "1 von 11 erwartet"
