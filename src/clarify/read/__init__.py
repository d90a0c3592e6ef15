"""Reads text: turns words into values, each with its place in the text. Pure.

Others use `deadline.read_deadline`, `handoff.read_handoff`, `mail.source` (the text in a mail or HTML file) and `vague`
(vague words and their probes). A part imports only from those before it: `words` (the word lists), `spans`, `patterns`,
`names`, `vague`; then `deadline`, `mail`, `handoff`.
"""
