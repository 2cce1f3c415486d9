"""What a person at the desk does: scan somebody in or out, take in a group, add a walk-in, take a scan back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from eventdesk.checkin import records
from eventdesk.checkin.answers import Decided, Where, verdict_on
from eventdesk.checkin.duplicates import possible_duplicates
from eventdesk.checkin.finding import Found, find
from eventdesk.checkin.newcomer import as_typed, kept
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.presence import inside_count, presence_of
from eventdesk.checkin.rooms import elsewhere, left_behind
from eventdesk.checkin.rules import Decision, Request, decide, local_day
from eventdesk.checkin.scan import TURNED_AWAY, Direction, Scan
from eventdesk.checkin.seating import AtDoor, Doors, came_for_this, coming, concerning, limited
from eventdesk.checkin.verdict import GroupResult, Verdict, WalkIn
from eventdesk.codes import Fault, Op, Outcome
from eventdesk.errors import KnownError
from eventdesk.event import Event, Transaction, Undone, UndoRefused
from eventdesk.people import records as people
from eventdesk.people.actions import identified
from eventdesk.people.person import Person, Status
from eventdesk.people.role import parse_role
from eventdesk.rights import Duty
from eventdesk.store.access import new_id
from eventdesk.tables.cleaning import clean, one_line

SAME_SCAN = timedelta(seconds=3)
"""The same code again within this time is the scanner's echo, not a second visit."""
CODE_LENGTH = 200
"""So much of an unknown code is kept."""
_PASSED = frozenset({Outcome.ACCEPTED, Outcome.LEFT})


class _Choice(NamedTuple):
    """What was decided, the time to record, and what the door of a room knew."""

    decision: Decision
    moment: datetime
    door: AtDoor | None = None


def check_in(
    event: Event,
    text: str,
    point: Point,
    *,
    direction: Direction = Direction.IN,
    forced: bool = False,
    at: datetime | None = None,
    where: Where | None = None,
    doors: Doors | None = None,
) -> Verdict:
    """Scan a code at a point: ours, or one that an import brought. Refused scans are recorded, too.

    `forced`: an organiser admits the person whatever the rules say. `at` is the time of the scan (aware; default now),
    `where` tells where the person goes today, `doors` what the door of a room knows. Who comes into a room has left the
    one where they were: that is recorded with it, and taken back with it.
    """
    found = find(event.db, text)
    request = Request(direction, forced, found.replaced)
    return _scan(event, found, point, request, _moment(event, at), where, doors)


def check_in_person(
    event: Event,
    person_id: int,
    point: Point,
    *,
    direction: Direction = Direction.IN,
    forced: bool = False,
    at: datetime | None = None,
    where: Where | None = None,
    doors: Doors | None = None,
) -> Verdict:
    """Scan somebody who was found by name, as `check_in`. Raises KnownError if nobody has this id."""
    person = people.person(event.db, person_id)
    if person is None:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person_id))
    found = Found(person.code or person.ticket, (person,))
    return _scan(event, found, point, Request(direction, forced), _moment(event, at), where, doors)


def check_in_group(
    event: Event,
    group: str,
    point: Point,
    leave_out: frozenset[int] = frozenset(),
    *,
    forced: bool = False,
    at: datetime | None = None,
    where: Where | None = None,
    doors: Doors | None = None,
) -> GroupResult:
    """Take in all registered people of a group but those left out (ids), and those who are in already.

    All of it is one commit and one undo, with an entry for each person.
    """
    _may_force(event, forced=forced)
    moment = _moment(event, at)
    members = [member for member in people.in_group(event.db, group) if member.status is Status.REGISTERED]
    present = [member for member in members if member.id not in leave_out]
    stays = presence_of(event.db, [member.id for member in present], moment, event.zone, point)
    passed: list[Decided] = []
    refused: list[Decided] = []
    already_in: list[Person] = []
    for member in present:
        entering = [other.door for other in passed]
        choice = _decide(event, member, point, Request(forced=forced), moment, doors, entering)
        decision, stay = choice.decision, stays.get(member.id)
        inside = stay is not None and stay.inside and came_for_this(choice.door, stay.last_at)
        if inside or decision.outcome is Outcome.ALREADY_IN or decision.overruled is Outcome.ALREADY_IN:
            already_in.append(member)
        else:
            scan = _proposed(event, member.code or member.ticket, point, Direction.IN, member, choice)
            decided = Decided(scan, point, member, decision, door=choice.door)
            (passed if decision.outcome in _PASSED else refused).append(decided)
    written = _write_group(event, [*passed, *refused])
    return GroupResult(
        group=group,
        eid=written[0].scan.eid if passed else "",
        verdicts=tuple(verdict_on(event, decided, where) for decided in written),
        left_out=tuple(member for member in members if member.id in leave_out),
        already_in=tuple(already_in),
    )


