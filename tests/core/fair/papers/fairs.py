"""Fairs to print, without a file, and papers read back: their words, their ink, their codes."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
from PIL import Image

from eventdesk.drawing.kit import Kit
from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.plan import Version
from tests.core.drawing.pages import picture

KIT = Kit()
THEMES = ("Patenschaft", "Sprache", "Arbeit & Bildung", "Begegnung", "Beratung", "Kultur")
VERSION = Version(1, "4", datetime(2017, 3, 6, 8, 5, tzinfo=UTC), "Schalter 1", "optimal", 726, 726, 1200, 1)
IMPRINT = Imprint("4. Integrationskonferenz", "2017-03-06T08:10", "de", "Hannover", "Bündnis", VERSION)
ENGLISH = replace(IMPRINT, language="en")
MM = 72 / 25.4


def hall(number: int = 1, name: str = "Halle 1", width: int = 33_000, depth: int = 20_000) -> Hall:
    """Return a hall; lengths in millimetres."""
    return Hall(number, f"H{number}", name, width, depth)


def booths(number: int, per_row: int = 10, *, in_hall: int = 1, first: int = 1, letter: str = "A") -> list[Booth]:
    """Return rows of booths of 3 by 2 metres with an aisle after every second row; every third one has current."""
    found = []
    for at in range(number):
        row, column = divmod(at, per_row)
        found.append(
            Booth(
                id=100 * in_hall * 100 + at,
                ref=f"{letter}-{at + first:02d}",
                hall=in_hall,
                x_mm=1500 + 3000 * column,
                y_mm=1500 + 2000 * row + 3000 * (row // 2),
                width_mm=3000,
                depth_mm=2000,
                island=letter,
                power=Power.V230 if at % 3 == 0 else Power.NONE,
            )
        )
    return found


def exhibitors(number: int, name: Callable[[int], str] = lambda at: f"Verein {at}") -> list[Exhibitor]:
    """Return exhibitors of all themes in turn."""
    return [
        Exhibitor(at, f"E{at:02d}", name(at), THEMES[(at - 1) % len(THEMES)], blurb=f"Wir sind die {at}.")
        for at in range(1, number + 1)
    ]


def standing(
    halls: Sequence[Hall],
    stands: Sequence[Booth],
    who: Sequence[Exhibitor],
    parts: Sequence[HallPart] = (),
) -> Fair:
    """Return a fair in which one exhibitor after the other stands on one booth after the other."""
    return Fair(
        halls=tuple(halls),
        parts=tuple(parts),
        booths=tuple(stands),
        exhibitors=tuple(who),
        stands={each.id: (booth.id,) for each, booth in zip(who, stands, strict=False)},
        doors={},
        weights={},
    )


def small(number: int = 20, taken: int = 18, name: Callable[[int], str] = lambda at: f"Verein {at}") -> Fair:
    """Return one hall with some booths, most of them taken."""
    return standing([hall()], booths(number), exhibitors(taken, name))


def every_part(number: int = 1) -> tuple[HallPart, ...]:
    """Return one part of each kind, for the hall of `hall`."""
    made = (
        (PartKind.ENTRANCE, "Haupteingang", ((10_000, 20_000), (14_000, 20_000)), 0),
        (PartKind.EMERGENCY_EXIT, "Notausgang Ost", ((33_000, 9_000), (33_000, 11_000)), 0),
        (PartKind.ESCAPE_ROUTE, "", ((5_000, 14_000), (30_000, 14_000), (30_000, 10_000), (33_000, 10_000)), 1500),
        (PartKind.PILLAR, "", ((16_000, 16_000),), 600),
        (PartKind.SERVICE, "Imbiss", ((2_000, 16_000), (9_000, 16_000), (9_000, 19_000), (2_000, 19_000)), 0),
        (PartKind.ZONE, "Insel A", ((1_000, 1_000), (32_000, 1_000), (32_000, 13_000), (1_000, 13_000)), 0),
    )
    return tuple(HallPart(at, number, *each) for at, each in enumerate(made, 1))


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in whole millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(round(width / MM), round(height / MM)) for width, height in (page.get_size() for page in document)]
    finally:
        document.close()


def colours_of(pdf: bytes, page: int = 0, dpi: float = 72) -> Image.Image:
    """Return a page as coloured pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        rendered: Image.Image = document[page].render(scale=dpi / 72).to_pil()
        return rendered.convert("RGB")
    finally:
        document.close()


def white_at_the_edge(pdf: bytes, page: int = 0, millimetres: float = 5) -> bool:
    """Say whether nothing is drawn near the edges of a page."""
    image = picture(pdf, page, dpi=72)
    edge = round(millimetres * MM)
    width, height = image.size
    strips = (
        (0, 0, width, edge),
        (0, height - edge, width, height),
        (0, 0, edge, height),
        (width - edge, 0, width, height),
    )
    return all(image.crop(strip).getextrema() == (255, 255) for strip in strips)


def made(write: Callable[[io.BytesIO], object]) -> bytes:
    """Return what is written to a stream."""
    out = io.BytesIO()
    write(out)
    return out.getvalue()
