"""The acts of the audit log in words: "goods_receipt.post" is 过账采购入库单."""

from collections.abc import Mapping
from typing import Any

from jxc_desktop.core.i18n import clauses, listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.shop.roles import role_words
from jxc_desktop.shop.setting_words import choice_words, setting_words

_DIGEST = 12
"""Characters of a digest that people compare."""
_MONEY = frozenset({"total", "amount", "expected", "counted", "float", "due", "profit"})


def act_words(action: str) -> str:
    """An action as people say it; one that has no words yet as it is written."""
    whole = _acts().get(action)
    if whole:
        return whole
    subject, _, verb = action.rpartition(".")
    if subject in _subjects() and verb in verb_words():
        return translate("shop", "{verb}{subject}").format(
            verb=verb_words()[verb], subject=_subjects()[subject]
        )
    return action


def kind_words(kind: str) -> str:
    """A kind of document as people call it."""
    return _subjects().get(kind, kind)


def subject_words(action: str, subject: str) -> str:
    """What an act was done to, as people say it: a setting by its title, all else as it is called anyway."""
    known = setting_words().get(subject) if action == "setting.change" else None
    return known.title if known else subject


def detail_words(detail: Mapping[str, Any]) -> str:
    """What was recorded with an act, in one line: 「前 → 后」 first, then the rest by name; money in yuan."""
    rest = {name: value for name, value in detail.items() if name not in {"before", "after"}}
    parts = []
    if "after" in detail:
        parts.append(f"{_shown(detail.get('before'))} → {_shown(detail['after'])}")
    elif "before" in detail:
        parts.append(f"{_shown(detail['before'])} →")
    words = _fields()
    parts += [f"{words.get(n, n)} {_value(n, v)}" for n, v in rest.items() if v not in ("", None)]
    return clauses(parts)


def _value(name: str, value: Any) -> str:
    if name in _MONEY and isinstance(value, int):
        return text_of(value, MONEY_PLACES)
    if name == "act":
        return act_words(str(value))
    if name == "sha256":
        return str(value)[:_DIGEST]
    return _shown(value)


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return translate("shop", "是") if value else translate("shop", "否")
    if isinstance(value, list):
        return listed(map(_shown, value))
    if isinstance(value, dict):
        return clauses(
            f"{_fields().get(name, name)} {_value(name, v)}" for name, v in value.items()
        )
    return _known().get(str(value), str(value))


def _known() -> dict[str, str]:
    """Roles and choices of settings, which are recorded by their codes."""
    choices = {str(code): words for each in choice_words().values() for code, words in each.items()}
    reasons = {
        "manual": translate("safety", "手工"),
        "scheduled": translate("safety", "定时"),
        "on_close": translate("safety", "关店时"),
    }
    return {**choices, **reasons, **role_words()}


