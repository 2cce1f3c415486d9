"""How the end of a poll is told in large letters, and a lot explained so that anybody can draw it again."""

from eventdesk.prize.count import Count, Ending, lot
from eventdesk.prize.telling import entry_text
from eventdesk.words import Words
from ui.prize.issue.telling import Mood, Said

SHOWN_OF_LOT = 8


def ending_said(words: Words, count: Count) -> Said:
    """Return what is shown of a count."""
    names = " · ".join(entry_text(each) for each in count.winners)
    votes = votes_text(words, count.standings[0].votes) if count.standings else ""
    match count.ending:
        case Ending.WON:
            return Said(Mood.GOOD, words.t("Winner"), names, below=votes)
        case Ending.DRAWN:
            return Said(Mood.GOOD, words.t("Winner by lot after a tie"), names, below=f"{votes}. {_lots(words, count)}")
        case Ending.TIED:
            below = words.t("{votes} each. By the rules of this poll a run-off between them decides.", votes=votes)
            return Said(Mood.MIND, words.t("A tie"), names, below=below)
        case _:
            return Said(Mood.QUIET, count.poll.title, words.t("Nobody has voted"))


def votes_text(words: Words, votes: int) -> str:
    """Return a number of votes."""
    return words.n("{count} vote", "{count} votes", votes)


def _lots(words: Words, count: Count) -> str:
    """Explain the lot of the first place."""
    first = count.standings[0].votes
    seed = count.poll.seed or 0
    drawn = (
        f"{standing.entry.number} → {lot(seed, standing.entry.number)[:SHOWN_OF_LOT]}…"
        for standing in count.standings
        if standing.by_lot and standing.votes == first
    )
    told = words.t(
        "The lot of an entry is the SHA-256 of “{seed}:number”, the smallest wins; {seed} was drawn when the poll was "
        "opened.",
        seed=seed,
    )
    return f"{told} {', '.join(drawn)}"
