"""The verbs of the World Café: who sits where, cards and sheets, and what is done on the day."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from eventdesk.cafe import actions, actions_day, actions_ways, planning, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.outcome import Furnished
from eventdesk.cafe.rotation.suggest import suggest as suggested
from eventdesk.cafe.rotation.types import Itinerary, Rotation
from eventdesk.cafe.sizing import with_size
from eventdesk.cafe_day import cafe_day
from eventdesk.cli import cafe_papers
from eventdesk.cli.cafe_answers import Answers
from eventdesk.cli.cafe_people import people_called, roles_called, table_called
from eventdesk.cli.fair_verbs import best_of
from eventdesk.cli.session import AtOption, Exit, FileArgument, JsonOption, LanguageOption, Session, add_verbs, start
from eventdesk.event import Event
from eventdesk.people.role import role_name
from eventdesk.words import Words

TablesOption = Annotated[int | None, typer.Option("--tables", min=1, max=500, help="How many tables; else all.")]
RoundsOption = Annotated[int | None, typer.Option("--rounds", min=1, max=50, help="How many rounds; else all.")]
SecondsOption = Annotated[
    float, typer.Option("--seconds", min=0, max=86_400, help="How long to look for better, on a usual computer.")
]
SeedOption = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="The same seed gives the same tables.")]
EverybodyOption = Annotated[
    bool, typer.Option("--everybody", help="On the day, too: all who are registered, whether in the house or not.")
]
KeepOption = Annotated[bool, typer.Option("--keep", help="Who has a card keeps it.")]


def register(app: typer.Typer) -> None:
    """Add the verbs, under `cafe`."""
    verbs = typer.Typer(no_args_is_help=True, help="Seat people in the World Café.", rich_markup_mode=None)
    mine: tuple[Callable[..., Exit], ...] = (suggest, apply, clear, without, hand_over, close)
    add_verbs(verbs, *mine, *cafe_papers.VERBS)
    app.add_typer(verbs, name="cafe")


def suggest(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    tables: TablesOption = None,
    rounds: RoundsOption = None,
    everybody: EverybodyOption = False,
    keep: KeepOption = False,
    seconds: SecondsOption = 2.0,
    seed: SeedOption = 1,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say who would sit at which table in which round; nothing is written. Ctrl+C keeps the best so far."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        cafe = with_size(records.read_cafe(event.db), tables, rounds)
        present = _present(event, cafe, everybody=everybody)
        found = best_of(suggested(planning.problem_of(cafe, present, keep=keep), seconds=seconds, seed=seed))
        answers = Answers(session.words, cafe, present)
        if not found.ways:
            return _nobody(session, answers, found)
        return session.answer(answers.rotation(found), *answers.rotation_lines(found))


def apply(  # noqa: PLR0913
    *,
    file: FileArgument,
    tables: TablesOption = None,
    rounds: RoundsOption = None,
    everybody: EverybodyOption = False,
    keep: KeepOption = False,
    seconds: SecondsOption = 2.0,
    seed: SeedOption = 1,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Give everybody the tables that `suggest` says; one undo brings back today's cards.

    Tables and rounds that are missing are added, and go with the same undo.
    """
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        sized = with_size(records.read_cafe(event.db), tables, rounds)
        present = _present(event, sized, everybody=everybody)
        found = best_of(suggested(planning.problem_of(sized, present, keep=keep), seconds=seconds, seed=seed))
        if not found.ways:
            return _nobody(session, Answers(session.words, sized, present), found)
        session.secure(event)
        furnished, found = _furnished(event, sized, found)
        cafe = records.read_cafe(event.db, sized.guests)
        done = actions_ways.apply_rotation(event, cafe, found, part_of=furnished.eid)
        answers = Answers(session.words, replace(cafe, tables=cafe.tables[: len(sized.tables)]), present)
        said = (*answers.furnished_lines(furnished), answers.applied_line(done), *answers.rotation_lines(found))
        return session.answer(answers.rotation(found), *said)


