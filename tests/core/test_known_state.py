"""A file that was checked and closed a moment ago opens at once; one that is not as it was left is checked anew."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import State
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store import database
from eventdesk.store.database import state_of
from tests.another_process import another_process


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "fair.eventdesk"
    with create_event(path) as event:
        add(event, Person(0, "Elif", "Demirtaş"))
    return path


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Note each thorough look at a file."""
    seen: list[Path] = []
    check = database._check

    def noted(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> None:
        seen.append(path)
        check(connection, path, thorough=thorough)

    monkeypatch.setattr(database, "_check", noted)
    return seen


def left(path: Path) -> State:
    """Open, check and close a file, as it is done beside the window."""
    state = open_event(path).close_known()
    assert state is not None
    return state


def test_the_same_file_needs_no_second_check(path: Path, checks: list[Path]) -> None:
    known = left(path)
    assert known == state_of(path)
    checks.clear()
    with open_event(path, known=known) as event:
        assert event.view_only is None
        add(event, Person(0, "Oksana", "Netschyporenko"))
    assert checks == []


@pytest.mark.parametrize("change", ["another desk wrote", "touched", "another file", "grown"])
def test_what_was_changed_in_between_is_checked_anew(path: Path, checks: list[Path], change: str) -> None:
    known = left(path)
    if change == "another desk wrote":
        with open_event(path) as event:
            add(event, Person(0, "Farid", "Rahimi"))
    elif change == "touched":
        os.utime(path, ns=(1, known.written_ns + 1))
    elif change == "another file":
        shutil.copy2(path, path.with_suffix(".copy"))
        path.with_suffix(".copy").replace(path)
    else:
        with path.open("ab") as file:
            file.write(bytes(4096))
        os.utime(path, ns=(1, known.written_ns))
    assert state_of(path) != known
    checks.clear()
    open_event(path, known=known).close()
    assert checks == [path]


def test_the_counter_of_changes_alone_tells(path: Path, checks: list[Path]) -> None:
    """A commit that leaves size and time as they were, as on a disk with a coarse clock."""
    known = left(path)
    with open_event(path) as event:
        add(event, Person(0, "Farid", "Rahimi"))
    os.utime(path, ns=(1, known.written_ns))
    now = state_of(path)
    assert now is not None
    assert (now.size, now.written_ns, now.inode) == (known.size, known.written_ns, known.inode)
    assert now.changes != known.changes
    checks.clear()
    open_event(path, known=known).close()
    assert checks == [path]


def test_damage_in_between_is_found(path: Path) -> None:
    known = left(path)
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(KnownError) as fault:
        open_event(path, known=known)
    assert fault.value.fault is Fault.DAMAGED


def test_a_known_file_that_is_open_elsewhere_is_told_at_once(path: Path) -> None:
    known = left(path)
    script = (
        "import sys\nfrom pathlib import Path\nfrom eventdesk.desk import open_event\n"
        "event = open_event(Path(sys.argv[1]))\nprint('open', flush=True)\nsys.stdin.read()\nevent.close()\n"
    )
    with another_process(script, path), pytest.raises(KnownError) as fault:
        open_event(path, known=known)
    assert fault.value.fault is Fault.ALREADY_OPEN


def test_there_is_no_state_of_what_is_no_event(tmp_path: Path) -> None:
    (tmp_path / "letter.eventdesk").write_text("Dear all", encoding="utf-8")
    assert state_of(tmp_path / "letter.eventdesk") is None
    assert state_of(tmp_path / "gone.eventdesk") is None
