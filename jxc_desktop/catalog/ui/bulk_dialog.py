"""批量修改: what shall change of the picked products, and the list of what it would change, before it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from jxc_desktop.catalog.bulk import (
    BRAND,
    CATEGORY,
    DISABLED,
    MAX_STOCK,
    MIN_STOCK,
    PERCENT_OF,
    TAX_RATE,
    Change,
    Planned,
    change_products,
    planned,
)
from jxc_desktop.catalog.ui.typed_product import shown_price
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.shop.tax import tax_rates
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.expressions import parse_percent, parse_quantity
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import quantity_text, tax_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_SIZE = (720, 520)
_NONE = "—"


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be changed of many: how it is called, read from a text, shown, and what is offered for it."""

    field: str
    words: str
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    offered: tuple[str, ...] = ()
    hint: str = ""


class BulkDialog(QDialog):
    """Asks for the change, shows the plan; Enter previews, F12 does it, Esc leaves."""

    def __init__(
        self, pane: Pane, products: Sequence[int], categories: Sequence[str], *, may_price: bool
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._products = list(products)
        self._plans: RowsModel[Planned] = RowsModel(self._columns())
        self._asked: Change | None = None
        self.things = [
            each for each in _things(categories) if may_price or each.field not in PERCENT_OF
        ]
        self.thing = QComboBox()
        self.value = QComboBox(editable=True)
        self.note = Words(tone="text2")
        self.do = QPushButton(self.tr("改") + "  F12")
        self._lay_out()
        self.thing.currentIndexChanged.connect(self._on_thing)
        self._on_thing()
        self.thing.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12:
            self.change()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.preview()
        else:
            super().keyPressEvent(event)

    # --- what can be done ---

    def preview(self) -> None:
        """List what would change."""
        change = self._read()
        if change is not None:
            then = partial(self._show, change)
            self._pane.run_read(planned, self._products, change, then=then, slot="bulk")

    def change(self) -> None:
        """Do what is listed; what was typed since then is listed first."""
        change = self._read()
        if change is None:
            return
        if change != self._asked:
            self.preview()
        elif self.plans:
            self.do.setEnabled(False)
            self._pane.run_write(
                change_products, self._products, change, then=self._done, failed=self._tell
            )

    @property
    def plans(self) -> tuple[Planned, ...]:
        """What is listed."""
        return tuple(self._plans.loaded_rows())

    # --- inside ---

    def _lay_out(self) -> None:
        title = self.tr("批量修改 {count} 种商品").format(count=len(self._products))
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        for each in self.things:
            self.thing.addItem(each.words, each)
        self.grid = Grid(self._plans, name="bulk", settings=self._pane.context.settings)
        self.grid.setAccessibleName(self.tr("会改的"))
        look = QPushButton(self.tr("先看看") + "  Enter")
        leave = QPushButton(self.tr("不改"))
        self.do.setProperty("look", "main")
        for button, act in ((look, self.preview), (leave, self.reject), (self.do, self.change)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(FormRow(self.tr("改什么"), self.thing))
        top.addWidget(FormRow(self.tr("改成"), self.value), 1)
        top.addWidget(look)
        foot.addWidget(self.note, 1)
        foot.addWidget(leave)
        foot.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setSpacing(Space.BLOCK)
        column.addWidget(Words(title, Size.TITLE, bold=True))
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def _columns(self) -> tuple[Column[Planned], ...]:
        return (
            Column[Planned]("code", self.tr("编号"), kind=Kind.CODE, width=100),
            Column[Planned](
                "name", self.tr("名称"), sub=lambda plan: plan.spec, width=200, stretch=True
            ),
            Column[Planned]("before", self.tr("现在"), text=self._shown, width=140),
            Column[Planned]("after", self.tr("改成"), text=self._shown, width=140),
        )

    def _shown(self, value: Any) -> str:
        return str(self.thing.currentData().show(value))

    def _on_thing(self) -> None:
        thing: Thing = self.thing.currentData()
        self._asked = None
        self._plans.set_rows(())
        self.value.clear()
        self.value.addItems(list(thing.offered))
        self.value.setCurrentText("")
        if (line := self.value.lineEdit()) is not None:
            line.setPlaceholderText(thing.hint)
        self.note.setText(self.tr("写好改成什么，Enter 先看看会改哪些"))
        self.do.setEnabled(False)

    def _read(self) -> Change | None:
        thing: Thing = self.thing.currentData()
        try:
            return Change(thing.field, thing.read(self.value.currentText().strip()))
        except UserError as error:
            self._tell(error)
            self.value.setFocus()
            return None

    def _show(self, change: Change, plans: Sequence[Planned]) -> None:
        self._asked = change
        self._plans.set_rows(plans)
        self.do.setEnabled(bool(plans))
        said = (
            self.tr("{count} 种会改，其余已经是这样或没有这个价")
            if plans
            else self.tr("没有要改的")
        )
        self.note.setText(said.format(count=len(plans)))

    def _done(self, count: int) -> None:
        self._pane.context.messages.success(
            self.tr("改了 {count} 种商品，原来的值在审计日志里").format(count=count)
        )
        self.accept()

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.note.setText(error.message)
        self.do.setEnabled(bool(self.plans))


def _things(categories: Sequence[str]) -> list[Thing]:
    rates = sorted({rate.rate for rate in tax_rates() if rate.end is None}, reverse=True)
    company, stop, use = _company(), translate("catalog", "停用"), translate("catalog", "启用")
    rise = translate("catalog", "如 5% 涨，-5% 降，四舍五入到分")
    return [
        Thing(CATEGORY, translate("catalog", "类别"), str, _text, tuple(categories)),
        Thing(BRAND, translate("catalog", "品牌"), str, _text),
        Thing(
            TAX_RATE,
            translate("catalog", "税率"),
            _read_rate,
            lambda rate: company if rate is None else tax_text(rate),
            (company, *(tax_text(rate) for rate in (*rates, 0, EXEMPT))),
        ),
        Thing(MIN_STOCK, translate("catalog", "最低库存"), _read_bound, _bound),
        Thing(MAX_STOCK, translate("catalog", "最高库存"), _read_bound, _bound),
        Thing(
            DISABLED,
            translate("catalog", "状态"),
            partial(_read_state, stop=stop, use=use),
            lambda stopped: stop if stopped else use,
            (stop, use),
        ),
        *(
            Thing(field, words, _read_rise, lambda price: shown_price(price) or _NONE, hint=rise)
            for field, words in zip(
                PERCENT_OF,
                (
                    translate("catalog", "零售价涨跌"),
                    translate("catalog", "批发价涨跌"),
                    translate("catalog", "会员价涨跌"),
                ),
                strict=True,
            )
        ),
    ]


def _company() -> str:
    return translate("catalog", "按公司设置")


def _text(value: str) -> str:
    return value or _NONE


def _bound(value: int | None) -> str:
    return _NONE if value is None else quantity_text(value)


def _read_bound(text: str) -> int | None:
    return parse_quantity(text) if text else None


def _read_rate(text: str) -> int | None:
    return None if text in {"", _company()} else parse_percent(text)


def _read_state(text: str, *, stop: str, use: str) -> bool:
    if text not in {stop, use}:
        raise InvalidInput(translate("catalog", "选停用或启用"))
    return text == stop


def _read_rise(text: str) -> int:
    """5%, +5 and -5 % as 1e-4; a bare figure is per cent."""
    falls, plain = text.startswith(("-", "－")), text.lstrip("+-＋－ ").removesuffix("%")
    if not plain.strip():
        raise InvalidInput(translate("catalog", "写涨跌几成，如 5% 或 -5%"))
    rise = parse_percent(f"{plain}%")
    return -rise if falls else rise
