"""What every printer can do, and how it says that it could not."""

from typing import Protocol

from jxc_desktop.core.errors import UserError


class PrinterError(UserError):
    """The printer did not take the job. `may_have_printed`: some of it may be on paper already."""

    def __init__(self, message: str, *, may_have_printed: bool = False) -> None:
        super().__init__(message)
        self.may_have_printed = may_have_printed


class Printer(Protocol):
    """Anything that takes a job of ready bytes."""

    def send(self, data: bytes, name: str) -> None:
        """Print `data`; `name` is what the job is called where that shows. Raises PrinterError."""
