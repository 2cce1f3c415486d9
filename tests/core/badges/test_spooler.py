"""The folder that takes badges."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.printers.spooler import FolderSpooler, JobState, safe_name
from eventdesk.codes import Fault
from eventdesk.errors import KnownError

SIZE = (105.0, 148.0)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "badge.pdf"
    path.write_bytes(b"%PDF-1.4 one badge")
    return path


def test_files_are_numbered_in_order_and_complete(tmp_path: Path, page: Path):
    spooler = FolderSpooler(tmp_path / "a" / "Schilder")
    jobs = [spooler.submit(page, title, SIZE) for title in ("Elif Demirtaş", "../../etc/passwd", "فرید رحمانی", "")]
    assert [job.id for job in jobs] == [
        "0001 Elif Demirtaş.pdf",
        "0002 etc passwd.pdf",
        "0003 فرید رحمانی.pdf",
        "0004.pdf",
    ]
    assert sorted(path.name for path in spooler.folder.iterdir()) == [job.id for job in jobs]
    assert all(path.read_bytes() == page.read_bytes() for path in spooler.folder.iterdir())
    assert {spooler.state(job).state for job in jobs} == {JobState.DONE}
    assert spooler.name == "Schilder"


def test_numbers_go_on_after_what_lies_there(tmp_path: Path, page: Path):
    (tmp_path / "0041 Anna.pdf").touch()
    (tmp_path / "9 lives.pdf").touch()
    (tmp_path / "0099 notes.txt").touch()
    assert FolderSpooler(tmp_path).submit(page, "Bo", SIZE).id == "0042 Bo.pdf"
    (tmp_path / "0042 Bo.pdf").unlink()
    assert FolderSpooler(tmp_path).submit(page, "Cem", SIZE).id == "0042 Cem.pdf"


def test_folder_that_can_not_be_written_is_said_plainly(tmp_path: Path, page: Path):
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(KnownError) as caught:
        FolderSpooler(tmp_path / "taken").submit(page, "Elif", SIZE)
    assert caught.value.fault is Fault.CANNOT_WRITE


@given(st.text(max_size=200))
def test_safe_names_are_safe(title: str):
    name = safe_name(title)
    assert len(name) <= 60
    assert len(os.fsencode(name)) <= 180
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert name == name.strip(" .")
