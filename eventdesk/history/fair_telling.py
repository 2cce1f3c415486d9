"""Says in plain words what became of the fair: who stands where, what was drawn, which placement was kept."""

from collections.abc import Mapping
from textwrap import shorten

from eventdesk.history.happening import FieldChange, Step, StepKind
from eventdesk.people.consent import consents_text
from eventdesk.words import Words, mark
from eventdesk.words.fair import metres, power_text

SILENT: Mapping[str, frozenset[str]] = {
    "hall": frozenset({"id", "name"}),
    "booth": frozenset({"id", "ref", "x_mm", "y_mm", "rotation", "width_mm", "depth_mm"}),
    "exhibitor": frozenset({"id", "name"}),
    "stand": frozenset({"id"}),
    "hall_part": frozenset({"id", "name", "points"}),
    "floor_picture": frozenset({"id", "name", "media", "body", "x_mm", "y_mm", "width_mm", "depth_mm"}),
    "plan": frozenset({"id", "name", "at", "desk", "bound", "milliseconds"}),
    "plan_stand": frozenset({"id", "plan", "exhibitor", "booth"}),
}
"""Fields that say nothing to people where a row is made or removed."""
USUAL = frozenset(
    {
        *(("booth", name, 0) for name in ("power", "wall", "step_free", "rotation")),
        ("booth", "state", "free"),
        *(("exhibitor", name, 0) for name in ("power", "wall", "step_free", "brochure")),
        *(("exhibitor", name, 1) for name in ("size", "priority", "votable")),
        ("exhibitor", "status", "confirmed"),
        ("hall_part", "width_mm", 0),
        ("plan", "seed", 0),
    }
)
REFERENCES: Mapping[tuple[str, str], str] = {
    ("stand", "exhibitor"): "exhibitor",
    ("stand", "booth"): "booth",
    ("exhibitor", "pinned"): "booth",
    ("booth", "hall"): "hall",
    ("hall_part", "hall"): "hall",
    ("floor_picture", "hall"): "hall",
}
"""Fields that hold the row id of another row, which is called by its name."""
KEPT_TOGETHER = frozenset({"plan_stand"})
"""Rows that belong to another row and are not told themselves."""

TABLES = frozenset({*SILENT} - KEPT_TOGETHER)
"""The tables of the fair whose rows are told."""

ROWS: Mapping[tuple[str, StepKind], str] = {
    ("hall", StepKind.MADE): mark("Hall “{name}” added"),
    ("hall", StepKind.REMOVED): mark("Hall “{name}” removed"),
    ("booth", StepKind.MADE): mark("Booth {name} added"),
    ("booth", StepKind.REMOVED): mark("Booth {name} removed"),
    ("exhibitor", StepKind.MADE): mark("Exhibitor {name} added"),
    ("exhibitor", StepKind.REMOVED): mark("Exhibitor {name} removed"),
    ("hall_part", StepKind.MADE): mark("Added to the floor: {name}"),
    ("hall_part", StepKind.REMOVED): mark("Removed from the floor: {name}"),
    ("floor_picture", StepKind.MADE): mark("Picture “{name}” laid behind the floor plan"),
    ("floor_picture", StepKind.REMOVED): mark("Picture “{name}” taken away from the floor plan"),
    ("plan", StepKind.MADE): mark("Placement kept: {name}"),
    ("plan", StepKind.REMOVED): mark("Kept placement removed: {name}"),
}
"""How the sentences about a row that was made or removed begin."""
_YES_NO: Mapping[str, str] = {"0": mark("no"), "1": mark("yes")}
_VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("", "wall"): _YES_NO,
    ("", "step_free"): _YES_NO,
    ("", "votable"): _YES_NO,
    ("", "brochure"): _YES_NO,
    ("booth", "state"): {"free": mark("free"), "blocked": mark("blocked")},
    ("exhibitor", "status"): {
        "confirmed": mark("confirmed"),
        "cancelled": mark("cancelled"),
        "no_show": mark("has not come"),
    },
    ("exhibitor", "setup"): {"set_up": mark("set up"), "taken_down": mark("taken down")},
    ("hall_part", "kind"): {
        "outline": mark("outline"),
        "pillar": mark("pillar"),
        "entrance": mark("entrance"),
        "emergency_exit": mark("emergency exit"),
        "escape_route": mark("escape route"),
        "service": mark("service area"),
        "zone": mark("zone"),
    },
    ("plan", "status"): {
        "optimal": mark("proven to be the best"),
        "feasible": mark("good, not proven to be the best"),
        "infeasible": mark("not possible for everybody"),
    },
}
_LONG = frozenset({"portrait", "blurb"})
_LONGEST = 80
"""So many letters of a long text are told."""

_PLACED = frozenset({"x_mm", "y_mm", "rotation"})


def value_text(words: Words, table: str, field: str, value: str) -> str | None:
    """Return a stored value of the fair as people read it; None if it is read as it is stored."""
    names = _VALUES.get((table, field)) or _VALUES.get(("", field))
    if names is not None:
        return words.t(names[value]) if value in names else value
    if field in _LONG:
        return shorten(value, _LONGEST, placeholder=" …")
    if field == "consents":
        return consents_text(words, value)
    if field == "power":
        return power_text(words, value)
    if field.endswith("_mm"):
        return words.t("{metres} m", metres=metres(words, int(value))) if value.lstrip("-").isdecimal() else value
    return words.t("{degrees}°", degrees=value) if field == "rotation" else None


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row of the fair whose fields say too little; else nothing."""
    if step.table == "stand":
        return [_stand(words, step)]
    if step.kind is StepKind.CHANGED and step.table in {"booth", "floor_picture"}:
        placed = [each for each in step.fields if each.field in _PLACED]
        if placed and len(placed) == len(step.fields):
            return [_moved(words, step)]
    if step.table == "hall_part" and step.kind is StepKind.CHANGED:
        return [words.t("Changed on the floor: {name}", name=step.name or words.t("without a name"))]
    return []


def _stand(words: Words, step: Step) -> str:
    said = {each.field: each for each in step.fields}
    booth = said.get("booth", FieldChange("booth", "", ""))
    who = step.name
    if not booth.before:
        return words.t("{name} stands on {booth}", name=who, booth=booth.after)
    if not booth.after:
        return words.t("{name} no longer stands on {booth}", name=who, booth=booth.before)
    return words.t("{name} moved from {before} to {after}", name=who, before=booth.before, after=booth.after)


def _moved(words: Words, step: Step) -> str:
    if step.table == "floor_picture":
        return words.t("Picture “{name}” moved", name=step.name)
    if any(each.field == "rotation" for each in step.fields):
        return words.t("Booth {name} turned", name=step.name)
    return words.t("Booth {name} moved", name=step.name)
