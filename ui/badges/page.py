"""The page "Badges": what was done so far on top, below it what is to be printed, or what was; at the foot the deed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.badges.print_log import LogPage
from eventdesk.errors import KnownError
from eventdesk.event import Changes, UndoRefused
from eventdesk.words import ops
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.badges import telling
from ui.badges.empty import Nobody
from ui.badges.flow import BadgesFlow, LogPlace
from ui.badges.foot import Foot
from ui.badges.head import Head
from ui.badges.log import AT_ONCE, PrintLog
from ui.badges.making import Maker
from ui.badges.prepare import Prepare
from ui.badges.studio import Studio
from ui.badges.wish import Start, Wish
from ui.bridge import Bridge
from ui.errands import Errands
from ui.look import Look
from ui.printing import no_printer
from ui.reprinting import printing_sentence, replaced_sentence
from ui.timers import single_shot
from ui.undoing import refusal
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.work import Work

COUNT_AFTER_MS = 500
LEAST_HEIGHT = 400
"""In a lower page (at 100 %) only what is chosen and the deed have room."""
FIND_AFTER_MS = 700
"""Changes come in bursts: after the last one of them everything is found anew."""
OF_PEOPLE = frozenset(
    {"person", "extra", "badge_print", "badge_handout", "booth", "exhibitor", "session", "room", "slot", "setting"}
)
OF_DESIGN = frozenset({"setting", "badge_template", "picture"})
OF_COUNTS = frozenset({"person", "badge_print", "badge_handout", "scan"})


class BadgesPage(QWidget):
    """Prints, saves, corrects; keeps up with what happens elsewhere."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str)
    person_asked = Signal(object)
    import_asked = Signal()
    people_asked = Signal()
    printer_asked = Signal()
    editor_asked = Signal(str)

    def __init__(self, look: Look, flow: BadgesFlow, maker: Maker, bridge: Bridge, work: Work) -> None:
        super().__init__()
        self._look, self.flow, self._maker, self._work = look, flow, maker, work
        maker.speak(look.words)
        self._studio, self._errands = Studio(flow.bench), Errands(work, self)
        self.destroyed.connect(self._studio.close)
        self.prepare = Prepare(look, flow, self._errands, self._studio)
        self.log, self.head, self.notice = PrintLog(look), Head(look), Notice(look)
        self.foot, self.nobody = Foot(look), Nobody(look)
        self._stale, self._changes = True, set[str]()
        self._count = single_shot(self, self._show_counts)
        self._find = single_shot(self, self._refresh)
        self._build()
        self._wire(bridge)

    @property
    def busy(self) -> bool:
        """Whether something is still being found, drawn, counted or made."""
        waiting = self._count.isActive() or self._find.isActive() or self.log.busy
        return waiting or self._maker.busy or self.prepare.busy

    # ---- what the frame asks

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        deeds: dict[ActionId, Callable[[], None]] = {
            ActionId.SEARCH: self._to_field,
            ActionId.PRINT: self._print,
            ActionId.EXPORT: self._ask_file,
            ActionId.PRINT_LOG: lambda: self.show_log(shown=not self.shows_log()),
            ActionId.NEXT_REMARK: self._next_remark,
            ActionId.UNDO: self._undo,
        }
        if wanted in deeds:
            deeds[wanted]()
        return wanted in deeds

    def take_focus(self) -> None:
        """Begin at the choice of people."""
        if self.stack.currentWidget() is self.nobody:
            self.nobody.take_focus()
        elif self.shows_log():
            self.log.filters.field.setFocus()
        else:
            self.prepare.whose.start.setFocus()

    def field_for_letters(self) -> QLineEdit | None:
        """Letters find people."""
        if self.stack.currentWidget() is self.nobody:
            return None
        return self.log.filters.field if self.shows_log() else self.prepare.whose.field

    def choose_people(self, ids: list[int]) -> None:
        """Want the badges of people who were chosen elsewhere; of none in particular: of everybody who may come."""
        self.show_log(shown=False)
        self.prepare.wish(Wish(people=tuple(ids)))

    def shows_log(self) -> bool:
        """Say whether the print log is shown."""
        return self.stack.currentWidget() is self._log_view

    def show_log(self, *, shown: bool) -> None:
        """Show what was printed, or what is to be."""
        self.head.views.choose(int(shown))
        self.stack.setCurrentWidget(self._log_view if shown else self._first())
        self.foot.setVisible(self.stack.currentWidget() is self.prepare)
        if shown:
            self._look_at_log()
        self.take_focus()

    def _look_at_log(self) -> None:
        self.log.look_anew()
        self._offer_in_log()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._show_place()
        self._count.start(0)
        if self._stale:
            self._stale = False
            self._changes.clear()
            self.prepare.show_design()
            self.prepare.look_for_people()
            self.prepare.count_values()
            self._count_changed()
        elif self._changes:
            self._find.start(0)
        else:
            self.prepare.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height of a low window to what is chosen."""
        super().resizeEvent(event)
        low = self.height() < LEAST_HEIGHT * self._look.theme.scale
        self.head.be_low(low=low)
        self.foot.be_low(low=low)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self.prepare.pause()

    # ---- keeping up

    def _on_changed(self, changes: Changes) -> None:
        kinds = set(changes.kinds)
        if kinds & (OF_PEOPLE | OF_DESIGN):
            self._changes |= kinds
            if self.isVisible():
                self._find.start(FIND_AFTER_MS)
        if kinds & OF_COUNTS and self.isVisible():
            self._count.start(COUNT_AFTER_MS)

    def _refresh(self) -> None:
        changed, self._changes = self._changes, set()
        self.flow.renew()
        if changed & OF_DESIGN and (self.flow.reload_design() or changed & {"badge_template", "picture"}):
            self.prepare.show_design()
        if changed & OF_PEOPLE:
            self.prepare.look_for_people()
        if "person" in changed:
            self.prepare.count_values()
        self._count_changed()
        if self.shows_log():
            self._look_at_log()

    def _show_counts(self) -> None:
        self._show_first()
        title = self._look.words.t("Counting badges")
        self._errands.run("counts", title, self.flow.tallying(), self.head.counts.show_counts)

    def _count_changed(self) -> None:
        title = self._look.words.t("Counting badges that have changed")
        found = self.flow.finding_changed()
        self._errands.run("changed", title, found, lambda people: self.head.show_changed(len(people)))

    def _first(self) -> QWidget:
        return self.prepare if self.flow.anybody() else self.nobody

    def _show_first(self) -> None:
        if not self.shows_log():
            self.stack.setCurrentWidget(self._first())
            self.foot.setVisible(self.stack.currentWidget() is self.prepare)

    def _show_batch(self) -> None:
        spread, people = self.prepare.spread, self.flow.people
        sheets = spread.sheets if spread is not None else 0
        said = telling.batch(
            self._look.words, len(people), sheets, on_sheets=self.flow.sheet is not None and sheets > 0
        )
        self.foot.show_batch(said, some=spread is not None and not self._maker.busy)

    def _show_making(self) -> None:
        """Show whether something can be made now; ask whether what was saved counts as printed."""
        self._show_batch()
        words, written = self._look.words, self._maker.unanswered
        self.notice.setVisible(written is not None)
        if written is not None:
            said = words.n(
                "One badge is in {file}. Does it count as printed from now on?",
                "{count} badges are in {file}. Do they count as printed from now on?",
                len(written.people), file=written.path.name,
            )  # fmt: skip
            self.notice.ask(said, words.t("Note as printed"), words.t("Not yet"))

    def _show_place(self) -> None:
        printing, words = self.flow.printing, self._look.words
        ready = printing.ready
        said = printing.state(words) if ready else words.t("No printer is chosen yet.")
        self.foot.show_place(said, ready=ready)

    # ---- making

    def _ask_file(self) -> None:
        if self.prepare.spread is None:
            self._say_nobody()
        else:
            self.save_asked.emit(self._look.words.t("Badges"))

    def save_to(self, path: Path) -> None:
        """Write the badges that are wanted to a file."""
        self._maker.save(list(self.flow.people), path, self._work)

    def _print(self) -> None:
        if self.shows_log():
            self.log.reprint.again.click()
        elif not self.flow.printing.ready:
            self.said.emit(no_printer(self._look.words))
        elif self.prepare.spread is None:
            self._say_nobody()
        else:
            self._maker.print(list(self.flow.people), self._work)

    def _say_nobody(self) -> None:
        self.said.emit(
            self._look.words.t("There is nothing to print. Choose whose badges are wanted, and a sheet that fits.")
        )

    # ---- one person

    def _print_again(self, number: int, reason: str) -> None:
        person = self.flow.person(number)
        if person is None:
            return
        if not self.flow.printing.ready:
            self.said.emit(no_printer(self._look.words))
        elif self._tried(lambda: self.flow.print_again(person, reason)):
            self.told.emit(printing_sentence(self._look.words, person.name))

    def _replace(self, number: int) -> None:
        words = self._look.words
        person = self.flow.person(number)
        if person is None or not self._tried(lambda: self.flow.replace_badge(number)):
            return
        renewed = self.flow.person(number)
        if (
            self.flow.printing.ready
            and renewed is not None
            and self._tried(lambda: self.flow.print_again(renewed, "lost"))
        ):
            self.told.emit(replaced_sentence(words, person.name))
        else:
            self.said.emit(replaced_sentence(words, person.name, no_printer(words)))

    def _undo(self) -> None:
        words = self._look.words
        try:
            answer = self.flow.undo()
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if answer is None:
            self.said.emit(words.t("Nothing was changed here that could be undone."))
        elif isinstance(answer, UndoRefused):
            self.said.emit(refusal(words, answer))
        else:
            self.told.emit(words.t("Undone: {deed}", deed=ops.deed(words, answer.entry.op, answer.entry.label)))

    # ---- the rest

    def _next_remark(self) -> None:
        self.show_log(shown=False)
        self.prepare.next_remark()

    def _to_field(self) -> None:
        field = self.field_for_letters()
        if field is not None:
            field.setFocus()
            field.selectAll()

    def _look_into_log(self, below: LogPlace | None) -> None:
        """Show the newest prints that are wanted, or older ones below a place; and what there is to choose from."""
        now, words = self.flow.local(self.flow.event.now()), self._look.words
        wish = self.log.filters.wanted(now)

        def found(page: LogPage) -> None:
            lines = [telling.print_line(words, each, self.flow.local(each.at), now) for each in page.prints]
            if below is None:
                narrowed = not wish.everything
                self.log.show_prints(page.prints, lines, following=page.following, narrowed=narrowed)
            else:
                self.log.add_prints(page.prints, lines, page.following)

        looking = self.flow.log(wish.words, wish.filter, AT_ONCE, below)
        self._errands.run("log", words.t("Looking into the print log"), looking, found)

    def _offer_in_log(self) -> None:
        title, today = self._look.words.t("Looking into the print log"), self.flow.event.local_now().date()
        self._errands.run(
            "log values", title, self.flow.log_values(), lambda found: self.log.filters.offer(*found, today)
        )

    def _tried(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except KnownError as error:
            self.said.emit(fault_sentence(self._look.words, error))
            return False
        return True

    def _build(self) -> None:
        space = self._look.theme.space
        self.stack, around = QStackedWidget(), QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.log)
        self._log_view = Scroll(around)
        for each in (self.prepare, self.nobody, self._log_view):
            self.stack.addWidget(each)
        inside = QVBoxLayout()
        inside.setContentsMargins(space(24), space(14), space(24), space(14))
        inside.setSpacing(space(12))
        inside.addWidget(self.head)
        inside.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.notice)
        column.addWidget(self.foot)
        self.stack.setCurrentWidget(self._first())
        self.foot.setVisible(self.stack.currentWidget() is self.prepare)

    def _wire(self, bridge: Bridge) -> None:
        bridge.changed.connect(self._on_changed)
        prepare, printing = self.prepare, self.flow.printing
        prepare.said.connect(self.said)
        prepare.changed.connect(self._show_batch)
        prepare.person_asked.connect(self.person_asked)
        prepare.editor_asked.connect(self.editor_asked)
        self.head.views.chosen.connect(lambda at: self.show_log(shown=bool(at)))
        self.head.changed.clicked.connect(
            lambda: prepare.wish(replace(Wish(order=self.flow.wish.order), start=Start.CHANGED))
        )
        self.nobody.import_asked.connect(self.import_asked)
        self.nobody.people_asked.connect(self.people_asked)
        self.foot.asked.connect(self.do)
        self.foot.printer_asked.connect(self.printer_asked)
        self.log.wanted.connect(self._look_into_log)
        self.log.again_asked.connect(self._print_again)
        self.log.lost_asked.connect(self._replace)
        self.log.person_asked.connect(self.person_asked)
        printing.changed.connect(self._show_place)
        maker = self._maker
        maker.changed.connect(self._show_making)
        self.notice.answered.connect(lambda yes: maker.answer(printed=yes))
        self._show_making()
