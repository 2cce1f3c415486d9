"""A desk with a few guests, and a stick that can be pulled out."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import add_point, find_point
from eventdesk.desk import open_event
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.clock import FakeClock

GUESTS = ("Elif", "Mahmoud", "Oksana", "Jürgen")


class AtTheDoor:
    """A desk that lets guests in, one after another, and knows whom it has confirmed."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.codes = [people.add(event, Person(0, name, "Muster")).code for name in GUESTS]
        add_point(event, "Haupteingang")
        self.confirmed: list[str] = []

    def let_in(self) -> None:
        """Let the next guest in. Raises KnownError, and then has confirmed nothing."""
        verdict = check_in(self.event, self.codes[len(self.confirmed)], find_point(self.event.db))
        self.confirmed.append(verdict.eid)

    def all_saved(self, path: Path) -> bool:
        """Close the desk, open the file anew, and say whether it holds exactly what was confirmed, and is whole."""
        self.event.close()
        with open_event(path) as again:
            stored = [row[0] for row in again.db.rows("SELECT eid FROM scan ORDER BY at, eid")]
            checks = again.verify()
        return sorted(stored) == sorted(self.confirmed) and checks == dict.fromkeys(checks, True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a desk remembers apart from that of whoever runs the tests."""
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that can be taken away."""
    folder = tmp_path / "Konferenz"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(folder: Path, empty_event: Path, clock: FakeClock) -> Iterator[AtTheDoor]:
    """Open an event in that folder."""
    path = Path(shutil.copy(empty_event, folder / "Konferenz.eventdesk"))
    with open_event(path, desk="Schalter 1", clock=clock) as event:
        yield AtTheDoor(event)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own, where this computer lets us make one."""
    place = tmp_path / "stick"
    place.mkdir()
    if os.name == "nt" or os.geteuid() != 0 or not _mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)):
        pytest.skip("no disk can be made here without being root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


def _mount(*words: str) -> bool:
    return (
        shutil.which("mount") is not None
        and not subprocess.run(["mount", *words], check=False, capture_output=True).returncode
    )
