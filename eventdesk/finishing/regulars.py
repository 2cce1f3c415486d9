"""Who came how often, among those who agreed to be invited again and so to be remembered."""

from collections import Counter
from dataclasses import dataclass

from eventdesk.event import Event
from eventdesk.finishing import records
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from eventdesk.people.visits import all_visits


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
    here, visits = who_came(event), all_visits(event.db)
    found = []
    for person in people.everyone(event.db):
        if Consent.INVITE not in person.consents:
            continue
        titles = tuple(visit.title for visit in visits.get(person.id, ()))
        titles = (event.details.title, *titles) if person.id in here else titles
        if titles:
            found.append(Regular(person.id, person.list_name, person.organisation, len(titles), titles))
    return sorted(found, key=lambda each: (-each.times, each.name))


def by_times(found: list[Regular]) -> dict[int, int]:
    """Return how many people came how often."""
    return dict(sorted(Counter(each.times for each in found).items()))


def who_came(event: Event) -> frozenset[int]:
    """Return who was let in at any time."""
    return frozenset(records.let_in(event.db))
