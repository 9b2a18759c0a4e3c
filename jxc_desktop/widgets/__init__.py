"""Qt parts without business: tokens and theme, pane and gate, grids, popups, scanner, messages, charts.

Where Qt was imported, its hook on imports is taken off here, before the rest of the program comes: it reads the source
of each module, to look for features nobody asks for. With it the window held 34 MB of source lines, and came later.
"""

import builtins

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
