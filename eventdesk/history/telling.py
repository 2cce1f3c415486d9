"""Says in plain words what happened: sentences of a person's history, lines of the journal, fields before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never
from zoneinfo import ZoneInfo

from eventdesk.checkin.scan import Direction
from eventdesk.codes import NOTES, Op, Outcome
from eventdesk.history import badge_telling, cafe_telling, features, panels_telling, prize_telling, setting_words
from eventdesk.history.badge_telling import code_text
from eventdesk.history.happening import FieldChange, Happening, ScanFacts, Step, StepKind
from eventdesk.history.values import day_text, value_text
from eventdesk.history.whole import Figures, Standing, Whole
from eventdesk.people.person import Status
from eventdesk.people.rolebook import RoleBook
from eventdesk.store.entries import Entry
from eventdesk.words import Words
from eventdesk.words.audit import people_in
from eventdesk.words.fields import field_name
from eventdesk.words.ops import both_names, deed, deed_name
from eventdesk.words.verdicts import remark

_FEW_FIELDS = 3
_OURS = RoleBook()
"""The names of roles where nobody says what the event calls them."""
_MOVED = frozenset({"scan", "badge_print", "badge_handout", "former_key", "visit"})
"""Rows that belong to a person, and change only when two entries of one person are merged."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a person's history: a sentence for each thing, and by whom it was done."""

    sentences: tuple[str, ...]
    by: str


def told(words: Words, happening: Happening, zone: ZoneInfo, book: RoleBook = _OURS) -> Told:
    """Return what happened to one person, without the name: "Checked in at Haupteingang"."""
    sentences = [text for step in happening.steps for text in _about_person(words, happening, step, zone, book)]
    if happening.op is Op.MERGE_PEOPLE and not any(step.kind is StepKind.REMOVED for step in happening.steps):
        sentences.insert(0, words.t("Merged with a duplicate"))
    return Told(tuple(sentences), by(happening.entry))


def by(entry: Entry) -> str:
    """Return where and by whom: "Schalter 2", "Schalter 2 (amira)"."""
    return f"{entry.desk} ({entry.actor})" if entry.actor and entry.desk else entry.desk or entry.actor


def step_sentences(words: Words, step: Step, zone: ZoneInfo, book: RoleBook = _OURS) -> list[str]:
    """Return what an entry did to one row, a sentence for each field or one for the row."""
    if step.scan is not None:
        return [_scan_sentence(words, step.scan, step.kind)]
    if step.table == "setting":
        return _setting_sentences(words, step, zone, book)
    if step.table in _MOVED and step.kind is StepKind.CHANGED:
        return [words.t("Moved to the other entry of this person")]
    told_already = badge_telling.sentences(words, step) or _visit(words, step) or features.sentences(words, step)
    if told_already:
        return told_already
    if step.table in features.TABLES:
        return _feature_sentences(words, step, zone, book)
    match step.kind:
        case StepKind.MADE:
            return [words.t("Added"), *(_given(words, step, each, zone, book) for each in step.fields)]
        case StepKind.REMOVED:
            return [words.t("Removed"), *(_given(words, step, each, zone, book) for each in step.fields)]
        case StepKind.CHANGED:
            return [field_sentence(words, step, each, zone, book) for each in step.fields]
        case StepKind.SEEN:
            return [words.t("Details were shown or given out")]
        case _:
            assert_never(step.kind)


def _visit(words: Words, step: Step) -> list[str]:
    """Return what became of an earlier event that somebody came to."""
    if step.table != "visit":
        return []
    said = {each.field: each.after or each.before for each in step.fields}
    event = {"title": said.get("title", ""), "day": day_text(words, said.get("day", ""))}
    if step.kind is StepKind.REMOVED:
        return [words.t("No longer remembered: came to “{title}” on {day}", **event)]
    return [words.t("Came before: “{title}” on {day}", **event)]


def _feature_sentences(words: Words, step: Step, zone: ZoneInfo, book: RoleBook) -> list[str]:
    """Return what became of a row of a feature: many are told together, so that each sentence says which."""
    if step.kind is StepKind.CHANGED:
        said = (field_sentence(words, step, each, zone, book) for each in step.fields)
        return [words.t("{field}: {value}", field=features.called(words, step), value=each) for each in said]
    begin = features.opening(words, step)
    return [*begin, *(_given(words, step, each, zone, book) for each in step.fields)]


def _setting_sentences(words: Words, step: Step, zone: ZoneInfo, book: RoleBook) -> list[str]:
    """Return what became of a detail of the event: it is called by its key, and what was left empty says nothing."""
    named = [FieldChange(step.name, each.before, each.after) for each in step.fields if each.field == "value"]
    said = [each for each in named if each.before or each.after]
    of_parts = [setting_words.told(words, step.kind, each.field, each.before, each.after) for each in said]
    if any(of_parts):
        return of_parts
    if step.kind is StepKind.MADE:
        return [_given(words, step, each, zone, book) for each in said]
    return [field_sentence(words, step, each, zone, book) for each in said]


