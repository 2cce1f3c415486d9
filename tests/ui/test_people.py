"""Looking through the list of all people: searching, filtering, ordering, copying, exporting."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from eventdesk.people import actions, records
from eventdesk.people.importing.mapping import is_known
from eventdesk.people.listing import Facet
from eventdesk.people.person import Person
from tests.ui.conftest import GUESTS, Answers
from tests.ui.driver import DeskDriver
from tests.ui.people_driver import PeopleDriver
from ui.actions import PageId
from ui.people.columns import Row

USUAL_LETTERS = 18


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch, home) -> None:
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")


@pytest.fixture
def people(english, desk: DeskDriver) -> PeopleDriver:
    return PeopleDriver(desk)


def test_everybody_stands_in_the_order_of_names(people: PeopleDriver) -> None:
    names = people.names()
    assert len(names) == len(GUESTS)
    assert names[:3] == ["Demirtaş, Elif", "Ebrahimi, Leila", "Fessehaye, Selam"]
    assert people.count() == "14 people"


def test_usual_names_are_whole_in_the_least_window(people: PeopleDriver) -> None:
    people.desk.window.resize(1024, 640)
    people.rests().chooses("Demirtaş, Elif")
    assert people.page.panel.isVisible()
    theme, table = people.desk.application.look.theme, people.page.table
    metrics, room = theme.metrics(15, QFont.Weight.DemiBold), table.columnWidth(0) - theme.space(18)
    usual = [name for name in people.names() if len(name) <= USUAL_LETTERS]
    assert len(usual) > len(GUESTS) / 2
    assert [name for name in usual if metrics.horizontalAdvance(name) > room] == []


def test_the_columns_share_the_width_and_none_is_to_be_scrolled_to(people: PeopleDriver) -> None:
    for width in range(1100, 1120):
        people.desk.window.resize(width, 640)
        people.rests()
        assert people.page.table.horizontalScrollBar().maximum() == 0


def test_typing_finds_and_enter_goes_into_the_list(people: PeopleDriver) -> None:
    people.types("schmidt")
    assert people.names() == ["Schmidt, Anna", "Schmidt, Anna"]
    assert people.count() == "2 of 14 people"
    people.presses("Enter")
    assert people.focus() is people.page.table
    first = people.shown()
    people.presses("Down")
    assert {first.organisation, people.shown().organisation} == {"IHK", "Landkreis Peine"}
    people.presses("F2", "F2")
    assert people.count() == "14 people"


def test_names_are_found_in_any_script(people: PeopleDriver) -> None:
    assert people.types("оксана").names() == ["Netschyporenko, Oksana"]


def test_letters_typed_in_the_list_go_into_the_search_field(people: PeopleDriver) -> None:
    people.chooses("Rahmani, Farid")
    people.types("elif")
    assert people.names() == ["Demirtaş, Elif"]
    assert people.page.bar.search.field.text() == "elif"


def test_nobody_found_says_what_to_do(people: PeopleDriver) -> None:
    people.types("xyzzyx")
    people.says("Nobody fits", "Type other letters, or take a filter away.")
    people.clicks("Show everybody")
    assert people.count() == "14 people"


def test_filters_are_chips_that_can_be_taken_away(people: PeopleDriver) -> None:
    people.presses("F4")
    people.clicks("Guest · 2")
    people.clicks("Speaker · 2")
    assert people.chips() == ["Role: Guest", "Role: Speaker"]
    assert len(people.names()) == 4
    people.presses("Esc")
    people.clicks("Role: Guest")
    assert people.chips() == ["Role: Speaker"]
    assert people.count() == "2 of 14 people"
    assert people.focus() is people.page.bar.chips[0]
    people.presses("Space")
    assert people.count() == "14 people"


def test_filter_by_keys_alone(people: PeopleDriver) -> None:
    people.presses("F4")
    assert people.focus() in people.page.filters.presence.chips.values()
    chip = people.page.filters.facets[Facet.STATUS].chips["cancelled"]
    while people.focus() is not chip:
        people.presses("Tab")
    people.presses("Enter")
    assert people.names() == ["Schröder, Anke"]
    assert people.focus() is people.page.filters.facets[Facet.STATUS].chips["cancelled"]
    people.presses("Esc")
    assert people.focus() is people.page.table


def test_who_has_come_and_who_is_missing(people: PeopleDriver, codes: dict[str, str]) -> None:
    desk = people.desk
    desk.goes_to(PageId.CHECK_IN).scan(codes["elif"])
    desk.goes_to(PageId.PEOPLE)
    people.rests().presses("F4").clicks("came today · 1")
    assert people.names() == ["Demirtaş, Elif"]
    desk.scan(codes["farid"])
    desk.goes_to(PageId.PEOPLE)
    people.rests()
    assert people.names() == ["Demirtaş, Elif", "Rahmani, Farid"]
    people.clicks("came today · 2").clicks("not here yet today · 9")
    assert "Demirtaş, Elif" not in people.names()
    assert "Schröder, Anke" not in people.names()


def test_a_badge_scanned_here_goes_to_the_check_in(people: PeopleDriver, codes: dict[str, str]) -> None:
    people.types("farid")
    people.desk.scan(codes["elif"])
    assert people.desk.frame.page_id is PageId.CHECK_IN
    people.desk.says("Willkommen" if people.desk.application.look.words.language == "de" else "Welcome")
    people.desk.goes_to(PageId.PEOPLE)
    assert people.rests().page.bar.search.field.text() == "farid"


def test_order_by_head_and_by_keys(people: PeopleDriver) -> None:
    people.page.table.horizontalHeader().sectionClicked.emit(1)
    people.rests()
    assert people.names()[0] == "Demirtaş, Elif"
    people.page.table.horizontalHeader().sectionClicked.emit(1)
    people.rests()
    assert people.names()[0] != "Demirtaş, Elif"
    people.presses("F6")
    assert people.focus() is people.page.column_pane.order
    while people.page.column_pane.order.currentData() != "name":
        people.presses("Up")
        people.page.column_pane.order.activated.emit(0)
    people.rests().clicks("A to Z")
    assert people.names()[0] == "Demirtaş, Elif"


def test_columns_are_chosen_and_remembered(people: PeopleDriver) -> None:
    people.presses("F6").clicks("Town").clicks("Role")
    heads = [people.page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(people.page.model.columnCount())]
    assert heads == ["Name", "Organisation", "Today", "Town"]
    people.desk.application.rebuild()
    again = PeopleDriver(people.desk)
    assert list(again.page.model.keys) == ["name", "organisation", "today", "town"]
    again.presses("F6").clicks("The usual columns")
    assert list(again.page.model.keys) == ["name", "organisation", "roles", "today"]


@pytest.mark.parametrize("width", [1024, 1440, 1900])
def test_columns_fill_the_width(people: PeopleDriver, width: int) -> None:
    people.desk.window.resize(width, 800)
    people.rests()
    table = people.page.table
    whole = sum(table.columnWidth(number) for number in range(people.page.model.columnCount()))
    assert abs(whole - table.viewport().width()) <= people.page.model.columnCount()


def test_copied_rows_run_in_no_spreadsheet(people: PeopleDriver) -> None:
    actions.add(people.event, Person(0, "=cmd", "+Aaa", organisation="zwei\tTeile"))
    people.rests().chooses("+Aaa, =cmd").presses("Ctrl+C")
    assert people.copied() == "Name\tOrganisation\tRole\tToday\n'+Aaa, =cmd\tzwei Teile\t\t"
    people.marks("Demirtaş, Elif", "Rahmani, Farid").presses("Ctrl+C")
    assert [line.split("\t")[0] for line in people.copied().splitlines()[1:]] == ["Demirtaş, Elif", "Rahmani, Farid"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_shown_is_exported(people: PeopleDriver, answers: Answers, tmp_path, suffix: str) -> None:
    answers.path = tmp_path / f"liste.{suffix}"
    people.types("schmidt").presses("Ctrl+E")
    people.says("2 people were written.")
    if suffix == "csv":
        with answers.path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        assert {row["organisation"] for row in rows} == {"IHK", "Landkreis Peine"}
        assert all(is_known(name) for name in rows[0])
    else:
        assert answers.path.stat().st_size > 1000


def test_an_export_that_cannot_be_written_says_why(people: PeopleDriver, answers: Answers, tmp_path) -> None:
    answers.path = tmp_path / "nowhere" / "liste.csv"
    people.presses("Ctrl+E")
    assert any("liste.csv" in text for text in people.desk.reads())
    assert not answers.path.exists()


def test_an_empty_list_says_how_to_fill_it(english, desk: DeskDriver, tmp_path, answers: Answers) -> None:
    answers.path = tmp_path / "leer.eventdesk"
    desk.application.create(answers.path)
    desk.settles()
    people = PeopleDriver(desk)
    people.says("Nobody is in the list yet")
    people.clicks("Import a list")
    assert desk.frame.page_id is PageId.IMPORT


def test_choice_and_place_survive_what_happens_elsewhere(people: PeopleDriver) -> None:
    for number in range(80):
        actions.add(people.event, Person(0, f"Gast{number:02}", "Zzz"))
    people.rests()
    people.presses("Enter")
    people.page.table.choose(people.page.model.ids[50])
    people.rests()
    people.page.editor.turn_to(people.page.model.ids[50])
    top, chosen = people.page.table.verticalScrollBar().value(), people.page.table.chosen()
    assert top > 0
    actions.add(people.event, Person(0, "Aaron", "Aaa"))
    people.rests()
    assert people.names()[0] == "Aaa, Aaron"
    assert people.page.table.chosen() == chosen
    assert people.page.table.verticalScrollBar().value() == top


def test_changes_while_the_page_is_hidden_are_there_when_it_is_shown(people: PeopleDriver) -> None:
    people.desk.goes_to(PageId.CHECK_IN)
    actions.add(people.event, Person(0, "Aaron", "Aaa"))
    for person in records.everyone(people.event.db):
        if person.given_name == "Elif":
            actions.edit(people.event, person.id, family_name="Zuletzt")
    people.desk.goes_to(PageId.PEOPLE)
    people.rests()
    assert people.names()[0] == "Aaa, Aaron"
    assert people.names()[-1] == "Zuletzt, Elif"


def test_only_a_page_of_people_is_read(people: PeopleDriver) -> None:
    model = people.page.model
    for number in range(300):
        actions.add(people.event, Person(0, f"Gast{number:03}", "Zzz"))
    people.rests()
    asked: list[int] = []
    fetch = model._fetch

    def counted(ids: Sequence[int]) -> Sequence[Row]:
        asked.append(len(ids))
        return fetch(ids)

    model._fetch = counted
    model.forget()
    people.rests()
    assert sum(asked) <= 128
    assert QApplication.focusWidget() is not None


def test_too_many_rows_are_copied_in_part_and_it_is_said(people: PeopleDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.people.table.MOST_COPIED", 3)
    people.chooses("Demirtaş, Elif").presses("Ctrl+A", "Ctrl+C")
    assert len(people.copied().splitlines()) == 4
    people.says("Only the first 3 of 14 rows were copied.")


def test_a_name_that_only_sounds_alike_is_shown_when_nobody_is_called_so(people: PeopleDriver) -> None:
    assert people.types("schmit").names() == ["Schmidt, Anna", "Schmidt, Anna"]


def test_the_last_search_is_there_again_after_a_restart(desk: DeskDriver, file: Path) -> None:
    PeopleDriver(desk).presses("F2").types("rahmani")
    desk.application.close_event()
    desk.application.open(file)
    people = PeopleDriver(desk.settles())
    assert people.names() == ["Rahmani, Farid"]
