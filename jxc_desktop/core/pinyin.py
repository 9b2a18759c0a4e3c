"""Pinyin initials of Chinese names (助记码): 可口可乐 → kkkl, 重庆 → cq.

The dictionary is read on first use, never at start. Few words give a character another initial than it has alone
(重 in 重庆); only names with such a word are cut into words, which takes a hundred times as long.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from jxc_desktop.core.search_text import plain

LONGEST = 64
"""Letters kept; nobody types more."""

_HAN = re.compile(r"[㐀-鿿豈-﫿]+")

Odd = dict[str, tuple[str, ...]]


def initials(text: str) -> str:
    """The initials of the Han characters and all letters and digits of `text`, in lower case."""
    return _HAN.sub(_spelled, plain(text))[:LONGEST]


def _spelled(run: re.Match[str]) -> str:
    usual, odd = _tables()
    text = run[0]
    if not any(word in text for character in odd.keys() & set(text) for word in odd[character]):
        return text.translate(usual)
    from pypinyin import Style, lazy_pinyin

    return plain("".join(lazy_pinyin(text, style=Style.FIRST_LETTER)))


@cache
def _tables() -> tuple[dict[int, str], Odd]:
    """The usual initial of each character, and by character the words that give it another."""
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    usual = {code: _letter(sounds) for code, sounds in pinyin_dict.items()}
    odd: dict[str, set[str]] = defaultdict(set)
    for word, sounds in phrases_dict.items():
        for character, [sound, *_] in zip(word, sounds, strict=False):
            if _letter(sound) != usual.get(ord(character)):
                odd[character].add(word)
    return usual, {character: tuple(words) for character, words in odd.items()}


def _letter(sound: str) -> str:
    """The first letter without its tone mark: ā, á → a; ń → n."""
    return unicodedata.normalize("NFD", sound)[:1]
