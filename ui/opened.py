"""The open event as the window holds it: the file, the signal of its changes, the flow of the check-in."""

from collections.abc import Sequence
from datetime import datetime

from eventdesk.backups import places
from eventdesk.event import Changes, Event
from eventdesk.people import records
from eventdesk.words import Words
from ui.actions import PageId
from ui.badges.flow import BadgesFlow
from ui.badges.making import Maker
from ui.bridge import Bridge
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.checkin.flow import CheckInFlow
from ui.closed_file import ClosedDeed
from ui.fair.flow.fair_flow import FairFlow
from ui.keeping.safekeeper import Safekeeper
from ui.looking_up import LookingUp
from ui.panels.flow.programme_flow import PanelsFlow
from ui.people.flow import PeopleFlow
from ui.people.looking import Looking
from ui.preferences import Preferences, key_of_file
from ui.printing import Printing
from ui.prize.flow.at_the_desk import BallotsAtTheDesk
from ui.prize.flow.prize_flow import PrizeFlow
from ui.recovery.aftermath import LIST as LEFT_BY_HAND
from ui.reports.flow.reports_flow import ReportsFlow
from ui.scanner_memory import ScannerMemory
from ui.settings.backing_up import backup_folder
from ui.settings.flow import SettingsFlow
from ui.templates.flow import TemplatesFlow
from ui.tour import practice

POINTS = frozenset({"point", "setting"})
"""Kinds of changes after which there may be other check-in points."""
PEOPLE_DRAFTS, PEOPLE_SEARCH, TEMPLATE_DRAFTS = "people/drafts", "people/search", "templates/drafts"
"""Where what was begun waits, for each file, until it is opened again."""


def forget_for(preferences: Preferences, deed: ClosedDeed) -> None:
    """Forget what this desk remembers of people in a file to which something is done, as far as that asks for it.

    What was typed about them, whom one looked for, what was to be done again by hand after a backup was gone back to.
    """
    gone = (PEOPLE_DRAFTS, PEOPLE_SEARCH) if deed.forgets else ()
    for what in (*gone, LEFT_BY_HAND) if deed.forgets or deed.erases else ():
        preferences.keep(key_of_file(what, deed.path), "")


class RolesUsed:
    """The roles that people have at one event, the most frequent first. Counting takes a while: it is put off."""

    def __init__(self, event: Event, known: Sequence[str] | None = None) -> None:
        """Begin with those that are `known`, if somebody has counted them."""
        self._event = event
        self._known = None if known is None else list(known)

    @property
    def counted(self) -> bool:
        """Whether they are known without counting."""
        return self._known is not None

    def all(self) -> list[str]:
        """Return them, counted anew if people have changed."""
        if self._known is None:
            self._known = list(records.role_counts(self._event.db))
        return list(self._known)

    def follow(self, changes: Changes) -> None:
        """Know that people have changed."""
        if "person" in changes.kinds:
            self._known = None


class Opened:
    """Lives as long as the file is open, through every change of language and colours."""

    def __init__(
        self,
        event: Event,
        words: Words,
        preferences: Preferences,
        printing: Printing,
        roles: Sequence[str] | None = None,
    ) -> None:
        """Hold an open event; `roles` are those that people have in it, if somebody has counted them."""
        self.event = event
        self.roles = RolesUsed(event, roles)
        self.bridge = Bridge(event)
        self.printing = printing
        printing.serve(event)
        self.scanners = ScannerMemory(preferences)
        self.flow = CheckInFlow(event, words, self.printing, self.roles.all, lambda: self.scanners.habits)
        self.look_ups = LookingUp(event)
        self.people = PeopleFlow(event, words, printing, self.flow, self.roles.all, self.look_ups.see)
        self.people.take_drafts(preferences.kept(key_of_file(PEOPLE_DRAFTS, event.path)))
        self.people.looking.look_for(preferences.kept(key_of_file(PEOPLE_SEARCH, event.path)))
        self.badges = BadgesFlow(event, printing)
        self.badge_maker = Maker(self.badges, words)
        self.fair = FairFlow(event)
        self.panels = PanelsFlow(event)
        self.cafe = CafeFlow(event)
        self.prize = PrizeFlow(event)
        self.ballots = BallotsAtTheDesk(event)
        self.reports = ReportsFlow(event)
        self.settings = SettingsFlow(event)
        self.safekeeper = Safekeeper(
            event,
            places.home(),
            lambda: backup_folder(preferences),
            watches=not practice.is_practice(event.path, preferences.folder),
        )
        self.templates = TemplatesFlow(event)
        self.templates.take_drafts(preferences.kept(key_of_file(TEMPLATE_DRAFTS, event.path)))
        self.saved_at = self._last_saved()
        self._preferences = preferences
        self._kept_point = preferences.point_of(event.path)
        self.flow.choose_point_named(self._kept_point)
        self.bridge.changed.connect(self._on_changed)

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.event.local_now()

    def speak(self, words: Words) -> None:
        """Speak another language from now on."""
        self.flow.speak(words)
        self.badge_maker.speak(words)

    def close(self) -> Looking:
        """Remember the point and close the file. Returns the list of everybody, which may be large, to be let go of."""
        self._remember_point()
        path, keep = self.event.path, self._preferences.keep
        keep(key_of_file(PEOPLE_DRAFTS, path), self.people.drafts())
        keep(key_of_file(PEOPLE_SEARCH, path), self.people.looking.words)
        keep(key_of_file(TEMPLATE_DRAFTS, path), self.templates.drafts())
        self.templates.close()
        self.cafe.close()
        self.reports.close()
        self.prize.close()
        everybody, self.people.looking = self.people.looking, Looking(self.event)
        self.printing.serve(None)
        self.badges.close()
        self.look_ups.close()
        self.safekeeper.close()
        self.bridge.close()
        self.event.close()
        return everybody

    def recall(self) -> PageId:
        """Return the page on which this file was left, and put it first among the recent ones; practice begins anew."""
        path = self.event.path
        if practice.is_practice(path, self._preferences.folder):
            return PageId.CHECK_IN
        self._preferences.remember(path)
        last = self._preferences.page_of(path)
        return PageId(last) if last in set(PageId) else PageId.CHECK_IN

    def remember_page(self, page: PageId) -> None:
        """Keep the page that is looked at: a restart in the rush is back there. An import begins anew."""
        if page is not PageId.IMPORT:
            self._preferences.remember_page(self.event.path, page.value)

    def _remember_point(self) -> None:
        """Keep the point after every step, as the power may fail at any time."""
        name = self.flow.point.name
        if name != self._kept_point:
            self._kept_point = name
            self._preferences.remember_point(self.event.path, name)

    def _last_saved(self) -> datetime | None:
        """Return when the file was changed last, if that was today."""
        at = next((entry.at.astimezone(self.event.zone) for entry in self.event.journal(limit=1)), None)
        return at if at is not None and at.date() == self.now().date() else None

    def _on_changed(self, changes: Changes) -> None:
        self.saved_at = self.now()
        self.roles.follow(changes)
        self.ballots.follow(changes)
        self.printing.follow(changes)
        self.reports.follow(changes)
        if not POINTS.isdisjoint(changes.kinds):
            self.flow.reload_points()
        self._remember_point()
