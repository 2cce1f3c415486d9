"""The verb that writes badges."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from eventdesk.badges import actions, boxes, stock
from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.choice import Choice, Everyone, Order, parse_choice
from eventdesk.badges.design import template_file, template_words
from eventdesk.badges.design.template import Template
from eventdesk.badges.design.toml_cells import FileProblem
from eventdesk.badges.digest import digests
from eventdesk.badges.pdf import badge_pdf
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.imposition import TooLargeError
from eventdesk.badges.sheets.sheet import Duplex, Placing, Sheet
from eventdesk.badges.snapshot import Where
from eventdesk.badges.stock import Design
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, add_verbs, start
from eventdesk.codes import Fault
from eventdesk.drawing.kit import Kit
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.guide import badge_guide
from eventdesk.people.person import Person
from eventdesk.tables.opening import bytes_of
from eventdesk.words import Words

_ONLY = "all|not-printed|changed|role=..|state=..|organisation=..|sector=..|group=..|person=..[,..]"
_TOML = ".toml"
_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class _Wish:
    """What the command line asks for. Empty texts and None: as it is chosen in the event."""

    choice: Choice
    order: Order
    template: str
    sheet: str
    start: int | None
    duplex: Duplex | None
    boxes: int


class _ComplaintError(Exception):
    """Nothing can be written: the sentences say why."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def register(app: typer.Typer) -> None:
    """Add the verb."""
    add_verbs(app, badges)


