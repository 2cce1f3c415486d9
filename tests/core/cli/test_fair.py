"""The verbs of the fair, called as a shell would, and judged from the CSV files alone."""

from pathlib import Path
from typing import Any

import pytest

from eventdesk import paths
from tests.benchmarks.fair_folders import invent
from tests.core.cli.conftest import Call
from tests.core.fair.placing.judge import Judge

PLAN_KEYS = {"status", "cost", "bound", "parts", "seconds", "seed", "assignments", "unplaced"}


@pytest.fixture
def fair(tmp_path: Path, call: Call) -> tuple[Path, Path]:
    """Write an event folder and make an event file of it."""
    folder, file = invent(tmp_path / "fair", 24, 30, 6), tmp_path / "fair.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    return folder, file


def judge(judge: Judge, answer: dict[str, Any]) -> None:
    verdict = judge.verdict(answer["assignments"])
    assert not verdict.broken
    assert verdict.cost == answer["cost"]
    assert dict(verdict.parts) == answer["parts"]
    missing = judge.exhibitors.keys() - answer["assignments"].keys()
    assert {each["exhibitor"] for each in answer["unplaced"]} == missing
    assert all(each["why"] for each in answer["unplaced"])


def test_suggest_writes_nothing_and_apply_does(fair: tuple[Path, Path], call: Call):
    folder, file = fair
    before = call("journal", file, "--json").json
    answer = call("fair", "suggest", file, "--json", "--seconds", 10)
    assert answer.code == 0
    assert answer.json.keys() >= PLAN_KEYS
    judge(Judge(folder), answer.json)
    assert call("journal", file, "--json").json == before
    applied = call("fair", "apply", file, "--json", "--seconds", 10, "--name", "Erste").json
    assert applied["assignments"] == answer.json["assignments"]
    again = call("fair", "replan", file, "--json").json
    assert again["moves"] == [] or all(move["from"] == [] for move in again["moves"])
    assert call("undo", file).code == 0
    assert call("verify", file, "--json").json["ok"]


def test_replan_answers_what_if_and_does_it_when_told(fair: tuple[Path, Path], call: Call):
    folder, file = fair
    plan = call("fair", "apply", file, "--json", "--seconds", 10).json
    first, second, third, *_ = plan["assignments"]
    lost = plan["assignments"][first]
    options = ("--blocked", ",".join(lost), "--no-show", second, "--walk-in", "Café Grenzenlos;power=1;wish_1=I02")
    what_if = call("fair", "replan", file, "--json", *options)
    assert what_if.code == 0
    told = Judge(folder)
    told.block(*lost)
    told.leave(second)
    (newcomer,) = [each for each in what_if.json["assignments"] if each not in told.exhibitors]
    told.come(newcomer, power="1", wish_1="I02")
    judge(told, what_if.json)
    moved = {move["exhibitor"]: move for move in what_if.json["moves"]}
    assert moved[first]["from"] == lost
    assert moved[first]["to"] == what_if.json["assignments"][first]
    assert moved[first]["metres"] > 0
    assert third not in moved or moved[third]["code"] == "makes_room"
    assert what_if.json["left_over_minimum_proven"] is True
    done = call("fair", "replan", file, "--json", "--apply", *options).json
    assert done["assignments"] == what_if.json["assignments"]
    assert call("fair", "replan", file, "--json").json["moves"] == []
    assert call("verify", file, "--json").json["ok"]


