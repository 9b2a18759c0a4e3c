"""请购单: goods that somebody needs by a day, and what for; they are asked for or ordered from here."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.note import printed_request
from jxc_desktop.purchase.order_kinds import REQUEST
from jxc_desktop.purchase.queries import RequestView, purchase_request_view
from jxc_desktop.purchase.requests import RequestDraft, approve_purchase_request
from jxc_desktop.purchase.typed_wish import request_again, request_draft
from jxc_desktop.purchase.ui.wish_form import WishForm
from jxc_desktop.purchase.ui.wish_pane import WishPane
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.views import PARTLY
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel


class RequestKind:
    """What a request says about itself to its pane."""

    kind = REQUEST.kind

    def draft(self, typed: TypedFields) -> RequestDraft:
        """The request for the service."""
        return request_draft(typed)

    def post(self, session: Session, draft: RequestDraft, *, key: Key) -> Posted:
        """Approve it."""
        return approve_purchase_request(session, draft, key=key)

    def view(self, session: Session, number: str) -> RequestView:
        """The request with this number."""
        return purchase_request_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_request(session, number)


class RequestForm(WishForm):
    """What is wanted, and what for."""

    def __init__(self, pane: Pane, choices: PaperChoices) -> None:
        self.posted: RowsModel[Any] = RowsModel(_columns(), pane)
        self.purpose = QLineEdit()
        self.purpose.setMaxLength(100)
        settings = pane.context.settings
        due, shown = (
            translate("purchase", "需用日期"),
            Grid(self.posted, name="request_posted", settings=settings),
        )
        super().__init__(pane, REQUEST.kind, choices, due, shown)

    def called(self) -> str:
        return self.purpose.text().strip()

    def add_own_rows(self) -> None:
        self.add_row("purpose", self.tr("用途"), self.purpose)
        self.purpose.textEdited.connect(self.on_edited)

    def own_fields(self) -> dict[str, Any]:
        purpose = self.called()
        return {"purpose": purpose} if purpose else {}

    def show_own(self, fields: Mapping[str, Any]) -> None:
        self.purpose.setText(fields.get("purpose", ""))

    def show_view(self, view: RequestView) -> None:
        super().show_view(view)
        self.purpose.setText(view.purpose)
        self.posted.set_rows(view.lines)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.purpose.setReadOnly(locked)


class RequestPane(WishPane):
    """Types, approves and shows requests."""

    title = str(QT_TR_NOOP("请购单"))
    icon = "clipboard-list"
    needs = "purchase_request.view"
    watches = frozenset({"purchase_request", "purchase_order"})
    orders = REQUEST
    chips: ClassVar = {PARTLY: "partly_ordered"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, RequestKind(), parent)

    def make_form(self, choices: PaperChoices) -> RequestForm:
        return RequestForm(self, choices)

    def again(self, view: RequestView, amends: str) -> TypedFields:
        return request_again(view, amends)

    def why_not_next(self, view: RequestView) -> str:
        return self.why_not_follow(view, "rfq", self.next_word()[0])

    def next_word(self) -> tuple[str, str]:
        return self.tr("转询价"), "scale"

    def go_on(self, view: RequestView) -> None:
        """Ask suppliers what this would cost."""
        pane = self.context.open("rfq")
        if pane is not None:
            pane.follow(str(view.head.number))


def _columns() -> tuple[Column[Any], ...]:
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any](
            "name",
            translate("purchase", "商品"),
            sub=lambda line: line.spec,
            width=180,
            stretch=True,
            sortable=False,
        ),
        Column[Any]("unit", translate("purchase", "单位"), width=52, sortable=False),
        _figure("quantity", translate("purchase", "数量")),
        Column[Any]("base_unit", translate("purchase", "基本单位"), width=70, sortable=False),
        _figure("done", translate("purchase", "已订")),
        _figure("left", translate("purchase", "未订"), bold=True),
    )


def _figure(key: str, heading: str, *, bold: bool = False) -> Column[Any]:
    return Column[Any](key, heading, kind=Kind.QUANTITY, width=80, bold=bold, sortable=False)
