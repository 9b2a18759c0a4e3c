"""What a month's end does about fixed assets: it tells what will be written off, and writes it off."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.ledger.assets.queries import due
from jxc_desktop.ledger.assets.services import write_month_off
from jxc_desktop.ledger.closing.check import ClosingCheck


def write_off_assets(session: Session, month: str) -> None:
    """Book the month's depreciation, if that was not done before."""
    write_month_off(session, month)


def depreciation_is_due(session: Session, month: str) -> list[str]:
    """What closing the month will write off, in one sentence."""
    parts = list(due(session, month))
    if not parts:
        return []
    told = translate("closing", "{count} 项固定资产本月折旧 {amount}，结账时自动做凭证")
    return [told.format(count=len(parts), amount=yuan(sum(fen for _asset, fen in parts)))]


CHECKS = (
    ClosingCheck(
        "depreciation", noop("closing", "固定资产折旧"), depreciation_is_due, "fixed_asset", stops=False
    ),
)  # fmt: skip
