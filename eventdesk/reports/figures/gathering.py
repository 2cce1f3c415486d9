"""Counts people, sessions and stands, a few people at a time."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from itertools import islice

from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.people.person import Origin, Status
from eventdesk.people.rolebook import role_book
from eventdesk.people.sorting import sort_key
from eventdesk.reports.attendance.attended import Attendance, Attended
from eventdesk.reports.attendance.gathering import attendance_in_steps, whole
from eventdesk.reports.figures import records
from eventdesk.reports.figures.figure import (
    CafeFigures,
    DayFigures,
    FairFigures,
    Figures,
    PeopleFigures,
    PollFigures,
    SessionFigures,
)
from eventdesk.reports.figures.group import LEAST, Group, Tally, groups
from eventdesk.reports.figures.kept import kept
from eventdesk.store.access import Reader

MOST_COLUMNS = 48
"""Arrivals are counted by as few minutes as give so many columns at the most."""
_MINUTES = (5, 10, 15, 30, 60)
_AT_ONCE = 2000
_READING = 0.8
"""Which part of the work it is to read everybody."""

Alike = defaultdict[tuple[str, ...], list[int]]


def figures(event: Event, *, least: int = LEAST) -> Figures:
    """Return the figures as they are now; `least` people are in each group that is shown, 1 shows all groups.

    Of an event that was finished they are those that were kept, with the groups that were shown then.
    """
    return whole(figures_in_steps(event, least=least))


def figures_in_steps(event: Event, *, least: int = LEAST) -> Generator[float, None, Figures]:
    """Count the same in short steps, each telling which part of it is done, from 0 to 1.

    Begin anew if something is changed meanwhile.
    """
    if (before := kept(event)) is not None:
        return before
    steps = attendance_in_steps(event)
    while True:
        try:
            yield next(steps) * _READING
        except StopIteration as done:
            there: Attendance = done.value
            break
    crowd, left = _Crowd(), iter(there.people)
    while some := list(islice(left, _AT_ONCE)):
        crowd.take(some)
        yield _READING + (1 - _READING) * crowd.counted / len(there.people)
    details, reader = event.details, event.db
    return Figures(
        event=details.title,
        first_day=details.starts[:10],
        last_day=details.ends[:10],
        venue=details.venue,
        organiser=details.organiser,
        least=least,
        people=crowd.people(),
        roles=crowd.groups(crowd.roles, least),
        sectors=crowd.groups(crowd.sectors, least),
        languages=crowd.groups(crowd.languages, least),
        days=tuple(day_figures(crowd.came_at)),
        sessions=_sessions(there),
        fair=_fair(reader),
        cafe=_cafe(reader),
        polls=tuple(PollFigures(each.title, each.issued, each.used, each.void, each.closed) for each in _polls(reader)),
        served=tuple((point, times) for point, times in records.served(reader) if times),
        book=role_book(reader),
    )


class _Crowd:
    """Counts people as they come."""

    def __init__(self) -> None:
        self.counted = 0
        self.statuses: Counter[Status] = Counter()
        self.registered = self.came = self.no_shows = self.walk_ins = 0
        self.roles, self.sectors, self.languages = (_alike() for _ in range(3))
        self.came_at: Counter[str] = Counter()
        self.names: dict[str, tuple[set[str], set[str]]] = {"organisations": (set(), set()), "towns": (set(), set())}

    def take(self, people: Iterable[Attended]) -> None:
        """Count some more."""
        for each in people:
            self.counted += 1
            self.statuses[each.status] += 1
            walked_in, registered = each.origin is Origin.WALK_IN, each.status is Status.REGISTERED
            self.came += each.came
            self.walk_ins += walked_in and each.came
            self.registered += registered and not walked_in
            self.no_shows += registered and not walked_in and not each.came
            self.came_at.update(day.came for day in each.days)
            if registered or each.came:
                for alike, own in (
                    (self.roles, each.roles),
                    (self.sectors, (each.sector,) if each.sector else ()),
                    (self.languages, tuple(dict.fromkeys(each.languages))),
                ):
                    alike[own][0] += 1
                    alike[own][1] += each.came
                for which, name in (("organisations", each.organisation), ("towns", each.town)):
                    self._name(which, name, came=each.came)

    def groups(self, alike: Alike, least: int) -> tuple[Group, ...]:
        """Return the groups of what was counted alike; none where nobody said anything."""
        if not any(alike):
            return ()
        return groups({codes: Tally(*tally) for codes, tally in alike.items()}, least)

    def people(self) -> PeopleFigures:
        """Return how many people there are."""
        return PeopleFigures(
            registered=self.registered,
            came=self.came,
            no_shows=self.no_shows,
            walk_ins=self.walk_ins,
            cancelled=self.statuses[Status.CANCELLED],
            pending=self.statuses[Status.PENDING],
            waiting=self.statuses[Status.WAITING],
            **{which: len(there if self.came else known) for which, (known, there) in self.names.items()},
        )

    def _name(self, which: str, name: str, *, came: bool) -> None:
        if name:
            known, there = self.names[which]
            key = sort_key(name)
            known.add(key)
            if came:
                there.add(key)


def day_figures(came_at: Mapping[str, int]) -> Iterable[DayFigures]:
    """Yield each day with its arrivals; `came_at` counts people by local ISO time."""
    days: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for moment, people in came_at.items():
        hour, minute = moment[11:16].split(":")
        days[moment[:10]][int(hour) * 60 + int(minute)] += people
    for day, found in sorted(days.items()):
        first, last = min(found), max(found)
        minutes = next(each for each in _MINUTES if last // each - first // each < MOST_COLUMNS)
        columns: Counter[int] = Counter()
        for moment_of_day, people in found.items():
            columns[moment_of_day // minutes] += people
        arrivals = ((_clock(at * minutes), columns[at]) for at in range(first // minutes, last // minutes + 1))
        yield DayFigures(day, sum(found.values()), minutes, tuple(arrivals))


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _alike() -> Alike:
    return defaultdict(lambda: [0, 0])


def _sessions(there: Attendance) -> tuple[SessionFigures, ...]:
    return tuple(
        SessionFigures(
            title=each.title,
            kind=each.kind.value,
            starts=each.starts,
            ends=each.ends,
            room=each.room,
            seats=each.seats,
            places=each.places,
            people=each.people or None,
        )
        for each in there.sessions
    )


def _fair(reader: Reader) -> FairFigures | None:
    exhibitors = fair.exhibitors(reader)
    if not exhibitors:
        return None
    states = Counter(each.status for each in exhibitors)
    coming = [each for each in exhibitors if each.comes]
    themes = Counter(each.theme for each in coming if each.theme)
    return FairFigures(
        exhibitors=len(coming),
        cancelled=states[ExhibitorStatus.CANCELLED],
        no_shows=states[ExhibitorStatus.NO_SHOW],
        taken=len({booth for booths in fair.stands(reader).values() for booth in booths}),
        booths=len(fair.booths(reader)),
        themes=tuple(sorted(themes.items(), key=lambda each: (-each[1], sort_key(each[0])))),
    )


def _cafe(reader: Reader) -> CafeFigures | None:
    cafe = records.cafe(reader)
    return CafeFigures(*cafe) if cafe.tables else None


def _polls(reader: Reader) -> Sequence[records.Poll]:
    return [each for each in records.polls(reader) if each.issued or each.used]
