"""How the command line speaks: JSON in UTF-8 on standard output, sentences on standard error."""

import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jxc_desktop.core.errors import InvalidInput, ShopFileError
from jxc_desktop.core.i18n import translate


def speak_utf8() -> None:
    """Let both outputs be UTF-8 with plain line ends on every system, whatever the console thinks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def heard(words: Sequence[str]) -> list[str]:
    """The words as typed, read as UTF-8 even where the console's own encoding is too poor for them."""
    try:
        return [os.fsencode(word).decode() if not word.isascii() else word for word in words]
    except UnicodeError as error:
        raise InvalidInput(translate("cli", "命令里有不是 UTF-8 的字。改用 UTF-8")) from error


def say(answer: Any) -> None:
    """One answer as one line of JSON, sent off at once."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """One line for the person at the keyboard."""
    sys.stderr.write(" ".join(sentence.splitlines()) + "\n")
    sys.stderr.flush()


def hush() -> None:
    """Nobody listens any more: let the interpreter end without complaining about it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def log_bug(error: Exception) -> str:
    """Write the traceback of a bug into the log and return the log's path."""
    import logging

    from jxc_desktop.core.log import set_up_log

    path = set_up_log()
    logging.getLogger("jxc_desktop.cli").error("bug", exc_info=error)
    return str(path)


def hand_over(content: bytes, file: str | None, *, binary: bool = False) -> None:
    """Finished bytes into a file that is whole or not there, or as they are on standard output."""
    if file:
        path = Path(file)
        _write(path, content)
        say({"file": str(path), "bytes": len(content)})
        return
    if binary and sys.stdout.isatty():
        raise InvalidInput(translate("cli", "这种格式不能显示在屏幕上。用 -o 写进文件"))
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(path.name + ".tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ShopFileError(
            translate("cli", "写不进 {file}：{reason}。换一个能写的文件夹").format(
                file=path, reason=error.strerror
            )
        ) from error
