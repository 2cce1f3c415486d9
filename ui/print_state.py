"""What is said about one badge that is being printed."""

from dataclasses import dataclass
from enum import StrEnum

from eventdesk.badges.printers.queue import Item, Stage
from eventdesk.errors import KnownError


class Occasion(StrEnum):
    """Why a badge is printed; kept in the print log."""

    WALK_IN = "walk_in"
    CHECK_IN = "check_in"
    BY_HAND = "by_hand"
    BATCH = "batch"


class Step(StrEnum):
    """How far a badge has come."""

    MAKING = "making"
    QUEUED = "queued"
    SENT = "sent"
    HELD = "held"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class PrintState:
    """What is to be said about one badge. `small`: a text had to become hard to read, or lacks letters.

    `error`: why it waits or failed. `ahead`: how many come before it. `left`: the labels left, where they run short.
    """

    person: int
    step: Step
    printer: str
    error: KnownError | None = None
    small: bool = False
    ahead: int = 0
    left: int | None = None

    @property
    def share(self) -> float:
        """How much of the way is done, 0 to 1; what stands still shows none of it."""
        if self.error is not None:
            return 1.0
        return {Step.MAKING: 0.25, Step.QUEUED: 0.4, Step.SENT: 0.7}.get(self.step, 1.0)


STEPS = {
    Stage.MAKING: Step.MAKING,
    Stage.WAITING: Step.QUEUED,
    Stage.SENDING: Step.SENT,
    Stage.PRINTING: Step.SENT,
    Stage.HELD: Step.HELD,
    Stage.FAILED: Step.FAILED,
}


def is_one_badge(item: Item) -> bool:
    """Say whether it is the badge of one person, which can be made anew; other pages have whoever made them."""
    return len(item.people) == 1 and item.occasion != Occasion.BATCH
