import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

import dev

FAILING_TYPES = "TEST_FAILING_TYPES"


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Take down what would be run, with an environment that is ready."""
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> int:
        commands.append(command)
        return int("mypy" in command and FAILING_TYPES in os.environ)

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev, "prepare", lambda: None)
    monkeypatch.setattr(dev, "_loads", lambda _library: True)
    return commands


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["--help"], 0), (["bake"], 2)])
def test_without_a_verb_it_says_what_there_is(arguments: list[str], code: int):
    done = subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "demo" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("variables", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {}])
def test_demo_opens_a_window_where_there_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], variables: dict[str, str]
):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.main(["demo", "harburg"]) == 0
    assert commands[0][1:] == ["demo", "harburg"] + (["--headless"] if not variables else [])


def test_missing_libraries_are_named_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], commands: list[list[str]]
):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(dev, "_loads", lambda library: library not in {"libEGL.so.1", "libxcb-cursor.so.0"})
    assert dev.main(["test"]) == dev.LACKING
    assert "apt-get install libegl1\n" in capsys.readouterr().out
    assert dev.main(["demo"]) == dev.LACKING
    assert "apt-get install libegl1 libxcb-cursor0\n" in capsys.readouterr().out
    assert commands == []


def test_a_library_that_nobody_has_does_not_load():
    assert not dev._loads("libeventdesk-nobody-has-this.so.1")


def test_what_follows_test_goes_to_pytest(commands: list[list[str]]):
    assert dev.main(["test", "tests/core", "-x"]) == 0
    assert commands[0][1:3] == ["-m", "pytest"]
    assert commands[0][-2:] == ["tests/core", "-x"]


def test_quick_leaves_out_what_is_slow(commands: list[list[str]]):
    assert dev.main(["test", "--quick", "tests/ui"]) == 0
    assert commands[0][-3:] == ["-m", "not slow", "tests/ui"]


@pytest.mark.parametrize("arguments", [["check", "all"], ["words", "no-such-file.tsv"], ["words", "--chek"]])
def test_wrong_usage(arguments: list[str], commands: list[list[str]], capsys: pytest.CaptureFixture[str]):
    assert dev.main(arguments) == dev.USAGE
    assert commands == []
    assert "takes" in capsys.readouterr().out


def test_a_failing_check_does_not_hide_the_others(
    monkeypatch: pytest.MonkeyPatch, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(dev, "check_package", lambda: False)
    monkeypatch.setenv(FAILING_TYPES, "yes")
    assert dev.main(["check"]) == dev.FAILED
    assert len(commands) == 7
    assert capsys.readouterr().out.endswith("Failed: types, package\n")


class TestFingerprint:
    @pytest.fixture
    def root(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        for name in ("pyproject.toml", "constraints.txt"):
            shutil.copy(dev.ROOT / name, tmp_path)
        monkeypatch.setattr(dev, "ROOT", tmp_path)
        monkeypatch.setattr(dev, "CONSTRAINTS", tmp_path / "constraints.txt")
        return tmp_path

    @pytest.mark.parametrize(
        ("file", "old", "new", "again"),
        [
            ("pyproject.toml", "line-length = 120", "line-length = 100", False),
            ("pyproject.toml", '"ruff>=', '"ruff>0', True),
            ("pyproject.toml", '"ui.launch:main"', '"ui.start:main"', True),
            ("constraints.txt", "\nruff==", "\nruff==9", True),
        ],
    )
    def test_it_changes_with_what_is_installed_alone(self, root: Path, file: str, old: str, new: str, again: bool):
        before = dev.fingerprint()
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")
        assert (dev.fingerprint() != before) is again


class TestWheel:
    @pytest.fixture
    def names(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
        """Lay out a small checkout; return what its wheel must hold."""
        (tmp_path / "resources" / "fonts").mkdir(parents=True)
        (tmp_path / "resources" / "fonts" / "a.ttf").touch()
        (tmp_path / "seeds").mkdir()
        monkeypatch.setattr(dev, "ROOT", tmp_path)
        words = [f"eventdesk/_resources/translations/{language}/LC_MESSAGES/eventdesk.mo" for language in ("de", "en")]
        return [*words, "eventdesk/_resources/fonts/a.ttf", "ui/app.py", "eventdesk-0.1.0.dist-info/METADATA"]

    def wheel(self, tmp_path: Path, names: list[str]) -> Path:
        with zipfile.ZipFile(tmp_path / "x.whl", "w") as packed:
            for name in names:
                packed.writestr(name, "")
        return tmp_path / "x.whl"

    def test_a_whole_one_is_whole(self, tmp_path: Path, names: list[str]):
        assert dev.complete(self.wheel(tmp_path, names))

    @pytest.mark.parametrize("number", [0, 2])
    def test_a_missing_file_is_seen(
        self, tmp_path: Path, names: list[str], number: int, capsys: pytest.CaptureFixture[str]
    ):
        missing = names.pop(number)
        assert not dev.complete(self.wheel(tmp_path, names))
        assert missing in capsys.readouterr().out

    def test_a_stray_folder_is_seen(self, tmp_path: Path, names: list[str]):
        assert not dev.complete(self.wheel(tmp_path, [*names, "tests/test_x.py"]))


@pytest.mark.parametrize(("free", "given", "in_memory"), [(8, "", True), (1, "", False), (8, "/elsewhere", False)])
def test_tests_keep_their_files_in_memory_where_there_is_plenty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, given: str, in_memory: bool
):
    monkeypatch.delenv("TMPDIR", raising=False)
    if given:
        monkeypatch.setenv("TMPDIR", given)
    monkeypatch.setattr(dev, "MEMORY_DISK", tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free * 1024**3))
    with dev.quick_folder() as folder:
        assert (Path(folder).parent == tmp_path) is in_memory
        assert in_memory or folder == tempfile.gettempdir()
        assert not in_memory or Path(folder).stat().st_mode & 0o777 == 0o711
    assert list(tmp_path.iterdir()) == []


def test_without_a_disk_in_memory_tests_keep_their_files_where_all_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(dev, "MEMORY_DISK", tmp_path / "none")
    with dev.quick_folder() as folder:
        assert folder == tempfile.gettempdir()
