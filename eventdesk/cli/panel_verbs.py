"""The verbs of the programme: when and where each session takes place, why, and what to do when a room falls away."""

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from eventdesk.cli import panel_doors, panel_papers, panel_places
from eventdesk.cli.fair_verbs import SecondsOption, best_of
from eventdesk.cli.panel_answers import Answers
from eventdesk.cli.panel_what_if import WhatIf, what_if
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, Session, add_verbs, start
from eventdesk.event import Event
from eventdesk.panels.actions_timetable import apply_timetable, last_printed, spots_of
from eventdesk.panels.checks import programme_troubles
from eventdesk.panels.outcome import Applied
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.panels.timetable.plan import Status, Timetable
from eventdesk.panels.timetable.problem import Problem, problem, what_fell_away
from eventdesk.panels.timetable.replan import replan as replanned
from eventdesk.panels.timetable.suggest import suggest as suggested
from eventdesk.panels.timetable.why import explain as explained
from eventdesk.panels.version import TimetableFacts
from eventdesk.words.panels import trouble_sentence

SeedOption = Annotated[
    int, typer.Option("--seed", min=0, max=2**31 - 1, help="The same seed gives the same timetable.")
]
NameOption = Annotated[str, typer.Option("--name", help="What the timetable is called among the versions.")]
_REPLANNED = "replanned"


def register(app: typer.Typer) -> None:
    """Add the verbs, under `panels`."""
    verbs = typer.Typer(no_args_is_help=True, help="Plan the programme, and say why.", rich_markup_mode=None)
    mine: tuple[Callable[..., Exit], ...] = (suggest, apply, replan, explain, check)
    add_verbs(verbs, *mine, *panel_places.VERBS, *panel_doors.VERBS, *panel_papers.VERBS)
    app.add_typer(verbs, name="panels")


