"""A whole fair as it is known now, read once: what is asked of it does not touch the file again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from eventdesk.fair.booth import Booth, number_order
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.floor.neighbours import side_by_side
from eventdesk.fair.hall import Hall, HallPart
from eventdesk.fair.weights import Weight


@dataclass(frozen=True, slots=True)
class Door:
    """The door of a session's room: the event folder's id of the hall it is measured in, and millimetres there.

    `name` is what people call it: "Forum 2, Saal 3A".
    """

    hall: str
    x_mm: int
    y_mm: int
    name: str = ""


@dataclass(frozen=True)
class Fair:
    """Everything that a placement needs to know.

    `stands` holds the row ids of the booths, in the order of their numbers, by the row id of the exhibitor who stands
    on them; who does not come or stands nowhere is left out. `doors` are by the folder's id of the session.
    """

    halls: tuple[Hall, ...]
    parts: tuple[HallPart, ...]
    booths: tuple[Booth, ...]
    exhibitors: tuple[Exhibitor, ...]
    stands: Mapping[int, tuple[int, ...]]
    doors: Mapping[str, Door]
    weights: Mapping[Weight, int]

    @cached_property
    def hall_of(self) -> Mapping[int, Hall]:
        """The halls by their row ids."""
        return {hall.id: hall for hall in self.halls}

    @cached_property
    def booth_of(self) -> Mapping[int, Booth]:
        """The booths by their row ids."""
        return {booth.id: booth for booth in self.booths}

    @cached_property
    def exhibitor_of(self) -> Mapping[int, Exhibitor]:
        """The exhibitors by their row ids."""
        return {exhibitor.id: exhibitor for exhibitor in self.exhibitors}

    @cached_property
    def standing_on(self) -> Mapping[int, tuple[int, ...]]:
        """Who stands on a booth, by its row id: more than one only where desks did not know of each other."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for exhibitor, booths in self.stands.items():
            for booth in booths:
                found[booth].append(exhibitor)
        return {booth: tuple(there) for booth, there in found.items()}

    @cached_property
    def beside(self) -> frozenset[tuple[int, int]]:
        """Pairs of booths that are side by side, the smaller row id first."""
        return side_by_side(self.booths)

    @cached_property
    def neighbours_of(self) -> Mapping[int, frozenset[int]]:
        """The booths beside a booth, by row ids; a booth that stands alone is left out."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in self.beside:
            found[one].add(other)
            found[other].add(one)
        return {booth: frozenset(beside) for booth, beside in found.items()}

    @cached_property
    def pinned_to(self) -> Mapping[int, tuple[int, ...]]:
        """Those who come and for whom a booth is settled, by its row id."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for exhibitor in self.exhibitors:
            if exhibitor.pinned is not None and exhibitor.comes:
                found[exhibitor.pinned].append(exhibitor.id)
        return {booth: tuple(wanted) for booth, wanted in found.items()}

    def in_order(self, booths: Iterable[int]) -> tuple[int, ...]:
        """Return row ids of booths in the order of their numbers, each once."""
        order = {each: number_order(self.booth_of[each].ref) if each in self.booth_of else () for each in booths}
        return tuple(sorted(order, key=lambda each: (order[each], each)))

    @cached_property
    def islands(self) -> tuple[str, ...]:
        """The names of all islands, in their order."""
        return tuple(sorted({booth.island for booth in self.booths if booth.island}))
