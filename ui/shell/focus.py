"""Finds the control with the focus again when everything was made anew in another language or other colours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_Step = tuple[type[QWidget], int]


@dataclass(frozen=True)
class Place:
    """The way to a control from outside in, by kind of widget and number among its like; how far down it was seen."""

    way: tuple[_Step, ...]
    top: int


def place(inside: QWidget | None) -> Place | None:
    """Return the place of the control with the focus in `inside`, None if it is not in there."""
    focused = QApplication.focusWidget()
    if inside is None or focused is None or not inside.isAncestorOf(focused):
        return None
    way: list[_Step] = []
    each = focused
    while each is not inside and (around := each.parentWidget()) is not None:
        way.append((type(each), _alike(around, type(each)).index(each)))
        each = around
    return Place(tuple(reversed(way)), focused.mapTo(inside, QPoint(0, 0)).y())


def put(inside: QWidget, wanted: Place) -> None:
    """Give the focus to the control at this place, and let it be seen where it was."""
    control = _found(inside, wanted)
    if control is not None:
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, control, partial(_scroll, inside, control, wanted.top))


def _found(inside: QWidget, wanted: Place) -> QWidget | None:
    """Return the control, or what stands first in the place it was in; None if that is gone as well."""
    each = inside
    for depth, (kind, number) in enumerate(wanted.way):
        alike = _alike(each, kind)
        if number >= len(alike):
            near = _reachable(each) if depth > len(wanted.way) // 2 else ()
            return next(iter(near), None)
        each = alike[number]
    return each


def _alike(around: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in around.children() if type(child) is kind]


def _reachable(around: QWidget) -> Iterator[QWidget]:
    by_tab = Qt.FocusPolicy.TabFocus
    return (each for each in around.findChildren(QWidget) if each.focusPolicy() & by_tab and each.isVisibleTo(around))


def _scroll(inside: QWidget, control: QWidget, top: int) -> None:
    around: QWidget | None = control
    while around is not None:
        if isinstance(around, QScrollArea):
            _lay_out(around)
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + control.mapTo(inside, QPoint(0, 0)).y() - top)
            around.ensureWidgetVisible(control)
        around = around.parentWidget()


def _lay_out(area: QScrollArea) -> None:
    """Let what is inside have its room now, not when the next events are dealt with."""
    QApplication.sendPostedEvents()
    content: QWidget | None = area.widget()
    layout = content.layout() if content is not None else None
    if layout is not None:
        layout.activate()
