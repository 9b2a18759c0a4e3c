"""The program's own log: what went wrong, for diagnostics. No business data, no secrets, no personal data.

One JSON object per line, so that the diagnostics bundle can pick fields. What people typed or the shop holds does
not belong here; should it slip into a message or a traceback, it is blotted out before it reaches the disk.
"""

import json
import logging
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_log_dir

LOG_NAME = "jxc.log"
LARGEST = 2**20
KEPT = 5
BLOT = "•••"

_GIVEAWAYS = (
    r"password|passwd|passphrase|pwd|secret|token|api[_-]?key|pin|recovery[_ ]?code|"
    r"密码|口令|恢复码|密钥|付款码"
)
_BLOTTED: tuple[tuple[re.Pattern[str], str], ...] = (
    # SQLAlchemy shows the values of a failed statement: business data.
    (re.compile(r"\[parameters: .*?\](?=\n|$)", re.DOTALL), f"[parameters: {BLOT}]"),
    (re.compile(r"(DETAIL:\s*).*"), rf"\1{BLOT}"),
    # user:password@ in database addresses.
    (re.compile(r"(://[^\s:/@]*:)[^\s@]+(?=@)"), rf"\1{BLOT}"),
    (
        re.compile(
            rf"""((?:{_GIVEAWAYS})["']?\s*(?:[=:：]|是|为)\s*)("[^"]*"|'[^']*'|[^\s,;，；]+)""",
            re.IGNORECASE,
        ),
        rf"\1{BLOT}",
    ),
    (re.compile(r"(PRAGMA\s+(?:re)?key\s*=\s*).*", re.IGNORECASE), rf"\1{BLOT}"),
    (re.compile(r"\$argon2\w*\$\S+"), BLOT),
    # Identity numbers, bank cards, payment codes: 15 digits and more, also in groups.
    (re.compile(r"(?<![\dA-Fa-f])\d(?:[ -]?\d){14,}[Xx]?(?![\dA-Fa-f])"), BLOT),
    # Mobile numbers, also +86 138 1234 5678.
    (re.compile(r"(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"), BLOT),
)


def redacted(text: str) -> str:
    """`text` with passwords, cards, payment codes, identity and mobile numbers blotted out."""
    for pattern, replacement in _BLOTTED:
        text = pattern.sub(replacement, text)
    return text


class LineFormatter(logging.Formatter):
    """One redacted JSON object per record: at, level, logger, thread, message, and the traceback if any."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "thread": record.threadName,
            "message": redacted(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = redacted(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class LogFile(RotatingFileHandler):
    """The rotating file of this program, readable by its user only."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
        self.setFormatter(LineFormatter())
        self.rotator = _rename_unless_in_use


def set_up_log(folder: Path | None = None, *, level: int = logging.INFO) -> Path:
    """Send every record of this process to the log file and return its path; a second call moves it.

    A folder that cannot be written to takes the log away but never keeps the program from starting.
    """
    path = (folder or Path(user_log_dir("jxc_desktop", appauthor=False))) / LOG_NAME
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, LogFile)]:
        root.removeHandler(old)
        old.close()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        sys.stderr.write(f"no log: {path}: {error.strerror}\n")
        return path
    root.addHandler(LogFile(path))
    root.setLevel(level)
    logging.captureWarnings(True)
    return path


def _rename_unless_in_use(source: str, target: str) -> None:
    # Windows renames no file that another window or a command line run holds open: go on in the same
    # file and try again at the next record.
    with suppress(PermissionError):
        Path(source).replace(target)
