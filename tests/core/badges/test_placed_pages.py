"""Pages that are moved, turned and stretched as one printer needs them."""

from dataclasses import replace
from pathlib import Path

import pytest

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.raster import Placing
from eventdesk.drawing.kit import Kit
from tests.core.badges.samples import ELIF, code, pdf
from tests.core.pdf_text import texts

MANY = 40


@pytest.fixture
def badges(tmp_path: Path, kit: Kit) -> Path:
    path = tmp_path / "badges.pdf"
    path.write_bytes(pdf(*(replace(ELIF, person=at, code=code(at)) for at in range(MANY)), kit=kit))
    return path


@pytest.mark.parametrize("turn", raster.TURNS)
def test_every_page_is_there_with_its_letters_and_what_all_share_is_there_once(badges: Path, turn: int) -> None:
    laid = badges.with_name("laid.pdf")
    placing = Placing(right=1, down=-0.5, turn=turn, along=1.01)
    raster.place(badges, laid, placing)
    assert raster.page_sizes(laid) == [
        pytest.approx(placing.size(size), abs=0.001) for size in raster.page_sizes(badges)
    ]
    assert [sorted(text.split()) for text in texts(laid)] == [sorted(text.split()) for text in texts(badges)]
    assert laid.stat().st_size < 2 * badges.stat().st_size + 2000 * MANY


def test_dots_go_where_they_are_sent(badges: Path) -> None:
    laid = badges.with_name("laid.pdf")
    raster.place(badges, laid, Placing(right=2, down=3))
    before, after = (raster.black_and_white(path, MANY - 1, raster.MM_PER_INCH * 4) for path in (badges, laid))
    assert (before.width, before.height) == (after.width, after.height)
    moved = [there - here for here, there in zip(_first_dots(before), _first_dots(after), strict=True)]
    assert moved == pytest.approx([8, 12], abs=1)


def _first_dots(bitmap: raster.Bitmap) -> tuple[int, int]:
    """Return the first column and the first row with a black dot."""
    rows = [int.from_bytes(bitmap.row(number), "big") for number in range(bitmap.height)]
    every = 0
    for row in rows:
        every |= row
    return bitmap.stride * 8 - every.bit_length(), next(at for at, row in enumerate(rows) if row)
