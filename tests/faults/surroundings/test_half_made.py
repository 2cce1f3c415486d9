"""A program that is ended while it copies an event leaves half a copy, under another name; it is not left to lie."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eventdesk.backups import backups_in, keeping, places
from eventdesk.backups.copies import Occasion
from eventdesk.files import half_made, replacing
from eventdesk.finishing.ending import leftovers
from tests.faults.surroundings.conftest import AtTheDoor

HALF = b"SQLite format 3\x00" + bytes(5000)
HOUR_S = 3600


class EndedError(BaseException):
    """Stands for the end of the program: nothing is tidied up after it."""


def _end_while_writing(target: Path) -> None:
    with replacing(target) as making:
        making.write_bytes(HALF)
        raise EndedError


def left_behind(target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin to write a file and end the program in the middle of it; returns what is left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(EndedError):
            _end_while_writing(target)
    (left,) = half_made(target.parent)
    return left


def test_it_is_no_backup_and_goes_with_the_event(desk: AtTheDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.event.path
    for name in ("Konferenz 2017-03-06 09-00-00.eventdesk", "Konferenz.eventdesk.before-v9"):
        left = left_behind(path.with_name(name), monkeypatch)
        assert backups_in(path.parent, desk.event.event_id, path) == []
        assert leftovers(desk.event, []).backups == (left,)
        left.unlink()
    other = left_behind(path.with_name("Konferenz 2.eventdesk"), monkeypatch)
    assert leftovers(desk.event, []).backups == (), f"{other} belongs to another event"


def test_the_next_backup_but_one_hour_sweeps_it_away(
    desk: AtTheDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    own = places.own_folder(home, desk.event.event_id)
    left = left_behind(own / "Konferenz 2017-03-06 09-00-00 auto.eventdesk", monkeypatch)
    desk.event.set_clock(lambda: datetime.now(UTC))
    keeping.keep_now(home, desk.event, Occasion.AUTO)
    assert left.exists(), "somebody may be writing it just now"
    os.utime(left, (time.time() - 2 * HOUR_S,) * 2)
    keeping.keep_now(home, desk.event, Occasion.AUTO)
    assert not left.exists()
    assert len(keeping.automatic(home, desk.event)()) >= 1
