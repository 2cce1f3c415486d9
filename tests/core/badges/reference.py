"""The reference sheet: names as guests have them, the glyphs that each is drawn with, and a picture to look at.

    python -m tests.core.badges.reference            # says what differs from the reviewed sheet
    python -m tests.core.badges.reference --picture sheet.png
    python -m tests.core.badges.reference --write    # only after somebody has looked at the picture

The glyphs are those of the fonts in `resources/fonts`: new fonts need a new review.
"""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

from eventdesk.drawing.about import About
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.shaping import Piece

REVIEWED = Path(__file__).with_name("reviewed_names.json")
MM = 72 / 25.4
NAMES = {
    "German": (
        "Anna Weiß",
        "Jürgen Groß-Weißenfels",
        "Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg",
        "Prof. Dr. Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg",
        "Wolfeschlegelsteinhausenbergerdorff",
        "Käthe Lüttgenmüller-Überschär",
        "STRAẞE Groẞ",
        "Dr.\u00a0Grete Schmidt-Rüdiger zu Höhenberg",
        "Annegret Kramp-Karstens gen. Lütke Wöstmann",
        "Björn O’Brien-Köß",
        "Ruth M. J. Äpfelbach",
        "Ännchen von Tharau",
    ),
    "Turkish": (
        "İbrahim Işık",
        "Şükrü Çağlayan",
        "Elif Demirtaş",
        "Iğdır Yıldızoğlu-İnönü",
        "Gülşen Öztürk Kılıçdaroğlu",
        "I\u0307brahim (zerlegt)",
    ),
    "Vietnamese": (
        "Nguyễn Thị Hồng Ngọc",
        "Trần Đặng Khánh Huyền",
        "Lê Ẫm Ộng",
        "Phạm Thị Thu Thủy",
        "Nguye\u0302\u0303n (zerlegt)",
    ),
    "Ukrainian": (
        "Олександра Їжакевич-Ґудзь",
        "Оксана Нечипоренко",
        "Юрій Щербаківський",
        "В’ячеслав Хмельницький",
        "Наталія Є. Петренко",
    ),
    "Greek": (
        "Ελένη Παπαδοπούλου",
        "Γεώργιος Χατζηκωνσταντίνου",
        "ΆΝΝΑ ΐΰ Ώμος",
        "Ἀριστοτέλης ᾠδή",
    ),
    "Arabic": (
        "محمد",
        "فاطمة عبد الرحمن الخطيب",
        "محمد عبد الرحمن عبد العزيز الخطيب",
        "فاطِمَة الزَّهْراء",
        "عبد الله بن عمر",
        "مُحَمَّدٌ رَسُولُ السَّلَامِ",
        "لؤي آل سعود",
        "أسماء الأسد ٢٠٢٦",
    ),
    "Persian": (
        "شهرزاد گل\u200cمحمدی",
        "فرید رحمانی",
        "مریم میرزاخانی‌پور",
        "ژاله چگینی",
        "نرگس خانه‌ای ۱۴۰۵",
    ),
    "Kurdish": ("شێرکۆ بێکەس", "Hêvîn Çîçek Şêxo"),
    "Hebrew": (
        "לאה כהן",
        "יִשְׂרָאֵל בֶּן־דָּוִד",
        "רבקה גולדשטיין-לוי",
    ),
    "Tamil": (
        "கிருஷ்ணமூர்த்தி",
        "மீனாட்சி சுந்தரம்",
        "ஸ்ரீ கௌதமி லெட்சுமி",
    ),
    "other Latin": (
        "Łukasz Wójcik",
        "Dvořáková Přemyslovna Žďárská",
        "Ștefan Țurcanu",
        "Māra Ķēniņa",
        "Ngozi Ọlábísí Ẹ̀bùn",
        "Kāhn\u0331oʻ Mał\u0328gorzata",
        "Sæþór Ǫnundarson",
        "Ñuñez Íñigo d’Àvila",
    ),
    "mixed": (
        "Müller, محمد 42",
        "محمد (Mohammad) Müller",
        "Stand B-14 · قاعة ٣ · Saal 3A",
        "\u2068دری\u2069 · Deutsch · \u2068فارسی\u2069",
        "Elif דמירטש Demirtaş",
        "Оксана / Oksana / أوكسانا",
        "A\u00ad\u200bn\u202ena",
    ),
    "not in our fonts": (
        "李小龙 Lee",
        "გიორგი მელაძე",
        "Anna 😀 Emoji",
        "कृष्णा शर्मा",
    ),
}
ROOM = Room(60 * MM, 16 * MM, 20, 8, lines=2, floor=6)


def fitted(kit: Kit, name: str) -> Fitted:
    """Return a name as it is set on 60 millimetres."""
    return kit.fit(name, Weight.BOLD, ROOM)


def described(kit: Kit, name: str) -> dict[str, Any]:
    """Return what is drawn for a name: its size, and for each line the runs from left to right, with their glyphs."""
    found = fitted(kit, name)
    return {
        "name": name,
        "size": found.size,
        "missing": list(found.missing),
        "from_the_right": found.right_to_left,
        "lines": [
            [f"{run.face.name} {' '.join(map(_piece, run.pieces))}" for run in line.runs] for line in found.lines
        ],
    }


def _piece(piece: Piece) -> str:
    return f"{piece.rise:.0f}:{piece.operand}" if piece.rise else piece.operand


def sheet(kit: Kit) -> dict[str, list[dict[str, Any]]]:
    """Return all names by language."""
    return {language: [described(kit, name) for name in names] for language, names in NAMES.items()}


def draw(kit: Kit, target: Path) -> None:
    """Write a picture of all names, each in a hairline as wide as its box."""
    import pypdfium2

    from eventdesk.badges.painting.paint import LINE
    from eventdesk.drawing.paper import Paper

    names = [name for each in NAMES.values() for name in each]
    columns, pitch, left = 4, 19 * MM, 6 * MM
    rows = -(-len(names) // columns)
    size = columns * 66 * MM + left, rows * pitch + 2 * left
    out = io.BytesIO()
    paper = Paper(out, size, About())
    for at, name in enumerate(names):
        column, row = divmod(at, rows)
        x, top = left + column * 66 * MM, size[1] - left - row * pitch
        paper.box(x, top - ROOM.height, ROOM.width, 0.5, LINE)
        kit.draw(paper, fitted(kit, name), x, top, Align.LEFT)
    paper.showPage()
    paper.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    document[0].render(scale=2).to_pil().save(target)
    document.close()


def text_of(reviewed: dict[str, Any]) -> str:
    """Return the sheet as it is kept: one name after the other."""
    return json.dumps(reviewed, ensure_ascii=True, indent=1) + "\n"


def main() -> int:
    """Compare, draw or write the sheet."""
    parser = argparse.ArgumentParser(description="The reference sheet of names.")
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    kit = Kit()
    now = text_of(sheet(kit))
    if chosen.picture is not None:
        draw(kit, chosen.picture)
    if chosen.write:
        REVIEWED.write_text(now, encoding="utf-8")
    same = REVIEWED.is_file() and REVIEWED.read_text(encoding="utf-8") == now
    sys.stdout.write("as reviewed\n" if same else "differs from what was reviewed\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
