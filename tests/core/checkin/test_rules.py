"""The rules of check-in as one table of cases. Times are local times of Berlin."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.checkin.point import Point, PointKind, Rule, default_rule
from eventdesk.checkin.rules import Decision, Past, Request, decide, local_day
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Outcome
from eventdesk.people.person import Person, Status

BERLIN = ZoneInfo("Europe/Berlin")
IN, OUT = Direction.IN, Direction.OUT

ELIF = Person(1, "Elif", "Demirtaş", roles=("exhibitor", "Speaker"))
ENTRANCE = Point(1, "Haupteingang", PointKind.ENTRANCE, Rule.AFTER_EXIT)


def local(text: str) -> datetime:
    """Return "09:00" of 6 March 2017, or "2017-03-07 09:00", in Berlin."""
    day, _, time = text.rpartition(" ")
    return datetime.fromisoformat(f"{day or '2017-03-06'}T{time}").replace(tzinfo=BERLIN).astimezone(UTC)


def past(text: str) -> tuple[Past, ...]:
    """Return scans written as "in 09:00, out 2017-03-05 17:00"."""
    scans = [scan.partition(" ")[::2] for scan in text.split(", ")] if text else []
    return tuple(Past(local(at), Direction(way), "Tür", "Schalter 2") for way, at in scans)


@dataclass(frozen=True)
class Case:
    """What is asked, what was before, and what the answer must be: `first` is the time of the scan it names."""

    says: str
    outcome: Outcome
    who: Person | None = ELIF
    at: Point = ENTRANCE
    was: str = ""
    now: str = "12:00"
    way: Direction = IN
    forced: bool = False
    replaced: bool = False
    inside: int = 0
    first: str | None = None
    overruled: Outcome | None = None


def person(**fields) -> Person:
    return replace(ELIF, **fields)


def point(**fields) -> Point:
    return replace(ENTRANCE, **fields)


ONCE, ONCE_A_DAY = point(rule=Rule.ONCE), point(rule=Rule.ONCE_A_DAY)
AFTER_EXIT, ALWAYS = point(rule=Rule.AFTER_EXIT), point(rule=Rule.ALWAYS)
FOR_TWO = point(capacity=2)
SUNDAY = "2017-03-05"

CASES = [
    Case("a first entry", Outcome.ACCEPTED),
    Case("nobody has this code", Outcome.UNKNOWN_CODE, who=None),
    Case("nobody has this code, forced", Outcome.UNKNOWN_CODE, who=None, forced=True),
    Case("nobody has this code, going out", Outcome.UNKNOWN_CODE, who=None, way=OUT),
    # status
    Case("cancelled", Outcome.CANCELLED, person(status=Status.CANCELLED)),
    Case("pending", Outcome.PENDING, person(status=Status.PENDING)),
    Case("waiting", Outcome.WAITING, person(status=Status.WAITING)),
    Case(
        "cancelled, forced", Outcome.ACCEPTED, person(status=Status.CANCELLED), forced=True, overruled=Outcome.CANCELLED
    ),
    Case("pending, forced", Outcome.ACCEPTED, person(status=Status.PENDING), forced=True, overruled=Outcome.PENDING),
    Case("waiting, forced", Outcome.ACCEPTED, person(status=Status.WAITING), forced=True, overruled=Outcome.WAITING),
    Case("forced without need is not forced", Outcome.ACCEPTED, forced=True),
    # admitted all the same, and inside
    Case("waiting, but inside", Outcome.ALREADY_IN, person(status=Status.WAITING), was="in 09:00", first="09:00"),
    Case("pending, but inside", Outcome.ALREADY_IN, person(status=Status.PENDING), was="in 09:00", first="09:00"),
    Case("cancelled, but inside", Outcome.ALREADY_IN, person(status=Status.CANCELLED), was="in 09:00", first="09:00"),
    Case(
        "waiting, but inside, at a point for once",
        Outcome.ALREADY_IN,
        person(status=Status.WAITING),
        ONCE,
        was="in 09:00, in 10:00",
        first="09:00",
    ),
    Case("waiting, and went out", Outcome.WAITING, person(status=Status.WAITING), was="in 09:00, out 10:00"),
    Case("waiting, and went out, once", Outcome.WAITING, person(status=Status.WAITING), ONCE, "in 09:00, out 10:00"),
    Case("waiting, was in yesterday", Outcome.WAITING, person(status=Status.WAITING), ONCE, f"in {SUNDAY} 09:00"),
    Case(
        "waiting, inside where every entry counts", Outcome.WAITING, person(status=Status.WAITING), ALWAYS, "in 09:00"
    ),
    Case(
        "waiting, inside, forced again",
        Outcome.ACCEPTED,
        person(status=Status.WAITING),
        was="in 09:00",
        forced=True,
        first="09:00",
        overruled=Outcome.ALREADY_IN,
    ),
    # the badge
    Case("a replaced badge", Outcome.REPLACED_BADGE, replaced=True),
    Case("a replaced badge of somebody inside", Outcome.REPLACED_BADGE, was="in 09:00", replaced=True),
    Case("a replaced badge, going out", Outcome.REPLACED_BADGE, was="in 09:00", way=OUT, replaced=True),
    Case("a replaced badge, cancelled", Outcome.REPLACED_BADGE, person(status=Status.CANCELLED), replaced=True),
    Case("a replaced badge, forced", Outcome.ACCEPTED, replaced=True, forced=True, overruled=Outcome.REPLACED_BADGE),
    Case("a replaced badge of nobody", Outcome.UNKNOWN_CODE, who=None, replaced=True),
    # roles
    Case("one of the roles", Outcome.ACCEPTED, at=point(roles=("press", "exhibitor"))),
    Case("roles are compared without case", Outcome.ACCEPTED, at=point(roles=("SPEAKER",))),
    Case("none of the roles", Outcome.WRONG_POINT, at=point(roles=("press",))),
    Case("no role at all", Outcome.WRONG_POINT, person(roles=()), point(roles=("press",))),
    Case(
        "none of the roles, forced",
        Outcome.ACCEPTED,
        at=point(roles=("press",)),
        forced=True,
        overruled=Outcome.WRONG_POINT,
    ),
    # days
    Case("one of the person's days", Outcome.ACCEPTED, person(days=("2017-03-05", "2017-03-06"))),
    Case("none of the person's days", Outcome.WRONG_DAY, person(days=("2017-03-05",))),
    Case("one of the point's days", Outcome.ACCEPTED, at=point(days=("2017-03-06",))),
    Case("none of the point's days", Outcome.WRONG_DAY, at=point(days=("2017-03-07",))),
    Case(
        "the person's day but not the point's",
        Outcome.WRONG_DAY,
        person(days=("2017-03-06",)),
        point(days=("2017-03-07",)),
    ),
    Case("the day is the local one", Outcome.ACCEPTED, person(days=("2017-03-06",)), now="00:30"),
    Case("an hour before is the day before", Outcome.WRONG_DAY, person(days=("2017-03-06",)), now=f"{SUNDAY} 23:59"),
    Case(
        "another day, forced", Outcome.ACCEPTED, person(days=("2017-03-05",)), forced=True, overruled=Outcome.WRONG_DAY
    ),
    # once
    Case("once: a second entry", Outcome.ALREADY_IN, at=ONCE, was="in 09:00", first="09:00"),
    Case("once: after an exit", Outcome.ALREADY_IN, at=ONCE, was="in 09:00, out 10:00", first="09:00"),
    Case("once: on the next day", Outcome.ALREADY_IN, at=ONCE, was=f"in {SUNDAY} 09:00", first=f"{SUNDAY} 09:00"),
    Case("once: only exits before", Outcome.ACCEPTED, at=ONCE, was="out 10:00"),
    Case("once: names the first of several", Outcome.ALREADY_IN, at=ONCE, was="in 10:00, in 09:00", first="09:00"),
    # once a day
    Case("once a day: a second entry", Outcome.ALREADY_IN, at=ONCE_A_DAY, was="in 09:00", first="09:00"),
    Case("once a day: after an exit", Outcome.ALREADY_IN, at=ONCE_A_DAY, was="in 09:00, out 10:00", first="09:00"),
    Case("once a day: on the next day", Outcome.ACCEPTED, at=ONCE_A_DAY, was=f"in {SUNDAY} 09:00"),
    Case("once a day: an hour after midnight", Outcome.ACCEPTED, at=ONCE_A_DAY, was=f"in {SUNDAY} 23:59", now="00:10"),
    Case("once a day: before midnight", Outcome.ALREADY_IN, at=ONCE_A_DAY, was="in 00:00", now="23:59", first="00:00"),
    # after exit
    Case("after exit: a second entry", Outcome.ALREADY_IN, at=AFTER_EXIT, was="in 09:00", first="09:00"),
    Case("after exit: after an exit", Outcome.ACCEPTED, at=AFTER_EXIT, was="in 09:00, out 10:00"),
    Case("after exit: in again", Outcome.ALREADY_IN, at=AFTER_EXIT, was="in 09:00, out 10:00, in 11:00", first="11:00"),
    Case(
        "after exit: names the first since then",
        Outcome.ALREADY_IN,
        at=AFTER_EXIT,
        was="out 10:00, in 10:30, in 11:00",
        first="10:30",
    ),
    Case("after exit: several exits", Outcome.ACCEPTED, at=AFTER_EXIT, was="in 09:00, out 10:00, out 11:00"),
    Case("after exit: no exit yesterday", Outcome.ACCEPTED, at=AFTER_EXIT, was=f"in {SUNDAY} 09:00"),
    Case(
        "after exit: exit yesterday, in today",
        Outcome.ALREADY_IN,
        at=AFTER_EXIT,
        was=f"out {SUNDAY} 17:00, in 09:00",
        first="09:00",
    ),
    Case("after exit: only exits", Outcome.ACCEPTED, at=AFTER_EXIT, was="out 09:00, out 10:00"),
    # always
    Case("always: a second entry", Outcome.ACCEPTED, at=ALWAYS, was="in 09:00, in 10:00"),
    # the last scan is the one with the latest time
    Case("an entry of earlier came in later than the exit", Outcome.ACCEPTED, was="out 11:30, in 11:00"),
    Case(
        "an exit of earlier came in later than the entry", Outcome.ALREADY_IN, was="in 11:30, out 11:00", first="11:30"
    ),
    Case(
        "a scan from a paper list, before one that is stored",
        Outcome.ALREADY_IN,
        was="in 11:00",
        now="10:00",
        first="11:00",
    ),
    # forced entry
    Case(
        "in already, forced", Outcome.ACCEPTED, was="in 09:00", forced=True, first="09:00", overruled=Outcome.ALREADY_IN
    ),
    # capacity
    Case("the last place", Outcome.ACCEPTED, at=FOR_TWO, inside=1),
    Case("full", Outcome.FULL, at=FOR_TWO, inside=2),
    Case("more than full", Outcome.FULL, at=FOR_TWO, inside=3),
    Case("no place at all", Outcome.FULL, at=point(capacity=0)),
    Case("full, forced", Outcome.ACCEPTED, at=FOR_TWO, inside=2, forced=True, overruled=Outcome.FULL),
    Case("full, but inside anyway", Outcome.ACCEPTED, at=point(capacity=2, rule=Rule.ALWAYS), was="in 09:00", inside=2),
    Case(
        "full, and went out before",
        Outcome.FULL,
        at=point(capacity=2, rule=Rule.ALWAYS),
        was="in 09:00, out 10:00",
        inside=2,
    ),
    Case("full, was in yesterday", Outcome.FULL, at=FOR_TWO, was=f"in {SUNDAY} 09:00", inside=2),
    Case("no capacity, many inside", Outcome.ACCEPTED, inside=10_000),
    # going out
    Case("exit", Outcome.LEFT, way=OUT, was="in 09:00"),
    Case("exit without entry", Outcome.NOT_INSIDE, way=OUT),
    Case("a second exit", Outcome.NOT_INSIDE, way=OUT, was="in 09:00, out 10:00", first="10:00"),
    Case("exit after several entries", Outcome.LEFT, way=OUT, was="in 09:00, out 10:00, in 11:00"),
    Case("exit after midnight", Outcome.LEFT, way=OUT, was=f"in {SUNDAY} 22:00", now="00:30"),
    Case("exit forced without need", Outcome.LEFT, way=OUT, was="in 09:00", forced=True),
    Case("exit without entry, forced", Outcome.LEFT, way=OUT, forced=True, overruled=Outcome.NOT_INSIDE),
    Case("who is cancelled may leave", Outcome.LEFT, person(status=Status.CANCELLED), way=OUT, was="in 09:00"),
    Case("on any day", Outcome.LEFT, person(days=("2017-03-05",)), way=OUT, was="in 09:00"),
    Case("at any point", Outcome.LEFT, at=point(roles=("press",), capacity=0), way=OUT, was="in 09:00"),
    # the order of the tests
    Case("status before roles", Outcome.CANCELLED, person(status=Status.CANCELLED), point(roles=("press",))),
    Case("roles before days", Outcome.WRONG_POINT, person(days=("2017-03-05",)), point(roles=("press",))),
    Case("days before earlier scans", Outcome.WRONG_DAY, person(days=("2017-03-05",)), was="in 09:00"),
    Case("earlier scans before capacity", Outcome.ALREADY_IN, at=FOR_TWO, was="in 09:00", inside=2, first="09:00"),
    Case(
        "forced overrules the first that says no",
        Outcome.ACCEPTED,
        person(status=Status.PENDING),
        point(roles=("press",)),
        forced=True,
        overruled=Outcome.PENDING,
    ),
]


def answer(case: Case) -> Decision:
    request = Request(case.way, case.forced, case.replaced)
    return decide(request, case.who, case.at, past(case.was), local(case.now), BERLIN, case.inside)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_rule(case: Case):
    decision = answer(case)
    assert decision.outcome is case.outcome
    assert (decision.first and decision.first.at) == (local(case.first) if case.first else None)
    assert decision.overruled is case.overruled
    assert decision.forced is (case.overruled is not None)


def test_the_table_has_every_outcome():
    assert {case.outcome for case in CASES} == set(Outcome)


def test_the_scan_that_stands_in_the_way_is_named_with_place_and_desk():
    decision = answer(Case("", Outcome.ALREADY_IN, was="in 09:00"))
    assert decision.first is not None
    assert (decision.first.point, decision.first.desk) == ("Tür", "Schalter 2")


@pytest.mark.parametrize(
    ("entry", "now", "outcome"),
    [
        ("2020-01-01T10:00Z", "2020-01-01T22:50Z", Outcome.ALREADY_IN),
        ("2020-01-01T10:00Z", "2020-01-01T23:10Z", Outcome.ACCEPTED),
        ("2020-07-01T10:00Z", "2020-07-01T21:50Z", Outcome.ALREADY_IN),
        ("2020-07-01T10:00Z", "2020-07-01T22:10Z", Outcome.ACCEPTED),
        # the day has 23 hours: clocks jump from 02:00 to 03:00
        ("2020-03-28T23:10Z", "2020-03-29T21:50Z", Outcome.ALREADY_IN),
        ("2020-03-28T22:50Z", "2020-03-28T23:10Z", Outcome.ACCEPTED),
        ("2020-03-28T23:10Z", "2020-03-29T22:10Z", Outcome.ACCEPTED),
        # the day has 25 hours: 02:00 to 03:00 comes twice
        ("2020-10-24T22:10Z", "2020-10-25T22:50Z", Outcome.ALREADY_IN),
        ("2020-10-25T00:30Z", "2020-10-25T01:30Z", Outcome.ALREADY_IN),
        ("2020-10-24T22:10Z", "2020-10-25T23:10Z", Outcome.ACCEPTED),
    ],
)
@pytest.mark.parametrize("rule", [Rule.ONCE_A_DAY, Rule.AFTER_EXIT])
def test_a_day_ends_at_local_midnight(entry, now, outcome, rule):
    history = [Past(datetime.fromisoformat(entry), IN)]
    decision = decide(Request(), ELIF, point(rule=rule), history, datetime.fromisoformat(now), BERLIN, 0)
    assert decision.outcome is outcome


def test_times_may_come_in_any_zone():
    moment = datetime.fromisoformat("2020-01-01T18:10-05:00")
    assert local_day(moment, BERLIN).isoformat() == "2020-01-02"


@pytest.mark.parametrize(
    ("kind", "rule"),
    [(PointKind.ENTRANCE, Rule.AFTER_EXIT), (PointKind.ROOM, Rule.ALWAYS), (PointKind.CATERING, Rule.ONCE_A_DAY)],
)
def test_each_kind_of_point_has_its_rule(kind, rule):
    assert default_rule(kind) is rule


MOMENTS = st.datetimes(datetime(2017, 3, 5), datetime(2017, 3, 8), timezones=st.just(UTC))  # noqa: DTZ001
HISTORIES = st.lists(
    st.builds(Past, at=MOMENTS, direction=st.sampled_from(Direction)), max_size=6, unique_by=lambda x: x.at
)


@settings(deadline=None)
@given(HISTORIES, st.randoms(use_true_random=False), st.sampled_from(Rule), st.sampled_from(Direction), MOMENTS)
def test_the_order_in_which_scans_arrived_changes_nothing(history, random, rule, direction, now):
    shuffled = list(history)
    random.shuffle(shuffled)
    one = decide(Request(direction), ELIF, point(rule=rule), history, now, BERLIN, 0)
    assert one == decide(Request(direction), ELIF, point(rule=rule), shuffled, now, BERLIN, 0)


@settings(deadline=None)
@given(
    HISTORIES, st.sampled_from(Rule), st.sampled_from(Direction), MOMENTS, st.sampled_from(Status), st.integers(0, 3)
)
def test_a_forced_scan_always_passes_and_says_what_it_overruled(history, rule, direction, now, status, inside):
    here = point(rule=rule, capacity=2)
    plain = decide(Request(direction), person(status=status), here, history, now, BERLIN, inside)
    forced = decide(Request(direction, forced=True), person(status=status), here, history, now, BERLIN, inside)
    passed = Outcome.ACCEPTED if direction is IN else Outcome.LEFT
    assert forced.outcome is passed
    assert forced.overruled is (None if plain.outcome is passed else plain.outcome)


@settings(deadline=None)
@given(HISTORIES, MOMENTS)
def test_stricter_rules_never_admit_what_milder_ones_refuse(history, now):
    admitted = [
        decide(Request(), ELIF, point(rule=rule), history, now, BERLIN, 0).outcome is Outcome.ACCEPTED
        for rule in (Rule.ONCE, Rule.ONCE_A_DAY, Rule.AFTER_EXIT, Rule.ALWAYS)
    ]
    assert admitted == sorted(admitted)
