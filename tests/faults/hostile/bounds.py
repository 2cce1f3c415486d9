"""Does one thing in a process of its own, and says what came of it. Before a release the things are larger."""

import os
from collections.abc import Callable

from eventdesk.codes import Fault
from tests.faults.hostile.running import Case, Kind, run

RELEASE = bool(os.environ.get("EVENTDESK_RELEASE"))


def many(usually: int, before_releases: int) -> int:
    """Return how many, or how large: less in every run of all tests than before a release."""
    return before_releases if RELEASE else usually


def outcome(use: Callable[[], object]) -> Fault | None:
    """Do something beside this process; returns the fault that came of it.

    Fails if it raised anything else, ended the process, or took more time or memory than a case may take.
    """
    (ended,) = run([Case(Kind("one", 1, lambda _rng: None, lambda _made, _folder: use()), 0, 0)])
    assert not ended.wrong, ended.wrong
    return Fault(ended.fault) if ended.fault else None
