"""Papers of the programme: chosen by where one comes from, read in short steps, made beside everything else."""

from collections.abc import Generator
from datetime import datetime
from pathlib import Path

import pytest

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.panels.papers import snapshot
from eventdesk.panels.papers.snapshot import agenda_of
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.ui.conftest import Answers
from tests.ui.panels_driver import PanelsDriver
from tests.ui.test_panels_programme import home, opening, page
from tests.ui.waiting import until
from ui.panels.flow.papers import Material, Paper, PaperWish, gathering, making
from ui.panels.page import PLACES, PROGRAMME
from ui.work import Part, Task

__all__ = ["home", "opening", "page"]


def test_who_comes_from_the_places_finds_the_protocol_of_the_draw(page: PanelsDriver) -> None:
    page.panels.show_tab(PLACES)
    page.presses("Ctrl+P")
    assert page.panels.stack.currentIndex() == PROGRAMME
    assert page.tab.papers.wish().paper is Paper.SIGNS
    page.panels.show_tab(PLACES)
    page.presses("F10").thinks().clicks("Apply")
    until(lambda: not page.panels.busy and page.application.work.idle(), 20_000)
    page.presses("Ctrl+P")
    assert page.tab.papers.isVisible()
    assert page.tab.papers.wish().paper is Paper.PROTOCOL
    page.presses("Esc", "Ctrl+P")
    assert page.tab.papers.wish().paper is Paper.PROTOCOL


def test_what_papers_need_is_read_in_steps_and_anew_if_it_changes(
    page: PanelsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_AT_ONCE", 40)
    flow = page.flow
    whole = agenda_of(flow.event.db)
    flow.renew()
    steps = gathering(flow)
    parts = [next(steps) for _ in range(6)]
    assert [part.done for part in parts if part.total] == [40, 80, 120][: sum(bool(part.total) for part in parts)]
    people.add(flow.event, Person(0, "Zuletzt", "Gekommen"))
    flow.renew()
    read = _end(steps)
    assert len(read.agenda.attendees) == len(whole.attendees) + 1
    assert flow.is_today(read.agenda.programme)
    flow.renew()
    unchanged = _end(gathering(flow))
    assert unchanged.agenda.in_order == read.agenda.in_order
    assert unchanged.imprint == read.imprint


def test_a_paper_that_cannot_be_written_is_told(page: PanelsDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "missing" / "signs.pdf"
    page.presses("Ctrl+P").clicks("Save …")
    until(page.application.work.idle, 20_000)
    page.settles().says("signs.pdf")
    assert not any(each.printed for each in page.flow.versions())


def _end(steps: Generator[Part, None, Material]) -> Material:
    """Read to the end."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            material: Material = done.value
            return material


def test_on_the_day_there_is_no_sign_for_what_is_over(page: PanelsDriver, tmp_path: Path) -> None:
    def pages(name: str) -> int:
        make = making(_end(gathering(page.flow)), PaperWish(Paper.SIGNS, each=True), tmp_path / name)
        report = make(Task("", page.window))
        assert isinstance(report, PaperReport)
        return report.pages

    starts = sorted(slot.starts for slot in page.flow.programme.slots)
    all_day = pages("all.pdf")
    page.clock.set(datetime.fromisoformat(starts[2]).replace(tzinfo=page.flow.event.zone).isoformat())
    rest = pages("rest.pdf")
    assert 0 < rest < all_day
    page.clock.advance(hours=24)
    assert pages("afterwards.pdf") == all_day