def field_sentence(words: Words, step: Step, change: FieldChange, zone: ZoneInfo, book: RoleBook = _OURS) -> str:
    """Return how one field was changed: "E-mail changed from “a@x” to “b@y”"."""
    special = _status_sentence(words, change) if step.table == "person" and change.field == "status" else ""
    if special:
        return special
    name = field_name(words, step.table, change.field)
    before, after = (
        value_text(words, step.table, change.field, text, zone, book) for text in (change.before, change.after)
    )
    if not before:
        return words.t("{field} entered: “{after}”", field=name, after=after)
    if not after:
        return words.t("{field} removed; it was “{before}”", field=name, before=before)
    return words.t("{field} changed from “{before}” to “{after}”", field=name, before=before, after=after)


def title(words: Words, line: Whole) -> str:
    """Return a line of the journal: "Check-in: Elif Demirtaş", "Import: liste.csv"."""
    entry = line.entry
    if entry.op is Op.UNDO and line.of is not None:
        what = deed(words, line.of.op, line.of.label)
        return words.t("Done again: {deed}", deed=what) if line.again else words.t("Undone: {deed}", deed=what)
    if entry.op is Op.EDIT_PERSON and line.step is not None:
        changed = next((each for each in line.step.fields if each.field == "status"), None)
        if changed is not None and len(line.step.fields) == 1:
            return f"{_status_sentence(words, changed) or deed_name(words, entry.op)}: {entry.label}"
    if entry.op is Op.REFUSED_SCAN and line.step and line.step.scan and line.step.scan.outcome is Outcome.UNKNOWN_CODE:
        return f"{deed_name(words, entry.op)}: {code_text(entry.label)}"
    if entry.op is Op.REFUSED_SCAN and line.step and line.step.scan and line.parts == 1:
        return f"{deed_name(words, entry.op)}: {code_text(line.step.name)}"
    if entry.op in NOTES and line.step is not None:
        return _note_title(words, entry, line.step.name)
    if entry.op in _OF_GROUPS and line.parts > 1:
        more = words.n("{name} and one more", "{name} and {count} more", line.parts - 1, name=entry.label)
        return f"{deed_name(words, entry.op)}: {more}"
    return deed(words, entry.op, entry.label)


_OF_GROUPS = frozenset({Op.CHECK_IN, Op.CHECK_OUT, Op.REFUSED_SCAN})


def _note_title(words: Words, entry: Entry, name: str) -> str:
    """Return whom a note is about: the first by name, the others by their number."""
    if entry.op is Op.EXPORT:
        return f"{deed(words, entry.op, entry.label)}: {name}"
    others = len(people_in(entry.label)) - 1
    if others:
        name = words.n("{name} and one more", "{name} and {count} more", others, name=name)
    return f"{deed_name(words, entry.op)}: {name}"


def remarks(words: Words, line: Whole, zone: ZoneInfo) -> list[str]:
    """Return what a line of the journal says below its title: the point, why it was refused, how many people."""
    found: list[str] = []
    if line.step is not None and line.step.scan is not None:
        scan = line.step.scan
        found += [scan.point, _remark(words, scan)]
        if line.entry.op is not Op.UNDO and abs((scan.at - line.entry.at).total_seconds()) >= 60:
            found.append(words.t("entered later, scanned at {time}", time=f"{scan.at.astimezone(zone):%H:%M}"))
    elif line.step is not None and line.step.kind is StepKind.CHANGED and line.entry.op is Op.EDIT_PERSON:
        found.append(_fields(words, line.step))
    if line.figures is not None and line.entry.op in {Op.IMPORT, Op.CREATE, Op.UNDO}:
        found.append(figures_text(words, line.figures, undoing=line.entry.op is Op.UNDO))
    return [text for text in found if text]


def figures_text(words: Words, figures: Figures, *, undoing: bool = False) -> str:
    """Return "700 people added, 3 changed"; of an undo of one person nothing, as its title says it."""
    if undoing and figures.people_added + figures.people_changed + figures.people_removed < 2:
        return ""
    found: list[str] = []
    if figures.people_added:
        found.append(words.n("one person added", "{count} people added", figures.people_added))
    if figures.people_changed:
        found.append(words.n("one person changed", "{count} people changed", figures.people_changed))
    if figures.people_removed:
        taken = words.n("one person taken off the list", "{count} people taken off the list", figures.people_removed)
        found.append(taken)
    return ", ".join(found)


def standing_word(words: Words, standing: Standing) -> str:
    """Return the word for what no longer holds; empty for what does."""
    match standing:
        case Standing.UNDONE:
            return words.t("undone")
        case Standing.PARTLY_UNDONE:
            return words.t("undone in part")
        case Standing.HOLDS | Standing.FACT:
            return ""
        case _:
            assert_never(standing)


# ---- one person


