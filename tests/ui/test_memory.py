"""All threads take their memory from one place: what one leaves free another uses."""

import subprocess
import sys

import pytest

ASKING = """
import ctypes, os, sys, threading
from ui.memory import keep_together
if sys.argv[1] == "together":
    keep_together()
libc = ctypes.CDLL(None)
libc.fdopen.restype = libc.malloc.restype = ctypes.c_void_p
libc.fdopen.argtypes = (ctypes.c_int, ctypes.c_char_p)
libc.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
ready = threading.Barrier(9)
def work():
    ready.wait()
    libc.malloc(1000)
    ready.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
ready.wait()
ready.wait()
libc.malloc_info(0, libc.fdopen(os.dup(1), b"w"))
libc.fflush(None)
"""


def places(how: str) -> int:
    """Return how many places for memory there are while eight threads take some."""
    done = subprocess.run([sys.executable, "-c", ASKING, how], capture_output=True, text=True, check=True)
    return done.stdout.count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="told by glibc")
def test_threads_share_one_place_for_memory() -> None:
    assert places("together") == 1
    assert places("each") > 1