def suggest(
    file: FileArgument,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say when and where each session would take place; nothing is written. Ctrl+C keeps the best so far."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        asked = problem(read_programme(event.db))
        return _tell(session, asked, best_of(suggested(asked, seconds=seconds, seed=seed)))


def apply(
    file: FileArgument,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    name: NameOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Arrange all sessions as `suggest` says; one undo brings back today's timetable."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        asked = problem(read_programme(event.db))
        found = best_of(suggested(asked, seconds=seconds, seed=seed))
        session.secure(event)
        done = apply_timetable(event, found.sessions, _facts(found), name) if found.sessions else None
        return _tell(session, asked, found, written=done)


def replan(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    no_room: Annotated[
        list[str], typer.Option("--no-room", metavar="ROOM[@SLOT,...]", help="A room that falls away.")
    ] = [],  # noqa: B006
    late: Annotated[
        list[str], typer.Option("--late", metavar="PERSON=TIME", help="Somebody who comes only at that time.")
    ] = [],  # noqa: B006
    popular: Annotated[
        list[str],
        typer.Option("--popular", metavar="SESSION=PERCENT", help="A session that more people come to than thought."),
    ] = [],  # noqa: B006
    keep: Annotated[bool, typer.Option("--apply", help="Do it: write what happened, and what changes.")] = False,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    name: NameOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say what has to change in the timetable that was printed, or in today's: as little as possible."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        programme = read_programme(event.db)
        printed = _printed(event, programme)
        if not printed:
            why = session.words.t("There is no timetable yet: “panels apply” makes one.")
            session.complain(why)
            return session.answer({"sessions": {}, "changes": [], "why": why}, code=Exit.NO) if json else Exit.NO
        today = problem(programme)
        asked = what_if(today, WhatIf(no_room, late, popular))
        answer = best_of(replanned(asked, printed, seconds=seconds, seed=seed))
        found, done = answer.timetable, None
        if keep:
            facts = TimetableFacts(_REPLANNED, found.lost_by_clash, found.turned_away, seed=seed)
            session.secure(event)
            done = apply_timetable(event, found.sessions, facts, name, unavailable=what_fell_away(today, asked))
        answers = Answers(session.words, asked)
        lines = [*answers.replanned_lines(answer), *answers.written_lines(found, done)]
        data = answers.replanned(answer) | {"written": done is not None and done.eid is not None}
        return session.answer(data, *lines, code=Exit.NO if found.status is Status.INFEASIBLE else Exit.DONE)


def explain(
    file: FileArgument,
    which: Annotated[str, typer.Argument(metavar="[SESSION]", help="Which session; else all.")] = "",
    seconds: SecondsOption = 10.0,
    seed: SeedOption = 1,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say why a session is when and where it is, and what another time or room would cost in people."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        programme = read_programme(event.db)
        asked = problem(programme)
        if not asked.sessions:
            return _nothing(session, {"explanations": []})
        chosen = [each.id for each in asked.sessions if not which or each.ref.casefold() == which.casefold()]
        if which and not chosen:
            raise typer.BadParameter(which, param_hint="SESSION")
        spots = _whole(programme.timetable)
        is_suggested = not any(each in spots for each in chosen)
        if is_suggested:
            spots = dict(best_of(suggested(asked, seconds=seconds, seed=seed)).sessions)
        told = [explained(asked, spots, each, seconds=seconds if which else 0, seed=seed) for each in chosen]
        answers = Answers(session.words, asked)
        data = [answers.explanation(each) | {"suggested": is_suggested} for each in told]
        lines = [line for each in told for line in answers.explanation_lines(each)]
        return session.answer(data[0] if which else {"explanations": data}, *lines)


def check(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Say what is wrong with the programme as it is: broken rules first, then what costs people something."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        programme = read_programme(event.db)
        troubles = programme_troubles(programme)
        refs = {each.id: each.ref for each in programme.sessions}
        data = [
            {
                "code": each.code.value,
                "session": refs.get(each.session or 0),
                "hard": each.is_hard,
                "people": each.people,
                "text": trouble_sentence(session.words, each),
            }
            for each in troubles
        ]
        lines = [str(each["text"]) for each in data] or [session.words.t("Nothing is wrong with the programme.")]
        code = Exit.NO if any(each.is_hard for each in troubles) else Exit.DONE
        return session.answer({"troubles": data}, *lines, code=code)


def _whole(timetable: Mapping[int, tuple[int | None, int | None]]) -> dict[int, tuple[int, int]]:
    """Return the sessions of which slot and room are both settled."""
    return {
        session: (slot, room) for session, (slot, room) in timetable.items() if slot is not None and room is not None
    }


def _printed(event: Event, programme: Programme) -> dict[int, tuple[int, int]]:
    """Return the timetable that is on paper, or today's if none was printed."""
    version = last_printed(event.db)
    return _whole(programme.timetable if version is None else spots_of(event.db, version.id))


def _facts(found: Timetable) -> TimetableFacts:
    milliseconds = round(found.seconds * 1000)
    return TimetableFacts(
        found.status.value, found.lost_by_clash, found.turned_away, found.bound, milliseconds, found.seed
    )


def _nothing(session: Session, data: dict[str, object]) -> Exit:
    """Say that there is nothing to plan."""
    why = session.words.t("There are no sessions yet.")
    session.complain(why)
    return session.answer({**data, "why": why}, code=Exit.NO) if session.as_json else Exit.NO


def _tell(session: Session, asked: Problem, found: Timetable, written: Applied | None = None) -> Exit:
    answers = Answers(session.words, asked)
    if not asked.sessions:
        return _nothing(session, answers.timetable(found))
    code = Exit.NO if found.status is Status.INFEASIBLE else Exit.DONE
    data, lines = answers.timetable(found), answers.timetable_lines(found)
    if written is not None:
        data |= {"written": written.eid is not None}
        lines += answers.written_lines(found, written)
    return session.answer(data, *lines, code=code)
