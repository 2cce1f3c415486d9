"""Verbs about the file as a whole: info, journal, undo, verify, backup."""

from typing import Annotated

import typer

from eventdesk import __version__
from eventdesk.backups import keeping, places
from eventdesk.cli.session import Exit, FileArgument, JsonOption, LanguageOption, OutOption, Session, add_verbs, start
from eventdesk.codes import Fault
from eventdesk.desk import figures
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, UndoRefused
from eventdesk.finishing.deletion_day import deletion_day
from eventdesk.finishing.ending import finished_at
from eventdesk.history.notes import noted
from eventdesk.whereabouts import whereabouts
from eventdesk.words import Words
from eventdesk.words.days import days_text
from eventdesk.words.ops import deed, undo_refusal
from eventdesk.words.recovering import place_sentence


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verbs(app, info, journal, undo, verify, backup)


def info(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Say what is in an event file."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        return tell_figures(session, event)


def tell_figures(session: Session, event: Event) -> Exit:
    """Answer with title, counts, and how many people are in."""
    found = figures(event)
    words, details = session.words, event.details
    day = deletion_day(event) if finished_at(event) is None else None
    data = {"title": details.title, "path": str(event.path), "version": __version__, **found}
    data["delete_on"] = day.isoformat() if day is not None else None
    lines = [" · ".join(part for part in (details.title, details.venue, details.starts[:10]) if part)]
    lines += [f"  {_name(words, key):<20} {number:>7}" for key, number in found["counts"].items()]
    lines.append(
        words.t("In the house: {inside} of {expected} expected", inside=found["inside"], expected=found["expected"])
    )
    if day is not None:
        told = days_text(words, day.isoformat(), day.isoformat())
        lines.append(words.t("Delete people on: {day}", day=told))
    place, told_place = _place(session, event)
    latest = keeping.newest(keeping.of_this_file(event, keeping.automatic(places.home(), event)()))
    data |= {"place": place, "backup": latest and {"at": latest.at.isoformat(), "check_ins": latest.check_ins}}
    if latest is not None:
        at = f"{latest.at.astimezone(event.zone):%Y-%m-%d %H:%M}"
        lines.append(words.t("Newest automatic backup: {at}", at=at))
    return session.answer(data, *lines, *told_place)


def _place(session: Session, event: Event) -> tuple[dict[str, str], list[str]]:
    """Return in what kind of place the file is, and what speaks against working there."""
    found = whereabouts(event.path)
    told = place_sentence(session.words, found)
    return {"kind": found.kind.value, "name": found.name}, [told] if told else []


def _name(words: Words, key: str) -> str:
    names = {
        "people": words.t("People"),
        "exhibitors": words.t("Exhibitors"),
        "booths": words.t("Booths"),
        "halls": words.t("Halls"),
        "rooms": words.t("Rooms"),
        "slots": words.t("Time slots"),
        "sessions": words.t("Sessions"),
        "tables": words.t("Tables"),
        "scans": words.t("Scans"),
        "entries": words.t("Journal entries"),
    }
    return names[key]


def entry_as_json(entry: Entry) -> dict[str, object]:
    """Return a journal entry under the keys of the command line."""
    return {
        "eid": entry.eid,
        "at": entry.at.isoformat(),
        "desk": entry.desk,
        "actor": entry.actor,
        "op": entry.op.value,
        "label": entry.label,
        "undoes": entry.undoes,
        "part_of": entry.part_of,
        "undone": entry.undone,
    }


def journal(
    file: FileArgument,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000_000, help="How many entries, newest first.")] = 50,
    audit: Annotated[
        bool, typer.Option("--audit", help="Only who looked at people's details, and which files were written.")
    ] = False,
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """List what happened, newest first."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        if audit:
            return _tell_audit(session, event, limit)
        entries = event.journal(limit)
        lines = [
            f"{entry.at.astimezone(event.zone):%Y-%m-%d %H:%M:%S}  {entry.eid:<14} {entry.desk:<16} "
            + deed(session.words, entry.op, entry.label)
            + (" " + session.words.t("(undone)") if entry.undone else "")
            for entry in entries
        ]
        return session.answer({"entries": [entry_as_json(entry) for entry in entries]}, *lines)


def _tell_audit(session: Session, event: Event, limit: int) -> Exit:
    notes = noted(event.db, limit)
    data = [
        {**entry_as_json(note.entry), "people": [{"id": each, "name": name} for each, name in note.people.items()]}
        for note in notes
    ]
    lines = [
        f"{note.entry.at.astimezone(event.zone):%Y-%m-%d %H:%M:%S}  {note.entry.desk:<16} {note.entry.actor:<10} "
        + deed(session.words, note.entry.op, note.entry.label)
        + (f": {', '.join(note.people.values())}" if note.people else "")
        for note in notes
    ]
    return session.answer({"entries": data}, *lines)


def undo(
    file: FileArgument,
    entry: Annotated[str, typer.Option("--entry", metavar="EID", help="Which entry; else the latest.")] = "",
    json: JsonOption = False,
    language: LanguageOption = "",
) -> Exit:
    """Take back the latest entry, or the named one, with all it is part of."""
    session = start(as_json=json, language=language)
    words = session.words
    with session.event(file) as event:
        if entry and event.entry(entry) is None:
            raise KnownError(Fault.UNKNOWN_ENTRY, entry=entry)
        answer = event.undo(entry or None)
        if isinstance(answer, UndoRefused):
            target, against = (each and deed(words, each.op, each.label) for each in (answer.entry, answer.against))
            sentence = undo_refusal(words, answer.reason, target or "", against or "")
            data: dict[str, object] = {
                "undone": None,
                "reason": answer.reason.value,
                "entry": answer.entry and entry_as_json(answer.entry),
                "against": answer.against and entry_as_json(answer.against),
            }
            session.complain(sentence)
            return session.answer(data, code=Exit.NO) if json else Exit.NO
        data = {"undone": entry_as_json(answer.entry), "entries": answer.entries, "eid": answer.eid}
        return session.answer(data, words.t("Undone: {deed}", deed=deed(words, answer.entry.op, answer.entry.label)))


def verify(file: FileArgument, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Check that the file is whole and that its journal leads to what stands in it."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        checks = event.verify()
        place, told = _place(session, event)
    ok = all(result is True for result in checks.values())
    lines = [f"{'✓' if result is True else '✗ ' + str(result)}  {name}" for name, result in checks.items()]
    verdict = session.words.t("The file is in order.") if ok else session.words.t("The file is NOT in order.")
    data = {"ok": ok, "checks": checks, "place": place}
    return session.answer(data, *lines, verdict, *told, code=Exit.DONE if ok else Exit.NO)


def backup(file: FileArgument, out: OutOption, json: JsonOption = False, language: LanguageOption = "") -> Exit:
    """Write a checked copy of the file."""
    session = start(as_json=json, language=language)
    with session.event(file) as event:
        event.backup(out)
    return session.answer({"path": str(out)}, session.words.t("Backup written: {path}", path=out))
