"""Numbers without gaps (I5), an unbroken audit chain with every act in it (I9), keys that point home (I14).

All documents are looked at, whichever rooms keep them: they are the mapped `Document`s.
"""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document import Document
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.approvals.invariants import INVARIANT as APPROVALS
from jxc_desktop.shop.audit import broken_links
from jxc_desktop.shop.series import DIGITS

MOST_NAMED = 20
"""How many places one check names; who sees twenty looks for the cause."""


def numbers_have_no_gaps(session: Session) -> list[str]:
    """I5: the numbers of each series and day run 1…n, and the counter stands at n."""
    counters = {(s, span): int(value) for s, span, value in _COUNTERS.all(session)}
    problems = list(_misplaced(session))
    for series, span, count, first, last, different in _runs(session):
        counter = counters.pop((series, span), 0)
        if (first, last, different) != (1, count, count):
            problems.append(_gap(session, series, span))
        if counter != last:
            problems.append(
                translate(
                    "shop", "{series} 在 {day} 用到第 {last} 号，计数器却是 {counter}"
                ).format(series=series, day=span, last=last, counter=counter)
            )
    problems += (
        translate("shop", "{series} 在 {day} 的计数器是 {counter}，却没有一张单").format(
            series=series, day=span, counter=counter
        )
        for (series, span), counter in sorted(counters.items())
        if counter
    )
    return problems[:MOST_NAMED]


def acts_are_in_the_chain(session: Session) -> list[str]:
    """I9: the audit chain verifies, and every posting and every reversal has its row in it."""
    problems = [
        translate("shop", "操作日志的末尾被改过或缺行")
        if link == 0
        else translate("shop", "操作日志第 {row} 行被改过，或它前面缺行").format(row=link)
        for link in broken_links(session)
    ]
    for kind in _kinds():
        for sentence, statement in (
            (translate("shop", "{number} 已过账，操作日志里却没有"), _unaudited_posting(kind)),
            (translate("shop", "{number} 已红冲，操作日志里却没有"), _unaudited_reversal(kind)),
        ):
            rows = statement.all(session, limit=MOST_NAMED)
            problems += (sentence.format(number=number) for [number] in rows)
    return problems[:MOST_NAMED]


def keys_point_home(session: Session) -> list[str]:
    """I14: the answer kept for each key is a document that exists with that number and total."""
    known = _kinds()
    problems = [
        translate("shop", "键 {key} 记着 {number}，它的种类 {kind} 不存在").format(
            key=key, number=number, kind=kind
        )
        for key, number, kind in _KEYS_BY_KIND.all(session)
        if kind not in known
    ]
    for kind in known:
        problems += (
            translate("shop", "键 {key} 记着 {number}，那张单不存在或金额不同").format(
                key=key, number=number
            )
            for key, number in _lost_keys(kind).all(session, kind=kind, limit=MOST_NAMED)
        )
    return problems[:MOST_NAMED]


def attachments_are_whole(session: Session) -> list[str]:
    """I22: every attached file is there and as long as it was (its hash is proved when it is opened)."""
    return [
        translate("shop", "附件 {name}（{number}）不见了或长度变了").format(
            name=name, number=number or translate("shop", "草稿")
        )
        for name, number in _BROKEN_FILES.all(session, limit=MOST_NAMED)
    ]


INVARIANTS = (
    Invariant("I5", noop("invariants", "单号连续"), numbers_have_no_gaps),
    Invariant("I9", noop("invariants", "操作日志完整"), acts_are_in_the_chain),
    Invariant("I14", noop("invariants", "重复提交不重复过账"), keys_point_home),
    APPROVALS,
    Invariant("I22", noop("invariants", "附件都完整"), attachments_are_whole),
)

_BROKEN_FILES = Statement(
    "SELECT a.name, a.number FROM attachment a LEFT JOIN file_content c ON c.digest = a.digest "
    "WHERE c.digest IS NULL OR c.size <> a.size OR length(c.data) <> a.size ORDER BY a.id LIMIT :limit"
)

_COUNTERS = Statement("SELECT series, span, value FROM counter WHERE length(span) = 8")
_KEYS_BY_KIND = Statement(
    "SELECT min(key), min(number), kind FROM document_key GROUP BY kind ORDER BY kind"
)


def _kinds() -> list[str]:
    """The kinds of documents there are, which are their tables' names too."""
    documents = (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Document))
    return sorted(document.kind for document in documents)


