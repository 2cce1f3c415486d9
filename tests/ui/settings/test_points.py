"""Check-in points and roles on the page of the event: changed there, true at the desk at once, undone, never lost."""

from PySide6.QtWidgets import QApplication

from eventdesk.badges.actions import snapshot
from eventdesk.checkin import records
from eventdesk.checkin.point import PointKind, Rule
from eventdesk.people.records import everyone
from eventdesk.people.rolebook import role_book
from tests.ui.settings_driver import SettingsDriver
from ui.actions import PageId
from ui.settings.point_form import PointForm
from ui.settings.role_form import RoleForm

Codes = dict[str, str]


def names(page: SettingsDriver) -> list[str]:
    return [point.name for point in records.points(page.event.db)]


def offered(page: SettingsDriver) -> list[str]:
    box = page.page.point_card.points
    return [box.itemText(number) for number in range(box.count())]


def test_a_point_is_added_and_the_desk_offers_it(page: SettingsDriver) -> None:
    page.writes(page.settings.points.new, "Mittagessen", end="Enter")
    form = page.settings.points.fold.form()
    assert isinstance(form, PointForm)
    form.kind.setCurrentIndex(form.kind.findData(PointKind.CATERING))
    form.kind.activated.emit(form.kind.currentIndex())
    page.settles()
    point = records.points(page.event.db)[-1]
    assert (point.name, point.kind, point.rule) == ("Mittagessen", PointKind.CATERING, Rule.ONCE_A_DAY)
    assert offered(page) == names(page) == ["Haupteingang", "Eingang Foyer", "Saal 3A", "Mittagessen"]
    page.presses("F8", "F8")
    assert offered(page) == names(page) == ["Haupteingang", "Eingang Foyer", "Saal 3A"]


def test_a_name_that_is_taken_is_told(page: SettingsDriver) -> None:
    page.writes(page.settings.points.new, "saal 3a", end="Enter")
    assert "already" in page.settings.points.new.note()
    assert len(names(page)) == 3


def test_rules_places_and_roles(page: SettingsDriver, codes: Codes) -> None:
    form = page.opens_point("Haupteingang")
    page.writes(form.name, "Tor").writes(form.capacity, "120")
    form.rule.setCurrentIndex(form.rule.findData(Rule.ONCE))
    form.rule.activated.emit(form.rule.currentIndex())
    next(chip for chip in form.roles.chips if chip.key == "speaker").click()
    page.settles()
    point = records.points(page.event.db)[0]
    assert (point.name, point.capacity, point.rule, point.roles) == ("Tor", 120, Rule.ONCE, ("speaker",))
    assert (
        "once in the whole event · 120 places · only Speaker" in page.settings.points.fold.lines()[0].accessibleName()
    )
    page.scan(codes["elif"]).does_not_say("Welcome")
    page.goes_to(PageId.EVENT).presses("F8", "F8").scan(codes["joern"]).says("Welcome")


def test_a_number_that_is_none_is_told(page: SettingsDriver) -> None:
    form = page.opens_point("Haupteingang")
    page.writes(form.capacity, "viele")
    assert "number" in form.capacity.note()
    assert records.points(page.event.db)[0].capacity is None
    page.writes(form.capacity, "0")
    assert "number" in form.capacity.note()


def test_order_by_buttons_keeps_the_focus(page: SettingsDriver) -> None:
    form = page.opens_point("Saal 3A")
    form.up.setFocus()
    page.presses("Enter")
    assert names(page) == offered(page) == ["Haupteingang", "Saal 3A", "Eingang Foyer"]
    assert QApplication.focusWidget() is form.up
    page.presses("Enter", "F8")
    assert names(page) == ["Haupteingang", "Saal 3A", "Eingang Foyer"]


def test_a_point_with_scans_is_retired_and_its_scans_stay(page: SettingsDriver, codes: Codes) -> None:
    page.scan(codes["elif"]).goes_to(PageId.EVENT)
    page.opens_point("Haupteingang").remove.click()
    page.settles().says("not in use any more", "Use “Haupteingang” again")
    assert offered(page) == names(page) == ["Eingang Foyer", "Saal 3A"]
    assert page.page.flow.point.name == "Eingang Foyer"
    assert records.recent(page.event.db, 1)[0].point == "Haupteingang"
    page.scan(codes["elif"]).says("Haupteingang")
    assert page.counts().startswith("1")
    page.goes_to(PageId.EVENT).clicks("Use “Haupteingang” again")
    assert "Haupteingang" in names(page)
    assert page.event.verify()["journal"] is True


def test_a_point_without_scans_is_gone_and_comes_back_by_undo(page: SettingsDriver) -> None:
    page.opens_point("Saal 3A").remove.click()
    page.settles().says("was removed")
    assert records.all_points(page.event.db) == records.points(page.event.db)
    page.presses("F8")
    assert names(page) == ["Haupteingang", "Eingang Foyer", "Saal 3A"]


def test_the_last_point_stays(page: SettingsDriver) -> None:
    for name in ("Saal 3A", "Eingang Foyer"):
        page.opens_point(name).remove.click()
        page.settles()
    assert not page.opens_point("Haupteingang").remove.isEnabled()
    assert names(page) == ["Haupteingang"]


def test_a_role_gets_a_colour_and_a_name_on_badge_and_page(page: SettingsDriver) -> None:
    form = page.opens_role("Exhibitor")
    next(swatch for swatch in form.swatches.all if swatch.colour == "#7b3f00").click()
    page.settles()
    page.writes(form.names["de"], "Projekt").writes(form.names["en"], "Project")
    assert page.settings.roles.fold.lines()[0].text() == "Project"
    elif_ = next(person for person in everyone(page.event.db) if person.given_name == "Elif")
    (badge,) = snapshot(page.event, [elif_])
    assert (badge.role, badge.colour) == ("Projekt", "#7b3f00")
    page.clicks("As it was")
    assert role_book(page.event.db).chosen() == []


def test_a_pale_colour_is_refused_and_a_near_one_offered(page: SettingsDriver) -> None:
    form = page.opens_role("Exhibitor")
    before = role_book(page.event.db).colour("exhibitor")
    page.writes(form.colour, "#808080")
    assert "4.5" in form.colour.note()
    assert role_book(page.event.db).colour("exhibitor") == before
    form.nearest.click()
    page.settles()
    colour = role_book(page.event.db).colour("exhibitor")
    assert colour != before
    assert form.colour.text() == colour
    page.writes(form.colour, "grün")
    assert "#14213d" in form.colour.note()


def test_a_role_of_its_own(page: SettingsDriver) -> None:
    page.writes(page.settings.roles.new, "Kinderbetreuung", end="Enter")
    form = page.settings.roles.fold.form()
    assert isinstance(form, RoleForm)
    page.writes(form.names["en"], "Childcare").says("Childcare")
    assert "Kinderbetreuung" in role_book(page.event.db).chosen()
    page.clicks("Remove role").does_not_say("Childcare")


def test_roles_that_nobody_has_come_when_asked_for(page: SettingsDriver) -> None:
    shown = len(page.settings.roles.fold.lines())
    page.clicks("Show all roles")
    assert len(page.settings.roles.fold.lines()) > shown
    assert not page.settings.roles.more.isVisible()
