"""Whatever happens in whatever order: the counts are what somebody would count by hand from the list of scans."""

import tempfile
from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.checkin import actions
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.checkin.points import add_point
from eventdesk.checkin.rules import local_day
from eventdesk.checkin.scan import Counts, Direction
from eventdesk.desk import create_event
from eventdesk.event import Undone
from eventdesk.people import actions as people
from eventdesk.people.person import Status
from eventdesk.store import times
from tests.clock import FakeClock
from tests.core.checkin.desk import Desk

PEOPLE = 4
ROLES = ((), ("guest",), ("guest", "press"), ("speaker",))

SCAN = st.tuples(
    st.just("scan"),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 2),
    st.sampled_from(Direction),
    st.integers(-2000, 600),
    st.booleans(),
)
GROUP = st.tuples(st.just("group"), st.integers(0, 2), st.sets(st.integers(0, PEOPLE - 1)))
EDIT = st.tuples(st.just("edit"), st.integers(0, PEOPLE - 1), st.sampled_from(ROLES), st.sampled_from(Status))
STEPS = st.lists(
    st.one_of(
        SCAN,
        SCAN,
        GROUP,
        EDIT,
        st.tuples(st.just("undo")),
        st.tuples(st.just("undo of"), st.integers(0, 20)),
        st.tuples(st.just("walk in"), st.integers(0, 2)),
        st.tuples(st.just("move a point"), st.integers(1, 2), st.sampled_from(PointKind)),
        st.tuples(st.just("time passes"), st.integers(1, 900)),
    ),
    max_size=40,
)


def counted_by_hand(desk: Desk) -> tuple[int, int, int, dict[str, tuple[int, int, int]], dict[int, tuple[int, int]]]:
    """Return inside, arrived, expected, the same by role, and (inside, arrived) by point: from rows alone."""
    db, today = desk.event.db, local_day(desk.event.now(), desk.event.zone)
    kinds = {row["id"]: row["kind"] for row in db.rows("SELECT id, kind FROM point")}
    roles = {row["id"]: row["roles"].split(", ") for row in db.rows("SELECT id, roles FROM person")}
    expected = {row[0] for row in db.rows("SELECT id FROM person WHERE status = 'registered'")}
    scans = defaultdict(list)
    for row in db.rows(
        "SELECT * FROM scan WHERE outcome IN ('accepted', 'left', 'not_inside') ORDER BY at, direction, id"
    ):
        if local_day(times.from_text(row["at"]), desk.event.zone) == today:
            place = "house" if kinds[row["point"]] == "entrance" else row["point"]
            scans[place, row["person"]].append((row["direction"], row["point"]))
    inside, arrived = set(), set()
    by_point = {point: [0, 0] for point in kinds}
    for (place, person), passed in scans.items():
        entries = [point for direction, point in passed if direction == "in"]
        if entries:
            by_point[entries[0]][1] += 1
            by_point[entries[-1]][0] += passed[-1][0] == "in"
        if entries and place == "house":
            arrived.add(person)
            inside |= {person} if passed[-1][0] == "in" else set()
    by_role = {}
    for role in {role for person in expected | arrived for role in roles[person]}:
        having = {person for person in roles if role in roles[person]}
        by_role[role] = (len(inside & having), len(arrived & having), len(expected & having))
    return (
        len(inside),
        len(arrived),
        len(expected),
        by_role,
        {key: (value[0], value[1]) for key, value in by_point.items()},
    )


def as_counted(counts: Counts):
    by_role = {role: (tally.inside, tally.arrived, tally.expected) for role, tally in counts.by_role.items()}
    by_point = {point: (tally.inside, tally.arrived) for point, tally in counts.by_point.items()}
    seen = {role: figures for role, figures in by_role.items() if any(figures)}
    return counts.inside, counts.arrived, counts.expected, seen, by_point


def step(desk: Desk, crowd, points, eids, move) -> None:
    match move:
        case ("scan", person, point, direction, minutes, forced):
            at = desk.event.now() + timedelta(minutes=minutes)
            verdict = actions.check_in(
                desk.event, crowd[person].code, points[point], direction=direction, at=at, forced=forced
            )
            eids.append(verdict.eid)
        case ("group", point, absent):
            left_out = frozenset(crowd[each].id for each in absent)
            eids.append(actions.check_in_group(desk.event, "G", points[point], left_out).eid)
        case ("edit", person, roles, status):
            people.edit(desk.event, crowd[person].id, roles=roles, status=status)
        case ("undo",):
            any(isinstance(actions.undo_scan(desk.event, eid), Undone) for eid in reversed(eids))
        case ("undo of", number) if number < len(eids):
            undone = actions.undo_scan(desk.event, eids[number])
            eids.append(undone.eid if isinstance(undone, Undone) else "")
        case ("undo of", _):
            pass
        case ("walk in", point):
            eids.append(actions.walk_in(desk.event, "Neu Hier", "", roles=["press"], point=points[point]).eid)
        case ("move a point", point, kind):
            points[point] = desk.change(points[point], kind=kind)
        case ("time passes", minutes):
            desk.clock.advance(minutes=minutes)
        case _:
            raise AssertionError(move)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_the_counts_are_what_the_scans_say(moves):
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder, create_event(Path(folder) / "x.eventdesk", clock=clock) as event:
        desk = Desk(event, clock, add_point(event, "Haupteingang"))
        points = [
            desk.point,
            desk.change(add_point(event, "Nebeneingang"), rule=Rule.ALWAYS, capacity=2),
            add_point(event, "Saal 1", PointKind.ROOM),
        ]
        crowd = [desk.person(f"P {number}", roles=ROLES[number], group="G") for number in range(PEOPLE)]
        eids: list[str] = []
        for move in moves:
            step(desk, crowd, points, eids, move)
            assert as_counted(desk.counts()) == counted_by_hand(desk), move
        checked = event.verify()
        assert checked == dict.fromkeys(checked, True)
