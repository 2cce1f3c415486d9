"""The protocol of a draw: it holds no names, and whoever forges it is found out."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.panels.place import Way
from eventdesk.panels.seating.checking import Wrong, check_protocol
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ways import draw
from tests.core.panels.seating.programmes import gathered, rounds

Told = dict[str, Any]


@pytest.fixture(scope="module")
def told() -> Told:
    _, asked = gathered(rounds(60, 2, 3, 0.9, 5), everybody=True)
    *_, outcome = draw(Way.LEXIMIN, asked)
    read: Told = json.loads(json.dumps(protocol(asked, outcome)))
    return read


def test_a_protocol_is_right_and_gives_the_same_again(told: Told):
    assert check_protocol(told, again=True) == ()


def test_it_names_nobody_and_shows_half_a_code(told: Told):
    text = json.dumps(told)
    assert "Person" not in text
    assert all(len(code) <= 8 for crowd in told["crowds"] for unit in crowd["people"] for code in unit["codes"])


def _move(told: Told) -> None:
    """Give one more the session that is full."""
    load = {each["session"]: each["seats"] for each in told["sessions"]}
    for crowd in told["crowds"]:
        for unit in crowd["people"]:
            for session in unit["got"].values():
                load[session] -= 1
    full = next(session for session, left in load.items() if not left)
    unit = next(
        unit
        for crowd in told["crowds"]
        for unit in crowd["people"]
        if full in crowd["open"] and full not in unit["got"].values()
    )
    unit["got"]["Z0" if "-" not in full else "Z1"] = full


def _swap(told: Told) -> None:
    crowd = max(told["crowds"], key=lambda each: len(each["people"]))
    crowd["people"].reverse()


def _regret(told: Told) -> None:
    told["regret"]["0"] += 1


def _level(told: Told) -> None:
    told["levels"][-1]["reached"] -= 1


def _unplaced(told: Told) -> None:
    told["unplaced"] += 1


def _same(told: Told) -> None:
    unit = next(unit for crowd in told["crowds"] for unit in crowd["people"] if "Z0" in unit["got"])
    unit["got"]["Z1"] = f"{unit['got']['Z0']}-2"


def _at_once(told: Told) -> None:
    told["slots"][1] = {**told["slots"][0], "slot": "Z1"}


def _barred(told: Told) -> None:
    crowd = next(crowd for crowd in told["crowds"] if crowd["people"][0]["got"])
    crowd["open"] = []


@pytest.mark.parametrize(
    ("forge", "wrong"),
    [
        (_move, Wrong.TOO_MANY),
        (_swap, Wrong.LOTS),
        (_regret, Wrong.REGRET),
        (_level, Wrong.LEVELS),
        (_unplaced, Wrong.UNPLACED),
        (_same, Wrong.SAME_TWICE),
        (_at_once, Wrong.TWO_AT_ONCE),
        (_barred, Wrong.NOT_OPEN),
    ],
)
def test_a_forged_one_is_found_out(told: Told, forge: Callable[[Told], None], wrong: Wrong):
    forged = copy.deepcopy(told)
    forge(forged)
    assert wrong in {breach.code for breach in check_protocol(forged)}


def test_another_seed_or_result_does_not_come_out_again(told: Told):
    forged = copy.deepcopy(told)
    forged["levels"] = []
    assert {breach.code for breach in check_protocol(forged, again=True)} == {Wrong.AGAIN}


@pytest.mark.parametrize("what", [{}, {"sessions": 3}, {"sessions": [], "slots": [{}]}])
def test_what_is_no_protocol_is_told(what: Told):
    (breach,) = check_protocol(what)
    assert breach.code is Wrong.UNREADABLE
