"""Labels for a Brother QL: drawn again by a decoder of our own from what was sent through the network."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.brother import FEED, TAPES, BrotherSpooler, Tape, stream, tape_named, windowed
from eventdesk.badges.printers.raster import Bitmap
from eventdesk.badges.printers.spooler import JobState
from eventdesk.codes import PrinterTrouble
from eventdesk.errors import KnownError
from tests.core.badges.label_printers import Label, Printer, brother_labels, printer
from tests.core.badges.measuring import framed_page


def tape(name: str) -> Tape:
    found = tape_named(name)
    assert found is not None
    return found


def rows_of(bitmap: Bitmap) -> list[str]:
    return [f"{int.from_bytes(bitmap.row(at), 'big'):0{bitmap.stride * 8}b}"[: bitmap.width]
            for at in range(bitmap.height)]  # fmt: skip


def on_label(label: Label, kind: Tape) -> list[str]:
    """Return what of the head's rows lies on the label; nothing may lie beside it."""
    right = kind.offset
    for row in label.rows:
        assert "1" not in row[kind.head - right :]
        assert "1" not in row[: kind.head - right - kind.printable]
    return [row[kind.head - right - kind.printable : kind.head - right] for row in label.rows]


def sent_to(there: Printer, kind: Tape, pdf: Path, size: tuple[float, float]) -> list[Label]:
    spooler = BrotherSpooler("QL-820", there.address, kind)
    job = spooler.submit(pdf, "Elif", size)
    assert spooler.state(job).state is JobState.DONE
    (sent,) = there.jobs(1)
    return brother_labels(sent, kind.head)


@given(st.sampled_from(TAPES), st.data())
def test_every_picture_is_the_same_again(kind: Tape, data: st.DataObject):
    rows = data.draw(st.lists(st.integers(0, (1 << kind.printable) - 1), min_size=1, max_size=4))
    stride = (kind.printable + 7) // 8
    packed = b"".join((row << (stride * 8 - kind.printable)).to_bytes(stride, "big") for row in rows)
    page = Bitmap(kind.printable, len(rows), packed)
    first, second = brother_labels(stream([page, page], kind), kind.head)
    assert on_label(first, kind) == on_label(second, kind) == rows_of(page)
    assert (first.first, second.first) == (True, False)
    assert (first.roll, first.width, first.length) == (not kind.length, kind.width, kind.length)
    assert first.margin == (0 if kind.length else FEED)
    assert first.cut


def test_the_example_of_the_reference():
    """62 × 100 mm die-cut: width 3Eh, length 64h; a roll of 62 mm, 35 dots of margin."""
    blank = Bitmap(696, 1109, bytes(87 * 1109))
    sent = stream([blank], tape("62x100"))
    assert b"\x1biz\xce\x0b\x3e\x64\x55\x04\x00\x00\x00\x00" in sent
    sent = stream([Bitmap(696, 300, bytes(87 * 300))], tape("62"))
    assert b"\x1biz\xc6\x0a\x3e\x00\x2c\x01\x00\x00\x00\x00" in sent
    assert b"\x1bid\x23\x00" in sent


