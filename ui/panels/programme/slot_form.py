"""The form for a slot."""

from typing import Any

from eventdesk.panels.programme import Programme
from eventdesk.panels.slot import Slot
from ui.look import Look
from ui.panels.programme.clock import day_note, day_of, time_note, time_of
from ui.panels.programme.form import Form
from ui.widgets.field import Note


class SlotForm(Form):
    """Day, from, to."""

    def __init__(self, look: Look, programme: Programme, slot: Slot) -> None:
        words = look.words
        title = words.t("Slot {time}", time=slot.starts[11:16]) if slot.id else words.t("New slot")
        super().__init__(look, title, words.t("Save") if slot.id else words.t("Add this slot"), slot)
        self._sessions = sum(each.slot == slot.id for each in programme.sessions) if slot.id else 0
        self.starts = self.line(
            words.t("Begins at"), slot.starts[11:16], lambda text: time_note(words, text), hint="11:00"
        )
        self.ends = self.line(words.t("Ends at"), slot.ends[11:16], self._ends, hint="12:15")
        self.day = self.line(words.t("Day"), slot.starts[:10], lambda text: day_note(words, text))
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        day = day_of(self.day.text())
        return {"starts": f"{day}T{time_of(self.starts.text())}", "ends": f"{day}T{time_of(self.ends.text())}"}

    def cost_of_removing(self) -> str:
        """Say which sessions lose their slot."""
        words = self.look.words
        return words.n("One session then has no slot.", "{count} sessions then have no slot.", self._sessions)

    def _ends(self, text: str) -> Note:
        words, starts, ends = self.look.words, time_of(self.starts.text()), time_of(text)
        if starts is not None and ends is not None and ends <= starts:
            return Note(words.t("It must end after it begins, at {time}.", time=starts), wrong=True)
        return time_note(words, text)
