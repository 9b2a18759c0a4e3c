#!/usr/bin/env python3
"""One command for whoever works on the program: `python dev.py run`, `python dev.py test`, ….

It needs nothing but Python 3.11: it makes its own environment in `.venv` from the hash-pinned lock, and,
when it may, installs the few system libraries that Qt wants on a bare Debian. `python dev.py` lists the
commands; whatever follows a command is passed on.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  whoever starts it with an older one shall read why
    sys.exit("dev.py: Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ".")

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "dev-stamp"
OUT = ROOT / "out"
LOCK = ROOT / "requirements" / "dev.txt"
RUNTIME_LOCK = ROOT / "requirements" / "runtime.txt"

OLDEST_GLIBC = (2, 34)
QT_PACKAGES = "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libbrotli1 libgssapi-krb5-2"
XCB_PACKAGES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0"
    " libxcb-shape0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0"
)
OFFSCREEN_TRIAL = "from PySide6.QtWidgets import QApplication; QApplication([])"
XCB_TRIAL = (
    "import ctypes, pathlib, PySide6;"
    " root = pathlib.Path(PySide6.__file__).parent;"
    " ctypes.CDLL(str(root / 'Qt' / 'plugins' / 'platforms' / 'libqxcb.so'))"
)
SYSTEM_TOOLS = {"powerloss": "strace", "hledger": "hledger", "xvfb": "xvfb-run"}
"""Marker of tests → the program they cannot do without."""


class Trouble(Exception):
    """Something the person at the keyboard can put right, in one sentence."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # standard output belongs to the commands


def in_ci() -> bool:
    return os.environ.get("CI") == "true"


def has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the environment ------------------------------------------------------------------------------


def prepare() -> None:
    """Make or refresh `.venv`; nothing to do when neither lock, project nor Python changed."""
    refuse_old_system()
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    say("Setting up .venv from requirements/dev.txt; the first time takes some minutes.")
    make_venv()
    pip("install", "--require-hashes", "-r", str(LOCK))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    ensure_qt_libraries()
    STAMP.write_text(wanted, "utf-8")


def fingerprint() -> str:
    """What the environment was made from; another value means it must be made again."""
    parts = [f"{sys.version_info[:2]} {sys.platform} display={has_display()}".encode()]
    parts += [path.read_bytes() for path in (LOCK, ROOT / "pyproject.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def refuse_old_system() -> None:
    if not sys.platform.startswith("linux"):
        return
    found = glibc()
    if found is None:
        raise Trouble("Qt for Python needs a Linux with glibc; this has another C library.")
    if found < OLDEST_GLIBC:
        raise Trouble(
            f"glibc {found[0]}.{found[1]} is too old, Qt for Python needs 2.34 or newer"
            " (Debian 12, Ubuntu 22.04)."
        )


def glibc() -> tuple[int, int] | None:
    """The version of the running C library; None where it is not glibc."""
    try:
        name = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (ValueError, OSError):
        return None
    found = re.search(r"(\d+)\.(\d+)", name)
    return (int(found[1]), int(found[2])) if found else None


def make_venv() -> None:
    if venv_fits() or Path(sys.prefix) == VENV:
        return
    if getattr(importlib.util.find_spec("ensurepip"), "origin", None) is None:
        package = f"python3.{sys.version_info[1]}-venv"
        install_system(package, "Python's own pip (ensurepip) is not installed")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)]).returncode:
        raise Trouble(f"{VENV} could not be made; what Python said stands above.")


def venv_fits() -> bool:
    """Whether `.venv` is there, has pip and is of the Python that runs this."""
    asked = "import sys, pip; print(*sys.version_info[:2])"
    if not PYTHON.exists():
        return False
    answer = subprocess.run([str(PYTHON), "-c", asked], capture_output=True, text=True)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    if subprocess.run(command, stdout=sys.stderr).returncode:
        raise Trouble("The libraries could not be installed; what pip said stands above.")


def ensure_qt_libraries() -> None:
    """Try Qt for real; where it cannot start, a bare Debian lacks libraries that can be had."""
    if not sys.platform.startswith("linux"):
        return
    trials = [(OFFSCREEN_TRIAL, QT_PACKAGES)]
    if has_display():
        trials.append((XCB_TRIAL, f"{QT_PACKAGES} {XCB_PACKAGES}"))
    for program, packages in trials:
        if qt_complaint(program):
            install_system(packages, "Qt cannot start: " + qt_complaint(program))
            if still := qt_complaint(program):
                raise Trouble(f"Qt cannot start: {still}.")


