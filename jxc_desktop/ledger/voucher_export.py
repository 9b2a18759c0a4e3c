"""Vouchers for other accounting programs: 用友 T3/U8 text, 金蝶 KIS/K3 and 精斗云 sheets (domain.md §8.4).

A page that binds many entries (a shift) goes out as their sum. Each voucher is checked to balance before anything is
written. The target's own codes come from a table (`Mapping`): what it does not name keeps ours.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import authorize

LONGEST_SUMMARY = 60
"""Letters that 用友 takes of a summary."""
SUPPLIERS = ("1123", "2202")

_UNBOUND = Statement(
    "SELECT e.source FROM entry e LEFT JOIN voucher_entry b ON b.entry_id = e.id "
    "WHERE b.entry_id IS NULL AND e.day BETWEEN :first AND :last ORDER BY e.id LIMIT 1"
)
_LEGS = Statement(
    "SELECT v.id, v.day, v.word, v.number, v.attachments, v.summary, "
    "coalesce(nullif(u.full_name, ''), u.name, ''), coalesce(nullif(c.full_name, ''), c.name, ''), "
    "(SELECT count(*) FROM voucher_entry x WHERE x.voucher_id = v.id), "
    "CASE WHEN l.summary <> '' THEN l.summary ELSE e.summary END, l.account, l.debit, l.credit, "
    "coalesce(p.customer_code, ''), coalesce(p.supplier_code, ''), coalesce(p.name, ''), "
    "coalesce(m.code, ''), coalesce(l.item, ''), coalesce(l.employee, ''), coalesce(l.department, ''), "
    "coalesce(l.project, ''), coalesce(g.code, '') "
    "FROM voucher v JOIN voucher_entry b ON b.voucher_id = v.id JOIN entry e ON e.id = b.entry_id "
    "JOIN leg l ON l.entry_id = e.id LEFT JOIN shop_user u ON u.id = v.made_by "
    "LEFT JOIN voucher_mark k ON k.voucher_id = v.id AND k.mark = 'reviewed' "
    "LEFT JOIN shop_user c ON c.id = k.user_id LEFT JOIN partner p ON p.id = l.partner_id "
    "LEFT JOIN money_account m ON m.id = l.money_account_id LEFT JOIN product g ON g.id = l.product_id "
    "WHERE v.day BETWEEN :first AND :last ORDER BY v.month, v.word, v.number, e.id, l.leg_no"
)
_NAMES = Statement("SELECT code, name, parent FROM account")


@dataclass(frozen=True, slots=True)
class VoucherLeg:
    """One line of a voucher for another program; fen in `debit` or `credit`, either may be negative."""

    voucher: int
    day: date
    word: str
    number: int
    attachments: int
    made_by: str
    reviewed_by: str
    summary: str
    account: str
    debit: int
    credit: int
    customer: str = ""
    supplier: str = ""
    partner_name: str = ""
    money_account: str = ""
    item: str = ""
    employee: str = ""
    department: str = ""
    project: str = ""
    product: str = ""
    name: str = ""

    @property
    def side(self) -> str:
        """借 or 贷, on which it stands, in red or not."""
        return "debit" if self.debit else "credit"


Codes = Mapping[tuple[str, str], tuple[str, str]]
"""Our account with an item or a purse ("" for the account itself) → the target's code and name."""
Write = Callable[[Sequence[VoucherLeg], date], bytes]
"""Writes legs as a file; the day is the first of the period asked for."""


def export_vouchers(
    session: Session, form: str, first: date, last: date, codes: Codes | None = None
) -> bytes:
    """The vouchers of a period as a file for the program that `form` names (t3, kis, jdy).

    Raises `Refused` when an entry of the period is on no page yet, or a voucher does not balance.
    """
    authorize(session, "voucher.view")
    authorize(session, "export.data")
    authorize(session, "field.cost_price")
    if form not in FORMS:
        raise InvalidInput(
            translate("ledger", "凭证可以导成 {known}").format(known=listed(FORMS)), field="as"
        )
    unbound = _UNBOUND.first(session, first=first, last=last)
    if unbound:
        raise Refused(
            translate("ledger", "{source} 还没有凭证号，先交班再导出").format(source=unbound[0])
        )
    legs = [leg for voucher in _vouchers(session, first, last) for leg in voucher]
    names = {str(row[0]): (str(row[1]).strip(), row[2]) for row in _NAMES.all(session)}
    return FORMS[form]([_mapped(leg, codes or {}, names) for leg in legs], first)


def _vouchers(session: Session, first: date, last: date) -> Iterator[list[VoucherLeg]]:
    rows = _LEGS.all(session, first=first, last=last)
    for _voucher, same in groupby(rows, key=lambda row: row[0]):
        legs = list(_condensed([_leg(row) for row in same]))
        if sum(leg.debit - leg.credit for leg in legs):
            raise Refused(
                translate("ledger", "凭证 {voucher} 借贷不平，没有导出。先做账实自检").format(
                    voucher=f"{legs[0].word}-{legs[0].number}"
                )
            )
        yield legs


