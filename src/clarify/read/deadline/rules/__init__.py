"""What is a deadline: the grammar's rules, smallest phrases first. Pure.

Importing a module adds its rules. Of two rules that match equally well the one added first wins, so the order in which
`clarify.read.deadline` imports these modules matters.
"""
