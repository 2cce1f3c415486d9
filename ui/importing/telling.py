"""Sentences of the import page: what columns may mean, where lists come from, what would happen, what happened."""

from collections.abc import Mapping
from typing import assert_never

from eventdesk.event import Entry, Undone, UndoRefused, UndoStopped
from eventdesk.people.consent import consents_text
from eventdesk.people.importing import Field, ImportPlan, Preset
from eventdesk.people.role import sector_name
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, mark
from eventdesk.words.ops import deed, undo_refusal
from ui.importing.listing import Listing
from ui.importing.state import ChangedField, Deed, End, Outcome

FIELD_NAMES: Mapping[Field, str] = {
    Field.NAME: mark("Full name"),
    Field.GIVEN_NAME: mark("Given name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.NATIVE_NAME: mark("Name in its own script"),
    Field.TITLE: mark("Title"),
    Field.ORGANISATION: mark("Organisation"),
    Field.POSITION: mark("Position"),
    Field.SECTOR: mark("Sector"),
    Field.ROLES: mark("Role"),
    Field.EMAIL: mark("E-mail"),
    Field.PHONE: mark("Phone"),
    Field.TOWN: mark("Town"),
    Field.LANGUAGES: mark("Languages"),
    Field.NEEDS: mark("Needs"),
    Field.NOTE: mark("Note"),
    Field.ATTENTION: mark("Attention: is shown at check-in"),
    Field.ATTENTION_FLAG: mark("Needs attention (yes or no)"),
    Field.STATUS: mark("Status"),
    Field.PAID: mark("Paid (yes or no)"),
    Field.BLOCKED: mark("Blocked (yes or no)"),
    Field.GROUP: mark("Group"),
    Field.EXHIBITOR: mark("Exhibitor (id)"),
    Field.WISHES: mark("Wishes (ids of sessions)"),
    Field.DAYS: mark("Days"),
    Field.CONSENTS: mark("Agreed to"),
    Field.TICKET: mark("Ticket code"),
    Field.TICKET_TYPE: mark("Kind of ticket"),
    Field.BADGE_CODE: mark("Our badge code"),
    Field.FOREIGN_ID: mark("Id in this list"),
    Field.ORDER: mark("Order number"),
    Field.ORDER_POSITION: mark("Position in the order"),
    Field.ADD_ON_TO: mark("Booked in addition to"),
    Field.QUANTITY: mark("Number of tickets"),
    Field.SOURCE: mark("Source"),
    Field.ORIGIN: mark("How the person came into the file"),
    Field.EXTRA: mark("Keep as an extra field"),
    Field.IGNORE: mark("Leave out"),
}
PRESET_NAMES: Mapping[Preset, str] = {
    Preset.PLAIN: mark("A list of your own"),
    Preset.PRETIX: "pretix",
    Preset.EVENTBRITE: "Eventbrite",
    Preset.INDICO: "Indico",
    Preset.ODOO: "Odoo",
    Preset.ALFIO: "alf.io",
}
DELIMITER_NAMES: Mapping[str, str] = {
    ";": mark("Semicolon ;"),
    ",": mark("Comma ,"),
    "\t": mark("Tab"),
    "|": mark("Vertical bar |"),
}
ENCODING_NAMES: Mapping[str, str] = {
    "utf-8": mark("UTF-8 (all scripts)"),
    "cp1252": mark("Windows, Western Europe (1252)"),
    "cp1250": mark("Windows, Central Europe (1250)"),
    "cp1251": mark("Windows, Cyrillic (1251)"),
    "cp1254": mark("Windows, Turkish (1254)"),
    "mac_roman": mark("Macintosh"),
    "utf-16": mark("UTF-16 (all scripts)"),
}
_COLUMN_FIELDS = {"party": Field.GROUP, "code": Field.BADGE_CODE}


def column_name(words: Words, changed: ChangedField) -> str:
    """Return what a field of a person is called."""
    if changed.extra:
        return changed.name
    return words.t(FIELD_NAMES[_COLUMN_FIELDS.get(changed.name) or Field(changed.name)])


def stored_text(words: Words, book: RoleBook, column: str, text: str) -> str:
    """Return a stored text as people read it: roles, sectors and consents by their names."""
    if column == "roles":
        return ", ".join(book.name(words, role) for role in text.split(", ")) if text else ""
    if column == "consents":
        return consents_text(words, text)
    return sector_name(words, text) if column == "sector" and text else text


def doing(words: Words, what: Deed, file: str) -> str:
    """Return what is under way."""
    match what:
        case Deed.READING:
            return words.t("Reading {file} …", file=file)
        case Deed.COMPARING:
            return words.t("Comparing the list with the people in the file …")
        case Deed.WRITING:
            return words.t("Importing {file} …", file=file)
        case Deed.TAKING_BACK:
            return words.t("Taking back {file} …", file=file)
        case _:
            assert_never(what)


def shared_fields(words: Words, listing: Listing) -> list[str]:
    """Return a sentence for every field that several columns go to."""
    found = []
    for field, names in listing.doubles().items():
        told = words.t(
            "“{field}” comes from several columns. “{first}” counts; where it is empty: {others}.",
            field=words.t(FIELD_NAMES[field]),
            first=names[0],
            others=", ".join(names[1:]),
        )
        found.append(told)
    return found


def people(words: Words, count: int) -> str:
    """Return "700 people"."""
    return words.n("one person", "{count} people", count)


def summary(words: Words, plan: ImportPlan) -> str:
    """Return in a sentence or two what importing would do."""
    if not plan.read:
        return words.t("There is nobody in this list.")
    parts = []
    if plan.added:
        parts.append(words.n("one person will be added", "{count} people will be added", plan.added))
    if plan.changed:
        parts.append(words.n("one person will be changed", "{count} people will be changed", plan.changed))
    if not parts and plan.unchanged:
        same = words.n(
            "nothing would change: one person is in the file as the list has them",
            "nothing would change: {count} people are in the file as the list has them",
            plan.unchanged,
        )
        parts.append(same)
    elif not parts:
        parts.append(words.t("nothing can be imported from this list yet"))
    said = ", ".join(parts)
    said = said[:1].upper() + said[1:] + "."
    if plan.refusals:
        errors = words.n(
            "One row has an error and would be left out.",
            "{count} rows have errors and would be left out.",
            plan.rejected,
        )
        said = f"{said} {errors}"
    if plan.omissions:
        omitted = words.n(
            "One cell does not fit; the person comes in without it.",
            "{count} cells do not fit; these people come in without them.",
            len(plan.omissions),
        )
        said = f"{said} {omitted}"
    return said


def ended(words: Words, outcome: Outcome) -> tuple[str, str]:
    """Return a heading and a few sentences about what came of an import."""
    if outcome.taken_back:
        return words.t("Taken back"), words.t("The file is as it was before this import.")
    done, total = outcome.written.done, outcome.written.total
    parts = []
    match outcome.end:
        case End.WHOLE:
            heading = words.n("One person imported", "{count} people imported", done)
            parts.append(_of_the_whole(words, outcome))
        case End.STOPPED | End.FAILED:
            heading = words.t("Stopped")
            parts.append(words.t("{done} of {total} people are in the file.", done=done, total=total))
            parts.append(words.t("Importing the list again brings the rest; undo takes back what is there."))
        case End.OUTDATED:
            heading = words.t("Paused")
            parts.append(words.t("{done} of {total} people are in the file.", done=done, total=total))
            parts.append(words.t("Much was changed meanwhile. Check the list again: only what is missing is imported."))
        case End.UNDONE:
            heading = words.t("Taken back")
        case _:
            assert_never(outcome.end)
    if outcome.written.left:
        parts.append(
            words.n(
                "One person was changed at the desk meanwhile and left alone; import the list again to settle it.",
                "{count} people were changed at the desk meanwhile and left alone; import the list again to settle it.",
                outcome.written.left,
            )
        )
    if outcome.end is End.WHOLE and outcome.rejected:
        parts.append(
            words.n("One row with an error was left out.", "{count} rows with errors were left out.", outcome.rejected)
        )
    return heading, " ".join(part for part in parts if part)


def _of_the_whole(words: Words, outcome: Outcome) -> str:
    if outcome.written.left or not outcome.changed:
        return words.t("They can be scanned and found by name at once.")
    if not outcome.added:
        return words.t("They were in the file already; what is new in the list was taken over.")
    return words.t(
        "{added} added, {changed} changed. They can be scanned and found by name at once.",
        added=outcome.added,
        changed=outcome.changed,
    )


def undo_answer(words: Words, answer: Undone | UndoRefused | UndoStopped | None) -> str:
    """Return why an import, or the rest of it, was not taken back; empty if it was."""
    match answer:
        case None | Undone():
            return ""
        case UndoRefused():
            why = undo_refusal(words, answer.reason, _line(words, answer.entry), _line(words, answer.against))
            return words.t("Nothing was taken back. {why}", why=why)
        case UndoStopped():
            against = _line(words, answer.against)
            if not against:
                return words.t("Only a part was taken back: something came in between. Undo once more for the rest.")
            return words.t(
                "Only a part was taken back: “{against}” came in between. Undo that first, then undo once more.",
                against=against,
            )
        case _:
            assert_never(answer)


def _line(words: Words, entry: Entry | None) -> str:
    return deed(words, entry.op, entry.label) if entry is not None else ""
