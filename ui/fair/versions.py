"""Plans that were kept: looking at one, going back to one, keeping today's."""

from PySide6.QtCore import QObject, Signal

from eventdesk.fair.placing.plan import Status
from eventdesk.fair.plan import REPLANNED, Version
from eventdesk.words.numbers import decimal_text
from ui.fair import telling
from ui.fair.deeds import Deeds
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.standing import Standing
from ui.look import Look
from ui.widgets.versions_card import VersionLine, VersionsCard, VersionsSay


class Versions(QObject):
    """The versions with their card. `changed`: another plan is looked at."""

    changed = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, look: Look, flow: FairFlow, deeds: Deeds) -> None:
        words = look.words
        self.card = VersionsCard(
            look,
            VersionsSay(
                words.t("Versions of the plan"),
                words.t("for example: after the call"),
                words.t("Keep today's plan"),
                words.t("No plan was kept yet. One is kept whenever a plan is applied."),
                words.t("It is as today's plan."),
            ),
        )
        super().__init__(self.card)
        self._look, self._flow, self._deeds = look, flow, deeds
        self._standing: Standing | None = None
        self.card.turned.connect(self._turn)
        self.card.kept.connect(self._keep)
        self.card.restored.connect(self._restore)
        self.card.left.connect(self.left)

    @property
    def standing(self) -> Standing | None:
        """Who stood where in the version that is looked at."""
        return self._standing

    def caption(self) -> str:
        """Return what stands above the version that is looked at, beside today's plan."""
        return self._look.words.t("In this version")

    def headline(self, *, differs: bool) -> str:
        """Return what stands above the version that is looked at."""
        return telling.headline(self._look.words, differs=differs)

    busy = False

    def open(self) -> None:
        """Show what was kept; look at none of them yet."""
        self.card.list.setCurrentRow(-1)
        self._standing = None
        self.follow()

    def follow(self) -> None:
        """Show what is kept now."""
        versions = self._flow.versions()
        self.card.show_versions([VersionLine(each.id, self._title(each), self._line(each)) for each in versions])
        self._turn(self.card.chosen())

    def leave(self) -> None:
        """Leave everything as it is."""
        self.left.emit()

    def _turn(self, version: int | None) -> None:
        if version is None:
            self._standing = None
            self.card.show_changes(None)
        else:
            self._standing = self._flow.standing_of(version)
            lines = telling.changes(self._look.words, self._flow.standing, self._standing)
            self.card.show_changes(lines)
        self.changed.emit()

    def _keep(self, name: str) -> None:
        if self._deeds.done(lambda: self._flow.keep(name)):
            self.told.emit(self._look.words.t("Today's plan is kept."))

    def _restore(self, version: int | None) -> None:
        if version is not None and self._deeds.done(lambda: self._flow.restore(version)):
            self.told.emit(self._look.words.t("Everybody stands as in that version again."))
            self.left.emit()

    def _title(self, version: Version) -> str:
        at, now = version.at.astimezone(self._flow.event.zone), self._flow.event.local_now()
        time = at.strftime("%H:%M") if at.date() == now.date() else at.strftime("%d.%m. %H:%M")
        return f"{time} · {version.name}" if version.name else time

    def _line(self, version: Version) -> str:
        words = self._look.words
        if not version.status:
            return words.t("by hand")
        if version.status == Status.OPTIMAL.value:
            return words.t("optimal")
        if version.status == REPLANNED:
            return words.t("re-planned on the day")
        cost, bound = version.cost or 0, version.bound or 0
        gap = 100 * (cost - bound) / cost if cost > bound else 0.0
        return words.t("{percent} % above the bound", percent=decimal_text(words, gap, 1))
