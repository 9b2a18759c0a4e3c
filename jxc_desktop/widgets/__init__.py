"""Qt parts without business: tokens and theme, pane and gate, grids, popups, scanner, messages, charts."""
