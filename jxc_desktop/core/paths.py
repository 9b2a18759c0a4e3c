"""Where the program's own files lie, in a checkout, in an installed wheel and in a frozen bundle."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent
    return checkout if (checkout / "resources").is_dir() else package


def resource(*parts: str) -> Path:
    """A file of `resources/`, such as `resource("fonts", "JXCSansSC-Regular.ttf")`."""
    return _root().joinpath("resources", *parts)


def file_name_of(name: str) -> str:
    """A name that people gave something, without what no file may be called; "" where nothing is left."""
    return "".join(letter for letter in name.strip() if letter not in '\\/:*?"<>|')


def form(*parts: str) -> Path:
    """A file of `forms/`, such as `form("ui", "login.ui")`."""
    return _root().joinpath("forms", *parts)