def _acts() -> dict[str, str]:
    return {
        "user.log_in": translate("shop", "登录"),
        "user.refused": translate("shop", "登录被拒"),
        "user.prove": translate("shop", "核对密码"),
        "user.vouch": translate("shop", "当场授权"),
        "right.lend": translate("shop", "借用权限"),
        "user.set_password": translate("shop", "设密码"),
        "user.set_roles": translate("shop", "改角色"),
        "user.unlock": translate("shop", "解锁用户"),
        "user.recover": translate("shop", "用恢复码进入"),
        "user.new_codes": translate("shop", "发恢复码"),
        "setting.change": translate("shop", "改设置"),
        "shop.open": translate("shop", "建账套"),
        "shop.export": translate("shop", "导出账套"),
        "shop.restore": translate("shop", "恢复备份"),
        "backup.make": translate("shop", "备份"),
        "backup.drill": translate("shop", "演练恢复"),
        "recorder.begin_anew": translate("shop", "黑匣子重新开始记"),
        "shift.open": translate("shop", "开班"),
        "shift.close": translate("shop", "交班"),
        "drawer.open": translate("shop", "开钱箱"),
        "receipt.reprint": translate("shop", "重打小票"),
        "document.print": translate("shop", "打印单据"),
        "delegation.add": translate("shop", "设审核代理"),
        "delegation.remove": translate("shop", "取消审核代理"),
        "ticket.hold": translate("shop", "挂单"),
        "ticket.recall": translate("shop", "取单"),
        "ticket.discard": translate("shop", "作废挂单"),
        "ticket.cancel": translate("shop", "整单取消"),
        "ticket.delete_line": translate("shop", "删行"),
        "attachment.add": translate("shop", "加附件"),
        "attachment.remove": translate("shop", "拿掉附件"),
        "document_note.add": translate("shop", "加补注"),
        "promotion.coupons": translate("shop", "发促销券"),
        "promise.make": translate("shop", "记付款承诺"),
        "bank_statement.import": translate("shop", "导入银行流水"),
        "bank_statement.open": translate("shop", "写银行期初余额"),
        "bank_statement.undo": translate("shop", "撤销导入银行流水"),
        "bank_statement.match": translate("shop", "勾对银行流水"),
        "bank_statement.unmatch": translate("shop", "取消勾对"),
        "period.close": translate("shop", "结账"),
        "period.reopen": translate("shop", "反结账"),
        "period.file": translate("shop", "标记已申报"),
        "voucher.review": translate("shop", "审核凭证"),
        "voucher.unreview": translate("shop", "取消审核凭证"),
        "voucher.enter": translate("shop", "凭证记账"),
    }


def _subjects() -> dict[str, str]:
    return {
        "quotation": translate("shop", "销售报价单"),
        "sales_order": translate("shop", "销售订单"),
        "purchase_request": translate("shop", "请购单"),
        "rfq": translate("shop", "询价单"),
        "supplier_quotation": translate("shop", "供应商报价单"),
        "purchase_order": translate("shop", "采购订单"),
        "goods_receipt": translate("shop", "采购入库单"),
        "purchase_invoice": translate("shop", "采购发票"),
        "purchase_allowance": translate("shop", "采购折让单"),
        "landed_cost": translate("shop", "采购费用分摊单"),
        "purchase_return": translate("shop", "采购退货单"),
        "sales_delivery": translate("shop", "销售出库单"),
        "sales_return": translate("shop", "销售退货单"),
        "sales_invoice": translate("shop", "开票登记"),
        "customer_receipt": translate("shop", "收款单"),
        "supplier_payment": translate("shop", "付款单"),
        "advance_receipt": translate("shop", "预收款单"),
        "advance_payment": translate("shop", "预付款单"),
        "settlement": translate("shop", "核销单"),
        "bad_debt": translate("shop", "坏账单"),
        "expense": translate("shop", "费用单"),
        "other_income": translate("shop", "其他收入单"),
        "money_transfer": translate("shop", "转款单"),
        "money_account": translate("shop", "结算账户"),
        "bank_statement": translate("shop", "银行流水"),
        "cash_item": translate("shop", "收支项目"),
        "pos_sale": translate("shop", "零售单"),
        "pos_return": translate("shop", "零售退货单"),
        "journal_voucher": translate("shop", "手工凭证"),
        "voucher_pattern": translate("shop", "凭证模板"),
        "account": translate("shop", "会计科目"),
        "fixed_asset": translate("shop", "固定资产"),
        "stock_transfer": translate("shop", "调拨单"),
        "transfer_receipt": translate("shop", "调拨入库单"),
        "stock_count": translate("shop", "盘点单"),
        "stock_loss": translate("shop", "报损单"),
        "stock_gain": translate("shop", "报溢单"),
        "other_receipt": translate("shop", "其他入库单"),
        "other_issue": translate("shop", "其他出库单"),
        "loss_resolution": translate("shop", "损溢处理单"),
        "cost_adjustment": translate("shop", "成本调整单"),
        "recost": translate("shop", "重算成本"),
        "assembly": translate("shop", "组装单"),
        "disassembly": translate("shop", "拆卸单"),
        "opening_stock": translate("shop", "期初库存单"),
        "opening_balance": translate("shop", "期初余额单"),
        "warehouse": translate("shop", "仓库"),
        "employee": translate("shop", "职员"),
        "supplier_price": translate("shop", "供应商价目"),
        "stock_bound": translate("shop", "仓库上下限"),
        "product": translate("shop", "商品"),
        "category": translate("shop", "类别"),
        "customer": translate("shop", "客户"),
        "supplier": translate("shop", "供应商"),
        "user": translate("shop", "用户"),
        "member": translate("shop", "会员"),
        "member_level": translate("shop", "会员级别"),
        "promotion": translate("shop", "促销"),
        "stored_value_topup": translate("shop", "储值充值单"),
        "stored_value_refund": translate("shop", "储值退款单"),
        "points_change": translate("shop", "积分变动单"),
        "approval_rule": translate("shop", "审批规则"),
        "partner_price": translate("shop", "客户价"),
        "price_change": translate("shop", "调价单"),
    }


