"""The verb for doors: how full every room is, counting, attendance."""

from pathlib import Path

import pytest

from tests.core.cli.conftest import Call


@pytest.fixture
def planned(call: Call, folder: Path, tmp_path: Path) -> Path:
    """Return a small event with two rooms, one of which has a point of its name."""
    (folder / "rooms.csv").write_text("room;name;capacity\nR1;Saal 1;2\nR2;Saal 2;5\n", "utf-8")
    (folder / "slots.csv").write_text("slot;starts;ends\nS1;2027-03-06T11:00;2027-03-06T12:00\n", "utf-8")
    (folder / "sessions.csv").write_text(
        "session;title;kind;slot;room\nF1;Forum 1 · Ankommen;forum;S1;R1\nF2;Forum 2;forum;S1;R2\n", "utf-8"
    )
    target = tmp_path / "p.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    return target


def test_how_full_every_room_is(call: Call, planned: Path):
    answer = call("panels", "doors", planned, "--at", "2027-03-06T11:05", "--json")
    assert answer.code == 0
    told = [(door["room"], door["session"], door["inside"], door["capacity"]) for door in answer.json["doors"]]
    assert told == [("Saal 1", "Forum 1 · Ankommen", 0, 2), ("Saal 2", "Forum 2", 0, 5)]
    assert answer.json["at"].startswith("2027-03-06T11:05")


def test_counting_and_a_scan(call: Call, planned: Path):
    at = ("--at", "2027-03-06T11:05")
    assert call("panels", "doors", planned, "--room", "saal 1", "--count", "1", *at, "--language", "en").out == (
        "Saal 1: Forum 1 · Ankommen, 11:00–12:00 · 1 / 2\n"
    )
    came = call("checkin", planned, "TICKET-2", "--point", "Saal 1", *at, "--json")
    assert (came.code, came.json["door"]["session"]) == (0, "Forum 1 · Ankommen")
    full = call("panels", "doors", planned, "--room", "R1", *at, "--json").json["doors"][0]
    assert (full["inside"], full["counted"], full["full"]) == (2, 1, True)
    refused = call("checkin", planned, "P1", "--point", "Saal 1", *at, "--json")
    assert refused.code == 3
    told = call("panels", "doors", planned, "--attendance", *at, "--json").json["sessions"]
    assert (told["F1"]["people"], told["F2"]["people"]) == (2, 0)


def test_what_cannot_be_counted(call: Call, planned: Path):
    assert call("panels", "doors", planned, "--count", "1").code == 2
    assert call("panels", "doors", planned, "--room", "Keller").code == 2
    assert call("panels", "doors", planned, "--room", "Saal 1", "--count", "-1").code == 3
    assert call("panels", "doors", planned, "--room", "Saal 1", "--count", "9" * 20).code == 2
    no_door = call("panels", "doors", planned, "--room", "Saal 2", "--count", "1", "--language", "en")
    assert (no_door.code, no_door.err) == (3, "Saal 2 has no check-in point yet: --make adds one.\n")
    made = call("panels", "doors", planned, "--room", "Saal 2", "--make", "--count", "1", "--json")
    assert (made.code, made.json["doors"][0]["inside"]) == (0, 1)


def test_an_event_without_rooms(call: Call, file: Path):
    assert call("panels", "doors", file, "--language", "en").out == "There are no rooms yet.\n"
    assert call("panels", "doors", file, "--attendance", "--json").json == {"sessions": {}}


def test_the_doors_that_were_missing_are_one_step_for_undo(call: Call, folder: Path, tmp_path: Path):
    (folder / "rooms.csv").write_text("room;name;capacity\nR1;Saal 1;2\nR2;Saal 2;5\nR3;Saal 3;5\n", "utf-8")
    target = tmp_path / "three.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    made = call("panels", "doors", target, "--make", "--json").json["doors"]
    assert [door["doors"] for door in made] == [1, 1, 1]
    assert call("undo", target).code == 0
    assert [door["doors"] for door in call("panels", "doors", target, "--json").json["doors"]] == [1, 0, 0]
