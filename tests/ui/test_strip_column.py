"""Above the pages the two most urgent strips are seen, whichever came first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.shell.strip_column import StripColumn, Urgency

Strips = dict[Urgency, QLabel]
WISHES = (Urgency.REMINDER, Urgency.PLACE, Urgency.TROUBLE, Urgency.ASKED, Urgency.RESTORED, Urgency.REPORT)


@pytest.fixture
def strips(qapp: QApplication) -> Iterator[Strips]:
    """Return a strip of each urgency; none has anything to say yet."""
    window = QWidget()
    column = StripColumn()
    column.setParent(window)
    made = {}
    for urgency in WISHES:
        made[urgency] = QLabel(urgency.name)
        made[urgency].hide()
        column.add(made[urgency], urgency)
    window.show()
    yield made
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(strips: Strips) -> list[Urgency]:
    return [urgency for urgency, strip in sorted(strips.items()) if strip.isVisible()]


@pytest.mark.parametrize(
    ("wishes", "first"),
    [
        ((), []),
        ((Urgency.REPORT,), [Urgency.REPORT]),
        ((Urgency.REMINDER, Urgency.REPORT), [Urgency.REPORT, Urgency.REMINDER]),
        ((Urgency.REMINDER, Urgency.REPORT, Urgency.TROUBLE), [Urgency.TROUBLE, Urgency.REPORT]),
        (WISHES, [Urgency.ASKED, Urgency.TROUBLE]),
        (tuple(reversed(WISHES)), [Urgency.ASKED, Urgency.TROUBLE]),
    ],
)
def test_the_most_urgent_ones_come_first(strips: Strips, wishes: tuple[Urgency, ...], first: list[Urgency]) -> None:
    for urgency in wishes:
        strips[urgency].show()
    assert seen(strips) == first
    assert [strips[urgency].mapToGlobal(strips[urgency].pos()).y() for urgency in first] == sorted(
        strips[urgency].mapToGlobal(strips[urgency].pos()).y() for urgency in first
    )


def test_the_next_one_comes_when_one_was_answered(strips: Strips) -> None:
    for strip in strips.values():
        strip.show()
    strips[Urgency.ASKED].hide()
    assert seen(strips) == [Urgency.TROUBLE, Urgency.RESTORED]
    strips[Urgency.TROUBLE].hide()
    strips.pop(Urgency.TROUBLE).deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    strips[Urgency.RESTORED].hide()
    assert seen(strips) == [Urgency.PLACE, Urgency.REPORT]
    strips[Urgency.ASKED].show()
    assert seen(strips) == [Urgency.ASKED, Urgency.PLACE]
