"""Labels for a Zebra: drawn again by a decoder of our own from what was sent through the network."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.raster import Bitmap
from eventdesk.badges.printers.spooler import JobState
from eventdesk.badges.printers.zpl import ZebraSpooler, label
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError
from tests.core.badges.label_printers import printer, zpl_labels
from tests.core.badges.measuring import framed_page

SIZE = (62.0, 100.0)


def status(*, paper_out: int = 0, paused: int = 0, open_head: int = 0, ribbon_out: int = 0, left: int = 0) -> bytes:
    """Return what a Zebra says when asked with ~HS."""
    first = f"030,{paper_out},{paused},1245,000,0,0,0,000,0,0,0"
    second = f"000,0,{open_head},{ribbon_out},0,2,4,0,{left:08},1,000"
    return "".join(f"\x02{line}\x03\r\n" for line in (first, second, "1234,0")).encode()


@st.composite
def bitmaps(draw: st.DrawFn) -> Bitmap:
    width, height = draw(st.integers(1, 70)), draw(st.integers(1, 6))
    stride = (width + 7) // 8
    row = st.one_of(st.just(0), st.just((1 << width) - 1), st.integers(0, (1 << width) - 1))
    rows = draw(st.lists(row, min_size=height, max_size=height))
    return Bitmap(width, height, b"".join((each << (stride * 8 - width)).to_bytes(stride, "big") for each in rows))


@given(bitmaps())
def test_every_picture_is_the_same_again(bitmap: Bitmap):
    (picture,) = zpl_labels(label(bitmap))
    assert picture == [f"{int.from_bytes(bitmap.row(at), 'big'):0{bitmap.stride * 8}b}"[: bitmap.width]
                       for at in range(bitmap.height)]  # fmt: skip


def test_long_runs_are_counted():
    wide = 8 * 700
    bitmap = Bitmap(wide, 1, b"\xff" * 699 + b"\x01")
    sent = label(bitmap)
    assert len(sent) < 100
    assert zpl_labels(sent) == [["1" * (wide - 8) + "00000001"]]


@pytest.mark.parametrize(("dpi", "per_mm"), [(203, 8), (300, 12)])
def test_a_page_arrives_as_a_picture_of_its_size(tmp_path: Path, dpi: int, per_mm: int):
    page = framed_page(tmp_path / "page.pdf", (110.0, 60.0), (5.0, 5.0))
    with printer() as there:
        spooler = ZebraSpooler("Zebra", there.address, dpi)
        job = spooler.submit(page, "Elif", (110.0, 60.0))
        assert spooler.state(job).state is JobState.DONE
        (sent,) = there.jobs(1)
    (picture,) = zpl_labels(sent)
    assert (len(picture[0]), len(picture)) == (110 * per_mm, 60 * per_mm)
    inked = [at for at, row in enumerate(picture) if "1" in row]
    across = [row.rindex("1") + 1 - row.index("1") for row in picture if "1" in row]
    assert (inked[-1] + 1 - inked[0]) / per_mm == pytest.approx(50.35, abs=0.3)
    assert max(across) / per_mm == pytest.approx(100.35, abs=0.3)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ({"paper_out": 1}, PrinterTrouble.NO_PAPER),
        ({"ribbon_out": 1}, PrinterTrouble.NO_PAPER),
        ({"open_head": 1}, PrinterTrouble.OPEN),
        ({"paused": 1}, PrinterTrouble.PAUSED),
    ],
)
def test_trouble_is_told_before_anything_is_sent(tmp_path: Path, said: dict[str, int], trouble: PrinterTrouble):
    page = framed_page(tmp_path / "page.pdf", SIZE, (2.0, 2.0))
    with printer(lambda _question: status(**said)) as there:
        with pytest.raises(KnownError) as caught:
            ZebraSpooler("Zebra", there.address).submit(page, "Elif", SIZE)
        assert there.jobs() == []
    assert caught.value.details["trouble"] == trouble


def test_it_is_asked_how_far_it_is(tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf", SIZE, (2.0, 2.0))
    answers = [status(), status(left=1), status(), status(paper_out=1)]
    with printer(lambda got: answers.pop(0) if got.startswith(b"~HS") else None) as there:
        spooler = ZebraSpooler("Zebra", there.address)
        job = spooler.submit(page, "Elif", SIZE)
        states = [spooler.state(job) for _ in range(3)]
    assert [each.state for each in states] == [JobState.WAITING, JobState.DONE, JobState.HELD]
    assert states[-1].trouble is PrinterTrouble.NO_PAPER


def test_who_answered_before_and_is_silent_now_is_in_trouble(tmp_path: Path):
    answers: list[bytes | None] = [status(), None]
    page = framed_page(tmp_path / "page.pdf", SIZE, (2.0, 2.0))
    with printer(lambda got: answers.pop(0) if got.startswith(b"~HS") else None) as there:
        spooler = ZebraSpooler("Zebra", there.address)
        job = spooler.submit(page, "Elif", SIZE)
        assert spooler.state(job).trouble is PrinterTrouble.NO_ANSWER


def test_nobody_there(tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf", SIZE, (2.0, 2.0))
    with printer() as there:
        address = there.address
    with pytest.raises(KnownError) as caught:
        ZebraSpooler("Zebra", address).submit(page, "Elif", SIZE)
    assert caught.value.details == {"printer": "Zebra", "trouble": PrinterTrouble.GONE.value, "reason": ""}


def test_pages_are_labels(tmp_path: Path):
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "two.pdf"
    canvas = Canvas(str(path), pagesize=(100, 50))
    for left in (10, 60):
        canvas.rect(left, 10, 20, 20, fill=1)
        canvas.showPage()
    canvas.save()
    assert len(raster.page_sizes(path)) == 2
    with printer() as there:
        ZebraSpooler("Zebra", there.address).submit(path, "Elif", (35.3, 17.6))
        (sent,) = there.jobs(1)
    one, other = zpl_labels(sent)
    assert one != other
