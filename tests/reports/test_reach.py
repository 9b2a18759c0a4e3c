"""Customers and warehouses that are assigned to some people: nobody else meets them, in any room."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.analysis.dashboard import sales_figures
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.features import REPORTS
from jxc_desktop.ledger.paper_views import ListFilter
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.partners.queries import (
    PartnerFilter,
    customer_by_code,
    find_customers,
    list_customers,
    partner_card,
    partner_draft,
)
from jxc_desktop.partners.services import save_customer
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.sales.queries import delivery_list, delivery_view
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.models import User, UserRole
from jxc_desktop.stock.queries import StockFilter, levels_of, stock_list, warehouses
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
)


@dataclass(frozen=True)
class Company:
    """A shop with two sellers and a keeper; 小李 has 望湖楼 for himself, the keeper the back store."""

    database: Database
    owner: Actor
    li: Actor
    wang: Actor
    keeper: Actor
    hotel: int
    canteen: int
    tea: int
    back: int
    sold: str
    """What the hotel bought."""


@pytest.fixture
def company(any_database: Database, owner: Actor) -> Company:
    with any_database.transaction(owner) as session:
        li, wang = (_user(session, name, "sales") for name in ("小李", "小王"))
        keeper = _user(session, "老陈", "keeper")
        tea = a_product(session, "茶")
        hotel, canteen = a_customer(session, "H01"), a_customer(session, "T01")
        receive(session, a_supplier(session), [line(tea, 100, at=5)])
        sold = deliver(session, hotel, [line(tea, 2, at=10)]).number
        deliver(session, canteen, [line(tea, 3, at=10)])
        back = save_warehouse(session, WarehouseDraft("后仓", "BACK", users=("老陈",)))
        _assign(session, hotel, "小李")
        _transfer(session, tea, back)
    return Company(any_database, owner, li, wang, keeper, hotel, canteen, tea, back, sold or "")


def _user(session: Session, name: str, role: str) -> Actor:
    """Somebody of this role, who posts deliveries too."""
    user = User(name=name)
    session.add(user)
    session.flush()
    session.add(UserRole(user_id=user.id, role=role))
    session.flush()
    actor = Actor(user.id, name, frozenset({role}), "test")
    more = {"sales_delivery.post", "sales_delivery.reverse"}
    object.__setattr__(actor, "rights", actor.rights | more)
    return actor


def _assign(session: Session, customer: int, *names: str) -> None:
    save_customer(session, replace(partner_draft(session, customer), assigned=names))


def _transfer(session: Session, product: int, to: int) -> None:
    draft = TransferDraft(DAY, MAIN, to, (line(product, 40),))
    post_stock_transfer(session, draft, key=new_key())


def test_a_customer_of_one_seller_is_not_there_for_another(company: Company) -> None:
    with company.database.reading(company.wang) as session:
        assert [row.code for row in list_customers(session, PartnerFilter())] == ["T01"]
        assert [hit.code for hit in find_customers(session, "客户")] == ["T01"]
        with pytest.raises(Forbidden, match="这个客户分配给了 小李"):
            customer_by_code(session, "H01")
        with pytest.raises(Forbidden, match="小李"):
            partner_card(session, company.hotel)
    for seller in (company.li, company.owner):
        with company.database.reading(seller) as session:
            assert len(list_customers(session, PartnerFilter())) == 2
            assert customer_by_code(session, "H01").id == company.hotel


def test_another_seller_neither_sees_nor_sells_nor_takes_back(company: Company) -> None:
    with company.database.reading(company.wang) as session:
        assert [row.partner for row in delivery_list(session, ListFilter())] == ["客户T01"]
        with pytest.raises(NotFound):
            delivery_view(session, company.sold)
    with pytest.raises(Forbidden, match="分配给了 小李"):
        _sell(company, company.wang, company.hotel)
    with (
        pytest.raises(Forbidden, match="分配给了 小李"),
        company.database.transaction(company.wang) as session,
    ):
        reverse_delivery(session, Reversal(company.sold, "错了"), key=new_key())
    assert _sell(company, company.li, company.hotel)


def _sell(company: Company, seller: Actor, customer: int) -> str:
    draft = DeliveryDraft(DAY, customer, MAIN, (line(company.tea, 1, at=10),))
    with company.database.transaction(seller) as session:
        return post_delivery(session, draft, key=new_key()).number or ""


def test_reports_tell_a_seller_of_his_customers_alone(company: Company) -> None:
    assert _sums(company, company.owner) == (fen(50), 2)
    assert _sums(company, company.li) == (fen(50), 2)
    assert _sums(company, company.wang) == (fen(30), 1)
    with company.database.reading(company.wang) as session:
        with pytest.raises(NotFound):
            _run(session, "sales_detail", customer="H01", warehouse="MAIN")
        with pytest.raises(Forbidden, match="全店的数"):
            _run(session, "commission")
        with pytest.raises(Forbidden, match="全店的数"):
            sales_figures(session)


def _sums(company: Company, seller: Actor) -> tuple[int, int]:
    """Fen sold as the report has it, and lines."""
    with company.database.reading(seller) as session:
        filters = {} if seller is company.owner else {"warehouse": "MAIN"}
        result = _run(session, "sales_detail", **filters)
        return result.totals["amount_incl"] or 0, len(result.data)


def _run(session: Session, name: str, **filters: str) -> object:
    return run_report(session, find_report(REPORTS, name), filters=filters)


def test_a_warehouse_of_one_keeper_is_not_there_for_others(company: Company) -> None:
    with company.database.reading(company.wang) as session:
        assert [place.code for place in warehouses(session)] == ["MAIN"]
        assert [level.warehouse for level in levels_of(session, company.tea)] == ["MAIN"]
        [row] = stock_list(session, StockFilter())
        assert row.quantity == pieces(55)
        with pytest.raises(Forbidden, match="这个仓库分配给了 老陈"):
            stock_list(session, StockFilter(warehouse_id=company.back))
    with company.database.reading(company.keeper) as session:
        [row] = stock_list(session, StockFilter())
        assert row.quantity == pieces(95)
    draft = DeliveryDraft(DAY, company.canteen, company.back, (line(company.tea, 1, at=10),))
    with (
        pytest.raises(Forbidden, match="这个仓库分配给了 老陈"),
        company.database.transaction(company.wang) as session,
    ):
        post_delivery(session, draft, key=new_key())


def test_a_stock_report_is_about_the_warehouses_one_sees(company: Company) -> None:
    with company.database.reading(company.wang) as session:
        assert _run(session, "stock_balance").request.texts["warehouse"] == "MAIN"
        [row] = _run(session, "stock_balance").data
        assert pieces(55) in row.cells
        with pytest.raises(NotFound):
            _run(session, "stock_balance", warehouse="BACK")
        with pytest.raises(Forbidden, match="全店的数"):
            _run(session, "stock_by_warehouse")
    with company.database.transaction(company.owner) as session:
        save_warehouse(session, WarehouseDraft("东库", "EAST"))
    with (
        company.database.reading(company.wang) as session,
        pytest.raises(InvalidInput, match="选一个仓库：东库、总仓"),
    ):
        _run(session, "stock_balance")


def test_only_who_sees_everything_assigns(company: Company) -> None:
    with (
        pytest.raises(Forbidden, match="改客户和仓库的分配"),
        company.database.transaction(company.wang) as session,
    ):
        _assign(session, company.canteen, "小王")
    with (
        pytest.raises(NotFound, match="没有用户 小赵"),
        company.database.transaction(company.owner) as session,
    ):
        _assign(session, company.canteen, "小赵")
    with company.database.transaction(company.owner) as session:
        _assign(session, company.hotel)
    with company.database.reading(company.wang) as session:
        assert len(list_customers(session, PartnerFilter())) == 2
