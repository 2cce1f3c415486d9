"""What the guided first scan asks for, one after the other, and what it takes for done. Knows no widget."""

from dataclasses import dataclass
from enum import StrEnum

from eventdesk.checkin.presence import presence_of
from eventdesk.codes import Op
from eventdesk.event import Changes, Event
from eventdesk.people import records as people
from eventdesk.people.person import Person, Status

LOOKED_AT = 200
"""So many people of the sample are looked at for two who have not come yet."""


class Step(StrEnum):
    """What is shown how, in this order."""

    SCAN = "scan"
    FIND = "find"
    WALK_IN = "walk_in"
    UNDO = "undo"
    DONE = "done"


_ORDER = tuple(Step)
_DONE_BY = {Step.SCAN: Op.CHECK_IN, Step.FIND: Op.CHECK_IN, Step.WALK_IN: Op.WALK_IN, Step.UNDO: Op.UNDO}


@dataclass(frozen=True)
class Cast:
    """Who plays along: somebody whose badge is scanned, and somebody who is found by name."""

    scanned: Person
    found: Person


class TourFlow:
    """Follows what is done in the event, through every change of language and colours."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.step = Step.SCAN
        self.cast = self._chosen()

    @property
    def number(self) -> int:
        """The number of the step, from 1."""
        return _ORDER.index(self.step) + 1

    def follow(self, changes: Changes) -> bool:
        """Go on to the next step if this was what the present one asks for; returns whether it was."""
        if _DONE_BY.get(self.step) is not changes.op:
            return False
        self.step = _ORDER[_ORDER.index(self.step) + 1]
        return True

    def _chosen(self) -> Cast | None:
        """Return two people who may come in and have names of their own; None if the event has none."""
        ids = people.ids(self.event.db, LOOKED_AT)
        inside = presence_of(self.event.db, ids, self.event.now(), self.event.zone)
        fitting = [
            person
            for person in people.people(self.event.db, ids)
            if person.status is Status.REGISTERED
            and person.id not in inside
            and person.code
            and not person.group
            and not person.days
            and person.family_name.isalpha()
        ]
        names = [person.family_name for person in fitting]
        own = [person for person in fitting if names.count(person.family_name) == 1]
        return Cast(own[0], own[1]) if len(own) > 1 else None
