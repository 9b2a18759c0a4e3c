"""The scale beside a chart: round figures at even distances, and where a value lies among them."""

from dataclasses import dataclass

_ROUND = (1, 2, 5, 10)
"""Steps of an axis that people count in, times a power of ten."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high`, both whole steps; all in the unit of what is shown."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> range:
        """The figures that are written, from the bottom to the top."""
        return range(self.low, self.high + 1, self.step)

    def share(self, value: float) -> float:
        """How far up `value` lies: 0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.high - self.low)


def scale_for(least: int, most: int, lines: int) -> Scale:
    """A scale that holds `least` to `most` and 0 in at most `lines` steps, two where it goes below 0 as well."""
    low, high = min(least, 0), max(most, 0, min(least, 0) + 1)
    step = _round_up(-(-(high - low) // max(lines, 1)))
    while True:
        scale = Scale(low // step * step, -(-high // step) * step, step)
        if len(scale.ticks) - 1 <= max(lines, 2 if low else 1):
            return scale
        step = _round_up(step + 1)


def _round_up(value: int) -> int:
    """The next figure of 1, 2, 5, 10, 20, … that is not below `value`."""
    power = int("1" + "0" * (len(str(max(value, 1))) - 1))
    return next(each * power for each in _ROUND if each * power >= value)
