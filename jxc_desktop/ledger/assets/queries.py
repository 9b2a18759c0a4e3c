"""Fixed assets as they stand: what was written off each, what is left, and what a month still takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.assets.schedule import Life, gone_by
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import settings_of

ASSETS, DEPRECIATION, DISPOSAL = "1601", "1602", "1606"
_LIVE = "JOIN journal_voucher v ON v.id = x.document_id AND v.state = 'posted'"
"""Vouchers that were not reversed; a red one bears no such rows."""
_CARDS = Statement(
    "SELECT a.id, a.code, a.name, a.day, a.cost, a.salvage, a.months, a.used_months, a.depreciated, "
    "a.account, a.department, coalesce(w.gone, 0), d.day, d.number FROM fixed_asset a "
    f"LEFT JOIN (SELECT x.asset_id, sum(x.amount) AS gone FROM asset_depreciation x {_LIVE} "
    "WHERE v.day <= :until GROUP BY x.asset_id) w ON w.asset_id = a.id "
    f"LEFT JOIN (SELECT x.asset_id, v.day, v.number FROM asset_disposal x {_LIVE} "
    "WHERE v.day <= :until) d ON d.asset_id = a.id ORDER BY a.code"
)
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class AssetView:
    """An asset on a day: fen written off before the books and by them, when it went and by which voucher."""

    id: int
    code: str
    name: str
    day: date
    cost: int
    salvage: int
    months: int
    used_months: int
    depreciated: int
    account: str
    department: str
    gone: int
    left_on: date | None
    left_by: str
    life: Life

    @property
    def written_off(self) -> int:
        """Accumulated depreciation in fen."""
        return self.depreciated + self.gone

    @property
    def net(self) -> int:
        """What it is still worth in the books."""
        return self.cost - self.written_off


def assets(session: Session, until: date = FOREVER) -> list[AssetView]:
    """Every asset by code, as it stood at the end of `until`; those that came later are among them."""
    begin = settings_of(session).start_month
    return [_view(row, begin) for row in _CARDS.all(session, until=until)]


@needs("fixed_asset.view")
def asset_cards(session: Session) -> list[AssetView]:
    """Every asset as it stands now."""
    return assets(session)


def asset_named(session: Session, code: str) -> AssetView:
    """The asset with this code."""
    for each in assets(session):
        if each.code == code:
            return each
    problem = translate("ledger", "没有固定资产 {code}。核对编号")
    raise NotFound(problem.format(code=code), field="code")


def due(session: Session, month: str) -> Iterator[tuple[AssetView, int]]:
    """Assets still in use with the fen that remain to be written off by the end of `month`, what was missed with it."""
    for asset in assets(session):
        missing = gone_by(asset.life, month) - asset.gone
        if asset.left_on is None and missing > 0:
            yield asset, missing


def _view(row: Any, begin: str) -> AssetView:
    number, code, name, day, cost, salvage, months, used, depreciated = row[:9]
    account, department, gone, left_on, left_by = row[9:]
    came = date.fromisoformat(str(day))
    return AssetView(
        int(number), str(code), str(name), came, cost, salvage, months, used, depreciated,
        str(account), str(department), int(gone),
        None if left_on is None else date.fromisoformat(str(left_on)), str(left_by or ""),
        Life(came, cost, salvage, months, used, depreciated, begin),
    )  # fmt: skip
