"""Files that are dropped on the window: what is taken, and what is said about the rest."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from eventdesk.words import Words
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.scenes import dress
from ui.actions import PageId
from ui.application import Application
from ui.dropping import Dropped, sorted_out

EN = Words("en")


@pytest.fixture
def page(desk: DeskDriver) -> ImportDriver:
    """Return a desk that speaks English."""
    dress(desk, language="en")
    return ImportDriver.of(desk)


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    """Return two lists of people."""
    paths = [tmp_path / "first.csv", tmp_path / "second.csv"]
    for path in paths:
        path.write_text(f"Name\n{path.stem.title()} Person\n", encoding="utf-8")
    return paths


def test_one_file_is_taken_without_a_word(tmp_path: Path) -> None:
    assert sorted_out(EN, [tmp_path / "a.XLSX"]) == Dropped(table=tmp_path / "a.XLSX")
    assert sorted_out(EN, [tmp_path / "a.eventdesk"]) == Dropped(event=tmp_path / "a.eventdesk")
    both = [tmp_path / "a.csv", tmp_path / "a.eventdesk"]
    assert sorted_out(EN, both) == Dropped(event=both[1], table=both[0])


@pytest.mark.parametrize(
    ("names", "taken", "said"),
    [
        (("a.eventdesk", "b.eventdesk"), "", "These are several events"),
        (("a.eventdesk", "b.csv", "c.csv"), "", "an event with several lists"),
        (("a.csv", "b.csv"), "a.csv", "this is “a.csv”. Drop b.csv afterwards."),
        (("photo.jpg", "a.csv"), "a.csv", "Left alone: photo.jpg."),
        (("photo.jpg",), "", "photo.jpg cannot be opened here. Drop an event (.eventdesk)"),
        (("photo.jpg", "b.pdf"), "", "None of these can be opened here: photo.jpg, b.pdf."),
    ],
)
def test_what_cannot_be_taken_is_said(tmp_path: Path, names: tuple[str, ...], taken: str, said: str) -> None:
    found = sorted_out(EN, [tmp_path / name for name in names])
    assert (found.table.name if found.table else "") == taken
    assert found.event is None
    assert said in found.said


def test_a_folder_is_told_where_it_belongs(tmp_path: Path) -> None:
    folder = tmp_path / "fair.eventdesk"
    folder.mkdir()
    found = sorted_out(EN, [folder])
    assert (found.event, found.table) == (None, None)
    assert "“fair.eventdesk” is a folder" in found.said


def test_of_two_lists_the_first_is_taken_and_the_other_is_named(page: ImportDriver, lists: list[Path]) -> None:
    page.drops(*lists)
    assert page.frame.page_id is PageId.IMPORT
    page.says("first.csv", "Drop second.csv afterwards.")
    page.drops(lists[1]).does_not_say("afterwards")


def test_a_picture_is_told_and_nothing_moves(page: ImportDriver, tmp_path: Path) -> None:
    before = page.frame.page_id
    page.drops(tmp_path / "photo.jpg").says("photo.jpg cannot be opened here.")
    assert page.frame.page_id is before


def test_an_event_and_a_list_are_opened_and_imported(page: ImportDriver, lists: list[Path], file: Path) -> None:
    page.application.close_event()
    page.drops(file, lists[0])
    assert page.frame.page_id is PageId.IMPORT
    assert page.importing.flow.asked is not None
    assert page.importing.flow.asked.path == lists[0]


def test_two_events_leave_the_open_one_alone(page: ImportDriver, tmp_path: Path) -> None:
    event = page.event
    page.drops(tmp_path / "a.eventdesk", tmp_path / "b.eventdesk").says("drop one of them alone")
    assert page.event is event


def test_without_an_event_a_list_waits_and_the_other_is_named(
    page: ImportDriver, application: Application, lists: list[Path]
) -> None:
    application.close_event()
    page.drops(*lists).says("“first.csv” waits to be imported", "Drop second.csv afterwards.")


def test_a_text_that_is_dragged_is_not_welcome(page: ImportDriver) -> None:
    data = QMimeData()
    data.setText("Elif")
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    enter.ignore()
    QApplication.sendEvent(page.window, enter)
    assert not enter.isAccepted()


def test_what_is_dropped_is_taken_as_a_copy(page: ImportDriver, lists: list[Path]) -> None:
    """Whoever is told that it was moved may delete the file."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(lists[0]))])
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), either, data, buttons, none)
    for event in (enter, QDropEvent(QPointF(9, 9), either, data, buttons, none)):
        event.setDropAction(Qt.DropAction.MoveAction)
        event.ignore()
        QApplication.sendEvent(page.window, event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
    page.waits()
