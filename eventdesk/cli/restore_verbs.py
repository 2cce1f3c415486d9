"""The verb that goes back to a backup: restore. The file itself is left as it is."""

from pathlib import Path
from typing import Annotated, Any

import typer

from eventdesk.backups import places, recovering
from eventdesk.backups.recovering import Left, Losses, Offer, TakenOver
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, Session, add_verbs, start
from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.words.ops import deed
from eventdesk.words.recovering import source_name, why_left

_BAD = frozenset({Fault.DAMAGED, Fault.NOT_OURS})


def register(app: typer.Typer) -> None:
    """Add the verb."""
    add_verbs(app, restore)


def restore(
    *,
    file: FileArgument,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The new file to work with.")] = None,
    chosen: Annotated[
        Path | None, typer.Option("--from", metavar="BACKUP", help="Which backup; else the newest one.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Only say which backups there are.")] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Make a new file of a backup. From a damaged file, what was done since is taken over as far as it can be read."""
    session = start(as_json=json, language=language)
    words = session.words
    found = recovering.offers(file, places.home(), [chosen.parent] if chosen else [])
    if listing:
        return session.answer(
            {"backups": [_as_json(each) for each in found]}, *(_line(session, each) for each in found)
        )
    if out is None:
        raise typer.BadParameter(words.t("Say where the new file goes."), param_hint="--out")
    offer = _wanted(found, chosen)
    if offer is None:
        session.complain(words.t("There is no backup of “{file}” to be found.", file=chosen or file))
        return session.answer({"path": None}, code=Exit.NO) if json else Exit.NO
    lost = recovering.lost_since(file, offer.backup.path) if _is_bad(file) else Losses()
    recovering.restore(offer, out)
    with session.event(out) as event:
        taken = recovering.take_over(event, lost)
        data = {
            "path": str(out),
            "from": str(offer.backup.path),
            "check_ins": offer.backup.check_ins,
            "people": offer.backup.people,
            "taken_over": taken.applied,
            "left": [_left_as_json(each) for each in taken.left],
            "complete": lost.complete,
            "votes": lost.votes,
        }
        return session.answer(data, *_told(session, event, offer, lost, taken))


def _wanted(found: list[Offer], chosen: Path | None) -> Offer | None:
    """Return the offer that is meant: the newest one, or the one at this path."""
    if chosen is None:
        return found[0] if found else None
    known = (each for each in found if each.backup.path.resolve() == chosen.resolve())
    return next(known, None) or recovering.offer_at(chosen)


def _is_bad(file: Path) -> bool:
    """Say whether a file is there and cannot be opened."""
    try:
        open_event(file).close()
    except KnownError as error:
        return error.fault in _BAD
    return False


def _told(session: Session, event: Event, offer: Offer, lost: Losses, taken: TakenOver) -> list[str]:
    words, copy = session.words, offer.backup
    lines = [
        words.t("Restored: {path}", path=event.path),
        _line(session, offer),
        words.n("One later step was taken over.", "{count} later steps were taken over.", taken.applied),
    ]
    if lost.votes is None:
        lines.append(words.t("Whether votes are missing cannot be told. Please look at the polls."))
    elif lost.votes:
        lines.append(words.n("One vote is missing.", "{count} votes are missing.", lost.votes))
    if not lost.complete:
        at = f"{copy.at:%Y-%m-%d %H:%M}"
        lines.append(words.t("Not all of the damaged file could be read: look at what was done since {at}.", at=at))
    if taken.left:
        lines.append(words.t("Please do this again by hand, if it is still wanted:"))
    return [*lines, *(_left_line(session, event, each) for each in taken.left)]


def _line(session: Session, offer: Offer) -> str:
    words, copy = session.words, offer.backup
    counted = ", ".join(
        (
            words.n("one check-in", "{count} check-ins", copy.check_ins),
            words.n("one person", "{count} people", copy.people),
        )
    )
    where = source_name(words, offer.source)
    return f"{copy.at:%Y-%m-%d %H:%M:%S}  {counted}  {where}  {copy.path}"


def _left_line(session: Session, event: Event, left: Left) -> str:
    words = session.words
    at = f"{left.at.astimezone(event.zone):%H:%M:%S}" if left.at else "–"
    what = deed(words, left.op, left.label or left.who) if left.op else words.t("Something was changed")
    who = f" ({left.who})" if left.who and left.who not in what else ""
    return f"  {at}  {left.desk}  {what}{who}. {why_left(words, left.why)}"


def _as_json(offer: Offer) -> dict[str, Any]:
    copy = offer.backup
    return {
        "path": str(copy.path),
        "at": copy.at.isoformat(),
        "check_ins": copy.check_ins,
        "people": copy.people,
        "size": copy.size,
        "where": offer.source.value,
    }


def _left_as_json(left: Left) -> dict[str, Any]:
    return {
        "op": left.op and left.op.value,
        "at": left.at and left.at.isoformat(),
        "who": left.who,
        "label": left.label,
        "desk": left.desk,
        "why": left.why.value,
    }
