"""Texts on their way into CSV: a spreadsheet must never take one for a formula."""

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def guarded_text(text: str) -> str:
    """`text` with an apostrophe before a beginning that a spreadsheet would calculate."""
    return f"{_MARK}{text}" if text.lstrip(_MARK).startswith(_STARTS) else text


def unguarded_text(text: str) -> str:
    """The text that `guarded_text` was given."""
    return text[1:] if text.startswith(_MARK) and guarded_text(text[1:]) == text else text
