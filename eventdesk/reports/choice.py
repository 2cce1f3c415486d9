"""Whom lists and certificates are about, and in which order. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.people.person import Status
from eventdesk.people.sorting import sort_key
from eventdesk.reports.attendance.attended import Attended


class Order(StrEnum):
    """What people are sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which people: of each kind that is named any of what it names. `people` are row ids, None for everybody.

    `organisations` are compared as lists sort them, so that case and blanks do not matter.
    """

    people: Collection[int] | None = None
    organisations: Collection[str] = ()
    roles: Collection[str] = ()
    order: Order = Order.NAME

    def wants(self, person: Attended) -> bool:
        """Say whether somebody is meant."""
        if self.people is not None and person.id not in self.people:
            return False
        if self.organisations and sort_key(person.organisation) not in {sort_key(each) for each in self.organisations}:
            return False
        return not self.roles or not set(self.roles).isdisjoint(person.roles)

    def of(self, people: Iterable[Attended]) -> list[Attended]:
        """Return who is meant, sorted as German lists are; who has no organisation comes last when sorted by it."""
        found = [each for each in people if self.wants(each)]
        return sorted(found, key=self._key)

    def _key(self, person: Attended) -> tuple[bool, str, str, int]:
        by_name = sort_key(person.list_name)
        if self.order is Order.NAME:
            return False, by_name, "", person.id
        return not person.organisation, sort_key(person.organisation), by_name, person.id


def expected(people: Iterable[Attended]) -> list[Attended]:
    """Return those who may come: who is registered or not confirmed yet, and who came without that."""
    return [each for each in people if each.came or each.status in {Status.REGISTERED, Status.PENDING}]
