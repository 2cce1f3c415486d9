"""What the verbs of the audience prize share: which poll is meant, and how polls, counts and answers are told."""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Annotated, Any

import typer

from eventdesk.cli.session import Exit, Session
from eventdesk.event import Event
from eventdesk.prize import records
from eventdesk.prize.count import Count, Turnout
from eventdesk.prize.outcome import NotDone, WrongState
from eventdesk.prize.poll import Poll, PollState
from eventdesk.prize.telling import ending_text, entry_text, state_text, trouble_text
from eventdesk.words import Words
from eventdesk.words.prize import CHANNELS, REASONS, STATES

PollOption = Annotated[
    str, typer.Option("--poll", metavar="POLL", help="The poll by its title or id, if there are several.")
]
NOT_CLOSED = (PollState.OPEN, PollState.PREPARING)


def chosen(
    session: Session,
    event: Event,
    wanted: str,
    states: Collection[PollState] = tuple(PollState),
    nothing: Mapping[str, Any] = MappingProxyType({}),
) -> Poll | Exit:
    """Return the poll that is meant: the named one, or the only one in the first of these states that has any.

    If there is none at all, or none in these states, that is said, with `nothing` as answer; wrong usage if it is not
    clear which is meant.
    """
    known = records.polls(event.db)
    if not known:
        return no(session, session.words.t("There is no poll yet."), {"outcome": "no_poll", **nothing})
    if not wanted and all(poll.state not in states for poll in known):
        told = state_text(session.words, WrongState(known[0].state))
        return no(session, told, {"outcome": outcome(WrongState(known[0].state)), **nothing})
    if wanted:
        found = [poll for poll in known if wanted.casefold() in {poll.title.casefold(), str(poll.id)}]
    else:
        by_state = ([poll for poll in known if poll.state is state] for state in states)
        found = next((polls for polls in by_state if polls), [])
    if len(found) != 1:
        titles = ", ".join(f"{poll.title} [{poll.id}]" for poll in found or known)
        raise typer.BadParameter(f"{wanted or '?'} ({titles})", param_hint="--poll")
    return found[0]


def refused(session: Session, answer: NotDone) -> Exit:
    """Say why nothing was done."""
    return no(session, trouble_text(session.words, answer), {"outcome": answer.trouble.value})


def no(session: Session, why: str, data: Mapping[str, Any]) -> Exit:
    """Say why the answer is no."""
    session.complain(why)
    return session.answer({**data, "why": why}, code=Exit.NO) if session.as_json else Exit.NO


def outcome(answer: object) -> str:
    """Return the stable name of an answer: `UsedAlready` is "used_already"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(answer).__name__).lower()


def poll_json(poll: Poll) -> dict[str, Any]:
    """Return a poll under the keys of the command line."""
    return {
        "poll": poll.id,
        "title": poll.title,
        "state": poll.state.value,
        "own_barred": poll.own_barred,
        "tie": poll.tie.value,
        "seed": poll.seed,
        "run_off_of": poll.run_off_of,
        "entries": [{"number": entry.number, "name": entry.name} for entry in poll.entries],
    }


def turnout_json(turnout: Turnout) -> dict[str, Any]:
    """Return what became of the ballots under the keys of the command line."""
    return {
        "made": turnout.made,
        "issued": turnout.issued,
        "again": turnout.again,
        "taken_back": turnout.taken_back,
        "used": {"all": turnout.cast, **{channel.value: number for channel, number in turnout.used.items()}},
        "void": {"all": turnout.voided, **{reason.value: number for reason, number in turnout.void.items()}},
        "unused": turnout.unused,
    }


def count_json(count: Count) -> dict[str, Any]:
    """Return a count under the keys of the command line."""
    return {
        "ending": count.ending.value,
        "winners": [entry.number for entry in count.winners],
        "count": [
            {
                "place": standing.place,
                "number": standing.entry.number,
                "name": standing.entry.name,
                "votes": standing.votes,
                "by_lot": standing.by_lot,
            }
            for standing in count.standings
        ],
    }


def poll_line(words: Words, poll: Poll) -> str:
    """Return a poll on one line."""
    return f"{poll.title} [{poll.id}]: {words.t(STATES[poll.state.value])}"


def turnout_lines(words: Words, turnout: Turnout) -> list[str]:
    """Return what became of the ballots."""
    used = [f"{words.t(CHANNELS[each.value])} {number}" for each, number in turnout.used.items() if number]
    void = [f"{words.t(REASONS[each.value])} {number}" for each, number in turnout.void.items() if number]
    lines = [
        words.t("Ballots: {made} made, {issued} handed out", made=turnout.made, issued=turnout.issued),
        words.t("{number} cast", number=turnout.cast) + (f" ({', '.join(used)})" if used else ""),
        words.t("{number} void", number=turnout.voided) + (f" ({', '.join(void)})" if void else ""),
        words.t("{number} not used", number=turnout.unused),
    ]
    return [lines[0], *(f"  {line}" for line in lines[1:])]


def count_lines(words: Words, count: Count) -> list[str]:
    """Return a count, the winner first."""
    widest = max((len(str(standing.votes)) for standing in count.standings), default=1)
    lines = [ending_text(words, count)]
    for standing in count.standings:
        by_lot = f" ({words.t('place decided by lot')})" if standing.by_lot else ""
        lines.append(f"  {standing.place:>3}. {standing.votes:>{widest}}  {entry_text(standing.entry)}{by_lot}")
    return lines
