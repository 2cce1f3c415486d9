"""The column at the side of the check-in page: who is where this desk scans, how they came, who came last.

What a scan changes here is shown a moment after its verdict, and several scans at once.
"""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.checkin.attendance import HereCounter
from eventdesk.checkin.scan import RecentScan
from eventdesk.event import Changes
from eventdesk.people.rolebook import RoleBook, role_book
from ui.checkin import telling
from ui.checkin.counts import CountsCard
from ui.checkin.figures import CountsTile, figures, figures_of_door
from ui.checkin.flow import CheckInFlow
from ui.checkin.recent import RecentCard
from ui.checkin.recent_lines import Line
from ui.look import Look
from ui.timers import single_shot, to_next_minute

SOON_MS = 40
"""The verdict is on the screen by then."""
ROOMY, TIGHT = 4, 3
"""So many of the last scans keep their place beside the counts with the curve, and without it."""
AT_DOORS = frozenset({"scan", "point", "door_count", "place", "waiting", "session", "slot", "room", "point_room"})
"""What changes how full a room is."""
AFFECTED = frozenset({"person", "setting"}) | AT_DOORS
_WORDING = frozenset({"person", "setting"})


class SideColumn(QWidget):
    """Counts above, last scans below. It asks the flow; while nobody sees it, it asks nothing.

    Where the page has no room for it, `tile` shows the counts alone.
    """

    def __init__(self, look: Look, flow: CheckInFlow) -> None:
        super().__init__()
        self._look, self._flow = look, flow
        self.counts = CountsCard(look, flow.event.zone)
        self.recent = RecentCard(look)
        self.tile = CountsTile(look)
        self.tile.came_up.connect(self._catch_up)
        self._here = HereCounter(flow.event.zone)
        self._roles = RoleBook()
        self._lines: dict[RecentScan, Line] = {}
        self._reworded = True
        self._late = False
        self._soon, self._minute = single_shot(self, self.refresh, SOON_MS), single_shot(self, self.tick)
        self._gap = look.theme.space(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        column.addWidget(self.counts)
        column.addWidget(self.recent, 1)
        self.tick()

    def change(self, changes: Changes) -> None:
        """Show soon what something that was written changes here."""
        if AFFECTED.isdisjoint(changes.kinds):
            return
        self._reworded |= not _WORDING.isdisjoint(changes.kinds)
        self._here.change(self._flow.event.db, changes.ids.get("scan", frozenset()))
        self._be_late()

    def due(self) -> bool:
        """Say whether something is still to be shown."""
        return self._soon.isActive()

    def tick(self) -> None:
        """Show the present five minutes, or the new day, and wake up when the minute is over."""
        self._be_late()
        self._minute.start(to_next_minute(self._flow.event.now()))

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._soon.stop()
        self._late = False
        if self._reworded:
            self._reworded = False
            self._lines.clear()
            self._roles = role_book(self._flow.event.db)
        words, flow = self._look.words, self._flow
        counted = self._here.look(flow.event.db, flow.point, flow.event.now())
        house = flow.counts()
        here = self._here.here(flow.point, house)
        fill = flow.fill()
        shown = figures(words, house, here) if fill is None else figures_of_door(words, fill)
        self.tile.show_figures(shown)
        self.counts.show_figures(shown)
        self.counts.show_house(house if here is None else None, lambda role: self._roles.name(words, role))
        if here is None:
            self.counts.show_arrivals(flow.arrivals(house))
        self._fit()
        self.recent.show_lines(self._recent_lines())
        if not counted:
            self._be_late()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was not shown while nobody saw it."""
        super().showEvent(event)
        self._catch_up()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the counts what the last scans can spare."""
        super().resizeEvent(event)
        self._fit()

    def _catch_up(self) -> None:
        if self._late:
            self.refresh()

    def _be_late(self) -> None:
        self._late = True
        if (self.isVisible() or self.tile.isVisible()) and not self._soon.isActive():
            self._soon.start()

    def _fit(self) -> None:
        spare = self.height() - self._gap
        self.counts.fit(self.width(), spare - self.recent.height_of(ROOMY), spare - self.recent.height_of(TIGHT))

    def _recent_lines(self) -> list[Line]:
        """Return the lines of the last scans; only those of new scans are made."""
        scans, look = self._flow.recent(), self._look
        fresh = [scan for scan in scans if scan not in self._lines]
        if fresh:
            roles = {
                person: [self._roles.name(look.words, role) for role in own]
                for person, own in self._flow.roles_of_unaffiliated(fresh).items()
            }
            made = telling.lines(fresh, roles, look.words, look.theme.colours, self._flow.event.zone)
            self._lines |= dict(zip(fresh, made, strict=True))
        self._lines = {scan: self._lines[scan] for scan in scans}
        return list(self._lines.values())
