"""Plays a person who looks at the whole check-in page: the point, the counts, the waiting card, the footer."""

from dataclasses import replace

from eventdesk.checkin import actions
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_point, change_point
from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from ui.shell.footer import Hint


class CheckInDriver:
    """The check-in page of a desk."""

    def __init__(self, desk: DeskDriver) -> None:
        self.desk, self.page = desk, desk.page

    # ---- what a person does

    def sized(self, width: int, height: int, percent: int = 100, language: str = "de") -> "CheckInDriver":
        """Make the window and the text this large."""
        preferences = self.desk.application.preferences
        preferences.text_size, preferences.language = percent, language
        self.desk.application.rebuild()
        self.desk.window.resize(width, height)
        self.desk.settles()
        self.page = self.desk.page
        return self

    def named(self, name: str) -> "CheckInDriver":
        """Give the present point another name."""
        change_point(self.event, replace(self.page.flow.point, name=name))
        return self.settles()

    def goes_to(self, point: Point) -> "CheckInDriver":
        """Scan at another point: F4 until it is there."""
        self.settles()
        for _ in self.page.flow.points:
            if self.page.flow.point.id != point.id:
                self.desk.presses("F4")
        assert self.page.flow.point.id == point.id
        return self.settles()

    def point(self, name: str, kind: PointKind, capacity: int | None = None) -> Point:
        """Add a point."""
        return add_point(self.event, name, kind, capacity)

    def lets_in(self, point: Point, *codes: str) -> "CheckInDriver":
        """Let people in as another desk would."""
        for code in codes:
            self.desk.clock.advance(seconds=5)
            actions.check_in(self.event, code, point)
        return self.settles()

    def settles(self) -> "CheckInDriver":
        """Let everything happen that is due."""
        self.desk.settles()
        side = self.page.side
        if side.due():
            side.refresh()
            self.desk.settles()
        return self

    # ---- what a person sees

    def hints(self) -> list[str]:
        """Return the keys in the footer, from the left."""
        hints = [hint for hint in self.desk.frame.footer.findChildren(Hint) if hint.isVisible()]
        return [hint.accessibleName() for hint in sorted(hints, key=Hint.x)]

    def counts(self) -> list[str]:
        """Return what stands in the card with the counts, from the top; and what of the house is shown below."""
        card = self.page.counts
        house = [name for name, part in (("curve", card.curve), ("roles", card.roles)) if part.isVisible()]
        return card.lines() + house

    @property
    def event(self) -> Event:
        opened = self.desk.application.opened
        assert opened is not None
        return opened.event
