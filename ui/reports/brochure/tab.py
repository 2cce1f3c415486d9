"""The view of the brochure: its pages as they will be printed; projects, words and the directory beside them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.errors import KnownError
from eventdesk.reports.brochure.project import Brochure
from eventdesk.reports.brochure.style import BrochureSize
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, PageId, key_of
from ui.errands import Errands
from ui.jobs import Err, Ok
from ui.look import Look
from ui.page_pictures import Picture
from ui.reports.brochure.contacts_card import ContactsCard
from ui.reports.brochure.describing import Describing
from ui.reports.brochure.projects_card import ProjectsCard
from ui.reports.brochure.texts_card import TextsCard
from ui.reports.flow import brochure_flow, describing_flow
from ui.reports.flow.brochure_flow import Agreed
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.view import View
from ui.timers import single_shot
from ui.widgets.beside import Beside
from ui.widgets.button_row import ButtonRow
from ui.widgets.preview import Preview
from ui.widgets.segments import Segments
from ui.work import Work

SIDE, LEAST_BESIDE, LEAST_PREVIEW = 430, 860, 520
GATHERING, AGREEING, KIND = "brochure", "agreeing", "brochure"
DRAW_AFTER_MS = 150
SIZES = tuple(BrochureSize)


class BrochureTab(View):
    """The pages follow what is chosen and written, a moment later."""

    deeds_changed = Signal()

    def __init__(self, look: Look, flow: ReportsFlow, work: Work) -> None:
        super().__init__(look, flow, work)
        self._errands = Errands(work, self)
        self._brochure: Brochure | None = None
        self._suffix = ""
        self._begins: tuple[object, dict[str, int]] = (None, {})
        self._turned_to = ""
        self._later = single_shot(self, self._gather, DRAW_AFTER_MS)
        self._make()
        self._wire()
        self.texts.show_texts(brochure_flow.texts(flow))
        self.texts.open(closed=flow.closed is not None)
        self.describing.open(flow.memory.project)

    @property
    def busy(self) -> bool:
        """Whether something is being read or drawn."""
        drawing = self._later.isActive() or self.preview.busy or self.flow.pictures.busy
        return super().busy or self._errands.busy or drawing

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {
            ActionId.PRINT: self._ask,
            ActionId.FORWARDS: partial(self._turn, 1),
            ActionId.BACKWARDS: partial(self._turn, -1),
            ActionId.SEARCH: self._into_search,
            ActionId.UNDO: self._undo,
        }

    def take_focus(self) -> None:
        """Begin in the list of projects, or where somebody writes."""
        if self.describing.project:
            self.describing.card.begin()
            return
        begins = (self.projects.search, self.texts.head.edit, next(iter(self.contacts.buttons.values())))
        begins[self.parts.at()].setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters search among the projects, where these are shown."""
        listed = self.parts.at() == 0 and not self.describing.project
        return self.projects.search if listed else None

    def refresh(self) -> None:
        """Show how projects, words and consents are now."""
        self._stale = False
        self._show_projects()
        self.describing.refresh()
        self.texts.open(closed=self.flow.closed is not None)
        if not self.texts.is_typing():
            self.texts.show_texts(brochure_flow.texts(self.flow))
        self._later.start()

    def keep(self) -> None:
        """Write the words, or what is told of a project, if somebody has typed."""
        self.describing.keep()
        if self.texts.is_typing() and self.flow.closed is None:
            wanted = self.texts.texts()
            if self.attempts.done(lambda: brochure_flow.set_texts(self.flow, wanted)):
                self.texts.show_texts(brochure_flow.texts(self.flow))

    def save_to(self, path: Path) -> None:
        """Write the brochure, or the directory, as was asked for."""
        self.keep()
        if self._suffix:
            whom, by = self.contacts.wanted()
            gathering = brochure_flow.gathering_contacts(self.flow, whom, by, self.look.words)
            self.writing.write(path, gathering, brochure_flow.write_contacts)
        else:
            self.writing.write(path, brochure_flow.gathering(self.flow), partial(brochure_flow.write, self._size()))

    def take_picture(self, path: Path) -> None:
        """Take in a picture of a project."""
        self.describing.take_picture(path)

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below the page where there is little room."""
        super().resizeEvent(event)
        theme = self.look.theme
        beside = self.width() >= LEAST_BESIDE * theme.scale
        self.side.stand(min(theme.text_px(SIDE), self.width() // 2), beside=beside)
        self.preview.setMinimumHeight(0 if beside else theme.space(LEAST_PREVIEW))

    # ---- inside

    def _make(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        key = key_of(words, ActionId.PRINT, PageId.REPORTS)
        self.size_of = Segments(look, [size.value for size in SIZES], 0, words.t("Size of a page"))
        self.save = self.button(words.t("Save the brochure …"), self._ask, main=True, key=key)
        self.deeds = ButtonRow(space(8), [self.save])
        self.preview = Preview(look)
        self.preview.column.insertWidget(1, self.size_of, 0, Qt.AlignmentFlag.AlignLeft)
        self.projects, self.texts, self.contacts = ProjectsCard(look), TextsCard(look), ContactsCard(look)
        names = [words.t("Projects"), words.t("Words"), words.t("Contacts")]
        self.parts = Segments(look, names, self.flow.memory.part, words.t("What is beside the pages"))
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.projects, 100)
        for card in (self.texts, self.contacts):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(16))
        self.side = Beside(row, self.preview, cards, space(14))
        self._cards = cards
        self.describing = Describing(look, self.flow, self.work, self.attempts, self)
        self.side.add(self.describing.card)
        self._show_part(self.flow.memory.part)

    def _wire(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.size_of.chosen.connect(lambda _at: self._draw())
        self.projects.turned.connect(self._choose)
        self.projects.opened.connect(self.describing.open)
        self.describing.shown.connect(self._show_described)
        self.describing.written.connect(self._show_projects)
        self.describing.picture_asked.connect(self.picture_asked)
        self.describing.card.stepped.connect(self._step)
        self.texts.kept.connect(self.keep)
        self.contacts.asked.connect(self._ask_contacts)
        self.preview.page_wanted.connect(self._draw)

    def _size(self) -> BrochureSize:
        return SIZES[self.size_of.at()]

    def _show_part(self, at: int) -> None:
        self.flow.memory.part = at
        for number, card in enumerate((self.projects, self.texts, self.contacts)):
            card.setVisible(number == at)
        if at == 2:
            self._errands.run(
                AGREEING,
                self.look.words.t("Counting who agreed"),
                brochure_flow.agreeing(self.flow),
                self._show_agreed,
            )

    def _show_agreed(self, agreed: Agreed) -> None:
        self.contacts.show_agreed(agreed)

    def _ask(self) -> None:
        self.keep()
        if self._brochure is None or not self._brochure.projects:
            self.said.emit(self.look.words.t("Choose projects for the brochure first."))
            return
        self._suffix = ""
        self.save_asked.emit(f"{self.look.words.t('Brochure')} {self._size().value}", ".pdf")

    def _ask_contacts(self, suffix: str) -> None:
        self._suffix = suffix
        self.save_asked.emit(self.look.words.t("Contacts"), suffix)

    def _into_search(self) -> None:
        if self.describing.project:
            self.describing.leave()
        self.parts.choose(0)
        self._show_part(0)
        self.side.bring(self.projects)
        self.projects.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.projects.search.selectAll()

    def _choose(self, exhibitors: list[int], chosen: bool) -> None:
        if not self.attempts.done(lambda: brochure_flow.choose(self.flow, exhibitors, chosen=chosen)):
            self.projects.show_projects(())
        self._show_projects()

    def _show_projects(self) -> None:
        self.projects.show_projects(brochure_flow.projects(self.flow), closed=self.flow.closed is not None)

    def _undo(self) -> None:
        self.texts.show_texts(brochure_flow.texts(self.flow))
        self.describing.forget_typing()
        nothing = self.look.words.t("This desk has changed nothing on this page that could be undone.")
        self.attempts.undone(self.flow.undo, nothing)
        self.refresh()

    # ---- one project

    def _show_described(self, shown: bool) -> None:
        self.side.show_card(self.describing.card if shown else self._cards)
        self._turned_to = ""
        if shown:
            self._show_page_of()
        if self.isVisible():
            self.take_focus()
            if not shown and self.parts.at() == 0:
                self.projects.into_list()

    def _turn(self, by: int) -> None:
        if self.describing.project:
            self._step(by)
        else:
            self.preview.turn(by)

    def _step(self, by: int) -> None:
        """Go on to the next project of the list, or back to the one before."""
        listed, project = self.projects.seen(), self.describing.project
        at = listed.index(project) + by if project in listed else 0
        if 0 <= at < len(listed):
            self.projects.bring(listed[at])
            self.describing.open(listed[at])
        else:
            self.describing.keep()

    def _show_page_of(self) -> None:
        """Turn to the page of the project that is described, once: then pages are turned by hand."""
        told, brochure, size = self.describing.told, self._brochure, self._size()
        if told is None or brochure is None or not told.chosen or self._turned_to == told.name:
            return
        if self._begins[0] == (brochure, size):
            self._turned_to = told.name
            page = self._begins[1].get(told.name, self.preview.at)
            if page != self.preview.at:
                self.preview.turn(page - self.preview.at)
            return

        def ended(result: Ok[dict[str, int]] | Err) -> None:
            if isinstance(result, Err):
                raise result.error
            if not self._leaving and brochure is self._brochure:
                self._begins = ((brochure, size), result.value)
                self._show_page_of()

        self.flow.pictures.jobs.run(partial(describing_flow.first_pages, brochure, size), self.while_here(ended))

    # ---- pages

    def _gather(self) -> None:
        title = self.look.words.t("Reading the brochure")
        self._errands.run(GATHERING, title, brochure_flow.gathering(self.flow), self._take)

    def _take(self, brochure: Brochure) -> None:
        if brochure == self._brochure and self.preview.view.image is not None:
            return
        self._brochure = brochure
        self._draw()

    def _draw(self) -> None:
        brochure, size, words = self._brochure, self._size(), self.look.words
        if brochure is None:
            return
        if not brochure.projects:
            self.flow.pictures.drop(KIND)
            self.preview.show_nothing(words.t("No project is chosen yet. Tick some, and their pages are shown here."))
            return
        draw = brochure_flow.drawing(brochure, size)
        dots = self.preview.view.dots
        show = self.while_here(self._show_page)
        self.flow.pictures.ask(KIND, (brochure, size), draw, self.preview.at, dots, show)

    def _show_page(self, picture: Picture | KnownError) -> None:
        if isinstance(picture, Picture):
            if picture.pages != self.preview.pages:
                self.preview.know_pages(picture.pages)
            self.preview.view.show_page(picture.image)
            self._show_page_of()
        else:
            self.preview.show_nothing(fault_sentence(self.look.words, picture))
