from datetime import UTC, datetime, timedelta

import pytest

from jxc_desktop.core.clock import Clock
from jxc_desktop.widgets.messages import SHOWN_FOR, Link, Messages, Tone


def test_information_and_success_go_by_themselves(qtbot, messages, monkeypatch):
    assert SHOWN_FOR >= 6000
    messages._timer.setInterval(20)
    for say in (messages.info, messages.success):
        say("已自动存")
        with qtbot.waitSignal(messages.shown) as told:
            pass
        assert told.args == [None]


def test_a_notice_stays_until_the_next_action(qtbot, messages):
    messages.notice("有 2 行低于最低售价")
    assert not messages._timer.isActive()
    messages.next_action()
    assert messages.current is None


def test_an_error_stays_until_it_is_seen(messages):
    messages.error("没有过账")
    messages.next_action()
    messages.info("10:42 已自动存")
    assert messages.current.text == "没有过账"
    messages.success("XSCK202611200007 已过账")
    assert messages.current.tone is Tone.SUCCESS


def test_a_message_never_offers_more_than_two_links(messages):
    messages.success("已作废", *[Link(str(n), lambda: None) for n in range(3)])
    assert [link.text for link in messages.current.links] == ["0", "1"]


def test_the_list_holds_today_only_newest_first(qapp):
    moment = [datetime(2026, 11, 20, 15, 50, tzinfo=UTC)]
    messages = Messages(Clock(now=lambda: moment[0]))
    messages.info("昨天说的")
    moment[0] += timedelta(minutes=20)
    messages.info("一")
    messages.error("二")
    assert [message.text for message in messages.today()] == ["二", "一"]


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_is_a_colour_of_the_theme(tone):
    from jxc_desktop.widgets.look import colour

    assert colour(tone.value).isValid()
