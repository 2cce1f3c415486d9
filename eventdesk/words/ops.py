"""What was done, in plain words, for the journal and for undo."""

from typing import assert_never

from eventdesk.codes import Op, Refusal
from eventdesk.words import Words


def deed(words: Words, op: Op, label: str) -> str:
    """Return one line of the journal: "Check-in: Elif Demirtaş"."""
    name = deed_name(words, op)
    return f"{name}: {label}" if label else name


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
            assert_never(op)


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
