"""A name is typed: who is found, how they are told apart, what if nobody is."""

import pytest

from tests.ui.driver import DeskDriver

Codes = dict[str, str]


def test_two_letters_find(desk: DeskDriver) -> None:
    desk.types("el")
    assert desk.page.results.isVisible()
    assert "Demirtaş, Elif" in [result.name for result in desk.page.results.all()]
    assert desk.field() == "el"


def test_one_letter_does_not(desk: DeskDriver) -> None:
    desk.types("e")
    assert not desk.page.results.isVisible()


def test_the_typed_letters_are_marked(desk: DeskDriver) -> None:
    desk.types("demir")
    (result,) = desk.page.results.all()
    assert [result.name[start:end] for start, end in result.marks] == ["Demir"]


def test_enter_checks_in_the_first(desk: DeskDriver) -> None:
    desk.types("demirtas").presses("Enter").says("Willkommen", "Elif Demirtaş")
    assert desk.field() == ""
    assert not desk.page.results.isVisible()


def test_arrows_choose_among_namesakes(desk: DeskDriver) -> None:
    desk.types("anna schmidt").lists("Schmidt, Anna", "Schmidt, Anna")
    first, second = desk.page.results.all()
    assert {result.below.rpartition(" · ")[0] for result in (first, second)} == {
        "IHK · Hannover",
        "Landkreis Peine · Peine",
    }
    desk.presses("Down", "Down", "Enter").says("Willkommen", "Anna Schmidt", second.below.split(" · ")[0])


def test_enter_alone_takes_none_of_several_namesakes(desk: DeskDriver) -> None:
    desk.types("anna schmidt").says("Mehrere Personen heißen so")
    desk.presses("Enter").says("Bereit")
    desk.presses("Down", "Enter").says("Willkommen", "Anna Schmidt")


def test_enter_alone_takes_nobody_who_is_only_called_alike(desk: DeskDriver) -> None:
    """A guest who is not on the list must not come in under the name of somebody who is."""
    desk.types("demirtesch").says("Genau so heißt niemand")
    desk.presses("Enter").says("Bereit")
    assert desk.field() == "demirtesch"
    desk.presses("Down", "Enter").says("Willkommen", "Elif Demirtaş")


def test_arrows_stay_within_the_list(desk: DeskDriver) -> None:
    desk.types("anna schmidt").presses("Up", "Up", "Down", "Down", "Down", "Enter").says("Willkommen")


def test_another_script_is_found_by_latin_letters(desk: DeskDriver) -> None:
    desk.types("netschyp").lists("Netschyporenko, Oksana · Оксана Нечипоренко")


def test_latin_names_are_found_by_another_script(desk: DeskDriver) -> None:
    desk.types("Рахмани").presses("Down", "Enter").says("Willkommen", "Farid Rahmani", "فرید رحمانی")


def test_arabic_script_finds(desk: DeskDriver) -> None:
    desk.types("فرید").lists("Rahmani, Farid · فرید رحمانی")


def test_who_is_in_already_is_marked(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).types("demirtaş")
    assert [result.state for result in desk.page.results.all()] == ["im Haus"]
    desk.presses("Esc").types("schröder")
    assert [result.state for result in desk.page.results.all()] == ["Anmeldung storniert"]


def test_the_last_verdict_is_out_of_the_way_while_somebody_is_typed(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["cancelled"]).types("anna").does_not_say("Anke Schröder", "Trotzdem einlassen")
    desk.presses("Ctrl+Enter", "F5", "F6")
    assert desk.counts() == "0 von 11 erwartet"
    desk.presses("Esc").says("Anke Schröder", "Trotzdem einlassen")


def test_the_last_verdict_comes_back_when_the_letters_are_gone(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).types("an").does_not_say("Elif Demirtaş")
    desk.presses("Backspace").says("Elif Demirtaş")


def test_escape_empties_the_field(desk: DeskDriver) -> None:
    desk.types("demir").presses("Esc")
    assert desk.field() == ""
    assert not desk.page.results.isVisible()


def test_f2_starts_over(desk: DeskDriver) -> None:
    desk.types("demir").presses("F2")
    assert desk.field() == ""
    assert desk.has_the_focus()


def test_a_click_chooses(desk: DeskDriver) -> None:
    desk.types("demirtas")
    view = desk.page.results.view
    desk.clicks_at(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    desk.says("Willkommen", "Elif Demirtaş")


def test_nobody_found_offers_a_walk_in_with_the_typed_name(desk: DeskDriver) -> None:
    desk.types("Mariam Haidari").says("Niemand heißt „Mariam Haidari“.", "Spontananmeldung")
    desk.presses("Enter")
    assert desk.field() == "Mariam Haidari"
    desk.presses("F3").says("Spontananmeldung")
    assert desk.page.walk_in.name.text() == "Mariam Haidari"
    desk.presses("Enter").says("Willkommen", "Mariam Haidari", "Gerade neu aufgenommen")


def test_digits_are_searched_only_when_they_stop(desk: DeskDriver, codes: Codes) -> None:
    desk.types(codes["elif"][:5])
    assert not desk.page.results.isVisible()


@pytest.mark.parametrize("typed", ["anna", "an", "elif", "elif demir", "dolmetscherpool", "schmidt"])
def test_enter_takes_nobody_while_the_letters_may_mean_somebody_else(desk: DeskDriver, typed: str) -> None:
    desk.types(typed).presses("Enter")
    assert desk.counts().startswith("0")
    assert desk.field() == typed
    desk.presses("Down", "Enter").says("Willkommen")
    assert desk.counts().startswith("1")


@pytest.mark.parametrize("typed", ["anna", "demirtesch", "qwxyz"])
def test_enter_that_takes_nobody_shows_that_it_was_heard(desk: DeskDriver, typed: str) -> None:
    desk.types(typed)
    results = desk.page.results
    assert not results.insists()
    place = results.geometry()
    desk.presses("Enter")
    assert results.insists()
    assert results.geometry() == place
    desk.types("x")
    assert not results.insists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sch", "Several people fit. Type more of the name, or choose with ↓ and Enter."),
        ("anna schmidt", "Several people have this name. Ask for what is marked, then choose with ↓ and Enter."),
        ("elif", "The name is not whole yet. Type all of it, or choose with ↓ and Enter."),
        ("demirtesch", "Nobody is called exactly that. Choose with ↓ and Enter, or add the person."),
        ("elif demirtas", ""),
    ],
)
def test_a_sentence_says_why_nobody_is_chosen(desk: DeskDriver, typed: str, said: str) -> None:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles().types(typed)
    assert desk.page.results.hint() == said
    assert (desk.page.results.current() is None) == bool(said)


def test_more_of_the_name_ends_the_doubt(desk: DeskDriver) -> None:
    desk.types("anna schmidt").presses("Enter").types(" ihk").presses("Enter").says("Willkommen", "Anna Schmidt", "IHK")


def test_a_part_of_a_code_that_was_typed_and_read_stays(desk: DeskDriver, codes: Codes) -> None:
    desk.types(codes["elif"][-4:])
    desk.page.finder.search()
    desk.presses("Enter")
    assert desk.field() == codes["elif"][-4:]
    assert desk.page.results.isVisible()
    desk.presses("Down", "Enter").says("Willkommen", "Elif Demirtaş")


def test_a_part_of_a_code_that_was_scanned_checks_in_nobody(desk: DeskDriver, codes: Codes) -> None:
    desk.types(codes["elif"][-4:]).presses("Enter").says("Code unbekannt")
    assert desk.counts().startswith("0")
