"""Where the audience prize meets the fair, the people and the check-in: what is voted for, and who may vote."""

import re
from collections import Counter
from dataclasses import dataclass

from eventdesk.checkin.presence.counting import counts, presence_of
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.people import records as people
from eventdesk.people.code import Foreign, clean, read, repair
from eventdesk.prize import actions_ballots
from eventdesk.prize.outcome import IssueAnswer, ReplaceAnswer
from eventdesk.prize.poll import NewEntry, Poll, PollEntry

_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many people may get a ballot from one pile: `barred` None for those who belong to nothing to vote for."""

    barred: PollEntry | None
    people: int


def entries_of_fair(event: Event) -> tuple[NewEntry, ...]:
    """Return who of the exhibitors can be voted for, as entries by their names: those who come and want to."""
    votable = [exhibitor for exhibitor in fair.exhibitors(event.db) if exhibitor.votable and exhibitor.comes]
    ordered = sorted(votable, key=lambda exhibitor: (exhibitor.name.casefold(), exhibitor.id))
    return tuple(NewEntry(exhibitor.name, exhibitor.id) for exhibitor in ordered)


def packets_wanted(event: Event, poll: Poll) -> tuple[Wanted, ...]:
    """Return how many ballots each pile needs, if everybody who is registered comes: first the one for anybody."""
    everybody = counts(event.db, event.now(), event.zone).expected
    ids = _row_ids(event)
    at_stands = Counter(ids.get(exhibitor) for exhibitor, _ in people.crews(event.db))
    own = [Wanted(entry, at_stands[entry.exhibitor]) for entry in poll.entries if entry.exhibitor is not None]
    barred = [wanted for wanted in own if wanted.people] if poll.own_barred else []
    return (Wanted(None, everybody - sum(wanted.people for wanted in barred)), *barred)


def issue_to(event: Event, poll_id: int, person_id: int) -> IssueAnswer:
    """Hand somebody a ballot who came into the house today, from the packet of their own stand if they have one."""
    present, exhibitor = _present(event, person_id), _exhibitor_of(event, person_id)
    return actions_ballots.issue(event, poll_id, person_id, present=present, barred_for=exhibitor)


def replace_for(event: Event, poll_id: int, person_id: int, scanned: str) -> ReplaceAnswer:
    """Make a lost ballot void by its stub, and hand its voter another one."""
    present, exhibitor = _present(event, person_id), _exhibitor_of(event, person_id)
    return actions_ballots.replace_ballot(event, poll_id, person_id, scanned, present=present, barred_for=exhibitor)


def entry_meant(event: Event, poll: Poll, text: str, *, scanned: bool) -> PollEntry | None:
    """Return what somebody votes for: its number, or the code on the sign of a stand.

    What is typed is a number first, what is `scanned` a sign: an exhibitor may have another's number as their code.
    """
    reading = read(text)
    plain = clean(text)
    spellings = [each.text for each in reading.spellings] if isinstance(reading, Foreign) else [plain, plain.swapcase()]
    ids = _row_ids(event)
    signed = next(filter(None, (poll.entry_of(ids.get(each)) for each in spellings)), None)
    digits, _ = repair(plain)
    numbered = poll.numbered(int(digits)) if _NUMBER.fullmatch(digits) else None
    return (signed or numbered) if scanned else (numbered or signed)


def _present(event: Event, person_id: int) -> bool:
    came = presence_of(event.db, [person_id], event.now(), event.zone).get(person_id)
    return came is not None and came.first_at is not None


def _exhibitor_of(event: Event, person_id: int) -> int | None:
    person = people.person(event.db, person_id)
    return _row_ids(event).get(person.exhibitor) if person is not None and person.exhibitor else None


def _row_ids(event: Event) -> dict[str, int]:
    """Return the row ids of exhibitors by what the event folder calls them, which is the code on their signs."""
    return {exhibitor.ref: exhibitor.id for exhibitor in reversed(fair.exhibitors(event.db))}
