"""Puts the texts of a badge into the stacks of a template: sizes and places, in points; y grows upwards."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design.template import Stack, TextBox, Vertical
from eventdesk.badges.painting import texts
from eventdesk.badges.painting.shorten import shorter
from eventdesk.drawing.fitting import Fitted, Room
from eventdesk.drawing.kit import Kit

CAPITALS = 0.727
"""Height of a capital of Inter, per font size."""

_CLEARANCE = 0.08
"""Least white between two texts, per font size of the larger one."""

_NOMINAL_DEPTH = 0.25
_PRECISION = 0.03


class Placed(NamedTuple):
    """A fitted text and the upper left corner of its block. `original` is what should stand there."""

    box: TextBox
    fitted: Fitted
    original: str
    x: float
    y: float


class _Piece(NamedTuple):
    box: TextBox
    room: Room
    text: str
    original: str


def arrange(kit: Kit, stack: Stack, badge: BadgeData, x: float, top: float) -> list[Placed]:
    """Return the texts of one stack, each as large as it may be; all smaller by one factor if they need more room.

    (x, top) is the upper left corner for the texts. After that factor nothing overlaps. What does not fit at its least
    size is abbreviated, if it has a shorter form. What cannot be shown at all takes no room.
    """
    pieces = [
        _Piece(box, room, text, text)
        for box, room in zip(stack.texts, stack.rooms, strict=True)
        for text in texts.shown(box, badge)
    ]
    fitted = _fit(kit, pieces, 1.0)
    nothing = [(piece, text) for piece, text in zip(pieces, fitted, strict=True) if not text.text]
    if nothing:
        pieces = [piece for piece, text in zip(pieces, fitted, strict=True) if text.text]
        fitted = [text for text in fitted if text.text]
    for at, text in enumerate(fitted):
        if text.size < pieces[at].box.min_size or text.cut:
            pieces[at], fitted[at] = _abbreviated(kit, pieces[at], text, badge)
    drops = _first_baselines(pieces, fitted)
    if _foot(drops, fitted) > stack.upright[1]:
        pieces, fitted = _together(kit, stack, pieces, badge)
        drops = _first_baselines(pieces, fitted)
    placed = _place(stack, pieces, fitted, drops, x, top)
    return [*placed, *[Placed(piece.box, text, piece.original, x, top) for piece, text in nothing]]


def _abbreviated(kit: Kit, piece: _Piece, whole: Fitted, badge: BadgeData) -> tuple[_Piece, Fitted]:
    """Return a text that is too long for its line in the longest form that fits, else in the one that fits best."""
    best, shown = piece, whole
    for form in shorter(piece.box.field, piece.text, badge):
        attempt = kit.fit(form, piece.box.weight, piece.room)
        if (not attempt.cut, attempt.size) > (not shown.cut, shown.size) or (attempt.cut and shown.cut):
            best, shown = piece._replace(text=form), attempt
        if attempt.size >= piece.box.min_size and not attempt.cut:
            break
    return best, shown


def _together(kit: Kit, stack: Stack, pieces: list[_Piece], badge: BadgeData) -> tuple[list[_Piece], list[Fitted]]:
    """Return the texts made smaller together, abbreviated where they would be smaller than their boxes allow."""
    best = pieces
    shown = _largest(kit, stack, pieces)
    legible = _legibility(pieces, shown)
    if legible >= 1:
        return pieces, shown
    for attempt in _abbreviations(pieces, badge):
        fitted = _largest(kit, stack, attempt)
        better = _legibility(attempt, fitted)
        if better > legible:
            best, shown, legible = attempt, fitted, better
        if legible >= 1:
            break
    return best, shown


def _abbreviations(pieces: Sequence[_Piece], badge: BadgeData) -> Iterator[list[_Piece]]:
    """Yield the texts ever shorter, from the last one on, because names come first and matter most."""
    changed = list(pieces)
    for at in range(len(changed) - 1, -1, -1):
        for form in shorter(changed[at].box.field, changed[at].text, badge):
            changed[at] = changed[at]._replace(text=form)
            yield list(changed)


def _legibility(pieces: Sequence[_Piece], fitted: Sequence[Fitted]) -> float:
    """Return the smallest text's size per the least that its box allows, 1 and more if none is too small."""
    return min(
        (text.size / min(piece.box.min_size, piece.box.max_size) for piece, text in zip(pieces, fitted, strict=True)),
        default=1.0,
    )


