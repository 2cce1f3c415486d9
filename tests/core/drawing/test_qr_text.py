"""QR codes of any text: dots that scanners read, and the same dots as a path on paper."""

import pytest
import zxingcpp

from eventdesk.drawing import qr_text
from eventdesk.drawing.colour import INK
from tests.core.drawing.pages import drawn, picture


@pytest.mark.parametrize("text", ["E14", "Ausstellende 7", "é" * 60, "A-01"])
def test_a_code_on_paper_is_read(text: str):
    pages = drawn(lambda paper: paper.path(qr_text.path(qr_text.dots(text), 20, 120, 100), INK), (140, 140))
    assert [found.text for found in zxingcpp.read_barcodes(picture(pages, dpi=200))] == [text]


def test_the_path_fills_the_dots_once():
    rows = qr_text.dots("E14")
    filled: list[tuple[int, int]] = []
    for line in qr_text.path(rows, 0, 0, 10).splitlines()[1:]:
        x, y, width, height, operator = line.split()
        assert (height, operator) == ("1", "re")
        filled += [(int(y), int(x) + at) for at in range(int(width))]
    assert sorted(filled) == [(y, x) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
