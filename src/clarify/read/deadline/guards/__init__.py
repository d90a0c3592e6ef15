"""What only looks like a deadline: dates that are past, denied, a habit, a name, an absence. Pure.

`verdict.stands` asks all guards, one module for each reason. `clauses` holds what they share about English.
"""
