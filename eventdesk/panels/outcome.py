"""What became of a deed on the programme: the answers of `actions`, `actions_timetable` and `actions_places`."""

from collections.abc import Mapping
from dataclasses import dataclass

from eventdesk.panels.place import Draw, Place, Waiting
from eventdesk.panels.session import Spot
from eventdesk.panels.trouble import NEVER, NO_PLACE, PlaceTrouble, Trouble
from eventdesk.panels.version import Change, Version


@dataclass(frozen=True, slots=True)
class Done:
    """What a deed touched, as row ids. `eid` is None if nothing differed."""

    eid: str | None = None
    rooms: tuple[int, ...] = ()
    slots: tuple[int, ...] = ()
    sessions: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Put:
    """When and where sessions are now, by row id, before and after. `eid` is None if nothing differed.

    `troubles` are those that were accepted: soft ones always, others because somebody insisted.
    """

    before: Mapping[int, Spot]
    after: Mapping[int, Spot]
    troubles: tuple[Trouble, ...] = ()
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class NotPut:
    """Nothing was changed, because of these troubles."""

    troubles: tuple[Trouble, ...]

    @property
    def final(self) -> bool:
        """Whether it cannot be done even if somebody insists."""
        return any(trouble.code in NEVER for trouble in self.troubles)


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the timetable.

    `kept` is the version that the one of before was kept as, unless it was kept already; `version` the one that stands
    now. `left_out` are sessions that are gone since, or of whose slot or room that is so. `eid` is None if nothing
    differed.
    """

    changes: tuple[Change, ...]
    version: Version
    kept: Version | None = None
    left_out: tuple[int, ...] = ()
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class PlacesApplied:
    """What became of the places: how many were given, taken, and stayed; one that moves counts as both.

    `draw` is what was written down about it, `eid` the entry that one undo takes back with all its parts.
    """

    given: int
    taken: int
    stayed: int
    draw: Draw
    eid: str


@dataclass(frozen=True, slots=True)
class PlaceGiven:
    """Somebody has a place now, and no longer those in `left`. `troubles` are those that were accepted."""

    place: Place
    left: tuple[Place, ...] = ()
    troubles: tuple[PlaceTrouble, ...] = ()
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceRefused:
    """Nobody was given a place, because of these troubles."""

    troubles: tuple[PlaceTrouble, ...]

    @property
    def final(self) -> bool:
        """Whether it cannot be done even if somebody insists."""
        return any(trouble.code in NO_PLACE for trouble in self.troubles)


@dataclass(frozen=True, slots=True)
class PutToWait:
    """Somebody waits for a place now, as the number `ahead` + 1. `eid` is None if they waited already."""

    waiting: Waiting
    ahead: int
    eid: str | None = None