def qt_complaint(program: str) -> str:
    """Why `program` cannot run in the environment, in one line; empty when it can."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        [str(PYTHON), "-c", program], capture_output=True, text=True, env=environment
    )
    if answer.returncode == 0:
        return ""
    lines = answer.stderr.strip().splitlines()
    return lines[-1].rstrip(".") if lines else f"it ended with {answer.returncode}"


def install_system(packages: str, reason: str) -> None:
    """Install Debian packages when this is root, else say exactly what to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages.split()]
    if not shutil.which("apt-get"):
        raise Trouble(f"{reason}; install what your system calls {packages}.")
    if os.geteuid() != 0:
        raise Trouble(f"{reason}; type: sudo {' '.join(command)}")
    say(f"{reason}; installing {packages}.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], stdout=sys.stderr, env=quiet)
    if subprocess.run(command, stdout=sys.stderr, env=quiet).returncode:
        raise Trouble(f"{reason}, and apt-get could not install it; what it said stands above.")


# --- running the program ----------------------------------------------------------------------------


def python(*arguments: str, **variables: str) -> int:
    """Run Python of the environment where the caller stands; its exit code."""
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    return subprocess.run([str(PYTHON), *arguments], env=environment).returncode


def platform_variables() -> dict[str, str]:
    """Without a display Qt draws into memory."""
    if has_display() or "QT_QPA_PLATFORM" in os.environ:
        return {}
    return {"QT_QPA_PLATFORM": "offscreen"}


def run(arguments: list[str]) -> int:
    """Open the program on a sample shop; without a display, play the demonstration into ./out."""
    prepare()
    if not has_display():
        say("There is no display, so the demonstration is played without one.")
        return play_demo(["-o", str(OUT), *arguments])
    shop = OUT / "sample.jxc"
    if not shop.exists():
        make_sample(shop)
    return python("-m", "jxc_desktop", "--shop", str(shop), *arguments)


def make_sample(shop: Path) -> None:
    shop.parent.mkdir(exist_ok=True)
    say(f"Making a sample shop in {shop}.")
    if python("-m", "jxc_desktop", "--shop", str(shop), "init", "--sample"):
        shop.unlink(missing_ok=True)
        raise Trouble("The sample shop could not be made; what the program said stands above.")


def demo(arguments: list[str]) -> int:
    """Play a shop's day through the real window; pictures and papers go to ./out (or -o DIR)."""
    prepare()
    return play_demo(arguments if "-o" in arguments else ["-o", str(OUT), *arguments])


def play_demo(arguments: list[str]) -> int:
    code = python("-m", "jxc_desktop", "demo", *arguments, **platform_variables())
    if code == 0:
        say(f"The pictures are in {Path(arguments[arguments.index('-o') + 1]).resolve()}.")
    return code


def jxc(arguments: list[str]) -> int:
    """A verb of the machine interface: jxc --shop my.jxc report trial_balance."""
    prepare()
    return python("-m", "jxc_desktop", *arguments, **platform_variables())


def bench(arguments: list[str]) -> int:
    """The benchmarks beside their rivals: bench [NAME] [--scale small|full]."""
    prepare()
    return python("-m", "benchmarks", *arguments, **platform_variables())


# --- tests --------------------------------------------------------------------------------------------


def test(arguments: list[str]) -> int:
    """The tests; arguments go to pytest."""
    prepare()
    options = ["--durations=15"] if in_ci() else []
    if not arguments:  # a part is sooner done than workers are started
        options += ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
    return pytest([*options, *without_tools(arguments), *arguments])


def reliability(arguments: list[str]) -> int:
    """The reliability suites (kills, power cuts, faults, soak) at full scale."""
    prepare()
    return pytest([*arguments, "tests/reliability"], RELIABILITY_SCALE="full")


def pytest(arguments: list[str], **variables: str) -> int:
    if "QT_QPA_PLATFORM" not in os.environ:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return python("-m", "pytest", *arguments, **variables)


def without_tools(arguments: list[str]) -> list[str]:
    """Options that leave out tests whose system tool is missing; in CI a missing tool is a failure."""
    linux = sys.platform.startswith("linux")  # strace and Xvfb are Linux's
    missing = {
        marker: program
        for marker, program in SYSTEM_TOOLS.items()
        if not (linux and shutil.which(program))
    }
    if missing and in_ci():
        raise Trouble(f"CI must not skip: {', '.join(missing.values())} is not installed.")
    for marker, program in missing.items():
        say(f"{program} is not installed, so the tests marked {marker} are left out.")
    if not missing or "-m" in arguments:
        return []
    return ["-m", " and ".join(f"not {marker}" for marker in missing)]


# --- checks -------------------------------------------------------------------------------------------


def check(_arguments: list[str]) -> int:
    """Everything but the tests: style, types, import order, forms, translations."""
    prepare()
    stages: dict[str, Callable[[], int]] = {
        "ruff check": lambda: python("-m", "ruff", "check", "."),
        "ruff format": lambda: python("-m", "ruff", "format", "--check", "."),
        "mypy": lambda: python("-m", "mypy", "--strict", "jxc_desktop", "dev.py"),
        "import order": lambda: tool("lint-imports", "--no-logo"),
        "forms": lambda: python("-m", "installer.forms"),
        "translations": lambda: python("-m", "installer.strings", "check"),
    }
    failed = [name for name, stage in stages.items() if timed(name, stage)]
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def timed(name: str, stage: Callable[[], int]) -> int:
    say(f"--- {name}")
    start = time.monotonic()
    code = stage()
    if in_ci():
        say(f"    {time.monotonic() - start:.1f} s")
    return code


def tool(name: str, *arguments: str) -> int:
    """Run a command that the environment installed beside its Python."""
    command = shutil.which(name, path=str(BIN)) or str(BIN / name)
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run([command, *arguments], env=environment).returncode


def strings(_arguments: list[str]) -> int:
    """Bring resources/i18n/en.ts up to date with the strings in the code."""
    prepare()
    return python("-m", "installer.strings", "update")


# --- upkeep -------------------------------------------------------------------------------------------


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml into requirements/*.txt and the notices (--upgrade: newer versions)."""
    if not shutil.which("uv", path=str(BIN)):
        prepare()
    RUNTIME_LOCK.parent.mkdir(exist_ok=True)
    runtime = RUNTIME_LOCK.relative_to(ROOT).as_posix()
    extras = ["--extra", "postgres", "--extra", "serial", "--extra", "usb"]  # what a bundle holds
    code = resolve(RUNTIME_LOCK, *extras, *arguments)
    code = code or resolve(LOCK, "--all-extras", "--constraints", runtime, *arguments)
    if code == 0:
        prepare()
        code = python("-m", "installer.notices")
    return code


def resolve(target: Path, *options: str) -> int:
    """Write hashes and no addresses, for all three systems and every Python from 3.11."""
    fixed = "--universal --generate-hashes --no-emit-index-url --python-version 3.11 --quiet"
    remade = ["--custom-compile-command", "python dev.py lock"]
    output = ["-o", target.relative_to(ROOT).as_posix()]
    return tool(
        "uv", "pip", "compile", "pyproject.toml", *fixed.split(), *remade, *options, *output
    )


def clean(_arguments: list[str]) -> int:
    """Remove what tools made: .venv, out, build, dist, caches."""
    made = [VENV, OUT, ROOT / "build", ROOT / "dist", *ROOT.glob(".*_cache"), ROOT / ".hypothesis"]
    made += [
        path for home in ("jxc_desktop", "tests") for path in (ROOT / home).rglob("__pycache__")
    ]
    for path in made:
        if path.exists():
            shutil.rmtree(path)
            say(f"removed {path.relative_to(ROOT)}")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command
    for command in (run, test, check, jxc, demo, bench, reliability, lock, strings, clean)
}


TAKES_PATHS = {"run", "jxc", "demo"}
"""Commands whose arguments may name files where the caller stands; the others work in the checkout."""


def usage() -> str:
    lines = [f"  {name:12}{command.__doc__}" for name, command in COMMANDS.items()]
    return "\n".join(["python dev.py COMMAND [ARGUMENTS]", *lines])


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        say(usage())
        return 0 if arguments[:1] in (["-h"], ["--help"], ["help"]) else 2
    name, *rest = arguments
    if name not in TAKES_PATHS:
        os.chdir(ROOT)
    try:
        return COMMANDS[name](rest)
    except Trouble as trouble:
        say(f"dev.py: {trouble}")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
