"""Decides what is worth asking, and holds the interview about the tasks of one hand-off. Pure.

Others use `interview.Interview` (gives prompts, takes answers), `prompt` (what the person sees and picks from),
`pending` (which questions apply), `answers` (typed words into an `Answer`), `found` (a hand-off into answers),
`shared` (what the card shows) and `questions` (the values of a question set).
"""
