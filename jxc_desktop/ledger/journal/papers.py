"""记账凭证 on paper (domain.md §7.2), counted as printed."""

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.ledger.journal.naming import NamedLeg, Shown, shown_voucher
from jxc_desktop.ledger.paper_words import mark_of, money
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import Settings, settings_of

FORM = "journal_voucher"


@on_paper
def printed_journal_voucher(session: Session, number: str) -> Form:
    """The paper of one voucher, noting that it is printed."""
    shown = shown_voucher(session, number)
    printed = note_print(session, number, FORM)
    return _paper(shown, settings_of(session), printed=printed)


def _paper(shown: Shown, settings: Settings, *, printed: int) -> Form:
    """The voucher with both sides, what they sum to and who signs; `printed` counts the papers before this one."""
    head = shown.head
    credit = sum(line.leg.credit for line in shown.legs)
    form = Form(
        company=settings.name,
        title=translate("ledger", "记账凭证"),
        columns=(
            FormColumn(translate("ledger", "摘要"), 44),
            FormColumn(translate("ledger", "会计科目")),
            FormColumn(translate("ledger", "借方"), 28, "right", places=2),
            FormColumn(translate("ledger", "贷方"), 28, "right", places=2),
        ),
        rows=tuple(_row(line, head.summary) for line in shown.legs),
        header=(
            (
                Field(translate("ledger", "字号"), head.voucher),
                Field(translate("ledger", "日期"), head.day.isoformat()),
                Field(translate("ledger", "附单据"), _papers(head.attachments)),
                Field(translate("ledger", "单号"), head.number or "", 1.6),
            ),
        ),
        total=("", "", money(head.total), money(credit)),
        words=head.total,
        signatures=(
            Field(translate("ledger", "会计主管")),
            Field(translate("ledger", "记账"), head.marks.entered),
            Field(translate("ledger", "出纳")),
            Field(translate("ledger", "审核"), head.marks.reviewed),
            Field(translate("ledger", "制单"), head.created_by),
        ),
        mark=mark_of(head),
    )
    return form.as_reprint(printed) if printed else form


def _papers(count: int) -> str:
    return translate("ledger", "{count} 张").format(count=count)


def _row(line: NamedLeg, summary: str) -> tuple[str, ...]:
    about = " ".join(word for _dimension, word in line.about)
    account = f"{line.leg.account} {line.name} {about}".strip()
    debit, credit = (money(side) if side else "" for side in (line.leg.debit, line.leg.credit))
    return (line.leg.summary or summary, account, debit, credit)
