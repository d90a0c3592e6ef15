"""The grammar of hand-offs: sentences in, spans out. Tables of cue words and the patterns made from them. Pure.

Only `clarify.read.handoff` uses it: `tasks`, `lists`, `urgency`, `vision` and `why` each find one kind of thing.
"""
