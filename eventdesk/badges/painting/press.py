"""Draws badges onto the pages of one document, anywhere and in any quarter turn; what many share is written once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eventdesk.badges.badge import BadgeData, Field, Remarks
from eventdesk.badges.design.template import (
    POINTS_PER_MM,
    Box,
    CodeBox,
    Condition,
    Panel,
    Programme,
    Rule,
    Side,
    Template,
)
from eventdesk.badges.design.template_check import contains, extent, texts_of
from eventdesk.badges.painting import paint, texts
from eventdesk.badges.painting.painter import Painter
from eventdesk.drawing.colour import WHITE, Colour
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.shapes import turned

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper
    from eventdesk.drawing.picture import Picture as PictureData

_OF_THE_EVENT = frozenset({Field.EVENT_TITLE, Field.EVENT_LINE})
_OF_THE_ROLE = frozenset({Field.ROLE, Field.SECTOR})
_MOST_FORMS = 400
"""Roles that are all different are drawn badge by badge rather than kept."""


@dataclass(frozen=True)
class _Layer:
    """Boxes that are drawn together, each with the panels that it stands on, lowest first.

    `shared`: by whom, "event" or "role"; "" if they are each person's own.
    """

    shared: str
    boxes: tuple[tuple[Box, tuple[Panel, ...]], ...]
    conditions: tuple[tuple[Condition, ...], ...]


class Press:
    """Draws badges of one template. Make one for each document; `remarks` fills up as badges are drawn."""

    def __init__(
        self, paper: "Paper", kit: Kit, template: Template, pictures: "Mapping[str, PictureData] | None" = None
    ) -> None:
        """Take the pictures of the event by name; what the template wants and is not there is left out."""
        self.paper = paper
        self.template = template
        self.size = template.width * POINTS_PER_MM, template.height * POINTS_PER_MM
        self._painter = Painter(paper, kit, template.height, pictures or {})
        self._layers = {side: tuple(_layers(template.side(side))) for side in Side}
        self._forms: dict[tuple[object, ...], str] = {}

    @property
    def remarks(self) -> Remarks:
        """What should be looked at, so far."""
        return self._painter.remarks

    def draw(self, badge: BadgeData, side: Side, x_mm: float, y_mm: float, turn: int = 0) -> None:
        """Draw one side of a badge, turned clockwise by 0, 90, 180 or 270 degrees.

        (x_mm, y_mm) is the upper left corner of the area that it then takes up, from the upper left of the page.
        """
        x, top = x_mm * POINTS_PER_MM, self.paper.size[1] - y_mm * POINTS_PER_MM
        if (turn, x) == (0, 0.0) and abs(top - self.size[1]) < 1e-6:
            self._side(badge, side)
            return
        with self.paper.moved(turned(turn, x, top, *self.size)):
            self._side(badge, side)

    def _side(self, badge: BadgeData, side: Side) -> None:
        for number, layer in enumerate(self._layers[side]):
            if layer.shared:
                self._place(badge, (side, number), layer)
            else:
                self._paint(badge, layer, badge)

    def _place(self, badge: BadgeData, key: tuple[object, ...], layer: _Layer) -> None:
        shown = tuple([texts.holds(each, badge) for each in layer.conditions])
        key = (*key, _event(badge) if layer.shared == "event" else _role(badge), shown)
        name = self._forms.get(key)
        if name is None:
            if len(self._forms) >= _MOST_FORMS:
                self._paint(badge, layer, BadgeData(0))
                return
            name = f"art{len(self._forms) + 1}"
            with self.paper.form(name, self.size):
                self._paint(badge, layer, BadgeData(0))
            self._forms[key] = name
        self.paper.place(name)

    def _paint(self, badge: BadgeData, layer: _Layer, told: BadgeData) -> None:
        for box, panels in layer.boxes:
            if not box.show_if or texts.holds(box.show_if, badge):
                self._painter.paint(box, badge, _ground(panels, badge), told)


def _ground(panels: tuple[Panel, ...], badge: BadgeData) -> Colour:
    for panel in reversed(panels):
        if not panel.show_if or texts.holds(panel.show_if, badge):
            return paint.fill(panel.colour, badge)
    return WHITE


def _layers(boxes: tuple[Box, ...]) -> Iterator[_Layer]:
    """Yield the boxes of a side, neighbours with the same sharing as one layer, so that the order stays."""
    run: list[tuple[Box, tuple[Panel, ...]]] = []
    before = ""
    for number, box in enumerate(boxes):
        below = tuple(
            each for each in boxes[:number] if isinstance(each, Panel) and contains(extent(each), extent(box))
        )
        shared = _shared(box, below)
        if run and shared != before:
            yield _layer(before, run)
            run = []
        run.append((box, below))
        before = shared
    if run:
        yield _layer(before, run)


def _layer(shared: str, run: list[tuple[Box, tuple[Panel, ...]]]) -> _Layer:
    conditions = [each.show_if for box, panels in run for each in (box, *panels, *texts_of(box)) if each.show_if]
    return _Layer(shared, tuple(run), tuple(dict.fromkeys(conditions)))


def _shared(box: Box, below: tuple[Panel, ...]) -> str:
    """Say who has a box in common: everybody at the event, everybody with a role, or nobody."""
    if isinstance(box, CodeBox | Programme):
        return ""
    fields = {field for text in texts_of(box) for field in texts.fields(text)}
    if not fields <= _OF_THE_EVENT | _OF_THE_ROLE:
        return ""
    colours = {panel.colour for panel in below} | {text.colour for text in texts_of(box)}
    if isinstance(box, Panel | Rule):
        colours.add(box.colour)
    return "role" if colours & paint.OF_THE_ROLE or fields & _OF_THE_ROLE else "event"


def _event(badge: BadgeData) -> tuple[object, ...]:
    return badge.event_title, badge.event_line, badge.accent, badge.language


def _role(badge: BadgeData) -> tuple[object, ...]:
    return (*_event(badge), badge.role, badge.colour, badge.sector, badge.sector_colour)
