"""Code 128 as receipt printers want it: which character set for which part."""

import itertools
import re
from collections.abc import Iterator

_RUNS = re.compile(r"\d{4,}|\D+|\d{1,3}")
OVERHEAD = 35 + 20
"""Modules of start, check and stop signs and of the two quiet zones."""


def can_be_code128(text: str) -> bool:
    """Whether `text` is printable ASCII, all that sets B and C hold."""
    return bool(text) and text.isascii() and text.isprintable()


def printer_data(text: str) -> bytes:
    """`text` with set marks for `GS k 73`: digits two by two in set C, all else in set B."""
    data = b""
    current = ""
    for name, part in _parts(text):
        data += (b"{" + name.encode() if name != current else b"") + part
        current = name
    return data


def modules(text: str) -> int:
    """How many bar widths `text` takes, quiet zones included."""
    parts = list(_parts(text))
    switches = sum(a[0] != b[0] for a, b in itertools.pairwise(parts))
    signs = sum(len(part) - part.count(b"{{") for _, part in parts)
    return 11 * (signs + switches) + OVERHEAD


def _parts(text: str) -> Iterator[tuple[str, bytes]]:
    for run in _RUNS.findall(text):
        if not run.isdigit() or len(run) < 4:  # noqa: PLR2004  shorter runs gain nothing in set C
            yield "B", run.replace("{", "{{").encode()
            continue
        odd = len(run) % 2
        if odd:
            yield "B", run[:1].encode()
        yield "C", bytes(int(run[at : at + 2]) for at in range(odd, len(run), 2))
