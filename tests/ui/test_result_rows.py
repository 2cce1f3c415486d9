"""The rows of the list as they are painted: the ground lies under the typed letters, in every script."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QListView

from eventdesk.people.search import marker
from eventdesk.words import Words
from ui.checkin.result_rows import Result, ResultDelegate, Results
from ui.icons import Icons
from ui.look import Look
from ui.theme import Theme

TOLERANCE = 0.05
Spans = list[tuple[float, float]]
GAP = 6
"""Columns without a ground between two words that were typed; less is a letter's stem."""


@pytest.fixture
def marked(dressed: QApplication) -> Callable[[str, str], Spans]:
    """Return what paints a name and tells where its ground begins and ends, as shares of the width of the letters."""
    look = Look(Theme(dark=False, scale=1.0), Icons(), Words("en"))
    ground = QColor(look.theme.colours.mark)

    def paint(name: str, typed: str) -> Spans:
        model, view, delegate = Results(), QListView(), ResultDelegate(look)
        model.show_results([Result(1, name, mark=marker(typed))])
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.resize(700, delegate.height() + 4)
        image = view.grab().toImage()
        middle = image.height() // 2
        columns = range(6, image.width() - 6)
        inked = [x for x in columns if any(not _is_pale(image.pixelColor(x, y)) for y in range(6, image.height() - 6))]
        under = [x for x in columns if ground in (image.pixelColor(x, middle), image.pixelColor(x, middle - 11))]
        assert inked, "nothing was written"
        width = inked[-1] - inked[0]
        edges = [x for x, after in pairwise([*under, under[-1] + 2 * GAP]) if after - x > GAP]
        begins = [under[0], *(after for x, after in pairwise(under) if after - x > GAP)]
        return [((x - inked[0]) / width, (end - inked[0]) / width) for x, end in zip(begins, edges, strict=True)]

    return paint


def _is_pale(colour: QColor) -> bool:
    return colour.lightness() > 120


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("Müller, Carola", "mul", [(0.0, 0.27)]),
        ("Müller, Carola", "carola", [(0.54, 1.0)]),
        ("فرید رحمانی", "فرید", [(0.65, 1.0)]),
        ("فرید رحمانی", "رحمانی", [(0.0, 0.61)]),
        ("Cohen, Sara · שרה כהן", "cohen", [(0.0, 0.31)]),
        ("Cohen, Sara · שרה כהן", "שרה", [(0.35, 0.58), (0.81, 1.0)]),
        ("Rahmani, Farid · فرید رحمانی", "فرید", [(0.36, 0.55), (0.85, 1.0)]),
        ("Rahmani, Farid · فرید رحمانی", "rahmani", [(0.0, 0.32), (0.61, 0.83)]),
    ],
)
def test_the_ground_lies_under_the_typed_words(
    marked: Callable[[str, str], Spans], name: str, typed: str, expected: Spans
) -> None:
    found = marked(name, typed)
    assert len(found) == len(expected), found
    for (first, last), (begins, ends) in zip(found, expected, strict=True):
        assert abs(first - begins) < TOLERANCE, found
        assert abs(last - ends) < TOLERANCE, found
