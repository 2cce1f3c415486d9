"""Says in plain words what became of the audience prize: polls, what is voted for, who got a ballot.

Ballots are not told one by one: their codes are for their voters alone. A vote is in no entry that could be told.
"""

from collections.abc import Mapping

from eventdesk.history.happening import Step, StepKind
from eventdesk.words import Words, mark
from eventdesk.words.prize import STATES, TIES

SILENT: Mapping[str, frozenset[str]] = {
    "poll": frozenset({"id", "title", "opened", "closed"}),
    "poll_entry": frozenset({"id", "poll", "name", "exhibitor"}),
    "ballot_issue": frozenset({"id"}),
}
"""Fields that say nothing to people where a row is made or removed."""
USUAL = frozenset({("poll", "state", "preparing"), ("poll", "own_barred", 1)})
REFERENCES: Mapping[tuple[str, str], str] = {
    ("poll", "run_off_of"): "poll",
    ("ballot_issue", "poll"): "poll",
    ("ballot_issue", "person"): "person",
}
"""Fields that hold the row id of another row, which is called by its name."""
KEPT_TOGETHER = frozenset({"ballot"})
"""Rows that are not told themselves."""
TABLES = frozenset(SILENT)
"""The tables of the prize whose rows are told."""

ROWS: Mapping[tuple[str, StepKind], str] = {
    ("poll", StepKind.MADE): mark("Poll “{name}” added"),
    ("poll", StepKind.REMOVED): mark("Poll “{name}” removed"),
    ("poll_entry", StepKind.MADE): mark("To vote for, added: {name}"),
    ("poll_entry", StepKind.REMOVED): mark("To vote for, removed: {name}"),
}
"""How the sentences about a row that was made or removed begin."""
_YES_NO: Mapping[str, str] = {"0": mark("no"), "1": mark("yes")}
VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("poll", "state"): STATES,
    ("poll", "tie"): TIES,
    ("poll", "own_barred"): _YES_NO,
}
"""Stored values as people read them, by table and field."""


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row of the prize whose fields say too little; else nothing."""
    if step.table != "ballot_issue":
        return []
    if step.kind is StepKind.CHANGED:
        return [words.t("Moved to the other entry of this person")]
    who = _either(step, "person") or step.name
    if step.kind is StepKind.REMOVED:
        return [words.t("{name} gave a ballot back", name=who)]
    if _either(step, "kind") == "again":
        return [words.t("{name} got another ballot in place of a void one", name=who)]
    return [words.t("{name} got a ballot", name=who)]


def about_person(words: Words, step: Step) -> list[str]:
    """Return that a person got a ballot, without the name."""
    if step.kind is not StepKind.MADE:
        return []
    if _either(step, "kind") == "again":
        return [words.t("Got another ballot in place of a void one")]
    return [words.t("Got a ballot")]


def _either(step: Step, field: str) -> str:
    """Return a field after the change, or before it if the row is gone."""
    change = next((each for each in step.fields if each.field == field), None)
    return "" if change is None else change.after or change.before
