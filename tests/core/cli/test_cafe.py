"""The verbs of the World Café, called as a shell would, and judged by counting who meets whom."""

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from eventdesk import paths
from tests.core.cli.conftest import Call

KEYS = {"tables", "rounds", "repeats", "sizes", "hosts_stay", "rounds_table", "advice"}


@pytest.fixture
def harburg(tmp_path: Path, call: Call) -> Path:
    """Make an event file of the sample event with a World Café."""
    file = tmp_path / "harburg.eventdesk"
    assert call("new", file, "--from", paths.seeds() / "harburg-integrationskonferenz").code == 0
    return file


def meetings(answer: Any) -> int:
    """Count by brute force how often two people meet again."""
    met: Counter[frozenset[str]] = Counter()
    for tables in answer["rounds_table"].values():
        for people in tables.values():
            met.update(map(frozenset, combinations(people, 2)))
    return sum(times - 1 for times in met.values())


def test_suggest_writes_nothing_and_apply_does(harburg: Path, call: Call):
    before = call("journal", harburg, "--json").json
    answer = call("cafe", "suggest", harburg, "--json", "--seconds", 0.05)
    assert answer.code == 0
    assert answer.json.keys() >= KEYS
    assert (answer.json["tables"], answer.json["rounds"], answer.json["hosts_stay"]) == (13, 3, True)
    assert answer.json["repeats"] == meetings(answer.json) == 0
    assert sum(answer.json["sizes"]) == answer.json["people"] == 100
    for tables in answer.json["rounds_table"].values():
        assert len({person for people in tables.values() for person in people}) == 100
        assert "H029" in tables["T01"], "hosts stay"
    assert answer.json["who"] == "registered"
    assert call("journal", harburg, "--json").json == before
    applied = call("cafe", "apply", harburg, "--json", "--seconds", 0.05).json
    assert applied["rounds_table"] == answer.json["rounds_table"]
    assert call("undo", harburg).code == 0
    assert call("verify", harburg, "--json").json["ok"]
    assert call("cafe", "cards", harburg, "-o", harburg.with_suffix(".pdf")).code == 3


def test_other_numbers_of_tables_and_rounds_are_tried_and_taken_over(harburg: Path, call: Call):
    answer = call("cafe", "suggest", harburg, "--json", "--tables", 16, "--rounds", 6, "--seconds", 0.05).json
    assert (answer["tables"], answer["rounds"], answer["repeats"]) == (16, 6, 0)
    assert answer["repeats"] == meetings(answer)
    assert "16" in answer["advice"]
    applied = call("cafe", "apply", harburg, "--json", "--tables", 16, "--rounds", 6, "--seconds", 0.05).json
    assert applied["rounds_table"] == answer["rounds_table"]
    assert call("info", harburg, "--json").json["counts"]["tables"] == 16
    assert call("undo", harburg).code == 0
    assert call("info", harburg, "--json").json["counts"]["tables"] == 13, "one undo takes all of it back"
    told = call("cafe", "apply", harburg, "--tables", 16, "--seconds", 0.05, "--language", "en").out
    assert "3 tables were added." in told
    fewer = call("cafe", "apply", harburg, "--json", "--tables", 14, "--seconds", 0.05).json
    assert set(fewer["rounds_table"]["1"]) == {f"T{number:02d}" for number in range(1, 15)}
    assert call("verify", harburg, "--json").json["ok"]


def test_cards_are_taken_away_and_people_of_some_roles_do_not_sit(harburg: Path, call: Call):
    assert call("cafe", "clear", harburg).code == 3
    assert call("cafe", "without", harburg, "--json").json == {"roles": []}
    told = call("cafe", "without", harburg, "--role", "Dolmetscherin", "--role", "host", "--language", "en").out
    assert "Host, Interpreter" in told
    applied = call("cafe", "apply", harburg, "--json", "--seconds", 0.05).json
    assert applied["people"] < 90
    assert "H029" not in str(applied["rounds_table"]), "a host"
    assert call("cafe", "clear", harburg, "--json").json == {"cards": applied["people"]}
    wrong = call("cafe", "without", harburg, "--role", "Quatsch")
    assert wrong.code == 2
    assert "participant" in wrong.err
    assert call("cafe", "without", harburg, "--json").json["roles"] == ["host", "interpreter"]
    assert call("cafe", "without", harburg, "--nobody", "--json").json == {"roles": []}


