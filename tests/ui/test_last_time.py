"""The session before did not end properly: it is said calmly, the report can be saved, and the desk goes on."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from eventdesk import crashes
from eventdesk.backups.copies import is_restored
from eventdesk.crashes import HowEnded
from eventdesk.desk import open_event
from eventdesk.store.backup import copy_file
from eventdesk.words import Words
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.last_time import LastTime, LastTimeStrip, sentence
from ui.moments import moment_text

Codes = dict[str, str]
TRACE = """Fatal Python error: Segmentation fault

Current thread 0x00007f9c (most recent call first):
  File "/home/somebody/eventdesk/ui/people/page.py", line 12 in show
"""


@pytest.fixture
def logs(home: Path) -> Path:
    """Return the folder of the log, in which a session has left that it crashed."""
    folder = home / "logs"
    folder.mkdir(parents=True)
    (folder / "1.session").write_text(f"began 2027-03-06T09:00:00+00:00\nversions\n{TRACE}", encoding="utf-8")
    return folder


Tell = Callable[[], LastTime]


@pytest.fixture
def tell(application: Application, answers: Answers, logs: Path) -> Tell:
    """Return what tells of the last session in the open window, as at a start."""

    def told() -> LastTime:
        last = LastTime(
            crashes.left_behind(logs),
            application.window,
            lambda: application.look,
            answers,
            application.preferences,
            application.notices,
        )
        application.inside.framed.connect(last.serve)
        return last

    return told


@pytest.fixture
def last(tell: Tell, application: Application) -> LastTime:
    """Tell of it on the start page."""
    told = tell()
    application.show_start()
    return told


def strip_of(last: LastTime) -> LastTimeStrip:
    assert last.strip is not None
    return last.strip


def test_the_start_page_offers_the_report(last: LastTime, desk: DeskDriver) -> None:
    desk.application.close_event()
    desk.settles().says("abgestürzt", "Bericht speichern …", "Bericht verwerfen")


def test_so_does_the_open_event_and_the_scan_goes_on(last: LastTime, desk: DeskDriver, codes: Codes) -> None:
    desk.says("abgestürzt").scan(codes["elif"]).says("Willkommen", "abgestürzt")
    assert desk.has_the_focus()


def test_the_report_is_saved_and_spoken_of_no_more(
    last: LastTime, desk: DeskDriver, answers: Answers, tmp_path: Path, logs: Path
) -> None:
    answers.path = tmp_path / "report.txt"
    desk.window.activateWindow()
    until(desk.window.isActiveWindow)
    desk.clicks("Bericht speichern …").does_not_say("abgestürzt").says("report.txt")
    report = answers.path.read_text(encoding="utf-8")
    assert 'File "ui/people/page.py", line 12 in show' in report
    assert "somebody" not in report
    assert crashes.left_behind(logs) == []
    assert desk.has_the_focus()


def test_nothing_is_lost_if_no_file_is_chosen(last: LastTime, desk: DeskDriver, answers: Answers, logs: Path) -> None:
    answers.path = None
    desk.clicks("Bericht speichern …").says("abgestürzt")
    assert len(crashes.left_behind(logs)) == 1


def test_a_report_that_cannot_be_written_is_kept(
    last: LastTime, desk: DeskDriver, answers: Answers, tmp_path: Path, logs: Path
) -> None:
    answers.path = tmp_path / "nowhere" / "report.txt"
    desk.clicks("Bericht speichern …").says("abgestürzt")
    assert desk.frame.banner.text()
    assert len(crashes.left_behind(logs)) == 1


def test_the_report_is_discarded(last: LastTime, desk: DeskDriver, logs: Path) -> None:
    desk.clicks("Bericht verwerfen").does_not_say("abgestürzt")
    assert crashes.left_behind(logs) == []
    desk.goes_to(PageId.PEOPLE).does_not_say("abgestürzt")
    desk.application.rebuild()
    desk.settles().does_not_say("abgestürzt")


def test_it_is_said_in_the_language_that_is_chosen(last: LastTime, desk: DeskDriver) -> None:
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles().says("eventdesk crashed", "Discard the report")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Honolulu"])
def test_the_time_is_that_of_the_event_that_is_open(
    application: Application, answers: Answers, logs: Path, desk: DeskDriver, zone: str
) -> None:
    (left,), there = crashes.left_behind(logs), ZoneInfo(zone)
    around = (application.window, lambda: application.look, answers, application.preferences, application.notices)
    last = LastTime([left], *around, lambda: there)
    application.inside.framed.connect(last.serve)
    application.rebuild()
    desk.settles().says(moment_text(application.look.words, left.at.astimezone(there).isoformat()))


def test_a_session_that_was_killed_has_no_report(logs: Path, tell: Tell, desk: DeskDriver, codes: Codes) -> None:
    (logs / "1.session").write_text("began 2027-03-06T09:00:00+00:00\nversions\n", encoding="utf-8")
    tell()
    desk.application.rebuild()
    desk.settles().says("von außen beendet").does_not_say("Bericht speichern …")
    desk.clicks("Verstanden").does_not_say("von außen beendet").scan(codes["elif"]).says("Willkommen")


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_can_be_read_in_the_smallest_window(last: LastTime, desk: DeskDriver, percent: int) -> None:
    desk.application.preferences.text_size = percent
    desk.application.rebuild()
    desk.window.resize(1024, 640)
    desk.settles()
    strip = strip_of(last)
    assert desk.page.card.height() >= desk.page.card.minimumSizeHint().height()
    for part in (strip.sentence, strip.save, strip.dismiss):
        assert strip.rect().contains(part.mapTo(strip, part.rect().bottomRight()))
    assert strip.sentence.height() >= strip.sentence.heightForWidth(strip.sentence.width())


REAL = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui import app
import ui.running
start = ui.running.start
def and_crash(*what, **how):
    end = start(*what, **how)
    QTimer.singleShot(0, lambda: ctypes.string_at(0) if sys.argv[1] == "crash" else what[1].close())
    return end
ui.running.start = and_crash
sys.exit(app.run())
"""


@pytest.mark.parametrize(("ending", "left"), [("crash", [HowEnded.CRASHED]), ("close", [])])
def test_a_real_window_that_crashes_leaves_its_trace(tmp_path: Path, ending: str, left: list[HowEnded]) -> None:
    around = {**os.environ, "EVENTDESK_HOME": str(tmp_path), "PYTHONPATH": str(Path(crashes.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", REAL, ending], env=around, capture_output=True, check=False)
    found = crashes.left_behind(tmp_path / "logs")
    assert [each.how for each in found] == left, done.stderr.decode()
    assert (done.returncode == 0) is (ending == "close")
    assert all("PySide6" in each.report and 'File "ui/app.py"' in each.report for each in found)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("how", list(HowEnded))
@pytest.mark.parametrize("short", [True, False])
def test_all_is_said_to_be_saved_of_a_whole_file_only(logs: Path, whole: bool, how: HowEnded, short: bool) -> None:
    left = [replace(each, how=how) for each in crashes.left_behind(logs)]
    said = sentence(Words("de"), left, short=short, promises=whole)
    assert ("Was bestätigt wurde, ist gespeichert." in said) is whole


def test_an_event_that_was_made_from_a_backup_is_known(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.eventdesk"
    copy_file(file, made, restored=True)
    with open_event(file) as event:
        assert not is_restored(event)
    with open_event(made) as event:
        assert is_restored(event)
