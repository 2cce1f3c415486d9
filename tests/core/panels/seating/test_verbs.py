"""The verbs of places, called as a shell would, and judged from the CSV files alone."""

import csv
import json
from pathlib import Path

import pytest

from eventdesk import paths
from tests.core.cli.conftest import Call
from tests.core.panels.seating.judge import Judge
from tests.core.panels.seating.programmes import rounds

NAMED = {"session": "title", "id": "family_name"}
KEYS = {"status", "unplaced", "regret", "places", "seconds", "seed"}


def write(folder: Path, judge: Judge) -> Path:
    """Write an event folder of the rows a judge knows."""
    folder.mkdir()
    (folder / "event.toml").write_text(
        'title = "Plätze"\nvenue = "Haus"\nlanguage = "de"\nstarts = "2027-03-06T09:00"\nends = "2027-03-06T17:00"\n',
        "utf-8",
    )
    tables = {"room": judge.rooms, "slot": judge.slots, "session": judge.sessions, "id": judge.people}
    for (key, rows), name in zip(tables.items(), ("rooms", "slots", "sessions", "people"), strict=True):
        full = [{key: ref, **({NAMED[key]: ref} if key in NAMED else {}), **row} for ref, row in rows.items()]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, full[0], delimiter=";")
            writer.writeheader()
            writer.writerows(full)
    return folder


@pytest.fixture
def rounds_folder(tmp_path: Path) -> Path:
    return write(tmp_path / "folder", rounds(60, 2, 3, 0.9, 5))


def test_places_on_paper_and_in_the_file(tmp_path: Path, call: Call, rounds_folder: Path):
    file, written = tmp_path / "p.eventdesk", tmp_path / "draw.json"
    assert call("new", file, "--from", rounds_folder).code == 0
    before = call("journal", file, "--json").json
    answer = call("panels", "places", file, "--json", "--protocol", written)
    assert answer.code == 0
    assert answer.json.keys() >= KEYS
    judge = Judge.of(rounds_folder)
    verdict = judge.verdict(answer.json["places"])
    assert not verdict.broken
    assert verdict.unplaced == answer.json["unplaced"]
    assert {str(value): people for value, people in verdict.regret.items()} == answer.json["regret"]
    assert answer.json["status"] == "optimal"
    assert call("journal", file, "--json").json == before
    assert call("panels", "audit", written, "--again").code == 0
    assert call("panels", "places", file, "--apply", "--json").json["places"] == answer.json["places"]
    lines = call("panels", "waiting", file, "--json").json["waiting"]
    assert {session: told["waiting"] for session, told in lines.items()} == answer.json["waiting"]
    assert call("undo", file).code == 0
    assert call("panels", "waiting", file, "--json").json["waiting"] == {}
    assert call("verify", file, "--json").json["ok"]


@pytest.mark.parametrize("way", ["rank-maximal", "registration", "lottery"])
def test_other_ways(tmp_path: Path, call: Call, rounds_folder: Path, way: str):
    file = tmp_path / "p.eventdesk"
    assert call("new", file, "--from", rounds_folder).code == 0
    answer = call("panels", "places", file, "--way", way, "--seed", 3, "--json")
    assert (answer.code, answer.json["seed"], answer.json["pareto_proven"]) == (0, 3, False)
    assert not Judge.of(rounds_folder).verdict(answer.json["places"]).broken
    assert "Traceback" not in call("panels", "places", file, "--way", way, "--language", "en").out


def test_wrong_usage_and_wrong_files(tmp_path: Path, call: Call, rounds_folder: Path):
    file = tmp_path / "p.eventdesk"
    call("new", file, "--from", rounds_folder)
    assert call("panels", "places", file, "--way", "auction").code == 2
    assert call("panels", "audit", tmp_path / "nothing.json").code == 1
    other = tmp_path / "other.json"
    other.write_text("[1, 2", "utf-8")
    assert call("panels", "audit", other).code == 3
    other.write_text(json.dumps({"way": "lottery"}), "utf-8")
    assert call("panels", "audit", other, "--json").json["breaches"][0]["code"] == "unreadable"


def test_an_event_without_anything_to_choose(tmp_path: Path, call: Call):
    file = tmp_path / "small.eventdesk"
    call("new", file, "--from", paths.seeds() / "integra-netzwerktreffen")
    answer = call("panels", "places", file, "--apply", "--json", "--language", "en")
    assert (answer.code, answer.json["places"]) == (3, {})
    assert answer.err == "Nobody has wishes yet: there are no places to give out.\n"
    assert call("panels", "protocol", file, "-o", tmp_path / "draw.pdf").code == 3, "nothing was written"


def test_a_sample_conference(tmp_path: Path, call: Call):
    folder, file = paths.seeds() / "integrationskonferenz-4", tmp_path / "seed.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    answer = call("panels", "places", file, "--json")
    assert (answer.code, answer.json["status"], answer.json["unplaced"]) == (0, "optimal", 0)
    assert all(level["proven"] for level in answer.json["levels"])
    assert answer.json["no_room"] == []