def clear(*, file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Take all cards away: nobody sits anywhere; one undo brings them back."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        done = actions_ways.clear_ways(event)
        if done.eid is None:
            return _no(session, session.words.t("Nobody has a card yet: “cafe apply” makes them."))
        said = session.words.n("{count} card was taken away.", "{count} cards were taken away.", len(done.people))
        return session.answer({"cards": len(done.people)}, said)


def without(
    *,
    file: FileArgument,
    role: Annotated[
        list[str] | None, typer.Option("--role", metavar="ROLE", help="People of this role; again for more.")
    ] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="People of all roles sit at tables again.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say which roles' people do not sit at tables, such as helpers or press; or let it be so for these roles."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        if role or nobody:
            actions.leave_out(event, roles_called(event, role or (), "--role"))
        roles = records.left_out_roles(event.db)
    named = ", ".join(role_name(words, each) for each in roles)
    said = (
        words.t("Not at the tables of the World Café: {roles}", roles=named)
        if roles
        else words.t("People of all roles sit at the tables of the World Café")
    )
    return session.answer({"roles": list(roles)}, said)


def hand_over(
    *,
    file: FileArgument,
    gone: Annotated[
        list[str] | None, typer.Option("--gone", metavar="PERSON", help="Who does not come; again for more.")
    ] = None,
    late: Annotated[
        list[str] | None, typer.Option("--late", metavar="PERSON", help="Who came late; again for more.")
    ] = None,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Give the cards of people who did not come to those who came late; nobody else's card changes.

    Without names: the cards of all who are not in the house now to all who are and have none.
    """
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        cafe = records.read_cafe(event.db)
        if not cafe.way_of:
            return _no(session, session.words.t("Nobody has a card yet: “cafe apply” makes them."))
        missing, came, remarks = _who(session.words, event, cafe, gone, late)
        if not missing and not came:
            return _no(session, *remarks, session.words.t("Nobody is missing who has a card, and nobody came late."))
        done = actions_day.hand_over(event, cafe, missing, planning.handed(cafe, missing, came))
        answers = Answers(session.words, records.read_cafe(event.db, cafe.guests))
        code = Exit.NO if done.waiting else Exit.DONE
        return session.answer(answers.handed_over(done), *remarks, *answers.handed_over_lines(done), code=code)


def close(
    *,
    file: FileArgument,
    table: Annotated[str, typer.Argument(metavar="TABLE", help="The table, by id or name.")],
    from_round: Annotated[
        int | None, typer.Option("--from", min=1, metavar="ROUND", help="From which round on; else from the next.")
    ] = None,
    at: AtOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Close a table: only its guests sit elsewhere, its host is a guest from then on."""
    session = start(as_json=json, language=language)
    with session.event(file, at) as event:
        cafe = records.read_cafe(event.db)
        closing = table_called(cafe, table, "TABLE")
        number = from_round or planning.over(cafe) + 1
        if number > len(cafe.rounds):
            return _no(session, session.words.t("There is no round {number} to close a table for.", number=number))
        reseated = planning.reseated(cafe, closing.id, number, cafe_day(event, cafe).present)
        done = actions_day.close_table(event, cafe, closing.id, number, reseated)
        answers = Answers(session.words, records.read_cafe(event.db, cafe.guests))
        unseated = any(step.after is None for step in done.moved.steps)
        code = Exit.NO if unseated else Exit.DONE
        return session.answer(answers.closed(done), *answers.closed_lines(done), code=code)


def _present(event: Event, cafe: Cafe, *, everybody: bool) -> frozenset[int] | None:
    """Return who is in the house; None before the day, and where everybody is asked for."""
    return None if everybody else cafe_day(event, cafe).present


def _who(
    words: Words, event: Event, cafe: Cafe, gone: list[str] | None, late: list[str] | None
) -> tuple[frozenset[int], tuple[int, ...], list[str]]:
    """Return who is gone, who came late, and what is to be said: as named, else as check-in knows it."""
    if not gone and not late:
        present = cafe_day(event, cafe).present
        known = (frozenset[int](), ()) if present is None else planning.gone_and_late(cafe, present)
        return (*known, [])
    named, came = people_called(cafe, gone or (), "--gone"), people_called(cafe, late or (), "--late")
    remarks = [words.t("{name} has no card.", name=cafe.guests[each].name) for each in named if each not in cafe.way_of]
    remarks += [
        words.t("{name} has a card already.", name=cafe.guests[each].name) for each in came if each in cafe.way_of
    ]
    return frozenset(named) & cafe.way_of.keys(), tuple(each for each in came if each not in cafe.way_of), remarks


def _furnished(event: Event, sized: Cafe, found: Rotation) -> tuple[Furnished, Rotation]:
    """Add the tables and rounds that the file lacks; return what was added, and the rotation at these tables."""
    furnished = actions.furnish(event, sized)

    def there(way: Itinerary) -> Itinerary:
        return tuple(furnished.tables.get(table, table) for table in way)

    ways: dict[int, Itinerary] = {person: there(way) for person, way in found.ways.items()}
    return furnished, replace(found, ways=ways, spare=tuple(map(there, found.spare)))


def _nobody(session: Session, answers: Answers, found: Rotation) -> Exit:
    why = session.words.t("There is nobody to seat, or no table to sit at.")
    session.complain(why)
    return session.answer({**answers.rotation(found), "why": why}, code=Exit.NO) if session.as_json else Exit.NO


def _no(session: Session, *sentences: str) -> Exit:
    session.complain(*sentences)
    return session.answer({"why": " ".join(sentences)}, code=Exit.NO) if session.as_json else Exit.NO
