"""First in, first out by the worked numbers of the trade, by an oracle of exact fractions, and undone at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.stock.layers import Costed, Layer, Layers, Part, Taken
from tests.stock.oracles import Queue

Q = 10_000
"""One unit in 1e-4 units."""


def stocked(*arrivals: tuple[int, int], last_cost: int = 0) -> Layers:
    """Layers of so many units, worth so many fen, that came one after the other."""
    layers = Layers((), last_cost)
    for seq, (quantity, amount) in enumerate(arrivals, 1):
        layers.receive(seq, quantity * Q, amount)
    return layers


def told(layers: Layers) -> list[tuple[int, int]]:
    """Units and fen of each layer, the oldest first."""
    return [(layer.quantity // Q, layer.value) for layer in layers.open]


def taken(costed: Costed, part: int) -> Taken:
    """A part of an issue, as far as nothing came back of it."""
    found = costed.parts[part]
    quantity, amount = -found.quantity, -found.amount
    return Taken(part + 1, found.layer, found.day, quantity, amount, quantity, amount)


def test_t18_the_oldest_goods_go_first_and_come_back_to_the_front() -> None:
    layers = stocked((100, 100000), (50, 61500))
    sold = layers.issue(3, 120 * Q)
    assert [part.amount for part in sold.parts] == [-100000, -24600]
    assert (sold.step.amount, told(layers)) == (-124600, [(30, 36900)])
    assert layers.issue(4, 7 * Q).step.amount == -8610
    assert told(layers) == [(23, 28290)]
    back = layers.give_back(5, 5 * Q, [taken(sold, 0), taken(sold, 1)])
    assert (back.step.amount, told(layers)) == (5000, [(5, 5000), (23, 28290)])
    assert layers.issue(6, 10 * Q).step.amount == -11150
    assert told(layers) == [(18, 22140)]


def test_t19_odd_layers_leave_no_residue() -> None:
    layers = stocked((3, 1000), (3, 1100))
    costs = [layers.issue(seq, quantity * Q).step for seq, quantity in ((3, 1), (4, 3), (5, 2))]
    assert [step.amount for step in costs] == [-333, -1034, -733]
    assert [step.pool.value for step in costs] == [1767, 733, 0]
    assert told(layers) == []


def test_t6_three_partial_returns_take_the_remainder_last() -> None:
    layers = stocked((3, 1000))
    source = taken(layers.issue(2, 3 * Q), 0)
    assert [layers.give_back(3 + i, Q, [source]).step.amount for i in range(3)] == [333, 333, 334]
    assert told(layers) == [(3, 1000)]


def test_goods_sold_before_they_came_are_a_debt_that_arrivals_settle() -> None:
    """T10–T12 hold for layers too."""
    layers = stocked(last_cost=10_000_000)
    layers.issue(1, 3 * Q)
    assert told(layers) == [(-3, -3000)]
    assert layers.receive(2, 10 * Q, 11000).step.adjustment == -300
    assert told(layers) == [(7, 7700)]

    layers = stocked(last_cost=10_000_000)
    layers.issue(1, 8 * Q)
    assert [layers.receive(seq, q * Q, v).step.adjustment for seq, q, v in ((2, 5, 6000), (3, 6, 6600))] == [
        -1000, -300,
    ]  # fmt: skip
    assert told(layers) == [(3, 3300)]

    layers = stocked((2, 1900))
    assert layers.issue(2, 5 * Q).step.amount == -4750
    assert layers.receive(3, 10 * Q, 10500).step.adjustment == -300
    assert told(layers) == [(7, 7350)]


def test_debts_are_settled_each_at_its_own_estimate() -> None:
    layers = stocked()
    layers.issue(1, 2 * Q, fallback=10_000_000)
    layers.take_back(2, 3 * Q, 3600)
    assert told(layers) == [(-2, -2000), (-3, -3600)]
    came = layers.receive(3, 4 * Q, 4400)
    assert (came.step.adjustment, told(layers)) == (0, [(-1, -1200)])
    assert [part.amount for part in came.cures] == [-200, 200]


def test_goods_sent_back_leave_their_own_layer_first() -> None:
    layers = stocked((10, 10000), (10, 14000))
    layers.issue(3, 5 * Q)
    sent = layers.take_back(4, 4 * Q, 5600, own=2)
    assert (sent.step.amount, sent.step.adjustment) == (-5600, 0)
    assert told(layers) == [(5, 5000), (6, 8400)]


def test_goods_sent_back_that_are_gone_leave_the_oldest_and_the_difference_is_cost_of_sales() -> (
    None
):
    layers = stocked((10, 10000), (10, 14000), (10, 20000))
    layers.issue(4, 18 * Q)
    sent = layers.take_back(5, 4 * Q, 5600, own=2)
    assert told(layers) == [(8, 16000)]
    assert (sent.step.amount, sent.step.adjustment) == (-5600, 2800 - 4000)


def test_a_later_difference_goes_by_what_remains_of_its_layer() -> None:
    """T15–T17 by layer: what was sold of it is cost of sales, and other layers bear nothing."""
    layers = stocked((100, 80000), (50, 40000))
    layers.issue(3, 60 * Q)
    assert layers.bear(6000, 100 * Q, own=1).step.amount == 2400
    assert told(layers) == [(40, 34400), (50, 40000)]
    layers.issue(4, 40 * Q)
    assert layers.bear(-2500, 100 * Q, own=1).step.amount == 0
    assert layers.bear(-50000, 50 * Q, own=2).step.amount == -40000, (
        "no layer is worth less than nothing"
    )


def test_a_difference_of_no_one_is_borne_by_all_layers_by_their_value() -> None:
    layers = stocked((1, 1000), (1, 3000))
    assert layers.revalue(401).step.amount == 401
    assert told(layers) == [(1, 1100), (1, 3301)]
    assert layers.revalue(-9999).step.amount == -4401
    assert stocked().revalue(5).step.amount == 0


def test_a_delivery_behind_its_time_goes_by_its_day() -> None:
    layers = Layers([Layer(1, "2026-03-01", 2 * Q, 200), Layer(2, "2026-03-09", 2 * Q, 600)])
    layers = Layers([*layers.open, Layer(3, "2026-03-05", 2 * Q, 400)])
    assert layers.issue(4, 3 * Q).step.amount == -400


# --- against the oracle, and undone ---------------------------------------------------------

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out", "back", "send"]), st.integers(1, 10**6), st.integers(0, 10**8)
    ),
    max_size=30,
)


def state(layers: Layers) -> list[tuple[int, int, int]]:
    return [(layer.seq, layer.quantity, layer.value) for layer in layers.open]


def signs_hold(layers: Layers) -> bool:
    """Either all layers hold goods or all lack them, and their worth has that sign."""
    quantities, values = zip(*[(x.quantity, x.value) for x in layers.open] or [(1, 0)], strict=True)
    return (min(quantities) > 0 and min(values) >= 0) or (max(quantities) < 0 and max(values) <= 0)


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_every_history_agrees_with_exact_fractions_and_is_undone_layer_by_layer(
    steps: list[tuple[str, int, int]],
) -> None:
    layers, oracle, seq = Layers(), Queue(), 0
    undo: list[tuple[list[tuple[int, int, int]], Costed]] = []
    sales: list[tuple[tuple[int], Costed, list[Taken]]] = []
    for number, (kind, quantity, amount) in enumerate(steps):
        deed, seq, before = (number,), seq + 2, state(layers)
        if kind == "in" or (kind == "back" and not sales):
            done = layers.receive(seq, quantity, amount)
            oracle.come_in(deed, "", quantity, amount)
        elif kind == "out":
            done = layers.issue(seq, quantity)
            oracle.go_out(deed, "", quantity)
            parts = [taken(done, place) for place in range(len(done.parts))]
            sales.append((deed, done, parts))
        elif kind == "send":
            done = layers.take_back(seq, quantity, amount)
            oracle.go_at(deed, "", quantity, amount)
        else:
            of, _sale, parts = sales[amount % len(sales)]
            back = min(quantity, sum(part.left_quantity for part in parts))
            if not back:
                continue
            done = layers.give_back(seq, back, parts)
            oracle.come_back(deed, "", back, of, oracle)
        undo.append((before, done))
        assert (layers.pool.quantity, layers.pool.value) == (oracle.quantity, oracle.value)
        assert signs_hold(layers)
    for before, done in reversed(undo):
        step = done.step
        layers.mirror(done.parts, -step.quantity, -step.amount)
        layers.mirror(done.cures, 0, -step.adjustment)
        assert state(layers) == before
    assert state(layers) == []


@settings(max_examples=200, deadline=None)
@given(STEPS, st.randoms(use_true_random=False))
def test_undone_in_any_order_the_signs_hold_and_nothing_is_left(
    steps: list[tuple[str, int, int]], choice: object
) -> None:
    layers, done = Layers(), []
    for seq, (kind, quantity, amount) in enumerate(steps, 1):
        incoming = kind in {"in", "back"}
        done.append(
            layers.receive(seq, quantity, amount) if incoming else layers.issue(seq, quantity)
        )
    choice.shuffle(done)
    for each in done:
        step = each.step
        undone = layers.mirror(each.parts, -step.quantity, -step.amount)
        assert (undone.step.quantity, undone.step.amount) == (-step.quantity, -step.amount)
        layers.mirror(each.cures, 0, -step.adjustment)
        assert signs_hold(layers)
    assert state(layers) == []


def test_a_mirror_without_parts_changes_nothing() -> None:
    layers = stocked((1, 100))
    assert layers.mirror([], 0, 0).step.amount == 0
    assert layers.mirror([Part(1, "", 0, 40)], 0, -40).step.amount == -40
    assert told(layers) == [(1, 60)]
