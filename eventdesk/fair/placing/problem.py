"""What a placement is made of: sites to stand at, exhibitors who want one, and what each thing costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Door, Fair
from eventdesk.fair.floor.geometry import centre
from eventdesk.fair.weights import USUAL, Weight


@dataclass(frozen=True, slots=True)
class Site:
    """One booth. `x_mm`, `y_mm` are its centre, `hall` the hall's id in the event folder, `open`: not blocked."""

    id: int
    ref: str
    island: str
    hall: str
    x_mm: float
    y_mm: float
    power: Power = Power.NONE
    wall: bool = False
    step_free: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class Want:
    """One exhibitor who is to stand somewhere; the fields mean what they mean there. `pinned` is a site's id."""

    id: int
    ref: str
    name: str
    theme: str = ""
    size: int = 1
    power: Power = Power.NONE
    wall: bool = False
    step_free: bool = False
    wish_1: str = ""
    wish_2: str = ""
    competitor: str = ""
    session: str = ""
    pinned: int | None = None
    priority: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a placement depends on.

    `beside` are pairs of site ids that stand side by side; `doors` where each session takes place, by the session's
    id in the event folder; `weights` the price of each part of the cost.
    """

    sites: tuple[Site, ...]
    wants: tuple[Want, ...]
    beside: frozenset[tuple[int, int]] = frozenset()
    doors: Mapping[str, Door] = field(default_factory=dict)
    weights: Mapping[Weight, int] = field(default_factory=lambda: USUAL)


def problem(fair: Fair) -> Problem:
    """Return what is to be placed: all who come, on all booths; who stands where now has no part in it."""
    return Problem(
        sites=tuple(_site(fair, booth) for booth in fair.booths),
        wants=tuple(_want(exhibitor) for exhibitor in fair.exhibitors if exhibitor.comes),
        beside=fair.beside,
        doors=fair.doors,
        weights={**USUAL, **fair.weights},
    )


def _site(fair: Fair, booth: Booth) -> Site:
    x_mm, y_mm = centre(booth)
    return Site(
        id=booth.id,
        ref=booth.ref,
        island=booth.island,
        hall=fair.hall_of[booth.hall].ref,
        x_mm=x_mm,
        y_mm=y_mm,
        power=booth.power,
        wall=booth.wall,
        step_free=booth.step_free,
        open=booth.state is BoothState.FREE,
    )


def _want(exhibitor: Exhibitor) -> Want:
    return Want(
        id=exhibitor.id,
        ref=exhibitor.ref,
        name=exhibitor.name,
        theme=exhibitor.theme,
        size=exhibitor.size,
        power=exhibitor.power,
        wall=exhibitor.wall,
        step_free=exhibitor.step_free,
        wish_1=exhibitor.wish_1,
        wish_2=exhibitor.wish_2,
        competitor=exhibitor.competitor,
        session=exhibitor.session,
        pinned=exhibitor.pinned,
        priority=exhibitor.priority,
    )
