"""The page "Journal": a list of what was done, what one looks for in it, and the chosen entry beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from eventdesk.event import Changes
from eventdesk.history.telling import by, figures_text
from eventdesk.history.values import day_text
from eventdesk.history.whole import Figures, Page, Whole
from ui.actions import ActionId, key_of
from ui.bridge import Bridge
from ui.journal.details import Details, Matter, blocks
from ui.journal.filters import Filters
from ui.journal.flow import Answer, JournalFlow
from ui.journal.lines import Line, Lines, shown
from ui.journal.list import JournalList
from ui.journal.parts import Block
from ui.journal.sums import Sums
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.turning import turn

ROOM_BESIDE = 820
"""From this width on (at 100 %) the chosen entry stands beside the list, else below it."""
LEAST_LINES = 30
MOST_NEW = 50
"""If more than so many entries are new, the list begins anew."""
BLOCKS_AT_ONCE = 20
WHILE_WORKING_MS = 300
"""While long work changes the file all the time, the list is renewed so often."""


class JournalPage(QScrollArea):
    """Undoes the chosen entry; says what stands in the way."""

    said = Signal(str)
    export_asked = Signal()

    def __init__(self, look: Look, flow: JournalFlow, bridge: Bridge) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look, self.flow = look, flow
        self.filters, self.details = Filters(look), Details(look)
        self.lines = Lines(self._fetch, self._shown, LEAST_LINES)
        self.list = JournalList(look, self.lines)
        self._wanted = self.filters.wanted(flow.now())
        self._stale, self._jumping = True, ""
        self._changed: list[str] = []
        self._waiting: list[Block] = []
        self._following: int | None = None
        self._entering = False
        self._unseen = 0
        self.sums = Sums(flow.figures)
        self._hours: set[tuple[str, datetime]] = set()
        self._told_upto = 0
        self._soon, self._offering = single_shot(self, self._refresh), single_shot(self, self._offer)
        self._build()
        self.filters.changed.connect(self._begin)
        self.filters.left.connect(self._into_list)
        self.list.chosen.connect(self._show_chosen)
        self.list.verticalScrollBar().valueChanged.connect(self._show_news)
        self.lines.fetched.connect(self._on_fetched)
        self.sums.found.connect(self._on_summed)
        self.details.undo_asked.connect(self.undo)
        self.details.redo_asked.connect(self.redo)
        self.details.jump_asked.connect(self.jump)
        self.details.more_asked.connect(lambda: self._show_parts(first=False))
        flow.answered.connect(self._answered)
        bridge.changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether it is still looking for lines, summing them up or finding the desks and days to choose from."""
        return self.filters.waiting or self.lines.looking or self.sums.busy or self._offering.isActive()

    # ---- what the frame asks

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for."""
        deeds: dict[ActionId, Callable[[], None]] = {
            ActionId.SEARCH: self._to_field,
            ActionId.UNDO: self.undo,
            ActionId.REDO: self.redo,
            ActionId.COPY: self.list.copy,
            ActionId.EXPORT: self.export_asked.emit,
        }
        if wanted in deeds:
            deeds[wanted]()
        return wanted in deeds

    def take_focus(self) -> None:
        """Begin in the list: arrow keys go through what happened."""
        self.list.setFocus()

    def field_for_letters(self) -> QLineEdit:
        """Letters look for something."""
        return self.filters.field

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while one did not look."""
        super().showEvent(event)
        if self._stale:
            self._begin()
        else:
            self._refresh()
        self._offering.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen entry beside the list, or below it."""
        super().resizeEvent(event)
        beside = self.viewport().width() >= ROOM_BESIDE * self._look.theme.scale
        turn(self._both, narrow=not beside)
        self.filters.fit(self.viewport().width() - self._look.theme.space(48))

    # ---- what one does

    def undo(self) -> None:
        """Undo the chosen entry."""
        line = self._seen()
        if line is None:
            self.said.emit(self._look.words.t("Choose an entry first."))
        else:
            self.flow.undo(line.whole)

    def redo(self) -> None:
        """Do again what was undone."""
        line = self._seen()
        if line is not None and not line.gone and line.whole.takes_back:
            self.undo()
        elif line is None or not line.gone:
            self.said.emit(self._look.words.t("Choose an entry that was undone. Then it can be done again."))
        else:
            self.flow.redo(line.whole)

    def _seen(self) -> Line | None:
        """Return the chosen line; none if another one takes its place only now, for what was typed a moment ago."""
        before = self.list.current()
        self.filters.settle()
        now = self.list.current()
        return now if before and now and before.whole.entry.eid == now.whole.entry.eid else None

    def jump(self, eid: str) -> None:
        """Show the line of an entry, and choose it."""
        whole = self.flow.whole(eid)
        if whole is None:
            return
        root = whole.entry.eid
        if self.lines.row_of(root) is None and not self.filters.idle:
            self.filters.clear()
        self._jumping = root
        self.lines.fetch_down_to(whole.place)

    def export(self, path: Path) -> None:
        """Write what the filters let through to a file."""
        self.flow.export(self.filters.wanted(self.flow.now()), path)

    def _answered(self, root: str, answer: Answer) -> None:
        """Say beside the entry what came of it; in the banner, if one looks at something else by now."""
        self._refresh()
        line = self.list.current()
        if not self.isVisible() or line is None or line.whole.entry.eid != root:
            self.said.emit(answer.sentence)
        elif answer.refused:
            self.details.refuse(answer.sentence, answer.against)

    def _to_field(self) -> None:
        self.filters.field.setFocus()
        self.filters.field.selectAll()

    def _into_list(self) -> None:
        """Go to what was found; if it is still being looked for, as soon as there is something."""
        self._entering = self.lines.rowCount() == 0
        if not self._entering:
            self.list.setFocus()

    # ---- the list

    def _fetch(self, below: int | None) -> Page:
        return self.flow.page(self._wanted, below)

    def _shown(self, whole: Whole) -> Line:
        if whole.large:
            whole = replace(whole, figures=self.sums.of(whole))
        return shown(self._look.words, whole, self.flow.zone, self.flow.now().date())

    def _begin(self) -> None:
        """Look for what is wanted, from the newest entry on."""
        chosen = self.list.current()
        self._stale, self._wanted, self._unseen = False, self.filters.wanted(self.flow.now()), 0
        self._changed.clear()
        self.lines.begin()
        row = self.lines.row_of(chosen.whole.entry.eid) if chosen else None
        if self.lines.rowCount():
            self.list.choose(row or 0)
        else:
            self._show_chosen()

    def _offer(self) -> None:
        """Offer the desks and days of the next stretch of the journal; go on with the others soon."""
        stretch = next(self.flow.hours(self._told_upto), None)
        if stretch is None:
            self.filters.offer(self._hours, self.flow.now().date())
            return
        self._told_upto = stretch[0]
        self._hours |= stretch[1]
        self._offering.start()

    def _on_changed(self, changes: Changes) -> None:
        self._changed.append(changes.eid)
        if self.isVisible():
            self._soon.start(WHILE_WORKING_MS if self.flow.working else 0)

    def _refresh(self) -> None:
        """Add what is new at the top, and show anew what looks different."""
        if not self._changed:
            return
        changed, self._changed = self._changed, []
        few = len(changed) <= MOST_NEW
        newer = self.flow.newer(self.filters.wanted(self.flow.now()), self.lines.newest, MOST_NEW) if few else ()
        if not few or len(newer) == MOST_NEW:
            self._begin()
            return
        touched = {root for eid in changed for root in self.flow.touched_by(eid)}
        for root in touched:
            row = self.lines.row_of(root)
            whole = self.flow.whole(root) if row is not None else None
            if row is not None and whole is not None:
                self.lines.replace(row, whole)
        self.lines.put_first(newer)
        self._unseen += len(newer)
        self._offer_newcomers(newer)
        current = self.list.current()
        if current is None and self.lines.rowCount():
            self.list.choose(0)
        elif current is not None and current.whole.entry.eid in touched:
            self.details.show_line(current, self._matter(current))
        self._on_fetched()

    def _offer_newcomers(self, newer: tuple[Whole, ...]) -> None:
        """Offer desks and days that did not stand in the choices."""
        if any(self.filters.desk.findData(whole.entry.desk) < 0 for whole in newer) or self.filters.when.count() < 4:
            self._offer()

    def _on_fetched(self) -> None:
        """Go where one wanted to; say that nothing was found, or that it is being looked for."""
        words = self._look.words
        row = self.lines.row_of(self._jumping) if self._jumping else None
        if row is not None:
            self._jumping = ""
            self.list.choose(row)
            self.list.setFocus()
        elif self.list.current() is None and self.lines.rowCount():
            self.list.choose(0)
        nothing = self.lines.rowCount() == 0
        if nothing and self.lines.looking:
            self._empty.setText(words.t("Looking …"))
        elif nothing:
            self._empty.setText(words.t("Nothing in the journal is like that."))
        self._empty.setVisible(nothing)
        self._everything.setVisible(nothing and not self.lines.looking and not self.filters.idle)
        self.list.setVisible(not nothing)
        self._show_news()
        if self._entering and not nothing:
            self._into_list_if_waiting()

    def _into_list_if_waiting(self) -> None:
        """Go on to the list if one still waits in the field for what is found."""
        self._entering = False
        if self.filters.field.hasFocus():
            self.list.setFocus()

    def _show_news(self) -> None:
        """Offer the way to new entries that are out of view."""
        if self.list.at_top():
            self._unseen = 0
        if self._unseen:
            self._news.say(self._look.words.n("One new entry", "{count} new entries", self._unseen))
        self._news.setVisible(self._unseen > 0)

    def _show_newest(self) -> None:
        self.list.choose(0)
        self.list.scrollToTop()

    def _on_summed(self, root: str, figures: Figures) -> None:
        """Show what a large entry did, now that it is summed up."""
        row = self.lines.row_of(root)
        line = self.lines.line(row) if row is not None else None
        if row is not None and line is not None:
            self.lines.replace(row, replace(line.whole, figures=figures))
            if row == self.list.currentIndex().row():
                self.details.show_remarks(figures_text(self._look.words, figures))

    # ---- the chosen line

    def _show_chosen(self) -> None:
        line = self.list.current()
        self._waiting = []
        if line is None:
            self.details.clear()
            return
        self.details.show_line(line, self._matter(line))
        page = self.flow.parts(line.whole.entry.eid, None)
        self._following = page.following
        self._waiting = blocks(self._look.words, page.happenings, self.flow.zone, self.flow.book, line.title)
        self._show_parts(first=True)

    def _show_parts(self, *, first: bool) -> None:
        line = self.list.current()
        if line is None:
            return
        if not self._waiting and self._following is not None:
            page = self.flow.parts(line.whole.entry.eid, self._following)
            self._following = page.following
            self._waiting = blocks(self._look.words, page.happenings, self.flow.zone, self.flow.book, line.title)
        now, self._waiting = self._waiting[:BLOCKS_AT_ONCE], self._waiting[BLOCKS_AT_ONCE:]
        self.details.show_parts(now, first=first, more=bool(self._waiting) or self._following is not None)

    def _matter(self, line: Line) -> Matter:
        words, whole = self._look.words, line.whole
        undo = self.flow.undone_by(whole.entry.eid) if line.gone else None
        undone = words.t("Undone: {when}", when=self._when(undo.at, by(undo))) if undo else ""
        return Matter(
            when=self._when(whole.entry.at, line.by),
            may_undo=whole.undoable and not whole.takes_back,
            may_redo=undo is not None or (whole.undoable and whole.takes_back),
            shut=self.flow.shut,
            undone=undone,
            undone_by=undo.eid if undo else "",
        )

    def _when(self, at: datetime, who: str) -> str:
        local = self.flow.local(at)
        return " · ".join(
            part for part in (day_text(self._look.words, local.date().isoformat()), f"{local:%H:%M:%S}", who) if part
        )

    # ---- how it is built

    def _build(self) -> None:
        look, theme = self._look, self._look.theme
        words, dress = look.words, plain(theme.colours)
        self._empty = Text("", "muted", wrap=True)
        self._everything = Button(look, words.t("Show everything"), dress, size=14, high=38)
        self._everything.clicked.connect(self.filters.clear)
        self._news = Button(look, "", dress, icon="up", size=14, high=36)
        self._news.clicked.connect(self._show_newest)
        self._news.hide()
        self.export_button = Button(
            look, words.t("Export"), dress, key=key_of(words, ActionId.EXPORT), size=14, high=40
        )
        self.export_button.clicked.connect(self.export_asked)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.space(6), theme.space(6), theme.space(6), theme.space(6))
        for widget in (self._empty, self._everything):
            widget.setContentsMargins(theme.space(14), theme.space(10), theme.space(14), theme.space(4))
            inside.addWidget(widget)
        inside.addWidget(self._news)
        inside.addWidget(self.list, 1)
        inside.addStretch(0)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.space(16))
        self._both.addWidget(card, 5)
        self._both.addWidget(self.details, 3)
        holder = QWidget()
        holder.setObjectName("scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.space(24), theme.space(20), theme.space(24), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self.filters)
        column.addLayout(self._both, 1)
        self.filters.add(self.export_button)
        self.setWidget(holder)
