"""One person beside the list: correcting, adding, cancelling, merging; nothing that was typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from eventdesk.checkin.verdict import Accepted
from eventdesk.codes import Op
from eventdesk.people import actions, records
from eventdesk.people.person import Origin, Person, Status
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.people_driver import PeopleDriver
from tests.ui.scenes import dress
from tests.ui.test_shell import raise_version
from tests.ui.waiting import until
from ui.actions import PageId


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch, home) -> None:
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")


@pytest.fixture
def people(english, desk: DeskDriver) -> PeopleDriver:
    return PeopleDriver(desk)


def stored(people: PeopleDriver, name: str) -> Person:
    return next(person for person in records.everyone(people.event.db) if person.given_name == name)


def entries(people: PeopleDriver) -> int:
    return people.event.journal_length()


def test_correcting_a_name_is_one_entry(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif")
    before = entries(people)
    people.writes("family_name", "Demirtaş-Kaya").writes("town", "Peine")
    assert people.unsaved() == "Not saved yet: Family name, Town"
    people.presses("Ctrl+S")
    assert (stored(people, "Elif").family_name, stored(people, "Elif").town) == ("Demirtaş-Kaya", "Peine")
    assert entries(people) == before + 1
    assert people.unsaved() == ""
    assert "Demirtaş-Kaya, Elif" in people.names()
    people.says("Elif Demirtaş-Kaya")
    assert people.page.table.chosen() == [stored(people, "Elif").id]


def test_enter_and_keys_alone_are_enough(people: PeopleDriver) -> None:
    people.types("farid").presses("Enter", "Enter")
    assert people.focus() is people.field("given_name")
    people.presses("Enter")
    assert people.focus() is people.field("family_name")
    people.types("Khan").presses("Ctrl+S")
    assert stored(people, "Farid").family_name == "Khan"
    people.presses("Esc")
    assert people.focus() is people.page.table


def test_esc_gives_back_and_can_itself_be_taken_back(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Esc")
    assert people.field("town").text() == "Salzgitter"
    assert people.unsaved() == "The old values are back."
    people.clicks("Bring back what was typed")
    assert people.field("town").text() == "Peine"
    assert people.unsaved() == "Not saved yet: Town"


def test_what_was_typed_stays_while_others_are_looked_at(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").chooses("Rahmani, Farid")
    assert people.unsaved() == ""
    people.says("One person is not saved yet")
    people.clicks("One person is not saved yet")
    assert people.shown().given_name == "Elif"
    assert people.field("town").text() == "Peine"
    people.desk.goes_to(PageId.CHECK_IN).goes_to(PageId.PEOPLE)
    people.desk.application.rebuild()
    again = PeopleDriver(people.desk)
    assert again.shown().given_name == "Elif"
    assert again.field("town").text() == "Peine"


def test_what_was_typed_survives_closing_the_file(people: PeopleDriver, file) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine")
    people.desk.application.open(file)
    people.desk.settles()
    again = PeopleDriver(people.desk)
    again.says("One person is not saved yet")
    again.chooses("Demirtaş, Elif")
    assert again.field("town").text() == "Peine"
    again.presses("Ctrl+S")
    assert stored(again, "Elif").town == "Peine"


def test_drafts_that_make_no_sense_are_left_out(people: PeopleDriver) -> None:
    for text in ("", "{", "[1]", '{"x": {}}', '{"17": {"town": "Peine"}}'):
        people.page.flow.take_drafts(text)
        assert people.page.flow.drafts() == "", text


def test_what_was_typed_survives_scans_elsewhere(people: PeopleDriver, codes: dict[str, str]) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Pein")
    actions.edit(people.event, stored(people, "Elif").id, phone="0511")
    people.rests()
    assert people.field("phone").text() == "0511"
    assert people.field("town").text() == "Pein"
    people.desk.scan(codes["elif"])
    people.desk.goes_to(PageId.PEOPLE)
    people.rests()
    assert people.field("town").text() == "Pein"
    people.says("In the house since 09:00")


def test_what_was_typed_about_somebody_who_is_gone_becomes_a_new_person(people: PeopleDriver) -> None:
    added = actions.add(people.event, Person(0, "Mariam", "Haidari"))
    people.rests().chooses("Haidari, Mariam").writes("town", "Peine")
    people.event.undo()
    people.rests()
    assert records.person(people.event.db, added.id) is None
    assert people.field("family_name").text() == "Haidari"
    people.presses("Ctrl+S")
    assert stored(people, "Mariam").town == "Peine"


@pytest.mark.parametrize(
    ("field", "text", "said", "stops"),
    [
        ("email", "elif", "This does not look like an e-mail address.", False),
        ("days", "6.3.2017", "Write days like 2027-03-06, with commas between them.", True),
        ("ticket", "hx7-QK-2209", "Somebody else has this ticket, too.", False),
    ],
)
def test_mistakes_are_said_while_typing(people: PeopleDriver, field: str, text: str, said: str, stops: bool) -> None:
    people.chooses("Demirtaş, Elif").writes(field, text).says(said)
    assert people.page.panel.save.isEnabled() is not stops
    people.presses("Ctrl+S")
    assert (people.unsaved() != "") is stops


def test_nobody_is_left_without_a_name(people: PeopleDriver) -> None:
    people.chooses("Kowalski, Piotr").writes("given_name", "").writes("family_name", "")
    people.says("A name is needed").presses("Ctrl+S")
    assert stored(people, "Piotr").family_name == "Kowalski"
    assert people.focus() is people.field("given_name")


def test_roles_are_chips(people: PeopleDriver) -> None:
    people.chooses("Rahmani, Farid")
    chips = people.page.panel.form.fields["roles"]._chips  # type: ignore[attr-defined]
    chips["press"].click()
    people.rests().presses("Ctrl+S")
    assert stored(people, "Farid").roles == ("interpreter", "press")


def test_adding_points_out_who_may_be_the_same(people: PeopleDriver) -> None:
    people.presses("F3")
    assert people.focus() is people.field("given_name")
    people.types("Elif").presses("Tab").types("Demirtas")
    people.says("Perhaps the same person", "Elif Demirtaş · Bürgerinitiative Gemeinsam in Salzgitter · Salzgitter")
    people.writes("family_name", "Yılmaz").presses("Ctrl+S")
    added = next(person for person in records.everyone(people.event.db) if person.family_name == "Yılmaz")
    assert (added.given_name, added.origin) == ("Elif", Origin.DESK)
    assert people.shown() == added
    assert people.page.table.chosen() == [added.id]
    people.presses("F8")
    assert "Yılmaz, Elif" not in people.names()


def test_cancel_and_let_come(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").clicks("Cancel registration")
    assert stored(people, "Elif").status is Status.CANCELLED
    people.clicks("Let the person come")
    assert stored(people, "Elif").status is Status.REGISTERED
    people.presses("F8")
    assert stored(people, "Elif").status is Status.CANCELLED
    people.says("cancelled")


def test_ctrl_z_in_a_field_takes_back_typing_and_elsewhere_the_last_deed(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S")
    people.writes("phone", "1").presses("Ctrl+Z")
    assert people.field("phone").text() == ""
    assert stored(people, "Elif").town == "Peine"
    people.presses("Esc")
    people.page.table.setFocus()
    people.presses("Ctrl+Z")
    assert stored(people, "Elif").town == "Salzgitter"
    assert people.event.journal(1)[0].op is Op.UNDO


def test_undo_says_when_there_is_nothing_or_something_in_the_way(people: PeopleDriver) -> None:
    people.presses("F8").says("This desk has changed nothing of people that could be undone.")
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S")
    people.event.desk = "Schalter 9"
    actions.edit(people.event, stored(people, "Elif").id, town="Celle")
    people.event.desk = people.desk.application.preferences.desk
    people.rests().presses("F8")
    people.says("cannot be undone")
    assert stored(people, "Elif").town == "Celle"


def test_check_in_from_here(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("Ctrl+Enter")
    people.says("Elif Demirtaş: Welcome · Haupteingang", "In the house since 09:00 · Haupteingang")
    opened = people.desk.application.opened
    assert opened is not None
    assert isinstance(opened.flow.verdict, Accepted)


def test_printing_from_here(people: PeopleDriver, tmp_path) -> None:
    people.presses("F5").says("First choose somebody in the list.")
    people.chooses("Demirtaş, Elif").presses("F5").says("No printer is chosen yet.")
    people.desk.application.preferences.printer = f"folder:{tmp_path}"
    people.presses("F5")
    people.desk.waits_for_prints()
    assert list(tmp_path.glob("*.pdf"))
    people.rests().says("Print badge again")


def test_the_group_is_listed_and_leads_on(people: PeopleDriver) -> None:
    people.chooses("Ebrahimi, Leila").says("Group: Sprachkurs B1", "Lina Touma", "Selam Fessehaye")
    people.clicks("Lina Touma")
    assert people.shown().given_name == "Lina"
    people.writes("group", "Andere").presses("Ctrl+S")
    people.chooses("Ebrahimi, Leila").does_not_say("Lina Touma")


def test_history_is_told_newest_first(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").writes("town", "Peine").presses("Ctrl+S")
    people.says("What happened")
    assert any("Peine" in text for text in people.desk.reads())


def test_two_people_are_merged_field_by_field(people: PeopleDriver) -> None:
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+M")
    people.says("Is this one person?")
    elif_, farid = stored(people, "Elif"), stored(people, "Farid")
    cells = people.page.compare.cells
    next(cell for (name, take), cell in cells.items() if name == "organisation" and take == "other").click()
    people.presses("Ctrl+S")
    merged = stored(people, "Elif")
    assert merged.id == elif_.id
    assert merged.organisation == "Dolmetscherpool"
    assert merged.native_name == "فرید رحمانی"
    assert merged.roles == ("exhibitor", "interpreter")
    assert "Rahmani, Farid" not in people.names()
    people.says(" ".join(farid.code[at : at + 4] for at in range(0, 16, 4)))
    people.presses("F8")
    assert records.person(people.event.db, farid.id) == farid
    assert "Rahmani, Farid" in people.names()


def test_the_other_entry_can_stay(people: PeopleDriver) -> None:
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+M")
    farid = stored(people, "Farid")
    people.page.compare.stay[farid.id].click()
    people.presses("Ctrl+S")
    assert stored(people, "Farid").id == farid.id
    assert people.shown().id == farid.id


def test_a_possible_duplicate_is_compared_by_its_button(people: PeopleDriver) -> None:
    actions.add(people.event, Person(0, "Elif", "Demirtas", email="e@example.org"))
    people.rests().chooses("Demirtas, Elif").says("Perhaps the same person")
    people.clicks("Elif Demirtaş · Bürgerinitiative Gemeinsam in Salzgitter · Salzgitter")
    people.says("Is this one person?").presses("Esc")
    people.does_not_say("Is this one person?")
    people.page.table.clearSelection()
    people.presses("Ctrl+M").says("Is this one person?")


def test_merging_needs_two(people: PeopleDriver) -> None:
    people.presses("Ctrl+M").says("Mark two people in the list first")


def test_a_file_to_look_at_changes_nothing(english, desk: DeskDriver, file) -> None:
    desk.application.close_event()
    raise_version(file)
    desk.application.open(file)
    desk.settles()
    people = PeopleDriver(desk)
    people.chooses("Demirtaş, Elif")
    assert all(field.isReadOnly() for field in people.page.panel.form.findChildren(QLineEdit))
    assert not people.page.panel.head.cancel.isEnabled()
    people.says("was made by a newer eventdesk and can only be looked at here")
    for key in ("F3", "Ctrl+S", "Ctrl+Enter", "F8"):
        people.presses("F2", key).says("was made by a newer eventdesk")
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+M")
    people.does_not_say("Is this one person?")
    people.presses("F4").clicks("Guest · 2")
    assert len(people.names()) == 2


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 100), ((1024, 640), 200), ((1440, 900), 100)])
def test_nothing_is_cut(desk: DeskDriver, size: tuple[int, int], percent: int) -> None:
    dress(desk, percent=percent)
    desk.window.resize(*size)
    people = PeopleDriver(desk)
    deeds: dict[str, Callable[[], object]] = {
        "list": people.rests,
        "filter": lambda: people.presses("F4"),
        "columns": lambda: people.presses("F6"),
        "compare": lambda: people.page._start_compare(*people.page.model.ids[:2]),
        "person": lambda: people.presses("Enter", "Enter"),
        "new": lambda: people.presses("F3").types("Elif"),
    }
    for state, deed in deeds.items():
        deed()
        assert state_of(people.rests()) == state
        assert (desk.window.width(), desk.window.height()) == size, state
        assert reading.cut(people.page) == [], state
        people.presses("Esc")


def state_of(people: PeopleDriver) -> str:
    """Return what the page shows beside its list."""
    page, there = people.page, people.page.editor.person
    panes: dict[QWidget | None, str] = {page.filters: "filter", page.column_pane: "columns"}
    pane = panes.get(page.beside.currentWidget(), "") if page.beside.isVisible() else ""
    if page.comparing():
        return "compare"
    return pane or ("list" if there is None else "person" if there.id else "new")


def test_tab_reaches_the_panel_and_the_list(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif")
    reached = {QApplication.focusWidget(), *people.desk.tabs(60)}
    page = people.page
    for widget in (page.table, page.bar.search.field, page.bar.filter, page.panel.head.print, page.foot.export):
        assert widget in reached
    assert set(page.panel.form.findChildren(QLineEdit)) <= reached


# ---- where there is little room


def sized(people: PeopleDriver, width: int, height: int) -> PeopleDriver:
    people.desk.window.resize(width, height)
    return people.rests()


def test_in_a_narrow_window_nobody_takes_no_room(people: PeopleDriver) -> None:
    sized(people, 1024, 640)
    assert not people.page.panel.isVisible()
    whole = people.page.table.width()
    people.presses("Enter")
    assert people.page.panel.isVisible()
    assert people.page.table.isVisible()
    assert people.page.table.width() < whole - 300
    people.presses("F2").types("qqqq")
    assert not people.page.panel.isVisible()
    assert people.page.left_side.width() >= whole


def test_in_a_wide_window_nobody_has_a_place(people: PeopleDriver) -> None:
    assert people.page.panel.isVisible()
    sized(people, 1024, 640)
    assert not people.page.panel.isVisible()
    assert sized(people, 1440, 900).page.panel.isVisible()


def test_the_second_of_two_clicks_meets_the_list(people: PeopleDriver) -> None:
    """The panel comes where the pointer may be: only after the time for another click."""
    sized(people, 1024, 640)
    table = people.page.table
    row = table.visualRect(people.page.model.index(2, people.page.model.columnCount() - 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QApplication.processEvents()
    assert not people.page.panel.isVisible()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    QApplication.processEvents()
    assert people.page.panel.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert people.page.panel.isAncestorOf(focused)


def test_one_click_shows_the_person_a_moment_later(people: PeopleDriver) -> None:
    table = sized(people, 1024, 640).page.table
    row = table.visualRect(people.page.model.index(people.names().index("Demirtaş, Elif"), 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    until(people.page.panel.isVisible)
    assert people.rests().shown().given_name == "Elif"
    assert people.page.table.chosen() == [people.shown().id]


@pytest.mark.parametrize("key", ["F4", "F6", "F3"])
def test_filter_columns_and_somebody_new_come_and_go(people: PeopleDriver, key: str) -> None:
    sized(people, 1024, 640).presses(key)
    assert people.page.beside.isVisible()
    people.presses("Esc")
    assert people.page.beside.isVisible() is people.page.panel.shows_somebody()
