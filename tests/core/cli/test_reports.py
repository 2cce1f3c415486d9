"""What is owed after the day, from the command line."""

import json
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.desk import open_event
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from eventdesk.people import records as people
from tests.core.cli.conftest import Call
from tests.core.pdf_text import words_of


@pytest.fixture
def after(call: Call, file: Path) -> Path:
    """Let two of the small event come in the morning; one leaves at noon."""
    with open_event(file) as event:
        codes = {person.foreign_id: person.code for person in people.everyone(event.db)}
    for ref, at in (("P1", "08:50"), ("P2", "09:10")):
        assert call("checkin", file, codes[ref], "--at", f"2027-03-06T{at}").code == 0
    assert call("checkin", file, codes["P1"], "--exit", "--at", "2027-03-06T12:00").code == 0
    return file


def test_figures_in_three_kinds_of_file(call: Call, after: Path, tmp_path: Path):
    for name in ("figures.pdf", "figures.xlsx"):
        assert call("report", "figures", after, "-o", tmp_path / name, "--language", "en").code == 0
        assert (tmp_path / name).stat().st_size > 1000
    out = tmp_path / "figures.json"
    answer = call("report", "figures", after, "-o", out, "--json").json
    assert (answer["people"]["came"], answer["people"]["no_shows"], answer["roles"]) == (2, 1, [])
    written = json.loads(out.read_text("utf-8"))
    assert written["people"] == answer["people"]
    exact = call("report", "figures", after, "-o", out, "--smallest-group", "1", "--json").json
    assert {group["code"]: group["came"] for group in exact["roles"]} == {"exhibitor": 1, "guest": 0, "participant": 1}


def test_attendance_as_a_paper_and_as_a_table(call: Call, after: Path, tmp_path: Path):
    out = tmp_path / "there.pdf"
    assert call("report", "attendance", after, "-o", out).code == 0
    (page,) = words_of(out)
    assert "Demirtaş, Elif" in page
    assert "12:00" in page
    assert call("report", "attendance", after, "-o", out, "--person", "Jörn Meyer-Lüerßen").code == 0
    assert "Demirtaş" not in words_of(out)[0]
    assert call("report", "attendance", after, "-o", tmp_path / "there.csv", "--json").json["people"] == 2
    assert call("report", "attendance", after, "-o", out, "--list", "to-sign", "--day", "2027-03-06").code == 0
    assert "Nechyporenko" in words_of(out)[0]


def test_certificates(call: Call, after: Path, tmp_path: Path):
    out = tmp_path / "certificates.pdf"
    answer = call("report", "certificates", after, "-o", out, "--json").json
    assert (answer["pages"], answer["papers"]) == (2, 2)
    first, second = words_of(out)
    assert "Elif Demirtaş" in first
    assert "Jörn Meyer-Lüerßen" in second
    assert call("report", "certificates", after, "-o", out, "--role", "Teilnehmende", "--json").json["pages"] == 1
    assert (
        call("report", "certificates", after, "-o", out, "--organisation", "kirchenkreis", "--json").json["pages"] == 1
    )
    assert call("report", "certificates", after, "-o", out, "--hours", "none").code == 0


def test_results(call: Call, after: Path, tmp_path: Path):
    out = tmp_path / "results.pdf"
    assert call("report", "results", after, "-o", out).code == 3
    assert not out.exists()
    with open_event(after) as event:
        set_findings(event, FindingKind.TABLE, 7, ["Mehr Räume am Abend"])
    assert call("report", "results", after, "-o", out, "--no-list", "--json").json["pages"] == 1
    assert "Mehr Räume am Abend" in words_of(out)[0]
    assert call("report", "results", after, "-o", out, "--no-list", "--no-large").code == 2


def test_where_nobody_came_there_is_nothing_to_write(call: Call, file: Path, tmp_path: Path):
    for verb in ("attendance", "certificates"):
        answer = call("report", verb, file, "-o", tmp_path / "no.pdf", "--language", "en")
        assert (answer.code, answer.err.count("\n")) == (3, 1)
        assert "scanned" in answer.err
        assert call("report", verb, file, "-o", tmp_path / "no.pdf", "--json").json["pages"] == 0
    assert call("report", "certificates", file, "-o", tmp_path / "yes.pdf", "--hours", "programme").code == 0
    assert len(words_of(tmp_path / "yes.pdf")) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        ("figures", "-o", "figures.csv"),
        ("certificates", "-o", "c.xlsx"),
        ("attendance", "-o", "a.csv", "--list", "to-sign"),
        ("attendance", "-o", "a.pdf", "--day", "2027-03-09"),
        ("certificates", "-o", "c.pdf", "--person", "Nobody"),
        ("certificates", "-o", "c.pdf", "--organisation", "Nobody"),
        ("certificates", "-o", "c.pdf", "--role", "Nobody"),
    ],
)
def test_wrong_usage_is_told(call: Call, after: Path, wrong: tuple[str, ...]):
    verb, *rest = wrong
    assert call("report", verb, after, *rest).code == 2


def test_what_certificates_say_is_read_and_changed(call: Call, after: Path, tmp_path: Path):
    usual = call("report", "wording", after, "--json").json
    assert "{name}" in usual["placeholders"]
    assert (usual["hours"], usual["logo"]) == ("scans", False)
    made = tmp_path / "logo.png"
    Image.new("RGB", (60, 20), "navy").save(made)
    changed = call(
        "report", "wording", after, "--json", "--set", "title=Nachweis", "--set", r"body=Eins {name}\nZwei",
        "--hours", "none", "--no-sessions", "--logo", made,
    ).json  # fmt: skip
    assert (changed["title"], changed["body"], changed["hours"]) == ("Nachweis", "Eins {name}\nZwei", "none")
    assert (changed["sessions"], changed["logo"], changed["signature"]) == (False, True, False)
    out = tmp_path / "c.pdf"
    assert call("report", "certificates", after, "-o", out).code == 0
    assert "Nachweis Elif Demirtaş" in words_of(out)[0]
    assert "Eins Elif Demirtaş Zwei" in words_of(out)[0]
    again = call("report", "wording", after, "--json", "--usual", "--hours", "scans", "--sessions", "--logo", "-").json
    assert again == usual
    assert "Nachweis" not in call("report", "wording", after).out


@pytest.mark.parametrize(
    "wrong",
    [
        ("--set", "titel=x"),
        ("--set", "title"),
        ("--set", "body={nmae}"),
        ("--set", "body={name"),
        ("--set", f"body={'x' * 2001}"),
        ("--logo", "missing.png"),
        ("--set", "title=x", "--logo", "missing.png"),
    ],
)
def test_a_wrong_text_or_picture_changes_nothing(call: Call, after: Path, wrong: tuple[str, ...]):
    before = call("report", "wording", after, "--json").json
    assert call("report", "wording", after, *wrong).code == 2
    assert call("report", "wording", after, "--json").json == before


def test_a_picture_that_cannot_be_printed_is_told_as_in_the_window(call: Call, after: Path, tmp_path: Path) -> None:
    drawing, large = tmp_path / "logo.svg", tmp_path / "gross.png"
    drawing.write_text("<svg/>", encoding="utf-8")
    large.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1_200_000))
    assert "„logo.svg“ ist kein Bild" in call("report", "wording", after, "--logo", drawing).err
    assert "„gross.png“ ist zu groß" in call("report", "wording", after, "--signature", large).err
