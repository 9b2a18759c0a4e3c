"""The form of goods that are wanted, without prices: by which day, for which warehouse, and how much of what."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.purchase.taken import goods_to_buy, offers_to_buy
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.ui.goods_form import GoodsForm
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.pane import Pane


class Goods:
    """Reads goods for the lines: what lies in the warehouse and what is on its way, nothing of prices."""

    def __init__(self, warehouse: Callable[[], int | None]) -> None:
        self._warehouse = warehouse

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(offers_to_buy, text=text, warehouse_id=self._warehouse(), partner_id=None)

    def goods(self, products: Sequence[int]) -> Callable[[Session], Mapping[int, TakenGoods]]:
        return partial(
            goods_to_buy, products=products, warehouse_id=self._warehouse(), partner_id=None
        )


class WishForm(GoodsForm):
    """Reads and shows what is wanted; `due_word` names the further day, `kind` the width of columns it remembers."""

    def __init__(
        self, pane: Pane, kind: str, choices: PaperChoices, due_word: str, shown: QWidget
    ) -> None:
        self._due_word, self._amends = due_word, ""
        self.due = DayField(None, today=pane.context.clock.today)
        super().__init__(pane, kind, choices, shown, may_create=pane.context.may("product.edit"))
        self.due.day_changed.connect(self.on_edited)
        self.due.refused.connect(pane.context.messages.notice)

    # --- what each kind says ---

    @abstractmethod
    def add_own_rows(self) -> None:
        """Further fields of the head."""

    # --- what the form says ---

    def make_rows(self) -> None:
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("due_day", self._due_word, self.due)
        self.add_own_rows()

    def reader(self) -> Goods:
        return Goods(self.warehouse.currentData)

    def amends(self) -> str:
        return self._amends

    def fields(self) -> dict[str, Any]:
        due = self.due.day.isoformat() if self.due.day else ""
        own, lines = self.own_fields(), self.kept_lines()
        if not (due or own or lines or self._amends):
            return {}
        return {
            "warehouse": self.warehouse.currentData(),
            "due_day": due,
            "lines": lines,
            "amends": self._amends,
            **own,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        due = fields.get("due_day")
        self.due.set_day(date.fromisoformat(due) if due else None)
        self._amends = fields.get("amends", "")
        super().show_fields(fields)

    def show_view(self, view: Any) -> None:
        super().show_view(view)
        self.due.set_day(view.due_day)
        self._amends = ""

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.due.setReadOnly(locked)
        self.day.setReadOnly(locked or bool(self._amends))  # the day stands in its number

    def own_obstacle(self) -> str:
        if not self.due.settle():
            return self.tr("有一格还没填好。先改好")
        return super().own_obstacle()
