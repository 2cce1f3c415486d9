"""The strict plugin fails what it must fail: a plugin that never fails would be worse than none."""

import pytest

NOISY = """
import logging
import threading
import warnings

import pytest
from PySide6.QtCore import qCritical, qWarning

def test_silent():
    logging.getLogger("eventdesk").warning("a warning of ours is no fault")

def test_warns():
    warnings.warn("old", DeprecationWarning)

def test_warns_in_a_thread():
    def work():
        raise ValueError
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

def test_logs_an_error():
    logging.getLogger("eventdesk.event").error("row %d", 7)

def test_logs_a_qt_warning():
    logging.getLogger("qt").warning("QPainter not active")

def test_qt_warns():
    qWarning("QPainter not active")

def test_fails_anyway():
    logging.getLogger("eventdesk").error("first")
    assert 1 == 2

@pytest.mark.logs_errors
def test_expected():
    logging.getLogger("eventdesk").error("on purpose")

@pytest.mark.logs_errors
def test_expected_but_silent():
    pass

@pytest.fixture
def logs_early():
    logging.getLogger("eventdesk").error("early")

def test_noise_in_setup(logs_early):
    pass

@pytest.fixture
def logs_late():
    yield
    logging.getLogger("eventdesk").error("late")

def test_noise_in_teardown(logs_late):
    pass

@pytest.fixture
def qt_late():
    yield
    qCritical("QThread destroyed while running")

def test_qt_noise_in_teardown(qt_late):
    pass
"""


@pytest.fixture(scope="module")
def outcomes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Run the noisy tests in a process of their own, under this project's settings."""
    import subprocess
    import sys

    root = request.config.rootpath
    sample = tmp_path_factory.mktemp("noisy") / "test_noisy.py"
    sample.write_text(NOISY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", str(root / "pyproject.toml"), "-p", "tests.strict", "-rA", str(sample)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        word, _, rest = line.partition(" ")
        if word in {"PASSED", "FAILED", "ERROR"} and "::" in rest:
            found.setdefault(rest.split("::")[1].split(" ")[0], set()).add(word)
    assert found, done.stdout + done.stderr
    return found


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        ("test_silent", {"PASSED"}),
        ("test_warns", {"FAILED"}),
        ("test_warns_in_a_thread", {"FAILED"}),
        ("test_logs_an_error", {"FAILED"}),
        ("test_logs_a_qt_warning", {"FAILED"}),
        ("test_qt_warns", {"FAILED"}),
        ("test_fails_anyway", {"FAILED"}),
        ("test_expected", {"PASSED"}),
        ("test_expected_but_silent", {"FAILED"}),
        ("test_noise_in_setup", {"ERROR"}),
        ("test_noise_in_teardown", {"PASSED", "ERROR"}),
        ("test_qt_noise_in_teardown", {"PASSED", "ERROR"}),
    ],
)
def test_noise_is_failure(outcomes: dict[str, set[str]], test: str, outcome: set[str]):
    assert outcomes[test] == outcome
