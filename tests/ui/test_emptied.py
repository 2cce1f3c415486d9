"""What stands in a layout is found and thrown away, and nothing that stands elsewhere in the same widget."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QVBoxLayout, QWidget

from ui.people.chips import Lines
from ui.widgets.emptied import empty, widgets_in


@pytest.fixture(params=["column", "lines"])
def inner(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QLayout]:
    """Return a layout inside that of a widget, which also holds a label of its own."""
    holder = QWidget()
    outer = QVBoxLayout(holder)
    layout: QLayout = QVBoxLayout() if request.param == "column" else Lines(None, 4)
    outer.addWidget(QLabel("title"))
    outer.addLayout(layout)
    yield layout
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_stands_in_it_is_found_in_its_order(inner: QLayout) -> None:
    first, second, third = QLabel("a"), QLabel("b"), QLabel("c")
    for label in (first, second, third):
        inner.addWidget(label)
    inner.removeWidget(first)
    inner.addWidget(first)
    assert widgets_in(inner) == [second, third, first]


def test_all_of_it_goes_and_nothing_else(inner: QLayout) -> None:
    for turn in range(3):
        labels = [QLabel(str(turn)) for _ in range(4)]
        for label in labels:
            inner.addWidget(label)
        empty(inner)
        assert inner.count() == 0
        assert all(label.isHidden() for label in labels)
        empty(inner)
        gone = [weakref.ref(label) for label in labels]
        del label, labels
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert [each() for each in gone] == [None] * 4
    holder = inner.parentWidget()
    assert holder is not None
    assert [label.text() for label in holder.findChildren(QLabel)] == ["title"]


def test_a_layout_that_belongs_to_nobody_yet_is_empty(qapp: QApplication) -> None:
    empty(QVBoxLayout())
    assert widgets_in(QVBoxLayout()) == []