def verb_words() -> dict[str, str]:
    """What is done to documents and cards, as people say it."""
    return {
        "post": translate("shop", "过账"),
        "reverse": translate("shop", "红冲"),
        "void": translate("shop", "作废"),
        "submit": translate("shop", "提交"),
        "approve": translate("shop", "审核"),
        "reject": translate("shop", "驳回"),
        "withdraw": translate("shop", "撤回"),
        "apply": translate("shop", "生效"),
        "unapprove": translate("shop", "反审核"),
        "close": translate("shop", "关闭"),
        "reopen": translate("shop", "重新打开"),
        "create": translate("shop", "新建"),
        "add": translate("shop", "新建"),
        "edit": translate("shop", "修改"),
        "rename": translate("shop", "改名"),
        "remove": translate("shop", "删除"),
        "disable": translate("shop", "停用"),
        "enable": translate("shop", "启用"),
        "erase": translate("shop", "抹去"),
        "dispose": translate("shop", "处置"),
    }


def _fields() -> dict[str, str]:
    return {
        "total": translate("shop", "金额"),
        "amount": translate("shop", "金额"),
        "expected": translate("shop", "应有"),
        "counted": translate("shop", "实点"),
        "float": translate("shop", "备用金"),
        "day": translate("shop", "日期"),
        "due": translate("shop", "应收"),
        "lines": translate("shop", "行数"),
        "goods": translate("shop", "商品"),
        "parts": translate("shop", "零件"),
        "form": translate("shop", "单据格式"),
        "printed": translate("shop", "以前打过"),
        "by": translate("shop", "红字单"),
        "profit": translate("shop", "净利润"),
        "vouchers": translate("shop", "凭证"),
        "reason": translate("shop", "原因"),
        "note": translate("shop", "说明"),
        "roles": translate("shop", "角色"),
        "count": translate("shop", "个数"),
        "name": translate("shop", "名称"),
        "price": translate("shop", "价格"),
        "codes_left": translate("shop", "剩余恢复码"),
        "act": translate("shop", "想要"),
        "costing": translate("shop", "成本算法"),
        "taxpayer": translate("shop", "纳税人"),
        "partner": translate("shop", "往来单位"),
        "maker": translate("shop", "制单人"),
        "comment": translate("shop", "意见"),
        "condition": translate("shop", "条件"),
        "step": translate("shop", "第几步"),
        "approver": translate("shop", "审核人"),
        "deputy": translate("shop", "代理人"),
        "effective": translate("shop", "生效日"),
        "first": translate("shop", "从"),
        "last": translate("shop", "到"),
        "disabled": translate("shop", "停用"),
        "department": translate("shop", "部门"),
        "commission_base": translate("shop", "提成按什么算"),
        "commission_rate": translate("shop", "提成比例"),
        "fields": translate("shop", "改了"),
    }
