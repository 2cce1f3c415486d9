"""What the tables of an event file may hold: whoever reads them relies on it, and a file may come from anywhere.

Everything that any version of this program has ever written must be allowed here.
"""

from datetime import date, datetime

from eventdesk.cafe.pair import PairKind
from eventdesk.cafe.rotation.types import RotationWay
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Fault, Op, Outcome
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.exhibitor import ExhibitorStatus, Setup
from eventdesk.fair.floor.picture import read_points
from eventdesk.fair.hall import PartKind
from eventdesk.findings.finding import FindingKind
from eventdesk.panels.place import Way
from eventdesk.panels.session import SessionKind
from eventdesk.people.person import Origin, Status
from eventdesk.people.records import FormerKey
from eventdesk.prize.ballot import VoidReason
from eventdesk.prize.poll import PollState, TieRule
from eventdesk.store import schema, settings, wellformed
from eventdesk.store.wellformed import clock, earlier_entry, json_object, moment, number, words

_FURTHEST_MM = 999_999_999
_MANY = 1_000_000_000
_LARGEST = 2**53
_BASE64 = "length({0}) % 4 = 0 AND length(rtrim({0}, '=')) % 4 <> 1 AND rtrim({0}, '=') NOT GLOB '*[^A-Za-z0-9+/]*'"
_DAY = "date({0}, '+0 days') IS {0}"
_SHORT = "length({0}) <= 1000000"
_TEXTS_OF_PERSON = (
    "given_name",
    "family_name",
    "native_name",
    "organisation",
    "position",
    "note",
    "attention",
    "needs",
)
_KINDS = ", ".join(f"'{kind.value}'" for kind in PointKind)


def check(event: Event) -> None:
    """Raise KnownError DAMAGED if a value in the file can't be what it has to be; NEWER_FILE for a newer file."""
    wrong = wellformed.first_wrong(event.db, (*RULES, words("change", "tbl", schema.journaled_tables())))
    if wrong:
        newer = event.view_only is Fault.NEWER_FILE
        raise KnownError(Fault.NEWER_FILE if newer else Fault.DAMAGED, path=str(event.path), reason=wrong)


def _is_clock(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _are_points(text: str) -> bool:
    try:
        points = read_points(text)
    except ValueError:
        return False
    return bool(points) and all(abs(x) <= _FURTHEST_MM and abs(y) <= _FURTHEST_MM for x, y in points)


def _is_zone_or_kind(text: str) -> bool:
    return text in {kind.value for kind in PointKind} or settings.is_zone(text)


RULES = (
    words("entry", "op", Op),
    moment("entry", "at"),
    wellformed.Rule("entry", "label", _SHORT),
    earlier_entry("part_of"),
    earlier_entry("undoes"),
    json_object("change", "before", empty=True),
    json_object("change", "after", empty=True),
    moment("badge_print", "at"),
    moment("badge_handout", "at"),
    wellformed.Rule("picture", "body", _BASE64),
    number("cafe_table", "seats", 0, _MANY),
    number("cafe_round", "number", 0, _MANY),
    number("cafe_round", "minutes", 0, _MANY),
    clock("cafe_round", "starts", empty=True),
    moment("cafe_round", "began", empty=True),
    moment("cafe_round", "ended", empty=True),
    words("cafe_pair", "kind", PairKind),
    moment("cafe_plan", "at"),
    words("cafe_plan", "way", RotationWay),
    words("point", "kind", PointKind),
    words("point", "rule", Rule),
    number("point", "capacity", 0, _MANY, empty=True),
    words("scan", "direction", Direction),
    words("scan", "outcome", Outcome),
    moment("scan", "at"),
    number("hall", "width_mm", 1, _FURTHEST_MM),
    number("hall", "depth_mm", 1, _FURTHEST_MM),
    *(number("booth", name, -_FURTHEST_MM, _FURTHEST_MM) for name in ("x_mm", "y_mm")),
    *(number("booth", name, 1, _FURTHEST_MM) for name in ("width_mm", "depth_mm")),
    number("booth", "rotation", -360, 360),
    words("booth", "power", Power),
    words("booth", "state", BoothState),
    number("exhibitor", "size", 0, _MANY),
    words("exhibitor", "power", Power),
    number("exhibitor", "priority", 0, _MANY),
    words("exhibitor", "status", ExhibitorStatus),
    words("exhibitor", "setup", Setup),
    words("hall_part", "kind", PartKind),
    number("hall_part", "width_mm", 0, _FURTHEST_MM),
    wellformed.Rule("hall_part", "points", judge=_are_points),
    wellformed.Rule("floor_picture", "body", _BASE64),
    *(number("floor_picture", name, -_LARGEST, _LARGEST) for name in ("x_mm", "y_mm")),
    *(number("floor_picture", name, 1, _LARGEST) for name in ("width_mm", "depth_mm")),
    moment("plan", "at"),
    words("finding", "kind", FindingKind),
    moment("finding", "at"),
    *(number("room", name, -_FURTHEST_MM, _FURTHEST_MM, empty=True) for name in ("door_x_mm", "door_y_mm")),
    number("room", "capacity", 0, _MANY),
    number("room", "changeover_min", 0, _MANY),
    number("room_seating", "capacity", 0, _MANY),
    wellformed.Rule("slot", "starts", judge=_is_clock),
    wellformed.Rule("slot", "ends", judge=_is_clock),
    words("session", "kind", SessionKind),
    number("session", "capacity", 0, _MANY, empty=True),
    number("session", "expected", 0, _MANY, empty=True),
    moment("waiting", "at"),
    moment("programme", "at"),
    moment("draw", "at"),
    words("draw", "way", Way),
    json_object("draw", "body"),
    moment("door_count", "at"),
    number("door_count", "change", -_MANY, _MANY),
    words("person", "status", Status),
    *(wellformed.Rule("person", name, _SHORT) for name in _TEXTS_OF_PERSON),
    words("person", "origin", Origin),
    wellformed.Rule("extra", "name", _SHORT),
    wellformed.Rule("extra", "value", _SHORT),
    words("former_key", "kind", FormerKey),
    wellformed.Rule("visit", "day", f"({_DAY} OR {{0}} = '')"),
    words("poll", "state", PollState),
    words("poll", "tie", TieRule),
    moment("poll", "opened", empty=True),
    moment("poll", "closed", empty=True),
    words("ballot", "state", ("valid", "void")),
    words("ballot", "reason", VoidReason, empty=True),
    wellformed.Rule("urn", "votes", "{0} <> '' AND length({0}) < 12 AND {0} NOT GLOB '*[^0-9]*'"),
    words("ballot_use", "channel", ("-", "k", "s", "p")),
    wellformed.Rule("presence", "day", _DAY),
    moment("presence", "first_at", empty=True),
    moment("presence", "last_at"),
    *(number("presence_tally", name, -_MANY, _MANY) for name in ("inside", "arrived", "expected")),
    wellformed.Rule("presence_basis", "value", f"(key = 'zone') <> ({{0}} IN ({_KINDS}))", _is_zone_or_kind),
    wellformed.Rule("presence_basis", "key", "{0} = 'zone' OR CAST(CAST({0} AS INTEGER) AS TEXT) = {0}"),
)
