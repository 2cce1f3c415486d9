"""Pages are read without SQLite as SQLite reads them; whatever the bytes are, nothing is invented or breaks."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.codes import Op
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event
from eventdesk.people.actions import add, edit
from eventdesk.people.person import Person
from eventdesk.store import salvage
from eventdesk.store.pages import Pages, size_in_header
from eventdesk.store.tree import Tree


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a backup, and the file some time later: deep enough for inner pages, with rows that overflow."""
    folder = tmp_path_factory.mktemp("files")
    path, backup = folder / "fair.eventdesk", folder / "backup.eventdesk"
    with create_event(path) as event:
        event.backup(backup)
        for number in range(60):
            person = add(
                event, Person(0, "Elif", f"Demirtaş {number}", note="Größe " * (400 if number % 9 == 0 else 2))
            )
        edit(event, person.id, note="x" * 9000, organisation="Ы" * 3000)
        event.undo()
    return path, backup


def rows(path: Path, table: str) -> set[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return {tuple(row) for row in connection.execute(f"SELECT * FROM {table}")}
    finally:
        connection.close()


def test_every_row_is_read_as_sqlite_reads_it(files: tuple[Path, Path]) -> None:
    pages = list(Pages(files[0].read_bytes(), 4096).each(frozenset({17, 6})))
    found = {row for page in pages for row in page.rows if row is not None}
    for table in ("entry", "change"):
        assert rows(files[0], table) <= found
    assert any(page.children for page in pages)
    assert max(len(str(row[5])) for row in rows(files[0], "change")) > 9000


def test_both_ways_of_reading_tell_the_same(files: tuple[Path, Path], tmp_path: Path) -> None:
    path, backup = files
    by_sqlite = salvage.losses(path, backup)
    assert by_sqlite.complete
    assert all(lost.sure for lost in by_sqlite.deeds)
    content = path.read_bytes()
    torn = tmp_path / "torn.eventdesk"
    torn.write_bytes(content + b"\x0d" * 4096)
    told = salvage._by_pages(torn, *salvage._known(backup))
    assert told.deeds == by_sqlite.deeds
    assert not told.complete
    headless = tmp_path / "headless.eventdesk"
    for head in (bytes(100), content[:16] + b"\x02\x00" + content[18:100]):
        headless.write_bytes(head + content[100:])
        assert [each.eid for each in salvage.losses(headless, backup).deeds] == [each.eid for each in by_sqlite.deeds]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_nothing_is_invented_whatever_happens_to_the_bytes(
    files: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A byte that was flipped may change a text; but what is sure to be whole has all of its steps, in order."""
    path, backup = files
    content, chance = bytearray(path.read_bytes()), data.draw(st.randoms(use_true_random=False))
    for _ in range(data.draw(st.integers(1, 8))):
        at, length = chance.randrange(len(content)), data.draw(st.sampled_from((1, 4, 200, 4096, 9000)))
        content[at : at + length] = chance.randbytes(length) if chance.random() < 0.5 else bytes(length)
    bad = tmp_path_factory.mktemp("bad") / "bad.eventdesk"
    bad.write_bytes(content[: data.draw(st.integers(0, len(content)))] if chance.random() < 0.3 else content)
    truth = {lost.eid: len(lost.changes) for lost in salvage.losses(path, backup).deeds}
    for lost in salvage.losses(bad, backup).deeds:
        if lost.eid in truth and lost.sure and lost.changes:
            assert len(lost.changes) >= truth[lost.eid]


@pytest.mark.parametrize("size", [0, 1, 99, 100, 512, 4096, 70_000])
def test_bytes_of_chance_are_no_pages(size: int) -> None:
    chance = random.Random(size)
    for start in (b"", b"SQLite format 3\x00\x00\x01", b"SQLite format 3\x00\x02\x00" + bytes([1, 1, 255])):
        content = start + chance.randbytes(size)
        list(Pages(content, size_in_header(content)).each(frozenset({5, 6, 17})))


def test_where_a_page_is_gone_it_is_not_known_whether_an_entry_went_on() -> None:
    tree = Tree()
    tree.root = 1
    tree.add(1, ("b.1", "d.1"), (2, 3, 4))  # page 3 is gone
    tree.add(2, ("a.1", "a.1"), ())
    tree.add(4, ("e.1", "f.1"), ())
    assert {eid: tree.ends(eid) for eid in ("a.1", "b.1", "d.1", "e.1", "f.1", "g.1")} == {
        "a.1": True,
        "b.1": False,
        "d.1": True,
        "e.1": True,
        "f.1": True,
        "g.1": False,
    }
    tree.root = 0
    assert not tree.ends("f.1")


def test_pages_that_lead_in_a_circle_come_to_an_end() -> None:
    tree = Tree()
    tree.add(1, ("a.1",), (2, 1))
    tree.add(2, ("a.1",), (1, 2))
    assert not tree.ends("a.1")


def test_an_entry_is_done_again_once_and_only_where_it_fits(
    event: Event, files: tuple[Path, Path], tmp_path: Path
) -> None:
    lost = salvage.losses(*files).deeds
    with open_event(Path(shutil.copy(files[1], tmp_path / "copy.eventdesk"))) as backup:
        assert all(backup.replay(each.entry, each.changes) for each in lost if each.entry is not None)
        assert not any(backup.replay(each.entry, each.changes) for each in lost if each.entry is not None)
        assert all(result is True for result in backup.verify().values())
    edited = next(each for each in lost if each.entry is not None and each.entry.op is Op.EDIT_PERSON)
    assert edited.entry is not None
    before = event.latest
    assert not event.replay(edited.entry, edited.changes)
    assert event.latest == before
    add(event, Person(0, "Elif", "Demirtaş"))
