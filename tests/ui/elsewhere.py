"""A place beside everything else of the window, for widgets that have the focus while somebody scans."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId


@pytest.fixture
def beside(desk: DeskDriver) -> Iterator[QWidget]:
    """Return a widget on another page, to put fields into."""
    desk.goes_to(PageId.EVENT)
    widget = QWidget(desk.frame)
    QVBoxLayout(widget)
    widget.resize(300, 200)
    widget.show()
    yield widget
    widget.deleteLater()


def focused(widget: QWidget, parent: QWidget) -> None:
    """Put a widget where the focus is."""
    layout = parent.layout()
    assert layout is not None
    layout.addWidget(widget)
    parent.raise_()
    until(widget.isVisible)
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    assert widget.hasFocus()
