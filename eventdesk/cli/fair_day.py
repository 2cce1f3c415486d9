"""What happened on the day of the fair, as the command line is told: booths fall away, exhibitors too, others come."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import typer

from eventdesk.fair import actions
from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.day import Case, What
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair

_HIGHEST_PRIORITY = 1000
_Thing = TypeVar("_Thing", Booth, Exhibitor)


@dataclass(frozen=True, slots=True)
class Day:
    """What was typed: numbers of booths, ids of exhibitors, walk-ins, and "E12=C" for late wishes."""

    blocked: Sequence[str]
    no_power: Sequence[str]
    no_show: Sequence[str]
    walk_in: Sequence[str]
    wish: Sequence[str]


def cases(fair: Fair, day: Day) -> list[Case]:
    """Return what was typed as what happens. Raises `typer.BadParameter` for what nobody knows."""
    typed = [
        *(Case(What.BLOCKED, booth=each) for each in _found(day.blocked, fair.booths, "--blocked")),
        *(Case(What.NO_POWER, booth=each) for each in _found(day.no_power, fair.booths, "--no-power")),
        *(Case(What.NO_SHOW, exhibitor=each) for each in _found(day.no_show, fair.exhibitors, "--no-show")),
        *(_wish(fair, text) for text in day.wish),
    ]
    refs = [each.ref for each in fair.exhibitors]
    for number, text in enumerate(day.walk_in, 1):
        refs.append(actions.next_ref(refs))
        typed.append(Case(What.WALK_IN, newcomer=_walk_in(fair, text, refs[-1], -number)))
    return typed


def _found(typed: Iterable[str], things: Sequence[_Thing], option: str) -> tuple[int, ...]:
    known = {thing.ref.casefold(): thing.id for thing in things}
    found = []
    for ref in (part.strip() for text in typed for part in text.split(",") if part.strip()):
        if ref.casefold() not in known:
            raise typer.BadParameter(ref, param_hint=option)
        found.append(known[ref.casefold()])
    return tuple(found)


def _wish(fair: Fair, text: str) -> Case:
    who, _, island = (part.strip() for part in text.partition("="))
    islands = {name.casefold(): name for name in fair.islands}
    if island.casefold() not in islands:
        raise typer.BadParameter(f"{text} ({', '.join(fair.islands)})", param_hint="--wish")
    found = _found([who], fair.exhibitors, "--wish")
    if len(found) != 1:
        raise typer.BadParameter(text, param_hint="--wish")
    return Case(What.LATE_WISH, exhibitor=found[0], island=islands[island.casefold()])


def _walk_in(fair: Fair, text: str, ref: str, number: int) -> Exhibitor:
    """Read "Café Grenzenlos;power=1;wall=yes", with the columns of the event folder."""
    name, *fields = (part.strip() for part in text.split(";"))
    reading: dict[str, Callable[[str], Any]] = {
        "theme": str,
        "size": lambda value: _whole(value, 1, 2),
        "power": lambda value: Power(_whole(value, 0, 2)),
        "wall": _yes,
        "step_free": _yes,
        "wish_1": lambda value: _island(fair, value),
        "wish_2": lambda value: _island(fair, value),
        "competitor": str,
        "session": str,
        "priority": lambda value: _whole(value, 0, _HIGHEST_PRIORITY),
    }
    values: dict[str, Any] = {}
    for field in fields:
        key, _, value = (part.strip() for part in field.partition("="))
        try:
            values[key] = reading[key](value)
        except (KeyError, ValueError):
            raise typer.BadParameter(f"{field} ({', '.join(reading)})", param_hint="--walk-in") from None
    if not name:
        raise typer.BadParameter(text, param_hint="--walk-in")
    return Exhibitor(id=number, ref=ref, name=name, **values)


def _whole(text: str, low: int, high: int) -> int:
    if not low <= int(text) <= high:
        raise ValueError(text)
    return int(text)


def _yes(text: str) -> bool:
    return text.casefold() in {"yes", "ja", "1", "x", "true"}


def _island(fair: Fair, text: str) -> str:
    return {name.casefold(): name for name in fair.islands}[text.casefold()]
