"""The floor as this desk draws it: halls, what stands in them, booths in rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eventdesk.codes import FloorCode
from eventdesk.fair import actions_floor
from eventdesk.fair.booth import Booth, number_order
from eventdesk.fair.floor import geometry
from eventdesk.fair.floor import records as floor_records
from eventdesk.fair.floor.background import Background, read_background
from eventdesk.fair.floor.checks import FloorTrouble, floor_troubles, troubles_of
from eventdesk.fair.floor.picture import FloorPicture, calibrated
from eventdesk.fair.floor.rows import Numbering, Row, drawn, next_prefix
from eventdesk.fair.hall import Hall, HallPart, PartKind
from ui.fair.flow.fair_flow import FairFlow

MAY_STAND = frozenset({FloorCode.NARROW_AISLE, FloorCode.BEFORE_ENTRANCE, FloorCode.ON_SERVICE_AREA})
"""Troubles that are told, but do not keep anybody from putting a booth there."""


class FloorFlow:
    """Draws on the floor of the fair that `fair_flow` looks at."""

    def __init__(self, flow: FairFlow) -> None:
        self._flow = flow

    # ---- what would be

    def drafts(self, row: Row, numbering: Numbering) -> tuple[Booth, ...]:
        """Return the booths of a row that is being drawn; none if it cannot be."""
        try:
            return drawn(row, numbering, {booth.ref for booth in self._flow.fair.booths})
        except ValueError:
            return ()

    def next_prefix(self) -> str:
        """Return with what the next numbers begin."""
        return next_prefix({booth.ref for booth in self._flow.fair.booths})

    def shifted(self, booths: Collection[int], across: int, down: int) -> tuple[Booth, ...]:
        """Return booths as they would stand elsewhere."""
        known = self._flow.fair.booth_of
        moved = (known[each] for each in booths if each in known)
        return tuple(replace(each, x_mm=each.x_mm + across, y_mm=each.y_mm + down) for each in moved)

    def copies(self, booths: Collection[int]) -> tuple[Booth, ...]:
        """Return copies of booths with the next free numbers, beside or below what they are copied from."""
        known = self._flow.fair.booth_of
        chosen = sorted((known[each] for each in booths if each in known), key=lambda each: number_order(each.ref))
        if not chosen:
            return ()
        edges = [geometry.covered(each) for each in chosen]
        across = round(max(each[2] for each in edges) - min(each[0] for each in edges))
        down = round(max(each[3] for each in edges) - min(each[1] for each in edges))
        prefix = self.next_prefix()
        numbers = Numbering(prefix).numbers({booth.ref for booth in known.values()})
        for x, y in ((0, down + 2000), (across + 2000, 0), (0, -down - 2000), (-across - 2000, 0)):
            found = tuple(
                replace(each, id=0, x_mm=each.x_mm + x, y_mm=each.y_mm + y, island=prefix.rstrip("-"))
                for each in chosen
            )
            if not self.hard(found):
                break
        return tuple(replace(each, ref=next(numbers)) for each in found)

    def troubles(self, booths: Sequence[Booth]) -> tuple[FloorTrouble, ...]:
        """Return what would be wrong with booths as they are here; the worst first."""
        found = troubles_of(self._flow.fair, booths)
        return tuple(sorted(found, key=lambda each: each.code in MAY_STAND))

    def looking_over(self, hall: int) -> Callable[[], tuple[FloorTrouble, ...]]:
        """Return the work of finding out what is wrong on the floor of a hall as it is."""
        fair = self._flow.fair
        return lambda: tuple(each for each in floor_troubles(fair) if each.hall == hall)

    def hard(self, booths: Sequence[Booth]) -> bool:
        """Say whether something is wrong that cannot be lived with."""
        return any(
            each.code not in MAY_STAND and each.code is not FloorCode.NUMBER_TWICE for each in self.troubles(booths)
        )

    # ---- doing it. All of these raise KnownError.

    def add(self, drafts: Sequence[Booth]) -> tuple[Booth, ...]:
        """Add booths that were drawn."""
        return actions_floor.add_booths(self._flow.event, drafts).booths

    def move(self, booths: Sequence[Booth]) -> None:
        """Let booths stand as they are here."""
        actions_floor.move_booths(self._flow.event, {each.id: (each.x_mm, each.y_mm) for each in booths})

    def turn(self, booths: Collection[int], degrees: int) -> None:
        """Turn booths clockwise together."""
        actions_floor.turn_booths(self._flow.event, booths, degrees)

    def renumber(self, booths: Collection[int], first: str) -> None:
        """Number booths on from a number, in the order in which they stand: row by row, from left to right."""
        known = self._flow.fair.booth_of
        chosen = [known[each] for each in booths if each in known]
        if len(chosen) == 1:
            actions_floor.renumber(self._flow.event, {chosen[0].id: first})
            return
        head = first.rstrip("0123456789")
        digits = first[len(head) :]
        taken = {booth.ref for booth in known.values()} - {booth.ref for booth in chosen}
        numbers = Numbering(head, int(digits or 1), max(2, len(digits))).numbers(taken)
        order = sorted(chosen, key=lambda each: (round(geometry.centre(each)[1] / 500), geometry.centre(each)[0]))
        actions_floor.renumber(self._flow.event, {each.id: next(numbers) for each in order})

    def change(self, booths: Collection[int], **fields: Any) -> None:
        """Change what booths offer, or to which island they belong."""
        actions_floor.change_booths(self._flow.event, booths, **fields)

    def remove(self, booths: Collection[int]) -> int:
        """Remove booths; returns how many exhibitors have none any more."""
        return len(actions_floor.remove_booths(self._flow.event, booths).freed)

    # ---- halls

    def add_hall(self, name: str, width_mm: int, depth_mm: int) -> Hall:
        """Add a hall."""
        return actions_floor.add_hall(self._flow.event, Hall(0, "", name, width_mm, depth_mm))

    def change_hall(self, hall: int, **fields: Any) -> None:
        """Change the name or the size of a hall."""
        actions_floor.change_hall(self._flow.event, hall, **fields)

    def remove_hall(self, hall: int) -> int:
        """Remove a hall with everything in it; returns how many exhibitors have no booth any more."""
        return len(actions_floor.remove_hall(self._flow.event, hall).freed)

    def put_part(self, part: HallPart) -> HallPart:
        """Put a pillar, an entrance or the like into a hall; an outline takes the place of the one before."""
        same = [each for each in self._flow.fair.parts if each.hall == part.hall and each.kind is PartKind.OUTLINE]
        if part.kind is PartKind.OUTLINE and same:
            return actions_floor.change_part(self._flow.event, same[0].id, points=part.points, name=part.name)
        return actions_floor.put_part(self._flow.event, part)

    def change_part(self, part: HallPart) -> None:
        """Let a part be as it is here."""
        actions_floor.change_part(
            self._flow.event, part.id, name=part.name, points=part.points, width_mm=part.width_mm
        )  # fmt: skip

    def remove_part(self, part: int) -> None:
        """Take it away."""
        actions_floor.remove_part(self._flow.event, part)

    # ---- pictures

    def pictures(self, hall: int) -> list[FloorPicture]:
        """Return the pictures behind the plan of a hall."""
        return [each for each in floor_records.pictures(self._flow.event.db) if each.hall == hall]

    def body(self, picture: int) -> bytes:
        """Return the picture itself."""
        return floor_records.picture_body(self._flow.event.db, picture) or b""

    def read(self, path: Path) -> Background:
        """Read a picture or drawing from a file."""
        return read_background(path)

    def put_picture(self, hall: int, background: Background) -> None:
        """Lay it behind the plan, in place of what lies there."""
        for before in self.pictures(hall):
            actions_floor.remove_picture(self._flow.event, before.id)
        actions_floor.put_picture(self._flow.event, hall, background)

    def calibrate(self, hall: int, places: Mapping[int, tuple[float, float]], distance_mm: int) -> None:
        """Bring the picture of a hall to the size in which two places of it are so far apart."""
        for picture in self.pictures(hall):
            actions_floor.change_picture(
                self._flow.event, calibrated(picture, places[0], places[1], distance_mm)
            )  # fmt: skip

    def remove_picture(self, hall: int) -> None:
        """Take the pictures behind the plan of a hall away."""
        for before in self.pictures(hall):
            actions_floor.remove_picture(self._flow.event, before.id)
