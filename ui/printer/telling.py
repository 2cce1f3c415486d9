"""What is said about each thing in the queue, and about a scanner."""

from collections.abc import Sequence
from typing import assert_never

from eventdesk.badges.printers.queue import Item, Stage
from eventdesk.errors import KnownError
from eventdesk.people.scanner import Finding, Habit, Trial
from eventdesk.words import Words
from eventdesk.words.faults import printer_trouble
from ui import print_places


def line(words: Words, item: Item, blocked: KnownError | None) -> str:
    """Return what the list says about an item: where it goes, and how it is. `blocked`: why nothing goes there."""
    return f"{print_places.name_of(item.printer)} · {_how(words, item, blocked)}"


def _how(words: Words, item: Item, blocked: KnownError | None) -> str:
    match item.stage:
        case Stage.MAKING:
            return words.t("is being made")
        case Stage.WAITING:
            return words.t("waits: {trouble}", trouble=printer_trouble(words, blocked)) if blocked else words.t("waits")
        case Stage.SENDING | Stage.PRINTING:
            return words.t("is being printed")
        case Stage.HELD:
            return words.t("waits at the printer: {trouble}", trouble=printer_trouble(words, item.error))
        case Stage.FAILED:
            return words.t("not printed: {trouble}", trouble=printer_trouble(words, item.error))
        case Stage.UNSURE:
            return words.t("was at the printer. Please look whether it came out.")
        case Stage.LATER:
            return words.t("kept for later")
        case Stage.DONE:
            return words.t("printed; noted when its event is open")
        case _:
            assert_never(item.stage)


def scanned(words: Words, trial: Trial) -> list[str]:
    """Return what a trial of a scanner showed, in sentences."""
    if not trial.findings:
        return [words.t("All is well: the scanner types what the code says, and ends with Enter.")]
    return [_finding(words, finding, trial) for finding in trial.findings]


def remembered(words: Words, habits: Sequence[Habit]) -> str:
    """Return what this desk makes up for, in one sentence; nothing if it takes every scan as it comes."""
    done = [words.t("“{text}” before a code", text=habit.prefix) for habit in habits if habit.prefix]
    done += [words.t("“{text}” after a code", text=habit.suffix) for habit in habits if habit.suffix]
    done += [words.t("swapped capitals")] if any(habit.swapped for habit in habits) else []
    done += [words.t("no Enter")] if any(habit.silent for habit in habits) else []
    return words.t("This desk makes up for: {faults}", faults=", ".join(dict.fromkeys(done))) if done else ""


def _finding(words: Words, finding: Finding, trial: Trial) -> str:
    match finding:
        case Finding.GERMAN_KEYS:
            return words.t(
                "The scanner types for an American keyboard: Y and Z are swapped. Badges of ours are read all the "
                "same, and tickets are put right. To mend it, set the scanner to “German keyboard”."
            )
        case Finding.AZERTY:
            return words.t(
                "This computer has a French keyboard, where digits need Shift. Badges of ours are read all the same. "
                "To mend it, set the scanner to “French keyboard”."
            )
        case Finding.OTHER_DIGITS:
            return words.t("The digits arrive in another script. Badges of ours are read all the same.")
        case Finding.CAPS_LOCK:
            return words.t(
                "Caps Lock is on, here or in the scanner: switch it off. Until then this desk swaps capitals back; "
                "badges of ours are read all the same."
            )
        case Finding.PREFIX:
            return words.t(
                "The scanner writes “{prefix}” before each code. From now on this desk leaves that out. To mend it, "
                "take the prefix out of the scanner's settings.",
                prefix=trial.prefix,
            )
        case Finding.SUFFIX:
            return words.t(
                "The scanner writes “{suffix}” after each code. From now on this desk leaves that out. To mend it, "
                "take the suffix out of the scanner's settings.",
                suffix=trial.suffix,
            )
        case Finding.NO_ENTER:
            return words.t(
                "The scanner does not press Enter. From now on a scan ends at this desk when nothing more comes for a "
                "moment. To be faster, set the scanner's suffix to “Enter” (CR)."
            )
        case Finding.UNREADABLE:
            return words.t(
                "This is not the test code, or the keyboard cannot be told. Switch it to DE or EN and scan again."
            )
        case _:
            assert_never(finding)
