"""Every verb does its work without a screen and answers in JSON."""

import csv
import json
from pathlib import Path

import pypdfium2
import pytest

from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.people.actions import edit
from eventdesk.people.search import search
from tests.core.cli.conftest import Call


def code_of(call: Call, file: Path, *words: str) -> str:
    return str(call("search", file, *words, "--json").json["hits"][0]["code"])


def test_new_and_info_count_what_is_in_the_folder(call: Call, file: Path) -> None:
    answer = call("info", file, "--json")
    assert answer.code == 0
    assert answer.json["title"] == "Kleines Treffen"
    counts = answer.json["counts"]
    assert (counts["people"], counts["exhibitors"], counts["booths"], counts["halls"]) == (5, 1, 1, 1)
    assert (answer.json["inside"], answer.json["expected"]) == (0, 3)
    promised = {"title", "path", "version", "counts", "inside", "expected"}
    assert set(answer.json) == promised | {"delete_on", "place", "backup"}
    assert set(counts) == {
        "people", "exhibitors", "booths", "halls", "rooms", "slots", "sessions", "tables", "scans", "entries",
    }  # fmt: skip


def test_new_without_a_folder_makes_an_empty_event(call: Call, tmp_path: Path) -> None:
    answer = call("new", tmp_path / "e.eventdesk", "--title", "Leer", "--json")
    assert (answer.code, answer.json["title"], answer.json["counts"]["people"]) == (0, "Leer", 0)
    walked_in = call("walkin", tmp_path / "e.eventdesk", "--name", "Mariam Haidari", "--json")
    assert (walked_in.code, walked_in.json["outcome"]) == (0, "accepted")


def test_checkin_answers_with_the_promised_keys(call: Call, file: Path) -> None:
    code = code_of(call, file, "demirtas")
    answer = call("checkin", file, code, "--at", "2027-03-06T09:41:07", "--json")
    assert answer.code == 0
    assert set(answer.json) >= {"outcome", "person", "at", "point", "desk", "first", "notes", "where"}
    assert answer.json["outcome"] == "accepted"
    assert answer.json["person"]["name"] == "Elif Demirtaş"
    assert answer.json["point"] == "Haupteingang"
    assert answer.json["where"] == ["Stand B-14"]
    assert answer.json["at"].startswith("2027-03-06T09:41:07")
    again = call("checkin", file, code, "--at", "2027-03-06T09:45", "--json")
    assert (again.code, again.json["outcome"]) == (3, "already_in")
    assert again.json["first"]["at"].startswith("2027-03-06T09:41:07")


@pytest.mark.parametrize(
    ("words", "outcome", "code"),
    [("schroeder", "cancelled", 3), ("rahmani", "pending", 3), ("нечипоренко", "accepted", 0)],
)
def test_who_may_not_come_in_is_refused(call: Call, file: Path, words: str, outcome: str, code: int) -> None:
    answer = call("checkin", file, code_of(call, file, words), "--json")
    assert (answer.code, answer.json["outcome"]) == (code, outcome)


def test_an_organiser_may_admit_and_that_is_recorded(call: Call, file: Path) -> None:
    answer = call("checkin", file, code_of(call, file, "rahmani"), "--force", "--json")
    assert (answer.code, answer.json["outcome"]) == (0, "accepted")
    scans = file.with_name("scans.csv")
    assert call("export", file, "scans", "-o", scans).code == 0
    with scans.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    assert [(row["name"], row["forced"]) for row in rows] == [("Farid Rahmani", "yes")]


def test_a_foreign_ticket_an_exit_and_an_unknown_code(call: Call, file: Path) -> None:
    assert call("checkin", file, "TICKET-2", "--at", "2027-03-06T09:00", "--json").json["outcome"] == "accepted"
    left = call("checkin", file, "TICKET-2", "--exit", "--at", "2027-03-06T10:00", "--json")
    assert (left.code, left.json["outcome"]) == (0, "left")
    unknown = call("checkin", file, "nobody-has-this", "--json")
    assert (unknown.code, unknown.json["outcome"], unknown.json["person"]) == (3, "unknown_code", None)
    assert call("info", file, "--json").json["counts"]["scans"] == 3


def test_undo_takes_back_the_latest_and_then_says_no(call: Call, file: Path) -> None:
    call("walkin", file, "--name", "Mariam Haidari")
    undone = call("undo", file, "--json")
    assert (undone.code, undone.json["entries"]) == (0, 2)
    assert call("search", file, "haidari", "--json").json["hits"] == []
    entries = call("journal", file, "--json").json["entries"]
    assert [entry["op"] for entry in entries[:4]] == ["undo", "undo", "check_in", "walk_in"]
    refused = call("undo", file, "--entry", entries[3]["eid"], "--json")
    assert (refused.code, refused.json["reason"]) == (3, "already_undone")
    assert "schon rückgängig" in refused.err


def test_search_ranks_and_tells_who(call: Call, file: Path) -> None:
    answer = call("search", file, "meyer", "luer", "--json")
    (hit,) = answer.json["hits"]
    assert set(hit) == {"id", "name", "organisation", "code", "score"}
    assert hit["name"] == "Jörn Meyer-Lüerßen"


