"""What is said about badges on their way."""

from typing import assert_never

from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.faults import printer_trouble
from ui.actions import ActionId, key_of
from ui.print_state import PrintState, Step


def no_printer(words: Words) -> str:
    """Return what is said where a badge is asked for and no printer is chosen."""
    return words.t("No printer is chosen yet. Choose one with {key}.", key=key_of(words, ActionId.PRINTER))


def sentence(words: Words, state: PrintState) -> str:
    """Return what the card says about a badge."""
    match state.step:
        case Step.MAKING | Step.SENT:
            said = words.t("The badge is being printed …")
        case Step.QUEUED:
            said = _queued(words, state)
        case Step.HELD:
            trouble = printer_trouble(words, state.error)
            said = words.t("The badge waits at {printer}: {trouble}", printer=state.printer, trouble=trouble)
        case Step.DONE:
            said = _done(words, state)
        case Step.FAILED:
            said = waits(words, state.printer, state.error)
        case _:
            assert_never(state.step)
    return said


def waits(words: Words, printer: str, error: KnownError | None) -> str:
    """Return what is said about a badge that does not come out now; it is kept until it does."""
    key, trouble = key_of(words, ActionId.PRINTER), printer_trouble(words, error)
    return words.t("The badge waits for {printer}: {trouble} More: {key}", printer=printer, trouble=trouble, key=key)


def _queued(words: Words, state: PrintState) -> str:
    if state.error is not None:
        return waits(words, state.printer, state.error)
    if state.ahead:
        return words.n("The badge waits for one before it.", "The badge waits for {count} before it.", state.ahead)
    return words.t("The badge is being printed …")


def _done(words: Words, state: PrintState) -> str:
    if state.small:
        return words.t("Badge printed. Please look at it: a text is very small or in other letters.")
    if state.left is None:
        return words.t("Badge printed ({printer})", printer=state.printer)
    if not state.left:
        return words.t("Badge printed, and it was the last label. Put in a new roll.")
    return words.n("Badge printed. One label is left.", "Badge printed. {count} labels are left.", state.left)
