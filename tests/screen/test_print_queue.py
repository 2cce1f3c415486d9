"""Printers fail in front of a real window: each trouble is one sentence, nothing is lost, the desk goes on."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from eventdesk.starting import create_sample
from tests.core.badges.cups_here import QUEUE, CupsHere, cups_here, scheduler
from tests.screen.conftest import MUST_RUN
from tests.screen.print_desk import SECOND, PrintDesk, add_second
from tests.screen.screen import Screen

ROOT_ID = 0
BLOCK = 4096
AT_ONCE, BEHIND = 12, 108
"""Two desks take in about so many people in a minute."""


@pytest.fixture
def cups() -> Iterator[CupsHere]:
    """Return a CUPS with two printers. It stands before the screen, whose programs are to know it."""
    cupsd = scheduler()
    if cupsd is None:
        must = os.environ.get(MUST_RUN) and hasattr(os, "geteuid") and os.geteuid() == ROOT_ID
        assert not must, "cupsd, cups-pdf or the programs of CUPS are missing here"
        pytest.skip("needs cupsd, cups-pdf and the rights of root")
    with cups_here(cupsd) as here:
        add_second(here)
        yield here


@pytest.fixture
def desk(cups: CupsHere, screen: Screen, tmp_path: Path) -> PrintDesk:
    """Return a desk whose window is not open yet."""
    with create_sample("integrationskonferenz-4", tmp_path) as event:
        file = event.path
    return PrintDesk(screen, file, tmp_path / "home")


class SmallDisk:
    """A disk of one megabyte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rest = folder / "rest"

    def fill(self) -> None:
        """Write until nothing more can be written."""
        with self._rest.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(BLOCK)):
                pass
        assert os.statvfs(self.folder).f_bavail == 0

    def make_room(self) -> None:
        """Delete what fills it."""
        self._rest.unlink()


@pytest.fixture(params=["badges", "home/printing"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk]:
    """Return a disk that stands where badges go, or where they wait."""
    folder = tmp_path / request.param
    folder.mkdir(parents=True)
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        assert not os.environ.get(MUST_RUN), "no disk can be mounted here"
        pytest.skip("needs the right to mount a disk")
    yield SmallDisk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_printer_is_paused_then_removed(desk: PrintDesk, cups: CupsHere) -> None:
    guests = iter(desk.guests)
    desk.begin(f"system:{QUEUE}")
    desk.scan(next(guests))
    desk.sees(f"Badge printed ({QUEUE})")
    assert len(cups.wait_for(1)) == 1

    cups.tell("cupsdisable", QUEUE)
    for _ in range(2):
        desk.scan(next(guests))
        desk.sees_once("it is paused")
    desk.sees_once(f"The badge waits for {QUEUE}: it is paused. More: F9")
    assert len(desk.waiting()) == 2
    cups.tell("cupsenable", QUEUE)
    desk.screen.press("F9")
    desk.sees("Print again")
    desk.screen.press("F5")
    assert len(cups.wait_for(3)) == 3
    desk.nothing_waits()

    cups.tell("lpadmin", "-x", QUEUE)
    desk.screen.press("Escape")
    desk.scan(next(guests))
    desk.sees_once("it is not there any more")
    assert len(cups.printed()) == 3
    assert cups.tell("lpstat", "-o").strip() == ""
    desk.screen.press("F9")
    desk.sees(f"{QUEUE} · not printed: it is not there any more.", f"Printer: {SECOND}")
    desk.screen.press("F4")
    assert len(cups.wait_for(4)) == 4
    desk.sees(f"From now on badges go to “{SECOND}”.")
    desk.screen.press("Escape")
    desk.scan(next(guests))
    assert len(cups.wait_for(5)) == 5
    desk.nothing_waits()
    assert [each.printer for each in desk.end()] == [QUEUE] * 3 + [SECOND] * 2


def test_a_full_disk_loses_nothing(desk: PrintDesk, small_disk: SmallDisk, tmp_path: Path) -> None:
    badges = tmp_path / "badges"
    desk.begin(f"folder:{badges}")
    desk.scan(desk.guests[0])
    desk.sees("Badge printed (badges)")
    small_disk.fill()
    for guest in desk.guests[1:3]:
        desk.scan(guest)
        desk.sees_once("the disk is full")
    assert len(list(badges.glob("*.pdf"))) == 1
    small_disk.make_room()
    desk.scan(desk.guests[3])
    desk.sees("Badge printed (badges)")
    desk.nothing_waits()
    out = [path.stem.split(maxsplit=1)[1] for path in badges.glob("*.pdf")]
    assert sorted(out) == sorted(guest.name for guest in desk.guests[:4])
    assert len(desk.end()) == 4


@pytest.mark.slow
def test_two_desks_worth_of_load(desk: PrintDesk, cups: CupsHere, tmp_path: Path) -> None:
    badges = tmp_path / "badges"
    desk.begin(f"system:{QUEUE}", [f"folder:{badges}"])
    desk.scan(*desk.guests[:AT_ONCE])
    assert len(cups.printed()) < AT_ONCE  # whoever was scanned last was let in before most badges were out
    cups.wait_for(AT_ONCE)
    desk.nothing_waits()

    cups.tell("cupsdisable", QUEUE)
    cups.tell("lpadmin", "-x", SECOND)
    desk.scan(*desk.guests[AT_ONCE : AT_ONCE + BEHIND])
    desk.sees_once("it is paused")
    desk.screen.press("F9")
    desk.sees("Badges go to the folder badges", f"{BEHIND} are still to be printed.")
    assert len(desk.waiting()) == BEHIND
    desk.screen.press("F4")
    desk.sees("Nothing waits.")
    desk.nothing_waits()
    assert len(cups.printed()) == AT_ONCE
    assert len(list(badges.glob("*.pdf"))) == BEHIND
    assert [each.printer for each in desk.end()] == [QUEUE] * AT_ONCE + ["badges"] * BEHIND
