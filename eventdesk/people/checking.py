"""What cannot be right about a person, or should be looked at: found while somebody types."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from eventdesk.people import records
from eventdesk.people.person import Person
from eventdesk.store.access import Reader

_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")


class Trouble(StrEnum):
    """What is wrong with a field. Only some of them keep a person from being saved."""

    NO_NAME = "no_name"
    BAD_MAIL = "bad_mail"
    BAD_DAY = "bad_day"
    TICKET_TAKEN = "ticket_taken"

    @property
    def stops(self) -> bool:
        """Whether nothing can be saved before this is mended; the others are only said."""
        return self in {Trouble.NO_NAME, Trouble.BAD_DAY}


def troubles(reader: Reader, person: Person) -> Mapping[str, Trouble]:
    """Return what is wrong, by the field where it is to be mended."""
    found = {}
    if not person.name:
        found["given_name"] = Trouble.NO_NAME
    if person.email and not _MAIL.fullmatch(person.email):
        found["email"] = Trouble.BAD_MAIL
    if not all(_is_day(day) for day in person.days):
        found["days"] = Trouble.BAD_DAY
    if person.ticket and any(other.id != person.id for other in records.by_ticket(reader, person.ticket)):
        found["ticket"] = Trouble.TICKET_TAKEN
    return found


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
