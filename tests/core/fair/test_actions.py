"""What a person does with exhibitors and booths: each deed is one entry, does what it says, can be undone as one."""

from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.codes import Fault, Op, StandCode
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.fair import actions, records
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.outcome import NotPlaced, Placed
from eventdesk.fair.records import read_fair
from eventdesk.fair.weights import USUAL, Weight
from eventdesk.people import actions as people
from eventdesk.people import records as people_records
from eventdesk.people.person import Person
from tests.core.fair.deeds import is_one_entry_and_undone_as_one, whole
from tests.core.fair.hall_of_tests import booth_ids, numbered


def now(event: Event) -> dict[str, str]:
    return numbered(read_fair(event.db))


def at(fair: Fair, numbers: str) -> tuple[int, ...]:
    return booth_ids(fair, numbers)


DEEDS: list[tuple[Op, str, Callable[[Event, Fair], Any]]] = [
    (Op.FAIR_PLACE, "Lernpaten · A-03", lambda e, f: actions.place(e, 5, at(f, "A-03"), anyway=True)),
    (Op.FAIR_PLACE, "Café Grenzenlos · A-08", lambda e, f: actions.place(e, 1, at(f, "A-08"))),
    (Op.FAIR_PLACE, "Rückenwind · A-07, A-08", lambda e, f: actions.place(e, 3, at(f, "A-08 A-07"))),
    (Op.FAIR_SWAP, "Café Grenzenlos, Sprachbrücke", lambda e, f: actions.swap(e, 1, 2)),
    (Op.FAIR_SWAP, "Café Grenzenlos, Lernpaten", lambda e, f: actions.swap(e, 1, 5)),
    (Op.FAIR_FREE, "Café Grenzenlos, Rückenwind", lambda e, f: actions.free(e, [1, 3])),
    (Op.FAIR_PIN, "Rückenwind · A-05, A-06", lambda e, f: actions.pin(e, [3])),
    (Op.FAIR_BLOCK, "A-03, A-07", lambda e, f: actions.block(e, at(f, "A-07 A-03"), " Wasser ")),
    (Op.FAIR_UNBLOCK, "B-02", lambda e, f: actions.unblock(e, at(f, "B-02"))),
    (Op.FAIR_POWER, "A-01", lambda e, f: actions.set_power(e, at(f, "A-01 A-03"), Power.NONE)),
    (Op.FAIR_STATUS, "Sprachbrücke", lambda e, f: actions.set_status(e, [2], ExhibitorStatus.NO_SHOW)),
    (Op.FAIR_SETUP, "Café Grenzenlos", lambda e, f: actions.set_setup(e, [1], Setup.SET_UP)),
    (Op.FAIR_WEIGHTS, "4. Integrationskonferenz", lambda e, f: actions.set_weights(e, {Weight.WISH_2: 9})),
    (Op.ADD_EXHIBITOR, "Neu", lambda e, f: actions.add_exhibitor(e, Exhibitor(0, "", "Neu", extra={"Web": "x"}))),
    (Op.EDIT_EXHIBITOR, "Neuer Name", lambda e, f: actions.change_exhibitor(e, 1, name="Neuer Name", size=2)),
    (Op.REMOVE_EXHIBITOR, "Rückenwind", lambda e, f: actions.remove_exhibitor(e, 3)),
]


@pytest.mark.parametrize(("op", "label", "deed"), DEEDS)
def test_a_deed_is_one_entry_and_one_undo_takes_it_back(
    event: Event, standing: Fair, op: Op, label: str, deed: Callable[[Event, Fair], Any]
) -> None:
    is_one_entry_and_undone_as_one(event, standing, op, label, deed)


@pytest.mark.parametrize(
    "deed",
    [
        lambda e, f: actions.place(e, 1, at(f, "A-01")),
        lambda e, f: actions.place(e, 3, at(f, "A-06 A-05")),
        lambda e, f: actions.free(e, [4, 5]),
        lambda e, f: actions.swap(e, 4, 5),
        lambda e, f: actions.pin(e, [4]),
        lambda e, f: actions.unpin(e, [1, 99]),
        lambda e, f: actions.block(e, at(f, "B-02"), "Rohrbruch"),
        lambda e, f: actions.unblock(e, [99]),
        lambda e, f: actions.set_setup(e, [1], Setup.NOT_YET),
        lambda e, f: actions.set_weights(e, dict(USUAL)),
        lambda e, f: actions.change_exhibitor(e, 1, name="Café Grenzenlos"),
        lambda e, f: actions.place(e, 1, at(f, "A-02"), anyway=True),
    ],
)
def test_what_changes_nothing_writes_nothing(event: Event, standing: Fair, deed: Callable[[Event, Fair], Any]) -> None:
    length = event.journal_length()
    deed(event, standing)
    assert event.journal_length() == length
    assert read_fair(event.db) == standing


