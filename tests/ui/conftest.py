"""What all tests of the window share: the application dressed once, a desk with guests as ours have them."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk import paths
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_point
from eventdesk.desk import create_event
from eventdesk.event import EventDetails
from eventdesk.eventfolder import create_from
from eventdesk.people.actions import add
from eventdesk.people.person import Person, Status
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from ui import theme
from ui.application import Application
from ui.dialogs import Dialogs
from ui.preferences import Preferences

NEVER_MS = 3_600_000
GUESTS = {
    "elif": Person(
        0,
        "Elif",
        "Demirtaş",
        organisation="Bürgerinitiative Gemeinsam in Salzgitter",
        roles=("exhibitor",),
        languages=("Deutsch", "Türkisch"),
        attention="Standausweis und Parkkarte liegen im Umschlag „B-14“ bereit.",
        town="Salzgitter",
    ),
    "oksana": Person(0, "Oksana", "Netschyporenko", "Оксана Нечипоренко", roles=("guest",), town="Peine"),
    "farid": Person(0, "Farid", "Rahmani", "فرید رحمانی", roles=("interpreter",), organisation="Dolmetscherpool"),
    "joern": Person(0, "Jörn", "Meyer-Lüerßen", organisation="Kirchenkreis", roles=("volunteer",)),
    "anna_1": Person(0, "Anna", "Schmidt", organisation="IHK", town="Hannover", roles=("guest",)),
    "anna_2": Person(0, "Anna", "Schmidt", organisation="Landkreis Peine", town="Peine", roles=("speaker",)),
    "cancelled": Person(0, "Anke", "Schröder", organisation="Stadt Peine", status=Status.CANCELLED),
    "pending": Person(0, "Piotr", "Kowalski", status=Status.PENDING),
    "waiting": Person(0, "Selin", "Öztürk", status=Status.WAITING),
    "leila": Person(0, "Leila", "Ebrahimi", organisation="VHS Peine", group="Sprachkurs B1"),
    "lina": Person(0, "Lina", "Touma", organisation="VHS Peine", group="Sprachkurs B1"),
    "selam": Person(0, "Selam", "Fessehaye", organisation="VHS Peine", group="Sprachkurs B1"),
    "ticket": Person(0, "Thị Hạnh", "Nguyễn", ticket="hx7-QK-2209", roles=("volunteer",)),
    "long": Person(
        0,
        "Hans-Joachim",
        "Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg",
        title="Prof. Dr.",
        organisation="Niedersächsisches Landesamt für Soziales, Jugend und Familie, Außenstelle Braunschweig",
        roles=("speaker", "moderator", "exhibitor"),
        languages=("Deutsch", "Englisch", "Französisch", "Kurmandschi"),
        attention="Kommt mit Rollstuhl: bitte die Rampe am Seiteneingang zeigen und den Platz im Saal 3A freihalten.",
    ),
}


class Answers(Dialogs):
    """Answers every question for a file with the path that the test has laid out."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.began_in: Path | None = None

    def open_event(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        self.began_in = folder
        return self.path

    def new_event(self, parent: QWidget, words: Words, proposed: Path) -> Path | None:
        self.began_in = proposed.parent
        return self.path

    def open_list(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        self.began_in = folder
        return self.path

    def open_other(self, parent: QWidget, title: str, folder: Path, suffix: str) -> Path | None:
        return self.path

    def save_other(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        return self.path

    def save_table(self, parent: QWidget, words: Words, title: str, proposed: Path) -> Path | None:
        self.began_in = proposed.parent
        return self.path

    def folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self.path

    def event_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        self.began_in = folder
        return self.path

    def workbook(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        self.began_in = folder
        return self.path

    def backup_folder(self, parent: QWidget, words: Words, folder: Path) -> Path | None:
        return self.path


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Return the application with our fonts and style."""
    qapp.setStyle("Fusion")
    assert theme.load_fonts() == []
    return qapp


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of this user, who speaks German."""
    folder = tmp_path / "home"
    monkeypatch.setenv("EVENTDESK_HOME", str(folder))
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "de")
    return folder


@pytest.fixture
def answers() -> Answers:
    """Return what the file dialogs answer."""
    return Answers()


@pytest.fixture
def pages_ahead() -> bool:
    """Say whether pages that nobody has looked at yet are made while there is time, as they are at a desk."""
    return False


@pytest.fixture
def application(
    dressed: QApplication,
    home: Path,
    clock: FakeClock,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
    pages_ahead: bool,
) -> Iterator[Application]:
    """Return a window that shows the start page."""
    if not pages_ahead:
        monkeypatch.setattr("ui.frames.REST_MS", NEVER_MS)
    preferences = Preferences()
    preferences.shade = "light"
    preferences.text_size = 100
    preferences.sound_volume = 0
    application = Application(dressed, preferences, answers, clock)
    application.window.resize(1440, 900)
    application.show_start()
    application.window.show()
    application.window.activateWindow()
    dressed.processEvents()
    yield application
    application.quit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed.processEvents()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an event file with our guests, two entrances and a room; tests work on copies of it."""
    path, clock = tmp_path_factory.mktemp("prepared") / "konferenz.eventdesk", FakeClock()
    details = EventDetails(
        title="4. Integrationskonferenz", venue="Convention Center Hannover", starts="2017-03-06T09:00"
    )
    with create_event(path, details=details, desk="Büro", clock=clock) as event:
        add_point(event, "Haupteingang")
        add_point(event, "Eingang Foyer")
        add_point(event, "Saal 3A", PointKind.ROOM)
        for guest in GUESTS.values():
            add(event, guest)
    return path


@pytest.fixture
def file(tmp_path: Path, prepared: Path) -> Path:
    """Return an event file with our guests, two entrances and a room."""
    return Path(shutil.copy(prepared, tmp_path / prepared.name))


@pytest.fixture
def desk(application: Application, file: Path, clock: FakeClock) -> DeskDriver:
    """Return a desk with this file open, ready to scan."""
    application.open(file)
    driver = DeskDriver(application, clock)
    return driver.settles()


@pytest.fixture
def codes(desk: DeskDriver) -> dict[str, str]:
    """Return the badge code of each guest."""
    from eventdesk.people import records

    opened = desk.application.opened
    assert opened is not None
    by_name = {}
    for person in records.everyone(opened.event.db):
        by_name[person.given_name, person.family_name, person.organisation] = person.code
    return {key: by_name[who.given_name, who.family_name, who.organisation] for key, who in GUESTS.items()}


@pytest.fixture
def little_in_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep what the tests before have left out of the collector's sight: at a desk there is no such thing."""
    gc.collect()
    gc.freeze()
    with monkeypatch.context() as patched:
        patched.setattr(gc, "unfreeze", lambda: None)
        yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def fair_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event file of the sample with the fair of 81; tests work on copies of it."""
    path = tmp_path_factory.mktemp("fair") / "messe.eventdesk"
    create_from(path, paths.seeds() / "integrationskonferenz-4", desk="Büro", clock=FakeClock()).opened().close()
    return path


@pytest.fixture(scope="session")
def panels_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event file of the sample with podium, panels and two rounds; tests work on copies of it."""
    path = tmp_path_factory.mktemp("panels") / "panels.eventdesk"
    create_from(path, paths.seeds() / "integrationskonferenz-9", desk="Büro", clock=FakeClock()).opened().close()
    return path


@pytest.fixture(scope="session")
def forums_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event file of the sample with eight forums for 700 people; tests work on copies of it."""
    path = tmp_path_factory.mktemp("forums") / "foren.eventdesk"
    create_from(path, paths.seeds() / "integrationskonferenz-4", desk="Büro", clock=FakeClock()).opened().close()
    return path
