"""What could be read on a badge, as a short text: two badges that look the same to their owner have the same."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from eventdesk.badges.badge import BadgeData, Field
from eventdesk.badges.design.template import (
    Box,
    CodeBox,
    Condition,
    Panel,
    Picture,
    Programme,
    Rule,
    Stack,
    Template,
    TextBox,
)
from eventdesk.badges.painting import paint, texts

_SIZE = 8
_BETWEEN = "\x1f"
_LINES = "\x1e"
_NOT_READ = frozenset({Field.BOX, Field.TEXT})
"""Where a badge lay before it was handed out is nothing that its owner would miss."""
_Reads = Callable[[BadgeData], str]


def digest(badge: BadgeData, template: Template) -> str:
    """Return what stands for all that is printed of a person with this template, and for the template's name."""
    return _digest(badge, template.name, _readers(template))


def digests(badges: Iterable[BadgeData], template: Template) -> dict[int, str]:
    """Return the same for many, by person."""
    readers = _readers(template)
    return {badge.person: _digest(badge, template.name, readers) for badge in badges}


def _digest(badge: BadgeData, template: str, readers: Sequence[_Reads]) -> str:
    shown = _BETWEEN.join([template, badge.language, *(read(badge) for read in readers)])
    return hashlib.blake2b(shown.encode(), digest_size=_SIZE).hexdigest()


def _readers(template: Template) -> tuple[_Reads, ...]:
    """Return what reads the parts of a badge that this template shows, each once."""
    found: dict[str, _Reads] = {}
    for side in template.sides:
        for box in template.side(side):
            found.update(_of_box(box))
    return tuple(found[name] for name in sorted(found))


def _of_box(box: Box) -> Iterator[tuple[str, _Reads]]:
    yield from _of_conditions(box.show_if)
    match box:
        case Stack():
            for text in box.texts:
                yield from _of_text(text)
        case Panel():
            yield from _of_colour(box.colour)
            if box.text is not None:
                yield from _of_text(box.text)
        case CodeBox():
            yield Field.CODE.value, _texts(Field.CODE)
        case Programme():
            yield "day", _day
        case Rule():
            yield from _of_colour(box.colour)
        case Picture():
            pass  # the same for everybody
        case _:
            assert_never(box)


def _of_text(box: TextBox) -> Iterator[tuple[str, _Reads]]:
    yield from _of_conditions(box.show_if)
    yield from _of_colour(box.colour)
    yield from ((field.value, _texts(field)) for field in texts.fields(box) if field not in _NOT_READ)


def _of_conditions(conditions: Sequence[Condition]) -> Iterator[tuple[str, _Reads]]:
    for condition in conditions:
        if condition.subject == texts.WHERE:
            yield texts.WHERE, _where
        elif condition.subject != Field.BOX:
            yield f"if {condition}", _holds(condition)


def _of_colour(colour: str) -> Iterator[tuple[str, _Reads]]:
    if colour == paint.ROLE:
        yield "role's colour", _role_colour
    elif colour == paint.SECTOR:
        yield "sector's colour", _sector_colour
    elif colour == paint.ACCENT:
        yield "accent", _accent


def _texts(field: Field) -> _Reads:
    return lambda badge: _LINES.join(badge.texts(field))


def _holds(condition: Condition) -> _Reads:
    return lambda badge: str(texts.holds((condition,), badge))


def _where(badge: BadgeData) -> str:
    return str(bool(badge.where))


def _day(badge: BadgeData) -> str:
    return _LINES.join(f"{each.time}{_LINES}{each.title}{_LINES}{each.place}" for each in badge.programme)


def _role_colour(badge: BadgeData) -> str:
    return badge.colour


def _sector_colour(badge: BadgeData) -> str:
    return badge.sector_colour


def _accent(badge: BadgeData) -> str:
    return badge.accent
