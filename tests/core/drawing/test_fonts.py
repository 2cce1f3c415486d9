"""The fonts that are committed: whole, licensed, and able to write our guests' names."""

import hashlib

import pytest

from eventdesk import paths
from eventdesk.drawing.fonts import Fonts, Weight
from eventdesk.drawing.kit import Kit

FOLDER = paths.resources() / "fonts"


def test_every_file_is_the_one_that_was_made():
    lines = (FOLDER / "SHA256SUMS").read_text("ascii").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert {path.name for path in FOLDER.iterdir()} - {"SHA256SUMS"} == set(listed)
    for name, digest in listed.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name


def test_every_family_has_its_licence_and_all_are_small():
    assert all(
        "SIL OPEN FONT LICENSE" in (FOLDER / f"OFL-{family}.txt").read_text("utf-8") for family in Fonts.FAMILIES
    )
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 4_000_000


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize(
    "text",
    [
        "ÄÖÜäöüßẞ ğışİĞŞ Łłąęńśźż čšžđ Ăăâîșț ñáéíóú Þðæø „“‚‘»«–…",
        "Ếếềểễệ Ựửữứ Ơơ Đđ Nguyễn Thị Hồng Ngọc",
        "Олександра Ґґєії ўћђџ Ѓќ Жж Ыы",
        "Ξένια Παπαδοπούλου ΐΰ",
        "".join(map(chr, range(0x621, 0x63B))) + "فقكلمنهويگچپژیکہھےۀ۰۱۲۳۴۵۶۷۸۹ًٌٍَُِّْ",
        "לאה כהן אבגדהוזחטיכלמנסעפצקרשתםןץףך",
        "கிருஷ்ணமூர்த்தி",
        "कृष्णा शर्मा",
        "0123456789 ·→✓€№",
    ],
)
def test_nothing_that_our_guests_are_called_is_missing(kit: Kit, weight: Weight, text: str):
    signs = set(text) - {" "}
    assert {sign for sign in signs if not any(sign in face.characters for face in kit.fonts.chain(weight))} == set()


def test_the_window_finds_one_family_with_three_weights(kit: Kit):
    names = [kit.fonts.chain(weight)[0].name for weight in Weight]
    assert names == ["Inter-Regular", "Inter-SemiBold", "Inter-Bold"]


def test_a_family_without_semibold_gives_the_bold_one(kit: Kit):
    assert [face.name for face in kit.fonts.chain(Weight.SEMIBOLD)][1:] == [
        "NotoSansArabic-Bold",
        "Heebo-Bold",
        "NotoSansTamil-Bold",
        "NotoSans-Bold",
    ]


def test_digits_stand_in_columns_where_asked_for(kit: Kit):
    widths = {kit.width(digit * 8, Weight.REGULAR, 10, tabular=True) for digit in "0123456789"}
    assert max(widths) - min(widths) < 0.5  # the ink of the first and last digit differs, their advance does not
    assert kit.width("1" * 8, Weight.REGULAR, 10) < kit.width("1" * 8, Weight.REGULAR, 10, tabular=True)
