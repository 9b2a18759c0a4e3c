"""Errors that a person can put right, told in one sentence.

Whatever is not a `UserError` is a bug: the window shows the crash dialog, the command line exits with 2.
"""


class UserError(Exception):
    """Something the user can put right.

    `message` says what happened and what to do, in one sentence of the user's language. `field` names
    the place in the input (`lines[0].quantity`), where there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def at(self, field: str) -> "UserError":
        """The same error, placed at `field` unless it already names its place."""
        self.field = self.field or field
        return self


class InvalidInput(UserError):
    """A value that cannot be right whatever the shop holds: a malformed number, an unknown field."""


class InvalidNumber(InvalidInput):
    """A text that is no number, or is finer or larger than the field takes."""


class NotFound(UserError):
    """A code, barcode or number that nothing in the shop bears."""


class Refused(UserError):
    """A rule of the shop forbids it now: a closed month, too little stock, a document already posted."""


class Forbidden(UserError):
    """The user at work lacks the right.

    `lendable` names one that somebody who has it may lend on the spot, so that the same act goes through.
    """

    def __init__(self, message: str, *, field: str | None = None, lendable: str = "") -> None:
        super().__init__(message, field=field)
        self.lendable = lendable


class KeyReused(UserError):
    """The same idempotency key came again with other content."""


class ShopFileError(UserError):
    """The shop file cannot be used: damaged, newer, foreign, on a share, or open elsewhere."""
