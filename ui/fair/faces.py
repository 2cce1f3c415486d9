"""What each booth shows: its number, who stands there, the colour of its ground, its signs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, Setup
from eventdesk.fair.papers.themes import theme_looks
from eventdesk.words import Words, mark
from ui.fair import palette
from ui.fair.standing import Standing


class Colouring(StrEnum):
    """By what booths are coloured."""

    THEME = "theme"
    STATE = "state"
    NEED = "need"


class Shape(Enum):
    """How the frame of a booth is drawn."""

    TAKEN = "taken"
    FREE = "free"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Face:
    """What one booth shows. `changed`: somebody else stands there in the plan that is looked at than today."""

    number: str
    name: str
    ground: str
    shape: Shape
    power: bool = False
    here: bool = False
    pinned: bool = False
    changed: bool = False


@dataclass(frozen=True)
class Sight:
    """What is to be seen: who stands where, who is here, by what booths are coloured, where changes are shown."""

    standing: Standing
    here: frozenset[int] = frozenset()
    colouring: Colouring = Colouring.THEME
    before: Standing | None = None


STATES = (
    (mark("somebody stands here"), palette.SOMEBODY),
    (mark("pinned"), palette.SETTLED),
    (mark("exhibitor is here"), palette.ARRIVED),
    (mark("stand is set up"), palette.READY),
)
NEEDS = (
    (mark("230 V"), palette.CURRENT),
    (mark("400 V"), palette.STRONG_CURRENT),
    (mark("back wall"), palette.BY_WALL),
    (mark("step-free"), palette.STEP_FREE),
)


def theme_colours(themes: Iterable[str]) -> dict[str, str]:
    """Return the colours of themes as papers have them, too."""
    looks = theme_looks(themes)
    return {
        name: f"#{look.colour.red:02x}{look.colour.green:02x}{look.colour.blue:02x}" for name, look in looks.items()
    }


def faces(words: Words, sight: Sight, hall: int) -> dict[int, Face]:
    """Return what the booths of a hall show."""
    colours = theme_colours(sight.standing.themes)
    return {booth.id: _face(words, sight, booth, colours) for booth in sight.standing.in_hall(hall)}


def _face(words: Words, sight: Sight, booth: Booth, colours: Mapping[str, str]) -> Face:
    who = sight.standing.at(booth.id)
    before = sight.before
    changed = before is not None and before.of_booth.get(booth.id) != sight.standing.of_booth.get(booth.id)
    bolt = booth.power is not Power.NONE
    if who is None:
        blocked = booth.state is BoothState.BLOCKED
        shape, said = (Shape.BLOCKED, words.t("blocked")) if blocked else (Shape.FREE, words.t("free"))
        by_need = sight.colouring is Colouring.NEED and not blocked
        ground = _by_need(booth) if by_need else palette.FREE
        return Face(booth.ref, said, ground, shape, bolt, changed=changed)
    if sight.colouring is Colouring.THEME:
        ground = colours.get(who.theme, palette.NO_THEME)
    elif sight.colouring is Colouring.STATE:
        ground = _by_state(who, booth, sight)
    else:
        ground = _by_need(booth)
    shape = Shape.BLOCKED if booth.state is BoothState.BLOCKED else Shape.TAKEN
    return Face(
        booth.ref, who.name, ground, shape, bolt, who.id in sight.here, who.pinned == booth.id, changed
    )  # fmt: skip


def _by_state(who: Exhibitor, booth: Booth, sight: Sight) -> str:
    if who.setup is Setup.SET_UP:
        return palette.READY
    if who.id in sight.here:
        return palette.ARRIVED
    return palette.SETTLED if who.pinned == booth.id else palette.SOMEBODY


def _by_need(booth: Booth) -> str:
    """Return the colour of what a booth offers that is rarest."""
    if booth.power is Power.V400:
        return palette.STRONG_CURRENT
    if booth.power is Power.V230:
        return palette.CURRENT
    if booth.wall:
        return palette.BY_WALL
    return palette.STEP_FREE if booth.step_free else palette.BARE
