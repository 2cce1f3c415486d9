"""The papers of the fair from the command line."""

from pathlib import Path

import pypdfium2
import pytest

from eventdesk.event import Event
from eventdesk.fair.actions import place
from eventdesk.fair.actions_plans import versions
from eventdesk.fair.records import booths, exhibitors
from tests.core.cli.conftest import Call
from tests.core.pdf_text import texts


@pytest.fixture
def fair(call: Call, folder: Path, tmp_path: Path) -> Path:
    """Create an event with two halls, four booths, three exhibitors of whom two stand somewhere."""
    (folder / "halls.csv").write_text("hall;name;width_m;depth_m\nH1;Halle 1;20;10\nFO;Foyer;8;6\n", "utf-8")
    (folder / "booths.csv").write_text(
        "booth;hall;island;x_m;y_m;width_m;depth_m;power\nB-14;H1;B;1,5;2;3;2;1\nB-15;H1;B;4,5;2;3;2;0\n"
        "B-16;H1;B;7,5;2;3;2;0\nF-01;FO;F;1;1;3;2;0\n",
        "utf-8",
    )
    (folder / "exhibitors.csv").write_text(
        "exhibitor;name;theme;pinned;contact;blurb\nE1;Gemeinsam;Begegnung;B-14;Anke Schröder;Wir alle.\n"
        "E2;Sprachcafé;Sprache;F-01;;\nE3;Lotsen;Beratung;;;\n",
        "utf-8",
    )
    target = tmp_path / "fair.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    return target


def test_a_plan_for_each_hall(call: Call, fair: Path, tmp_path: Path):
    out = tmp_path / "plan.pdf"
    answer = call("fair", "plan", fair, "-o", out, "--json")
    assert answer.code == 0
    assert (answer.json["pages"], answer.json["papers"]) == (2, 2)
    foyer, first = texts(out)
    assert ("F-01" in foyer, "Sprachcafé" in foyer, "B-14" in first, "B-16" in first) == (True, True, True, True)


def test_what_kind_of_plan_is_wanted(call: Call, fair: Path, tmp_path: Path):
    out = tmp_path / "plan.pdf"
    assert (
        call("fair", "plan", fair, "-o", out, "--size", "A3", "--portrait", "--no-names", "--hall", "halle 1").code == 0
    )
    document = pypdfium2.PdfDocument(out)
    assert [[round(edge / 72 * 25.4) for edge in page.get_size()] for page in document] == [[297, 420]]
    document.close()
    assert "Gemeinsam" not in texts(out)[0]
    assert call("fair", "plan", fair, "-o", out, "--together", "--json").json["pages"] == 1


def test_signs_for_those_who_stand_somewhere(call: Call, fair: Path, tmp_path: Path):
    out = tmp_path / "signs.pdf"
    assert call("fair", "signs", fair, "-o", out, "--json").json["papers"] == 2
    assert call("fair", "signs", fair, "-o", out, "--only", "E2", "--size", "A3").code == 0
    assert ["Sprachcafé" in text for text in texts(out)] == [True]
    none = call("fair", "signs", fair, "-o", tmp_path / "none.pdf", "--only", "E3")
    assert (none.code, none.out) == (3, "")
    assert none.err.strip()
    assert not (tmp_path / "none.pdf").exists()


def test_lists(call: Call, fair: Path, tmp_path: Path):
    for verb, told in (("directory", "Anke Schröder"), ("index", "Begegnung"), ("setup", "B-16")):
        out = tmp_path / f"{verb}.pdf"
        assert call("fair", verb, fair, "-o", out).code == 0
        assert told in " ".join(texts(out))


def test_nothing_to_compare_with_is_a_no(call: Call, fair: Path, tmp_path: Path):
    for verb in ("changes", "runner"):
        answer = call("fair", verb, fair, "-o", tmp_path / "x.pdf", "--json")
        assert (answer.code, answer.json["pages"]) == (3, 0)
        assert not (tmp_path / "x.pdf").exists()


def test_changes_since_a_version(call: Call, fair: Path, tmp_path: Path):
    assert call("fair", "apply", fair, "--name", "Plan").code == 0
    changes, runner, signs = (tmp_path / f"{name}.pdf" for name in ("changes", "runner", "signs"))
    assert call("fair", "changes", fair, "-o", changes).code == 0
    assert "Lotsen" in texts(changes)[0]
    assert call("fair", "runner", fair, "-o", runner).code == 0
    assert "Lotsen" in " ".join(texts(runner))
    assert call("fair", "signs", fair, "-o", signs, "--changed").code == 0
    assert ["Lotsen" in text for text in texts(signs)] == [True]
    assert call("fair", "changes", fair, "-o", changes, "--since", "nothing").code == 3


def test_what_was_printed_is_kept_so_that_changes_since_are_told(call: Call, fair: Path, tmp_path: Path):
    signs, changes = tmp_path / "signs.pdf", tmp_path / "changes.pdf"
    assert call("fair", "plan", fair, "-o", tmp_path / "plan.pdf").code == 0
    assert call("fair", "signs", fair, "-o", signs).code == 0
    with Event.open(fair) as event:
        (printed,) = versions(event.db)
        (who,) = [each.id for each in exhibitors(event.db) if each.ref == "E1"]
        (booth,) = [each.id for each in booths(event.db) if each.ref == "B-16"]
        place(event, who, [booth], anyway=True)
    assert call("fair", "changes", fair, "-o", changes, "--since", printed.name).code == 0
    assert "B-16" in texts(changes)[0]
    assert call("fair", "signs", fair, "-o", signs, "--only", "E2").code == 0
    assert call("fair", "signs", fair, "-o", signs, "--changed").code == 0
    with Event.open(fair) as event:
        assert len(versions(event.db)) == 2


@pytest.mark.parametrize(
    "wrong",
    [("plan", "--hall", "H9"), ("signs", "--only", "E9"), ("plan", "--size", "A9"), ("plan", "-o", "plan.txt")],
)
def test_wrong_usage(call: Call, fair: Path, tmp_path: Path, wrong: tuple[str, ...]):
    verb, *options = wrong
    assert call("fair", verb, fair, "-o", tmp_path / "x.pdf", *options).code == 2


def test_what_did_not_fit_is_told(call: Call, folder: Path, tmp_path: Path):
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    (folder / "halls.csv").write_text("hall;name;width_m;depth_m\nH1;Halle 1;200;100\n", "utf-8")
    (folder / "exhibitors.csv").write_text(f"exhibitor;name;theme;pinned\nE1;{long} 李;Begegnung;B-14\n", "utf-8")
    file = tmp_path / "long.eventdesk"
    assert call("new", file, "--from", folder).code == 0
    answer = call("fair", "plan", file, "-o", tmp_path / "plan.pdf")
    assert answer.code == 0
    assert answer.out.count("B-14") == 2
    assert "李" in answer.out
