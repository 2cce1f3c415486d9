"""The figures of an event. They hold no names of people, and no group so small that somebody could be found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eventdesk.people.rolebook import RoleBook
from eventdesk.reports.figures.group import Group


@dataclass(frozen=True, slots=True)
class PeopleFigures:
    """How many people: `registered` before the day, of whom `no_shows` did not come; `walk_ins` came without that.

    `came` are all who were there. `organisations` and `towns` are those of the people who came; as long as nobody has,
    of all who are expected.
    """

    registered: int = 0
    came: int = 0
    no_shows: int = 0
    walk_ins: int = 0
    cancelled: int = 0
    pending: int = 0
    waiting: int = 0
    organisations: int = 0
    towns: int = 0


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day (ISO text): how many came, and first arrivals by so many `minutes` each, with their local start.

    They follow each other without a gap from the first arrival to the last.
    """

    day: str
    came: int
    minutes: int = 5
    arrivals: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session; `people` is None where nobody scanned or counted at its door, `seats` where there is no limit."""

    title: str
    kind: str
    starts: str = ""
    ends: str = ""
    room: str = ""
    seats: int | None = None
    places: int = 0
    people: int | None = None


@dataclass(frozen=True, slots=True)
class FairFigures:
    """Stands: exhibitors that came, cancelled or stayed away, booths that were taken and all, exhibitors by theme."""

    exhibitors: int = 0
    cancelled: int = 0
    no_shows: int = 0
    taken: int = 0
    booths: int = 0
    themes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CafeFigures:
    """The World Café: tables, rounds, people who had a way through them, and how often two people met again."""

    tables: int = 0
    rounds: int = 0
    guests: int = 0
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class PollFigures:
    """The turnout of one poll of the audience prize; what was voted for stands in its own protocol."""

    title: str
    issued: int = 0
    used: int = 0
    void: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one moment. `first_day` and `last_day` are ISO text, `least` is the smallest group shown.

    `served` says how often each point of the catering let somebody through. `book` knows what roles are called here.
    """

    event: str
    first_day: str = ""
    last_day: str = ""
    venue: str = ""
    organiser: str = ""
    least: int = 5
    people: PeopleFigures = PeopleFigures()
    roles: tuple[Group, ...] = ()
    sectors: tuple[Group, ...] = ()
    languages: tuple[Group, ...] = ()
    days: tuple[DayFigures, ...] = ()
    sessions: tuple[SessionFigures, ...] = ()
    fair: FairFigures | None = None
    cafe: CafeFigures | None = None
    polls: tuple[PollFigures, ...] = ()
    served: tuple[tuple[str, int], ...] = ()
    book: RoleBook = field(default_factory=RoleBook, compare=False, repr=False)

    @property
    def is_over(self) -> bool:
        """Whether anybody has come yet: before that, figures tell who is expected."""
        return self.people.came > 0

    def as_json(self) -> Mapping[str, Any]:
        """Return them under the keys of the command line."""
        return {
            "event": {
                "title": self.event,
                "first_day": self.first_day,
                "last_day": self.last_day,
                "venue": self.venue,
                "organiser": self.organiser,
            },
            "smallest_group": self.least,
            "people": {name: getattr(self.people, name) for name in PeopleFigures.__dataclass_fields__},
            "roles": [group.as_json() for group in self.roles],
            "sectors": [group.as_json() for group in self.sectors],
            "languages": [group.as_json() for group in self.languages],
            "days": [
                {
                    "day": day.day,
                    "came": day.came,
                    "minutes": day.minutes,
                    "arrivals": [{"from": time, "people": people} for time, people in day.arrivals],
                }
                for day in self.days
            ],
            "sessions": [
                {name: getattr(each, name) for name in SessionFigures.__dataclass_fields__} for each in self.sessions
            ],
            "fair": None if self.fair is None else _fair_json(self.fair),
            "cafe": None
            if self.cafe is None
            else {name: getattr(self.cafe, name) for name in CafeFigures.__dataclass_fields__},
            "polls": [{name: getattr(each, name) for name in PollFigures.__dataclass_fields__} for each in self.polls],
            "served": [{"point": point, "times": times} for point, times in self.served],
        }


def _fair_json(fair: FairFigures) -> Mapping[str, Any]:
    found = {name: getattr(fair, name) for name in FairFigures.__dataclass_fields__}
    return {**found, "themes": [{"theme": theme, "exhibitors": number} for theme, number in fair.themes]}
