"""The paper of a landed cost (采购费用分摊单): what each line bears. Without prices it tells the goods alone."""

from jxc_desktop.core.i18n import listed, on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.purchase.landed_words import basis_words, policy_of, policy_words
from jxc_desktop.purchase.queries import LandedCostView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.slips import Firm, firm_fields, mark_of, money, notes_of, quantity, rate


@on_paper
def landed_note(
    view: LandedCostView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """What of a cost each line of the receipts bears; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购费用分摊单"),
        columns=_columns(),
        rows=tuple(
            (
                str(line.line_no),
                line.receipt,
                line.product,
                line.name,
                line.unit,
                quantity(line.base_quantity),
                money(line.amount or 0),
                money(line.to_stock or 0),
                money(line.beside or 0),
            )
            for line in view.lines
        ),
        header=_header(view, supplier),
        total=("", "", "", "", "", "", *_sums(view)),
        words=sum(line.amount or 0 for line in view.lines),
        signatures=(
            Field(translate("purchase", "制单"), view.head.created_by),
            Field(translate("purchase", "采购")),
            Field(translate("purchase", "审核人"), view.head.posted_by),
        ),
        footer=(_bill(view),),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def _columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn(translate("purchase", "序"), 8, "centre"),
        FormColumn(translate("purchase", "入库单"), 34),
        FormColumn(translate("purchase", "商品编号"), 20),
        FormColumn(translate("purchase", "商品名称")),
        FormColumn(translate("purchase", "单位"), 10, "centre"),
        FormColumn(translate("purchase", "数量"), 16, "right", places=4),
        FormColumn(translate("purchase", "分摊费用"), 20, "right", places=2, price=True),
        FormColumn(translate("purchase", "进库存"), 20, "right", places=2, price=True),
        FormColumn(translate("purchase", "进当期"), 20, "right", places=2, price=True),
    )


def _header(view: LandedCostView, supplier: Firm) -> tuple[tuple[Field, ...], ...]:
    policy = policy_words()[policy_of(capitalised=view.capitalised)]
    return (
        firm_fields(translate("purchase", "收款单位"), supplier),
        (
            Field(translate("purchase", "单号"), view.head.number or "", 2.0),
            Field(translate("purchase", "日期"), view.head.day.isoformat()),
            Field(translate("purchase", "分摊方法"), basis_words()[view.basis]),
            Field(translate("purchase", "记到"), policy),
        ),
        (Field(translate("purchase", "入库单"), listed(view.receipts)),),
    )


def _sums(view: LandedCostView) -> tuple[str, str, str]:
    lines = view.lines
    return (
        money(sum(line.amount or 0 for line in lines)),
        money(sum(line.to_stock or 0 for line in lines)),
        money(sum(line.beside or 0 for line in lines)),
    )


def _bill(view: LandedCostView) -> tuple[Field, ...]:
    """What the bill came to; the goods do not bear the tax that comes back."""
    return (
        Field(translate("purchase", "账单合计"), money(view.total or 0)),
        Field(translate("purchase", "其中税额"), money(view.tax or 0)),
        Field(translate("purchase", "税率"), rate(view.tax_rate)),
    )
