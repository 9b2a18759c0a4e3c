"""Goods lost and found: what they cost, what VAT goes with them, where they stand in the books (domain.md §2.8)."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import NotFound, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import act_as_data, as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.losses import (
    LossDraft,
    foresee_gain,
    foresee_loss,
    post_stock_gain,
    post_stock_loss,
    reverse_stock_gain,
    reverse_stock_loss,
)
from jxc_desktop.stock.note import printed_loss
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.queries import (
    loss_resolution_view,
    open_losses,
    stock_gain_view,
    stock_loss_list,
    stock_loss_view,
)
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.resolutions import (
    ResolutionDraft,
    ResolvedPart,
    foresee_resolution,
    post_loss_resolution,
    reverse_loss_resolution,
)
from jxc_desktop.stock.trade import ListFilter
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    pool,
    price,
    receive,
)

CASH = 1


@pytest.fixture(params=["general", "small"])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, taxpayer: str, owner: Actor
) -> Iterator[Session]:
    """A shop of either taxpayer on either database, sound at the end."""
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def lose(session: Session, reason: str, *lines: LineDraft, **more: object) -> Posted:
    draft = LossDraft(DAY, MAIN, reason_named(session, reason, gain=False).id, lines, **more)
    return post_stock_loss(session, draft, key=new_key())


def find(session: Session, *lines: LineDraft, **more: object) -> Posted:
    draft = LossDraft(DAY, MAIN, reason_named(session, "盘盈", gain=True).id, lines, **more)
    return post_stock_gain(session, draft, key=new_key())


def stocked(session: Session, quantity: int = 10, at: str = "10.00") -> int:
    """So many pieces at a price without tax in a general taxpayer's shop, with tax in a small one's."""
    product = a_product(session, tax_rate=1300)
    receive(session, a_supplier(session), [line(product, quantity, at)])
    return product


def test_goods_short_in_a_count_go_through_1901_to_non_operating_expenses(session: Session) -> None:
    product = stocked(session, 12, "128.00")
    short = lose(session, "盘亏", line(product, 3))
    assert legs(session, short.number) == [
        ("190101", fen("384.00"), 0), ("1405", 0, fen("384.00")),
        ("5711", fen("384.00"), 0), ("190101", 0, fen("384.00")),
    ]  # fmt: skip
    assert (pool(session, product), short.total) == ((pieces(9), fen("1152.00")), fen("384.00"))
    assert short.number == "BS202611200001"
    assert "190101" not in balances(session)


@pytest.mark.parametrize("reason", ["被盗", "霉变"])
def test_goods_lost_by_mismanagement_take_their_input_vat_with_them(
    session: Session, taxpayer: str, reason: str
) -> None:
    product = stocked(session)
    gone = lose(session, reason, line(product, 4))
    tax = fen("5.20") if taxpayer == "general" else 0
    found = legs(session, gone.number)
    assert ("1405", 0, fen("40.00")) in found
    assert ("5711", fen("40.00") + tax, 0) in found
    assert (("22210109", 0, tax) in found) == bool(tax)
    view = stock_loss_view(session, gone.number)
    assert [(x.amount, x.tax) for x in view.lines] == [(fen("40.00"), tax)]
    assert (view.cause, view.total) == (reason, fen("40.00") + tax)


@pytest.mark.parametrize("reason", ["盘亏", "损耗", "过期", "破损"])
def test_losses_of_normal_trade_keep_their_input_vat(session: Session, reason: str) -> None:
    product = stocked(session)
    gone = lose(session, reason, line(product, 1))
    assert [leg[0] for leg in legs(session, gone.number)] == ["190101", "1405", "5711", "190101"]


def test_a_rate_that_was_typed_is_the_one_that_is_turned_out(
    session: Session, taxpayer: str
) -> None:
    product = stocked(session)
    gone = lose(session, "被盗", line(product, 1, tax_rate=900))
    tax = fen("0.90") if taxpayer == "general" else 0
    assert stock_loss_view(session, gone.number).lines[0].tax == tax


def test_found_goods_come_in_at_the_average(session: Session) -> None:
    product = stocked(session, 3, "3.333333")
    found = find(session, line(product, 1))
    assert legs(session, found.number) == [
        ("1405", fen("3.33"), 0), ("190101", 0, fen("3.33")),
        ("190101", fen("3.33"), 0), ("5301", 0, fen("3.33")),
    ]  # fmt: skip
    assert pool(session, product) == (pieces(4), fen("13.33"))


def test_found_goods_nobody_knows_the_cost_of_are_worth_what_they_are_assessed_at(
    session: Session,
) -> None:
    new, bought = a_product(session, "N"), a_product(session, "B", purchase_price=price("2.50"))
    found = find(session, line(new, 2, "7.00"), line(bought, 4))
    assert [x.amount for x in stock_gain_view(session, found.number).lines] == [fen(14), fen(10)]
    assert pool(session, new) == (pieces(2), fen(14))


def test_goods_sold_before_they_were_found_are_trued_up(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    product = stocked(session, 1, "10.00")
    deliver(session, a_customer(session), [line(product, 3, "20.00")])
    found = find(session, line(product, 2, "9.00"))
    assert legs(session, found.number)[4:] == [("1405", fen(2), 0), ("5401", 0, fen(2))]
    assert pool(session, product) == (0, 0)


def test_no_more_is_lost_than_lies_there(session: Session) -> None:
    product = stocked(session, 2)
    with pytest.raises(Refused, match="只有 2 个，这里要 3"):
        lose(session, "破损", line(product, 3))


def test_a_loss_in_a_bigger_unit_leaves_in_base_units(session: Session) -> None:
    product = a_product(session, "BOX", units={"箱": (12, 1)})
    receive(session, a_supplier(session), [line(product, 24, "1.00")])
    gone = lose(session, "破损", line(product, 1, unit="箱"))
    view = stock_loss_view(session, gone.number)
    assert [(x.unit, x.quantity, x.base_quantity) for x in view.lines] == [
        ("箱", pieces(1), pieces(12))
    ]
    assert pool(session, product) == (pieces(12), fen(12))


def test_a_loss_taken_back_leaves_all_as_it_was(session: Session) -> None:
    product = stocked(session, 7, "1.43")
    before, there = balances(session), pool(session, product)
    gone = lose(session, "霉变", line(product, 3))
    reverse_stock_loss(session, Reversal(gone.number, "还能卖"), key=new_key())
    found = find(session, line(product, 2))
    reverse_stock_gain(session, Reversal(found.number, "数错"), key=new_key())
    assert (balances(session), pool(session, product)) == (before, there)


def test_what_is_unresolved_waits_on_1901_until_it_is_decided(session: Session) -> None:
    product = stocked(session)
    gone = lose(session, "盘亏", line(product, 5), unresolved=True)
    assert balances(session)["190101"] == fen(50)
    assert [(x.number, x.total) for x in open_losses(session)] == [(gone.number, fen(50))]
    parts = (
        ResolvedPart(fen(20), "1221", employee="张三"),
        ResolvedPart(fen("5.50"), money_account_id=CASH),
    )
    draft = ResolutionDraft(DAY, gone.number, parts)
    told = foresee_resolution(session, draft)
    decided = post_loss_resolution(session, draft, key=new_key())
    assert legs(session, decided.number) == [
        ("1221", fen(20), 0), ("100101", fen("5.50"), 0), ("5711", fen("24.50"), 0), ("190101", 0, fen(50)),
    ]  # fmt: skip
    assert [(x.account, x.debit, x.credit) for x in told.legs] == legs(session, decided.number)
    view = loss_resolution_view(session, decided.number)
    assert (view.original, view.rest, view.lines[0].employee) == (gone.number, fen("24.50"), "张三")
    assert stock_loss_view(session, gone.number).resolved_by == decided.number
    assert open_losses(session) == []


def test_a_gain_is_resolved_to_what_is_owed_and_earned(session: Session) -> None:
    product = stocked(session)
    found = find(session, line(product, 2), unresolved=True)
    assert balances(session)["190101"] == -fen(20)
    draft = ResolutionDraft(DAY, found.number, (ResolvedPart(fen(5), "2241"),))
    decided = post_loss_resolution(session, draft, key=new_key())
    assert legs(session, decided.number) == [
        ("190101", fen(20), 0), ("2241", 0, fen(5)), ("5301", 0, fen(15)),
    ]  # fmt: skip


def test_what_was_decided_is_taken_back_before_its_loss(session: Session) -> None:
    product = stocked(session)
    before = balances(session)
    gone = lose(session, "盘亏", line(product, 1), unresolved=True)
    draft = ResolutionDraft(DAY, gone.number)
    decided = post_loss_resolution(session, draft, key=new_key())
    with pytest.raises(Refused, match=f"已由 {decided.number} 处理"):
        post_loss_resolution(session, draft, key=new_key())
    with pytest.raises(Refused, match=f"先红冲 {decided.number}"):
        reverse_stock_loss(session, Reversal(gone.number, "找到了"), key=new_key())
    reverse_loss_resolution(session, Reversal(decided.number, "找到了"), key=new_key())
    assert [x.number for x in open_losses(session)] == [gone.number]
    reverse_stock_loss(session, Reversal(gone.number, "找到了"), key=new_key())
    assert balances(session) == before


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (ResolvedPart(0, "1221"), "第 1 行：金额要大于 0"),
        (ResolvedPart(fen(11), "1221"), "只有 10.00，这里写了 11.00"),
        (ResolvedPart(fen(1), "1405"), "1405 不能写在这里"),
        (ResolvedPart(fen(1), "1122"), "1122 不能写在这里"),
        (ResolvedPart(fen(1), money_account_id=99), "结算账户不存在"),
    ],
)
def test_a_wrong_resolution_is_told(session: Session, part: ResolvedPart, said: str) -> None:
    product = stocked(session)
    gone = lose(session, "盘亏", line(product, 1), unresolved=True)
    with pytest.raises(UserError, match=said):
        post_loss_resolution(session, ResolutionDraft(DAY, gone.number, (part,)), key=new_key())


def test_only_what_waits_is_resolved(session: Session) -> None:
    product = stocked(session)
    settled = lose(session, "盘亏", line(product, 1))
    for number, said in ((settled.number, "不用处理"), ("CGRK202611200001", "不是报损单或报溢单")):
        with pytest.raises(UserError, match=said):
            post_loss_resolution(session, ResolutionDraft(DAY, number), key=new_key())


def test_wrong_losses_are_told(session: Session) -> None:
    product, service = stocked(session), a_product(session, "F", track_stock=False)
    with pytest.raises(UserError, match="没有一行商品"):
        lose(session, "盘亏")
    with pytest.raises(UserError, match="第 2 行：商品F 不管库存"):
        lose(session, "盘亏", line(product, 1), line(service, 1))
    with pytest.raises(UserError, match="第 1 行：数量要大于 0"):
        lose(session, "盘亏", line(product, 0))
    with pytest.raises(UserError, match="第 1 行：商品A 的数量最多 0 位小数"):
        lose(session, "盘亏", line(product, "0.5"))
    with pytest.raises(NotFound, match="没有选原因"):
        post_stock_loss(session, LossDraft(DAY, MAIN, 0, (line(product, 1),)), key=new_key())
    with pytest.raises(NotFound, match="没有原因“丢了”，可以是 盘亏、损耗"):
        reason_named(session, "丢了", gain=False)


def test_what_is_foreseen_is_what_is_booked(session: Session) -> None:
    product = stocked(session, 7, "1.43")
    reason = reason_named(session, "被盗", gain=False).id
    draft = LossDraft(DAY, MAIN, reason, (line(product, 3),))
    told = [(x.account, x.debit, x.credit) for x in foresee_loss(session, draft).legs]
    assert told == legs(session, post_stock_loss(session, draft, key=new_key()).number)
    gain = LossDraft(DAY, MAIN, reason_named(session, "盘盈", gain=True).id, (line(product, 3),))
    told = [(x.account, x.debit, x.credit) for x in foresee_gain(session, gain).legs]
    assert told == legs(session, post_stock_gain(session, gain, key=new_key()).number)


def test_the_paper_of_a_loss_leaves_its_total_room_for_words(session: Session) -> None:
    form = printed_loss(session, lose(session, "过期", line(stocked(session), 3)).number)
    assert (form.title, form.total, form.words) == ("报损单", ("",) * 5 + ("3", "30.00"), fen(30))
    assert printed_loss(session, "BS202611200001").reprint == 1


def test_losses_come_as_data_and_are_told_as_data(session: Session) -> None:
    stocked(session)
    lost = {
        "key": "l", "type": "stock_loss", "reason": "被盗", "unresolved": True,
        "lines": [{"product": "A", "quantity": "2"}],
    }  # fmt: skip
    gone = post_document(session, lost)
    found = {
        "key": "g", "type": "stock_gain", "reason": "G02", "day": "2026-11-20",
        "lines": [{"product": "A", "quantity": "1", "price": "3.50"}],
    }  # fmt: skip
    post_document(session, found)
    parts = [
        {"account": "cash", "amount": "1.00"},
        {"account": "1221", "amount": "2.00", "employee": "李四"},
    ]
    resolved = {"key": "r", "type": "loss_resolution", "from": gone.number, "lines": parts}
    number = post_document(session, resolved).number
    told = as_data(session, "loss_resolution", number)
    assert [x["account"] for x in told["lines"]] == ["cash", "1221"]
    assert as_data(session, "stock_loss", gone.number)["reason"] == "L05"
    post_document(session, {"type": "reversal", "key": "x", "number": number, "reason": "写错"})
    again = as_data(session, "stock_gain", "BY202611200001")
    assert again["lines"] == [{"product": "A", "quantity": "1", "unit": "个", "price": "3.50"}]
    assert act_as_data(session, "stock_loss.post", gone.number, 10**9) is not None


def test_who_may_not_see_cost_sees_no_worth(
    new_shop: Callable[..., Database], owner: Actor, dialect: str
) -> None:
    shop = new_shop("small", dialect)
    with shop.transaction(owner) as session:
        number = lose(session, "破损", line(stocked(session), 1)).number
    with shop.reading(Actor(1, "库管", frozenset({"keeper"}), "test")) as session:
        view = stock_loss_view(session, number)
        assert (view.total, view.lines[0].amount, view.lines[0].tax) == (None, None, None)
        assert [row.total for row in stock_loss_list(session, ListFilter())] == [None]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["in", "lose", "find"]), st.integers(1, 40), st.integers(1, 9999)
        ),
        min_size=1,
        max_size=12,
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_worth_is_what_exact_fractions_say_to_the_fen(
    new_shop: Callable[..., Database], owner: Actor, steps: list[tuple[str, int, int]]
) -> None:
    with new_shop("general").transaction(owner) as session:
        product, supplier = a_product(session, tax_rate=1300), a_supplier(session)
        quantity, value, taxes, lost = 0, 0, 0, 0
        for what, count, amount in steps:
            if what == "in":
                each = Fraction(amount, 100)
                receive(session, supplier, [line(product, count, str(float(each)), tax_rate=0)])
                quantity, value = quantity + count, value + count * amount
            elif what == "lose" and count <= quantity:
                worth = value if count == quantity else half_up(Fraction(count * value, quantity))
                gone = lose(session, "被盗", line(product, count))
                tax = half_up(Fraction(worth * 13, 100))
                assert gone.total == worth + tax
                quantity, value = quantity - count, value - worth
                taxes, lost = taxes + tax, lost + worth + tax
            elif what == "find" and quantity:
                worth = half_up(Fraction(count * value, quantity))
                assert find(session, line(product, count)).total == worth
                quantity, value = quantity + count, value + worth
        found = balances(session)
        if quantity:
            assert pool(session, product) == (pieces(quantity), value)
        assert (found.get("22210109", 0), found.get("5711", 0)) == (-taxes, lost)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
