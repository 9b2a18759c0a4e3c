"""Amounts in capital Chinese words, as forms and vouchers bear them (大写金额)."""

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of

LARGEST = 10**18 - 1
"""Fen; the words reach up to 千万亿 (sixteen digits of yuan)."""


def amount_in_words(fen: int) -> str:
    """`fen` in capital words: 100705 → 壹仟零柒元零伍分, 0 → 零元整, negative with 负 ahead.

    整 stands after 元 and after 角, never after 分 (支付结算办法, annex 1).
    """
    import cn2an

    if abs(fen) > LARGEST:
        raise InvalidInput(translate("printing", "金额太大，写不成大写"))
    words: str = cn2an.an2cn(text_of(abs(fen), MONEY_PLACES), "rmb")
    whole = words if words.endswith(("整", "分")) else f"{words}整"
    return f"负{whole}" if fen < 0 else whole
