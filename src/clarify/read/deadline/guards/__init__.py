"""What only looks like a deadline: dates that are past, denied, a habit, a name, an absence. Pure.

`clarify.read.deadline` asks `verdict.stands`; the other modules each know one kind of look-alike.
"""
