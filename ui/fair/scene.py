"""The scene of one hall, in millimetres: the ground, and an item for each booth."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QGraphicsScene

from eventdesk.fair.booth import Booth
from eventdesk.fair.floor import geometry
from ui.fair.booth_item import LEAST_SIGNS, BoothItem, Letters
from ui.fair.crowd_item import CrowdItem
from ui.fair.faces import Face
from ui.fair.ground_item import AROUND_MM, Ground, GroundItem
from ui.look import Look

FEW = 200
"""So many booths are drawn one by one at every size."""

QUARTER = 90
MOST_FOR_WORDS = 0.25
"""The share of the width that words beside the hall may take."""


class FloorScene(QGraphicsScene):
    """Only what has changed is drawn anew."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._letters = look, Letters(look)
        self._ground: Ground | None = None
        self._small = 0.0
        self._ground_item: GroundItem | None = None
        self.items_of: dict[int, BoothItem] = {}
        self.booths: dict[int, Booth] = {}
        self._crowd = CrowdItem(look)
        self._crowd.setVisible(False)
        self.addItem(self._crowd)

    @property
    def walls(self) -> QRectF:
        """The upright rectangle around the walls."""
        return self._ground_item.room if self._ground_item is not None else QRectF(0, 0, 1000, 1000)

    def around(self, wide: int) -> tuple[float, float, float, float]:
        """Return how many dots of the screen words beside doors take: left, above, right, below of the walls.

        In a picture that is not very `wide` those at the left and right are written along the wall from now on.
        """
        if self._ground_item is None:
            return 0, 0, 0, 0
        left, _, right, _ = self._ground_item.room_for_words()
        turned = left + right > MOST_FOR_WORDS * wide
        self._ground_item.turn_words(turned=turned)
        return self._ground_item.room_for_words(turned=turned)

    @property
    def ground(self) -> Ground | None:
        """The hall that is shown."""
        return self._ground

    def show_hall(self, ground: Ground | None, booths: Sequence[Booth], faces: Mapping[int, Face]) -> None:
        """Show a hall; booths that are there already stay as they are as far as they do not differ."""
        self._show_ground(ground)
        wanted = {booth.id: booth for booth in booths}
        for gone in [each for each in self.items_of if each not in wanted]:
            self.removeItem(self.items_of.pop(gone))
        for number, booth in wanted.items():
            item, before = self.items_of.get(number), self.booths.get(number)
            if item is None:
                item = BoothItem(self._look, self._letters, outline_of(booth), faces[number], upright=_upright(booth))
                self.items_of[number] = item
                self.addItem(item)
                continue
            if before is not None and _place(before) != _place(booth):
                item.move_outline(outline_of(booth), upright=_upright(booth))
            item.show_face(faces[number])
        self.booths = wanted
        self._small = min((min(each.width_mm, each.depth_mm * 1.3) for each in booths), default=0)
        self._fill_crowd()

    def look_from(self, scale: float) -> None:
        """Know how many dots of the screen a millimetre has: small booths are drawn all at once."""
        crowded = len(self.items_of) > FEW and self._small * scale < LEAST_SIGNS[0]
        if crowded != self._crowd.isVisible():
            self._crowd.setVisible(crowded)
            self._fill_crowd()
            for item in self.items_of.values():
                item.setVisible(not crowded)

    def _fill_crowd(self) -> None:
        if self._crowd.isVisible():
            self._crowd.show_items(self.items_of, self.walls.adjusted(-AROUND_MM, -AROUND_MM, AROUND_MM, AROUND_MM))
            for item in self.items_of.values():
                item.setVisible(False)

    def booth_at(self, place: QPointF) -> int | None:
        """Return the booth at a place."""
        for number, item in self.items_of.items():
            if item.room.contains(place) and item.outline.containsPoint(place, Qt.FillRule.OddEvenFill):
                return number
        return None

    def _show_ground(self, ground: Ground | None) -> None:
        if ground == self._ground:
            return
        if self._ground_item is not None:
            self.removeItem(self._ground_item)
            self._ground_item = None
        self._ground = ground
        if ground is not None:
            self._ground_item = GroundItem(self._look, ground)
            self.addItem(self._ground_item)
            room = self._ground_item.room
            far = max(AROUND_MM, room.width() * 0.35, room.height() * 0.35)
            self.setSceneRect(room.adjusted(-far, -far, far, far))


def outline_of(booth: Booth) -> QPolygonF:
    """Return the corners of a booth, in millimetres."""
    if _upright(booth):
        wide, deep = geometry.extent(booth.width_mm, booth.depth_mm, booth.rotation)
        return QPolygonF(QRectF(booth.x_mm, booth.y_mm, wide, deep))
    return QPolygonF([QPointF(x, y) for x, y in geometry.corners(booth)])


def _upright(booth: Booth) -> bool:
    return booth.rotation % QUARTER == 0


def _place(booth: Booth) -> tuple[int, ...]:
    return booth.x_mm, booth.y_mm, booth.width_mm, booth.depth_mm, booth.rotation
