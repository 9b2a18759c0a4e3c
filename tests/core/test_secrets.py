"""Secrets never show themselves and never lie about in the clear."""

import copy
import pickle
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from jxc_desktop.core import secrets
from jxc_desktop.core.secrets import KeyringStore, MemoryStore, NoKeyring, Secret

CANARY = "Kanarienvogel-7431"


class Wallet(KeyringBackend):
    """A keyring as an operating system has one."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedWallet(Wallet):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")


@pytest.fixture
def wallet(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wallet]:
    before = keyring.get_keyring()
    monkeypatch.setattr(secrets, "_SAFE_BACKENDS", frozenset({__name__}))
    keyring.set_keyring(Wallet())
    yield keyring.get_keyring()  # type: ignore[misc]
    keyring.set_keyring(before)


def test_a_secret_shows_dots_and_reveals_itself_only_when_asked() -> None:
    secret = Secret(CANARY)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r:>30}", f"{[secret]}"]
    assert not any(CANARY in text for text in shown)
    assert secret.reveal() == CANARY
    assert secret == Secret(CANARY)
    assert secret != Secret("other")


def test_a_secret_is_never_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Secret(CANARY))
    with pytest.raises(TypeError):
        copy.deepcopy(Secret(CANARY))


def test_the_keyring_keeps_replaces_and_forgets(wallet: Wallet) -> None:
    store = KeyringStore()
    assert store.usable()
    assert store.get("shop") is None
    store.put("shop", Secret("one"))
    store.put("shop", Secret("two"))
    assert store.get("shop") == Secret("two")
    store.forget("shop")
    store.forget("shop")
    assert store.get("shop") is None
    assert wallet.kept == {}


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, Wallet])
def test_a_keyring_that_drops_or_bares_secrets_is_not_used(
    backend: type[KeyringBackend],
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(backend())
    try:
        store = KeyringStore()
        assert not store.usable()
        for act in (
            lambda: store.get("x"),
            lambda: store.put("x", Secret(CANARY)),
            lambda: store.forget("x"),
        ):
            with pytest.raises(NoKeyring, match="每次用时再输入"):
                act()
        assert CANARY not in str(getattr(keyring.get_keyring(), "kept", ""))
    finally:
        keyring.set_keyring(before)


def test_a_locked_keyring_is_told_in_words(wallet: Wallet) -> None:
    keyring.set_keyring(LockedWallet())
    with pytest.raises(NoKeyring):
        KeyringStore().get("shop")


def test_a_keyring_that_did_not_keep_it_is_noticed(
    wallet: Wallet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wallet, "set_password", lambda *_args: None)
    with pytest.raises(NoKeyring):
        KeyringStore().put("shop", Secret(CANARY))


def test_memory_keeps_until_told_to_forget() -> None:
    store = MemoryStore()
    store.put("a", Secret("1"))
    assert store.get("a") == Secret("1")
    store.forget("a")
    store.forget("a")
    assert store.get("a") is None
