"""What can go wrong, each kind with its exit code. A message is a sentence that a person can act on."""


class ClarifyError(Exception):
    """Something that clarify can explain: what happened, and what to do next. Shown as it is, never as a traceback."""

    exit_code = 1


class UsageError(ClarifyError):
    """The command was called in a way that it does not understand."""

    exit_code = 2


class NoSuchBrief(ClarifyError):
    """No brief fits the words given, or more than one does; the message names them."""

    exit_code = 3


class Interrupted(ClarifyError):
    """The person stopped half-way (Ctrl-C, or the end of input); what was answered so far is kept."""

    exit_code = 130


class Told(ClarifyError):
    """The command failed, and all that there is to say was said already."""


class DamagedFile(ClarifyError):
    """A file that a person can repair: its message names the file, the line and the remedy."""


def nearest(word: str, known: list[str]) -> str:
    """` Did you mean “why”?`, or all that is known where none of it is close: the end of an error's sentence."""
    import difflib  # only on the way to an error

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f" Did you mean “{close[0]}”?" if close else f" Known: {', '.join(known)}."