def test_rules_are_told_before_and_can_be_broken_on_purpose(event: Event, standing: Fair) -> None:
    refused = actions.place(event, 5, booth_ids(standing, "A-04"))
    assert isinstance(refused, NotPlaced)
    assert not refused.final
    assert [each.code for each in refused.troubles] == [StandCode.NEEDS_WALL, StandCode.NEEDS_STEP_FREE]
    placed = actions.place(event, 5, booth_ids(standing, "A-04"), anyway=True)
    assert isinstance(placed, Placed)
    assert placed.troubles == refused.troubles
    assert (placed.before, placed.after) == ({5: ()}, {5: booth_ids(standing, "A-04")})
    assert now(event)["E5"] == "A-04"


@pytest.mark.parametrize(("who", "where"), [(5, "A-01"), (99, "A-03"), (5, None)])
def test_some_rules_hold_whoever_insists(event: Event, standing: Fair, who: int, where: str | None) -> None:
    booths = booth_ids(standing, where) if where else (99,)
    refused = actions.place(event, who, booths, anyway=True)
    assert isinstance(refused, NotPlaced)
    assert refused.final
    assert read_fair(event.db) == standing


def test_who_moves_keeps_one_booth_and_the_journal_tells_the_other(event: Event, standing: Fair) -> None:
    actions.place(event, 3, booth_ids(standing, "A-06 A-07"))
    assert now(event)["E3"] == "A-06 A-07"
    tables = event.db.rows("SELECT before, after FROM change WHERE eid = ?", event.journal(1)[0].eid)
    assert [(row["before"] is not None, row["after"] is not None) for row in tables] == [(True, True)]


def test_a_pin_moves_along_and_goes_with_the_stand(event: Event, standing: Fair) -> None:
    actions.pin(event, [1, 3])
    assert [each.pinned for each in records.exhibitors(event.db)][:3] == [
        booth_ids(standing, "A-01")[0],
        None,
        booth_ids(standing, "A-05")[0],
    ]
    refused = actions.place(event, 1, booth_ids(standing, "A-08"))
    assert isinstance(refused, NotPlaced)
    assert [each.code for each in refused.troubles] == [StandCode.PINNED_ELSEWHERE]
    actions.place(event, 1, booth_ids(standing, "A-08"), anyway=True)
    assert records.exhibitors(event.db)[0].pinned == booth_ids(standing, "A-08")[0]
    actions.free(event, [1])
    assert records.exhibitors(event.db)[0].pinned is None
    assert "E1" not in now(event)


def test_who_needs_two_booths_is_pinned_on_two_where_there_is_another(event: Event, fair: Fair) -> None:
    actions.change_exhibitor(event, 3, pinned=booth_ids(fair, "A-02")[0])
    actions.unpin(event, [3])
    assert now(event)["E3"] == "A-02"
    actions.place(event, 1, booth_ids(fair, "A-01"))
    done = actions.pin(event, [3])
    assert now(event)["E3"] == "A-02 A-03"
    assert records.exhibitors(event.db)[2].pinned == booth_ids(fair, "A-02")[0]
    event.undo(done.eid or "")
    assert now(event)["E3"] == "A-02"


def test_who_needs_two_booths_is_pinned_on_one_where_there_is_no_other(event: Event, fair: Fair) -> None:
    actions.change_exhibitor(event, 3, pinned=booth_ids(fair, "B-01")[0])
    actions.unpin(event, [3])
    actions.pin(event, [3])
    assert now(event)["E3"] == "B-01"


def test_who_stands_by_the_pin_alone_stays_when_it_goes(event: Event, fair: Fair) -> None:
    actions.change_exhibitor(event, 1, pinned=booth_ids(fair, "A-07")[0])
    assert now(event) == {"E1": "A-07"}
    actions.unpin(event, [1])
    assert now(event) == {"E1": "A-07"}
    assert records.exhibitors(event.db)[0].pinned is None
    assert whole(event)


def test_a_settled_booth_that_somebody_has_is_theirs(event: Event, fair: Fair) -> None:
    actions.place(event, 2, booth_ids(fair, "A-02"))
    actions.change_exhibitor(event, 1, pinned=booth_ids(fair, "A-02")[0])
    assert now(event) == {"E2": "A-02"}
    assert records.presence(event.db, "E1") == records.Presence("", "", "")
    assert records.presence(event.db, "E2") == records.Presence("A-02", "Halle 1", "")


