"""What the desk says about a scan: the word that stands largest, what to do next, and a remark for lists."""

from typing import assert_never

from eventdesk.codes import Outcome
from eventdesk.words import Words


def word(words: Words, outcome: Outcome) -> str:  # noqa: C901 - one case per code
    """Return the one word or short phrase that a volunteer reads first."""
    match outcome:
        case Outcome.ACCEPTED:
            said = words.t("Welcome")
        case Outcome.ALREADY_IN:
            said = words.t("Already in")
        case Outcome.LEFT:
            said = words.t("Goodbye")
        case Outcome.NOT_INSIDE:
            said = words.t("Was not in")
        case Outcome.UNKNOWN_CODE:
            said = words.t("Unknown code")
        case Outcome.CANCELLED:
            said = words.t("Cancelled")
        case Outcome.PENDING:
            said = words.t("Not confirmed yet")
        case Outcome.WAITING:
            said = words.t("On the waiting list")
        case Outcome.WRONG_POINT:
            said = words.t("Not at this point")
        case Outcome.WRONG_DAY:
            said = words.t("Not today")
        case Outcome.FULL:
            said = words.t("Full")
        case Outcome.REPLACED_BADGE:
            said = words.t("Replaced badge")
        case _:
            assert_never(outcome)
    return said


def next_step(words: Words, outcome: Outcome, contact: str = "") -> str:
    """Return what to do now, in one sentence; empty where nothing is to be done.

    `contact`: whom to call where the desk cannot decide, as the organiser wrote it.
    """
    match outcome:
        case Outcome.ACCEPTED | Outcome.LEFT:
            said = ""
        case Outcome.ALREADY_IN:
            said = words.t("Ask for the name, and admit the person anyway if it is theirs.")
        case Outcome.NOT_INSIDE:
            said = words.t("The person may go; somebody who is just coming needs “Entry” (F7) and a second scan.")
        case Outcome.UNKNOWN_CODE:
            said = words.t("Scan again or type the name; who is not on the list is added with F3.")
        case Outcome.CANCELLED | Outcome.PENDING | Outcome.WRONG_DAY if contact:
            said = words.t("The organisers decide whether the person may come in: call {contact}.", contact=contact)
        case Outcome.CANCELLED | Outcome.PENDING | Outcome.WRONG_DAY:
            said = words.t("Call the organisers: they decide whether the person may come in.")
        case Outcome.WAITING:
            said = words.t("Admit the person anyway if there is a place by now, or ask them to wait.")
        case Outcome.WRONG_POINT:
            said = words.t("Show the person the right way: this point is for other roles.")
        case Outcome.FULL:
            said = words.t("Ask the person to wait until somebody leaves.")
        case Outcome.REPLACED_BADGE if contact:
            said = words.t(
                "This badge was replaced: ask for the new badge or search the name; in doubt call {contact}.",
                contact=contact,
            )
        case Outcome.REPLACED_BADGE:
            said = words.t(
                "This badge was replaced: ask for the new badge or search the name; in doubt call the organisers."
            )
        case _:
            assert_never(outcome)
    return said


def remark(words: Words, outcome: Outcome) -> str:  # noqa: C901 - one case per code
    """Return what stands beside a name in the list of the last scans; empty after an ordinary entry."""
    match outcome:
        case Outcome.ACCEPTED:
            said = ""
        case Outcome.ALREADY_IN:
            said = words.t("was in already")
        case Outcome.LEFT:
            said = words.t("left")
        case Outcome.NOT_INSIDE:
            said = words.t("was not in")
        case Outcome.UNKNOWN_CODE:
            said = words.t("unknown code")
        case Outcome.CANCELLED:
            said = words.t("registration cancelled")
        case Outcome.PENDING:
            said = words.t("not confirmed")
        case Outcome.WAITING:
            said = words.t("waiting list")
        case Outcome.WRONG_POINT:
            said = words.t("wrong point")
        case Outcome.WRONG_DAY:
            said = words.t("another day")
        case Outcome.FULL:
            said = words.t("no room")
        case Outcome.REPLACED_BADGE:
            said = words.t("replaced badge")
        case _:
            assert_never(outcome)
    return said
