"""An event is finished, made anew for next time, and one person told or erased, from the command line."""

import json
from pathlib import Path

import pytest

from eventdesk import paths
from eventdesk.desk import open_event
from eventdesk.people import records as people
from eventdesk.people.consent import Consent
from tests.core.cli.conftest import Call


@pytest.fixture
def file(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "harburg.eventdesk"
    assert call("new", path, "--from", paths.seeds() / "harburg-integrationskonferenz").code == 0
    return path


def test_it_is_told_first_what_finishing_would_delete(call: Call, file: Path, tmp_path: Path) -> None:
    call("export", file, "people", "-o", tmp_path / "liste.csv")
    before = file.read_bytes()
    answer = call("finish", file, "--json")
    assert answer.code == 3
    assert answer.json["finished"] is False
    assert answer.json["delete"] == [str(tmp_path / "liste.csv")]
    told = call("finish", file)
    assert str(tmp_path / "liste.csv") in told.out
    assert "--yes" in told.out
    assert file.read_bytes() == before


def test_finishing_leaves_figures_and_nobody(call: Call, file: Path, tmp_path: Path) -> None:
    call("export", file, "people", "-o", tmp_path / "liste.csv")
    call("backup", file, "-o", tmp_path / "kopie.eventdesk")
    answer = call("finish", file, "-o", tmp_path / "bleibt", "--yes", "--json")
    assert (answer.code, answer.json["traces"], answer.json["kept"]) == (0, 0, [])
    assert sorted(answer.json["deleted"]) == sorted(str(tmp_path / name) for name in ("liste.csv", "kopie.eventdesk"))
    written = [Path(name) for name in answer.json["written"]]
    assert {path.suffix for path in written} == {".pdf", ".xlsx"}
    assert all(path.parent == tmp_path / "bleibt" and path.stat().st_size > 1000 for path in written)
    assert call("info", file, "--json").json["counts"]["people"] == 0
    assert call("verify", file).code == 0


def test_a_finished_event_keeps_its_figures(call: Call, file: Path, tmp_path: Path) -> None:
    with open_event(file) as event:
        everybody = people.everyone(event.db)
    for person in everybody[:7]:
        call("checkin", file, person.code, "--at", "2017-06-15T17:30")
    assert call("prize", "new", file, "--title", "Preis", "--entry", "A", "--entry", "B").code == 0
    assert call("prize", "ballots", file, "-o", tmp_path / "z.pdf", "--number", "3").code == 0
    assert call("prize", "open", file).code == 0
    assert call("prize", "close", file).code == 0
    before = call("report", "figures", file, "-o", tmp_path / "a.json", "--json").json
    first = call("finish", file, "-o", tmp_path / "eins", "--yes", "--json").json
    assert sorted(Path(name).suffix for name in first["written"]) == [".pdf", ".pdf", ".xlsx"]
    after = call("report", "figures", file, "-o", tmp_path / "b.json", "--json").json
    assert {**after, "path": ""} == {**before, "path": ""}
    assert after["people"]["came"] == 7
    assert call("report", "figures", file, "-o", tmp_path / "b.pdf").code == 0
    again = call("finish", file, "-o", tmp_path / "zwei", "--yes", "--json")
    assert (again.code, again.json["finished"], again.json["delete"]) == (3, False, [])
    assert not (tmp_path / "zwei").exists()
    assert all(Path(name).exists() for name in first["written"])


def test_what_is_to_stay_is_not_proposed_for_deletion(call: Call, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.eventdesk"
    assert call("new", other, "--from", paths.seeds() / "harburg-integrationskonferenz").code == 0
    assert call("finish", file, "-o", tmp_path / "bleibt", "--yes").code == 0
    for name, least in (
        ("f.pdf", "5"),
        ("f.xlsx", "5"),
        ("f.json", "5"),
        ("e.pdf", "1"),
        ("e.xlsx", "1"),
        ("e.json", "1"),
    ):
        assert call("report", "figures", other, "-o", tmp_path / name, "--smallest-group", least).code == 0
    assert call("finish", other, "--json").json["delete"] == [
        str(tmp_path / f"e.{kind}") for kind in ("json", "xlsx", "pdf")
    ]


def test_the_next_event_and_its_regulars(call: Call, file: Path, tmp_path: Path) -> None:
    later = tmp_path / "neun.eventdesk"
    answer = call("next", file, "-o", later, "--starts", "2018-06-14T17:00", "--ends", "2018-06-14T21:00", "--json")
    assert answer.code == 0
    with open_event(file) as event:
        agreed = [each for each in people.everyone(event.db) if Consent.INVITE in each.consents]
        assert answer.json["people"] == len(agreed)
    assert call("regulars", later, "--json").json == {"times": {}, "people": []}
    assert call("next", file, "-o", later).code == 1
    assert call("next", file, "-o", tmp_path / "x.eventdesk", "--starts", "morgen").code == 2


def test_one_person_gets_their_data_and_is_erased(call: Call, file: Path, tmp_path: Path) -> None:
    with open_event(file) as event:
        person = people.everyone(event.db)[0]
    out = tmp_path / "auskunft.json"
    assert call("about", file, person.code, "-o", out).code == 0
    assert json.loads(out.read_text("utf-8"))["person"]["family_name"] == person.family_name
    assert call("erase", file, person.name).code == 3
    call("backup", file, "-o", tmp_path / "kopie.eventdesk")
    answer = call("erase", file, person.name.upper(), "--yes", "--json")
    assert (answer.code, answer.json["backups"]) == (0, [str(tmp_path / "kopie.eventdesk")])
    assert person.name.encode() not in file.read_bytes()
    assert call("erase", file, person.name, "--yes").code == 1


def test_who_is_meant_must_be_clear(call: Call, file: Path, tmp_path: Path) -> None:
    nobody = call("about", file, "Niemand Hier", "-o", tmp_path / "a.json")
    assert nobody.code == 1
    assert "Niemand Hier" in nobody.err
    with open_event(file) as event:
        person = people.everyone(event.db)[0]
        from eventdesk.people.actions import add
        from eventdesk.people.person import Person

        add(event, Person(0, person.given_name, person.family_name))
    twice = call("erase", file, person.name, "--yes")
    assert twice.code == 1
    assert "2" in twice.err


def test_an_event_that_cannot_be_made_is_told_by_the_name_that_was_given(
    call: Call, file: Path, tmp_path: Path
) -> None:
    wanted = tmp_path / "missing" / "n.eventdesk"
    for verb in (
        ("next", file, "-o", wanted),
        ("new", wanted, "--from", paths.seeds() / "harburg-integrationskonferenz"),
    ):
        answer = call(*verb, "--language", "en")
        assert answer.code == 1
        assert f"“{wanted}” cannot be written" in answer.err
        assert ".n.eventdesk" not in answer.err
