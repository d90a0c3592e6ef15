"""The commands, one file each, thin: fetch, call, show.

To add one: a module with a function `run`, and its line here. Only `clarify.cli` uses this package. What commands
share is in `session` (the home, the brief that is meant), `options`, `intake`, `listing` and `together`.
"""

COMMANDS: dict[str, dict[str, str]] = {
    "Every day": {
        "new": "From a hand-off to a confirmation, in about a minute.",
        "list": "Open briefs, the most pressing first.",
        "show": "One brief.",
        "today": "What wants your attention now.",
        "export": "The message to send, as text or to the clipboard.",
    },
    "Move it along": {
        "sent": "The confirmation is sent.",
        "confirm": "The leader agreed.",
        "done": "The work is delivered.",
        "drop": "The work is off.",
        "reopen": "Take up what was done or dropped.",
    },
    "Change": {
        "edit": "Change answers, or open the file in your editor.",
        "undo": "Take the latest change back.",
        "forget": "Remove a brief and every copy of it, for good.",
    },
    "Look things up": {
        "check": "What a hand-off leaves open; creates nothing.",
        "when": "What clarify makes of a deadline phrase.",
        "questions": "The question sets, and whether they are in order.",
        "settings": "Your name, working hours and other conventions.",
        "path": "Where everything is kept.",
    },
}
"""Section of the help → command → what it does. The module of a command has its name."""
OTHER_NAMES = {
    **dict.fromkeys(("ls", "all", "inbox"), "list"),
    **dict.fromkeys(("add", "create", "start", "begin"), "new"),
    **dict.fromkeys(("send", "mark"), "sent"),
    **dict.fromkeys(("cat", "view", "open", "info"), "show"),
    **dict.fromkeys(("copy", "print", "message", "mail"), "export"),
    **dict.fromkeys(("rm", "delete", "remove"), "forget"),
    **dict.fromkeys(("finish", "close", "complete"), "done"),
    **dict.fromkeys(("cancel", "abandon"), "drop"),
    **dict.fromkeys(("change", "set", "update"), "edit"),
    **dict.fromkeys(("config", "options"), "settings"),
    **dict.fromkeys(("ok", "agreed"), "confirm"),
    **dict.fromkeys(("agenda", "status"), "today"),
    "revert": "undo",
}
"""What people type for a command that has another name here: the error names that."""
