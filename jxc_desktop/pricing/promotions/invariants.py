"""What always holds of coupons."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import rows_of
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant


def coupons_equal_their_uses(session: Session) -> list[str]:
    """I21 for coupons: how often one was used is the sum of its uses."""
    return [
        translate("promotions", "券 {code} 的使用次数与流水不符").format(code=code)
        for [code] in rows_of(
            session,
            "SELECT c.code FROM coupon c LEFT JOIN (SELECT coupon_id, sum(times) AS times FROM coupon_use "
            "GROUP BY coupon_id) u ON u.coupon_id = c.id WHERE c.used <> coalesce(u.times, 0)",
        )
    ]


INVARIANTS = (
    Invariant("I21", noop("promotions", "券的使用次数等于流水"), coupons_equal_their_uses),
)
