"""The form of who takes part: people of which roles sit at tables."""

from collections import Counter

from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.deeds import Deeds
from ui.cafe.tables.form import Form
from ui.look import Look
from ui.widgets.text import Text
from ui.widgets.tick import Tick


class RolesForm(Form):
    """A tick for each role that anybody has."""

    def __init__(self, look: Look, flow: CafeFlow, deeds: Deeds) -> None:
        words = look.words
        super().__init__(look, words.t("Who sits at tables"), words.t("Save"))
        self._flow, self._deeds = flow, deeds
        about = words.t("Interpreters and helpers, for example, may be needed elsewhere. Who has a card keeps it.")
        self.column.addWidget(Text(about, "muted", wrap=True))
        counted = Counter(role for guest in flow.cafe.guests.values() for role in guest.roles)
        roles = [*counted, *(role for role in flow.cafe.left_out if role not in counted)]
        self.ticks: dict[str, Tick] = {}
        for role in sorted(roles, key=lambda each: (-counted[each], each)):
            text = f"{flow.role_names.name(words, role)} ({counted[role]})"
            self.ticks[role] = Tick(look.theme, text, ticked=role not in flow.cafe.left_out)
            self.column.addWidget(self.ticks[role])
        self.finish()

    def take_focus(self) -> None:
        """Begin with the first role."""
        first = next((tick.box for tick in self.ticks.values()), self.save)
        first.setFocus()

    def write(self) -> bool:
        """Leave out the roles that are not ticked."""
        left_out = [role for role, tick in self.ticks.items() if not tick.box.isChecked()]
        return self._deeds.done(lambda: self._flow.leave_out(left_out))
