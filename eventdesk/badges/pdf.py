"""Writes badges as a PDF, one per page: any number of them, in memory that hardly grows with it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.badges.badge import BadgeData, BadgeReport, Field, Remark, Remarks
from eventdesk.badges.layout import Placed, arrange
from eventdesk.badges.qr import DIGITS, QrTable
from eventdesk.badges.template import A6, POINTS_PER_MM, READABLE, Template, TextBox, Tint
from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.files import replacing

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper

_READABLE = 4.5
"""Least contrast of text on the band (WCAG 2.1, 1.4.3)."""

_CAPITALS = 0.727
"""Height of a capital of Inter, per font size."""


def badge_pdf(
    badges: Iterable[BadgeData],
    out: BinaryIO | Path,
    kit: Kit,
    *,
    template: Template = A6,
    about: About | None = None,
    progress: Callable[[int], None] | None = None,
) -> BadgeReport:
    """Write one page for each badge and return what should be looked at. The same badges give the same bytes.

    A path is written whole or not at all. `progress` is told the number of badges after each one; what it raises
    cancels the work. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    from eventdesk.drawing.paper import Paper

    size = template.width * POINTS_PER_MM, template.height * POINTS_PER_MM
    with _target(out) as file:
        paper = Paper(file, size, about or About())
        press = _Press(paper, kit, template)
        done = 0
        for badge in badges:
            press.badge(badge)
            done += 1
            if progress is not None:
                progress(done)
        paper.save()
    remarks = press.remarks
    return BadgeReport(
        badges=done,
        pages=done,
        shrunk=tuple(remarks.shrunk),
        overflow=tuple(remarks.overflow),
        missing_glyphs=tuple(remarks.missing),
    )


@contextmanager
def _target(out: BinaryIO | Path) -> Iterator[BinaryIO]:
    if isinstance(out, Path):
        with replacing(out) as making, making.open("wb") as file:
            yield file
    else:
        yield out


@cache
def qr_table() -> QrTable:
    """Return the table of QR patterns, the same for every badge there is."""
    return QrTable()


def warm(kit: Kit) -> None:
    """Load and build what the first badge would have to, while nobody waits."""
    kit.warm()
    qr_table().path("0" * DIGITS, 0, 0, 1)


class _Press:
    """Draws badge after badge onto one paper; what many of them share is drawn once and placed on each."""

    def __init__(self, paper: "Paper", kit: Kit, template: Template) -> None:
        self.paper = paper
        self.kit = kit
        self.template = template
        self.remarks = Remarks()
        self._forms: dict[tuple[str, ...], str] = {}

    def badge(self, badge: BadgeData) -> None:
        """Draw one badge on a page of its own."""
        self.paper.place(self._shared(badge))
        self.paper.place(self._band(badge))
        for stack in self.template.stacks:
            for placed in arrange(self.kit, stack, badge, self.template.height):
                self._draw(placed)
                self._remark(badge, placed.box, placed.fitted)
        if badge.code:
            self._code(badge.code)
        self.paper.showPage()

    def _shared(self, badge: BadgeData) -> str:
        """Return the name of the form with what all badges of the event share."""
        key = ("event", badge.event_title, badge.event_line)
        if key not in self._forms:
            everyone = BadgeData(0, event_title=badge.event_title, event_line=badge.event_line)
            with self._form(key):
                for stack in self.template.shared:
                    for placed in arrange(self.kit, stack, everyone, self.template.height):
                        self._draw(placed)
                        self._remark(everyone, placed.box, placed.fitted)
        return self._forms[key]

    def _band(self, badge: BadgeData) -> str:
        """Return the name of the form with the band of a role."""
        key = ("role", badge.role, badge.colour)
        if key not in self._forms:
            with self._form(key):
                self._draw_band(badge)
        return self._forms[key]

    @contextmanager
    def _form(self, key: tuple[str, ...]) -> Iterator[None]:
        name = f"art{len(self._forms) + 1}"
        with self.paper.form(name):
            yield
        self._forms[key] = name

    def _draw_band(self, badge: BadgeData) -> None:
        band, box = self.template.band, self.template.band.box
        colour = Colour.parse(badge.colour)
        top, height = self._up(band.y), band.height * POINTS_PER_MM
        self.paper.box(0, top, self.template.width * POINTS_PER_MM, height, colour)
        room = Room(
            band.width * POINTS_PER_MM, height, box.max_size, box.min_size, box.lines, box.leading, floor=READABLE
        )
        for text in badge.texts(box.field):
            fitted = self.kit.fit(text, box.weight, room)
            baseline = top - height / 2 - _CAPITALS * fitted.size / 2
            self.kit.draw(
                self.paper,
                fitted,
                band.x * POINTS_PER_MM,
                min(baseline + fitted.baselines[0], top),
                colour=WHITE if colour.contrast(WHITE) >= _READABLE else INK,
            )
            self._remark(BadgeData(0), box, fitted)

    def _code(self, code: str) -> None:
        where = self.template.code
        x, size = where.x * POINTS_PER_MM, where.size * POINTS_PER_MM
        self.paper.path(qr_table().path(code, x, self._up(where.y), size), INK)
        grouped = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
        room = Room(2 * size, size, where.digits, where.digits)
        fitted = self.kit.fit(grouped, Weight.REGULAR, room, tabular=True)
        self.kit.draw(
            self.paper,
            fitted,
            x - size,
            self._up(where.baseline) + fitted.baselines[0],
            Align.RIGHT,
            MUTED,
        )

    def _draw(self, placed: Placed) -> None:
        colour = MUTED if placed.box.tint is Tint.MUTED else INK
        self.kit.draw(self.paper, placed.fitted, placed.x, placed.y, colour=colour)

    def _remark(self, badge: BadgeData, box: TextBox, fitted: Fitted) -> None:
        if fitted.cut or fitted.size < box.min_size:
            self.remarks.overflow.append(_remark(badge, box.field, fitted))
        elif fitted.size < box.max_size * box.comfortable:
            self.remarks.shrunk.append(_remark(badge, box.field, fitted))
        if fitted.missing:
            self.remarks.missing.append(_remark(badge, box.field, fitted))

    def _up(self, millimetres: float) -> float:
        """Return the height above the lower edge, in points, of what lies so far below the upper edge."""
        return (self.template.height - millimetres) * POINTS_PER_MM


def _remark(badge: BadgeData, field: Field, fitted: Fitted) -> Remark:
    return Remark(
        person=badge.person,
        name=badge.name,
        field=field,
        text=fitted.original,
        size=fitted.size,
        clusters=fitted.missing,
        shown=fitted.text,
        cut=fitted.cut,
    )
