"""Which passwords are taken and how they are kept."""

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.passwords import STRONG, Passwords, require_good

GOOD = ["correct horse 9", "七里香 山东 1978 雨", "Tx7-kkq-29b", "mybluecarrot", "9 Äpfel im Korb"]
BAD = {
    "": "太短",
    "Ab3-x9!": "太短",
    "x" * 129: "太长",
    "12345678": "容易猜",
    "1234567890": "容易猜",
    "98765432": "容易猜",
    "abcdefgh": "容易猜",
    "qwertyuiop": "容易猜",
    "QWERTYUI": "容易猜",
    "1qaz2wsx": "容易猜",
    "12341234": "容易猜",
    "aaaaaaaaaaaa": "容易猜",
    "ababababab": "容易猜",
    "PassWord1": "容易猜",
    "woaini1314": "容易猜",
    "xiaoli1978": "名字",
    "my-XiaoLi-9": "名字",
    "１２３４５６７８": "容易猜",
}


@pytest.mark.parametrize("password", GOOD)
def test_a_good_password_is_taken(password: str) -> None:
    require_good(Secret(password), "xiaoli", "小李", "a", "")


@pytest.mark.parametrize(("password", "why"), BAD.items())
def test_a_bad_password_is_refused_with_the_reason(password: str, why: str) -> None:
    with pytest.raises(InvalidInput, match=why) as refused:
        require_good(Secret(password), "xiaoli", "小李")
    assert refused.value.field == "password"
    assert not password or password not in refused.value.message


def test_the_right_password_fits_and_no_other(light: Passwords) -> None:
    kept = light.kept(Secret("correct horse 9"))
    assert light.fits(kept, Secret("correct horse 9"))
    assert not light.fits(kept, Secret("correct horse 8"))
    assert not light.fits(kept, Secret(""))
    assert "correct" not in kept


def test_an_input_method_left_on_does_not_lock_anybody_out(light: Passwords) -> None:
    kept = light.kept(Secret("correct horse 9"))
    assert light.fits(kept, Secret("ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　９"))


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_two_passwords_never_fit_each_other(one: str, other: str) -> None:
    import unicodedata

    light = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    same = unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
    assert light.fits(light.kept(Secret(one)), Secret(other)) == same


def test_the_same_password_is_kept_differently_each_time(light: Passwords) -> None:
    assert light.kept(Secret("correct horse 9")) != light.kept(Secret("correct horse 9"))


@pytest.mark.parametrize("kept", ["", "plain text", "$argon2id$v=19$m=8,t=1,p=1$broken"])
def test_a_damaged_hash_lets_nobody_in(light: Passwords, kept: str) -> None:
    assert not light.fits(kept, Secret("correct horse 9"))
    assert not light.fits(kept, Secret(kept))


def test_the_program_itself_uses_argon2id_with_64_mib_and_three_passes() -> None:
    parameters = extract_parameters(STRONG.kept(Secret("correct horse 9")))
    assert parameters.type is Type.ID
    assert (parameters.memory_cost, parameters.time_cost) == (65536, 3)


def test_a_hash_of_other_parameters_is_outdated(light: Passwords) -> None:
    assert STRONG.outdated(light.kept(Secret("correct horse 9")))
    assert not light.outdated(light.kept(Secret("correct horse 9")))