def test_a_label_on_a_roll_is_as_long_as_its_page(tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf", (60.0, 110.0), (5.0, 5.0))
    size = (110.0, 60.0)
    page = framed_page(tmp_path / "page.pdf", size, (5.0, 5.0))
    with printer() as there:
        (label,) = sent_to(there, tape("62"), page, size)  # too wide for the roll: it is turned
    assert len(label.rows) + 2 * FEED == round(110 / 25.4 * 300)
    shown = on_label(label, tape("62"))
    inked = [at for at, row in enumerate(shown) if "1" in row]
    assert (inked[-1] + 1 - inked[0]) / 300 * 25.4 == pytest.approx(100.35, abs=0.3)
    across = [row.rindex("1") + 1 - row.index("1") for row in shown if "1" in row]
    assert max(across) / 300 * 25.4 == pytest.approx(50.35, abs=0.3)
    left = min(row.index("1") for row in shown if "1" in row)
    assert left / 300 * 25.4 == pytest.approx(6 - 1.5 - 0.175, abs=0.3)  # 62 mm of tape, 1.5 mm out of reach


def test_ink_at_the_very_ends_is_kept():
    stride, high = 92, 400
    data = bytearray(stride * high)
    data[stride // 2] = data[-stride // 2] = 0xFF
    window = windowed(Bitmap(732, high, bytes(data)), tape("62"))
    assert window.height == high
    white = windowed(Bitmap(732, high, bytes(stride * high)), tape("62"))
    assert white.height == high - 2 * FEED


def test_a_die_cut_label_has_the_rows_that_it_has(tmp_path: Path):
    from reportlab.pdfgen.canvas import Canvas

    kind, path, mm = tape("62x29"), tmp_path / "small.pdf", 72 / 25.4
    canvas = Canvas(str(path), pagesize=(62 * mm, 29 * mm))
    canvas.rect(10 * mm, 9 * mm, 30 * mm, 10 * mm, stroke=0, fill=1)
    canvas.save()
    with printer() as there:
        (label,) = sent_to(there, kind, path, (62.0, 29.0))
    shown = on_label(label, kind)
    assert len(shown) == 271
    black = [(row.index("1"), row.rindex("1")) for row in shown if "1" in row]
    assert len(black) / 300 * 25.4 == pytest.approx(10, abs=0.2)
    assert {left for left, _ in black} == {black[0][0]}
    assert (black[0][0] / 300 * 25.4, (black[0][1] + 1) / 300 * 25.4) == pytest.approx((8.5, 38.5), abs=0.2)


def test_what_does_not_fit_is_said_with_its_size(tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf")
    with printer() as there, pytest.raises(KnownError) as caught:
        BrotherSpooler("QL-820", there.address, tape("62")).submit(page, "Elif", (148.0, 105.0))
    assert (caught.value.details["trouble"], caught.value.details["reason"]) == ("too_large", "148 × 105 mm")
    assert there.got == []


def status(*, first: int = 0, second: int = 0, width: int = 62, kind: int = 0x0A, length: int = 0) -> bytes:
    answer = bytearray(32)
    answer[:5] = b"\x80\x20B4\x41"
    answer[8], answer[9], answer[10], answer[11], answer[17] = first, second, width, kind, length
    return bytes(answer)


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ({"first": 0x01}, PrinterTrouble.NO_PAPER),
        ({"first": 0x02}, PrinterTrouble.NO_PAPER),
        ({"first": 0x04}, PrinterTrouble.JAM),
        ({"second": 0x40}, PrinterTrouble.JAM),
        ({"second": 0x10}, PrinterTrouble.OPEN),
        ({"second": 0x01}, PrinterTrouble.WRONG_LABEL),
        ({"width": 29}, PrinterTrouble.WRONG_LABEL),
        ({"kind": 0x0B, "length": 100}, PrinterTrouble.WRONG_LABEL),
    ],
)
def test_trouble_is_told_before_anything_is_sent(tmp_path: Path, said: dict[str, int], trouble: PrinterTrouble):
    page = framed_page(tmp_path / "page.pdf", (110.0, 60.0), (5.0, 5.0))
    with printer(lambda got: status(**said) if got.endswith(b"\x1biS") else None) as there:
        with pytest.raises(KnownError) as caught:
            BrotherSpooler("QL-820", there.address, tape("62")).submit(page, "Elif", (110.0, 60.0))
        assert there.jobs() == []
    assert caught.value.details["trouble"] == trouble


def test_who_says_that_all_is_well_is_believed(tmp_path: Path):
    page = framed_page(tmp_path / "page.pdf", (110.0, 60.0), (5.0, 5.0))
    with printer(lambda got: status() if got.endswith(b"\x1biS") else None) as there:
        assert len(sent_to(there, tape("62"), page, (110.0, 60.0))) == 1


@given(st.integers(1, 40), st.integers(1, 40), st.randoms())
def test_turning_four_times_is_nothing(width: int, height: int, chance):
    stride = (width + 7) // 8
    rows = [chance.getrandbits(width) << (stride * 8 - width) for _ in range(height)]
    bitmap = Bitmap(width, height, b"".join(row.to_bytes(stride, "big") for row in rows))
    once = raster.turned(bitmap, 90)
    assert rows_of(once)[0] == "".join(row[0] for row in reversed(rows_of(bitmap)))
    assert raster.turned(once, 90) == raster.turned(bitmap, 180)
    assert raster.turned(raster.turned(once, 180), 90) == bitmap == raster.turned(bitmap, 0)
    assert raster.turned(bitmap, 270) == raster.turned(raster.turned(once, 90), 90)
