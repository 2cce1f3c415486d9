"""Says in sentences what became of a deed of the audience prize. No sentence says what somebody voted for."""

from typing import assert_never

from eventdesk.prize.count import Count, Ending
from eventdesk.prize.outcome import (
    AlreadyIssued,
    Barred,
    Cast,
    CastAnswer,
    CheckAnswer,
    IssueAnswer,
    Issued,
    NeverIssued,
    NoBallots,
    NoSuchEntry,
    NotCheckedIn,
    NotDone,
    OtherPoll,
    PollTrouble,
    ReplaceAnswer,
    StubOnly,
    UnknownBallot,
    Usable,
    UsedAlready,
    VoidAlready,
    VoidAnswer,
    Voided,
    WrongState,
)
from eventdesk.prize.poll import LONGEST_NAME, LONGEST_TITLE, PollEntry, PollState
from eventdesk.words import Words

_SHORT = 60
Answer = IssueAnswer | ReplaceAnswer | VoidAnswer | CheckAnswer | CastAnswer


def shortened(name: str) -> str:
    """Return the beginning of a name that is too long for a sentence."""
    return name if len(name) <= _SHORT else f"{name[:_SHORT]}…"


def entry_text(entry: PollEntry) -> str:
    """Return an entry as people say it: "17 · Café Grenzenlos"."""
    return f"{entry.number} · {entry.name}"


def answer_text(words: Words, answer: Answer, who: str = "") -> str:
    """Return one sentence on an answer; `who` is the name of the person it is about."""
    match answer:
        case Issued() | NoBallots():
            return _pile_text(words, answer, who)
        case AlreadyIssued():
            return words.t("{name} has got a ballot already. A lost one is replaced by its stub.", name=who)
        case NotCheckedIn():
            return words.t("{name} has not been checked in today. Check in first.", name=who)
        case NeverIssued():
            return words.t("{name} has not got a ballot yet, so none can be replaced.", name=who)
        case WrongState():
            return state_text(words, answer)
        case Voided() | Usable() | Cast() | NoSuchEntry() | Barred():
            return _urn_text(words, answer)
        case _:
            return _code_text(words, answer)


def _pile_text(words: Words, answer: Issued | NoBallots, who: str) -> str:
    own = answer.packet
    if isinstance(answer, NoBallots):
        if own is None:
            return words.t("There is no ballot left that was not handed out. Make some more.")
        return words.t("There are no ballots for the people of {entry}. Make a packet for them.", entry=own.name)
    if own is None and answer.again:
        return words.t("The lost ballot is void. {name} gets another one from the pile for everybody.", name=who)
    if own is None:
        return words.t("{name} gets a ballot from the pile for everybody.", name=who)
    entry = entry_text(own)
    if answer.again:
        return words.t(
            "The lost ballot is void. {name} gets another one from the packet of {entry}.", name=who, entry=entry
        )
    return words.t("{name} gets a ballot from the packet of {entry}.", name=who, entry=entry)


def state_text(words: Words, answer: WrongState) -> str:
    """Say why a poll cannot take part in something."""
    match answer.state:
        case None:
            return words.t("This poll is not there any more.")
        case PollState.PREPARING:
            return words.t("The poll is not open yet.")
        case PollState.OPEN:
            return words.t("The poll is open.")
        case PollState.CLOSED:
            return words.t("The poll is closed.")
        case _:
            assert_never(answer.state)


def _urn_text(words: Words, answer: Voided | Usable | Cast | NoSuchEntry | Barred) -> str:
    match answer:
        case Voided():
            return words.t("This ballot is void now.")
        case Usable(barred=own):
            if own is None:
                return words.t("This ballot can be cast.")
            return words.t("This ballot can be cast, but not for {entry}.", entry=entry_text(own))
        case Cast():
            return words.t("Your vote is in the urn. Thank you!")
        case NoSuchEntry():
            return words.t("There is nothing to vote for under this number.")
        case Barred(entry=own):
            return words.t("This ballot does not count for {entry}: nobody votes for their own.", entry=entry_text(own))
    assert_never(answer)


