"""What is shown in large letters when somebody comes for a ballot."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from zoneinfo import ZoneInfo

from eventdesk.people.person import Person
from eventdesk.prize.outcome import (
    AlreadyIssued,
    IssueAnswer,
    Issued,
    NotCheckedIn,
    ReplaceAnswer,
    WrongState,
)
from eventdesk.prize.poll import PollEntry
from eventdesk.prize.telling import answer_text
from eventdesk.words import Words
from eventdesk.words.days import days_text


class Mood(Enum):
    """What a verdict means: its colour and its icon, never its colour alone."""

    GOOD = "good"
    PACKET = "packet"
    MIND = "mind"
    NO = "no"
    UNKNOWN = "unknown"
    QUIET = "quiet"
    INVITE = "invite"
    ASK = "ask"


@dataclass(frozen=True)
class Said:
    """One verdict. `large` says what to do, `name` with whom, `below` the rest; `replaces`: a lost one can be."""

    mood: Mood
    word: str
    large: str
    name: str = ""
    below: str = ""
    replaces: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        return ". ".join(part.rstrip(".") for part in (self.large, self.name, self.word, self.below) if part)


def place_text(words: Words, packet: PollEntry | None) -> str:
    """Say from where a ballot is taken."""
    if packet is None:
        return words.t("from the pile for everybody")
    return words.t("from packet {number}: {name}", number=packet.number, name=packet.name)


def issue_said(words: Words, answer: IssueAnswer | ReplaceAnswer, person: Person, zone: ZoneInfo) -> Said:
    """Return the verdict on somebody who wants a ballot."""
    name, told = person.name, answer_text(words, answer, person.name)
    match answer:
        case Issued(packet=None, again=again):
            word = words.t("The lost one is void") if again else words.t("Noted")
            return Said(Mood.GOOD, word, words.t("Hand out a ballot"), name, words.t("From the pile for everybody."))
        case Issued(packet=packet, again=again) if packet is not None:
            word = words.t("The lost one is void") if again else words.t("Noted")
            below = words.t("{name}: nobody votes for their own stand.", name=packet.name)
            return Said(Mood.PACKET, word, words.t("Take from packet {number}", number=packet.number), name, below)
        case AlreadyIssued(at=at):
            below = words.t("Handed out: {when}", when=_when(words, at, zone))
            return Said(
                Mood.MIND, words.t("No second one"), words.t("Has a ballot already"), name, below, replaces=True
            )
        case NotCheckedIn():
            below = words.t("Check in first, then come back.")
            return Said(Mood.NO, words.t("No ballot"), words.t("Not checked in"), name, below)
        case WrongState():
            return Said(Mood.NO, words.t("No ballot"), told, name)
        case _:
            return Said(Mood.NO, words.t("No ballot"), words.t("That cannot be"), name, told)


def unknown_said(words: Words) -> Said:
    """Return the verdict on a code that nobody has."""
    return Said(
        Mood.UNKNOWN, words.t("No ballot"), words.t("Nobody has this code"), "", words.t("Look for the name instead.")
    )


def _when(words: Words, at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    day = local.date().isoformat()
    return f"{days_text(words, day, day)}, {local:%H:%M}"