def walk_in(  # noqa: PLR0913 - what is typed about a person, and what is handed in
    event: Event,
    given_name: str,
    family_name: str | None = None,
    organisation: str = "",
    roles: Sequence[str] = (),
    *,
    point: Point,
    at: datetime | None = None,
    where: Where | None = None,
    doors: Doors | None = None,
) -> WalkIn:
    """Add a person who was not on the list and scan them in: one commit, one undo.

    Without a `family_name` the whole name may stand in `given_name` and is split, an e-mail address behind it kept.
    Possible duplicates are named, not prevented. If the point refuses the new person (it is full, or not for this
    role), they stay on the list and the verdict says why. Raises KnownError without a name.
    """
    family = family_name if family_name is None else one_line(clean(family_name))
    newcomer = as_typed(one_line(clean(given_name)), family)
    if not newcomer.given_name and not newcomer.family_name:
        raise KnownError(Fault.NO_NAME)
    newcomer = replace(
        newcomer,
        organisation=kept(one_line(clean(organisation))),
        roles=tuple(dict.fromkeys(code for role in roles if (code := parse_role(role)))),
    )
    duplicates = possible_duplicates(event.db, newcomer)
    person = identified(event.db, newcomer)
    choice = _decide(event, person, point, Request(), _moment(event, at), doors)
    scan = _proposed(event, person.code, point, Direction.IN, person, choice)
    with event.transact(Op.WALK_IN, person.name) as tx:
        people.insert(tx, person)
        whole = tx.eid
        tx.next_entry(_op(scan), person.name)
        decided = _written(event, tx, Decided(scan, point, person, choice.decision, door=choice.door))
    return WalkIn(person, verdict_on(event, decided, where), whole, duplicates)


def undo_scan(event: Event, eid: str) -> Undone | UndoRefused:
    """Take back a check-in, an exit, a whole group or a walk-in, by the entry that any of its verdicts names."""
    return event.undo(eid)


def _scan(
    event: Event,
    found: Found,
    point: Point,
    request: Request,
    moment: datetime,
    where: Where | None,
    doors: Doors | None,
) -> Verdict:
    _may_force(event, forced=request.forced)
    choices = [(person, _decide(event, person, point, request, moment, doors)) for person in found.people]
    passing = [(person, choice) for person, choice in choices if choice.decision.outcome in _PASSED]
    person, choice = next(iter(passing or choices), (None, _Choice(Decision(Outcome.UNKNOWN_CODE), moment)))
    scan = _proposed(event, found.scanned, point, request.direction, person, choice)
    others = tuple(other for other in found.people if other is not person)
    decided = Decided(scan, point, person, choice.decision, found.notes, others, door=choice.door)
    echo = _echo(event, decided)
    if echo is not None:
        return verdict_on(event, echo, where)
    with event.transact(_op(scan), _label(decided)) as tx:
        decided = _written(event, tx, decided)
    return verdict_on(event, decided, where)


def _may_force(event: Event, *, forced: bool) -> None:
    """Letting somebody in against the rules is the decision of an organiser."""
    if forced:
        event.require(Duty.ADMIT_ANYWAY)


def _decide(
    event: Event,
    person: Person,
    point: Point,
    request: Request,
    moment: datetime,
    doors: Doors | None,
    entering: Sequence[AtDoor | None] = (),
) -> _Choice:
    """Decide about one person; others go in with them, of whom `entering` is what the door knew.

    Returns the decision and the time to record: a millisecond later where a scan of the person stands already, as
    times from a paper list do, so that scans keep the order in which they were made.
    """
    door = None
    if doors is not None and point.kind is PointKind.ROOM:
        door = doors(point, person, moment, len(entering))
    history = records.history(event.db, person.id, point, door.points if door is not None else ())
    taken = {past.at for past in history}
    inside = 0
    if door is not None and door.capacity is not None:
        point, inside = limited(point, door), door.taken(entering)
    elif point.capacity is not None:
        inside = inside_count(event.db, point, moment, event.zone) + len(entering)
    counting = history if door is None else concerning(door, history, request.direction, point.rule)
    decision = decide(request, person, point, counting, moment, event.zone, inside)
    if door is not None and request.direction is Direction.IN:
        door = coming(door, history, moment, event.zone)
    elif door is not None and Outcome.NOT_INSIDE in {decision.outcome, decision.overruled}:
        door = replace(door, elsewhere=elsewhere(event.db, person.id, door, moment, event.zone))
    while moment in taken:
        moment += timedelta(milliseconds=1)
    return _Choice(decision, moment, door)


