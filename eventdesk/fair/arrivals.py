"""Who of an exhibitor's people is there, and which stands are still empty shortly before the event begins."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from eventdesk.fair.exhibitor import Setup
from eventdesk.fair.fair import Fair

ALARM = timedelta(minutes=15)
"""So long before the event begins a stand without anybody becomes a matter for the organisers."""


@dataclass(frozen=True, slots=True)
class CrewCount:
    """The people of one exhibitor: how many of those who are expected are in the house now."""

    here: int
    expected: int


def crew_counts(
    refs: Mapping[str, int], people: Iterable[tuple[str, int]], here: Collection[int]
) -> dict[int, CrewCount]:
    """Return the figures of everybody who has people, by the exhibitor's row id.

    `refs` are the row ids of exhibitors by their ids in the event folder, `people` such an id and a person, each.
    """
    expected: Counter[int] = Counter()
    there: Counter[int] = Counter()
    for ref, person in people:
        exhibitor = refs.get(ref)
        if exhibitor is not None:
            expected[exhibitor] += 1
            there[exhibitor] += person in here
    return {exhibitor: CrewCount(there[exhibitor], number) for exhibitor, number in expected.items()}


def empty_stands(fair: Fair, crew: Mapping[int, CrewCount]) -> tuple[int, ...]:
    """Return the row ids of those who have a stand that is not set up and none of whose people is there."""
    return tuple(
        exhibitor.id
        for exhibitor in fair.exhibitors
        if exhibitor.id in fair.stands
        and exhibitor.setup is Setup.NOT_YET
        and crew.get(exhibitor.id, CrewCount(0, 0)).here == 0
    )


def is_alarm(now: datetime, starts: str, ends: str) -> bool:
    """Say whether an empty stand is to be told: from a quarter of an hour before the event begins, on each of its days.

    `now` is the local time of the event, `starts` and `ends` are its details: ISO, with a time or without. Without a
    time nobody knows when it begins, and nothing is told.
    """
    clock = starts[11:16]
    today = now.date().isoformat()
    if not clock or not starts[:10] <= today <= (ends[:10] or starts[:10]):
        return False
    return now.replace(tzinfo=None) >= datetime.fromisoformat(f"{today}T{clock}") - ALARM
