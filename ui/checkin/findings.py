"""What the flow of the check-in page finds out: who may be meant, who may be the same, what was taken back."""

from dataclasses import dataclass

from eventdesk.codes import Op
from eventdesk.people.person import Person
from eventdesk.people.search import Hit


@dataclass(frozen=True)
class Found:
    """Somebody who was searched for: the hit, the person, whether they are in the house."""

    hit: Hit
    person: Person
    inside: bool


@dataclass(frozen=True)
class Alike:
    """Somebody registered who may be a walk-in; `same`: they have exactly this name, or this address."""

    person: Person
    same: bool


@dataclass(frozen=True)
class TakenBack:
    """What an undo took back: the check-in, exit or walk-in of one person, or `people` of one `group`."""

    op: Op
    name: str
    organisation: str = ""
    group: str = ""
    people: int = 1
