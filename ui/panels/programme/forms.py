"""Adds, changes and removes rooms, slots and sessions: one form at a time beside the grid."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.programme.deeds import Deeds
from ui.panels.programme.form import Form, Thing
from ui.panels.programme.room_form import RoomForm
from ui.panels.programme.session_form import SessionForm
from ui.panels.programme.slot_form import SlotForm


class Forms(QObject):
    """`shown` carries the form to show; `left`: it is not needed any more."""

    shown = Signal(object)
    left = Signal()

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._flow, self._deeds = look, flow, deeds
        self.form: Form | None = None

    def add(self) -> None:
        """Add what is needed next: a room, a slot, or once there are both a session; others can be chosen there."""
        if self._deeds.is_closed():
            return
        programme, memory = self._flow.programme, self._flow.memory
        if not programme.rooms:
            self.open(Room(0, "", "", 0))
        elif not programme.slots:
            self.open(Slot(0, "", "", ""))
        elif memory.session is None:
            self.open(Session(0, "", "", slot=memory.slot, room=memory.room))
        else:
            self.open(Session(0, "", ""))

    def open(self, thing: Thing) -> None:
        """Show the form of a thing that is there, or of a new one."""
        programme = self._flow.programme
        form: Form
        if isinstance(thing, Slot) and not thing.id:
            thing = Slot(0, "", self._day(), "")
        if isinstance(thing, Room):
            form = RoomForm(self._look, programme, thing)
        elif isinstance(thing, Slot):
            form = SlotForm(self._look, programme, thing)
        else:
            form = SessionForm(self._look, programme, thing)
        form.saved.connect(self._save)
        form.removed.connect(self._remove)
        form.left.connect(self.left)
        form.other_asked.connect(self.open)
        self.shown.emit(form)
        self.form = form

    def drop(self) -> None:
        """Throw the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _day(self) -> str:
        """Return the day for a new slot: that of the others, or of the event."""
        slots = self._flow.programme.slots
        return max((each.starts[:10] for each in slots), default=self._flow.event.details.starts[:10])

    def _save(self, thing: Thing, fields: dict[str, Any]) -> None:
        if thing.id:
            changed = {name: value for name, value in fields.items() if value != getattr(thing, name)}
            done = self._deeds.done(lambda: self._flow.change(thing, **changed))
        else:
            done = self._deeds.done(lambda: self._add(replace(thing, **fields)))
        if done:
            self.left.emit()

    def _add(self, thing: Thing) -> None:
        added = self._flow.add(thing)
        if isinstance(thing, Session):
            self._flow.memory.session = added

    def _remove(self, thing: Thing) -> None:
        if self._deeds.done(lambda: self._flow.remove(thing)):
            self.left.emit()
