"""Counting while the shop sells: what was found less what the books said then, posted as a gain and a loss."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Category
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import approve_paper, reject_paper
from jxc_desktop.intake.documents import post_document
from jxc_desktop.intake.reviews import review
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import typed_from
from jxc_desktop.safety.recorded import act_as_data, as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import drafts_of, load_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.counting import (
    SKIP,
    ZERO,
    Books,
    CountDraft,
    CountedLine,
    books_of,
    differing,
    goods_in_scope,
)
from jxc_desktop.stock.counts import post_stock_count, reverse_stock_count
from jxc_desktop.stock.losses import reverse_stock_loss
from jxc_desktop.stock.queries import (
    on_hand,
    stock_count_list,
    stock_count_view,
    stock_gain_view,
    stock_loss_view,
)
from jxc_desktop.stock.queries.cycle import classes_of, goods_of_class, longest_uncounted
from jxc_desktop.stock.trade import ListFilter
from jxc_desktop.stock.typed_count import count_draft
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
    receive,
)


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def count(session: Session, *lines: CountedLine, **more: object) -> Posted:
    return post_stock_count(session, CountDraft(DAY, MAIN, lines, **more), key=new_key())


def stocked(session: Session, *quantities: int, at: str = "5.00") -> list[int]:
    """Goods P1, P2 … of which so many pieces came."""
    goods = [a_product(session, f"P{n}") for n in range(1, len(quantities) + 1)]
    lines = [line(each, n, at) for each, n in zip(goods, quantities, strict=True)]
    receive(session, a_supplier(session), lines)
    return goods


def test_differences_become_a_gain_and_a_loss_in_one_step(session: Session) -> None:
    over, short, right = stocked(session, 10, 10, 10)
    done = count(
        session,
        CountedLine(over, pieces(12)),
        CountedLine(short, pieces(7)),
        CountedLine(right, pieces(10)),
    )
    view = stock_count_view(session, done.number)
    assert done.number == "PD202611200001"
    assert (view.gain, view.loss) == ("BY202611200001", "BS202611200001")
    assert [(x.book_quantity, x.difference_quantity, x.worth) for x in view.lines] == [
        (pieces(10), pieces(2), fen(10)), (pieces(10), -pieces(3), -fen(15)), (pieces(10), 0, 0),
    ]  # fmt: skip
    assert (done.total, view.amount) == (0, -fen(5))
    assert legs(session, view.loss)[2:] == [("5711", fen(15), 0), ("190101", 0, fen(15))]
    assert legs(session, done.number) == []
    assert [on_hand(session, each) for each in (over, short, right)] == [
        pieces(12), pieces(7), pieces(10),
    ]  # fmt: skip
    assert (stock_loss_view(session, view.loss).cause, stock_gain_view(session, view.gain).cause) == (
        "盘亏", "盘盈",
    )  # fmt: skip
    assert stock_loss_view(session, view.loss).counted_in == done.number
    [row] = stock_count_list(session, ListFilter())
    assert row.partner == "总仓"


def test_what_is_sold_after_a_line_was_counted_changes_no_difference(session: Session) -> None:
    [product] = stocked(session, 10)
    book = books_of(session, MAIN, [product], blind=False)[product].book
    deliver(session, a_customer(session), [line(product, 4, "9.00")])
    done = count(session, CountedLine(product, pieces(9), book=book))
    assert stock_count_view(session, done.number).lines[0].difference_quantity == -pieces(1)
    assert on_hand(session, product) == pieces(5)


def test_a_blind_line_knows_its_moment_without_knowing_the_books(session: Session) -> None:
    known, never = *stocked(session, 10), a_product(session, "NEW")
    customer = a_customer(session)
    deliver(session, customer, [line(known, 1, "9.00")])
    books = books_of(session, MAIN, [known, never], blind=True)
    assert (books[known].book, books[never]) == (None, Books(0, None))
    deliver(session, customer, [line(known, 4, "9.00")])
    receive(session, a_supplier(session, "S2"), [line(never, 2, "1.00")])
    lines = (
        CountedLine(known, pieces(8), mark=books[known].mark),
        CountedLine(never, 0, mark=books[never].mark),
    )
    assert differing(session, MAIN, lines) == {known}
    view = stock_count_view(session, count(session, *lines, blind=True).number)
    assert [(x.book_quantity, x.difference_quantity) for x in view.lines] == [
        (pieces(9), -pieces(1)), (0, 0),
    ]  # fmt: skip
    assert (on_hand(session, known), on_hand(session, never)) == (pieces(4), pieces(2))


def test_what_was_never_or_longest_not_counted_comes_first(session: Session) -> None:
    first, second, third, empty = stocked(session, 5, 5, 5, 1)
    deliver(session, a_customer(session), [line(empty, 1, "9.00")])
    count(session, CountedLine(first, pieces(5), book=pieces(5), counted_at=2000))
    count(session, CountedLine(second, pieces(5), book=pieces(5), counted_at=1000))
    wrong = count(session, CountedLine(third, pieces(5), book=pieces(5), counted_at=3000))
    assert longest_uncounted(session, MAIN) == [second, first, third]
    reverse_stock_count(session, Reversal(wrong.number, "数错"), key=new_key())
    assert longest_uncounted(session, MAIN) == [third, second, first]
    assert longest_uncounted(session, MAIN, 1) == [third]


def test_classes_follow_what_went_out_at_cost(session: Session) -> None:
    most, some, few, none = stocked(session, 90, 90, 90, 90)
    customer = a_customer(session)
    for product, quantity in ((most, 80), (some, 15), (few, 5)):
        deliver(session, customer, [line(product, quantity, "9.00")])
    assert [goods_of_class(session, MAIN, each) for each in "ABC"] == [[most], [some], [few, none]]


@pytest.mark.parametrize(
    ("worths", "classes"),
    [
        ([], ""),
        ([0, 0], "CC"),
        ([10], "A"),
        ([60, 20, 10, 10], "AABC"),
        ([70, 20, 10], "ABC"),
        ([69, 21, 10, 0], "AACC"),
    ],
)
def test_what_crosses_a_limit_belongs_to_the_class_above(worths: list[int], classes: str) -> None:
    assert "".join(classes_of(worths)) == classes


def test_what_differs_is_told_to_who_may_post_alone(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        [product] = stocked(session, 10)
    keeper = Actor(1, "库管", frozenset({"keeper"}), "test")
    with any_database.reading(keeper) as session:
        mark = books_of(session, MAIN, [product], blind=True)[product].mark
        with pytest.raises(Forbidden):
            differing(session, MAIN, [CountedLine(product, pieces(9), mark=mark)])
    cashier = Actor(1, "收银", frozenset({"cashier"}), "test")
    with any_database.reading(cashier) as session, pytest.raises(Forbidden):
        books_of(session, MAIN, [product], blind=False)


def test_a_count_without_differences_makes_nothing_else(session: Session) -> None:
    [product] = stocked(session, 10)
    before = balances(session)
    view = stock_count_view(session, count(session, CountedLine(product, pieces(10))).number)
    assert (view.gain, view.loss, balances(session)) == ("", "", before)


def test_goods_nobody_counted_are_not_taken_for_gone(session: Session) -> None:
    counted, other, empty = stocked(session, 10, 5, 1)
    deliver(session, a_customer(session), [line(empty, 1, "9.00")])
    lines = (CountedLine(counted, pieces(10)),)
    with pytest.raises(Refused, match="还有 1 种有账面数的商品没盘"):
        count(session, *lines, scope="all")
    count(session, *lines, scope="all", rest=SKIP)
    assert on_hand(session, other) == pieces(5)
    done = count(session, *lines, scope="all", rest=ZERO)
    assert on_hand(session, other) == 0
    assert [x.product for x in stock_count_view(session, done.number).lines] == ["P1", "P2"]


def test_a_category_is_counted_with_those_below_it(session: Session) -> None:
    food, tea, paper = stocked(session, 3, 3, 3)
    top = Category(name="食品")
    session.add(top)
    session.flush()
    below = Category(name="茶", parent_id=top.id)
    session.add(below)
    session.flush()
    from jxc_desktop.catalog.models import Product

    session.get_one(Product, food).category_id = top.id
    session.get_one(Product, tea).category_id = below.id
    session.flush()
    assert goods_in_scope(session, MAIN, "category", top.id) == {food, tea}
    done = count(
        session, CountedLine(tea, pieces(2)), scope="category", category_id=top.id, rest=ZERO
    )
    view = stock_count_view(session, done.number)
    assert (view.category, [x.product_id for x in view.lines]) == ("食品", [tea, food])
    assert on_hand(session, paper) == pieces(3)
    with pytest.raises(UserError, match="选要盘的类别"):
        count(session, CountedLine(tea, 0), scope="category")


def test_oversold_goods_that_are_counted_are_right_again(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    [product] = stocked(session, 2)
    deliver(session, a_customer(session), [line(product, 5, "9.00")])
    count(session, CountedLine(product, pieces(1)))
    assert pool(session, product) == (pieces(1), fen(5))


def test_a_count_taken_back_takes_its_gain_and_loss_with_it(session: Session) -> None:
    over, short = stocked(session, 10, 10)
    before, pools = balances(session), [pool(session, each) for each in (over, short)]
    done = count(session, CountedLine(over, pieces(12)), CountedLine(short, pieces(7)))
    view = stock_count_view(session, done.number)
    red = reverse_stock_count(session, Reversal(done.number, "数错"), key=new_key())
    assert (balances(session), [pool(session, each) for each in (over, short)]) == (before, pools)
    assert (
        stock_loss_view(session, view.loss).head.reversed_by
        == stock_count_view(session, red.number).loss
    )
    with pytest.raises(Refused):
        reverse_stock_count(session, Reversal(done.number, "再来"), key=new_key())


def test_a_loss_taken_back_by_itself_is_not_taken_back_twice(session: Session) -> None:
    over, short = stocked(session, 10, 10)
    done = count(session, CountedLine(over, pieces(12)), CountedLine(short, pieces(7)))
    view = stock_count_view(session, done.number)
    reverse_stock_loss(session, Reversal(view.loss, "找到了"), key=new_key())
    reverse_stock_count(session, Reversal(done.number, "数错"), key=new_key())
    assert [on_hand(session, each) for each in (over, short)] == [pieces(10), pieces(10)]


def test_wrong_counts_are_told(session: Session) -> None:
    [product] = stocked(session, 2)
    service = a_product(session, "F", track_stock=False)
    with pytest.raises(UserError, match="还没有盘一种商品"):
        count(session)
    for lines, said in (
        ([CountedLine(product, pieces(1)), CountedLine(product, 0)], "第 2 行：商品P1 写了两行"),
        ([CountedLine(service, 0)], "第 1 行：商品F 不管库存"),
        ([CountedLine(product, -1)], "第 1 行：实盘数不能小于 0"),
        ([CountedLine(product, 5000)], "第 1 行：商品P1 的数量最多 0 位小数"),
        ([CountedLine(product, pieces(6901424333948))], "像是把条码扫进了数量"),
    ):
        with pytest.raises(UserError, match=said):
            count(session, *lines)
    assert on_hand(session, product) == pieces(2)


def test_the_same_count_sent_twice_is_one(session: Session) -> None:
    [product] = stocked(session, 2)
    key, draft = new_key(), CountDraft(DAY, MAIN, (CountedLine(product, pieces(5)),))
    first = post_stock_count(session, draft, key=key)
    assert post_stock_count(session, draft, key=key).number == first.number
    assert on_hand(session, product) == pieces(5)


def test_counts_come_as_data_and_are_told_as_data(session: Session) -> None:
    stocked(session, 10, 10)
    a_product(session, "BOX", units={"箱": (12, 1)})
    data = {
        "key": "c", "type": "stock_count", "lines": [
            {"product": "P1", "counted": "8"},
            {"product": "P2", "counted": "9", "book": "9", "counted_at": "2026-11-20T09:30:00+08:00"},
            {"product": "BOX", "counted": "2", "unit": "箱"},
        ],
    }  # fmt: skip
    number = post_document(session, data).number
    told = as_data(session, "stock_count", number)
    assert [(x["product"], x["counted"], x["book"]) for x in told["lines"]] == [
        ("P1", "8", "10"), ("P2", "9", "9"), ("BOX", "24", "0"),
    ]  # fmt: skip
    assert told["lines"][1]["counted_at"] == "2026-11-20T01:30:00.000+00:00"
    assert act_as_data(session, "stock_loss.post", "BS202611200001", 10**9) is None
    assert act_as_data(session, "stock_gain.post", "BY202611200001", 10**9) is None
    post_document(session, {"type": "reversal", "key": "r", "number": number, "reason": "数错"})
    post_document(session, {**told, "key": "d"})
    assert stock_count_view(session, "PD202611200003").lines[0].difference_quantity == -pieces(2)
    for place, value, field in (
        ("counted_at", "早上", "lines[0].counted_at"),
        ("counted", "0.5", "lines[0].counted"),
        ("product", "X", "lines[0].product"),
    ):
        line_ = {**data["lines"][0], place: value}
        with pytest.raises(UserError) as told_:
            post_document(session, {**data, "key": "e", "lines": [line_]})
        assert told_.value.field == field


def test_a_keeper_sees_what_was_counted_but_no_worth(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        [product] = stocked(session, 10)
        number = count(session, CountedLine(product, pieces(9))).number
    with any_database.reading(Actor(1, "库管", frozenset({"keeper"}), "test")) as session:
        view = stock_count_view(session, number)
        assert (view.amount, view.lines[0].worth) == (None, None)
        assert view.lines[0].difference_quantity == -pieces(1)


STEP = st.tuples(st.sampled_from(["in", "sell", "count"]), st.integers(0, 30), st.integers(1, 999))


@given(st.lists(STEP, min_size=1, max_size=12), st.integers(0, 20))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_a_count_the_shelf_is_what_was_found_and_its_worth_what_fractions_say(
    new_shop: Callable[..., Database], owner: Actor, steps: list[tuple[str, int, int]], later: int
) -> None:
    with new_shop().transaction(owner) as session:
        product, supplier, customer = a_product(session), a_supplier(session), a_customer(session)
        quantity, value = 0, 0
        for what, number, amount in steps:
            if what == "in" and number:
                receive(session, supplier, [line(product, number, str(amount / 100))])
                quantity, value = quantity + number, value + number * amount
            elif what == "sell" and 0 < number <= quantity:
                deliver(session, customer, [line(product, number, "9.99")])
                value -= share(value, number, quantity)
                quantity -= number
            elif what == "count" and quantity:
                sold = min(later, quantity, number)
                if sold:
                    deliver(session, customer, [line(product, sold, "9.99")])
                    value -= share(value, sold, quantity)
                book, quantity = quantity, quantity - sold
                count(session, CountedLine(product, pieces(number), book=pieces(book)))
                worth = share(value, abs(number - book), quantity) if quantity else None
                if worth is None:
                    quantity = number - sold
                    value = pool(session, product)[1]
                else:
                    value += worth if number > book else -worth
                    quantity += number - book
        assert on_hand(session, product) == pieces(quantity)
        if quantity:
            assert pool(session, product) == (pieces(quantity), value)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def share(value: int, part: int, whole: int) -> int:
    """Fen of a part at the average, all of it without residue."""
    return value if part == whole else int(Fraction(value * part, whole) + Fraction(1, 2))


def test_what_a_count_loses_is_held_back_by_the_rules_on_losses(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        save_rule(session, RuleDraft("stock_loss", "total_over", fen(10), role="owner"))
        [product] = stocked(session, 10)
        small = count(session, CountedLine(product, pieces(9)))
        held = count(session, CountedLine(product, pieces(5)))
        assert (small.pending, held.pending) == (False, True)
        assert on_hand(session, product) == pieces(9)
        deliver(session, a_customer(session), [line(product, 2, "9.00")])
        [told] = review(session, held.document_id).lines
        assert (told.quantity, told.amount) == (-pieces(4), -fen(20))
        done = approve_paper(session, held.document_id)
        assert stock_count_view(session, done.number).lines[0].difference_quantity == -pieces(4)
        assert on_hand(session, product) == pieces(3)
        again = count(session, CountedLine(product, 0), rest=SKIP)
        reject_paper(session, again.document_id, "再数一次")
        [draft] = drafts_of(session, "stock_count")
        kept = typed_from(load_draft(session, "stock_count", draft.id))
        assert count_draft(kept).lines == (
            CountedLine(product, 0, pieces(3), count_draft(kept).lines[0].counted_at),
        )
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
