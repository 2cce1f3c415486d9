"""Finds texts that are cut, lie outside of their place or over each other."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from ui.checkin.verdict_card import VerdictCard
from ui.shell.rail import RailButton
from ui.widgets.button import Button
from ui.widgets.keys import KeyCap
from ui.widgets.pill import Pill
from ui.widgets.segments import Segment
from ui.widgets.text import ElidedText, FittingText, Text

SMALLEST = 9
"""Letters lower than this many pixels are not read by anybody."""


def cut(window: QWidget) -> list[str]:
    """Return a line for every visible text that cannot be read as it should."""
    return [f"{type(widget).__name__} {why}" for widget in _visible(window) if (why := _trouble(widget))]


def overlaps(card: VerdictCard) -> list[str]:
    """Return a line for every two parts of the card that lie over each other."""
    parts = [
        child for child in card.children() if isinstance(child, QWidget) and child.isVisible() and _has_text(child)
    ]
    pairs = [(one, other) for number, one in enumerate(parts) for other in parts[number + 1 :]]
    return [f"{_name(one)} / {_name(other)}" for one, other in pairs if one.geometry().intersects(other.geometry())]


def _has_text(widget: QWidget) -> bool:
    return not isinstance(widget, FittingText) or bool(widget.text())


def _visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def _trouble(widget: QWidget) -> str:
    if isinstance(widget, FittingText):
        return _fitting(widget)
    if isinstance(widget, Button | Segment | RailButton | KeyCap | Pill):
        return _narrow(widget)
    if isinstance(widget, ElidedText):
        return "" if widget.width() >= widget.minimumSizeHint().width() else f"{widget.text()!r} has no room"
    return _label(widget) if isinstance(widget, Text) else ""


def _fitting(widget: FittingText) -> str:
    if not widget.text():
        return ""
    size, _ = widget.drawn()
    if size < SMALLEST:
        return f"{widget.text()!r} is {size} px high"
    short = widget.heightForWidth(widget.width()) > widget.height() + 1
    return f"{widget.text()!r} is cut at its foot" if short else _outside(widget)


def _narrow(widget: Button | Segment | RailButton | KeyCap | Pill) -> str:
    least, text = widget.minimumSizeHint(), widget.text()
    if widget.width() < least.width() or widget.height() < least.height():
        return f"{text!r} is {widget.width()} x {widget.height()}, needs {least.width()} x {least.height()}"
    return _outside(widget)


def _label(widget: Text) -> str:
    if widget.wordWrap():
        short = widget.heightForWidth(widget.width()) > widget.height() + 1
    else:
        short = widget.sizeHint().width() > widget.width() + 1
    return f"{widget.text()!r} is cut" if short else _outside(widget)


def _outside(widget: QWidget) -> str:
    """Return whether something lies outside of a widget that it is in, unless that scrolls."""
    inner, parent = widget.rect(), widget.parentWidget()
    below: QWidget = widget
    while parent is not None and not parent.isWindow():
        place = QRect(below.mapTo(parent, QPoint(0, 0)), below.size()) if below is not widget else widget.geometry()
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        if not scrolls and not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            return f"{_name(widget)} {inner} lies outside of {type(parent).__name__}"
        if scrolls and not parent.rect().adjusted(-1, -9999, 1, 9999).contains(place):
            return f"{_name(widget)} lies beside what {type(parent.parentWidget()).__name__} shows"
        below, parent = parent, parent.parentWidget()
    return ""


def _name(widget: QWidget) -> str:
    return repr(widget.text()) if isinstance(widget, QLabel) else type(widget).__name__
