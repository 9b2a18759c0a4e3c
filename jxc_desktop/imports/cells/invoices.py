"""Kinds of invoices in the words of the tax platform."""

import unicodedata

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import plain


def invoice_kind() -> Clean:
    """`special` for 增值税专用发票 and the like, `ordinary` for 普通发票."""

    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell)).casefold()
        if "专" in text or text == "special":
            return "special"
        if "普" in text or text == "ordinary":
            return "ordinary"
        told = translate("imports", "看不懂“{text}”。填 专票 或 普票")
        return Fault(told.format(text=text))

    return cleaner(read)
