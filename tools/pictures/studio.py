"""Brings the real window into every scene and keeps what it shows."""

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from eventdesk.event import Event
from eventdesk.people import records as people
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.scenes import MORE_SCENES, SCENES, Cast, bring, dress
from tools.pictures import day
from ui import theme
from ui.application import Application
from ui.dialogs import Dialogs
from ui.preferences import Preferences

LANGUAGES = ("de", "en")
SHADES = ("light", "dark")
CAFE = "cafe"
"""What scenes of the World Café begin with: they play at the event that has one."""
NOBODY = Cast("", "", "", "", "")


def take(folder: Path, home: Path, *, size: tuple[int, int], percent: int, only: str) -> None:
    """Write `folder`/LANGUAGE-SHADE/SCENE.png for every scene whose name contains `only`."""
    app = QApplication([])
    app.setStyle("Fusion")
    theme.load_fonts()
    scenes = [name for name in (*SCENES, *MORE_SCENES) if only in name]
    made: dict[bool, Path] = {}
    if any(name.startswith(CAFE) for name in scenes):
        made[True] = day.make_cafe(home / "cafe", FakeClock(day.CAFE_BEGINS))
    if not all(name.startswith(CAFE) for name in scenes):
        made[False] = day.make(home / "made", FakeClock(day.DOORS_OPEN))
    for language in LANGUAGES:
        for shade in SHADES:
            target = folder / f"{language}-{shade}"
            target.mkdir(parents=True, exist_ok=True)
            for scene in scenes:
                _take_one(app, made[scene.startswith(CAFE)], home, scene, target, (language, shade), size, percent)


def _take_one(
    app: QApplication,
    made: Path,
    home: Path,
    scene: str,
    target: Path,
    dressed: tuple[str, str],
    size: tuple[int, int],
    percent: int,
) -> None:
    cafe = scene.startswith(CAFE)
    file = Path(shutil.copy(made, home / f"{'Café' if cafe else '4. Integrationskonferenz'}.eventdesk"))
    clock = FakeClock(day.CAFE_NOW if cafe else day.NOW)
    preferences = Preferences()
    preferences.language, preferences.shade, preferences.text_size = *dressed, percent
    preferences.desk, preferences.printer = "Desk 2", ""
    application = Application(app, preferences, Dialogs(), clock)
    application.window.resize(*size)
    application.show_start()
    application.window.show()
    application.window.activateWindow()
    application.open(file)
    desk = DeskDriver(application, clock)
    desk.settles()
    dress(desk, language=dressed[0], shade=dressed[1], percent=percent)
    if application.opened is not None:
        bring(desk, NOBODY if cafe else _cast(application.opened.event), scene)
    application.window.grab().save(str(target / f"{scene}.png"))
    application.quit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


def _cast(event: Event) -> Cast:
    guest = day.star(event)
    member = next(person for person in people.everyone(event.db) if person.group)
    return Cast(guest.code, member.code, "schmidt", "Mariam Haidari", guest.name)
