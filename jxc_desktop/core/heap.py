"""One heap for all threads of the window, where the C library would make one for each."""

import ctypes
import sys

_ARENA_MAX = -8
"""M_ARENA_MAX of glibc's mallopt(3)."""


def share_one_heap() -> bool:
    """Let all threads take memory from one arena; whether the C library knows how. To be called before they begin.

    Our threads take turns anyway (Python runs one at a time), so arenas of their own only hold memory: some 9 MB.
    """
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(_ARENA_MAX, 1) == 1
