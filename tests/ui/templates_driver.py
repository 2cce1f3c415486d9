"""Plays a person who makes a template: takes hold of boxes with the mouse, presses keys, writes into properties."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventdesk.badges.design.template import Box, Template
from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.pauses import until_skipping
from ui.actions import PageId
from ui.templates.controls import ChoiceControl, NumberControl, TextControl, WordsControl, YesControl
from ui.templates.draft import Draft
from ui.templates.flow import TemplatesFlow
from ui.templates.folded import FoldedForm
from ui.templates.form import Form
from ui.templates.page import TemplatesPage
from ui.templates.shapes import Handle, kind_of
from ui.widgets.field import Field

LEFT = Qt.MouseButton.LeftButton


class TemplatesDriver(DeskDriver):
    """A desk on the page where templates are made."""

    @classmethod
    def at(cls, desk: DeskDriver, name: str = "") -> "TemplatesDriver":
        """Go to the page, perhaps for one template."""
        driver = cls(desk.application, desk.clock)
        if name:
            driver.frame.edit_template(name)
        else:
            driver.frame.show_page(PageId.TEMPLATES)
        return driver.rests()

    def rests(self) -> "TemplatesDriver":
        """Wait until the picture is as it should be."""
        for _ in range(2):
            self.settles()
            until_skipping(lambda: self.application.work.idle() and self.templates.preview.idle(), self._pauses)
        return self

    def _pauses(self) -> tuple[QTimer, ...]:
        """What the page leaves for later while a hand goes on."""
        return (self.templates.preview.ground._soon,)

    @property
    def templates(self) -> TemplatesPage:
        """The page, which is made anew with every language."""
        return self.frame.templates

    @property
    def event(self) -> Event:
        opened = self.application.opened
        assert opened is not None
        return opened.event

    @property
    def flow(self) -> TemplatesFlow:
        opened = self.application.opened
        assert opened is not None
        return opened.templates

    @property
    def draft(self) -> Draft:
        assert self.flow.draft is not None
        return self.flow.draft

    @property
    def template(self) -> Template:
        return self.draft.template

    @property
    def box(self) -> Box:
        assert self.draft.box is not None
        return self.draft.box

    # ---- the mouse

    def point(self, x: float, y: float) -> QPoint:
        """Return where a place of the badge, in millimetres, is in the picture."""
        return self.templates.canvas.mapFromScene(QPointF(x, y))

    def clicks_badge(self, x: float, y: float) -> "TemplatesDriver":
        """Click a place of the badge."""
        QTest.mouseClick(self.templates.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, self.point(x, y))
        self.settles()
        return self

    def drags(
        self, start: QPoint, across: float, down: float, *, free: bool = False, let_go: bool = True
    ) -> "TemplatesDriver":
        """Drag by so many millimetres, in three steps."""
        canvas = self.templates.canvas
        scale = canvas.transform().m11()
        keys = Qt.KeyboardModifier.ControlModifier if free else Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas.viewport(), LEFT, keys, start)
        end = start
        for step in (1, 2, 3):
            end = start + QPoint(round(across * scale * step / 3), round(down * scale * step / 3))
            self._moves(end, keys)
        if let_go:
            QTest.mouseRelease(canvas.viewport(), LEFT, keys, end)
        self.settles()
        return self

    def lets_go(self) -> "TemplatesDriver":
        """Release the mouse button where the last drag without letting go has ended."""
        QTest.mouseRelease(self.templates.canvas.viewport(), LEFT)
        self.settles()
        return self

    def drags_box(self, at: int, across: float, down: float, **more: bool) -> "TemplatesDriver":
        """Drag a box at its middle."""
        return self.drags(self.templates.canvas.place_of(at), across, down, **more)

    def drags_handle(self, handle: Handle, across: float, down: float, **more: bool) -> "TemplatesDriver":
        """Drag a handle of the chosen box."""
        assert self.draft.chosen is not None
        return self.drags(self.templates.canvas.place_of(self.draft.chosen, handle), across, down, **more)

    def _moves(self, place: QPoint, keys: Qt.KeyboardModifier) -> None:
        viewport = self.templates.canvas.viewport()
        where = QPointF(place)
        event = QMouseEvent(
            QEvent.Type.MouseMove, where, QPointF(viewport.mapToGlobal(place)), LEFT, LEFT, keys
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()

    # ---- keys and fields

    def keys(self, key: Qt.Key, times: int = 1, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in whatever has the focus."""
        for _ in range(times):
            QTest.keyClick(self.window.windowHandle(), key, keys)
        self.settles()

    def chooses(self, at: int | None) -> "TemplatesDriver":
        """Choose a box in the list."""
        boxes = len(self.draft.boxes)
        self.templates.boxes.list.setCurrentRow(0 if at is None else boxes - at)
        self.settles()
        return self

    def form(self) -> FoldedForm:
        """The form of the chosen box."""
        return self.templates.properties.boxes[kind_of(self.box)].form

    def text_form(self) -> FoldedForm:
        """The form of the text that is looked at in the chosen box."""
        texts = self.templates.properties.boxes[kind_of(self.box)].texts
        assert texts is not None
        return texts.form

    def writes(self, field: Field, text: str) -> "TemplatesDriver":
        """Write into a field in place of what stands there, and leave it by Enter."""
        field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        field.edit.selectAll()
        self.types(text)
        self.presses("Enter")
        return self

    def says_here(self) -> str:
        """What the line below the picture says."""
        return self.templates.picture.status.text()

    def opens(self, path: Path) -> "TemplatesDriver":
        """Open a template from a file."""
        self.templates.open_file(path)
        return self.rests()


def number(form: Form | FoldedForm, key: str) -> Field:
    """Return the field of a number."""
    control = form.controls[key]
    assert isinstance(control, NumberControl)
    return control.field


def words(form: Form | FoldedForm, key: str, language: str) -> Field:
    """Return the field of the template's own words."""
    control = form.controls[key]
    assert isinstance(control, WordsControl)
    return control.fields[language]


def text(form: Form | FoldedForm, key: str) -> Field:
    """Return the field of a line."""
    control = form.controls[key]
    assert isinstance(control, TextControl)
    return control.field


def choose(form: Form | FoldedForm, key: str, at: int) -> None:
    """Choose one of several values."""
    control = form.controls[key]
    assert isinstance(control, ChoiceControl)
    control.box.setCurrentIndex(at)
    control.box.activated.emit(at)


def tick(form: Form | FoldedForm, key: str) -> None:
    """Turn yes into no, or no into yes."""
    control = form.controls[key]
    assert isinstance(control, YesControl)
    control.tick.box.toggle()
