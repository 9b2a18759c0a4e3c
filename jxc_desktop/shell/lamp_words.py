"""What the lamps say: 账实一致 after a self-check, 备份 after the last backup. Pure functions of what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.i18n import translate
from jxc_desktop.safety.backup_log import Attempt
from jxc_desktop.shell.lamp import Light

STALE = timedelta(hours=24)
OVERDUE = timedelta(hours=26)


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The outcome of the last self-check: when (ms UTC), and each problem in a sentence."""

    at: int
    problems: Sequence[str]


def consistency_light(last: SelfCheck | None, clock: Clock, *, checking: bool = False) -> Light:
    """The lamp 账实一致: red with a problem, amber while checking or a day old, else green with its time."""
    if last is not None and last.problems:
        count = len(last.problems)
        words = translate("shell", "账实不符 %n 处，看原因", "", count)
        return Light(words, "bad", last.problems[0])
    if checking:
        return Light(translate("shell", "正在核对账实"), "warn")
    if last is None:
        return Light(translate("shell", "还没核对账实"), "warn")
    if _passed(last.at, clock) >= STALE:
        return Light(
            translate("shell", "账实一致，超过一天没核对"), "warn", _told_at(last.at, clock)
        )
    return Light(translate("shell", "账实一致 ✓"), "ok", _told_at(last.at, clock))


def backup_light(
    last: Attempt | None, latest: Attempt | None, clock: Clock, *, running: bool = False
) -> Light:
    """The lamp 备份: `last` is the last one made, `latest` the last attempt, which may have failed."""
    if running:
        return Light(translate("shell", "正在备份"), "warn")
    problem = latest.problem if latest is not None and not latest.file else ""
    if last is None:
        words = translate("shell", "备份没有做成") if problem else translate("shell", "还没有备份")
        return Light(words, "bad" if problem else "warn", problem)
    when = _short(last.at, clock)
    passed = _passed(last.at, clock)
    if passed >= OVERDUE:
        hours = int(passed.total_seconds() // 3600)
        words = translate("shell", "备份已过 {hours} 小时").format(hours=hours)
        return Light(words, "bad", problem or when)
    if problem:
        return Light(translate("shell", "备份没有做成"), "bad", problem)
    if not last.verified:
        return Light(
            translate("shell", "备份 {time} 未验证").format(time=when), "warn", last.problem
        )
    return Light(translate("shell", "备份 {time} 已验证").format(time=when), "ok", last.folder)


def _passed(at: int, clock: Clock) -> timedelta:
    return timedelta(milliseconds=clock.milliseconds() - at)


def _told_at(at: int, clock: Clock) -> str:
    return translate("shell", "{time} 核对过").format(time=_short(at, clock))


def _short(at: int, clock: Clock) -> str:
    """The time of today, the day and time before that."""
    moment: datetime = clock.local(at)
    return f"{moment:%H:%M}" if moment.date() == clock.today() else f"{moment:%m-%d %H:%M}"
