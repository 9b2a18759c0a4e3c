"""Taking times: two workloads turn by turn, so that a noisy minute hurts both alike."""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of wall time and of CPU a call."""

    p50: float
    p99: float
    cpu: float
    calls: int


def timing_of(walls: list[float], cpu: float) -> Timing:
    """Seconds a call, and CPU seconds of all, as a Timing."""
    ranked = sorted(walls)
    return Timing(
        statistics.median(ranked) * 1e3,
        ranked[min(int(len(ranked) * 0.99), len(ranked) - 1)] * 1e3,
        cpu / len(ranked) * 1e3,
        len(ranked),
    )


def turn_by_turn(
    ours: Callable[[int], None], floor: Callable[[int], None], calls: int, *, warm: int = 50
) -> tuple[Timing, Timing]:
    """Run both `calls` times, alternating in blocks of 20, after `warm` calls that do not count."""
    walls: tuple[list[float], list[float]] = ([], [])
    cpus = [0.0, 0.0]
    for start in range(0, warm + calls, 20):
        for place, work in enumerate((ours, floor)):
            for number in range(start, start + 20):
                before, cpu = time.perf_counter(), time.process_time()
                work(number)
                if number >= warm:
                    walls[place].append(time.perf_counter() - before)
                    cpus[place] += time.process_time() - cpu
    return timing_of(walls[0], cpus[0]), timing_of(walls[1], cpus[1])


def peak_memory() -> float:
    """The most memory this process held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def report(name: str, goal: str, **figures: object) -> dict[str, object]:
    """Print a benchmark's figures and return them for the record."""
    print(f"\n{name}  (goal: {goal})")
    shown = {k: asdict(v) if isinstance(v, Timing) else v for k, v in figures.items()}
    for key, value in shown.items():
        print(f"  {key:<14} {_shown(value)}")
    return {"name": name, "goal": goal, **shown}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {_shown(part)}" for name, part in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)
