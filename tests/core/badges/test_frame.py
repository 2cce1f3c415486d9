"""The page that people measure measures what it says."""

from pathlib import Path

import pytest

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.frame import CORNER_MM, FRAME_MM, PAPERS, SIZES_MM, Paper, frame_pdf
from eventdesk.badges.printers.raster import Bitmap, Placing
from eventdesk.drawing.kit import Kit
from eventdesk.words import Words

DPI = 600
MM = DPI / 25.4


def lines(bitmap: Bitmap) -> tuple[list[float], list[float]]:
    """Return where long lines run across and along, in mm: nearly all of their dots are black."""
    rows = [f"{int.from_bytes(bitmap.row(at), 'big'):0{bitmap.stride * 8}b}" for at in range(bitmap.height)]
    across = [at / MM for at, row in enumerate(rows) if row.count("1") > 90 * MM]
    along = [at / MM for at, column in enumerate(zip(*rows, strict=True)) if column.count("1") > 45 * MM]
    return across, along


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_frame_is_as_large_as_it_says(tmp_path: Path, kit: Kit, paper: Paper, language: str):
    path = tmp_path / "frame.pdf"
    assert frame_pdf(path, kit, Words(language), paper, "QL-820") == SIZES_MM[paper]
    (size,) = raster.page_sizes(path)
    assert size == pytest.approx(SIZES_MM[paper], abs=0.01)
    across, along = lines(raster.black_and_white(path, 0, DPI))
    middle = 0.15
    assert (across[0] + middle, along[0] + middle) == pytest.approx((CORNER_MM, CORNER_MM), abs=0.1)
    assert (along[-1] - along[0], across[-1] - across[0]) == pytest.approx(
        (FRAME_MM[0] + 0.26, FRAME_MM[1] + 0.26), abs=0.1
    )


def test_what_measured_98_measures_100_with_what_the_page_says_to_type(tmp_path: Path, kit: Kit):
    path, laid = tmp_path / "frame.pdf", tmp_path / "laid.pdf"
    frame_pdf(path, kit, Words("en"), Paper.A6, "Laser")
    raster.place(path, laid, Placing(across=100 / 98))
    _, along = lines(raster.black_and_white(laid, 0, DPI))
    assert (along[-1] - along[0]) * 0.98 == pytest.approx(100.26, abs=0.15)
