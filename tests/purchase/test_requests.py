"""From what somebody needs over inquiries and answers to the order: 请购 → 询价 → 报价 → 采购订单."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.catalog.services import disable_product
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.purchase.comparison import compare_quotations
from jxc_desktop.purchase.order_kinds import REQUEST, RFQ
from jxc_desktop.purchase.ordering import (
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.queries import (
    QuotedLineView,
    purchase_order_view,
    purchase_request_list,
    purchase_request_view,
    rfq_list,
    rfq_view,
    supplier_quotation_list,
    supplier_quotation_view,
)
from jxc_desktop.purchase.requests import (
    RequestDraft,
    RfqDraft,
    approve_purchase_request,
    approve_rfq,
)
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.ordering.states import close_order, unapprove_order
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.trade import ListFilter
from tests.conftest import actor_with
from tests.shopkeeping import DAY, MAIN, a_product, a_supplier, balances, fen, line, pieces, price

LATER = date(2026, 12, 1)


def problems(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def request(session: Session, *lines: LineDraft, **more: object) -> Posted:
    draft = RequestDraft(DAY, MAIN, lines, **more)
    return approve_purchase_request(session, draft, key=new_key())


def ask(session: Session, *suppliers: int, source: str = "", **more: object) -> Posted:
    draft = RfqDraft(DAY, MAIN, more.pop("lines", ()), suppliers, source=source, **more)
    return approve_rfq(session, draft, key=new_key())


def answer(
    session: Session, supplier: int, rfq: str, *lines: LineDraft, terms: tuple[Quoted, ...] = ()
) -> Posted:
    draft = SupplierQuotationDraft(
        DAY, supplier, MAIN, lines, due_day=LATER, source=rfq, terms=terms
    )
    return approve_supplier_quotation(session, draft, key=new_key())


def order(session: Session, supplier: int, source: str, *lines: LineDraft) -> Posted:
    draft = PurchaseOrderDraft(DAY, supplier, MAIN, lines, source=source)
    return approve_purchase_order(session, draft, key=new_key())


def test_a_request_is_asked_answered_compared_and_ordered(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        s1, s2, s3 = (a_supplier(session, code) for code in ("S01", "S02", "S03"))
        a, b = a_product(session), a_product(session, "B")
        wanted = request(session, line(a, 30), line(b, 5), due_day=LATER, purpose="双十二")
        assert (wanted.number, wanted.total) == ("QG202611200001", 0)
        asked = ask(session, s1, s2, s3, source=wanted.number, due_day=date(2026, 11, 25))
        assert asked.number == "XJ202611200001"
        first = answer(
            session, s1, asked.number, line(a, 30, "6.00"), line(b, 5, "3.10"),
            terms=(Quoted(3, pieces(10)), Quoted(3)),
        )  # fmt: skip
        assert first.number == "GB202611200001"
        assert rfq_view(session, asked.number).progress == "partly"
        second = answer(
            session, s2, asked.number, line(a, 30, "5.80", discount=500), terms=(Quoted(9),)
        )
        seen = compare_quotations(session, asked.number)
        assert [each.answer for each in seen.suppliers] == [first.number, second.number, ""]
        assert [[x.best if x else None for x in row.answers] for row in seen.lines] == [
            [False, True, None], [True, None, None],
        ]  # fmt: skip
        assert [x.cost if x else None for x in seen.lines[0].answers] == [
            price("6.00"), price("5.51"), None,
        ]  # fmt: skip
        ordered = order(session, s2, second.number)
        assert ordered.total == fen("165.30")
        assert purchase_order_view(session, ordered.number).source == second.number
        wish = purchase_request_view(session, wanted.number)
        assert (wish.progress, wish.purpose, wish.due_day) == ("partly", "双十二", LATER)
        assert [each.left for each in wish.lines] == [0, pieces(5)]
        assert [each.number for each in wish.followers] == [ordered.number]
        order(session, s1, first.number, line(b, 5))
        assert [row.state for row in purchase_request_list(session, ListFilter())] == ["completed"]
        assert balances(session) == {}
        assert problems(session) == []


def test_a_request_is_ordered_without_asking_and_by_the_case(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, purchase_price=price(2), units={"箱": (24, 1)})
        wanted = request(session, line(product, 20))
        ordered = order(session, supplier, wanted.number, line(product, 1, unit="箱"))
        view = purchase_order_view(session, ordered.number)
        assert (view.source, view.total) == (wanted.number, fen(48))
        assert purchase_request_view(session, wanted.number).progress == "completed"
        with pytest.raises(Refused, match="已全部执行"):
            order(session, supplier, wanted.number)
        assert problems(session) == []


def test_an_offer_that_sells_no_less_than_is_wanted_is_the_best_only_without_others(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        s1, s2, s3 = (a_supplier(session, code) for code in ("S01", "S02", "S03"))
        product = a_product(session, units={"箱": (12, 1)})
        asked = ask(session, s1, s2, s3, lines=(line(product, 20),))
        answer(session, s1, asked.number, line(product, 20, "4.00"), terms=(Quoted(1, pieces(50)),))
        answer(session, s2, asked.number, line(product, 2, "60.00", unit="箱"), terms=(Quoted(7),))
        answer(session, s3, asked.number, line(product, 20, "5.00"), terms=(Quoted(2),))
        [row] = compare_quotations(session, asked.number).lines
        assert [(x.cost, x.enough, x.best) for x in row.answers if x] == [
            (price(4), False, False), (price(5), True, False), (price(5), True, True),
        ]  # fmt: skip


def test_a_new_answer_takes_the_place_of_the_old(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        asked = ask(session, supplier, lines=(line(product, 20),))
        answer(session, supplier, asked.number, line(product, 20, 5))
        again = answer(session, supplier, asked.number, line(product, 20, 4))
        seen = compare_quotations(session, asked.number)
        assert (seen.suppliers[0].answer, seen.lines[0].answers[0].price) == (
            again.number, price(4),
        )  # fmt: skip
        assert [row.state for row in rfq_list(session, ListFilter())] == ["completed"]
        with pytest.raises(Refused, match="已有后续单据"):
            unapprove_order(session, RFQ, asked.number)


def test_an_offer_keeps_its_terms_and_needs_its_prices(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session, purchase_price=price(9))
        kept = answer(session, supplier, "", line(product, 20, 5), terms=(Quoted(4, pieces(6)),))
        [shown] = supplier_quotation_view(session, kept.number).lines
        assert isinstance(shown, QuotedLineView)
        assert (shown.price, shown.lead_days, shown.minimum) == (price(5), 4, pieces(6))
        with pytest.raises(InvalidInput, match="第 1 行：填上报价"):
            answer(session, supplier, "", line(product, 20))
        with pytest.raises(InvalidInput, match="没有一行"):
            answer(session, supplier, "")
        assert [row.total for row in supplier_quotation_list(session, ListFilter())] == [fen(100)]


def test_a_request_that_is_closed_is_not_ordered(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session, purchase_price=price(2))
        wanted = request(session, line(product, 20))
        close_order(session, REQUEST, wanted.number, "不要了")
        with pytest.raises(Refused, match="已关闭"):
            order(session, supplier, wanted.number)


@pytest.mark.parametrize(
    ("data", "said", "field"),
    [
        ({"type": "purchase_request", "lines": []}, "至少写一行", "lines"),
        (
            {"type": "purchase_request", "lines": [{"product": "A", "quantity": "0"}]},
            "第 1 行：数量要大于 0", "lines[0].quantity",
        ),
        (
            {"type": "rfq", "lines": [{"product": "A", "quantity": "1"}]},
            "要是一列供应商编号", "suppliers",
        ),
        (
            {"type": "rfq", "suppliers": ["S9"], "lines": [{"product": "A", "quantity": "1"}]},
            "没有供应商编号 S9", "suppliers[0]",
        ),
        (
            {"type": "purchase_order", "partner": "S01", "from": "QG1", "lines": []},
            "没有单号 QG1", "from",
        ),
        (
            {
                "type": "supplier_quotation", "partner": "S01",
                "lines": [{"product": "A", "quantity": "1", "lead_days": 0}],
            },
            "从 1 数起", "lines[0].lead_days",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field(
    database: Database, owner: Actor, data: dict[str, object], said: str, field: str
) -> None:
    with database.transaction(owner) as session:
        a_supplier(session)
        a_product(session)
        with pytest.raises(UserError, match=said) as told:
            post_document(session, {"key": "k", **data})
        assert told.value.field == field


def test_the_whole_chain_comes_as_data(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        a_supplier(session), a_product(session)
        wanted = post_document(
            session,
            {
                "key": "q", "type": "purchase_request", "reason": "缺货", "due_day": "2026-12-01",
                "lines": [{"product": "A", "quantity": "7"}],
            },
        )  # fmt: skip
        asked = post_document(
            session, {"key": "x", "type": "rfq", "from": wanted.number, "suppliers": ["S01"]}
        )
        offered = post_document(
            session,
            {
                "key": "g", "type": "supplier_quotation", "from": asked.number, "partner": "S01",
                "lines": [{"from_line": 1, "quantity": "7", "price": "2.00", "lead_days": 5, "minimum": "6"}],
            },
        )  # fmt: skip
        ordered = post_document(
            session, {"key": "o", "type": "purchase_order", "from": offered.number}
        )
        assert ordered.total == fen(14)
        assert purchase_request_view(session, wanted.number).progress == "completed"
        with pytest.raises(NotFound):
            rfq_view(session, wanted.number)
        assert problems(session) == []


def test_who_keeps_the_store_may_not_approve_a_request_nor_see_an_inquiry(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        wanted = request(session, line(product, 3))
        asked = ask(session, supplier, source=wanted.number)
        answer(session, supplier, asked.number, line(product, 3, 2))
    with database.transaction(actor_with("keeper")) as session:
        assert purchase_request_view(session, wanted.number).lines[0].quantity == pieces(3)
        for act in (
            lambda: request(session, line(product, 3)),
            lambda: rfq_view(session, asked.number),
            lambda: compare_quotations(session, asked.number),
        ):
            with pytest.raises(Forbidden):
                act()


@pytest.mark.parametrize(
    ("terms", "due", "said"),
    [
        ((Quoted(1), Quoted(2)), LATER, "每一行报价要有自己的条件"),
        ((Quoted(-1),), LATER, "不能小于 0"),
        ((Quoted(1, -1),), LATER, "不能小于 0"),
        ((), date(2026, 11, 19), "截止日期早于开始日期"),
    ],
)
def test_an_offer_on_impossible_terms_is_told(
    any_database: Database, owner: Actor, terms: tuple[Quoted, ...], due: date, said: str
) -> None:
    with any_database.transaction(owner) as session:
        lines = (line(a_product(session), 20, 5),)
        draft = SupplierQuotationDraft(
            DAY, a_supplier(session), MAIN, lines, due_day=due, terms=terms
        )
        with pytest.raises(InvalidInput, match=said):
            approve_supplier_quotation(session, draft, key=new_key())
        assert supplier_quotation_list(session, ListFilter()) == []


def test_a_repeated_key_is_answered_though_the_goods_are_no_more(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        request_key, rfq_key, offer_key = new_key(), new_key(), new_key()
        wish = RequestDraft(DAY, MAIN, (line(product, 3),))
        wished = approve_purchase_request(session, wish, key=request_key)
        inquiry = RfqDraft(DAY, MAIN, (), (supplier,), source=wished.number)
        asked = approve_rfq(session, inquiry, key=rfq_key)
        offer = SupplierQuotationDraft(DAY, supplier, MAIN, (line(product, 3, 5),), due_day=LATER)
        offered = approve_supplier_quotation(session, offer, key=offer_key)
        close_order(session, REQUEST, wished.number, "不要了")
        disable_product(session, product)
        for first, again in (
            (wished, approve_purchase_request(session, wish, key=request_key)),
            (asked, approve_rfq(session, inquiry, key=rfq_key)),
            (offered, approve_supplier_quotation(session, offer, key=offer_key)),
        ):
            assert (again.number, again.repeated) == (first.number, True)
