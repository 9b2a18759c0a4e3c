"""The papers of goods put together and taken apart; who may not see cost gets them without what they were worth."""

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.paper_slips import goods_cells, goods_columns, goods_total, signatures
from jxc_desktop.stock.queries import KitView
from jxc_desktop.stock.slips import mark_of, money, notes_of, own_fields, quantity


@on_paper
def kit_note(view: KitView, settings: Settings, *, printed: int = 0) -> Form:
    """The product and its parts, signed by who did the work."""
    apart = view.head.kind == "disassembly"
    parts = sum(line.amount or 0 for line in view.lines)
    form = Form(
        company=settings.name,
        title=translate("stock", "拆卸单") if apart else translate("stock", "组装单"),
        columns=(
            *goods_columns(),
            FormColumn(translate("stock", "成本金额"), 24, "right", places=2, price=True),
        ),
        rows=tuple((*goods_cells(line), money(line.amount or 0)) for line in view.lines),
        header=(
            own_fields(view.head, view.warehouse_name),
            (
                Field(_product_word(apart=apart), f"{view.name} {view.spec}".strip(), 3.0),
                Field(translate("stock", "数量"), f"{quantity(view.quantity)} {view.unit}"),
            ),
        ),
        total=(*goods_total(view.lines), money(parts)),
        footer=_fee(view),
        words=view.total,
        signatures=(*signatures(view.head), Field(translate("stock", "经手人"))),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def _product_word(*, apart: bool) -> str:
    return translate("stock", "拆什么") if apart else translate("stock", "组装成")


def _fee(view: KitView) -> tuple[tuple[Field, ...], ...]:
    """What the work cost and from where, where there was any; money that is hidden is no fee here."""
    if not view.fee:
        return ()
    payer = view.money_account or translate("stock", "欠 {supplier}").format(supplier=view.supplier)
    fee = Field(translate("stock", "加工费"), f"{money(view.fee)} {payer}", 2.0)
    return ((fee,),)
