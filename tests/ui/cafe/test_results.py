"""What tables found, typed in during the break; and the papers."""

from pathlib import Path

from tests.ui.cafe_driver import CafeDriver
from tests.ui.conftest import Answers
from tests.ui.waiting import until
from ui.cafe.flow.papers import Paper


def lines(seated: CafeDriver, ref: str) -> list[str]:
    return [each.body for each in seated.flow.results().get(seated.table(ref), ())]


def test_results_are_typed_table_by_table_and_never_lost(seated: CafeDriver) -> None:
    seated.presses("Ctrl+T").cafe_page.results.editor.insertPlainText("Mehr Treffpunkte\nEin Fest im Juni")
    seated.presses("Ctrl+Enter")
    assert lines(seated, "T01") == ["Mehr Treffpunkte", "Ein Fest im Juni"]
    seated.types("Sprachcafés am Abend").presses("Ctrl+1")
    assert lines(seated, "T02") == ["Sprachcafés am Abend"]
    seated.presses("Ctrl+6").says("2 of 13 tables have results")
    assert seated.cafe_page.results.list.item(0).text() == "Tisch 1 · 2 lines"
    seated.presses("Ctrl+Up")
    assert seated.cafe_page.results.editor.lines() == ["Mehr Treffpunkte", "Ein Fest im Juni"]
    host = seated.cafe.host_name(seated.cafe.tables[0])
    assert {each.author for each in seated.flow.results()[seated.table("T01")]} == {host}
    seated.presses("Ctrl+Z")
    assert lines(seated, "T02") == []
    seated.types("Eigenes")
    seated.flow.note(seated.table("T02"), ["Fremdes"], "")
    seated.settles()
    assert "Eigenes" in seated.cafe_page.results.editor.lines()[-1] + seated.cafe_page.results.editor.lines()[0]
    seated.presses("Ctrl+Down")
    assert seated.cafe_page.results.editor.lines() == ["Fremdes"]
    seated.presses("Ctrl+T").clicks_table("T03").clicks("Results …")
    assert seated.cafe_page.results.name.text() == "Tisch 3"
    assert seated.cafe_page.results.editor.hasFocus()


def test_what_is_typed_when_the_file_is_closed_or_the_language_changes_is_kept(seated: CafeDriver) -> None:
    seated.presses("Ctrl+T").types("Angefangen")
    seated.application.preferences.shade = "dark"
    seated.application.rebuild()
    seated.settles()
    assert seated.cafe_page.results.editor.lines() == ["Angefangen"]
    path = seated.event.path
    seated.cafe_page.results.editor.insertPlainText("Neu ")
    seated.application.close_event()
    seated.settles().application.open(path)
    again = CafeDriver.at(seated.settles())
    assert lines(again, "T01") in (["Neu Angefangen"], ["AngefangenNeu "])


def test_every_paper_is_made(seated: CafeDriver, answers: Answers, tmp_path: Path) -> None:
    seated.flow.note(seated.table("T02"), ["Mehr Bänke"], "")
    seated.presses("Ctrl+P")
    for paper in Paper:
        seated.tab.papers.choose(paper)
        answers.path = tmp_path / f"{paper.value}.pdf"
        seated.clicks("Save …")
        until(seated.application.work.idle)
        assert answers.path.read_bytes().startswith(b"%PDF"), paper
    seated.settles()
    assert seated.cafe.is_printed
    seated.presses("Esc", "F6").thinks().says("Who has a card keeps it")


def test_a_name_that_is_half_typed_when_the_file_is_closed_is_kept(seated: CafeDriver) -> None:
    results = seated.presses("Ctrl+T").cafe_page.results
    results.editor.insertPlainText("Ein Fest im Juni")
    seated.presses("Tab")
    results.author.edit.selectAll()
    seated.types("Anke")
    path = seated.event.path
    seated.application.close_event()
    assert results.flow.draft is None
    seated.settles().application.open(path)
    again = CafeDriver.at(seated.settles())
    found = again.flow.results()[again.table("T01")]
    assert [(each.body, each.author) for each in found] == [("Ein Fest im Juni", "Anke")]
