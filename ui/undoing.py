"""What is said of an undo that was refused, wherever it was asked for."""

from eventdesk.event import UndoRefused
from eventdesk.words import Words, ops


def refusal(words: Words, answer: UndoRefused) -> str:
    """Return why nothing was undone."""
    target = ops.deed(words, answer.entry.op, answer.entry.label) if answer.entry else ""
    against = ops.deed(words, answer.against.op, answer.against.label) if answer.against else ""
    return ops.undo_refusal(words, answer.reason, target, against)
