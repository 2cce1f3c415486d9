"""Says in plain words what became of the World Café: tables, rounds, ways, pairs, and what was found."""

from collections.abc import Mapping

from eventdesk.history.happening import FieldChange, Step, StepKind
from eventdesk.words import Words, mark
from eventdesk.words.cafe import PAIRS, WAYS

SILENT: Mapping[str, frozenset[str]] = {
    "cafe_table": frozenset({"id", "ref", "name"}),
    "cafe_round": frozenset({"id", "number"}),
    "cafe_itinerary": frozenset({"id"}),
    "cafe_seat": frozenset({"id"}),
    "cafe_pair": frozenset({"id"}),
    "cafe_plan": frozenset({"id", "at", "desk", "milliseconds"}),
    "finding": frozenset({"id", "kind", "owner", "place", "at"}),
}
"""Fields that say nothing to people where a row is made or removed."""
USUAL = frozenset({("cafe_table", "step_free", 1), ("cafe_plan", "seed", 0), ("cafe_plan", "printed", 0)})
REFERENCES: Mapping[tuple[str, str], str] = {
    ("cafe_itinerary", "person"): "person",
    ("cafe_seat", "itinerary"): "cafe_itinerary",
    ("cafe_seat", "round"): "cafe_round",
    ("cafe_seat", "cafe_table"): "cafe_table",
    ("cafe_pair", "one"): "person",
    ("cafe_pair", "other"): "person",
}
"""Fields that hold the row id of another row, which is called by its name."""
TABLES = frozenset(SILENT)
"""The tables of the World Café whose rows are told."""

ROWS: Mapping[tuple[str, StepKind], str] = {
    ("cafe_table", StepKind.MADE): mark("Table “{name}” added"),
    ("cafe_table", StepKind.REMOVED): mark("Table “{name}” removed"),
    ("cafe_round", StepKind.MADE): mark("Round {name} added"),
    ("cafe_round", StepKind.REMOVED): mark("Round {name} removed"),
    ("cafe_plan", StepKind.MADE): mark("Written down how the tables were given out"),
    ("cafe_plan", StepKind.REMOVED): mark("Removed what was written down about giving out tables"),
    ("finding", StepKind.MADE): mark("Result noted"),
    ("finding", StepKind.REMOVED): mark("Result taken away"),
}
"""How the sentences about a row that was made or removed begin."""
_YES_NO: Mapping[str, str] = {"0": mark("no"), "1": mark("yes")}
VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("cafe_table", "step_free"): _YES_NO,
    ("cafe_plan", "printed"): _YES_NO,
    ("cafe_plan", "way"): WAYS,
    ("cafe_pair", "kind"): PAIRS,
}
"""Stored values as people read them, by table and field."""


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row of the World Café whose fields say too little; else nothing."""
    said = {each.field: each for each in step.fields}
    match step.table:
        case "cafe_seat":
            return _seat(words, step, said)
        case "cafe_itinerary":
            return _itinerary(words, step, said)
        case "cafe_pair":
            return _pair(words, step, said)
        case "cafe_round" if step.kind is StepKind.CHANGED:
            return _clock(words, step, said)
        case "cafe_plan" if step.kind is StepKind.CHANGED and "printed" in said:
            printed = said["printed"].after == "1"
            return [words.t("The cards are on paper now") if printed else words.t("The cards are not on paper yet")]
        case "finding" if step.kind is StepKind.CHANGED and "body" in said:
            change = said["body"]
            return [words.t("Result changed from “{before}” to “{after}”", before=change.before, after=change.after)]
        case _:
            return []


def called(words: Words, step: Step) -> str:
    """Return what a row is called at the beginning of a sentence about it."""
    return words.t("Round {number}", number=step.name) if step.table == "cafe_round" else step.name


def about_person(words: Words, step: Step) -> list[str]:
    """Return what became of a person's own card, without the name."""
    change = next((each for each in step.fields if each.field == "person"), None)
    if change is None:
        return []
    number = step.name
    if step.kind is StepKind.MADE:
        return [words.t("Got card {number} of the World Café", number=number)]
    if step.kind is StepKind.REMOVED:
        return [words.t("No longer has card {number} of the World Café", number=number)]
    if not change.after:
        return [words.t("Gave card {number} of the World Café back", number=number)]
    if not change.before:
        return [words.t("Card {number} of the World Café is with {name}", number=number, name=change.after)]
    return [
        words.t(
            "Card {number} of the World Café went from {before} to {after}",
            number=number,
            before=change.before,
            after=change.after,
        )
    ]


def _seat(words: Words, step: Step, said: Mapping[str, FieldChange]) -> list[str]:
    who, _, known = step.name.rpartition(" · ")
    table, number = said.get("cafe_table"), _either(said, "round") or known
    if table is None:
        return []
    who = who or words.t("Card {number}", number=_either(said, "itinerary"))
    if step.kind is StepKind.MADE:
        return [words.t("{name} sits at “{table}” in round {number}", name=who, table=table.after, number=number)]
    if step.kind is StepKind.REMOVED:
        return [
            words.t("{name}: no seat in round {number}; it was “{table}”", name=who, table=table.before, number=number)
        ]
    return [
        words.t(
            "{name} sits at “{after}” instead of “{before}” in round {number}",
            name=who,
            after=table.after,
            before=table.before,
            number=number,
        )
    ]


def _itinerary(words: Words, step: Step, said: Mapping[str, FieldChange]) -> list[str]:
    change, number = said.get("person"), _either(said, "number") or step.name
    who = _either(said, "person")
    if step.kind is StepKind.MADE:
        if not who:
            return [words.t("Card {number} is free", number=number)]
        return [words.t("{name} has card {number}", name=who, number=number)]
    if step.kind is StepKind.REMOVED:
        return [words.t("Card {number} is taken away", number=number)]
    if change is None:
        return []
    if not change.after:
        return [words.t("{name} gave card {number} back", name=change.before, number=number)]
    if not change.before:
        return [words.t("{name} has card {number}", name=change.after, number=number)]
    return [
        words.t("Card {number} went from {before} to {after}", number=number, before=change.before, after=change.after)
    ]


def _clock(words: Words, step: Step, said: Mapping[str, FieldChange]) -> list[str]:
    """Return what the clock of the rounds did; nothing for other changes of a round."""
    if not said.keys() <= {"began", "ended"}:
        return []
    number = step.name
    began, ended = said.get("began"), said.get("ended")
    if ended is not None and ended.after:
        return [words.t("Round {number} is over", number=number)]
    if began is not None and not began.after:
        return [words.t("Round {number} has not begun", number=number)]
    if began is not None and began.before and ended is None:
        return [words.t("The clock of round {number} was set anew", number=number)]
    return [words.t("Round {number} is on", number=number)]


def _pair(words: Words, step: Step, said: Mapping[str, FieldChange]) -> list[str]:
    known = step.name.partition(" · ")
    one, other, kind = _either(said, "one") or known[0], _either(said, "other") or known[2], _either(said, "kind")
    if kind not in PAIRS:
        return []
    if step.kind is StepKind.REMOVED:
        return [words.t("{one} and {other} may sit together or not", one=one, other=other)]
    if kind == "together":
        return [words.t("{one} and {other} must sit together", one=one, other=other)]
    return [words.t("{one} and {other} must not sit together", one=one, other=other)]


def _either(said: Mapping[str, FieldChange], field: str) -> str:
    """Return a field after the change, or before it if the row is gone."""
    change = said.get(field)
    return "" if change is None else change.after or change.before
