"""How fast this machine is just now: some small, always equal work, by the processor time it takes.

Tests that look at how long something takes count in units of this floor: it is taken in the same run, on the same
machine, beside the same neighbours.
"""

import sqlite3
import statistics
import time

REFERENCE_MS = 1.7
"""What the work takes on the machine for which limits in milliseconds are given."""
ROWS, NUMBERS, ROUNDS = 2000, 4000, 5


class Floor:
    """Reads rows out of a file in memory, puts them into sets, and sorts: what lists of people are made of."""

    def __init__(self) -> None:
        self._file = sqlite3.connect(":memory:", isolation_level=None)
        self._file.execute("CREATE TABLE somebody (id INTEGER PRIMARY KEY, given TEXT, family TEXT)")
        crowd = ((n, f"Vorname{n * 7919 % 1000}", f"Nachname{n * 104729 % 9000}") for n in range(ROWS))
        self._file.executemany("INSERT INTO somebody VALUES (?, ?, ?)", crowd)
        self._numbers = [n * 104729 % NUMBERS for n in range(NUMBERS)]

    def milliseconds(self) -> float:
        """Return what it usually takes now."""
        return statistics.median(self._once() for _ in range(ROUNDS))

    def slower(self) -> float:
        """Return how many times slower than that of the limits this machine is, at least 1."""
        return max(1.0, self.milliseconds() / REFERENCE_MS)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _once(self) -> float:
        began = time.thread_time()
        by_family: dict[str, set[int]] = {}
        for number, _, family in self._file.execute("SELECT id, given, family FROM somebody ORDER BY family, given"):
            by_family.setdefault(family, set()).add(number)
        sorted(self._numbers)
        return (time.thread_time() - began) * 1000