def test_late_arrivals_get_the_cards_of_who_did_not_come(harburg: Path, call: Call, tmp_path: Path):
    assert call("cafe", "hand-over", harburg).code == 3
    before = call("cafe", "apply", harburg, "--json", "--seconds", 0.05).json["rounds_table"]
    gone = next(person for person in before["1"]["T05"] if person != "H078")
    done = call("cafe", "hand-over", harburg, "--gone", gone, "--json")
    assert (done.code, done.json["taken"], len(done.json["left"])) == (0, {}, 1)
    late = call("cafe", "hand-over", harburg, "--late", gone, "--json").json
    assert {*late["taken"], *late["extra"]} == {gone}
    assert set(late["cards"][gone]) == {"1", "2", "3"}
    again = call("cafe", "hand-over", harburg, "--late", gone, "--language", "en")
    assert (again.code, again.out) == (3, "")
    assert "has a card already." in again.err
    assert call("cafe", "hand-over", harburg, "--late", "Nobody").code == 2


def test_a_table_without_its_host_is_told(harburg: Path, call: Call):
    before = call("cafe", "apply", harburg, "--json", "--seconds", 0.05).json["rounds_table"]
    host, *_, guest = before["1"]["T01"]
    assert host == "H029"
    done = call("cafe", "hand-over", harburg, "--gone", host, "--json").json
    assert done["without_host"] == ["T01"]
    call("cafe", "hand-over", harburg, "--gone", guest)
    late = call("cafe", "hand-over", harburg, "--late", guest, "--json").json
    assert set(late["cards"][guest].values()) != {"T01"}, "a guest does not get the card of a host"


def test_a_table_closes(harburg: Path, call: Call):
    before = call("cafe", "apply", harburg, "--json", "--seconds", 0.05).json["rounds_table"]
    done = call("cafe", "close", harburg, "t05", "--from", 2, "--json").json
    assert (done["table"], done["from"]) == ("T05", 2)
    assert {each["person"] for each in done["moved"]} == {*before["2"]["T05"], *before["3"]["T05"]}
    assert all(each["round"] > 1 and each["table"] not in {"", "T05"} for each in done["moved"])
    assert call("cafe", "close", harburg, "T99").code == 2
    assert call("cafe", "close", harburg, "T06", "--from", 9).code == 3


@pytest.mark.parametrize(
    ("verb", "options", "papers"),
    [
        ("cards", ("--per-sheet", "4", "--mark-printed"), 104),
        ("signs", (), 13),
        ("hosts", ("--table", "T03"), 1),
        ("sheets", (), 13),
    ],
)
def test_papers_are_written(harburg: Path, call: Call, verb: str, options: tuple[str, ...], papers: int):
    call("cafe", "apply", harburg, "--seconds", 0.05)
    out = harburg.with_suffix(".pdf")
    answer = call("cafe", verb, harburg, "-o", out, "--json", *options)
    assert answer.code == 0
    assert (answer.json["papers"], answer.json["overflow"], answer.json["missing_glyphs"]) == (papers, [], [])
    assert out.read_bytes().startswith(b"%PDF")


def test_papers_that_cannot_be_are_refused(harburg: Path, call: Call):
    call("cafe", "apply", harburg, "--seconds", 0.05)
    out = harburg.with_suffix(".pdf")
    assert call("cafe", "cards", harburg, "-o", out, "--only", "H001", "--json").json["papers"] == 1
    assert call("cafe", "cards", harburg, "-o", out, "--per-sheet", "5").code == 2
    assert call("cafe", "hosts", harburg, "-o", out, "--table", "T99").code == 2
    assert call("cafe", "summary", harburg, "-o", out).code == 3, "nothing was noted"
    for verb in ("cards", "summary"):
        assert call("cafe", verb, harburg, "-o", harburg.with_suffix(".txt")).code == 2


def test_an_event_without_a_cafe_gets_tables_that_fit(tmp_path: Path, call: Call):
    file = tmp_path / "integra.eventdesk"
    assert call("new", file, "--from", paths.seeds() / "integra-netzwerktreffen").code == 0
    assert call("cafe", "signs", file, "-o", file.with_suffix(".pdf")).code == 3
    answer = call("cafe", "suggest", file, "--json", "--seconds", 0.05).json
    assert (answer["rounds"], answer["repeats"]) == (3, meetings(answer))
    assert answer["people"] == sum(answer["sizes"]) > 20


def test_nobody_to_seat_is_told(tmp_path: Path, call: Call):
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "event.toml").write_text('title = "Leer"\n', "utf-8")
    file = tmp_path / "empty.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    for verb in ("suggest", "apply"):
        answer = call("cafe", verb, file, "--json")
        assert (answer.code, answer.json["people"]) == (3, 0)
