"""Badges from the command line: whose, in which template, on which sheet, from which label, in which boxes."""

from pathlib import Path

import pypdfium2
import pytest

from eventdesk.badges import stock
from eventdesk.badges.actions_desk import replace_badge
from eventdesk.badges.stock import Chosen
from eventdesk.desk import open_event
from eventdesk.people import actions as people
from eventdesk.people import records as people_records
from tests.core.cli.conftest import Call

TEMPLATE = """name = "own"
title = "Eigenes"
width = 90
height = 54
[[front]]
box = "stack"
x = 5
y = 5
width = 80
height = 20
texts = [{ field = "name", max_size = 30, min_size = 8 }]
"""
SHEET = """[[sheet]]
name = "own"
title = "Eigener Bogen"
page_width = 200
page_height = 200
columns = 2
rows = 3
left = 5
top = 5
width = 92
height = 60
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


def pages(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path)
    try:
        sizes = [page.get_size() for page in document]
        return [(round(wide * 25.4 / 72), round(high * 25.4 / 72)) for wide, high in sizes]
    finally:
        document.close()


def texts(path: Path, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), [(105, 148)] * 4),
        (("--template", "card-classic"), [(90, 54)] * 4),
        (("--template", "a6-day-classic", "--only", "role=guest"), [(105, 148)] * 2),
        (("--sheet", "a4-4"), [(210, 297)]),
        (("--sheet", "a4-4", "--start-label", "2"), [(210, 297)] * 2),
        (("--sheet", "a4-4", "--duplex", "long", "--template", "a6-day-classic"), [(210, 297)] * 2),
        (("--sheet", "none", "--only", "organisation=Kirchenkreis"), [(105, 148)]),
        (("--only", "group=kurs a"), [(105, 148)] * 2),
        (("--only", "group=Kurs A,role=guest"), [(105, 148)]),
        (("--only", "state=cancelled"), [(105, 148)]),
        (("--sort", "sector", "--only", "not-printed,state=pending"), [(105, 148)]),
    ],
)
def test_what_comes_out(
    call: Call, file: Path, out: Path, options: tuple[str, ...], expected: list[tuple[int, int]]
) -> None:
    answer = call("badges", file, "-o", out, *options)
    assert (answer.code, answer.err) == (0, "")
    assert pages(out) == expected


def test_files_of_ones_own(call: Call, file: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(TEMPLATE, "utf-8")
    (tmp_path / "sheet.toml").write_text(SHEET, "utf-8")
    answer = call("badges", file, "-o", out, "--template", tmp_path / "own.toml", "--sheet", tmp_path / "sheet.toml")
    assert (answer.code, answer.err) == (0, "")
    assert pages(out) == [(200, 200)]


def test_what_the_event_has_chosen_is_printed_unless_somebody_says_otherwise(call: Call, file: Path, out: Path) -> None:
    with open_event(file) as event:
        stock.choose_design(event, Chosen(template="card-classic", sheet="a4-8", start=6))
    assert call("badges", file, "-o", out).code == 0
    assert pages(out) == [(210, 297)] * 2
    assert call("badges", file, "-o", out, "--start-label", "1").code == 0
    assert pages(out) == [(210, 297)]
    assert call("badges", file, "-o", out, "--sheet", "none", "--template", "a6-plain").code == 0
    assert pages(out) == [(105, 148)] * 4


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--template", "moon"), "moon"),
        (("--sheet", "moon"), "moon"),
        (("--template", "moon.toml"), "moon.toml"),
        (("--template", "wrong.toml"), "wrong.toml, line 3, “width”: “wide” does not fit. Expected: a number"),
        (("--sheet", "wrong-sheet.toml"), "wrong-sheet.toml, line 10, “width”: “192” does not fit. Expected: a number"),
        (("--sheet", "a4-4", "--start-label", "5"), "has 4 labels: it cannot begin at number 5"),
        (("--sheet", "a4-1", "--start-label", "2"), "has only one label: it cannot begin at number 2"),
        (("--sheet", "avery-l4785"), "“a6-classic” (105 × 148 mm) is too large for the sheet “avery-l4785”"),
        (("--start-label", "2"), "Without a sheet there are no labels"),
        (("--duplex", "long"), "Without a sheet there are no labels"),
        (("--boxes", "3", "--sort", "code"), "Boxes go by names"),
        (("--only", "state=gone"), "state=gone"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    call: Call, file: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.toml").write_text(TEMPLATE.replace("90", '"wide"'), "utf-8")
    (tmp_path / "wrong-sheet.toml").write_text(SHEET.replace("width = 92", "width = 192"), "utf-8")
    answer = call("badges", file, "-o", out, "--language", "en", *options)
    assert answer.code in {1, 2}
    assert said in answer.err
    assert not out.exists()


def test_boxes_stand_on_the_badges_and_are_told_at_the_door(call: Call, file: Path, out: Path) -> None:
    assert call("badges", file, "-o", out, "--boxes", "2", "--mark-printed").code == 0
    assert "D–M" in texts(out)
    answer = call("checkin", file, "TICKET-2", "--json").json
    assert answer["outcome"] == "accepted"
    assert answer["box"] == {"name": "D–M", "number": 2}
    with open_event(file) as event:
        codes = {person.given_name: person.code for person in people_records.everyone(event.db)}
    assert "  Box D–M · no. 1\n" in call("checkin", file, codes["Elif"], "--language", "en").out


def test_a_list_from_before_does_not_bring_a_lost_badge_back(call: Call, file: Path, tmp_path: Path) -> None:
    """Somebody exports the list, a badge is lost and replaced, and the list comes back with corrections."""
    listed = tmp_path / "people.csv"
    assert call("export", file, "people", "-o", listed).code == 0
    with open_event(file) as event:
        elif_ = next(person for person in people_records.everyone(event.db) if person.given_name == "Elif")
        done = replace_badge(event, elif_.id, "lost")
    listed.write_text(listed.read_text("utf-8-sig").replace("Bürgerinitiative Gemeinsam in", "Verein"), "utf-8")
    assert call("import", file, "people", listed).code == 0
    with open_event(file) as event:
        (after,) = (person for person in people_records.everyone(event.db) if person.given_name == "Elif")
        assert (after.id, after.code, after.organisation) == (elif_.id, done.person.code, "Verein Salzgitter")
    refused = call("checkin", file, done.old_code, "--json")
    assert (refused.code, refused.json["outcome"]) == (3, "replaced_badge")
    assert call("checkin", file, done.person.code, "--json").json["outcome"] == "accepted"


def test_changed_since_print_goes_by_what_is_printed_now(call: Call, file: Path, out: Path) -> None:
    changed = ("badges", file, "-o", out, "--only", "changed", "--json")
    assert call(*changed).code == 3
    assert call("badges", file, "-o", out, "--mark-printed").code == 0
    assert call(*changed).code == 3
    with open_event(file) as event:
        elif_ = next(person for person in people_records.everyone(event.db) if person.given_name == "Elif")
        people.edit(event, elif_.id, organisation="Verein")
    assert call(*changed).json["badges"] == 1
    assert call(*changed, "--template", "a6-plain").json["badges"] == 4
