"""What this desk remembers for itself: language, look, window, printer, recent files. Kept in one ini file."""

import locale
import os
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from eventdesk.words import LANGUAGES, preferred_language

MOST_RECENT = 6
FILE = "desk.ini"
HOME = "EVENTDESK_HOME"
"""The same as `eventdesk.log.HOME`, without loading the log before the window is there."""
AS_SYSTEM = "system"
_MOST_DIGITS = 6
USUAL_VOLUME = 70
GUEST_SECONDS = (5, 8, 12, 20)
"""So long the guest's screen may greet one guest."""
USUAL_GUEST_SECONDS = 12
PRINT_POLICIES = ("never", "walk_ins", "once", "always")
"""Nobody's badge is printed at the check-in; that of a walk-in; of whoever has none yet; of everybody, each time."""


def home() -> Path:
    """Return the folder of this user for what the window keeps: settings, and the files of sample events."""
    given = os.environ.get(HOME)
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData/Roaming") / "eventdesk"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/eventdesk"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "eventdesk"


class Preferences:
    """Typed access to the ini file. Everything has a default; a broken value counts as none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the settings in `folder` (default: `home()`)."""
        self.folder = folder or home()
        self._store = QSettings(str(self.folder / FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language of this desk, "de" or "en"."""
        chosen = self._text("language")
        return chosen if chosen in LANGUAGES else preferred_language(_environment())

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def shade(self) -> str:
        """How bright the window is: "light", "dark" or "system"."""
        chosen = self._text("shade")
        return chosen if chosen in ("light", "dark") else AS_SYSTEM

    @shade.setter
    def shade(self, shade: str) -> None:
        self._store.setValue("shade", shade)

    @property
    def text_size(self) -> int:
        """The size of text in percent, 100 to 200; 0 follows the system."""
        chosen = self._text("text_size")
        percent = _whole(chosen)
        return percent if 100 <= percent <= 200 else 0

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    @property
    def desk(self) -> str:
        """The name of this desk, empty before the first start."""
        return self._text("desk")

    @desk.setter
    def desk(self, name: str) -> None:
        self._store.setValue("desk", name.strip())

    @property
    def geometry(self) -> QByteArray | None:
        """Size and place of the window when it was closed."""
        stored = self._store.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def printer(self) -> str:
        """Where badges go: "" (nowhere), "folder:PATH" or "system:NAME"."""
        return self._text("printing/printer")

    @printer.setter
    def printer(self, printer: str) -> None:
        self._store.setValue("printing/printer", printer)

    @property
    def print_policy(self) -> str:
        """Whose badge is printed at the check-in: one of `PRINT_POLICIES`."""
        chosen = self._text("printing/policy")
        return chosen if chosen in PRINT_POLICIES else self._former_policy()

    @print_policy.setter
    def print_policy(self, policy: str) -> None:
        self._store.setValue("printing/policy", policy)

    @property
    def sound_volume(self) -> int:
        """How loud the tones of the desk are, 0 (off) to 100."""
        chosen = self._text("sound/volume")
        volume = _whole(chosen)
        return volume if 0 <= volume <= 100 else USUAL_VOLUME

    @sound_volume.setter
    def sound_volume(self, volume: int) -> None:
        self._store.setValue("sound/volume", str(max(0, min(100, volume))))

    @property
    def guest_screen(self) -> bool:
        """Whether the guest sees a screen of their own."""
        return self._text("guest/screen") == "yes"

    @guest_screen.setter
    def guest_screen(self, wanted: bool) -> None:
        self._store.setValue("guest/screen", "yes" if wanted else "no")

    @property
    def guest_names(self) -> bool:
        """Whether that screen shows names."""
        return self._text("guest/names") != "no"

    @guest_names.setter
    def guest_names(self, wanted: bool) -> None:
        self._store.setValue("guest/names", "yes" if wanted else "no")

    @property
    def guest_seconds(self) -> int:
        """How long that screen greets one guest before it shows the event again: one of `GUEST_SECONDS`."""
        chosen = self._text("guest/seconds")
        seconds = _whole(chosen)
        return seconds if seconds in GUEST_SECONDS else USUAL_GUEST_SECONDS

    @guest_seconds.setter
    def guest_seconds(self, seconds: int) -> None:
        self._store.setValue("guest/seconds", str(seconds))

    def recent(self) -> list[Path]:
        """Return the event files that were open last and are still there, newest first."""
        return [path for path in self._recent() if _is_there(path)]

    def known_files(self) -> list[Path]:
        """Return the event files that were open last, newest first, those included that are gone."""
        return self._recent()

    def forget_file(self, path: Path) -> None:
        """Take a file from the recent ones."""
        self._store.setValue("recent", "\n".join(str(each) for each in self._recent() if each != path))

    def page_of(self, file: Path) -> str:
        """Return the page that this desk looked at last with this file."""
        return self._text(key_of_file("pages", file))

    def remember_page(self, file: Path, page: str) -> None:
        """Keep the page for the next time."""
        self._store.setValue(key_of_file("pages", file), page)

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [each for each in self._recent() if each != path]
        self._store.setValue("recent", "\n".join(str(each) for each in [path, *others][:MOST_RECENT]))

    def point_of(self, file: Path) -> str:
        """Return the name of the point at which this desk scanned last with this file."""
        return self._text(key_of_file("points", file))

    def remember_point(self, file: Path, point: str) -> None:
        """Keep the point for the next time."""
        self._store.setValue(key_of_file("points", file), point)

    def documents(self) -> Path:
        """Return the folder in which files are proposed and sample events are made."""
        if os.environ.get(HOME):
            return self.folder / "events"
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / "eventdesk"

    def folder_for_files(self) -> Path:
        """Return the folder in which a dialog begins: the one used last, or that of the user's documents."""
        last = self._text("folder")
        wanted = Path(last) if last and Path(last).is_dir() else self.documents()
        return next(folder for folder in (wanted, *wanted.parents) if folder.is_dir())

    def chosen(self, path: Path | None) -> Path | None:
        """Return what a dialog answered; the next one begins in the folder of the file that was chosen."""
        if path is not None:
            self._store.setValue("folder", str(path.parent))
        return path

    def kept(self, key: str) -> str:
        """Return what was kept under a key, empty if nothing; for what one page remembers for itself."""
        return self._text(key)

    def keep(self, key: str, value: str) -> None:
        """Keep a text under a key, like "people/columns"."""
        self._store.setValue(key, value)

    def save(self) -> None:
        """Write everything to the disk now."""
        self._store.sync()

    def _former_policy(self) -> str:
        """Return what two ticks said before there was one choice."""
        if self._text("printing/check_in") == "yes":
            return "always"
        return "never" if self._text("printing/walk_in") == "no" else "walk_ins"

    def _recent(self) -> list[Path]:
        return [Path(line) for line in self._text("recent").splitlines() if line]

    def _text(self, key: str) -> str:
        stored = self._store.value(key, "")
        return stored if isinstance(stored, str) else ""


def _whole(text: str) -> int:
    """Return a whole number of a few digits; -1 for anything else that somebody wrote there."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else -1


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder without rights, a name that no disk takes
        return False


def key_of_file(what: str, file: Path) -> str:
    """Return the key under which something of a file waits until it is opened again."""
    return "{}/{}".format(what, file.name.replace("\\", "_"))


def _environment() -> dict[str, str]:
    """Return the environment, with the system's language where the environment does not name one."""
    environment = dict(os.environ)
    if sys.platform in ("win32", "darwin") and not environment.get("LANG"):
        environment["LANG"] = locale.getlocale()[0] or ""
    return environment
