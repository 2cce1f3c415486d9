"""What duties are called, why a text is no PIN, how long one has to wait."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import ceil
from typing import assert_never

from eventdesk.pins import LONGEST, SHORTEST, PinTrouble
from eventdesk.rights import Duty, Level
from eventdesk.words import Words, mark
from ui.rights.keeper import Tried

_DUTIES: Mapping[Duty, str] = {
    Duty.SCAN: mark("Check in and out, take in groups, count at doors"),
    Duty.SEARCH: mark("Find people by name at the check-in"),
    Duty.WALK_IN: mark("Take in walk-ins"),
    Duty.CORRECT: mark("Correct a name at the check-in"),
    Duty.BADGES: mark("Print a badge, replace a lost one, choose the printer"),
    Duty.BALLOTS: mark("Note who got a ballot; guests vote at the voting screen"),
    Duty.GUESTS: mark("Turn the guest screen on and off"),
    Duty.UNDO_OWN: mark("Take back what this desk did at the check-in"),
    Duty.ADMIT_ANYWAY: mark("Let somebody in against the rules"),
    Duty.PEOPLE: mark("See the list of all people, change and merge them"),
    Duty.LISTS: mark("Import and export lists, print badges for all"),
    Duty.PLANS: mark("Change the fair, the programme and the World Café"),
    Duty.POLLS: mark("Prepare, open, count and close polls"),
    Duty.AFTERWARDS: mark("Results, certificates, finishing the event"),
    Duty.SETTINGS: mark("Change the event, this desk and PINs"),
    Duty.UNDO_ALL: mark("See the journal, take back anything"),
}


def duties(words: Words, level: Level) -> Sequence[str]:
    """Return what is for this level and no lower one."""
    return [words.t(_DUTIES[duty]) for duty in Duty if duty.level is level]


def trouble_text(words: Words, trouble: PinTrouble) -> str:
    """Return why a text cannot be a PIN."""
    match trouble:
        case PinTrouble.SHORT:
            return words.t("At least {count} digits or letters, please.", count=SHORTEST)
        case PinTrouble.LONG:
            return words.t("At most {count} digits or letters, please.", count=LONGEST)
        case PinTrouble.SIGNS:
            return words.t("Only digits and letters, please: they are on every keyboard.")
        case PinTrouble.SAME:
            return words.t("This is the other PIN already. Please choose another one.")
        case _:
            assert_never(trouble)


def tried_text(words: Words, tried: Tried) -> str:
    """Return what to say to a PIN that opens nothing."""
    if tried.wait:
        return wait_text(words, tried.wait)
    return words.n("That is not the PIN. One more try.", "That is not the PIN. {count} more tries.", tried.left)


def wait_text(words: Words, wait: timedelta) -> str:
    """Return how long to wait."""
    seconds = ceil(wait.total_seconds())
    return words.n("Too many wrong PINs. Wait one second.", "Too many wrong PINs. Wait {count} seconds.", seconds)
