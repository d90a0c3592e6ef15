"""The kinds of errors, each with its exit code. A message is a sentence that a person can act on."""


class ClarifyError(Exception):
    """An error with a message that says what happened and what to do next. It is shown without a traceback."""

    exit_code = 1


class UsageError(ClarifyError):
    """The command does not understand its arguments."""

    exit_code = 2


class NoSuchBrief(ClarifyError):
    """No brief fits the words given, or more than one does; the message names them."""

    exit_code = 3


class Interrupted(ClarifyError):
    """The person stopped half-way (Ctrl-C, or the end of input); the answers so far are kept."""

    exit_code = 130


class Told(ClarifyError):
    """The command failed, and the reason was shown already."""


class DamagedFile(ClarifyError):
    """A file that a person can repair: its message names the file, the line and the remedy."""


def nearest(word: str, known: list[str]) -> str:
    """The end of an error's message: ` Did you mean “why”?`, or all known words if none is close."""
    import difflib  # only on the way to an error

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else f" Known: {', '.join(known)}."
