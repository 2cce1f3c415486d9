"""What the picture of the tables shows: one round, its tables, who sits there, what is said of everybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

MANY = 4
"""Where more than one of so many is marked, marks are paler."""


class Mark(Enum):
    """What is particular about somebody at a table."""

    NONE = "none"
    AGAIN = "again"
    MOVED = "moved"


@dataclass(frozen=True)
class GuestFace:
    """Somebody at a table. `short` is the name in little room; `here`: they are in the house, or nobody asks yet."""

    person: int
    name: str
    short: str
    sector: str = ""
    host: bool = False
    here: bool = True
    mark: Mark = Mark.NONE
    spoken: str = ""


@dataclass(frozen=True)
class TableFace:
    """One table in one round. `sign` stands in its circle, `name` above it; `closed` is said if it is closed."""

    table: int
    sign: str
    name: str
    seats: int
    guests: tuple[GuestFace, ...] = ()
    closed: str = ""
    spoken: str = ""

    @property
    def here(self) -> int:
        """How many of the guests are in the house."""
        return sum(guest.here for guest in self.guests)

    @property
    def chairs(self) -> int:
        """How many places are drawn."""
        return max(self.seats, len(self.guests))


@dataclass(frozen=True)
class Sight:
    """All tables of one round, and the colour of each sector."""

    tables: tuple[TableFace, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def table_of(self) -> Mapping[int, TableFace]:
        """Each table by its row id."""
        return {each.table: each for each in self.tables}

    @cached_property
    def many_again(self) -> bool:
        """Whether so many meet again that it is no longer particular about anybody."""
        faces = [guest for each in self.tables for guest in each.guests]
        return MANY * sum(guest.mark is Mark.AGAIN for guest in faces) > len(faces)

    @cached_property
    def where(self) -> Mapping[int, int]:
        """The table of everybody who has one."""
        return {guest.person: each.table for each in self.tables for guest in each.guests}

    @cached_property
    def face_of(self) -> Mapping[int, GuestFace]:
        """Everybody who has a table."""
        return {guest.person: guest for each in self.tables for guest in each.guests}
