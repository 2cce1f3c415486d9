"""A picture of one side of a badge as it will be printed, for the screen; and what is to be said about some badges."""

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
from eventdesk.drawing.kit import Kit

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture


@dataclass(frozen=True, slots=True)
class Proof:
    """The dots of one side, four bytes each: blue, green, red, nothing."""

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
        (band,) = raster.bands(page, 0, 0, coloured=True, whole=(width, height), rows=height)
    return Proof(width, height, band.data)


def remarks(
    badges: Sequence[BadgeData], template: Template, kit: Kit, *, pictures: "Mapping[str, Picture] | None" = None
) -> BadgeReport:
    """Return what is to be said about these badges, on both sides."""
    return badge_pdf(badges, BytesIO(), kit, template=template, pictures=pictures)
