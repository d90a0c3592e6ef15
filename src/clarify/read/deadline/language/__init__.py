"""The pieces that deadline rules are made of: words, tokens, spelling, names of days, and the grammar engine. Pure.

Only `clarify.read.deadline` uses it.
"""
