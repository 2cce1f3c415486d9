"""A group at several points, and what is said when it is taken back."""

from tests.ui.driver import DeskDriver

Codes = dict[str, str]


def test_each_point_asks_who_is_still_missing_there(desk: DeskDriver, codes: Codes) -> None:
    here = desk.application.look.words.t("here already")
    desk.scan(codes["leila"]).presses("F4", "F4").scan(codes["lina"]).says("Saal 3A")
    desk.says("Gruppe Sprachkurs B1: 2 Personen fehlen noch").presses("F6")
    members = desk.page.group.members.model()
    names = [members.index(row, 0).data() for row in range(members.rowCount())]
    assert [name.endswith(here) for name in names] == [name.startswith("Touma") for name in names]
    desk.says("2 Personen einlassen").presses("Space").says("Eine Person einlassen")
    desk.presses("Enter").says("Willkommen", "Eine Person")
    shown = desk.page.card.shown()
    assert shown is not None
    assert len(shown.facts) == 1
    assert "Lina Touma" not in shown.facts[0]


def test_who_has_no_tick_is_left_out_whatever_the_house_says(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).presses("F6")
    left_out = desk.page.group.left_out()
    opened = desk.application.opened
    assert opened is not None
    assert opened.flow.verdict is not None
    assert opened.flow.verdict.person is not None
    assert left_out == {opened.flow.verdict.person.id}
    desk.presses("Enter").says("2 Personen").does_not_say("Ausgelassen")


def test_undo_names_the_group_and_how_many(desk: DeskDriver) -> None:
    word = desk.application.look.words.t("Group")
    desk.types("ebrahimi").presses("F6", "Enter", "F8")
    desk.says("Rückgängig gemacht", "3 Personen", "Sprachkurs B1", word).does_not_say("Touma")


def test_undo_names_a_group_that_lies_further_back(desk: DeskDriver, codes: Codes) -> None:
    desk.types("ebrahimi").presses("F6", "Enter").scan(codes["elif"])
    desk.presses("F8").says("Elif Demirtaş").presses("F8")
    desk.says("Rückgängig gemacht", "3 Personen", "Sprachkurs B1").does_not_say("Elif Demirtaş")
    assert desk.counts() == "0 von 11 erwartet"


def test_nobody_on_the_screen_is_not_a_person_without_a_group(desk: DeskDriver) -> None:
    desk.presses("F6").says(desk.application.look.words.t("First scan or search somebody."))
    desk.does_not_say("Diese Person gehört zu keiner Gruppe.")
