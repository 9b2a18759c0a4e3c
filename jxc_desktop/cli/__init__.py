"""The machine interface: one verb a run, the answer on standard output, everything else on standard error."""

import sys
from collections.abc import Sequence

from jxc_desktop.cli.arguments import AddVerb, parser
from jxc_desktop.cli.speaking import heard, hush, log_bug, speak_utf8, tell
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate, use_language

DONE, REFUSED, BUG = 0, 1, 2


def main(arguments: Sequence[str] | None = None, further: Sequence[AddVerb] = ()) -> int:
    """Do what the arguments say; 0 done, 1 the user's error in one line, 2 a bug whose traceback is in the log.

    `further` adds verbs that live above this room.
    """
    speak_utf8()
    try:
        words = heard(sys.argv[1:] if arguments is None else arguments)
        options = parser(further).parse_args(words)
        if options.lang:
            use_language(options.lang)
        return _outcome(int(options.run(options)))
    except UserError as error:
        tell(error.message)
        return REFUSED
    except BrokenPipeError:
        hush()
        return REFUSED
    except KeyboardInterrupt:
        return REFUSED
    except Exception as error:  # noqa: BLE001  the outermost net: told apart and logged below
        return _trouble(error)


def _outcome(code: int) -> int:
    """`code`, once everything that was said has arrived."""
    sys.stdout.flush()
    return code


def _trouble(error: Exception) -> int:
    """The world's trouble in one line, a bug into the log."""
    from jxc_desktop.core.trouble import in_words

    if (told := in_words(error)) is not None:
        tell(told.message)
        return REFUSED
    path = log_bug(error)
    tell(translate("cli", "程序出错了，记在 {path}").format(path=path))
    return BUG
