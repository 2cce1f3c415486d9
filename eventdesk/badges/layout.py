"""Puts the texts of a badge into the stacks of a template: sizes and places, in points from the lower left corner."""

from collections.abc import Sequence
from dataclasses import dataclass

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.template import POINTS_PER_MM, Stack, TextBox
from eventdesk.drawing.fitting import Fitted, Room
from eventdesk.drawing.kit import Kit

_CLEARANCE = 0.08
"""Least white between two texts, per font size of the larger one."""

_NOMINAL_DEPTH = 0.25
_PRECISION = 0.03


@dataclass(frozen=True, slots=True)
class Placed:
    """A fitted text and the upper left corner of its block, in points; y grows upwards."""

    box: TextBox
    fitted: Fitted
    x: float
    y: float


def arrange(kit: Kit, stack: Stack, badge: BadgeData, page_height: float) -> list[Placed]:
    """Return the texts of one stack, each as large as it may be; all smaller by one factor if they need more room.

    `page_height` in millimetres. After that factor nothing overlaps. What cannot be shown at all takes no room.
    """
    texts = [
        (box, room, text) for box, room in zip(stack.boxes, stack.rooms, strict=True) for text in badge.texts(box.field)
    ]
    fitted = _fit(kit, texts, 1.0)
    nothing = [(box, text) for box, text in fitted if not text.text]
    if nothing:
        texts = [each for each, (_box, text) in zip(texts, fitted, strict=True) if text.text]
        fitted = [(box, text) for box, text in fitted if text.text]
    if _taken(stack, fitted) > stack.height * POINTS_PER_MM:
        fitted = _largest(kit, stack, texts)
    placed = _place(stack, fitted, page_height * POINTS_PER_MM)
    return [*placed, *(Placed(box, text, stack.x * POINTS_PER_MM, 0.0) for box, text in nothing)]


def _largest(kit: Kit, stack: Stack, texts: Sequence[tuple[TextBox, Room, str]]) -> list[tuple[TextBox, Fitted]]:
    """Return the texts made smaller by one factor, the largest that fits but for a few percent.

    Found by halving: a smaller text may need fewer lines, so that heights do not simply follow the factor. If so many
    texts do not fit at a readable size either, all of them are shown smaller than that.
    """
    height = stack.height * POINTS_PER_MM
    low, high = 0.0, 1.0
    factor = height / _taken(stack, _fit(kit, texts, 1.0))
    best: list[tuple[TextBox, Fitted]] = []
    while not best or high - low > _PRECISION:
        if high < _PRECISION and any(room.floor for _box, room, _text in texts):
            return _largest(kit, stack, [(box, room._replace(floor=0.0), text) for box, room, text in texts])
        fitted = _fit(kit, texts, factor)
        if _taken(stack, fitted) <= height:
            low, best = factor, fitted
        else:
            high = factor
        factor = (low + high) / 2
    return best


def _fit(kit: Kit, texts: Sequence[tuple[TextBox, Room, str]], factor: float) -> list[tuple[TextBox, Fitted]]:
    if factor == 1.0:
        return [(box, kit.fit(text, box.weight, room)) for box, room, text in texts]
    return [(box, kit.fit(text, box.weight, _smaller(room, factor))) for box, room, text in texts]


def _smaller(room: Room, factor: float) -> Room:
    return room._replace(max_size=max(room.max_size * factor, min(room.floor, room.max_size)))


def _first_baselines(fitted: Sequence[tuple[TextBox, Fitted]]) -> list[float]:
    """Return how far below the top of the stack each text has its first baseline."""
    drops: list[float] = []
    above: Fitted | None = None
    for box, text in fitted:
        if above is None:
            drops.append(text.baselines[0])
        else:
            bottom = drops[-1] + above.baselines[-1] - above.baselines[0]
            apart = above.depth + text.rise + _CLEARANCE * max(above.size, text.size)
            drops.append(bottom + max(box.lead * text.size, apart))
        above = text
    return drops


def _taken(stack: Stack, fitted: Sequence[tuple[TextBox, Fitted]]) -> float:
    """Return the height that the texts take, in points; ink below the foot counts only in a stack that hangs."""
    if not fitted:
        return 0.0
    last = fitted[-1][1]
    foot = _first_baselines(fitted)[-1] + last.baselines[-1] - last.baselines[0]
    return foot + max(last.depth, _NOMINAL_DEPTH * last.size) if stack.hangs else foot


def _place(stack: Stack, fitted: Sequence[tuple[TextBox, Fitted]], page_height: float) -> list[Placed]:
    top = page_height - stack.y * POINTS_PER_MM
    if not stack.hangs:
        top -= stack.height * POINTS_PER_MM - _taken(stack, fitted)
    return [
        Placed(box, text, stack.x * POINTS_PER_MM, top - drop + text.baselines[0])
        for (box, text), drop in zip(fitted, _first_baselines(fitted), strict=True)
    ]
