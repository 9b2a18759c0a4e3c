"""Yes and no in the words of many tables."""

import unicodedata

from jxc_desktop.catalog.drafts import LOT, SERIAL
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import plain

_YES = frozenset({
    "是", "对", "有", "真", "√", "✓", "✔", "☑", "y", "yes", "true", "t", "1", "on",
})  # fmt: skip
_NO = frozenset({
    "否", "不", "不是", "无", "没有", "假", "×", "✗", "✘", "☐", "x", "n", "no", "false", "f",
    "0", "off", "-", "—",
})  # fmt: skip
_IN_USE = frozenset(
    ["启用", "已启用", "正常", "在用", "使用", "在售", "上架", "有效", "enabled", "active"]
)
_NOT_IN_USE = frozenset({
    "停用", "已停用", "禁用", "停售", "下架", "淘汰", "作废", "无效", "注销", "disabled", "inactive",
    "discontinued",
})  # fmt: skip


_UNTRACKED = frozenset({"不管", "不管理", "none"})
_BY_LOT = frozenset({"批次", "批号", "批次管理", "lot", "batch"})
_BY_PIECE = frozenset({"序列号", "串号", "sn", "serial"})


def yes_no() -> Clean:
    """True for yes."""
    return _flag(_YES, _NO)


def enabled() -> Clean:
    """True for 启用; for columns such as 状态 and 是否启用."""
    return _flag(_YES | _IN_USE, _NO | _NOT_IN_USE)


def disabled() -> Clean:
    """True for 停用; for columns such as 停用 and discontinued, where yes means no longer in use."""
    return _flag(_YES | _NOT_IN_USE, _NO | _IN_USE)


def tracking() -> Clean:
    """How goods are told apart: 按批次, 按序列号, or not; a plain yes means by lot."""

    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell)).casefold().removeprefix("按")
        for words, value in ((_NO | _UNTRACKED, ""), (_YES | _BY_LOT, LOT), (_BY_PIECE, SERIAL)):
            if text in words:
                return value
        return Fault(
            translate("imports", "看不懂“{text}”。填 批次、序列号 或 否").format(text=text)
        )

    return cleaner(read)


def _flag(yes: frozenset[str], no: frozenset[str]) -> Clean:
    def read(cell: Filled) -> object:
        text = unicodedata.normalize("NFKC", plain(cell)).casefold()
        if text in yes:
            return True
        if text in no:
            return False
        return Fault(translate("imports", "看不懂“{text}”。填 是 或 否").format(text=text))

    return cleaner(read)
