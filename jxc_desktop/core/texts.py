"""Texts that people type or paste, without what nobody sees."""

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def tidy(text: str) -> str:
    """`text` with single spaces, without controls, zero-width characters and halves of characters."""
    if not text.isprintable():
        text = "".join(_seen(character) for character in text)
    return " ".join(text.split())


def typed_code(text: str) -> str:
    """A code as it was meant: half-width, without blanks at its ends or anything unseen."""
    return tidy(unicodedata.normalize("NFKC", text))


def _seen(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character
