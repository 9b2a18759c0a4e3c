"""客户价: what one customer was promised, edited in place, the retail price beside."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.catalog.ui.product_search import itself, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.partners.ui.partner_search import customer_field
from jxc_desktop.pricing.partner_prices import PartnerPriceView, partner_prices
from jxc_desktop.pricing.typed_promises import TypedPromise, keep_promises, typed_promise
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_day, parse_price
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import day_text, percent_text, price_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "price.edit"
_FIRM = 320


class PartnerPricePane(Pane):
    """The promises to the customer in the field above; kept with F12."""

    title = str(QT_TR_NOOP("客户价"))
    icon = "handshake"
    needs = "customer.view"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.customer = customer_field(self)
        self.grid = EntryGrid(
            _columns(self._suggest, self._take, context.clock.today),
            TypedPromise,
            name="partner_prices",
            settings=context.settings,
        )
        self.grid.setAccessibleName(self.heading())
        self.note = Words(self.tr("先选客户，这里是答应它的价格。"), Size.HINT, tone="text2")
        self._shown: tuple[TypedPromise, ...] = ()
        self._lay_out()
        self.customer.chosen.connect(self._on_customer)
        self.grid.refused.connect(context.messages.notice)
        self.grid.told.connect(context.messages.info)
        self.grid.setEnabled(False)
        self.setFocusProxy(self.customer)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Show the promises to one customer, given as its search hit."""
        if subject is not None and hasattr(subject, "id"):
            self.customer.set_choice(subject)
            self._on_customer(subject)

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            self.grid.mark(int(place), name.lstrip(".") or "price", reason)
            self.grid.setFocus()

    # --- what can be done ---

    def why_not_saved(self) -> str:
        """What keeps the promises from being kept."""
        if self.customer.choice is None:
            self.customer.setFocus()
            return self.tr("先选客户")
        return "" if self.grid.commit() else self.tr("有一格还没填好。改好再保存")

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep the promises as they stand."""
        firm = self.customer.choice
        lines = [line for line in self.grid.lines() if line.product_id]
        then = partial(self._on_kept, firm)
        self.run_write(keep_promises, firm.id, self._shown, lines, then=then)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the promises again; what was typed is dropped."""
        if self.customer.choice is not None:
            self._on_customer(self.customer.choice)

    # --- inside ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.BLOCK)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        row = FormRow(self.tr("客户"), self.customer)
        row.setFixedWidth(_FIRM)
        bar.addWidget(row)
        bar.addStretch(1)
        bar.addWidget(ActionButton(action_named(self, "save"), "main"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.note)

    def _on_customer(self, firm: Any) -> None:
        self._shown = ()
        self.grid.start(())
        self.grid.setEnabled(firm is not None and self.context.may(EDIT))
        self.subject_changed.emit(firm.name if firm else "")
        if firm is not None:
            self.run_read(partner_prices, firm.id, then=self._show, slot="promises")

    def _show(self, views: tuple[PartnerPriceView, ...]) -> None:
        self._shown = tuple(typed_promise(view) for view in views)
        self.grid.start(self._shown)
        said = self.tr("{count} 条。同一商品有几条时，开始得最晚的算；没答应的按客户等级。")
        self.note.setText(said.format(count=len(views)))
        if self.grid.isEnabled():
            self.grid.setFocus()

    def _on_kept(self, firm: Any, count: int) -> None:
        said = self.tr("{name} 的客户价已保存，改动 {count} 条")
        self.context.messages.success(said.format(name=firm.name, count=count))
        self._on_customer(firm)

    def _suggest(self, text: str, _line: TypedPromise, then: Answer) -> None:
        self.run_read(find_products, text, then=then, slot="offers")

    def _take(self, _line: TypedPromise, hit: ProductHit) -> TypedPromise:
        today = self.context.clock.today()
        return TypedPromise(
            0, hit.id, hit.name, hit.spec, hit.unit, None, today, None, hit.retail_price
        )


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
