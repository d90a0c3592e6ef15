"""The guards, which rule out what only looks like a deadline: a date that is past, denied, a habit, a name. Pure.

`verdict.stands` asks all guards, one module for each reason. `clauses` holds what they share about English.
"""
