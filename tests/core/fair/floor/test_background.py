"""Pictures and pages for behind the plan: what is read, what is told, and what is refused in a sentence."""

import io
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.codes import BackgroundRemark, BackgroundTrouble, Fault
from eventdesk.errors import KnownError
from eventdesk.fair.floor import pdf_page
from eventdesk.fair.floor.background import LARGEST_BODY, read_background
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from tests.core.fair.floor.files import pdf, picture, read, refused


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_kept_as_png_or_jpeg(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, picture((400, 200), kind))
    assert (found.media, found.width, found.height) == ("image/png", 400, 200)
    assert (found.width_mm, found.remarks) == (0, ((BackgroundRemark.NO_SCALE, ""),))
    with Image.open(io.BytesIO(found.body)) as kept:
        assert (kept.format, kept.size) == ("PNG", (400, 200))


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_all_kinds_of_colours_are_understood(tmp_path: Path, mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    data = picture((60, 30), "JPEG", "CMYK") if kind == "TIFF" else picture((60, 30), "PNG", mode)
    assert read(tmp_path, data).width == 60


def test_what_cannot_be_seen_through_stays_and_the_rest_is_white(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(read(tmp_path, out.getvalue()).body)) as kept:
        assert kept.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_a_large_photograph_is_made_smaller(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.effect_noise((2400, 1600), 90).save(out, "JPEG", quality=95)
    found = read(tmp_path, out.getvalue())
    assert found.media == "image/jpeg"
    assert len(found.body) <= LARGEST_BODY
    assert found.width < 2400
    assert found.remarks[0] == (BackgroundRemark.SMALLER, "")


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "riesig.png"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(KnownError) as error:
        read_background(file)
    assert fault_sentence(Words("en"), error.value) == (
        "“riesig.png” cannot lie behind the plan: it has more than 20 MB. Save it smaller. Nothing was changed."
    )


def test_a_picture_of_too_many_pixels_is_refused_by_its_header(tmp_path: Path) -> None:
    assert refused(tmp_path, picture((9000, 9000), mode="1")) is BackgroundTrouble.PIXELS
    assert refused(tmp_path, picture((7000, 6000), mode="1")) is BackgroundTrouble.PIXELS


def test_the_first_page_of_a_pdf_is_taken(tmp_path: Path) -> None:
    found = read(tmp_path, pdf(3))
    assert found.media == "image/png"
    assert found.width / found.height == pytest.approx(842 / 595, rel=0.01)
    assert found.remarks[0] == (BackgroundRemark.FIRST_PAGE, "3")


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (pdf(password="geheim"), BackgroundTrouble.ENCRYPTED),
        (b"%PDF-1.7 nonsense", BackgroundTrouble.DAMAGED),
        (pdf()[:200], BackgroundTrouble.DAMAGED),
        (b"hello", BackgroundTrouble.UNKNOWN_KIND),
        (b"", BackgroundTrouble.UNKNOWN_KIND),
        (b"AC1032 a drawing of another kind", BackgroundTrouble.UNKNOWN_KIND),
        (b"GIF89a\x01\x00\x01\x00", BackgroundTrouble.UNKNOWN_KIND),
        (picture((500, 500))[:300], BackgroundTrouble.DAMAGED),
    ],
)
def test_what_is_no_picture_is_told(tmp_path: Path, data: bytes, trouble: BackgroundTrouble) -> None:
    assert refused(tmp_path, data) is trouble


def test_a_page_that_takes_too_long_or_too_much_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(pdf_page.SlowPageError):
        pdf_page.first_page(pdf(), seconds=0.001)
    for error, trouble in (
        (pdf_page.SlowPageError, BackgroundTrouble.SLOW),
        (pdf_page.HeavyPageError, BackgroundTrouble.MEMORY),
    ):

        def failing(_data: bytes, raised: type[Exception] = error) -> tuple[bytes, int]:
            raise raised

        monkeypatch.setattr(pdf_page, "first_page", failing)
        assert refused(tmp_path, pdf()) is trouble


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for file in (tmp_path / "nichts.png", tmp_path):
        with pytest.raises(KnownError) as error:
            read_background(file)
        assert error.value.fault is Fault.NO_FILE
