"""The whole demonstration: an empty folder, the steps of the day in order, the other pictures, the summaries."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jxc_desktop.app import make_application
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.log import set_up_log
from jxc_desktop.demo import counter, evening, morning, office_work
from jxc_desktop.demo.camera import Camera
from jxc_desktop.demo.day import SHOP, Day
from jxc_desktop.demo.diary import JSON, MADE_BY, Diary
from jxc_desktop.demo.gallery import NOON, begin_sample, open_sample, take_pictures
from jxc_desktop.demo.reckoning import shown
from jxc_desktop.demo.stage import Stage, moment_of
from jxc_desktop.demo.trouble import DemoFailed

_MONEY = frozenset(
    {"received", "delivered", "sold", "returned", "drawer", "counted", "stock", "debit", "credit"}
)

Told = Callable[[str], None]


def steps() -> list[tuple[str, Callable[[Day], None]]]:
    """The day, step by step."""
    return [
        (translate("demo", "空电脑：新建账套、老板密码、恢复码、登录"), morning.open_the_shop),
        (translate("demo", "记下供应商和客户"), morning.write_down_firms),
        (translate("demo", "导入商品表"), morning.import_goods),
        (translate("demo", "采购入库：扫码和键盘，过账，打印"), office_work.receive_goods),
        (translate("demo", "销售出库：拼音首字母，赊销，打印"), office_work.deliver_goods),
        (translate("demo", "开班"), counter.open_till),
        (translate("demo", "收银：五张小票，折扣、挂单、混合收款、重打"), counter.sell),
        (translate("demo", "退货"), counter.take_back),
        (translate("demo", "交班"), counter.close_shift),
        (translate("demo", "看账：科目余额表，PDF 和 Excel"), evening.read_the_books),
        (translate("demo", "进销存汇总表"), evening.read_the_stock),
        (translate("demo", "销售汇总表"), evening.read_the_sales),
        (translate("demo", "老板看板"), evening.look_at_the_figures),
        (translate("demo", "备份并验证，账实自检"), evening.back_up),
        (translate("demo", "关店"), evening.go_home),
    ]


def play(folder: Path, language: str, *, short: bool, told: Told) -> Path:
    """Play it all into `folder`; returns the summary for people. Raises `DemoFailed`."""
    _make_room(folder)
    sample = folder / SHOP / "sample.jxc"
    (folder / SHOP).mkdir()
    writing = begin_sample(sample, moment_of(NOON).timestamp())
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    application = make_application()
    set_up_log(folder / SHOP)
    stage = Stage(application, folder / SHOP, language)
    diary = Diary(folder)
    diary.write()
    day = Day(stage, Camera(folder), diary, folder)
    for title, do in steps():
        told(title)
        with day.step(title):
            do(day)
    with day.step(translate("demo", "示例账套：各个页面的图")):
        told(translate("demo", "示例账套：各个页面的图"))
        day.stage = Stage(application, folder / SHOP / "gallery", "zh")
        open_sample(day, sample, writing)
        take_pictures(day, short=short)
        day.stage.leave()
    _take_figures(day)
    diary.done = True
    diary.write()
    return folder / "summary.md"


def _take_figures(day: Day) -> None:
    """The figures in the order of the summary, money as people write it."""
    found = {**day.diary.figures, **day.figures}
    day.diary.figures = {
        name: shown(value) if name in _MONEY else value for name, value in found.items()
    }


def _make_room(folder: Path) -> None:
    """Take away what an earlier demonstration left, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    summary = folder / JSON
    if summary.exists():
        before = json.loads(summary.read_text("utf-8"))
        if before.get("made_by") != MADE_BY:
            raise DemoFailed(
                translate("demo", "{file} 不是演示留下的。换一个文件夹").format(file=summary)
            )
        for name in before["files"]:
            (folder / name).unlink(missing_ok=True)
        shutil.rmtree(folder / SHOP, ignore_errors=True)
    if (folder / SHOP).exists():
        raise DemoFailed(
            translate("demo", "{folder} 里已经有东西。换一个文件夹").format(folder=folder / SHOP)
        )
