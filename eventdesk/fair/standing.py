"""Rules of standing: what is wrong with an exhibitor on certain booths. The sentences are in `words.fair`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventdesk.codes import StandCode
from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair


@dataclass(frozen=True, slots=True)
class StandTrouble:
    """What is wrong with one exhibitor on a booth.

    `booth` is the row id of the booth it is about and `booth_ref` its number, 0 and empty if it is about all of them;
    `other` and `other_name` are the exhibitor in the way, `detail` what a sentence needs beside that: why a booth is
    blocked, how many booths are needed, which power, why they do not come.
    """

    code: StandCode
    exhibitor: int
    name: str
    booth: int = 0
    booth_ref: str = ""
    other: int = 0
    other_name: str = ""
    detail: str = ""


def standing_troubles(fair: Fair, exhibitor_id: int, booth_ids: Sequence[int]) -> tuple[StandTrouble, ...]:
    """Return what would be wrong if this exhibitor stood on these booths, and everybody else where they stand now."""
    exhibitor = fair.exhibitor_of.get(exhibitor_id)
    if exhibitor is None:
        return (StandTrouble(StandCode.GONE, exhibitor_id, ""),)
    booths = [fair.booth_of[booth] for booth in booth_ids if booth in fair.booth_of]
    if len(booths) < len(booth_ids):
        return (StandTrouble(StandCode.GONE, exhibitor_id, exhibitor.name),)
    return tuple(_troubles(fair, exhibitor, booths))


def all_standing_troubles(fair: Fair) -> tuple[StandTrouble, ...]:
    """Return what is wrong with everybody where they stand."""
    return tuple(
        trouble for exhibitor, booths in fair.stands.items() for trouble in standing_troubles(fair, exhibitor, booths)
    )


def _troubles(fair: Fair, exhibitor: Exhibitor, booths: Sequence[Booth]) -> Iterator[StandTrouble]:
    who = exhibitor.id, exhibitor.name
    if not exhibitor.comes:
        yield StandTrouble(StandCode.NOT_COMING, *who, detail=exhibitor.status.value)
    if len({booth.id for booth in booths}) != exhibitor.size:
        yield StandTrouble(StandCode.WRONG_NUMBER, *who, detail=str(exhibitor.size))
    elif not _in_a_row(fair, booths):
        yield StandTrouble(StandCode.NOT_SIDE_BY_SIDE, *who)
    for booth in booths:
        yield from _of_booth(fair, exhibitor, booth)
    yield from _unmet(exhibitor, booths)
    if exhibitor.pinned is not None and booths and exhibitor.pinned not in {booth.id for booth in booths}:
        settled = fair.booth_of[exhibitor.pinned]
        yield StandTrouble(StandCode.PINNED_ELSEWHERE, *who, settled.id, settled.ref)
    if exhibitor.competitor:
        yield from _competitors(fair, exhibitor, booths)


def _of_booth(fair: Fair, exhibitor: Exhibitor, booth: Booth) -> Iterator[StandTrouble]:
    who, where = (exhibitor.id, exhibitor.name), (booth.id, booth.ref)
    if booth.state is BoothState.BLOCKED:
        yield StandTrouble(StandCode.BLOCKED, *who, *where, detail=booth.reason)
    there = [other for other in fair.standing_on.get(booth.id, ()) if other != exhibitor.id]
    for other in there:
        yield StandTrouble(StandCode.TAKEN, *who, *where, other, fair.exhibitor_of[other].name)
    for other in fair.pinned_to.get(booth.id, ()):
        if other != exhibitor.id and other not in there:
            yield StandTrouble(StandCode.KEPT_FOR_OTHER, *who, *where, other, fair.exhibitor_of[other].name)


def _unmet(exhibitor: Exhibitor, booths: Sequence[Booth]) -> Iterator[StandTrouble]:
    """Yield needs that are not met: power and wall by one of the booths, step-free by all of them."""
    who = exhibitor.id, exhibitor.name
    where = (booths[0].id, booths[0].ref) if len(booths) == 1 else (0, "")
    if booths and exhibitor.power > max(booth.power for booth in booths):
        yield StandTrouble(StandCode.NEEDS_POWER, *who, *where, detail=str(exhibitor.power.value))
    if booths and exhibitor.wall and not any(booth.wall for booth in booths):
        yield StandTrouble(StandCode.NEEDS_WALL, *who, *where)
    for booth in booths:
        if exhibitor.step_free and not booth.step_free:
            yield StandTrouble(StandCode.NEEDS_STEP_FREE, *who, booth.id, booth.ref)


def _competitors(fair: Fair, exhibitor: Exhibitor, booths: Sequence[Booth]) -> Iterator[StandTrouble]:
    own = {booth.id for booth in booths}
    for booth in booths:
        for beside in sorted(fair.neighbours_of.get(booth.id, frozenset()) - own):
            for other in fair.standing_on.get(beside, ()):
                rival = fair.exhibitor_of[other]
                if other != exhibitor.id and rival.competitor == exhibitor.competitor:
                    yield StandTrouble(
                        StandCode.COMPETITOR_BESIDE,
                        exhibitor.id,
                        exhibitor.name,
                        booth.id,
                        booth.ref,
                        other,
                        rival.name,
                    )


def _in_a_row(fair: Fair, booths: Sequence[Booth]) -> bool:
    """Say whether booths hang together side by side."""
    left = {booth.id for booth in booths}
    reached = {left.pop()} if left else set()
    waiting = set(reached)
    while waiting:
        beside = fair.neighbours_of.get(waiting.pop(), frozenset()) & left
        left -= beside
        waiting |= beside
    return not left
