"""The verbs of the timetable, called as a shell would, and judged from the CSV files alone."""

from pathlib import Path

import pytest

from eventdesk.desk import open_event
from eventdesk.panels.actions_spots import put_session
from eventdesk.panels.records import read_programme
from tests.benchmarks.panel_folders import invent
from tests.core.cli.conftest import Call
from tests.core.panels.timetable.judge import Judge

KEYS = {"status", "lost_by_clash", "turned_away", "bound", "seconds", "sessions"}


@pytest.fixture
def programme(tmp_path: Path, call: Call) -> tuple[Path, Path]:
    """Write an event folder and make an event file of it."""
    folder, file = invent(tmp_path / "programme", 10, 4, 3, 120, 6), tmp_path / "programme.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    return folder, file


def test_suggest_writes_nothing_and_apply_does(programme: tuple[Path, Path], call: Call):
    folder, file = programme
    before = call("journal", file, "--json").json
    answer = call("panels", "suggest", file, "--json")
    assert answer.code == 0
    assert answer.json.keys() >= KEYS
    verdict = Judge(folder).verdict(answer.json["sessions"])
    assert not verdict.broken
    assert (verdict.lost, verdict.away) == (answer.json["lost_by_clash"], answer.json["turned_away"])
    assert (answer.json["status"], answer.json["bound"]) == ("optimal", verdict.cost)
    assert call("journal", file, "--json").json == before
    applied = call("panels", "apply", file, "--json", "--name", "Erste").json
    assert applied["sessions"] == answer.json["sessions"]
    kept = call("panels", "replan", file, "--json").json
    assert (kept["changes"], kept["sessions"]) == ([], applied["sessions"])
    assert call("undo", file).code == 0
    assert call("verify", file, "--json").json["ok"]
    nothing = call("panels", "replan", file, "--json")
    assert (nothing.code, nothing.json["changes"]) == (3, [])


def test_replan_answers_what_if_and_does_it_when_told(programme: tuple[Path, Path], call: Call):
    _, file = programme
    before = call("panels", "apply", file, "--json").json["sessions"]
    room, slot = next((spot["room"], spot["slot"]) for spot in before.values() if spot["room"] != "R1")
    options = ("--no-room", f"{room}@{slot}", "--popular", "S01=150", "--late", "MO1=10:00")
    what_if = call("panels", "replan", file, "--json", *options)
    assert what_if.json["fewest_changes_proven"]
    assert {"slot": slot, "room": room} not in what_if.json["sessions"].values()
    assert {each["session"] for each in what_if.json["changes"]} == {
        ref for ref in before if what_if.json["sessions"].get(ref) != before[ref]
    }
    assert call("panels", "explain", file, "S01", "--json").json["suggested"] is False
    entries = call("journal", file, "--json").json
    done = call("panels", "replan", file, "--json", "--apply", *options).json
    assert done["sessions"] == what_if.json["sessions"]
    assert len(call("journal", file, "--json").json["entries"]) == len(entries["entries"]) + 1
    again = call("panels", "replan", file, "--json").json
    assert again["changes"] == []
    assert {"slot": slot, "room": room} not in call("panels", "suggest", file, "--json").json["sessions"].values()
    assert call("undo", file).code == 0
    undone = call("journal", file, "--json").json["entries"]
    assert [each["undone"] for each in undone if each["eid"] in {one["eid"] for one in entries["entries"]}] == [
        each["undone"] for each in entries["entries"]
    ]
    assert call("panels", "replan", file, "--json").json["sessions"] == before


def test_explain_says_why(programme: tuple[Path, Path], call: Call):
    _, file = programme
    call("panels", "apply", file)
    told = call("panels", "explain", file, "s02", "--json").json
    assert told["session"] == "S02"
    assert told["exact"]
    assert {each["why"] for each in told["rooms"]} <= {"needs", "taken", "free"}
    assert all(each["text"] for each in told["rooms"])
    assert len(call("panels", "explain", file, "--json").json["explanations"]) == 10


