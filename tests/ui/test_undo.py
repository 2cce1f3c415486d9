"""A check-in is taken back: from the verdict, by keys, from the list; and nothing else is."""

from PySide6.QtCore import Qt

from tests.ui.driver import DeskDriver

Codes = dict[str, str]


def test_by_the_button_of_the_verdict(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).clicks("Rückgängig").says("Rückgängig gemacht", "Elif Demirtaş")
    assert desk.counts() == "0 von 11 erwartet"
    assert desk.last() == []
    assert desk.has_the_focus()


def test_by_ctrl_z(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("Ctrl+Z").says("Rückgängig gemacht")
    assert desk.counts() == "0 von 11 erwartet"


def test_by_f8(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F8").says("Rückgängig gemacht")
    assert desk.counts() == "0 von 11 erwartet"


def test_from_the_list_by_a_click(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["joern"])
    view = desk.page.recent.list
    desk.clicks_at(view.viewport(), view.sign_of(1)).says("Rückgängig gemacht", "Elif Demirtaş")
    assert desk.last() == ["Meyer-Lüerßen, Jörn"]
    assert desk.has_the_focus()


def test_from_the_list_by_del(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["joern"])
    view = desk.page.recent.list
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentIndex(view.model().index(1, 0))
    desk.presses("Del").says("Rückgängig gemacht", "Elif Demirtaş")
    assert desk.last() == ["Meyer-Lüerßen, Jörn"]


def test_a_click_beside_the_sign_takes_nothing_back(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    view = desk.page.recent.list
    line = view.visualRect(view.model().index(0, 0))
    desk.clicks_at(view.viewport(), line.center())
    assert desk.last() == ["Demirtaş, Elif"]


def test_several_times_in_a_row(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["joern"]).presses("F8").says("Jörn Meyer-Lüerßen")
    desk.presses("F8").says("Rückgängig gemacht", "Elif Demirtaş")
    desk.presses("F8").says("Von diesem Schalter gibt es nichts rückgängig zu machen.")
    assert desk.last() == []


def test_it_never_takes_back_more_than_this_desk_did(desk: DeskDriver) -> None:
    desk.presses("Ctrl+Z").says("Von diesem Schalter gibt es nichts rückgängig zu machen.")
    desk.types("demirtas").lists("Demirtaş, Elif")


def test_ctrl_z_while_typing_belongs_to_the_field(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).types("anna").presses("Ctrl+Z")
    assert desk.field() != "anna"
    assert desk.last() == ["Demirtaş, Elif"]


def test_an_exit_is_taken_back_as_an_exit(desk: DeskDriver, codes: Codes) -> None:
    words = desk.application.look.words
    desk.scan(codes["elif"]).presses("F7").scan(codes["elif"]).presses("F8")
    desk.says(words.t("Exit taken back"), words.t("Still inside, as before."), "Elif Demirtaş", "Ausgang")
    desk.does_not_say("Rückgängig gemacht")
    assert desk.counts() == "1 von 11 erwartet"


def test_what_lies_further_back_is_named_with_its_kind(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F7").scan(codes["elif"]).scan(codes["joern"])
    desk.presses("F8").says("Elif Demirtaş")
    desk.presses("F8").says("Rückgängig gemacht", "Elif Demirtaş")
    shown = desk.page.card.shown()
    assert shown is not None
    assert (shown.strong_pill, shown.organisation) == ("Check-in", "Bürgerinitiative Gemeinsam in Salzgitter")


def test_the_list_shows_where_the_focus_is(desk: DeskDriver, codes: Codes) -> None:
    for guest in ("elif", "joern", "oksana"):
        desk.scan(codes[guest])
    view = desk.page.recent.list
    for _ in range(30):
        if view.hasFocus():
            break
        desk.presses("Tab")
    assert view.currentIndex().row() == 0
    assert view.selectionModel().isSelected(view.currentIndex())
    desk.presses("Down")
    assert view.currentIndex().row() == 1
    desk.page.refresh()
    assert view.currentIndex().row() == 1
    desk.presses("Del").says("Rückgängig gemacht", "Jörn Meyer-Lüerßen")


def test_the_chosen_scan_stays_chosen_when_another_arrives(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["joern"])
    view = desk.page.recent.list
    view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.presses("Down")
    desk.page.flow.scan(codes["oksana"])
    desk.settles()
    assert view.currentIndex().row() == 2
    desk.presses("Del").says("Rückgängig gemacht", "Elif Demirtaş")


def test_the_list_says_by_which_key(desk: DeskDriver) -> None:
    view = desk.page.recent.list
    assert "Entf" in view.accessibleDescription()
    assert "Entf" in view.toolTip()


def test_after_undo_the_person_comes_in_again(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F8").scan(codes["elif"]).says("Willkommen")
    assert desk.counts() == "1 von 11 erwartet"


def test_a_refused_scan_offers_no_undo(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["cancelled"])
    view = desk.page.recent.list
    line = view.line(0)
    assert line is not None
    assert line.eid == ""
    desk.presses("F8").says("Von diesem Schalter gibt es nichts rückgängig zu machen.")