def _largest(kit: Kit, stack: Stack, pieces: Sequence[_Piece]) -> list[Fitted]:
    """Return the texts made smaller by one factor, the largest that fits but for a few percent.

    Found by halving: a smaller text may need fewer lines, so that heights do not simply follow the factor. If so many
    texts do not fit at a readable size either, all of them are shown smaller than that.
    """
    height = stack.upright[1]
    low, high = 0.0, 1.0
    whole = _fit(kit, pieces, 1.0)
    taken = _taken(pieces, whole)
    if taken <= height:
        return whole
    factor = height / taken
    best: list[Fitted] = []
    while not best or high - low > _PRECISION:
        if high < _PRECISION and any(piece.room.floor for piece in pieces):
            return _largest(kit, stack, [piece._replace(room=piece.room._replace(floor=0.0)) for piece in pieces])
        fitted = _fit(kit, pieces, factor)
        if _taken(pieces, fitted) <= height:
            low, best = factor, fitted
        else:
            high = factor
        factor = (low + high) / 2
    return best


def _fit(kit: Kit, pieces: Sequence[_Piece], factor: float) -> list[Fitted]:
    if factor == 1.0:
        return [kit.fit(piece.text, piece.box.weight, piece.room) for piece in pieces]
    return [kit.fit(piece.text, piece.box.weight, _smaller(piece.room, factor)) for piece in pieces]


def _smaller(room: Room, factor: float) -> Room:
    return room._replace(max_size=max(room.max_size * factor, min(room.floor, room.max_size)))


def _first_baselines(pieces: Sequence[_Piece], fitted: Sequence[Fitted]) -> list[float]:
    """Return how far below the top of the stack each text has its first baseline."""
    drops: list[float] = []
    above: Fitted | None = None
    for piece, text in zip(pieces, fitted, strict=True):
        if above is None:
            drops.append(text.baselines[0])
        else:
            bottom = drops[-1] + above.baselines[-1] - above.baselines[0]
            apart = above.depth + text.rise + _CLEARANCE * max(above.size, text.size)
            drops.append(bottom + max(piece.box.lead * text.size, apart))
        above = text
    return drops


def _taken(pieces: Sequence[_Piece], fitted: Sequence[Fitted]) -> float:
    """Return the height that the texts take."""
    return _foot(_first_baselines(pieces, fitted), fitted)


def _foot(drops: Sequence[float], fitted: Sequence[Fitted]) -> float:
    """Return how far below the top of the stack the last text ends."""
    if not fitted:
        return 0.0
    last = fitted[-1]
    return drops[-1] + last.baselines[-1] - last.baselines[0] + max(last.depth, _NOMINAL_DEPTH * last.size)


def _place(
    stack: Stack, pieces: Sequence[_Piece], fitted: Sequence[Fitted], drops: Sequence[float], x: float, top: float
) -> list[Placed]:
    if fitted and stack.vertical is not Vertical.TOP:
        spare = stack.upright[1] - _foot(drops, fitted)
        top -= spare if stack.vertical is Vertical.BOTTOM else _centred(stack.upright[1], fitted, drops, spare)
    return [
        Placed(piece.box, text, piece.original, x, top - drop + text.baselines[0])
        for piece, text, drop in zip(pieces, fitted, drops, strict=True)
    ]


def _centred(height: float, fitted: Sequence[Fitted], drops: Sequence[float], spare: float) -> float:
    """Return how far to move down so that capitals and last baseline leave the same white above and below."""
    first, last = fitted[0], fitted[-1]
    above = drops[0] - CAPITALS * first.size
    below = height - (drops[-1] + last.baselines[-1] - last.baselines[0])
    return min(max((below - above) / 2, 0.0), spare)
