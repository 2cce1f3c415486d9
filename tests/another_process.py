"""Another program on the same computer that has a file open meanwhile."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def another_process(script: str, *arguments: object) -> Iterator[None]:
    """Run a script in a process of its own: it says one line when it is ready, and ends with its standard input."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline().strip()
        yield
        other.stdin.close()
