"""Counting without names at the door of a room: when it is on, what a key does, what is shown of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from eventdesk.errors import KnownError
from eventdesk.event import Changes
from eventdesk.words.faults import fault_sentence
from ui.checkin.arrivals_side import AT_DOORS
from ui.checkin.counter_card import CounterCard
from ui.checkin.flow import CheckInFlow
from ui.look import Look
from ui.timers import single_shot, to_next_minute
from ui.widgets.scan_field import ScanField


class Counting(QObject):
    """Keeps the counter true while it is on. `turned` says that it went on or off, `said` carries a sentence."""

    turned = Signal()
    said = Signal(str)

    def __init__(
        self, look: Look, flow: CheckInFlow, stage: QStackedWidget, card: CounterCard, field: ScanField
    ) -> None:
        """Show the card on `stage`, of which it is part already; `field` hands over + and − while it is on."""
        super().__init__(stage)
        self._look, self._flow, self._card, self._field = look, flow, card, field
        self._minute = single_shot(self, self.show_now)
        self.show_now()

    @property
    def on(self) -> bool:
        """Whether people are counted without names where this desk scans."""
        return self._flow.counting

    def turn(self) -> None:
        """Begin to count, or go back to scanning. Only the doors of rooms can be counted at."""
        if not self._flow.count_here(wanted=not self.on) and not self._field.counts:
            self.said.emit(self._look.words.t("People are counted at the door of a room: choose one with F4."))
        self.show_now()
        self.turned.emit()

    def count(self, change: int) -> None:
        """Count somebody who came in (1) or went out (-1)."""
        if not self.on:
            return
        words = self._look.words
        try:
            counted = self._flow.count(change)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        self.said.emit("" if counted else words.t("Nobody is in this room."))
        self.show_now()

    def change(self, changes: Changes) -> None:
        """Show what something that was written changes here."""
        if self.on and not AT_DOORS.isdisjoint(changes.kinds):
            self.show_now()

    def show_now(self) -> None:
        """Show how full the room is now, and again when the minute is over."""
        self._field.counts = self.on
        fill = self._flow.fill() if self.on else None
        if fill is None:
            self._minute.stop()
            return
        self._card.show_fill(fill)
        self._minute.start(to_next_minute(self._flow.event.now()))