def test_badges_for_all_and_only_once_for_those_not_printed(call: Call, file: Path) -> None:
    out = file.with_name("b.pdf")
    answer = call("badges", file, "-o", out, "--mark-printed", "--json")
    assert answer.code == 0
    assert (answer.json["badges"], answer.json["pages"]) == (4, 4)
    assert set(answer.json) >= {"badges", "pages", "shrunk", "overflow", "missing_glyphs"}
    assert len(pypdfium2.PdfDocument(out)) == 4
    nothing = call("badges", file, "-o", file.with_name("c.pdf"), "--only", "not-printed")
    assert (nothing.code, nothing.out) == (3, "")
    assert not file.with_name("c.pdf").exists()
    one = call("badges", file, "-o", out, "--only", "role=guest", "--json")
    assert one.json["badges"] == 1


@pytest.mark.parametrize("kind", ["people", "scans", "booths", "sessions", "journal"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_everything_can_be_exported(call: Call, file: Path, kind: str, suffix: str) -> None:
    out = file.with_name(f"out{suffix}")
    answer = call("export", file, kind, "-o", out, "--json")
    assert answer.code == 0
    assert answer.json["path"] == str(out)
    if suffix == ".json":
        assert len(json.loads(out.read_text("utf-8"))) == answer.json["rows"]


def test_our_own_export_imports_as_unchanged(call: Call, file: Path) -> None:
    out = file.with_name("people.xlsx")
    call("export", file, "people", "-o", out)
    answer = call("import", file, "people", out, "--json")
    assert answer.code == 0
    assert (answer.json["read"], answer.json["added"], answer.json["changed"]) == (5, 0, 0)
    assert answer.json["unchanged"] == 5


def test_import_dry_run_changes_nothing_and_wrong_cells_are_listed(call: Call, file: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("Vorname;Nachname;E-Mail;Status\nİpek;Yılmaz;ipek@example.org;\n;;kein name;quatsch\n", "utf-8")
    dry = call("import", file, "people", table, "--dry-run", "--json")
    assert dry.json["added"] == 1
    refused = call("import", file, "people", table, "--json")
    assert refused.code == 3
    assert refused.json["rejected"] == 1
    assert {"file", "line", "column", "value", "expected"} <= set(refused.json["errors"][0])
    assert refused.json["errors"][0]["line"] == 3
    assert call("info", file, "--json").json["counts"]["people"] == 5
    good = call("import", file, "people", table, "--good-rows", "--json")
    assert (good.code, good.json["added"]) == (0, 1)
    assert call("search", file, "yilmaz", "--json").json["hits"][0]["name"] == "İpek Yılmaz"
    assert call("undo", file).code == 0
    assert call("info", file, "--json").json["counts"]["people"] == 5


def test_verify_and_backup(call: Call, file: Path) -> None:
    call("walkin", file, "--name", "Mariam Haidari")
    answer = call("verify", file, "--json")
    assert (answer.code, answer.json["ok"]) == (0, True)
    assert set(answer.json["checks"].values()) == {True}
    copy = file.with_name("copy.eventdesk")
    assert call("backup", file, "-o", copy).code == 0
    with Event.open(copy) as event:
        assert event.verify()["journal"] is True


def test_demo_rehearses_without_a_screen(call: Call, tmp_path: Path) -> None:
    answer = call("demo", "--headless", "--out", tmp_path / "demo", "--json")
    assert answer.code == 0
    outcomes = answer.json["verdicts"]
    assert outcomes.count("accepted") == 21
    assert outcomes.count("already_in") == 1
    assert outcomes.count("cancelled") == 1
    assert answer.json["counts"]["people"] == 701
    assert answer.json["counts"]["exhibitors"] == 81
    assert answer.json["inside"] == 21
    assert len(pypdfium2.PdfDocument(answer.json["badges"]["path"])) == answer.json["badges"]["pages"]


def test_without_json_people_read_lines_in_their_language(call: Call, file: Path) -> None:
    code = code_of(call, file, "demirtas")
    german = call("checkin", file, code, "--language", "de")
    assert german.out.startswith("Willkommen: Elif Demirtaş\n  Stand B-14")
    assert "In the house: 1 of 3 expected" in call("info", file, "--language", "en").out.splitlines()
    assert "Im Haus: 1 von 3 erwartet" in call("info", file, "--language", "de").out.splitlines()


def test_a_correction_at_the_desk_survives_the_same_list_again(call: Call, file: Path, folder: Path) -> None:
    with open_event(file) as event:
        (hit, *_) = search(event.db, "meyer")
        edit(event, hit.person, organisation="Kirchenkreis Peine")
    again = call("import", file, "people", folder / "people.csv", "--json")
    assert (again.json["changed"], again.json["unchanged"]) == (0, 5)
    hits = call("search", file, "meyer", "--json").json["hits"]
    assert [hit["organisation"] for hit in hits] == ["Kirchenkreis Peine"]
