"""Pictures of badges and pages as they will be printed, for the screen; and what is to be said about some badges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.design.template import Side, Template
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.printers import raster
from eventdesk.badges.stock import Design
from eventdesk.drawing.kit import Kit

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture


@dataclass(frozen=True, slots=True)
class Proof:
    """The dots of one side, or of a page, four bytes each: blue, green, red, nothing."""

    width: int
    height: int
    dots: bytes


def proof(
    badge: BadgeData,
    side: Side,
    template: Template,
    kit: Kit,
    *,
    dots_per_mm: float,
    pictures: "Mapping[str, Picture] | None" = None,
) -> Proof:
    """Draw one side of a badge by the same press as the printed one. Touches no file of ours."""
    alone = replace(template, front=template.side(side), back=())
    width, height = (max(1, round(edge * dots_per_mm)) for edge in (template.width, template.height))
    with TemporaryDirectory(prefix="eventdesk-") as folder:
        page = Path(folder) / "badge.pdf"
        badge_pdf([badge], page, kit, template=alone, pictures=pictures)
        return _drawn(page, 0, (width, height))


def page_proof(badges: Sequence[BadgeData], design: Design, kit: Kit, page: int, room: tuple[int, int]) -> Proof:
    """Draw one of the pages that badges make, as large as it has room in so many dots across and down."""
    with TemporaryDirectory(prefix="eventdesk-") as folder:
        pdf = Path(folder) / "page.pdf"
        badge_pdf(badges, pdf, kit, template=design.template, placing=design.placing, pictures=design.pictures)
        wide, high = raster.page_sizes(pdf)[page]
        scale = min(room[0] / wide, room[1] / high)
        return _drawn(pdf, page, (max(1, round(wide * scale)), max(1, round(high * scale))))


def remarks(
    badges: Sequence[BadgeData], template: Template, kit: Kit, *, pictures: "Mapping[str, Picture] | None" = None
) -> BadgeReport:
    """Return what is to be said about these badges, on both sides."""
    return badge_pdf(badges, BytesIO(), kit, template=template, pictures=pictures)


def _drawn(pdf: Path, page: int, whole: tuple[int, int]) -> Proof:
    bands = raster.bands(pdf, page, 0, coloured=True, whole=whole)
    return Proof(*whole, b"".join(band.data for band in bands))
