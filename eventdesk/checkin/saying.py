"""What is said first about a scan, and what to do next: everywhere the same, but at the door of a session."""

from typing import assert_never

from eventdesk.checkin.seating import Seat
from eventdesk.checkin.verdict import Accepted, Refused, Verdict
from eventdesk.codes import Outcome
from eventdesk.words import Words, doors, verdicts


def word(verdict: Verdict, words: Words) -> str:
    """Return what stands largest: "Welcome", at a door "Place reserved", "Free place", "Full – waiting list 3"."""
    door = verdict.door
    if door is not None and isinstance(verdict, Refused) and verdict.code is Outcome.FULL:
        return doors.full(words, door.number)
    usual = verdicts.word(words, verdict.code)
    if door is None or not isinstance(verdict, Accepted):
        return usual
    match door.seat:
        case Seat.RESERVED:
            return doors.reserved(words)
        case Seat.PART:
            return doors.has_part(words)
        case Seat.FREE:
            return doors.free(words)
        case Seat.OPEN:
            return usual
        case _:
            assert_never(door.seat)


def next_step(verdict: Verdict, words: Words, contact: str = "") -> str:
    """Return what to do now; empty where nothing is to be done. `contact` is whom to call."""
    door = verdict.door
    if door is not None and door.free_at is not None and verdict.code is Outcome.FULL:
        return doors.wait_until(words, door.free_at)
    return verdicts.next_step(words, verdict.code, contact)
