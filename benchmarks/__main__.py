"""`python -m benchmarks [NAME …] [--scale small|full]`: run the named workloads, or all, and keep the figures."""

import argparse
import json
import platform
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import books, keyed, memory, posting, recost, search, start, stock, till

BENCHMARKS: dict[str, Callable[[str], dict[str, object]]] = {
    "books": books.books,
    "memory": memory.memory,
    "post_sale": posting.post_sale,
    "post_receipt": posting.post_receipts,
    "post_flat": posting.post_flat,
    "post_long": posting.post_long,
    "recost": recost.recost,
    "search": search.search,
    "start": start.start,
    "stock_levels": stock.stock_levels,
    "stock_summary": stock.stock_summary,
    "till": till.till,
    "typing": keyed.typing,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--scale", choices=("small", "full"), default="small")
    wanted = parser.parse_args()
    results = [BENCHMARKS[name](wanted.scale) for name in wanted.names or BENCHMARKS]
    kept = Path(__file__).parent / "results" / f"{time.strftime('%Y%m%d-%H%M%S')}.json"
    kept.parent.mkdir(exist_ok=True)
    facts = {
        "python": platform.python_version(),
        "system": platform.system(),
        "scale": wanted.scale,
    }
    kept.write_text(
        json.dumps({**facts, "results": results}, ensure_ascii=False, indent=1), "utf-8"
    )
    print(f"\nkept in {kept.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
