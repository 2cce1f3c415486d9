"""The printer of Qt: exact pages, the very printer that was chosen, and beside the window."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.spooler import JobState
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError
from tests.core.badges.cups_here import QUEUE, CupsHere, cups_here, scheduler, until
from tests.core.badges.measuring import frame_on, framed_page
from tests.ui.waiting import until as wait_in_window
from ui import qt_spooler
from ui.jobs import Err, Jobs, Ok
from ui.qt_spooler import QtSpooler, paint

CUPSD = scheduler()
needs_cups = pytest.mark.skipif(CUPSD is None, reason="needs cupsd, cups-pdf and the rights of root")
SIZE = (148.0, 105.0)
POINT = 25.4 / 72
"""Qt writes PDFs with pages of whole points."""


@pytest.mark.parametrize("size", [SIZE, (105.0, 148.0), (110.0, 62.0)])
def test_pages_are_painted_in_their_own_size_without_margins(
    qapp: QApplication, tmp_path: Path, size: tuple[float, float]
) -> None:
    page, out = framed_page(tmp_path / "page.pdf", size, (2.0, 2.0)), tmp_path / "out.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(300)
    assert paint(page, printer, size)
    assert printer.fullPage()
    assert raster.page_sizes(out)[0] == pytest.approx(size, abs=POINT)
    assert frame_on(out) == pytest.approx((2, 2, 100, 50), abs=0.3)


def test_each_page_of_a_pdf_is_a_page(qapp: QApplication, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    page, out = tmp_path / "three.pdf", tmp_path / "out.pdf"
    canvas = Canvas(str(page), pagesize=(200, 100))
    for left in range(3):
        canvas.rect(10 + 40 * left, 10, 30, 30, fill=1)
        canvas.showPage()
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(150)
    assert paint(page, printer, (200 * POINT, 100 * POINT))
    assert len(raster.page_sizes(out)) == 3


def test_a_printer_that_is_gone_is_told_and_no_other_one_taken(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        QtSpooler("Gone").submit(framed_page(tmp_path / "page.pdf"), "Elif", SIZE)
    assert caught.value.details["trouble"] == PrinterTrouble.GONE


def test_nothing_here_is_a_widget() -> None:
    """It runs in another thread, where a widget or a pixmap must not be touched."""
    tree = ast.parse(inspect.getsource(qt_spooler))
    names = {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not names & {"QPixmap", "QWidget", "QPrintDialog", "QApplication"}
    assert "PySide6.QtWidgets" not in modules


@pytest.fixture(scope="module")
def cups() -> Iterator[CupsHere]:
    assert CUPSD is not None
    with cups_here(CUPSD) as here:
        yield here


def beside(work: object) -> object:
    """Do something as the window does it: in another thread."""
    jobs = Jobs()
    results: list[object] = []
    jobs.run(work, results.append)  # type: ignore[arg-type]
    wait_in_window(lambda: bool(results))
    (result,) = results
    assert isinstance(result, Ok | Err)
    if isinstance(result, Err):
        raise result.error
    return result.value


@needs_cups
def test_through_a_real_queue_it_measures_what_it_should(qapp: QApplication, cups: CupsHere, tmp_path: Path) -> None:
    page, spooler = framed_page(tmp_path / "page.pdf"), QtSpooler(QUEUE)
    assert beside(qt_spooler.printers) == [QUEUE]
    job = beside(lambda: spooler.submit(page, "Elif", SIZE))
    (printed,) = cups.wait_for(1)
    assert raster.page_sizes(printed)[0] == pytest.approx(SIZE, abs=POINT)
    assert frame_on(printed)[2:] == pytest.approx((100, 50), abs=0.3)
    until(lambda: beside(lambda: spooler.state(job)).state is JobState.DONE)  # type: ignore[arg-type, attr-defined]


@needs_cups
def test_a_paused_printer_is_told_though_qt_would_begin_on_it(
    qapp: QApplication, cups: CupsHere, tmp_path: Path
) -> None:
    cups.tell("cupsdisable", QUEUE)
    try:
        with pytest.raises(KnownError) as caught:
            beside(lambda: QtSpooler(QUEUE).submit(framed_page(tmp_path / "page.pdf"), "Elif", SIZE))
    finally:
        cups.tell("cupsenable", QUEUE)
    assert caught.value.details["trouble"] == PrinterTrouble.PAUSED
