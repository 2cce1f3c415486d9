"""What is shown on the tab of the programme: today's timetable or another one, and what is chosen in it."""

from collections.abc import Generator, Mapping
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from ui.look import Look
from ui.panels.flow.programme_flow import REPLANNED, PanelsFlow
from ui.panels.flow.reasons import Reasons
from ui.panels.grid.faces import faces
from ui.panels.grid.geometry import Where
from ui.panels.grid.painting import seats_text
from ui.panels.grid.sight import Sight
from ui.panels.programme import facts
from ui.panels.programme.board import Board
from ui.panels.programme.deeds import Deeds
from ui.panels.programme.list_card import Row
from ui.panels.spots import spot_text
from ui.timers import single_shot

GATHER_MS = 20


class Aside(Protocol):
    """What stands beside the grid in place of the cards, and may have another timetable to look at."""

    @property
    def timetable(self) -> Mapping[int, Spot] | None:
        """The other timetable; None: there is none yet."""

    @property
    def busy(self) -> bool:
        """Whether something is still to be thought or shown."""

    @property
    def widget(self) -> QWidget:
        """The card."""

    def programme(self) -> Programme:
        """Return the programme with that timetable."""

    def headline(self) -> str:
        """Return what stands above the grid."""

    def follow(self) -> None:
        """Know that the programme has changed."""

    def leave(self) -> None:
        """Have done."""


