"""Through a real CUPS: its scheduler, its filters and a printer that writes PDFs, measured with a ruler."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.cups import CupsSpooler, printers, trays
from eventdesk.badges.printers.raster import Placing
from eventdesk.badges.printers.spooler import JobState, PlacedSpooler, Spooler, withdraw
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError
from tests.core.badges.cups_here import QUEUE, CupsHere, cups_here, scheduler, until
from tests.core.badges.measuring import frame_on, framed_page

CUPSD = scheduler()
pytestmark = pytest.mark.skipif(CUPSD is None, reason="needs cupsd, cups-pdf and the rights of root")
SIZE = (148.0, 105.0)
NEAR = 0.3
"""Millimetres that a printed length may differ."""


@pytest.fixture(scope="module")
def scheduled() -> Iterator[CupsHere]:
    assert CUPSD is not None
    with cups_here(CUPSD) as here:
        yield here


@pytest.fixture
def cups(scheduled: CupsHere) -> Iterator[CupsHere]:
    yield scheduled
    scheduled.tell("cancel", "-a", QUEUE)
    scheduled.tell("cupsenable", QUEUE)
    scheduled.tell("cupsaccept", QUEUE)
    scheduled.clear()


def done(spooler: Spooler, pdf: Path, size: tuple[float, float], cups: CupsHere) -> Path:
    job = spooler.submit(pdf, "Elif Demirtaş", size)
    until(lambda: spooler.state(job).state is JobState.DONE)
    (printed,) = cups.wait_for(1)
    return printed


def near(measured: tuple[float, ...], wanted: tuple[float, ...]) -> None:
    assert measured == pytest.approx(wanted, abs=NEAR)


@pytest.mark.parametrize("size", [SIZE, (105.0, 148.0), (90.0, 54.0), (62.0, 100.0)])
def test_a_page_comes_out_in_its_own_size(cups: CupsHere, tmp_path: Path, size: tuple[float, float]):
    page = framed_page(tmp_path / "page.pdf", size, (2.0, 2.0))
    printed = done(CupsSpooler(QUEUE), page, size, cups)
    near(raster.page_sizes(printed)[0], size)


def test_a_frame_measures_what_it_should(cups: CupsHere, tmp_path: Path):
    printed = done(CupsSpooler(QUEUE), framed_page(tmp_path / "page.pdf"), SIZE, cups)
    near(frame_on(printed), (20, 15, 100, 50))


def test_what_somebody_chose_as_usual_does_not_hold_for_badges(cups: CupsHere, tmp_path: Path):
    cups.tell("lpadmin", "-p", QUEUE, "-o", "number-up-default=4", "-o", "PageSize=A4", "-o", "copies-default=3")
    try:
        printed = done(CupsSpooler(QUEUE), framed_page(tmp_path / "page.pdf"), SIZE, cups)
    finally:
        cups.tell("lpadmin", "-p", QUEUE, "-R", "number-up-default", "-R", "copies-default")
    assert len(raster.page_sizes(printed)) == 1
    near(frame_on(printed), (20, 15, 100, 50))


def test_a_sheet_from_a_tray_keeps_its_place(cups: CupsHere, tmp_path: Path):
    page = framed_page(tmp_path / "sheet.pdf", (210.0, 297.0), (30.0, 40.0))
    printed = done(CupsSpooler(QUEUE), page, (210.0, 297.0), cups)
    near(raster.page_sizes(printed)[0], (210, 297))
    near(frame_on(printed), (30, 40, 100, 50))


def test_offset_turn_and_stretch_reach_the_paper(cups: CupsHere, tmp_path: Path):
    spooler = PlacedSpooler(CupsSpooler(QUEUE), Placing(right=2, down=-3, turn=90, across=1.02))
    printed = done(spooler, framed_page(tmp_path / "page.pdf"), SIZE, cups)
    near(raster.page_sizes(printed)[0], (105, 148))
    # upright: begins 22.4 from the left and 12 from above; turned clockwise, what was below is at the left
    near(frame_on(printed), (105 - 12 - 50, 22.4, 50, 102))


def test_a_paused_printer_is_told_and_its_jobs_can_be_taken_back(cups: CupsHere, tmp_path: Path):
    page, spooler = framed_page(tmp_path / "page.pdf"), CupsSpooler(QUEUE)
    cups.tell("cupsdisable", "-r", "Papierstau", QUEUE)
    with pytest.raises(KnownError) as caught:
        spooler.submit(page, "Elif", SIZE)
    assert (caught.value.details["trouble"], caught.value.details["reason"]) == (PrinterTrouble.PAUSED, "Papierstau")


def test_a_job_caught_in_the_queue_is_held_and_does_not_come_out_when_withdrawn(cups: CupsHere, tmp_path: Path):
    page, spooler = framed_page(tmp_path / "page.pdf"), CupsSpooler(QUEUE)
    spooler.require_ready = lambda: None  # type: ignore[method-assign]  # as if it were paused just after it was asked
    cups.tell("cupsdisable", QUEUE)
    kept, taken = spooler.submit(page, "Elif", SIZE), spooler.submit(page, "Jörn", SIZE)
    until(lambda: spooler.state(kept).state is JobState.HELD and spooler.state(taken).state is JobState.HELD)
    assert spooler.state(kept).trouble is PrinterTrouble.PAUSED
    assert withdraw(spooler, taken)
    cups.tell("cupsenable", QUEUE)
    until(lambda: spooler.state(kept).state is JobState.DONE)
    assert len(cups.wait_for(1)) == 1
    assert spooler.state(taken).state is JobState.FAILED
    assert not withdraw(spooler, kept)


def test_a_printer_that_takes_nothing_and_one_that_is_gone(cups: CupsHere, tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf")
    cups.tell("cupsreject", "-r", "Wartung", QUEUE)
    with pytest.raises(KnownError) as caught:
        CupsSpooler(QUEUE).submit(page, "Elif", SIZE)
    assert caught.value.details["trouble"] == PrinterTrouble.REJECTING
    with pytest.raises(KnownError) as caught:
        CupsSpooler("Gone").submit(page, "Elif", SIZE)
    assert caught.value.details["trouble"] == PrinterTrouble.GONE
    assert cups.printed() == []


def test_printers_and_their_trays_are_found(cups: CupsHere):
    assert printers() == [QUEUE]
    assert trays(QUEUE) == []
