"""The page of the programme: three views of it, of which one is shown."""

from pathlib import Path

from PySide6.QtCore import Signal

from eventdesk.event import Changes
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.look import Look
from ui.panels.doors.tab import DoorsTab
from ui.panels.flow.papers import Paper
from ui.panels.flow.programme_flow import KINDS, PanelsFlow
from ui.panels.places.tab import PlacesTab
from ui.panels.programme.tab import ProgrammeTab
from ui.widgets.views_page import ViewsPage
from ui.work import Work

PROGRAMME, PLACES, DOORS = range(3)
_TAB_OF = {
    ActionId.SUGGEST: PROGRAMME,
    ActionId.WHAT_IF: PROGRAMME,
    ActionId.FIX: PROGRAMME,
    ActionId.ADD: PROGRAMME,
    ActionId.PRINT: PROGRAMME,
    ActionId.GIVE_OUT: PLACES,
    ActionId.COUNT_IN: DOORS,
    ActionId.COUNT_OUT: DOORS,
}
"""Where a deed is done that the view that is shown does not know."""
_KEYS_OF = {
    PLACES: (ActionId.GIVE_OUT, ActionId.SEARCH, ActionId.PRINT, ActionId.UNDO, ActionId.NEXT_TAB),
    DOORS: (ActionId.COUNT_IN, ActionId.COUNT_OUT, ActionId.UNDO, ActionId.PRINT, ActionId.NEXT_TAB),
}
"""Which keys work in a view, if not those of the programme."""
_PAPER_OF = {PLACES: Paper.PROTOCOL}
"""Which paper somebody most likely wants who asks for papers in another view than that of the programme."""


class PanelsPage(ViewsPage):
    """Hands on what keys ask for to the view that is shown, or shows the one that knows it."""

    save_asked = Signal(str, str)

    def __init__(self, look: Look, flow: PanelsFlow, bridge: Bridge, work: Work) -> None:
        super().__init__(look)
        self.flow = flow
        self.programme = ProgrammeTab(look, flow, bridge, work)
        self.places = PlacesTab(look, flow, bridge, work)
        self.doors = DoorsTab(look, flow, bridge)
        self.tabs: tuple[ProgrammeTab | PlacesTab | DoorsTab, ...] = (self.programme, self.places, self.doors)
        words = look.words
        names = [words.t("Programme"), words.t("Places"), words.t("Door scan")]
        self.take_views(names, self.tabs, flow.memory, _KEYS_OF)
        self.programme.save_asked.connect(self.save_asked)
        self.programme.deeds_changed.connect(self.head.arrange)
        bridge.changed.connect(self._on_changed)
        self.show_tab(flow.memory.tab)

    @property
    def tab(self) -> ProgrammeTab | PlacesTab | DoorsTab:
        """The view that is shown."""
        return self.tabs[self.stack.currentIndex()]

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        if wanted in (ActionId.NEXT_TAB, ActionId.PREVIOUS_TAB):
            self.step(1 if wanted is ActionId.NEXT_TAB else -1)
            return True
        if self.tab.do(wanted):
            return True
        if wanted is ActionId.UNDO:
            return self.programme.do(wanted)
        if wanted not in _TAB_OF:
            return False
        first = _PAPER_OF.get(self.stack.currentIndex()) if wanted is ActionId.PRINT else None
        self.show_tab(_TAB_OF[wanted])
        if first is not None:
            self.programme.show_papers(first)
            return True
        return self.tab.do(wanted)

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        self.programme.save_to(path)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.flow.renew()
