"""What a person does on the floor: each deed is one entry, does what it says, and can be undone as one."""

from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.codes import BackgroundRemark, Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.fair import actions, actions_floor
from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.background import Background
from eventdesk.fair.floor.rows import Form, Numbering, Row, drawn
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.fair.outcome import Placed
from eventdesk.fair.records import read_fair
from tests.core.fair.deeds import is_one_entry_and_undone_as_one, whole
from tests.core.fair.hall_of_tests import booth_ids, numbered

PILLAR = HallPart(0, 1, PartKind.PILLAR, "Stütze 1", ((5000, 15_000),), 400)
PICTURE = Background("plan.png", "image/png", b"not looked into", 400, 200, remarks=((BackgroundRemark.NO_SCALE, ""),))


DEEDS: list[tuple[Op, str, Callable[[Event, Fair], Any]]] = [
    (Op.ADD_HALL, "Foyer", lambda e, f: actions_floor.add_hall(e, Hall(0, "", "Foyer", 9000, 5000))),
    (Op.EDIT_HALL, "Halle 1", lambda e, f: actions_floor.change_hall(e, 1, width_mm=31_000)),
    (Op.REMOVE_HALL, "Halle 1", lambda e, f: actions_floor.remove_hall(e, 1)),
    (
        Op.ADD_BOOTHS,
        "C-01, C-02, C-03, C-04",
        lambda e, f: actions_floor.add_booths(
            e, drawn(Row(1, 3000, 15_000, 2, 3000, 2000, Form.DOUBLE_ROW), Numbering("C-"))
        ),
    ),
    (Op.MOVE_BOOTHS, "B-01", lambda e, f: actions_floor.move_booths(e, {booth_ids(f, "B-01")[0]: (500, 11_000)})),
    (Op.TURN_BOOTHS, "B-01, B-02", lambda e, f: actions_floor.turn_booths(e, booth_ids(f, "B-01 B-02"), 90)),
    (
        Op.NUMBER_BOOTHS,
        "A-01, A-02",
        lambda e, f: actions_floor.renumber(e, dict(zip(booth_ids(f, "A-01 A-02"), ("A-02", "A-01"), strict=True))),
    ),
    (Op.EDIT_BOOTHS, "A-03", lambda e, f: actions_floor.change_booths(e, booth_ids(f, "A-03"), power=Power.V400)),
    (Op.REMOVE_BOOTHS, "A-01, B-02", lambda e, f: actions_floor.remove_booths(e, booth_ids(f, "A-01 B-02"))),
    (Op.HALL_PART, "Stütze 1", lambda e, f: actions_floor.put_part(e, PILLAR)),
]


@pytest.mark.parametrize(("op", "label", "deed"), DEEDS)
def test_a_deed_is_one_entry_and_one_undo_takes_it_back(
    event: Event, standing: Fair, op: Op, label: str, deed: Callable[[Event, Fair], Any]
) -> None:
    is_one_entry_and_undone_as_one(event, standing, op, label, deed)


def test_removing_booths_tells_who_lost_their_stand(event: Event, standing: Fair) -> None:
    actions.pin(event, [1])
    done = actions_floor.remove_booths(event, booth_ids(standing, "A-01 A-06 A-08"))
    assert done.freed == (1, 3)
    after = read_fair(event.db)
    assert numbered(after) == {"E2": "A-02", "E3": "A-05"}
    assert after.exhibitor_of[1].pinned is None


def test_a_hall_goes_with_all_that_is_in_it(event: Event, standing: Fair) -> None:
    actions_floor.put_part(event, PILLAR)
    actions_floor.put_picture(event, 1, PICTURE)
    before = read_fair(event.db)
    done = actions_floor.remove_hall(event, 1)
    assert (len(done.booths), done.freed) == (10, (1, 2, 3))
    gone = read_fair(event.db)
    assert (gone.halls, gone.booths, gone.parts, actions_floor.pictures(event)) == ((), (), (), ())
    assert whole(event)
    event.undo()
    assert read_fair(event.db) == before
    assert len(actions_floor.pictures(event)) == 1


