"""Plays a person on the page of the event: types into fields, opens lines, waits for backups."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.settings.page import SettingsPage
from ui.settings.point_form import PointForm
from ui.settings.role_form import RoleForm
from ui.widgets.field import Field


class SettingsDriver(DeskDriver):
    """A desk on the page of the event."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "SettingsDriver":
        """Go to the page of the event."""
        driver = cls(desk.application, desk.clock)
        driver.goes_to(PageId.EVENT)
        return driver

    @property
    def settings(self) -> SettingsPage:
        """Return the page, which is made anew with every language."""
        return self.frame.settings

    @property
    def event(self) -> Event:
        """Return the event that is open."""
        assert self.application.opened is not None
        return self.application.opened.event

    def writes(self, field: Field | QLineEdit, text: str, end: str = "Tab") -> "SettingsDriver":
        """Write a text into a field in place of what stands there, and leave it by a key."""
        edit = field.edit if isinstance(field, Field) else field
        edit.setFocus(Qt.FocusReason.TabFocusReason)
        edit.selectAll()
        self.presses("Del") if not text else self.types(text)
        if end:
            self.presses(end)
        return self

    def opens_point(self, name: str) -> PointForm:
        """Open the form of a point by its line."""
        self.clicks(name)
        form = self.settings.points.fold.form()
        assert isinstance(form, PointForm)
        return form

    def opens_role(self, name: str) -> RoleForm:
        """Open the form of a role by its line."""
        self.clicks(name)
        form = self.settings.roles.fold.form()
        assert isinstance(form, RoleForm)
        return form

    def waits_for_work(self) -> "SettingsDriver":
        """Let everything long come to its end."""
        until(self.application.work.idle)
        self.settles()
        return self
