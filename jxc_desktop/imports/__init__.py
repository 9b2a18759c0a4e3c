"""Foreign files become clean rows: recognise, check all, show every problem, write all or nothing."""
