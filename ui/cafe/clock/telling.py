"""What the clock says in words: on the page in a line, on the projector in large letters."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from eventdesk.cafe.round import CafeRound
from eventdesk.words import Words
from ui.cafe.clock.state import ClockState, Phase


class Mood(Enum):
    """How a clock looks."""

    QUIET = "quiet"
    RUNNING = "running"
    SOON = "soon"
    UP = "up"


@dataclass(frozen=True)
class Face:
    """What the large window shows; `large` is the time, or a word."""

    label: str
    large: str
    sentence: str = ""
    below: str = ""
    mood: Mood = Mood.QUIET

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ". ".join(part for part in (self.label, self.large, self.sentence, self.below) if part)


def clock_face(words: Words, state: ClockState, title: str, now: datetime) -> Face:
    """Return what the projector shows; `title` is the event, `now` the local time."""
    if state.round is None:
        time = f"{now:%H:%M}"
        if state.phase is Phase.OVER:
            return Face(title, words.t("Thank you!"), words.t("All rounds are over."), time)
        return Face(title, words.t("World Café"), next_text(words, state), time)
    label = words.t("Round {number} of {count}", number=state.round.number, count=state.rounds)
    below = next_text(words, state)
    if state.phase is Phase.UP:
        change = words.t("Please change tables now.") if state.next is not None else words.t("Please come to an end.")
        return Face(label, "0:00", change, below, Mood.UP)
    if state.phase is Phase.PAUSED:
        return Face(label, state.text, words.t("The clock stands still."), below, Mood.QUIET)
    return Face(label, state.text, state.round.question, below, Mood.SOON if state.soon else Mood.RUNNING)


def next_text(words: Words, state: ClockState) -> str:
    """Return what comes next: "Next: round 2 at 18:40"."""
    if state.next is None:
        return words.t("This is the last round.") if state.round is not None else ""
    time = time_text(state.next)
    if time:
        return words.t("Next: round {number} at {time}", number=state.next.number, time=time)
    return words.t("Next: round {number}", number=state.next.number)


def time_text(each: CafeRound) -> str:
    """Return when a round is planned to begin: "18:40"; empty if nobody said."""
    return each.starts[11:16]


def said_text(words: Words, state: ClockState) -> str:
    """Return what the clock says on the page, beside the time."""
    match state.phase:
        case Phase.RUNNING:
            return words.t("left in round {number}", number=state.round.number if state.round is not None else 0)
        case Phase.PAUSED:
            return words.t("The clock stands still.")
        case Phase.UP:
            return words.t("Time is up.")
        case Phase.OVER:
            return words.t("All rounds are over.")
        case _:
            return next_text(words, state)


def deed_text(words: Words, state: ClockState) -> str:
    """Return what the key of the clock does now; empty if nothing."""
    match state.phase:
        case Phase.RUNNING:
            return words.t("Pause")
        case Phase.PAUSED:
            return words.t("Go on")
        case Phase.UP:
            return words.t("End round {number}", number=state.round.number if state.round is not None else 0)
        case Phase.BEFORE | Phase.BETWEEN:
            return words.t("Start round {number}", number=state.next.number if state.next is not None else 0)
        case _:
            return ""
