"""Who may do what: one table of duties, read by the door of the file, by the window, and shown to the organisers.

It protects from mistakes. Whoever can copy the file can do everything with the copy.
"""

from collections.abc import Mapping
from enum import StrEnum

from eventdesk.codes import NOTES, Fault, Op
from eventdesk.errors import KnownError


class Level(StrEnum):
    """For whom a desk works at the moment."""

    CLERK = "clerk"
    ORGANISER = "organiser"


class Duty(StrEnum):
    """What there is to be done at an event, as people would divide it."""

    SCAN = "scan"
    SEARCH = "search"
    WALK_IN = "walk_in"
    CORRECT = "correct"
    BADGES = "badges"
    BALLOTS = "ballots"
    GUESTS = "guests"
    UNDO_OWN = "undo_own"
    ADMIT_ANYWAY = "admit_anyway"
    PEOPLE = "people"
    LISTS = "lists"
    PLANS = "plans"
    POLLS = "polls"
    AFTERWARDS = "afterwards"
    SETTINGS = "settings"
    UNDO_ALL = "undo_all"

    @property
    def level(self) -> Level:
        """Who may do it: clerks, and with them organisers, or organisers alone."""
        return Level.CLERK if self in _OF_CLERKS else Level.ORGANISER


_OF_CLERKS = frozenset(
    {
        Duty.SCAN,
        Duty.SEARCH,
        Duty.WALK_IN,
        Duty.CORRECT,
        Duty.BADGES,
        Duty.BALLOTS,
        Duty.GUESTS,
        Duty.UNDO_OWN,
    }
)

_OPS: Mapping[Duty, frozenset[Op]] = {
    Duty.SCAN: frozenset({Op.CHECK_IN, Op.CHECK_OUT, Op.REFUSED_SCAN, Op.PANELS_COUNT}),
    Duty.SEARCH: NOTES,
    Duty.WALK_IN: frozenset({Op.WALK_IN}),
    Duty.CORRECT: frozenset({Op.EDIT_PERSON}),
    Duty.BADGES: frozenset({Op.PRINT, Op.HAND_OUT, Op.TAKE_BACK, Op.REPLACE_BADGE}),
    Duty.BALLOTS: frozenset({Op.PRIZE_ISSUE, Op.PRIZE_CAST}),
    Duty.UNDO_OWN: frozenset({Op.UNDO}),
    Duty.PEOPLE: frozenset({Op.ADD_PERSON, Op.MERGE_PEOPLE}),
    Duty.LISTS: frozenset({Op.IMPORT}),
    Duty.AFTERWARDS: frozenset({Op.FINDINGS, Op.BROCHURE, Op.CONSENTS, Op.ERASE_PERSON}),
    Duty.SETTINGS: frozenset({Op.CREATE, Op.SETTINGS, Op.PIN}),
}
_PLANS = ("fair_", "panels_", "cafe_")
_POLLS = ("prize_",)
_FLOOR = frozenset(
    {
        *(Op.ADD_EXHIBITOR, Op.EDIT_EXHIBITOR, Op.REMOVE_EXHIBITOR, Op.ADD_HALL, Op.EDIT_HALL, Op.REMOVE_HALL),
        *(Op.ADD_BOOTHS, Op.MOVE_BOOTHS, Op.TURN_BOOTHS, Op.NUMBER_BOOTHS, Op.EDIT_BOOTHS, Op.REMOVE_BOOTHS),
        *(Op.HALL_PART, Op.FLOOR_PICTURE, Op.APPLY_PLAN, Op.KEEP_PLAN, Op.RESTORE_PLAN),
    }
)


def duty_of(op: Op) -> Duty | None:
    """Return to which duty a kind of entry belongs; None if nobody has said so: then it is for organisers."""
    named = next((duty for duty, ops in _OPS.items() if op in ops), None)
    if named is not None:
        return named
    if op in _FLOOR or op.value.startswith(_PLANS):
        return Duty.PLANS
    return Duty.POLLS if op.value.startswith(_POLLS) else None


CLERK_OPS = frozenset(op for op in Op if (duty := duty_of(op)) is not None and duty.level is Level.CLERK)
"""What a clerk's desk writes."""
UNDONE_BY_CLERKS = CLERK_OPS - NOTES - {Op.UNDO}
"""What a clerk takes back, if this desk has done it."""


def may(level: Level, duty: Duty) -> bool:
    """Say whether a desk that works for `level` may do this."""
    return level is Level.ORGANISER or duty.level is Level.CLERK


def require(level: Level, duty: Duty) -> None:
    """Raise KnownError with NOT_ALLOWED unless a desk that works for `level` may do this."""
    if not may(level, duty):
        raise KnownError(Fault.NOT_ALLOWED)


def require_op(level: Level, op: Op) -> None:
    """Raise KnownError with NOT_ALLOWED unless a desk that works for `level` may write such an entry."""
    if level is not Level.ORGANISER and op not in CLERK_OPS:
        raise KnownError(Fault.NOT_ALLOWED)


def require_undo(level: Level, op: Op, *, own: bool) -> None:
    """Raise KnownError with NOT_ALLOWED unless such an entry, of this desk if it is its `own`, may be taken back."""
    if level is not Level.ORGANISER and not (own and op in UNDONE_BY_CLERKS):
        raise KnownError(Fault.NOT_ALLOWED)
