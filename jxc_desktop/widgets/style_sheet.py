"""The small style sheet: only what a palette cannot say about bars, tabs, fields, buttons and scroll bars.

A widget asks for a look by the dynamic property `look`: `main`, `quiet`, `danger`, `segment`, `link` on buttons,
`card`, `sunken`, `bar` on frames. Labels take `tone` (`text2`, `text3`, `ok`, `warn`, `bad`, `accent`).
"""

from jxc_desktop.widgets.tokens import Radius, RowHeight, Tokens


def style_sheet(t: Tokens, arrow: str, tick: str) -> str:
    """The style sheet of theme `t`; `arrow` and `tick` are files of a tinted chevron and check mark."""
    return "\n".join(
        (
            _bars(t),
            _tabs(t),
            _fields(t, arrow),
            _buttons(t),
            _frames(t),
            _boxes(t, tick),
            _scroll_bars(t),
        )
    )


def _bars(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.bg}; }}
QMainWindow::separator {{ background: {t.bg}; width: 6px; height: 6px; }}
QMenuBar {{ background: {t.surface}; color: {t.text}; border: none; padding: 0 8px; }}
QMenuBar::item {{ background: transparent; padding: 5px 12px; }}
QMenuBar::item:selected {{ background: {t.sel}; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: {t.edge}px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 8px; border-radius: {Radius.FIELD}px; }}
QMenu::item:selected {{ background: {t.sel}; }}
QMenu::item:disabled {{ color: {t.text3}; }}
QMenu::separator {{ height: {t.edge}px; background: {t.grid}; margin: 4px 8px; }}
QToolBar {{ background: {t.surface}; border: none; border-bottom: {t.edge}px solid {t.border}; spacing: 8px; }}
QStatusBar {{ background: {t.surface}; color: {t.text}; border-top: {t.edge}px solid {t.border}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: {t.edge}px solid {t.border}; padding: 4px 8px; }}
"""


def _tabs(t: Tokens) -> str:
    return f"""
