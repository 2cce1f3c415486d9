"""What the brochure tells of a project: typed, ticked, given a picture; undone, kept when the file is closed."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from eventdesk import log, outputs
from eventdesk.badges.stock import LARGEST_PICTURE, picture_bytes
from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.fair import records
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.findings.records import findings
from eventdesk.people.consent import Consent
from tests.ui.conftest import Answers
from tests.ui.reports_driver import ReportsDriver
from tests.ui.test_shell import raise_version
from tests.ui.waiting import until
from ui.reports.brochure.editor_card import EditorCard
from ui.reports.flow.reports_flow import BROCHURE, CERTIFICATES, FIGURES
from ui.widgets.field import Field

NAME = "Bewerbungscafé Vechta"


def project(event: Event, name: str = NAME) -> Exhibitor:
    (found,) = [each for each in records.exhibitors(event.db) if each.name == name]
    return found


def editor(desk: ReportsDriver) -> EditorCard:
    return desk.reports.brochure.describing.card


def opens(desk: ReportsDriver, name: str = NAME) -> EditorCard:
    """Look for a project, and open it by the keys."""
    desk.shows(BROCHURE).presses("F2").types(name).presses("Enter", "Enter")
    assert desk.reports.brochure.describing.project == project(desk.event, name).id
    return editor(desk)


def types_into(desk: ReportsDriver, name: str, text: str) -> None:
    field = editor(desk).fields[name]
    edit = field.edit if isinstance(field, Field) else field
    edit.setFocus()
    edit.selectAll()
    desk.types(text)


def photograph(path: Path, wide: int = 1500, high: int = 1000, colour: str = "#3060a0") -> Path:
    picture = QImage(wide, high, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    assert picture.save(str(path))
    return path


def chooses(desk: ReportsDriver, answers: Answers, path: Path) -> None:
    answers.path = path
    editor(desk).choose.click()
    until(desk.application.work.idle)
    desk.settles()


def test_what_is_typed_is_written_when_one_goes_on_and_undone(empty: ReportsDriver) -> None:
    before = project(empty.event)
    card = opens(empty)
    empty.says(NAME, "Still lacking: no portrait")
    empty.types("Wir üben Vorstellungsgespräche.").presses("Tab")
    assert project(empty.event).portrait == "Wir üben Vorstellungsgespräche."
    empty.says("Written.").does_not_say("Still lacking: no portrait")
    types_into(empty, "phone", "04441 12 34")
    empty.reports.brochure.projects.search.clear()
    empty.presses("Ctrl+Enter")
    assert project(empty.event).phone == "04441 12 34"
    assert card.title.text() != NAME, "it went on to the next project"
    empty.presses("Ctrl+Up")
    assert card.title.text() == NAME
    empty.presses("Ctrl+Z")
    assert project(empty.event).phone == before.phone
    assert card.fields["phone"].text() == before.phone  # type: ignore[union-attr]
    types_into(empty, "town", "Nicht gemeint")
    empty.presses("Esc")
    assert card.fields["town"].text() == before.town  # type: ignore[union-attr]
    empty.presses("Esc").says("0 of 81 projects are chosen")
    assert project(empty.event).town == before.town
    assert empty.reports.brochure.projects.list.hasFocus()


def test_the_page_follows_what_a_project_is_told_and_may_print(empty: ReportsDriver) -> None:
    tab = empty.shows(BROCHURE).reports.brochure
    opens(empty)
    empty.ticks("Stands in the brochure")
    assert project(empty.event).brochure
    assert tab.preview.at > 1, "its page is shown, which comes behind the contents"
    shown = tab.preview.view.image
    types_into(empty, "portrait", "Ein langer Absatz über Bewerbungen und Mut. " * 4)
    empty.presses("Tab")
    assert tab.preview.view.image != shown
    agreed = Consent.CONTACT in project(empty.event).consents
    (tick,) = [each for consent, each in editor(empty).consents.items() if consent is Consent.CONTACT]
    tick.box.click()
    empty.settles()
    assert (Consent.CONTACT in project(empty.event).consents) is not agreed
    empty.presses("Ctrl+Z")
    assert (Consent.CONTACT in project(empty.event).consents) is agreed


def test_a_picture_is_taken_in_made_small_and_removed(empty: ReportsDriver, answers: Answers, tmp_path: Path) -> None:
    card = opens(empty)
    others = {each.picture for each in records.exhibitors(empty.event.db)} - {""}
    chooses(empty, answers, photograph(tmp_path / "large.png"))
    given = project(empty.event)
    data = picture_bytes(empty.event, given.picture)
    assert given.picture not in others
    assert data is not None
    assert len(data) <= LARGEST_PICTURE
    assert max(QImage.fromData(data).width(), QImage.fromData(data).height()) == 1200
    assert not card.picture.image.isNull()
    if Consent.PHOTO not in given.consents:
        empty.says("The picture is kept, but it is not printed")
    chooses(empty, answers, photograph(tmp_path / "small.jpg", 80, 60, "#a03030"))
    assert picture_bytes(empty.event, project(empty.event).picture) == answers.path.read_bytes()  # type: ignore[union-attr]
    empty.presses("Ctrl+Z")
    assert picture_bytes(empty.event, project(empty.event).picture) == data
    card.drop.click()
    empty.settles()
    assert not project(empty.event).picture
    assert card.picture.isHidden()
    wrong = tmp_path / "no.png"
    wrong.write_text("no picture", encoding="utf-8")
    chooses(empty, answers, wrong)
    empty.says("“no.png” is no picture that can be printed")
    chooses(empty, answers, tmp_path / "gone.png")
    assert not project(empty.event).picture
    assert empty.frame.banner.text()


def test_half_typed_words_are_kept_when_the_file_is_closed_or_the_language_changes(empty: ReportsDriver) -> None:
    opens(empty)
    empty.types("Halb geschr")
    empty.application.preferences.shade = "dark"
    empty.application.rebuild()
    empty.settles()
    assert project(empty.event).portrait == "Halb geschr"
    assert editor(empty).isVisible()
    types_into(empty, "email", "vechta@example.org")
    path = empty.event.path
    empty.application.close_event()
    with open_event(path) as event:
        assert project(event).email == "vechta@example.org"


def test_a_click_opens_a_project_and_a_click_on_its_tick_only_ticks(empty: ReportsDriver) -> None:
    tab = empty.shows(BROCHURE).reports.brochure
    empty.presses("F2").types(NAME)
    listed = tab.projects.list
    row = next(at for at in range(listed.count()) if listed.item(at).text().startswith(NAME))
    place = listed.visualItemRect(listed.item(row))
    tick = QPoint(place.left() + 16, place.center().y())
    before = project(empty.event).brochure
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tick)
    empty.settles()
    assert project(empty.event).brochure is not before
    assert not tab.describing.project
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center())
    empty.settles()
    assert tab.describing.project == project(empty.event).id
    assert editor(empty).isVisible()
    empty.clicks("All projects")
    assert listed.isVisible()


def test_nobody_types_into_a_file_that_can_only_be_looked_at(empty: ReportsDriver) -> None:
    path = empty.event.path
    empty.application.close_event()
    raise_version(path)
    empty.application.open(path)
    desk = ReportsDriver.at(empty.settles())
    assert all(edit.isReadOnly() for edit in writable(desk.reports.results.form))
    listed = desk.shows(BROCHURE).reports.brochure.projects.list
    before = [each.brochure for each in records.exhibitors(desk.event.db)]
    listed.setCurrentRow(1)
    listed.setFocus()
    desk.presses("Space")
    assert [each.brochure for each in records.exhibitors(desk.event.db)] == before
    card = opens(desk)
    assert all(edit.isReadOnly() for edit in writable(card))
    desk.types("Verloren").presses("Ctrl+Enter")
    assert not project(desk.event).portrait
    assert not card.choose.isEnabled()
    assert not any(tick.isEnabled() for tick in (card.in_brochure, *card.consents.values()))
    desk.shows(CERTIFICATES)
    for part in (desk.reports.brochure.texts, desk.reports.certificates.wording):
        assert all(edit.isReadOnly() for edit in writable(part))


def writable(widget: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Return all fields of a widget that somebody could write in."""
    found: list[QLineEdit | QPlainTextEdit] = [*widget.findChildren(QLineEdit)]
    found += widget.findChildren(QPlainTextEdit)
    assert found
    return found


def test_who_found_something_is_written_even_if_only_the_name_was_typed(over: ReportsDriver) -> None:
    over.reports.results.author.edit.setFocus()
    over.reports.results.author.edit.selectAll()
    over.types("Ilse").presses("Tab")
    assert "Ilse" in {each.author for lines in findings(over.event.db).values() for each in lines}


def test_figures_are_no_file_that_is_deleted_at_the_end(over: ReportsDriver, answers: Answers, tmp_path: Path) -> None:
    over.shows(FIGURES).saves("Save PDF …", answers, tmp_path / "figures.pdf")
    listed = log.folder() / outputs.LIST
    assert "figures.pdf" not in (listed.read_text(encoding="utf-8") if listed.exists() else "")
