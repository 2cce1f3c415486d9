"""The page where templates are made: the boxes as a list, the badge with handles over it, the properties."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eventdesk.badges.design.template import LOGO
from eventdesk.badges.design.toml_cells import FileProblem
from eventdesk.errors import KnownError
from eventdesk.event import Changes
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.look import Look
from ui.templates import telling
from ui.templates.box_list import BoxList
from ui.templates.canvas import Canvas
from ui.templates.deeds import Deeds
from ui.templates.flow import TemplatesFlow
from ui.templates.head import Head
from ui.templates.picture import PictureCard
from ui.templates.pictures import Pictures
from ui.templates.preview import Preview
from ui.templates.problems import Problems
from ui.templates.properties import Properties
from ui.templates.shapes import Kind
from ui.templates.tabbing import step
from ui.timers import single_shot
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.work import Work

THREE_COLUMNS, TWO_COLUMNS = 1080, 700
LOW = 640
"""In a lower page less is said below the picture."""
LIST_WIDTH, SIDE_WIDTH = 270, 330
LEAST_PICTURE, LEAST_BESIDE, LEAST_LOW = 440, 220, 160
"""So high is the picture at least: alone, beside others, and there in a low page."""
KINDS = frozenset({"badge_template", "picture", "setting", "person"})
"""Kinds of changes after which something looks different here."""


class TemplatesPage(QWidget):
    """Three columns where there is room, else two, else one below the other."""

    closed = Signal()
    said = Signal(str)
    told = Signal(str)
    open_asked = Signal()
    write_asked = Signal(str)
    picture_asked = Signal()

    def __init__(self, look: Look, flow: TemplatesFlow, bridge: Bridge, work: Work) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        self._picture_name, self._columns = LOGO, 0
        is_closed = flow.closed is not None
        self.setObjectName("page")
        self.deeds = Deeds(look, flow, self)
        self.head = Head(look)
        self.problems = Problems(look)
        self.boxes = BoxList(look, closed=is_closed)
        self.picture = PictureCard(look)
        self.properties = Properties(look, self.deeds.judge_box, self.deeds.judge_badge, closed=is_closed)
        self.preview = Preview(look, flow, work, self.picture, self)
        self.notice = Notice(look)
        self._pictures = Pictures(look, flow, work, lambda: self.preview.ask(now=True), self.said.emit)
        self.destroyed.connect(self._pictures.close)
        self._lay_out()
        self._connect_views()
        self._connect_deeds()
        self._soon = single_shot(self, self._follow)
        self._left = single_shot(self, self._tell_what_is_kept)
        bridge.changed.connect(self._on_changed)

    @property
    def canvas(self) -> Canvas:
        """The picture itself."""
        return self.picture.canvas

    def edit(self, name: str) -> None:
        """Go on with a template of this event, or with a copy of one that comes along."""
        self.notice.hide()
        self.show_problems(self._flow.begin(name))
        self.show_draft(now=True)

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        deeds = self.deeds
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.UNDO: deeds.undo,
            ActionId.REDO: deeds.redo,
            ActionId.SAVE: self.save,
            ActionId.DUPLICATE: deeds.duplicate,
            ActionId.FORWARDS: lambda: deeds.reorder(1),
            ActionId.BACKWARDS: lambda: deeds.reorder(-1),
            ActionId.OTHER_SIDE: deeds.turn_over,
            ActionId.OTHER_EXAMPLE: deeds.next_example,
            ActionId.ADD: lambda: self.boxes.adding[Kind.TEXT].setFocus(Qt.FocusReason.ShortcutFocusReason),
            ActionId.OPEN: self.open_asked.emit,
            ActionId.LARGER: self.canvas.show_larger,
            ActionId.SMALLER: self.canvas.show_smaller,
            ActionId.FIT: lambda: self.canvas.show_true() if self.canvas.fits else self.canvas.show_whole(),
            ActionId.EXPORT: self._ask_where_to_write,
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def save(self) -> None:
        """Save the template, with what is being typed."""
        writing = self.focusWidget()
        if isinstance(writing, QLineEdit):
            writing.editingFinished.emit()
        self.deeds.save()

    def take_focus(self) -> None:
        """Begin in the picture."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters typed here are meant for no field of this page."""
        return None

    # ---- files

    def open_file(self, path: Path) -> None:
        """Go on with a template from a file; of a wrong one every wrong line is told, and nothing is opened."""
        try:
            problems = self._flow.open_file(path)
        except KnownError as error:
            self.said.emit(fault_sentence(self._look.words, error))
            return
        self.show_problems(problems)
        self.show_draft(now=True)

    def write_file(self, path: Path) -> None:
        """Write the template to a file."""
        words = self._look.words
        try:
            self._flow.write_file(path)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
        else:
            self.told.emit(words.t("The template is in “{file}”.", file=path.name))

    def take_picture(self, path: Path) -> None:
        """Keep a picture in the event, under the name that was asked for."""
        self._pictures.take(path, self._picture_name)

    def _ask_picture(self, name: str) -> None:
        self._picture_name = name or LOGO
        self.picture_asked.emit()

    def _ask_where_to_write(self) -> None:
        if self._flow.draft is not None:
            self.write_asked.emit(f"{self._flow.draft.template.name}.toml")

    # ---- what is shown

    def show_problems(self, found: Sequence[FileProblem]) -> None:
        """Show what is wrong in a file in place of the editor; nothing: the editor."""
        there = self.problems.isVisible()
        self.body.setVisible(not found)
        self.problems.show_problems(found)
        if there and not found:
            self.take_focus()

    def show_draft(self, *, now: bool = False) -> None:
        """Show the template as it is; `now`: the picture is of something else."""
        draft, words = self._flow.draft, self._look.words
        if draft is None:
            return
        if draft.unsaved or draft.stored is None or self._flow.printed_with:
            self.notice.hide()
        able = self.deeds.able
        self.head.show_offers(self._flow.offers(), self._flow.key())
        self.head.show_deeds(
            undo=able and (draft.can_undo or bool(draft.saved_by)),
            redo=able and draft.can_redo,
            save=able and (draft.unsaved or draft.stored is None),
        )
        self.picture.show_side(draft.side, empty=not draft.boxes)
        self.preview.show_who()
        self.boxes.show_boxes(draft.boxes, draft.chosen)
        self.canvas.show_boxes(draft.boxes, draft.chosen, (draft.template.width, draft.template.height))
        if draft.box is None:
            self.canvas.setAccessibleDescription("")
            stored, used = draft.stored is not None, self._flow.printed_with
            self.properties.show_badge(draft.template, unsaved=draft.unsaved, stored=stored, used=used)
        else:
            name, place = telling.box_name(words, draft.box), telling.place_text(words, draft.box)
            self.canvas.setAccessibleDescription(f"{name}. {place}")
            self.properties.show_box(draft.box, (self._flow.key(), draft.side, draft.chosen))
        self.preview.ask(now=now)

    def _on_changed(self, changes: Changes) -> None:
        if KINDS.isdisjoint(changes.kinds):
            return
        if not {"person", "setting"}.isdisjoint(changes.kinds):
            self.preview.stale = True
        if self.isVisible():
            self._soon.start()

    def _follow(self) -> None:
        self._flow.follow_event()
        self.preview.follow()
        self.show_draft(now=True)

    # ---- the window

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with what badges are printed with, or go on where one was."""
        super().showEvent(event)
        self._flow.begin_somewhere()
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look, when the other page is there, whether something is to be said about what was not saved."""
        super().hideEvent(event)
        self._left.start()

    def _tell_what_is_kept(self) -> None:
        stack = self.parentWidget()
        turned = isinstance(stack, QStackedWidget) and stack.currentWidget() is not self
        if turned and self.window().isVisible() and self._flow.unsaved():
            self.told.emit(self._look.words.t("The changes of the template are kept, and not saved yet."))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go from the list of the boxes to the properties, then to the picture, where Tab goes on to other boxes."""
        parts = (self.head, self.notice, self.problems, self.boxes, self.properties, self.picture)
        moved = step(self, parts, forwards=forwards)
        focus = QApplication.focusWidget()
        if moved and focus is not None and self.side.isAncestorOf(focus):
            self.side.ensureWidgetVisible(focus)
        return moved or super().focusNextPrevChild(forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.problems.isVisible():
            self.show_problems(())
        else:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange everything for the room there is."""
        super().resizeEvent(event)
        self._arrange()
        self.preview.ask()

    def _lay_out(self) -> None:
        space = self._look.theme.space
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(16), space(24), space(16))
        column.setSpacing(space(12))
        column.addWidget(self.notice)
        column.addWidget(self.problems, 1)
        self.body = QWidget()
        self._row = QHBoxLayout(self.body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(14))
        column.addWidget(self.body, 1)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(space(14))
        self.side = Scroll(inside)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards beside each other as far as there is room."""
        scale, wide = self._look.theme.scale, self.width()
        columns = 3 if wide >= THREE_COLUMNS * scale else 2 if wide >= TWO_COLUMNS * scale else 1
        low = columns > 1 and self.height() < LOW * scale
        self.picture.fit(low=low)
        beside = self._look.theme.text_px(LEAST_BESIDE if not low else LEAST_LOW)
        self.canvas.setMinimumHeight(beside if columns > 1 else LEAST_PICTURE)
        if columns == self._columns:
            return
        self._columns = columns
        for widget in (self.head, self.boxes, self.picture, self.side, self.properties):
            for layout in (self._column, self._row, self._inside):
                layout.removeWidget(widget)
        if columns > 1:
            self._column.insertWidget(0, self.head)
        else:
            self._inside.addWidget(self.head)
        text_px = self._look.theme.text_px
        if columns == 3:
            self._row.addWidget(self.boxes)
        if columns > 1:
            self._row.addWidget(self.picture, 1)
        else:
            self._inside.addWidget(self.picture)
        self._row.addWidget(self.side, 1 if columns == 1 else 0)
        if columns < 3:
            self._inside.addWidget(self.boxes)
        self._inside.addWidget(self.properties, 1)
        for widget, width, alone in ((self.boxes, LIST_WIDTH, columns == 3), (self.side, SIDE_WIDTH, columns > 1)):
            widget.setMinimumWidth(text_px(width) if alone else 0)
            widget.setMaximumWidth(text_px(width) if alone else 16_777_215)

    def _connect_views(self) -> None:
        head, boxes, canvas, properties, deeds = self.head, self.boxes, self.canvas, self.properties, self.deeds
        head.back_asked.connect(self.closed)
        head.chosen.connect(self._choose_template)
        head.undo_asked.connect(deeds.undo)
        head.redo_asked.connect(deeds.redo)
        head.save_asked.connect(self.save)
        boxes.chosen.connect(deeds.choose)
        boxes.add_asked.connect(deeds.add)
        boxes.duplicate_asked.connect(deeds.duplicate)
        boxes.delete_asked.connect(deeds.delete)
        boxes.order_asked.connect(deeds.reorder)
        canvas.chosen.connect(deeds.choose)
        canvas.tried.connect(self.preview.try_box)
        canvas.dropped.connect(deeds.drop)
        canvas.let_go.connect(self._let_go)
        canvas.nudged.connect(deeds.nudge)
        canvas.deleted.connect(deeds.delete)
        canvas.entered.connect(properties.take_focus)
        canvas.zoomed.connect(self.preview.ask)
        self.picture.zoom.asked.connect(self.do)
        self.picture.turned.connect(deeds.turn)
        self.picture.example_chosen.connect(deeds.show_with)
        properties.box_changed.connect(deeds.change_box)
        properties.badge_changed.connect(deeds.change_badge)
        properties.picture_asked.connect(self._ask_picture)
        properties.open_asked.connect(self.open_asked)
        properties.write_asked.connect(self._ask_where_to_write)
        properties.forget_asked.connect(deeds.forget)
        properties.copy_asked.connect(deeds.copy)
        properties.remove_asked.connect(deeds.remove)
        properties.use_asked.connect(deeds.use_for_event)
        self.notice.answered.connect(self._answer)
        self.problems.closed.connect(lambda: self.show_problems(()))

    def _connect_deeds(self) -> None:
        deeds = self.deeds
        deeds.done.connect(self.show_draft)
        deeds.turned.connect(lambda: self.show_draft(now=True))
        deeds.complained.connect(self.picture.complain)
        deeds.rested.connect(self.picture.rest)
        deeds.said.connect(self.said)
        deeds.told.connect(self.told)
        deeds.wrong.connect(self.show_problems)
        deeds.unused.connect(self._offer_to_use)

    def _offer_to_use(self) -> None:
        """Ask whether the badges of this event are to be printed with what was just saved."""
        words, (title, used) = self._look.words, self._flow.titles()
        self.notice.ask(
            words.t(
                "“{title}” is saved. The badges of this event are printed with “{used}”.",
                title=title.text(words.language),
                used=used.text(words.language),
            ),
            words.t("Use for this event"),
            words.t("Not now"),
        )

    def _answer(self, use: bool) -> None:
        """Do as was answered; the focus does not stay on a question that is gone."""
        self.take_focus()
        self.notice.hide()
        if use:
            self.deeds.use_for_event()

    def _choose_template(self, name: str) -> None:
        if name != self._flow.key():
            self.edit(name)

    def _let_go(self) -> None:
        self.picture.rest()
        self.preview.ask()
