"""What a session leaves that did not end properly, in real processes that crash, are killed, or end well."""

import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from eventdesk import crashes
from eventdesk.crashes import HowEnded

BEGINS = """
import ctypes, os, sys, time
from pathlib import Path
from eventdesk import crashes
session = crashes.begin(Path(sys.argv[1]), versions=("PySide6 9.9",))
assert session is not None
def reads_far_away(somebody):
    {deed}
reads_far_away("Elif Demirtaş")
"""
SEGMENTATION_FAULT = "ctypes.string_at(0)"
ABORT = "os.abort()"
KILL = "os.kill(os.getpid(), 9)"
WAITS = "print('here', flush=True); time.sleep(60)"
ENDS = "session.end()"
GUEST = "Elif"


def play(folder: Path, deed: str) -> int:
    """Run a session that ends in this way; returns the exit code."""
    done = subprocess.run(
        [sys.executable, "-c", BEGINS.format(deed=deed), str(folder)], capture_output=True, check=False
    )
    return done.returncode


def hows(left: Sequence[crashes.Left]) -> list[HowEnded]:
    return [each.how for each in left]


@pytest.mark.parametrize("deed", [SEGMENTATION_FAULT, ABORT])
def test_a_native_crash_leaves_the_code_it_went_through(tmp_path: Path, deed: str) -> None:
    assert play(tmp_path, deed) != 0
    (left,) = crashes.left_behind(tmp_path)
    assert left.how is HowEnded.CRASHED
    assert "in reads_far_away" in left.report
    assert "PySide6 9.9" in left.report
    assert left.began is not None
    assert left.began <= left.at.replace(microsecond=999_999)


def test_a_crash_report_names_nobody(tmp_path: Path) -> None:
    play(tmp_path, SEGMENTATION_FAULT)
    (left,) = crashes.left_behind(tmp_path)
    assert GUEST not in left.report
    assert str(Path.home()) not in left.report
    assert str(Path(crashes.__file__).parents[1]) not in left.report
    assert str(tmp_path) not in left.report


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a signal of Unix")
def test_a_kill_is_told_apart(tmp_path: Path) -> None:
    play(tmp_path, KILL)
    (left,) = crashes.left_behind(tmp_path)
    assert left.how is HowEnded.KILLED
    assert "Fatal" not in left.report


def test_a_proper_end_leaves_nothing(tmp_path: Path) -> None:
    assert play(tmp_path, ENDS) == 0
    assert crashes.left_behind(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_session_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BEGINS.format(deed=WAITS), str(tmp_path)], stdout=subprocess.PIPE
    ) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline().strip() == b"here"
            assert crashes.left_behind(tmp_path) == []
        finally:
            running.kill()
    assert hows(crashes.left_behind(tmp_path)) == [HowEnded.KILLED]


def test_what_is_dismissed_is_offered_no_more(tmp_path: Path) -> None:
    play(tmp_path, KILL)
    play(tmp_path, ABORT)
    left = crashes.left_behind(tmp_path)
    assert hows(left) == [HowEnded.CRASHED, HowEnded.KILLED]
    for each in left:
        each.dismiss()
        each.dismiss()
    assert crashes.left_behind(tmp_path) == []


TRACE = f"""Fatal Python error: Segmentation fault

Current thread 0x00007f9c (most recent call first):
  File "/home/{GUEST}/eventdesk/ui/people/page.py", line 12 in show
  File "C:\\Users\\{GUEST}\\AppData\\Local\\Python\\lib\\site-packages\\PySide6\\x.py", line ??? in <lambda>
  File "/home/{GUEST}/{GUEST}.py", line 3 in <module>
  File "<frozen runpy>", line 88 in _run_code
  {GUEST} was here
Extension modules: {GUEST} (total: 1)
"""


def test_only_lines_of_code_are_kept() -> None:
    kept = list(crashes.clean(TRACE))
    assert kept == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f9c (most recent call first)",
        '  File "ui/people/page.py", line 12 in show',
        '  File "site-packages\\PySide6\\x.py", line ??? in <lambda>',
        f'  File "{GUEST}.py", line 3 in <module>',
        '  File "<frozen runpy>", line 88 in _run_code',
    ]


@pytest.mark.parametrize("content", ["", "began", "began yesterday\n", "\0\0\0", "began 2027\nv\n" + "x" * 999_999])
def test_a_file_of_any_content_is_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "0.session").write_text(content, encoding="utf-8")
    assert hows(crashes.left_behind(tmp_path)) == ([HowEnded.KILLED] if content else [])


def test_old_files_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(crashes.MOST_LEFT + 5):
        (tmp_path / f"{number}.session").write_text("began 2027-03-06T09:00:00+00:00\nv\n", encoding="utf-8")
    assert len(crashes.left_behind(tmp_path)) == crashes.MOST_LEFT
    assert len(list(tmp_path.iterdir())) == crashes.MOST_LEFT


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert crashes.begin(tmp_path / "file") is None
    assert crashes.left_behind(tmp_path / "file") == []
    assert crashes.left_behind(tmp_path / "nowhere") == []


def test_the_report_begins_with_what_runs(tmp_path: Path) -> None:
    play(tmp_path, ABORT)
    (left,) = crashes.left_behind(tmp_path)
    versions, began, ended = left.report.splitlines()[:3]
    assert re.match(r"eventdesk \S+ · Python \S+ · PySide6 9.9 · ", versions)
    assert began.startswith("began 2")
    assert ended.startswith("crashed 2")
