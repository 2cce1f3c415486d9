"""Results, figures, certificates and brochure: typed, shown, written."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from eventdesk.checkin import records as checkin
from eventdesk.checkin.actions import check_in_person
from eventdesk.desk import open_event
from eventdesk.findings.records import findings
from eventdesk.people import records as people
from eventdesk.reports.brochure.texts import texts_of
from eventdesk.reports.certificates.actions import wording
from eventdesk.reports.certificates.wording import Basis
from tests.ui.conftest import Answers
from tests.ui.reports_driver import ReportsDriver
from tests.ui.waiting import until
from ui.reports.figures.charts import BarChart, Columns
from ui.reports.flow.reports_flow import BROCHURE, CERTIFICATES, END, FIGURES, RESULTS

PDF, WORKBOOK = b"%PDF", b"PK"


def bodies(desk: ReportsDriver) -> set[tuple[str, ...]]:
    return {tuple(each.body for each in lines) for lines in findings(desk.event.db).values()}


# ---- results


def test_results_are_typed_one_after_the_other_and_never_lost(over: ReportsDriver) -> None:
    over.says("1 of")
    assert over.reports.results.editor.lines() == ["Mehr Treffpunkte"]
    over.presses("Ctrl+Down").types("Sprachcafés").presses("Enter").types("am Abend").presses("Ctrl+Enter")
    assert ("Sprachcafés", "am Abend") in bodies(over)
    over.types("Ein Fest").presses("Ctrl+1")
    assert ("Ein Fest",) in bodies(over)
    over.presses("Ctrl+B").says("3 of").presses("Ctrl+Z")
    assert ("Ein Fest",) not in bodies(over)
    assert ("Sprachcafés", "am Abend") in bodies(over)
    path = over.event.path
    over.types("Zuletzt getippt").application.close_event()
    with open_event(path) as event:
        lines = [each.body for found in findings(event.db).values() for each in found]
    assert "Zuletzt getippt" in lines


def test_results_are_found_by_letters_and_saved_large_and_as_a_list(
    over: ReportsDriver, answers: Answers, tmp_path: Path
) -> None:
    over.presses("F2").types("tisch 3").presses("Down", "Enter").types("Mehr Bänke").presses("Ctrl+T")
    assert ("Mehr Bänke",) in bodies(over)
    assert over.reports.results.name.text() == "Tisch 3"
    over.shows(RESULTS)
    large = over.saves("Save for the closing speech …", answers, tmp_path / "large.pdf")
    listed = over.saves("Save as a list …", answers, tmp_path / "list.pdf")
    assert large.startswith(PDF)
    assert listed.startswith(PDF)
    assert large != listed
    over.says("“list.pdf” was written.")


# ---- figures


def test_figures_are_shown_and_told_to_be_old_when_somebody_comes(
    over: ReportsDriver, answers: Answers, tmp_path: Path
) -> None:
    over.presses("Ctrl+T").says("68", "were there", "Counted at 22:00.")
    charts = [each for each in over.visible() if isinstance(each, BarChart)]
    assert all(each.lines and each.accessibleDescription() for each in charts)
    (columns,) = [each for each in over.visible() if isinstance(each, Columns)]
    assert columns.accessibleDescription().startswith("8 people in 5 minutes from")
    assert not over.reports.figures.again.isVisible()
    late = people.ids(over.event.db, 1, after=people.ids(over.event.db, 70)[-1])[0]
    check_in_person(over.event, late, checkin.points(over.event.db)[0])
    over.settles().says("something has changed since")
    over.clicks("Count anew").says("69").does_not_say("something has changed since")
    assert over.saves("Save PDF …", answers, tmp_path / "f.pdf").startswith(PDF)
    assert over.saves("Save workbook …", answers, tmp_path / "f.xlsx").startswith(WORKBOOK)
    shown = "\n".join(over.reads())
    assert not [each.name for each in people.everyone(over.event.db) if each.name in shown]


# ---- certificates


def test_certificates_follow_what_is_typed_and_are_written(
    over: ReportsDriver, answers: Answers, tmp_path: Path
) -> None:
    tab = over.shows(CERTIFICATES).reports.certificates
    over.says("68 certificates", "Page 1 of 68")
    before = tab.preview.view.image
    assert before is not None
    tab.wording.head.edit.setFocus()
    tab.wording.head.edit.selectAll()
    over.types("Urkunde")
    assert tab.preview.view.image != before
    assert over.saves("Save certificates …", answers, tmp_path / "c.pdf").startswith(PDF)
    assert over.reports.certificates.wording.wording().title == "Urkunde"
    over.presses("Ctrl+Z")
    assert tab.wording.head.text() != "Urkunde"
    assert wording(over.event).title != "Urkunde"
    assert over.saves("List of signatures …", answers, tmp_path / "s.pdf").startswith(PDF)
    assert over.saves("Attendance list …", answers, tmp_path / "a.pdf").startswith(PDF)
    assert over.saves("Table …", answers, tmp_path / "t.xlsx").startswith(WORKBOOK)
    picture = QImage(60, 20, QImage.Format.Format_RGB32)
    picture.fill(0)
    answers.path = tmp_path / "signature.png"
    picture.save(str(answers.path))
    over.clicks("Choose a signature …").clicks("Remove the signature")
    answers.path = tmp_path / "no.png"
    answers.path.write_text("no picture", encoding="utf-8")
    over.clicks("Choose a logo …").says("“no.png” cannot be used")


def test_whose_certificates_there_are_and_by_what(over: ReportsDriver) -> None:
    tab = over.shows(CERTIFICATES).reports.certificates
    wanted = tab.found[40]
    over.presses("F2").types(wanted.name)
    assert tab.preview.at == 40
    over.presses("Ctrl+Down")
    assert tab.preview.at == 41
    box = tab.whose.organisation
    box.setCurrentIndex(1)
    box.activated.emit(1)
    over.settles()
    assert len(tab.found) == int(box.currentText().rpartition("(")[2].rstrip(")"))
    tab.wording.basis.choose(1)
    tab.wording.basis.chosen.emit(1)
    over.settles().says("Hours and sessions are those of the programme")
    assert wording(over.event).basis is Basis.PROGRAMME
    tab.wording.body.setFocus()
    over.types("{wetter}").says("Nobody knows this placeholder: {wetter}")
    over.presses("Ctrl+T")
    assert "wetter" not in wording(over.event).body


# ---- brochure


def drawn(desk: ReportsDriver) -> bool:
    return desk.reports.brochure.preview.view.image is not None


def test_projects_are_ticked_and_their_pages_shown(fair: ReportsDriver, answers: Answers, tmp_path: Path) -> None:
    tab = fair.shows(BROCHURE).reports.brochure
    fair.says("18 of 81 projects are chosen")
    pages = tab.preview.pages
    assert pages > 8
    fair.clicks("None of these").says("0 of 81 projects are chosen")
    assert not drawn(fair)
    fair.clicks("Save the brochure …").says("Choose projects for the brochure first.")
    fair.turns_project("Bewerbungscafé Vechta").says("1 of 81 projects are chosen")
    assert drawn(fair)
    assert tab.preview.pages < pages
    tab.size_of.choose(1)
    tab.size_of.chosen.emit(1)
    fair.settles()
    assert fair.saves("Save the brochure …", answers, tmp_path / "b.pdf").startswith(PDF)
    fair.presses("Ctrl+Z").says("0 of 81 projects are chosen")


def test_only_contacts_of_those_who_agreed_are_written(fair: ReportsDriver, answers: Answers, tmp_path: Path) -> None:
    tab = fair.shows(BROCHURE).reports.brochure
    fair.clicks("Words")
    tab.texts.head.edit.setFocus()
    tab.texts.head.edit.selectAll()
    fair.types("Zwanzig Wege").clicks("Contacts").says("of 81 projects agreed", "of 700 people agreed")
    assert texts_of(fair.event.db).title == "Zwanzig Wege"
    tab.contacts.whom.choose(2)
    cards = fair.saves("vCards …", answers, tmp_path / "c.vcf")
    table = fair.saves("CSV …", answers, tmp_path / "c.csv")
    assert cards.startswith(b"BEGIN:VCARD")
    agreed = {each.email for each in people.everyone(fair.event.db) if "contact" in each.consents}
    refused = {each.email for each in people.everyone(fair.event.db) if each.email} - agreed
    written = {cell for line in csv.reader(table.decode("utf-8-sig").splitlines(), delimiter=";") for cell in line}
    assert written & agreed
    assert not written & refused


# ---- the page


def test_views_are_gone_through_by_keys_and_the_footer_follows(over: ReportsDriver) -> None:
    for at in (FIGURES, CERTIFICATES, BROCHURE, END, RESULTS):
        over.presses("Ctrl+T")
        assert over.reports.stack.currentIndex() == at
        assert QApplication.focusWidget() is not None
    over.presses("Ctrl+T").says("Count anew")
    over.application.preferences.language = "de"
    over.application.rebuild()
    over.settles()
    assert over.reports.stack.currentIndex() == FIGURES


@pytest.mark.parametrize("at", [FIGURES, CERTIFICATES, BROCHURE, END])
def test_what_was_read_for_a_window_that_was_made_anew_meanwhile_goes_nowhere(fair: ReportsDriver, at: int) -> None:
    fair.reports.show_tab(at)
    until(lambda: not fair.application.work.idle())
    _is_made_anew(fair)
    assert fair.reports.stack.currentIndex() == at


@pytest.mark.parametrize(("event", "at"), [("over", CERTIFICATES), ("fair", BROCHURE)])
def test_what_was_drawn_for_a_window_that_was_made_anew_meanwhile_goes_nowhere(
    event: str, at: int, request: pytest.FixtureRequest
) -> None:
    desk: ReportsDriver = request.getfixturevalue(event)
    desk.reports.show_tab(at)
    until(lambda: desk.flow.pictures.busy)
    _is_made_anew(desk)
    assert desk.reports.tab.preview.view.image is not None  # type: ignore[attr-defined]


def test_what_would_be_deleted_is_looked_for_again_in_a_window_that_was_made_anew(fair: ReportsDriver) -> None:
    fair.shows(END)
    fair.reports.end.finish.look_button.click()
    assert not fair.application.work.idle()
    _is_made_anew(fair)
    assert fair.reports.end.finish.look_button.isEnabled()


def _is_made_anew(desk: ReportsDriver) -> None:
    """Dress the window otherwise, and let the pages it had be gone at once."""
    desk.application.preferences.shade = "dark"
    desk.application.rebuild()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.settles()
