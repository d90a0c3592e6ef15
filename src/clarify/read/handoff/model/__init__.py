"""The learned reader of hand-offs: the lines of a message in, the spans of each kind out. Pure.

`pieces` cuts lines into words and word pieces, `encoder` runs the layers of the model over them in numpy, `chain` finds
the best path through the labels, and `tagger` goes through these steps. `weights` opens the model that comes with
clarify; `training/` makes it. Nothing else of clarify knows numpy, and nothing of this is imported before a message is
read.
"""

from clarify.read.handoff.model.tagger import Found, Tagger, Tags, shipped

__all__ = ["Found", "Tagger", "Tags", "shipped"]
