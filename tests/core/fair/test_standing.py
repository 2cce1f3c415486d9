"""What is wrong with an exhibitor on certain booths: every rule, and only that rule."""

from dataclasses import replace
from typing import Any

import pytest

from eventdesk.codes import StandCode
from eventdesk.event import Event
from eventdesk.fair.booth import Power
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.standing import StandTrouble, all_standing_troubles, standing_troubles
from eventdesk.words import Words
from eventdesk.words.fair import stand_trouble_sentence
from tests.core.fair import hall_of_tests
from tests.core.fair.hall_of_tests import booth_ids

CASES = [
    ("E1", "A-03", []),
    ("E1", "A-03 A-04", [(StandCode.WRONG_NUMBER, "")]),
    ("E1", "", [(StandCode.WRONG_NUMBER, "")]),
    ("E2", "A-01", []),
    ("E2", "A-02", []),
    ("E2", "A-03", [(StandCode.NEEDS_POWER, "A-03")]),
    ("E3", "A-05 A-06", []),
    ("E3", "A-06 A-05", []),
    ("E3", "A-05 A-05", [(StandCode.WRONG_NUMBER, "")]),
    ("E3", "A-01 A-03", [(StandCode.NOT_SIDE_BY_SIDE, "")]),
    ("E3", "A-01 A-05", [(StandCode.NOT_SIDE_BY_SIDE, "")]),
    ("E3", "A-03", [(StandCode.WRONG_NUMBER, "")]),
    ("E5", "A-01", []),
    ("E5", "A-04", [(StandCode.NEEDS_WALL, "A-04"), (StandCode.NEEDS_STEP_FREE, "A-04")]),
    ("E1", "B-02", [(StandCode.BLOCKED, "B-02")]),
]


@pytest.mark.parametrize(("who", "where", "expected"), CASES)
def test_rules(fair: Fair, who: str, where: str, expected: list[tuple[StandCode, str]]) -> None:
    exhibitor = next(each.id for each in fair.exhibitors if each.ref == who)
    found = standing_troubles(fair, exhibitor, booth_ids(fair, where))
    assert [(each.code, each.booth_ref) for each in found] == expected


def test_a_booth_that_somebody_has_is_taken_but_not_for_them(standing: Fair) -> None:
    (trouble,) = standing_troubles(standing, 1, booth_ids(standing, "A-02"))
    assert (trouble.code, trouble.other_name) == (StandCode.TAKEN, "Sprachbrücke")
    assert standing_troubles(standing, 2, booth_ids(standing, "A-02")) == ()


def test_competitors_never_stand_side_by_side_but_back_to_back(standing: Fair) -> None:
    (beside,) = [
        each
        for each in standing_troubles(standing, 4, booth_ids(standing, "A-02"))
        if each.code is StandCode.COMPETITOR_BESIDE
    ]
    assert (beside.booth_ref, beside.other_name) == ("A-02", "Café Grenzenlos")
    freed = replace(standing, stands={1: standing.stands[1]})
    assert standing_troubles(freed, 4, booth_ids(freed, "A-05")) == ()
    assert standing_troubles(freed, 4, booth_ids(freed, "A-03")) == ()


ABOUT = [
    # who, where, what is different about whom, and all that is told
    (
        "E2",
        "A-03",
        {},
        StandTrouble(StandCode.NEEDS_POWER, 2, "Sprachbrücke", 1003, "A-03", detail=str(Power.V230.value)),
    ),
    ("E3", "A-07", {}, StandTrouble(StandCode.WRONG_NUMBER, 3, "Rückenwind", detail="2")),
    ("E1", "A-02", {}, StandTrouble(StandCode.TAKEN, 1, "Café Grenzenlos", 1002, "A-02", 2, "Sprachbrücke")),
    ("E1", "B-02", {}, StandTrouble(StandCode.BLOCKED, 1, "Café Grenzenlos", 2002, "B-02", detail="Rohrbruch")),
    (
        "E1",
        "A-03",
        {"E1": {"status": ExhibitorStatus.CANCELLED}},
        StandTrouble(StandCode.NOT_COMING, 1, "Café Grenzenlos", detail="cancelled"),
    ),
    (
        "E1",
        "A-03",
        {"E1": {"pinned": 1008}},
        StandTrouble(StandCode.PINNED_ELSEWHERE, 1, "Café Grenzenlos", 1008, "A-08"),
    ),
    (
        "E1",
        "A-08",
        {"E4": {"pinned": 1008}},
        StandTrouble(StandCode.KEPT_FOR_OTHER, 1, "Café Grenzenlos", 1008, "A-08", 4, "Teestube"),
    ),
    (
        "E1",
        "A-04",
        {"E1": {"step_free": True}},
        StandTrouble(StandCode.NEEDS_STEP_FREE, 1, "Café Grenzenlos", 1004, "A-04"),
    ),
    (
        "E1",
        "A-03",
        {"E2": {"competitor": "café"}},
        StandTrouble(StandCode.COMPETITOR_BESIDE, 1, "Café Grenzenlos", 1003, "A-03", 2, "Sprachbrücke"),
    ),
    ("E5", "A-08", {}, StandTrouble(StandCode.NEEDS_WALL, 5, "Lernpaten", 1008, "A-08")),
    (
        "E5",
        "A-07 A-08",
        {"E5": {"size": 2}},
        StandTrouble(StandCode.NEEDS_WALL, 5, "Lernpaten"),
    ),
]


