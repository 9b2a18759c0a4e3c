"""Drafts survive being kept: what `plain` writes, `typed` reads as the very same."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.cash.services import MoneyDraft, SpendingDraft
from jxc_desktop.core.plain import plain, typed
from jxc_desktop.purchase.returns import PurchaseReturnDraft
from jxc_desktop.purchase.services import ReceiptDraft
from jxc_desktop.sales.returns import SalesReturnDraft
from jxc_desktop.sales.services import DeliveryDraft


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    day: date | None
    colour: Colour = Colour.RED


@dataclass(frozen=True, slots=True)
class Outer:
    name: str
    inner: Inner
    pair: tuple[int, str]
    many: tuple[Inner, ...] = ()
    flag: bool = False
    maybe: int | None = None


WHOLE = Outer("牛奶", Inner(date(2026, 3, 2)), (1, "x"), (Inner(None),), flag=True, maybe=-5)
DRAFTS = (
    DeliveryDraft,
    ReceiptDraft,
    SalesReturnDraft,
    PurchaseReturnDraft,
    MoneyDraft,
    SpendingDraft,
)


def through_json(value: object) -> object:
    return typed(type(value), json.loads(json.dumps(plain(value), ensure_ascii=False)))


def test_everything_a_draft_is_made_of_comes_back() -> None:
    assert through_json(WHOLE) == WHOLE
    assert plain(WHOLE)["inner"] == {"day": "2026-03-02", "colour": "red"}


@given(st.data())
def test_any_draft_of_the_program_comes_back_as_it_was(data: st.DataObject) -> None:
    draft = data.draw(st.one_of(*(st.from_type(kind) for kind in DRAFTS)))
    assert through_json(draft) == draft


def test_a_field_that_came_later_takes_its_default() -> None:
    kept = plain(WHOLE)
    del kept["maybe"], kept["many"]
    assert typed(Outer, kept) == Outer("牛奶", WHOLE.inner, (1, "x"), flag=True)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": 7},
        {"flag": 1},
        {"maybe": True},
        {"pair": [1]},
        {"inner": {"day": "yesterday"}},
        {"inner": []},
        {"colour": "red"},
        {"many": "no list"},
    ],
)
def test_data_of_another_kind_is_no_draft(spoilt: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        typed(Outer, {**plain(WHOLE), **spoilt})


@pytest.mark.parametrize("value", [1.5, {"a": 1}, b"x", [1]])
def test_what_could_not_be_read_again_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)