def _code_text(words: Words, answer: UsedAlready | VoidAlready | UnknownBallot | OtherPoll | StubOnly) -> str:
    match answer:
        case UsedAlready():
            return words.t("This ballot was cast before. Each one counts once.")
        case VoidAlready():
            return words.t("This ballot is void: another one was handed out in its place, or it was given back.")
        case UnknownBallot(misread=misread):
            if misread:
                return words.t("One of the digits is wrong. Please scan or type the code again.")
            return words.t("This is not the code of a ballot of this poll.")
        case OtherPoll(poll=other):
            return words.t("This ballot belongs to another poll: “{title}”.", title=other.title)
        case StubOnly():
            return words.t("This is the stub. Please use the code on the larger part, the ballot.")
    assert_never(answer)


def trouble_text(words: Words, answer: NotDone) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per code
    """Say why nothing was done with a poll, and what can be done about it."""
    about = answer.about
    match answer.trouble:
        case PollTrouble.GONE:
            return words.t("This poll is not there any more.")
        case PollTrouble.NO_TITLE:
            return words.t("The poll needs a title.")
        case PollTrouble.LONG_TITLE:
            return words.t("“{title}” is too long for a title. At most {number} letters fit.",
                           title=shortened(about), number=LONGEST_TITLE)  # fmt: skip
        case PollTrouble.LONG_ENTRY_NAME:
            return words.t("“{name}” is too long for the ballot. At most {number} letters fit.",
                           name=shortened(about), number=LONGEST_NAME)  # fmt: skip
        case PollTrouble.NO_ENTRY_NAME:
            return words.t("Number {number} has no name.", number=about)
        case PollTrouble.BAD_ENTRY_NUMBER:
            return words.t("“{name}” needs a number from 1 to 9999.", name=about)
        case PollTrouble.NUMBER_TWICE:
            return words.t("“{name}” has a number that another one has. Each needs its own.", name=about)
        case PollTrouble.EXHIBITOR_TWICE:
            return words.t("“{name}” stands in the list twice.", name=about)
        case PollTrouble.TOO_FEW_ENTRIES:
            return words.t("There must be at least two to choose from.")
        case PollTrouble.NOT_PREPARING:
            return words.t("“{title}” was opened before: what can be voted for stays as it is.", title=about)
        case PollTrouble.HAS_BALLOTS:
            return words.t(
                "There are ballots of “{title}” already, which say what can be voted for. Undo making them first.",
                title=about,
            )
        case PollTrouble.NO_BALLOTS:
            return words.t("“{title}” has no ballots yet. Make and print them first.", title=about)
        case PollTrouble.BAD_NUMBER:
            return words.t("{number} ballots cannot be made at once. Possible are 1 to 20000.", number=about)
        case PollTrouble.NO_SUCH_ENTRY:
            return words.t("There is nothing to vote for under this number.")
        case PollTrouble.BALLOTS_ISSUED:
            return words.t("Ballots of “{title}” were handed out: the poll stays.", title=about)
        case PollTrouble.NOT_OPEN:
            return words.t("“{title}” is not open.", title=about)
        case PollTrouble.NOT_CLOSED:
            return words.t("“{title}” is not closed yet.", title=about)
        case PollTrouble.NO_TIE:
            return words.t("There is no tie in “{title}” that a run-off would have to decide.", title=about)
        case PollTrouble.RUN_OFF_EXISTS:
            return words.t("There is a run-off for “{title}” already.", title=about)
        case _:
            assert_never(answer.trouble)


def ending_text(words: Words, count: Count) -> str:
    """Say how a poll ended: "Winner: 17 · Café Grenzenlos"."""
    names = ", ".join(map(entry_text, count.winners))
    match count.ending:
        case Ending.WON:
            return words.t("Winner: {name}", name=names)
        case Ending.DRAWN:
            return words.t("Winner by lot after a tie: {name}", name=names)
        case Ending.TIED:
            return words.t("A tie: {names}. A run-off decides.", names=names)
        case Ending.NO_VOTES:
            return words.t("Nobody has voted.")
        case _:
            assert_never(count.ending)
