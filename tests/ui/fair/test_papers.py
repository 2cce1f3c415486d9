"""Papers of the fair from the page."""

from pathlib import Path

from tests.ui.conftest import Answers
from tests.ui.fair_driver import FairDriver
from tests.ui.waiting import until


def test_a_paper_is_written(page: FairDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "plan.pdf"
    page.presses("Ctrl+P").clicks("Save as PDF …")
    until(page.application.work.idle)
    page.rests()
    assert answers.path.read_bytes().startswith(b"%PDF")
    page.says("The paper is in “plan.pdf”.")
    assert page.flow.versions()[0].name == "Print"
    page.presses("Esc").drags_booth("F-04", "F-05")
    page.says("Since “Print”", "Reprint: one sign")
