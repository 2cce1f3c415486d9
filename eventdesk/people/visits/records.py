"""The SQL of visits: earlier events that people came to, of those who agreed to be invited again."""

from collections import defaultdict
from dataclasses import dataclass

from eventdesk.people.consent import Consent
from eventdesk.people.records import split
from eventdesk.store.access import Reader, Writer


@dataclass(frozen=True, slots=True)
class Visit:
    """One earlier event that somebody came to. `day` is an ISO date."""

    id: int
    person: int
    title: str
    day: str


def visits_of(reader: Reader, person: int) -> list[Visit]:
    """Return the earlier events that a person came to, the latest first."""
    rows = reader.rows("SELECT id, person, title, day FROM visit WHERE person = ? ORDER BY day DESC, title, id", person)
    return [Visit(*row) for row in rows]


def all_visits(reader: Reader) -> dict[int, tuple[Visit, ...]]:
    """Return by person the earlier events of all who agree to be invited now, the latest first."""
    rows = reader.rows(
        "SELECT v.id, v.person, v.title, v.day, p.consents FROM visit AS v JOIN person AS p ON p.id = v.person "
        "WHERE p.consents <> '' ORDER BY v.day DESC, v.title, v.id"
    )
    found: defaultdict[int, list[Visit]] = defaultdict(list)
    for *visit, consents in rows:
        if Consent.INVITE in split(consents):
            found[visit[1]].append(Visit(*visit))
    return {person: tuple(visits) for person, visits in found.items()}


def add_visit(writer: Writer, person: int, title: str, day: str) -> None:
    """Write that a person came to an earlier event; they must be written before."""
    writer.insert("visit", {"person": person, "title": title, "day": day})


def forget_visits(writer: Writer, person: int) -> int:
    """Delete all earlier events of a person; returns how many."""
    found = visits_of(writer, person)
    for visit in found:
        writer.delete("visit", visit.id)
    return len(found)
