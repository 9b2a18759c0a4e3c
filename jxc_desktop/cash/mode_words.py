"""What settlements and bad debts are called by their modes."""

from jxc_desktop.core.i18n import translate


def settlement_words(mode: str) -> str:
    """What a settlement offsets, as people say it."""
    words = {
        "advance_receipt": translate("cash", "预收冲应收"),
        "advance_payment": translate("cash", "预付冲应付"),
        "contra": translate("cash", "应收冲应付"),
        "transfer": translate("cash", "应收转应收"),
        "supplier_transfer": translate("cash", "应付转应付"),
        "credit": translate("cash", "销售退货冲应收"),
        "supplier_credit": translate("cash", "采购退货冲应付"),
    }
    return words[mode]


def bad_debt_words(mode: str) -> str:
    """What became of a debt, as people say it."""
    words = {
        "write_off": translate("cash", "坏账损失"),
        "recovery": translate("cash", "收回已核销坏账"),
        "unpayable": translate("cash", "无法偿付的应付款"),
    }
    return words[mode]
