"""Bad input of every kind: one plain sentence, the right exit code, no traceback, nothing lost."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.desk import open_event
from tests.core.cli.conftest import Call

Make = Callable[[Path, Path], list[object]]


def _foreign(file: Path, tmp: Path) -> list[object]:
    other = sqlite3.connect(tmp / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    return ["info", tmp / "other.db"]


def _damaged(file: Path, tmp: Path) -> list[object]:
    data = file.read_bytes()
    (tmp / "half.eventdesk").write_bytes(data[: len(data) // 2])
    return ["info", tmp / "half.eventdesk"]


def _newer(file: Path, tmp: Path) -> list[object]:
    raw = sqlite3.connect(file)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    return ["walkin", file, "--name", "Mariam"]


def _read_only(file: Path, tmp: Path) -> list[object]:
    file.chmod(0o444)
    return ["checkin", file, "TICKET-2"]


def _written(tmp: Path, name: str, data: bytes) -> Path:
    path = tmp / name
    path.write_bytes(data)
    return path


def _bad_folder(file: Path, tmp: Path) -> list[object]:
    source = tmp / "bad"
    source.mkdir()
    (source / "event.toml").write_text('title = "X"\nstarts = "gestern"\n', "utf-8")
    (source / "booths.csv").write_text("booth;hall;x_m;y_m;width_m;depth_m\nA;H9;eins;0;3;2\n", "utf-8")
    return ["new", tmp / "new.eventdesk", "--from", source]


def _bad_toml(file: Path, tmp: Path) -> list[object]:
    source = tmp / "bad"
    source.mkdir()
    (source / "event.toml").write_text('title = "X\n', "utf-8")
    return ["new", tmp / "new.eventdesk", "--from", source]


CASES: dict[str, tuple[Make, int, str]] = {
    "no file": (lambda file, tmp: ["info", tmp / "none.eventdesk"], 1, "gibt es nicht"),
    "a folder": (lambda file, tmp: ["info", tmp], 1, "kann nicht gelesen werden"),
    "foreign SQLite": (_foreign, 1, "keine eventdesk-Datei"),
    "damaged": (_damaged, 1, "beschädigt"),
    "newer": (_newer, 1, "neueren eventdesk"),
    "read-only": (_read_only, 1, "schreibgeschützt"),
    "exists": (lambda file, tmp: ["new", file, "--title", "X"], 1, "gibt es schon"),
    "no folder to write": (lambda file, tmp: ["new", tmp / "no" / "x.eventdesk"], 1, "kann nicht geschrieben"),
    "no such point": (lambda file, tmp: ["checkin", file, "TICKET-2", "--point", "Nord"], 1, "Haupteingang, Saal 1"),
    "not a time": (lambda file, tmp: ["checkin", file, "TICKET-2", "--at", "morgen"], 1, "keine Zeitangabe"),
    "no name": (lambda file, tmp: ["walkin", file, "--name", "  "], 1, "Name wird gebraucht"),
    "no such entry": (lambda file, tmp: ["undo", file, "--entry", "abc.1"], 1, "keinen Eintrag"),
    "no such sample": (lambda file, tmp: ["demo", "woodstock", "--headless"], 1, "integrationskonferenz-4"),
    "no such table": (lambda file, tmp: ["import", file, "people", tmp / "none.csv"], 1, "gibt es nicht"),
    "binary table": (
        lambda file, tmp: ["import", file, "people", _written(tmp, "x.csv", b"\x00\x01\x02" * 99)], 1, "keinen Text",
    ),
    "broken workbook": (
        lambda file, tmp: ["import", file, "people", _written(tmp, "x.xlsx", b"PK\x03\x04" + b"x" * 99)],
        1,
        "beschädigt",
    ),
    "empty table": (lambda file, tmp: ["import", file, "people", _written(tmp, "x.csv", b"")], 1, "leer"),
    "no names in it": (lambda file, tmp: ["import", file, "people", _written(tmp, "x.csv", b"a;b\n1;2\n")], 1, "Namen"),
    "bad cells": (_bad_folder, 3, "booths.csv"),
    "bad TOML": (_bad_toml, 1, "event.toml"),
    "unknown kind of file": (lambda file, tmp: ["export", file, "people", "-o", tmp / "x.doc"], 1, ".xlsx und .json"),
    "nowhere to export": (lambda file, tmp: ["export", file, "people", "-o", tmp / "n" / "x.csv"], 1, "geschrieben"),
    "nowhere to back up": (lambda file, tmp: ["backup", file, "-o", tmp / "n" / "x.eventdesk"], 1, "geschrieben"),
    "badges of nobody": (lambda file, tmp: ["badges", file, "-o", tmp / "x.pdf", "--only", "role=pilot"], 3, ""),
    "badges by nonsense": (lambda file, tmp: ["badges", file, "-o", tmp / "x.pdf", "--only", "moon"], 2, "moon"),
    "unknown verb": (lambda file, tmp: ["fly", file], 2, "fly"),
    "missing argument": (lambda file, tmp: ["checkin"], 2, "FILE"),
    "unknown option": (lambda file, tmp: ["info", file, "--fast"], 2, "--fast"),
    "unknown export": (lambda file, tmp: ["export", file, "moons", "-o", tmp / "x.csv"], 2, "moons"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_in_one_sentence(call: Call, file: Path, tmp_path: Path, case: str) -> None:
    make, code, sentence = CASES[case]
    answer = call(*make(file, tmp_path))
    assert answer.code == code, answer
    assert sentence in answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert "Error(" not in answer.err
    if code == 1:
        assert len(answer.err.strip().splitlines()) == 1
    assert not (tmp_path / "new.eventdesk").exists()


def test_a_second_instance_is_told(call: Call, file: Path) -> None:
    with open_event(file):
        answer = call("checkin", file, "TICKET-2")
    assert answer.code == 1
    assert "schon in einem anderen Fenster" in answer.err
    assert call("checkin", file, "TICKET-2").code == 0


def test_a_newer_or_read_only_file_can_still_be_looked_at(call: Call, file: Path) -> None:
    file.chmod(0o444)
    assert call("info", file, "--json").json["counts"]["people"] == 5
    assert call("search", file, "elif", "--json").json["hits"]
    assert call("verify", file, "--json").json["ok"] is True
    assert call("journal", file).code == 0


def test_no_paper_takes_the_place_of_an_event(call: Call, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.eventdesk"
    call("new", other, "--title", "Anderes")
    link = tmp_path / "link.json"
    link.symlink_to(file)
    before = file.read_bytes(), other.read_bytes()
    for arguments, code in (
        (("backup", file, "-o", file), 1),
        (("backup", file, "-o", other), 1),
        (("backup", link, "-o", link), 1),
        (("badges", file, "-o", file), 2),
        (("export", file, "journal", "-o", link), 1),
    ):
        answer = call(*arguments)
        assert answer.code == code, answer
        assert (file.read_bytes(), other.read_bytes()) == before
    assert link.is_symlink()


def test_a_backup_replaces_an_older_one_of_the_same_event(call: Call, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.eventdesk"
    assert call("backup", file, "-o", copy).code == 0
    call("walkin", file, "--name", "Mariam Haidari")
    assert call("backup", file, "-o", copy).code == 0
    assert call("info", copy, "--json").json["counts"]["people"] == 6


def test_undo_does_not_take_the_only_entrance_of_a_new_event(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "e.eventdesk"
    call("new", file)
    assert call("undo", file).code == 3
    assert call("walkin", file, "--name", "Mariam Haidari").code == 0


HOSTILE: dict[str, tuple[list[object], int]] = {
    "deep JSON as a code": (["checkin", "FILE", '{"a":' * 1500], 3),
    "very early": (["checkin", "FILE", "TICKET-2", "--at", "0001-01-01T00:00"], 1),
    "very late": (["checkin", "FILE", "TICKET-2", "--at", "9999-12-31T23:59:59-12:00"], 1),
    "two centuries ago": (["checkin", "FILE", "TICKET-2", "--at", "1800-01-01T00:00"], 1),
    "endless journal": (["journal", "FILE", "--limit", "9" * 23], 2),
    "foreign language": (["info", "FILE", "--language", "../../etc"], 2),
    "bytes in a name": (["walkin", "FILE", "--name", "Mariam \udcff"], 0),
    "bytes in a search": (["search", "FILE", "\udcff\udcfeabc"], 0),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_words_never_show_a_fault_of_ours(call: Call, file: Path, case: str) -> None:
    arguments, code = HOSTILE[case]
    answer = call(*(file if argument == "FILE" else argument for argument in arguments))
    assert answer.code == code, answer
    assert "Error" not in answer.err.replace("Error: Invalid value", "")


def test_a_pipe_is_no_event_file(call: Call, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    answer = call("info", tmp_path / "pipe")
    assert answer.code == 1
    assert "kann nicht gelesen werden" in answer.err
