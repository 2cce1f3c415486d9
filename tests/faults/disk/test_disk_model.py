"""The disk of the power cuts is as hard as it says, and SQLite is really watched: else all the rest proves nothing."""

import sqlite3
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faults.disk.failing_disk import FailingDisk, Trouble
from tests.faults.disk.power import BLOCK, Disk
from tests.faults.disk.python_files import python_watched_by
from tests.faults.disk.sqlite_vfs import OpenFile, watched_disk
from tests.faults.disk.trace import Deleted, FolderSynced, Made, Operation, Renamed, Synced, Trace, Truncated, Written

A, B = "/f/a", "/f/b"
TIMES = 200


def left(*operations: Operation, before: dict[str, bytes] | None = None) -> list[dict[str, bytes]]:
    """Return what was found after many power cuts, each different one once."""
    found: list[dict[str, bytes]] = []
    for seed in range(TIMES):
        disk = Disk({A: b"old"} if before is None else before)
        for operation in operations:
            disk.do(operation)
        files = disk.without_power(Random(seed))
        if files not in found:
            found.append(files)
    return found


def test_what_was_synced_is_there() -> None:
    assert left(Written(A, 1, b"EW"), Synced(A)) == [{A: b"oEW"}]
    assert left(Truncated(A, 1), Synced(A)) == [{A: b"o"}]


def test_what_was_not_synced_is_there_or_not() -> None:
    found = left(Written(A, 0, b"n"), Written(A, 2, b"w"))
    assert sorted(files[A] for files in found) == [b"nld", b"nlw", b"old", b"olw"]
    assert sorted(files[A] for files in left(Truncated(A, 0))) == [b"", b"old"]


def test_a_write_is_torn_at_the_blocks_of_the_disk() -> None:
    whole = b"x" * BLOCK * 3
    found = [files[A] for files in left(Written(A, 0, whole), before={A: bytes(len(whole))})]
    blocks = {tuple(content[at : at + BLOCK] for at in range(0, len(whole), BLOCK)) for content in found}
    assert all(set(block) in ({0}, {120}) for content in blocks for block in content)
    assert len(blocks) == 8


def test_where_a_write_is_missing_before_the_end_there_are_zeros_or_rubbish() -> None:
    found = {files[A] for files in left(Written(A, 3, b"123"), Written(A, 6, b"456"))}
    assert b"old" + bytes(3) + b"456" in found
    assert any(content.endswith(b"456") and content[3:6] not in (b"\0\0\0", b"123") for content in found)


def test_a_new_name_is_there_or_not_until_its_folder_is_synced() -> None:
    made: tuple[Operation, ...] = (Made(B), Written(B, 0, b"new"), Synced(B))
    assert left(*made) == [{A: b"old", B: b"new"}, {A: b"old"}] or left(*made) == [{A: b"old"}, {A: b"old", B: b"new"}]
    assert left(*made, FolderSynced("/f")) == [{A: b"old", B: b"new"}]
    assert left(Made(B), Written(B, 0, b"new"), Synced(B, folder=True)) == [{A: b"old", B: b"new"}]
    assert len(left(*made, FolderSynced("/elsewhere"))) == 2


def test_a_name_that_was_deleted_may_come_back() -> None:
    assert sorted(map(len, left(Deleted(A, synced=False)))) == [0, 1]
    assert left(Deleted(A, synced=True)) == [{}]


def test_a_file_takes_the_place_of_another_at_once() -> None:
    made = (Made(B), Written(B, 0, b"new"), Synced(B), FolderSynced("/f"), Renamed(B, A))
    found = left(*made)
    assert {A: b"new"} in found
    assert {A: b"old", B: b"new"} in found
    assert len(found) == 2
    assert left(*made, FolderSynced("/f")) == [{A: b"new"}]


_OPERATIONS = st.one_of(
    st.builds(Made, st.sampled_from([A, B])),
    st.builds(Written, st.sampled_from([A, B]), st.integers(0, 20), st.binary(min_size=1, max_size=9)),
    st.builds(Truncated, st.sampled_from([A, B]), st.integers(0, 20)),
    st.builds(Synced, st.sampled_from([A, B]), st.booleans()),
    st.builds(Deleted, st.sampled_from([A, B]), st.booleans()),
    st.builds(Renamed, st.just(B), st.just(A)),
    st.just(FolderSynced("/f")),
)