def _numbered_tables() -> list[str]:
    """Every table with a text number and a day: the documents, and papers like a shift's."""
    tables = Base.metadata.sorted_tables
    return [
        t.name
        for t in tables
        if {"number", "day"} <= set(t.columns.keys())
        and t.columns["number"].type.python_type is str
    ]


def _over_numbers(query: str) -> Statement:
    """`query` over `cut`: every number, the span of its day, and the place of the span in the number, if any.

    In the query `{whole}` stands for "the number is a series, its own day and digits".
    """
    used = " UNION ALL ".join(
        f"SELECT number, replace(day, '-', '') AS span FROM \"{table}\" WHERE number IS NOT NULL"
        for table in _numbered_tables()
    )
    cut = "SELECT number, span, nullif({find}(number, span), 0) AS place FROM used"
    whole = f"coalesce(place, 0) > 1 AND length({_TAIL}) >= {DIGITS} AND {_TAIL} "
    lead = f"WITH used AS ({used}), cut AS ({cut}) {query}"
    return Statement(
        lead.format(find="instr", whole=whole + "NOT GLOB '*[^0-9]*'"),
        postgresql=lead.format(find="strpos", whole=whole + "!~ '[^0-9]'"),
    )


_TAIL = "substr(number, place + 8)"
_VALUE = f"CAST({_TAIL} AS BIGINT)"


def _runs(session: Session) -> Iterator[tuple[str, str, int, int, int, int]]:
    """(series, span, how many, lowest, highest, how many different) of each series and day."""
    statement = _over_numbers(
        f"SELECT substr(number, 1, place - 1), span, count(*), min({_VALUE}), max({_VALUE}), "
        f"count(DISTINCT {_VALUE}) FROM cut WHERE {{whole}} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for series, span, *numbers in statement.all(session):
        count, first, last, different = map(int, numbers)
        yield series, span, count, first, last, different


def _misplaced(session: Session) -> Iterator[str]:
    """Numbers that do not say their own day."""
    statement = _over_numbers(
        "SELECT number, span FROM cut WHERE NOT ({whole}) ORDER BY number LIMIT :limit"
    )
    for number, span in statement.all(session, limit=MOST_NAMED):
        yield translate("shop", "单号 {number} 和它的日期 {day} 不合").format(
            number=number, day=span
        )


def _gap(session: Session, series: str, span: str) -> str:
    """The sentence that names the first number missing from, or twice in, a series of a day."""
    statement = _over_numbers(
        f"SELECT {_VALUE} FROM cut WHERE {{whole}} AND span = :span "
        "AND substr(number, 1, place - 1) = :series"
    )
    used = Counter(int(value) for [value] in statement.all(session, span=span, series=series))
    absent = sorted(set(range(1, max(used) + 1)) - used.keys())
    wrong = absent or sorted(value for value, times in used.items() if times > 1 or value < 1)
    sentence = (
        translate("shop", "单号缺了 {number}，{day} 共缺 {count} 个")
        if absent
        else translate("shop", "单号 {number} 在 {day} 不止一张，共 {count} 个这样的号")
    )
    number = f"{series}{span}{wrong[0]:0{DIGITS}d}"
    return sentence.format(number=number, day=span, count=len(wrong))


def _unaudited_posting(kind: str) -> Statement:
    return Statement(
        f'SELECT number FROM "{kind}" WHERE number IS NOT NULL AND posted_at IS NOT NULL '
        f"EXCEPT SELECT object FROM audit WHERE action = '{kind}.post' ORDER BY 1 LIMIT :limit"
    )


def _unaudited_reversal(kind: str) -> Statement:
    return Statement(
        f"SELECT number FROM \"{kind}\" WHERE state = 'reversed' "
        f"EXCEPT SELECT object FROM audit WHERE action = '{kind}.reverse' ORDER BY 1 LIMIT :limit"
    )


def _lost_keys(kind: str) -> Statement:
    # An order may be un-approved and written anew, so what was answered about its total may be past.
    fixed = Base.metadata.tables[kind].info["guard"] == "document"
    differs = " OR d.total <> k.total" if fixed else ""
    return Statement(
        f'SELECT k.key, k.number FROM document_key k LEFT JOIN "{kind}" d ON d.id = k.document_id '
        f"WHERE k.kind = :kind AND (d.number IS NULL OR d.number <> k.number{differs}) "
        "ORDER BY k.key LIMIT :limit"
    )
