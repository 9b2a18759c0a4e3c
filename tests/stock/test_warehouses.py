"""Where goods lie is kept by the shop itself."""

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.stock.queries import places
from jxc_desktop.stock.warehouses import WarehouseDraft, disable_warehouse, save_warehouse
from tests.shopkeeping import MAIN, a_product, a_supplier, line, receive


@pytest.fixture
def session(any_database, owner):
    with any_database.transaction(owner) as session:
        yield session


def named(session: Session) -> dict[str, tuple[str, bool]]:
    return {x.code: (x.name, x.disabled) for x in places(session)}


def test_a_warehouse_is_made_renamed_and_taken_out_of_use(session: Session) -> None:
    east = save_warehouse(session, WarehouseDraft(" 东 库 "))
    assert named(session) == {"MAIN": ("总仓", False), "W01": ("东 库", False)}
    assert save_warehouse(session, WarehouseDraft("后仓", "BACK", east)) == east
    disable_warehouse(session, east)
    assert named(session)["BACK"] == ("后仓", True)
    disable_warehouse(session, east, disabled=False)
    assert named(session)["BACK"] == ("后仓", False)


def test_wrong_warehouses_are_told(session: Session) -> None:
    with pytest.raises(UserError, match="仓库没有名称"):
        save_warehouse(session, WarehouseDraft("  "))
    with pytest.raises(UserError, match="仓库编号 MAIN 已经有了"):
        save_warehouse(session, WarehouseDraft("东库", "MAIN"))
    with pytest.raises(UserError, match="已有仓库叫 总仓"):
        save_warehouse(session, WarehouseDraft("总仓"))
    with pytest.raises(UserError, match="太长"):
        save_warehouse(session, WarehouseDraft("长" * 41))
    with pytest.raises(UserError, match="不存在了"):
        save_warehouse(session, WarehouseDraft("东库", id=99))
    with pytest.raises(UserError, match="至少要留一个仓库"):
        disable_warehouse(session, MAIN)


def test_a_warehouse_where_goods_lie_stays_in_use(session: Session) -> None:
    save_warehouse(session, WarehouseDraft("东库"))
    receive(session, a_supplier(session), [line(a_product(session), 2, "1.00")])
    assert [(x.code, x.goods) for x in places(session)] == [("MAIN", 1), ("W01", 0)]
    with pytest.raises(UserError, match="还有 1 种货"):
        disable_warehouse(session, MAIN)
