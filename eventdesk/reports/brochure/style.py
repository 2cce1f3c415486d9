"""How large everything is on the pages of a brochure, in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area


class BrochureSize(StrEnum):
    """The size of a page."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class Style:
    """Measures of one size. `inner` and `outer` are the margins beside the fold and away from it.

    `side` is how wide the column is in which picture and contact of a project stand, `gutter` the white beside it.
    """

    width: float
    height: float
    inner: float
    outer: float
    above: float
    below: float
    side: float
    gutter: float
    body: float
    small: float
    name: float
    lead: float
    heading: float
    cover: float
    between: float
    columns: int
    index_columns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page."""
        return self.width, self.height

    @property
    def text_width(self) -> float:
        """How wide the contents of a page are."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """How high the contents of a page are."""
        return self.height - self.above - self.below

    @property
    def main(self) -> float:
        """How wide the column is in which a project is told."""
        return self.text_width - self.side - self.gutter

    def left(self, number: int) -> float:
        """Return where the contents of a page begin: pages with odd numbers lie on the right of the fold."""
        return self.inner if number % 2 else self.outer

    def area(self, number: int) -> Area:
        """Return what the contents of a page may take."""
        return Area(self.left(number), self.height - self.above, self.text_width, self.text_height)


def _millimetres(width: float, height: float) -> tuple[float, float]:
    return width * POINTS_PER_MM, height * POINTS_PER_MM


STYLES: Mapping[BrochureSize, Style] = {
    BrochureSize.A4: Style(
        *_millimetres(210, 297),
        inner=60.0,
        outer=50.0,
        above=70.0,
        below=64.0,
        side=150.0,
        gutter=24.0,
        body=9.4,
        small=7.8,
        name=16.0,
        lead=10.6,
        heading=30.0,
        cover=50.0,
        between=30.0,
        columns=2,
        index_columns=3,
    ),
    BrochureSize.A5: Style(
        *_millimetres(148, 210),
        inner=45.0,
        outer=36.0,
        above=50.0,
        below=46.0,
        side=96.0,
        gutter=16.0,
        body=8.0,
        small=6.9,
        name=12.5,
        lead=8.9,
        heading=22.0,
        cover=34.0,
        between=21.0,
        columns=1,
        index_columns=2,
    ),
}
