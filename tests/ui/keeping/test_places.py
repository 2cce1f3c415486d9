"""Files in places that are not good to work in, or that can only be looked at: what is said, what a click does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.whereabouts import Place, Whereabouts
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.keeping_driver import KeepingDriver
from tests.ui.reading import cut
from tests.ui.scenes import dress
from ui import places
from ui.application import Application
from ui.places import Found
from ui.settings.backing_up import backup_folder

Codes = dict[str, str]
Opens = Callable[[Place, str], KeepingDriver]


@pytest.fixture
def opens(application: Application, file: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> Opens:
    """Return what opens the file as if its folder were of some kind; the folder of this user is a plain one."""

    def opened(kind: Place, name: str = "") -> KeepingDriver:
        def found(path: Path) -> Whereabouts:
            return Whereabouts(kind, name) if path.is_relative_to(file.parent / file.name) else Whereabouts(Place.LOCAL)

        monkeypatch.setattr(places, "whereabouts", found)
        application.open(file)
        driver = KeepingDriver(application, clock)
        driver.settles()
        return driver.knows()

    return opened


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [(Place.CLOUD, "OneDrive", "OneDrive"), (Place.NETWORK, "nas", "network drive")],
)
def test_one_click_leads_to_a_local_copy_and_puts_backups_there(
    opens: Opens, file: Path, kind: Place, name: str, told: str
) -> None:
    desk = opens(kind, name).says(told)
    content = file.read_bytes()
    desk.clicks("Work on a local copy, put backups there")
    copy = desk.application.preferences.documents() / file.name
    assert desk.application.opened is not None
    assert desk.application.opened.event.path == copy
    assert file.read_bytes() == content
    assert backup_folder(desk.application.preferences) == file.parent
    desk.says(str(copy)).does_not_say(told)
    driver = KeepingDriver(desk.application, desk.clock).knows()
    driver.minutes_pass(0)
    assert len(driver.kept(folder=file.parent)) == 1


def test_keeping_it_there_is_remembered(opens: Opens, file: Path) -> None:
    desk = opens(Place.CLOUD, "Dropbox")
    assert desk.has_the_focus()
    desk.types("farid rahmani").presses("Enter").says("Welcome", "Dropbox")
    desk.clicks("Keep it here").does_not_say("Dropbox")
    assert desk.has_the_focus()
    desk.opens(desk.closes()).knows().does_not_say("Dropbox")
    assert backup_folder(desk.application.preferences) is None


def test_a_temporary_folder_gets_no_backups(opens: Opens) -> None:
    desk = opens(Place.TEMPORARY, "").says("temporary folder")
    desk.clicks("Work on a copy in my documents")
    assert backup_folder(desk.application.preferences) is None


def test_a_plain_disk_is_not_worth_a_word(opens: Opens) -> None:
    desk = opens(Place.LOCAL, "")
    assert desk.strips.notice is not None
    assert desk.strips.notice.isHidden()


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be closed so there")
def test_a_file_that_can_only_be_looked_at_has_a_copy_at_one_click(
    application: Application, file: Path, clock: FakeClock
) -> None:
    file.chmod(0o444)
    application.open(file)
    desk = KeepingDriver(application, clock)
    desk.settles().says("View only", "is read-only and can only be looked at")
    desk.clicks("Save a copy and work with it").does_not_say("View only")
    copy = KeepingDriver(application, clock).knows()
    copy.scan(next(iter(codes_of(copy)))).says("Welcome")
    assert copy.event.path.parent == application.preferences.documents()


def codes_of(desk: KeepingDriver) -> list[str]:
    """Return badge codes of people who may come in."""
    from eventdesk.people import records

    return [each.code for each in records.everyone(desk.event.db) if each.family_name == "Demirtaş"]


@pytest.mark.parametrize(("free", "told"), [(150_000_000, "Only 150.0 MB are free"), (200_000_000, ""), (None, "")])
def test_little_room_on_the_disk_is_told(free: int | None, told: str) -> None:
    found = Found(Whereabouts(Place.LOCAL), better=True, free=free)
    said = places.scarce(Words("en"), found)
    assert said.startswith(told) if told else said == ""


def test_little_room_is_told_when_a_file_is_opened(
    application: Application, file: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "free_bytes", lambda _path: 99_000_000)
    application.open(file)
    desk = KeepingDriver(application, clock)
    desk.settles()
    desk.knows().says("Only 99.0 MB are free")


def test_what_lay_beside_and_was_put_aside_is_told(application: Application, file: Path, clock: FakeClock) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(b"left by an older copy")
    application.open(file)
    desk = KeepingDriver(application, clock)
    desk.settles()
    desk.knows().says("did not belong to it", "konferenz.eventdesk-wal.stray")


@pytest.mark.parametrize(
    ("size", "percent", "language"), [((1024, 640), 200, "de"), ((1024, 640), 100, "en"), ((1440, 900), 150, "de")]
)
def test_nothing_is_cut(opens: Opens, size: tuple[int, int], percent: int, language: str) -> None:
    desk = opens(Place.REMOVABLE, "STICK")
    dress(desk, language=language, percent=percent)
    desk.window.resize(*size)
    desk.settles()
    assert cut(desk.window) == []


@pytest.mark.parametrize(("percent", "language"), [(100, "de"), (200, "en"), (200, "de")])
def test_below_two_strips_everything_stands_where_it_belongs(
    opens: Opens, application: Application, clock: FakeClock, file: Path, fair_file: Path, percent: int, language: str
) -> None:
    shutil.copyfile(fair_file, file)  # the counts of so many people take their room, too
    dress(DeskDriver(application, clock), language=language, percent=percent)
    application.window.resize(1024, 640)
    desk = opens(Place.CLOUD, "OneDrive")
    desk.settles().window.grab()
    for listener in desk.event.refused:
        listener(KnownError(Fault.DISK_FULL, path=str(desk.event.path)))
    assert cut(desk.settles().window) == []
    bar, stage = desk.page.scan_bar.geometry(), desk.page.stage.geometry()
    assert bar.left() == stage.left() > 0
    assert 0 < bar.top() < bar.bottom() < stage.top()
