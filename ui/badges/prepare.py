"""Everything before badges are printed: whose, how, on what; the pages; and who needs a look. One follows the other."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.badges.badge import BadgeReport
from eventdesk.badges.design.examples import Examples
from eventdesk.badges.sheets.imposition import TooLargeError
from eventdesk.badges.sheets.sheet import Sheet
from eventdesk.badges.stock import Design, WrongTemplateError
from eventdesk.errors import KnownError
from eventdesk.people.listing import Facet
from eventdesk.people.person import Person
from eventdesk.words.faults import fault_sentence
from ui.badges.columns import Columns
from ui.badges.flow import STEP, BadgesFlow, Chosen
from ui.badges.gallery import Gallery
from ui.badges.paper_card import PaperCard
from ui.badges.remarks import Remarks
from ui.badges.spread import Spread
from ui.badges.studio import Studio, View
from ui.badges.whose_card import WhoseCard
from ui.badges.wish import Wish
from ui.errands import Errands
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.preview import Preview

LOOK_OVER_AFTER_MS = 350
FEW = 5000
FINDING = "finding"


class Prepare(QWidget):
    """Keeps the pages and the remarks as true as what is chosen."""

    said = Signal(str)
    changed = Signal()
    person_asked = Signal(object)
    editor_asked = Signal(str)

    def __init__(self, look: Look, flow: BadgesFlow, errands: Errands, studio: Studio) -> None:
        super().__init__()
        self._look, self.flow, self._errands, self._studio = look, flow, errands, studio
        self.whose = WhoseCard(look, flow.values, flow.roles())
        self.gallery, self.paper = Gallery(look), PaperCard(look)
        self.preview, self.remarks = Preview(look), Remarks(look)
        self.spread: Spread | None = None
        self._design: Design | None = None
        self._looked_at = 0
        self._examples: Examples | None = None
        self._over = single_shot(self, self._look_over, LOOK_OVER_AFTER_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        left = self.whose, self.gallery, self.paper
        self._columns = Columns(look, left, ((self.preview, 1), (self.remarks, 0)))
        column.addWidget(self._columns)
        self.whose.changed.connect(self.wish)
        self.gallery.chosen.connect(lambda name: self._choose(replace(flow.chosen, template=name)))
        self.gallery.pictures_wanted.connect(self._draw_gallery)
        self.gallery.editor_asked.connect(lambda: self.editor_asked.emit(flow.template.name))
        self.paper.changed.connect(self._choose)
        self.paper.save_asked.connect(self._keep_sheet)
        self.paper.remove_asked.connect(self._forget_sheet)
        self.preview.page_wanted.connect(self._draw_page)
        self.remarks.person_asked.connect(self.person_asked)
        self.remarks.shown_asked.connect(self._show_badge_of)
        self.remarks.corrected.connect(self._correct)
        self.remarks.may_write(allowed=flow.closed is None)
        self.whose.show_wish(flow.wish)

    @property
    def busy(self) -> bool:
        """Whether something is still being found, drawn or looked over."""
        waiting = self._over.isActive() or self.preview.busy or self.whose.busy
        return waiting or self._errands.busy or not self._studio.idle()

    # ---- whose

    def wish(self, wish: Wish) -> None:
        """Want the badges of these people from now on."""
        self.flow.wish = wish
        self.whose.show_wish(wish)
        self.preview.at = 0
        self.look_for_people()

    def count_values(self) -> None:
        """Find out anew what people can be chosen by; if they are very many, only the first time."""
        if len(self.flow.people) < FEW or not self.flow.values(Facet.STATUS):
            title = self._look.words.t("Finding what people can be chosen by")
            self._errands.run("values", title, self.flow.counting(), lambda _nothing: None)

    def look_for_people(self) -> None:
        """Find whose badges are wanted, beside everything else."""
        self._over.stop()
        self._studio.forget("look over")
        title = self._look.words.t("Finding whose badges are wanted")
        self._errands.run(FINDING, title, self.flow.finding(), self._found)

    def _found(self, people: list[Person]) -> None:
        self.flow.people = people
        self._put_into_boxes()
        if self._design is not None:
            self._show_examples()

    def _put_into_boxes(self) -> None:
        self._studio.find("boxes", self.flow.boxing(), self._boxed)

    def _boxed(self, spots: object) -> None:
        self.flow.spots = spots  # type: ignore[assignment]  # as `boxing` gives it
        self._show_pages()
        self._begin_looking()

    # ---- how

    def show_design(self) -> None:
        """Show the design that is chosen, and what there is to choose from."""
        self._studio.find("templates", warm_templates, lambda _names: self._show_templates())

    def _show_templates(self) -> None:
        flow = self.flow
        self._design = flow.design
        self.gallery.show_templates(flow.templates(), flow.template.name)
        self._show_paper()
        self._show_examples()
        if not self._errands.has(FINDING):
            self._put_into_boxes()

    def _show_examples(self) -> None:
        self._examples = self.flow.examples()
        self.gallery.show_examples(self._examples)

    def _show_paper(self) -> None:
        sheets = self.flow.sheets()
        own = frozenset(name for name in sheets if self.flow.own_sheet(name))
        self.paper.show_paper(self.flow.chosen, self.flow.template, sheets, own)

    def _choose(self, wanted: Chosen) -> None:
        before = self.flow.chosen
        if not self._tried(lambda: self.flow.choose_design(wanted)):
            return
        self._design = self.flow.design
        self.gallery.show_chosen(self.flow.template.name)
        self._show_paper()
        if wanted.template != before.template and self.flow.wish.depends_on_template:
            self.look_for_people()
        elif (wanted.template, wanted.boxes) != (before.template, before.boxes):
            self._put_into_boxes()
        else:
            self._show_pages()

    def _keep_sheet(self, sheet: Sheet) -> None:
        if self._tried(lambda: self.flow.save_sheet(sheet)):
            self.paper.end_form()
            self._design = self.flow.design
            self._show_paper()
            self._show_pages()

    def _forget_sheet(self, name: str) -> None:
        if self._tried(lambda: self.flow.remove_sheet(name)):
            self._design = self.flow.design
            self._show_paper()
            self._show_pages()

    def _tried(self, deed: Callable[[], object]) -> bool:
        """Do something; a known fault is told, and what is chosen stays as it was."""
        try:
            deed()
        except KnownError as error:
            self.said.emit(fault_sentence(self._look.words, error))
            self._show_paper()
            return False
        except WrongTemplateError:
            self.said.emit(self._look.words.t("The places of this sheet do not fit on its page."))
            return False
        return True

    # ---- pictures

    def _show_pages(self) -> None:
        words, design, people = self._look.words, self._design, self.flow.people
        if design is None:
            return
        self.spread = None
        try:
            spread = Spread(design.template, design.placing, len(people))
        except TooLargeError:
            self.preview.show_nothing(words.t("The badge is too large for this sheet."))
        else:
            if people:
                self.spread = spread
                self.preview.show_pages(spread.pages)
            else:
                self._studio.forget("page")
                self.preview.show_nothing(words.t("Nobody's badge is wanted. Choose more people under “Whose badges”."))
        self.changed.emit()

    def _draw_page(self) -> None:
        if self.spread is None or self._design is None or not self.isVisible():
            return
        part, view = self.spread.part(self.preview.at), self.preview.view
        badges = self.flow.badges(self.flow.people[part.first : part.first + part.count])
        placing = self._design.placing
        design = replace(self._design, placing=replace(placing, start=part.start) if placing is not None else None)
        self._studio.picture("page", badges, design, View(part.number, view.dots), view.show_page)

    def _draw_gallery(self) -> None:
        """Draw the next picture that is missing; when it is there, the one after it."""
        wanted = self.gallery.wanting()
        if not wanted or self._design is None or self._examples is None:
            return
        name, dots = wanted[0]
        person = self._examples.people[self.gallery.shown_example]
        design = Design(self.gallery.template(name), self._design.pictures)
        (badge,) = self.flow.badges([person])

        def drawn(image: object) -> None:
            self.gallery.show_picture(name, image)  # type: ignore[arg-type]  # an image it is
            self._draw_gallery()

        self._studio.picture("gallery", [badge], design, View(0, dots), drawn)

    def _show_badge_of(self, person: int) -> None:
        at = next((number for number, each in enumerate(self.flow.people) if each.id == person), None)
        if at is not None and self.spread is not None:
            self.preview.go_to(self.spread.page_of(at))

    # ---- who needs a look

    def _begin_looking(self) -> None:
        self._studio.forget("look over")
        self._looked_at = 0
        self.remarks.begin()
        self.remarks.say_progress(0, len(self.flow.people))
        self._over.start()

    def next_remark(self) -> None:
        """Go to the next text that needs a look."""
        self.remarks.next()
        self._columns.bring(self.remarks)

    def pause(self) -> None:
        """Look over no more badges while nobody looks."""
        self._over.stop()
        self._studio.forget("look over")

    def go_on(self) -> None:
        """Go on looking over badges."""
        if self._design is not None and self._looked_at < len(self.flow.people):
            self._over.start()

    def _look_over(self) -> None:
        """Look over a few badges beside the window; then the next ones."""
        people = self.flow.people[self._looked_at : self._looked_at + STEP]
        if people and self._design is not None and not self._errands.has(FINDING):
            self._studio.look_over(self.flow.badges(people), self._design, self._looked_over)

    def _looked_over(self, report: BadgeReport) -> None:
        self._looked_at += report.badges
        self.remarks.add(report)
        self.remarks.say_progress(self._looked_at, len(self.flow.people))
        self._look_over()

    def _correct(self, person: int, field: str, text: str) -> None:
        if self._tried(lambda: self.flow.correct(person, field, text)):
            self.remarks.list.setFocus()


def warm_templates() -> tuple[str, ...]:
    """Read the templates that come along, which are kept then; returns their names."""
    from eventdesk.badges.design import templates

    for name in templates.names():
        templates.shipped(name)
    return templates.names()