class Showing(Board):
    """Shows, and chooses; what is done is the business of its child."""

    deeds_changed = Signal()

    def __init__(self, look: Look, flow: PanelsFlow) -> None:
        super().__init__(look, flow)
        self.asking: Aside | None = None
        self.deeds_of = Deeds(look, flow, self)
        self.reasons = Reasons()
        self._steps: Generator[None, None, None] | None = None
        self._stale = True
        self._soon = single_shot(self, self._read, GATHER_MS)
        self._next = single_shot(self, self._read_on)
        self.reasons.changed.connect(self.show_chosen)
        self.destroyed.connect(self.reasons.close)
        self.strip.turned.connect(lambda _at: self.refresh())

    @property
    def late(self) -> bool:
        """Whether something has changed that is not shown yet."""
        return self._soon.isActive() or self._next.isActive()

    @property
    def preview(self) -> Mapping[int, Spot] | None:
        """The timetable that is looked at, if it is not today's."""
        if self.asking is None or self.strip.sides.at() == 0:
            return None
        return self.asking.timetable

    @property
    def programme(self) -> Programme:
        """The programme that is shown."""
        return self.view.sight.programme

    def changed(self) -> None:
        """Show how things are now: soon, or when somebody looks here again."""
        self._steps = None
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._soon.start(0)

    def _read(self) -> None:
        self._steps = self.flow.look_in_steps()
        self._next.start()

    def _read_on(self) -> None:
        steps = self._steps
        if steps is not None and next(steps, self) is not self:
            self._next.start()
            return
        if steps is not None:
            self._steps = None
            if self.asking is not None:
                self.asking.follow()
            self.refresh()

    # ---- showing

    def refresh(self) -> None:
        """Show everything as it is now."""
        words, today, preview = self.look.words, self.flow.programme, self.preview
        shown = today if preview is None or self.asking is None else self.asking.programme()
        cost = self.flow.cost if preview is None else self.flow.cost_of(preview)
        broken = self.flow.troubles if preview is None else ()
        before = today.timetable if preview is not None else None
        self.view.show_sight(Sight(shown, faces(words, shown, cost, broken, before)))
        self._show_strip()
        self.empty.show_missing(rooms=not today.rooms, slots=not self.view.layout_of.slots)
        self.view.setVisible(self.empty.isHidden())
        self._follow_chosen(shown)
        lying = [each for each in shown.sessions if None in each.spot]
        able = self.flow.closed is None
        told = [(each.id, " · ".join(part for part in (_half(self, each.spot), each.title) if part)) for each in lying]
        self.tray.show_sessions(told, self.flow.memory.session)
        hard = sum(each.is_hard for each in self.flow.troubles)
        lost, away, given = self.flow.cost.lost_by_clash, self.flow.cost.turned_away, bool(today.places)
        self.plan_card.show_figures(lost, away, hard, self._quality(), given=given)
        self.plan_card.add.setEnabled(able)
        self.deeds_changed.emit()
        self.show_chosen()

    def _quality(self) -> str:
        """Return how good today's timetable is known to be, if it is the newest one that was thought out.

        What was proven then is not said any more where sessions or wishes came since.
        """
        words, newest = self.look.words, next(iter(self.flow.versions()), None)
        today, cost = self.flow.programme, self.flow.cost
        if newest is None or self.flow.timetable_of(newest.id) != today.timetable:
            return ""
        known = newest.facts.lost, newest.facts.turned_away
        as_then = known == (cost.lost_by_clash, cost.turned_away)
        if newest.facts.status == "optimal" and as_then and not any(None in each.spot for each in today.sessions):
            return words.t("Proven: no timetable loses fewer people.")
        if newest.facts.status == REPLANNED:
            return words.t("Planned anew on the day, with as few changes as possible.")
        return ""

    def _show_strip(self) -> None:
        asking = self.asking
        if asking is None or asking.timetable is None:
            self.strip.say("", choice=False)
            return
        said = asking.headline() if self.preview is not None else self.look.words.t("This is today's timetable.")
        self.strip.say(said, choice=True)

    def _follow_chosen(self, shown: Programme) -> None:
        """Keep to the chosen session: an undo or another desk may have moved it."""
        memory = self.flow.memory
        known = shown.session_of.get(memory.session or 0)
        if known is None:
            memory.session = None
        elif known.slot is not None and known.room is not None:
            memory.slot, memory.room = known.slot, known.room
        if memory.slot not in shown.slot_of or memory.room not in shown.room_of:
            memory.slot = memory.room = None

    @property
    def where(self) -> Where | None:
        """The cell with the cursor."""
        memory = self.flow.memory
        return (memory.slot, memory.room) if memory.slot is not None and memory.room is not None else None

    def show_chosen(self) -> None:
        """Show what is chosen: in the grid and on its card."""
        words, memory, sight = self.look.words, self.flow.memory, self.view.sight
        session = sight.programme.session_of.get(memory.session or 0)
        able = self.flow.closed is None and self.preview is None
        if session is not None and session.id in sight.faces:
            whys = self.reasons.of(words, sight.programme, session.id)
            broken = self.flow.troubles if self.preview is None else ()
            shown = facts.of_session(words, sight.programme, session, sight.faces, broken, whys, able=able)
        elif self.where is not None:
            shown = facts.of_cell(words, sight.programme, self.where, able=able)
        else:
            shown = facts.nothing(words)
        self.session_card.show_facts(shown)
        if self.list.isVisible():
            self.list.show_rows(self._rows(), memory.session)
        self.view.choose(self.where, memory.session)
        self.view.setAccessibleDescription(self._spoken())

    def _rows(self) -> list[Row]:
        """Return all sessions as lines of the list, the earliest first."""
        sight = self.view.sight
        starts = {slot.id: slot.starts for slot in sight.programme.slots}
        in_order = sorted(sight.programme.sessions, key=lambda each: (starts.get(each.slot or 0, "~"), each.title))
        told = [sight.faces[each.id] for each in in_order]
        return [
            Row(face.session, face.spoken, face.placed, f"{face.spoken} {face.crew} {face.line}".casefold())
            for face in told
        ]

    def _spoken(self) -> str:
        words, sight = self.look.words, self.view.sight
        face = sight.faces.get(self.flow.memory.session or 0)
        if face is not None:
            return face.whole
        if self.where is None:
            return ""
        return words.t("{spot}: free", spot=spot_text(words, sight.programme, self.where))

    # ---- choosing

    def choose_cell(self, where: Where | None) -> None:
        """Choose a cell, and the session that is there."""
        memory = self.flow.memory
        if where is None:
            memory.slot = memory.room = None
        else:
            memory.slot, memory.room = where
        memory.session = self.view.sight.at(where)
        self.session_card.stop_asking()
        self.show_chosen()

    def choose_session(self, session: int | None, *, bring: bool = False) -> None:
        """Choose a session, and the cell where it is."""
        if session != self.flow.memory.session:
            self.session_card.stop_asking()
        self.flow.memory.session = session
        known = self.view.sight.programme.session_of.get(session or 0)
        if known is not None:
            self.flow.memory.slot = self.flow.memory.room = None
        self._follow_chosen(self.view.sight.programme)
        self.show_chosen()
        if bring:
            self.view.bring(self.where)

    def show_tip(self, session: int | None, room: int | None) -> None:
        """Show as a tooltip what is below the pointer: a session, or the head of a room."""
        sight = self.view.sight
        face, head = sight.faces.get(session or 0), sight.programme.room_of.get(room or 0)
        said = face.whole if face is not None else ""
        if head is not None:
            said = f"{head.name}: {seats_text(self.look.words, head)}"
        if said != self.view.viewport().toolTip():
            self.view.viewport().setToolTip(said)


def _half(board: Board, spot: Spot) -> str:
    return "" if spot == (None, None) else spot_text(board.look.words, board.flow.programme, spot)