@dataclass(frozen=True, slots=True)
class _Read:
    """A leg as it was read, and how many entries its page binds."""

    leg: VoucherLeg
    entries: int
    page: str


def _leg(row: Any) -> _Read:
    head, made_by, reviewed, entries = row[:6], row[6], row[7], int(row[8])
    voucher, day, word, number, attachments, page = head
    customer, supplier = row[13], row[14]
    if str(row[10]).startswith(SUPPLIERS):
        customer = "" if supplier else customer
    else:
        supplier = "" if customer else supplier
    leg = VoucherLeg(
        voucher, date.fromisoformat(day), word, number, attachments, made_by, reviewed, row[9],
        row[10], row[11], row[12], customer, supplier, *row[15:],
    )  # fmt: skip
    return _Read(leg, entries, page)


def _condensed(read: Sequence[_Read]) -> Iterator[VoucherLeg]:
    """The legs; of a page that binds many entries, one for each account and its dimensions, side by side.

    A page whose entries come to nothing keeps its legs, else the numbers over there had a gap.
    """
    summed_up = list(_summed(read)) if read[0].entries > 1 else []
    yield from summed_up or (each.leg for each in read)


def _summed(read: Sequence[_Read]) -> Iterator[VoucherLeg]:
    sums: dict[VoucherLeg, list[int]] = defaultdict(lambda: [0, 0])
    for each in read:
        alike = replace(
            each.leg, summary=each.page, debit=int(each.leg.side == "debit"), credit=0, name=""
        )
        sums[alike][0] += each.leg.debit
        sums[alike][1] += each.leg.credit
    for alike, (debit, credit) in sums.items():
        if debit or credit:
            yield replace(alike, debit=debit, credit=credit)


def _mapped(
    leg: VoucherLeg, codes: Codes, names: Mapping[str, tuple[str, str | None]]
) -> VoucherLeg:
    """The leg under the target's code and name; ours with the names of all above it where the table is silent."""
    for part in (leg.item, leg.money_account, ""):
        if (leg.account, part) in codes:
            code, name = codes[leg.account, part]
            return replace(leg, account=code, name=name or _path(leg.account, names))
    return replace(leg, name=_path(leg.account, names))


def _path(code: str, names: Mapping[str, tuple[str, str | None]]) -> str:
    """应交税费_应交增值税_进项税额."""
    name, parent = names[code]
    return f"{_path(parent, names)}_{name}" if parent else name


