"""Goods that come in by lot: the lots are made or found, and each gets its part of the line's quantity and worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import spread
from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.lot_drafts import Share, Telling, shares_of
from jxc_desktop.stock.priced import at_line

_NEW = Statement(
    "INSERT INTO lot (product_id, code, made, expiry) VALUES (:product, :code, :made, :expiry) "
    "ON CONFLICT (product_id, code) DO NOTHING",
    changes="lot",
)
_FOUND_SQL = (
    "SELECT code, id, made, expiry, EXISTS (SELECT 1 FROM stock_level s WHERE s.product_id = l.product_id "
    "AND s.lot_id = l.id AND s.quantity <> 0) FROM lot l WHERE product_id = :product AND code "
)
_FOUND = Statement(
    f"{_FOUND_SQL}IN {among('codes')}",
    postgresql=f"{_FOUND_SQL}= ANY(:codes) ORDER BY id FOR UPDATE",
)
_TELL = Statement("UPDATE lot SET made = :made, expiry = :expiry WHERE id = :id", changes="lot")


def into_lots(
    session: Session,
    steps: Iterable[GoodsStep],
    lines: Sequence[Telling],
    tracked: Mapping[int, ProductFacts],
) -> list[GoodsStep]:
    """`steps` of goods that come in, those of `tracked` goods one for each lot that their line tells.

    The worth of a line is spread over its lots by quantity (decisions 17). Lots the shop has not seen are made.
    """
    if not tracked:
        return list(steps)
    found: list[GoodsStep] = []
    for step in steps:
        product = tracked.get(step.product_id)
        if product is None:
            found.append(step)
            continue
        try:
            shares = shares_of(lines[step.line_no - 1], product, step.quantity)
            found.extend(_in_lots(step, shares, _ensured(session, product, shares)))
        except UserError as error:
            raise at_line(error, step.line_no - 1) from None
    return found


def _in_lots(
    step: GoodsStep, shares: Sequence[Share], ids: Mapping[str, int]
) -> Iterable[GoodsStep]:
    quantities = [share.quantity for share in shares]
    worths = [None] * len(shares) if step.amount is None else spread(step.amount, quantities)
    for share, worth in zip(shares, worths, strict=True):
        yield replace(step, quantity=share.quantity, amount=worth, lot_id=ids[share.code])


def _ensured(session: Session, product: ProductFacts, shares: Sequence[Share]) -> dict[str, int]:
    """The id of each lot by its code; made where it is new, with the days told now where nothing of it lies."""
    told = sorted(shares, key=lambda share: share.code)
    _NEW.run_many(
        session,
        ({"product": product.id, "code": s.code, "made": s.made, "expiry": s.expiry} for s in told),
    )
    codes = [share.code for share in told]
    rows = {row[0]: row for row in _FOUND.all(session, product=product.id, codes=codes)}
    for share in told:
        _tell_days(session, product, share, rows[share.code])
    return {code: int(row[1]) for code, row in rows.items()}


def _tell_days(session: Session, product: ProductFacts, share: Share, row: Row) -> None:
    """Keep the days told for a lot; refused when others are known of goods that still lie there."""
    _code, lot, made, expiry, lies = row
    known = _day(made), _day(expiry)
    told = share.made or known[0], share.expiry or known[1]
    if told == known:
        return
    for before, now in zip(known, told, strict=True):
        if lies and before is not None and before != now:
            raise Refused(
                translate(
                    "stock",
                    "{product} 批号 {code} 已有货，它的日期是 {known}，这里写的是 {told}。核对批号和日期",
                ).format(product=product.name, code=share.code, known=before, told=now),
                field="lots",
            )
    _TELL.run(session, id=lot, made=told[0], expiry=told[1])


def _day(text: str | date | None) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else text
