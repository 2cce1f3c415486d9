"""The verbs for brochure and contacts, called as a shell would."""

from pathlib import Path

import pytest

from tests.core.cli.conftest import Call


@pytest.fixture
def described(folder: Path) -> Path:
    """Let the one exhibitor be chosen, and two people agree to stand in a directory."""
    (folder / "exhibitors.csv").write_text(
        "exhibitor;name;theme;email;town;portrait;consents;brochure\n"
        "E1;Gemeinsam;Begegnung;g@example.org;Peine;Wir treffen uns.;contact;yes\n",
        "utf-8",
    )
    people = (folder / "people.csv").read_text("utf-8").splitlines()
    agreed = [f"{people[0]};consents", f"{people[1]};contact", *(f"{each};" for each in people[2:])]
    (folder / "people.csv").write_text("\n".join(agreed) + "\n", "utf-8")
    return folder


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_brochure(call: Call, described: Path, file: Path, tmp_path: Path, size: str):
    out = tmp_path / "b.pdf"
    answer = call("report", "brochure", file, "-o", out, "--size", size, "--json")
    assert answer.code == 0
    assert answer.json["projects"] == 1
    assert answer.json["pages"] % 4 == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "b.pdf" in call("report", "brochure", file, "-o", out).out


def test_without_a_chosen_project_the_answer_is_no(call: Call, file: Path, tmp_path: Path):
    out = tmp_path / "b.pdf"
    answer = call("report", "brochure", file, "-o", out, "--language", "en")
    assert answer.code == 3
    assert "--all" in answer.err
    assert not out.exists()
    assert call("report", "brochure", file, "-o", out, "--json").json["projects"] == 0
    assert call("report", "brochure", file, "-o", out, "--all", "--json").json["projects"] == 1


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "vcf", "pdf"])
def test_contacts(call: Call, described: Path, file: Path, tmp_path: Path, ending: str):
    out = tmp_path / f"c.{ending}"
    answer = call("report", "contacts", file, "-o", out, "--by", "theme", "--json")
    assert (answer.code, answer.json["contacts"]) == (0, 2)
    assert out.stat().st_size > 100
    assert call("report", "contacts", file, "-o", out, "--whom", "people", "--json").json["contacts"] == 1


def test_contacts_of_nobody(call: Call, file: Path, tmp_path: Path):
    answer = call("report", "contacts", file, "-o", tmp_path / "c.csv", "--json")
    assert (answer.code, answer.json) == (3, {"contacts": 0})
    assert not (tmp_path / "c.csv").exists()


def test_contacts_of_an_unknown_theme_or_town(call: Call, described: Path, file: Path, tmp_path: Path):
    out = tmp_path / "c.csv"

    def why(*options: str) -> str:
        answer = call("report", "contacts", file, "-o", out, "--language", "en", *options)
        assert answer.code == 3
        assert not out.exists()
        return answer.err

    assert "nobody has the theme “Quatsch”" in why("--theme", "Quatsch")
    assert "nobody comes from “Nirgends”" in why("--town", "Nirgends")
    assert "“Begegnung” and comes from “Nirgends”" in why("--theme", "Begegnung", "--town", "Nirgends")
    assert call("report", "contacts", file, "-o", out, "--town", "Peine", "--json").json["contacts"] == 1


def test_contacts_of_projects_only_if_people_agreed_only(call: Call, described: Path, tmp_path: Path):
    (described / "exhibitors.csv").unlink()
    file, out = tmp_path / "other.eventdesk", tmp_path / "c.csv"
    assert call("new", file, "--from", described).code == 0
    answer = call("report", "contacts", file, "-o", out, "--whom", "projects", "--language", "en")
    assert (answer.code, "No project has agreed" in answer.err) == (3, True)


def test_a_brochure_of_an_event_without_exhibitors(call: Call, folder: Path, tmp_path: Path):
    (folder / "exhibitors.csv").unlink()
    file, out = tmp_path / "other.eventdesk", tmp_path / "b.pdf"
    assert call("new", file, "--from", folder).code == 0
    for options in ([], ["--all"]):
        answer = call("report", "brochure", file, "-o", out, "--language", "en", *options)
        assert answer.code == 3
        assert "There are no exhibitors" in answer.err
        assert "--all" not in answer.err


@pytest.mark.parametrize(("verb", "name"), [("brochure", "b.docx"), ("contacts", "c.txt")])
def test_other_endings_are_refused(call: Call, file: Path, tmp_path: Path, verb: str, name: str):
    assert call("report", verb, file, "-o", tmp_path / name).code == 2
