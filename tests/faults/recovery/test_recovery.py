"""A few damaged files, each in its own way; many more are tried by `python -m tests.faults.recovery`."""

import random
from pathlib import Path

import pytest

from eventdesk.event import Event
from eventdesk.store import salvage
from eventdesk.store.tree import Tree
from tests.core.backups import day
from tests.faults.recovery import damaging
from tests.faults.recovery.damaging import DAMAGES, Tally, prepared, tried, try_case

CASES = len(DAMAGES)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_whatever_the_damage_what_was_done_is_there_or_told(event: Event, home: Path, tmp_path: Path) -> None:
    tally = tried(event, home, tmp_path, CASES, seed=8)
    assert tally.faults == []
    assert tally.damaged >= CASES // 2
    assert tally.taken > tally.done // 3


def test_an_entry_with_a_gap_is_not_done_in_part(
    event: Event, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody asks whether anything is missing of an entry it would be, and the cases would notice."""
    monkeypatch.setattr(damaging, "DAMAGES", (in_the_middle,))
    ground, tally = prepared(event, home), Tally()
    try_case(ground, tmp_path, 0, 1, tally)
    assert tally.faults == []
    assert tally.listed > 1  # the import, and the scans of those who came by it
    monkeypatch.setattr(Tree, "ends", lambda _self, _eid: True)
    monkeypatch.setattr(salvage, "_is_gapless", lambda _made: True)
    try_case(ground, tmp_path, 0, 2, tally)
    assert ["in part" in fault for fault in tally.faults] == [True]


def in_the_middle(content: bytearray, _chance: random.Random) -> bytearray:
    """Take away a page with some of the people of an import, as the journal has them."""
    start = content.index(b'"Besuch 30"') // day.PAGE * day.PAGE
    content[start : start + day.PAGE] = bytes(day.PAGE)
    return content
