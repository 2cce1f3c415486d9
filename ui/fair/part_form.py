"""The numbers of one part of a hall, in metres: two ends, a corner and a size, or all corners; and the part's name."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.fair.hall import HallPart, PartKind, Point
from eventdesk.words import Words, mark
from eventdesk.words.fair import metres
from ui.fair.metre_field import MetreField, millimetres
from ui.fair.pairs import Pairs
from ui.fair.part_shape import SMALLEST_MM, Form, box, edges_of, form_of
from ui.look import Look
from ui.widgets.field import Field, Note

PARTS = {
    PartKind.ENTRANCE: mark("Entrance"),
    PartKind.EMERGENCY_EXIT: mark("Emergency exit"),
    PartKind.ESCAPE_ROUTE: mark("Escape route"),
    PartKind.PILLAR: mark("Pillar"),
    PartKind.SERVICE: mark("Service area"),
    PartKind.ZONE: mark("Zone"),
    PartKind.OUTLINE: mark("Outline"),
}
OF_CORNERS = frozenset({PartKind.OUTLINE, PartKind.SERVICE, PartKind.ZONE, PartKind.ESCAPE_ROUTE})
"""Parts that may have any number of corners."""
FURTHEST_MM = 1_000_000
LONGEST_TEXT = 4000


class PartForm(QWidget):
    """Shows only the numbers that a part has. `entered`: the part as it should be."""

    entered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._part = look, HallPart(0, 0, PartKind.PILLAR, "", ())
        words = look.words
        self.name = Field(look, words.t("Name"), longest=60)
        self.name.edit.setProperty("kind", "form")
        self.start = self._lengths(words.t("Begins at x"), words.t("Begins at y"))
        self.end = self._lengths(words.t("Ends at x"), words.t("Ends at y"))
        self.corner = self._lengths(words.t("Left edge"), words.t("Upper edge"))
        self.extent = self._lengths(words.t("Width in metres"), words.t("Depth in metres"), SMALLEST_MM)
        self.wide = MetreField(look, words.t("Width of the way in metres"), 0, FURTHEST_MM)
        self.points = Field(look, words.t("Corners in metres"), self._judge, longest=LONGEST_TEXT)
        self.points.edit.setProperty("kind", "form")
        self.points.edit.setToolTip(
            words.t("For each corner x and y in metres, then a semicolon: 0 0; 30 0; 30 20; 0 20")
        )
        self._rows = Pairs(look)
        self._shown: dict[QWidget, Form | None] = {}
        for said, field, form in (
            (words.t("Name"), self.name, None),
            (words.t("From x, y (m)"), self._pair(self.start), Form.LINE),
            (words.t("To x, y (m)"), self._pair(self.end), Form.LINE),
            (words.t("Corner (m)"), self._pair(self.corner), Form.BOX),
            (words.t("Size (m)"), self._pair(self.extent), Form.BOX),
            (words.t("Corners (m)"), self.points, Form.CORNERS),
            (words.t("Width (m)"), self.wide, None),
        ):
            self._rows.add(said, field)
            self._shown[field] = form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        for each in (self.name, self.points, self.wide, *self.start, *self.end, *self.corner, *self.extent):
            each.entered.connect(lambda _text: self._enter())

    def show_part(self, part: HallPart) -> None:
        """Show the numbers of a part."""
        self._part = part
        form = form_of(part)
        for each, wanted in self._shown.items():
            self._rows.show_field(each, shown=wanted in (None, form))
        self._rows.show_field(self.points, shown=form is Form.CORNERS or part.kind in OF_CORNERS)
        self._rows.show_field(self.wide, shown=part.kind is PartKind.ESCAPE_ROUTE)
        self.name.show_text(part.name)
        for field, length in self._lengths_of(part):
            field.show_length(length)
        self.points.show_text(corners_text(self._look.words, part.points))

    def part(self) -> HallPart | None:
        """Return the part as the fields have it; None if one of them cannot be read."""
        part, form = self._part, form_of(self._part)
        values: dict[MetreField, int] = {}
        for field, length in self._lengths_of(part):
            # What was not touched keeps its millimetres
            same = field.text().strip() == metres(self._look.words, length)
            value = length if same else millimetres(field.text())
            if value is None:
                return None
            values[field] = value
        named = replace(part, name=self.name.text().strip())
        if part.kind is PartKind.ESCAPE_ROUTE:
            named = replace(named, width_mm=values[self.wide])
        typed = self.points.text().strip()
        if not self.points.isHidden() and typed != corners_text(self._look.words, part.points):
            corners = corners_of(typed)
            return None if corners is None else replace(named, points=corners)
        if form is Form.LINE:
            (x1, y1), (x2, y2) = self.start, self.end
            return replace(named, points=((values[x1], values[y1]), (values[x2], values[y2])))
        if form is Form.BOX:
            return self._boxed(named, *(values[field] for field in (*self.corner, *self.extent)))
        return named

    def _boxed(self, part: HallPart, left: int, top: int, width: int, depth: int) -> HallPart:
        """Return a part with these edges; a pillar that is a middle and a width stays one as long as it is square."""
        if min(width, depth) < SMALLEST_MM:
            return part
        if len(part.points) == 1 and width == depth:
            return replace(part, points=((left + width // 2, top + depth // 2),), width_mm=width)
        return replace(part, points=box(left, top, width, depth), width_mm=0)

    def _lengths_of(self, part: HallPart) -> list[tuple[MetreField, int]]:
        """Return the fields that say something about a part, with what they say in millimetres."""
        form, found = form_of(part), list[tuple[MetreField, int]]()
        if form is Form.LINE:
            found = [*zip(self.start, part.points[0], strict=True), *zip(self.end, part.points[1], strict=True)]
        elif form is Form.BOX:
            left, top, right, bottom = edges_of(part)
            found = [*zip(self.corner, (left, top), strict=True),
                     *zip(self.extent, (right - left, bottom - top), strict=True)]  # fmt: skip
        if part.kind is PartKind.ESCAPE_ROUTE:
            found.append((self.wide, part.width_mm))
        return found

    def _enter(self) -> None:
        part = self.part()
        if part is not None and part != self._part:
            self.entered.emit(part)

    def _lengths(self, one: str, other: str, least: int = -FURTHEST_MM) -> tuple[MetreField, MetreField]:
        look = self._look
        return MetreField(look, one, least, FURTHEST_MM), MetreField(look, other, least, FURTHEST_MM)

    def _pair(self, fields: Sequence[MetreField]) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(8))
        for field in fields:
            row.addWidget(field, 1)
        return pair

    def _judge(self, text: str) -> Note:
        if corners_of(text) is not None:
            return Note()
        said = self._look.words.t("For each corner x and y in metres, then a semicolon: 0 0; 30 0; 30 20; 0 20")
        return Note(said, wrong=True)


def corners_text(words: Words, points: Sequence[Point]) -> str:
    """Return corners as they are typed: "0 0; 30,5 0"."""
    return "; ".join(f"{metres(words, x)} {metres(words, y)}" for x, y in points)


def corners_of(text: str) -> tuple[Point, ...] | None:
    """Return corners that were typed, in millimetres; None if they cannot be read."""
    found: list[Point] = []
    for corner in text.strip().rstrip(";").split(";"):
        lengths = [millimetres(each) for each in corner.split()]
        if len(lengths) != 2 or lengths[0] is None or lengths[1] is None:
            return None
        found.append((lengths[0], lengths[1]))
    return tuple(found) if len(found) > 1 else None
