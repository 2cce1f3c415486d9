"""What is said first about a scan, and what to do next: everywhere the same, but at the door of a session."""

from datetime import tzinfo
from typing import assert_never

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.scan import RecentScan
from eventdesk.checkin.seating import Seat
from eventdesk.checkin.verdict import Accepted, NotInside, Refused, Verdict
from eventdesk.codes import Outcome
from eventdesk.words import Words, doors, verdicts


def word(verdict: Verdict, words: Words) -> str:
    """Return what stands largest: "Welcome", at a door "Place reserved", "Free place", "Full – waiting list 3".

    Who is in the room already is not greeted again. Who goes out of one where they are not may well be in the house.
    """
    door = verdict.door
    if isinstance(verdict, NotInside) and verdict.point.kind is PointKind.ROOM:
        return doors.not_here(words)
    if door is not None and isinstance(verdict, Accepted) and door.here_since is not None:
        return doors.here(words)
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


def remark(scan: RecentScan, words: Words) -> str:
    """Return what stands beside a name in the list of the last scans; empty after an ordinary entry."""
    if scan.at_room and scan.outcome is Outcome.NOT_INSIDE:
        return doors.was_not_here(words)
    return verdicts.remark(words, scan.outcome)


def next_step(verdict: Verdict, words: Words, zone: tzinfo, contact: str = "") -> str:
    """Return what to do now; empty where nothing is to be done. `contact` is whom to call."""
    door = verdict.door
    if door is not None and isinstance(verdict, Accepted) and door.here_since is not None:
        return doors.here_already(words, door.here_since.astimezone(zone))
    if door is not None and isinstance(verdict, NotInside) and door.elsewhere is not None:
        return doors.is_elsewhere(words, door.elsewhere.door, door.elsewhere.since.astimezone(zone))
    if door is not None and door.free_at is not None and verdict.code is Outcome.FULL:
        return doors.wait_until(words, door.free_at)
    return verdicts.next_step(words, verdict.code, contact)
