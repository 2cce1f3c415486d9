"""The verbs of the programme's places: who sits where, who waits, and whether a draw was made as it says."""

import json as json_text
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from eventdesk.cli.fair_verbs import SecondsOption
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, Session, start
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.panels.actions_draw import apply_places
from eventdesk.panels.place import DrawFacts, Way
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from eventdesk.panels.seating.checking import check_protocol
from eventdesk.panels.seating.gathering import seats
from eventdesk.panels.seating.moving_up import Step, next_up
from eventdesk.panels.seating.outcome import Outcome, Status
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.protocol import protocol as protocol_of
from eventdesk.panels.seating.telling import breach_text, outcome_texts, proof_text, way_text
from eventdesk.panels.seating.ways import draw
from eventdesk.words import Words

_LARGEST_PROTOCOL = 100_000_000


def places(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    way: Annotated[
        str,
        typer.Option("--way", metavar="leximin|rank-maximal|registration|lottery", help="How places are given out."),
    ] = "leximin",
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="The same seed draws the same lots.")] = 1,
    everybody: Annotated[
        bool, typer.Option("--everybody", help="Those without wishes get what is left when all others have places.")
    ] = False,
    together: Annotated[
        bool, typer.Option("--together/--apart", help="Groups whose members all wish the same sit together, or not.")
    ] = True,
    keep: Annotated[bool, typer.Option("--apply", help="Do it: give everybody their places, and write how.")] = False,
    protocol: Annotated[
        Path | None, typer.Option("--protocol", metavar="OUT.json", help="Write how it was drawn, without names.")
    ] = None,
    seconds: SecondsOption = 30.0,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Give everybody who has wishes a fair place in the sessions; confirmed places are kept."""
    session = start(as_json=json, language=language)
    chosen = _way(way)
    with session.event(file) as event:
        programme = read_programme(event.db)
        asked = seats(programme, seed=seed, everybody=everybody, together=together)
        outcome = _best(chosen, asked, seconds)
        if not outcome.people and not asked.rest:
            why = session.words.t("Nobody has wishes yet: there are no places to give out.")
            return _no(session, why, _as_json(programme, asked, outcome))
        if outcome.status is Status.INFEASIBLE:
            return _no(session, proof_text(session.words, outcome), _as_json(programme, asked, outcome))
        drawn = protocol_of(asked, outcome)
        if protocol is not None:
            with replacing(protocol) as making:
                making.write_text(json_text.dumps(drawn, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        if keep:
            waiting = [(person, there) for there, line in outcome.waiting.items() for person in line]
            session.secure(event)
            apply_places(event, outcome.places, DrawFacts(chosen, seed, drawn), waiting)
        return session.answer(_as_json(programme, asked, outcome), *_lines(session.words, programme, asked, outcome))


def waiting(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Say who waits for which session, and who moves up when a place there becomes free."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        programme = read_programme(event.db)
        data, lines = {}, []
        for each in programme.sessions:
            line = programme.waiting_for.get(each.id, ())
            if not line:
                continue
            steps = next_up(programme, each.id)
            data[each.ref] = {
                "waiting": [_key(programme, one.person) for one in line],
                "next": [
                    {
                        "person": _key(programme, step.person),
                        "session": programme.session_of[step.session].ref,
                        "leaves": None if step.leaves is None else programme.session_of[step.leaves].ref,
                    }
                    for step in steps
                ],
            }
            lines.append(f"{each.ref}  {each.title}")
            lines += [f"  {number}. {programme.people[one.person].name}" for number, one in enumerate(line, 1)]
            lines += [f"    → {_step_text(session.words, programme, step)}" for step in steps]
        return session.answer({"waiting": data}, *(lines or [session.words.t("Nobody waits for a session.")]))


def audit(
    file: Annotated[Path, typer.Argument(metavar="PROTOCOL", help="What `places --protocol` wrote.")],
    again: Annotated[bool, typer.Option("--again", help="Also make the draw again: it must give the same.")] = False,
    seconds: SecondsOption = 30.0,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Check the protocol of a draw by what stands in it alone; no event file is needed."""
    session = start(as_json=json, language=language)
    breaches = check_protocol(_read(file), again=again, seconds=seconds)
    lines = [breach_text(session.words, each) for each in breaches]
    data = {"ok": not breaches, "breaches": [{"code": each.code.value, "what": each.what} for each in breaches]}
    right = session.words.t("The protocol is right: seats, rules, lots and figures agree.")
    return session.answer(data, *(lines or [right]), code=Exit.NO if breaches else Exit.DONE)