def _about_person(
    words: Words, happening: Happening, step: Step, zone: ZoneInfo, book: RoleBook = _OURS
) -> Iterator[str]:
    if step.table == "scan" and step.scan is not None:
        yield _scan_sentence(words, step.scan, step.kind, undone=happening.op is Op.UNDO)
    elif step.table == "badge_print" and step.kind is StepKind.MADE:
        printer = next((each.after for each in step.fields if each.field == "printer"), "")
        yield words.t("Badge printed ({printer})", printer=printer) if printer else words.t("Badge printed")
        yield from badge_telling.about_print(words, step)
    elif (step.table == "badge_handout" and _is_news(happening, step)) or badge_telling.is_lost(step):
        yield from badge_telling.sentences(words, step)
    elif step.table in {"place", "waiting"}:
        yield from panels_telling.about_person(words, step)
    elif step.table == "cafe_itinerary":
        yield from cafe_telling.about_person(words, step)
    elif step.table == "ballot_issue":
        yield from prize_telling.about_person(words, step)
    elif step.table == "person":
        yield from _own_row(words, happening, step, zone, book)


def _is_news(happening: Happening, step: Step) -> bool:
    """Say whether it is worth a sentence of its own that a badge was handed out or came back."""
    return step.kind is not StepKind.REMOVED or happening.of is None or happening.of.op is Op.HAND_OUT


def _own_row(words: Words, happening: Happening, step: Step, zone: ZoneInfo, book: RoleBook = _OURS) -> Iterator[str]:
    undoing = happening.op is Op.UNDO and happening.of is not None
    match step.kind:
        case StepKind.MADE:
            yield words.t("Back on the list") if undoing else _added(words, happening.entry)
        case StepKind.REMOVED if happening.op is Op.MERGE_PEOPLE:
            yield words.t("Merged into the other entry of {name}", name=_kept_name(happening.entry, step))
        case StepKind.REMOVED:
            yield words.t("Taken off the list")
        case StepKind.CHANGED:
            for each in step.fields:
                if happening.op is Op.REPLACE_BADGE and each.field == "code":
                    yield words.t("Badge replaced; its code is {code} now", code=code_text(each.after))
                elif not undoing:
                    yield field_sentence(words, step, each, zone, book)
                elif happening.again:
                    yield words.t("Done again: {deed}", deed=field_sentence(words, step, each, zone, book))
                else:
                    deed_then = FieldChange(each.field, before=each.after, after=each.before)
                    yield words.t("Undone: {deed}", deed=field_sentence(words, step, deed_then, zone, book))
        case StepKind.SEEN:
            yield words.t("Details were shown or given out")
        case _:
            assert_never(step.kind)


def _kept_name(entry: Entry, gone: Step) -> str:
    """Return who stayed of two entries of one person; a merger is called after both."""
    return entry.label.removesuffix(both_names("", gone.name))


def _added(words: Words, entry: Entry) -> str:
    match entry.op:
        case Op.IMPORT:
            return words.t("Added by the import of {file}", file=entry.label)
        case Op.CREATE:
            return words.t("On the list since the event was created")
        case Op.WALK_IN:
            return words.t("Added as a walk-in")
        case _:
            return words.t("Added to the list")


def _scan_sentence(words: Words, scan: ScanFacts, kind: StepKind, *, undone: bool = False) -> str:
    point = scan.point or words.t("a point that is gone")
    if kind is StepKind.REMOVED:
        if scan.direction is Direction.OUT:
            return words.t("Exit at {point} undone", point=point)
        return words.t("Check-in at {point} undone", point=point)
    if scan.outcome is Outcome.ACCEPTED and scan.direction is Direction.IN:
        if scan.forced:
            return words.t("Admitted anyway at {point}", point=point)
        again = words.t("Checked in at {point} again: the undo was undone", point=point)
        return again if undone else words.t("Checked in at {point}", point=point)
    if scan.outcome in {Outcome.LEFT, Outcome.ACCEPTED}:
        return words.t("Left at {point}", point=point)
    return words.t("Refused at {point}: {reason}", point=point, reason=remark(words, scan.outcome))


def _remark(words: Words, scan: ScanFacts) -> str:
    if scan.forced:
        return words.t("admitted anyway")
    return "" if scan.outcome in {Outcome.ACCEPTED, Outcome.LEFT} else remark(words, scan.outcome)


def _status_sentence(words: Words, change: FieldChange) -> str:
    if change.after == Status.CANCELLED:
        return words.t("Registration cancelled")
    if change.after == Status.REGISTERED and change.before == Status.CANCELLED:
        return words.t("Cancellation taken back")
    if change.after == Status.REGISTERED and change.before in {Status.WAITING, Status.PENDING}:
        return words.t("Registration confirmed")
    return ""


def _given(words: Words, step: Step, change: FieldChange, zone: ZoneInfo, book: RoleBook = _OURS) -> str:
    value = value_text(words, step.table, change.field, change.after or change.before, zone, book)
    return words.t("{field}: {value}", field=field_name(words, step.table, change.field), value=value)


def _fields(words: Words, step: Step) -> str:
    names = [field_name(words, step.table, each.field) for each in step.fields]
    more = len(names) - _FEW_FIELDS
    shown = ", ".join(names[:_FEW_FIELDS])
    return (
        words.n("{fields} and one more field", "{fields} and {count} more fields", more, fields=shown)
        if more > 0
        else shown
    )