def read_codes(file: Path) -> Codes:
    """A table of codes from a CSV with the columns account, part, target, name (科目, 项目, 对方科目, 名称)."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            translate("ledger", "读不了科目对照表 {file}。存成 UTF-8 的 CSV").format(file=file)
        ) from error
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for line, cells in enumerate(csv.reader(io.StringIO(text)), 1):
        if line == 1 or not any(cell.strip() for cell in cells):
            continue
        account, part, target, *name = [cell.strip() for cell in (*cells, "", "", "")[:4]]
        if not account or not target:
            raise InvalidInput(
                translate("ledger", "科目对照表第 {line} 行缺科目或对方科目").format(line=line)
            )
        found[account, part] = target, name[0]
    return found


# 用友 T3 / U8


def _t3(legs: Sequence[VoucherLeg], _first: date) -> bytes:
    """The text of 总账工具, in GB18030; commas in texts are full-width, empty fields at the end fall away."""
    lines = ["填制凭证,V800", *(",".join(_t3_fields(leg)) for leg in legs)]
    return ("\r\n".join(lines) + "\r\n").encode("gb18030")


def _t3_fields(leg: VoucherLeg) -> list[str]:
    fields = [
        leg.day.isoformat(), leg.word, str(leg.number), str(leg.attachments),
        _bare(leg.summary)[:LONGEST_SUMMARY], leg.account, *_amounts(leg), "", "", "",
        _bare(leg.made_by), "", "", "", _bare(leg.department), _bare(leg.employee),
        _bare(leg.customer), _bare(leg.supplier), "", _bare(leg.project or leg.item),
    ]  # fmt: skip
    while fields[-1] == "":
        fields.pop()
    return fields


def _amounts(leg: VoucherLeg) -> tuple[str, str]:
    return text_of(leg.debit, MONEY_PLACES), text_of(leg.credit, MONEY_PLACES)


def _bare(text: str) -> str:
    return " ".join(text.replace(",", "，").split())


# 金蝶 KIS 专业版 / K3

_KIS = (
    "凭证日期", "会计年度", "会计期间", "凭证字", "凭证号", "科目代码", "科目名称", "币别代码", "币别名称",
    "原币金额", "借方", "贷方", "制单", "审核", "核准", "出纳", "经办", "结算方式", "结算号", "凭证摘要",
    "数量", "数量单位", "单价", "参考信息", "业务日期", "往来业务编号", "附件数", "序号", "系统模块",
    "业务描述", "汇率类型", "汇率", "分录序号", "核算项目", "过账", "机制凭证", "现金流量",
)  # fmt: skip


def _kis(legs: Sequence[VoucherLeg], _first: date) -> bytes:
    """37 columns of 凭证引入."""
    return _sheet("Page1", _KIS, (_kis_cells(*each) for each in _numbered(legs)))


def _kis_cells(leg: VoucherLeg, place: int, serial: int) -> dict[str, Any]:
    return {
        "凭证日期": leg.day, "会计年度": leg.day.year, "会计期间": leg.day.month, "凭证字": leg.word,
        "凭证号": leg.number, "科目代码": leg.account, "科目名称": leg.name.rpartition("_")[2],
        "币别代码": "RMB", "币别名称": "人民币", "原币金额": _yuan(leg.debit or leg.credit),
        "借方": _yuan(leg.debit), "贷方": _yuan(leg.credit), "制单": leg.made_by,
        "审核": leg.reviewed_by, "凭证摘要": leg.summary, "业务日期": leg.day,
        "附件数": leg.attachments, "序号": serial, "汇率类型": "公司汇率", "汇率": 1,
        "分录序号": place, "核算项目": _kis_items(leg),
    }  # fmt: skip


def _kis_items(leg: VoucherLeg) -> str:
    """客户---001---名称, several parted by semicolons."""
    told = (
        ("客户", leg.customer, leg.partner_name),
        ("供应商", leg.supplier, leg.partner_name),
        ("部门", leg.department, leg.department),
        ("职员", leg.employee, leg.employee),
        ("项目", leg.project, leg.project),
        ("物料", leg.product, leg.product),
    )
    return ";".join(f"{kind}---{code}---{name}" for kind, code, name in told if code)


# 精斗云 云会计

_JDY = (
    "日期", "凭证字", "凭证号", "附件数", "分录序号", "摘要", "科目代码", "科目名称", "借方金额", "贷方金额",
    "客户", "供应商", "职员", "项目", "部门", "存货", "自定义辅助核算类别", "自定义辅助核算编码",
    "自定义辅助核算类别1", "自定义辅助核算编码1", "数量", "单价", "原币金额", "币别", "汇率",
)  # fmt: skip


def _jdy(legs: Sequence[VoucherLeg], first: date) -> bytes:
    """25 columns; the sheet bears the period of the first voucher."""
    day = legs[0].day if legs else first
    title = f"凭证列表#{day.year}年第{day.month}期"
    return _sheet(title, _JDY, (_jdy_cells(*each) for each in _numbered(legs)))


def _jdy_cells(leg: VoucherLeg, place: int, _serial: int) -> dict[str, Any]:
    return {
        "日期": leg.day, "凭证字": leg.word, "凭证号": leg.number, "附件数": leg.attachments,
        "分录序号": place, "摘要": leg.summary, "科目代码": leg.account, "科目名称": leg.name,
        "借方金额": _yuan(leg.debit), "贷方金额": _yuan(leg.credit), "客户": leg.customer,
        "供应商": leg.supplier, "职员": leg.employee, "项目": leg.project, "部门": leg.department,
        "存货": leg.product, "原币金额": _yuan(leg.debit or leg.credit), "币别": "RMB", "汇率": 1,
    }  # fmt: skip


def _numbered(legs: Iterable[VoucherLeg]) -> Iterator[tuple[VoucherLeg, int, int]]:
    """Each leg with its place in its voucher and that voucher's place in the file, from 1."""
    for serial, (_voucher, same) in enumerate(groupby(legs, key=lambda leg: leg.voucher), 1):
        for place, leg in enumerate(same, 1):
            yield leg, place, serial


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-MONEY_PLACES)


def _sheet(title: str, headings: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A workbook of one sheet; texts are never taken for formulas, days are ISO texts."""
    import xlsxwriter

    target = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(title)
        money = book.add_format({"num_format": "0.00"})
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading)
        for line, row in enumerate(rows, 1):
            for place, heading in enumerate(headings):
                _cell(sheet, line, place, row.get(heading), money)
    return target.getvalue()


def _cell(sheet: Any, line: int, place: int, value: Any, money: Any) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(line, place, value, money)
    elif isinstance(value, int):
        sheet.write_number(line, place, value)
    elif value:
        text = value.isoformat() if isinstance(value, date) else str(value)
        sheet.write_string(line, place, text)


FORMS: dict[str, Write] = {"t3": _t3, "kis": _kis, "jdy": _jdy}
"""The programs whose vouchers can be written."""