VERBS: tuple[Callable[..., Exit], ...] = (places, waiting, audit)


def _no(session: Session, why: str, data: Mapping[str, Any]) -> Exit:
    """Say why nothing is given out."""
    session.complain(why)
    return session.answer({**data, "why": why}, code=Exit.NO) if session.as_json else Exit.NO


def _way(text: str) -> Way:
    try:
        return Way(text.strip().casefold().replace("-", "_"))
    except ValueError:
        raise typer.BadParameter(text, param_hint="--way") from None


def _best(way: Way, asked: Seats, seconds: float) -> Outcome:
    """Return the last outcome; who interrupts gets the best so far."""
    answers = draw(way, asked, seconds=seconds)
    best = next(answers)
    try:
        for better in answers:
            best = better
    except KeyboardInterrupt:
        return best
    return best


def _read(file: Path) -> Mapping[str, Any]:
    """Return what a protocol says; what is no protocol says nothing."""
    try:
        text = file.read_bytes()[:_LARGEST_PROTOCOL].decode("utf-8-sig")
    except OSError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(file), reason=error.strerror or "") from None
    except ValueError:
        return {}
    try:
        told = json_text.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _as_json(programme: Programme, asked: Seats, outcome: Outcome) -> dict[str, Any]:
    sessions, slots = programme.session_of, programme.slot_of
    return {
        "status": outcome.status.value,
        "unplaced": outcome.unplaced,
        "regret": outcome.regret,
        "places": {
            _key(programme, person): {slots[slot].ref: sessions[each].ref for slot, each in mine.items()}
            for person, mine in outcome.places.items()
        },
        "seconds": round(outcome.seconds, 3),
        "seed": outcome.seed,
        "way": outcome.way.value,
        "without": [_key(programme, each) for each in outcome.without],
        "ranks": outcome.ranks,
        "levels": [
            {"aim": level.aim.value, "value": level.value, "reached": level.reached, "bound": level.bound}
            | {"proven": level.proven}
            for level in outcome.levels
        ],
        "pareto_proven": outcome.pareto_proven,
        "waiting": {
            sessions[each].ref: [_key(programme, person) for person in line] for each, line in outcome.waiting.items()
        },
        "no_room": [sessions[each].ref for each in asked.roomless],
        "groups_apart": list(asked.apart),
    }  # fmt: skip


def _lines(words: Words, programme: Programme, asked: Seats, outcome: Outcome) -> list[str]:
    lines = [way_text(words, outcome.way), *outcome_texts(words, outcome), proof_text(words, outcome)]
    if asked.roomless:
        refs = ", ".join(programme.session_of[each].ref for each in asked.roomless)
        lines.append(
            words.t("Left out, because nobody knows how many fit in (no room yet): {sessions}.", sessions=refs)
        )
    if asked.apart:
        lines.append(
            words.t("Too large for any session, hence not seated together: {groups}.", groups=", ".join(asked.apart))
        )
    for person, mine in outcome.places.items():
        where = " · ".join(
            f"{programme.slot_of[slot].ref}: {programme.session_of[each].ref}" for slot, each in mine.items()
        )
        lines.append(f"  {_key(programme, person):<10} {programme.people[person].name:<32} {where}")
    return lines


def _step_text(words: Words, programme: Programme, step: Step) -> str:
    name, there = programme.people[step.person].name, programme.session_of[step.session].ref
    if step.leaves is None:
        return words.t("{name} moves up to {session}.", name=name, session=there)
    left = programme.session_of[step.leaves].ref
    return words.t("{name} moves up to {session} and leaves {left}.", name=name, session=there, left=left)


def _key(programme: Programme, person: int) -> str:
    """Return what somebody is called in an answer: their id in the list, else their code."""
    guest = programme.people[person]
    return guest.ref or guest.code
