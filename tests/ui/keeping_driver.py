"""Plays a person at a desk whose files get lost and damaged: waits for backups, goes back to one."""

import contextlib
import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eventdesk.backups import Occasion, backups_in, places
from eventdesk.backups.copies import Backup
from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.keeping.safekeeper import Safekeeper
from ui.recovery.page import RecoveryPage
from ui.recovery.strip import AftermathStrip
from ui.shell.backup_pill import BackupPill
from ui.strips import Strips


class KeepingDriver(DeskDriver):
    """A desk that is looked at for its backups."""

    @property
    def event(self) -> Event:
        """Return the event that is open."""
        assert self.application.opened is not None
        return self.application.opened.event

    @property
    def safekeeper(self) -> Safekeeper:
        """Return who takes backups."""
        assert self.application.opened is not None
        return self.application.opened.safekeeper

    @property
    def strips(self) -> Strips:
        """Return what stands above the pages."""
        assert self.application.inside.strips is not None
        return self.application.inside.strips

    @property
    def pill(self) -> BackupPill:
        """Return the pill in the header."""
        return self.frame.header.backup

    @property
    def own(self) -> Path:
        """Return this desk's own folder for backups of this event."""
        return places.own_folder(places.home(), self.event.event_id)

    def knows(self) -> "KeepingDriver":
        """Wait until it is known which backups there are, and where the file lies."""
        until(lambda: self.safekeeper.standing.known and not self.strips.busy)
        self.settles()
        return self

    def minutes_pass(self, minutes: float) -> "KeepingDriver":
        """Let the clock go on, and the timer of the backups with it."""
        self.clock.advance(minutes=minutes)
        self.safekeeper.look()
        return self.rests()

    def rests(self) -> "KeepingDriver":
        """Let backups and everything else long come to their end."""
        until(lambda: not self.safekeeper.busy and self.application.work.idle())
        self.settles()
        return self

    def kept(self, occasion: Occasion = Occasion.AUTO, folder: Path | None = None) -> list[Backup]:
        """Return the backups of one kind in a folder, newest first."""
        found = backups_in(folder or self.own, self.event.event_id, self.event.path)
        return [each for each in found if each.occasion is occasion]

    def clicks_pill(self) -> "KeepingDriver":
        """Click the pill."""
        self.clicks_at(self.pill, self.pill.rect().center())
        return self

    # ---- a file that cannot be opened

    def closes(self) -> Path:
        """Close the event; returns its path."""
        path = self.event.path
        self.application.close_event()
        self.settles()
        return path

    def opens(self, path: Path) -> "KeepingDriver":
        """Open a file, and wait for what is looked for then."""
        self.application.open(path)
        return self.opens_nothing()

    def opens_nothing(self) -> "KeepingDriver":
        """Wait for what is looked for beside the window."""
        self.settles()
        until(self.application.looks_idle)
        self.settles()
        return self

    @property
    def recovery(self) -> RecoveryPage:
        """Return the page in place of a file that cannot be opened."""
        recovering = self.application.recovering
        assert recovering is not None
        assert recovering.page is not None
        return recovering.page

    def goes_on(self, number: int = 0) -> "KeepingDriver":
        """Go on with one of the backups that are offered."""
        button = self.recovery.lines[number].button
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.rect().center())
        return self.restored()

    def restored(self) -> "KeepingDriver":
        """Wait until a backup is open."""
        until(lambda: self.application.frame is not None)
        self.settles()
        return self.knows()

    @property
    def aftermath(self) -> AftermathStrip:
        """Return the strip of what was done since the backup."""
        strip = self.frame.findChild(AftermathStrip)
        assert isinstance(strip, AftermathStrip)
        return strip

    def listed(self) -> list[str]:
        """Return the lines of its list."""
        rows = self.aftermath.list
        return [rows.item(number).text() for number in range(rows.count())]


def spoilt(path: Path, table: str = "scan") -> None:
    """Spoil a file as a bad disk does: the first page of one table holds nonsense, everything else is whole."""
    with contextlib.closing(sqlite3.connect(path)) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as raw:
        raw.seek((page - 1) * size)
        raw.write(b"\xff" * size)
