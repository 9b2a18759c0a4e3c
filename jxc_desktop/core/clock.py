"""The one place that asks what time it is, so that tests and replays can say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Days that can be asked for: the months before and after them must be days too."""


def _system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of the shop: `now` gives aware UTC, `zone` the shop's own days."""

    now: Callable[[], datetime] = field(default=_system_now)
    zone: ZoneInfo = SHANGHAI

    def milliseconds(self) -> int:
        """Milliseconds since 1970 UTC, as moments are stored."""
        return int(self.now().timestamp() * 1000)

    def today(self) -> date:
        """The calendar day in the shop."""
        return self.now().astimezone(self.zone).date()

    def local(self, moment: int) -> datetime:
        """A stored moment as wall time in the shop."""
        return datetime.fromtimestamp(moment / 1000, self.zone)


def fixed_clock(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> Clock:
    """A clock that stands still at a Shanghai wall time, for tests and demonstrations."""
    moment = datetime(year, month, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)
    return Clock(now=lambda: moment)
