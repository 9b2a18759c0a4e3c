"""Secrets: a type that never shows itself, and the keyring of this machine to keep them in.

Where there is no real keyring nothing is kept: whoever needs the secret is asked each time. Nothing here ever
writes a secret to a file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate

HIDDEN = "•••"
SERVICE = "jxc_desktop"
"""Under which name the keyring files our secrets."""
_SAFE_BACKENDS = frozenset(
    {
        "keyring.backends.macOS",
        "keyring.backends.Windows",
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
    }
)
"""Backends that encrypt. The null backend drops secrets silently, others write them down as they are."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A password, a code or a key that prints as dots in logs, tracebacks and messages."""

    _value: str

    def reveal(self) -> str:
        """The secret itself, for the one place that must have it."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        return HIDDEN

    def __format__(self, spec: str) -> str:
        return HIDDEN

    def __reduce__(self) -> str:
        raise TypeError("a Secret is never pickled")


class NoKeyring(UserError):
    """This machine has no keyring that encrypts, so nothing can be kept."""


class SecretStore(Protocol):
    """Keeps secrets by name for the person logged in to this machine."""

    def get(self, name: str) -> Secret | None:
        """The secret kept under `name`, or None; raises `NoKeyring`."""
        ...

    def put(self, name: str, secret: Secret) -> None:
        """Keep `secret`, replacing an older one; raises `NoKeyring` rather than writing it in the clear."""
        ...

    def forget(self, name: str) -> None:
        """Remove the secret kept under `name`, if there is one; raises `NoKeyring`."""
        ...


class MemoryStore:
    """Keeps secrets until the process ends, for tests and for one session's work."""

    def __init__(self) -> None:
        self._kept: dict[str, Secret] = {}

    def get(self, name: str) -> Secret | None:
        return self._kept.get(name)

    def put(self, name: str, secret: Secret) -> None:
        self._kept[name] = secret

    def forget(self, name: str) -> None:
        self._kept.pop(name, None)


class KeyringStore:
    """The keyring of the operating system: Keychain, Credential Locker, Secret Service or KWallet."""

    def usable(self) -> bool:
        """Whether there is a keyring that encrypts; if not, ask for the secret each time."""
        import keyring

        chosen = keyring.get_keyring()
        members = getattr(chosen, "backends", [chosen])
        return bool(members) and all(type(one).__module__ in _SAFE_BACKENDS for one in members)

    def get(self, name: str) -> Secret | None:
        import keyring

        self._require()
        with _telling():
            value = keyring.get_password(SERVICE, name)
        return None if value is None else Secret(value)

    def put(self, name: str, secret: Secret) -> None:
        import keyring

        self._require()
        with _telling():
            keyring.set_password(SERVICE, name, secret.reveal())
            kept = keyring.get_password(SERVICE, name)
        if kept != secret.reveal():
            raise _no_keyring()

    def forget(self, name: str) -> None:
        import keyring

        self._require()
        with _telling():
            if keyring.get_password(SERVICE, name) is not None:
                keyring.delete_password(SERVICE, name)

    def _require(self) -> None:
        if not self.usable():
            raise _no_keyring()


@contextmanager
def _telling() -> Iterator[None]:
    """Turn what a keyring cannot do (locked, gone) into the sentence for people."""
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as error:
        raise _no_keyring() from error


def _no_keyring() -> NoKeyring:
    return NoKeyring(
        translate("core", "这台电脑没有可用的钥匙串，密码不会保存在这里。每次用时再输入")
    )
