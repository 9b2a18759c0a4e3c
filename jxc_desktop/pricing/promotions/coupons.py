"""Coupons: codes that call a promotion, used up with a ticket and given back when it is taken back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Row, Statement, insert_into
from jxc_desktop.core.texts import typed_code
from jxc_desktop.pricing.promotions.models import Coupon, CouponUse
from jxc_desktop.pricing.promotions.queries import promotion_of
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

CODE_LENGTH = 32
MOST_USES = 10**6
_COLUMNS = "id, code, promotion_id, uses, used, last_day"
_FIND = f"SELECT {_COLUMNS} FROM coupon WHERE code = :code"
_ONE = Statement(_FIND)
_HELD = Statement(_FIND, postgresql=f"{_FIND} FOR UPDATE")
_OF = Statement(f"SELECT {_COLUMNS} FROM coupon WHERE promotion_id = :promotion ORDER BY code")
_ADD = insert_into(Coupon, ("code", "promotion_id", "uses", "used", "last_day"))
_COUNT = Statement("UPDATE coupon SET used = used + :times WHERE id = :id", changes="coupon")
_NOTE = insert_into(CouponUse, ("coupon_id", "source", "times"))
_USED = "SELECT c.id FROM coupon_use u JOIN coupon c ON c.id = u.coupon_id WHERE u.source = :source ORDER BY c.code"
_USED_WITH = Statement(_USED, postgresql=f"{_USED} FOR UPDATE OF c")
_CODES_WITH = Statement(
    "SELECT c.code FROM coupon_use u JOIN coupon c ON c.id = u.coupon_id "
    "WHERE u.source = :source ORDER BY c.code"
)


@dataclass(frozen=True, slots=True)
class CouponView:
    """A coupon; `used` of `uses` times, until its `last_day`."""

    id: int
    code: str
    promotion_id: int
    uses: int
    used: int
    last_day: date | None

    @property
    def left(self) -> int:
        """How often it can still be used."""
        return self.uses - self.used


def _view(row: Row) -> CouponView:
    own_id, code, promotion_id, uses, used, last = row
    last_day = None if last is None else date.fromisoformat(last)
    return CouponView(own_id, code, promotion_id, uses, used, last_day)


def coupon_code(text: str) -> str:
    """A code as it is kept, however it was typed."""
    return typed_code(text).upper()


@needs("promotion.edit")
def add_coupons(
    session: Session,
    promotion_id: int,
    codes: Sequence[str],
    *,
    uses: int = 1,
    last_day: date | None = None,
) -> int:
    """Give a promotion that wants a coupon more codes; how many came. All or none."""
    view = promotion_of(session, promotion_id)
    if not view.draft.coupon:
        problem = translate("promotions", "{name} 不要券。先勾上“凭券”")
        raise Refused(problem.format(name=view.draft.name), field="coupon")
    if not 0 < uses <= MOST_USES:
        raise InvalidInput(translate("promotions", "能用的次数写 1 到 1000000"), field="uses")
    clean = [coupon_code(code) for code in codes if code.strip()]
    for code in clean:
        _require_free(session, code)
    if len(set(clean)) < len(clean):
        raise Refused(translate("promotions", "有券号写了两次。留一个"), field="codes")
    _ADD.run_many(
        session,
        [
            {"code": c, "promotion_id": promotion_id, "uses": uses, "used": 0, "last_day": last_day}
            for c in clean
        ],
    )
    record(session, "promotion.coupons", view.code, count=len(clean), uses=uses)
    return len(clean)


def _require_free(session: Session, code: str) -> None:
    if len(code) > CODE_LENGTH:
        problem = translate("promotions", "券号 {code} 太长，不超过 {most} 个字")
        raise InvalidInput(problem.format(code=code[:CODE_LENGTH], most=CODE_LENGTH), field="codes")
    if _ONE.first(session, code=code) is not None:
        problem = translate("promotions", "已有券号 {code}。换一个")
        raise Refused(problem.format(code=code), field="codes")


@needs("promotion.view")
def coupons_of(session: Session, promotion_id: int) -> tuple[CouponView, ...]:
    """The coupons of a promotion, by code."""
    return tuple(_view(row) for row in _OF.all(session, promotion=promotion_id))


def find_coupon(session: Session, code: str) -> CouponView | None:
    """The coupon with this code, None where nobody gave one out."""
    row = _ONE.first(session, code=coupon_code(code))
    return None if row is None else _view(row)


def hold_coupons(
    session: Session, codes: Iterable[str], day: date | None
) -> tuple[CouponView, ...]:
    """The coupons held until this transaction ends, so nobody uses them meanwhile; raises for one that is no good.

    Without a `day` nobody asks whether one is too old.
    """
    found = []
    for code in sorted({coupon_code(code) for code in codes}):
        row = _HELD.first(session, code=code)
        if row is None:
            raise NotFound(
                translate("promotions", "没有券号 {code}").format(code=code), field="coupons"
            )
        found.append(_view(row))
        require_good(found[-1], day)
    return tuple(found)


def require_good(coupon: CouponView, day: date | None) -> None:
    """Raise `Refused` for a coupon that is used up or too old."""
    if coupon.left <= 0:
        problem = translate("promotions", "券 {code} 已经用过了")
        raise Refused(problem.format(code=coupon.code), field="coupons")
    if coupon.last_day is not None and day is not None and day > coupon.last_day:
        problem = translate("promotions", "券 {code} 在 {day} 过期了")
        raise Refused(
            problem.format(code=coupon.code, day=coupon.last_day.isoformat()), field="coupons"
        )


def use_coupons(session: Session, coupons: Iterable[CouponView], source: str) -> None:
    """Write that held coupons were used with the ticket `source`."""
    for coupon in coupons:
        _COUNT.run(session, id=coupon.id, times=1)
        _NOTE.run(session, coupon_id=coupon.id, source=source, times=1)


def give_back(session: Session, source: str) -> Callable[[str], None]:
    """Hold the coupons of the ticket `source`; the answer frees them again under the reversal's number."""
    held = [row[0] for row in _USED_WITH.all(session, source=source)]

    def write(red: str) -> None:
        for coupon_id in held:
            _COUNT.run(session, id=coupon_id, times=-1)
            _NOTE.run(session, coupon_id=coupon_id, source=red, times=-1)

    return write


def codes_used(session: Session, source: str) -> list[str]:
    """The codes used with a ticket."""
    return [str(row[0]) for row in _CODES_WITH.all(session, source=source)]
