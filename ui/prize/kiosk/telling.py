"""What the voting screen says at each step."""

from eventdesk.prize.outcome import CastAnswer, CheckAnswer, UsedAlready
from eventdesk.prize.poll import Poll, PollEntry
from eventdesk.prize.telling import answer_text
from eventdesk.words import Words
from ui.actions import key_text
from ui.prize.issue.telling import Mood, Said
from ui.prize.kiosk.keys import LEAVE_KEY


def invitation(words: Words, poll: Poll) -> Said:
    """Ask for a ballot."""
    below = words.t("Nobody can see what you vote for, not even those who make this event.")
    return Said(Mood.INVITE, poll.title, words.t("Please scan your ballot"), below=below)


def not_now(words: Words, poll: Poll) -> Said:
    """Say that this poll takes no votes."""
    large = words.t("Voting is over") if poll.closed is not None else words.t("Voting has not begun yet")
    return Said(Mood.QUIET, poll.title, large)


def sure(words: Words, entry: PollEntry) -> Said:
    """Ask whether that is the vote."""
    return Said(
        Mood.INVITE, words.t("Your vote for"), f"{entry.number} · {entry.name}", below=words.t("Is that right?")
    )


def thanks(words: Words) -> Said:
    """Say thanks, and nothing of what the vote was for."""
    below = words.t("Your vote is in the urn. You can throw away the ballot; please keep the stub.")
    return Said(Mood.GOOD, words.t("Counted"), words.t("Thank you!"), below=below)


def trouble(words: Words, answer: CheckAnswer | CastAnswer) -> Said:
    """Say why a ballot cannot be cast."""
    large = words.t("This ballot was used") if isinstance(answer, UsedAlready) else words.t("That did not work")
    below = f"{answer_text(words, answer)} {words.t('Please ask at the desk if you need help.')}"
    return Said(Mood.NO, words.t("Not counted"), large, below=below)


def fault(words: Words, sentence: str) -> Said:
    """Say that a vote could not be written."""
    return Said(Mood.NO, words.t("Not counted"), words.t("Please ask at the desk"), below=sentence)


def guarded(words: Words, trouble: str = "") -> Said:
    """Ask for the PIN without which the voting screen is not left; `trouble`: why the one before was not taken."""
    below = trouble or words.t("Type the PIN for organisers. Otherwise guests can go on voting in a moment.")
    return Said(Mood.MIND, words.t("For the team"), words.t("Leave the voting screen?"), below=below)


def leaving(words: Words) -> Said:
    """Ask whether the voting screen is to be left."""
    key = key_text(words, LEAVE_KEY)
    below = words.t("Press {key} once more to leave. Otherwise guests can go on voting in a moment.", key=key)
    return Said(Mood.MIND, words.t("For the team"), words.t("Leave the voting screen?"), below=below)
