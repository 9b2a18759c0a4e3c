"""Contact data for those who may not see it: 138****1234."""

from jxc_desktop.core.i18n import translate

SHOWN = 3
LAST = 4


def masked(number: str) -> str:
    """A phone number of which the middle is hidden; short ones are hidden whole."""
    if len(number) <= SHOWN + LAST:
        return "*" * len(number)
    return f"{number[:SHOWN]}{'*' * (len(number) - SHOWN - LAST)}{number[-LAST:]}"


def masked_text(text: str) -> str:
    """A person's name or an address: its first character only."""
    return text and translate("partners", "{first}**").format(first=text[0])
