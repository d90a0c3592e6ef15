"""Words into values: what a text says, each finding with its place in the text. Pure.

Others use `deadline.read_deadline`, `handoff.read_handoff`, `mail.source` (the text in a mail or HTML file) and `vague`
(vague words and their probes).
"""