@given(st.lists(_OPERATIONS, max_size=12), st.integers(0, 99))
def test_after_syncing_everything_a_cut_finds_what_a_program_saw(operations: list[Operation], seed: int) -> None:
    disk = Disk({A: b"old"})
    for operation in operations:
        disk.do(operation)
    for path in disk.as_seen():
        disk.do(Synced(path))
    disk.do(FolderSynced("/f"))
    assert disk.without_power(Random(seed)) == disk.as_seen()


def test_a_record_of_all_that_sqlite_does_makes_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    trace = Trace()
    with watched_disk().watched_by(trace):
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("y" * 3000,) for _ in range(50)])
        connection.commit()
        connection.execute("DELETE FROM t")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
    disk = Disk({})
    for operation in trace.operations:
        disk.do(operation)
    assert disk.as_seen() == {str(path): path.read_bytes()}
    kinds = {type(operation) for operation in trace.operations}
    assert kinds == {Made, Written, Truncated, Synced, Deleted}


def test_a_record_of_what_python_does_makes_the_same_files(tmp_path: Path) -> None:
    trace = Trace()
    with python_watched_by(trace, tmp_path):
        with (tmp_path / "new").open("wb") as file:
            file.write(b"123456")
            file.seek(2)
            file.write(b"x")
            file.truncate(5)
        (tmp_path / "text").write_text("ä", "utf-8")
        (tmp_path / "gone").write_text("ä", "utf-8")
        (tmp_path / "new").replace(tmp_path / "other")
        (tmp_path / "gone").unlink()
    disk = Disk({})
    for operation in trace.operations:
        disk.do(operation)
    assert disk.as_seen() == {str(path): path.read_bytes() for path in tmp_path.iterdir()}
    assert len(disk.as_seen()) == 2


def test_nobody_is_watched_afterwards(tmp_path: Path) -> None:
    disk = FailingDisk()
    with watched_disk().watched_by(disk):
        disk.fail_at(1, Trouble.FULL, lasting=True)
        with pytest.raises(sqlite3.OperationalError, match="unable to open"):
            sqlite3.connect(tmp_path / "a.db").execute("CREATE TABLE t (x)")
    sqlite3.connect(tmp_path / "b.db").execute("CREATE TABLE t (x)").connection.close()
    assert disk.heard == 1


def test_what_a_watcher_raises_is_not_lost(tmp_path: Path) -> None:
    class Confused(Trace):
        def writing(self, file: OpenFile, at: int, content: bytes) -> int:
            raise RuntimeError("confused")

    def write() -> None:
        with watched_disk().watched_by(Confused()):
            connection = sqlite3.connect(tmp_path / "a.db")
            try:
                connection.execute("CREATE TABLE t (x)")
            except sqlite3.OperationalError:
                pass
            finally:
                connection.close()

    with pytest.raises(RuntimeError, match="confused"):
        write()


@pytest.mark.parametrize(("trouble", "code"), [(Trouble.FULL, "SQLITE_FULL"), (Trouble.BROKEN, "SQLITE_IOERR_WRITE")])
def test_the_nth_write_fails_once_or_from_then_on(tmp_path: Path, trouble: Trouble, code: str) -> None:
    disk = FailingDisk()
    with watched_disk().watched_by(disk):
        connection = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        connection.execute("CREATE TABLE t (x)")
        for lasting in (False, True):
            disk.fail_at(2, trouble, lasting=lasting)
            with pytest.raises(sqlite3.OperationalError) as caught:
                connection.execute("INSERT INTO t VALUES (1)")
            assert caught.value.sqlite_errorname == code
            assert disk.hit >= 1
            if lasting:
                with pytest.raises(sqlite3.OperationalError):
                    connection.execute("INSERT INTO t VALUES (1)")
            disk.mend()
            connection.execute("INSERT INTO t VALUES (1)")
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (2,)
        connection.close()
