"""The guided first scan: four steps on a sample, each done by doing it, left at any time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.records import recent
from eventdesk.event import Event
from tests.clock import FakeClock
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.scenes import dress
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.tour.flow import Step, TourFlow
from ui.tour.strip import TourStrip

__all__ = ["home"]


class TourDriver(DeskDriver):
    """A person who is shown how."""

    @property
    def strip(self) -> TourStrip:
        """Return the strip."""
        strip = self.window.findChild(TourStrip)
        assert strip is not None
        return strip

    def presses_the_scan_button(self) -> "TourDriver":
        """Press it, and wait until the code is typed."""
        self.clicks("Scan this badge")
        until(lambda: not self.strip.busy())
        self.settles()
        return self


@pytest.fixture
def tour(application: Application, clock: FakeClock) -> TourDriver:
    """Return the guided first scan, in English."""
    driver = TourDriver(application, clock)
    driver.settles().clicks("Show me how")
    return driver


def flow_of(tour: TourDriver) -> TourFlow:
    flow = tour.application.inside.tour
    assert flow is not None
    return flow


def test_all_four_steps(tour: TourDriver) -> None:
    cast = flow_of(tour).cast
    assert cast is not None
    tour.says("Step 1 of 4")
    tour.presses_the_scan_button().says(cast.scanned.name, "Step 2 of 4")
    assert cast.found.name in tour.strip.task()
    tour.clock.advance(seconds=5)
    tour.types(cast.found.family_name).presses("Enter")
    if flow_of(tour).step is Step.FIND:
        tour.presses("Down", "Enter")
    tour.says("Step 3 of 4")
    tour.presses("F3").types("Mariam Haidari").presses("Enter").says("Step 4 of 4")
    tour.presses("Ctrl+Z").says("That is all you need").clicks("Done").does_not_say("That is all you need")
    assert tour.has_the_focus()
    assert tour.application.inside.tour is None


def test_escape_leaves_and_the_sample_stays(tour: TourDriver) -> None:
    tour.presses("Esc").does_not_say("Step 1 of 4").says("Ready")
    assert tour.has_the_focus()


def test_escape_empties_the_field_first(tour: TourDriver) -> None:
    tour.types("elif").presses("Esc").says("Step 1 of 4").presses("Esc").does_not_say("Step 1 of 4")


def test_other_deeds_do_not_count_as_a_step(tour: TourDriver) -> None:
    tour.scan("1234567890123456").says("Step 1 of 4")


def test_it_goes_on_in_another_language_and_is_seen_on_the_check_in_only(tour: TourDriver) -> None:
    tour.presses_the_scan_button().goes_to(PageId.EVENT)
    assert not tour.strip.isVisible()
    tour.clicks("Deutsch").goes_to(PageId.CHECK_IN)
    assert flow_of(tour).step is Step.FIND
    assert tour.strip.isVisible()


def test_another_event_has_no_tour(tour: TourDriver) -> None:
    tour.application.close_event()
    tour.settles()
    tour.application.open_sample("integrationskonferenz-4")
    tour.settles()
    assert not [strip for strip in tour.window.findChildren(TourStrip) if strip.isVisible()]


def test_an_event_without_people_has_no_cast(event: Event) -> None:
    assert TourFlow(event).cast is None


def test_a_real_scan_while_the_tour_types_counts_alone(tour: TourDriver) -> None:
    opened = tour.application.opened
    cast = flow_of(tour).cast
    assert opened is not None
    assert cast is not None
    tour.clicks("Scan this badge")
    tour.strip._type_next()
    tour.strip._type_next()
    assert tour.strip.busy()
    tour.scan(cast.found.code).says(cast.found.name)
    assert not tour.strip.busy()
    assert tour.field() == ""


@pytest.mark.parametrize("steps", range(4))
def test_escape_leaves_at_each_step(tour: TourDriver, steps: int) -> None:
    flow = flow_of(tour)
    for _ in range(steps):
        flow.step = tuple(Step)[tuple(Step).index(flow.step) + 1]
    tour.strip._show()
    tour.presses("Esc")
    assert tour.application.inside.tour is None
    assert tour.has_the_focus()


def test_escape_on_a_button_of_the_strip_leaves(tour: TourDriver) -> None:
    tour.focuses("Scan this badge").presses("Esc")
    assert tour.application.inside.tour is None
    assert tour.has_the_focus()


def test_closing_while_the_tour_types_harms_nothing(tour: TourDriver) -> None:
    tour.clicks("Scan this badge")
    tour.application.close_event()
    tour.settles().says("Try it out")


@pytest.mark.parametrize("finished", [True, False])
def test_pages_can_be_turned_after_it_is_left(tour: TourDriver, finished: bool) -> None:
    if finished:
        flow_of(tour).step = Step.DONE
        tour.strip._show()
        tour.clicks("Done")
    else:
        tour.presses("Esc")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert tour.window.findChild(TourStrip) is None
    for page in (PageId.PEOPLE, PageId.EVENT, PageId.CHECK_IN, PageId.JOURNAL, PageId.CHECK_IN):
        tour.goes_to(page)
        assert tour.frame.page_id is page


def test_a_page_turned_in_the_same_moment_does_not_bring_it_back(tour: TourDriver) -> None:
    strip = tour.strip
    strip.end()
    tour.frame.show_page(PageId.CHECK_IN)
    assert strip.isHidden()
    tour.settles()


def test_practice_is_marked_and_lies_apart(tour: TourDriver, home: Path) -> None:
    tour.says("PRACTICE")
    opened = tour.application.opened
    assert opened is not None
    assert opened.event.path.parent == home / "practice"
    assert tour.application.preferences.known_files() == []
    assert not (home / "events").exists()


def test_another_event_is_no_practice(tour: TourDriver) -> None:
    tour.application.open_sample("integrationskonferenz-4")
    tour.settles().does_not_say("PRACTICE")


def test_practice_begins_anew_at_the_first_entrance(tour: TourDriver, home: Path) -> None:
    tour.presses_the_scan_button()
    opened = tour.application.opened
    assert opened is not None
    first = opened.flow.point.name
    opened.flow.choose_point(len(opened.flow.points) - 1)
    tour.goes_to(PageId.PEOPLE).application.close_event()
    tour.settles().clicks("Show me how").says("Step 1 of 4")
    again = tour.application.opened
    assert again is not None
    assert again.flow.point.name == first
    assert again.flow.point.kind is PointKind.ENTRANCE
    assert recent(again.event.db, 1) == []
    assert [path.name for path in (home / "practice").glob("*.eventdesk")] == ["practice.eventdesk"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_strip_and_header_are_readable_in_every_step(application: Application, clock: FakeClock, language: str) -> None:
    dress(DeskDriver(application, clock), language=language, percent=200)
    driver = TourDriver(application, clock)
    assert application.beginning is not None
    application.beginning.page.tour_asked.emit()
    driver.settles()
    for percent, size in ((200, (1024, 640)), (200, (1280, 800)), (150, (1024, 640))):
        dress(driver, language=language, percent=percent)
        application.window.resize(*size)
        driver.settles()
        for step in Step:
            flow_of(driver).step = step
            driver.strip._show()
            driver.settles()
            assert (driver.window.width(), driver.window.height()) == size
            assert reading.cut(driver.strip) == [], (size, percent)
            assert reading.cut(driver.frame.header) == [], (size, percent)
            assert driver.strip.height() <= driver.window.height() / 4
            assert driver.strip.scan.x() == driver.strip._task.x() or percent < 200


def test_in_a_low_window_a_step_says_less(tour: TourDriver) -> None:
    whole = tour.strip.task()
    tour.application.preferences.text_size = 200
    tour.application.rebuild()
    tour.window.resize(1024, 640)
    tour.settles()
    assert len(tour.strip.task()) < len(whole)
    assert tour.strip.accessibleName() == tour.strip.task()
    tour.window.resize(1440, 1000)
    tour.settles()
    assert tour.strip.task() == whole
