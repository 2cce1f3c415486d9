"""The tones of the desk, played by whatever the system plays sounds with. Never in the way, never late.

Qt's own sound lives in a package that is not installed with eventdesk. A program is started for each tone and nobody
waits for it; the newest tone ends the one before. Where nothing can play, the system's own beep stands in.
"""

import shutil
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QProcess
from PySide6.QtWidgets import QApplication

from ui import sounds_files
from ui.preferences import Preferences
from ui.timers import single_shot

Players = tuple[tuple[str, ...], ...]
PLAYERS: Mapping[str, Players] = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}
"""Programs that play a WAV file, the best first, with what stands before the name of the file."""
AFTER_PAINT_MS = 15
"""The verdict is painted first."""
PATIENCE_MS = 4_000
"""No tone of ours takes as long as this; a player that does waits for a device that does not answer."""
TRY_AGAIN_MS = 60_000
"""When nothing could play, the beep stands in for so long before the players are tried again."""


class Sound(StrEnum):
    """What a tone says. They are files of the same name in `resources/sounds`."""

    WELCOME = "welcome"
    ATTENTION = "attention"
    REFUSED = "refused"
    GONG = "gong"
    BELL = "bell"


class Sounds(QObject):
    """Plays tones as loud as this desk wants them."""

    def __init__(
        self,
        preferences: Preferences,
        *,
        players: Players | None = None,
        beep: Callable[[], None] = QApplication.beep,
        patience: int = PATIENCE_MS,
        try_again: int = TRY_AGAIN_MS,
    ) -> None:
        """Use these `players`, by default those of this system; times in milliseconds."""
        super().__init__()
        self._preferences, self._beep, self._try_again = preferences, beep, try_again
        self._players = PLAYERS.get(sys.platform, ()) if players is None else players
        self._at = 0
        self._next: Path | None = None
        self._now: Path | None = None
        self._gave_up = QElapsedTimer()
        self._process = QProcess(self)
        for redirect in (self._process.setStandardOutputFile, self._process.setStandardErrorFile):
            redirect(QProcess.nullDevice())
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._soon = single_shot(self, self._play_next, AFTER_PAINT_MS)
        self._hung = single_shot(self, self._process.kill, patience)

    @property
    def volume(self) -> int:
        """How loud tones are, 0 (off) to 100."""
        return self._preferences.sound_volume

    @volume.setter
    def volume(self, volume: int) -> None:
        self._preferences.sound_volume = volume

    def play(self, sound: Sound) -> None:
        """Play a tone as soon as what is on the screen is painted. Tones that were not heard yet are left out."""
        if self.volume > 0:
            self._next = sounds_files.file_of(sound, self.volume, self._preferences.folder)
            self._soon.start()

    def idle(self) -> bool:
        """Say whether nothing plays and nothing is going to."""
        return not self._soon.isActive() and self._process.state() is QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """End what plays, and play nothing more of what was asked for."""
        self._next = self._now = None
        self._soon.stop()
        self._hung.stop()
        if not self.idle():
            self._process.kill()
            self._process.waitForFinished()

    def _play_next(self) -> None:
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._now = None
            self._process.kill()  # what is next begins when it has ended
            return
        self._now, self._next = self._next, None
        if self._now is None:
            return
        if self._gave_up.isValid() and not self._gave_up.hasExpired(self._try_again):
            self._beep()
        elif sys.platform == "win32":
            self._play_on_windows(self._now)
        else:
            self._gave_up.invalidate()
            self._start(self._now)

    def _start(self, file: Path) -> None:
        """Start the player whose turn it is; those that are not installed are passed over."""
        while self._at < len(self._players):
            name, *arguments = self._players[self._at]
            program = shutil.which(name)
            if program is not None:
                self._hung.start()
                self._process.start(program, [*arguments, str(file)])
                return
            self._at += 1
        self._give_up()

    def _play_on_windows(self, file: Path) -> None:
        if sys.platform == "win32":
            import winsound

            try:
                winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
            except RuntimeError:
                self._give_up()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._hung.stop()
        failed = self._now is not None and (code != 0 or status is QProcess.ExitStatus.CrashExit)
        self._go_on(failed=failed)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._hung.stop()
            self._go_on(failed=self._now is not None)

    def _go_on(self, *, failed: bool) -> None:
        """Play what was asked for meanwhile; after a failure let the next player have a try."""
        if failed:
            self._at += 1
            self._next = self._next or self._now
        if self._next is not None:
            self._soon.start()

    def _give_up(self) -> None:
        """Beep, and try the players again sparingly."""
        self._at = 0
        self._gave_up.start()
        self._beep()
