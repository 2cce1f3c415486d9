"""Two kinds of error: a known fault with a remedy, and a bug of ours."""

from eventdesk.codes import Fault


class KnownError(Exception):
    """A fault that a person can do something about. `words.fault` makes the sentence.

    `details` holds what the sentence needs (path, line, value), already as text.
    """

    def __init__(self, fault: Fault, **details: str) -> None:
        super().__init__(f"{fault.value}: {details}" if details else fault.value)
        self.fault = fault
        self.details = details

    def is_like(self, other: "KnownError") -> bool:
        """Say whether both are about the same, wherever it happened."""
        return (self.fault, self.details.get("trouble")) == (other.fault, other.details.get("trouble"))


class BugError(Exception):
    """Something that can only happen if eventdesk itself is wrong."""
