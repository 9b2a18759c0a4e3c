"""请购单: goods that somebody needs by a day, and what for; they are asked for or ordered from here."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.purchase.order_kinds import REQUEST
from jxc_desktop.purchase.queries import purchase_request_view
from jxc_desktop.purchase.requests import RequestDraft, approve_purchase_request
from jxc_desktop.purchase.ui.wish_pane import WishPane
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.views import DONE
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel


class RequestPane(WishPane):
    """Types, approves and shows requests."""

    title = str(QT_TR_NOOP("请购单"))
    icon = "clipboard-list"
    needs = "purchase_request.view"
    watches = frozenset({"purchase_request", "purchase_order"})
    orders = REQUEST
    chips: ClassVar[Mapping[str, str]] = {"partly": "partly_ordered"}

    def due_word(self) -> str:
        return self.tr("需用日期")

    def own_rows(self) -> Mapping[str, FormRow]:
        self.purpose = QLineEdit()
        self.purpose.setMaxLength(100)
        return {"purpose": FormRow(self.tr("用途"), self.purpose)}

    def make_shown(self) -> QWidget:
        self.posted: RowsModel[Any] = RowsModel(self._columns(), self)
        return Grid(self.posted, name="request_posted", settings=self.context.settings)

    def show_approved(self, view: Any) -> None:
        self.purpose.setText(view.purpose)
        self.posted.set_rows(view.lines)

    def clear_own(self) -> None:
        self.purpose.clear()

    def show_mode(self) -> None:
        super().show_mode()
        self.purpose.setReadOnly(self.view is not None)

    def read(self, session: Session, number: str) -> Any:
        return purchase_request_view(session, number)

    def take_fields(self) -> None:
        self._draft = RequestDraft(
            self.day.day or self.context.clock.today(),
            self.warehouse.currentData(),
            (),
            self.due.day,
            self.purpose.text().strip(),
            amends=self.amends,
        )

    def approve(self, session: Session, lines: tuple[LineDraft, ...], *, key: Key) -> Posted:
        kept = self._draft
        draft = RequestDraft(
            kept.day, kept.warehouse_id, lines, kept.due_day, kept.purpose, amends=kept.amends
        )
        return approve_purchase_request(session, draft, key=key)

    def next_steps(self) -> Sequence[str]:
        standing = self.view.head.state == State.APPROVED and self.view.progress != DONE
        return ("ask_prices",) if standing and self.context.may("rfq.edit") else ()

    @action(str(QT_TR_NOOP("转询价")), icon="scale")
    def ask_prices(self) -> None:
        """Ask suppliers what this would cost."""
        pane = self.context.open("rfq")
        if pane is not None:
            pane.follow(self.number)

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
            Column[Any](
                "name",
                self.tr("商品"),
                sub=lambda line: line.spec,
                width=180,
                stretch=True,
                sortable=False,
            ),
            Column[Any]("unit", self.tr("单位"), width=52, sortable=False),
            Column[Any]("quantity", self.tr("数量"), kind=Kind.QUANTITY, width=80, sortable=False),
            Column[Any]("base_unit", self.tr("基本单位"), width=70, sortable=False),
            Column[Any]("done", self.tr("已订"), kind=Kind.QUANTITY, width=80, sortable=False),
            Column[Any](
                "left", self.tr("未订"), kind=Kind.QUANTITY, width=80, bold=True, sortable=False
            ),
        )
