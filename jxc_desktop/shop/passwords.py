"""Passwords: which are taken, how they are kept (Argon2id, 64 MiB, three passes) and how they are tried."""

import unicodedata
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret

SHORTEST = 8
LONGEST = 128
SHORTEST_NAME = 3
"""A name of fewer letters may stand in a password: half of all passwords have an "a"."""
FEWEST_KINDS = 4
"""How many different characters a password has at least."""
_RUNS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc")
_COMMON = frozenset(
    """password password1 passw0rd p@ssw0rd letmein1 admin123 administrator iloveyou woaini1314 a1234567
    a12345678 1q2w3e4r 5201314520 qq123456 abc12345 abcd1234 asdf1234 zxcv1234 12341234 11223344 1234qwer
    shop1234 jxc12345 mima1234""".split()  # noqa: SIM905  a list of words reads as one
)


@dataclass(frozen=True, slots=True)
class Passwords:
    """How passwords are kept; tests hand in a light hasher, the program never does."""

    hasher: PasswordHasher = field(
        default_factory=lambda: PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
    )

    def kept(self, password: Secret) -> str:
        """The salted hash that may be stored."""
        return self.hasher.hash(_plain(password))

    def fits(self, kept: str | None, password: Secret) -> bool:
        """Whether `password` is the one kept; with nothing kept it costs as much and never is."""
        if kept is None:
            self.hasher.hash(_plain(password))
            return False
        try:
            return self.hasher.verify(kept, _plain(password))
        except (VerificationError, InvalidHashError):
            return False

    def outdated(self, kept: str) -> bool:
        """Whether `kept` was made with other parameters than today's and should be made again."""
        return self.hasher.check_needs_rehash(kept)


STRONG = Passwords()


def require_good(password: Secret, *names: str) -> None:
    """Refuse a password that is short, easily guessed, or says one of `names`; raises `InvalidInput`."""
    text = _plain(password)
    low = text.casefold()
    if len(text) < SHORTEST:
        raise _refused(translate("shop", "密码太短，至少要 {count} 位").format(count=SHORTEST))
    if len(text) > LONGEST:
        raise _refused(translate("shop", "密码太长，最多 {count} 位").format(count=LONGEST))
    if any(_says(low, name.casefold()) for name in names):
        raise _refused(translate("shop", "密码里不能有名字或店名。换一个"))
    if len(set(low)) < FEWEST_KINDS or low in _COMMON or _runs_on(low):
        raise _refused(translate("shop", "这个密码太容易猜。换一个，比如四个不相干的词"))


def _says(password: str, name: str) -> bool:
    return password == name or (len(name) >= SHORTEST_NAME and name in password)


def _runs_on(text: str) -> bool:
    """Whether `text` only walks along the keys or the alphabet, up or down, once or again."""
    rows = [row for run in _RUNS for row in (run * 2, run[::-1] * 2)]
    halves = {text, text[: len(text) // 2]} if text[: len(text) // 2] * 2 == text else {text}
    return any(half in row for half in halves for row in rows)


def _plain(password: Secret) -> str:
    # The same keys must give the same password whether an input method was on (full-width) or off.
    return unicodedata.normalize("NFKC", password.reveal())


def _refused(message: str) -> InvalidInput:
    return InvalidInput(message, field="password")
