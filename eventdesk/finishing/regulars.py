"""Who came how often, among those who agreed to be invited again and so to be remembered."""

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass

from eventdesk.event import Event
from eventdesk.finishing import records
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from eventdesk.people.visits import all_visits

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Regular:
    """Somebody who agreed: to how many events they came, this one included, and the titles, the latest first."""

    person: int
    name: str
    organisation: str
    times: int
    events: tuple[str, ...]


def regulars(event: Event) -> list[Regular]:
    """Return everybody who agreed and came at least once, the most frequent first, then by name."""
    steps = regulars_in_steps(event)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: list[Regular] = done.value
            return found


def regulars_in_steps(event: Event) -> Generator[int, None, list[Regular]]:
    """Do the same in short turns, each saying how many were found. Begin anew if something changes meanwhile."""
    here, visits = who_came(event), all_visits(event.db)
    found: list[Regular] = []
    last = -1
    while ids := people.agreeing(event.db, _AT_ONCE, after=last):
        for person in people.people(event.db, ids):
            titles = tuple(visit.title for visit in visits.get(person.id, ()))
            titles = (event.details.title, *titles) if person.id in here else titles
            if titles and Consent.INVITE in person.consents:
                found.append(Regular(person.id, person.list_name, person.organisation, len(titles), titles))
        last = ids[-1]
        yield len(found)
    return sorted(found, key=lambda each: (-each.times, each.name))


def by_times(found: list[Regular]) -> dict[int, int]:
    """Return how many people came how often."""
    return dict(sorted(Counter(each.times for each in found).items()))


def who_came(event: Event) -> frozenset[int]:
    """Return who was let in at any time."""
    return frozenset(records.let_in(event.db))
