"""The view of the certificates: one of them as it will be printed, whose there are, what they say; lists beside."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.drawing.picture import WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.people.sorting import sort_key
from eventdesk.reports.attendance.attended import Attendance
from eventdesk.reports.certificates.certificate import Certificate
from eventdesk.reports.certificates.wording import Basis, WrongWordingError
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, PageId, key_of
from ui.errands import Errands
from ui.jobs import Err, Ok
from ui.look import Look
from ui.page_pictures import Picture
from ui.reports.certificates.whose_card import WhoseCard
from ui.reports.certificates.wording_card import WordingCard
from ui.reports.flow import certificates_flow
from ui.reports.flow.certificates_flow import Drawing, Organisation, Paper
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.view import View
from ui.timers import single_shot
from ui.widgets.beside import Beside
from ui.widgets.button_row import ButtonRow
from ui.widgets.preview import Preview
from ui.work import Work

SIDE, LEAST_BESIDE = 430, 860
LEAST_PREVIEW = 520
READING, KIND = "attendance", "certificate"
DRAW_AFTER_MS = 120
NAMES = {Paper.CERTIFICATES: ".pdf", Paper.SIGNATURES: ".pdf", Paper.ATTENDANCE: ".pdf", Paper.TABLE: ".xlsx"}


class CertificatesTab(View):
    """What is typed is shown at once on the page at the left, and written when one goes elsewhere."""

    def __init__(self, look: Look, flow: ReportsFlow, work: Work) -> None:
        super().__init__(look, flow, work)
        self._errands = Errands(work, self)
        self._attendance: Attendance | None = None
        self._found: tuple[Certificate, ...] = ()
        self._counting = 0
        self._counted = 0
        self._wanted = Paper.CERTIFICATES
        self._which = Drawing.LOGO
        self._basis: Basis | None = None
        self._later = single_shot(self, self._draw)
        self._make()
        self._wire()
        self.wording.show_wording(certificates_flow.wording(flow))
        self._show_pictures()

    deeds_changed = Signal()

    @property
    def found(self) -> tuple[Certificate, ...]:
        """The certificates that there are, in their order."""
        return self._found

    @property
    def busy(self) -> bool:
        """Whether something is being read, sorted or drawn."""
        drawing = self._later.isActive() or self.preview.busy or self.flow.pictures.busy
        return super().busy or self._errands.busy or self._counting != self._counted or drawing

    def keys(self) -> dict[ActionId, Callable[[], object]]:
        """Return what each key does here."""
        return {
            ActionId.PRINT: partial(self._ask, Paper.CERTIFICATES),
            ActionId.FORWARDS: partial(self.preview.turn, 1),
            ActionId.BACKWARDS: partial(self.preview.turn, -1),
            ActionId.SEARCH: self._into_search,
            ActionId.UNDO: self._undo,
        }

    def take_focus(self) -> None:
        """Begin with who is looked at."""
        self.whose.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters look for somebody."""
        return self.whose.search

    def changed(self) -> None:
        """Show what others changed; who was there is read again when somebody comes back."""
        self._stale = True
        if self.isVisible() and not self.wording.is_typing():
            self._show_wording()

    def refresh(self) -> None:
        """Read who was there, if that has changed."""
        self._show_wording()
        if self._attendance is None:
            self.whose.say(self.look.words.t("Reading who was there …"))
        title = self.look.words.t("Reading who was there")
        self._errands.run(READING, title, self.flow.attendance_in_steps(), self._take)

    def keep(self) -> None:
        """Write what was typed, if it can be printed."""
        if not self.wording.is_typing() or self.flow.closed is not None:
            return
        words, typed = self.look.words, self.wording.wording()
        try:
            self.attempts.done(lambda: certificates_flow.set_wording(self.flow, typed))
        except WrongWordingError as error:
            unknown = ", ".join(error.unknown)
            self.wording.complain(words.t("Nobody knows this placeholder: {names}. Nothing was kept.", names=unknown))
        else:
            self._show_wording()

    def save_to(self, path: Path) -> None:
        """Write the paper that was asked for."""
        self.keep()
        wanted = certificates_flow.choice(self.whose.chosen(), grouped=self.whose.is_grouped())
        gathering = certificates_flow.gathering(self.flow, self._wanted, wanted, self.look.words)
        self.writing.write(path, gathering, certificates_flow.write)

    def take_picture(self, path: Path) -> None:
        """Take in a logo or a signature."""
        words = self.look.words
        if self.attempts.is_closed():
            return
        try:
            data = certificates_flow.read_picture(path)
            self.attempts.tried(lambda: certificates_flow.set_picture(self.flow, self._which, data))
        except (WrongPictureError, OSError):
            said = words.t(
                "“{file}” cannot be used: it has to be a PNG or JPEG of at most one megabyte.", file=path.name
            )
            self.said.emit(said)
            return
        self._show_pictures()
        self._later.start(0)

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
        self.papers = {
            Paper.SIGNATURES: self.button(words.t("List of signatures …"), partial(self._ask, Paper.SIGNATURES)),
            Paper.ATTENDANCE: self.button(words.t("Attendance list …"), partial(self._ask, Paper.ATTENDANCE)),
            Paper.TABLE: self.button(words.t("Table …"), partial(self._ask, Paper.TABLE)),
            Paper.CERTIFICATES: self.button(
                words.t("Save certificates …"), partial(self._ask, Paper.CERTIFICATES), main=True, key=key
            ),
        }
        self.deeds = ButtonRow(space(8), list(self.papers.values()))
        self.preview = Preview(look)
        self.whose = WhoseCard(look)
        self.wording = WordingCard(look, certificates_flow.known_placeholders(self.flow))
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(14))
        for card in (self.whose, self.wording):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(16))
        self.side = Beside(row, self.preview, cards, space(14))

    def _wire(self) -> None:
        self.whose.changed.connect(self._choose)
        self.whose.sought.connect(self._seek)
        self.preview.page_wanted.connect(self._on_turned)
        self.wording.typed.connect(self._on_typed)
        self.wording.kept.connect(self.keep)
        self.wording.usual_asked.connect(self._be_usual)
        self.wording.picture_asked.connect(self._ask_picture)
        self.wording.picture_dropped.connect(self._drop_picture)

    def _ask(self, wanted: Paper) -> None:
        self.keep()
        words, self._wanted = self.look.words, wanted
        if wanted is Paper.CERTIFICATES and not self._found:
            self.said.emit(self.whose.count.text())
            return
        name = {
            Paper.CERTIFICATES: words.t("Certificates"),
            Paper.SIGNATURES: words.t("List of signatures"),
        }.get(wanted, words.t("Attendance"))
        organisation = self.whose.chosen().replace("/", "-")
        self.save_asked.emit(" ".join(part for part in (name, organisation) if part), NAMES[wanted])

    def _undo(self) -> None:
        self.wording.show_wording(certificates_flow.wording(self.flow))
        nothing = self.look.words.t("This desk has changed nothing on this page that could be undone.")
        self.attempts.undone(self.flow.undo, nothing)
        self._show_wording()
        self._show_pictures()

    def _into_search(self) -> None:
        self.side.bring(self.whose)
        self.whose.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.whose.search.selectAll()

    # ---- whose

    def _take(self, attendance: Attendance) -> None:
        self._attendance = attendance
        self._count()

    def _choose(self) -> None:
        self.flow.memory.organisation, self.flow.memory.grouped = self.whose.chosen(), self.whose.is_grouped()
        self._count()

    def _count(self) -> None:
        """Find out beside the window whose certificates there are."""
        attendance, basis = self._attendance, self.wording.wording().basis
        self._basis = basis
        if attendance is None:
            return
        self._counting += 1
        number, memory = self._counting, self.flow.memory
        organisation, grouped = memory.organisation, memory.grouped

        def work() -> tuple[list[Organisation], tuple[Certificate, ...]]:
            every = certificates_flow.certified(attendance, basis, certificates_flow.choice("", grouped=grouped))
            listed = certificates_flow.organisations(every)
            wanted = next((each.name for each in listed if sort_key(each.name) == sort_key(organisation)), "")
            if not wanted:
                return listed, every
            only = certificates_flow.choice(wanted, grouped=grouped)
            return listed, certificates_flow.certified(attendance, basis, only)

        def ended(result: Ok[tuple[list[Organisation], tuple[Certificate, ...]]] | Err) -> None:
            if isinstance(result, Err):
                raise result.error
            if number == self._counting:
                self._counted = number
                self._show_found(*result.value)

        self.flow.pictures.jobs.run(work, self.while_here(ended))

    def _show_found(self, organisations: list[Organisation], found: tuple[Certificate, ...]) -> None:
        words, memory = self.look.words, self.flow.memory
        self._found = found
        self.whose.offer(organisations, memory.organisation, grouped=memory.grouped)
        if found:
            self.whose.say(words.n("One certificate", "{count} certificates", len(found)))
        elif self.flow.finished is not None:
            self.whose.say(words.t("The event is finished: nobody is in the file any more."))
        elif self.wording.wording().basis is Basis.SCANS:
            self.whose.say(words.t("Nobody was scanned yet. By the programme everybody who is registered gets one."))
        else:
            self.whose.say(words.t("Nobody was there yet."))
        self.papers[Paper.CERTIFICATES].setEnabled(bool(found))
        at = next((number for number, each in enumerate(found) if each.person == memory.person), 0)
        self.preview.at = at
        if found:
            self.preview.show_pages(len(found))
        else:
            self.flow.pictures.drop(KIND)
            self.preview.show_nothing(self.whose.count.text())

    def _seek(self, text: str) -> None:
        wanted = text.casefold().split()
        if not wanted:
            return
        for at, each in enumerate(self._found):
            said = f"{each.name} {each.organisation}".casefold()
            if all(word in said for word in wanted):
                self.preview.go_to(at)
                return

    # ---- what they say

    def _show_wording(self) -> None:
        before = self.wording.wording()
        self.wording.open(closed=self.flow.closed is not None)
        self.wording.show_wording(certificates_flow.wording(self.flow))
        self.wording.complain("")
        if self.wording.wording() != before:
            self._on_typed()

    def _on_typed(self) -> None:
        typed = self.wording.wording()
        unknown = ", ".join(certificates_flow.unknown(typed))
        self.wording.complain(
            self.look.words.t("Nobody knows this placeholder: {names}", names=unknown) if unknown else ""
        )
        self._later.start(DRAW_AFTER_MS)
        if self._attendance is not None and typed.basis is not self._basis:
            self._basis = typed.basis
            self._count()

    def _be_usual(self) -> None:
        if not self.attempts.is_closed():
            self.attempts.done(lambda: certificates_flow.set_wording(self.flow, certificates_flow.usual(self.flow)))
            self._show_wording()

    def _ask_picture(self, which: Drawing) -> None:
        self._which = which
        self.picture_asked.emit()

    def _drop_picture(self, which: Drawing) -> None:
        if self.attempts.done(lambda: certificates_flow.set_picture(self.flow, which, None)):
            self._show_pictures()
            self._later.start(0)

    def _show_pictures(self) -> None:
        self.wording.show_pictures({which: certificates_flow.has_picture(self.flow, which) for which in Drawing})

    # ---- the page

    def _on_turned(self) -> None:
        if 0 <= self.preview.at < len(self._found):
            self.flow.memory.person = self._found[self.preview.at].person
        self._draw()

    def _draw(self) -> None:
        if not 0 <= self.preview.at < len(self._found):
            return
        certificate = self._found[self.preview.at]
        key, draw = certificates_flow.drawing(self.flow, certificate, self.wording.wording())
        show = self.while_here(partial(self._show_page, certificate))
        self.flow.pictures.ask(KIND, key, draw, 0, self.preview.view.dots, show)

    def _show_page(self, certificate: Certificate, picture: Picture | KnownError) -> None:
        if isinstance(picture, Picture):
            self.preview.view.show_page(picture.image)
            said = self.look.words.t("Certificate of {name}", name=certificate.name)
            self.preview.view.setAccessibleDescription(said)
        else:
            self.preview.show_nothing(fault_sentence(self.look.words, picture))
