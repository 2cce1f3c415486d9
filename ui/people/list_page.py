"""The list of the people page: searching, filtering, ordering, and keeping up with what happens elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from eventdesk.event import Changes
from eventdesk.people.listing import NAME, Facet, Presence, Roll, Wanted
from ui.bridge import Bridge
from ui.facets import FACET_NAMES
from ui.look import Look
from ui.people import telling
from ui.people.columns import Speech, remembered
from ui.people.editor import Editor
from ui.people.flow import PeopleFlow
from ui.people.steps import Steps
from ui.people.view import PeopleView
from ui.preferences import Preferences
from ui.timers import single_shot
from ui.turns import leave_alone, look_at_what_is_new

DIGITS_PAUSE_MS = 150
"""Digits may be a badge that is being scanned: they are searched for only when they stop."""
GATHER_MS = 30
"""Changes that follow each other so closely are shown together."""
FIRST = 100
"""So many people fill a screen; they are shown before all others are known."""
REST_MS = 40
_MOST_DIGITS = 5
AFFECTED = frozenset({"person", "extra", "scan", "badge_print", "setting", "point", "former_key"})
COLUMNS, WIDTHS = "people/columns", "people/widths"


class ListPage(PeopleView):
    """Everybody. `said` carries a sentence for the banner, an empty one takes it away."""

    said = Signal(str)

    def __init__(self, look: Look, flow: PeopleFlow, bridge: Bridge, preferences: Preferences) -> None:
        self._preferences = preferences
        super().__init__(look, flow, Speech(look.words, flow.roles()), remembered(preferences.kept(COLUMNS)))
        flow.speak(look.words)
        self.editor = Editor(self, self.panel, flow, self.speech)
        self._changes: list[Changes] = []
        self._stale = True
        self._reading, self._ordering = Steps(self), Steps(self)
        self._pause = single_shot(self, self._search, DIGITS_PAUSE_MS)
        self._soon = single_shot(self, self.keep_up, GATHER_MS)
        self._whole = single_shot(self, self._show_rest, REST_MS)
        self._begin_reading = single_shot(self, self._on_begin_reading)
        self._former: Roll | None = None
        self._let_go_former = single_shot(self, self._on_let_go_former, REST_MS)
        self._tidy = single_shot(self, look_at_what_is_new, REST_MS)
        self._filter_changed = self._asked_anew = False
        self._next_look = 0
        self.table.widths = _widths(preferences.kept(WIDTHS))
        self.bar.search.field.setText(flow.looking.words)
        self._wire_list()
        bridge.changed.connect(self._on_changed)
        self._show_filter()
        self._show_order()
        self.column_pane.show_columns(self.model.keys)

    @property
    def busy(self) -> bool:
        """Whether the list is still being read or ordered, or something has not been shown yet."""
        timers = (self._pause, self._soon, self._whole, self._begin_reading, self._unfold)
        return self._reading.busy or self._ordering.busy or any(timer.isActive() for timer in timers)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list when it is looked at for the first time; catch up with what happened since."""
        super().showEvent(event)
        if self._stale:
            self._read_all()
        elif self._changes:
            self._soon.start()
        else:
            self.editor.refresh()  # this desk may scan elsewhere by now, or note exits

    def _wire_list(self) -> None:
        field = self.bar.search.field
        field.textChanged.connect(self._on_typed)
        field.entered.connect(self._into_list)
        field.escaped.connect(self._start_search)
        self.bar.taken_away.connect(self._take_away)
        self.empty.everybody.clicked.connect(self._show_everybody)
        self.table.turned.connect(self.editor.turn_to)
        self.table.opened.connect(self._into_panel)
        self.table.left.connect(self._start_search)
        self.table.order_asked.connect(self._order_by_head)
        self.table.widths_changed.connect(self._keep_widths)
        self.table.marked_changed.connect(lambda: self.foot.show_marked(self.table.marked_count()))
        self.table.cut_short.connect(self._say_cut_short)
        self.panel.left.connect(self._back_to_list)
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(self._back_to_list)
        self.column_pane.left.connect(self._back_to_list)
        self.column_pane.columns_changed.connect(self._choose_columns)
        self.column_pane.order_changed.connect(self._order)
        self.foot.unsaved.clicked.connect(self._to_unsaved)
        self.editor.unsaved_changed.connect(self._show_unsaved)

    # ---- the list

    def _read_all(self) -> None:
        self._stale = False
        self._changes.clear()
        self._next_look = 0
        self._begin_reading.start()

    def _on_begin_reading(self) -> None:
        """Read everybody. What was known of them is let go of in a turn of its own; then there is little in memory."""
        self._former = self.flow.looking.roll
        self._reading.begin(self.flow.looking.reading(), self._on_read, self._while_reading)
        self._let_go_former.start()

    def _on_let_go_former(self) -> None:
        self._former = None
        self._tidy.start()

    def _while_reading(self) -> None:
        """Show what was read so far: the first people at once, then whenever there are four times as many."""
        leave_alone()  # or the collector goes through everybody again and again, longer each time
        read = len(self.flow.looking.roll)
        if read >= self._next_look:
            self._next_look = max(FIRST, 4 * read)
            self._show_ids()

    def _on_read(self) -> None:
        leave_alone()
        self._show_ids()
        self._show_values()
        if not self.editor.shows_somebody():
            self.editor.turn_to(self.flow.memory.chosen)
            self.table.choose(self.flow.memory.chosen)
        self._show_unsaved()
        self._order_if_asked()

    def _show_first(self) -> None:
        """Show the first people of another list at once; all of them as soon as these are painted."""
        self.table.show_ids(self.flow.looking.first(FIRST), self.flow.memory.chosen)
        self.table.scrollToTop()
        if len(self.model.ids) < FIRST:
            self._show_ids()
        else:
            self._whole.start()

    def _show_rest(self) -> None:
        """Show what may come a moment after the first people: the chips of a changed filter, everybody else."""
        if self._filter_changed:
            self._filter_changed = False
            self._show_filter()
            self._show_values()
        self._show_ids()

    def _show_ids(self) -> None:
        """Show who is wanted, as far as everybody was read."""
        self._whole.stop()
        looking = self.flow.looking
        ids = looking.ids()
        self.table.show_ids(ids, self.flow.memory.chosen)
        everybody = len(looking.roll)
        text = telling.count(self.look.words, len(ids), everybody, complete=looking.complete, sure=looking.hits_are_all)
        if self.foot.count.text() != text:
            self.foot.count.setText(text)
        if self._asked_anew:
            self._asked_anew = not looking.complete
            self._let_go(ids)
        self.show_whether_empty(empty=not ids and looking.complete, narrowed=looking.narrowed and everybody > 0)

    def _let_go(self, ids: list[int]) -> None:
        """Show nobody who is not among those one looks for now; if these are only one, choose them.

        Whoever is only called alike is never chosen so. What was typed about somebody waits as a draft.
        """
        chosen, person = self.flow.memory.chosen, self.editor.person
        stays = person is not None if chosen is None else self.model.place(chosen) >= 0
        if stays:
            return  # the chosen one is there, or somebody new is being typed
        only = ids[0] if len(ids) == 1 and self.flow.looking.complete and self.flow.looking.exact else None
        if only != chosen:
            self.table.choose(only)
            self.editor.turn_to(only)
            self._show_unsaved()

    def catch_up(self) -> None:
        """Show at once what was asked for last, so that a deed never meets somebody who is about to leave the list."""
        if self._pause.isActive():
            self._search()
        if self._whole.isActive():
            self._show_rest()

    def _on_typed(self, text: str) -> None:
        if any(letter.isdigit() for letter in text) and not any(letter.isalpha() for letter in text):
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        self._asked_anew = True
        self.flow.looking.look_for(self.bar.search.field.text())
        self._show_first()

    def _start_search(self) -> None:
        """Go to the search field; from there, empty it."""
        field = self.bar.search.field
        self.show_compare(shown=False)
        self.show_list()
        if field.hasFocus():
            field.clear()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.said.emit("")

    def _into_list(self) -> None:
        if self._pause.isActive():
            self._search()
        if self.model.ids:
            if not self.table.chosen():
                self.table.choose(self.model.ids[0])
                self.editor.turn_to(self.model.ids[0])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_panel(self) -> None:
        if self.editor.shows_somebody():
            self.show_beside(self.panel)
            if self.narrow:
                self.panel.back.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.panel.form.focus()
            self.panel.to_top()

    def _back_to_list(self) -> None:
        self.show_list()
        target = self.table if self.model.ids else self.bar.search.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- filter, order, columns

    def _turn_pane(self, pane: object) -> None:
        if self.beside.currentWidget() is pane and (not self.narrow or self.beside_shown()):
            self._back_to_list()
            return
        self.show_compare(shown=False)
        if pane is self.filters:
            self.show_beside(self.filters)
            self._show_values()
            self.filters.take_focus()
        else:
            self.show_beside(self.column_pane)
            self.column_pane.take_focus()

    def _filter(self, wanted: Wanted) -> None:
        self.flow.looking.wanted = wanted
        self._filter_changed = self._asked_anew = True
        self._show_first()
        self._whole.start()

    def _take_away(self, what: tuple[Facet, str] | Presence) -> None:
        wanted = self.flow.looking.wanted
        self._filter(wanted.with_presence(what) if isinstance(what, Presence) else wanted.toggled(*what))
        self._show_rest()
        target = self.bar.chips[0] if self.bar.chips else self.bar.filter
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everybody(self) -> None:
        self.bar.search.field.clear()
        self._filter(Wanted())
        self._start_search()

    def _show_values(self) -> None:
        if self.beside.currentWidget() is self.filters or not self.isVisible():
            looking = self.flow.looking
            values = {facet: looking.roll.values(facet) for facet in Facet}
            self.filters.show_values(values, looking.presence_counts(), looking.wanted)

    def _show_filter(self) -> None:
        words, wanted = self.look.words, self.flow.looking.wanted
        chips: list[tuple[object, str]] = [
            (each, words.t(telling.PRESENCE_NAMES[each])) for each in Presence if each in wanted.presence
        ]
        for facet, name in FACET_NAMES.items():
            values = sorted(wanted.values.get(facet, ()))
            texts = [f"{words.t(name)}: {telling.facet_value(self.speech, facet, value)}" for value in values]
            chips += [((facet, value), text) for value, text in zip(values, texts, strict=True)]
        self.bar.show_chips(chips)

    def _order_by_head(self, key: str) -> None:
        looking = self.flow.looking
        self._order(key, looking.order == key and not looking.backwards)

    def _order(self, key: str, backwards: bool) -> None:
        looking = self.flow.looking
        sortable = self.column_pane.order.findData(key) >= 0
        if not sortable:
            return
        looking.order, looking.backwards = key, backwards
        self._show_order()
        if looking.ready():
            self._show_first()
        elif not self._reading.busy:
            self._ordering.begin(looking.ordering(), self._show_first)

    def _order_if_asked(self) -> None:
        """Order by what was chosen while people were still being read."""
        if not self.flow.looking.ready():
            self._ordering.begin(self.flow.looking.ordering(), self._show_first)

    def _show_order(self) -> None:
        looking = self.flow.looking
        self.table.show_order(looking.order or NAME, backwards=looking.backwards)
        self.column_pane.show_order(looking.order, backwards=looking.backwards)

    def _choose_columns(self, keys: list[str]) -> None:
        keys = remembered(",".join(keys))
        self._preferences.keep(COLUMNS, ",".join(keys))
        chosen = self.flow.memory.chosen
        self.model.show_columns(keys)
        self.table.choose(chosen, bring=False)
        self.table.fit_columns()
        self._show_order()
        self.column_pane.show_columns(keys)

    def _say_cut_short(self, copied: int, marked: int) -> None:
        words = self.look.words
        said = words.t(
            "Only the first {copied} of {marked} rows were copied. Export takes all.", copied=copied, marked=marked
        )
        self.said.emit(said)

    def _keep_widths(self) -> None:
        self._preferences.keep(WIDTHS, ",".join(f"{key}={width}" for key, width in self.table.widths.items()))

    # ---- keeping up

    def _on_changed(self, changes: Changes) -> None:
        if not self._stale and not AFFECTED.isdisjoint(changes.kinds):
            self._changes.append(changes)
            if self.isVisible() and not self._soon.isActive():
                self._soon.start()

    def keep_up(self) -> None:
        """Show what changed; the choice, the place in the list and what is typed stay."""
        self._soon.stop()
        if self._reading.busy or self._ordering.busy:
            self._soon.start()
            return
        changes, self._changes = self._changes, []
        if not changes or self._stale:
            return
        touched: set[int] = set()
        for each in changes:
            touched |= each.ids.get("person", frozenset())
        known = None if any(set(each.kinds) - {"person"} for each in changes) else touched
        pieces, roll = self.flow.keep_up(changes), self.flow.looking.roll

        def caught_up() -> None:
            if self.flow.looking.roll is not roll:
                leave_alone()
            self.model.forget(known)
            self._show_ids()
            self._show_values()
            self.editor.refresh()
            self._order_if_asked()

        self._reading.begin(pieces, caught_up)

    # ---- what is not saved

    def _show_unsaved(self) -> None:
        words, drafts = self.look.words, self.flow.memory.drafts
        others = [person for person in drafts if self.editor.person is None or person != self.editor.person.id]
        text = words.n("One person is not saved yet", "{count} people are not saved yet", len(others)) if others else ""
        self.foot.say_unsaved(text)
        self.table.viewport().update()

    def _to_unsaved(self) -> None:
        shown = self.editor.person.id if self.editor.person else None
        person = next((each for each in self.flow.memory.drafts if each != shown), None)
        if person is not None:
            self.show_person(person)
            self._into_panel()

    def show_person(self, person: int) -> None:
        """Choose somebody, as other pages may ask; who is filtered away is shown beside the list alone."""
        self.table.choose(person)
        self.editor.turn_to(person)


def _widths(text: str) -> dict[str, int]:
    pairs = (part.partition("=") for part in text.split(","))
    return {key: int(width) for key, _equals, width in pairs if width.isdecimal() and len(width) <= _MOST_DIGITS}
