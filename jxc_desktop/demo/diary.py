"""The diary of the demonstration: summary.json for programs, summary.md for people."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.camera import Picture

MADE_BY = "jxc_desktop demo"
JSON, MARKDOWN = "summary.json", "summary.md"


@dataclass(frozen=True, slots=True)
class Entry:
    """One step: how long it took, its pictures, what went wrong."""

    title: str
    seconds: float
    pictures: tuple[Picture, ...]
    problem: str = ""


@dataclass(slots=True)
class Diary:
    """Kept in `folder`, written anew after each step so that a broken run leaves it too."""

    folder: Path
    entries: list[Entry] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    compared: int = 0
    """How many figures of the program were held against the demonstration's own."""
    done: bool = False

    @property
    def problem(self) -> str:
        """What stopped the demonstration, "" when nothing did."""
        return next((entry.problem for entry in self.entries if entry.problem), "")

    def note(self, title: str, seconds: float, pictures: Sequence[Picture], problem: str) -> None:
        """Write down a step."""
        self.entries.append(Entry(title, seconds, tuple(pictures), problem))
        self.write()

    def paper(self, name: str, content: bytes) -> Path:
        """Keep a file that the day made."""
        path = self.folder / name
        path.write_bytes(content)
        self.papers.append(name)
        return path

    def files(self) -> list[str]:
        """Everything that lies in the folder because of this run."""
        pictures = [picture.file for entry in self.entries for picture in entry.pictures]
        return [*pictures, *self.papers, JSON, MARKDOWN]

    def write(self) -> None:
        """Bring both summaries up to date."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._as_json(), ensure_ascii=False, indent=1)
        (self.folder / JSON).write_text(text + "\n", encoding="utf-8")
        (self.folder / MARKDOWN).write_text("\n".join(self._as_text()) + "\n", encoding="utf-8")

    # --- inside ---

    def _as_json(self) -> Mapping[str, Any]:
        return {
            "made_by": MADE_BY,
            "ok": self.done and not self.problem,
            "problem": self.problem,
            "seconds": round(sum(entry.seconds for entry in self.entries), 1),
            "figures": self.figures,
            "compared": self.compared,
            "steps": [
                {
                    "title": entry.title,
                    "seconds": round(entry.seconds, 2),
                    "pictures": [picture.file for picture in entry.pictures],
                    **({"problem": entry.problem} if entry.problem else {}),
                }
                for entry in self.entries
            ],
            "cut_texts": {
                picture.file: list(picture.cut)
                for entry in self.entries
                for picture in entry.pictures
                if picture.cut
            },
            "files": self.files(),
        }

    def _as_text(self) -> list[str]:
        return [
            "# " + translate("demo", "店里的一天"),
            "",
            *self._outcome(),
            "",
            *self._figure_lines(),
            *self._step_lines(),
            *self._cut_lines(),
            "## " + translate("demo", "文件"),
            "",
            *(f"- [{name}]({name})" for name in self.papers),
        ]

    def _outcome(self) -> list[str]:
        seconds = sum(entry.seconds for entry in self.entries)
        if self.problem:
            return [translate("demo", "没有演完：{problem}").format(problem=self.problem)]
        if not self.done:
            return [translate("demo", "还没有演完。")]
        told = translate(
            "demo", "从空电脑到交班、看账、备份，全部通过键盘和扫码枪，用了 {seconds} 秒。"
        )
        return [told.format(seconds=round(seconds))]

    def _figure_lines(self) -> list[str]:
        words = figure_words()
        shown = [(words[name], value) for name, value in self.figures.items() if name in words]
        if not shown:
            return []
        head = (translate("demo", "数目"), "")
        return [
            f"| {head[0]} | {head[1]} |",
            "|---|---:|",
            *(f"| {word} | {value} |" for word, value in shown),
            "",
        ]

    def _step_lines(self) -> list[str]:
        lines = ["## " + translate("demo", "步骤"), ""]
        for entry in self.entries:
            seconds = translate("demo", "{seconds} 秒").format(seconds=f"{entry.seconds:.1f}")
            lines += [f"### {entry.title}（{seconds}）", ""]
            if entry.problem:
                lines += [f"**{entry.problem}**", ""]
            lines += [f"- [{p.words}]({p.file})" for p in entry.pictures]
            lines.append("")
        return lines

    def _cut_lines(self) -> list[str]:
        cut = [
            f"- {picture.file}: {'; '.join(picture.cut)}"
            for entry in self.entries
            for picture in entry.pictures
            if picture.cut
        ]
        title = "## " + translate("demo", "图上没显示全的字")
        return [title, "", *(cut or [translate("demo", "没有。")]), ""]


def figure_words() -> Mapping[str, str]:
    """The figures that people read, in order."""
    return {
        "products": translate("demo", "导入的商品"),
        "received": translate("demo", "采购入库（价税合计）"),
        "delivered": translate("demo", "销售出库（价税合计）"),
        "tickets": translate("demo", "小票张数"),
        "sold": translate("demo", "零售收款"),
        "returned": translate("demo", "零售退款"),
        "drawer": translate("demo", "交班时钱箱应有"),
        "counted": translate("demo", "交班时实点"),
        "stock": translate("demo", "库存金额 = 总账 1405"),
        "debit": translate("demo", "科目余额表本期借方"),
        "credit": translate("demo", "科目余额表本期贷方"),
        "checks": translate("demo", "自检项目，全部通过"),
        "backup": translate("demo", "验证过的备份"),
    }
