"""`import`: a foreign table, checked whole, written all or not at all."""

import argparse
import json
from pathlib import Path
from typing import Any

from jxc_desktop.cli.speaking import say, tell
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser(
        "import", help="goods, firms, opening balances from xlsx, ods, xls, csv"
    )
    verb.add_argument("kind", metavar="KIND")
    verb.add_argument("file", metavar="FILE")
    verb.add_argument("--dry-run", action="store_true")
    verb.add_argument("--skip-bad-rows", action="store_true")
    verb.add_argument(
        "--with-opening-stock", action="store_true", help="products: 库存 and 进价 too"
    )
    verb.add_argument("--account", metavar="CODE", help="bank_statement: which money account")
    verb.add_argument("--map", metavar="FILE", help="JSON object heading → field")
    verb.add_argument("--encoding", metavar="E")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 when rows are wrong and nothing was written; the answer names every one."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.imports.running import import_table, open_table

    source = source_of(options)
    override = _override(options.map) if options.map else None
    with opened(options) as shop:
        table = open_table(Path(options.file), source, override=override, encoding=options.encoding)
        begin = shop.database.reading if options.dry_run else shop.database.transaction
        with begin(shop.actor) as session:
            result = import_table(
                session, source, table,
                skip_bad_rows=options.skip_bad_rows, dry_run=options.dry_run,
            )  # fmt: skip
    say(result.as_json())
    if result.refused:
        tell(
            translate(
                "cli", "有 {count} 处不对，一行也没有导入。改好再导，或加 --skip-bad-rows"
            ).format(count=len(result.problems))
        )
    return 1 if result.refused else 0


def source_of(options: argparse.Namespace) -> Any:
    """The source for the kind that was named."""
    from jxc_desktop.features import SOURCES

    if options.kind not in SOURCES:
        raise InvalidInput(
            translate("cli", "不能导入 {kind}，可以导入 {known}").format(
                kind=options.kind, known=listed(SOURCES)
            )
        )
    source = SOURCES[options.kind]()
    if options.account:
        if source.with_account is None:
            raise InvalidInput(translate("cli", "--account 只用于导入银行流水"))
        return source.with_account(options.account)
    if not options.with_opening_stock:
        return source
    if source.with_opening_stock is None:
        raise InvalidInput(translate("cli", "--with-opening-stock 只用于导入商品"))
    return source.with_opening_stock()


def _override(file: str) -> dict[str, str | None]:
    """The JSON object of `--map`: a heading's field, or null to leave the column out."""
    try:
        found = json.loads(Path(file).read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InvalidInput(
            translate("cli", "读不了 {file}。写成 JSON，如 {example}").format(
                file=file, example='{"品名":"name"}'
            )
        ) from error
    fits = isinstance(found, dict) and all(v is None or isinstance(v, str) for v in found.values())
    if not fits:
        raise InvalidInput(
            translate("cli", "{file} 要是一个 JSON 对象：表头 → 字段").format(file=file)
        )
    return dict(found)
