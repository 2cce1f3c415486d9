"""The verbs of the audience prize: prepare a poll, hand out ballots, vote, close and count.

What is voted for never stands on the command line, where a shell would keep it: `cast` reads it from its input.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any

import typer

from eventdesk.ballots import entries_of_fair, entry_meant, issue_to, replace_for
from eventdesk.checkin.finding import find
from eventdesk.cli import prize_papers
from eventdesk.cli.prize_answers import (
    NOT_CLOSED,
    PollOption,
    chosen,
    count_json,
    count_lines,
    no,
    outcome,
    poll_json,
    poll_line,
    refused,
    turnout_json,
    turnout_lines,
)
from eventdesk.cli.session import AtOption, Exit, FileArgument, JsonOption, LanguageOption, add_verbs, plain, start
from eventdesk.prize import actions, actions_ballots, records
from eventdesk.prize.ballot import Channel, VoidReason
from eventdesk.prize.outcome import Cast, Issued, NotDone, PollTrouble, Voided, WrongState
from eventdesk.prize.poll import NewEntry, PollState, TieRule
from eventdesk.prize.telling import answer_text, state_text

_NO_VOTES: Mapping[str, Any] = MappingProxyType({"cast": 0, "refused": 0, "outcomes": ()})


def register(app: typer.Typer) -> None:
    """Add the verbs, under `prize`."""
    verbs = typer.Typer(
        no_args_is_help=True, help="Let the audience award a prize, one vote each.", rich_markup_mode=None
    )
    mine: tuple[Callable[..., Exit], ...] = (new, polls, open_, issue, cast, void, close, count)
    add_verbs(verbs, *mine, *prize_papers.VERBS)
    app.add_typer(verbs, name="prize")


def new(
    *,
    file: FileArgument,
    title: Annotated[str, typer.Option("--title", help="What the poll is called.")],
    entry: Annotated[
        list[str] | None, typer.Option("--entry", metavar="NAME", help="Something to vote for; again for more.")
    ] = None,
    tie: Annotated[TieRule, typer.Option("--tie", help="What decides a tie.")] = TieRule.DRAW,
    own_allowed: Annotated[bool, typer.Option("--own-allowed", help="People may vote for their own stand.")] = False,
    run_off_of: Annotated[
        str, typer.Option("--run-off-of", metavar="POLL", help="Decide the tie of this poll, between its winners.")
    ] = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Prepare a poll over the exhibitors that can be voted for, or over what is named."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        if run_off_of:
            tied = chosen(session, event, run_off_of)
            if isinstance(tied, Exit):
                return tied
            done = actions.run_off(event, tied.id, plain(title))
        else:
            entries = [NewEntry(plain(name)) for name in entry] if entry else entries_of_fair(event)
            if not entries:
                told = session.words.t("There are no exhibitors to vote for. Name what is voted for with --entry.")
                return no(session, told, {"outcome": PollTrouble.TOO_FEW_ENTRIES.value})
            done = actions.add_poll(event, plain(title), entries, own_barred=not own_allowed, tie=tie)
        if isinstance(done, NotDone):
            return refused(session, done)
    words, number = session.words, len(done.poll.entries)
    told = words.n("{count} entry to vote for", "{count} entries to vote for", number)
    return session.answer(poll_json(done.poll), f"{poll_line(words, done.poll)} · {told}")


def polls(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """List all polls, and what became of their ballots."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        found = [(poll, records.turnout(event.db, poll.id)) for poll in records.polls(event.db)]
    lines = []
    for poll, turnout in found:
        lines += [poll_line(session.words, poll), *(f"  {line}" for line in turnout_lines(session.words, turnout))]
    data = {"polls": [{**poll_json(poll), **turnout_json(turnout)} for poll, turnout in found]}
    return session.answer(data, *(lines or [session.words.t("There is no poll yet.")]))