def test_check_tells_what_is_wrong(programme: tuple[Path, Path], call: Call):
    _, file = programme
    assert call("panels", "apply", file, "--json").code == 0
    checked = call("panels", "check", file, "--json")
    assert checked.code == 0
    assert not [each for each in checked.json["troubles"] if each["hard"]]


def test_what_nobody_knows_is_wrong_usage(programme: tuple[Path, Path], call: Call):
    _, file = programme
    call("panels", "apply", file, "--seconds", 1)
    for verb, *rest in (
        ("replan", "--no-room", "R99"),
        ("replan", "--no-room", "R1@T9"),
        ("replan", "--late", "Nobody=10:00"),
        ("replan", "--late", "MO1=soon"),
        ("replan", "--late", "MO1=25:99"),
        ("replan", "--late", "MO1=ab:cd"),
        ("replan", "--late", "MO1=2027-02-30 10:00"),
        ("replan", "--popular", "S01=-5"),
        ("replan", "--popular", "S99=200"),
        ("explain", "S99"),
    ):
        answer = call("panels", verb, file, *rest)
        assert answer.code == 2, rest
        assert "Traceback" not in answer.err


def test_what_is_not_possible_is_said_in_people_and_needs(tmp_path: Path, call: Call):
    folder, file = invent(tmp_path / "programme", 10, 3, 3, 60, 6), tmp_path / "programme.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    answer = call("panels", "suggest", file, "--json")
    assert (answer.code, answer.json["status"], len(answer.json["left_over"])) == (3, "infeasible", 1)
    assert answer.json["left_over"][0]["why"]
    assert len(answer.json["sessions"]) == 9


def test_without_sessions_there_is_nothing_to_plan(tmp_path: Path, call: Call, folder: Path):
    file = tmp_path / "empty.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    for verb in ("suggest", "apply", "explain"):
        answer = call("panels", verb, file, "--language", "en")
        assert (answer.code, answer.out) == (3, "")
        assert "There are no sessions yet." in answer.err
        assert call("panels", verb, file, "--json").json["why"]


def test_a_session_without_a_place_is_not_told_as_one_that_was_looked_for(tmp_path: Path, call: Call):
    folder, file = invent(tmp_path / "programme", 10, 4, 3, 60, 6), tmp_path / "programme.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    call("panels", "apply", file, "--seconds", 1)
    with open_event(file) as event:
        session = read_programme(event.db).session_by_ref["S02"]
        put_session(event, session.id, None, None)
    told = call("panels", "explain", file, "--language", "en").out
    assert "has no slot or no room yet." in told
    assert "no place was found" not in told


def test_what_is_written_is_said_and_what_has_no_room_too(tmp_path: Path, call: Call):
    folder, file = invent(tmp_path / "programme", 8, 3, 3, 60, 6), tmp_path / "programme.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    done = call("panels", "apply", file, "--language", "en")
    assert done.code == 0
    assert "Written: 8 sessions have another slot or room. “eventdesk undo” takes all of it back." in done.out
    again = call("panels", "apply", file, "--language", "en")
    assert again.out.splitlines()[-1] == "Nothing is written: the file has this timetable already."
    options = ("replan", file, "--no-room", "R2")
    asked = call("panels", *options, "--language", "en")
    assert (asked.code, asked.out.splitlines()[-1]) == (3, "Nothing is written: only --apply does that.")
    assert call("panels", *options, "--json").json["written"] is False
    entries = len(call("journal", file, "--json").json["entries"])
    done = call("panels", *options, "--apply", "--language", "en")
    assert done.code == 3
    written, left = done.out.splitlines()[-2:]
    assert written.startswith("Written: ")
    assert left.startswith("2 sessions still have no room: ")
    assert len(call("journal", file, "--json").json["entries"]) == entries + 1
    assert call("undo", file).code == 0
    assert call("panels", *options, "--apply", "--json").json["written"] is True
