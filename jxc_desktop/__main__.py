"""Start: the window when no verb is asked for, else one verb of the machine interface."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or do the verb; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    from jxc_desktop.cli.arguments import names_a_verb

    if names_a_verb(words):
        from jxc_desktop.cli import main as do_verb
        from jxc_desktop.demo import add_verb as add_demo

        return do_verb(words, further=(add_demo,))
    from jxc_desktop.app import main as open_window

    return open_window(words)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # In a bundle the child that parses spreadsheets is this program again.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
