"""The form of goods lost or found: why, from which warehouse, and whether it is decided yet who bears it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.queries import LossView
from jxc_desktop.stock.typed_loss import LossChoices
from jxc_desktop.stock.ui.goods_form import choose
from jxc_desktop.stock.ui.worth_form import WorthForm
from jxc_desktop.stock.warehouses import TRANSIT_NAME
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane


class LossForm(WorthForm):
    """`gain` says whether goods were found."""

    aliases: ClassVar = {"warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, kind: str, choices: LossChoices, *, gain: bool) -> None:
        self.reason = QComboBox()
        for each in choices.reasons:
            self.reason.addItem(each.name, each.id)
        self.source = ""
        self.unresolved = QCheckBox(translate("stock", "先挂待处理，查明再定"))
        super().__init__(pane, kind, choices.papers, incoming=gain)

    def make_rows(self) -> None:
        self.add_row("reason", self.tr("原因"), self.reason)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("unresolved", self.tr("处理"), self.unresolved)
        self.reason.currentIndexChanged.connect(self.on_edited)
        self.unresolved.toggled.connect(self.on_edited)

    def shown_columns(self) -> tuple[Column[Any], ...]:
        goods = super().shown_columns()
        return goods if self.incoming or not self.seen else (*goods, _tax_column())

    def called(self) -> str:
        return str(self.reason.currentText())

    def own_fields(self) -> dict[str, Any]:
        own = {"reason": self.reason.currentData(), "unresolved": self.unresolved.isChecked()}
        return {**own, "source": self.source} if self.source else own

    def show_own(self, fields: Mapping[str, Any]) -> None:
        choose(self.reason, fields.get("reason"))
        self._lost_with(fields.get("source", ""), fields.get("warehouse"))
        self.unresolved.setChecked(bool(fields.get("unresolved")))

    def show_purpose(self, view: LossView) -> None:
        if self.reason.findData(view.reason_id) < 0:
            self.reason.addItem(view.cause, view.reason_id)
        choose(self.reason, view.reason_id)
        self.unresolved.setChecked(view.unresolved)
        if self.warehouse.findData(view.warehouse_id) < 0:
            self.warehouse.addItem(view.warehouse_name, view.warehouse_id)
        choose(self.warehouse, view.warehouse_id)

    def _lost_with(self, transfer: str, transit: int | None) -> None:
        """Goods are lost on their way with a transfer, in neither warehouse."""
        self.source = transfer
        if transfer:
            if self.warehouse.findData(transit) < 0:
                self.warehouse.addItem(built_in_name(TRANSIT_NAME), transit)
            choose(self.warehouse, transit)
            self.say(translate("stock", "{number} 在途的货").format(number=transfer))
        self.warehouse.setEnabled(not transfer)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.warehouse.setEnabled(not (locked or self.source))
        self.reason.setEnabled(not locked)
        self.unresolved.setEnabled(not locked)


def _tax_column() -> Column[Any]:
    """The input VAT turned out with the goods."""
    return Column[Any](
        "tax",
        translate("stock", "转出税额"),
        kind=Kind.MONEY,
        text=lambda fen: money_text(fen) if fen else "",
        width=92,
        sortable=False,
    )