def open_(
    file: FileArgument,
    poll: PollOption = "",
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Open a poll for votes; this cannot be undone."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        meant = chosen(session, event, poll, NOT_CLOSED[::-1])
        if isinstance(meant, Exit):
            return meant
        done = actions.open_poll(event, meant.id)
    if isinstance(done, NotDone):
        return refused(session, done)
    return session.answer(poll_json(done.poll), poll_line(session.words, done.poll))


def issue(
    *,
    file: FileArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The badge code or ticket of the person.")],
    lost: Annotated[
        str, typer.Option("--lost", metavar="STUB", help="Make a lost ballot void by its stub, and give another one.")
    ] = "",
    poll: PollOption = "",
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write down that a person gets a ballot, and say from which pile."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        meant = chosen(session, event, poll, NOT_CLOSED)
        if isinstance(meant, Exit):
            return meant
        people = find(event.db, plain(code)).people
        if len(people) != 1:
            several = session.words.t("Several people have this code. Please use the code of the badge.")
            why = several if people else session.words.t("Nobody has this code.")
            return no(session, why, {"outcome": "several_people" if people else "unknown_person"})
        person = people[0]
        answer = replace_for(event, meant.id, person.id, plain(lost)) if lost else issue_to(event, meant.id, person.id)
    told = answer_text(session.words, answer, person.name)
    data: dict[str, Any] = {"outcome": outcome(answer), "person": person.id}
    if not isinstance(answer, Issued):
        return no(session, told, data)
    packet = answer.packet.number if answer.packet is not None else None
    return session.answer({**data, "packet": packet, "again": answer.again, "issued": answer.issued}, told)


def cast(
    *,
    file: FileArgument,
    poll: PollOption = "",
    channel: Annotated[Channel, typer.Option("--channel", help="How these ballots were cast.")] = Channel.PAPER,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Count votes from standard input, a line each: the code of a ballot, a blank, the number it was cast for."""
    session = start(as_json=json, language=language)
    outcomes: list[str] = []
    with session.event(file) as event:
        meant = chosen(session, event, poll, (*NOT_CLOSED, PollState.CLOSED), _NO_VOTES)
        if isinstance(meant, Exit):
            return meant
        if not meant.is_open:
            return no(session, state_text(session.words, WrongState(meant.state)), _NO_VOTES)
        for at, (code, choice) in enumerate(_votes(), 1):
            entry = entry_meant(event, meant, choice, scanned=channel is Channel.SCAN)
            answer = actions_ballots.cast(event, meant.id, code, entry.id if entry else None, channel)
            outcomes.append(outcome(answer))
            if not isinstance(answer, Cast):
                why = answer_text(session.words, answer)
                session.complain(session.words.t("Line {line}: {why}", line=at, why=why))
    counted = outcomes.count("cast")
    told = session.words.n("{count} vote counted.", "{count} votes counted.", counted)
    code_out = Exit.DONE if counted == len(outcomes) else Exit.NO
    return session.answer(
        {"cast": counted, "refused": len(outcomes) - counted, "outcomes": outcomes}, told, code=code_out
    )


def void(
    *,
    file: FileArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of the ballot, or of its stub.")],
    reason: Annotated[VoidReason, typer.Option("--reason", help="Why it does not count.")] = VoidReason.SPOILED,
    poll: PollOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Let a ballot count no more; this cannot be undone."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        meant = chosen(session, event, poll, NOT_CLOSED)
        if isinstance(meant, Exit):
            return meant
        answer = actions_ballots.void_ballot(event, meant.id, plain(code), reason)
    told = answer_text(session.words, answer)
    data = {"outcome": outcome(answer)}
    return session.answer(data, told) if isinstance(answer, Voided) else no(session, told, data)


def close(
    file: FileArgument,
    poll: PollOption = "",
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Close a poll for good, and count it."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        meant = chosen(session, event, poll, NOT_CLOSED)
        if isinstance(meant, Exit):
            return meant
        done = actions.close_poll(event, meant.id)
    if isinstance(done, NotDone):
        return refused(session, done)
    found, words = done.count, session.words
    data = {**poll_json(found.poll), **turnout_json(found.turnout), **count_json(found)}
    return session.answer(data, *count_lines(words, found), *turnout_lines(words, found.turnout))


def count(file: FileArgument, poll: PollOption = "", json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Count a closed poll from the file; of an open one only how many have voted is told."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        meant = chosen(session, event, poll, (PollState.CLOSED, *NOT_CLOSED))
        if isinstance(meant, Exit):
            return meant
        found = records.count(event.db, meant.id)
        turnout = records.turnout(event.db, meant.id)
    data, lines = {**poll_json(meant), **turnout_json(turnout)}, turnout_lines(session.words, turnout)
    if found is None:
        told = session.words.t("“{title}” is not closed yet.", title=meant.title)
        session.complain(told)
        return session.answer({**data, "why": told}, *lines, code=Exit.NO)
    return session.answer({**data, **count_json(found)}, *count_lines(session.words, found), *lines)


def _votes() -> Iterator[tuple[str, str]]:
    """Yield code and choice of each line that is not empty; the last word is the choice."""
    for line in sys.stdin:
        text = line.strip()
        if text:
            code, _, choice = text.replace(";", " ").rpartition(" ")
            yield code, choice
