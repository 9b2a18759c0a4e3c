"""What the box of a count understands: codes, so many of a code, so many in all."""

import pytest

from jxc_desktop.core.errors import UserError
from jxc_desktop.stock.count_grammar import Counted, is_ahead, understand


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6901424333948", Counted("6901424333948", 10_000)),
        (" P01 ", Counted("P01", 10_000)),
        ("3*6901424333948", Counted("6901424333948", 30_000)),
        ("1.5*TEA", Counted("TEA", 15_000)),
        ("12*", Counted("", 120_000)),
        ("12×", Counted("", 120_000)),
        ("１２＊", Counted("", 120_000)),
        ("0*", Counted("", 0)),
        ("", None),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: Counted | None) -> None:
    assert understand(typed) == meant


@pytest.mark.parametrize("typed", ["*", "x*", "3**", "-1*", "*P01"])
def test_what_makes_no_sense_is_told(typed: str) -> None:
    with pytest.raises(UserError):
        understand(typed)


def test_only_a_quantity_stands_ahead_of_a_scan() -> None:
    assert [is_ahead(text) for text in ("3*", "3×", "3", "", "3*P01", "P01")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
