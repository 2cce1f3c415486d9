"""Draws one box of a template for one badge, in points from the lower left corner of the badge."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, assert_never

from eventdesk.badges.badge import BadgeData, Field, Remark, Remarks
from eventdesk.badges.design.template import (
    POINTS_PER_MM,
    Box,
    CodeBox,
    Digits,
    Panel,
    Programme,
    Rule,
    Stack,
    Turn,
    Vertical,
)
from eventdesk.badges.design.template import Picture as PictureBox
from eventdesk.badges.painting import paint
from eventdesk.badges.painting.layout import CAPITALS, Placed, arrange
from eventdesk.badges.painting.programme import Day, lay_out
from eventdesk.badges.painting.qr import MODULES, QrTable, placed
from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.shapes import rectangle, turned

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper
    from eventdesk.drawing.picture import Picture

_SHARES = {Vertical.TOP: 0.0, Vertical.MIDDLE: 0.5, Vertical.BOTTOM: 1.0}
_DIGITS_LEADING = 1.3
_BESIDE = 0.8
"""White between the white around a code and digits at its right, in millimetres."""

_ROUND = 2.0
"""Radius of the corners of that white, in millimetres."""

_MAT = 1.6
"""White around a picture on a coloured ground, in millimetres."""

_CORNER = 0.3
"""How much further it must reach so that its corners cut nothing off, per radius: 1 - 1 / √2, rounded up."""


@cache
def qr_table() -> QrTable:
    """Return the table of QR patterns, the same for every badge there is."""
    return QrTable()


class Painter:
    """Draws boxes onto one paper; `height` is that of the badge, in millimetres. Collects what needs a look."""

    def __init__(self, paper: "Paper", kit: Kit, height: float, pictures: Mapping[str, "Picture"]) -> None:
        self.paper = paper
        self.kit = kit
        self.remarks = Remarks()
        self._height = height * POINTS_PER_MM
        self._pictures = pictures
        self._kept: dict[str, str] = {}
        """The pictures that the file has already, by what they are called in it."""

    def paint(self, box: Box, badge: BadgeData, ground: Colour, told: BadgeData) -> None:
        """Draw `box` on `ground` as it is on this badge; remarks are made about `told`."""
        match box:
            case Stack():
                self._stack(box, badge, ground, told)
            case CodeBox():
                self._code(box, badge, ground)
            case Panel():
                self._panel(box, badge, told)
            case PictureBox():
                self._picture(box, ground)
            case Programme():
                self._programme(box, badge, ground, told)
            case Rule():
                self._rule(box, badge)
            case _:
                assert_never(box)

    def _stack(self, stack: Stack, badge: BadgeData, ground: Colour, told: BadgeData) -> None:
        x, top = stack.x * POINTS_PER_MM, self._up(stack.y)
        if stack.turn is Turn.NONE:
            for placed in arrange(self.kit, stack, badge, x, top):
                self._text(placed, badge, ground, stack.align, told)
            return
        width, height = stack.upright
        with self.paper.moved(turned(stack.turn, x, top, width, height)):
            for placed in arrange(self.kit, stack, badge, 0.0, height):
                self._text(placed, badge, ground, stack.align, told)

    def _text(self, placed: Placed, badge: BadgeData, ground: Colour, align: Align, told: BadgeData) -> None:
        colour = paint.text_colour(placed.box.colour, badge, ground)
        self.kit.draw(self.paper, placed.fitted, placed.x, placed.y, align, colour)
        self._remark(told, placed)

    def _panel(self, panel: Panel, badge: BadgeData, told: BadgeData) -> None:
        colour = paint.fill(panel.colour, badge)
        x, top = panel.x * POINTS_PER_MM, self._up(panel.y)
        width, height = panel.width * POINTS_PER_MM, panel.height * POINTS_PER_MM
        self.paper.path(rectangle(x, top, width, height, panel.radius * POINTS_PER_MM), colour)
        if panel.stack is not None:
            self._stack(panel.stack, badge, colour, told)

    def _rule(self, rule: Rule, badge: BadgeData) -> None:
        x, top, length = rule.x * POINTS_PER_MM, self._up(rule.y), rule.length * POINTS_PER_MM
        half = rule.thickness / 2
        colour = paint.fill(rule.colour, badge)
        if rule.upright:
            self.paper.box(x - half, top, rule.thickness, length, colour)
        else:
            self.paper.box(x, top + half, length, rule.thickness, colour)

    def _picture(self, box: PictureBox, ground: Colour) -> None:
        """Draw a picture; on a coloured ground it stands on white, because it was made for white paper."""
        picture = self._pictures.get(box.name)
        if picture is None:
            return
        name = self._kept.get(box.name)
        if name is None:
            name = self._kept[box.name] = f"picture{len(self._kept) + 1}"
            self.paper.keep(name, picture)
        white = 0.0 if ground == WHITE else min(_MAT, box.width / 6, box.height / 6) * POINTS_PER_MM
        room = box.width * POINTS_PER_MM - 2 * white, box.height * POINTS_PER_MM - 2 * white
        width, height = picture.within(*room)
        x = box.x * POINTS_PER_MM + box.align.share * (room[0] - width)
        top = self._up(box.y) - _SHARES[box.vertical] * (room[1] - height)
        if white:
            edges = x, top, width + 2 * white, height + 2 * white
            self.paper.path(rectangle(*edges, _ROUND * POINTS_PER_MM), WHITE)
        self.paper.show(name, x + white, top - white, width, height)

    def _code(self, box: CodeBox, badge: BadgeData, ground: Colour) -> None:
        if not badge.code:
            return
        x, top, size = box.x * POINTS_PER_MM, self._up(box.y), box.size * POINTS_PER_MM
        below = self._digits_below(box, badge.digits, ground) if box.digits is Digits.BELOW else []
        if ground != WHITE:
            self._white(box, len(below))
        self.paper.path(f"{placed(x, top, size)}/{self._corners} Do\n{qr_table().path(badge.code)}", INK)
        pitch = _DIGITS_LEADING * box.digit_size
        first = top - size - box.quiet * POINTS_PER_MM - CAPITALS * box.digit_size
        for at, line in enumerate(below):
            self._line(line, x + box.align.share * (size - line.block_width), first - at * pitch, MUTED)
        if box.digits is Digits.RIGHT:
            left = x + size + (box.quiet + _BESIDE) * POINTS_PER_MM
            colour = paint.text_colour("muted", badge, ground)
            for at, half in enumerate(reversed(_halves(badge.digits))):
                self._line(self._digits(half, box.digit_size), left, top - size + at * pitch, colour)

    @cached_property
    def _corners(self) -> str:
        """The name of the form with what all codes have in common."""
        with self.paper.form("corners", (MODULES, MODULES)):
            self.paper.path(qr_table().corners, INK)
        return "corners"

    def _white(self, box: CodeBox, lines: int) -> None:
        """Keep the ground white around a code and below its digits; round beyond the modules that must be white."""
        more = (box.quiet + _ROUND * _CORNER) * POINTS_PER_MM
        edge = box.size * POINTS_PER_MM + 2 * more
        depth = lines * _DIGITS_LEADING * box.digit_size
        left, top = box.x * POINTS_PER_MM - more, self._up(box.y) + more
        self.paper.path(rectangle(left, top, edge, edge + depth, _ROUND * POINTS_PER_MM), WHITE)

    def _digits_below(self, box: CodeBox, digits: str, ground: Colour) -> list[Fitted]:
        """Return the lines of digits below a code: one, if it is no wider than the white around the code."""
        size, quiet = box.size * POINTS_PER_MM, box.quiet * POINTS_PER_MM
        whole = self._digits(digits, box.digit_size)
        beyond = quiet if ground != WHITE and box.align is not Align.CENTRE else 2 * quiet
        if whole.block_width <= size + beyond:
            return [whole]
        return [self._digits(half, box.digit_size) for half in _halves(digits)]

    def _digits(self, text: str, size: float) -> Fitted:
        return self.kit.digits(text, Weight.REGULAR, size)

    def _line(self, fitted: Fitted, x: float, baseline: float, colour: Colour) -> None:
        self.kit.draw(self.paper, fitted, x, baseline + fitted.baselines[0], Align.LEFT, colour)

    def _programme(self, box: Programme, badge: BadgeData, ground: Colour, told: BadgeData) -> None:
        day = lay_out(self.kit, box, badge.programme)
        x, top = box.x * POINTS_PER_MM, self._up(box.y)
        ink, muted = (paint.text_colour(name, badge, ground) for name in ("auto", "muted"))
        for row in day.rows:
            for text, left, below, colour in (
                (row.time, 0.0, row.top, ink),
                (row.title, day.left, row.top, ink),
                (row.place, day.left, row.place_top, muted),
            ):
                if text is not None:
                    self.kit.draw(self.paper, text, x + left, top - below, Align.LEFT, colour)
        for below in day.lines:
            self.paper.box(x, top - below + 0.25, box.width * POINTS_PER_MM, 0.5, paint.LINE)
        self._remark_day(box, day, badge, told)

    def _remark(self, badge: BadgeData, placed: Placed) -> None:
        box, fitted = placed.box, placed.fitted
        abbreviated = fitted.original != placed.original
        overflow = fitted.cut or abbreviated or fitted.size < min(box.min_size, box.max_size)
        shrunk = fitted.size < box.max_size * box.comfortable
        if not (overflow or shrunk or fitted.missing):
            return
        remark = Remark(
            person=badge.person,
            name=badge.name,
            field=box.field,
            text=placed.original,
            size=fitted.size,
            clusters=fitted.missing,
            shown=fitted.text,
            cut=fitted.cut,
            abbreviated=abbreviated,
        )
        if overflow:
            self.remarks.overflow.append(remark)
        elif shrunk:
            self.remarks.shrunk.append(remark)
        if fitted.missing:
            self.remarks.missing.append(remark)

    def _remark_day(self, box: Programme, day: Day, badge: BadgeData, told: BadgeData) -> None:
        texts = [text for row in day.rows for text in (row.title, row.place) if text is not None]
        found = " · ".join(badge.texts(Field.PROGRAMME))
        clusters = tuple(dict.fromkeys(sign for text in texts for sign in text.missing))
        shown = " · ".join(row.title.text for row in day.rows if row.title is not None)
        cut = day.left_out > 0 or any(text.cut for text in texts)
        remark = Remark(told.person, told.name, Field.PROGRAMME, found, day.size, clusters, shown, cut)
        if cut or day.size < box.min_size:
            self.remarks.overflow.append(remark)
        if clusters:
            self.remarks.missing.append(remark)

    def _up(self, millimetres: float) -> float:
        """Return the height above the lower edge, in points, of what lies so far below the upper edge."""
        return self._height - millimetres * POINTS_PER_MM


def _halves(digits: str) -> tuple[str, ...]:
    """Return eight digits for each of two lines."""
    groups = digits.split()
    middle = (len(groups) + 1) // 2
    return tuple(" ".join(part) for part in (groups[:middle], groups[middle:]) if part)
