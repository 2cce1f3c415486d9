"""Files of every kind, spoilt by chance: whatever comes of them is a sentence; and it would be noticed if not."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from tests.faults.hostile import running
from tests.faults.hostile.__main__ import main
from tests.faults.hostile.kinds import KINDS
from tests.faults.hostile.running import Case, Ended, Kind, run

ROOT = Path(__file__).parents[3]


def test_spoilt_files_end_in_a_sentence(tmp_path: Path) -> None:
    """In a process of its own, as before a release: there it is a hundred thousand."""
    command = [sys.executable, "-m", "tests.faults.hostile", "--keep", str(tmp_path), "--seed", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr + done.stdout
    assert ", 0 found, " in done.stdout


def one(use: Callable[[], object], kind: str = "bad") -> Ended:
    (ended,) = run([Case(Kind(kind, 1, lambda _rng: None, lambda _made, _folder: use()), 1, 0)])
    return ended


def endless() -> None:
    while True:
        pass


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_an_exception_is_noticed() -> None:
    assert "ZeroDivisionError" in one(lambda: 1 // 0).wrong
    assert "SystemExit" in one(lambda: sys.exit(0)).wrong


def test_an_end_of_the_process_is_noticed() -> None:
    assert one(killed).wrong == "the process ended: signal 9"
    assert one(lambda: os._exit(3)).wrong == "the process ended: exit 3"


def test_what_takes_for_ever_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_SECONDS", 0.2)
    assert "busy" in one(endless).wrong
    monkeypatch.setattr(running, "_PATIENCE_S", 0.6)
    assert "no answer" in one(lambda: os.read(os.pipe()[0], 1)).wrong


def test_a_child_that_takes_for_ever_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_SECONDS", 0.3)
    busy = [sys.executable, "-c", "while True: pass"]
    assert "busy" in one(lambda: subprocess.run(busy, check=False)).wrong


def test_memory_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST_BYTES", 250_000_000)
    assert "MB of memory" in one(lambda: b"x" * 300_000_000).wrong
    eats = [sys.executable, "-c", "b'x' * 300_000_000"]
    assert "MB of memory" in one(lambda: subprocess.run(eats, check=False)).wrong


def test_a_fault_without_a_sentence_is_noticed() -> None:
    def fault() -> None:
        raise KnownError(Fault.BAD_TABLE, path="x")

    assert "KeyError" in one(fault).wrong


def test_the_next_case_is_done_after_one_that_ended_the_process() -> None:
    bad = Kind("bad", 1, lambda _rng: None, lambda _made, _folder: killed())
    good = Kind("good", 1, lambda rng: rng.random(), lambda _made, _folder: None)
    ended = list(run([Case(good, 1, 0), Case(bad, 1, 1), Case(good, 1, 2), Case(bad, 1, 3), Case(good, 1, 4)]))
    assert [bool(each.wrong) for each in ended] == [False, True, False, True, False]
    assert [each.number for each in ended] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_case_can_be_made_again(kind: Kind) -> None:
    assert Case(kind, 5, 7).made() == Case(kind, 5, 7).made()
    assert len({repr(Case(kind, 5, number).made()) for number in range(12)}) > 6


def test_a_finding_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_made: object, _folder: Path) -> None:
        raise ValueError("nobody caught this")

    kind = Kind("typed", 1, lambda rng: rng.choice("ab"), broken)
    monkeypatch.setattr("tests.faults.hostile.__main__.KINDS", (kind,))
    monkeypatch.setattr("tests.faults.hostile.__main__.prepare", lambda: None)
    assert main(["--count", "3", "--seed", "9", "--keep", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "3 cases (seed 9: typed 3), 3 found" in said.out
    kept = (tmp_path / "typed-9-1.txt").read_text()
    assert "nobody caught this" in kept
    assert repr(Case(kind, 9, 1).made()) in kept
