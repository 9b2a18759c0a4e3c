"""The stages of an import and what each says: in the list of steps, on the main button, in the bar below."""

from enum import IntEnum

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.ui.step_list import Step
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.formats import count_text


class Stage(IntEnum):
    """Where the person is."""

    FILE = 0
    HEADINGS = 1
    CHECK = 2
    TRIAL = 3
    WRITE = 4
    REPORT = 5


def steps() -> tuple[Step, ...]:
    """The steps in the order of `Stage`."""
    return (
        Step(translate("imports", "选文件"), translate("imports", "Excel 或 csv")),
        Step(translate("imports", "对表头"), translate("imports", "哪一列是什么")),
        Step(translate("imports", "预检"), translate("imports", "逐格检查")),
        Step(translate("imports", "试算"), translate("imports", "与原表合计核对")),
        Step(translate("imports", "写入"), translate("imports", "要么全部，要么不写")),
        Step(translate("imports", "对账报告"), translate("imports", "每一行去了哪里")),
    )


def main_word(stage: Stage, looked: LookedOver | None, *, without_backup: bool) -> str:
    """What the main button does now."""
    words = {
        Stage.FILE: translate("imports", "对表头"),
        Stage.HEADINGS: translate("imports", "预检"),
        Stage.CHECK: translate("imports", "去试算"),
        Stage.WRITE: translate("imports", "正在写入"),
        Stage.REPORT: translate("imports", "再导一个"),
    }
    if looked is None:
        return words.get(stage, words[Stage.WRITE])
    rows, bad = count_text(len(looked.checked.rows)), len(looked.checked.bad)
    if stage is Stage.CHECK and bad:
        return translate("imports", "排除 {bad} 行，去试算").format(bad=count_text(bad))
    if stage is not Stage.TRIAL:
        return words[stage]
    if without_backup:
        return translate("imports", "不备份，写入 {rows} 行").format(rows=rows)
    return translate("imports", "写入 {rows} 行").format(rows=rows)


def foot_words(stage: Stage, looked: LookedOver | None, about: str) -> tuple[str, str]:
    """What is left to do, and what of it is urgent; while problems are looked at, `about` says all of one."""
    bad = len(looked.checked.bad) if looked else 0
    if stage is Stage.CHECK and bad:
        urgent = translate("imports", "还有 {count} 行错误。").format(count=count_text(bad))
        advice = translate("imports", "改好它们，或排除后继续；排除的行会写进清单。")
        return about or advice, urgent
    if stage is Stage.CHECK and about:
        return about, ""
    if stage is Stage.REPORT and looked:
        return _account(looked), ""
    words = {
        Stage.FILE: translate("imports", "到“写入”那一步之前，什么都不会写进账套。"),
        Stage.HEADINGS: translate("imports", "对好一次就记住，下次同样的表头不用再对。"),
        Stage.CHECK: translate("imports", "没有错误，可以试算。"),
        Stage.TRIAL: translate("imports", "数对得上就写入；对不上按 Alt+B 回去改。"),
        Stage.WRITE: translate("imports", "Esc 停下，什么也不会留下。"),
    }
    return words.get(stage, ""), ""


def _account(looked: LookedOver) -> str:
    """Every row of the file is in one of three numbers."""
    counts = (
        len(looked.whole.records), len(looked.checked.rows), looked.checked.unchanged, looked.left_out,
    )  # fmt: skip
    read, written, there, out = map(count_text, counts)
    text = translate("imports", "{read} 行：写入 {written}，已有 {there}，排除 {out}。")
    return text.format(read=read, written=written, there=there, out=out)
