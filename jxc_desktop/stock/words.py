"""The words of stock: why goods moved."""

from jxc_desktop.core.i18n import translate


def move_word(kind: str) -> str:
    """The kind of a move as people say it."""
    words = {
        "brought_forward": translate("stock", "期初结存"),
        "receipt": translate("stock", "入库"),
        "issue": translate("stock", "出库"),
        "return": translate("stock", "退回"),
        "opening": translate("stock", "期初"),
        "transfer": translate("stock", "调拨"),
        "other_in": translate("stock", "其他入库"),
        "other_out": translate("stock", "其他出库"),
        "loss": translate("stock", "报损"),
        "gain": translate("stock", "报溢"),
        "reversal": translate("stock", "红冲"),
        "cost_adjustment": translate("stock", "成本调整"),
        "recost": translate("stock", "重算成本"),
        "true_up": translate("stock", "成本补差"),
    }
    return words.get(kind, kind)
