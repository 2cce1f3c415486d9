"""Timetables that were kept: looking at one, going back to one, keeping today's."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.panels.version import Version
from ui.look import Look
from ui.panels.flow.programme_flow import REPLANNED, PanelsFlow
from ui.panels.programme.deeds import Deeds
from ui.panels.programme.telling import change_lines
from ui.widgets.versions_card import VersionLine, VersionsCard, VersionsSay


class Versions(QObject):
    """The versions with their card. `changed`: another timetable is looked at."""

    changed = Signal()
    left = Signal()
    told = Signal(str)
    busy = False

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds) -> None:
        words = look.words
        self.card = VersionsCard(
            look,
            VersionsSay(
                words.t("Versions of the timetable"),
                words.t("for example: as printed"),
                words.t("Keep today's timetable"),
                words.t("No timetable was kept yet. One is kept whenever a timetable is applied."),
                words.t("It is as today's timetable."),
            ),
        )
        super().__init__(self.card)
        self._look, self._flow, self._deeds = look, flow, deeds
        self._timetable: Mapping[int, Spot] | None = None
        self.card.turned.connect(self._turn)
        self.card.kept.connect(self._keep)
        self.card.restored.connect(self._restore)
        self.card.left.connect(self.left)

    @property
    def widget(self) -> QWidget:
        """The card."""
        return self.card

    @property
    def timetable(self) -> Mapping[int, Spot] | None:
        """When and where sessions were in the version that is looked at."""
        return self._timetable

    def programme(self) -> Programme:
        """Return the programme as it was."""
        return self._flow.programme.with_timetable(self._timetable or {})

    def headline(self) -> str:
        """Return what stands above the version that is looked at."""
        return self._look.words.t("This version: blue frames are elsewhere today.")

    def open(self) -> None:
        """Show what was kept; look at none of them yet."""
        self.card.forget()
        self._timetable = None
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
            self._timetable = None
            self.card.show_changes(None)
        else:
            self._timetable = self._flow.timetable_of(version)
            programme = self._flow.programme
            self.card.show_changes(change_lines(self._look.words, programme, programme.timetable, self._timetable))
        self.changed.emit()

    def _keep(self, name: str) -> None:
        if self._deeds.done(lambda: self._flow.keep(name)):
            self.told.emit(self._look.words.t("Today's timetable is kept."))

    def _restore(self, version: int | None) -> None:
        if version is not None and self._deeds.done(lambda: self._flow.restore(version)):
            self.told.emit(self._look.words.t("All sessions are as in that version again."))
            self.left.emit()

    def _title(self, version: Version) -> str:
        at, now = version.at.astimezone(self._flow.event.zone), self._flow.event.local_now()
        time = at.strftime("%H:%M") if at.date() == now.date() else at.strftime("%d.%m. %H:%M")
        return f"{time} · {version.name}" if version.name else time

    def _line(self, version: Version) -> str:
        words, facts = self._look.words, version.facts
        if facts.status == "optimal":
            said = words.t("optimal")
        elif facts.status == REPLANNED:
            said = words.t("re-planned on the day")
        else:
            said = words.t("suggested") if facts.status else words.t("by hand")
        return f"{said} · {words.t('printed')}" if version.printed else said
