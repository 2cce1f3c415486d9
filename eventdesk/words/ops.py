"""What was done, in plain words, for the journal and for undo."""

from collections.abc import Mapping
from typing import Literal, assert_never

from eventdesk.codes import NOTES, Op, Refusal
from eventdesk.words import Words, audit, mark


def deed(words: Words, op: Op, label: str) -> str:
    """Return one line of the journal: "Check-in: Elif Demirtaş"."""
    name = deed_name(words, op)
    told = audit.about(words, op, label) if op in NOTES else label
    return f"{name}: {told}" if told else name


def both_names(kept: str, other: str) -> str:
    """Return what a merger is called, after both entries."""
    return f"{kept} + {other}"


def deed_name(words: Words, op: Op) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per code
    """Return the name of a kind of entry."""
    match op:
        case Op.CREATE:
            return words.t("Event created")
        case Op.SETTINGS:
            return words.t("Settings")
        case Op.PIN:
            return words.t("PIN changed")
        case Op.IMPORT:
            return words.t("Import")
        case Op.ADD_PERSON:
            return words.t("Person added")
        case Op.EDIT_PERSON:
            return words.t("Person changed")
        case Op.MERGE_PEOPLE:
            return words.t("Duplicates merged")
        case Op.WALK_IN:
            return words.t("Walk-in")
        case Op.CHECK_IN:
            return words.t("Check-in")
        case Op.CHECK_OUT:
            return words.t("Exit")
        case Op.REFUSED_SCAN:
            return words.t("Scan refused")
        case Op.PRINT:
            return words.t("Badge printed")
        case Op.HAND_OUT:
            return words.t("Badge handed out")
        case Op.TAKE_BACK:
            return words.t("Badge taken back")
        case Op.REPLACE_BADGE:
            return words.t("Badge replaced")
        case Op.UNDO:
            return words.t("Undone")
        case _:
            return words.t(_FEATURES[op])


_FeatureOp = Literal[
    Op.FAIR_PLACE,
    Op.FAIR_FREE,
    Op.FAIR_SWAP,
    Op.FAIR_PIN,
    Op.FAIR_UNPIN,
    Op.FAIR_BLOCK,
    Op.FAIR_UNBLOCK,
    Op.FAIR_POWER,
    Op.FAIR_STATUS,
    Op.FAIR_SETUP,
    Op.FAIR_WEIGHTS,
    Op.ADD_EXHIBITOR,
    Op.EDIT_EXHIBITOR,
    Op.REMOVE_EXHIBITOR,
    Op.ADD_HALL,
    Op.EDIT_HALL,
    Op.REMOVE_HALL,
    Op.ADD_BOOTHS,
    Op.MOVE_BOOTHS,
    Op.TURN_BOOTHS,
    Op.NUMBER_BOOTHS,
    Op.EDIT_BOOTHS,
    Op.REMOVE_BOOTHS,
    Op.HALL_PART,
    Op.FLOOR_PICTURE,
    Op.APPLY_PLAN,
    Op.KEEP_PLAN,
    Op.RESTORE_PLAN,
    Op.PANELS_ADD_ROOM,
    Op.PANELS_EDIT_ROOM,
    Op.PANELS_REMOVE_ROOM,
    Op.PANELS_ADD_SLOT,
    Op.PANELS_EDIT_SLOT,
    Op.PANELS_REMOVE_SLOT,
    Op.PANELS_ADD_SESSION,
    Op.PANELS_EDIT_SESSION,
    Op.PANELS_REMOVE_SESSION,
    Op.PANELS_PUT,
    Op.PANELS_SWAP,
    Op.PANELS_FIX,
    Op.PANELS_UNFIX,
    Op.PANELS_WISHES,
    Op.PANELS_APPLY,
    Op.PANELS_KEEP,
    Op.PANELS_RESTORE,
    Op.PANELS_DRAW,
    Op.PANELS_GIVE_PLACE,
    Op.PANELS_TAKE_PLACE,
    Op.PANELS_WAIT,
    Op.PANELS_MOVE_UP,
    Op.PANELS_CONFIRM,
    Op.PANELS_DOOR,
    Op.PANELS_COUNT,
    Op.CAFE_ADD_TABLE,
    Op.CAFE_EDIT_TABLE,
    Op.CAFE_REMOVE_TABLE,
    Op.CAFE_ROUNDS,
    Op.CAFE_APPLY,
    Op.CAFE_MOVE,
    Op.CAFE_HAND_OVER,
    Op.CAFE_LEAVE,
    Op.CAFE_JOIN,
    Op.CAFE_CLOSE_TABLE,
    Op.CAFE_PAIR,
    Op.CAFE_CLOCK,
    Op.CAFE_KEEP,
    Op.FINDINGS,
    Op.PRIZE_ADD_POLL,
    Op.PRIZE_EDIT_POLL,
    Op.PRIZE_REMOVE_POLL,
    Op.PRIZE_BALLOTS,
    Op.PRIZE_OPEN,
    Op.PRIZE_ISSUE,
    Op.PRIZE_VOID,
    Op.PRIZE_REPLACE,
    Op.PRIZE_CAST,
    Op.PRIZE_CLOSE,
    Op.BROCHURE,
    Op.CONSENTS,
    Op.ERASE_PERSON,
    Op.LOOK_UP,
    Op.EXPORT,
]
"""A kind of entry that has no name yet fails the type check of `deed_name`."""

