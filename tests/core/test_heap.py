"""One heap for all threads, where the C library can."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc makes a heap for each thread")
def test_threads_share_one_heap() -> None:
    """malloc_stats(3) names each arena it made."""
    script = (
        "import ctypes, threading\n"
        "from jxc_desktop.core.heap import share_one_heap\n"
        "assert share_one_heap()\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.malloc.restype = ctypes.c_void_p\n"
        "held = [threading.Thread(target=libc.malloc, args=(3000,)) for _ in range(4)]\n"
        "[each.start() for each in held]\n"
        "[each.join() for each in held]\n"
        "libc.malloc_stats()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr.count("Arena ") == 1
