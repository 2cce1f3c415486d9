"""Prints by Qt: on Windows, and where there is no `lp`. Pages are dots of the printer's own resolution.

Everything here runs beside the window: Qt allows a painter on a printer in any thread. Traps that it is built around:
a printer that is gone is silently replaced by another one unless it is asked for first; a painter begins on a paused
printer as on any other, and only the information about the printer tells that it is paused; a full page still has
margins until they are taken away.
"""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.raster import Band
from eventdesk.badges.printers.spooler import Job, JobState, Progress, Sides, printer_fault
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError

FINEST_DPI = 600
"""A finer printer gets this, and makes of it what it can: dots cost memory."""
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


def printers() -> list[str]:
    """Return the names of the printers that Qt finds. Slow where printers are looked for in the network."""
    return list(QPrinterInfo.availablePrinterNames())


class QtSpooler:
    """One printer as Qt knows it, called by exactly the name that was chosen."""

    def __init__(self, name: str, *, sides: Sides = Sides.ONE) -> None:
        self._name, self._sides, self._count = name, sides, count(1)

    @property
    def name(self) -> str:
        """The printer's name in the system."""
        return self._name

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        """Paint the pages on the printer, after making sure that this very printer exists and is not paused."""
        info = self._found()
        if info.state() is QPrinter.PrinterState.Error:
            raise self._fault(PrinterTrouble.PAUSED)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if printer.printerName() != self._name:
            raise self._fault(PrinterTrouble.GONE)
        printer.setDocName(title)
        printer.setDuplex(_DUPLEX[self._sides])
        if not paint(pdf, printer, size_mm):
            raise self._fault(PrinterTrouble.REFUSED)
        return Job(f"{self._name}#{next(self._count)}", title, self._name)

    def state(self, job: Job) -> Progress:
        """Say whether the printer prints, has stopped, or is done with all that it had."""
        match self._found().state():
            case QPrinter.PrinterState.Error | QPrinter.PrinterState.Aborted:
                return Progress(JobState.HELD, trouble=PrinterTrouble.PAUSED)
            case QPrinter.PrinterState.Active:
                return Progress(JobState.WAITING)
            case _:
                return Progress(JobState.DONE)

    def _found(self) -> QPrinterInfo:
        info = QPrinterInfo.printerInfo(self._name)
        if info.isNull():
            raise self._fault(PrinterTrouble.GONE)
        return info

    def _fault(self, trouble: PrinterTrouble) -> KnownError:
        return printer_fault(self._name, trouble)


def paint(pdf: Path, printer: QPrinter, size_mm: tuple[float, float]) -> bool:
    """Paint all pages of a PDF, each `size_mm` large, on a printer; returns whether the printer took them."""
    size = QPageSize(QSizeF(*size_mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setCopyCount(1)
    if printer.resolution() > FINEST_DPI:
        printer.setResolution(FINEST_DPI)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        return _paint_pages(pdf, printer, painter)
    finally:
        painter.end()


def _paint_pages(pdf: Path, printer: QPrinter, painter: QPainter) -> bool:
    dots = printer.resolution()
    coloured = printer.colorMode() is QPrinter.ColorMode.Color
    for number in range(len(raster.page_sizes(pdf))):
        if number and not printer.newPage():
            return False
        for band in raster.bands(pdf, number, dots, coloured=coloured):
            painter.drawImage(QPoint(0, band.top), _image(band))
    return True


def _image(band: Band) -> QImage:
    kind = QImage.Format.Format_RGB32 if band.coloured else QImage.Format.Format_Grayscale8
    return QImage(band.data, band.width, band.height, len(band.data) // band.height, kind)
