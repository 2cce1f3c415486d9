"""Says in plain words what became of the programme: rooms, slots, sessions, places, and timetables that were kept."""

from collections.abc import Mapping

from eventdesk.history.happening import FieldChange, Step, StepKind
from eventdesk.words import Words, mark
from eventdesk.words.doors import signed
from eventdesk.words.panels import HOW, KINDS, STATUS, WAYS

SILENT: Mapping[str, frozenset[str]] = {
    "room": frozenset({"id", "ref", "name"}),
    "room_seating": frozenset({"id", "name"}),
    "slot": frozenset({"id", "ref"}),
    "session": frozenset({"id", "ref", "title"}),
    "place": frozenset({"id"}),
    "waiting": frozenset({"id", "at"}),
    "programme": frozenset({"id", "name", "at", "desk", "bound", "milliseconds"}),
    "programme_session": frozenset({"id", "programme", "session", "slot", "room"}),
    "draw": frozenset({"id", "at", "desk", "body"}),
    "point_room": frozenset({"id"}),
    "door_count": frozenset({"id", "at", "desk"}),
}
"""Fields that say nothing to people where a row is made or removed."""
USUAL = frozenset(
    {
        *(("room", name, 0) for name in ("step_free", "induction_loop", "changeover_min")),
        *(("session", name, 0) for name in ("slot_fixed", "room_fixed")),
        *(("programme", name, 0) for name in ("seed", "printed")),
    }
)
REFERENCES: Mapping[tuple[str, str], str] = {
    ("room_seating", "room"): "room",
    ("session", "slot"): "slot",
    ("session", "room"): "room",
    ("place", "person"): "person",
    ("place", "session"): "session",
    ("waiting", "person"): "person",
    ("waiting", "session"): "session",
    ("point_room", "point"): "point",
    ("point_room", "room"): "room",
    ("door_count", "point"): "point",
    ("door_count", "session"): "session",
}
"""Fields that hold the row id of another row, which is called by its name."""
KEPT_TOGETHER = frozenset({"programme_session"})
"""Rows that belong to another row and are not told themselves."""

TABLES = frozenset({*SILENT} - KEPT_TOGETHER)
"""The tables of the programme whose rows are told."""

ROWS: Mapping[tuple[str, StepKind], str] = {
    ("room", StepKind.MADE): mark("Room “{name}” added"),
    ("room", StepKind.REMOVED): mark("Room “{name}” removed"),
    ("room_seating", StepKind.MADE): mark("Way to seat people added: {name}"),
    ("room_seating", StepKind.REMOVED): mark("Way to seat people removed: {name}"),
    ("slot", StepKind.MADE): mark("Slot {name} added"),
    ("slot", StepKind.REMOVED): mark("Slot {name} removed"),
    ("session", StepKind.MADE): mark("Session “{name}” added"),
    ("session", StepKind.REMOVED): mark("Session “{name}” removed"),
    ("programme", StepKind.MADE): mark("Timetable kept: {name}"),
    ("programme", StepKind.REMOVED): mark("Kept timetable removed: {name}"),
    ("draw", StepKind.MADE): mark("Written down how places were given out"),
    ("draw", StepKind.REMOVED): mark("Removed what was written down about giving out places"),
}
"""How the sentences about a row that was made or removed begin."""
_YES_NO: Mapping[str, str] = {"0": mark("no"), "1": mark("yes")}
VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("room", "step_free"): _YES_NO,
    ("room", "induction_loop"): _YES_NO,
    ("session", "slot_fixed"): _YES_NO,
    ("session", "room_fixed"): _YES_NO,
    ("programme", "printed"): _YES_NO,
    ("session", "kind"): KINDS,
    ("place", "how"): HOW,
    ("draw", "way"): WAYS,
    ("programme", "status"): STATUS,
}
"""Stored values as people read them, by table and field."""


def sentences(words: Words, step: Step) -> list[str]:
    """Return all that is to be said about a row of the programme whose fields say too little; else nothing."""
    said = {each.field: each for each in step.fields}
    if step.table in {"place", "waiting"} and step.kind is StepKind.CHANGED and "person" in said:
        return [words.t("Moved to the other entry of this person")]
    if step.table == "place":
        return [_place(words, step, said)]
    if step.table == "waiting":
        who, session = _either(said, "person") or step.name, _either(said, "session")
        if step.kind is StepKind.REMOVED:
            return [words.t("{name} no longer waits for a place in “{session}”", name=who, session=session)]
        return [words.t("{name} waits for a place in “{session}”", name=who, session=session)]
    if step.table == "point_room" and step.kind is not StepKind.CHANGED:
        point, room = _either(said, "point"), _either(said, "room")
        if step.kind is StepKind.REMOVED:
            return [words.t("“{point}” is no longer the door of “{room}”", point=point, room=room)]
        return [words.t("“{point}” is the door of “{room}” now", point=point, room=room)]
    if step.table == "door_count":
        number = int(_either(said, "change") or 0)
        return [words.t("Counted at “{point}”: {number}", point=_either(said, "point"), number=signed(number))]
    return []


def about_person(words: Words, step: Step) -> list[str]:
    """Return what became of a person's own place, or of their waiting for one, without the name."""
    said = {each.field: each for each in step.fields}
    if step.kind is StepKind.CHANGED and "session" not in said and "how" not in said:
        return []
    session, how = _either(said, "session"), _either(said, "how")
    if step.table == "waiting":
        if step.kind is StepKind.REMOVED:
            return [words.t("No longer waits for a place in “{session}”", session=session)]
        return [words.t("Waits for a place in “{session}”", session=session)]
    match step.kind:
        case StepKind.MADE if how == "drawn":
            return [words.t("Place in “{session}”, when places were given out to all", session=session)]
        case StepKind.MADE:
            return [words.t("Place in “{session}”, confirmed", session=session)]
        case StepKind.REMOVED:
            return [words.t("No longer has a place in “{session}”", session=session)]
        case StepKind.CHANGED if "session" in said:
            before = said["session"].before
            return [words.t("Place in “{after}” instead of “{before}”", before=before, after=session)]
        case _ if how == "confirmed":
            return [words.t("A place is confirmed")]
        case _:
            return [words.t("A place is no longer confirmed")]


def _place(words: Words, step: Step, said: Mapping[str, FieldChange]) -> str:
    who, session = _either(said, "person") or step.name, _either(said, "session")
    match step.kind:
        case StepKind.MADE:
            return words.t("{name} has a place in “{session}”", name=who, session=session)
        case StepKind.REMOVED:
            return words.t("{name} no longer has a place in “{session}”", name=who, session=session)
        case StepKind.CHANGED if "session" in said:
            change = said["session"]
            return words.t(
                "{name} has a place in “{after}” instead of “{before}”",
                name=who,
                before=change.before,
                after=change.after,
            )
        case _:
            if said["how"].after == "confirmed":
                return words.t("The place of {name} is confirmed", name=who)
            return words.t("The place of {name} is no longer confirmed", name=who)


def _either(said: Mapping[str, FieldChange], field: str) -> str:
    """Return a field after the change, or before it if the row is gone."""
    change = said.get(field)
    return "" if change is None else change.after or change.before
