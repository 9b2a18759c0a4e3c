"""Goods put together and taken apart: what comes in is worth what went out and the fee (domain.md T20)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import PAYABLE, open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting, put_setting
from jxc_desktop.stock.kit_parts import Part, parts_of, proposed_lines, save_parts
from jxc_desktop.stock.kits import (
    KitDraft,
    foresee_assembly,
    foresee_disassembly,
    post_assembly,
    post_disassembly,
    reverse_assembly,
    reverse_disassembly,
)
from jxc_desktop.stock.queries import (
    assembly_list,
    assembly_view,
    cost_prices,
    disassembly_view,
    kit_list,
)
from jxc_desktop.stock.trade import ListFilter
from tests.pricing.conftest import without
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


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


@pytest.fixture
def parts(session: Session) -> tuple[int, int, int]:
    """A 20 at 250.00, B 50 at 99.50, and a KIT made of one A and two B; their ids."""
    a, b, kit = (a_product(session, code) for code in ("A", "B", "KIT"))
    receive(session, a_supplier(session), [line(a, 20, "12.5"), line(b, 50, "1.99")])
    save_parts(session, kit, [Part(a, pieces(1)), Part(b, pieces(2))])
    return a, b, kit


def made(session: Session, kit: int, quantity: int = 4, **more: object) -> KitDraft:
    """So many of a kit with the parts it is made of."""
    lines = tuple(proposed_lines(session, kit, pieces(quantity)))
    return KitDraft(DAY, MAIN, kit, pieces(quantity), more.pop("lines", lines), **more)


def test_t20_four_kits_are_worth_their_parts_and_the_fee(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, b, kit = parts
    draft = made(session, kit, fee=fen(10), money_account_id=CASH)
    told = foresee_assembly(session, draft)
    posted = post_assembly(session, draft, key=new_key())
    assert posted.number == "ZZ202611200001"
    assert (posted.total, pool(session, kit)) == (fen("75.92"), (pieces(4), fen("75.92")))
    assert pool(session, a) == (pieces(16), fen(200))
    assert pool(session, b) == (pieces(42), fen("83.58"))
    assert cost_prices(session, [kit]) == {kit: price("18.98")}
    assert legs(session, posted.number) == [
        ("1405", fen("75.92"), 0), ("1405", 0, fen("65.92")), ("100101", 0, fen(10)),
    ]  # fmt: skip
    assert [(x.account, x.debit, x.credit) for x in told.legs] == legs(session, posted.number)
    view = assembly_view(session, posted.number)
    assert [x.amount for x in view.lines] == [fen(50), fen("15.92")]
    assert (view.fee, view.money_account, view.amount) == (fen(10), "现金", fen("75.92"))
    [row] = assembly_list(session, ListFilter())
    assert (row.partner, row.total) == ("商品KIT", fen("75.92"))


def test_t20_a_kit_taken_apart_gives_its_parts_their_shares(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, b, kit = parts
    post_assembly(session, made(session, kit, fee=fen(10), money_account_id=CASH), key=new_key())
    draft = made(session, kit, 1)
    told = foresee_disassembly(session, draft)
    posted = post_disassembly(session, draft, key=new_key())
    assert [(x.account, x.debit, x.credit) for x in told.legs] == legs(session, posted.number)
    view = disassembly_view(session, posted.number)
    assert (posted.number, view.amount, view.total) == (
        "CX202611200001", fen("18.98"), fen("18.98"),
    )  # fmt: skip
    assert [x.amount for x in view.lines] == [fen("14.40"), fen("4.58")]
    assert pool(session, kit) == (pieces(3), fen("56.94"))
    assert pool(session, a) == (pieces(17), fen("214.40"))
    assert pool(session, b) == (pieces(44), fen("88.16"))
    assert legs(session, posted.number) == [("1405", fen("18.98"), 0), ("1405", 0, fen("18.98"))]


def test_a_reference_cost_that_is_kept_decides_the_shares(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, b, kit = parts
    save_parts(session, kit, [Part(a, pieces(1), price("12.5")), Part(b, pieces(2), price("6.25"))])
    post_assembly(session, made(session, kit, 1), key=new_key())
    posted = post_disassembly(session, made(session, kit, 1), key=new_key())
    view = disassembly_view(session, posted.number)
    assert [(x.price, x.amount) for x in view.lines] == [
        (price("12.5"), fen("8.24")), (price("6.25"), fen("8.24")),
    ]  # fmt: skip


def test_parts_can_be_changed_before_they_are_put_together(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, _b, kit = parts
    posted = post_assembly(
        session, made(session, kit, 2, lines=(line(a, 3),), remark="少了B"), key=new_key()
    )
    assert (posted.total, pool(session, kit)) == (fen("37.50"), (pieces(2), fen("37.50")))


def test_a_fee_may_be_owed_to_a_supplier_and_settled_later(
    session: Session, parts: tuple[int, int, int]
) -> None:
    _a, _b, kit = parts
    worker = a_supplier(session, "S09")
    posted = post_assembly(
        session, made(session, kit, fee=fen(10), partner_id=worker), key=new_key()
    )
    assert legs(session, posted.number)[-1] == (PAYABLE, 0, fen(10))
    [item] = open_items(session, PAYABLE, worker)
    assert (item.number, item.amount) == (posted.number, fen(10))
    paid = {
        "key": "p", "type": "supplier_payment", "partner": "S09", "amount": "10.00", "account": "cash",
    }  # fmt: skip
    post_document(session, paid)
    with pytest.raises(Refused, match="核销"):
        reverse_assembly(session, Reversal(posted.number, "错"), key=new_key())


@pytest.mark.parametrize(
    "fee", [{}, {"money_account_id": CASH, "partner_id": 1}, {"money_account_id": 99}]
)
def test_a_fee_comes_from_exactly_one_place(
    session: Session, parts: tuple[int, int, int], fee: dict[str, int]
) -> None:
    with pytest.raises(UserError, match="账户"):
        post_assembly(session, made(session, parts[2], fee=fen(1), **fee), key=new_key())


def test_who_may_not_spend_pays_no_fee(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        a, kit = a_product(session, "A"), a_product(session, "KIT")
        receive(session, a_supplier(session), [line(a, 5, 1)])
    worker = without(owner, "expense.post")
    draft = KitDraft(DAY, MAIN, kit, pieces(1), (line(a, 1),), fee=1, money_account_id=CASH)
    with any_database.transaction(worker) as session, pytest.raises(Forbidden, match="费用单"):
        post_assembly(session, draft, key=new_key())


def test_a_fee_that_must_be_approved_is_owed_first(
    session: Session, parts: tuple[int, int, int]
) -> None:
    save_rule(session, RuleDraft("expense", "total_over", fen(10), role="owner"))
    paid = made(session, parts[2], 1, fee=fen("10.01"), money_account_id=CASH)
    with pytest.raises(Refused, match="要先审批才能付") as refused:
        post_assembly(session, paid, key=new_key())
    assert refused.value.field == "fee"
    post_assembly(session, replace(paid, fee=fen(10)), key=new_key())
    owed = replace(paid, money_account_id=None, partner_id=a_supplier(session, "S09"))
    assert post_assembly(session, owed, key=new_key()).total == fen("26.49")


def test_taken_back_all_is_as_it_was(session: Session, parts: tuple[int, int, int]) -> None:
    before = balances(session), [pool(session, each) for each in parts[:2]]
    together = post_assembly(
        session, made(session, parts[2], fee=fen(10), money_account_id=CASH), key=new_key()
    )
    apart = post_disassembly(
        session, made(session, parts[2], 3, fee=fen(1), money_account_id=CASH), key=new_key()
    )
    reverse_disassembly(session, Reversal(apart.number, "错"), key=new_key())
    red = reverse_assembly(session, Reversal(together.number, "错"), key=new_key())
    assert (balances(session), [pool(session, each) for each in parts[:2]]) == before
    assert pool(session, parts[2]) == (0, 0)
    view = assembly_view(session, red.number)
    assert (view.quantity, view.fee, view.amount) == (-pieces(4), -fen(10), -fen("75.92"))


def test_first_in_first_out_the_oldest_parts_go_in_and_come_back(session: Session) -> None:
    put_setting(session, "costing", "fifo")
    a, kit = a_product(session), a_product(session, "KIT")
    supplier = a_supplier(session)
    receive(session, supplier, [line(a, 3, 1)])
    receive(session, supplier, [line(a, 3, 5)])
    first = KitDraft(DAY, MAIN, kit, pieces(1), (line(a, 4),), fee=fen(1), money_account_id=CASH)
    together = post_assembly(session, first, key=new_key())
    assert (pool(session, a), pool(session, kit)) == ((pieces(2), fen(10)), (pieces(1), fen(9)))
    apart = KitDraft(DAY, MAIN, kit, pieces(1), (line(a, 4),))
    gone = post_disassembly(session, apart, key=new_key())
    assert pool(session, a) == (pieces(6), fen(19))
    reverse_disassembly(session, Reversal(gone.number, "错"), key=new_key())
    reverse_assembly(session, Reversal(together.number, "错"), key=new_key())
    assert (pool(session, a), pool(session, kit)) == ((pieces(6), fen(18)), (0, 0))


def test_kits_sold_before_they_were_made_are_trued_up(
    session: Session, parts: tuple[int, int, int]
) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    _a, _b, kit = parts
    post_assembly(session, made(session, kit, 1), key=new_key())
    deliver(session, a_customer(session), [line(kit, 3, 30)])
    posted = post_assembly(
        session, made(session, kit, 2, fee=fen(4), money_account_id=CASH), key=new_key()
    )
    assert legs(session, posted.number)[3:] == [("5401", fen(4), 0), ("1405", 0, fen(4))]
    assert pool(session, kit) == (0, 0)


def test_no_more_parts_go_in_than_lie_there(session: Session, parts: tuple[int, int, int]) -> None:
    with pytest.raises(Refused, match="商品A 只有 20 个，这里要 21"):
        post_assembly(session, made(session, parts[2], 21), key=new_key())


def test_nothing_is_put_together_of_itself(session: Session, parts: tuple[int, int, int]) -> None:
    kit = parts[2]
    with pytest.raises(InvalidInput, match="商品KIT 不能是自己的零件") as refused:
        post_assembly(session, made(session, kit, lines=(line(kit, 1),)), key=new_key())
    assert refused.value.field == "lines[0].product"


def test_a_ring_of_parts_is_refused_with_its_path(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, b, kit = parts
    box = a_product(session, "BOX")
    save_parts(session, box, [Part(b, pieces(1)), Part(kit, pieces(2))])
    with pytest.raises(Refused, match="商品A → 商品BOX → 商品KIT → 商品A") as refused:
        save_parts(session, a, [Part(box, pieces(1))])
    assert refused.value.field == "lines[0].product"
    with pytest.raises(Refused, match="商品A → 商品A。"):
        save_parts(session, a, [Part(a, pieces(1))])
    assert (parts_of(session, a), [row.code for row in kit_list(session)]) == ([], ["BOX", "KIT"])


def test_parts_are_kept_changed_and_forgotten(
    session: Session, parts: tuple[int, int, int]
) -> None:
    a, b, kit = parts
    save_parts(session, kit, [Part(b, pieces(3), price(2))])
    assert parts_of(session, kit) == [Part(b, pieces(3), price(2))]
    with pytest.raises(InvalidInput, match="写了两行"):
        save_parts(session, kit, [Part(a, 1), Part(a, 1)])
    with pytest.raises(InvalidInput, match="数量要大于 0"):
        save_parts(session, kit, [Part(a, 0)])
    service = a_product(session, "SRV", track_stock=False)
    with pytest.raises(InvalidInput, match="不管库存"):
        save_parts(session, kit, [Part(service, 1)])
    save_parts(session, kit, [])
    assert (parts_of(session, kit), kit_list(session)) == ([], [])


def test_a_share_of_a_piece_is_proposed_as_a_whole_one(session: Session) -> None:
    ribbon, paper = a_product(session, "R", unit="米", places=3), a_product(session, "P")
    gift = a_product(session, "G")
    save_parts(session, gift, [Part(ribbon, pieces("0.3335")), Part(paper, pieces("0.5"))])
    proposed = proposed_lines(session, gift, pieces(3))
    assert [(x.product_id, x.quantity) for x in proposed] == [
        (ribbon, pieces("1.001")), (paper, pieces(2)),
    ]  # fmt: skip


def test_they_come_as_data_and_are_told_as_data(
    session: Session, parts: tuple[int, int, int]
) -> None:
    together = {
        "key": "z", "type": "assembly", "product": "KIT", "quantity": "2", "fee": "3.00", "account": "cash",
        "lines": [{"product": "A", "quantity": "2"}, {"product": "B", "quantity": "4"}],
    }  # fmt: skip
    told = as_data(session, "assembly", post_document(session, together).number)
    assert (told["product"], told["fee"], told["account"]) == ("KIT", "3.00", "cash")
    post_document(session, {**told, "key": "y"})
    apart = {
        "key": "c", "type": "disassembly", "product": "KIT", "quantity": "1",
        "lines": [{"product": "A", "quantity": "1", "price": "9"}, {"product": "B", "quantity": "2"}],
    }  # fmt: skip
    told = as_data(session, "disassembly", post_document(session, apart).number)
    assert told["lines"][0] == {"product": "A", "quantity": "1", "unit": "个", "price": "9.00"}
    post_document(session, {**told, "key": "d"})


def test_a_keeper_sees_no_worth(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        a, kit = a_product(session, "A"), a_product(session, "KIT")
        receive(session, a_supplier(session), [line(a, 5, 1)])
        draft = KitDraft(DAY, MAIN, kit, pieces(1), (line(a, 1),))
        number = post_assembly(session, draft, key=new_key()).number
    with any_database.reading(Actor(1, "库管", frozenset({"keeper"}), "test")) as session:
        view = assembly_view(session, number)
        assert (view.amount, view.fee, view.total, view.lines[0].amount) == (None,) * 4


QUANTITY = st.integers(1, 40)
WORTH = st.integers(0, 99_999)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(QUANTITY, WORTH, QUANTITY), min_size=1, max_size=4),
    QUANTITY,
    WORTH,
    QUANTITY,
)
def test_whatever_is_put_together_and_taken_apart_the_worth_stays(
    new_shop: Callable[..., Database], owner: Actor, goods: list[tuple[int, int, int]],
    quantity: int, fee: int, back: int,
) -> None:  # fmt: skip
    """Against fractions: parts leave at V·q/Q, the kit is their sum and the fee, parts come back by their costs."""
    with new_shop().transaction(owner) as session:
        ids = [a_product(session, f"P{n}") for n in range(len(goods))]
        for each, (there, worth, _used) in zip(ids, goods, strict=True):
            post_document(session, {
                "key": f"in{each}", "type": "other_receipt", "account": "3001",
                "lines": [{"product": f"P{ids.index(each)}", "quantity": str(there),
                           "price": f"{worth / 100:.2f}"}],
            })  # fmt: skip
        kit = a_product(session, "KIT")
        used = [min(used, there) for there, _worth, used in goods]
        values = [Fraction(pool(session, each)[1]) for each in ids]
        lines = tuple(line(each, n) for each, n in zip(ids, used, strict=True))
        draft = KitDraft(
            DAY, MAIN, kit, pieces(quantity), lines, fee=fee, money_account_id=CASH if fee else None
        )
        posted = post_assembly(session, draft, key=new_key())
        wanted = [
            half_up(value * n / there)
            for value, n, (there, _w, _u) in zip(values, used, goods, strict=True)
        ]
        view = assembly_view(session, posted.number)
        assert [x.amount for x in view.lines] == wanted
        assert pool(session, kit) == (pieces(quantity), sum(wanted) + fee)
        whole = min(back, quantity)
        apart = KitDraft(DAY, MAIN, kit, pieces(whole), lines)
        gone = disassembly_view(session, post_disassembly(session, apart, key=new_key()).number)
        assert gone.amount == half_up(Fraction(sum(wanted) + fee) * whole / quantity)
        assert sum(x.amount for x in gone.lines) == gone.amount
        assert min(x.amount for x in gone.lines) >= 0
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