QTabWidget::pane {{ border: none; }}
QTabBar {{ background: {t.bg}; border: none; qproperty-drawBase: false; }}
QTabBar::tab {{ background: {t.bg}; color: {t.text2}; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar[full="true"]::tab {{ padding: 7px 6px; }}
QTabBar::tab:hover {{ background: {t.mute_bg}; }}
QTabBar::tab:selected {{ background: {t.surface}; color: {t.text}; font-weight: bold;
  border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
"""


def _fields(t: Tokens, arrow: str) -> str:
    kinds = ("QLineEdit", "QComboBox", "QDateEdit", "QSpinBox", "QPlainTextEdit", "QTextEdit")
    inner = RowHeight.CONTROL - 2 * t.edge

    def each(state: str) -> str:
        return ", ".join(f"{kind}{state}" for kind in kinds)

    return f"""
{each("")} {{ background: {t.surface}; color: {t.text}; border: {t.edge}px solid {t.field};
  border-radius: {Radius.FIELD}px; padding: 0 {9 - t.edge}px; min-height: {inner}px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{ selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
{each(":hover")} {{ border-color: {t.text2}; }}
{each(":focus")} {{ border: 2px solid {t.accent}; padding: 0 7px; min-height: {RowHeight.CONTROL - 4}px; }}
{each(":disabled")} {{ background: {t.sunken}; color: {t.text3}; border-color: {t.border}; }}
QLineEdit:read-only {{ background: {t.sunken}; border-color: {t.border}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QDateEdit[wrong="true"] {{ border: 2px solid {t.bad};
  padding: 0 7px; min-height: {RowHeight.CONTROL - 4}px; }}
QLineEdit[look="cell"] {{ border: 2px solid {t.accent}; border-radius: 0; padding: 0 6px; min-height: 0; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ border: none; background: transparent; padding: 0; }}
QPlainTextEdit, QTextEdit, QPlainTextEdit:focus, QTextEdit:focus {{ padding: 3px 4px; }}
QComboBox {{ background: {t.surface}; selection-background-color: {t.sel}; selection-color: {t.text}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.text}; border: {t.edge}px solid {t.border};
  selection-background-color: {t.sel}; selection-color: {t.text}; outline: none; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 0 4px; border: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.sunken}; }}
QCalendarWidget QToolButton {{ border: none; background: transparent; font-weight: bold; }}
QCalendarWidget QToolButton:hover {{ background: {t.mute_bg}; }}
QDateEdit::drop-down {{ border: none; width: 22px; }}
QDateEdit::down-arrow {{ image: url({arrow}); width: 14px; height: 14px; }}
"""


def _buttons(t: Tokens) -> str:
    inner = RowHeight.CONTROL - 2 * t.edge
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.text}; border: {t.edge}px solid {t.field};
  border-radius: {Radius.FIELD}px; padding: 0 12px; min-height: {inner}px; }}
QToolButton {{ padding: 0 5px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton:hover, QToolButton:hover {{ background: {t.sunken}; border-color: {t.text2}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.mute_bg}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px;
  min-height: {RowHeight.CONTROL - 4}px; }}
QToolButton:focus {{ padding: 0 4px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.text3}; border-color: {t.border};
  background: {t.sunken}; }}
QLineEdit > QToolButton, QLineEdit > QToolButton:focus, QLineEdit > QToolButton:hover {{ border: none;
  background: transparent; min-height: 0; padding: 0; margin: 0; }}
QPushButton[look="main"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: bold; }}
QPushButton[look="main"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[look="main"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="main"]:disabled {{ background: {t.mute_bg}; color: {t.mute}; border-color: {t.mute_bg}; }}
QPushButton[look="danger"] {{ color: {t.bad}; border-color: {t.bad}; }}
QPushButton[look="danger"]:hover {{ background: {t.bad_bg}; }}
QPushButton[look="quiet"], QToolButton[look="quiet"] {{ background: transparent;
  border-color: transparent; }}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {t.mute_bg}; }}
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent; color: {t.accent};
  padding: 0 4px; min-height: 18px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; color: {t.accent_hover}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {t.accent}; padding: 0 3px; min-height: 16px; }}
QPushButton[look="segment"] {{ background: {t.mute_bg}; border: {t.edge}px solid {t.mute_bg};
  border-radius: {Radius.FIELD}px; color: {t.text2}; padding: 0 14px; }}
QPushButton[look="segment"]:hover {{ background: {t.sunken}; }}
QPushButton[look="segment"]:checked {{ background: {t.accent}; color: {t.on_accent}; font-weight: bold;
  border-color: {t.accent}; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {t.text}; padding: 0 13px; }}
QPushButton[look="segment"][narrow="true"] {{ padding: 0 8px; }}
QPushButton[look="segment"][narrow="true"]:focus {{ padding: 0 7px; }}
"""


def _frames(t: Tokens) -> str:
    return f"""
QFrame[look="card"] {{ background: {t.surface}; border: {t.edge}px solid {t.border};
  border-radius: {Radius.CARD}px; }}
QFrame[look="popup"] {{ background: {t.raised}; border: {t.edge}px solid {t.field};
  border-radius: {Radius.CARD}px; }}
QFrame[look="sheet"] {{ background: {t.surface}; border: {t.edge}px solid {t.border};
  border-radius: {Radius.TENDER}px; }}
QWidget[look="canvas"] {{ background: {t.bg}; }}
QWidget[look="surface"] {{ background: {t.surface}; }}
QWidget[look="sunken"] {{ background: {t.sunken}; }}
QFrame[look="segments"] {{ background: {t.mute_bg}; border-radius: {Radius.CARD}px; border: none; }}
QFrame[look="rule"] {{ background: {t.border}; border: none; max-height: {t.edge}px; min-height: {t.edge}px; }}
QLabel {{ background: transparent; }}
QLabel[tone="text2"] {{ color: {t.text2}; }}
QLabel[tone="text3"] {{ color: {t.text3}; }}
QLabel[tone="ok"] {{ color: {t.ok}; }}
QLabel[tone="warn"] {{ color: {t.warn}; }}
QLabel[tone="bad"] {{ color: {t.bad}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QTableView, QTreeView, QListView {{ background: {t.surface}; border: none; outline: none;
  gridline-color: {t.grid}; selection-background-color: {t.sel}; selection-color: {t.text}; }}
QTreeView::item, QListView::item {{ min-height: 26px; border: none; }}
QTreeView::item:hover:!selected, QListView::item:hover:!selected {{ background: {t.sunken}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {t.sel}; color: {t.text}; }}
QHeaderView, QTableCornerButton::section {{ background: {t.sunken}; border: none; }}
QProgressBar {{ background: {t.series3}; border: none; border-radius: 3px; max-height: 7px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {t.bg}; }}
QScrollArea {{ background: transparent; border: none; }}
"""


def _boxes(t: Tokens, tick: str) -> str:
    boxes = ("QCheckBox", "QListView", "QTreeView")

    def each(state: str) -> str:
        return ", ".join(f"{box}::indicator{state}" for box in boxes)

    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
{each("")} {{ width: 14px; height: 14px; border: 1px solid {t.field}; border-radius: {Radius.KEY_CAP}px;
  background: {t.surface}; }}
{each(":checked")} {{ background: {t.accent}; border-color: {t.accent}; image: url({tick}); }}
{each(":disabled")} {{ border-color: {t.border}; background: {t.sunken}; }}
{each(":checked:disabled")} {{ border-color: {t.field}; background: {t.field}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {t.field}; border-radius: 8px;
  background: {t.surface}; }}
QRadioButton::indicator:checked {{ border: 5px solid {t.accent}; width: 6px; height: 6px; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; text-decoration: underline; }}
"""


def _scroll_bars(t: Tokens) -> str:
    return f"""
QScrollBar:vertical {{ background: {t.sunken}; width: 10px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: {t.sunken}; height: 10px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {t.series3}; border-radius: 4px; margin: 1px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.text2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""