def badges(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    file: FileArgument,
    out: OutOption,
    only: Annotated[str, typer.Option("--only", metavar=_ONLY, help="Whose badges; a comma means “and”.")] = "all",
    sort: Annotated[Order, typer.Option("--sort", help="In which order.")] = Order.NAME,
    template: Annotated[str, typer.Option("--template", metavar="NAME|FILE.toml", help="Which badge.")] = "",
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME|FILE.toml|none", help="On which sheets.")] = "",
    start_label: Annotated[int | None, typer.Option("--start-label", min=1, help="First free label.")] = None,
    duplex: Annotated[Duplex | None, typer.Option("--duplex", help="The edge that paper is turned over.")] = None,
    boxed: Annotated[int, typer.Option("--boxes", min=0, help="So many badges lie in a box.")] = 0,
    mark_printed: Annotated[bool, typer.Option("--mark-printed", help="Note them as printed.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Write badges as a PDF, and say which names need a look."""
    choice = parse_choice(only)
    if choice is None:
        raise typer.BadParameter(only, param_hint="--only")
    if out.suffix.lower() != ".pdf":
        raise typer.BadParameter(str(out), param_hint="-o")
    wish = _Wish(choice, sort, template, sheet, start_label, duplex, boxed)
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        try:
            design = _design(session.words, event, wish)
            where = badge_guide(event, Words(event.details.language))
            people = actions.choose(event, choice, sort, where=where, template=design.template)
            if not people:
                session.complain(session.words.t("Nobody matches: there is nothing to print."))
                return session.answer(dict(BadgeReport().as_json()), code=Exit.NO) if json else Exit.NO
            spots = _spots(session.words, people, wish)
            snapshot = actions.snapshot(event, people, where, spots)
            report = _write(session.words, event, snapshot, out, design)
        except _ComplaintError as complaint:
            session.complain(*complaint.sentences)
            return Exit.USAGE
        if mark_printed:
            shown = digests(snapshot, design.template)
            ids = [person.id for person in people]
            actions.mark_printed(event, ids, out.name, template=design.template.name, digests=shown, spots=spots)
    return session.answer(dict(report.as_json()), *_told(session, report, out))


def print_all(event: Event, out: Path) -> dict[str, Any]:
    """Write everybody's badge; returns the report under the keys of the command line."""
    where: Where = badge_guide(event, Words(event.details.language))
    return dict(actions.write_badges(event, actions.choose(event, Everyone()), out, Kit(), where=where).as_json())


def _write(words: Words, event: Event, badges: Sequence[BadgeData], out: Path, design: Design) -> BadgeReport:
    try:
        return badge_pdf(
            badges,
            out,
            Kit(),
            template=design.template,
            placing=design.placing,
            pictures=design.pictures,
            about=actions.about(event),
        )
    except TooLargeError:
        place = design.placing.sheet if design.placing else None
        wide, high = place.panel if place else (0, 0)
        raise _ComplaintError(
            words.t(
                "The badge “{template}” ({width} × {height} mm) is too large for the sheet “{sheet}”, whose places "
                "have {wide} × {high} mm. Choose a smaller badge or another sheet.",
                template=design.template.name,
                width=f"{design.template.width:g}",
                height=f"{design.template.height:g}",
                sheet=place.name if place else "",
                wide=f"{wide:g}",
                high=f"{high:g}",
            )
        ) from None


# ---- what it is made with


def _design(words: Words, event: Event, wish: _Wish) -> Design:
    template = _template(words, event, wish.template)
    usual = stock.placing_of(event)
    sheet = usual.sheet if usual and not wish.sheet else _sheet(words, event, wish.sheet)
    if sheet is None:
        if wish.start is not None or wish.duplex is not None:
            raise _ComplaintError(words.t("Without a sheet there are no labels and no backs: choose one with --sheet."))
        return Design(template, stock.pictures_of(event, template))
    chosen = stock.chosen(event)
    first = wish.start if wish.start is not None else (usual.start if usual and not wish.sheet else 1)
    if first > sheet.capacity:
        raise _ComplaintError(
            words.n(
                "The sheet “{sheet}” has only one label: it cannot begin at number {start}.",
                "The sheet “{sheet}” has {count} labels: it cannot begin at number {start}.",
                sheet.capacity,
                sheet=sheet.name,
                start=first,
            )
        )
    duplex = wish.duplex if wish.duplex is not None else chosen.duplex
    return Design(template, stock.pictures_of(event, template), Placing(sheet, first, duplex))


def _template(words: Words, event: Event, wanted: str) -> Template:
    if not wanted:
        return stock.template_of(event)
    if Path(wanted).suffix.lower() == _TOML:
        reading = template_file.parse(_text(Path(wanted)), Path(wanted).name)
        return _whole(words, reading.template, reading.problems)
    if wanted not in stock.templates_of(event):
        raise typer.BadParameter(f"{wanted} ({', '.join(stock.templates_of(event))})", param_hint="--template")
    reading = stock.reading_of(event, wanted)
    return _whole(words, reading.template, reading.problems)


def _sheet(words: Words, event: Event, wanted: str) -> Sheet | None:
    if wanted in {"", "none"}:
        return None
    if Path(wanted).suffix.lower() == _TOML:
        reading = sheet_file.parse(_text(Path(wanted)), Path(wanted).name)
        return _whole(words, next(iter(reading.sheets), None), reading.problems)
    sheets = stock.sheets_of(event)
    if wanted not in sheets:
        raise typer.BadParameter(f"{wanted} ({', '.join(sheets)})", param_hint="--sheet")
    return sheets[wanted]


def _whole(words: Words, thing: _Thing | None, problems: Sequence[FileProblem]) -> _Thing:
    if thing is None:
        raise _ComplaintError(*(template_words.problem(words, each) for each in problems))
    return thing


def _text(path: Path) -> str:
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=str(error)) from error


def _spots(words: Words, people: Sequence[Person], wish: _Wish) -> dict[int, boxes.Spot]:
    if wish.boxes and wish.order is not Order.NAME:
        raise _ComplaintError(words.t("Boxes go by names: leave out --sort, or --boxes."))
    return boxes.spots(boxes.cut(people, wish.boxes)) if wish.boxes else {}


# ---- what is said


def _told(session: Session, report: BadgeReport, out: Path) -> list[str]:
    words = session.words
    lines = [words.n("{count} badge written: {path}", "{count} badges written: {path}", report.badges, path=out)]
    lines += [
        words.t(
            "{name}: “{text}” had to become small ({size} pt).", name=each.name, text=each.text, size=f"{each.size:.0f}"
        )
        for each in report.shrunk
    ]
    lines += [
        words.t("{name}: “{text}” is too long for a badge, which shows “{shown}”.",
                name=each.name, text=each.text, shown=each.shown)
        if each.cut or each.abbreviated
        else words.t("{name}: “{text}” fits only in very small letters.", name=each.name, text=each.text)
        for each in report.overflow
    ]  # fmt: skip
    lines += [
        words.t("{name}: “{text}” has letters that no font has ({letters}); the badge shows Latin letters.",
                name=each.name, text=each.text, letters=" ".join(each.clusters))
        if each.shown
        else words.t("{name}: “{text}” cannot be shown on a badge; write it in letters.",
                     name=each.name, text=each.text)
        for each in report.missing_glyphs
    ]  # fmt: skip
    return lines
