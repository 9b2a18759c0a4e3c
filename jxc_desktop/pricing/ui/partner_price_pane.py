"""客户价: what one customer was promised, edited in place, the retail price beside."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.lines_of_one_pane import LinesOfOnePane, LinesWords
from jxc_desktop.catalog.ui.product_search import itself, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.partners.ui.partner_search import customer_field
from jxc_desktop.pricing.typed_promises import TypedPromise, keep_promises, typed_promises
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_day, parse_price
from jxc_desktop.widgets.formats import day_text, percent_text, price_text
from jxc_desktop.widgets.search_field import SearchField


class PartnerPricePane(LinesOfOnePane):
    """The promises to the customer in the field above."""

    title = str(QT_TR_NOOP("客户价"))
    icon = "handshake"
    needs = "customer.view"
    watches = frozenset({"partner_price"})
    edit_right = "price.edit"
    grid_name = "partner_prices"
    blank = TypedPromise
    read = staticmethod(typed_promises)
    keep = staticmethod(keep_promises)

    def said(self) -> LinesWords:
        return LinesWords(
            one=self.tr("客户"),
            choose=self.tr("先选客户，这里是答应它的价格。"),
            none=self.tr("还没有答应过它价格，按客户等级卖。在商品格填商品就答应一个。"),
            some=self.tr("{count} 条。同一商品有几条时，开始得最晚的算；没答应的按客户等级。"),
            kept=self.tr("{name} 的客户价已保存，改动 {count} 条"),
        )

    def one_field(self) -> SearchField:
        return customer_field(self)

    def columns(self) -> Sequence[EntryColumn[TypedPromise]]:
        return _columns(self.suggest, self.take, self.context.clock.today)

    def line_for(self, hit: ProductHit) -> TypedPromise:
        today = self.context.clock.today()
        return TypedPromise(
            0, hit.id, hit.name, hit.spec, hit.unit, None, today, None, hit.retail_price
        )

    @action(
        str(QT_TR_NOOP("保存")), "F12", needs="price.edit", icon="save", obstacle="why_not_saved"
    )
    def save(self) -> None:
        """Keep the promises as they stand."""
        self.keep_now()


def _columns(
    suggest: Callable[[str, TypedPromise, Answer], None],
    take: Callable[[TypedPromise, ProductHit], TypedPromise],
    today: Callable[[], date],
) -> tuple[EntryColumn[TypedPromise], ...]:
    return (
        number_column(),
        EntryColumn[TypedPromise](
            "product",
            translate("pricing", "商品"),
            lambda line: line.name,
            sub=lambda line: line.spec,
            width=200,
            stretch=True,
            sortable=False,
            suggestions=product_suggestions(itself),
            suggest=suggest,
            take=take,
            wants=lambda line: not line.product_id,
            latin=False,
        ),
        EntryColumn[TypedPromise](
            "unit",
            translate("pricing", "单位"),
            width=60,
            sortable=False,
            edit=lambda line, text: replace(_known(line), unit=text.strip(), retail=None),
            latin=False,
        ),
        EntryColumn[TypedPromise](
            "retail",
            translate("pricing", "零售价"),
            kind=Kind.PRICE,
            width=92,
            muted=True,
            sortable=False,
        ),
        EntryColumn[TypedPromise](
            "price",
            translate("pricing", "客户价"),
            kind=Kind.PRICE,
            text=lambda value: "" if value is None else price_text(value),
            draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
            width=92,
            sortable=False,
            edit=_priced,
            wants=lambda line: bool(line.product_id) and line.price is None,
        ),
        EntryColumn[TypedPromise](
            "share",
            translate("pricing", "占零售"),
            kind=Kind.PERCENT,
            text=lambda rate: "" if rate is None else percent_text(rate, 1),
            width=72,
            sortable=False,
        ),
        *_days(today),
    )


def _days(today: Callable[[], date]) -> tuple[EntryColumn[TypedPromise], ...]:
    def first(line: TypedPromise, text: str) -> TypedPromise:
        return replace(_known(line), first=parse_day(text, today()))

    def last(line: TypedPromise, text: str) -> TypedPromise:
        return replace(_known(line), last=parse_day(text, today()) if text.strip() else None)

    return (
        EntryColumn[TypedPromise](
            "first",
            translate("pricing", "从"),
            text=_day,
            draft=lambda line: _day(line.first),
            width=100,
            sortable=False,
            edit=first,
        ),
        EntryColumn[TypedPromise](
            "last",
            translate("pricing", "到"),
            text=_day,
            draft=lambda line: _day(line.last),
            width=100,
            sortable=False,
            edit=last,
        ),
    )


def _day(day: date | None) -> str:
    return "" if day is None else day_text(day)


def _priced(line: TypedPromise, text: str) -> TypedPromise:
    price = parse_price(text)
    if price < 0:
        raise InvalidInput(translate("pricing", "客户价不能小于 0"))
    return replace(_known(line), price=price)


def _known(line: TypedPromise) -> TypedPromise:
    if not line.product_id:
        raise InvalidInput(translate("pricing", "先选商品"))
    return line
