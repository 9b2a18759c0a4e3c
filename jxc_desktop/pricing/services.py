"""Changing sale prices by a document: approved now, in force from its day on, with every old price kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, PRICE_LEVELS
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.price_history import MIN, Prices, prices_of, put_prices
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.life import PRICE_LIFE, require_step
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, header_of, open_paper, write_parts
from jxc_desktop.pricing.changes import PriceChangeDraft, PriceChangeLine
from jxc_desktop.pricing.minimum import RIGHT, in_unit, lists_below, may_go_below
from jxc_desktop.pricing.models import PriceChange
from jxc_desktop.pricing.models import PriceChangeLine as Row
from jxc_desktop.pricing.partner_prices import standing_promises
from jxc_desktop.pricing.words import level_words
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.series import next_number

PRICE_CHANGE = Family(PriceChange, (Row,), "调价单")
LARGEST = 10**7 * 10**6
"""Ten million yuan; a higher price is a slip."""


@dataclass(frozen=True, slots=True)
class ChangedPrice:
    """A line with the price that is asked now, 1e-6 yuan; None where there is none yet."""

    line: PriceChangeLine
    product: ProductFacts
    old: int | None


_APPROVE = Statement(
    "UPDATE price_change SET state = 'approved', number = :number, posted_by = :user, posted_at = :at "
    "WHERE id = :id AND state = 'draft' RETURNING id",
    changes="price_change",
)
_DUE_SQL = (
    "SELECT id, number FROM price_change WHERE state = 'approved' AND effective_day <= :today "
    "ORDER BY effective_day, id"
)
_DUE = Statement(_DUE_SQL, postgresql=f"{_DUE_SQL} FOR UPDATE")
_ANY_DUE = Statement(
    "SELECT 1 FROM price_change WHERE state = 'approved' AND effective_day <= :today LIMIT 1"
)
_LINES = Statement(
    "SELECT product_id, level, unit, price FROM price_change_line WHERE document_id = :id ORDER BY line_no"
)
_SET_STATE = Statement(
    "UPDATE price_change SET state = :state, reason = :reason WHERE id = :id",
    changes="price_change",
)
_IN_FORCE = Statement(
    "UPDATE price_change SET state = 'posted' WHERE id = :id", changes="price_change"
)


@needs("price_change.post")
def approve_price_change(session: Session, draft: PriceChangeDraft, *, key: Key) -> Posted:
    """Approve new prices; those due already are in force at once."""
    if earlier := answered(session, key):
        return earlier
    changed = changed_prices(session, draft)
    facts = partial(Facts, draft.day, 0, draft.reason)
    if held := held_back(session, PriceChange.kind, draft, facts, key):
        return held
    _require_promises(session, draft, changed)
    document_id = _write(session, draft, changed)
    number = next_number(session, PriceChange.prefix, draft.day)
    moment = clock_of(session).milliseconds()
    user = actor_of(session).user_id
    _APPROVE.one(session, id=document_id, number=number, user=user, at=moment)
    record(
        session,
        "price_change.post",
        number,
        effective=draft.effective_day,
        lines=len(changed),
        reason=draft.reason,
    )
    apply_due_price_changes(session)
    return remember(session, key, Posted(PriceChange.kind, document_id, number, 0))


@needs("price_change.post")
def void_price_change(session: Session, number: str, reason: str) -> None:
    """Take an approved change back before its day comes (作废); afterwards only another change helps."""
    if not reason.strip():
        raise InvalidInput(translate("pricing", "作废要写原因"), field="reason")
    head = header_of(session, PriceChange.kind, number)
    step = require_step(PRICE_LIFE, "void", number, head["state"])
    _SET_STATE.run(session, id=head["id"], state=step.after, reason=reason.strip())
    record(session, "price_change.void", number, reason=reason.strip())


def price_changes_due(session: Session) -> bool:
    """Whether an approved change waits for today or has missed its day; one look at a small index."""
    return _ANY_DUE.first(session, today=clock_of(session).today()) is not None


def apply_due_price_changes(session: Session) -> int:
    """Put in force what is approved for today or before, oldest first; how many documents. Harmless to repeat."""
    due = _DUE.all(session, today=clock_of(session).today())
    for document_id, number in due:
        asked: dict[int, dict[tuple[str, str], int]] = {}
        for product, level, unit, price in _LINES.all(session, id=document_id):
            asked.setdefault(product, {})[level, unit] = price
        put_prices(session, asked, source=number)
        _IN_FORCE.run(session, id=document_id)
        record(session, "price_change.apply", number)
    return len(due)


def changed_prices(session: Session, draft: PriceChangeDraft) -> list[ChangedPrice]:
    """Each line with its old price; raises for a day that is past, a line that changes nothing or sells too low."""
    if draft.effective_day < draft.day:
        raise InvalidInput(
            translate("pricing", "生效日不能早于调价单的日期 {day}").format(day=draft.day),
            field="effective_day",
        )
    if not draft.lines:
        raise InvalidInput(translate("pricing", "调价单没有一行商品。至少写一行"), field="lines")
    products = product_facts(session, (line.product_id for line in draft.lines))
    lines = [_in_own_unit(line, products[line.product_id]) for line in draft.lines]
    now = prices_of(session, products)
    after = {product: dict(prices) for product, prices in now.items()}
    for line in lines:
        after[line.product_id][line.level, line.unit] = line.price
    found: list[ChangedPrice] = []
    for place, line in enumerate(lines):
        product = products[line.product_id]
        old = now[product.id].get((line.level, line.unit))
        try:
            _require_line(line, product, old)
            _require_lowest(session, line, product, after[product.id])
            _require_once(line, lines[:place])
        except UserError as error:
            raise _placed(error, place) from None
        found.append(ChangedPrice(line, product, old))
    return found


def _in_own_unit(line: PriceChangeLine, product: ProductFacts) -> PriceChangeLine:
    return replace(line, unit=BASE) if line.unit == product.unit else line


def _require_line(line: PriceChangeLine, product: ProductFacts, old: int | None) -> None:
    product.factor(line.unit)
    if product.disabled:
        raise product.out_of_use()
    if line.level not in (*PRICE_LEVELS, MIN):
        raise InvalidInput(translate("pricing", "没有这个价格等级"), field="level")
    if line.level == MIN and line.unit != BASE:
        raise InvalidInput(translate("pricing", "最低售价按基本单位定"), field="unit")
    if not 0 <= line.price <= LARGEST:
        raise InvalidInput(translate("pricing", "新价要在 0 和一千万之间"), field="price")
    if line.price == old:
        raise InvalidInput(
            translate("pricing", "{product} 的新价和原价一样。改价，或删掉这行").format(
                product=product.name
            ),
            field="price",
        )


def _require_lowest(
    session: Session, line: PriceChangeLine, product: ProductFacts, after: Prices
) -> None:
    """No level may ask less for any unit than the lowest price will be."""
    lowest = after.get((MIN, BASE))
    if lowest is None:
        return
    if line.level == MIN:
        _require_below_levels(session, product, lowest, after)
    elif lists_below(session, product, line.unit, line.price, lowest):
        raise Refused(
            translate(
                "pricing", "{product} 的新价低于最低售价 {price}。改新价，或同时调最低售价"
            ).format(
                product=product.name,
                price=trimmed(in_unit(product, lowest, line.unit), PRICE_PLACES, 2),
            ),
            field="price",
        )


def _require_below_levels(
    session: Session, product: ProductFacts, lowest: int, after: Prices
) -> None:
    for (level, unit), price in sorted(after.items()):
        if level == MIN or unit not in {BASE, *product.factors}:
            continue
        if lists_below(session, product, unit, price, lowest):
            raise Refused(
                translate(
                    "pricing",
                    "{product} 的最低售价高于{level} {price}/{unit}。改低，或同时调{level}",
                ).format(
                    product=product.name,
                    level=level_words()[level],
                    price=trimmed(price, PRICE_PLACES, 2),
                    unit=unit or product.unit,
                ),
                field="price",
            )


def _require_promises(
    session: Session, draft: PriceChangeDraft, changed: Sequence[ChangedPrice]
) -> None:
    """What customers were promised may go below a new lowest price only for who may sell below it."""
    places = {x.product.id: n for n, x in enumerate(changed) if x.line.level == MIN}
    if not places or may_go_below(session):
        return
    promises = standing_promises(session, places, draft.effective_day)
    for customer, product_id, unit, price in promises:
        place = places[product_id]
        product, lowest = changed[place].product, changed[place].line.price
        if unit not in {BASE, *product.factors}:
            continue
        if lists_below(session, product, unit, price, lowest):
            raise Forbidden(
                translate(
                    "pricing",
                    "第 {line} 行：{customer} 的 {product} 客户价 {price} 低于新的最低售价。先改客户价，或请店长授权",
                ).format(
                    line=place + 1,
                    customer=customer,
                    product=product.name,
                    price=trimmed(price, PRICE_PLACES, 2),
                ),
                field=f"lines[{place}].price",
                lendable=RIGHT,
            )


def _require_once(line: PriceChangeLine, before: Sequence[PriceChangeLine]) -> None:
    same = (line.product_id, line.level, line.unit)
    if any((each.product_id, each.level, each.unit) == same for each in before):
        raise InvalidInput(translate("pricing", "同一个价写了两次。留一行"), field="product")


def _placed(error: UserError, place: int) -> UserError:
    sentence = translate("pricing", "第 {line} 行：{problem}").format(
        line=place + 1, problem=error.message
    )
    field = f"lines[{place}]" + (f".{error.field}" if error.field else "")
    return type(error)(sentence, field=field)


def _write(session: Session, draft: PriceChangeDraft, changed: Sequence[ChangedPrice]) -> int:
    header = {
        "day": draft.day,
        "effective_day": draft.effective_day,
        "reason": draft.reason,
        "remark": draft.remark,
    }
    document_id = open_paper(session, PriceChange, header)
    write_parts(session, Row, _rows(document_id, changed))
    return document_id


def _rows(document_id: int, changed: Sequence[ChangedPrice]) -> Iterator[dict[str, Any]]:
    for number, each in enumerate(changed, 1):
        line = each.line
        yield {
            "document_id": document_id,
            "line_no": number,
            "product_id": line.product_id,
            "level": line.level,
            "unit": line.unit,
            "old": each.old,
            "price": line.price,
        }
