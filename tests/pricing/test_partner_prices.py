"""What one customer was promised goes before levels, on its days, and is kept with names in the log."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.pricing.minimum import RIGHT
from jxc_desktop.pricing.partner_prices import (
    PartnerPriceDraft,
    partner_prices,
    promise_price,
    promised_prices,
    take_promise_back,
)
from jxc_desktop.pricing.typed_promises import keep_promises, typed_promises
from jxc_desktop.sales.queries import delivery_view
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.pricing.conftest import Counter, without
from tests.shopkeeping import DAY, a_customer, deliver, line, price


def asked(session: Session, counter: Counter, **more: object) -> list[tuple[str, int]]:
    """(unit, price) of each line of a delivery whose prices were left to the shop."""
    lines = more.pop("lines", None) or [line(counter.cola, 1)]
    posted = deliver(session, counter.customer, lines, **more)  # type: ignore[arg-type]
    return [(x.unit, x.price) for x in delivery_view(session, posted.number).lines]


def test_without_a_promise_the_level_answers(work: Session, counter: Counter) -> None:
    assert asked(work, counter) == [("瓶", price("2.50"))]


def test_a_promise_goes_before_the_level_in_every_unit(work: Session, counter: Counter) -> None:
    promise_price(work, counter.customer, PartnerPriceDraft(counter.cola, price("2.20")))
    box = line(counter.cola, 1, unit="箱")
    tea = line(counter.tea, 1)
    assert asked(work, counter, lines=[line(counter.cola, 1), box, tea]) == [
        ("瓶", price("2.20")), ("箱", price("52.80")), ("个", price(80)),
    ]  # fmt: skip
    promise_price(work, counter.customer, PartnerPriceDraft(counter.cola, price(50), "箱"))
    assert asked(work, counter, lines=[box]) == [("箱", price(50))]


def test_what_is_typed_goes_before_everything(work: Session, counter: Counter) -> None:
    promise_price(work, counter.customer, PartnerPriceDraft(counter.cola, price("2.20")))
    assert asked(work, counter, lines=[line(counter.cola, 1, "2.90")]) == [("瓶", price("2.90"))]
    gift = line(counter.cola, 1, is_gift=True)
    assert asked(work, counter, lines=[gift]) == [("瓶", 0)]


def test_a_promise_holds_on_its_days_and_the_latest_counts(work: Session, counter: Counter) -> None:
    def promise(amount: str, first: int, last: int | None = None) -> None:
        until = None if last is None else DAY + timedelta(last)
        draft = PartnerPriceDraft(counter.cola, price(amount), "", DAY + timedelta(first), until)
        promise_price(work, counter.customer, draft)

    def on(days: int) -> int | None:
        found = promised_prices(work, counter.customer, [counter.cola], DAY + timedelta(days))
        return found.get(counter.cola, {}).get("")

    promise("2.40", 0)
    promise("2.10", 5, 7)
    assert [on(days) for days in (-1, 0, 4, 5, 7, 8)] == [
        None, price("2.40"), price("2.40"), price("2.10"), price("2.10"), price("2.40"),
    ]  # fmt: skip
    promise("2.30", 0)
    assert on(0) == price("2.30")


def test_promises_to_others_are_no_promise(work: Session, counter: Counter) -> None:
    other = a_customer(work, "C02", price_level="wholesale")
    promise_price(work, other, PartnerPriceDraft(counter.cola, price("2.20")))
    assert asked(work, counter) == [("瓶", price("2.50"))]


def test_a_list_price_with_tax_is_asked_without_it_where_the_document_says_so(
    work: Session, counter: Counter
) -> None:
    # Small taxpayer: 1 %; 2.50 with tax is 2.475248 without.
    assert asked(work, counter, price_includes_tax=False) == [("瓶", 2_475_248)]
    promise_price(work, counter.customer, PartnerPriceDraft(counter.cola, price("2.02")))
    assert asked(work, counter, price_includes_tax=False) == [("瓶", price(2))]


def test_the_grid_shows_promises_beside_the_list_and_takes_them_back(
    work: Session, counter: Counter
) -> None:
    draft = PartnerPriceDraft(counter.cola, price(50), "箱", DAY, DAY + timedelta(30))
    promise = promise_price(work, counter.customer, draft)
    [view] = partner_prices(work, counter.customer)
    assert (view.product, view.unit, view.price, view.retail) == (
        "COLA", "箱", price(50), price(72),
    )  # fmt: skip
    take_promise_back(work, promise)
    assert partner_prices(work, counter.customer) == ()
    with pytest.raises(NotFound):
        take_promise_back(work, promise)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"price": -1}, "不能小于 0"),
        ({"unit": "罐"}, "没有单位“罐”"),
        ({"from_day": DAY, "to_day": DAY - timedelta(1)}, "早于"),
    ],
)
def test_a_wrong_promise_is_refused(
    work: Session, counter: Counter, more: dict[str, object], sentence: str
) -> None:
    draft = PartnerPriceDraft(counter.cola, **{"price": 1, **more})  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=sentence):
        promise_price(work, counter.customer, draft)


@pytest.mark.parametrize(("unit", "least"), [("", "2.00"), ("箱", "48.00")])
def test_less_than_the_lowest_price_is_promised_by_who_may_sell_it(
    counter: Counter, unit: str, least: str
) -> None:
    clerk = without(counter.owner, RIGHT)
    too_low = PartnerPriceDraft(counter.cola, price(least) - 1, unit)
    with counter.database.transaction(clerk) as session:
        promise_price(
            session, counter.customer, PartnerPriceDraft(counter.cola, price(least), unit)
        )
        with pytest.raises(
            Forbidden, match=f"客户C01 的 商品COLA 客户价低于最低售价 {least}"
        ) as refused:
            promise_price(session, counter.customer, too_low)
    assert (refused.value.field, refused.value.lendable) == ("price", RIGHT)
    with counter.database.transaction(counter.owner) as session:
        promise_price(session, counter.customer, too_low)
        assert [x.price for x in partner_prices(session, counter.customer)] == [too_low.price]


def test_only_who_changes_prices_promises_them(counter: Counter) -> None:
    clerk: Actor = actor_with("sales")
    with counter.database.transaction(clerk) as session, pytest.raises(Forbidden, match="改售价"):
        promise_price(session, counter.customer, PartnerPriceDraft(counter.cola, 1))


def test_a_promise_takes_the_day_of_another_that_moves_on(work: Session, counter: Counter) -> None:
    days = [DAY + timedelta(n) for n in range(3)]
    for day, amount in zip(days, ("2.20", "2.10"), strict=False):
        draft = PartnerPriceDraft(counter.cola, price(amount), "", day)
        promise_price(work, counter.customer, draft)
    shown = sorted(typed_promises(work, counter.customer), key=lambda line: line.first)
    lines = [replace(shown[0], first=days[1]), replace(shown[1], first=days[2])]
    assert keep_promises(work, counter.customer, shown, lines) == 2
    kept = {(line.first, line.price) for line in typed_promises(work, counter.customer)}
    assert kept == {(days[1], price("2.20")), (days[2], price("2.10"))}
