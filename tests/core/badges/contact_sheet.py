"""Contact sheets: badges of the templates that come with eventdesk, to be looked at.

python -m tests.core.badges.contact_sheet FOLDER                # one picture of each design, as in the documents
python -m tests.core.badges.contact_sheet FOLDER --every        # all people on every template
python -m tests.core.badges.contact_sheet FOLDER --every --grey # as a black-and-white printer shows them
"""

import argparse
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design.template import Side
from eventdesk.badges.design.templates import names, shipped
from eventdesk.badges.pdf import badge_pdf
from tests.core.badges.presses import KIT
from tests.core.badges.wearers import ELIF, FARID, HANH, HANS, MUHAMMAD, OKSANA, WEARERS

DESIGNS = ("classic", "colour", "centred", "plain")
TABLE = "#e8ebf3"
GAP = 14
COLOURS = 128


@dataclass(frozen=True)
class Shown:
    """One side of one badge in a picture."""

    template: str
    badge: BadgeData
    side: Side = Side.FRONT


def of_design(design: str, dpi: float = 72) -> Image.Image:
    """Return the sizes of one design together."""
    day, card, wide = f"a6-day-{design}", f"card-{design}", f"landscape-{design}"
    upper = [Shown(day, ELIF), Shown(day, MUHAMMAD), Shown(day, OKSANA), Shown(day, ELIF, Side.BACK)]
    cards = [_column([_drawn(Shown(card, each), dpi) for each in pair]) for pair in ((FARID, HANH), (ELIF, OKSANA))]
    upper_row = _row([_drawn(each, dpi) for each in upper])
    lower_row = _row([*cards, _drawn(Shown(wide, HANS), dpi)])
    return _framed(_column([upper_row, lower_row]))


def of_template(name: str, dpi: float = 90, columns: int = 4) -> Image.Image:
    """Return the badges of all eight people, both sides if there are two."""
    sides = shipped(name).sides
    cells = [_row([_drawn(Shown(name, badge, side), dpi) for side in sides]) for badge in WEARERS]
    rows = [_row(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    return _framed(_column(rows))


def _drawn(shown: Shown, dpi: float) -> Image.Image:
    import pypdfium2

    template = shipped(shown.template)
    out = io.BytesIO()
    badge_pdf([shown.badge], out, KIT, template=template)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        page = document[template.sides.index(shown.side)]
        image: Image.Image = page.render(scale=dpi / 72).to_pil()
        return image.convert("RGB")
    finally:
        document.close()


def _row(images: Sequence[Image.Image]) -> Image.Image:
    width = sum(each.width for each in images) + GAP * (len(images) - 1)
    joined = Image.new("RGB", (width, max(each.height for each in images)), TABLE)
    left = 0
    for each in images:
        joined.paste(each, (left, 0))
        left += each.width + GAP
    return joined


def _column(images: Sequence[Image.Image]) -> Image.Image:
    height = sum(each.height for each in images) + GAP * (len(images) - 1)
    joined = Image.new("RGB", (max(each.width for each in images), height), TABLE)
    top = 0
    for each in images:
        joined.paste(each, (0, top))
        top += each.height + GAP
    return joined


def _framed(image: Image.Image) -> Image.Image:
    framed = Image.new("RGB", (image.width + 2 * GAP, image.height + 2 * GAP), TABLE)
    framed.paste(image, (GAP, GAP))
    return framed


def main() -> None:
    """Write the pictures that were asked for."""
    parser = argparse.ArgumentParser(description="Contact sheets of the badges.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--grey", action="store_true")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    made = {name: of_template(name) for name in names()} if chosen.every else {d: of_design(d) for d in DESIGNS}
    for name, image in made.items():
        shown = image.convert("L") if chosen.grey else image.quantize(COLOURS)
        shown.save(chosen.folder / f"badges-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
