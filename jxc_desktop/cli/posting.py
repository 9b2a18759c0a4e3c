"""Posting one document as data and saying truly whether it was saved, even when COMMIT itself fails."""

from collections.abc import Mapping
from typing import Any

from jxc_desktop.cli.shop import OpenShop
from jxc_desktop.cli.speaking import tell
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.trouble import in_words
from jxc_desktop.intake.documents import answer_to, post_document
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.stock_costs import recost_draft
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.keys import Posted
from jxc_desktop.shop.price_rights import shows_money
from jxc_desktop.stock.recosts import foresee_plan, require_change

RECOST = "recost"


def posted(shop: OpenShop, data: Mapping[str, Any]) -> Posted:
    """Post `data` in a transaction of its own; returns only after COMMIT.

    When COMMIT raises, what happened is unknown: the key is looked up on a fresh connection (reliability.md §1).
    """
    if data.get("type") == RECOST:
        _back_up_before_recost(shop, data)
    reached_commit = False
    try:
        with shop.database.transaction(shop.actor) as session:
            answer = post_document(session, data)
            reached_commit = True
        return answer
    except UserError:
        raise
    except Exception as error:
        told = in_words(error)
        if reached_commit and (saved := _looked_up(shop, data, error)) is not None:
            return saved
        if told is not None:
            raise told from error
        raise


def _back_up_before_recost(shop: OpenShop, data: Mapping[str, Any]) -> None:
    """A proven backup before cost is counted anew (decisions 21); none for one that is refused or answered before."""
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.automatic import back_up_before

    with shop.database.reading(shop.actor) as session:
        authorize(session, f"{RECOST}.post")
        if answer_to(session, data) is not None:
            return
        draft = recost_draft(session, Fields(data))
        require_change(foresee_plan(session, draft))
    if back_up_before(shop.database, RECOST, INVARIANTS, actor=shop.actor) is None:
        tell(
            translate("cli", "没有备份文件夹，重算前没有备份。用 settings set backup_folder 设一个")
        )


def _looked_up(shop: OpenShop, data: Mapping[str, Any], error: Exception) -> Posted | None:
    """The document if it is there after all; raises when nobody can tell."""
    url = shop.database.url.render_as_string(hide_password=False)
    fresh = Database(shop.database.path or url, clock=shop.database.clock)
    try:
        with fresh.reading(shop.actor) as session:
            return answer_to(session, data)
    except Exception as unreachable:
        if in_words(unreachable) is None:
            raise
        raise UserError(
            translate("cli", "不知道保存了没有。用同一个 key 再发一次，不会重复")
        ) from error
    finally:
        fresh.close()


def accepted(shop: OpenShop, data: Mapping[str, Any], answer: Posted) -> dict[str, Any]:
    """The answer to a document that is in the books, or that waits for approval (`approve` takes its `pending`).

    Its `total` is null for who may not see the money of the kind.
    """
    waits = {"state": answer.state, "pending": answer.document_id} if answer.pending else {}
    return {
        "key": _key(data),
        "ok": True,
        **waits,
        "number": answer.number,
        "total": total_of(shop, answer),
        "repeated": answer.repeated,
    }


def total_of(shop: OpenShop, answer: Posted) -> str | None:
    """Yuan of a document; None for who may not see the money of the kind."""
    return text_of(answer.total, MONEY_PLACES) if shows_money(shop.actor, answer.kind) else None


def refused(data: Mapping[str, Any], error: UserError) -> dict[str, Any]:
    """The answer to a document that is not."""
    return {"key": _key(data), "ok": False, "error": error.message, "field": error.field}


def _key(data: Mapping[str, Any]) -> str | None:
    key = data.get("key")
    return key.strip() if isinstance(key, str) else None
