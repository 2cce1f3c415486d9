import logging
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk import log
from eventdesk.codes import Fault
from eventdesk.errors import BugError, KnownError

GUEST = "Elif Demirtaş"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger().level
    handler = log.start(tmp_path / "logs")
    assert handler is not None
    yield tmp_path / "logs" / "eventdesk.log"
    log.stop(handler)
    logging.getLogger().setLevel(level)


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001
        return caught


def test_a_line_has_time_in_utc_level_and_place(written: Path):
    logging.getLogger("eventdesk.event").info("Opened, %d entries", 12)
    line = written.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO eventdesk\.event: Opened, 12 entries\n", line)


@pytest.mark.logs_errors
def test_a_trace_names_the_lines_but_quotes_nobody(written: Path):
    def reads_a_cell() -> None:
        int(GUEST)

    try:
        reads_a_cell()
    except ValueError:
        logging.getLogger("eventdesk.people").exception("Row 7")
    text = written.read_text(encoding="utf-8")
    assert "ERROR eventdesk.people: Row 7" in text
    assert "in reads_a_cell" in text
    assert text.rstrip().endswith("ValueError")
    assert GUEST not in text


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (BugError("a change outside the door"), "BugError: a change outside the door"),
        (OSError(28, "No space left on device", f"/home/{GUEST}"), "OSError: No space left on device"),
        (KnownError(Fault.BAD_TIME, value=GUEST), "KnownError"),
        (KeyError(GUEST), "KeyError"),
    ],
)
def test_what_may_be_said_about_an_error(error: BaseException, said: str):
    assert log.describe(error) == said


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        (f"/home/{GUEST}/eventdesk/ui/people/page.py", "ui/people/page.py"),
        (f"C:\\Users\\{GUEST}\\Lib\\site-packages\\PySide6\\x.py", "site-packages\\PySide6\\x.py"),
        (f"/home/{GUEST}/started.py", "started.py"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_a_trace_tells_no_folder_of_a_person(path: str, kept: str):
    assert log.without_home(path) == kept


def test_a_trace_tells_where_in_the_program_only():
    text = log.trace(raised(BugError("x")))
    assert 'File "tests/core/test_log.py", line ' in text
    assert "in raised" in text
    assert str(Path(__file__).parents[2]) not in text


def test_an_sqlite_error_is_named_by_its_code(tmp_path: Path):
    import sqlite3

    connection = sqlite3.connect(tmp_path / "x.db")
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute(f"SELECT * FROM {GUEST.split(maxsplit=1)[0]}")
    connection.close()
    assert log.describe(caught.value) == "OperationalError: SQLITE_ERROR"


def test_causes_and_groups_are_told_oldest_first():
    cause = raised(KeyError(GUEST))
    effect = BugError("no row")
    effect.__cause__ = cause
    assert re.search(r"KeyError\nled to\n.*BugError: no row$", log.trace(raised(effect)), re.DOTALL)

    group = ExceptionGroup(GUEST, [ValueError(GUEST), BugError("second")])
    text = log.trace(group)
    assert "| ValueError" in text
    assert "| BugError: second" in text
    assert GUEST not in text


def test_a_ring_of_causes_ends():
    first, second = BugError("first"), BugError("second")
    first.__cause__, second.__cause__ = second, first
    assert log.trace(first).count("first") == 1


def test_five_files_of_one_megabyte(written: Path):
    line = "x" * 10_000
    for _ in range(620):
        logging.getLogger("eventdesk").info(line)
    files = sorted(written.parent.iterdir())
    assert [file.name for file in files] == ["eventdesk.log", *(f"eventdesk.log.{n}" for n in range(1, 5))]
    assert all(file.stat().st_size <= log.MEGABYTE for file in files)


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    assert log.start(tmp_path / "file") is None


def test_a_log_that_fails_later_is_silent(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    handler = log.start(tmp_path)
    assert handler is not None
    handler.handle(logging.makeLogRecord({"msg": "bad call %d", "args": ("no number",)}))
    handler.handle(logging.makeLogRecord({"msg": "good call"}))
    log.stop(handler)
    assert capfd.readouterr() == ("", "")
    assert (tmp_path / "eventdesk.log").read_text().endswith("good call\n")


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"EVENTDESK_HOME": "/stick"}, "/stick/logs"),
        ("linux", {"XDG_STATE_HOME": "/state"}, "/state/eventdesk/logs"),
        ("linux", {}, "/home/desk/.local/state/eventdesk/logs"),
        ("darwin", {}, "/home/desk/Library/Logs/eventdesk"),
        ("win32", {"LOCALAPPDATA": "/data"}, "/data/eventdesk/logs"),
    ],
)
def test_the_folder_is_where_the_system_keeps_logs(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
):
    for name in ("EVENTDESK_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/desk"))
    assert log.folder().as_posix() == expected


class TestWatch:
    @pytest.fixture
    def told(self) -> Iterator[list[BaseException]]:
        told: list[BaseException] = []
        restore = log.watch(told.append)
        yield told
        restore()

    @pytest.mark.logs_errors
    def test_an_error_in_the_main_thread_is_told(self, told: list[BaseException]):
        error = raised(BugError("x"))
        sys.excepthook(type(error), error, error.__traceback__)
        assert told == [error]

    @pytest.mark.logs_errors
    def test_an_error_in_a_thread_is_told(self, told: list[BaseException]):
        def work() -> None:
            raise BugError("in a thread")

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert [str(error) for error in told] == ["in a thread"]

    @pytest.mark.logs_errors
    def test_an_error_in_a_destructor_is_told(self, told: list[BaseException]):
        class Fragile:
            def __del__(self) -> None:
                raise BugError("in a destructor")

        Fragile()
        assert [str(error) for error in told] == ["in a destructor"]

    @pytest.mark.logs_errors
    def test_a_broken_dialog_hides_nothing(self, written: Path):
        def broken(_error: BaseException) -> None:
            raise RuntimeError

        restore = log.watch(broken)
        error = raised(BugError("the first"))
        sys.excepthook(type(error), error, error.__traceback__)
        restore()
        assert "BugError: the first" in written.read_text()

    def test_restore_puts_the_former_hooks_back(self):
        former = sys.excepthook, threading.excepthook, sys.unraisablehook
        log.watch(lambda _error: None)()
        assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == former

    def test_ctrl_c_goes_its_usual_way(self):
        done = subprocess.run(
            [sys.executable, "-c", "from eventdesk import log; log.watch(print); raise KeyboardInterrupt"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout == ""
        assert "KeyboardInterrupt" in done.stderr