def test_one_undo_takes_a_whole_replan_back(fair: tuple[Path, Path], call: Call, tmp_path: Path):
    _, file = fair
    plan = call("fair", "apply", file, "--json", "--seconds", 10).json
    lost, dark, gone, wishing, *_ = plan["assignments"]
    booth, other = plan["assignments"][lost][0], plan["assignments"][dark][0]
    before, after = tmp_path / "before.csv", tmp_path / "after.csv"
    assert call("export", file, "booths", "-o", before).code == 0
    answer = call(
        "fair", "replan", file, "--json", "--apply", "--name", "Mittags", "--blocked", booth, "--no-power", other,
        "--no-show", gone, "--wish", f"{wishing}=I03", "--walk-in", "Café Grenzenlos;power=1", "--walk-in", "Chor",
    )  # fmt: skip
    assert answer.code == 0
    assert len(answer.json["assignments"]) >= len(plan["assignments"])
    entries = call("journal", file, "--json").json["entries"]
    whole = [each for each in entries if (each["part_of"] or each["eid"]) == entries[0]["part_of"]]
    assert {each["op"] for each in whole} == {
        "apply_plan", "fair_block", "fair_power", "fair_status", "edit_exhibitor", "add_exhibitor"
    }  # fmt: skip
    assert call("undo", file).code == 0
    assert call("export", file, "booths", "-o", after).code == 0
    assert after.read_bytes() == before.read_bytes()
    assert call("fair", "replan", file, "--json").json["assignments"] == plan["assignments"]
    assert call("verify", file, "--json").json["ok"]


def test_explain_one_and_all(fair: tuple[Path, Path], call: Call):
    _, file = fair
    plan = call("fair", "apply", file, "--json", "--seconds", 10).json
    who = next(iter(plan["assignments"]))
    told = call("fair", "explain", file, who, "--json").json
    assert told.keys() >= {"exhibitor", "booth", "island", "lines", "next_best", "conflicts"}
    assert (told["exhibitor"], told["booths"], told["suggested"]) == (who, plan["assignments"][who], False)
    assert all(line.keys() >= {"what", "cost"} for line in told["lines"])
    assert told["next_best"]["extra_cost"] >= 0
    everybody = call("fair", "explain", file, "--json").json["explanations"]
    assert {each["exhibitor"] for each in everybody} >= plan["assignments"].keys()
    assert call("fair", "explain", file, "E9999").code == 2
    assert call("fair", "explain", file, who).out


@pytest.mark.parametrize(
    "option",
    [
        ("--blocked", "B9999"),
        ("--no-show", "X"),
        ("--wish", "E0001=Nirgends"),
        ("--wish", "=I01"),
        ("--walk-in", "A;colour=red"),
    ],
)
def test_what_nobody_knows_is_wrong_usage(fair: tuple[Path, Path], call: Call, option: tuple[str, str]):
    _, file = fair
    call("fair", "apply", file, "--seconds", 5)
    answer = call("fair", "replan", file, *option)
    assert answer.code == 2
    assert "Traceback" not in answer.err


def test_an_event_without_a_fair(tmp_path: Path, call: Call):
    file = tmp_path / "small.eventdesk"
    call("new", file, "--from", paths.seeds() / "integra-netzwerktreffen")
    answer = call("fair", "suggest", file, "--json")
    assert (answer.code, answer.json["status"], answer.json["assignments"]) == (0, "optimal", {})
    assert call("fair", "replan", file).code == 3
    assert call("fair", "replan", file, "--json").json["moves"] == []
    assert call("fair", "explain", file, "--json").json == {"explanations": []}


def test_an_event_with_exhibitors_and_no_open_booth(tmp_path: Path, call: Call):
    folder, file = invent(tmp_path / "fair", 3, 20, 6), tmp_path / "fair.eventdesk"
    booths = folder / "booths.csv"
    booths.write_text(booths.read_text(encoding="utf-8").replace(";free", ";blocked"), encoding="utf-8")
    call("new", file, "--from", folder)
    answer = call("fair", "apply", file, "--json")
    assert (answer.code, answer.json["status"]) == (3, "infeasible")
    judge(Judge(folder), answer.json)


@pytest.mark.parametrize("name", ["integrationskonferenz-4", "integrationskonferenz-9"])
def test_the_sample_fairs(tmp_path: Path, call: Call, name: str):
    folder, file = paths.seeds() / name, tmp_path / "seed.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    answer = call("fair", "apply", file, "--json", "--seconds", 20)
    assert answer.code == 0
    judge(Judge(folder), answer.json)
    assert answer.json["status"] == "optimal"
    text = call("fair", "suggest", file, "--seconds", 20).out
    assert all(booth in text for booths in answer.json["assignments"].values() for booth in booths)
