"""What cards are worth, against exact fractions."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.members.worth import points_for, share_back, split, worth_of

FEN = st.integers(0, 10**9)
HALF = Fraction(1, 2)


def test_the_worked_numbers_of_stored_value():
    assert split(30_000, 100_000, 20_000) == (25_000, 5_000)
    assert split(7_770, 75_000, 15_000) == (6_475, 1_295)


@given(FEN, FEN, st.fractions(0, 1))
def test_a_spent_part_is_its_share_and_never_more_than_there_is(principal, bonus, part):
    amount = int(part * (principal + bonus))
    paid, given_away = split(amount, principal, bonus)
    assert paid + given_away == amount
    assert 0 <= paid <= principal
    assert 0 <= given_away <= bonus
    if principal + bonus:
        assert abs(paid - Fraction(amount * principal, principal + bonus)) <= HALF


@given(st.lists(FEN, min_size=1, max_size=20), FEN, FEN)
def test_a_card_spent_in_any_steps_ends_empty(steps, principal, bonus):
    for step in (*steps, principal + bonus):
        amount = min(step, principal + bonus)
        paid, given_away = split(amount, principal, bonus)
        principal, bonus = principal - paid, bonus - given_away
        assert principal >= 0
        assert bonus >= 0
    assert (principal, bonus) == (0, 0)


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_what_goes_back_in_parts_goes_back_whole_and_in_proportion(whole, parts):
    total, before, back = sum(parts), 0, 0
    for part in parts:
        now = share_back(whole, back, part, before, total)
        assert now >= 0
        if total and whole <= total:
            assert now <= part
        before, back = before + part, back + now
        if total:
            assert abs(back - Fraction(whole * before, total)) <= HALF
    assert back == (whole if total else 0)


@given(st.integers(0, 40), st.lists(st.integers(0, 9), min_size=1, max_size=12), st.randoms())
def test_what_was_taken_back_of_returns_in_any_order_goes_back_whole_again(whole, parts, chance):
    total, shares = sum(parts), {}
    waiting = [*range(len(parts))]
    for _turn in range(40):
        if waiting:
            place = waiting.pop(chance.randrange(len(waiting)))
            before = sum(parts[each] for each in shares)
            now = share_back(whole, sum(shares.values()), parts[place], before, total)
            assert 0 <= now <= (min(whole, parts[place]) if whole <= total else whole)
            shares[place] = now
        if not waiting:
            assert sum(shares.values()) == (whole if total else 0)
        if chance.random() < 0.4:  # a return is taken back
            place = chance.choice([*shares])
            del shares[place]
            waiting.append(place)


@given(FEN, st.integers(0, 10**7))
def test_points_are_whole_and_never_more_than_earned(paid, rate):
    exact = Fraction(paid, 100) * Fraction(rate, 10_000)
    assert points_for(paid, rate) <= exact < points_for(paid, rate) + 1


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_points_are_worth_no_more_than_they_are(points, price):
    exact = Fraction(points * 100, price)
    assert worth_of(points, price) <= exact < worth_of(points, price) + 1
