"""A posted document on paper: which sheet it goes on, with or without prices, and 补打 counted by the shop."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.paths import file_name_of
from jxc_desktop.ledger.ui.paper_parts import Printable
from jxc_desktop.printing.form import A4, CONTINUOUS_140, PAPERS, Form, FormPaper
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tasks import Progress

NamedForms = Sequence[tuple[str, Form]]
"""Papers, each with the name of whom it is for."""
Papers = Callable[[Session, str], NamedForms]
"""Makes the papers of a document, noting that they are printed."""


class PaperPrinter(QObject):
    """Prints for one pane. The paper chosen is remembered for the kind of document."""

    def __init__(self, pane: Pane, kind: Printable, usual: FormPaper = CONTINUOUS_140) -> None:
        super().__init__(pane)
        self._pane, self._kind, self._usual = pane, kind, usual

    @property
    def paper(self) -> FormPaper:
        """The sheet that this kind of document goes on."""
        name = self._pane.context.settings.read(f"paper/{self._kind.kind}", self._usual.name)
        return PAPERS.get(str(name), self._usual)

    def choose(self) -> QMenu:
        """Offer every sheet there is."""
        menu = QMenu(self._pane)
        for name, paper in PAPERS.items():
            item = menu.addAction(name)
            item.setCheckable(True)
            item.setChecked(paper is self.paper)
            item.triggered.connect(partial(self._keep, name))
        menu.popup(self._pane.mapToGlobal(QPoint(self._pane.width() // 2, 0)))
        return menu

    def put_on_paper(self, number: str, *, with_prices: bool) -> None:
        """Note the print in the shop, draw the form beside the window, hand it to the printer."""
        drawn = partial(self._draw, number, with_prices)
        self._pane.run_write(self._kind.note, number, then=drawn)

    def put_each_on_paper(self, number: str, read: Papers) -> None:
        """Several papers of one document, each for somebody else."""
        self._pane.run_write(read, number, then=partial(self._draw_each, number))

    def save_each(self, number: str, read: Papers, name: str) -> None:
        """Save each of several papers as a file of its own, called by `name` and whom it is for."""
        folder = QFileDialog.getExistingDirectory(self._pane, self.tr("存到哪个文件夹"))
        if folder:
            written = partial(self._write_each, Path(folder), name)
            self._pane.run_write(read, number, then=written)

    def save_pdf(self, number: str, name: str) -> None:
        """Save the paper as a file of A4 pages, to be sent to whom it is for; `name` is offered for it."""
        file = f"{name}.pdf"
        path, _kind = QFileDialog.getSaveFileName(self._pane, self.tr("存为"), file, "*.pdf")
        if path:
            self._pane.run_write(self._kind.note, number, then=partial(self._write, Path(path)))

    def _draw_each(self, number: str, papers: NamedForms) -> None:
        for whose, form in papers:
            self._draw(f"{number} {file_name_of(whose)}", with_prices=True, form=form)

    def _write_each(self, folder: Path, name: str, papers: NamedForms) -> None:
        for whose, form in papers:
            self._write(folder / f"{file_name_of(f'{name} {whose}')}.pdf", form)

    def _write(self, path: Path, form: Form) -> None:
        self._pane.run_background(_written, form, path, then=self._saved)

    def _saved(self, path: Path) -> None:
        said = self.tr("已存到 {path}").format(path=path)
        self._pane.context.messages.success(said)

    def _draw(self, number: str, with_prices: bool, form: Form) -> None:
        shown = form if with_prices else form.without_prices()
        answer = partial(self._hand_over, number, form.reprint)
        self._pane.run_background(_drawn, shown, self.paper, then=answer)

    def _hand_over(self, number: str, reprint: int, pdf: bytes) -> None:
        print_pdf = self._pane.context.more.get("print_pdf")
        if print_pdf is None:
            self._pane.context.messages.notice(self.tr("这里没有打印机。在工具 › 打印机 里设"))
            return
        print_pdf(pdf, kind=self._kind.kind, number=number, reprint=reprint)

    def _keep(self, name: str, _checked: bool = False) -> None:
        self._pane.context.settings.write(f"paper/{self._kind.kind}", name)
        said = self.tr("{paper} 已设为这种单据的纸").format(paper=name)
        self._pane.context.messages.info(said)


def _written(_progress: Progress, form: Form, path: Path) -> Path:
    from jxc_desktop.printing.form_pdf import form_pdf

    try:
        path.write_bytes(form_pdf(form, A4))
    except OSError as error:
        told = translate("ledger", "没有存成 {path}：{reason}。换个文件夹，或关掉打开它的程序")
        raise UserError(told.format(path=path, reason=error.strerror)) from error
    return path


def _drawn(_progress: Progress, form: Form, paper: FormPaper) -> bytes:
    from jxc_desktop.printing.form_pdf import form_pdf

    return form_pdf(form, paper)
