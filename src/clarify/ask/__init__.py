"""What is worth asking, and the interview about the tasks of one hand-off. Pure.

Others use `interview.Interview` (gives prompts, takes answers), `answers` (typed words into an `Answer`), `found` (a
hand-off into answers) and `questions` (the values of a question set).
"""
