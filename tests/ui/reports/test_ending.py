"""The end: the next event, who came how often, everybody deleted; one person told and erased."""

import json
from pathlib import Path

from PySide6.QtCore import Qt

from eventdesk.badges.printers.queue import Item, Stage
from eventdesk.details import Detail
from eventdesk.event import Event
from eventdesk.people import records as people
from tests.ui.conftest import Answers
from tests.ui.people_driver import PeopleDriver
from tests.ui.reports_driver import ReportsDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.reports.flow.reports_flow import END, FIGURES


def reopened(desk: ReportsDriver, before: Event) -> Event:
    """Wait until another file is open, or the same one again."""
    until(lambda: desk.application.opened is not None and desk.application.opened.event is not before)
    desk.settles()
    return desk.event


def test_everybody_is_deleted_when_the_title_was_typed(over: ReportsDriver) -> None:
    before, path = over.event, over.event.path
    name = people.everyone(before.db)[0].family_name
    figures = over.shows(FIGURES).reports.figures
    came = figures.flow.figures.value
    backup = path.with_name("harburg 2017-06-15 19-00-00.eventdesk")
    spared = path.with_name("harburg 2017-06-15 18-00-00.eventdesk")
    for copy in (backup, spared):
        copy.write_bytes(path.read_bytes())
    over.shows(END).clicks("See what would be deleted …").says("104 people would be deleted")
    finish = over.reports.end.finish
    assert set(finish.doomed_files()) == {backup, spared}
    items = [finish.files.item(at) for at in range(finish.files.count())]
    next(each for each in items if each.toolTip() == str(spared)).setCheckState(Qt.CheckState.Unchecked)
    over.clicks("Delete all people for good")
    assert over.event is before, "the title was not typed yet"
    assert over.application.opened is not None
    printing, event_id = over.application.opened.printing, before.event_id
    printing.runner.add(Item("waits", name, "elsewhere", event=event_id, stage=Stage.UNSURE))
    over.types("integrationskonferenz harburg")
    over.button("Delete all people for good").click()
    until(lambda: over.application.opening.busy)
    over.application.opening.stop()
    event = reopened(over, before)
    assert people.count(event.db) == 0
    assert event.path == path
    assert [item for item in printing.runner.queue if item.event == event_id] == []
    assert not backup.exists()
    assert spared.exists(), "its tick was taken away"
    over.says("104 people were deleted.", "One other file was deleted.", "Figures and results are in")
    assert name.encode() not in path.read_bytes()
    folder = path.with_name("harburg figures")
    assert {each.suffix for each in folder.iterdir()} == {".pdf", ".xlsx"}
    assert over.frame.page_id is PageId.REPORTS
    kept = over.reports.figures.flow.figures.value
    assert came is not None
    assert kept is not None
    assert kept.people == came.people
    over.says("Kept when the event was finished, on 15 June 2017.")
    over.shows(END).says("Finished on 15 June 2017.").does_not_say("All people, and what happened with them")
    assert not over.reports.end.finish.look_button.isVisible(), "it is not offered a second time"


def test_whoever_does_not_type_the_title_deletes_nobody_and_sees_who_came_how_often(over: ReportsDriver) -> None:
    over.shows(END).clicks("See what would be deleted …").types("something else")
    over.clicks("Delete all people for good").presses("Esc")
    assert not over.reports.end.finish.asking
    assert people.count(over.event.db) == 104
    over.clicks("Show").says("1 × : ")
    assert over.reports.end.regulars.list.count() > 0


def test_the_next_event_is_made_and_opened(over: ReportsDriver, answers: Answers, tmp_path: Path) -> None:
    before = over.event
    answers.path = tmp_path / "next.eventdesk"
    form = over.shows(END).reports.end.next
    form.fields[Detail.TITLE].edit.setText("Next conference")
    over.clicks("Make the next event …")
    event = reopened(over, before)
    assert event.path == answers.path
    assert event.details.title == "Next conference"
    over.says("“Next conference” was made.", "agreed")
    assert 0 < people.count(event.db) < 104


def test_the_event_stays_open_if_the_next_one_cannot_be_made(
    over: ReportsDriver, answers: Answers, tmp_path: Path
) -> None:
    before = over.event
    answers.path = tmp_path / "there.eventdesk"
    answers.path.write_text("something", encoding="utf-8")
    over.shows(END).clicks("Make the next event …")
    event = reopened(over, before)
    assert event.path == before.path
    assert people.count(event.db) == 104
    assert answers.path.read_text(encoding="utf-8") == "something"
    assert over.frame.banner.text()


def test_somebody_is_told_all_that_is_stored_and_erased_after_a_question(
    over: ReportsDriver, answers: Answers, tmp_path: Path
) -> None:
    before, who = over.event, people.everyone(over.event.db)[0]
    page = PeopleDriver(over).chooses(who.list_name)
    answers.path = tmp_path / "about.json"
    page.clicks("All that is stored …")
    told = json.loads(answers.path.read_text(encoding="utf-8"))
    assert told["person"]["family_name"] == who.family_name
    assert told["journal"]
    page.clicks("Erase for good …").presses("Esc")
    assert over.event is before
    page.clicks("Erase for good …")
    over.says(f"{who.name} is deleted with all scans").clicks("Erase for good")
    event = reopened(over, before)
    assert people.person(event.db, who.id) is None
    over.says("The person was erased.")
