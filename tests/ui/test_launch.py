"""The command `eventdesk`: verbs go to the command line, files and nothing at all open the window."""

import subprocess
import sys
from pathlib import Path

import pytest

from eventdesk import __version__
from ui import launch

NO_SCREEN: dict[str, str] = {}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """Collect what the window was asked to open, instead of opening it."""
    asked: list[dict[str, object]] = []

    def window(**what: object) -> int:
        asked.append({key: value for key, value in what.items() if value})
        return 0

    monkeypatch.setattr(launch, "_window", window)
    return asked


def test_without_arguments_the_window_opens(opened: list[dict[str, object]]) -> None:
    assert launch.main([]) == 0
    assert opened == [{}]


def test_a_file_opens_in_the_window(opened: list[dict[str, object]], tmp_path: Path) -> None:
    launch.main(["autumn.eventdesk"])
    other = tmp_path / "copy-of-autumn"
    other.touch()
    launch.main([str(other)])
    assert opened == [{"file": Path.cwd() / "autumn.eventdesk"}, {"file": other}]


def test_the_demo_opens_in_the_window(opened: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    launch.main(["demo", "harburg-integrationskonferenz", "--out", "somewhere"])
    assert opened == [{"sample": "harburg-integrationskonferenz", "folder": Path("somewhere")}]


def test_without_a_screen_there_is_no_window() -> None:
    expected = sys.platform in ("win32", "darwin")
    assert launch.has_screen(NO_SCREEN) is expected
    assert launch.has_screen({"DISPLAY": ":0"})


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main(["--version"]) == 0
    assert capsys.readouterr().out == f"eventdesk {__version__}\n"


def test_a_verb_goes_to_the_command_line(opened: list[dict[str, object]], capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main(["info", "nowhere.eventdesk"]) == 1
    assert "nowhere.eventdesk" in capsys.readouterr().err
    assert opened == []


def test_an_unknown_verb_is_wrong_usage(opened: list[dict[str, object]], capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main(["chekin"]) == 2
    assert opened == []
    assert "chekin" in capsys.readouterr().err


def test_a_verb_never_loads_qt() -> None:
    code = "import sys; from ui import launch; launch.main(['--version']); launch.main(['info', 'x.eventdesk']); "
    code += "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
