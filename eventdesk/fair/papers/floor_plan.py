"""Floor plans from A4 to A0: a page for each hall, or all halls on one; who is not named there stands in a list."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, Page, column_width, draw_page, pages, taken
from eventdesk.drawing.pages.leaves import Draw, Leaf, Pen, body, write_leaves
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import rectangle
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall
from eventdesk.fair.papers import booth_art, floor_art
from eventdesk.fair.papers.backdrop import Backdrop, draw_backdrops
from eventdesk.fair.papers.cells import Cell, cells
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.legend import Legend, north_of
from eventdesk.fair.papers.plan_layout import GUTTER, HALL_NAME, PlanWish, Standing, lay_out, legend_columns
from eventdesk.fair.papers.themes import theme_looks
from eventdesk.fair.papers.view import View
from eventdesk.words import Words

_NAME_SIZE = 11.0
_ENDLESS = 1e6
_SLACK = 1.0
"""Points that keep rounding from pushing the last line of a legend to another page."""


def floor_plan(
    fair: Fair,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    wish: PlanWish | None = None,
    backdrops: Sequence[Backdrop] = (),
) -> PaperReport:
    """Write floor plans, and return what should be looked at. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    chosen, remarks = wish or PlanWish(), Remarks()
    halls = tuple(hall for hall in fair.halls if not chosen.halls or hall.id in chosen.halls)
    groups = [halls] if chosen.together and halls else [(hall,) for hall in halls]
    leaves = [
        leaf for group in groups for leaf in _Sheet(fair, imprint, kit, chosen, group, backdrops, remarks).leaves()
    ]
    return write_leaves(leaves or [_nothing(imprint, chosen)], out, kit, imprint, remarks, papers=len(groups))


def _nothing(imprint: Imprint, wish: PlanWish) -> Leaf:
    """Return a page that says that there is nothing to show."""
    words, grown = Words(imprint.language), wish.size.scale
    told = words.t("There is no hall yet.")

    def draw(pen: Pen, area: Area) -> None:
        room = Room(area.width, 20 * grown, _NAME_SIZE * grown, _NAME_SIZE)
        pen.put(pen.fit(told, Weight.REGULAR, room, told), area.left, area.top)

    return Leaf(wish.size.points(landscape=bool(wish.landscape)), grown, words.t("Floor plan"), "", draw)


def _beside(key: Sequence[Block], listed: Sequence[Block], height: float, columns: int) -> Page | None:
    """Return a legend with its list of names on one page, the list in columns of its own if it can be; else None."""
    if max((block.height for block in listed), default=0.0) > height:
        return None
    first, *more = pages(key, height, columns, even=False)
    used = 1 + max(placed.column for placed in first)
    if listed and not more and used < columns:
        own, *rest = pages(listed, height, columns - used, even=False)
        if not rest:
            return (*first, *(placed._replace(column=placed.column + used) for placed in own))
    together = pages([*key, *listed], height, columns, even=False)
    return together[0] if len(together) == 1 else None