_FEATURES: Mapping[_FeatureOp, str] = {
    Op.FAIR_PLACE: mark("Placed"),
    Op.FAIR_FREE: mark("Taken off the plan"),
    Op.FAIR_SWAP: mark("Stands exchanged"),
    Op.FAIR_PIN: mark("Stand settled"),
    Op.FAIR_UNPIN: mark("Stand no longer settled"),
    Op.FAIR_BLOCK: mark("Booth blocked"),
    Op.FAIR_UNBLOCK: mark("Booth free again"),
    Op.FAIR_POWER: mark("Power of a booth changed"),
    Op.FAIR_STATUS: mark("Exhibitor comes or not"),
    Op.FAIR_SETUP: mark("State of a stand"),
    Op.FAIR_WEIGHTS: mark("Weights of the placement"),
    Op.ADD_EXHIBITOR: mark("Exhibitor added"),
    Op.EDIT_EXHIBITOR: mark("Exhibitor changed"),
    Op.REMOVE_EXHIBITOR: mark("Exhibitor removed"),
    Op.ADD_HALL: mark("Hall added"),
    Op.EDIT_HALL: mark("Hall changed"),
    Op.REMOVE_HALL: mark("Hall removed"),
    Op.ADD_BOOTHS: mark("Booths drawn"),
    Op.MOVE_BOOTHS: mark("Booths moved"),
    Op.TURN_BOOTHS: mark("Booths turned"),
    Op.NUMBER_BOOTHS: mark("Booths numbered anew"),
    Op.EDIT_BOOTHS: mark("Booths changed"),
    Op.REMOVE_BOOTHS: mark("Booths removed"),
    Op.HALL_PART: mark("Floor of a hall changed"),
    Op.FLOOR_PICTURE: mark("Picture behind the floor plan"),
    Op.APPLY_PLAN: mark("Placement applied"),
    Op.KEEP_PLAN: mark("Placement kept"),
    Op.RESTORE_PLAN: mark("Went back to a placement"),
    Op.PANELS_ADD_ROOM: mark("Room added"),
    Op.PANELS_EDIT_ROOM: mark("Room changed"),
    Op.PANELS_REMOVE_ROOM: mark("Room removed"),
    Op.PANELS_ADD_SLOT: mark("Slot added"),
    Op.PANELS_EDIT_SLOT: mark("Slot changed"),
    Op.PANELS_REMOVE_SLOT: mark("Slot removed"),
    Op.PANELS_ADD_SESSION: mark("Session added"),
    Op.PANELS_EDIT_SESSION: mark("Session changed"),
    Op.PANELS_REMOVE_SESSION: mark("Session removed"),
    Op.PANELS_PUT: mark("Session placed"),
    Op.PANELS_SWAP: mark("Sessions exchanged"),
    Op.PANELS_FIX: mark("Session fixed"),
    Op.PANELS_UNFIX: mark("Session no longer fixed"),
    Op.PANELS_WISHES: mark("Wishes changed"),
    Op.PANELS_APPLY: mark("Timetable applied"),
    Op.PANELS_KEEP: mark("Timetable kept"),
    Op.PANELS_RESTORE: mark("Went back to a timetable"),
    Op.PANELS_DRAW: mark("Places given out"),
    Op.PANELS_GIVE_PLACE: mark("Place given"),
    Op.PANELS_TAKE_PLACE: mark("Place taken back"),
    Op.PANELS_WAIT: mark("Waiting list"),
    Op.PANELS_MOVE_UP: mark("Moved up from the waiting list"),
    Op.PANELS_CONFIRM: mark("Place confirmed"),
    Op.PANELS_DOOR: mark("Door of a room"),
    Op.PANELS_COUNT: mark("Counted at the door"),
    Op.CAFE_ADD_TABLE: mark("Table added"),
    Op.CAFE_EDIT_TABLE: mark("Table changed"),
    Op.CAFE_REMOVE_TABLE: mark("Table removed"),
    Op.CAFE_ROUNDS: mark("Rounds changed"),
    Op.CAFE_APPLY: mark("Tables of the World Café given out"),
    Op.CAFE_MOVE: mark("Seat at a table changed"),
    Op.CAFE_HAND_OVER: mark("Card handed over"),
    Op.CAFE_LEAVE: mark("Card given back"),
    Op.CAFE_JOIN: mark("Taken to a table"),
    Op.CAFE_CLOSE_TABLE: mark("Table closed"),
    Op.CAFE_PAIR: mark("Who sits with whom"),
    Op.CAFE_CLOCK: mark("Clock of the rounds"),
    Op.CAFE_KEEP: mark("Cards printed"),
    Op.FINDINGS: mark("Results noted"),
    Op.PRIZE_ADD_POLL: mark("Poll added"),
    Op.PRIZE_EDIT_POLL: mark("Poll changed"),
    Op.PRIZE_REMOVE_POLL: mark("Poll removed"),
    Op.PRIZE_BALLOTS: mark("Ballots made"),
    Op.PRIZE_OPEN: mark("Poll opened"),
    Op.PRIZE_ISSUE: mark("Ballot handed out"),
    Op.PRIZE_VOID: mark("Ballot made void"),
    Op.PRIZE_REPLACE: mark("Lost ballot replaced"),
    Op.PRIZE_CAST: mark("Ballot cast"),
    Op.PRIZE_CLOSE: mark("Poll closed"),
    Op.BROCHURE: mark("Brochure changed"),
    Op.CONSENTS: mark("Consents changed"),
    Op.LOOK_UP: mark("Details looked at"),
    Op.EXPORT: mark("Written to a file"),
    Op.ERASE_PERSON: mark("Person erased"),
}


def undo_refusal(words: Words, reason: Refusal, target: str, against: str) -> str:
    """Return why nothing was undone. `target` and `against` are journal lines, empty if there is none."""
    match reason:
        case Refusal.NOTHING:
            return words.t("There is nothing to undo.")
        case Refusal.ALREADY_UNDONE:
            return words.t("“{target}” was undone before.", target=target)
        case Refusal.OVERTAKEN if against:
            return words.t(
                "“{target}” cannot be undone: “{against}” came after it. Undo that first.",
                target=target,
                against=against,
            )
        case Refusal.OVERTAKEN:
            return words.t("“{target}” cannot be undone: other things build on it by now.", target=target)
        case Refusal.NOT_UNDOABLE:
            return words.t("“{target}”: this is how it happened; there is nothing to undo here.", target=target)
        case _:
            assert_never(reason)
