"""The verbs of the fair: who stands where, why, and what to do when the day goes wrong."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, TypeVar

import typer

from eventdesk.cli import fair_papers
from eventdesk.cli.fair_answers import (
    booth_refs,
    explanation_as_json,
    explanation_lines,
    moves_as_json,
    moves_lines,
    plan_as_json,
    plan_lines,
)
from eventdesk.cli.fair_day import Day, cases
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, Session, add_verbs, start
from eventdesk.event import Event
from eventdesk.fair.actions_day import apply_day
from eventdesk.fair.actions_plans import apply_plan
from eventdesk.fair.day import late_wishes, would_be
from eventdesk.fair.fair import Fair
from eventdesk.fair.placing.plan import Plan, Status
from eventdesk.fair.placing.problem import Problem, problem
from eventdesk.fair.placing.replan import replan as replanned
from eventdesk.fair.placing.suggest import suggest as suggested
from eventdesk.fair.placing.why import explain as explained
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from eventdesk.guide import doors

_Answer = TypeVar("_Answer")

SecondsOption = Annotated[
    float, typer.Option("--seconds", min=0, max=86_400, help="How long to look for better, on a usual computer.")
]
SeedOption = Annotated[
    int, typer.Option("--seed", min=0, max=2**31 - 1, help="The same seed gives the same placement.")
]
NameOption = Annotated[str, typer.Option("--name", help="What the placement is called among the versions.")]
_MANY = "REF[,REF]"


def register(app: typer.Typer) -> None:
    """Add the verbs, under `fair`."""
    verbs = typer.Typer(no_args_is_help=True, help="Place the exhibitors, and say why.", rich_markup_mode=None)
    add_verbs(verbs, suggest, apply, replan, explain, *fair_papers.VERBS)
    app.add_typer(verbs, name="fair")


def suggest(
    file: FileArgument,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say who would stand where; nothing is written. Ctrl+C keeps the best so far."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        asked = problem(_fair(event))
        return _tell(session, asked, best_of(suggested(asked, seconds=seconds, seed=seed)))


def apply(
    file: FileArgument,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    name: NameOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Place everybody as `suggest` says; one undo brings back today's placement."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        asked = problem(_fair(event))
        plan = best_of(suggested(asked, seconds=seconds, seed=seed))
        if plan.status is not Status.INFEASIBLE:
            session.secure(event)
            apply_plan(event, plan.assignments, PlanFacts.of(plan), name)
        return _tell(session, asked, plan)


def replan(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    blocked: Annotated[list[str], typer.Option("--blocked", metavar=_MANY, help="Booths that fall away.")] = [],  # noqa: B006
    no_power: Annotated[list[str], typer.Option("--no-power", metavar=_MANY, help="Booths without power.")] = [],  # noqa: B006
    no_show: Annotated[list[str], typer.Option("--no-show", metavar=_MANY, help="Exhibitors who do not come.")] = [],  # noqa: B006
    walk_in: Annotated[
        list[str],
        typer.Option("--walk-in", metavar="NAME[;power=1;wall=yes;...]", help="An exhibitor who comes; as in the CSV."),
    ] = [],  # noqa: B006
    wish: Annotated[
        list[str], typer.Option("--wish", metavar="REF=ISLAND", help="An exhibitor who would like to move there.")
    ] = [],  # noqa: B006
    keep: Annotated[bool, typer.Option("--apply", help="Do it: write what happened, and who moves where.")] = False,
    seconds: SecondsOption = 30.0,
    seed: SeedOption = 1,
    name: NameOption = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say who has to move when booths or exhibitors fall away or come: as few as possible."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        fair = _fair(event)
        if not fair.stands:
            why = session.words.t("Nobody has a booth yet: “fair apply” places everybody.")
            session.complain(why)
            return session.answer({"assignments": {}, "moves": [], "why": why}, code=Exit.NO) if json else Exit.NO
        day = cases(fair, Day(blocked, no_power, no_show, walk_in, wish))
        then = would_be(fair, day)
        asked = problem(then)
        answer = best_of(replanned(asked, then.stands, asked=late_wishes(day), seconds=seconds, seed=seed))
        if keep:
            session.secure(event)
            apply_day(event, day, answer.plan.assignments, PlanFacts.of_moves(answer.plan), name)
        refs = booth_refs(asked)
        data = plan_as_json(session.words, asked, answer.plan) | {
            "moves": moves_as_json(session.words, asked, refs, answer.moves),
            "left_over_minimum_proven": answer.left_over_minimum_proven,
            "proven": answer.proven,
            "stage": answer.stage,
        }
        return session.answer(data, *moves_lines(session.words, asked, refs, answer))


def explain(
    file: FileArgument,
    exhibitor: Annotated[str, typer.Argument(metavar="[EXHIBITOR]", help="Whose booth; else everybody's.")] = "",
    seconds: SecondsOption = 5.0,
    seed: SeedOption = 1,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Say why somebody stands where they stand, and what another island would cost."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        fair = _fair(event)
        asked = problem(fair)
        chosen = [want for want in asked.wants if not exhibitor or want.ref.casefold() == exhibitor.casefold()]
        if exhibitor and not chosen:
            raise typer.BadParameter(exhibitor, param_hint="EXHIBITOR")
        stands, is_suggested = _stands(asked, fair, [want.id for want in chosen], seconds, seed)
        told = [explained(asked, stands, want.id, seconds=seconds if exhibitor else 0, seed=seed) for want in chosen]
        answers = [explanation_as_json(session.words, asked, each) | {"suggested": is_suggested} for each in told]
        lines = [line for each in told for line in explanation_lines(session.words, asked, each)]
        return session.answer(answers[0] if exhibitor else {"explanations": answers}, *lines)


def _fair(event: Event) -> Fair:
    return read_fair(event.db, doors(event.db))


def best_of(answers: Iterator[_Answer]) -> _Answer:
    """Return the last answer; who interrupts gets the best so far."""
    best = next(answers)
    try:
        for better in answers:
            best = better
    except KeyboardInterrupt:
        return best
    return best


def _stands(
    asked: Problem, fair: Fair, wants: Iterable[int], seconds: float, seed: int
) -> tuple[Mapping[int, tuple[int, ...]], bool]:
    """Return the placement to explain: today's, or the suggested one where somebody stands nowhere, and which it is."""
    if all(want in fair.stands for want in wants):
        return fair.stands, False
    return best_of(suggested(asked, seconds=seconds, seed=seed)).assignments, True


def _tell(session: Session, asked: Problem, plan: Plan) -> Exit:
    data = plan_as_json(session.words, asked, plan)
    code = Exit.NO if plan.status is Status.INFEASIBLE else Exit.DONE
    return session.answer(data, *plan_lines(session.words, asked, plan), code=code)
