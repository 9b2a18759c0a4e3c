"""What printed forms of any document share: how money reads, the stamp, the shop's own particulars."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.shop.settings import Settings


def money(fen: int) -> str:
    """Fen as on paper: 1234.50."""
    return text_of(fen, MONEY_PLACES)


def mark_of(head: Head) -> str:
    """The stamp of a document that takes another back, or was taken back itself."""
    if head.reverses:
        return translate("ledger", "红字")
    return translate("ledger", "已红冲") if head.reversed_by else ""


def notes_of(settings: Settings) -> tuple[str, ...]:
    """The shop's own address and telephone, where it has set them."""
    told = (
        (translate("ledger", "地址：{text}"), settings.address),
        (translate("ledger", "电话：{text}"), settings.phone),
    )
    said = [sentence.format(text=text) for sentence, text in told if text]
    return ("    ".join(said),) if said else ()
