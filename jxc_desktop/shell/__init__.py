"""The window: what stands around the panes, and the doors in and out (opening, login, crash)."""