def test_numbers_are_never_given_twice(event: Event, fair: Fair) -> None:
    draft = Booth(0, "A-01", 1, 0, 15_000, 3000, 2000)
    for deed, fault in (
        (lambda: actions_floor.add_booths(event, [draft]), Fault.NUMBER_TAKEN),
        (lambda: actions_floor.renumber(event, {booth_ids(fair, "A-01")[0]: "A-02"}), Fault.NUMBER_TAKEN),
        (lambda: actions_floor.renumber(event, {booth_ids(fair, "A-01")[0]: " "}), Fault.NO_NUMBER),
        (lambda: actions_floor.add_hall(event, Hall(0, "H1", "Zweite", 10, 10)), Fault.NUMBER_TAKEN),
    ):
        with pytest.raises(KnownError) as error:
            deed()
        assert error.value.fault is fault
    assert read_fair(event.db) == fair


@pytest.mark.parametrize(
    ("deed", "fault"),
    [
        (lambda e: actions_floor.add_hall(e, Hall(0, "", "Leer", 0, 10)), Fault.BAD_LENGTH),
        (lambda e: actions_floor.add_hall(e, Hall(0, "", "Weit", 10, 2_000_001)), Fault.BAD_LENGTH),
        (lambda e: actions_floor.change_hall(e, 1, width_mm=-1), Fault.BAD_LENGTH),
        (lambda e: actions_floor.change_hall(e, 9, width_mm=5), Fault.GONE),
        (lambda e: actions_floor.remove_hall(e, 9), Fault.GONE),
        (lambda e: actions_floor.add_booths(e, [Booth(0, "Z", 9, 0, 0, 5, 5)]), Fault.GONE),
        (lambda e: actions_floor.add_booths(e, [Booth(0, "Z", 1, 0, 0, 0, 5)]), Fault.BAD_LENGTH),
        (lambda e: actions_floor.move_booths(e, {1001: (0, 3_000_000)}), Fault.BAD_LENGTH),
        (lambda e: actions_floor.remove_part(e, 9), Fault.GONE),
        (lambda e: actions_floor.put_picture(e, 9, PICTURE), Fault.GONE),
        (lambda e: actions_floor.remove_picture(e, 9), Fault.GONE),
        (lambda e: actions_floor.picture_body(e, 9), Fault.GONE),
        (lambda e: actions_floor.put_part(e, HallPart(0, 9, PartKind.ZONE, "", ((0, 0), (1, 0), (1, 1)))), Fault.GONE),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    event: Event, fair: Fair, deed: Callable[[Event], Any], fault: Fault
) -> None:
    length = event.journal_length()
    with pytest.raises(KnownError) as error:
        deed(event)
    assert error.value.fault is fault
    assert event.journal_length() == length


@pytest.mark.parametrize(
    ("kind", "points", "width", "good"),
    [
        (PartKind.OUTLINE, ((0, 0), (10, 0), (10, 10)), 0, True),
        (PartKind.OUTLINE, ((0, 0), (10, 0)), 0, False),
        (PartKind.ZONE, ((0, 0), (10, 10), (10, 0), (0, 10)), 0, False),
        (PartKind.SERVICE, ((0, 0), (5, 0), (10, 0)), 0, False),
        (PartKind.PILLAR, ((5, 5),), 400, True),
        (PartKind.PILLAR, ((5, 5),), 0, False),
        (PartKind.PILLAR, ((0, 0), (10, 0), (10, 10), (0, 10)), 0, True),
        (PartKind.ENTRANCE, ((0, 0), (3000, 0)), 0, True),
        (PartKind.EMERGENCY_EXIT, ((5, 5),), 100, False),
        (PartKind.ESCAPE_ROUTE, ((0, 0), (3000, 0), (3000, 9000)), 1200, True),
        (PartKind.ESCAPE_ROUTE, ((7, 7), (7, 7)), 1200, False),
        (PartKind.ESCAPE_ROUTE, (), 1200, False),
    ],
)
def test_points_must_make_what_the_part_is(
    event: Event, fair: Fair, kind: PartKind, points: tuple[tuple[int, int], ...], width: int, good: bool
) -> None:
    part = HallPart(0, 1, kind, "Teil", points, width)
    if good:
        added = actions_floor.put_part(event, part)
        assert read_fair(event.db).parts == (added,)
        assert actions_floor.change_part(event, added.id, name="Anders").name == "Anders"
        actions_floor.remove_part(event, added.id)
        assert read_fair(event.db).parts == ()
    else:
        with pytest.raises(KnownError) as error:
            actions_floor.put_part(event, part)
        assert error.value.fault is Fault.BAD_SHAPE


def test_a_part_is_never_changed_into_what_it_cannot_be(event: Event, fair: Fair) -> None:
    added = actions_floor.put_part(event, PILLAR)
    with pytest.raises(KnownError):
        actions_floor.change_part(event, added.id, kind=PartKind.OUTLINE)
    with pytest.raises(KnownError):
        actions_floor.change_part(event, added.id, points=((0, 9_000_000),))
    assert read_fair(event.db).parts == (added,)


def test_a_picture_without_a_scale_is_as_wide_as_the_hall(event: Event, fair: Fair) -> None:
    laid = actions_floor.put_picture(event, 1, PICTURE)
    assert (laid.x_mm, laid.y_mm, laid.width_mm, laid.depth_mm) == (0, 0, 30_000, 15_000)
    assert actions_floor.pictures(event, 1) == (laid,)
    assert actions_floor.pictures(event, 2) == ()
    assert actions_floor.picture_body(event, laid.id) == b"not looked into"
    assert whole(event)
    actions_floor.remove_picture(event, laid.id)
    assert actions_floor.pictures(event) == ()


def test_a_picture_is_moved_and_that_can_be_undone(event: Event, fair: Fair) -> None:
    from dataclasses import replace

    laid = actions_floor.put_picture(event, 1, PICTURE, (100, 200))
    assert actions_floor.change_picture(event, laid) is None
    moved = replace(laid, x_mm=-500, width_mm=60_000, depth_mm=30_000)
    assert actions_floor.change_picture(event, moved)
    assert actions_floor.pictures(event) == (moved,)
    event.undo()
    assert actions_floor.pictures(event) == (laid,)
    assert actions_floor.picture_body(event, laid.id) == b"not looked into"


@pytest.mark.parametrize("count", [3, 150])
def test_what_stands_on_a_booth_is_named_before_it_is_undone(event: Event, fair: Fair, count: int) -> None:
    added = actions_floor.add_booths(event, drawn(Row(1, 0, 0, count, 100, 100), Numbering("N-", digits=3)))
    placed = actions.place(event, 1, [added.booths[-1].id], anyway=True)
    assert isinstance(placed, Placed)
    for refused in (event.undo(added.eid), list(event.undo_in_steps(added.eid))[-1]):
        assert isinstance(refused, UndoRefused)
        assert refused.against is not None
        assert refused.against.eid == placed.eid
    assert len(read_fair(event.db).booths) == 10 + count


def test_a_hall_and_all_in_it_can_go_and_come_as_often_as_one_likes(event: Event, standing: Fair) -> None:
    actions_floor.put_part(event, PILLAR)
    before = read_fair(event.db)
    actions_floor.remove_hall(event, 1)
    for there in (True, False, True, False):
        assert [type(each) for each in event.undo_in_steps(event.journal(1)[0].eid)][-1] is Undone
        assert (read_fair(event.db) == before) is there
    assert whole(event)


def test_many_booths_are_one_undo(event: Event, fair: Fair) -> None:
    added = actions_floor.add_booths(event, drawn(Row(1, 0, 0, 250, 100, 100), Numbering("N", digits=3)))
    assert len(read_fair(event.db).booths) == 260
    event.undo(added.eid)
    assert len(read_fair(event.db).booths) == 10
    assert whole(event)
