"""The registration of an invoice given out (开票登记单), as a form for the file."""

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.sales.queries import SalesInvoiceView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.slips import mark_of, money, notes_of, rate


def invoice_kind(kind: str) -> str:
    """The kind of an invoice as people call it."""
    words = {
        "special": translate("sales", "增值税专用发票"),
        "ordinary": translate("sales", "普通发票"),
    }
    return words.get(kind, kind)


@on_paper
def invoice_note(view: SalesInvoiceView, settings: Settings, *, printed: int = 0) -> Form:
    """Which sales an invoice is for; `printed` counts the papers before this one."""
    net = sum(line.net for line in view.lines)
    form = Form(
        company=settings.name,
        title=translate("sales", "开票登记单"),
        columns=(
            FormColumn(translate("sales", "序"), 8, "centre"),
            FormColumn(translate("sales", "单据"), 44),
            FormColumn(translate("sales", "销售日期"), 22, "centre"),
            FormColumn(translate("sales", "开票内容")),
            FormColumn(translate("sales", "金额"), 23, "right", places=2, price=True),
            FormColumn(translate("sales", "税率"), 12, "right", price=True),
            FormColumn(translate("sales", "税额"), 19, "right", places=2, price=True),
            FormColumn(translate("sales", "价税合计"), 23, "right", places=2, price=True),
        ),
        rows=tuple(
            (
                str(line.line_no),
                line.source,
                line.sold.isoformat(),
                line.summary,
                money(line.net),
                "" if line.tax_rate is None else rate(line.tax_rate),
                money(line.tax),
                money(line.gross),
            )
            for line in view.lines
        ),
        header=(
            (
                Field(translate("sales", "购方"), view.partner_name, 2.0),
                Field(translate("sales", "类型"), invoice_kind(view.invoice), 1.5),
                Field(translate("sales", "冲销发票"), view.red_of, 2.0),
            ),
            (
                Field(translate("sales", "单号"), view.head.number or "", 2.0),
                Field(translate("sales", "发票号码"), view.invoice_number, 2.0),
                Field(translate("sales", "开票日期"), view.head.day.isoformat()),
            ),
        ),
        total=("", "", "", "", money(net), "", money(view.tax), money(view.total)),
        words=view.total,
        signatures=(
            Field(translate("sales", "制单"), view.head.created_by),
            Field(translate("sales", "审核"), view.head.posted_by),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form
