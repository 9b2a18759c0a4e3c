"""Qt parts without business: tokens and theme, pane and gate, grids, popups, scanner, messages, charts.

PySide6's import hook is taken off here, before any other module is imported: it reads the source of each, to look for
features nobody asks for. With it the window held 34 MB of source lines, and came later.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - hooks itself in

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
