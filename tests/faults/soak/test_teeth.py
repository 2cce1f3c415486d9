"""The walk has teeth: what is wrong is heard, and named."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication

from tests.faults.soak.ears import ears
from tests.faults.soak.stage import Stage, stage
from tests.ui.waiting import until


@pytest.mark.logs_errors
def test_everything_wrong_is_heard(qapp: QApplication) -> None:
    done = []

    def fails() -> None:
        done.append(True)
        raise ZeroDivisionError

    with ears() as heard:
        logging.getLogger("eventdesk").error("something is wrong")
        qWarning("something is odd")
        QTimer.singleShot(0, fails)
        until(lambda: bool(done))
        said = "\n".join(heard.take())
    assert "something is wrong" in said
    assert "something is odd" in said
    assert "ZeroDivisionError" in said
    assert heard.take() == []


@pytest.fixture
def played(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Return files and a window; nobody walks there."""
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    (tmp_path / "stage").mkdir()
    with stage(qapp, tmp_path / "stage") as made:
        pass
    return made


def test_a_damaged_file_is_found_and_a_name_in_the_log(played: Stage, tmp_path: Path) -> None:
    assert played.problems() == []
    first = played.events()[0]
    with first.open("r+b") as file:
        file.seek(first.stat().st_size // 2)
        file.write(b"\xff" * 9000)
    assert any(first.name in each for each in played.problems())
    log = tmp_path / "logs"
    log.mkdir()
    (log / "eventdesk.log").write_text("INFO somebody came", encoding="utf-8")
    assert played.told(log) == []
    (log / "eventdesk.log").write_text(f"INFO {played.codes[-1]} came", encoding="utf-8")
    assert played.told(log) == [f"the log names {played.codes[-1]}"]