def _echo(event: Event, decided: Decided) -> Decided | None:
    """Return the scan that this one repeats, as it was decided, or None if it is one of its own.

    A scan that was refused is repeated only if it would be refused for the same reason again.
    """
    scan = decided.scan
    lost = Outcome.REPLACED_BADGE in {decided.decision.outcome, decided.decision.overruled}
    person = decided.person.id if decided.person is not None and not decided.others and not lost else None
    before = records.scan_near(event.db, scan, scan.at - SAME_SCAN, scan.at + SAME_SCAN, person)
    if before is None or before.direction is not scan.direction or _another_day(event, before, scan):
        return None
    if before.outcome is decided.decision.outcome and before.outcome not in _PASSED:
        return replace(decided, scan=before, repeated=True)
    if before.outcome not in _PASSED or decided.decision.outcome is Outcome.REPLACED_BADGE:
        return None
    holders = [holder for holder in (decided.person, *decided.others) if holder is not None]
    same = next((holder for holder in holders if holder.id == before.person), None)
    if same is None:
        return None
    return replace(
        decided,
        scan=before,
        person=same,
        decision=_recalled(event, same, decided.point, before),
        door=_door_before(event, decided, before) if same is decided.person else None,
        others=tuple(holder for holder in holders if holder is not same),
        repeated=True,
    )


def _door_before(event: Event, decided: Decided, scan: Scan) -> AtDoor | None:
    """Return what the door knew when this scan was made, which the person is in by now."""
    door, person = decided.door, decided.person
    if door is None or person is None or scan.direction is Direction.OUT:
        return door
    history = records.history(event.db, person.id, decided.point, door.points)
    return coming(door, [past for past in history if past.scan != scan.id], scan.at, event.zone)


def _another_day(event: Event, one: Scan, other: Scan) -> bool:
    return local_day(one.at, event.zone) != local_day(other.at, event.zone)


def _recalled(event: Event, person: Person, point: Point, scan: Scan) -> Decision:
    """Return the decision that led to a recorded scan."""
    earlier = [past for past in records.history(event.db, person.id, point) if past.scan != scan.id]
    request = Request(scan.direction, scan.forced)
    decision = decide(request, person, point, earlier, scan.at, event.zone, inside_count=0)
    return decision if decision.outcome is scan.outcome else Decision(scan.outcome)


def _write_group(event: Event, group: list[Decided]) -> list[Decided]:
    if not group:
        return []
    with event.transact(_op(group[0].scan), _label(group[0])) as tx:
        written = [_written(event, tx, group[0])]
        for decided in group[1:]:
            tx.next_entry(_op(decided.scan), _label(decided))
            written.append(_written(event, tx, decided))
    return written


def _written(event: Event, tx: Transaction, decided: Decided) -> Decided:
    scan, person = replace(decided.scan, eid=tx.eid), decided.person
    records.insert_scan(tx, scan)
    if decided.point.kind is PointKind.ROOM and scan.outcome in _PASSED:
        for left in left_behind(tx, scan, event.zone, decided.door):
            records.insert_scan(tx, left)
    admitted = scan.outcome is Outcome.ACCEPTED and decided.point.kind is PointKind.ENTRANCE
    if admitted and person is not None and records.waiting_badge(tx, person.id, scan.at) is not None:
        records.insert_handout(tx, person.id, scan.at, scan.desk)
    return replace(decided, scan=scan)


def _proposed(
    event: Event, scanned: str, point: Point, direction: Direction, person: Person | None, choice: _Choice
) -> Scan:
    """Return the scan that would be written; its entry is not known yet."""
    decision = choice.decision
    return Scan(
        id=new_id(),
        eid="",
        person=person.id if person and decision.outcome not in TURNED_AWAY else None,
        code=scanned[:CODE_LENGTH],
        point=point.id,
        direction=direction,
        outcome=decision.outcome,
        forced=decision.forced,
        at=choice.moment,
        desk=event.desk,
    )


def _op(scan: Scan) -> Op:
    if scan.outcome not in _PASSED:
        return Op.REFUSED_SCAN
    return Op.CHECK_IN if scan.direction is Direction.IN else Op.CHECK_OUT


def _label(decided: Decided) -> str:
    return decided.person.name if decided.person and decided.scan.person else decided.scan.code


def _moment(event: Event, at: datetime | None) -> datetime:
    """Return the time of the scan in UTC, in whole milliseconds as the file keeps it."""
    moment = at or event.now()
    if moment.tzinfo is None:
        raise ValueError("the time of a scan needs a time zone")
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
