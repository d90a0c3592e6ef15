"""clarify: from a hand-off in passing to a brief that both sides agree on."""

__version__ = "0.1.0"