@pytest.mark.parametrize("status", [ExhibitorStatus.CANCELLED, ExhibitorStatus.NO_SHOW])
def test_who_does_not_come_leaves_the_booths_to_others(event: Event, standing: Fair, status: ExhibitorStatus) -> None:
    done = actions.set_status(event, [3, 4], status)
    assert done.freed == (3,)
    assert "E3" not in now(event)
    assert isinstance(actions.place(event, 3, booth_ids(standing, "A-05 A-06"), anyway=True), NotPlaced)
    assert isinstance(actions.place(event, 1, booth_ids(standing, "A-05")), Placed)
    actions.set_status(event, [3], ExhibitorStatus.CONFIRMED)
    assert "E3" not in now(event)


def test_who_stands_on_a_blocked_booth_stays_until_they_get_another(event: Event, standing: Fair) -> None:
    actions.block(event, booth_ids(standing, "A-01"), "Säule")
    booth = read_fair(event.db).booth_of[booth_ids(standing, "A-01")[0]]
    assert (booth.state, booth.reason) == (BoothState.BLOCKED, "Säule")
    assert now(event)["E1"] == "A-01"


def test_an_exhibitor_gets_the_next_id_and_needs_a_name(event: Event, fair: Fair) -> None:
    assert actions.add_exhibitor(event, Exhibitor(0, "", "Neu")).ref == "E6"
    assert actions.add_exhibitor(event, Exhibitor(0, "Gast", "Ohne Zahl")).ref == "Gast"
    with pytest.raises(KnownError) as error:
        actions.add_exhibitor(event, Exhibitor(0, "E1", "Doppelt"))
    assert error.value.fault is Fault.NUMBER_TAKEN
    for deed in (
        lambda: actions.add_exhibitor(event, Exhibitor(0, "", " ")),
        lambda: actions.change_exhibitor(event, 1, name=""),
    ):
        with pytest.raises(KnownError) as error:
            deed()
        assert error.value.fault is Fault.NO_EXHIBITOR_NAME
    with pytest.raises(KnownError) as error:
        actions.remove_exhibitor(event, 99)
    assert error.value.fault is Fault.GONE
    with pytest.raises(KnownError) as error:
        actions.change_exhibitor(event, 99, name="x")
    assert error.value.fault is Fault.GONE


@pytest.mark.parametrize(
    ("refs", "expected"), [([], "E01"), (["E1", "E9"], "E10"), (["E0081", "x"], "E0082"), (["Ea", "E07"], "E08")]
)
def test_the_next_id_looks_like_the_others(refs: list[str], expected: str) -> None:
    assert actions.next_ref(refs) == expected


def test_people_follow_their_exhibitor_to_another_id(event: Event, fair: Fair) -> None:
    person = people.add(event, Person(0, "Elif", "Demirtaş", exhibitor="E1"))
    actions.change_exhibitor(event, 1, ref="K7")
    moved = people_records.person(event.db, person.id)
    assert moved is not None
    assert moved.exhibitor == "K7"
    assert isinstance(event.undo(), Undone)
    back = people_records.person(event.db, person.id)
    assert back is not None
    assert back.exhibitor == "E1"
    with pytest.raises(KnownError):
        actions.change_exhibitor(event, 1, ref="E2")


def test_extra_fields_change_with_the_exhibitor(event: Event, fair: Fair) -> None:
    added = actions.add_exhibitor(event, Exhibitor(0, "", "Neu", extra={"Web": "a", "Logo": "b"}))
    actions.change_exhibitor(event, added.id, extra={"Web": "c", "Tisch": "2"})
    found = next(each for each in records.exhibitors(event.db) if each.id == added.id)
    assert found.extra == {"Web": "c", "Tisch": "2"}
    actions.remove_exhibitor(event, added.id)
    assert event.db.value("SELECT count(*) FROM extra") == 0


def test_weights_are_kept_as_far_as_they_differ_from_the_usual(event: Event, fair: Fair) -> None:
    actions.set_weights(event, {Weight.WISH_2: 9, Weight.UNPLACED: 2000})
    assert read_fair(event.db).weights == {**USUAL, Weight.WISH_2: 9}
    actions.set_weights(event, {Weight.WISH_2: 4})
    assert read_fair(event.db).weights == dict(USUAL)
    with pytest.raises(ValueError, match="weights go from"):
        actions.set_weights(event, {Weight.WISH_2: -1})


def test_an_undo_that_somebody_builds_on_is_refused(event: Event, standing: Fair) -> None:
    placed = actions.place(event, 1, booth_ids(standing, "A-08"))
    assert isinstance(placed, Placed)
    actions.place(event, 1, booth_ids(standing, "A-07"))
    assert not isinstance(event.undo(placed.eid), Undone)
    assert now(event)["E1"] == "A-07"


def test_long_labels_tell_the_first_and_how_many() -> None:
    assert actions.label_of(["A-10", "A-2", "A-1"]) == "A-1, A-2, A-10"
    assert actions.label_of([f"A-{number}" for number in range(1, 8)]) == "A-1, A-2, A-3, A-4 … (7)"