class _Sheet:
    """One plan: its layout, what is drawn on it, its legend."""

    def __init__(
        self,
        fair: Fair,
        imprint: Imprint,
        kit: Kit,
        wish: PlanWish,
        halls: tuple[Hall, ...],
        backdrops: Sequence[Backdrop],
        remarks: Remarks,
    ) -> None:
        self.fair, self.kit, self.wish, self.backdrops, self.remarks = fair, kit, wish, backdrops, remarks
        self.words, self.grown = Words(imprint.language), wish.size.scale
        self.looks = theme_looks(exhibitor.theme for exhibitor in fair.exhibitors)
        self.parts = [part for part in fair.parts if part.hall in {hall.id for hall in halls}]
        self.halls = halls
        self.layout = lay_out(fair, halls, wish, self._strip())
        self.drawn = {standing.hall.id: self._cells(standing) for standing in self.layout.halls}
        every = [cell for drawn in self.drawn.values() for cell in drawn]
        self.letters = booth_art.lettering(kit, every, self.grown, names=wish.names)
        self.unnamed = [cell for cell in every if not booth_art.is_named(kit, cell, self.letters)]
        for cell in self.unnamed:
            remarks.unnamed.update((booth.ref, None) for booth in cell.booths)

    def leaves(self) -> Iterator[Leaf]:
        """Yield the plan, then pages for what found no room in its legend."""
        size, name = self.layout.size, self.halls[0].name
        title = self.words.t("Floor plan · {hall}", hall=name) if len(self.halls) == 1 else self.words.t("Floor plan")
        beside, rest = self._divided()
        yield Leaf(size, self.grown, title, "", lambda pen, _: self._draw(pen, beside))
        area = body(size, self.grown)
        more = self.words.t("Legend · {hall}", hall=name) if len(self.halls) == 1 else self.words.t("Legend")
        for page in rest:
            yield Leaf(size, self.grown, more, "", self._drawer(page, legend_columns(area, self.grown)))

    def _drawer(self, page: Page, columns: int) -> Draw:
        return lambda pen, area: draw_page(pen, page, area, columns, GUTTER * self.grown)

    def _cells(self, standing: Standing) -> list[Cell]:
        return cells(self.fair, standing.hall.id, standing.view, booth_art.INSET * self.grown)

    # ---- the legend

    def _strip(self) -> float:
        """Return how high a legend below the plan would be, its list of names left out."""
        area = body(self.wish.size.points(), self.grown)
        columns = legend_columns(area, self.grown)
        shown = [cell for hall in self.halls for cell in cells(self.fair, hall.id, View(0, 0, 1), 0)]
        blocks = self._key(shown, column_width(area.width, columns, GUTTER * self.grown), 1.0)
        return max((taken(page) for page in pages(blocks, _ENDLESS, columns)), default=0.0) + _SLACK

    def _key(self, shown: Sequence[Cell], width: float, scale: float, *, themes_last: bool = False) -> list[Block]:
        """Return what explains the plan; with very many themes these come last, and may go on on the next page."""
        legend = Legend(self.kit, self.words, width, self.grown)
        norths = {north_of(hall) for hall in self.halls}
        north = norths.pop() if len(norths) == 1 else None
        themes = legend.themes(shown, self.looks)
        others = [
            *legend.signs(shown, self.parts),
            legend.scale_bar(scale),
            *([legend.north(north)] if north is not None else []),
        ]
        if not themes_last:
            return [*themes, *others]
        return [*others, *(block._replace(above=GUTTER * self.grown) for block in themes[:1]), *themes[1:]]

    def _divided(self) -> tuple[Page, list[Page]]:
        """Return what stands in the legend, and pages of what is left."""
        layout, gutter = self.layout, GUTTER * self.grown
        every = [cell for drawn in self.drawn.values() for cell in drawn]
        width = column_width(layout.legend.width, layout.columns, gutter)
        key = self._key(every, width, layout.scale)
        title = self.words.t("Not named on the plan")
        listed = list(Legend(self.kit, self.words, width, self.grown).index(self.unnamed, title))
        beside = _beside(key, listed, layout.legend.height, layout.columns)
        if beside is not None:
            return beside, []
        area = body(layout.size, self.grown)
        columns = legend_columns(area, self.grown)
        wider = Legend(self.kit, self.words, column_width(area.width, columns, gutter), self.grown)
        key = self._key(every, width, layout.scale, themes_last=True)
        first, *more = pages(key, layout.legend.height, layout.columns, even=False)
        left = [placed.block for page in more for placed in page]
        return first, pages([*left, *wider.index(self.unnamed, title)], area.height, columns, even=False)

    # ---- the plan

    def _draw(self, pen: Pen, beside: Page) -> None:
        for standing in self.layout.halls:
            self._draw_hall(pen, standing)
        draw_page(pen, beside, self.layout.legend, self.layout.columns, GUTTER * self.grown)

    def _draw_hall(self, pen: Pen, standing: Standing) -> None:
        hall, extent, view, _ = standing
        parts = [part for part in self.parts if part.hall == hall.id]
        left, top = view.at((extent.left, extent.top))
        if len(self.halls) > 1:
            size = _NAME_SIZE * self.grown
            room = Room(extent.width * view.scale, 1.4 * size, size, size / 2)
            name = pen.fit(hall.name, Weight.SEMIBOLD, room, hall.name)
            pen.put(name, left, standing.top - HALL_NAME * self.grown + 1.6 * size, colour=INK)
        floor_art.draw_floor(pen, view, hall, parts)
        with pen.paper.clipped(rectangle(left, top, extent.width * view.scale, extent.depth * view.scale)):
            draw_backdrops(pen, view, hall.id, self.backdrops)
        floor_art.draw_ground(pen, view, hall, parts)
        for cell in self.drawn[hall.id]:
            booth_art.draw_cell(pen, cell, self.looks, self.letters)
        floor_art.draw_openings(pen, view, hall, parts)
