"""What is said about printed badges: where they lie, and why they were printed."""

from collections.abc import Mapping

from eventdesk.codes import PrintReason
from eventdesk.words import Words, mark

REASONS: Mapping[str, str] = {
    PrintReason.LOST.value: mark("Lost"),
    PrintReason.DAMAGED.value: mark("Damaged"),
    PrintReason.NAME_CORRECTED.value: mark("Name corrected"),
    PrintReason.ROLE_CHANGED.value: mark("Role changed"),
    PrintReason.PRINTER_FAULT.value: mark("Fault of the printer"),
}
"""Why a badge is printed again, in the order in which it is asked."""

_OCCASIONS: Mapping[str, str] = {
    "walk_in": mark("Walk-in"),
    "check_in": mark("At check-in"),
    "by_hand": mark("By hand"),
    "batch": mark("All together"),
}


def reason_text(words: Words, reason: str) -> str:
    """Return why a badge was printed; a reason in the words of the desk stays as it is."""
    known = REASONS.get(reason) or _OCCASIONS.get(reason)
    return words.t(known) if known else reason


def spot_text(words: Words, box: str, number: int) -> str:
    """Return where a badge lies: "Box M–R · no. 312"."""
    return words.t("Box {box} · no. {number}", box=box, number=number)


def picture_fault(words: Words, file: str, *, too_large: bool) -> str:
    """Return why a file cannot be kept as a picture, and what to do."""
    if too_large:
        return words.t("“{file}” is too large: at most one megabyte. Make it smaller and choose it again.", file=file)
    return words.t("“{file}” is no picture that can be printed: choose a PNG or a JPEG.", file=file)