@pytest.mark.parametrize(("who", "where", "changes", "expected"), ABOUT)
def test_a_trouble_says_whom_and_which_booth_it_is_about(
    standing: Fair, who: str, where: str, changes: dict[str, dict[str, Any]], expected: StandTrouble
) -> None:
    exhibitors = tuple(replace(each, **changes.get(each.ref, {})) for each in standing.exhibitors)
    asking = replace(standing, exhibitors=exhibitors)
    exhibitor = next(each.id for each in exhibitors if each.ref == who)
    assert standing_troubles(asking, exhibitor, booth_ids(asking, where)) == (expected,)


@pytest.mark.parametrize(
    ("size", "where", "code"),
    [
        (3, "A-01 A-02 A-03", None),
        (4, "A-04 A-02 A-03 A-01", None),
        (3, "A-01 A-02 A-04", StandCode.NOT_SIDE_BY_SIDE),
        (4, "A-01 A-02 A-07 A-08", StandCode.NOT_SIDE_BY_SIDE),
        (2, "A-07 C-01", StandCode.NOT_SIDE_BY_SIDE),
    ],
)
def test_a_row_of_booths_hangs_together(fair: Fair, size: int, where: str, code: StandCode | None) -> None:
    alone = replace(fair.booths[0], id=3001, ref="C-01", x_mm=25_000, y_mm=15_000, island="C")
    asking = replace(
        fair, exhibitors=(replace(fair.exhibitor_of[3], size=size, competitor="x"),), booths=(*fair.booths, alone)
    )
    found = {each.code for each in standing_troubles(asking, 3, booth_ids(asking, where))}
    assert found == ({code} if code else set())


def test_two_booths_meet_a_need_together(fair: Fair) -> None:
    big = replace(fair.exhibitor_of[2], size=2, wall=True, step_free=True)
    asking = replace(fair, exhibitors=(big,))
    assert standing_troubles(asking, 2, booth_ids(fair, "A-01 A-02")) == ()
    assert standing_troubles(asking, 2, booth_ids(fair, "A-02 A-03"))[0].code is StandCode.NEEDS_WALL
    steps = standing_troubles(asking, 2, booth_ids(fair, "A-03 A-04"))
    assert [(each.code, each.booth_ref) for each in steps] == [
        (StandCode.NEEDS_POWER, ""),
        (StandCode.NEEDS_WALL, ""),
        (StandCode.NEEDS_STEP_FREE, "A-04"),
    ]


def test_a_settled_booth_is_kept_for_whom_it_is_settled(standing: Fair) -> None:
    pinned = replace(standing.exhibitor_of[4], pinned=booth_ids(standing, "A-08")[0])
    exhibitors = tuple(pinned if each.id == 4 else each for each in standing.exhibitors)
    asking = replace(standing, exhibitors=exhibitors)
    (kept,) = standing_troubles(asking, 1, booth_ids(asking, "A-08"))
    assert (kept.code, kept.other_name) == (StandCode.KEPT_FOR_OTHER, "Teestube")
    (elsewhere,) = standing_troubles(asking, 4, booth_ids(asking, "A-07"))
    assert (elsewhere.code, elsewhere.booth_ref) == (StandCode.PINNED_ELSEWHERE, "A-08")
    assert standing_troubles(asking, 4, booth_ids(asking, "A-08")) == ()


def test_what_is_gone_or_does_not_come(standing: Fair) -> None:
    gone = StandTrouble(StandCode.GONE, 99, "")
    assert standing_troubles(standing, 99, booth_ids(standing, "A-08")) == (gone,)
    assert standing_troubles(standing, 1, (99,)) == (StandTrouble(StandCode.GONE, 1, "Café Grenzenlos"),)
    for status in (ExhibitorStatus.CANCELLED, ExhibitorStatus.NO_SHOW):
        away = tuple(replace(each, status=status) if each.id == 1 else each for each in standing.exhibitors)
        asking = replace(standing, exhibitors=away)
        assert standing_troubles(asking, 1, booth_ids(asking, "A-08"))[0].code is StandCode.NOT_COMING


def test_all_who_stand_are_checked(event: Event) -> None:
    fair = hall_of_tests.build(event, {"E1": "A-01", "E2": "A-03", "E4": "A-01"})
    found = [(each.name, each.code) for each in all_standing_troubles(fair)]
    assert ("Sprachbrücke", StandCode.NEEDS_POWER) in found
    assert {("Café Grenzenlos", StandCode.TAKEN), ("Teestube", StandCode.TAKEN)} <= set(found)


def test_sentences_name_both_sides(standing: Fair) -> None:
    words = Words("en")
    said = [
        stand_trouble_sentence(words, each)
        for who, where in ((2, "A-03"), (1, "A-02"), (1, "B-02"), (3, "A-07"))
        for each in standing_troubles(standing, who, booth_ids(standing, where))
    ]
    assert said == [
        "Sprachbrücke needs 230 V, which A-03 does not have.",
        "Sprachbrücke stands on A-02.",
        "B-02 is blocked: Rohrbruch.",
        "Rückenwind needs two booths side by side.",
    ]
